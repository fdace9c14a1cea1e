"""The registry: every format there is, in the order in which content is recognised.

A new format is one module and one line here. The first that recognises the content has it, so
that a file which is two things at once (a polyglot) is only ever treated as one.
"""

from __future__ import annotations

from sanitizers.errors import Refused
from sanitizers.formats.base import Sanitizer
from sanitizers.formats.jpeg import Jpeg
from sanitizers.formats.pdf import Pdf
from sanitizers.formats.png import Png
from sanitizers.formats.webp import Webp

SANITIZERS: tuple[Sanitizer, ...] = (Jpeg(), Png(), Webp(), Pdf())


def recognised(untrusted: bytes) -> Sanitizer:
    """The sanitizer for this content. Raises `Refused` when there is none."""
    if not untrusted:
        raise Refused("empty")
    for sanitizer in SANITIZERS:
        if sanitizer.recognises(untrusted):
            return sanitizer
    raise Refused("unknown-kind")
