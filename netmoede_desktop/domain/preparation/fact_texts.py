"""The texts of what the preparation knows, made safe to keep: each as `domain.language.text` has it, none too long."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from netmoede_desktop.domain.language.text import several_lines
from netmoede_desktop.domain.preparation.known_facts import KnownFacts

#: A page of text; more than that is a document of its own.
LONGEST_TEXT = 4_000

T = TypeVar("T")


def cleaned(facts: KnownFacts) -> KnownFacts:
    """Return the facts with every text clean. Raises `Refused` (`text_too_long`)."""
    people = {person: _cleaned(known) for person, known in facts.people.items()}
    return KnownFacts(_cleaned(facts.case), people, _cleaned(facts.meeting))


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that have something in them."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _cleaned(value: T) -> T:
    """A frozen dataclass with its texts clean, and those in what it holds; the words of an enum stay as they are."""
    changed: dict[str, Any] = {}
    for item in fields(value):  # type: ignore[arg-type]  # of a dataclass, which no type says
        before = getattr(value, item.name)
        after = _clean(before)
        if after != before:
            changed[item.name] = after
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def _clean(value: Any) -> Any:
    if type(value) is str:  # not the word of an enum
        return several_lines(value, LONGEST_TEXT)
    if isinstance(value, tuple):
        return tuple(_clean(one) for one in value)
    if is_dataclass(value):
        return _cleaned(value)
    return value
