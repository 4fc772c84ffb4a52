"""The referat as it stands in the editor: sections of entries of fields, with their words. Values only; no Qt."""

from dataclasses import dataclass

from netmoede_desktop.domain.minutes.draft import Value
from netmoede_desktop.domain.minutes.outline import FieldKind


@dataclass(frozen=True, slots=True)
class EditorField:
    """One thing that can be corrected. `label` says what it is, or whose words; `remark` how they were said.

    `current` and `original` are what stands here now and what stood here at the meeting; `was` is the latter in words.
    `options` are the ids and names to choose among, for a person.
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
        """Whether it is no longer what was written in the meeting."""
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
    """A section of the referat. `heading` is its name on the paper; `over` stands over it and those after it."""

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
        """How many of its fields are no longer what was written in the meeting."""
        return sum(field.changed for field in self.fields)
