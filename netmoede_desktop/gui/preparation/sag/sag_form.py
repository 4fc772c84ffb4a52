"""The answers about the sag that are saved as they are typed: why this meeting, and what each method asks."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import QWidget

from netmoede_desktop.domain.cases.case_facts import CaseFacts, CaseType, Screening
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.gui.kit.fields.answer_specs import ChipsSpec, TextSpec
from netmoede_desktop.gui.kit.fields.field_form import FieldForm
from netmoede_desktop.gui.kit.fields.field_spec import LineSpec, Reach
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, translatable

_ANSWERS = {"": None, "ja": True, "nej": False}
_BY_PHONE = {"": None, "mødt": False, "telefon": True}


@dataclass(frozen=True, slots=True)
class SagTyped:
    """The answers as they are typed. `family` is that of the method ("pnm"); `by_phone` is of the first visit."""

    case: CaseFacts = field(default=CaseFacts())
    by_phone: bool | None = None
    family: str = ""

    @property
    def assesses(self) -> bool:
        """Whether the screening asks for a risk assessment."""
        return self.case.screening is Screening.YES

    @property
    def of_families_known(self) -> bool:
        """Whether it is a method that asks if the authority knows the family, and it does."""
        return self.family == "hlb" and self.case.known is True

    @property
    def of_families_unknown(self) -> bool:
        """Whether it is a method that asks if the authority knows the family, and it does not."""
        return self.family == "hlb" and self.case.known is False


def _yes_no(t: Translator) -> list[tuple[str, str]]:
    return [("ja", t.gettext("Ja")), ("nej", t.gettext("Nej"))]


def _screenings(t: Translator) -> list[tuple[str, str]]:
    labels = {
        Screening.NO: translatable("Nej"),
        Screening.YES: translatable("Ja"),
        Screening.NOT_SCREENED: translatable("Ikke screenet"),
    }
    return [(value.value, t.gettext(label)) for value, label in labels.items()]


def _case_types(t: Translator) -> list[tuple[str, str]]:
    labels = {
        CaseType.EARLY: translatable("Tidlig bekymring"),
        CaseType.RUNNING: translatable("En sag, der er i gang"),
        CaseType.PLACEMENT_POSSIBLE: translatable("Mulig anbringelse"),
        CaseType.PLACED: translatable("Barnet er anbragt"),
        CaseType.STUCK: translatable("Samarbejdet sidder fast"),
    }
    return [(value.value, t.gettext(label)) for value, label in labels.items()]


def _ways_to_meet(t: Translator) -> list[tuple[str, str]]:
    return [("mødt", t.gettext("I har mødtes")), ("telefon", t.gettext("I telefonen"))]


def _key(answers: dict[str, bool | None], answer: bool | None) -> str:
    return next(key for key, value in answers.items() if value is answer)


def _answer(
    label: str,
    get: Callable[[CaseFacts], bool | None],
    put: Callable[[CaseFacts, bool | None], CaseFacts],
    when: Callable[[SagTyped], bool],
) -> ChipsSpec[SagTyped, SagTyped]:
    """A question about the sag that is answered by yes or no."""
    return ChipsSpec[SagTyped, SagTyped](
        label=label,
        options=_yes_no,
        get=lambda typed: _key(_ANSWERS, get(typed.case)),
        set=lambda typed, key: replace(typed, case=put(typed.case, _ANSWERS[key])),
        privacy=Reach.NOWHERE,
        when=when,
    )


def _text(
    label: str,
    grey: str,
    get: Callable[[CaseFacts], str],
    put: Callable[[CaseFacts, str], CaseFacts],
    when: Callable[[SagTyped], bool],
) -> TextSpec[SagTyped, SagTyped]:
    """A text about the sag."""
    return TextSpec[SagTyped, SagTyped](
        label=label,
        grey=lambda _, t: t.gettext(grey),
        get=lambda typed: get(typed.case),
        set=lambda typed, text: replace(typed, case=put(typed.case, text)),
        privacy=Reach.NOWHERE,
        when=when,
    )


def _words(said: Said, text: str) -> Said:
    return replace(said, text=text)


class SagForm(FieldForm[SagTyped, SagTyped]):
    """The answers but who said something and when. The page puts the boxes into its cards."""

    screening = ChipsSpec[SagTyped, SagTyped](
        label=translatable("Viser screeningen tegn på æresrelateret konflikt eller negativ social kontrol?"),
        help=translatable("Svaret står aldrig på papir, og rummet ser det ikke."),
        options=_screenings,
        get=lambda typed: typed.case.screening.value if typed.case.screening else "",
        set=lambda typed, key: replace(typed, case=replace(typed.case, screening=Screening(key) if key else None)),
        privacy=Reach.NOWHERE,
    )
    involvement = _text(
        translatable("Hvordan er familie og netværk tænkt med, og hvorfor dette møde?"),
        translatable("fx: Farmor og klubben kender Mikkel bedst. Derfor mødes de alle om ham nu."),
        lambda case: case.involvement,
        lambda case, text: replace(case, involvement=text),
        lambda typed: typed.family != "um",
    )
    target_group = _text(
        translatable("Hvilken støtte har barnet brug for?"),
        translatable("fx: Kommer sjældent i skole og sover ikke om natten."),
        lambda case: case.target_group,
        lambda case, text: replace(case, target_group=text),
        lambda typed: typed.family not in ("hlb", "um"),
    )
    case_type = ChipsSpec[SagTyped, SagTyped](
        label=translatable("Hvor i forløbet er I?"),
        options=_case_types,
        get=lambda typed: typed.case.case_type.value if typed.case.case_type else "",
        set=lambda typed, key: replace(typed, case=replace(typed.case, case_type=CaseType(key) if key else None)),
        privacy=Reach.NOWHERE,
    )
    first_assessment = _answer(
        translatable("Er det en første børnefaglig undersøgelse?"),
        lambda case: case.first_assessment,
        lambda case, answer: replace(case, first_assessment=answer),
        lambda typed: typed.family != "um",
    )
    nominated_why = LineSpec[SagTyped, SagTyped](
        label=translatable("Hvorfor blev der bedt om mødet?"),
        get=lambda typed: typed.case.nominated.text,
        set=lambda typed, text: replace(typed, case=replace(typed.case, nominated=_words(typed.case.nominated, text))),
        privacy=Reach.NOWHERE,
    )
    complex_needs = _answer(
        translatable("Har familien mange og sammensatte problemer?"),
        lambda case: case.complex_needs,
        lambda case, answer: replace(case, complex_needs=answer),
        lambda typed: typed.family == "pnm",
    )
    hard_cooperation = _answer(
        translatable("Er samarbejdet med myndighederne svært?"),
        lambda case: case.hard_cooperation,
        lambda case, answer: replace(case, hard_cooperation=answer),
        lambda typed: typed.family == "pnm",
    )
    by_phone = ChipsSpec[SagTyped, SagTyped](
        label=translatable("Hvordan talte I sammen?"),
        help=translatable("Tillid kræver, at I mødes. En samtale i telefonen er ikke nok."),
        options=_ways_to_meet,
        get=lambda typed: _key(_BY_PHONE, typed.by_phone),
        set=lambda typed, key: replace(typed, by_phone=_BY_PHONE[key]),
        privacy=Reach.NOWHERE,
        when=lambda typed: typed.family == "pnm",
    )
    known = _answer(
        translatable("Kender myndigheden familien?"),
        lambda case: case.known,
        lambda case, answer: replace(case, known=answer),
        lambda typed: typed.family == "hlb",
    )
    adviser_words = LineSpec[SagTyped, SagTyped](
        label=translatable("Det sagde rådgiveren"),
        placeholder=translatable("fx: Mødet er relevant, og jeg kommer selv."),
        get=lambda typed: typed.case.adviser_asked.text,
        set=lambda typed, text: replace(
            typed, case=replace(typed.case, adviser_asked=_words(typed.case.adviser_asked, text))
        ),
        privacy=Reach.NOWHERE,
        when=lambda typed: typed.of_families_known,
    )
    concern = _answer(
        translatable("Er der en bekymring, som myndigheden skal se på?"),
        lambda case: case.unknown_case.concern,
        lambda case, answer: replace(case, unknown_case=replace(case.unknown_case, concern=answer)),
        lambda typed: typed.of_families_unknown,
    )
    beyond_family = _answer(
        translatable("Er det mere, end familien og I selv kan løse?"),
        lambda case: case.unknown_case.beyond_family,
        lambda case, answer: replace(case, unknown_case=replace(case.unknown_case, beyond_family=answer)),
        lambda typed: typed.of_families_unknown,
    )
    beyond_partners = _answer(
        translatable("Er det mere, end andre i Læring og Trivsel kan give?"),
        lambda case: case.unknown_case.beyond_partners,
        lambda case, answer: replace(case, unknown_case=replace(case.unknown_case, beyond_partners=answer)),
        lambda typed: typed.of_families_unknown,
    )
    expectations = _text(
        translatable("Hvad venter I af myndigheden?"),
        translatable("fx: At rådgiveren fortæller, hvilken støtte der er mulig."),
        lambda case: case.expectations,
        lambda case, text: replace(case, expectations=text),
        lambda typed: typed.family == "hlb",
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
