"""The acute number: kept as it was written on one line, and forgotten when it is emptied."""

import pytest

from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.settings.acute_number import LONGEST, acute_number, save_acute_number
from netmoede_desktop.storage.vault import Vault


def test_the_number_is_kept_and_forgotten(vault: Vault) -> None:
    assert acute_number(vault) == ""
    assert save_acute_number(vault, "  Døgnvagten\n12 34 56 78 ") == "Døgnvagten 12 34 56 78"
    assert acute_number(vault) == "Døgnvagten 12 34 56 78"
    assert save_acute_number(vault, " ") == ""
    assert acute_number(vault) == ""


def test_no_more_is_kept_than_can_be_read_in_a_hurry(vault: Vault) -> None:
    with pytest.raises(Refused):
        save_acute_number(vault, "x" * (LONGEST + 1))
    assert acute_number(vault) == ""
