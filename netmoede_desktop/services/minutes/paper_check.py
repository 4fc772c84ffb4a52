"""The check before a paper leaves the vault: words that may give away where somebody with a protected address lives.

Looks loosely, at the text of the finished paper: phone numbers, mail addresses, streets, postcodes, CPR numbers, and
names of schools and the like, whoever they belong to. A person decides what it means.
"""

from dataclasses import dataclass

from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.domain.privacy.place_words import place_words


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """`people` have a protected address; `words` are in the paper and may give it away, in order, each once."""

    people: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def needs_reason(self) -> bool:
        """Whether a reason is needed before the paper may go out."""
        return bool(self.people and self.words)


def check_paper(facts: MeetingRecord, text: str) -> PaperCheck:
    """Return the words of the paper's text that may give away a protected address; empty where none is protected."""
    people = tuple(person.name or person.called for person in facts.people if person.protected_address)
    if not people:
        return PaperCheck()
    joined = " ".join(text.split())  # a line may end in the middle of an address
    if facts.case_reference.strip():
        joined = joined.replace(" ".join(facts.case_reference.split()), "·")
    found = (joined[span.start : span.end] for span in place_words(joined))
    return PaperCheck(people, tuple(dict.fromkeys(found)))
