"""The referat for the editor: sections of entries of fields, with their words. Values only; no Qt."""

from dataclasses import dataclass

from netmoede_desktop.domain.minutes.draft import Value
from netmoede_desktop.domain.minutes.outline import FieldKind


@dataclass(frozen=True, slots=True)
class EditorField:
    """A value that can be corrected. `label` names it, or the speaker; `remark` says how the words were said.

    `current` and `original` are the values now and at the meeting; `was` is the latter in words. `options` are the ids
    and names to choose among, for a person.
    """

    key: str
    kind: FieldKind
    label: str
    current: Value
    original: Value
    was: str = ""
    remark: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it differs from the value of the meeting."""
        return self.current != self.original


@dataclass(frozen=True, slots=True)
class EditorEntry:
    """Fields that belong together, such as one agreement; `title` is "" where the fields say enough.

    `missing` says what keeps the entry out of the paper, "" for nothing.
    """

    key: str
    title: str
    fields: tuple[EditorField, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class EditorSection:
    """A section of the referat. `heading` is its name on the paper; `over` the heading above it and those after it."""

    key: str
    title: str
    heading: str
    entries: tuple[EditorEntry, ...]
    over: str = ""

    @property
    def fields(self) -> tuple[EditorField, ...]:
        """All its fields, in reading order."""
        return tuple(field for entry in self.entries for field in entry.fields)

    @property
    def changed(self) -> int:
        """The number of its fields that differ from the meeting."""
        return sum(field.changed for field in self.fields)
