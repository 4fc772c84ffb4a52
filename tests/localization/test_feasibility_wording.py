"""Each advice names its price, the time it gives, and what stays too short."""

import pytest

from netmoede_desktop.domain.preparation.feasibility import TimeFrame, TurnVerdict, feasibility
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.feasibility_wording import advice_price, advice_title, verdict_word
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.methods.method_files import load_methods

DANISH = load("da")
DIN = load_methods(resource_folder() / "methods", None)["din-1"]

#: Nine people for two hours.
ADVISED = (
    ("Mød i 3 timer", "Til hver: Præsentationsrunde 60 s. Stadig for kort: Slutrunde 36 s."),
    (
        "Lad 2 færre have ordet",
        "Ordene kan sendes på papir. Til hver: Præsentationsrunde 46 s. Stadig for kort: Slutrunde 30 s.",
    ),
    (
        "Slå »Runde B: Det, der fylder« og »Runde C: Ønsker« sammen",
        (
            "Det giver 12 minutter at dele ud. »Runde C: Ønsker« får ikke sin egen runde. "
            "Stadig for kort: Præsentationsrunde 41 s og Slutrunde 26 s."
        ),
    ),
    (
        "Spring »Runde D: Det gjorde indtryk« over",
        (
            "Det giver 10 minutter at dele ud. Det spørgsmål bliver ikke stillet. "
            "Stadig for kort: Præsentationsrunde 40 s og Slutrunde 26 s."
        ),
    ),
    (
        "Lad 4 sende ord på papir",
        (
            "Fyrre ord er læst højt på 20 sekunder. Skriv ordene ind under »Hvem er her?«. "
            "Til hver: Præsentationsrunde 48 s. Stadig for kort: Slutrunde 27 s."
        ),
    ),
)


@pytest.mark.parametrize(("place", "words"), list(enumerate(ADVISED)))
def test_each_advice_says_what_it_costs_and_what_stays_too_short(place: int, words: tuple[str, str]) -> None:
    advice = feasibility(TimeFrame.for_group(DIN, 120, 9, interpreter=False)).advice[place]
    assert (advice_title(advice, DIN, DANISH), advice_price(advice, DIN, DANISH)) == words


def test_the_verdicts_are_those_of_the_command_line() -> None:
    assert [verdict_word(verdict, DANISH) for verdict in TurnVerdict] == [verdict.value for verdict in TurnVerdict]
