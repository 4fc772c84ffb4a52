"""The pjece: on one page what such a meeting is. The texts are ours and proposals; no source fixes them."""

from collections.abc import Iterator
from dataclasses import dataclass

from netmoede_desktop.documents.content.blocks import (
    Block,
    Frame,
    Heading,
    ListBlock,
    Panel,
    Panels,
    Paragraph,
    Run,
    TextTone,
    plain,
)
from netmoede_desktop.documents.content.preparation.ring import ring_figure
from netmoede_desktop.domain.methods.method import LeaderRule, Method
from netmoede_desktop.domain.people.person_facts import Edition
from netmoede_desktop.domain.preparation.invitations import at_the_table
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.localization.catalogue import Translator

_CHECK = "✓"


@dataclass(frozen=True, slots=True)
class _LeafletTexts:
    """The texts of one edition: the three parts with their questions, the rules, before, after, and whom to ask."""

    intro: str
    parts: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    before: str
    after: str
    need: str
    need_lines: str


def pjece_title(method: Method, t: Translator) -> str:
    """The title, with what such a meeting is called: `Hvad er et netværksmøde?`."""
    if method.called == "netværksmøde":
        return t.gettext("Hvad er et netværksmøde?")
    return t.gettext("Hvad er mødet?")


def pjece_blocks(meeting: PreparedMeeting, edition: Edition, t: Translator, *, large: bool) -> Iterator[Block]:
    """Return the pjece of one edition; in large type its panels are under each other."""
    method = meeting.plan.method
    words = _words(edition, t, neutral=method.leader is LeaderRule.NEUTRAL)
    yield Paragraph((Run(t.gettext("Pjece til dig, der er inviteret"), TextTone.QUIET),))
    yield Heading(1, pjece_title(method, t))
    yield Paragraph(plain(words.intro))
    yield Heading(2, t.gettext("Mødet har tre dele"))
    parts = tuple(
        Panel(
            (Paragraph((Run(f"{number}  {title}", TextTone.STRONG),)), Paragraph(plain(text), follows=True)), Frame.LINE
        )
        for number, (title, text) in enumerate(words.parts, 1)
    )
    yield from (Panels((part,)) for part in parts) if large else (Panels(parts),)
    rules = (Heading(2, t.gettext("Sådan taler vi sammen")), ListBlock(tuple(map(plain, words.rules)), _CHECK))
    ring = ring_figure(at_the_table(meeting), "", t, inside=t.gettext("Ordet går efter tur"))
    yield from rules if large else (Panels((Panel((ring,)), Panel(rules, weight=1.4))),)
    sides = (
        Panel((Heading(2, t.gettext("Før mødet")), Paragraph(plain(words.before))), Frame.TOP),
        Panel((Heading(2, t.gettext("Efter mødet")), Paragraph(plain(words.after))), Frame.TOP),
    )
    yield from (Panels((side,)) for side in sides) if large else (Panels(sides),)
    asked = Paragraph((Run(f"{words.need} ", TextTone.STRONG), Run(words.need_lines)))
    yield Panels((Panel((asked,), Frame.TINT),))


def _words(edition: Edition, t: Translator, *, neutral: bool) -> _LeafletTexts:
    match edition:
        case Edition.CHILD:
            return _child(t, neutral=neutral)
        case Edition.EASY:
            return _easy(t, neutral=neutral)
        case Edition.PROFESSIONAL:
            return _professional(t, neutral=neutral)
        case Edition.ADULT:
            return _adult(t, neutral=neutral)


def _leader(t: Translator, *, neutral: bool) -> str:
    if neutral:
        return t.gettext("Mødelederen holder ikke med nogen.")
    return t.gettext("Mødelederen sørger for, at alle får ordet.")


def _adult(t: Translator, *, neutral: bool) -> _LeafletTexts:
    return _LeafletTexts(
        t.gettext(
            "Et møde, hvor de mennesker, der betyder noget for et barn, sætter sig sammen: familie, venner og fagfolk. "
            "Alle er lige vigtige."
        ),
        (
            (t.gettext("Sådan er det nu"), t.gettext("Hvad går godt? Hvad fylder? Hvad ønsker du?")),
            (t.gettext("Sådan kan det blive"), t.gettext("Hvad lagde du mærke til? Hvad kan hjælpe?")),
            (t.gettext("Det aftaler vi"), t.gettext("Hvem gør hvad, og hvornår? Hvornår ses vi igen?")),
        ),
        (
            t.gettext("Én taler ad gangen. Ingen afbryder."),
            t.gettext("Alle får ordet, også den stille."),
            t.gettext("Du må altid sige pas eller bede om en pause."),
            t.gettext("Fortæl om det, du selv har set."),
            t.gettext("Det, vi hører, bliver mellem os."),
            _leader(t, neutral=neutral),
        ),
        t.gettext(
            "Barnet og forældrene er med til at bestemme, hvem der kommer, og hvad der må siges. Barnet får sin egen "
            "samtale."
        ),
        t.gettext("Du får et papir med det, vi aftalte. Vi mødes igen og ser, hvordan det er gået."),
        t.gettext("Har du brug for hjælp til noget?"),
        t.gettext(
            "En tolk, en plads ved døren, en pause eller en, du kan støtte dig til? Ring til den, der har inviteret "
            "dig. Nummeret står i brevet."
        ),
    )


def _professional(t: Translator, *, neutral: bool) -> _LeafletTexts:
    adult = _adult(t, neutral=neutral)
    return _LeafletTexts(
        adult.intro,
        adult.parts,
        (
            t.gettext("Én taler ad gangen. Ingen afbryder."),
            t.gettext("Brug ord, som barnet kan følge."),
            t.gettext("Fortæl om det, du selv har set. Giv et eksempel."),
            t.gettext("Tal kun om det, der er sagt ja til."),
            t.gettext("Sig, hvad du kan gøre, og hvad du ikke kan."),
            _leader(t, neutral=neutral),
        ),
        t.gettext(
            "Barnet og forældrene er med til at bestemme, hvem der kommer, og hvad der må siges. Er du i tvivl om et "
            "emne, så ring før mødet."
        ),
        t.gettext("Du får et papir med det, vi aftalte. Gør det, du har lovet, og sig til, hvis det ikke går."),
        adult.need,
        adult.need_lines,
    )


def _easy(t: Translator, *, neutral: bool) -> _LeafletTexts:
    return _LeafletTexts(
        t.gettext("På mødet taler vi om et barn. Familie, venner og fagfolk er med. Alle er lige vigtige."),
        (
            (t.gettext("Sådan er det nu"), t.gettext("Hvad går godt? Hvad er svært?")),
            (t.gettext("Sådan kan det blive"), t.gettext("Hvad kan hjælpe?")),
            (t.gettext("Det aftaler vi"), t.gettext("Hvem gør hvad? Hvornår ses vi igen?")),
        ),
        (
            t.gettext("Vi taler en ad gangen."),
            t.gettext("Alle får ordet."),
            t.gettext("Du må sige pas."),
            t.gettext("Du må bede om en pause."),
            t.gettext("Det, vi siger, bliver mellem os."),
            _leader(t, neutral=neutral),
        ),
        t.gettext("Barnet bliver spurgt først. Familien er med til at sige, hvem der skal komme."),
        t.gettext("Du får et papir. Der står, hvad vi har aftalt. Så mødes vi igen."),
        t.gettext("Har du brug for hjælp?"),
        t.gettext("Vil du have en tolk? Vil du have en pause? Ring til os. Nummeret står i brevet."),
    )


def _child(t: Translator, *, neutral: bool) -> _LeafletTexts:
    return _LeafletTexts(
        t.gettext(
            "Et møde, hvor voksne, der holder af et barn, taler sammen. De vil finde ud af, hvad der kan hjælpe."
        ),
        (
            (t.gettext("Sådan er det nu"), t.gettext("Hvad er godt? Hvad er svært?")),
            (t.gettext("Sådan kan det blive"), t.gettext("Hvad kan hjælpe?")),
            (t.gettext("Det aftaler vi"), t.gettext("Hvem gør hvad? Hvornår ses vi igen?")),
        ),
        (
            t.gettext("Vi taler en ad gangen."),
            t.gettext("Du må tale, og du må sige pas."),
            t.gettext("Du må gå ud og holde pause."),
            t.gettext("Du må spørge, hvis du ikke er med."),
            t.gettext("Du må tage en med, som du er tryg ved."),
            _leader(t, neutral=neutral),
        ),
        t.gettext("En voksen taler med dig først. Du siger selv, hvad de andre må få at vide."),
        t.gettext("Du får dit eget ark. Der står, hvad de voksne har lovet."),
        t.gettext("Er der noget, du ikke kan lide?"),
        t.gettext("Sig det til en voksen, du er tryg ved. Så finder vi ud af det."),
    )
