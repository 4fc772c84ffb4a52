"""The exit codes, as described in README.md."""

from enum import IntEnum


class Exit(IntEnum):
    """How a run of the command line ended."""

    DONE = 0
    BAD_INPUT = 2
    WRONG_PASSPHRASE = 3
    DAMAGED = 4
    NOT_NOW = 5
