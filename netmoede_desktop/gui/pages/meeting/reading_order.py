"""Which agreements are read aloud, and in what order: those that need an answer today or have got one."""

from dataclasses import dataclass

from netmoede_desktop.services.meeting_view import AgreementView, MeetingView


@dataclass(frozen=True, slots=True)
class Reading:
    """The agreement that is read now, its place (from 1) among `total`."""

    agreement: AgreementView
    place: int
    total: int

    @property
    def last(self) -> bool:
        """Whether none comes after it."""
        return self.place == self.total


def to_be_read(view: MeetingView) -> tuple[AgreementView, ...]:
    """Return the agreements of the reading aloud by number; what goes on unchanged from last time is none of them."""
    return tuple(
        agreement
        for agreement in sorted(view.agreements, key=lambda agreement: agreement.number)
        if not agreement.settled and (agreement.unanswered or agreement.answer is not None)
    )


def reading(view: MeetingView, number: int | None) -> Reading | None:
    """Return the agreement with that number, or the first without a yes or a no, or the first; None without any."""
    every = to_be_read(view)
    if not every:
        return None
    chosen = next((a for a in every if a.number == number), None)
    first_open = next((a for a in every if a.unanswered), every[0])
    agreement = chosen or first_open
    return Reading(agreement, every.index(agreement) + 1, len(every))


def beside(view: MeetingView, number: int, by: int) -> int | None:
    """Return the number of the agreement so many places on, None beyond the ends."""
    numbers = [agreement.number for agreement in to_be_read(view)]
    if number not in numbers:
        return None
    place = numbers.index(number) + by
    return numbers[place] if 0 <= place < len(numbers) else None
