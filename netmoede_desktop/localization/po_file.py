"""Reading a gettext .po file into a catalogue in memory.

It knows what Babel writes, with which `dev.py translate` keeps the files: contexts, plurals, several lines, remarks.
`gettext` itself does the rest.
"""

import re
import struct
from collections.abc import Iterator

_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[\d\])?)?\s*"((?:[^"\\]|\\.)*)"\s*')
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_DOUBTFUL = "fuzzy"
_CONTEXT, _FORM = "\x04", "\x00"
_MAGIC, _HEADER_WORDS, _WORD = 0x950412DE, 7, 4


def compiled(po_file: bytes) -> bytes:
    """Return the catalogue as a .mo file, as gettext reads it; untranslated and doubtful messages are left out.

    Raises ValueError for anything that is no .po file in UTF-8.
    """
    pairs = sorted((key.encode(), value.encode()) for key, value in _translated(po_file.decode("utf-8")))
    start = _HEADER_WORDS * _WORD
    place = start + 2 * 2 * _WORD * len(pairs)
    tables: tuple[list[int], list[int]] = ([], [])
    texts: list[bytes] = []
    for side in (0, 1):
        for pair in pairs:
            tables[side].extend((len(pair[side]), place))
            texts.append(pair[side] + b"\x00")
            place += len(pair[side]) + 1
    words = (_MAGIC, 0, len(pairs), start, start + 2 * _WORD * len(pairs), 0, 0, *tables[0], *tables[1])
    return struct.pack(f"<{len(words)}I", *words) + b"".join(texts)


def _translated(text: str) -> Iterator[tuple[str, str]]:
    for entry in _entries(text):
        forms = entry.get("msgstr", [])
        key = "".join(entry.get("msgid", ()))
        if not all(forms) or (key and _DOUBTFUL in entry):  # the header, which has no key, counts all the same
            continue
        if "msgid_plural" in entry:
            key += _FORM + "".join(entry["msgid_plural"])
        if "msgctxt" in entry:
            key = "".join(entry["msgctxt"]) + _CONTEXT + key
        yield key, _FORM.join(forms)


def _entries(text: str) -> Iterator[dict[str, list[str]]]:
    """Each entry as its keywords and their texts; `msgstr` has one for each form of a plural."""
    entry: dict[str, list[str]] = {}
    keyword, doubtful = "", False
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if not line or line.isspace() or line.startswith("#"):
            if "msgstr" in entry:
                yield entry
                entry = {}
            if line.startswith("#,") and _DOUBTFUL in line:
                doubtful = True
            continue
        found = _LINE.fullmatch(line)
        if found is None or not (found[1] or keyword):
            raise ValueError(f"line {number}")
        if found[1]:
            if found[1] in ("msgctxt", "msgid") and "msgstr" in entry:
                yield entry
                entry = {}
            if found[1] in ("msgctxt", "msgid") and doubtful and not entry:
                entry[_DOUBTFUL], doubtful = [], False
            keyword = found[1]
            entry.setdefault(keyword, []).append("")
        entry[keyword][-1] += _unescaped(found[2])
    if "msgstr" in entry:
        yield entry


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), text) if "\\" in text else text
