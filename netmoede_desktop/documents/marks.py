"""The marks in a file that this program wrote, so that a new paper may replace it without asking.

No mark says which version wrote it or who: the same meeting gives the same bytes.
"""

import re
from typing import Final

#: The producer of a PDF, in its own properties and in its packet of them.
PRODUCER: Final = "netmoede"
PDF_MARK: Final = f"/Producer ({PRODUCER})".encode()

#: The producer of a calendar file.
CALENDAR_PRODUCER: Final = "-//netmoede//1//DA"
CALENDAR_MARK: Final = f"PRODID:{CALENDAR_PRODUCER}".encode()

#: In the properties of a Word file: whose it is. Every program that changes one writes when it did so; as it comes from
#: here, it was changed at the moment it was made.
WORD_IDENTIFIER: Final = "netmoede"
WORD_MARK: Final = f"<dc:identifier>{WORD_IDENTIFIER}</dc:identifier>".encode()
WORD_MADE: Final = re.compile(rb"<dcterms:created [^>]*>([^<]+)</dcterms:created>")
WORD_CHANGED: Final = re.compile(rb"<dcterms:modified [^>]*>([^<]+)</dcterms:modified>")
