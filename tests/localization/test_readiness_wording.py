"""What a rule found, in words: short, in both languages, for every finding there is."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from netmoede_desktop.domain.preparation.meeting_facts import Override
from netmoede_desktop.domain.preparation.readiness.rule import EVERY_METHOD, RuleTable, judge
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.readiness.verdict import OPEN, Level, State, Verdict
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.readiness_wording import LONGEST, WORDS, VerdictWords, verdict_words
from tests.domain.preparation.readiness.inputs import READY, changed
from tests.domain.preparation.readiness.rows import ROWS, Row

TODAY = READY.today
TABLE = RuleTable({rule.id: {EVERY_METHOD: Level.REASON} for rule in RULES})


def verdict(rule: str, it: RuleInput) -> Verdict:
    return next(found for found in judge(RULES, TABLE, it) if found.rule == rule)


def words(rule: str, it: RuleInput, language: str = "da", child: str = "Mikkel") -> VerdictWords:
    return verdict_words(verdict(rule, it), child, load(language), TODAY)


def test_every_rule_has_its_words() -> None:
    assert set(WORDS) == {rule.id for rule in RULES}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule} {row.state.value} {row.code}".strip())
def test_each_finding_is_said_in_a_short_sentence(row: Row, language: str) -> None:
    said = words(row.rule, changed(READY, row.changes), language)
    for sentence in (said.subject, said.headline, said.why, said.mend, said.evidence):
        assert len(sentence) <= LONGEST
        assert "{" not in sentence and "  " not in sentence
    is_open = row.state in OPEN
    assert bool(said.headline) == (is_open or row.state is State.OVERRIDDEN)
    assert re.search(r"[.?]$", said.why)
    assert not re.search(r"\w{4}\.$", said.subject + "|" + said.headline)
    assert not is_open or re.search(r"[.?]$", said.mend)
    assert bool(said.evidence) == (row.state in (State.IN_PLACE, State.OVERRIDDEN, State.STALE))


def test_long_names_leave_room_for_the_sentence() -> None:
    long_name = "Alexandra-Konstantina Vestergaard-Lindhardt"
    people = tuple(replace(person, called=long_name, name=long_name) for person in READY.plan.people)
    it = replace(READY, plan=replace(READY.plan, people=people, place="Medborgerhuset ved Sønder Boulevard i Vesterby"))
    for row in ROWS:
        if "plan.people" not in row.changes:
            said = words(row.rule, changed(it, row.changes), child=long_name)
            assert max(len(said.headline), len(said.mend), len(said.subject)) <= LONGEST + 25, said


def test_a_talk_is_told_with_who_when_and_how() -> None:
    said = words("child-talked-with", READY)
    assert (said.subject, said.headline, said.mend) == ("Samtale med Mikkel", "", "")
    assert said.evidence == "Søren, 3. nov., alene"
    old = words("child-talked-with", changed(READY, {"last_held": date(2026, 11, 3)}))
    assert old.headline == "Samtalen med Mikkel 3. nov. var før sidste møde"
    assert old.mend.startswith("Tal med Mikkel inden mødet")
    assert old.evidence == "Søren, 3. nov.: »Ja, det vil vi gerne«"


def test_who_is_missing_is_named_and_the_many_are_counted() -> None:
    nobody = changed(READY, {f"people.{p.id}.phone": "" for p in READY.plan.people})
    assert words("contact-data", nobody).headline == "Der er intet nummer og ingen adresse på Lone, Peter og 6 til"
    lone = changed(READY, {"people.lone.phone": ""})
    assert words("contact-data", lone).headline == "Der er intet nummer og ingen adresse på Lone"


def test_a_reason_is_told_whole_with_who_gave_it_and_when() -> None:
    reason = "Vi er ti og sidder i en ring uden borde, og alle har sagt, at de hellere vil sidde tæt end på rådhuset"
    given = Override("R081", reason, "Søren", datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    small = changed(READY, {"meeting.room.capacity": 10, "meeting.overrides": (given,)})
    said = words("room-big-enough", small)
    assert said.evidence == f"Søren, 2. nov.: »{reason}«"
    assert said.headline == "Plads til 10, og I er 11"


def test_a_day_of_another_year_has_its_year() -> None:
    old = changed(READY, {"people.kirsten.protected_checked": date(2025, 1, 4)})
    assert words("address-protected", old).headline.endswith("er sidst set på 4. jan. 2025")


def test_the_answer_of_the_screening_is_not_said() -> None:
    for language in ("da", "en"):
        said = words("risk-screened", READY, language)
        assert said.evidence in ("Afklaret", "Settled")
