"""Through which face an act was done, as the audit log has it."""

from enum import StrEnum


class Actor(StrEnum):
    """The face; the values are in audit logs and never change."""

    WINDOWS = "gui"
    COMMAND_LINE = "cli"
