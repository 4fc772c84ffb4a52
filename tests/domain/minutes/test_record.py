"""The facts of a meeting as a value: people are found by id."""

import pytest

from netmoede_desktop.domain.minutes.from_meeting import record
from tests.domain.meeting.script import Told


def test_a_participant_is_found_by_id_and_a_stranger_is_none() -> None:
    facts = record(Told().starts().history)
    assert facts.person("lone").name == "Lone Holm"
    with pytest.raises(KeyError):
        facts.person("nobody")
