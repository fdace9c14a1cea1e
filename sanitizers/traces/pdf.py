"""What the objects of a PDF say, whichever page, form, revision or orphan they belong to.

Every object of the file is looked at once, by the keys it has, rather than by following the
document's structure: what is no longer reachable is still in the file. ISO 32000-2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO

from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509 import Certificate
from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    StreamObject,
    TextStringObject,
)

from sanitizers.traces import icc, jp2, jpeg, xmp
from sanitizers.traces.exif import spoken_position
from sanitizers.traces.text import decoded, plain
from sanitizers.traces.trailing import trailing
from sanitizers.values import Trace

_MOST_OBJECTS = 20_000
# X.690, 8.1.3: a tag, and lengths up to four gigabytes.
_LONGEST_DER_HEAD = 6
_PAIR = 2
_MOST_REVISIONS = 5
_MOST_PARTS = 5000
_END = re.compile(rb"%%EOF[ \t]*\r?\n?")
_SUBSET = re.compile(r"^/?[A-Z]{6}\+")
_INFO = {
    "/Author": "person", "/Creator": "software", "/Producer": "software", "/Title": "title",
    "/Subject": "comment", "/Keywords": "keyword", "/CreationDate": "date", "/ModDate": "date",
    "/Company": "organisation", "/SourceModified": "date", "/Manager": "person",
}  # fmt: skip
_SIGNATURE_WORDS = (
    ("/Name", "signature"),
    ("/ContactInfo", "contact"),
    ("/Location", "place"),
    ("/Reason", "comment"),
)
_FILE_ACTIONS = frozenset({"/Launch", "/GoToR", "/GoToE", "/ImportData", "/Thread"})


class PdfTraces:
    """One reading of one file."""

    def __init__(self, data: bytes, password: str | None) -> None:
        self._data = data
        self._password = password

    def all(self) -> Iterator[Trace]:
        """Every trace: of the tail, the revisions, the document and its objects."""
        ends = [match.end() for match in _END.finditer(self._data)]
        start = self._data.find(b"%PDF-")
        if start > 0:
            yield Trace(
                "metadata", f"{start} bytes before the header: {decoded(self._data[:start])}"
            )
        yield from trailing(self._data[ends[-1] :] if ends else b"")
        yield from self._earlier(ends)
        reader = self._reader(self._data)
        yield from _of_document(reader)
        for each in _objects(reader):
            yield from _of_object(each)

    def _reader(self, data: bytes) -> PdfReader:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            reader.decrypt(self._password or "")
        return reader

    def _earlier(self, ends: list[int]) -> Iterator[Trace]:
        """Earlier versions of the file inside it; a linearised file has one end more by nature."""
        first = 1 if b"/Linearized" in self._data[:2048] else 0
        earlier = ends[first:-1]
        if not earlier:
            return
        yield Trace("revision", str(len(earlier)))
        for end in earlier[-_MOST_REVISIONS:]:
            yield from _quietly(lambda end=end: list(_information(self._reader(self._data[:end]))))  # type: ignore[misc]


def traces(data: bytes, password: str | None) -> Iterator[Trace]:
    """Every trace of a PDF; `password` opens one that is encrypted."""
    return PdfTraces(data, password).all()


def _quietly(found: Callable[[], list[Trace]]) -> list[Trace]:
    """A broken part costs its own traces only."""
    try:
        return found()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever pypdf stumbles over
        return []


def _text(value: object) -> str:
    if isinstance(value, IndirectObject):
        value = value.get_object()
    if isinstance(value, TextStringObject):
        return plain(str(value))
    if isinstance(value, ByteStringObject | bytes):
        return decoded(bytes(value))
    if value is None or isinstance(value, NullObject | DictionaryObject | ArrayObject):
        return ""
    return plain(str(value))


def _dictionary(each: DictionaryObject, key: str) -> DictionaryObject:
    inner = each[key].get_object()
    return inner if isinstance(inner, DictionaryObject) else DictionaryObject()


def _said(kind: str, value: object) -> Iterator[Trace]:
    text = _text(value)
    if text:
        yield Trace(kind, _date(text) if kind == "date" else text)


def _date(text: str) -> str:
    """`D:20240131120000+01'00'` as people read it; anything else as it is."""
    match = re.match(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(.*)$", text)
    if match is None:
        return text
    year, month, day, hour, minute, second, zone = match.groups()
    date = "-".join(filter(None, (year, month, day)))
    time = ":".join(filter(None, (hour, minute, second)))
    return " ".join(filter(None, (date, time, zone.replace("'", ":").strip(":"))))


def _of_document(reader: PdfReader) -> Iterator[Trace]:
    yield from _quietly(lambda: list(_information(reader)))
    yield from _quietly(lambda: list(_identifiers(reader)))
    yield from _quietly(lambda: list(_hidden_layers(reader)))


def _information(reader: PdfReader) -> Iterator[Trace]:
    information = reader.trailer.get("/Info")
    information = information.get_object() if information is not None else None
    if not isinstance(information, DictionaryObject):
        return
    for key, value in information.items():
        kind = _INFO.get(key) or xmp.kind_of(key[1:])
        if key != "/Trapped":
            yield from _said(kind, value)


def _identifiers(reader: PdfReader) -> Iterator[Trace]:
    for part in reader.trailer.get("/ID", ()):
        raw = part.original_bytes if isinstance(part, TextStringObject) else bytes(part)
        yield Trace("identifier", raw.hex())


def _hidden_layers(reader: PdfReader) -> Iterator[Trace]:
    properties = reader.root_object.get("/OCProperties")
    if properties is None:
        return
    default = properties.get_object().get("/D", {}).get_object()
    for layer in default.get("/OFF", ()):
        yield from _said("hidden", layer.get_object().get("/Name"))


def _objects(reader: PdfReader) -> Iterator[object]:
    numbers = [
        (number, generation) for generation, table in reader.xref.items() for number in table
    ]
    numbers += [(number, 0) for number in reader.xref_objStm]
    for number, generation in numbers[:_MOST_OBJECTS]:
        try:
            yield reader.get_object(IndirectObject(number, generation, reader))
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001, S112 - a broken object says nothing
            continue


def _dictionaries(whole: object) -> Iterator[DictionaryObject]:
    """The object and every dictionary directly inside it, without following references."""
    waiting = [whole]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, DictionaryObject):
            yield each
            waiting += list(each.values())
        elif isinstance(each, ArrayObject):
            waiting += [part for part in each if isinstance(part, DictionaryObject | ArrayObject)]


def _of_object(whole: object) -> Iterator[Trace]:
    for each in _dictionaries(whole):
        for reader in _READERS:
            yield from _quietly(lambda reader=reader, each=each: list(reader(each)))  # type: ignore[misc]


def _annotation(each: DictionaryObject) -> Iterator[Trace]:
    subtype = str(each.get("/Subtype", ""))
    if "/Rect" not in each or subtype in {"", "/Widget"}:
        return
    yield from _said("comment-author", each.get("/T"))
    if subtype != "/Link":
        yield from _said("comment", each.get("/Contents"))
        yield from _said("comment", each.get("/RC"))
    yield from _said("title", each.get("/Subj"))
    yield from _said("date", each.get("/CreationDate"))
    yield from _said("date", each.get("/M"))
    yield from _said("identifier", each.get("/NM"))
    if subtype in {"/Movie", "/Sound", "/Screen", "/RichMedia", "/3D"}:
        yield Trace("audio-video", subtype[1:])


def _action(each: DictionaryObject) -> Iterator[Trace]:
    if "/JS" in each:
        script = each["/JS"].get_object()
        body = script.get_data() if isinstance(script, StreamObject) else script
        yield Trace(
            "script", _text(ByteStringObject(body)) if isinstance(body, bytes) else _text(body)
        )
    yield from _said("link", each.get("/URI"))
    if each.get("/S") in _FILE_ACTIONS and "/F" in each:
        named = each["/F"].get_object()
        yield from _said(
            "path",
            named.get("/UF", named.get("/F")) if isinstance(named, DictionaryObject) else named,
        )


def _file(each: DictionaryObject) -> Iterator[Trace]:
    if "/EF" in each:
        yield from _said("embedded-file", each.get("/UF", each.get("/F")) or "?")
        yield from _said("comment", each.get("/Desc"))
    elif each.get("/Type") in {"/Filespec", "/F"}:
        yield from _said("path", each.get("/UF", each.get("/F")))
    if each.get("/Type") == "/EmbeddedFile" and "/Params" in each:
        for key in ("/CreationDate", "/ModDate"):
            yield from _said("date", _dictionary(each, "/Params").get(key))


def _form(each: DictionaryObject) -> Iterator[Trace]:
    if "/FT" not in each and not ("/Parent" in each and "/T" in each):
        return
    name = _text(each.get("/TU")) or _text(each.get("/T"))
    value = _text(each.get("/V")) or _text(each.get("/DV"))
    if value and value != "/Off":
        yield Trace("form", plain(f"{name}: {value}"))
    if "/XFA" in each:
        yield Trace("form", "XFA")


def _signature(each: DictionaryObject) -> Iterator[Trace]:
    if "/ByteRange" not in each or "/Contents" not in each:
        return
    for key, kind in _SIGNATURE_WORDS:
        yield from _said(kind, each.get(key))
    yield from _said("date", each.get("/M"))
    contents = each["/Contents"]
    raw = contents.original_bytes if isinstance(contents, TextStringObject) else b""
    raw = bytes(contents) if isinstance(contents, ByteStringObject) else raw
    for certificate in _certificates(raw):
        yield Trace("signature", plain(certificate.subject.rfc4514_string()))


def _certificates(signature: bytes) -> list[Certificate]:
    """The certificates of a detached signature; its zero padding is left off first."""
    if signature[:1] != b"\x30" or len(signature) < _LONGEST_DER_HEAD:
        return []
    width = signature[1] & 0x7F if signature[1] & 0x80 else 0
    length = int.from_bytes(signature[2 : 2 + width], "big") if width else signature[1]
    try:
        return pkcs7.load_der_pkcs7_certificates(signature[: 2 + width + length])
    except ValueError:
        return []


def _layer(each: DictionaryObject) -> Iterator[Trace]:
    if each.get("/Type") == "/OCG":
        yield from _said("layer", each.get("/Name"))


def _font(each: DictionaryObject) -> Iterator[Trace]:
    name = _text(each.get("/BaseFont")) or _text(each.get("/FontName"))
    if _SUBSET.match(name):
        yield Trace("font", name.removeprefix("/"))


def _metadata(each: DictionaryObject) -> Iterator[Trace]:
    if not isinstance(each, StreamObject):
        return
    filters = str(each.get("/Filter", ""))
    if each.get("/Type") == "/Metadata" or each.get("/Subtype") == "/XML":
        yield from xmp.traces(each.get_data())
    elif "/DCTDecode" in filters and "FlateDecode" not in filters:
        yield from jpeg.traces(each._data)  # noqa: SLF001 - the stream as it stands in the file
    elif "/JPXDecode" in filters:
        yield from jp2.traces(each._data)  # noqa: SLF001
    elif "/N" in each and "/Alternate" in each:
        yield from icc.traces(each.get_data())


def _private(each: DictionaryObject) -> Iterator[Trace]:
    if "/PieceInfo" in each:
        yield Trace("metadata", "PieceInfo " + " ".join(_dictionary(each, "/PieceInfo")))
    if "/Private" in each or "/PieceInfo" in each:
        yield from _said("date", each.get("/LastModified"))
    if "/Thumb" in each:
        yield Trace("thumbnail", "page")
    yield from _said("comment", each.get("/Alt"))
    yield from _position(each)


def _position(each: DictionaryObject) -> Iterator[Trace]:
    """The corners that a map has in degrees (ISO 32000-2, 12.10)."""
    points = each.get("/GPTS")
    if points is not None and len(points.get_object()) >= _PAIR:
        north, east = (float(number) for number in points.get_object()[:_PAIR])
        yield Trace("position", spoken_position(north, east))


def _outline(each: DictionaryObject) -> Iterator[Trace]:
    if "/Title" in each and "/Parent" in each and ("/Dest" in each or "/A" in each):
        yield from _said("title", each.get("/Title"))


_READERS = (
    _annotation, _action, _file, _form, _signature, _layer, _font, _metadata, _private, _outline,
)  # fmt: skip
