"""The choice between the saved text of a field and the one being typed."""


class KeptText:
    """One field's memory of what it was given last, so that nothing that is typed is written over."""

    def __init__(self) -> None:
        self._given: str | None = None

    def takes(self, kept: str, shown: str, *, typing: bool) -> bool:
        """Return True if the field is to show `kept` in place of `shown`; `typing` while it has the focus or waits."""
        untouched = self._given is None or shown == self._given
        if not untouched and typing:
            return False
        self._given = kept
        return kept != shown
