"""The fixed texts of invitation and pjece, edition by edition. They are ours and proposals; no source fixes them."""

from dataclasses import dataclass

from netmoede_desktop.domain.people.person_facts import Edition
from netmoede_desktop.localization.catalogue import Translator


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The words of a letter. `ways` are the boxes to tick, `blank` the line to write on."""

    title: str
    purpose: str
    who: str
    how: str
    how_lines: tuple[str, ...]
    ways: tuple[str, ...]
    blank: str


def letter_words(edition: Edition, child: str, t: Translator, *, own: bool) -> LetterWords:
    """Return the words of one edition; `own` for the child whose meeting it is."""
    match edition:
        case Edition.CHILD:
            return _child(child, t, own=own)
        case Edition.EASY:
            return _easy(_about(child, t), t)
        case Edition.PROFESSIONAL:
            return _professional(child, t)
        case Edition.ADULT:
            return _adult(_about(child, t), t)


def _about(child: str, t: Translator) -> str:
    return t.gettext("Vil du være med til et møde om {child}?").format(child=child)


def _adult(title: str, t: Translator) -> LetterWords:
    return LetterWords(
        title,
        t.gettext("Det skal mødet bruges til"),
        t.gettext("Hvem kommer?"),
        t.gettext("Sådan foregår det"),
        (
            t.gettext("Alle får ordet efter tur, og ingen afbryder. Du må altid sige pas."),
            t.gettext("Det, vi hører om hinanden, taler vi ikke om andre steder. Læs mere i pjecen."),
        ),
        (
            t.gettext("Jeg kommer"),
            t.gettext("Jeg kan ikke, men sender ord med"),
            t.gettext("Ring til mig, jeg er i tvivl"),
        ),
        t.gettext("Jeg spiser ikke"),
    )


def _professional(child: str, t: Translator) -> LetterWords:
    return LetterWords(
        t.gettext("Invitation til et møde om {child}").format(child=child),
        t.gettext("Det skal mødet bruges til"),
        t.gettext("Hvem kommer?"),
        t.gettext("Din opgave på mødet"),
        (
            t.gettext("Fortæl om det, du selv har set, i ord som alle kan følge. Alle får ordet efter tur."),
            t.gettext("Du har tavshedspligt. Tal kun om de emner, der er sagt ja til. Læs mere i pjecen."),
        ),
        (
            t.gettext("Jeg kommer"),
            t.gettext("Jeg kan ikke, men sender ord med"),
            t.gettext("Ring til mig, jeg er i tvivl"),
        ),
        t.gettext("Jeg spiser ikke"),
    )


def _easy(title: str, t: Translator) -> LetterWords:
    return LetterWords(
        title,
        t.gettext("Derfor holder vi mødet"),
        t.gettext("Hvem kommer?"),
        t.gettext("Sådan er mødet"),
        (
            t.gettext("Vi taler en ad gangen. Ingen afbryder."),
            t.gettext("Du må sige pas. Du må bede om en pause."),
            t.gettext("Det, vi siger, bliver mellem os."),
        ),
        (t.gettext("Jeg kommer"), t.gettext("Jeg kan ikke komme"), t.gettext("Ring til mig")),
        t.gettext("Jeg spiser ikke"),
    )


def _child(child: str, t: Translator, *, own: bool) -> LetterWords:
    title = t.gettext("Vil du være med til et møde om dig?") if own else _about(child, t)
    return LetterWords(
        title,
        t.gettext("Derfor holder vi mødet"),
        t.gettext("Hvem kommer?"),
        t.gettext("Sådan er mødet"),
        (
            t.gettext("Vi taler en ad gangen. Ingen skælder ud."),
            t.gettext("Du må sige pas. Du må gå ud og holde pause."),
            t.gettext("Du må tage en med, som du er tryg ved."),
        ),
        (
            t.gettext("Jeg vil gerne med"),
            t.gettext("Jeg vil kun med noget af tiden"),
            t.gettext("Jeg vil ikke med. En anden må læse mine ord op"),
        ),
        t.gettext("Jeg vil sidde ved siden af"),
    )
