"""Which agreements are read aloud, and in what order: those that need an answer today or have got one."""

from dataclasses import dataclass

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.services.meeting.view.values import AgreementView, MeetingView


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


def has_answer(agreement: AgreementView) -> bool:
    """Return True if its owner has said yes or no; after *ret* it is to be read once more."""
    return agreement.answer in (Answer.YES, Answer.NO)


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
    agreement = chosen or next((a for a in every if not has_answer(a)), every[0])
    return Reading(agreement, every.index(agreement) + 1, len(every))


def beside(view: MeetingView, number: int, by: int) -> int | None:
    """Return the number of the agreement so many places on, None beyond the ends."""
    numbers = [agreement.number for agreement in to_be_read(view)]
    if number not in numbers:
        return None
    place = numbers.index(number) + by
    return numbers[place] if 0 <= place < len(numbers) else None


def after_act(before: MeetingView, view: MeetingView, number: int | None) -> int | None:
    """Return which agreement is read after an act, where `number` was read before it.

    A yes or a no makes way for the next one that has none, at the end for the first of them. An agreement whose answer
    is taken back is there again.
    """
    taken_back = view.redo
    if taken_back is not None and taken_back != before.redo and taken_back.event == "AgreementAnswered":
        return taken_back.number
    answers = {agreement.number: (agreement.answer, agreement.answered_at) for agreement in before.agreements}
    every = to_be_read(view)
    here = next((agreement for agreement in every if agreement.number == number), None)
    if here is None or not has_answer(here) or answers.get(here.number) == (here.answer, here.answered_at):
        return number
    waiting = [agreement.number for agreement in every if not has_answer(agreement)]
    return next((n for n in waiting if n > here.number), waiting[0] if waiting else number)
