"""What EXIF says, by the names of `vocabulary.TRACES`. Exif 3.0 (CIPA DC-008), TIFF 6.0, EP, DNG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sanitizers.traces import maker, tiff
from sanitizers.traces.text import decoded, plain
from sanitizers.values import Trace

_HEADER = b"Exif\0\0"

# Directories other than GPS and interoperability share one numbering.
_KINDS = {
    0x010D: "title", 0x010E: "comment", 0x010F: "device", 0x0110: "device", 0x011D: "title",
    0x0131: "software", 0x0132: "date", 0x013B: "person", 0x013C: "device", 0x8298: "person",
    0x83BB: "metadata", 0x8773: "colour-profile", 0x9003: "date", 0x9004: "date",
    0x9010: "metadata", 0x9011: "metadata", 0x9012: "metadata", 0x9286: "comment",
    0x9C9B: "title", 0x9C9C: "comment", 0x9C9D: "person", 0x9C9E: "keyword", 0x9C9F: "title",
    0xA004: "extra-image", 0xA420: "identifier", 0xA430: "person", 0xA431: "serial",
    0xA433: "device", 0xA434: "device", 0xA435: "serial", 0xA436: "title", 0xA437: "person",
    0xA438: "person", 0xA439: "software", 0xA43A: "software", 0xA43B: "software",
    0xA43C: "software", 0xC614: "device", 0xC62F: "serial", 0xC68B: "path", 0xC65D: "identifier",
    # GeoTIFF: where a pixel lies on the map, in the units of its projection.
    0x8482: "position", 0x85D8: "position", 0x87B1: "place",
    0x4746: "metadata", 0x4749: "metadata", 0x9216: "identifier", 0x8546: "metadata",
    0xA480: "metadata", 0xA481: "metadata", 0x8649: "", 0x02BC: "", 0x927C: "",
    0x0151: "metadata", 0x010A: "", 0x015B: "", 0xC4A5: "printer", 0xEA1C: "",
    0x9C9A: "metadata", 0x014C: "metadata", 0x0140: "", 0x02E0: "",
}  # fmt: skip
# Little-endian UTF-16 by definition (Windows).
_WIDE = frozenset(range(0x9C9B, 0x9CA0))
_USER_COMMENT = 0x9286
_CODES = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso2022_jp"}
_GPS_TEXTS = {0x08: "metadata", 0x12: "metadata", 0x1B: "metadata", 0x1C: "place", 0x1D: "date"}
_ALTITUDE = 0x06
_THUMBNAIL_DIRECTORY = "1"
_ICC_PROFILE = 0x8773
_MOST_LATITUDE, _MOST_LONGITUDE = 90, 360


def without_header(data: bytes) -> bytes:
    """EXIF as it stands in some containers, with "Exif" before it, or bare."""
    return data.removeprefix(_HEADER)


def traces(data: bytes) -> Iterator[Trace]:
    """Everything that a block of EXIF (with or without its header) says."""
    body = without_header(data)
    found = tiff.entries(body)
    yield from of_entries(found)
    for entry in found:
        if entry.tag == tiff.MAKER_NOTE:
            yield from maker.traces(entry, body, found)


def of_entries(found: list[tiff.Entry]) -> Iterator[Trace]:
    """The same for entries that were walked already."""
    yield from _position(found)
    for entry in found:
        if entry.directory == "gps":
            yield from _gps_text(entry)
        elif entry.directory != "interop":
            yield from _of_entry(entry)


def _of_entry(entry: tiff.Entry) -> Iterator[Trace]:
    kind = _KINDS.get(entry.tag)
    if kind is None and entry.is_text:
        kind = "metadata"
    value = _value(entry) if kind else ""
    if kind and value:
        yield Trace(kind, value)


def _value(entry: tiff.Entry) -> str:
    if entry.tag == _USER_COMMENT:
        return _user_comment(entry)
    if entry.tag in _WIDE:
        return decoded(entry.raw, "utf-16-le").rstrip("\0")
    if entry.tag == _ICC_PROFILE:  # Opaque here.
        return f"{len(entry.raw)} bytes"
    if entry.numbers and not entry.is_text and entry.form != 1:
        return plain(" ".join(str(float(number)) for number in entry.numbers[:8]))
    # A copyright holds the photographer's and the editor's, with NUL between them.
    return decoded(entry.raw.rstrip(b"\0 ").replace(b"\0", b" "))


def _user_comment(entry: tiff.Entry) -> str:
    code, body = entry.raw[:8], entry.raw[8:]
    encoding = _CODES.get(code)
    if encoding == "utf-16":
        encoding = "utf-16-le" if entry.order == "<" else "utf-16-be"
    if encoding is None and code.strip(b"\0 "):
        body = entry.raw
    return decoded(body.strip(b"\0 ") if encoding in {None, "ascii"} else body, encoding).strip(
        "\0 "
    )


def _gps_text(entry: tiff.Entry) -> Iterator[Trace]:
    kind = _GPS_TEXTS.get(entry.tag)
    if kind is None:
        return
    value = _user_comment(entry) if entry.tag in {0x1B, 0x1C} else decoded(entry.raw)
    if value:
        yield Trace(kind, value)


def degrees(parts: Iterable[tiff.Number], reference: str) -> float | None:
    """Degrees, minutes and seconds as signed degrees; None for what is no angle."""
    values = [float(part) for part in parts][:3]
    if not values:
        return None
    angle = sum((value / (60.0**index) for index, value in enumerate(values)), 0.0)
    return -angle if reference[:1].upper() in {"S", "W"} else angle


def spoken_position(latitude: float, longitude: float, altitude: float | None = None) -> str:
    """A position as people write it: `51.05000 N 3.72000 E`, with metres when known."""
    north = f"{abs(latitude):.5f} {'N' if latitude >= 0 else 'S'}"
    east = f"{abs(longitude):.5f} {'E' if longitude >= 0 else 'W'}"
    return f"{north} {east}" + (f" {altitude:.0f} m" if altitude is not None else "")


def _position(found: list[tiff.Entry]) -> Iterator[Trace]:
    gps = {entry.tag: entry for entry in found if entry.directory == "gps"}
    if {0x02, 0x04} <= set(gps):
        yield from _point(gps, 0x01, "position")
    if {0x14, 0x16} <= set(gps):
        yield from _point(gps, 0x13, "position")


def _point(gps: dict[int, tiff.Entry], first: int, kind: str) -> Iterator[Trace]:
    def reference(tag: int) -> str:
        return decoded(gps[tag].raw) if tag in gps else ""

    latitude = degrees(gps[first + 1].numbers, reference(first))
    longitude = degrees(gps[first + 3].numbers, reference(first + 2))
    if latitude is None or longitude is None:
        return
    if abs(latitude) > _MOST_LATITUDE or abs(longitude) > _MOST_LONGITUDE:
        return
    altitude = gps[_ALTITUDE].numbers if _ALTITUDE in gps else ()
    yield Trace(
        kind, spoken_position(latitude, longitude, float(altitude[0]) if altitude else None)
    )


def thumbnails(data: bytes) -> Iterator[bytes]:
    """The small pictures of an EXIF block, its maker's included."""
    body = without_header(data)
    found = tiff.entries(body)
    thumbnail = tiff.image_bytes(body, found, _THUMBNAIL_DIRECTORY)
    if thumbnail:
        yield thumbnail
    for entry in found:
        if entry.tag == tiff.MAKER_NOTE:
            yield from maker.previews(entry)
