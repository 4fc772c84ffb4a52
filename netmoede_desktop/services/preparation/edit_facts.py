"""The facts of a planned meeting beyond its plan, and the register of rooms, changed as they are typed."""

from collections.abc import Callable
from datetime import datetime

from netmoede_desktop.domain.preparation.fact_texts import cleaned
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import Room
from netmoede_desktop.services.meeting.meeting_journal import read_plan
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting, prepared
from netmoede_desktop.services.preparation.room_register import meeting_is_in, put_room, with_room
from netmoede_desktop.services.preparation.stored_facts import known_facts, save_facts
from netmoede_desktop.services.preparation.stored_plan import editable, required_planned
from netmoede_desktop.storage.vault import Vault


def change_facts(
    vault: Vault, meeting_id: str, change: Callable[[KnownFacts], KnownFacts], now: datetime
) -> PlannedMeeting:
    """Change the facts beyond the plan of a meeting that has not begun: of the sag, its people or the meeting.

    Refused: `meeting_gone`, `meeting_begun`, `text_too_long`, and whatever `change` refuses.
    """
    with vault.transaction() as store:
        meeting = required_planned(store, meeting_id, people=False)
        before = known_facts(store, meeting.case_id, meeting_id)
        save_facts(store, meeting.case_id, meeting_id, before, cleaned(change(before)))
        meeting = store.meetings.required(meeting_id)
        return prepared(vault, store, meeting, read_plan(meeting.plan), editable(store, meeting), now)


def change_room(vault: Vault, meeting_id: str, number: int, room: Room | None, now: datetime) -> PlannedMeeting:
    """Change a row of the register of rooms, add one behind the last, or remove it (None); return the meeting.

    A meeting that is held in that room keeps it under its new name. Refused: `meeting_gone`, `meeting_begun`,
    `place_listed`, `too_many_places`.
    """
    with vault.transaction() as store:
        meeting = required_planned(store, meeting_id, people=False)
        before, after = put_room(store, number, room)
        facts = known_facts(store, meeting.case_id, meeting_id)
        if after.name and meeting_is_in(facts, before):
            save_facts(store, meeting.case_id, meeting_id, facts, with_room(facts, after))
        meeting = store.meetings.required(meeting_id)
        return prepared(vault, store, meeting, read_plan(meeting.plan), editable(store, meeting), now)
