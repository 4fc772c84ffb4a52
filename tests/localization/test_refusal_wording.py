"""Every rule that can say no has its Danish sentence, with the facts that are given where it is raised."""

from datetime import datetime

import pytest

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.localization import refusal_wording
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.refusal_wording import refusal_codes, refusal_sentence
from tests.localization.raised import calls, facts_of, text_of
from tests.localization.sentences import check_sentence, placeholders

DANISH = load("da")
RAISED = [(place, text_of(call.args[0]), facts_of(call)) for place, call in calls("Refused")]


@pytest.mark.parametrize(("place", "code", "facts"), RAISED, ids=[f"{code}@{place}" for place, code, _ in RAISED])
def test_every_refusal_has_a_sentence_that_its_facts_fill(place: str, code: str | None, facts: set[str]) -> None:
    assert code is not None, "a code is written where it is raised"
    assert code in refusal_codes()
    assert placeholders(refusal_wording._SENTENCES[code]) <= facts


def test_no_sentence_is_left_over() -> None:
    assert refusal_codes() == {code for _, code, _ in RAISED}


@pytest.mark.parametrize("code", sorted(refusal_codes()))
def test_the_sentences_are_sentences(code: str) -> None:
    check_sentence(refusal_wording._SENTENCES[code])


@pytest.mark.parametrize(
    ("code", "facts", "told"),
    [
        ("not_here", {"person": "p1"}, "Hanne B. er ikke i lokalet. Sig først, at Hanne B. er kommet."),
        ("without_turn", {"person": "p1", "role": Role.LEADER}, "Hanne B. er mødeleder og har ingen tur i runderne."),
        (
            "people_waiting",
            {"people": ("p1", "p2")},
            "Hanne B., Åse har ikke haft ordet endnu. Tryk igen, hvis mødet skal gå videre alligevel.",
        ),
        (
            "follow_up_before_meeting",
            {"when": datetime(2026, 1, 2, 9, 5)},  # noqa: DTZ001
            "Næste møde 02.01.2026 09.05 ligger før dette møde. Vælg en dag efter i dag.",
        ),
        (
            "unknown_status",
            {"value": "p1", "allowed": ("fortsæt", "stop")},
            "»p1« er ikke en status i denne metode. Brug en af disse: fortsæt, stop.",
        ),
        ("unknown_agreement", {"number": 7}, "Der er ingen aftale med nummer 7."),
    ],
)
def test_facts_are_told_as_people_say_them(code: str, facts: dict[str, object], told: str) -> None:
    assert refusal_sentence(code, facts, {"p1": "Hanne B.", "p2": "Åse"}, DANISH) == told


def test_what_people_wrote_is_not_read_as_a_pattern() -> None:
    told = refusal_sentence("part_without_turns", {"part": "{person} {0}"}, {}, DANISH)
    assert told == "I »{person} {0}« går ordet ikke på tur."
