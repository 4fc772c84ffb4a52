"""Schema 3: the half-written lines of a running meeting."""

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE begun_line (
        meeting_id VARCHAR NOT NULL REFERENCES meeting (id),
        field VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        at VARCHAR NOT NULL,
        PRIMARY KEY (meeting_id, field)
    ) WITHOUT ROWID""",
    # What was not taken by the end is in no paper and stays nowhere, whoever ends the meeting.
    """CREATE TRIGGER begun_lines_go_with_the_end AFTER UPDATE OF state ON meeting WHEN NEW.state = 'afsluttet'
       BEGIN DELETE FROM begun_line WHERE meeting_id = NEW.id; END""",
)
