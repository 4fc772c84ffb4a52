"""The base of the settings cards, and the sentence for an error of the lane."""

from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.problem_wording import problem_sentence
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.storage.problems import StorageProblem


class SettingsCard(Surface):
    """A card with a heading and, under it, an explanation."""

    def __init__(self, heading: str, about: str, look: Look) -> None:
        super().__init__("card", look, padding=20, spacing=12)
        self.setAccessibleName(heading)
        self.column.addWidget(Label(heading, Tone.HEADING))
        if about:
            self.column.addWidget(Label(about, Tone.MUTED))


def failure_sentence(error: Exception, t: Translator) -> str:
    """Return the sentence for an error of the lane. Raises any error that is no refusal, storage problem or OSError."""
    if isinstance(error, Refused):
        return refusal_sentence(error.code, error.facts, {}, t)
    if isinstance(error, StorageProblem):
        return problem_sentence(error.code, error.facts, t)
    if isinstance(error, OSError):
        return t.gettext("Filen kunne ikke gemmes. Se efter, om der er plads på disken, og prøv igen.")
    raise error
