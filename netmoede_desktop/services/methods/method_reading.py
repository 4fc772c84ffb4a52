"""One method file: its TOML read into a `Method`, every problem noted with its line.

The format is described in docs/method-files.md. Codes beyond those of `toml.input`, with their facts:
`bad-id` · `unknown-phase` (value, nearest, known) · `phase-order` (phase) · `phase-unused` ·
`minutes-order` (least, target, most) · `order-missing` (kind) · `order-without-turns` (kind) ·
`unknown-group` (value, nearest, known) · `star-not-allowed` (value) · `group-role-missing` (group, role) ·
`unknown-placeholder` (value, nearest, known) · `loose-brace` · `purpose-in-room` · `optional-and-protected` ·
`window-order` (earliest, latest) · `sum-over-limit` (which: least | target, total, limit, interpreter: 1 with a tolk).
"""

import re
from collections.abc import Mapping

from netmoede_desktop.domain.methods.method import (
    PLACEHOLDERS,
    FollowUpRule,
    GroupCode,
    LeaderRule,
    LimitProfile,
    Limits,
    Method,
    OrderGroup,
    Part,
    PartKind,
    PartTask,
    Phase,
    Prompts,
    Span,
    SuggestedText,
)
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.services.toml.input import InputError, TomlDocument, nearest
from netmoede_desktop.services.toml.table import Choice, TomlTable

#: Roles a method must ask for, and the group by which its orders name them.
EXTRA_ROLES: Mapping[GroupCode, Role] = {
    GroupCode.COORDINATOR: Role.COORDINATOR,
    GroupCode.INFORMANTS: Role.INFORMANT,
    GroupCode.REFLECTORS: Role.REFLECTOR,
}

_MOST_MINUTES = 24 * 60
_MOST_DAYS = 730
_ID = re.compile(r"[a-zæøå0-9]+(?:-[a-zæøå0-9]+)*")
_GROUP = re.compile(r"(?P<open>\()?(?P<code>[A-ZÆØÅ]+)(?P<star>\*)?(?P<close>\))?")
_BRACES = re.compile(r"\{([^{}]*)\}")


def method_of(document: TomlDocument) -> Method:
    """Return the method in a document. Raises InputError with every problem found; `next_method` is not followed."""
    table = TomlTable(document, [], document.values)
    phase_tables, part_tables = table.tables("phase"), table.tables("part")
    phases = _phases(phase_tables)
    roles = tuple(_words(table, "roles", [role.value for role in EXTRA_ROLES.values()], Role))
    parts = _parts(part_tables, phases, roles)
    _check_phases(phase_tables, parts)
    method = Method(
        id=_identifier(table),
        version=table.whole("version", least=1, most=10_000, required=True) or 1,
        name=table.text("name", required=True),
        short_name=table.text("short_name", required=True),
        phases=phases,
        parts=parts,
        limits=_limits(table),
        interpreter_factor=_interpreter_factor(table),
        leader=table.choice("leader", LeaderRule, required=True) or LeaderRule.NEUTRAL,
        follow_up=_follow_up(table),
        statuses=_unique(table, "statuses"),
        roles=roles,
        principles=_unique(table, "principles"),
        first_meeting=table.yes_no("first_meeting", default=True),
        deadline_always=table.yes_no("deadline_always", default=False),
        next_method=table.optional_text("next_method"),
        note=table.text("note", one_line=False),
        note_with_interpreter=table.text("note_with_interpreter", one_line=False),
        source=table.text("source", one_line=False),
        suggested=tuple(_words(table, "suggested", [text.value for text in SuggestedText], SuggestedText)),
        called=table.text("called") or "netværksmøde",
        offered=table.yes_no("offered", default=True),
        profiles=_profiles(table),
    )
    for key in ("phase", "part"):
        if not table.has(key):
            table.problem(key, "missing-table", header=f"[[{key}]]")
    table.finish()
    if table.has("limits"):
        _check_sums(table, method)
    if table.problems:
        raise InputError(table.problems)
    return method


def order_group(word: str) -> OrderGroup | None:
    """Return the group a word of an order means (`FOR`, `BARN*`, `(BARN*)`), or None when it is none."""
    match = _GROUP.fullmatch(word)
    if match is None or bool(match["open"]) != bool(match["close"]) or match["code"] not in set(GroupCode):
        return None
    return OrderGroup(GroupCode(match["code"]), bool(match["star"]), bool(match["open"]))


def _identifier(table: TomlTable) -> str:
    value = table.text("id", required=True)
    if value and not _ID.fullmatch(value):
        table.problem("id", "bad-id")
    return value


def _unique(table: TomlTable, key: str) -> tuple[str, ...]:
    values = table.texts(key)
    for position, value in enumerate(values):
        if value and value in values[:position]:
            table.item_problem(key, position, "duplicate-value", value=value)
    return values


def _words(table: TomlTable, key: str, known: list[str], kinds: type[Choice]) -> list[Choice]:
    """The members of an enumeration named in a list, of those in `known`."""
    found = []
    for position, word in enumerate(_unique(table, key)):
        if word in known:
            found.append(kinds(word))
        elif word:
            near = nearest(word, known)
            table.item_problem(key, position, "unknown-choice", value=word, nearest=near, known=tuple(known))
    return found


def _interpreter_factor(table: TomlTable) -> float:
    factor = table.number("interpreter_factor", most=3, required=True)
    if factor is not None and factor < 1:
        table.problem("interpreter_factor", "too-small", limit=1, found=factor, above=0)
    return factor or 1.0


def _profiles(table: TomlTable) -> tuple[LimitProfile, ...]:
    profiles = table.table("profile")
    found = []
    for key in profiles.values:
        profile = profiles.table(key)
        if not _ID.fullmatch(key):
            profiles.problem(key, "bad-id")
        found.append(LimitProfile(key, profile.text("name", required=True), _limits_in(profile)))
    profiles.finish()
    return tuple(found)


def _limits(table: TomlTable) -> Limits:
    return _limits_in(table.table("limits"))


def _limits_in(limits: TomlTable) -> Limits:
    found = Limits(
        limits.whole("minutes", least=1, most=_MOST_MINUTES),
        limits.whole("minutes_with_interpreter", least=1, most=_MOST_MINUTES),
    )
    limits.finish()
    return found


def _follow_up(table: TomlTable) -> FollowUpRule:
    rule = table.table("follow_up", required=True)
    earliest = rule.whole("earliest_days", least=1, most=_MOST_DAYS)
    latest = rule.whole("latest_days", least=1, most=_MOST_DAYS)
    if earliest is not None and latest is not None and earliest > latest:
        rule.problem("latest_days", "window-order", earliest=earliest, latest=latest)
    found = FollowUpRule(rule.yes_no("required", default=True), earliest, latest)
    rule.finish()
    return found


def _phases(tables: tuple[TomlTable, ...]) -> tuple[Phase, ...]:
    found: list[Phase] = []
    lines: dict[str, int | None] = {}
    for item in tables:
        phase = Phase(_identifier(item), item.text("title", required=True), item.text("plain", required=True))
        _check_unique_id(item, phase.id, lines)
        item.finish()
        found.append(phase)
    return tuple(found)


def _check_phases(tables: tuple[TomlTable, ...], parts: tuple[Part, ...]) -> None:
    used = {part.phase for part in parts}
    for item in tables:
        if parts and item.values.get("id") not in used:
            item.problem("id", "phase-unused")


def _check_unique_id(item: TomlTable, value: str, lines: dict[str, int | None]) -> None:
    if value in lines:
        item.problem("id", "duplicate-id", value=value, first_line=lines[value] or 0)
    elif value:
        lines[value] = item.line_at("id")


def _parts(tables: tuple[TomlTable, ...], phases: tuple[Phase, ...], roles: tuple[Role, ...]) -> tuple[Part, ...]:
    found: list[Part] = []
    lines: dict[str, int | None] = {}
    ids = [phase.id for phase in phases]
    reached = 0
    for item in tables:
        part = _part(item, ids, roles)
        _check_unique_id(item, part.id, lines)
        if part.phase in ids:
            if ids.index(part.phase) < reached:
                item.problem("phase", "phase-order", phase=part.phase)
            reached = max(reached, ids.index(part.phase))
        found.append(part)
    return tuple(found)


def _part(item: TomlTable, phases: list[str], roles: tuple[Role, ...]) -> Part:
    phase = item.text("phase", required=True)
    if phase and phase not in phases:
        item.unknown("phase", phase, phases, "unknown-phase")
    part = Part(
        id=_identifier(item),
        title=item.text("title", required=True),
        kind=item.choice("kind", PartKind, required=True) or PartKind.INFO,
        phase=phase,
        minutes=_span(item),
        order=tuple(_order(item, roles)),
        order_note=item.text("order_note"),
        task=item.choice("task", PartTask),
        optional=item.yes_no("optional", default=False),
        protected=item.yes_no("protected", default=False),
        prompts=_prompts(item),
        heading=item.text("heading"),
    )
    if part.optional and part.protected:
        item.problem("optional", "optional-and-protected")
    _check_order(item, part)
    item.finish()
    return part


def _span(item: TomlTable) -> Span:
    minutes = item.table("minutes", required=True)
    found = [minutes.whole(key, least=0, most=_MOST_MINUTES, required=True) for key in ("least", "target", "most")]
    minutes.finish()
    least, target, most = (value or 0 for value in found)
    if None not in found and not least <= target <= most:
        item.problem("minutes", "minutes-order", least=least, target=target, most=most)
    return Span(least, target, most)


def _order(item: TomlTable, roles: tuple[Role, ...]) -> list[OrderGroup]:
    known = tuple(code.value for code in GroupCode)
    found: list[OrderGroup] = []
    for position, word in enumerate(_unique(item, "order")):
        group = order_group(word)
        if not word:
            continue
        if group is None:
            item.item_problem("order", position, "unknown-group", value=word, nearest=nearest(word, known), known=known)
            continue
        if group.chooses_place and group.code not in (GroupCode.CHILD, GroupCode.MAIN):
            item.item_problem("order", position, "star-not-allowed", value=word)
        role = EXTRA_ROLES.get(group.code)
        if role is not None and role not in roles:
            item.item_problem("order", position, "group-role-missing", group=word, role=role.value)
        found.append(group)
    return found


def _check_order(item: TomlTable, part: Part) -> None:
    if item.values.get("kind") != part.kind.value or part.kind is PartKind.EVALUATION:
        return
    if part.has_turns and not item.values.get("order"):
        item.problem("order", "order-missing", kind=part.kind.value)
    if not part.has_turns and item.values.get("order"):
        item.problem("order", "order-without-turns", kind=part.kind.value)


def _prompts(item: TomlTable) -> Prompts:
    prompts = Prompts(item.texts("say"), item.texts("tips"), item.text("room", one_line=False), item.text("child"))
    for key, texts in (("say", prompts.say), ("tips", prompts.tips)):
        for position, text in enumerate(texts):
            for code, facts in _brace_problems(text):
                item.item_problem(key, position, code, **facts)
    if "{formål}" in prompts.room:
        item.problem("room", "purpose-in-room")
    for key, text in (("room", prompts.room), ("child", prompts.child)):
        for code, facts in _brace_problems(text):
            item.problem(key, code, **facts)
    return prompts


def _brace_problems(text: str) -> list[tuple[str, dict[str, str | tuple[str, ...]]]]:
    known = tuple(sorted(PLACEHOLDERS))
    found: list[tuple[str, dict[str, str | tuple[str, ...]]]] = [
        ("unknown-placeholder", {"value": name, "nearest": nearest(name, known), "known": known})
        for name in _BRACES.findall(text)
        if name not in PLACEHOLDERS
    ]
    rest = _BRACES.sub("", text)
    return [*found, ("loose-brace", {})] if "{" in rest or "}" in rest else found


def _check_sums(table: TomlTable, method: Method) -> None:
    """A plan that cannot be held: the least minutes, or the target itself, lie above a hard limit of the method."""
    for interpreter, key in ((False, "minutes"), (True, "minutes_with_interpreter")):
        limit = method.hard_limit(interpreter=interpreter)
        if limit is None:
            continue
        for which in ("least", "target"):
            total = sum(
                (part.minutes.least if which == "least" else part.minutes.target)
                * method.factor(part, interpreter=interpreter)
                for part in method.parts
            )
            if total > limit:
                place = ("limits", key)
                facts = {"which": which, "total": total, "limit": limit, "interpreter": int(interpreter)}
                table.problems.append(table.document.problem(place, "sum-over-limit", **facts))
                break
