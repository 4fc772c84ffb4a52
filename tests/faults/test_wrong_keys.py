"""Wrong keys: hundreds of passphrases that are nearly right, and a key file with any of its bytes flipped, on the disk.

Flipped and put-back pages of the store are in `tests/storage/checks/test_damage.py`, of a backup in
`tests/storage/backups/test_backup.py`.
"""

import random
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.problems import DamagedKeyFile, NewerStore, StorageProblem, WrongPassphrase
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import PASSPHRASE, files_of, surroundings

SHORT, LONG = 200, 10_000
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøåABCÆØÅ0123456789 .,-!"


def nearly(passphrase: str, rng: random.Random) -> Iterator[str]:
    """Passphrases without end, none the right one: a letter changed, lost, doubled, swapped, or another case."""
    right = unicodedata.normalize("NFC", passphrase)
    while True:
        place = rng.randrange(len(passphrase) - 1)
        before, letter, after = passphrase[:place], passphrase[place], passphrase[place + 1 :]
        wrong = rng.choice(
            (
                before + rng.choice(_LETTERS) + after,
                before + after,
                before + letter + letter + after,
                before + after[:1] + letter + after[1:],
                before + letter.swapcase() + after,
                passphrase + rng.choice(_LETTERS),
                rng.choice(_LETTERS) + passphrase,
                "".join(rng.choices(_LETTERS, k=rng.randrange(40))),
            )
        )
        if unicodedata.normalize("NFC", wrong) != right:
            yield wrong


def opened_by_any(profile: Path, count: int, seed: int) -> list[str]:
    """Try so many different wrong passphrases; return those that opened the vault."""
    tried: set[str] = set()
    opened: list[str] = []
    for wrong in nearly(PASSPHRASE, random.Random(seed)):
        if len(tried) == count:
            return opened
        if wrong in tried:
            continue
        tried.add(wrong)
        try:
            Vault.open(profile, wrong, surroundings()).close()
            opened.append(wrong)
        except WrongPassphrase:
            continue
    return opened


def test_no_passphrase_but_the_right_one_opens_and_trying_changes_no_byte(vault_copy: Path) -> None:
    before = files_of(vault_copy)
    assert opened_by_any(vault_copy, SHORT, seed=1) == []
    assert files_of(vault_copy) == before
    print(f"{SHORT} wrong passphrases, 0 opened, no byte changed")


@pytest.mark.campaign
def test_ten_thousand_passphrases(vault_copy: Path) -> None:
    assert opened_by_any(vault_copy, LONG, seed=2) == []


def test_the_control_a_right_one_among_them_opens(vault_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = iter(["forkert", unicodedata.normalize("NFD", PASSPHRASE), "og forkert"])
    monkeypatch.setattr(f"{__name__}.nearly", lambda *_: right)
    assert len(opened_by_any(vault_copy, 3, seed=3)) == 1


def test_any_flipped_byte_of_both_copies_is_damage_and_of_one_copy_no_harm(vault_copy: Path) -> None:
    paths = Layout(vault_copy).key_files
    content = paths[0].read_bytes()
    for place in range(len(content)):
        flipped = bytearray(content)
        flipped[place] ^= 1 << place % 8
        for path in paths:
            path.write_bytes(flipped)
        assert isinstance(refusal(vault_copy), DamagedKeyFile), place
    for path in paths:
        path.write_bytes(content)
    for damaged in paths:
        whole = damaged.read_bytes()
        damaged.write_bytes(whole[:100] + b"#" + whole[101:])
        Vault.open(vault_copy, PASSPHRASE, surroundings()).close()
        assert b"#" not in damaged.read_bytes()
    print(f"{len(content)} flipped bytes of the key file, {len(content)} found")


def refusal(profile: Path) -> StorageProblem | None:
    try:
        Vault.open(profile, PASSPHRASE, surroundings()).close()
    except (DamagedKeyFile, NewerStore, WrongPassphrase) as problem:
        return problem
    return None


def test_the_control_an_unharmed_key_file_is_not_refused(vault_copy: Path) -> None:
    assert refusal(vault_copy) is None


@pytest.fixture
def vault_copy(base: Path, quick_disk: Path) -> Path:
    profile = quick_disk / "profil"
    shutil.copytree(base, profile)
    return profile
