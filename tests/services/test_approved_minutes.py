"""An approved referat is read back as it was approved, whatever stands in it; what is none is refused."""

import json
from dataclasses import replace

import pytest

from netmoede_desktop.services.approved_minutes import content_of, facts_of, short_hash
from netmoede_desktop.storage.problems import DamagedStore, NewerStore
from tests.documents.meetings import meeting


def test_the_facts_come_back_whole_and_the_same_facts_are_the_same_text() -> None:
    facts = meeting(principles=("Barnet først",), stop_reason="Alarmen gik", overridden=("child_not_asked",))
    content = content_of(facts)
    assert facts_of(content) == facts
    assert content_of(facts_of(content)) == content
    assert json.loads(content)["form"] == "netmoede-minutes/1"
    assert content_of(replace(facts, purpose="andet")) != content


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"aftaler":[]}', '{"form":"netmoede-minutes/1","record":{}}', "1"]
)
def test_what_is_no_referat_is_damage(content: str) -> None:
    with pytest.raises(DamagedStore):
        facts_of(content)


def test_a_later_form_is_a_newer_store() -> None:
    with pytest.raises(NewerStore):
        facts_of('{"form":"netmoede-minutes/2","record":{}}')


def test_a_hash_is_short_enough_to_be_compared() -> None:
    assert short_hash("7f3a91c2" + "0" * 56) == "7F3A-91C2"
