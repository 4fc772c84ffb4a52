"""Return True if the system allows motion. Qt reports it for some systems only, so each is queried in its own way."""

import shutil
import subprocess
import sys

_SECONDS = 1.0


def system_wants_motion() -> bool:
    """Return False if the system asks for less motion. Takes some milliseconds: not for the first window."""
    if sys.platform == "win32":
        return _windows_animates()
    if sys.platform == "darwin":
        return _answer("defaults", "read", "com.apple.universalaccess", "reduceMotion") != "1"
    return _answer("gsettings", "get", "org.gnome.desktop.interface", "enable-animations") != "false"


def _answer(*command: str) -> str:
    """Return the output of a system command; "" if it is missing, fails or exceeds one second."""
    program = shutil.which(command[0])
    if program is None:
        return ""
    try:
        ran = subprocess.run((program, *command[1:]), capture_output=True, text=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return ran.stdout.strip()


def _windows_animates() -> bool:
    """Return SPI_GETCLIENTAREAANIMATION, which "Vis animationer i Windows" sets."""
    if sys.platform != "win32":
        return True
    import ctypes

    animates = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(0x1042, 0, ctypes.byref(animates), 0)
    return bool(animates.value)
