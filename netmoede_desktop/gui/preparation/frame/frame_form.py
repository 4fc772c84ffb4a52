"""Where the family comes, the food, and the tolk: the answers of the frame that are saved as they are typed."""

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.preparation.meeting_facts import MeetingFacts
from netmoede_desktop.gui.kit.fields.answer_specs import ChipsSpec
from netmoede_desktop.gui.kit.fields.field_form import FieldForm
from netmoede_desktop.gui.kit.fields.field_spec import LineSpec, Reach
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, translatable

_ANSWERS = {"": None, "ja": True, "nej": False}


@dataclass(frozen=True, slots=True)
class FrameTyped:
    """The answers as they are typed. `language` is what the tolk speaks, as the plan has it."""

    comes_here: bool | None = None
    dinner: str = ""
    needed: bool | None = None
    language: str = ""
    name: str = ""
    birth_year: str = ""
    family: bool | None = None


def typed_of(plan: MeetingPlan, facts: MeetingFacts) -> FrameTyped:
    """Return the answers as they are kept."""
    tolk = facts.interpreter
    needed = True if tolk.needed is None and plan.interpreter_language else tolk.needed
    year = "" if tolk.birth_year is None else str(tolk.birth_year)
    here = facts.room.family_comes_here
    return FrameTyped(here, facts.dinner, needed, plan.interpreter_language, tolk.name, year, tolk.family)


def _key(answer: bool | None) -> str:
    return next(key for key, value in _ANSWERS.items() if value is answer)


def _yes_no(t: Translator) -> list[tuple[str, str]]:
    return [("nej", t.gettext("Nej")), ("ja", t.gettext("Ja"))]


def _needed(t: Translator) -> list[tuple[str, str]]:
    return [("nej", t.gettext("Ingen har brug for det")), ("ja", t.gettext("Ja"))]


class FrameForm(FieldForm[FrameTyped, FrameTyped]):
    """The answers. The page puts the boxes into its cards."""

    comes_here = ChipsSpec[FrameTyped, FrameTyped](
        label=translatable("Kommer familien her til andre møder?"),
        options=_yes_no,
        get=lambda typed: _key(typed.comes_here),
        set=lambda typed, key: replace(typed, comes_here=_ANSWERS[key]),
        privacy=Reach.NOWHERE,
    )
    dinner = LineSpec[FrameTyped, FrameTyped](
        label=translatable("Det er der at spise og drikke"),
        placeholder=translatable("fx kaffe, vand, frugt og boller"),
        get=lambda typed: typed.dinner,
        set=lambda typed, text: replace(typed, dinner=text),
        privacy=Reach.NOWHERE,
    )
    needed = ChipsSpec[FrameTyped, FrameTyped](
        label=translatable("Skal der tolkes?"),
        options=_needed,
        get=lambda typed: _key(typed.needed),
        set=lambda typed, key: replace(typed, needed=_ANSWERS[key]),
        privacy=Reach.NOWHERE,
    )
    language = LineSpec[FrameTyped, FrameTyped](
        label=translatable("Tolkes til"),
        placeholder=translatable("fx somali"),
        get=lambda typed: typed.language,
        set=lambda typed, text: replace(typed, language=text if typed.needed else ""),
        privacy=Reach.NOWHERE,
        when=lambda typed: typed.needed is True,
    )
    name = LineSpec[FrameTyped, FrameTyped](
        label=translatable("Tolkens navn"),
        get=lambda typed: typed.name,
        set=lambda typed, text: replace(typed, name=text),
        privacy=Reach.NOWHERE,
        when=lambda typed: typed.needed is True,
    )
    birth_year = LineSpec[FrameTyped, FrameTyped](
        label=translatable("Tolkens fødselsår"),
        placeholder=translatable("fx 1985"),
        get=lambda typed: typed.birth_year,
        set=lambda typed, text: replace(typed, birth_year=text),
        privacy=Reach.NOWHERE,
        when=lambda typed: typed.needed is True,
    )
    family = ChipsSpec[FrameTyped, FrameTyped](
        label=translatable("Er tolken i familie med nogen?"),
        options=_yes_no,
        get=lambda typed: _key(typed.family),
        set=lambda typed, key: replace(typed, family=_ANSWERS[key]),
        privacy=Reach.NOWHERE,
        when=lambda typed: typed.needed is True,
    )

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("paper", look, t, padding=0, spacing=12)

    def place_into(self, card: Surface, *names: str) -> None:
        """Append the boxes of these fields to a card."""
        for name in names:
            card.column.addWidget(self._fields[name].box)

    def box_of(self, name: str) -> QWidget:
        """Return the box of a field."""
        return self._fields[name].box
