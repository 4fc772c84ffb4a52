"""How instants, dates and JSON are written in a column, so that they sort as text and come back equal."""

import json
from datetime import UTC, date, datetime

from netmoede_desktop.storage.values import Payload


def instant_text(instant: datetime) -> str:
    """Write an aware instant as UTC with microseconds; ValueError for a naive one."""
    if instant.tzinfo is None:
        raise ValueError("an instant must be aware")
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def instant_of(text: str) -> datetime:
    """Read what `instant_text` wrote."""
    return datetime.fromisoformat(text)


def local_text(local: datetime) -> str:
    """Write a local wall time; ValueError for an aware one."""
    if local.tzinfo is not None:
        raise ValueError("a local wall time must be naive")
    return local.isoformat(timespec="microseconds")


def date_text(day: date | None) -> str | None:
    """Write a day, or None."""
    return None if day is None else day.isoformat()


def date_of(text: str | None) -> date | None:
    """Read what `date_text` wrote."""
    return None if text is None else date.fromisoformat(text)


def json_text(payload: Payload) -> str:
    """Write a JSON object compactly, the keys in order; ValueError for numbers JSON does not have."""
    return json.dumps(payload, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)


def json_of(text: str) -> Payload:
    """Read what `json_text` wrote."""
    payload: Payload = json.loads(text)
    return payload
