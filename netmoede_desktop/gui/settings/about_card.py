"""*Om dig*: the name behind all that is prepared, saved while it is typed."""

from dataclasses import replace

from netmoede_desktop.domain.people.about_me import AboutMe, phone_unlikely
from netmoede_desktop.gui.kit.fields.field_form import FieldForm
from netmoede_desktop.gui.kit.fields.field_spec import LineSpec, Reach
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, translatable


class AboutCard(FieldForm[AboutMe, AboutMe]):
    """Five lines about who uses the program; all may be empty."""

    name = LineSpec[AboutMe, AboutMe](
        label=translatable("Navn"),
        placeholder=translatable("fx Søren Friis"),
        get=lambda about: about.name,
        set=lambda about, text: replace(about, name=text),
        privacy=Reach.PAPER,
    )
    title = LineSpec[AboutMe, AboutMe](
        label=translatable("Titel"),
        placeholder=translatable("fx sagsbehandler"),
        get=lambda about: about.title,
        set=lambda about, text: replace(about, title=text),
        privacy=Reach.PAPER,
    )
    municipality = LineSpec[AboutMe, AboutMe](
        label=translatable("Kommune"),
        placeholder=translatable("fx Egholm Kommune"),
        get=lambda about: about.municipality,
        set=lambda about, text: replace(about, municipality=text),
        privacy=Reach.PAPER,
    )
    unit = LineSpec[AboutMe, AboutMe](
        label=translatable("Enhed"),
        placeholder=translatable("fx Familie og Børn"),
        get=lambda about: about.unit,
        set=lambda about, text: replace(about, unit=text),
        privacy=Reach.PAPER,
    )
    phone = LineSpec[AboutMe, AboutMe](
        label=translatable("Telefon"),
        placeholder=translatable("fx 35 55 00 12"),
        get=lambda about: about.phone,
        set=lambda about, text: replace(about, phone=text),
        privacy=Reach.PAPER,
    )

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card", look, t, padding=20, spacing=12)
        heading = t.gettext("Om dig")
        self.setAccessibleName(heading)
        self._t = t
        self.column.addWidget(Label(heading, Tone.HEADING))
        about = t.gettext("Dit navn står ved det, du selv laver i programmet. Der er ingen konto, og intet sendes.")
        self.column.addWidget(Label(about, Tone.MUTED))
        self.lay_out_fields()
        self._saved = Label("", Tone.MUTED)
        self.column.addWidget(self._saved)
        self.phone.editingFinished.connect(self._check_phone)
        self._shown = False

    def show_about(self, about: AboutMe) -> None:
        """Show the saved fields; text being typed stays."""
        self.show_fields(about, about, another=not self._shown)
        self._shown = True

    def show_kept(self, about: AboutMe) -> None:
        """Show the fields as they were just saved, and that they are."""
        self.show_about(about)
        self._saved.setText(self._t.gettext("gemt"))

    def show_refusal(self, sentence: str) -> None:
        """Show at the name why nothing was saved; the typed text stays."""
        self._saved.setText("")
        self.show_problem("name", sentence)

    def _check_phone(self) -> None:
        unlikely = phone_unlikely(self.phone.text().strip())
        self.show_problem("phone", self._t.gettext("Et dansk nummer har otte cifre.") if unlikely else "")
