"""The themes: colours by role, read from resources/themes. No colour is written anywhere else."""

import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path


class ThemeName(StrEnum):
    """The shipped themes; the values are the names of their files."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role, each `#RRGGBB`; `stroke` is the width of borders in pixels at 100 %.

    paper: window · card: surfaces · panel: side panels · ink and muted: text · line: decorative hairlines only · edge:
    borders of inputs and buttons · petrol: primary and current, on_petrol: text on it, petrol_tint: behind current or
    done items · ochre, green, violet with `_text` for letters on card, paper and their own `_tint` · table and ring:
    the round table and the used part of its ring · chip: behind the name of a key · focus: the focus ring.
    """

    name: ThemeName
    dark: bool
    stroke: float
    paper: str
    card: str
    panel: str
    ink: str
    muted: str
    line: str
    edge: str
    petrol: str
    petrol_text: str
    on_petrol: str
    petrol_tint: str
    ochre: str
    ochre_text: str
    ochre_tint: str
    green: str
    green_text: str
    green_tint: str
    violet: str
    violet_text: str
    table: str
    ring: str
    chip: str
    focus: str

    @property
    def key_cap(self) -> str:
        """The background of a key name on a filled button: away from its letters, or in high contrast towards them."""
        towards, share = (self.on_petrol, 0.18) if self.stroke > 1 else (self.ink, 0.35)
        return _mixed(self.petrol, towards, share)


def _mixed(one: str, other: str, share: float) -> str:
    """Return a colour between two; `share` (0.0 to 1.0) is the part of `other`."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(own + (far - own) * share):02X}" for own, far in pairs)


def load_theme(folder: Path, name: ThemeName) -> Theme:
    """Read a theme from `folder`/NAME.toml. Raises OSError or ValueError: the files are shipped and tested."""
    values = tomllib.loads((folder / f"{name.value}.toml").read_text(encoding="utf-8"))
    known = {field.name for field in fields(Theme)} - {"name"}
    if values.keys() != known:
        raise ValueError(f"{name.value}: {sorted(values.keys() ^ known)}")
    return Theme(name=name, **values)
