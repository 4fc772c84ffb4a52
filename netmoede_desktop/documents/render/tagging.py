"""The structure of a PDF that a screen reader follows: its elements, and what on the pages belongs to each.

Follows PDF/UA-1 (ISO 14289-1). ReportLab has no tagging of its own; its object layer writes these objects.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc

from netmoede_desktop.documents.marks import PRODUCER
from netmoede_desktop.documents.render.typesetting import Line, spoken


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A marked piece of content: the page (from 0) and its number there."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Node:
    """A structure element. `scope` is set on table headers: "Column" or "Row"; `title` names a table.

    A figure has an `alternative` to what it shows, and its place on the page as `bounds`: left, bottom, right and top,
    from the lower left corner.

    `lines` are the pieces painted for it: where a line has pieces that run from right to left, the element says in
    reading order what the page shows in the order of the eye.
    """

    tag: str
    kids: list["Node | MarkedContent"] = field(default_factory=list)
    scope: str = ""
    title: str = ""
    lines: list[Line] = field(default_factory=list)
    alternative: str = ""
    bounds: tuple[float, float, float, float] | None = None

    def add(self, tag: str, *, scope: str = "", title: str = "", alternative: str = "") -> "Node":
        """Append a child and return it."""
        child = Node(tag, scope=scope, title=title, alternative=alternative)
        self.kids.append(child)
        return child


class RawObject(pdfdoc.PDFObject):
    """An object of the file given as its own text, made when all object numbers are known."""

    __RefOnly__ = 1

    def __init__(self, text: Callable[[], str]) -> None:
        self._text = text

    def format(self, document: Any) -> bytes:
        """The text of the object, as ReportLab asks for it."""
        del document
        return self._text().encode("ascii")


class ObjectTable:
    """Hands out references to objects of one file before they are written."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def add(self, text: Callable[[], str]) -> str:
        """Add an object and return its reference, such as `12 0 R`."""
        return self.reference(RawObject(text))

    def reference(self, thing: pdfdoc.PDFObject) -> str:
        """The reference of an object, which is added when it is new."""
        return bytes(self._document.Reference(thing).format(self._document)).decode("ascii")


def text_string(text: str) -> str:
    """A text string of the file format: plain where it can be, else in UTF-16."""
    if text.isascii() and text.isprintable():
        return f"<{text.encode('ascii').hex().upper()}>"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def write_structure(root: Node, marks: list[list[Node]], pages: list[str], objects: ObjectTable) -> RawObject:
    """Write the structure tree and return its root.

    `marks` holds for every page the element of each marked piece in order; `pages` the references of the pages.
    """
    tree: list[str] = []
    references: dict[int, str] = {}
    tree_root = RawObject(lambda: tree[0])
    _number(root, objects.reference(tree_root), pages, references, objects)
    parents = " ".join(
        f"{number} [{' '.join(references[id(node)] for node in nodes)}]" for number, nodes in enumerate(marks)
    )
    parent_tree = objects.add(lambda: f"<< /Nums [{parents}] >>")
    kids = f"/K {references[id(root)]} /ParentTree {parent_tree} /ParentTreeNextKey {len(marks)}"
    tree.append(f"<< /Type /StructTreeRoot {kids} >>")
    return tree_root


def _number(node: Node, parent: str, pages: list[str], references: dict[int, str], objects: ObjectTable) -> None:
    """Add a node and its descendants, parents first."""
    body: list[str] = []
    reference = references[id(node)] = objects.add(lambda: body[0])
    for kid in node.kids:
        if isinstance(kid, Node):
            _number(kid, reference, pages, references, objects)
    first = next((kid.page for kid in node.kids if isinstance(kid, MarkedContent)), None)
    kids = " ".join(_kid(kid, first, pages, references) for kid in node.kids)
    parts = [f"<< /Type /StructElem /S /{node.tag} /P {parent} /K [{kids}]"]
    if first is not None:
        parts.append(f"/Pg {pages[first]}")
    if node.scope:
        parts.append(f"/A << /O /Table /Scope /{node.scope} >>")
    if node.bounds:
        bounds = " ".join(f"{edge:.2f}" for edge in node.bounds)
        parts.append(f"/A << /O /Layout /Placement /Block /BBox [{bounds}] >>")
    if node.alternative:
        parts.append(f"/Alt {text_string(node.alternative)}")
    if node.title:
        parts.append(f"/T {text_string(node.title)}")
    if any(piece.level for line in node.lines for piece in line.pieces):
        parts.append(f"/ActualText {text_string(''.join(spoken(line.pieces) for line in node.lines))}")
    body.append(" ".join([*parts, ">>"]))


def _kid(kid: Node | MarkedContent, page: int | None, pages: list[str], references: dict[int, str]) -> str:
    if isinstance(kid, Node):
        return references[id(kid)]
    if kid.page == page:
        return str(kid.number)
    return f"<< /Type /MCR /Pg {pages[kid.page]} /MCID {kid.number} >>"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading in the list of bookmarks: its level (2, 3), text, page (from 0) and height on it, from below."""

    level: int
    text: str
    page: int
    top: float


def write_bookmarks(bookmarks: list[Bookmark], pages: list[str], objects: ObjectTable) -> RawObject:
    """Write the bookmarks, level 3 under level 2, and return the list of them."""
    sections = _sections(bookmarks)
    root: list[str] = []
    bookmark_list = RawObject(lambda: root[0])
    first, last = _write_level(sections, objects.reference(bookmark_list), pages, objects)
    root.append(f"<< /Type /Outlines /First {first} /Last {last} /Count {len(bookmarks)} >>")
    return bookmark_list


@dataclass(slots=True)
class _Section:
    mark: Bookmark
    under: list["_Section"] = field(default_factory=list)


def _sections(bookmarks: list[Bookmark]) -> list[_Section]:
    sections: list[_Section] = []
    for mark in bookmarks:
        if mark.level > 2 and sections:
            sections[-1].under.append(_Section(mark))
        else:
            sections.append(_Section(mark))
    return sections


def _write_level(sections: list[_Section], parent: str, pages: list[str], objects: ObjectTable) -> tuple[str, str]:
    bodies: list[list[str]] = [[] for _ in sections]
    references = [objects.add(lambda body=body: body[0]) for body in bodies]  # type: ignore[misc]
    for place, (section, body) in enumerate(zip(sections, bodies, strict=True)):
        mark = section.mark
        parts = [f"<< /Title {text_string(mark.text)} /Parent {parent}"]
        parts.append(f"/Dest [{pages[mark.page]} /XYZ 0 {mark.top:.2f} 0]")
        if place:
            parts.append(f"/Prev {references[place - 1]}")
        if place + 1 < len(sections):
            parts.append(f"/Next {references[place + 1]}")
        if section.under:
            first, last = _write_level(section.under, references[place], pages, objects)
            parts.append(f"/First {first} /Last {last} /Count {len(section.under)}")
        body.append(" ".join([*parts, ">>"]))
    return references[0], references[-1]


def metadata(title: str, language: str) -> bytes:
    """The XMP packet: the title, the language, the program and the claims to PDF/UA-1 and PDF/A-2a; nothing of anyone.

    PDF/A wants the words of PDF/UA, which it does not know, described beside them.
    """
    safe = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _XMP.format(title=safe, language=language, producer=PRODUCER).encode()


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
