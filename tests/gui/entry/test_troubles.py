"""Everything that can stand in the way of opening has a page with a sentence and a way out."""

from collections.abc import Iterator

import pytest

from netmoede_desktop.gui.entry.troubles import WayOut, fault, trouble_of, way_label
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.storage import problems
from netmoede_desktop.storage.problems import StorageProblem

FACTS = {"found": 2, "supported": 1, "name": "x", "reason": "network", "most": 1024}


def kinds(kind: type[StorageProblem] = StorageProblem) -> Iterator[type[StorageProblem]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from kinds(sub)


@pytest.mark.parametrize("code", sorted({kind.code for kind in kinds() if kind.__module__ == problems.__name__}))
def test_every_problem_of_the_store_has_a_page(code: str, t: Translator) -> None:
    trouble = trouble_of(code, FACTS, t)
    assert trouble.title and trouble.sentences and trouble.ways
    assert all(sentence[-1] in ".…" for sentence in trouble.sentences)
    assert "{" not in " ".join(trouble.sentences)
    assert not trouble.title.endswith(".")


@pytest.mark.parametrize("code", ["damaged_store", "damaged_key_file", "store_lost"])
def test_what_a_backup_can_mend_offers_it_first(code: str, t: Translator) -> None:
    assert trouble_of(code, {}, t).ways[0] is WayOut.RESTORE


def test_the_four_that_are_easily_mixed_up_are_four_different_pages(t: Translator) -> None:
    codes = ("damaged_key_file", "damaged_store", "newer_store", "wrong_passphrase")
    assert len({trouble_of(code, FACTS, t).sentences for code in codes}) == 4


def test_backups_without_a_vault_are_a_lost_vault(t: Translator) -> None:
    assert trouble_of("store_exists", {"found": "backups"}, t) == trouble_of("store_lost", {}, t)
    assert trouble_of("store_exists", {"found": "vault"}, t) != trouble_of("store_lost", {}, t)


def test_a_mistake_of_our_own_tells_its_kind_and_nothing_more(t: Translator) -> None:
    trouble = fault(ValueError("Kirsten"), t)
    assert "ValueError" in trouble.sentences[0] and "Kirsten" not in trouble.sentences[0]
    assert trouble.ways[0] is WayOut.TRY_AGAIN


def test_every_way_out_has_its_own_label(t: Translator) -> None:
    assert len({way_label(way, t) for way in WayOut}) == len(WayOut)
