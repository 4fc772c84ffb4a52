"""Who uses the program: the name that invites, signs and hands over."""

import re
from dataclasses import astuple, dataclass

from netmoede_desktop.domain.language.text import one_line

LONGEST_LINE = 120

_PHONE = re.compile(r"[0-9]{8}|(\+|00)[0-9]{7,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class AboutMe:
    """The five fields of *Om dig*, each "" until it is written."""

    name: str = ""
    title: str = ""
    municipality: str = ""
    unit: str = ""
    phone: str = ""


def checked_about_me(about: AboutMe) -> AboutMe:
    """Return the fields clean. Raises `Refused` (`text_too_long`)."""
    return AboutMe(*(one_line(text, LONGEST_LINE) for text in astuple(about)))


def phone_unlikely(phone: str) -> bool:
    """Return True for a number that cannot be rung from Denmark: neither eight digits nor one with a country code."""
    return bool(phone) and _PHONE.fullmatch("".join(phone.split())) is None
