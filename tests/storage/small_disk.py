"""A disk of its own that is really full soon; only root on Linux can make one."""

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def disk_of_three_mebibytes(folder: Path) -> Iterator[Path]:
    """Mount one in a new folder there, and take it away again. Skips the test loudly where that may not be done."""
    place = folder / "lille disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "netmoede-test", str(place)]
    try:
        made = subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("SKIPPED: a small disk needs root and mount, so no disk was really filled up")
    yield place
    subprocess.run(["umount", str(place)], check=True)
