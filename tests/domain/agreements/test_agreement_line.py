"""One line of typing read as an agreement (R114). "Today" is Monday 23 November 2026."""

from datetime import date

import pytest

from netmoede_desktop.domain.agreements.agreement_line import LineCode, ParsedAgreement, SpanKind
from tests.domain.agreements.typed_lines import parse

pytestmark = pytest.mark.smoke


def fields(parsed: ParsedAgreement) -> tuple[str, str | None, date | None, date | None, str | None]:
    return parsed.text, parsed.owner, parsed.start, parsed.due, parsed.sign


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Kirsten henter Mikkel onsdage fra 2/12",
            ("Kirsten henter Mikkel onsdage", "kirsten", date(2026, 12, 2), None, None),
        ),
        (
            "Søren undersøger fritidspas senest 4. december",
            ("Søren undersøger fritidspas", "søren", None, date(2026, 12, 4), None),
        ),
        (
            "Hanne skriver til mor hver fredag fra på fredag, tegn: mor ved hvad der gik godt",
            ("Hanne skriver til mor hver fredag", "hanne", date(2026, 11, 27), None, "mor ved hvad der gik godt"),
        ),
        ("Peter laver kalender inden søndag", ("Peter laver kalender", "peter", None, date(2026, 11, 29), None)),
        ("Mikkel ringer til farmor i morgen", ("Mikkel ringer til farmor", "mikkel", None, date(2026, 11, 24), None)),
        (
            "Jonas kører fra 2/12 og senest 9/12.",
            ("Jonas kører", "jonas", date(2026, 12, 2), date(2026, 12, 9), None),
        ),
        ("fra 27. nov", ("fra 27. nov", None, date(2026, 11, 27), None, None)),
    ],
)
def test_r114_a_line_gives_who_does_what_from_or_by_when_and_the_sign(
    line: str, expected: tuple[str, str | None, date | None, date | None, str | None]
) -> None:
    parsed = parse(line)
    assert fields(parsed) == expected
    assert parsed.codes == ()


def test_the_spans_tell_which_words_gave_which_field() -> None:
    assert parse("Kirsten henter fra 2/12, tegn: han sover").pieces() == (
        (SpanKind.OWNER, "Kirsten"),
        (None, " henter "),
        (SpanKind.START, "fra 2/12"),
        (None, ", "),
        (SpanKind.SIGN, "tegn: han sover"),
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Kirsten henter fra 2/12 Mikkel i skolen", "Kirsten henter fra 2/12 Mikkel i skolen"),
        ("Kirsten henter fra 2/12 kl. 15, tegn: ro", "Kirsten henter fra 2/12 kl. 15"),
        ("Fra 2/12 henter Kirsten Mikkel", "Kirsten henter Mikkel"),
        ("fra 2/12 henter Kirsten Mikkel", "Kirsten henter Mikkel"),
        ("I morgen skal vi ikke ringe", "Vi skal ikke ringe"),
        ("I morgen kl. 9 ringer Kirsten", "Kl. 9 ringer Kirsten"),
        ("I morgen ringer nogle til Kirsten", "I morgen ringer nogle til Kirsten"),
        ("Kirsten ringer i morgen til skolen", "Kirsten ringer til skolen"),
        ("Kirsten ringer i morgen kl. 9", "Kirsten ringer kl. 9"),
        ("Kirsten ringer inden i morgen kl. 9", "Kirsten ringer inden i morgen kl. 9"),
        ("Kirsten ringer i morgen formiddag", "Kirsten ringer i morgen formiddag"),
        ("Kirsten henter (tegn: ro) hver dag", "Kirsten henter hver dag"),
        ("Kirsten henter lige efter nytår", "Kirsten henter lige efter nytår"),
        ("Kirsten ringer omkring den 4/12", "Kirsten ringer omkring den 4/12"),
        ("Kirsten fra 2/12", "Kirsten"),
        ("  Kirsten henter, fra 2/12, senest 9/12 .", "Kirsten henter"),
        ("senest 4/12, tegn: ro", "senest 4/12"),
        ("Kirsten henter (fra 2/12).", "Kirsten henter"),
        ("Kirsten henter [fra 2/12] (tegn: ro)", "Kirsten henter"),
        ("Kirsten henter (til skole) fra 2/12", "Kirsten henter (til skole)"),
        ("Kirsten henter og senest 4/12", "Kirsten henter"),
        ("(fra 2/12)", "(fra 2/12)"),
        ("", ""),
        (" \t ", ""),
    ],
)
def test_the_text_loses_only_clauses_that_stand_cleanly_at_its_end(line: str, text: str) -> None:
    assert parse(line).text == text


@pytest.mark.parametrize(
    ("line", "start", "due", "codes"),
    [
        ("Kirsten henter fra 31/2", None, None, (LineCode.DATE_IMPOSSIBLE,)),
        ("Kirsten henter næste fredag", None, None, (LineCode.DATE_UNCLEAR,)),
        ("Kirsten henter senest torsdag 4/12", None, None, (LineCode.DATE_NOT_ON_THAT_WEEKDAY,)),
        ("Kirsten henter 2/12 og 9/12", None, None, (LineCode.DATE_UNCLEAR,)),
        ("Kirsten henter fra 2/12 eller fra 9/12", None, None, (LineCode.DATE_TWICE,)),
        ("Kirsten henter fra 2/12, møde 9/12", None, None, (LineCode.DATE_UNCLEAR,)),
        ("Kirsten henter før sommerferien", None, None, (LineCode.DATE_VAGUE,)),
        ("Kirsten henter fra 2/12 i 14 dage", None, None, (LineCode.DATE_UNCLEAR,)),
        ("Kirsten henter senest 4/12 og inden jul", None, None, (LineCode.DATE_UNCLEAR,)),
    ],
)
def test_a_date_that_cannot_be_read_stays_in_the_text_with_a_code(
    line: str, start: date | None, due: date | None, codes: tuple[LineCode, ...]
) -> None:
    parsed = parse(line)
    assert (parsed.start, parsed.due, parsed.codes) == (start, due, codes)
    assert parsed.text == line


def test_a_date_that_words_lead_goes_before_a_bare_one() -> None:
    parsed = parse("Søren ringer den 3/12 og skriver senest 4/12")
    assert (parsed.start, parsed.due, parsed.codes) == (None, date(2026, 12, 4), ())


@pytest.mark.parametrize(
    ("line", "sign", "due"),
    [
        ("Hanne skriver, tegn: mor ved det", "mor ved det", None),
        ("Hanne skriver. Tegn på, at det lykkes: mor ved det", "mor ved det", None),
        ("Hanne skriver; tegn er: ro", "ro", None),
        ("Hanne skriver, TEGN = ro.", "ro.", None),
        ("Hanne skriver, tegn: mor ved det, senest 4/12", "mor ved det", date(2026, 12, 4)),
        ("Hanne skriver fra 2/12, tegn: mor ved det, senest 4/12", "mor ved det", date(2026, 12, 4)),
        ("Hanne skriver senest 2/12, tegn: ro, senest 4/12", "ro, senest 4/12", date(2026, 12, 2)),
        ("Hanne skriver, tegn: i skole hver dag fra 4/12", "i skole hver dag fra 4/12", None),
        ("Hanne skriver, tegn: ro, fra 4/12 i skolen", "ro, fra 4/12 i skolen", None),
        ("Hanne skriver (tegn: mor ved det)", "mor ved det", None),
        ("Hanne skriver [tegn: ro (mest)]", "ro (mest)", None),
        ("Hanne skriver, tegn: ro (mest)", "ro (mest)", None),
        ("Hanne skriver (tegn: ro) senest 4/12", "ro", date(2026, 12, 4)),
        ("Hanne skriver (tegn: ro) hver dag", "ro", None),
        ("Hanne skriver dagligt. Tegn: Mikkel møder. Senest 4/12", "Mikkel møder", date(2026, 12, 4)),
        ("Hanne skriver (tegn:)", None, None),
        ("Hanne skriver, tegn:", None, None),
        ("Hanne skriver tegnene: a", None, None),
        ("Hanne laver kendetegn: a", None, None),
    ],
)
def test_the_sign_runs_to_the_end_or_to_the_dates_there(line: str, sign: str | None, due: date | None) -> None:
    parsed = parse(line)
    assert (parsed.sign, parsed.due) == (sign, due)


def test_a_date_within_the_sign_is_asked_about_where_there_is_no_other() -> None:
    assert parse("Hanne skriver, tegn: ro senest 4/12").codes == (LineCode.DATE_UNCLEAR,)
    assert parse("Hanne skriver, tegn: ro inden sommerferien").codes == (LineCode.DATE_VAGUE,)
    assert parse("Hanne skriver fra 2/12, tegn: ro senest 4/12").codes == ()


def test_two_dates_close_a_line_behind_the_sign() -> None:
    parsed = parse("Hanne skriver, tegn: ro, fra 2/12, senest 4/12")
    assert fields(parsed) == ("Hanne skriver", "hanne", date(2026, 12, 2), date(2026, 12, 4), "ro")
