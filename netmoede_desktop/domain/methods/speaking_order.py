"""The talerække: who speaks after whom in a round.

Groups come from the method file; inside a group the seat decides; the child chooses its own place; a støtteperson
speaks right after the one they support (R074, R099).
"""

from collections.abc import Collection, Iterable, Sequence

from netmoede_desktop.domain.methods.method import GroupCode, LeaderRule, Method, OrderGroup
from netmoede_desktop.domain.people.people import PARTIES, Network, Person, PlaceKind, Role

_ROLES: dict[GroupCode, frozenset[Role]] = {
    GroupCode.CHILD: frozenset({Role.CHILD}),
    GroupCode.PARENTS: frozenset({Role.PARENT}),
    GroupCode.PRIVATE: frozenset({Role.PRIVATE, Role.ASSISTANT}),
    GroupCode.PROFESSIONALS: frozenset({Role.PROFESSIONAL}),
    GroupCode.AUTHORITY: frozenset({Role.AUTHORITY}),
    GroupCode.COORDINATOR: frozenset({Role.COORDINATOR}),
    GroupCode.INFORMANTS: frozenset({Role.INFORMANT}),
    GroupCode.REFLECTORS: frozenset({Role.REFLECTOR}),
    GroupCode.MAIN: frozenset({Role.CHILD}),
}

#: Whose side a group is on. A round is open to a side that one of its groups is on.
_SIDES: dict[GroupCode, Network] = {
    GroupCode.CHILD: Network.PRIVATE,
    GroupCode.PARENTS: Network.PRIVATE,
    GroupCode.PRIVATE: Network.PRIVATE,
    GroupCode.MAIN: Network.PRIVATE,
    GroupCode.PROFESSIONALS: Network.PROFESSIONAL,
    GroupCode.AUTHORITY: Network.PROFESSIONAL,
}

#: Places by which a child is heard without being in the room.
HEARD_WHEN_AWAY = frozenset({PlaceKind.READ_ALOUD, PlaceKind.THROUGH})


def speaking_order(
    groups: Sequence[OrderGroup],
    people: Iterable[Person],
    present: Collection[str],
    *,
    newcomers: Collection[str] | None = None,
    by_seating: bool = False,
    without_group: Collection[str] = (),
) -> tuple[str, ...]:
    """Return the ids in the order they are offered the word in a part with these groups.

    `people` is everyone of the meeting, `present` the ids of those who can be heard. `newcomers` are the ids new to the
    series, None when no earlier meeting is known (then everyone introduces themselves). With `by_seating` the people of
    the groups follow the seats across the groups. Those `without_group` (see `in_no_order`) come after the groups in a
    round that is open to their side; an order of one group alone is closed to all others.
    """
    seated = sorted((p for p in people if p.has_turn), key=lambda person: person.seat)
    supported = _supported(seated)
    line: list[Person] = []
    for group in groups:
        line += [p for p in _members(group, seated, line, newcomers) if p not in line]
    line += [p for p in seated if p.id in without_group and p not in line and _is_open_to(groups, p)]
    if by_seating:
        line.sort(key=lambda person: person.seat)
    line = [p for p in line if p.role is not Role.ASSISTANT or p.id not in supported]
    followers = _followers(seated, supported, {person.id for person in line})
    if any(group.chooses_place for group in groups):
        followers |= _children_after_others(line, followers)
        line = _first_and_last(line)
    line = _with_followers([person for person in line if person.id not in followers], seated, followers)
    return tuple(p.id for p in line if p.id in present or heard_when_away(p))


def in_no_order(orders: Iterable[Sequence[OrderGroup]], people: Iterable[Person]) -> tuple[str, ...]:
    """Return the ids of those with a turn whose group is in none of a method's orders, by seat.

    Not of a bisidder who speaks after somebody. *NYE* is no person's group; where an order has *ØVRIGE*, the result is
    empty.
    """
    codes = {group.code for order in orders for group in order}
    if not codes or GroupCode.OTHERS in codes:
        return ()
    roles = {role for code in codes for role in _ROLES.get(code, ())}
    seated = sorted((p for p in people if p.has_turn), key=lambda person: person.seat)
    supported = _supported(seated)
    left_out = [person for person in seated if person.speaks_as not in roles]
    return tuple(p.id for p in left_out if p.role is not Role.ASSISTANT or p.id not in supported)


def held_to_the_end(groups: Sequence[OrderGroup], people: Iterable[Person]) -> frozenset[str]:
    """Return the ids of those who come after everyone else in a round with these groups, *senere* and latecomers too.

    That is a child who has chosen *sidst*, and whoever speaks right after that child.
    """
    everyone = list(people)
    last = {p.id for p in everyone if p.place is not None and p.place.kind is PlaceKind.LAST}
    if not last or not any(group.chooses_place for group in groups):
        return frozenset()
    after = _supported([person for person in everyone if person.has_turn])
    after |= {p.id: p.place.person for p in everyone if p.place is not None and p.place.person is not None}
    while more := {person for person, target in after.items() if target in last} - last:
        last |= more
    return frozenset(last)


def roles_of(group: GroupCode) -> frozenset[Role]:
    """Return the roles of a group; none for groups that are defined by something else."""
    return _ROLES.get(group, frozenset())


def parties_of(method: Method) -> tuple[Role, ...]:
    """Return the roles a leading initiator can have a turn in; none where a neutral mødeleder leads (R036)."""
    if method.leader is not LeaderRule.INITIATOR:
        return ()
    groups = {group.code for order in method.orders for group in order}
    return tuple(party for party in PARTIES if any(party in roles_of(group) for group in groups))


def heard_when_away(person: Person) -> bool:
    """Return True if the person's words have a place in the round though they are not in the room."""
    return person.place is not None and person.place.kind in HEARD_WHEN_AWAY


def _is_open_to(groups: Sequence[OrderGroup], person: Person) -> bool:
    """Return True if the round of these groups is open to the side of somebody whose own group is in no order.

    Who belongs to neither side comes where both are.
    """
    if len(groups) == 1:
        return False
    sides = {_SIDES[group.code] for group in groups if group.code in _SIDES}
    return sides == set(Network) if person.network is None else person.network in sides


def _supported(seated: Sequence[Person]) -> dict[str, str]:
    """Map each støtteperson and bisidder to the one they speak after, where that person has a turn at all."""
    with_turn = {person.id for person in seated}
    child = next((person.id for person in seated if person.role is Role.CHILD), None)
    pairs: dict[str, str] = {}
    for person in seated:
        target = person.supports or (child if person.role is Role.ASSISTANT else None)
        if target is None or target not in with_turn or target == person.id:
            continue
        if not _leads_back(target, person.id, pairs):
            pairs[person.id] = target
    return pairs


def _followers(seated: Sequence[Person], supported: dict[str, str], in_round: set[str]) -> dict[str, str]:
    """Map each one who speaks after somebody in this round to that person; a bisidder joins the round by it."""

    def heard(person: str) -> bool:
        if person in in_round:
            return True
        return person in assistants and person in supported and heard(supported[person])

    assistants = {person.id for person in seated if person.role is Role.ASSISTANT}
    return {
        person: target
        for person, target in supported.items()
        if heard(target) and (person in in_round or person in assistants)
    }


def _leads_back(target: str, person: str, pairs: dict[str, str]) -> bool:
    """Return True if following the support from `target` comes back to `person` (two who support each other)."""
    while target in pairs:
        target = pairs[target]
        if target == person:
            return True
    return False


def _members(
    group: OrderGroup, seated: Sequence[Person], line: Sequence[Person], newcomers: Collection[str] | None
) -> list[Person]:
    if group.code is GroupCode.OTHERS:
        return [person for person in seated if person not in line]
    if group.code is GroupCode.NEWCOMERS:
        return [person for person in seated if newcomers is None or person.id in newcomers]
    return [person for person in seated if person.speaks_as in _ROLES[group.code]]


def _children_after_others(line: list[Person], followers: dict[str, str]) -> dict[str, str]:
    """Map each child that speaks after a certain person to that person; one who is not in the round changes nothing."""
    in_round = {person.id for person in line} | followers.keys()
    pairs: dict[str, str] = {}
    for child in line:
        if child.place is None or child.place.kind is not PlaceKind.AFTER or child.place.person not in in_round:
            continue
        if child.place.person != child.id and not _leads_back(child.place.person, child.id, followers | pairs):
            pairs[child.id] = child.place.person
    return pairs


def _first_and_last(line: list[Person]) -> list[Person]:
    def with_place(kind: PlaceKind) -> list[Person]:
        return [person for person in line if person.place is not None and person.place.kind is kind]

    first, last = with_place(PlaceKind.FIRST), with_place(PlaceKind.LAST)
    return [*first, *(person for person in line if person not in first and person not in last), *last]


def _with_followers(line: list[Person], seated: Sequence[Person], followers: dict[str, str]) -> list[Person]:
    children_first = sorted(seated, key=lambda person: person.role is not Role.CHILD)
    result: list[Person] = []

    def place(person: Person) -> None:
        result.append(person)
        for follower in children_first:
            if followers.get(follower.id) == person.id:
                place(follower)

    for person in line:
        place(person)
    return result
