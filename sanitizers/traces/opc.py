"""DOCX, XLSX and PPTX: their properties, people, changes, comments and everything embedded.

ECMA-376 part 1 (parts and elements) and part 2 (core properties).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sanitizers.traces import exif, jpeg, packed, png
from sanitizers.traces.text import plain, said
from sanitizers.values import Trace
from sanitizers.xmltree import all_text, attribute, local, parsed
from sanitizers.zips import Package

_CORE = {
    "creator": "person", "lastModifiedBy": "person", "title": "title", "subject": "title",
    "description": "comment", "keywords": "keyword", "category": "keyword", "created": "date",
    "modified": "date", "lastPrinted": "date", "revision": "revision", "identifier": "identifier",
    "contentStatus": "metadata", "version": "metadata", "language": "metadata",
}  # fmt: skip
_APP = {
    "Company": "organisation", "Manager": "person", "Application": "software", "AppVersion": "software",
    "Template": "path", "HyperlinkBase": "link", "TotalTime": "metadata",
}  # fmt: skip
_CHANGES = frozenset({
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
    "tcPrChange", "trPrChange", "cellIns", "cellDel", "numberingChange",
})  # fmt: skip
_CELL_CHANGES = frozenset({"rcc", "rrc", "rm", "ris", "rcmt"})
_REVISION_MARKS = re.compile(r"^rsid")
_MOST_XML = 24 << 20
_MOST_PARTS = 400


def traces(package: Package) -> Iterator[Trace]:
    """Every trace of an Office Open XML package."""
    for info in package.infos[:_MOST_PARTS]:
        yield from _of_part(package, info.filename)
    yield from packed.traces(package)


def _of_part(package: Package, name: str) -> Iterator[Trace]:
    lower = name.lower()
    if lower.endswith(("vbaproject.bin", "vbadata.xml")):
        yield Trace("script", "VBA")
    elif "/embeddings/" in lower or "/activex/" in lower:
        yield Trace("embedded-file", plain(name))
    elif "printersettings" in lower:
        yield from _printer(package.part(name, 4096))
    elif "thumbnail" in lower:
        yield Trace("thumbnail", plain(name))
    elif "/media/" in lower:
        yield from of_media(package.part(name))
    elif "/fonts/" in lower:
        yield Trace("font", plain(name))
    elif lower.endswith((".xml", ".rels")):
        root = parsed(package.part(name, _MOST_XML))
        if root is not None:
            yield from _of_xml(lower, root)


def of_media(data: bytes) -> Iterator[Trace]:
    """Traces of a picture or film inside a document."""
    if data.startswith(b"\xff\xd8"):
        yield from jpeg.traces(data)
    elif data.startswith(b"\x89PNG"):
        yield from png.traces(data)
    elif data[:2] in {b"II", b"MM"}:
        yield from exif.traces(data)
    elif data[4:8] == b"ftyp" or data.startswith((b"ID3", b"RIFF")):
        yield Trace("audio-video", f"{len(data)} bytes")


def _printer(settings: bytes) -> Iterator[Trace]:
    """A DEVMODE begins with the printer's name in 32 wide characters; a Mac writes XML."""
    name = settings[:64].decode("utf-16-le", "replace").partition("\0")[0]
    yield from said("printer", name if name.isprintable() and name else f"{len(settings)} bytes")


def _of_xml(  # noqa: C901 - a table of names, each with its reader
    name: str, root: Element
) -> Iterator[Trace]:
    if name.endswith("core.xml"):
        yield from _named(root, _CORE)
    elif name.endswith("app.xml"):
        yield from _named(root, _APP)
    elif name.endswith("custom.xml") and "docprops" in name:
        for node in root:
            yield from said("metadata", f"{attribute(node, 'name')}: {all_text(node)}")
    elif name.endswith(".rels"):
        yield from _links(root)
    elif "_xmlsignatures" in name:
        yield from _signature(root)
    elif "/people" in name or "/persons/" in name or "commentauthors" in name or "/authors" in name:
        yield from _people(root)
    elif "/revisions/" in name:
        yield from _log(root)
    elif "comment" in name:
        yield from _comments(root)
    elif name.startswith("customxml/"):
        yield from said("metadata", all_text(root))
    elif name.startswith(("word/", "xl/", "ppt/")):
        yield from _of_content(root)


def _named(root: Element, kinds: dict[str, str]) -> Iterator[Trace]:
    for node in root:
        yield from (
            said(kinds.get(local(node.tag), ""), node.text) if local(node.tag) in kinds else ()
        )


def _links(root: Element) -> Iterator[Trace]:
    for node in root:
        if node.get("TargetMode") == "External":
            target = node.get("Target", "")
            is_path = target.startswith(("file:", "\\\\")) or re.match(r"[A-Za-z]:\\", target)
            yield from said("path" if is_path else "link", target)


def _signature(root: Element) -> Iterator[Trace]:
    yield Trace("signature", local(root.tag))
    for node in root.iter():
        if local(node.tag) in {"X509IssuerName", "X509SubjectName", "SignatureComments"}:
            yield from said("signature", node.text)
        elif local(node.tag) in {"SigningTime", "Value"} and node.text and "T" in node.text:
            yield from said("date", node.text)


def _people(root: Element) -> Iterator[Trace]:
    for node in root.iter():
        for key in ("author", "name", "displayName", "userId"):
            yield from said(
                "contact" if key == "userId" else "comment-author", attribute(node, key)
            )


def _comments(root: Element) -> Iterator[Trace]:
    for node in root.iter():
        tag = local(node.tag)
        if tag in {"comment", "cm", "threadedComment"}:
            yield from said("comment-author", attribute(node, "author"))
            yield from said(
                "date", attribute(node, "date") or attribute(node, "dt") or attribute(node, "dT")
            )
            yield from said("comment", all_text(node))
        elif tag == "author":
            yield from said("comment-author", node.text)


def _log(root: Element) -> Iterator[Trace]:
    """Who changed which cell of a shared workbook, and when (18.11)."""
    for node in root.iter():
        yield from said("comment-author", attribute(node, "userName"))
        yield from said("date", attribute(node, "dateTime"))
        if local(node.tag) in _CELL_CHANGES:
            yield from said("tracked-change", f"{local(node.tag)} {all_text(node)}".strip())


_VANISHING = frozenset({"vanish", "webHidden"})
_OFF = frozenset({"0", "false", "off"})
# A run, a paragraph's mark, a style, a level of a list: what can be told not to be drawn.
_WITH_RUN_PROPERTIES = frozenset({"r", "pPr", "style", "tblStylePr", "lvl", "rPrDefault"})
_STATES = frozenset({"hidden", "veryHidden"})


def _of_content(root: Element) -> Iterator[Trace]:
    """Changes with their authors, hidden parts, paths, revision marks, forms."""
    marks: set[str] = set()
    for node in root.iter():
        tag = local(node.tag)
        marks.update(
            value for key, value in node.attrib.items() if _REVISION_MARKS.match(local(key))
        )
        if tag in _CHANGES and attribute(node, "author"):
            yield from _change(tag, node)
        elif tag in _WITH_RUN_PROPERTIES and _vanishes(node):
            yield Trace("hidden", all_text(node) or "text")
        elif tag == "sheet" and attribute(node, "state") in _STATES:
            yield from said("hidden", attribute(node, "name"))
        elif tag in {"row", "col"} and attribute(node, "hidden") in {"1", "true"}:
            yield Trace("hidden", tag)
        elif tag in {"sld", "sp"} and attribute(node, "show") == "0":
            yield Trace("hidden", all_text(node) or "slide")
        else:
            yield from _smaller(tag, node)
    if root.tag.endswith("}notes"):
        yield from said("hidden", all_text(root))
    if marks:
        yield Trace("identifier", f"{len(marks)} rsid {min(marks)}")


def _vanishes(run: Element) -> bool:
    """Whether a mark among its run properties says that it isn't drawn (17.3.2.41, 17.3.2.44)."""
    return any(
        local(mark.tag) in _VANISHING and attribute(mark, "val") not in _OFF
        for properties in run
        if local(properties.tag) == "rPr"
        for mark in properties
    )


def _smaller(tag: str, node: Element) -> Iterator[Trace]:
    if tag in {"lastModifiedBy", "lastEditedBy"} or (
        tag == "fileSharing" and attribute(node, "userName")
    ):
        yield from said("person", attribute(node, "userName") or node.text)
    elif tag in {"docId", "rsidRoot"}:
        yield from said("identifier", attribute(node, "val"))
    elif tag in {"absPath", "attachedTemplate"}:
        yield from said("path", attribute(node, "url"))
    elif tag == "instrText" and node.text and "HYPERLINK" in node.text:
        yield from said("link", node.text.replace("HYPERLINK", "").strip(' "'))
    elif tag == "ffData":
        names = (attribute(each, "val") for each in node if local(each.tag) == "name")
        yield Trace("form", plain(next(names, "")) or "field")
    elif tag == "formControlPr":
        yield Trace("form", attribute(node, "objectType") or "field")
    elif tag in {"docPr", "cNvPr"} and attribute(node, "descr"):
        yield from said("comment", attribute(node, "descr"))


def _change(tag: str, node: Element) -> Iterator[Trace]:
    text = all_text(node)
    yield from said("tracked-change", f"{tag} {text}".strip())
    yield from said("comment-author", attribute(node, "author"))
    yield from said("date", attribute(node, "date"))
