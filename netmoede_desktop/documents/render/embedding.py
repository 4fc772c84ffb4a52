"""The part of each face that one document uses: its characters, numbered as met, and the font objects in the file.

A simple PDF font holds 255 characters, so a face becomes one font after another as needed. Every number maps back to
its text (ToUnicode), so that text can be searched, copied and read aloud.
"""

from typing import Any

from reportlab.pdfbase import pdfdoc

from netmoede_desktop.documents.render.faces import GLYPH_BASE, Face

_ROOM = 256

#: More fonts than one face is ever cut into.
_TAGS_OF_A_FACE = 10_000
_UNBROKEN_SPACE = "\u00a0"


class EmbeddedFace:
    """One face as one document uses it, its `number`th. A font of the machine may be called as another is."""

    def __init__(self, face: Face, number: int) -> None:
        self._face = face
        self._prefix = f"F{number}s"
        self._first_tag = number * _TAGS_OF_A_FACE if face.of_machine else 0
        self._numbers: dict[str, int] = {}
        self._codes: list[int] = [0]
        self._texts: dict[int, str] = {}

    def encode(self, text: str) -> list[tuple[str, str]]:
        """Return the text as (font resource name, hex digits) for every font it takes."""
        known = self._numbers
        numbers = [known[char] if char in known else self._assign(char) for char in text]
        if max(numbers, default=0) < _ROOM:
            return [(f"{self._prefix}0", bytes(numbers).hex())]
        parts: list[tuple[int, bytearray]] = []
        for number in numbers:
            font, code = divmod(number, _ROOM)
            if not parts or parts[-1][0] != font:
                parts.append((font, bytearray()))
            parts[-1][1].append(code)
        return [(f"{self._prefix}{font}", codes.hex()) for font, codes in parts]

    def encode_glyph(self, code: int, text: str) -> tuple[str, str]:
        """Return one shaped glyph as (font resource name, hex digits); `text` holds its letters."""
        char = chr(code)
        if char not in self._numbers:
            self._texts[code] = text
        ((font, digits),) = self.encode(char)
        return font, digits

    def _assign(self, char: str) -> int:
        if char == _UNBROKEN_SPACE:
            number = self._numbers[char] = self._numbers.get(" ") or self._assign(" ")
            return number
        if len(self._codes) % _ROOM == 0:
            self._codes.append(0)
        number = self._numbers[char] = len(self._codes)
        self._codes.append(ord(char))
        return number

    def write(self, document: Any) -> dict[str, Any]:
        """Add the font objects to the file and return them by resource name."""
        fonts = {}
        for start in range(0, len(self._codes), _ROOM):
            name = f"{self._prefix}{start // _ROOM}"
            fonts[name] = self._font(document, name, start // _ROOM, self._codes[start : start + _ROOM])
        return fonts

    def _font(self, document: Any, name: str, index: int, codes: list[int]) -> Any:
        face = self._face.font
        base = f"{_subset_tag(self._first_tag + index)}+{face.name.decode('ascii')}"
        font: Any = pdfdoc.PDFTrueTypeFont()
        font.Name = name
        font.BaseFont = base
        font.FirstChar = 0
        font.LastChar = len(codes) - 1
        font.Widths = pdfdoc.PDFArray([round(face.getCharWidth(code)) for code in codes])
        unicode_map = pdfdoc.PDFStream(content=self._unicode_map(base, codes), filters=[pdfdoc.PDFZCompress])
        font.ToUnicode = document.Reference(unicode_map)
        font.FontDescriptor = face.addSubsetObjects(document, base, codes)
        return document.Reference(font)

    def _unicode_map(self, name: str, codes: list[int]) -> str:
        entries = [f"<{number:02X}> <{self._utf16(code)}>" for number, code in enumerate(codes) if code]
        blocks = []
        for start in range(0, len(entries), 100):
            part = entries[start : start + 100]
            blocks.append("\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"]))
        return _UNICODE_MAP.format(name=name, blocks="\n".join(blocks))

    def _utf16(self, code: int) -> str:
        text = self._texts.get(code) or (chr(code) if code < GLYPH_BASE else "\u200b")
        return text.encode("utf-16-be").hex().upper()


def _subset_tag(index: int) -> str:
    """Six capital letters that tell the subsets of a face apart."""
    letters = ""
    for _ in range(6):
        index, letter = divmod(index, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


_UNICODE_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /{name}-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
