"""The first window: each page on the way in, each wrong turn, and everything that can stand in the way."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.access.recovery_code import OfferCodePage, ShowCodePage, TypeCodePage
from netmoede_desktop.gui.entry.first_run import FirstRunPage
from netmoede_desktop.gui.entry.message import DonePage, TroublePage
from netmoede_desktop.gui.entry.other_folder import OtherFolderPage
from netmoede_desktop.gui.entry.recover import RecoverPage
from netmoede_desktop.gui.entry.restore import RestorePage
from netmoede_desktop.gui.entry.troubles import fault, trouble_of
from netmoede_desktop.gui.entry.unlock import UnlockPage
from netmoede_desktop.gui.entry.window.entry_window import EntryWindow, EntryWorld
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper
from netmoede_desktop.services.vaults.opening import Entrance
from tests.gui.entry.entries import Entry, Printers
from tests.gui.every_page.staging import Sight, Stage, settle, take_away
from tests.storage.vaults import MEETING, OTHER_PASSPHRASE, PASSPHRASE, START, HandClock, add_meeting, surroundings
from tests.storage.vaults import entry as journal_entry

_WRONG = "en forkert adgangssætning"
Act = Callable[[Entry], object]


@contextmanager
def _opened(stage: Stage, prepare: Callable[[Stage], object], act: Act) -> Iterator[QWidget]:
    prepare(stage)
    profile = _profile(stage)
    entrance = Entrance(profile, surroundings())
    world = EntryWorld(
        profile=profile,
        entrance=lambda: entrance,
        now=lambda: START,
        restart=lambda _: None,
        other_folder=profile.with_name("en anden"),
        file_system_of=lambda _: "ext4",
        load=lambda: None,
        dialogs=lambda: Printers(("Kontoret", "Arkivet")),
    )
    window = EntryWindow(world, stage.look, stage.t)
    # As large as it is by itself, on a screen of this size.
    stage = replace(stage, size=(min(window.width(), stage.size[0]), min(window.height(), stage.size[1])))
    try:
        stage.show(window)
        act(Entry(window, stage.qtbot, []))
        settle()
        yield window
    finally:
        take_away(window)


def _sight(name: str, prepare: Callable[[Stage], object], act: Act) -> Sight:
    def opened(stage: Stage) -> AbstractContextManager[QWidget]:
        return _opened(stage, prepare, act)

    return Sight(f"entry, {name}", opened)


def _profile(stage: Stage) -> Path:
    return stage.folder / "profil"


# -- what is in the folder


def _vault_and_a_stranger(stage: Stage) -> None:
    """A vault with a backup, beside one of another vault and one whose date lies in the future."""
    _vault(stage)
    profile = _profile(stage)
    clock = HandClock(START)
    with Entrance(profile, surroundings(clock)).open(PASSPHRASE) as vault:
        vault.backup()
        clock.forward(days=7000)
        vault.backup()
    clock = HandClock(START)
    clock.forward(days=-1)
    with Entrance(stage.folder / "den gamle", surroundings(clock)).create(OTHER_PASSPHRASE).vault as other:
        made = other.backup()
    for path in (made.store, made.key_file):
        shutil.copyfile(path, vault.layout.backups / path.name)


def _nothing(stage: Stage) -> None:
    """A program that starts for the first time."""


def _vault(stage: Stage) -> str:
    """A vault whose recovery code is on paper."""
    made = Entrance(_profile(stage), surroundings()).create(PASSPHRASE)
    with made.vault as vault:
        confirm_code_on_paper(vault)
    return made.recovery_code


def _vault_without_paper(stage: Stage) -> None:
    Entrance(_profile(stage), surroundings()).create(PASSPHRASE).vault.close()


def _lost(stage: Stage) -> None:
    """Three backups and no store."""
    clock = HandClock(START)
    clock.forward(days=-2)
    with Entrance(_profile(stage), surroundings(clock)).create(PASSPHRASE).vault as vault:
        confirm_code_on_paper(vault)
        with vault.transaction() as transaction:
            add_meeting(transaction)
        for number in range(1, 4):
            vault.append(MEETING, [journal_entry(number)])
            vault.backup()
            clock.forward(days=1)
    for path in (_profile(stage) / "vault").iterdir():
        path.unlink()


# -- what is done


def _as_it_is(entry: Entry) -> None:
    """Nothing."""


def _wrong_passphrase(entry: Entry) -> None:
    entry.enter(_WRONG)
    entry.at(UnlockPage)


def _shown_passphrase(entry: Entry) -> None:
    entry.type(_WRONG)
    next(button for button in entry.focused.findChildren(Button)).click()


def _waiting(entry: Entry) -> None:
    entry.page.show_busy("Låser op …")


def _too_short(entry: Entry) -> None:
    entry.enter("kort")
    entry.enter("kort")
    entry.at(FirstRunPage)


def _strong(entry: Entry) -> None:
    entry.type(PASSPHRASE)


def _code(entry: Entry) -> None:
    entry.enter(PASSPHRASE)
    entry.enter(PASSPHRASE)
    entry.at(ShowCodePage)


def _typing_back(entry: Entry) -> None:
    _code(entry)
    _press_primary(entry)
    entry.at(TypeCodePage)


def _typed_wrong(entry: Entry) -> None:
    _typing_back(entry)
    entry.enter("2222-2222")


def _offered(entry: Entry) -> None:
    entry.enter(PASSPHRASE)
    entry.at(OfferCodePage)


def _forgotten(entry: Entry) -> None:
    window = entry.window
    window._first_steps().recover()
    entry.at(RecoverPage)


def _wrong_code(entry: Entry) -> None:
    _forgotten(entry)
    entry.enter("2222-2222")
    entry.enter(OTHER_PASSPHRASE)
    entry.enter(OTHER_PASSPHRASE)


def _restoring(entry: Entry) -> None:
    entry.at(TroublePage)
    entry.enter()
    page = entry.at(RestorePage)
    entry.qtbot.waitUntil(lambda: len(page._choices) == 3)


def _foreign_chosen(entry: Entry) -> None:
    """A copy of another vault's is chosen where the own store is whole; a passphrase that is not its own was typed."""
    _forgotten(entry)
    entry.at(RecoverPage).restore_asked.emit()
    page = entry.at(RestorePage)
    page._choices[next(line.name for line in page._lines if line.foreign)].click()
    page._line.setFocus()
    entry.enter(_WRONG)
    entry.qtbot.waitUntil(lambda: bool(page._field.problem))


def _restored_wrong(entry: Entry) -> None:
    _restoring(entry)
    entry.enter(_WRONG)
    entry.at(RestorePage)


def _restored(entry: Entry) -> None:
    _restoring(entry)
    entry.enter(PASSPHRASE)
    entry.at(DonePage)


def _other_folder(entry: Entry) -> None:
    entry.window._first_steps().choose_folder()
    entry.at(OtherFolderPage)
    entry.enter("ved siden af")


def _trouble(code: str) -> Act:
    facts = {"reason": "synced", "found": "Dropbox", "errno": 28, "name": "store.db"}

    def act(entry: Entry) -> None:
        stack = entry.window._stack
        stack.reset_to_failure(trouble_of(code, facts, stack._t), lambda: None)

    return act


def _fault(entry: Entry) -> None:
    stack = entry.window._stack
    stack.reset_to_failure(fault(KeyError("x"), stack._t), lambda: None)


def _press_primary(entry: Entry) -> None:
    buttons = entry.page.findChildren(Button)
    next(one for one in buttons if one._kind is ButtonKind.PRIMARY and one.isVisible()).click()


#: The codes with a page of their own.
_TROUBLES = (
    "already_open",
    "damaged_key_file",
    "damaged_store",
    "disk_failure",
    "disk_full",
    "newer_store",
    "no_store",
    "not_writable",
    "store_lost",
    "unreadable",
    "unsuitable_folder",
)

ENTRY_SIGHTS = (
    _sight("the first time", _nothing, _as_it_is),
    _sight("a passphrase too short", _nothing, _too_short),
    _sight("a good passphrase", _nothing, _strong),
    _sight("the recovery code", _nothing, _code),
    _sight("typing the code back", _nothing, _typing_back),
    _sight("a slip in the code", _nothing, _typed_wrong),
    _sight("unlock", _vault, _as_it_is),
    _sight("a wrong passphrase", _vault, _wrong_passphrase),
    _sight("a passphrase that can be seen", _vault, _shown_passphrase),
    _sight("waiting", _vault, _waiting),
    _sight("a code is offered", _vault_without_paper, _offered),
    _sight("forgotten", _vault, _forgotten),
    _sight("a wrong code", _vault, _wrong_code),
    _sight("restoring", _lost, _restoring),
    _sight("restoring with a wrong passphrase", _lost, _restored_wrong),
    _sight("restored", _lost, _restored),
    _sight("another vault's copy and a wrong passphrase", _vault_and_a_stranger, _foreign_chosen),
    _sight("another folder", _nothing, _other_folder),
    _sight("a fault", _vault, _fault),
    *(_sight(f"trouble {code}", _vault, _trouble(code)) for code in _TROUBLES),
)
