"""Builds the wheel and tries it where nothing else is installed. Standard library only."""

import subprocess
import tempfile
import venv
from pathlib import Path

from installer.environment import ROOT, RUNTIME_LOCK, install, run_in_venv, venv_program

TRIALS: tuple[tuple[str, ...], ...] = (
    ("netmoede", "--help"),
    ("netmoede", "methods", "list"),
    ("netmoede", "demo", "--out", "demo"),
)


def build_and_try() -> int:
    """Builds dist/*.whl, installs it with the locked packages in a fresh environment and runs it from a foreign folder.

    Returns 0 when every trial command ended with 0.
    """
    folder = ROOT / "dist"
    for old in folder.glob("*.whl"):
        old.unlink()
    code = run_in_venv(("hatchling", "build", "--target", "wheel", "--directory", str(folder)))
    if code != 0:
        return code
    (wheel,) = folder.glob("*.whl")
    with tempfile.TemporaryDirectory() as temporary:
        return try_wheel(wheel, Path(temporary))


def try_wheel(wheel: Path, folder: Path) -> int:
    """Installs the wheel in an environment under `folder` and runs the trial commands there."""
    environment = folder / "venv"
    venv.create(environment, with_pip=True)
    python = venv_program("python", environment)
    install(python, ("--require-hashes", "--no-deps", "-r", str(RUNTIME_LOCK)))
    install(python, ("--no-deps", str(wheel)))
    for program, *arguments in TRIALS:
        command = (str(venv_program(program, environment)), *arguments)
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
        if result.returncode != 0:
            print(f"The wheel is built, but `{program} {' '.join(arguments)}` ended with {result.returncode}:")
            print(result.stdout + result.stderr)
            return 1
    print(f"{wheel.relative_to(ROOT)} ({wheel.stat().st_size / 1e6:.1f} MB) installs and runs in a fresh environment.")
    return 0
