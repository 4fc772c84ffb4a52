"""Agreements: who does what, from or by when, the sign that it works — and the remarks while one is written.

Source: R114 (the fields), R115 (owner and date), R117 (the owner says yes).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from netmoede_desktop.domain.people.people import Attendance, Network, Role

#: Statuses after which nothing more is expected of an agreement (`stopper` is Holbæk's word).
SETTLED = frozenset({"gjort", "ikke aktuel", "stopper", "stop"})
#: Statuses that make an agreement of last time a new one, to be said yes to again.
CHANGED = frozenset({"ændret", "ændres", "ændr"})
#: The status of what was to be done and was not; it still holds.
NOT_REACHED = "ikke nået"
#: What Holbæk's statuses were called before. Meetings held then keep them; a file that says them means the new ones.
FORMER_STATUSES = {"fortsæt": "fortsætter", "ændr": "ændres", "stop": "stopper"}
#: More agreements than this on one parent are worth a word.
PARENT_LIMIT = 3

#: Days that come again and again, as the first part of their name says: *skoledage*, *hverdage*, *samværsdage*.
_COMING_AGAIN = (
    "hver|hverdags|skole|uge|arbejds|trænings|hjemme|klub|sfo|børnehave|vuggestue|institutions|samværs|besøgs|weekend"
    "|mandags?|tirsdags?|onsdags?|torsdags?|fredags?|lørdags?|søndags?"
)
#: Words of what is done again and again: *hver onsdag*, *fast*, *en gang om ugen*, *onsdage*, *om aftenen*, *dagligt*.
_REPEATS = re.compile(
    rf"""\b(
        hver | hvert | hveranden | hverandet | hverdag(en)? | skoleuge(n|r|rne)
        | ({_COMING_AGAIN})-?(dage|aftener|morgener|eftermiddage|formiddage)(ne)?
        | (alle|ugens)\ (dage|aftener|morgener|eftermiddage|formiddage|uger|weekender)
        | i\ (ugedagene|dagligdagen)
        | faste? | altid | løbende | jævnligt | regelmæssigt | rutinemæssigt
        | daglig[te]? | ugentlig[te]? | månedlig[te]?
        | (mandage|tirsdage|onsdage|torsdage|fredage|lørdage|søndage)(ne)? | weekender(ne)?
        | (gange?|dage?|aften(er)?|timer?|minut(ter)?|min\.?)\ (om|i)\ (dagen|døgnet|ugen|måneden)
        | (gange?|dage?)\ (ugentligt|dagligt|månedligt)
        | om\ (mandagen|tirsdagen|onsdagen|torsdagen|fredagen|lørdagen|søndagen)
        | om\ (dagen|morgenen|formiddagen|eftermiddagen|aftenen|natten)
        | (lige|ulige)\ uger | pr\.?\ (dag|uge|måned)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
#: Words by which an agreement of the child's names somebody beside it.
_WITH_HELP = re.compile(r"\b(sammen med|hjælp\w*|støtte[rst]?)\b", re.IGNORECASE)

_NOBODY = frozenset({"vi", "alle", "man", "begge", "nogen"})


class Answer(StrEnum):
    """An owner's answer when an agreement is read aloud."""

    YES = "ja"
    CHANGE = "ret"
    NO = "nej"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement. `owner` is a person id, None while it has none; `answered_at` is an aware instant.

    `carried` marks one that is open from the meeting before, or `started` before there were any;
    `status` is a word of the method, None until it is given,
    `result` the outcome in own words (R118). `priority` counts from 1 where the room has ranked (R110).
    """

    number: int
    text: str
    owner: str | None = None
    start: date | None = None
    due: date | None = None
    sign: str | None = None
    answer: Answer | None = None
    answered_at: datetime | None = None
    status: str | None = None
    carried: bool = False
    started: bool = False
    result: str | None = None
    priority: int | None = None

    @property
    def settled(self) -> bool:
        """Whether its status means that nothing more is expected of it."""
        return self.status in SETTLED

    @property
    def dated(self) -> bool:
        """Whether it has a date at all."""
        return self.start is not None or self.due is not None

    def has_its_date(self, *, deadline_always: bool) -> bool:
        """Return True if it has a day: `senest`, or `fra` where it repeats, so that the next meeting can follow it up.

        With `deadline_always` it is `senest` alone. One carried from the meeting before keeps the date it had.
        """
        if self.due is not None or self.start is None:
            return self.due is not None
        return self.carried or (not deadline_always and repeats(self.text))

    @property
    def unanswered(self) -> bool:
        """Whether its owner still has to answer; one going on unchanged from the meeting before was answered there."""
        return self.answer is None and not self.settled and (not self.carried or self.status in CHANGED)


@dataclass(frozen=True, slots=True)
class Participant:
    """The facts about a person that a check needs: the role, and whether they are here."""

    id: str
    role: Role
    network: Network | None
    attendance: Attendance


class CheckCode(StrEnum):
    """The remarks about agreements, in the order they are shown."""

    NO_OWNER = "no_owner"
    OWNER_IS_VI = "owner_is_vi"
    OWNER_NEVER_CAME = "owner_never_came"
    OWNER_LEFT = "owner_left"
    NO_DATE = "no_date"
    NO_DEADLINE = "no_deadline"
    DUE_BEFORE_START = "due_before_start"
    DATE_IN_PAST = "date_in_past"
    DATE_AFTER_FOLLOW_UP = "date_after_follow_up"
    NOT_YES_YET = "not_yes_yet"
    SAID_NO = "said_no"
    SAME_TEXT = "same_text"
    FOURTH_ON_PARENT = "fourth_on_parent"
    CHILD_ALONE = "child_alone"
    NONE_ON_PROFESSIONAL = "none_on_professional"


@dataclass(frozen=True, slots=True)
class AgreementCheck:
    """A remark on the agreement with that number, or on the whole list where `number` is None."""

    number: int | None
    code: CheckCode


def checks(
    agreements: Sequence[Agreement],
    people: Iterable[Participant],
    follow_up: date | None,
    today: date,
    *,
    deadline_always: bool = False,
) -> tuple[AgreementCheck, ...]:
    """Return the remarks, agreement by agreement, those about the whole list last. Settled agreements get none.

    `follow_up` is the date of the next meeting, None while it is open. Of two agreements with the same text the later
    one is named; of a parent's agreements the fourth and those after it. `deadline_always` is the method's rule.
    """
    present = {person.id: person for person in people}
    open_ones = [agreement for agreement in agreements if not agreement.settled]
    texts: Counter[str] = Counter()
    owned: Counter[str] = Counter()
    found: list[AgreementCheck] = []
    for agreement in open_ones:
        codes = [
            *_owner_codes(agreement, present),
            *_date_codes(agreement, follow_up, today, deadline_always=deadline_always),
            *_answer_codes(agreement),
        ]
        key = same_text_key(agreement.text)
        texts[key] += 1
        if texts[key] > 1:
            codes.append(CheckCode.SAME_TEXT)
        owner = present.get(agreement.owner) if agreement.owner is not None else None
        if owner is not None and owner.role is Role.PARENT:
            owned[owner.id] += 1
            codes += [CheckCode.FOURTH_ON_PARENT] if owned[owner.id] > PARENT_LIMIT else []
        if owner is not None and owner.role is Role.CHILD and not _WITH_HELP.search(agreement.text):
            codes.append(CheckCode.CHILD_ALONE)
        found += [AgreementCheck(agreement.number, code) for code in codes]
    if _none_on_professional(open_ones, present):
        found.append(AgreementCheck(None, CheckCode.NONE_ON_PROFESSIONAL))
    return tuple(found)


def status_word(value: str, allowed: Sequence[str]) -> str:
    """Return the status in the words of a method with the `allowed` ones; an unknown word is returned as it is."""
    today = FORMER_STATUSES.get(value, value)
    return today if value not in allowed and today in allowed else value


def present_status(status: str) -> str:
    """Return the present wording of a status: Holbæk's former ones read as orders."""
    return FORMER_STATUSES.get(status, status)


def repeats(text: str) -> bool:
    """Return True if the words describe something done again and again, without a last day of its own."""
    return _REPEATS.search(unicodedata.normalize("NFC", text)) is not None


def same_text_key(text: str) -> str:
    """Return a key that is equal for texts that differ only in capitals, blanks and punctuation at the ends."""
    visible = unicodedata.normalize("NFKC", text)
    if not visible.isprintable():
        visible = "".join(char for char in visible if unicodedata.category(char) != "Cf")
    return " ".join(visible.casefold().split()).strip(" .,;:!?–-")


def _owner_codes(agreement: Agreement, present: Mapping[str, Participant]) -> Iterator[CheckCode]:
    if agreement.owner is None:
        first_word = re.match(r"\w+", same_text_key(agreement.text))
        yield CheckCode.OWNER_IS_VI if first_word and first_word.group() in _NOBODY else CheckCode.NO_OWNER
        return
    owner = present.get(agreement.owner)
    if owner is None or owner.attendance in (Attendance.ABSENT, Attendance.SENT_WORDS):
        yield CheckCode.OWNER_NEVER_CAME
    elif owner.attendance is Attendance.LEFT_EARLY:
        yield CheckCode.OWNER_LEFT


def _date_codes(
    agreement: Agreement, follow_up: date | None, today: date, *, deadline_always: bool
) -> Iterator[CheckCode]:
    start, due = agreement.start, agreement.due
    if not agreement.dated:
        yield CheckCode.NO_DATE
    elif not agreement.has_its_date(deadline_always=deadline_always):
        yield CheckCode.NO_DEADLINE
    if start is not None and due is not None and due < start:
        yield CheckCode.DUE_BEFORE_START
    # What was agreed last time may well have begun long ago; only what begins now cannot begin in the past.
    expected = [day for day in (due, None if agreement.carried else start) if day is not None]
    if any(day < today for day in expected):
        yield CheckCode.DATE_IN_PAST
    if follow_up is not None and any(day is not None and day > follow_up for day in (start, due)):
        yield CheckCode.DATE_AFTER_FOLLOW_UP


def _answer_codes(agreement: Agreement) -> Iterator[CheckCode]:
    if agreement.answer is Answer.NO:
        yield CheckCode.SAID_NO
    elif agreement.owner is not None and (agreement.unanswered or agreement.answer is Answer.CHANGE):
        yield CheckCode.NOT_YES_YET


def _none_on_professional(agreements: Sequence[Agreement], present: Mapping[str, Participant]) -> bool:
    """Return True if work is shared out and none of it to the professionals, though some are here."""
    professionals = {
        person.id
        for person in present.values()
        if person.network is Network.PROFESSIONAL and person.attendance is not Attendance.ABSENT
    }
    owners = {agreement.owner for agreement in agreements if agreement.owner is not None}
    return bool(owners and professionals) and not owners & professionals
