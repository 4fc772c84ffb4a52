"""A method as a value: which parts have turns, and what differs with a tolk."""

import pytest

from netmoede_desktop.domain.methods.method import (
    FollowUpRule,
    GroupCode,
    LeaderRule,
    Limits,
    Method,
    OrderGroup,
    Part,
    PartKind,
    PartTask,
    Phase,
    Span,
)

ORDER = (OrderGroup(GroupCode.CHILD, chooses_place=True), OrderGroup(GroupCode.PARENTS))


def _part(kind: PartKind, order: tuple[OrderGroup, ...] = (), task: PartTask | None = None) -> Part:
    return Part(kind.name.lower(), kind.value, kind, "midt", Span(2, 4, 6), order=order, task=task)


def _method(*parts: Part) -> Method:
    return Method(
        id="prøve",
        version=1,
        name="Prøve",
        short_name="P",
        phases=(Phase("midt", "Midte", "Her er vi"),),
        parts=parts,
        limits=Limits(120, 180),
        interpreter_factor=1.5,
        leader=LeaderRule.NEUTRAL,
        follow_up=FollowUpRule(required=True),
        statuses=("gjort",),
    )


def test_turns_exist_exactly_in_rounds_scales_presentations_and_ordered_evaluations() -> None:
    with_turns = {kind for kind in PartKind if _part(kind, ORDER).has_turns}
    assert with_turns == {PartKind.ROUND, PartKind.SCALE, PartKind.PRESENTATION, PartKind.EVALUATION}
    assert not _part(PartKind.EVALUATION).has_turns


def test_free_turns_exist_in_agreements_and_open_talk() -> None:
    assert {kind for kind in PartKind if _part(kind).has_free_turns} == {PartKind.AGREEMENTS, PartKind.OPEN}


@pytest.mark.parametrize(
    ("group", "written"),
    [
        (OrderGroup(GroupCode.PARENTS), "FOR"),
        (OrderGroup(GroupCode.CHILD, chooses_place=True), "BARN*"),
        (OrderGroup(GroupCode.CHILD, chooses_place=True, if_present=True), "(BARN*)"),
        (OrderGroup(GroupCode.PROFESSIONALS, if_present=True), "(FAG)"),
    ],
)
def test_a_group_is_written_as_in_the_method_file(group: OrderGroup, written: str) -> None:
    assert str(group) == written


def test_r076_a_tolk_costs_the_factor_everywhere_but_in_private_time() -> None:
    method = _method(_part(PartKind.ROUND, ORDER), _part(PartKind.PRIVATE))
    assert [method.factor(part, interpreter=True) for part in method.parts] == [1.5, 1.0]
    assert [method.factor(part, interpreter=False) for part in method.parts] == [1.0, 1.0]
    assert (method.hard_limit(interpreter=False), method.hard_limit(interpreter=True)) == (120, 180)


def test_parts_and_phases_are_found_by_id() -> None:
    method = _method(_part(PartKind.ROUND, ORDER), _part(PartKind.BREAK))
    assert method.part("break").kind is PartKind.BREAK
    assert method.phase("midt").plain == "Her er vi"
    with pytest.raises(KeyError):
        method.part("nej")
    with pytest.raises(KeyError):
        method.phase("nej")


def test_only_a_method_with_a_status_part_goes_through_last_times_agreements() -> None:
    assert _method(_part(PartKind.AGREEMENTS, task=PartTask.STATUS)).has_status_part
    assert not _method(_part(PartKind.AGREEMENTS, task=PartTask.AGREEMENTS)).has_status_part
