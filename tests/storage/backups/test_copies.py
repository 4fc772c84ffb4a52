"""Backups are made beside a running meeting: nobody waits for them, and nothing that happens meanwhile harms them."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from netmoede_desktop.storage.backups import backup as backups
from netmoede_desktop.storage.backups import copies, forgetting
from netmoede_desktop.storage.checks.integrity import check_settled
from netmoede_desktop.storage.database.driver import Cursor, Driver, open_for_reading, open_for_writing
from netmoede_desktop.storage.files import sync_file
from netmoede_desktop.storage.problems import WrongPassphrase
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING, OTHER_PASSPHRASE, PASSPHRASE, START, HandClock, entry, note

PATIENCE = 20.0


class Meeting:
    """Somebody else's presses, each of which must be durable before the backup goes on."""

    def __init__(self, vault: Vault, presses: ThreadPoolExecutor) -> None:
        self.vault = vault
        self.pressed: list[str] = []
        self._presses = presses

    def press(self, moment: str) -> None:
        """Press once; TimeoutError if the vault is not free."""
        self.pressed.append(moment)
        self._presses.submit(self.vault.append, MEETING, [entry(len(self.pressed), moment)]).result(PATIENCE)


class Pressing:
    """A connection that lets a press happen before and after each long statement."""

    def __init__(self, connection: Driver, meeting: Meeting) -> None:
        self._connection = connection
        self._meeting = meeting

    def execute(self, statement: str, parameters: Sequence[object] = ()) -> Cursor:
        if not statement.startswith("VACUUM"):
            return self._connection.execute(statement, parameters)
        self._meeting.press("before the copy")
        copied = self._connection.execute(statement, parameters)
        self._meeting.press("after the copy")
        return copied

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def presses() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


@pytest.fixture
def meeting(vault: Vault, presses: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch) -> Meeting:
    """A meeting in which somebody presses whenever a backup does something that takes long."""
    running = Meeting(vault, presses)
    check, sync = check_settled, sync_file

    def checked(connection: Driver) -> None:
        running.press("before the check")
        check(connection)

    def synced(path: Path) -> None:
        sync(path)
        running.press("after the sync")

    def opened(store: Path, key: bytes, salt: bytes) -> Pressing:
        return Pressing(open_for_writing(store, key, salt), running)

    monkeypatch.setattr(backups, "check_settled", checked)
    monkeypatch.setattr(backups, "sync_file", synced)
    monkeypatch.setattr(copies, "open_for_writing", opened)
    return running


def test_a_press_never_waits_for_a_backup(vault: Vault, meeting: Meeting) -> None:
    made = vault.backup()
    assert meeting.pressed == ["before the copy", "after the copy", "before the check", "after the sync"]
    keys = vault._keyring
    copy = open_for_reading(made.store, keys.store_key, keys.store_salt, settled=True)
    assert copy.execute("SELECT max(seq) FROM journal_event").fetchone() == (1,)
    copy.close()
    with vault.transaction() as transaction:
        assert transaction.journal.last_seq(MEETING) == 4


def test_what_was_pressed_meanwhile_makes_the_next_backup_due(
    vault: Vault, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert vault.backup_if_changed() is not None
    monkeypatch.undo()
    assert vault.backup_if_changed() is not None
    assert vault.backup_if_changed() is None


def test_nor_for_a_check_of_the_backups(vault: Vault, meeting: Meeting) -> None:
    made = vault.backup()
    meeting.pressed.clear()
    with vault.transaction() as transaction:
        meeting.pressed += ["…"] * transaction.journal.last_seq(MEETING)
    vault.verify_backup(made.name)
    assert meeting.pressed[-1] == "before the check"


def test_nor_for_wiped_notes_to_be_gone_from_the_backups(
    vault: Vault, presses: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vault.transaction() as transaction:
        transaction.private_notes.put(note(1, "hemmelig"))
    during = vault.backup()
    with vault.transaction() as transaction:
        transaction.private_notes.wipe(MEETING)
    running = Meeting(vault, presses)

    def opened(store: Path, key: bytes, salt: bytes, *, settled: bool) -> Driver:
        running.press("while a backup is asked")
        return open_for_reading(store, key, salt, settled=settled)

    monkeypatch.setattr(forgetting, "open_for_reading", opened)
    assert vault.purge_wiped_notes() == 1
    assert running.pressed == ["while a backup is asked"]
    assert during.name not in {backup.name for backup in vault.backups()}


def test_a_backup_made_while_the_passphrase_is_changed_opens_with_the_new_one_only(
    vault: Vault, presses: ThreadPoolExecutor, world: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = check_settled

    def changed(connection: Driver) -> None:
        monkeypatch.undo()
        presses.submit(vault.change_passphrase, PASSPHRASE, OTHER_PASSPHRASE).result(PATIENCE)
        check(connection)

    monkeypatch.setattr(backups, "check_settled", changed)
    made = vault.backup()
    vault.close()
    for path in vault.layout.key_files:
        path.unlink()
    with pytest.raises(WrongPassphrase):
        Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)
    Vault.restore(vault.layout.profile, OTHER_PASSPHRASE, made.name, "kl", world)[0].close()


def test_a_sag_deleted_while_a_backup_is_made_stays_deleted_after_its_restore(
    vault: Vault, presses: ThreadPoolExecutor, world: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = check_settled

    def delete() -> None:
        with vault.transaction() as transaction:
            transaction.deletions.delete_case("case-1", START)

    def changed(connection: Driver) -> None:
        monkeypatch.undo()
        presses.submit(delete).result(PATIENCE)
        check(connection)

    monkeypatch.setattr(backups, "check_settled", changed)
    made = vault.backup()
    vault.close()
    for path in vault.layout.vault.iterdir():
        path.unlink()
    restored, _ = Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)
    with restored, restored.transaction() as transaction:
        assert transaction.cases.all() == []


@pytest.mark.parametrize("what", ["close", "check", "compact", "backup"])
def test_what_rewrites_the_store_waits_for_the_backup(vault: Vault, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    check, begun, go_on = check_settled, threading.Event(), threading.Event()
    ended: list[str] = []

    def slow(connection: Driver) -> None:
        monkeypatch.undo()
        begun.set()
        assert go_on.wait(PATIENCE)
        check(connection)
        ended.append("backup")

    def then(do: Callable[[], object]) -> None:
        do()
        ended.append(what)

    monkeypatch.setattr(backups, "check_settled", slow)
    with ThreadPoolExecutor(2) as pool:
        made: Future[object] = pool.submit(vault.backup)
        assert begun.wait(PATIENCE)
        waiting = pool.submit(then, getattr(vault, what))
        vault.append(MEETING, [entry(1)])
        assert ended == []
        go_on.set()
        waiting.result(PATIENCE)
        made.result(PATIENCE)
    assert ended == ["backup", what]


def test_a_backup_is_refused_inside_a_transaction_and_after_the_end(vault: Vault) -> None:
    for attempt in (vault.backup, vault.backup_if_changed, vault.purge_wiped_notes, vault.compact):
        with vault.transaction(), pytest.raises(RuntimeError, match="busy"):
            attempt()
    vault.close()
    for attempt in (vault.backup, vault.backup_if_changed, vault.purge_wiped_notes, vault.compact):
        with pytest.raises(RuntimeError, match="closed"):
            attempt()


def test_backups_made_while_others_press_are_each_whole(vault: Vault, clock: HandClock) -> None:
    """The last seq of each is no less than what was durable before it was begun, and its journal has no gap."""
    stop = threading.Event()
    last = [0]

    def press() -> None:
        while not stop.is_set():
            vault.append(MEETING, [entry(last[0] + 1, "ord " * 50)])
            last[0] += 1

    keys = vault._keyring
    with ThreadPoolExecutor(1) as pool:
        pressing = pool.submit(press)
        for _ in range(6):
            before = last[0]
            made = vault.backup()
            clock.forward(seconds=1)
            vault.verify_backup(made.name)
            copy = open_for_reading(made.store, keys.store_key, keys.store_salt, settled=True)
            [(count, highest)] = copy.execute("SELECT count(*), max(seq) FROM journal_event").fetchall()
            copy.close()
            assert count == (highest or 0) >= before
        stop.set()
        pressing.result(PATIENCE)
    vault.check()
    assert last[0] > 6
