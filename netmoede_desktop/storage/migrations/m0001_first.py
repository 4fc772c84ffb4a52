"""Schema 1: sager, people, meetings, journal, private notes, referat versions, audit log, deletions, settings."""

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE case_file (
        id VARCHAR NOT NULL PRIMARY KEY,
        reference VARCHAR NOT NULL,
        child VARCHAR NOT NULL,
        birth_year INTEGER,
        languages VARCHAR NOT NULL,
        created VARCHAR NOT NULL,
        journalised VARCHAR,
        delete_on VARCHAR
    )""",
    """CREATE TABLE person (
        case_id VARCHAR NOT NULL REFERENCES case_file (id),
        id VARCHAR NOT NULL,
        number INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        called VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        relation VARCHAR NOT NULL,
        seat INTEGER NOT NULL,
        main BOOLEAN NOT NULL,
        through_interpreter BOOLEAN NOT NULL,
        supports VARCHAR,
        place_kind VARCHAR,
        place_person VARCHAR,
        receives_minutes BOOLEAN NOT NULL,
        protected_address BOOLEAN NOT NULL,
        PRIMARY KEY (case_id, id)
    )""",
    """CREATE TABLE meeting (
        id VARCHAR NOT NULL PRIMARY KEY,
        case_id VARCHAR NOT NULL REFERENCES case_file (id),
        method_id VARCHAR NOT NULL,
        method_version INTEGER NOT NULL,
        starts VARCHAR NOT NULL,
        planned_minutes INTEGER NOT NULL,
        place VARCHAR NOT NULL,
        purpose VARCHAR NOT NULL,
        interpreter VARCHAR,
        plan VARCHAR NOT NULL,
        state VARCHAR NOT NULL,
        series_number INTEGER NOT NULL
    )""",
    "CREATE INDEX meeting_newest ON meeting (starts DESC, id)",
    "CREATE INDEX meeting_of_case ON meeting (case_id, series_number)",
    """CREATE TABLE journal_event (
        meeting_id VARCHAR NOT NULL REFERENCES meeting (id),
        seq INTEGER NOT NULL,
        act INTEGER,
        name VARCHAR NOT NULL,
        at VARCHAR NOT NULL,
        payload VARCHAR NOT NULL,
        PRIMARY KEY (meeting_id, seq)
    ) WITHOUT ROWID""",
    """CREATE TABLE private_note (
        meeting_id VARCHAR NOT NULL REFERENCES meeting (id),
        act INTEGER NOT NULL,
        text VARCHAR NOT NULL,
        PRIMARY KEY (meeting_id, act)
    )""",
    """CREATE TABLE minutes_version (
        meeting_id VARCHAR NOT NULL REFERENCES meeting (id),
        version INTEGER NOT NULL,
        content VARCHAR NOT NULL,
        approved VARCHAR NOT NULL,
        pdf_digest VARCHAR,
        digest VARCHAR NOT NULL,
        PRIMARY KEY (meeting_id, version)
    )""",
    """CREATE TABLE audit_entry (
        seq INTEGER NOT NULL PRIMARY KEY,
        at VARCHAR NOT NULL,
        actor VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        case_id VARCHAR,
        meeting_id VARCHAR,
        person_id VARCHAR,
        detail VARCHAR NOT NULL,
        digest VARCHAR NOT NULL
    )""",
    "CREATE INDEX ix_audit_entry_case_id ON audit_entry (case_id)",
    "CREATE TABLE deletion (case_id VARCHAR NOT NULL PRIMARY KEY, at VARCHAR NOT NULL)",
    "CREATE TABLE setting (name VARCHAR NOT NULL PRIMARY KEY, value VARCHAR NOT NULL)",
    # What is approved or logged never changes; it only goes when its whole sag is deleted, the log never.
    """CREATE TRIGGER minutes_version_never_changes BEFORE UPDATE ON minutes_version
       BEGIN SELECT RAISE(ABORT, 'minutes_version is immutable'); END""",
    """CREATE TRIGGER minutes_version_goes_with_its_case BEFORE DELETE ON minutes_version
       WHEN NOT EXISTS (SELECT 1 FROM deletion JOIN meeting USING (case_id) WHERE meeting.id = OLD.meeting_id)
       BEGIN SELECT RAISE(ABORT, 'minutes_version is immutable'); END""",
    """CREATE TRIGGER journal_event_never_changes BEFORE UPDATE ON journal_event
       BEGIN SELECT RAISE(ABORT, 'journal_event is immutable'); END""",
    """CREATE TRIGGER journal_event_goes_with_its_case BEFORE DELETE ON journal_event
       WHEN NOT EXISTS (SELECT 1 FROM deletion JOIN meeting USING (case_id) WHERE meeting.id = OLD.meeting_id)
       BEGIN SELECT RAISE(ABORT, 'journal_event is immutable'); END""",
    """CREATE TRIGGER audit_entry_never_changes BEFORE UPDATE ON audit_entry
       BEGIN SELECT RAISE(ABORT, 'audit_entry is immutable'); END""",
    """CREATE TRIGGER audit_entry_never_goes BEFORE DELETE ON audit_entry
       BEGIN SELECT RAISE(ABORT, 'audit_entry is immutable'); END""",
)
