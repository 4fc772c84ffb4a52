"""The first window: a new profile, its code on paper, unlocking, and the ways back from a wrong turn."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from installer.pictures.camera import Camera
from installer.pictures.hands import clicks, presses, types
from installer.pictures.world import MORNING, PASSPHRASE, HandClock, surroundings
from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.access.recovery_code import ShowCodePage, TypeCodePage
from netmoede_desktop.gui.entry.recover import RecoverPage
from netmoede_desktop.gui.entry.restore import RestorePage
from netmoede_desktop.gui.entry.window.entry_window import EntryWindow, EntryWorld
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.vaults.opening import Entrance
from netmoede_desktop.storage.layout import Layout

NAMES = ("foerste-gang", "koden", "koden-tilbage", "laas-op", "forkert-adgangssaetning", "glemt", "vaek", "gendan")


def shoot(camera: Camera) -> None:
    """Take the pictures of getting in."""
    clock = HandClock(MORNING.astimezone() - timedelta(days=3))
    with tempfile.TemporaryDirectory(prefix="netmoede-pictures-") as folder:
        profile = Path(folder) / "profil"
        entrance = Entrance(profile, surroundings(clock))
        with _window(camera, profile, entrance, clock) as window:
            _first_time(camera, window)
        _make_backups(entrance, clock)
        with _window(camera, profile, entrance, clock) as window:
            _every_day(camera, window)
        shutil.rmtree(Layout(profile).vault)
        with _window(camera, profile, entrance, clock) as window:
            _store_lost(camera, window)


@contextmanager
def _window(camera: Camera, profile: Path, entrance: Entrance, clock: HandClock) -> Iterator[EntryWindow]:
    """The window of a profile, and nobody who takes the vault when it is open."""
    world = EntryWorld(
        profile=profile,
        entrance=lambda: entrance,
        now=clock.now,
        restart=lambda _: None,
        other_folder=Path("/home/maja/Netmoede"),
        file_system_of=lambda _: "ext4",
        load=lambda: None,
    )
    window = EntryWindow(world, camera.dressed(), load("da"))
    window.opened.connect(lambda vault: vault.close())
    window.show()
    window.activateWindow()
    camera.until(window.isActiveWindow)
    try:
        yield window
    finally:
        window.close()
        camera.end(window)


def _first_time(camera: Camera, window: EntryWindow) -> None:
    types(PASSPHRASE)
    camera.take(window, "foerste-gang")
    clicks(window, "Vis: Adgangssætning")
    presses(Qt.Key.Key_Return)
    _at(camera, window, ShowCodePage)
    camera.take(window, "koden")
    code = _code_on(window)
    clicks(window, "Jeg har den på papir")
    _at(camera, window, TypeCodePage)
    types(_with_a_slip(code))
    presses(Qt.Key.Key_Return)
    camera.take(window, "koden-tilbage")


def _every_day(camera: Camera, window: EntryWindow) -> None:
    camera.take(window, "laas-op")
    types("noget helt andet")
    presses(Qt.Key.Key_Return)
    camera.until(lambda: not window.page.busy)
    camera.take(window, "forkert-adgangssaetning")
    clicks(window, "Glemt adgangssætningen?")
    _at(camera, window, RecoverPage)
    camera.take(window, "glemt")


def _store_lost(camera: Camera, window: EntryWindow) -> None:
    camera.take(window, "vaek")
    clicks(window, "Gendan fra en sikkerhedskopi")
    _at(camera, window, RestorePage)
    camera.take(window, "gendan")


def _make_backups(entrance: Entrance, clock: HandClock) -> None:
    with entrance.open(PASSPHRASE) as vault:
        for _ in range(3):
            vault.backup()
            clock.forward(86_400)


def _at(camera: Camera, window: EntryWindow, kind: type[EntryPage]) -> None:
    """Wait for a page of that kind, at rest."""
    camera.until(lambda: isinstance(window.page, kind) and not window.page.busy)


def _code_on(window: EntryWindow) -> str:
    """The code as it stands on the page."""
    groups = [label.text() for label in window.page.findChildren(QLabel) if len(label.text()) == 4]
    return "-".join(groups)


def _with_a_slip(code: str) -> str:
    """The code with one letter typed wrong."""
    wrong = "7" if code[6] != "7" else "9"
    return code[:6] + wrong + code[7:]
