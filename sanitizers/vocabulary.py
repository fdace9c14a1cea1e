"""Every key that cleaning can answer with, so that texts for people can be tested for completeness.

The words for them, in whatever language, belong to whoever shows them.
"""

from __future__ import annotations

from types import MappingProxyType

from sanitizers.values import Family

# Kind of file, told from its content, and what its pages are.
KINDS: MappingProxyType[str, Family] = MappingProxyType(
    {
        "jpeg": "photo",
        "png": "photo",
        "heic": "photo",
        "webp": "photo",
        "gif": "photo",
        "tiff": "photo",
        "bmp": "photo",
        "ppm": "photo",
        "avif": "photo",
        "jp2": "photo",
        "jxl": "photo",
        "pdf": "document",
        "docx": "document",
        "xlsx": "document",
        "pptx": "document",
        "doc": "document",
        "xls": "document",
        "ppt": "document",
        "odt": "document",
        "ods": "document",
        "odp": "document",
        "odg": "document",
        "rtf": "document",
        "text": "document",
        "csv": "document",
        "markdown": "document",
        "mail": "document",
        "msg": "document",
        "epub": "document",
    }
)

# What only the office suite draws, and what it is asked to take a document for.
OFFICE = frozenset({"docx", "xlsx", "pptx", "doc", "xls", "ppt", "odt", "ods", "odp", "odg", "rtf"})

# What was found and isn't in the pages.
TRACES = frozenset(
    {
        "position",  # a point on the map, decoded to degrees
        "place",  # a town, street or country by name
        "device",  # camera, phone, scanner: maker and model
        "serial",  # a number that only one device, lens or owner has
        "software",
        "person",  # author, owner, editor, someone named in a photo
        "organisation",
        "contact",  # address, telephone number, mail address
        "date",
        "title",
        "comment",  # free text: description, caption, comment
        "keyword",
        "identifier",  # a number made to recognise this document or picture
        "thumbnail",
        "thumbnail-differs",  # a thumbnail that shows something else than the picture
        "extra-image",  # depth map, second picture, motion photo
        "audio-video",
        "revision",  # an earlier version, or the history of editing
        "layer",
        "hidden",  # text, sheet, slide, row or page that isn't drawn
        "embedded-file",
        "script",  # a script or macro; never run
        "link",  # an address that the file points to; never fetched
        "signature",
        "form",
        "tracked-change",
        "comment-author",
        "path",
        "printer",
        "font",
        "text-layer",
        "colour-profile",
        "trailing",  # bytes after the end of the file proper
        "metadata",  # anything else that has no name of its own
    }
)

# What stays visible and the asker should look at.
CAUTIONS = frozenset(
    {
        "repeats-name",  # text on the page repeats a name that was removed
        "comment-shown",  # a comment bubble or note is drawn on this page
        "form-shown",  # a filled-in field is drawn on this page
        "frames-left-out",  # more frames than the limit; the rest was left out
        "missing-glyphs",  # letters that can't be drawn
        "header-shown",  # a header of a mail, with a name or an address, is drawn
        "damaged-part",  # a part that couldn't be read was left blank
        "dots-removed",  # colours were given up to remove a printer's dots
    }
)

# Why a file was refused.
REASONS = frozenset(
    {
        "empty",
        "unknown-kind",
        "too-large",
        "too-many-pages",
        "too-many-pixels",
        "damaged",
        "encrypted",
        "wrong-password",
        "time",
        "memory",
        "no-office",
        "no-reader",  # a kind for which no library is installed here
        "media",
        "archive",
        "program",
        "no-such-attachment",
        "jail",  # the cleaner itself isn't in order; nothing to do with the file
    }
)

MEDIA = ("image/webp", "image/png", "image/jpeg")
EXTENSIONS = MappingProxyType({"image/webp": "webp", "image/png": "png", "image/jpeg": "jpg"})
