"""The check before a paper leaves the vault: words that may give away where somebody with a protected address lives.

Lines the child asked not to have said are looked for in every paper. Looks loosely, at the text of the finished
paper: phone numbers, mail addresses, streets, postcodes, CPR numbers, and names of schools and the like, whoever they
belong to. A person decides what it means.
"""

import re
from dataclasses import dataclass

from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.domain.privacy.disguises import Keyed, key_of
from netmoede_desktop.domain.privacy.place_words import apart, place_words
from netmoede_desktop.domain.privacy.unsaid import unsaid_lines, unsaid_spans

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """`people` have a protected address; `words` are in the paper and may give it away, in order, each once.

    `unsaid` are the passages of the paper that tell a line the child asked not to have said.
    """

    people: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()

    @property
    def needs_reason(self) -> bool:
        """Whether a reason is needed before the paper may go out."""
        return bool((self.people and self.words) or self.unsaid)


def check_paper(facts: MeetingRecord, text: str) -> PaperCheck:
    """Return the words of the paper's text that may give away a protected address, or tell a thing not to be said."""
    people = tuple(person.name or person.called for person in facts.people if person.protected_address)
    unsaid = _unsaid(facts, text)
    if not people:
        return PaperCheck(unsaid=unsaid)
    joined = " ".join(text.split())  # a line may end in the middle of an address
    if facts.case_reference.strip():
        joined = joined.replace(" ".join(facts.case_reference.split()), "·")
    found = (joined[span.start : span.end] for span in place_words(joined))
    return PaperCheck(people, tuple(dict.fromkeys(found)), unsaid)


def _unsaid(facts: MeetingRecord, text: str) -> tuple[str, ...]:
    if not facts.not_said:
        return ()
    joined = " ".join(text.split())
    words = [Keyed(*found.span(), key_of(found[0].lower())) for found in _WORD.finditer(joined)]
    called = {key_of(word.lower()) for person in facts.people for word in _WORD.findall(person.called)}
    spans = apart(unsaid_spans(joined, words, unsaid_lines(facts.not_said, called)))
    return tuple(dict.fromkeys(joined[span.start : span.end] for span in spans))
