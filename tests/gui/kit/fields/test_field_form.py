"""A field is declared once: the form labels it, names it, saves it, shows it again, and says what is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.fields.field_form import FieldForm
from netmoede_desktop.gui.kit.fields.field_spec import BoundField, FieldSpec, LineSpec, PickSpec, Reach, TickSpec
from netmoede_desktop.gui.kit.fields.fields import TextInput
from netmoede_desktop.gui.kit.layout.tab_order import tab_stops_in
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.every_page.checks import name_of, stops
from tests.gui.preparing import pick


@dataclass(frozen=True, slots=True)
class Boat:
    """What the form of these tests is about."""

    name: str = "Svanen"
    rig: str = "jolle"
    afloat: bool = False
    crew: int = 2
    log: str = "Stille."


RIGS = (("jolle", "Jolle"), ("galease", "Galease"))


@dataclass(frozen=True, kw_only=True, eq=False)
class Number(FieldSpec[Boat, Boat, int, QSpinBox]):
    """A kind of field that only these tests have: a figure."""

    def bind(self, look: Look, t: Translator) -> BoundField[Boat, Boat]:
        box = QSpinBox()

        def show(shown: Boat) -> None:
            box.blockSignals(True)
            box.setValue(self.get(shown))
            box.blockSignals(False)

        put = lambda typed: self.set(typed, box.value())  # noqa: E731
        labelled = self.labelled(box, look, t)
        return BoundField(editor=box, box=labelled, show=show, put=put, chosen=box.valueChanged)


@dataclass(frozen=True, kw_only=True, eq=False)
class Lines(FieldSpec[Boat, Boat, str, TextInput]):
    """Another: several lines."""

    def bind(self, look: Look, t: Translator) -> BoundField[Boat, Boat]:
        text = TextInput()

        def show(shown: Boat) -> None:
            text.blockSignals(True)
            text.setPlainText(self.get(shown))
            text.blockSignals(False)

        return BoundField(
            editor=text,
            box=self.labelled(text, look, t),
            show=show,
            put=lambda typed: self.set(typed, text.toPlainText()),
            typed=text.textChanged,
            texts=lambda shown: (self.get(shown), text.toPlainText()),
        )


class BoatForm(FieldForm[Boat, Boat]):
    """Five fields of five kinds, each said once."""

    name = LineSpec[Boat, Boat](
        label="Navn",
        help="Som det er malet på stævnen.",
        get=lambda boat: boat.name,
        set=lambda boat, name: replace(boat, name=name),
        privacy=Reach.ROOM,
    )
    rig = PickSpec[Boat, Boat](
        label="Rigning",
        options=lambda boat, t: RIGS,
        get=lambda boat: boat.rig,
        set=lambda boat, rig: replace(boat, rig=rig),
        privacy=Reach.ROOM,
    )
    afloat = TickSpec[Boat, Boat](
        label="Er i vandet",
        get=lambda boat: boat.afloat,
        set=lambda boat, afloat: replace(boat, afloat=afloat),
        privacy=Reach.ROOM,
    )
    crew = Number(
        label="Besætning",
        get=lambda boat: boat.crew,
        set=lambda boat, crew: replace(boat, crew=crew),
        privacy=Reach.NOWHERE,
        when=lambda boat: boat.rig == "galease",
    )
    log = Lines(
        label="Logbog",
        get=lambda boat: boat.log,
        set=lambda boat, log: replace(boat, log=log),
        privacy=Reach.NOWHERE,
    )

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card", look, t, padding=14, spacing=10)
        self.lay_out_fields()


GALEASE = Boat(rig="galease")
Edit = Callable[[BoatForm], object]
Shows = Callable[[BoatForm], object]
#: Of each field: what a user does with it, what it then is, and what its input says of it.
EDITS: dict[str, tuple[Edit, object, Shows]] = {
    "name": (lambda form: _write(form.name, "Havet"), "Havet", lambda form: form.name.text()),
    "rig": (lambda form: pick(form.rig, "jolle"), "jolle", lambda form: form.rig.key),
    "afloat": (lambda form: form.afloat.click(), True, lambda form: form.afloat.isChecked()),
    "crew": (lambda form: form.crew.stepUp(), 3, lambda form: form.crew.value()),
    "log": (lambda form: _write(form.log, "Blæst."), "Blæst.", lambda form: form.log.toPlainText()),
}
LABELS = {"name": "Navn", "rig": "Rigning", "afloat": "Er i vandet", "crew": "Besætning", "log": "Logbog"}


@pytest.fixture
def form(look: Look, t: Translator, qtbot: QtBot) -> BoatForm:
    """The form, with a boat in it."""
    form = BoatForm(look, t)
    qtbot.addWidget(form)
    form.show_fields(GALEASE, GALEASE, another=True)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    return form


def _write(editor: QWidget, text: str) -> None:
    """Type something else in place of what stands there."""
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, text)


def _saved(form: BoatForm) -> list[Boat]:
    saved: list[Boat] = []
    form.changed.connect(saved.append)
    return saved


def test_each_kind_of_field_is_tried_here() -> None:
    assert BoatForm.specs().keys() == EDITS.keys() == LABELS.keys()


@pytest.mark.parametrize("name", EDITS)
def test_a_field_has_its_label_and_is_named_by_it(name: str, form: BoatForm) -> None:
    assert name_of(getattr(form, name)) == LABELS[name]
    seen = {label.text() for label in form.findChildren(Label)} | {form.afloat.text()}
    assert LABELS[name] in seen


@pytest.mark.parametrize("name", EDITS)
def test_a_field_is_saved_as_it_is_edited_and_nothing_else_is(name: str, form: BoatForm) -> None:
    saved, (edit, value, _) = _saved(form), EDITS[name]
    edit(form)
    form.flush()
    changed = replace(GALEASE, **{name: value})  # type: ignore[arg-type]
    assert saved == [changed]
    assert form.as_typed() == form.typed() == changed


@pytest.mark.parametrize("name", EDITS)
def test_a_field_shows_what_is_kept_without_saying_that_it_was_edited(name: str, form: BoatForm) -> None:
    saved, (_, value, shows) = _saved(form), EDITS[name]
    assert shows(form) == getattr(GALEASE, name)
    kept = replace(GALEASE, **{name: value})  # type: ignore[arg-type]
    form.show_fields(kept, kept, another=False)
    form.flush()
    assert (shows(form), saved, form.typed()) == (value, [], None)


def test_the_class_has_the_specs_and_a_form_the_inputs() -> None:
    assert isinstance(BoatForm.name, LineSpec)
    with pytest.raises(AttributeError, match="BoatForm"):
        BoatForm.__new__(BoatForm).name.text()


def test_tab_goes_through_the_fields_as_they_are_declared(form: BoatForm) -> None:
    seen = stops(form)
    assert [stop for stop in tab_stops_in(form) if stop in seen] == [
        form.name,
        form.rig,
        form.afloat,
        form.crew,
        form.log,
    ]


def test_help_is_read_out_with_the_field(form: BoatForm) -> None:
    assert form.name.accessibleDescription() == "Som det er malet på stævnen."


def test_what_is_typed_is_saved_after_a_pause_and_at_once_when_the_field_is_left(form: BoatForm, qtbot: QtBot) -> None:
    saved = _saved(form)
    QTest.keyClicks(form.name, "t")
    assert saved == []
    qtbot.waitUntil(lambda: len(saved) == 1)
    QTest.keyClicks(form.name, "x")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert [boat.name for boat in saved] == ["tSvanen", "txSvanen"]


def test_what_is_being_typed_and_its_caret_stay_when_it_is_shown_again(form: BoatForm) -> None:
    QTest.keyClicks(form.name, "Hvide ")
    form.show_fields(replace(GALEASE, name="Hvid"), replace(GALEASE, name="Hvid"), another=False)
    assert (form.name.text(), form.name.cursorPosition()) == ("Hvide Svanen", 6)
    form.show_fields(GALEASE, GALEASE, another=True)
    assert form.name.text() == "Svanen", "another boat"


def test_a_field_that_is_not_asked_for_is_not_seen_and_keeps_its_value(form: BoatForm) -> None:
    assert form.crew.isVisible()
    form.show_fields(Boat(), Boat(), another=True)
    assert not form.crew.isVisible()
    assert form.as_typed() == Boat()


def test_a_problem_stands_below_its_field_until_it_is_typed_in_again(form: BoatForm) -> None:
    form.show_problem("name", "Skriv bådens navn.")
    assert (form.problem_of("name"), form.problem_of("log")) == ("Skriv bådens navn.", "")
    assert form.name.accessibleDescription() == "Skriv bådens navn."
    QTest.keyClicks(form.log, "x")
    assert form.problem_of("name") != ""
    QTest.keyClicks(form.name, "x")
    assert form.problem_of("name") == ""


def test_a_form_that_shows_nothing_saves_nothing(form: BoatForm) -> None:
    saved = _saved(form)
    form.forget()
    form.afloat.click()
    assert (saved, form.typed()) == ([], None)


def test_what_is_disabled_was_not_typed_by_anybody(form: BoatForm) -> None:
    form.name.setText("Havet")
    form.setEnabled(False)
    assert form.typed() is None


def test_one_more_field_is_one_more_declaration(look: Look, t: Translator, qtbot: QtBot) -> None:
    class WithSail(BoatForm):
        """A form of a subclass has the fields of both."""

        sail = LineSpec[Boat, Boat](
            label="Sejl",
            get=lambda boat: boat.log,
            set=lambda boat, sail: replace(boat, log=sail),
            privacy=Reach.NOWHERE,
        )

    form = WithSail(look, t)
    qtbot.addWidget(form)
    assert list(WithSail.specs()) == [*EDITS, "sail"]
    form.show_fields(GALEASE, GALEASE, another=True)
    saved = _saved(form)
    _write(form.sail, "Fok")
    form.flush()
    assert (form.sail.accessibleName(), saved) == ("Sejl", [replace(GALEASE, log="Fok")])


def test_a_field_without_a_label_or_without_privacy_is_refused() -> None:
    """Planted: mypy refuses both too, or these two marks would be of no use to it."""
    with pytest.raises(TypeError, match="privacy"):
        LineSpec[Boat, Boat](label="Navn", get=_name, set=_named)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="label"):
        LineSpec[Boat, Boat](get=_name, set=_named, privacy=Reach.NOWHERE)  # type: ignore[call-arg]


def _name(boat: Boat) -> str:
    return boat.name


def _named(boat: Boat, name: str) -> Boat:
    return replace(boat, name=name)
