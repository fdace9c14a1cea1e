"""What the parent does when a child says what no honest child says."""

import pytest
from PIL import Image

from sanitizers import wire
from sanitizers.errors import UntrustedAnswer
from sanitizers.heard import Heard
from sanitizers.limits import Limits
from sanitizers.pagecheck import size_of
from tests.sanitizers import makers

PNG = makers.saved("PNG", makers.picture(48, 32))
JPEG = makers.saved("JPEG", makers.picture(48, 32))
WEBP = makers.saved("WEBP", makers.picture(48, 32))


def heard(*frames: bytes, limits: Limits | None = None) -> Heard:
    """What is believed after these bytes."""
    believed = Heard(limits or Limits())
    cutter = wire.Frames((limits or Limits()).page_bytes)
    for frame in frames:
        for tag, payload in cutter.feed(frame):
            believed.take(tag, payload)
    return believed


def counted(number: int) -> bytes:
    return wire.pack_texts(wire.COUNT, str(number), "")


def test_an_honest_child_is_believed() -> None:
    kind = wire.pack_texts(wire.KIND, "png")
    page = wire.pack_page(0, 1, (48, 32), PNG)
    believed = heard(kind + counted(1), page[:50], page[50:])
    assert believed.pages[0].data == PNG


@pytest.mark.parametrize(
    "frame",
    [
        b"Z\0\0\0\0",
        b"T\xff\xff\xff\xff",
        b"P\xff\xff\xff\xff",
        wire.pack_texts(wire.KIND, "program"),
        wire.pack_texts(wire.COUNT, "-1", ""),
        wire.pack_texts(wire.COUNT, "1000000", ""),
        wire.pack_texts(wire.TRACE, "invented", "x"),
        wire.pack_texts(wire.TRACE, "person"),
        wire.pack_texts(wire.CAUTION, "invented", "1", "x"),
        wire.pack_texts(wire.REFUSED, "invented", ""),
        wire.pack_texts(wire.OFFER, "x", "png", "1", "name"),
        wire.pack_texts(wire.OFFER, "0", "invented", "1", "name"),
        wire.pack(wire.OFFICE, b"../../x\0data"),
        wire.pack(wire.OFFICE, b"svg\0\0\0\0\0data"),
        wire.pack(wire.PAGE, b"\0"),
        wire.pack_page(0, 1, (48, 32), PNG),
    ],
)
def test_what_no_honest_child_says_is_not_believed(frame: bytes) -> None:
    with pytest.raises(UntrustedAnswer):
        heard(frame)


@pytest.mark.parametrize(
    "page",
    [
        wire.pack_page(1, 1, (48, 32), PNG),
        wire.pack_page(0, 9, (48, 32), PNG),
        wire.pack_page(0, 1, (49, 32), PNG),
        wire.pack_page(0, 0, (48, 32), PNG),
        wire.pack_page(0, 1, (48, 32), b"<script>alert(1)</script>"),
    ],
)
def test_a_page_that_is_not_what_it_says_is_not_believed(page: bytes) -> None:
    with pytest.raises(UntrustedAnswer):
        heard(counted(1), page)


def test_a_small_page_of_too_many_pixels_is_not_believed() -> None:
    vast = makers.saved("PNG", Image.new("1", (3000, 3000)))
    with pytest.raises(UntrustedAnswer):
        heard(counted(1), wire.pack_page(0, 1, (3000, 3000), vast), limits=Limits(pixels=8_999_999))


def test_the_same_page_twice_is_not_believed() -> None:
    page = wire.pack_page(0, 1, (48, 32), PNG)
    with pytest.raises(UntrustedAnswer):
        heard(counted(1), page, page)


def test_endless_findings_are_not_believed() -> None:
    finding = wire.pack_texts(wire.TRACE, "person", "x")
    with pytest.raises(UntrustedAnswer):
        heard(*[finding] * 3000)


def test_text_from_a_child_is_made_plain() -> None:
    believed = heard(wire.pack_texts(wire.TRACE, "person", "An\u202e\x1b[31m\nB" + "x" * 900))
    value = believed.traces[0].value
    assert value.startswith("An[31m B")
    assert len(value) == 200


def test_a_bare_page_of_each_kind_passes() -> None:
    for page, media in ((PNG, "image/png"), (JPEG, "image/jpeg"), (WEBP, "image/webp")):
        assert size_of(page, media) == (48, 32)


@pytest.mark.parametrize(
    ("page", "media"),
    [
        (makers.saved("PNG", makers.picture(48, 32), dpi=(72, 72)), "image/png"),
        (makers.saved("PNG", makers.picture(48, 32), exif=makers.exif()), "image/png"),
        (makers.saved("JPEG", makers.picture(48, 32), exif=makers.exif()), "image/jpeg"),
        (makers.saved("JPEG", makers.picture(48, 32), comment="x"), "image/jpeg"),
        (makers.saved("JPEG", makers.picture(48, 32), dpi=(72, 72)), "image/jpeg"),
        (makers.saved("WEBP", makers.picture(48, 32), exif=makers.exif()), "image/webp"),
        (PNG + b"x", "image/png"),
        (JPEG + b"x", "image/jpeg"),
        (WEBP + b"xx", "image/webp"),
        (PNG[:-12], "image/png"),
        (JPEG[:-2], "image/jpeg"),
        (WEBP[:-8], "image/webp"),
        (b"", "image/png"),
        (b"\xff\xd8", "image/jpeg"),
        (b"RIFF", "image/webp"),
    ],
)
def test_a_page_with_anything_more_or_less_does_not_pass(page: bytes, media: str) -> None:
    with pytest.raises(UntrustedAnswer):
        size_of(page, media)
