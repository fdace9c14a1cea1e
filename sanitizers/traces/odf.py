"""ODT, ODS, ODP: meta, settings, changes, annotations. OpenDocument 1.3 part 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from sanitizers.traces import odf_hidden, packed
from sanitizers.traces.opc import of_media
from sanitizers.traces.text import plain, said
from sanitizers.values import Trace
from sanitizers.xmltree import all_text, attribute, local, parsed
from sanitizers.zips import Package

_META = {
    "generator": "software", "initial-creator": "person", "creator": "person", "date": "date",
    "creation-date": "date", "print-date": "date", "printed-by": "person", "title": "title",
    "subject": "title", "description": "comment", "keyword": "keyword",
    "editing-cycles": "revision", "editing-duration": "metadata", "user-defined": "metadata",
    "template": "path", "auto-reload": "link", "language": "metadata", "coverage": "place",
    "publisher": "organisation", "contributor": "person", "rights": "person",
}  # fmt: skip
_SETTINGS = {
    "PrinterName": "printer",
    "PrinterSetup": "printer",
    "CurrentDatabaseDataSource": "path",
    "Rsid": "identifier",
    "RsidRoot": "identifier",
}
# Fields to fill in: of text, and the controls of forms.
_FIELDS = frozenset({"fieldmark", "fieldmark-start"})
_FORMS = ":xmlns:form:"
# Folders, and the lists of what is in them.
_LISTS = ("/", "-lb.xml", "-lc.xml")
# What the suite writes when there is no printer.
_NO_PRINTER = "AAA="
_PICTURES = ("Pictures/", "media/")
_MOST_XML = 24 << 20
_MOST_PARTS = 400


def traces(package: Package) -> Iterator[Trace]:
    """Every trace of an OpenDocument package."""
    names = [info.filename for info in package.infos[:_MOST_PARTS]]
    for name in names:
        yield from _of_part(package, name)
    yield from pictures(package)
    roots = dict(_roots(package, names))
    hiding = odf_hidden.hiding_styles(roots.values())
    for name, root in roots.items():
        yield from _of_xml(name, root, hiding)
    yield from packed.traces(package)


def pictures(package: Package) -> Iterator[Trace]:
    """What the pictures in it say."""
    for info in package.infos[:_MOST_PARTS]:
        if info.filename.startswith(_PICTURES):
            yield from of_media(package.part(info.filename))


def _of_part(package: Package, name: str) -> Iterator[Trace]:
    if name.startswith("Thumbnails/"):
        yield Trace("thumbnail", plain(name))
    elif name.startswith(("Basic/", "Scripts/")) and not name.endswith(_LISTS):
        yield Trace("script", plain(name))
    elif name.startswith(("Object ", "ObjectReplacements/")):
        yield Trace("embedded-file", plain(name))
    elif name.startswith("Versions/"):
        yield Trace("revision", plain(name))
    elif name.startswith("Fonts/"):
        yield Trace("font", plain(name))
    elif name.endswith("signatures.xml"):
        yield Trace("signature", plain(name))
        yield from _signers(parsed(package.part(name, _MOST_XML)))


def _roots(package: Package, names: Iterable[str]) -> Iterator[tuple[str, Element]]:
    """The parts of the document itself that are XML."""
    for name in names:
        if name.endswith(".xml") and "/" not in name:
            root = parsed(package.part(name, _MOST_XML))
            if root is not None:
                yield name, root


def _signers(root: Element | None) -> Iterator[Trace]:
    for node in root.iter() if root is not None else ():
        if local(node.tag) in {"X509IssuerName", "X509SubjectName"}:
            yield from said("signature", node.text)


def _of_xml(name: str, root: Element, hiding: frozenset[odf_hidden.Style]) -> Iterator[Trace]:
    if name == "meta.xml":
        yield from _meta(root)
    elif name == "settings.xml":
        yield from _settings(root)
    else:
        yield from _content(root)
        yield from odf_hidden.traces(root, hiding)


def _meta(root: Element) -> Iterator[Trace]:
    for node in root.iter():
        tag = local(node.tag)
        if tag in _META:
            linked = next(
                (value for key, value in node.attrib.items() if local(key) in {"href", "name"}), ""
            )
            yield from said(_META[tag], f"{linked} {node.text or ''}".strip())


def _settings(root: Element) -> Iterator[Trace]:
    for node in root.iter():
        name = next((value for key, value in node.attrib.items() if local(key) == "name"), "")
        if name in _SETTINGS and node.text and node.text != _NO_PRINTER:
            yield from said(
                _SETTINGS[name], node.text if name != "PrinterSetup" else f"{len(node.text)} bytes"
            )


def _content(root: Element) -> Iterator[Trace]:
    for node in root.iter():
        tag = local(node.tag)
        if tag == "annotation":
            yield from _who_and_when(node)
            yield from said("comment", _paragraphs(node))
        elif tag in {"changed-region", "cell-content-change"}:
            yield from _change(node)
        elif tag in _FIELDS or (_FORMS in node.tag and tag != "form" and attribute(node, "name")):
            value = attribute(node, "current-value") or attribute(node, "value")
            yield from said("form", f"{attribute(node, 'name')} {value}")
        elif tag in {"script", "event-listener"}:
            yield Trace("script", plain(_href(node) or tag))
        elif tag in {"a", "image", "section-source"} and _href(node).startswith(
            ("http", "file:", "ftp", "//", "/")
        ):
            target = _href(node)
            yield from said("link" if target.startswith(("http", "ftp")) else "path", target)


def _href(node: Element) -> str:
    return attribute(node, "href")


def _paragraphs(node: Element) -> str:
    """What was written, without who wrote it and when."""
    return " ".join(all_text(each) for each in node.iter() if local(each.tag) in {"p", "h"})


def _who_and_when(node: Element) -> Iterator[Trace]:
    for child in node.iter():
        if local(child.tag) == "creator":
            yield from said("comment-author", child.text)
        elif local(child.tag) == "date":
            yield from said("date", child.text)


def _change(node: Element) -> Iterator[Trace]:
    what = next((local(child.tag) for child in node), "change")
    yield from said("tracked-change", f"{what} {_paragraphs(node)}")
    yield from _who_and_when(node)
