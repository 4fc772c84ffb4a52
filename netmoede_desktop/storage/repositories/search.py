"""The index of names inside the vault: sager and people found as one types, in any spelling."""

import json
from typing import Final

from netmoede_desktop.domain.language.search_key import SearchTerms, case_entry, name_entry, search_terms
from netmoede_desktop.storage.database.driver import Driver
from netmoede_desktop.storage.values import FoundCase, FoundPerson

_WITHOUT_KEYS: Final = """
    SELECT entry.number, case_file.reference, case_file.child, person.name, person.called, facts.content
    FROM search_entry AS entry JOIN case_file ON case_file.id = entry.case_id
    LEFT JOIN person ON person.case_id = entry.case_id AND person.id = entry.person_id
    LEFT JOIN facts ON facts.case_id = entry.case_id AND facts.subject = 'person'
                   AND facts.subject_id = entry.person_id
    WHERE entry.keys IS NULL ORDER BY entry.number"""
#: Of more entries the whole index is made anew, which is quicker than to add them one by one.
_MANY: Final = 500
_FOUND: Final = """
    SELECT entry.case_id, entry.person_id, person.name, person.relation
    FROM search_index JOIN search_entry AS entry ON entry.number = search_index.rowid
    LEFT JOIN person ON person.case_id = entry.case_id AND person.id = entry.person_id
    WHERE search_index MATCH ? ORDER BY search_index.rowid"""


class Search:
    """The search, inside one transaction; it writes the keys of what has changed since the last one."""

    __slots__ = ("_plain",)

    def __init__(self, plain: Driver) -> None:
        """Search in a connection's transaction."""
        self._plain = plain

    def find(self, typed: str, limit: int) -> list[FoundCase]:
        """Return the sager that, or somebody in which, is called or numbered so: the closest first, then the newest.

        The last word typed is found by its beginning, and if there is nothing else each of them. Nothing is found where
        no letter and no digit was typed.
        """
        self._index_changed()
        found: dict[str, FoundCase] = {}
        for terms in search_terms(typed):
            if terms.last_resort and found:
                break
            rows = self._plain.execute(_FOUND, (_match(terms),))
            while len(found) < limit and (row := rows.fetchone()) is not None:
                case_id, person_id, name, relation = row
                person = FoundPerson(person_id, name, relation) if person_id else None
                found.setdefault(case_id, FoundCase(case_id, person))
        return list(found.values())

    def _index_changed(self) -> None:
        changed = []
        for number, reference, child, name, called, facts in self._plain.execute(_WITHOUT_KEYS).fetchall():
            phone = "" if facts is None else json.loads(facts).get("phone", "")
            entry = case_entry(reference, child) if name is None else name_entry((name, called), phone)
            changed.append((" ".join(sorted(entry.spelled)), " ".join(sorted(entry.keys)), number))
        if changed:
            self._plain.executemany("UPDATE search_entry SET spelled = ?, keys = ? WHERE number = ?", changed)
        if len(changed) > _MANY:
            self._plain.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
        elif changed:
            self._plain.executemany("INSERT INTO search_index (spelled, keys, rowid) VALUES (?, ?, ?)", changed)


def _match(terms: SearchTerms) -> str:
    """Write the terms in the language of FTS5; a word is letters and digits, so none can end its quotation."""
    ways = []
    for way in terms.ways:
        begins = ["*" if terms.begun == "all" else ""] * (len(way) - 1) + ["" if terms.begun == "none" else "*"]
        places = (" OR ".join(f'"{word}"{sign}' for word in place) for place, sign in zip(way, begins, strict=True))
        ways.append(" AND ".join(f"({place})" for place in places))
    return ("spelled" if terms.in_spelled else "keys") + " : (" + " OR ".join(f"({way})" for way in ways) + ")"
