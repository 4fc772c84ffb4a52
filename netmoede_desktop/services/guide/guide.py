"""The guide as a value, read from `resources/guide`: one file a language, with the same chapters and steps in each."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

#: The language the guide is written in.
_SOURCE = "da"


class GuidePicture(StrEnum):
    """The picture of a chapter; the values are its names in the files."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One piece of advice, and its reason, "" for none. `{pas}` is replaced by the key of the action of that name."""

    do: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class GuideChapter:
    """A chapter with its picture; `shows` says the same as the picture in words."""

    title: str
    picture: GuidePicture
    shows: str
    steps: tuple[GuideStep, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole guide."""

    title: str
    lead: str
    chapters: tuple[GuideChapter, ...]


def read_guide(folder: Path, language: str) -> Guide:
    """Read the guide in a language, the Danish one where there is none in it.

    Raises OSError, KeyError or ValueError: the files are shipped and tested.
    """
    file = folder / f"{language}.toml"
    values = tomllib.loads((file if file.is_file() else folder / f"{_SOURCE}.toml").read_text(encoding="utf-8"))
    return Guide(values["title"], values["lead"], tuple(_chapter(chapter) for chapter in values["chapter"]))


def _chapter(values: dict[str, Any]) -> GuideChapter:
    steps = tuple(GuideStep(**step) for step in values["step"])
    return GuideChapter(values["title"], GuidePicture(values["picture"]), values["shows"], steps)
