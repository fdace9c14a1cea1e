"""QR codes as rows of modules: a page draws them, so that no picture has to be fetched."""

from __future__ import annotations

import segno


def rows(text: str, error: str) -> list[str]:
    """The rows from the top, a character a module, "1" dark, without a border.

    `error`: how much may be unreadable, `l`, `m`, `q` or `h` (ISO/IEC 18004).
    """
    picture = segno.make(text, micro=False, error=error)
    return ["".join("1" if dark else "0" for dark in row) for row in picture.matrix]
