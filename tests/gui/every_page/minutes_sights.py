"""After the meeting: the referat beside its pages, and every way out of it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from tests.gui.activation import bring_to_front
from tests.gui.desks import open_office
from tests.gui.every_page.staging import Sight, Stage, settle
from tests.gui.minutes.opened_minutes import Answers, Desktop, minutes_page, small_meeting
from tests.services.stories import step

Act = Callable[[Desktop], object]

#: Letters of the oldest script there is; no font of ours has them, and hardly one of a machine.
UNDRAWABLE = "\U00012000\U00012001"


#: What began before the first meeting.
_UNDER_WAY = ({"text": "Sagsbehandleren ringer hver uge", "owner": "sag", "from_": date(2026, 9, 1)},)


@contextmanager
def _opened(stage: Stage, printers: tuple[str, ...], act: Act, **keys: object) -> Iterator[QWidget]:
    with open_office(stage.folder, stage.look, stage.t) as office:
        text = "{n}. Søren undersøger, hvad der er brug for, og skriver det til alle, der var med"
        more = [step("agree", text=text.format(n=n), who="sag") for n in range(1, 6)]
        agreed = step("follow_up", at=datetime(2027, 1, 19, 16, 0), place="Kulturhuset")  # noqa: DTZ001 (a wall time)
        scenario = small_meeting(stage.folder, *more, agreed, protected="far")
        scenario = small_meeting(stage.folder, *more, agreed, protected="far", **keys)
        answers = Answers(stage.folder, names=printers)
        with minutes_page(office, scenario, answers, stage.qtbot, size=stage.size) as desktop:
            desktop.page.setWindowTitle(stage.t.gettext("Referat"))  # as its window is called
            bring_to_front(desktop.page, stage.qtbot)
            act(desktop)
            desktop.settle()
            settle()
            yield desktop.page


def _sight(name: str, act: Act, printers: tuple[str, ...] = ("Kontoret", "Arkivet på 2. sal"), **keys: object) -> Sight:
    def opened(stage: Stage) -> AbstractContextManager[QWidget]:
        return _opened(stage, printers, act, **keys)

    return Sight(f"referat, {name}", opened)


def _section(number: int) -> Act:
    return lambda desktop: desktop.page.go_to(desktop.page._work.sections[number].key)


def _measures(desktop: Desktop) -> None:
    desktop.page.go_to("carried")


def _way(key: str) -> Act:
    return lambda desktop: desktop.page.go_to(f"way:{key}")


def _corrected(desktop: Desktop) -> None:
    desktop.write(desktop.note_key("ida"), "Jeg hedder Ida Marie.")


def _empty_agreement(desktop: Desktop) -> None:
    desktop.write("agreement:1:text", "  ")


def _undrawable(desktop: Desktop) -> None:
    desktop.write(desktop.note_key("ida"), f"Jeg hedder {UNDRAWABLE}.")


def _pages(desktop: Desktop) -> None:
    desktop.page._tabs.setCurrentIndex(1)


def _approved(key: str) -> Act:
    def act(desktop: Desktop) -> None:
        desktop.page.go_to("way:print")
        desktop.settle()
        desktop.page._print.approved_only.emit()
        desktop.settle()
        desktop.page.go_to(key or desktop.page._work.sections[0].key)

    return act


MINUTES_SIGHTS = (
    *(_sight(f"section {number}", _section(number)) for number in range(10)),
    _sight("the points of a form", _section(0), method="hlb-1", agreements=_UNDER_WAY),
    _sight("measures under way", _measures, method="hlb-1", agreements=_UNDER_WAY),
    _sight("the pages", _pages),
    _sight("a correction", _corrected),
    _sight("an agreement without words", _empty_agreement),
    _sight("letters that no font has", _undrawable),
    _sight("print", _way("print")),
    _sight("no printer", _way("print"), ()),
    _sight("files", _way("files")),
    _sight("versions", _way("versions")),
    _sight("approved", _approved("")),
    _sight("approved, print", _approved("way:print")),
    _sight("approved, versions", _approved("way:versions")),
)
