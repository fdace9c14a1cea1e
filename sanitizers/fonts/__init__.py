"""The one font that text is drawn with: the same file everywhere, so the same text is the same page.

DejaVu Sans Mono, unmodified; its licence stands beside it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from io import BytesIO

from PIL import ImageFont

_BYTES = resources.files(__name__).joinpath("DejaVuSansMono.ttf").read_bytes()


@lru_cache(maxsize=8)
def monospaced(pixels: int) -> ImageFont.FreeTypeFont:
    """The font at a height in pixels."""
    return ImageFont.truetype(BytesIO(_BYTES), pixels, layout_engine=ImageFont.Layout.BASIC)
