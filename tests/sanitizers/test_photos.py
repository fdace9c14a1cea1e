"""Every raster format: the contract, and what each has of its own."""

import io
import struct

import pytest
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from sanitizers import Cleaned, Cleaner, Options, Refused
from tests.sanitizers import makers
from tests.sanitizers.contract import SanitizerContract

EXIF = (
    ("device", makers.MAKER),
    ("device", makers.MODEL),
    ("software", makers.SOFTWARE),
    ("person", makers.AUTHOR),
    ("comment", makers.COMMENT),
    ("date", makers.TAKEN),
    ("serial", makers.SERIAL),
    ("position", makers.POSITION),
)


def first(cleaned: Cleaned) -> Image.Image:
    return Image.open(io.BytesIO(cleaned.pages[0].data)).convert("RGB")


def colour(image: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    """Of one pixel."""
    return tuple(image.crop((*at, at[0] + 1, at[1] + 1)).tobytes())


def kinds(cleaned: Cleaned) -> set[str]:
    return {trace.kind for trace in cleaned.traces}


class TestJpeg(SanitizerContract):
    kind = "jpeg"
    planted = (*EXIF, ("comment", "los commentaar"))

    def sample(self) -> bytes:
        return makers.saved("JPEG", exif=makers.exif(), comment="los commentaar")


class TestProgressiveJpeg(TestJpeg):
    def sample(self) -> bytes:
        return makers.saved("JPEG", progressive=True, exif=makers.exif(), comment="los commentaar")


class TestCmykJpeg(SanitizerContract):
    kind = "jpeg"

    def sample(self) -> bytes:
        return makers.saved("JPEG", makers.picture().convert("CMYK"))


class TestMultiPictureJpeg(SanitizerContract):
    kind = "jpeg"
    planted = (("extra-image", "1"),)

    def sample(self) -> bytes:
        second = makers.picture().transpose(Image.Transpose.ROTATE_180)
        return makers.saved("MPO", save_all=True, append_images=[second])


class TestPng(SanitizerContract):
    kind = "png"
    planted = (*EXIF, ("person", "Tekst Auteur"), ("comment", "samengeperst"), ("metadata", "vpAg"))

    def sample(self) -> bytes:
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Author", "Tekst Auteur")
        texts.add_text("Comment", "samengeperst", zip=True)
        texts.add(b"vpAg", b"privaat")
        return makers.saved("PNG", pnginfo=texts, exif=makers.exif())


class TestAnimatedPng(SanitizerContract):
    kind = "png"
    pages = 3

    def sample(self) -> bytes:
        frames = [makers.picture().rotate(turn) for turn in (90, 180)]
        return makers.saved("PNG", save_all=True, append_images=frames)


class TestSixteenBitPng(SanitizerContract):
    kind = "png"

    def sample(self) -> bytes:
        return makers.saved("PNG", makers.picture().convert("L").convert("I;16"))


class TestHeic(SanitizerContract):
    kind = "heic"
    planted = EXIF

    def sample(self) -> bytes:
        return makers.saved("HEIF", exif=makers.exif().tobytes())


class TestHeicOfTwoPictures(SanitizerContract):
    kind = "heic"
    pages = 2

    def sample(self) -> bytes:
        second = makers.picture().transpose(Image.Transpose.ROTATE_180)
        return makers.saved("HEIF", save_all=True, append_images=[second])


class TestWebp(SanitizerContract):
    kind = "webp"
    planted = EXIF

    def sample(self) -> bytes:
        return makers.saved("WEBP", exif=makers.exif())


class TestAnimatedWebp(SanitizerContract):
    kind = "webp"
    pages = 2

    def sample(self) -> bytes:
        second = makers.picture().transpose(Image.Transpose.ROTATE_180)
        return makers.saved("WEBP", save_all=True, append_images=[second])


class TestAvif(SanitizerContract):
    kind = "avif"
    planted = EXIF

    def sample(self) -> bytes:
        return makers.saved("AVIF", exif=makers.exif())


class TestAvifSequence(SanitizerContract):
    kind = "avif"
    pages = 2

    def sample(self) -> bytes:
        second = makers.picture().transpose(Image.Transpose.ROTATE_180)
        return makers.saved("AVIF", save_all=True, append_images=[second])


class TestGif(SanitizerContract):
    kind = "gif"
    planted = (("comment", "opmerking in gif"),)
    pages = 2

    def sample(self) -> bytes:
        second = makers.picture().transpose(Image.Transpose.ROTATE_180)
        return makers.saved(
            "GIF", save_all=True, append_images=[second], comment="opmerking in gif"
        )


class TestTiff(SanitizerContract):
    kind = "tiff"
    planted = EXIF[:6]

    def sample(self) -> bytes:
        return makers.saved("TIFF", exif=makers.exif())


class TestTiffOfTwoPages(SanitizerContract):
    kind = "tiff"
    planted = (("person", makers.AUTHOR),)
    pages = 2

    def sample(self) -> bytes:
        second = makers.picture().transpose(Image.Transpose.ROTATE_180)
        return makers.saved("TIFF", save_all=True, append_images=[second], exif=makers.exif())


class TestCmykTiff(SanitizerContract):
    kind = "tiff"

    def sample(self) -> bytes:
        return makers.saved("TIFF", makers.picture().convert("CMYK"), compression="tiff_lzw")


class TestSixteenBitTiff(SanitizerContract):
    kind = "tiff"

    def sample(self) -> bytes:
        return makers.saved("TIFF", makers.picture().convert("L").convert("I;16"))


class TestBmp(SanitizerContract):
    kind = "bmp"

    def sample(self) -> bytes:
        return makers.saved("BMP")


class TestPpm(SanitizerContract):
    kind = "ppm"
    planted = (("comment", "gemaakt door Plantina"),)

    def sample(self) -> bytes:
        return makers.saved("PPM").replace(b"P6\n", b"P6\n# gemaakt door Plantina\n", 1)


class TestJpeg2000(SanitizerContract):
    kind = "jp2"
    planted = (("comment", "Plantina in jp2"),)

    def sample(self) -> bytes:
        return makers.saved("JPEG2000", comment="Plantina in jp2")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "GIF", "BMP", "PPM", "WEBP", "HEIF"])
def test_it_tells_of_bytes_behind_the_end(cleaner: Cleaner, kind: str) -> None:
    cleaned = cleaner.clean(makers.saved(kind) + b"verborgen staart van het bestand")
    assert any(t.kind == "trailing" and "verborgen" in t.value for t in cleaned.traces)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_it_turns_the_picture_upright(cleaner: Cleaner, kind: str, orientation: int) -> None:
    block = Image.Exif()
    block[0x0112] = orientation
    sample = makers.saved(kind, exif=block)
    expected = ImageOps.exif_transpose(Image.open(io.BytesIO(sample))).convert("RGB")
    upright = first(cleaner.clean(sample))
    assert upright.size == expected.size
    corners = ((3, 3), (upright.width - 4, 3), (3, upright.height - 4))
    for corner in corners:
        near = zip(colour(upright, corner), colour(expected, corner), strict=True)
        assert all(abs(a - b) < 25 for a, b in near)


def test_it_converts_colours_by_the_profile_and_drops_it(cleaner: Cleaner) -> None:
    swapped = _profile_with_red_and_blue_swapped()
    red = Image.new("RGB", (64, 64), (250, 10, 10))
    cleaned = cleaner.clean(makers.saved("PNG", red, icc_profile=swapped))
    shown = colour(first(cleaned), (5, 5))
    assert shown[2] > 150 > shown[0]
    assert "colour-profile" in kinds(cleaned)


def _profile_with_red_and_blue_swapped() -> bytes:
    """SRGB with the colorant tags of red and blue exchanged: any reader that applies it shows it."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")


def test_a_broken_profile_costs_nothing_but_itself(cleaner: Cleaner) -> None:
    cleaned = cleaner.clean(makers.saved("PNG", icc_profile=b"geen profiel" * 30))
    assert cleaned.pages


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_alpha_is_laid_on_white(cleaner: Cleaner, kind: str) -> None:
    clear = Image.new("RGBA", (64, 64), (255, 0, 0, 0))
    assert first(cleaner.clean(makers.saved(kind, clear))).getpixel((9, 9)) == (255, 255, 255)


def test_a_transparent_palette_is_laid_on_white(cleaner: Cleaner) -> None:
    image = Image.new("P", (64, 64), 0)
    image.putpalette([255, 0, 0] * 256)
    cleaned = cleaner.clean(makers.saved("PNG", image, transparency=0))
    assert first(cleaned).getpixel((9, 9)) == (255, 255, 255)


def test_a_large_photo_is_made_smaller(cleaner: Cleaner) -> None:
    cleaned = cleaner.clean(makers.saved("JPEG", makers.picture(4000, 3000)))
    assert (cleaned.pages[0].width, cleaned.pages[0].height) == (2560, 1920)
    larger = cleaner.clean(
        makers.saved("JPEG", makers.picture(4000, 3000)), Options(longest_side=3600)
    )
    assert larger.pages[0].width == 3600


def test_a_flat_drawing_keeps_its_exact_colours(cleaner: Cleaner) -> None:
    drawing = Image.new("RGB", (300, 200), (12, 34, 56))
    drawing.paste((200, 100, 0), (50, 50, 100, 100))
    page = cleaner.clean(makers.saved("PNG", drawing)).pages[0]
    assert page.media == "image/png"
    assert Image.open(io.BytesIO(page.data)).convert("RGB").tobytes() == drawing.tobytes()


def test_more_frames_than_the_limit_are_left_out_and_told(cleaner: Cleaner) -> None:
    frames = [Image.new("RGB", (8, 8), (number * 6, 0, 0)) for number in range(40)]
    sample = makers.saved("GIF", frames[0], save_all=True, append_images=frames[1:])
    cleaned = cleaner.clean(sample)
    assert len(cleaned.pages) == cleaner.limits.frames
    assert [c.kind for c in cleaned.cautions] == ["frames-left-out"]


def test_it_tells_a_thumbnail_that_shows_something_else(cleaner: Cleaner) -> None:
    inverted = makers.picture().point(lambda value: 255 - value)
    same, other = (
        cleaner.clean(_with_thumbnail(shown.resize((160, 120))))
        for shown in (makers.picture(), inverted)
    )
    assert "thumbnail" in kinds(same)
    assert "thumbnail-differs" not in kinds(same)
    assert "thumbnail-differs" in kinds(other)


def _with_thumbnail(thumbnail: Image.Image) -> bytes:
    """A JPEG whose EXIF has a second directory with a small JPEG."""
    small = makers.saved("JPEG", thumbnail)
    head = b"II*\0\x08\0\0\0" + struct.pack("<HI", 0, 14)
    directory = struct.pack("<HHHIIHHIII", 2, 0x201, 4, 1, 44, 0x202, 4, 1, len(small), 0)
    block = (head + directory).ljust(44, b"\0") + small
    return makers.saved("JPEG", exif=b"Exif\0\0" + block)


def test_it_refuses_a_photo_without_pixels(cleaner: Cleaner) -> None:
    with pytest.raises(Refused) as refused:
        cleaner.clean(b"P6\n0 0\n255\n")
    assert refused.value.reason == "damaged"
