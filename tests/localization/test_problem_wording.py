"""Every way the store can fail has its Danish sentence: what happened, what is safe, what to do."""

from collections.abc import Iterator

import pytest

from netmoede_desktop.localization import problem_wording
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.problem_wording import problem_codes, problem_sentence
from netmoede_desktop.services.vaults import vaults
from netmoede_desktop.storage.keys.passphrase import MOST_CHARACTERS
from netmoede_desktop.storage.problems import StorageProblem
from tests.localization.raised import calls, facts_of
from tests.localization.sentences import check_sentence, placeholders

DANISH = load("da")


def _kinds(kind: type[StorageProblem] = StorageProblem) -> Iterator[type[StorageProblem]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)


KINDS = {kind.__name__: kind for kind in _kinds() if kind.__module__.startswith("netmoede_desktop.")}


def test_every_kind_of_problem_has_a_sentence_and_no_sentence_is_left_over() -> None:
    assert vaults.NoPassphrase in KINDS.values()
    assert problem_codes() == {kind.code for kind in KINDS.values()}


@pytest.mark.parametrize(("place", "name", "facts"), [
    (place, call.func.id, facts_of(call)) for place, call in calls(*KINDS)  # type: ignore[attr-defined]
])  # fmt: skip
def test_the_facts_given_fill_the_sentence(place: str, name: str, facts: set[str]) -> None:
    code = KINDS[name].code
    needed = placeholders(problem_wording._SENTENCES[code])
    assert needed <= facts or (not facts and needed == set())


@pytest.mark.parametrize("code", sorted(problem_wording._SENTENCES))
def test_the_sentences_are_sentences(code: str) -> None:
    check_sentence(problem_wording._SENTENCES[code])


def test_a_passphrase_is_too_short_or_too_long() -> None:
    short = problem_sentence("weak_passphrase", {"reason": "too_short", "least": 14, "words": 4}, DANISH)
    assert short == "Adgangssætningen er for kort. Brug mindst 14 tegn eller fire ord."
    long = problem_sentence("weak_passphrase", {"reason": "too_long", "most": MOST_CHARACTERS}, DANISH)
    assert long == f"Adgangssætningen er for lang. Brug højst {MOST_CHARACTERS} tegn."
