"""What the table's page says: the question, now and the next two, the seats, and the middle in every state."""

from dataclasses import replace

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.methods.method import Prompts
from netmoede_desktop.domain.people.people import ChildPlace, PlaceKind
from netmoede_desktop.gui.kit.table.values import RingState, SeatMark, SeatShape, SeatState, TableCentre, TableSeat
from netmoede_desktop.gui.meeting.table import round_presenter as say
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.build import clock_reading, meeting_view
from netmoede_desktop.services.meeting.view.values import MeetingView
from tests.domain.meeting.script import FAMILY, Told, plan
from tests.services.stories import methods


def view(told: Told) -> MeetingView:
    return meeting_view(told.history)


def middle(told: Told, t: Translator) -> TableCentre:
    return say.centre(view(told), clock_reading(told.state, told.now), t)


def seat(told: Told, person: str, t: Translator) -> TableSeat:
    return next(seat for seat in say.seats(view(told), t) if seat.key == person)


@pytest.fixture
def round_open() -> Told:
    """The first round is open; nobody has the word yet."""
    return Told().starts().goes_on()


def test_now_and_the_next_two_never_everybody(round_open: Told, t: Translator) -> None:
    line = say.line(view(round_open.goes_on()), t)
    assert [(row.when, row.who) for row in line.rows] == [
        ("Nu", "Barnet · Mikkel"),
        ("Derefter", "Mor · Lone"),
        ("Derefter", "Far · Peter"),
    ]
    assert line.more == "og 3 til"


def test_who_comes_next_is_seen_while_nobody_has_the_word(round_open: Told, t: Translator) -> None:
    line = say.line(view(round_open), t)
    assert [row.who for row in line.rows] == ["–", "Barnet · Mikkel", "Mor · Lone"]


def test_where_the_word_is_not_given_there_is_no_line(t: Translator) -> None:
    assert say.line(view(Told().starts()), t).rows == ()


def test_a_round_asks_what_the_room_reads_and_the_child_is_asked_in_its_own_words(t: Translator) -> None:
    told = Told().starts().goes_on()
    asked = say.question(_asking(view(told)), t)
    assert (asked.title, asked.eyebrow, asked.child) == ("Hvad går godt?", "Midte · runde 1 af 4", "Hvad er godt?")
    asking = _asking(view(told))
    same = replace(asking, prompts=replace(asking.prompts, say=("Hvad er godt?",)))
    assert (say.question(same, t).say, say.question(same, t).child) == (("Hvad er godt?",), ""), "it is said once"
    told.goes_on().goes_on()
    assert say.question(_asking(view(told)), t).child == ""


def test_shapes_tell_the_networks_and_the_leader(round_open: Told, t: Translator) -> None:
    shapes = {seat.key: seat.shape for seat in say.seats(view(round_open), t)}
    assert shapes == {
        "mikkel": SeatShape.ROUND,
        "lone": SeatShape.ROUND,
        "peter": SeatShape.ROUND,
        "kirsten": SeatShape.ROUND,
        "hanne": SeatShape.SQUARE,
        "soeren": SeatShape.SQUARE,
        "maja": SeatShape.DASHED,
    }


def test_seats_tell_how_the_round_stands(round_open: Told, t: Translator) -> None:
    round_open.gives("mikkel").passes("lone").defers("peter").gives("kirsten")
    round_open.does(cmd.BeginRemark("hanne")).does(cmd.Leave("soeren"))
    states = {key: seat(round_open, key, t).state for key in ("mikkel", "lone", "peter", "kirsten", "hanne", "soeren")}
    assert states == {
        "mikkel": SeatState.DONE,
        "lone": SeatState.PASSED,
        "peter": SeatState.LATER,
        "kirsten": SeatState.SPEAKING,
        "hanne": SeatState.REMARK,
        "soeren": SeatState.AWAY,
    }
    assert seat(round_open, "mikkel", t).spoken == "Mikkel (barnet) har talt"
    assert seat(round_open, "soeren", t).spoken == "Søren (sagsbehandler) er gået"


def test_who_speaks_through_the_tolk_is_marked_and_only_the_next_one_is_pointed_at(t: Translator) -> None:
    people = (FAMILY[0], replace(FAMILY[1], through_interpreter=True), *FAMILY[2:])
    told = Told(plan(people)).starts().goes_on().goes_on()
    assert seat(told, "lone", t).caption == "mor · tolk"
    assert [one.key for one in say.seats(view(told), t) if one.next_in is not None] == ["lone"]


def test_words_that_are_read_aloud_have_their_sign(t: Translator) -> None:
    child = replace(FAMILY[0], place=ChildPlace(PlaceKind.READ_ALOUD))
    told = Told(plan((child, *FAMILY[1:]))).starts(absent=["mikkel"]).goes_on()
    assert seat(told, "mikkel", t).mark is SeatMark.READ
    told.does(cmd.ReadAloud("mikkel", "maja"))
    assert middle(told, t).above == "Maja læser op for Mikkel"


def test_the_middle_counts_the_turn_with_its_state(round_open: Told, t: Translator) -> None:
    told = round_open.goes_on().after(12)
    shown = middle(told, t)
    assert (shown.above, shown.big, shown.state, shown.state_word) == (
        "Mikkel har ordet",
        "0.12",
        RingState.GOOD,
        "god tid",
    )
    budget = view(told).speaker
    assert budget is not None and budget.budget is not None
    told.after(budget.budget + 28)
    over = middle(told, t)
    assert (over.big, over.state, over.state_word, over.share) == ("+0.40", RingState.OVER, "over", 0.0)


@pytest.mark.parametrize(
    ("commands", "above", "below"),
    [
        ((cmd.LetRun(),), "Mikkel har ordet", "lad løbe"),
        ((cmd.RestWord(),), "Mikkel har ordet", "uret står stille"),
        ((cmd.BeginRemark("lone"),), "Indskud: Lone", "uret står stille"),
        ((cmd.BeginInterpreting(),), "Tolken taler for Mikkel", "tolkens tid"),
        ((cmd.TimeOut(),), "Time-out", "uret står stille"),
        ((cmd.BeginPause(10),), "Pause til 16.12", "tilbage"),
    ],
)
def test_the_middle_says_why_nobody_is_hurried(
    round_open: Told, t: Translator, commands: tuple[cmd.Command, ...], above: str, below: str
) -> None:
    told = round_open.at("16:02").goes_on().does(*commands)
    shown = middle(told, t)
    assert (shown.above, shown.below) == (above, below)


def test_a_pause_that_is_over_counts_up(round_open: Told, t: Translator) -> None:
    told = round_open.does(cmd.BeginPause(5)).after(5 * 60 + 65)
    assert (middle(told, t).big, middle(told, t).below) == ("+1.05", "pausetiden er gået")


def test_silence_is_counted_quietly(round_open: Told, t: Translator) -> None:
    shown = middle(round_open.goes_on().does(cmd.PassWord("mikkel")).after(9), t)
    assert (shown.above, shown.big, shown.state, shown.share) == ("Ingen har ordet", "0.09", None, None)


def test_a_part_without_turns_counts_its_own_time(t: Translator) -> None:
    shown = middle(Told().starts().after(70), t)
    assert (shown.above, shown.big, shown.below, shown.calm) == ("Velkomst", "1.10", "af 6 min", True)


def test_a_free_word_has_no_budget(t: Translator) -> None:
    told = Told().starts().enters("aftaler").gives("kirsten").after(5)
    assert (middle(told, t).big, middle(told, t).below) == ("0.05", "frit ord")


def test_the_middle_as_one_line_where_there_is_no_table(round_open: Told, t: Translator) -> None:
    assert say.spoken_centre(middle(round_open.goes_on().after(3), t)).startswith("Mikkel har ordet · 0.03 · af ")


def _asking(shown: MeetingView) -> MeetingView:
    """The view with prompts in its part."""
    return replace(shown, prompts=Prompts(room="Hvad går godt?", child="Hvad er godt?"))


SUMMING = "Saml op på tavlen: Hvad har vi hørt? Er noget vigtigt gået tabt?"


@pytest.mark.parametrize(
    ("method", "parts"),
    [
        ("din-1", "d2 d6 d10 d13"),
        ("din-o", "o4 o6 o9"),
        ("pnm-1", "p2 p5 p8 p11"),
        ("pnm-n", "q4 q7 q10"),
        ("hlb-1", "h3 h5 h7"),
        ("hlb-o", "i3 i5 i7"),
        ("um-1", "u3 u5 u7"),
        ("um-o", "v3 v5 v7"),
        ("um", "u2 u4 u5 u8"),
    ],
)
def test_r027_at_the_end_of_each_phases_last_round_the_leader_is_asked_to_sum_up(
    t: Translator, method: str, parts: str
) -> None:
    told, asked = Told(plan(method=methods()[method])).starts(), []
    for part in told.state.plan.method.parts:
        told.enters(part.id)
        assert not view(told).waiting or SUMMING not in say.question(view(told), t).tips, "the round is not over"
        while view(told).waiting:
            told.goes_on().after(10)
        if say.question(view(told), t).tips[:1] == (SUMMING,):
            asked.append(part.id)
    assert asked == parts.split()


def test_r027_where_the_last_round_is_left_out_the_one_before_it_sums_up(t: Translator) -> None:
    told = Told(plan(method=methods()["pnm-1"])).starts().enters("p7")
    while view(told).waiting:
        told.goes_on().after(10)
    assert SUMMING not in say.question(view(told), t).tips
    told.does(cmd.DropPart("p8"))
    assert say.question(view(told), t).tips[0] == SUMMING


@pytest.mark.parametrize("method", ["hlb-1", "hlb-o", "um-1", "um-o"])
def test_r107_the_principles_stand_on_the_opening_page_and_point_4_over_its_rounds(t: Translator, method: str) -> None:
    held = methods()[method]
    told = Told(plan(method=held)).starts()
    assert say.question(view(told), t).say[-3:] == held.principles
    told.enters(held.parts[4].id)
    asked = say.question(view(told), t)
    assert asked.eyebrow == "4. Drøftelse af de konkrete indsatser"
    assert not set(asked.say) & set(held.principles)
