"""Schema 5: the facts of the preparation, of a sag, of its people and of its meetings."""

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE facts (
        case_id VARCHAR NOT NULL REFERENCES case_file (id),
        subject VARCHAR NOT NULL CHECK (subject IN ('case', 'person', 'meeting')),
        subject_id VARCHAR NOT NULL,
        content VARCHAR NOT NULL,
        PRIMARY KEY (case_id, subject, subject_id)
    ) WITHOUT ROWID""",
)
