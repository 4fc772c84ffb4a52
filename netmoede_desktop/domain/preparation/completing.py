"""Completing facts from a plan file: a missing key changes nothing, and nothing is deleted."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

T = TypeVar("T")


def completed(known: T, said: T) -> T:
    """Return the frozen value with every field of `said` that is not at its default, fields inside of fields too.

    Both are of one dataclass whose fields all have defaults; another field of `said` always counts.
    """
    changes = {}
    for item in fields(known):  # type: ignore[arg-type]  # T is a dataclass; the type system cannot say so of an instance
        before, after = getattr(known, item.name), getattr(said, item.name)
        if after == item.default or after == before:
            continue
        changes[item.name] = completed(before, after) if is_dataclass(before) and is_dataclass(after) else after
    return replace(known, **changes) if changes else known  # type: ignore[type-var]
