"""What there is to say of a backup: every remark has words, in both languages, and there are no words for none."""

import pytest

from netmoede_desktop.localization.backup_wording import remark_codes, remarks
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.storage.backups.ownership import Whose


def test_every_remark_has_words_and_no_words_are_left_over() -> None:
    assert remark_codes() == {whose.value for whose in Whose if whose is not Whose.OWN} | {"ahead", "misnamed"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_words_tell_the_remarks_apart(language: str) -> None:
    told = remarks(sorted(remark_codes()), load(language))
    assert len(set(told)) == len(remark_codes()) and all(told)
