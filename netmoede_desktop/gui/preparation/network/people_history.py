"""The undo of the step of the people: each state that was shown, whatever changed it. Knows no window."""

from collections.abc import Iterable
from dataclasses import replace

from netmoede_desktop.services.preparation.edit_people import PeopleBefore, Person
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting

#: So many steps can be undone.
_MOST = 200


class PeopleHistory:
    """The states before the present one. A change made elsewhere ends it: its undo would be a surprise here."""

    def __init__(self) -> None:
        self._before: list[PeopleBefore] = []
        self._now: PeopleBefore | None = None
        self._undoing = False

    @property
    def can_undo(self) -> bool:
        """Whether there is something to go back to."""
        return bool(self._before) and not self._undoing

    def show(self, meeting: PlannedMeeting, *, here: bool) -> None:
        """Record a state; `here` is False for one that another page has brought about."""
        known = frozenset() if self._now is None else self._now.known
        state = PeopleBefore(meeting.plan.people, known, dict(meeting.facts.people))
        before, self._now = self._now, state
        if before is None or (before.people, before.facts) == (state.people, state.facts):
            return
        if self._undoing:
            self._undoing = False
        elif here:
            self._before = [*self._before, before][-_MOST:]
        else:
            self._before.clear()

    def show_known(self, others: Iterable[Person]) -> None:
        """Record who is known in the sag alone."""
        if self._now is not None:
            self._now = replace(self._now, known=frozenset(person.id for person in others))

    def undo(self) -> PeopleBefore | None:
        """Return the state to go back to, None where there is none; it is taken off the list."""
        if not self.can_undo:
            return None
        self._undoing = True
        return self._before.pop()

    def undo_refused(self) -> None:
        """Forget the undo that was begun: the state stays as it is."""
        self._undoing = False
