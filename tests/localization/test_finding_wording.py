"""Every thing the doctor can find has its Danish line."""

import pytest

from netmoede_desktop.localization import finding_wording
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.finding_wording import finding_codes, finding_sentence
from netmoede_desktop.services.vaults.checkup import Health
from tests.localization.raised import calls, text_of
from tests.localization.sentences import check_sentence

DANISH = load("da")
FOUND = [(place, call) for place, call in calls("Finding")]
CHECKS = {text_of(call.args[0]) for _, call in FOUND} - {None}
CODES = {text_of(call.args[2]) for _, call in FOUND if len(call.args) > 2} - {None}


def test_every_check_and_code_has_its_words() -> None:
    assert set(finding_wording._CHECKS) == CHECKS
    assert finding_codes() >= CODES
    assert set(finding_wording._REMARKS) - {"no_passphrase"} <= CODES
    assert {health.value for health in Health} == set(finding_wording._HEALTH)


@pytest.mark.parametrize("code", sorted(finding_wording._REMARKS))
def test_the_remarks_are_sentences(code: str) -> None:
    check_sentence(finding_wording._REMARKS[code])


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (("database", "ok", "ok", {"bytes": 4096}), "Databasen: i orden."),
        (
            ("database", "failed", "damaged_store", {"reason": "pages"}),
            "Databasen: skal rettes. Databasen er beskadiget. Intet er ændret. Gendan fra en sikkerhedskopi.",
        ),
        (
            ("backups", "warning", "backup_old", {"newest_days": 9, "count": 2}),
            "Sikkerhedskopierne: se på det. Den nyeste er 9 dage gammel. Lav en ny med »netmoede backup create«.",
        ),
        (
            ("space", "warning", "little_space", {"free_mb": 120}),
            "Pladsen på disken: se på det. Der er kun 120 MB fri. Gør plads snart.",
        ),
    ],
)
def test_a_finding_is_one_line(found: tuple[str, str, str, dict[str, object]], told: str) -> None:
    assert finding_sentence(*found, DANISH) == told
