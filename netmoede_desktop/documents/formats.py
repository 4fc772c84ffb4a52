"""`meeting.json`: the public form of a meeting, `netmoede-meeting/1` (README.md).

The keys and their order are the contract; `resources/schemas/netmoede-meeting-1.schema.json` says what each may hold.
Private notes have no place in it. Ids are written unchanged, texts as people wrote them.
"""

import json
from datetime import date, datetime
from typing import Any

from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.dates.place_time import home_instant
from netmoede_desktop.domain.minutes.record import AgreementRecord, MeetingRecord, PauseRecord

SCHEMA = "netmoede-meeting/1"


def meeting_json(record: MeetingRecord) -> str:
    """Return the meeting as JSON text with a line end, the same text for the same meeting."""
    text = json.dumps(_meeting(record), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _meeting(record: MeetingRecord) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "case": {"reference": record.case_reference, "child": record.child},
        "method": {"id": record.method_id, "version": record.method_version},
        **_people_and_parts(record),
        **_written_words(record),
        "pauses": [_pause(pause) for pause in record.pauses],
        "follow_up": _follow_up(record.follow_up),
        "overridden": list(record.overridden),
        "reasons": [{"code": code, "reason": reason} for code, reason in record.reasons],
        "minutes": {"responsible": record.responsible, "author": record.author},
        "started": _instant(record.started),
        "ended": _instant(record.ended),
        "events": record.events,
    }


def _people_and_parts(record: MeetingRecord) -> dict[str, Any]:
    return {
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "called": person.called,
                "role": person.role.value,
                "relation": person.relation,
                "network": person.network.value if person.network else None,
            }
            for person in record.people
        ],
        "parts": [
            {
                "id": part.id,
                "title": part.title,
                "phase": part.phase,
                "planned_seconds": part.planned_seconds,
                "used_seconds": part.used_seconds,
            }
            for part in record.parts
        ],
        "turns": [
            {
                "part": turn.part,
                "person": turn.person,
                "state": turn.state.value,
                "seconds": turn.seconds,
                "interpreter_seconds": turn.interpreter_seconds,
            }
            for turn in record.turns
        ],
    }


def _written_words(record: MeetingRecord) -> dict[str, Any]:
    return {
        "notes": [
            {
                "part": note.part,
                "person": note.person,
                "text": note.text,
                "mark": note.mark.value if note.mark else None,
                "read_aloud_by": note.read_aloud_by,
            }
            for note in record.notes
        ],
        "board": list(record.board),
        "agreements": [_agreement(agreement) for agreement in record.agreements],
        "reservations": [{"person": words.person, "text": words.text} for words in record.reservations],
        "experience": list(record.experience),
        "parked": list(record.parked),
    }


def _agreement(agreement: AgreementRecord) -> dict[str, Any]:
    """The values of an agreement; `started` only where it is true: the measure began before today."""
    values = {
        "number": agreement.number,
        "text": agreement.text,
        "owner": agreement.owner,
        "from": _day(agreement.start),
        "by": _day(agreement.due),
        "sign": agreement.sign,
        "answer": agreement.answer.value if agreement.answer else None,
        "status": agreement.status,
    }
    return {**values, "started": True} if agreement.started else values


def _pause(pause: PauseRecord) -> dict[str, Any]:
    return {"started": _instant(pause.started), "seconds": pause.seconds, "part": pause.part}


def _follow_up(follow_up: FollowUpRecord | None) -> dict[str, str] | None:
    """The local wall time without offset and where, or why there is none; null while neither is set."""
    if follow_up is None:
        return None
    if follow_up.at is not None:
        at = {"at": follow_up.at.replace(tzinfo=None).isoformat()}
        return {**at, "place": follow_up.place} if follow_up.place else at
    return {"none": follow_up.none_reason or ""}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _instant(moment: datetime | None) -> str | None:
    """ISO 8601 with offset; a naive moment is a wall time in Denmark."""
    if moment is None:
        return None
    return home_instant(moment).isoformat()
