"""Every reason why a file may not be written has one sentence, in both languages."""

import re
from pathlib import Path

import pytest

import netmoede_desktop.services.files.files_out as door
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.place_wording import place_codes, place_sentence
from netmoede_desktop.services.files.own_papers import FileIdentity


def test_every_code_the_door_gives_has_a_sentence() -> None:
    source = Path(door.__file__).read_text(encoding="utf-8")
    documented = set(re.findall(r"`(\w+)`", source[source.index("`code`:") : source.index("class May")]))
    assert documented - {"code"} == place_codes()
    assert {FileIdentity.RECOVERY_CODE, FileIdentity.HANDOVER, FileIdentity.FIGURES} <= place_codes()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("code", sorted(place_codes()))
def test_a_sentence_names_the_place_and_says_what_to_do(code: str, language: str) -> None:
    told = place_sentence(code, "papir.pdf", load(language))
    assert "papir.pdf" in told
    assert told.endswith(".")
    assert "{" not in told
