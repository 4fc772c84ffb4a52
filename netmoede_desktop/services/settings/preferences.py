"""How the windows look and sound on this machine: one small file in the profile folder, with nothing personal in it.

Light to import and quick to read: it is needed before the first window is painted. A file that is missing, damaged or
written by another version costs no more than the settings in it that cannot be understood.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from netmoede_desktop.services.files.text_in import NotReadable, text_of
from netmoede_desktop.services.vaults.profiles import preferences_file
from netmoede_desktop.storage.files import make_private_folder, write_durably

LEAST_SCALE = 100
MOST_SCALE = 200
#: A name of a screen longer than this is none; so is a file of more bytes than this.
_LONGEST_NAME = 200
_MOST_BYTES = 64 * 1024


class ThemeChoice(StrEnum):
    """Which colours; `SYSTEM` follows the machine's light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


class MotionChoice(StrEnum):
    """The choice of animation; `SYSTEM` follows the machine's setting."""

    SYSTEM = "system"
    OFF = "off"


class LanguageChoice(StrEnum):
    """The language of the windows; papers are Danish."""

    DANISH = "da"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings. `scale` is in percent, 100 to 200; `audience_screen` is the screen's name, "" for none chosen."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    scale: int = LEAST_SCALE
    language: LanguageChoice = LanguageChoice.DANISH
    motion: MotionChoice = MotionChoice.SYSTEM
    sound: bool = False
    audience_screen: str = ""


def read_preferences(profile: Path) -> Preferences:
    """Return the profile's settings; a missing or unreadable one has its default. Never raises."""
    content = _content(preferences_file(profile))
    usual = Preferences()
    sound, screen = content.get("sound"), content.get("audience_screen")
    return Preferences(
        theme=_choice(ThemeChoice, content.get("theme"), usual.theme),
        scale=_scale(content.get("scale"), usual.scale),
        language=_choice(LanguageChoice, content.get("language"), usual.language),
        motion=_choice(MotionChoice, content.get("motion"), usual.motion),
        sound=sound if isinstance(sound, bool) else usual.sound,
        audience_screen=screen if isinstance(screen, str) and len(screen) <= _LONGEST_NAME else usual.audience_screen,
    )


def write_preferences(profile: Path, preferences: Preferences) -> None:
    """Save the settings, wholly or not at all; the folder is made if it is missing. Raises OSError."""
    fields = {
        "theme": preferences.theme.value,
        "scale": preferences.scale,
        "language": preferences.language.value,
        "motion": preferences.motion.value,
        "sound": preferences.sound,
        "audience_screen": preferences.audience_screen,
    }
    import json

    make_private_folder(profile)
    write_durably(preferences_file(profile), (json.dumps(fields, indent=2) + "\n").encode())


def _content(file: Path) -> Mapping[str, object]:
    try:
        text = text_of(file, _MOST_BYTES)
    except NotReadable:
        return {}
    import json  # only where there are settings: the first window waits for it

    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


Choice = TypeVar("Choice", bound=StrEnum)


def _choice(kind: type[Choice], found: object, usual: Choice) -> Choice:
    return next((choice for choice in kind if choice.value == found), usual)


def _scale(found: object, usual: int) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        return usual
    return min(max(found, LEAST_SCALE), MOST_SCALE)
