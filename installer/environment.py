"""Makes .venv what the lock file says it is, and runs commands in it. Standard library only."""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
RUNTIME_LOCK = ROOT / "installer" / "requirements.txt"
DEV_LOCK = ROOT / "installer" / "requirements-dev.txt"
PEERS_LOCK = ROOT / "installer" / "requirements-peers.txt"
STAMP = VENV / "netmoede-setup.txt"

QT_PACKAGE = "pyside6-essentials"
QT_LIBRARIES = (
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
)
#: What some tests need on Debian: system calls that fail, a screen with a window manager and monitors, two buses,
#: locales.
TEST_TOOLS = ("strace", "xvfb", "openbox", "x11-xserver-utils", "dbus", "at-spi2-core", "locales")


class SetupProblem(Exception):
    """Something outside the project is missing; the text says what, and how to mend it."""


def locked_packages(lock: Path) -> frozenset[str]:
    """The names of the packages a lock file pins, in lower case."""
    return frozenset(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock.read_text(encoding="utf-8"), re.MULTILINE))


def state_wanted(root: Path, python: str, venv_folder: Path) -> tuple[str, str]:
    """What .venv depends on: the Python and the place it was made for, and a fingerprint of what is to be in it."""
    digest = hashlib.sha256()
    for name in ("installer/requirements.txt", "installer/requirements-dev.txt", "pyproject.toml"):
        digest.update((root / name).read_bytes())
    return f"{' '.join(python.split())} in {venv_folder}", digest.hexdigest()


def set_up() -> None:
    """Creates or renews .venv; takes a moment the first time and next to nothing when nothing has changed.

    Raises SetupProblem when the machine lacks something that cannot be installed from here.
    """
    made_for, contents = state_wanted(ROOT, sys.version, VENV)
    stamp = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() else []
    if stamp == [made_for, contents] and venv_program("python").exists():
        return
    ensure_system_libraries()
    print("Setting up .venv from the lock file …", flush=True)
    if stamp[:1] != [made_for] or not venv_program("python").exists():
        ensure_venv_module()
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
        STAMP.write_text(f"{made_for}\n", encoding="utf-8")
    # The lock is whole: pip must not look for anything more, since it would ask the index what is newest.
    install(venv_program("python"), ("--require-hashes", "--no-deps", "-r", str(DEV_LOCK)))
    install(venv_program("python"), ("--no-deps", "--no-build-isolation", "-e", str(ROOT)))
    STAMP.write_text(f"{made_for}\n{contents}\n", encoding="utf-8")


def install(python: Path, arguments: Sequence[str]) -> None:
    """Runs pip in the environment of `python`; raises SetupProblem when it fails (pip has then said why)."""
    command = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments)
    if subprocess.run(command, check=False).returncode != 0:
        problem = "pip could not install the packages; the lines above say why (the first set-up needs a network)."
        raise SetupProblem(problem)


def ensure_venv_module() -> None:
    """Sees to it that `python3 -m venv` works: Debian ships it in a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    if not apt_install(("python3-venv",), "Python's venv module"):
        problem = "this Python has no venv module. On Debian or Ubuntu: sudo apt-get install python3-venv"
        raise SetupProblem(problem)
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        problem = f"python3-venv is installed, but {sys.executable} does not see it; use Debian's own python3."
        raise SetupProblem(problem)


def ensure_system_libraries() -> None:
    """Sees to the system libraries of Qt, once Qt is in the lock; other systems than Debian's have them or say so."""
    if QT_PACKAGE not in locked_packages(RUNTIME_LOCK) or shutil.which("dpkg-query") is None:
        return
    missing = tuple(name for name in QT_LIBRARIES if not is_installed(name))
    if missing and not apt_install(missing, "the system libraries of Qt"):
        problem = f"Qt needs system libraries: sudo apt-get install {' '.join(missing)}"
        raise SetupProblem(problem)


def ensure_test_tools() -> None:
    """Sees to the Debian packages of some tests; where they cannot be installed it names them and goes on without."""
    if shutil.which("dpkg-query") is None:
        return
    missing = tuple(name for name in TEST_TOOLS if not is_installed(name))
    if missing and not apt_install(missing, "the tools of some tests"):
        command = f"sudo apt-get install {' '.join(missing)}"
        print(f"Some tests will say SKIPPED. With these packages they are run: {command}", flush=True)


def is_installed(package: str) -> bool:
    """Whether dpkg knows the package, or its successor with 64-bit time (libglib2.0-0t64), as installed."""
    query = ("dpkg-query", "--show", "--showformat=${db:Status-Status}\n", package, f"{package}t64")
    return "installed" in subprocess.run(query, capture_output=True, text=True, check=False).stdout.split()


def apt_install(packages: Sequence[str], what: str) -> bool:
    """Installs Debian packages as root, saying so first; False when this is not root on a Debian, or apt fails."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    print(f"Installing {what}: apt-get install {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")
    for command in ((*quiet, "update"), (*quiet, "install", "-y", "--no-install-recommends", *packages)):
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            return False
    return True


def venv_program(name: str, folder: Path = VENV) -> Path:
    """Where a program of a virtual environment lies on this system."""
    return folder / "Scripts" / f"{name}.exe" if os.name == "nt" else folder / "bin" / name


def run_in_venv(command: Sequence[str], more_environment: Mapping[str, str] | None = None) -> int:
    """Runs a program of .venv from the project's folder and gives its exit code."""
    program, *arguments = command
    environment = {**os.environ, "PYTHONUTF8": "1", **(more_environment or {})}
    return subprocess.run((venv_program(program), *arguments), cwd=ROOT, env=environment, check=False).returncode
