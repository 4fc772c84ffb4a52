"""Every text of the facts is clean before it is kept, however deep it lies."""

from dataclasses import replace

import pytest

from netmoede_desktop.domain.cases.case_facts import CaseFacts, Consent, ConsentForm
from netmoede_desktop.domain.people.person_facts import Channel, PersonFacts
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.fact_texts import LONGEST_TEXT, cleaned, lines_of
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import Apart, ChildTalk, MeetingFacts, Separation
from netmoede_desktop.domain.refusal import Refused

DIRTY = " A\u030ase\x00 \r\n"


def test_texts_are_clean_at_every_depth_and_nothing_else_changes() -> None:
    meeting = MeetingFacts(
        child=ChildTalk(talk=Said(DIRTY), own_words="to\r\nlinjer ", not_said=(DIRTY,)),
        apart=(Apart("a", "b", Separation.TWO_ROOMS),),
    )
    facts = KnownFacts(
        CaseFacts(consents=(Consent("lone", topics=(DIRTY,), form=ConsentForm.ORAL),)),
        {"lone": PersonFacts(diet=DIRTY, channel=Channel.LETTER)},
        meeting,
    )
    clean = cleaned(facts)
    assert clean.case.consents == (Consent("lone", topics=("Åse",), form=ConsentForm.ORAL),)
    assert clean.people == {"lone": PersonFacts(diet="Åse", channel=Channel.LETTER)}
    assert clean.meeting.child == ChildTalk(talk=Said("Åse"), own_words="to\nlinjer", not_said=("Åse",))
    assert clean.meeting.apart is meeting.apart
    assert cleaned(clean) == clean


def test_a_text_that_is_too_long_is_refused() -> None:
    long = MeetingFacts(child=replace(ChildTalk(), own_words="x" * (LONGEST_TEXT + 1)))
    with pytest.raises(Refused, match="text_too_long"):
        cleaned(KnownFacts(meeting=long))


def test_lines_are_those_with_something_in_them() -> None:
    assert lines_of("  at jeg har grædt \n\n\t\nskilsmissen") == ("at jeg har grædt", "skilsmissen")
