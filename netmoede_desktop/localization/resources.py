"""Where the shipped data files lie: in a checkout, in an installed wheel, in a bundled program."""

import sys
from pathlib import Path

import netmoede_desktop


def resource_folder() -> Path:
    """The folder with methods/, scenarios/, schemas/, fonts/ and locale/, as an absolute path; read only.

    A bundled program has it beside its modules, an installed wheel inside the package, a checkout at its top.
    Raises FileNotFoundError when the installation has lost it.
    """
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    package = Path(netmoede_desktop.__file__).resolve().parent
    candidates = [Path(bundle) / "resources"] if bundle else [package / "resources", package.parent / "resources"]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise FileNotFoundError(str(candidates[-1]))
