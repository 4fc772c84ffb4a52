"""Schema 6: an index of the names, to be searched; triggers keep it in step, whoever writes."""

#: Of a person, their number is found too; text that is no JSON has none.
_PHONE = "CASE WHEN json_valid({row}.content) THEN json_extract({row}.content, '$.phone') END"
#: Numbers count downwards, because the index is read fastest from below and the newest is to come first.
_NEXT = "(SELECT coalesce(min(number), 2147483648) - 1 FROM search_entry)"
_FORGET_KEYS = "UPDATE search_entry SET spelled = NULL, keys = NULL"

STATEMENTS: tuple[str, ...] = (
    # An entry without keys is one to be given them; the entry of a sag itself has no person.
    """CREATE TABLE search_entry (
        number INTEGER NOT NULL PRIMARY KEY,
        case_id VARCHAR NOT NULL REFERENCES case_file (id),
        person_id VARCHAR NOT NULL,
        spelled VARCHAR,
        keys VARCHAR
    )""",
    "CREATE UNIQUE INDEX search_entry_of ON search_entry (case_id, person_id)",
    "CREATE INDEX search_entry_without_keys ON search_entry (number) WHERE keys IS NULL",
    """CREATE VIRTUAL TABLE search_index USING fts5(
        spelled, keys, content='search_entry', content_rowid='number', prefix='1 2 3 4 5 6',
        columnsize=0, tokenize='unicode61 remove_diacritics 0'
    )""",
    # What is deleted is then overwritten in the index, and not only marked.
    "INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1)",
    # Whoever works the keys out indexes them: many at once, which a trigger could not.
    """CREATE TRIGGER search_entry_loses_its_keys AFTER UPDATE OF keys ON search_entry
       WHEN OLD.keys IS NOT NULL AND NEW.keys IS NULL
       BEGIN INSERT INTO search_index (search_index, rowid, spelled, keys)
             VALUES ('delete', OLD.number, OLD.spelled, OLD.keys); END""",
    """CREATE TRIGGER search_entry_goes AFTER DELETE ON search_entry WHEN OLD.keys IS NOT NULL
       BEGIN INSERT INTO search_index (search_index, rowid, spelled, keys)
             VALUES ('delete', OLD.number, OLD.spelled, OLD.keys); END""",
    f"""CREATE TRIGGER case_is_found AFTER INSERT ON case_file
       BEGIN INSERT INTO search_entry (number, case_id, person_id) VALUES ({_NEXT}, NEW.id, ''); END""",  # noqa: S608 - ours
    f"""CREATE TRIGGER case_is_found_as_changed AFTER UPDATE OF reference, child ON case_file
       BEGIN {_FORGET_KEYS} WHERE case_id = NEW.id AND person_id = ''; END""",
    """CREATE TRIGGER case_is_found_no_more AFTER DELETE ON case_file
       BEGIN DELETE FROM search_entry WHERE case_id = OLD.id; END""",
    f"""CREATE TRIGGER person_is_found AFTER INSERT ON person
       BEGIN INSERT INTO search_entry (number, case_id, person_id) VALUES ({_NEXT}, NEW.case_id, NEW.id); END""",  # noqa: S608 - ours
    f"""CREATE TRIGGER person_is_found_as_changed AFTER UPDATE OF name, called ON person
       BEGIN {_FORGET_KEYS} WHERE case_id = NEW.case_id AND person_id = NEW.id; END""",
    """CREATE TRIGGER person_is_found_no_more AFTER DELETE ON person
       BEGIN DELETE FROM search_entry WHERE case_id = OLD.case_id AND person_id = OLD.id; END""",
    f"""CREATE TRIGGER person_is_found_by_phone AFTER INSERT ON facts
       WHEN NEW.subject = 'person' AND {_PHONE.format(row="NEW")} <> ''
       BEGIN {_FORGET_KEYS} WHERE case_id = NEW.case_id AND person_id = NEW.subject_id; END""",
    f"""CREATE TRIGGER person_is_found_by_another_phone AFTER UPDATE OF content ON facts
       WHEN NEW.subject = 'person' AND {_PHONE.format(row="OLD")} IS NOT {_PHONE.format(row="NEW")}
       BEGIN {_FORGET_KEYS} WHERE case_id = NEW.case_id AND person_id = NEW.subject_id; END""",
    f"""CREATE TRIGGER person_is_found_by_phone_no_more AFTER DELETE ON facts
       WHEN OLD.subject = 'person' AND {_PHONE.format(row="OLD")} <> ''
       BEGIN {_FORGET_KEYS} WHERE case_id = OLD.case_id AND person_id = OLD.subject_id; END""",
    """INSERT INTO search_entry (number, case_id, person_id)
       SELECT 2147483648 - row_number() OVER (ORDER BY created, case_id, number), case_id, person_id FROM (
           SELECT id AS case_id, '' AS person_id, created, 0 AS number FROM case_file
           UNION ALL SELECT person.case_id, person.id, case_file.created, person.number
           FROM person JOIN case_file ON case_file.id = person.case_id
       )""",
)
