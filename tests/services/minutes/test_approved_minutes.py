"""An approved referat is read back as it was approved, whatever stands in it; what is none is refused."""

import json
from dataclasses import replace

import pytest

from netmoede_desktop.domain.minutes.draft import MinutesDraft
from netmoede_desktop.services.minutes.approved_minutes import content_of, corrections_of, facts_of, short_hash
from netmoede_desktop.storage.problems import DamagedStore, NewerStore
from tests.documents.meetings import meeting

DRAFT = MinutesDraft({"purpose": "Ro", "agreement:1:owner": None, "person:lone:receives_minutes": False})


def test_facts_and_corrections_come_back_whole_and_the_same_ones_are_the_same_text() -> None:
    facts = meeting(principles=("Barnet først",), stop_reason="Alarmen gik", overridden=("child_not_asked",))
    content = content_of(facts, DRAFT)
    assert facts_of(content) == facts
    assert corrections_of(content) == DRAFT
    assert content_of(facts_of(content), corrections_of(content)) == content
    assert json.loads(content)["form"] == "netmoede-minutes/1"
    assert content_of(replace(facts, purpose="andet"), DRAFT) != content != content_of(facts, MinutesDraft())


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"aftaler":[]}', '{"form":"netmoede-minutes/1","record":{}}', "1"]
)
def test_what_is_no_referat_is_damage(content: str) -> None:
    for read in (facts_of, corrections_of):
        with pytest.raises(DamagedStore):
            read(content)


def test_a_later_form_is_a_newer_store() -> None:
    for read in (facts_of, corrections_of):
        with pytest.raises(NewerStore):
            read('{"form":"netmoede-minutes/2","record":{},"corrections":{}}')


def test_a_hash_is_short_enough_to_be_compared() -> None:
    assert short_hash("7f3a91c2" + "0" * 56) == "7F3A-91C2"
