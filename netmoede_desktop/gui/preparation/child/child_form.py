"""The answers of the talk with the child before the meeting, and how it takes part, saved as they are typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from netmoede_desktop.domain.preparation.fact_texts import lines_of
from netmoede_desktop.domain.preparation.meeting_facts import ChildTalk, Participation
from netmoede_desktop.gui.kit.fields.answer_specs import ChipsSpec, TextSpec, WhoSpec
from netmoede_desktop.gui.kit.fields.field_form import FieldForm
from netmoede_desktop.gui.kit.fields.field_spec import LineSpec, Reach
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, translatable

#: The fields of each card, as they are read; the sign to stop is below those who support the child.
_TALK = ("talk_place", "alone", "own_words", "not_said", "explained")
_SUPPORT = ("before", "during", "after")
_PART = ("participation", "participation_reason")

_ALONE = {"": None, "ja": True, "nej": False}


@dataclass(frozen=True, slots=True)
class ChildShown:
    """The answers for this meeting, those for the one before it, and whom there is to choose from, by id."""

    talk: ChildTalk = field(default=ChildTalk())
    before: ChildTalk = field(default=ChildTalk())
    name: str = ""
    people: Mapping[str, str] = field(default_factory=dict)


def _last_time(words: str, t: Translator) -> str:
    return t.gettext("Sidst: {words}").format(words=words) if words else ""


def _words_grey(shown: ChildShown, t: Translator) -> str:
    return _last_time(shown.before.own_words, t) or t.gettext("fx: Jeg vil have, at der er stille, når jeg skal sove.")


def _not_said_grey(shown: ChildShown, t: Translator) -> str:
    return _last_time("\n".join(shown.before.not_said), t) or t.gettext("fx: At jeg har grædt i skolen.")


def _alone_options(t: Translator) -> list[tuple[str, str]]:
    return [("ja", t.gettext("Ja, alene")), ("nej", t.gettext("Nej, nogen var med"))]


def _participation_options(t: Translator) -> list[tuple[str, str]]:
    labels = {
        Participation.YES: translatable("Ja"),
        Participation.PARTLY: translatable("Noget af tiden"),
        Participation.NO: translatable("Nej"),
    }
    return [(value.value, t.gettext(label)) for value, label in labels.items()]


class ChildForm(FieldForm[ChildShown, ChildTalk]):
    """The answers but who talked with the child and when, in the cards of the page."""

    talk_place = LineSpec[ChildShown, ChildTalk](
        label=translatable("Hvor talte I sammen?"),
        placeholder=translatable("fx hjemme hos farmor"),
        get=lambda shown: shown.talk.place,
        set=lambda talk, place: replace(talk, place=place),
        privacy=Reach.NOWHERE,
    )
    alone = ChipsSpec[ChildShown, ChildTalk](
        label=translatable("Talte I alene?"),
        options=_alone_options,
        get=lambda shown: next(key for key, alone in _ALONE.items() if alone is shown.talk.alone),
        set=lambda talk, key: replace(talk, alone=_ALONE[key]),
        privacy=Reach.NOWHERE,
    )
    own_words = TextSpec[ChildShown, ChildTalk](
        label=translatable("Det vil {name} gerne sige"),
        grey=_words_grey,
        named=lambda shown: shown.name,
        get=lambda shown: shown.talk.own_words,
        set=lambda talk, words: replace(talk, own_words=words),
        privacy=Reach.NOWHERE,
    )
    not_said = TextSpec[ChildShown, ChildTalk](
        label=translatable("Det må vi ikke sige i mødet"),
        help=translatable("Én ting på hver linje. Skriver nogen det i mødet, ser rummet »…« i stedet for."),
        grey=_not_said_grey,
        get=lambda shown: "\n".join(shown.talk.not_said),
        set=lambda talk, text: replace(talk, not_said=lines_of(text)),
        privacy=Reach.NOWHERE,
    )
    explained = LineSpec[ChildShown, ChildTalk](
        label=translatable("Det har I fortalt om mødet"),
        placeholder=translatable("fx hvorfor vi mødes, hvem der kommer, og at alle lytter"),
        get=lambda shown: shown.talk.explained,
        set=lambda talk, text: replace(talk, explained=text),
        privacy=Reach.NOWHERE,
    )
    participation = ChipsSpec[ChildShown, ChildTalk](
        label=translatable("Er {name} med i mødet?"),
        options=_participation_options,
        named=lambda shown: shown.name,
        get=lambda shown: shown.talk.participation.value if shown.talk.participation else "",
        set=lambda talk, key: replace(talk, participation=Participation(key) if key else None),
        privacy=Reach.NOWHERE,
    )
    participation_reason = LineSpec[ChildShown, ChildTalk](
        label=translatable("Hvorfor?"),
        placeholder=translatable("fx: Han vil gerne sige sin tur først og så lege i rummet ved siden af."),
        get=lambda shown: shown.talk.participation_reason,
        set=lambda talk, reason: replace(talk, participation_reason=reason),
        privacy=Reach.NOWHERE,
        when=lambda shown: shown.talk.participation in (Participation.PARTLY, Participation.NO),
    )
    before = WhoSpec[ChildShown, ChildTalk](
        label=translatable("Før mødet"),
        people=lambda shown: shown.people,
        get=lambda shown: shown.talk.before,
        set=lambda talk, who: replace(talk, before=who),
        privacy=Reach.NOWHERE,
    )
    during = WhoSpec[ChildShown, ChildTalk](
        label=translatable("Under mødet"),
        people=lambda shown: shown.people,
        get=lambda shown: shown.talk.during,
        set=lambda talk, who: replace(talk, during=who),
        privacy=Reach.NOWHERE,
    )
    after = WhoSpec[ChildShown, ChildTalk](
        label=translatable("Efter mødet"),
        people=lambda shown: shown.people,
        get=lambda shown: shown.talk.after,
        set=lambda talk, who: replace(talk, after=who),
        privacy=Reach.NOWHERE,
    )
    stop_sign = LineSpec[ChildShown, ChildTalk](
        label=translatable("Sådan siger barnet stop"),
        placeholder=translatable("fx lægger et rødt kort på bordet"),
        get=lambda shown: shown.talk.stop_sign,
        set=lambda talk, sign: replace(talk, stop_sign=sign),
        privacy=Reach.NOWHERE,
    )

    def __init__(self, look: Look, t: Translator) -> None:
        """Make the fields; the page puts the rest of the talk into the card `talk`, and the place into `order`."""
        super().__init__("paper", look, t, padding=0, spacing=12)
        self._t = t
        self.talk = _card(look, t.gettext("Samtalen"))
        self.order = _card(look, t.gettext("Barnets plads"))
        self._part = _card(look, t.gettext("Med i mødet"))
        self._support = QHBoxLayout()
        self._support.setSpacing(look.px(12))
        for name in _SUPPORT:
            self._support.addWidget(self._fields[name].box, 1, Qt.AlignmentFlag.AlignTop)
        for name in _TALK:
            self.talk.column.addWidget(self._fields[name].box)
        self._supports = Label("", Tone.HEADING)
        self.order.column.addWidget(self._supports)
        self.order.column.addLayout(self._support)
        self.order.column.addWidget(self._fields["stop_sign"].box)
        for name in _PART:
            self._part.column.addWidget(self._fields[name].box)
        for card in (self.talk, self.order, self._part):
            self.column.addWidget(card)

    def set_tab_order(self, talk: QWidget, place: QWidget) -> None:
        """Set the tab order: the fields as they are read, with the page's own pieces where they stand among them."""
        read = (*_TALK, *_SUPPORT, "stop_sign", *_PART)
        boxes = {name: self._fields[name].box for name in read}
        set_tab_order(
            talk, *(boxes[name] for name in _TALK), place, *(boxes[name] for name in read if name not in _TALK)
        )

    def show_talk(self, shown: ChildShown, *, another: bool) -> None:
        """Show the answers; text being typed stays, unless it is `another` meeting."""
        self._supports.setText(self._t.gettext("Hvem støtter {name}?").format(name=shown.name))
        self.show_fields(shown, shown.talk, another=another)

    def lay_out(self, *, compact: bool) -> None:
        """Put those who support the child under each other, or side by side."""
        directions = QBoxLayout.Direction
        self._support.setDirection(directions.TopToBottom if compact else directions.LeftToRight)


def _card(look: Look, name: str) -> Surface:
    card = Surface("card", look, padding=20, spacing=12)
    card.setAccessibleName(name)
    return card
