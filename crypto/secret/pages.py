"""Pages of attachments: pictures, sealed one by one (section 4)."""

from dataclasses import dataclass
from typing import Final, Self

from crypto import shape
from crypto.encoding import Reader, canonical, lp, sha256
from crypto.errors import Malformed, Unsealable
from crypto.secret import envelope
from crypto.secret.kdf import Entropy, random_bytes
from crypto.structure import Header

LARGEST_IMAGE: Final = 16 * 2**20  # bytes
MOST_PIXELS: Final = 64_000_000
PAGE: Final = "page"

_SIGNS: Final = {
    "image/webp": ((0, b"RIFF"), (8, b"WEBP")),
    "image/png": ((0, b"\x89PNG\r\n\x1a\n"),),
    "image/jpeg": ((0, b"\xff\xd8\xff"),),
}
_meta = shape.record(height=shape.integer(1), media=shape.one_of(*_SIGNS), width=shape.integer(1))


@dataclass(frozen=True, slots=True)
class PageImage:
    """One clean page: `media` is `image/webp`, `image/png` or `image/jpeg`, sizes in pixels."""

    media: str
    width: int
    height: int
    image: bytes

    def encode(self) -> bytes:
        meta = {"height": self.height, "media": self.media, "width": self.width}
        return lp(canonical(meta)) + self.image

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        """Raise `Malformed` for what no reader may draw. The image itself stays hostile bytes."""
        reader = Reader(untrusted)
        meta = shape.parse(reader.prefixed(), _meta)
        image = reader.rest()
        if len(image) > LARGEST_IMAGE or meta["width"] * meta["height"] > MOST_PIXELS:
            raise Malformed("a page larger than anyone may draw")
        if any(image[at : at + len(sign)] != sign for at, sign in _SIGNS[meta["media"]]):
            raise Malformed("an image of another kind than it says")
        return cls(image=image, **meta)


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """A photo or document to be sent: `family` is `photo` or `document`, at least one page."""

    family: str
    pages: tuple[PageImage, ...]


@dataclass(frozen=True, slots=True)
class SealedPage:
    id: bytes
    envelope: bytes


def seal_page(
    key: bytes, header: Header, page: PageImage, entropy: Entropy = random_bytes
) -> SealedPage:
    return SealedPage(header.id, envelope.seal(key, header, page.encode(), entropy))


def open_page(
    key: bytes, expected: Header, expected_hash: bytes, untrusted_envelope: bytes
) -> PageImage:
    """Give the page that a message names; raise `Unsealable`, also for another page's envelope."""
    if sha256(untrusted_envelope) != expected_hash:
        raise Unsealable("not the page that the message names")
    try:
        return PageImage.parse(envelope.open_at(key, expected, untrusted_envelope))
    except Malformed as error:
        raise Unsealable("not a page") from error
