"""Domain values to and from JSON: the journal's events and the frozen plan of a meeting.

The type hints of the frozen dataclasses are the schema. Fields equal to their default are left out; fields unknown to
this version are ignored, so that a newer app's journal of the same schema still folds.
"""

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from netmoede_desktop.domain.meeting import events
from netmoede_desktop.domain.meeting.plan import MeetingPlan

T = TypeVar("T")
Json = dict[str, Any]

_EVENTS: dict[str, Any] = {kind.__name__: kind for kind in typing.get_args(events.Event)}


class UnknownEvent(ValueError):
    """The journal holds an event this version does not know."""


def encode_event(event: events.Event) -> tuple[str, Json]:
    """Return the event's name and its fields but the instant, which the journal keeps by itself."""
    payload = to_json(event)
    del payload["at"]
    return type(event).__name__, payload


def decode_event(name: str, at: datetime, payload: Json) -> events.Event:
    """Return the event. Raises `UnknownEvent`, or ValueError where the fields do not fit."""
    kind = _EVENTS.get(name)
    if kind is None:
        raise UnknownEvent(name)
    event: events.Event = _record_decoder(kind)({**payload, "at": at})
    return event


def encode_plan(plan: MeetingPlan) -> Json:
    """Return the plan as JSON values."""
    return to_json(plan)


def decode_plan(data: Json) -> MeetingPlan:
    """Return the plan. Raises ValueError where the fields do not fit."""
    plan: MeetingPlan = _record_decoder(MeetingPlan)(data)
    return plan


def to_json(value: Any) -> Json:
    """Return a frozen dataclass as a dict of JSON values, defaults left out."""
    result: Json = {}
    for item in fields(value):
        content = getattr(value, item.name)
        if content != _default(item):
            result[item.name] = _plain(content)
    return result


def from_json(kind: type[T], data: Json) -> T:
    """Return the frozen dataclass that `to_json` wrote. Raises ValueError where the fields do not fit."""
    known: Any = kind
    value: T = _record_decoder(known)(data)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return to_json(value)
    return value


def _default(item: "Field[Any]") -> Any:
    if item.default is not MISSING:
        return item.default
    return item.default_factory() if item.default_factory is not MISSING else MISSING


@cache
def _record_decoder(kind: Any) -> Callable[[Json], Any]:
    hints = typing.get_type_hints(kind)
    decoders = {item.name: _decoder(hints[item.name]) for item in fields(kind)}

    def decode(data: Json) -> Any:
        known = {name: decoders[name](value) for name, value in data.items() if name in decoders}
        try:
            return kind(**known)
        except TypeError as error:
            raise ValueError(f"{kind.__name__}: {error}") from error

    return decode


@cache
def _decoder(hint: Any) -> Callable[[Any], Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _decoder(next(option for option in arguments if option is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_decoder(arguments)
    if hint in (datetime, date):
        return lambda value: value if isinstance(value, date) else hint.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return _record_decoder(hint) if hasattr(hint, "__dataclass_fields__") else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _tuple_decoder(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        each = _decoder(arguments[0])
        return lambda value: tuple(each(item) for item in value)
    decoders = [_decoder(argument) for argument in arguments]
    return lambda value: tuple(decode(item) for decode, item in zip(decoders, value, strict=True))
