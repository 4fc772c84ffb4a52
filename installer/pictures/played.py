"""What the program itself leaves behind: `netmoede play … --screenshots` of the shipped demo meeting."""

import subprocess
import sys
import tempfile
from pathlib import Path

from installer.pictures.camera import ROOM_WIDTH, Camera
from netmoede_desktop.localization.resources import resource_folder

_START = "from netmoede_desktop.app.main import main; main()"
#: The program's own picture for each of ours.
_TAKEN = {
    "rum-velkomst": "00-hvem-er-her-rummet",
    "rum-tavlen": "07-d7-rummet",
    "rum-aftaler": "11-d11-rummet",
    "rum-tak": "14-d14-rummet",
}
NAMES = tuple(_TAKEN)


def shoot(camera: Camera) -> None:
    """Play the demo and keep some of its pictures."""
    demo = resource_folder() / "scenarios" / "demo.toml"
    with tempfile.TemporaryDirectory(prefix="netmoede-pictures-") as folder:
        command = (sys.executable, "-c", _START, "play", str(demo), "--out", folder, "--speed", "max", "--screenshots")
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for name, file in _TAKEN.items():
            camera.keep((Path(folder) / f"{file}.png").read_bytes(), name, ROOM_WIDTH)
