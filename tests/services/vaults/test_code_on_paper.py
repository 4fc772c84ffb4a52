"""A recovery code counts as kept when it has been typed back, and a new one only when it has been typed back too."""

from pathlib import Path

import pytest

from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper, is_on_paper, renew_for_paper
from netmoede_desktop.services.vaults.opening import Entrance
from netmoede_desktop.storage.problems import WrongRecoveryCode
from tests.storage.vaults import OTHER_PASSPHRASE, PASSPHRASE, START, surroundings


def test_a_new_vault_has_no_paper_until_its_code_is_typed_back(tmp_path: Path) -> None:
    entrance = Entrance(tmp_path, surroundings())
    with entrance.create(PASSPHRASE).vault as vault:
        assert not is_on_paper(vault)
    with entrance.open(PASSPHRASE) as vault:
        assert not is_on_paper(vault)
        confirm_code_on_paper(vault)
        confirm_code_on_paper(vault)
    with entrance.open(PASSPHRASE) as vault:
        assert is_on_paper(vault)


def test_a_renewed_code_takes_the_old_paper_its_worth(tmp_path: Path) -> None:
    entrance = Entrance(tmp_path, surroundings())
    made = entrance.create(PASSPHRASE)
    with made.vault as vault:
        confirm_code_on_paper(vault)
        code = renew_for_paper(vault, START)
        assert not is_on_paper(vault)
    with pytest.raises(WrongRecoveryCode):
        entrance.recover(made.recovery_code, OTHER_PASSPHRASE)
    entrance.recover(code, OTHER_PASSPHRASE).close()
