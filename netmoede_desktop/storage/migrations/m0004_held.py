"""Schema 4: a meeting that has begun is listed by when it began, no longer by its planned start."""

STATEMENTS: tuple[str, ...] = (
    # The offset is the plan's: only of a meeting moved across the change of the clock it is an hour beside the wall's.
    """UPDATE meeting SET starts = coalesce(
           (SELECT strftime('%Y-%m-%dT%H:%M:%f', at, substr(json_extract(meeting.plan, '$.starts'), -6)) || '000'
            FROM journal_event WHERE meeting_id = meeting.id AND name = 'MeetingStarted' ORDER BY seq LIMIT 1), starts)
       WHERE state <> 'planlagt' AND json_valid(plan)""",
    "UPDATE outcome SET starts = (SELECT starts FROM meeting WHERE id = meeting_id)",
)
