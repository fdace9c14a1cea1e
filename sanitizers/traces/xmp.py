"""XMP: every leaf property, sorted by what its name is about. ISO 16684-1.

A packet that isn't XML is told
as one trace.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sanitizers.traces.text import plain
from sanitizers.values import Trace
from sanitizers.xmltree import local, parsed

_MOST_BYTES = 8 << 20
_MOST_DEPTH = 60

# The first that matches a property's name (without its namespace) wins.
_NAMES = (
    ("thumbnail", r"^(image|GImage|Image)$"),
    ("serial", r"serial|bodyid|cameraid|lensid|ownerid"),
    ("identifier",
        (r"(document|instance|version|original|rendition).*id$|^guid|uuid|identifier|"
        r"uniqueid|digest|contentid")),
    ("position", r"gps(latitude|longitude|position|destl|altitude)"),
    ("place",
        (r"^(city|state|country|location|sublocation|province|worldregion|provincestate|"
        r"countryname|.*location.*|countrycode|captionsplace)$|gpsareainformation")),
    ("date", r"date|time(stamp)?$|^when$|sourcemodified"),
    ("contact",
        r"email|tel(work|ephone)?$|phone|^ci(adr|email|tel|url)|address"),
    ("link", r"weburl|webstatement|^url$|licensoru?rl|metadataurl|morepermissions"),
    ("person",
        (r"creator$|author|artist|^by|owner|person|^rights|copyright|lastmodifiedby|"
        r"manager|^name$|supplier|contributor|regionname|captionwriter|reviewer|marked|"
        r"usageterms|credit")),
    ("organisation", r"publisher|company|source$|organi[sz]ation"),
    ("software",
        r"creatortool|software|producer|toolkit|^agent$|application|processor|firmware"),
    ("device", r"^make$|model|^lens|camera|device|scanner|maker"),
    ("path", r"path|filename|file$|lasturl|manifest|ingredient"),
    ("layer", r"^layer|textlayer"),
    ("keyword", r"subject|keyword|hierarchical|^tag|label|category|scene|genre"),
    ("title", r"title|headline|nickname|jobname|transmissionreference"),
    ("comment", r"description|caption|comment|instructions|note|alttext|extdescr"),
    ("font", r"font"),
    ("printer", r"print"),
    ("revision", r"history|action|changed|parameters|derivedfrom|versions|event"),
)  # fmt: skip
_RULES = tuple((kind, re.compile(rule, re.IGNORECASE)) for kind, rule in _NAMES)
_IN_LISTS = frozenset({"li", "Seq", "Bag", "Alt", "Description", "value", "RDF"})
_GPS = re.compile(r"^(\d+),(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?([NSEW])$")
_XML_LANG = "http://www.w3.org/XML/1998/namespace}lang"
_PACKET = re.compile(rb"<(?:x:xmpmeta|rdf:RDF|x:xapmeta|\?xpacket begin)")


def _parsed(data: bytes) -> Element | None:
    start = _PACKET.search(data)
    body = data[start.start() if start else 0 :]
    end = max(body.rfind(b"</x:xmpmeta>"), body.rfind(b"</x:xapmeta>"))
    if end >= 0:
        body = body[: end + 12]
    return parsed(body.strip(b"\0 \r\n\t"))


def _leaves(node: Element, name: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """(name of the property, text) of everything below; list items bear their list's name."""
    if depth > _MOST_DEPTH:
        return
    own = local(node.tag)
    named = name if own in _IN_LISTS else own
    for attribute, value in node.attrib.items():
        if attribute != _XML_LANG and local(attribute) not in {"parseType", "about"}:
            key = local(attribute)
            yield (named if key == "resource" else key), value
    if node.text and node.text.strip():
        yield named, node.text
    for child in node:
        yield from _leaves(child, named, depth + 1)


def kind_of(name: str) -> str:
    """What a property is about, by its name."""
    return next((kind for kind, rule in _RULES if rule.search(name)), "metadata")


def spoken_angle(value: str) -> str:
    """`51,3.0N` as `51.05000 N`; anything else as it is."""
    match = _GPS.match(value.strip())
    if match is None:
        return value
    degrees, minutes, seconds, side = match.groups()
    return f"{int(degrees) + float(minutes) / 60 + float(seconds or 0) / 3600:.5f} {side}"


def leaves(data: bytes) -> list[tuple[str, str]]:
    """Every (property, text) of a packet; empty when it isn't XML."""
    root = _parsed(data[:_MOST_BYTES])
    return [] if root is None else list(_leaves(root, ""))


def traces(data: bytes) -> Iterator[Trace]:
    """Every property of a packet, once."""
    found = leaves(data)
    if not found and data.strip(b"\0 \r\n\t"):
        yield Trace("metadata", f"XMP {len(data)} bytes")
    seen = set()
    for name, text in found:
        kind = kind_of(name)
        value = plain(spoken_angle(text) if kind == "position" else text)
        # What has no name of its own says which property it was.
        value = f"{name}: {value}" if kind == "metadata" and value else value
        if value and kind != "thumbnail" and (kind, value) not in seen:
            seen.add((kind, value))
            yield Trace(kind, value)


def thumbnails(data: bytes) -> Iterator[bytes]:
    """Pictures kept as text in the packet."""
    for name, text in leaves(data):
        if kind_of(name) == "thumbnail":
            try:
                yield base64.b64decode(text, validate=False)
            except (binascii.Error, ValueError):
                continue
