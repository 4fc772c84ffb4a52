"""The mødeleder's window while the word goes round, and all that can come between."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from installer.pictures.camera import LAPTOP, ROOM_WIDTH, Camera
from installer.pictures.hands import clicks, presses, types
from installer.pictures.leading import Leader, leading
from installer.pictures.world import open_world, plan_scenario, play_until
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingBridge
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.localization.problem_wording import problem_sentence
from netmoede_desktop.services.meeting.conducting import Conducting

ROLL_CALL_NAMES = ("hvem-er-her", "moede-velkomst")
NAMES = (
    "moede-tur",
    "moede-indskud",
    "moede-over",
    "moede-lad-loebe",
    "moede-plads",
    "moede-tavlen",
    "moede-privat",
    "moede-mere",
    "moede-venter",
    "moede-rummet-ser",
    "rum-tur",
    "rum-gardin",
    "moede-pause",
    "moede-sloer",
    "moede-taster",
    "moede-huskekort",
)
INTERPRETER_NAMES = ("moede-tolk",)
GAP_NAMES = ("moede-hul",)
SLIP_NAMES = ("moede-forsinket",)
DISK_NAMES = ("moede-disken-fuld",)

#: In the second round of the demo, once Kirsten has spoken.
AMID_ROUND = 24


def shoot_roll_call(camera: Camera) -> None:
    """Take the roll call and the first part."""
    with open_world() as world, leading(camera, world, plan_scenario(world, "demo")) as leader:
        cards = leader.window.findChildren(QAbstractButton)
        absent = [button for button in cards if button.text() == "kom ikke"]
        absent[6].click()
        leader.press(Action.ARRIVAL)
        types("Amina Yusuf")
        camera.take(leader.window, "hvem-er-her")
        leader.press(Action.GO_ON)
        leader.wait(85)
        camera.take(leader.window, "moede-velkomst")


def shoot(camera: Camera) -> None:
    """Take a round: a turn, and what can come between."""
    with open_world() as world, leading(camera, world, play_until(world, "demo", AMID_ROUND)) as leader:
        _turn(camera, leader)
        _writing(camera, leader)
        _questions(camera, leader)
        _room(camera, leader)
        leader.press(Action.VEIL)
        camera.take(leader.window, "moede-sloer")
        leader.window.lift_veil()
        leader.press(Action.HELP)
        camera.take(leader.window, "moede-taster")
        leader.press(Action.TABLE)
        leader.press(Action.CARD)
        camera.take(leader.window, "moede-huskekort")


def _turn(camera: Camera, leader: Leader) -> None:
    leader.press(Action.GO_ON)
    leader.wait(20)
    types("Han bliver hurtigt ked af det, når vi taber. Men han kommer altid igen.")
    clicks(leader.window, "bekymring")
    leader.wait(15)
    camera.take(leader.window, "moede-tur")
    leader.press(Action.REMARK)
    types("Lone")
    presses(Qt.Key.Key_Return)
    leader.wait(12)
    camera.take(leader.window, "moede-indskud")
    leader.press(Action.REMARK)
    leader.wait(95)
    camera.take(leader.window, "moede-over")
    leader.press(Action.LET_RUN)
    leader.wait(30)
    camera.take(leader.window, "moede-lad-loebe")


def _writing(camera: Camera, leader: Leader) -> None:
    leader.press(Action.GO_ON, Action.BOARD)
    types("Mikkel har det stille hos farmor")
    presses(Qt.Key.Key_Return)
    types("Alle vil vide mere, siger Birthe Kjær")
    camera.take(leader.window, "moede-tavlen")
    leader.press(Action.PRIVATE)
    types("Mikkel holder øje med sin far.")
    camera.take(leader.window, "moede-privat")
    leader.press(Action.NOTE)


def _questions(camera: Camera, leader: Leader) -> None:
    leader.window.open_menu(leader.person("Kirsten"))
    camera.take(leader.window, "moede-plads")
    presses(Qt.Key.Key_Escape)
    clicks(leader.window, "Mere")
    camera.take(leader.window, "moede-mere")
    presses(Qt.Key.Key_Escape)
    leader.press(Action.NEXT_PART)
    camera.take(leader.window, "moede-venter")
    leader.press(Action.NOTE)


def _room(camera: Camera, leader: Leader) -> None:
    leader.wait(20)
    leader.press(Action.AUDIENCE)
    camera.until(lambda: leader.room.isVisible())
    for _ in range(2):  # the shape comes by itself after a while, and the small picture of it after another
        camera.pause(1.0)
        leader.led.projector.repainted.emit()
    camera.pause(1.0)
    camera.take(leader.window, "moede-rummet-ser")
    camera.take(leader.room, "rum-tur", ROOM_WIDTH)
    leader.press(Action.PAUSE)
    types("10")
    presses(Qt.Key.Key_Return)
    leader.wait(130)
    camera.pause(1.2)
    camera.take(leader.room, "rum-gardin", ROOM_WIDTH)
    camera.take(leader.window, "moede-pause")
    leader.press(Action.PAUSE, Action.AUDIENCE)


def shoot_interpreter(camera: Camera) -> None:
    """Take a turn that goes through an interpreter."""
    with open_world() as world, leading(camera, world, play_until(world, "tolk", 12)) as leader:
        while leader.led.view.next.name != "Abdi":
            leader.press(Action.GO_ON)
        leader.press(Action.GO_ON)
        leader.wait(40)
        leader.press(Action.INTERPRETER)
        leader.wait(25)
        camera.take(leader.window, "moede-tolk")


def shoot_gap(camera: Camera) -> None:
    """Take the question after a crash: seven minutes nobody knows of."""
    with open_world() as world:
        meeting = play_until(world, "demo", AMID_ROUND)
        with leading(camera, world, meeting) as leader:
            leader.press(Action.GO_ON)
            leader.wait(40)
        world.clock.forward(7 * 60)
        with leading(camera, world, meeting) as leader:
            camera.take(leader.window, "moede-hul")


def shoot_slip(camera: Camera) -> None:
    """Take the line that says a meeting gets longer, and the choices."""
    with open_world() as world, leading(camera, world, play_until(world, "demo", AMID_ROUND)) as leader:
        leader.press(Action.GO_ON)
        leader.wait(1700)
        leader.press(Action.GO_ON)
        leader.wait(10)
        camera.take(leader.window, "moede-forsinket")


def shoot_full_disk(camera: Camera) -> None:
    """Take the banner that stands there while the disk takes no more."""
    with open_world() as world:
        meeting = play_until(world, "demo", AMID_ROUND)
        bridge = MeetingBridge(Conducting(world.vault, meeting, world.clock), world.t)
        window = MeetingWindow(bridge, KeyMap(), camera.dressed(), world.t)
        window.resize(*LAPTOP)
        window.show()
        window.activateWindow()
        camera.until(window.isActiveWindow)
        window.press(Action.GO_ON)
        types("Han bliver hurtigt ked af det")
        bridge.storage_failed.emit(problem_sentence("disk_full", {}, world.t))
        camera.take(window, "moede-disken-fuld")
        window.close_now()
        camera.end(window)
