"""Our reader of .po files says what Babel's says, of the shipped catalogue and of everything a .po file may hold."""

import gettext
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.localization.po_file import compiled

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00\x04"), min_size=1)


def by_babel(po_file: bytes) -> dict[object, str]:
    buffer = BytesIO()
    write_mo(buffer, read_po(BytesIO(po_file)))
    return said(buffer.getvalue())


def said(mo_file: bytes) -> dict[object, str]:
    """Everything a catalogue says; its header, which Babel words in its own way, apart."""
    catalogue = gettext.GNUTranslations(BytesIO(mo_file))
    return {key: text for key, text in catalogue._catalog.items() if key}  # type: ignore[attr-defined]


def test_the_shipped_catalogue_says_the_same(repository: Path) -> None:
    po_file = (repository / "resources/locale/en/LC_MESSAGES/netmoede.po").read_bytes()
    ours = said(compiled(po_file))
    assert ours == by_babel(po_file)
    assert len(ours) > 300


@given(
    st.lists(
        st.tuples(WORDS, WORDS, st.none() | WORDS, st.booleans()), unique_by=lambda each: (each[0], each[2]), max_size=6
    ),
    st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), unique_by=lambda each: each[0], max_size=3),
)
def test_whatever_babel_writes_is_read_as_babel_reads_it(
    sentences: list[tuple[str, str, str | None, bool]], plurals: list[tuple[str, str, str, str]]
) -> None:
    catalogue = Catalog(locale="en")
    for sentence, translation, context, doubtful in sentences:
        catalogue.add(sentence, translation, context=context, flags=["fuzzy"] if doubtful else [])
    for one, many, first, second in plurals:
        catalogue.add((f"{{n}}{one}", many), (first, second), context="tal")
    written = BytesIO()
    write_po(written, catalogue, width=40)
    assert said(compiled(written.getvalue())) == by_babel(written.getvalue())


@pytest.mark.parametrize("text", ["nonsense", 'msgid "åben', '"uden ord"', 'msgid "a" msgstr "b"', "msgstr b"])
def test_what_is_no_po_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        compiled(text.encode())
    with pytest.raises(ValueError):
        compiled(b"\xff\xfe")
