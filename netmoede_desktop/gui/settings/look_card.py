"""Settings card for the look: colours, size, language, motion, sound, and the screen the room looks at."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.settings.card import SettingsCard
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.services.settings.preferences import LanguageChoice, MotionChoice, Preferences, ThemeChoice

_THEMES = {
    ThemeChoice.SYSTEM: translatable("Som computeren"),
    ThemeChoice.LIGHT: translatable("Lyse"),
    ThemeChoice.DARK: translatable("Mørke, til aftenmøder"),
    ThemeChoice.CONTRAST_LIGHT: translatable("Høj kontrast, sort på hvidt"),
    ThemeChoice.CONTRAST_DARK: translatable("Høj kontrast, hvidt på sort"),
}
_MOTIONS = {
    MotionChoice.SYSTEM: translatable("Som computeren"),
    MotionChoice.OFF: translatable("Intet bevæger sig"),
}
#: A language is called what it calls itself.
_LANGUAGES = {LanguageChoice.DANISH: "Dansk", LanguageChoice.ENGLISH: "English"}

#: The sizes offered, in percent.
SCALES = (100, 110, 125, 150, 175, 200)


class LookCard(SettingsCard):
    """The choices. Each change is emitted at once."""

    changed = Signal(object)
    """Emitted with the new `Preferences`."""

    def __init__(self, preferences: Preferences, screens: Sequence[str], look: Look, t: Translator) -> None:
        """Create the card; `screens` are the names of the connected screens except the one this window is on."""
        super().__init__(t.gettext("Udseende"), "", look)
        self._preferences = preferences
        self.theme = Choice([(c.value, t.gettext(word)) for c, word in _THEMES.items()], look, key=preferences.theme)
        sizes = [(str(scale), t.gettext("{percent} %").format(percent=scale)) for scale in _scales(preferences.scale)]
        self.scale = Choice(sizes, look, key=str(preferences.scale))
        self.language = Choice([(c.value, word) for c, word in _LANGUAGES.items()], look, key=preferences.language)
        motions = [(choice.value, t.gettext(word)) for choice, word in _MOTIONS.items()]
        self.motion = Choice(motions, look, key=preferences.motion)
        self.sound = QCheckBox(t.gettext("Ét blødt pling til dig, når en tur har brugt sin tid"))
        self.sound.setChecked(preferences.sound)
        self.audience = Choice(_screens(screens, preferences.audience_screen, t), look, key=preferences.audience_screen)
        hint = t.gettext("Ctrl + og Ctrl − gør det samme overalt.")
        self.column.addWidget(Field(t.gettext("Farver"), self.theme, look))
        self.column.addWidget(Field(t.gettext("Størrelse"), self.scale, look, hint=hint))
        self.column.addWidget(Field(t.gettext("Bevægelse"), self.motion, look))
        self.column.addWidget(Field(t.gettext("Sprog"), self.language, look))
        self.column.addWidget(self.sound)
        shown = t.gettext("Fællesskærmen er altid slukket, til du selv åbner den i mødet.")
        self.column.addWidget(Field(t.gettext("Skærm til fællesskærmen"), self.audience, look, hint=shown))
        for choice in (self.theme, self.scale, self.language, self.motion, self.audience):
            choice.picked.connect(self._emit_changed)
        self.sound.toggled.connect(self._emit_changed)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show preferences changed elsewhere, such as the size by a shortcut, without emitting `changed`."""
        self._preferences = preferences
        self.scale.set_key(str(preferences.scale))

    def _emit_changed(self, *_: object) -> None:
        preferences = replace(
            self._preferences,
            theme=ThemeChoice(self.theme.key),
            scale=int(self.scale.key),
            language=LanguageChoice(self.language.key),
            motion=MotionChoice(self.motion.key),
            sound=self.sound.isChecked(),
            audience_screen=self.audience.key,
        )
        if preferences != self._preferences:
            self._preferences = preferences
            self.changed.emit(preferences)


def next_scale(scale: int, step: int) -> int:
    """Return the size in percent one step larger (1) or smaller (-1) than `scale`; clamped at each end."""
    sizes = [size for size in SCALES if size != scale and (size > scale) == (step > 0)]
    if not sizes:
        return scale
    return min(sizes) if step > 0 else max(sizes)


def _scales(scale: int) -> list[int]:
    return sorted({*SCALES, scale})


def _screens(screens: Sequence[str], chosen: str, t: Translator) -> list[tuple[str, str]]:
    options = [("", t.gettext("Den anden skærm"))]
    options += [(name, name) for name in screens]
    if chosen and chosen not in screens:
        options.append((chosen, t.gettext("{screen} (ikke tilsluttet nu)").format(screen=chosen)))
    return options
