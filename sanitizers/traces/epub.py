"""EPUB: the package document and the pictures. EPUB 3.3, section 5."""

from __future__ import annotations

from collections.abc import Iterator

from sanitizers.traces.opc import of_media
from sanitizers.traces.text import said
from sanitizers.values import Trace
from sanitizers.xmltree import local, parsed
from sanitizers.zips import Package

_KINDS = {
    "title": "title", "creator": "person", "contributor": "person", "publisher": "organisation",
    "date": "date", "identifier": "identifier", "description": "comment", "rights": "person",
    "subject": "keyword", "source": "identifier", "meta": "metadata",
}  # fmt: skip
_PICTURES = (".jpg", ".jpeg", ".png")


def traces(package: Package) -> Iterator[Trace]:
    """What the book says of itself."""
    for info in package.infos[:400]:
        if info.filename.endswith(".opf"):
            yield from _of_package(package.part(info.filename))
        elif info.filename.lower().endswith(_PICTURES):
            yield from of_media(package.part(info.filename))
        elif info.filename.endswith(".js"):
            yield Trace("script", info.filename)


def _of_package(data: bytes) -> Iterator[Trace]:
    root = parsed(data)
    for node in root.iter() if root is not None else ():
        name = local(node.tag)
        if name in _KINDS:
            text = node.text or f"{node.get('name', '')} {node.get('content', '')}".strip()
            yield from said(_KINDS[name], text)
