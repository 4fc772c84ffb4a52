"""A rule that refuses: a code and its facts, worded elsewhere."""

from collections.abc import Mapping


class Refused(Exception):
    """A command the rules do not allow. Nothing has changed; `facts` holds ids and figures for the sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = facts
