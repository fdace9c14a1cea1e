"""The registry: every format there is, in the order in which content is recognised.

A new format is one module and one line here. The first that recognises the content has it, so
that a file which is two things at once (a polyglot) is only ever treated as one.
"""

from __future__ import annotations

from sanitizers.errors import Refused
from sanitizers.formats import signs
from sanitizers.formats.base import Sanitizer
from sanitizers.formats.boxed import Avif, Heic, Jpeg2000, JpegXl
from sanitizers.formats.epub import Epub
from sanitizers.formats.jpeg import Jpeg
from sanitizers.formats.mail import Mail
from sanitizers.formats.msg import Msg
from sanitizers.formats.office import (
    Doc,
    Docx,
    EncryptedOffice,
    Odg,
    Odp,
    Ods,
    Odt,
    Ppt,
    Pptx,
    Rtf,
    Xls,
    Xlsx,
)
from sanitizers.formats.pdf import Pdf
from sanitizers.formats.png import Png
from sanitizers.formats.raster import Bmp, Gif, Ppm, Tiff
from sanitizers.formats.text import Csv, Markdown, Text
from sanitizers.formats.webp import Webp
from sanitizers.zips import looks_like_zip

SANITIZERS: tuple[Sanitizer, ...] = (
    Jpeg(),
    Png(),
    Avif(),
    Heic(),
    Webp(),
    Gif(),
    Tiff(),
    Bmp(),
    Jpeg2000(),
    JpegXl(),
    Pdf(),
    Docx(),
    Xlsx(),
    Pptx(),
    Odt(),
    Ods(),
    Odp(),
    Odg(),
    EncryptedOffice(),
    Doc(),
    Xls(),
    Ppt(),
    Rtf(),
    Ppm(),
    Msg(),
    Epub(),
)
# Text is whatever reads as text, so everything with a sign of its own goes before it.
TEXTS: tuple[Sanitizer, ...] = (Mail(), Markdown(), Csv(), Text())


def recognised(untrusted: bytes) -> Sanitizer:
    """The sanitizer for this content. Raises `Refused` when there is none."""
    if not untrusted:
        raise Refused("empty")
    for sanitizer in SANITIZERS:
        if sanitizer.recognises(untrusted):
            return sanitizer
    refusal = signs.refusal(untrusted)
    if refusal is None and looks_like_zip(untrusted):
        refusal = "archive"
    for sanitizer in TEXTS if refusal is None else ():
        if sanitizer.recognises(untrusted):
            return sanitizer
    raise Refused(refusal or "unknown-kind")
