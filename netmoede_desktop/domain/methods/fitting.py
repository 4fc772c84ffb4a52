"""A method fitted to the time there is: optional rounds left out, a round merged into the one before it.

Source: R097, R098, R101 and the planning rule that many speakers ask for fewer rounds.
"""

from dataclasses import dataclass, replace

from netmoede_desktop.domain.methods.method import Method, Part, PartKind, Prompts


@dataclass(frozen=True, slots=True)
class Fitting:
    """The choices: `left_out` are ids of rounds of the `whole` method that are not held.

    `merged` are ids of rounds whose questions are asked in the round before them; it keeps its own minutes.
    """

    whole: Method
    left_out: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()

    @property
    def method(self) -> Method:
        """The method as it is followed."""
        parts: list[Part] = []
        for part in self.whole.parts:
            if part.id in self.merged:
                parts[-1] = _merged(parts[-1], part)
            elif part.id not in self.left_out:
                parts.append(part)
        return replace(self.whole, parts=tuple(parts)) if self.left_out or self.merged else self.whole


def fitting(whole: Method, left_out: tuple[str, ...], merged: tuple[str, ...]) -> Fitting:
    """Return the choices that the method allows; a round that is left out is in no merger."""
    optional = {part.id for part in droppable_rounds(whole)}
    out = tuple(part.id for part in whole.parts if part.id in left_out and part.id in optional)
    pairs = {after.id: before.id for before, after in mergeable_rounds(whole)}
    into = tuple(
        part.id
        for part in whole.parts
        if part.id in merged and part.id in pairs and part.id not in out and pairs[part.id] not in out
    )
    return Fitting(whole, out, into)


def droppable_rounds(method: Method) -> tuple[Part, ...]:
    """Return the parts with turns that the method itself calls optional."""
    return tuple(part for part in method.parts if part.has_turns and part.optional and not part.protected)


def mergeable_rounds(method: Method) -> tuple[tuple[Part, Part], ...]:
    """Return the neighbouring rounds of one phase and one order, whose questions can be asked in one turn.

    Never a part with a task or a heading of its own, and never the first of three or more rounds of a phase: resources
    come before worries (R101).
    """
    rounds = [part for part in method.parts if _is_plain_round(part)]
    pairs = []
    for before, after in zip(method.parts, method.parts[1:], strict=False):
        if before not in rounds or after not in rounds or before.phase != after.phase or before.order != after.order:
            continue
        of_phase = [part for part in rounds if part.phase == before.phase]
        if len(of_phase) < 3 or of_phase[0] is not before:
            pairs.append((before, after))
    return tuple(pairs)


def _is_plain_round(part: Part) -> bool:
    return part.kind is PartKind.ROUND and part.task is None and not part.protected and not part.heading


def _merged(before: Part, after: Part) -> Part:
    """Return one round with the minutes of the first and the questions of both."""
    own, other = before.prompts, after.prompts
    return replace(
        before,
        title=f"{before.title} + {_own_title(after, before)}",
        optional=before.optional and after.optional,
        prompts=Prompts(
            say=own.say + other.say,
            tips=own.tips + other.tips,
            room=f"{own.room} {other.room}".strip(),
            child=f"{own.child} {other.child}".strip(),
        ),
    )


def _own_title(part: Part, beside: Part) -> str:
    """Return the title without the phase that its neighbour's title names already."""
    phase, mark, own = part.title.partition(" · ")
    return own if mark and beside.title.startswith(phase + mark) else part.title
