"""The real program in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_START = "from netmoede_desktop.app.main import main; main()"


def command(*arguments: object) -> list[str]:
    """What starts `netmoede` with these arguments."""
    return [sys.executable, "-c", _START, *map(str, arguments)]


def netmoede(
    *arguments: object, cwd: Path, given: bytes = b"", environment: Mapping[str, str | None] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run it to its end; an environment variable that is None is not set."""
    return subprocess.run(
        command(*arguments), cwd=cwd, input=given, env=surrounded(environment or {}), capture_output=True, check=False
    )


def surrounded(environment: Mapping[str, str | None]) -> dict[str, str]:
    """The environment of this process with some variables changed or taken away."""
    every = {**os.environ, **environment}
    return {name: value for name, value in every.items() if value is not None}
