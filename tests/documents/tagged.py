"""What a screen reader gets from a PDF: the structure with the letters of the pages, and nothing put in between."""

import re
from io import BytesIO

import pikepdf

_MAPPED = re.compile(r"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>")


def elements(paper: bytes) -> list[tuple[str, str]]:
    """Every element that holds content, in reading order, as its tag and its text."""
    with pikepdf.open(BytesIO(paper)) as file:
        pages = {sheet.obj.objgen: _marked(sheet) for sheet in file.pages}
        found: list[tuple[str, str]] = []
        _walk(file.Root.StructTreeRoot.K, pages, found)
    return found


def _walk(node: pikepdf.Object, pages: dict[tuple[int, int], dict[int, str]], found: list[tuple[str, str]]) -> None:
    kids = node.get("/K", pikepdf.Array())
    text = ""
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            text += pages[node.Pg.objgen][kid]
        elif "/MCID" in kid:
            text += pages[kid.Pg.objgen][int(kid.MCID)]
        else:
            _walk(kid, pages, found)
    if text:
        found.append((str(node.S), str(node.ActualText) if "/ActualText" in node else text))


def _marked(sheet: pikepdf.Page) -> dict[int, str]:
    """The text of each marked piece of a page."""
    fonts = {str(name): _letters(font) for name, font in sheet.Resources.Font.items()}
    texts: dict[int, str] = {}
    font: dict[int, str] = {}
    saved: list[dict[int, str]] = []
    here: list[tuple[int | None, str | None]] = []
    for instruction in pikepdf.parse_content_stream(sheet):
        operands = list(instruction.operands)
        match str(instruction.operator):
            case "BDC":
                mark = operands[1]
                outer = here[-1][0] if here else None
                here.append((int(mark.MCID) if "/MCID" in mark else outer, None))
                if "/ActualText" in mark and outer is not None:
                    texts[outer] += str(mark.ActualText)
                    here[-1] = (None, None)
                elif "/MCID" in mark:
                    texts[int(mark.MCID)] = ""
            case "EMC":
                here.pop()
            case "q":
                saved.append(font)
            case "Q":
                font = saved.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ" if here and (number := here[-1][0]) is not None:
                strings = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                codes = (code for part in strings if isinstance(part, pikepdf.String) for code in bytes(part))
                texts[number] += "".join(font[code] for code in codes)
    return texts


def _letters(font: pikepdf.Object) -> dict[int, str]:
    table = _MAPPED.findall(font.ToUnicode.read_bytes().decode())
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in table}
