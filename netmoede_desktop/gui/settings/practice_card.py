"""Settings card for the practice by which meetings are planned: the method's own, or a municipality's limit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from netmoede_desktop.domain.methods.method import LimitProfile
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.settings.card import SettingsCard
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class PracticeCard(SettingsCard):
    """A single choice, saved at once."""

    chosen = Signal(str)
    """Emitted with the id of a profile, "" for none."""

    def __init__(self, profiles: Sequence[LimitProfile], look: Look, t: Translator) -> None:
        about = t.gettext("Gælder møder, der planlægges fra nu af.")
        super().__init__(t.gettext("Kommunens praksis"), about, look)
        self._t = t
        options = [("", t.gettext("Som metoden selv"))]
        options += [(profile.id, _label(profile, t)) for profile in profiles]
        self.practice = Choice(options, look)
        self._field = Field(t.gettext("Hvor længe må et møde vare?"), self.practice, look, hint=" ")
        self.column.addWidget(self._field)
        self.practice.picked.connect(self.chosen)

    def show_practice(self, profile: str) -> None:
        """Show the saved choice."""
        self.practice.set_key(profile)

    def show_saved(self) -> None:
        """Show that the choice is saved."""
        self._field.show_hint(self._t.gettext("gemt"))

    def show_problem(self, sentence: str) -> None:
        """Show a problem."""
        self._field.show_problem(sentence)


def _label(profile: LimitProfile, t: Translator) -> str:
    if profile.limits.minutes is None:
        return profile.name
    return t.gettext("{name}: højst {n} minutter").format(name=profile.name, n=profile.limits.minutes)
