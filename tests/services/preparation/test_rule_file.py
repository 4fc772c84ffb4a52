"""The table rule × method: shipped whole, and changed line by line by a municipality."""

import re
from pathlib import Path

import pytest

from netmoede_desktop.domain.preparation.readiness.rule import EVERY_METHOD
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.readiness.verdict import Level
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.input_wording import sentence
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.preparation.rule_file import FILE_NAME, RulesInUse, rules_in_use

STOPS = {"risk-assessed", "interpreter-may"}


def with_own(profile: Path, text: str) -> RulesInUse:
    (profile / FILE_NAME).write_text(text, encoding="utf-8")
    return rules_in_use(profile)


def told(rules: RulesInUse) -> list[str]:
    t = load("da")
    return [sentence(t, one.path, one.line, one.key, one.code, one.facts) for one in rules.problems]


@pytest.mark.smoke
def test_the_shipped_table_has_a_line_for_every_rule_in_their_order(tmp_path: Path) -> None:
    rules = rules_in_use(tmp_path)
    assert (rules.municipal, rules.problems) == (None, ())
    assert list(rules.table.levels) == [rule.id for rule in RULES]
    assert all(EVERY_METHOD in row for row in rules.table.levels.values())


def test_only_the_two_rules_of_law_are_stop(tmp_path: Path) -> None:
    table = rules_in_use(tmp_path).table
    for method in ("din-1", "din-o", "pnm-1", "pnm-n", "hlb-1", "hlb-o", "um-1", "um-o", "vores-egen"):
        assert {rule.id for rule in RULES if table.level(rule.id, method) is Level.STOP} == STOPS


def test_each_line_says_which_requirements_it_is_about() -> None:
    text = (resource_folder() / FILE_NAME).read_text(encoding="utf-8")
    said = dict(re.findall(r"# ((?:R\d{3} )+)– .*\n\[(.*)\]", text))
    by_rule = {rule: tuple(numbers.split()) for numbers, rule in said.items()}
    assert len(by_rule) <= len(RULES)
    found = {rule: tuple(numbers.split()) for numbers, rule in re.findall(r"# ((?:R\d{3} )+)– .*\n\[(.*)\]", text)}
    assert found == {rule.id: rule.requirements for rule in RULES}


def test_holbaek_asks_what_holbaek_asks_and_the_others_do_not(tmp_path: Path) -> None:
    table = rules_in_use(tmp_path).table
    assert table.level("authority-listed", "hlb-1") is Level.REASON
    assert table.level("authority-listed", "um-1") is None
    assert table.level("leader-not-initiator", "hlb-o") is None
    assert table.level("leader-not-initiator", "din-1") is Level.REASON
    assert table.level("leader-knows-no-family", "hlb-1") is Level.ADVICE
    assert (table.level("first-visit", "pnm-1"), table.level("first-visit", "pnm-n")) == (Level.REASON, None)


def test_a_municipality_changes_some_lines_and_the_rest_stays(tmp_path: Path) -> None:
    rules = with_own(
        tmp_path,
        '[dinner]\nalle = "råd"\nhlb = "gælder ikke"\n'
        '[[excluded]]\nmethod = "din"\ncase_type = "anbragt"\nreason = "Vi holder familierådslagning"\n',
    )
    assert rules.problems == ()
    assert rules.table.level("dinner", "din-1") is Level.ADVICE
    assert rules.table.level("dinner", "hlb-1") is None
    assert rules.table.level("purpose", "din-1") is Level.REASON
    assert [one.reason for one in rules.table.exclusions] == ["Vi holder familierådslagning"]


def test_a_column_may_be_a_method_of_the_municipality(tmp_path: Path) -> None:
    (tmp_path / "methods").mkdir()
    (tmp_path / "methods" / "vores-1.toml").write_text("", encoding="utf-8")
    rules = with_own(tmp_path, '[dinner]\nvores = "råd"\n')
    assert rules.table.level("dinner", "vores-1") is Level.ADVICE


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[diner]\nalle = "råd"\n', 1, 'reglen "diner" findes ikke – mente du "dinner"?'),
        ('[dinner]\nhbl = "råd"\n', 2, 'metoden "hbl" findes ikke – mente du "hlb"?'),
        ('[dinner]\nalle = "rad"\n', 2, '"rad" kan ikke bruges som "alle" – mente du "råd"?'),
        ("[dinner]\nalle = 2\n", 2, '"alle" skal være'),
        ('[dinner]\nalle = "stop"\n', 2, '"alle": kun lovens egne regler er stop'),
        ('[risk-assessed]\nalle = "råd"\n', 2, '"alle": kun lovens egne regler er stop'),
        ('[interpreter-may]\nhlb = "gælder ikke"\n', 2, '"hlb": kun lovens egne regler er stop'),
        ('[[excluded]]\nmethod = "din"\ncase_type = "anbragt"\n', 1, '"reason" mangler'),
        ('[[excluded]]\nmethod = "x"\ncase_type = "anbragt"\nreason = "y"\n', 2, 'metoden "x" findes ikke'),
        ("dinner = ", 1, ""),
    ],
)
def test_a_bad_line_is_said_with_its_mend_and_the_shipped_table_stays_in_use(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    rules = with_own(tmp_path, text)
    assert [one.line for one in rules.problems] == [line]
    assert words in told(rules)[0] and told(rules)[0].startswith(FILE_NAME)
    assert rules.table == rules_in_use(tmp_path.parent).table


def test_a_file_that_is_changed_is_read_again(tmp_path: Path) -> None:
    assert with_own(tmp_path, '[dinner]\nalle = "rad"\n').problems
    assert with_own(tmp_path, '[dinner]\nalle = "gælder ikke"\n').table.level("dinner", "din-1") is None
    (tmp_path / FILE_NAME).unlink()
    assert rules_in_use(tmp_path).table.level("dinner", "din-1") is Level.REASON
