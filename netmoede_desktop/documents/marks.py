"""How a file tells that this program wrote it, so that a new paper may take its place without a word.

No mark says which version wrote it or who: the same meeting gives the same bytes.
"""

from typing import Final

#: The producer of a PDF, in its own properties and in its packet of them.
PRODUCER: Final = "netmoede"
PDF_MARK: Final = f"/Producer ({PRODUCER})".encode()

#: The producer of a calendar file.
CALENDAR_PRODUCER: Final = "-//netmoede//1//DA"
CALENDAR_MARK: Final = f"PRODID:{CALENDAR_PRODUCER}".encode()

#: In the properties of a Word file: whose it is, and a day of change that no program leaves as it is.
WORD_IDENTIFIER: Final = "netmoede"
WORD_YEAR: Final = 2000
WORD_MARKS: Final = (
    f"<dc:identifier>{WORD_IDENTIFIER}</dc:identifier>".encode(),
    f'<dcterms:modified xsi:type="dcterms:W3CDTF">{WORD_YEAR}-01-01T00:00:00Z</dcterms:modified>'.encode(),
)
