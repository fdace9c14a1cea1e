"""What every sanitizer owes, whatever its format: one suite that all of them inherit."""

import io
from typing import ClassVar

import pytest
from PIL import Image

from sanitizers import Cleaned, Cleaner, Options, Refused
from sanitizers.pagecheck import size_of
from sanitizers.vocabulary import CAUTIONS, KINDS, REASONS, TRACES

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
# What Pillow would report of a page that carried more than its pixels.
TELLING = {"exif", "icc_profile", "xmp", "comment", "photoshop", "dpi", "mp", "Author", "Comment"}
TAIL = b"STAART-VAN-EEN-ANDER-BESTAND"


def found_in(value: str, data: bytes) -> bool:
    return any(value.encode(encoding) in data for encoding in ENCODINGS)


NEEDS_OFFICE = pytest.mark.needs_tool("soffice", "bwrap")
PAGES = "pages"
_CLEANED: dict[type, Cleaned] = {}


def pages_or_reason(cleaner: Cleaner, untrusted: bytes, options: Options | None = None) -> str:
    """What a hostile file ends in: "pages", or the reason of its refusal; nothing else may happen."""
    try:
        cleaned = cleaner.clean(untrusted, options or Options())
    except Refused as refused:
        return refused.reason
    return PAGES if cleaned.pages else "no pages"


def reason(cleaner: Cleaner, untrusted: bytes, options: Options | None = None) -> str:
    with pytest.raises(Refused) as refused:
        cleaner.clean(untrusted, options or Options())
    return refused.value.reason


def drawn(cleaned: Cleaned, number: int = 0) -> Image.Image:
    return Image.open(io.BytesIO(cleaned.pages[number].data)).convert("RGB")


def ink(image: Image.Image) -> int:
    """How many pixels aren't white."""
    return sum(image.convert("L").point(lambda value: value < 200).tobytes())


class SanitizerContract:
    """Inherit, say the kind, make a sample, and name what was planted in it."""

    kind: ClassVar[str]
    # (kind of trace, what its value must contain)
    planted: ClassVar[tuple[tuple[str, str], ...]] = ()
    pages: ClassVar[int] = 1

    def sample(self) -> bytes:
        raise NotImplementedError

    @pytest.fixture
    def cleaned(self, cleaner: Cleaner) -> Cleaned:
        """The sample, cleaned once for all tests of its class: it is frozen, and may take seconds."""
        if type(self) not in _CLEANED:
            _CLEANED[type(self)] = cleaner.clean(self.sample())
        return _CLEANED[type(self)]

    def test_it_tells_the_kind_from_the_content(self, cleaned: Cleaned) -> None:
        assert (cleaned.kind, cleaned.family) == (self.kind, KINDS[self.kind])
        assert len(cleaned.pages) == self.pages

    def test_every_page_is_nothing_but_its_picture(self, cleaned: Cleaned) -> None:
        for page in cleaned.pages:
            assert size_of(page.data, page.media) == (page.width, page.height)
            with Image.open(io.BytesIO(page.data)) as image:
                image.load()
                assert image.size == (page.width, page.height)
                assert not image.getexif()
                assert not TELLING & set(image.info)

    def test_the_same_bytes_give_the_same_pages(self, cleaner: Cleaner, cleaned: Cleaned) -> None:
        assert cleaner.clean(self.sample()) == cleaned

    def test_everything_planted_is_told(self, cleaned: Cleaned) -> None:
        told = [(trace.kind, trace.value) for trace in cleaned.traces]
        for kind, value in self.planted:
            assert any(kind == k and value in v for k, v in told), (kind, value, told)

    def test_nothing_planted_is_in_the_pages(self, cleaned: Cleaned) -> None:
        for value in (value for _, value in self.planted if len(value) > 4):
            assert not any(found_in(value, page.data) for page in cleaned.pages), value

    def test_it_speaks_the_vocabulary(self, cleaned: Cleaned) -> None:
        assert {trace.kind for trace in cleaned.traces} <= TRACES
        assert {caution.kind for caution in cleaned.cautions} <= CAUTIONS
        assert all(len(trace.value) <= 200 for trace in cleaned.traces)

    def test_a_file_cut_short_is_cleaned_or_refused(self, cleaner: Cleaner) -> None:
        whole = self.sample()
        for part in (0.02, 0.3, 0.6, 0.9, 0.99):
            outcome = pages_or_reason(cleaner, whole[: int(len(whole) * part)])
            assert outcome == PAGES or outcome in REASONS - {"jail", "time"}

    def test_bytes_behind_the_end_do_not_travel(self, cleaner: Cleaner) -> None:
        longer = self.sample() + TAIL
        if pages_or_reason(cleaner, longer) != "damaged":
            assert not any(TAIL in page.data for page in cleaner.clean(longer).pages)

    def test_it_asks_for_no_larger_page_than_chosen(self, cleaner: Cleaner) -> None:
        cleaned = cleaner.clean(self.sample(), Options(longest_side=200, dpi=40))
        assert all(max(page.width, page.height) <= 480 for page in cleaned.pages)
