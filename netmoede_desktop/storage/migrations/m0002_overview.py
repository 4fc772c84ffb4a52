"""Schema 2: meetings by state, the outcomes of the finished ones, corrections of their referat, the PDFs made of it."""

STATEMENTS: tuple[str, ...] = (
    "CREATE INDEX meeting_by_state ON meeting (state, starts, id)",
    "CREATE INDEX case_newest ON case_file (created DESC, id)",
    """CREATE TABLE outcome (
        meeting_id VARCHAR NOT NULL PRIMARY KEY REFERENCES meeting (id),
        starts VARCHAR NOT NULL,
        approved INTEGER NOT NULL,
        facts VARCHAR
    )""",
    "CREATE INDEX outcome_newest ON outcome (approved, starts DESC)",
    """CREATE TABLE minutes_correction (
        meeting_id VARCHAR NOT NULL REFERENCES meeting (id),
        field VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        PRIMARY KEY (meeting_id, field)
    )""",
    """CREATE TABLE minutes_pdf (
        digest VARCHAR NOT NULL PRIMARY KEY,
        meeting_id VARCHAR NOT NULL REFERENCES meeting (id),
        version INTEGER NOT NULL
    )""",
    # Every finished meeting has an outcome that knows its newest approved version, whoever wrote the meeting.
    """CREATE TRIGGER outcome_of_a_finished_meeting AFTER UPDATE OF state ON meeting WHEN NEW.state = 'afsluttet'
       BEGIN INSERT OR IGNORE INTO outcome (meeting_id, starts, approved)
             VALUES (NEW.id, NEW.starts,
                     (SELECT coalesce(max(version), 0) FROM minutes_version WHERE meeting_id = NEW.id)); END""",
    """CREATE TRIGGER outcome_of_a_meeting_that_came_finished AFTER INSERT ON meeting WHEN NEW.state = 'afsluttet'
       BEGIN INSERT OR IGNORE INTO outcome (meeting_id, starts, approved)
             VALUES (NEW.id, NEW.starts,
                     (SELECT coalesce(max(version), 0) FROM minutes_version WHERE meeting_id = NEW.id)); END""",
    """CREATE TRIGGER outcome_follows_the_newest_version AFTER INSERT ON minutes_version
       BEGIN UPDATE outcome SET approved = NEW.version, facts = NULL WHERE meeting_id = NEW.meeting_id; END""",
    """INSERT INTO outcome (meeting_id, starts, approved)
       SELECT id, starts, (SELECT coalesce(max(version), 0) FROM minutes_version WHERE meeting_id = meeting.id)
       FROM meeting WHERE state = 'afsluttet'""",
    # A meeting that never began may be deleted with what its roll call wrote; what was begun still never goes.
    "DROP TRIGGER journal_event_goes_with_its_case",
    """CREATE TRIGGER journal_event_goes_with_its_case BEFORE DELETE ON journal_event
       WHEN NOT EXISTS (SELECT 1 FROM deletion JOIN meeting USING (case_id) WHERE meeting.id = OLD.meeting_id)
        AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.id = OLD.meeting_id AND meeting.state = 'planlagt')
       BEGIN SELECT RAISE(ABORT, 'journal_event is immutable'); END""",
)
