"""Which backups are thinned out: the promise is kept in the end, and a wrong clock costs nobody a young one."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmoede_desktop.storage.backups import retention
from netmoede_desktop.storage.backups.retention import (
    AHEAD,
    BEGINNING,
    MOST_REMOVED,
    NEWEST_KEPT,
    OLDEST_KEPT,
    UNORDERED,
    due,
    last_moment,
    moments_of,
    to_remove,
)
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING, START, HandClock, entry


@dataclass(frozen=True, slots=True)
class Made:
    """A backup by its date and number; `truly` is when it was made on a clock that is never wrong."""

    made: datetime
    order: int = UNORDERED
    truly: datetime = START


def days_ago(*days: float) -> list[datetime]:
    return [START - timedelta(days=day) for day in days]


def kept_of(made: Sequence[datetime], last: datetime = START) -> set[datetime]:
    gone = due([Made(moment) for moment in made], last, START)
    return {moment for place, moment in enumerate(made) if place not in gone}


def test_the_ten_newest_are_kept() -> None:
    made = [START - timedelta(minutes=number) for number in range(15)]
    assert kept_of(made) == set(made[:10])


def test_one_a_day_then_one_a_week_then_none() -> None:
    recent = [START - timedelta(minutes=number) for number in range(10)]
    made = recent + days_ago(1, 1.1, 2, 13, 13.2, 14, 16, 20, 21, 27, 28, 29, 31, 400)
    assert kept_of(made) == set(recent + days_ago(1, 2, 13, 16))


@given(st.lists(st.floats(0, 60).map(lambda days: START - timedelta(days=days)), max_size=80, unique=True))
def test_thinning_keeps_its_promises(made: list[datetime]) -> None:
    kept = kept_of(made)
    young = {moment for moment in made if START - moment <= OLDEST_KEPT}
    assert kept <= young
    assert set(sorted(young, reverse=True)[:NEWEST_KEPT]) <= kept
    assert {moment.date() for moment in young if (START.date() - moment.date()).days < 14} <= {
        moment.date() for moment in kept
    }
    assert len(kept) <= 10 + 14 + 5
    assert kept_of(sorted(kept)) == kept


@given(st.lists(st.floats(-4000, 4000).map(lambda days: START - timedelta(days=days)), max_size=60), st.data())
def test_no_run_takes_more_than_a_few(made: list[datetime], data: st.DataObject) -> None:
    copies = [Made(moment, data.draw(st.integers(UNORDERED, 50))) for moment in made]
    now = START + timedelta(days=data.draw(st.integers(-4000, 4000)))
    last = last_moment(copies, [], now)
    assert len(to_remove(copies, last, now)) <= MOST_REMOVED
    assert set(to_remove(copies, last, now)) <= set(due(copies, last, now))


def test_a_date_in_the_future_is_as_old_as_what_was_made_before_it() -> None:
    ahead = Made(START + timedelta(days=7000), order=3)
    before, after = Made(START - timedelta(days=2), order=2), Made(START - timedelta(days=1), order=4)
    assert moments_of([before, ahead, after], START) == [before.made, before.made, after.made]
    assert moments_of([ahead, after], START) == [BEGINNING, after.made]
    assert not retention.is_ahead(START + AHEAD, START)


def test_a_date_of_a_clock_put_back_is_no_older_than_what_was_made_before_it() -> None:
    before, back = Made(START, order=2), Made(START - timedelta(days=300), order=3)
    assert moments_of([before, back], START) == [START, START]


def test_a_copy_that_nothing_dates_goes_when_ten_were_made_after_it_on_other_days() -> None:
    ahead = Made(START + timedelta(days=7000), order=1)
    after = [Made(START - timedelta(days=number), order=100 - number) for number in range(1, 11)]
    last = last_moment(after, [], START)
    assert due([ahead, *after[:9]], last, START) == []
    assert due([ahead, *after], last, START) == [0]
    assert due([replace(ahead, order=UNORDERED), *after], last, START) == [0]


# --- a life with backups, on a clock that may be wrong


@dataclass(frozen=True, slots=True)
class Session:
    """A time at the program: so long after the one before, the clock off by so much, so many backups."""

    after: timedelta
    wrong: timedelta
    backups: int


def lived(sessions: Sequence[Session], rule: Callable[[list[Made], datetime], list[int]]) -> list[list[Made]]:
    """What was there after each backup, in the order of time."""
    there: list[Made] = []
    shown: list[list[Made]] = []
    truly, order = START, 0
    for session in sessions:
        truly += session.after
        for _ in range(session.backups):
            truly, order = truly + timedelta(minutes=10), order + 1
            now = truly + session.wrong
            there = [*there, Made(now, order, truly)]
            gone = rule(there, now)
            there = [copy for place, copy in enumerate(there) if place not in gone]
            shown.append(there)
    return shown


def as_it_is(there: list[Made], now: datetime) -> list[int]:
    return to_remove(there, last_moment(there, [], now), now)


def as_it_was(there: list[Made], now: datetime) -> list[int]:
    """The rule before: the clock of the moment is believed."""
    return due([replace(copy, order=UNORDERED) for copy in there], now, now)


def vanished_young(shown: list[list[Made]]) -> list[Made]:
    """What was taken away though it was among the ten newest, or the newest of one of the last 14 days."""
    lost: list[Made] = []
    for before, after in itertools.pairwise(shown):
        gone = [copy for copy in before if copy not in after]
        truly = after[-1].truly
        newest = sorted((copy.truly for copy in [*after, *gone]), reverse=True)[:NEWEST_KEPT]
        for copy in gone:
            same_day = [one for one in after if one.truly.date() == copy.truly.date() and one.truly > copy.truly]
            of_its_day = not same_day and (truly.date() - copy.truly.date()).days < retention.DAYS_KEPT
            if truly - copy.truly <= OLDEST_KEPT and (copy.truly in newest or of_its_day):
                lost.append(copy)
    return lost


def workdays(count: int, wrong: dict[int, timedelta], backups: int = 3) -> list[Session]:
    one = timedelta(days=1) - timedelta(minutes=10 * backups)
    return [Session(one, wrong.get(day, timedelta()), backups) for day in range(count)]


WRONG = [timedelta(days=days) for days in (-4000, -400, -40, -5, -1, 1, 5, 40, 400, 7000)]


@settings(max_examples=30)
@given(
    st.integers(1, 40),
    st.sampled_from([wrong for wrong in WRONG if abs(wrong) > timedelta(days=1)]),
    st.integers(1, 14),
)
def test_one_day_with_a_wrong_clock_costs_no_young_backup(day: int, wrong: timedelta, backups: int) -> None:
    """A day that is called by the name of the one beside it is a day like any other; further off it is seen."""
    sessions = workdays(day, {}) + workdays(1, {0: wrong}, backups) + workdays(3, {})
    assert vanished_young(lived(sessions, as_it_is)) == []


@settings(max_examples=30)
@given(st.integers(3, 30), st.sampled_from([40, 400, 7000]), st.sampled_from([40, 400, 7000]))
def test_nor_do_two_days_on_which_it_was_far_ahead(day: int, first: int, second: int) -> None:
    wrong = {day: timedelta(days=first), day + 1: timedelta(days=second)}
    assert vanished_young(lived(workdays(day + 4, wrong), as_it_is)) == []


def test_the_control_the_clock_that_is_believed_costs_them_all() -> None:
    shown = lived(workdays(4, {3: timedelta(days=40)}, 2), as_it_was)
    assert vanished_young(shown)
    assert len(shown[5]) == 6 and len(shown[6]) == 1


@settings(max_examples=20)
@given(st.sampled_from(WRONG), st.integers(0, 30))
def test_the_promise_is_kept_again_after_a_while_with_a_right_clock(wrong: timedelta, day: int) -> None:
    shown = lived(workdays(120, {day: wrong}), as_it_is)
    end, truly = shown[-1], shown[-1][-1].truly
    if wrong < timedelta(days=100):
        assert all(truly - copy.truly <= OLDEST_KEPT + timedelta(days=2) for copy in end)
    assert len(end) <= 10 + 14 + 6
    assert {(truly - timedelta(days=ago)).date() for ago in range(13)} <= {copy.truly.date() for copy in end}


@settings(max_examples=40)
@given(st.lists(st.sampled_from([timedelta(), *WRONG]), min_size=1, max_size=60))
def test_however_the_clock_is_turned_a_run_takes_two_at_the_most(turns: list[timedelta]) -> None:
    sessions = [Session(timedelta(hours=20), wrong, 2) for wrong in turns]
    shown = lived(sessions, as_it_is)
    for before, after in itertools.pairwise(shown):
        assert sum(copy not in after for copy in before) <= MOST_REMOVED
        assert after[-1].order == before[-1].order + 1


# --- in a vault


def test_backups_thin_out_by_themselves(vault: Vault, clock: HandClock) -> None:
    for number in range(14):
        vault.append(MEETING, [entry(number + 1)])
        vault.backup()
        clock.forward(minutes=10)
    assert len(vault.backups()) == 10


@pytest.mark.parametrize("days", [40, 7000])
def test_a_clock_ahead_once_removes_nothing_and_its_backup_is_not_the_newest_for_ever(
    vault: Vault, clock: HandClock, days: int
) -> None:
    for _ in range(5):
        vault.backup()
        clock.forward(days=1)
    there = {backup.name for backup in vault.backups()}
    right = clock.now
    clock.forward(days=days)
    strange = vault.backup()
    assert {backup.name for backup in vault.backups()} == there | {strange.name}
    clock.now = right
    made = vault.backup()
    listed = vault.backups()
    assert listed[0].name == made.name
    assert [(backup.name, backup.ahead) for backup in listed if backup.ahead] == [(strange.name, True)]
    assert listed[-1].name == strange.name
    for _ in range(40):
        clock.forward(days=1)
        vault.backup()
    assert strange.name not in {backup.name for backup in vault.backups()} or days == 40
    assert there.isdisjoint(backup.name for backup in vault.backups())


def test_a_change_is_backed_up_though_the_newest_bears_a_date_in_the_future(vault: Vault, clock: HandClock) -> None:
    right = clock.now
    clock.forward(days=7000)
    assert vault.backup_if_changed() is not None
    clock.now = right
    assert vault.backup_if_changed() is None
    vault.append(MEETING, [entry(1)])
    made = vault.backup_if_changed()
    assert made is not None and made.made == right.astimezone(UTC)
