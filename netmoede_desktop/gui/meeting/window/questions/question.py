"""A short question in the meeting window, as a value: its text, its options, and its answer in writing."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from netmoede_desktop.domain.language.folding import name_key
from netmoede_desktop.domain.language.text import clean_text
from netmoede_desktop.domain.people.people import name_parts

#: So many options have a number key.
NUMBERED = 9
#: How well an option fits that only holds what is written, inside a word.
_INSIDE = 3


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. `detail` tells it from others, `also` is not shown; both are searched. `key` takes it at any time.

    Those that follow each other with the same `group` stand under it as their heading.
    """

    label: str
    choose: Callable[[], object]
    detail: str = ""
    key: str = ""
    group: str = ""
    also: str = ""

    @property
    def numbered(self) -> bool:
        """Whether it may have a number key: not where others of its group have keys of their own."""
        return not self.key and not self.group


@dataclass(frozen=True, slots=True)
class Question:
    """A question with options, and possibly an answer in writing.

    `write` takes the written answer and returns the problem with it, "" if accepted; `button` is the label of writing.
    With `figures` a number is written, so that digits choose no option. Enter alone chooses the option `first`.
    `field` names the half-written answer among the stored lines; "" stores none. With `people` the options are people,
    none of them guessed. With `begun` an answer before began an act that needs this one: *videre* waits for it.
    """

    question: str
    options: tuple[Option, ...] = ()
    write: Callable[[str], str] | None = None
    button: str = ""
    placeholder: str = ""
    figures: bool = False
    first: int | None = None
    field: str = ""
    people: bool = False
    begun: bool = False

    @property
    def takes_words(self) -> bool:
        """Whether the answer may be words of one's own."""
        return self.write is not None and not self.figures


def matching(question: Question, written: str) -> tuple[int, ...]:
    """Return the indices of the options that match the text, best matches first."""
    if not name_key(clean_text(written)) or question.figures:
        return tuple(range(len(question.options)))
    fits = _fits(question, written)
    return tuple(sorted(fits, key=lambda place: fits[place]))


def no_answer(question: Question, written: str) -> str:
    """Return the written text if it is no answer here and cannot become one, else ""."""
    text = clean_text(written)
    fits = _is_amount(text, question.placeholder) if question.figures else bool(matching(question, written))
    return "" if question.takes_words or not text or fits else written


def is_talk(question: Question, written: str) -> bool:
    """Return True if the text is not meant for the question: letters for a figure, or words that match nothing.

    One word that matches nothing may be a misspelt name, and stays to be corrected.
    """
    words = no_answer(question, written)
    return bool(words) and (question.figures or len(f"{words.lstrip()}.".split()) > 1)


def chosen_by_enter(question: Question, written: str) -> int | None:
    """Return the index of the option that Enter chooses without a highlighted one, or None where the text counts.

    No person is guessed: neither where it is `unclear`, nor a known "Frida" where the new "Ida" may be written.
    """
    if not clean_text(written):
        return question.first
    if question.figures or "," in written or unclear(question, written):
        return None
    fits = _fits(question, written)
    best = next(iter(matching(question, written)), None)
    return None if best is not None and question.people and question.write and fits[best] == _INSIDE else best


def unclear(question: Question, written: str) -> bool:
    """Return True if the text may mean several people: the question stays open, and none is guessed."""
    if not question.people or "," in written or not name_key(clean_text(written)):
        return False
    fits = list(_fits(question, written).values())
    return bool(fits) and fits.count(min(fits)) > 1


def _fits(question: Question, written: str) -> dict[int, int]:
    """How well each option fits, by place: 0 for the whole label, then a word, the beginning of one, and anything."""
    sought = name_key(clean_text(written))
    fits: dict[int, int] = {}
    for place, option in enumerate(question.options):
        text = name_key(f"{option.label} {option.also} {option.detail}")
        words = {*text.replace(",", " ").split(), *name_parts(text.replace(",", " "))}
        begins = any(word.startswith(sought) for word in words)
        holds = all(word in text for word in sought.split())
        tries = (name_key(option.label) == sought, sought in words, begins, holds)
        if any(tries):
            fits[place] = tries.index(True)
    return fits


def chosen_by_digit(question: Question, written: str, digit: int) -> int | None:
    """Return the place of the option that a digit takes, or None where it is part of the writing."""
    takes = not question.figures and not written and 1 <= digit <= min(len(question.options), NUMBERED)
    return digit - 1 if takes and question.options[digit - 1].numbered else None


def _is_amount(text: str, unit: str) -> bool:
    """Return True for a whole number, with or without the beginning of its unit."""
    found = re.fullmatch(r"\d+\s*([^\W\d]*)\.?", text)
    return found is not None and unit.casefold().startswith(found[1].casefold())
