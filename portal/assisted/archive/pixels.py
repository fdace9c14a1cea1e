"""The pixels of an attachment's page, by way of the cleaners' jail.

A page is whatever the asker's browser sealed: nobody made that browser clean it. So no decoder meets
its bytes in this process, which holds the key of a whole year; it meets what the jail drew of them.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image

from crypto.secret.pages import PageImage
from portal.assisted.archive.opened import ArchiveUnreadable
from sanitizers import Cleaner, Refused

Pixels = Callable[[PageImage], Image.Image]


def jailed(cleaner: Cleaner) -> Pixels:
    """Pixels by this cleaner; they raise `ArchiveUnreadable` for what is not one picture as it says."""

    def pixels(page: PageImage) -> Image.Image:
        try:
            cleaned = cleaner.clean(page.image)
        except Refused as error:
            raise ArchiveUnreadable("a page that can't be drawn") from error
        if f"image/{cleaned.kind}" != page.media or len(cleaned.pages) != 1:
            raise ArchiveUnreadable("a page of another kind than it says")
        (drawn,) = cleaned.pages
        kind = drawn.media.removeprefix("image/").upper()
        return Image.open(io.BytesIO(drawn.data), formats=[kind]).convert("RGB")

    return pixels
