"""Settings card with the paths of the files on this computer, for support."""

from pathlib import Path

from netmoede_desktop.gui.desk.keys import load_keys
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.settings.card import SettingsCard
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: Longer than a path may be on any of the systems.
_LONGEST = 5000


class FilesCard(SettingsCard):
    """Paths that can be selected and copied."""

    def __init__(self, profile: Path, keys: Path, methods: Path, look: Look, t: Translator) -> None:
        """Create the card; an unusable line in the key file is shown as a problem."""
        about = t.gettext("Ingen af filerne kan læses uden din adgangssætning, undtagen taster og metoder.")
        super().__init__(t.gettext("Filer"), about, look)
        for label, path in (
            (t.gettext("Alt ligger i denne mappe"), profile),
            (t.gettext("Egne taster kan skrives i"), keys),
            (t.gettext("Kommunens egne metoder lægges i"), methods),
        ):
            line = LineInput(str(path), longest=_LONGEST)
            line.setReadOnly(True)
            line.setCursorPosition(0)
            field = Field(label, line, look)
            self.column.addWidget(field)
            unusable = load_keys(keys).problem if path == keys else ""
            if unusable:
                sentence = t.gettext("»{line}« kan ikke bruges. Alle taster er, som de var fra begyndelsen.")
                field.show_problem(sentence.format(line=unusable))
