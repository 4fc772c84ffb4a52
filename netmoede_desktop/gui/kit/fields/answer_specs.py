"""Further kinds of fields of a form: a text of several lines, an answer among chips, one of the people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChips
from netmoede_desktop.gui.kit.fields.field_spec import BoundField, FieldSpec, Shown, Typed
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.kit.fields.growing_field import GrowingField
from netmoede_desktop.gui.kit.fields.who_choice import WhoChoice
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


@dataclass(frozen=True, kw_only=True, eq=False)
class TextSpec(FieldSpec[Shown, Typed, str, GrowingField]):
    """A text over several lines. `{name}` in the label is `named`; `grey` is shown while there is no text."""

    grey: Callable[[Shown, Translator], str]
    named: Callable[[Shown], str] = lambda _: ""
    least: int = 2
    most: int = 8

    def bind(self, look: Look, t: Translator) -> BoundField[Shown, Typed]:
        """Return the field with a text of its own."""
        text = GrowingField("", look, most=self.most, least=self.least)
        box = self.labelled(text, look, t)

        def fill(shown: Shown) -> None:
            text.blockSignals(True)
            text.setPlainText(self.get(shown))
            text.blockSignals(False)

        def texts(shown: Shown) -> tuple[str, str]:
            box.set_label(t.gettext(self.label).format(name=self.named(shown)))
            text.setPlaceholderText(self.grey(shown, t))
            return self.get(shown), text.text

        return BoundField(
            editor=text,
            box=box,
            show=fill,
            put=lambda typed: self.set(typed, text.text),
            typed=text.textChanged,
            texts=texts,
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class ChipsSpec(FieldSpec[Shown, Typed, str, AnswerChips]):
    """One answer of a few, side by side; the one that holds, pressed once more, is taken back: nothing is answered."""

    options: Callable[[Translator], Sequence[tuple[str, str]]]
    named: Callable[[Shown], str] = lambda _: ""

    def bind(self, look: Look, t: Translator) -> BoundField[Shown, Typed]:
        """Return the field with chips of its own."""
        chips = AnswerChips(self.options(t), look, flowing=True)
        box = Field(t.gettext(self.label), chips, look, hint=t.gettext(self.help) if self.help else "")
        held = [""]

        def hold(key: str) -> None:
            held[0] = key
            chips.set_key(key)

        def show(shown: Shown) -> None:
            box.set_label(t.gettext(self.label).format(name=self.named(shown)))
            hold(self.get(shown))

        chips.picked.connect(lambda key: hold("" if key == held[0] else key))
        return BoundField(
            editor=chips,
            box=box,
            show=show,
            put=lambda typed: self.set(typed, held[0]),
            chosen=chips.picked,
            stop=lambda: chips.stop,
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class WhoSpec(FieldSpec[Shown, Typed, str, WhoChoice]):
    """One of the people, by key, or a name; `people` are those to choose from, what they are called by key."""

    people: Callable[[Shown], Mapping[str, str]]

    def bind(self, look: Look, t: Translator) -> BoundField[Shown, Typed]:
        """Return the field with a list of its own."""
        who = WhoChoice(t.gettext(self.label), look, t)
        return BoundField(
            editor=who,
            box=who,
            show=lambda shown: who.render(self.get(shown), self.people(shown)),
            put=lambda typed: self.set(typed, who.value),
            chosen=who.chosen,
            stop=lambda: who.choice,
        )
