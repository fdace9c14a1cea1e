"""The organisation's own Markdown, down to what may stand on a page.

What is allowed is listed; everything else is refused when the organisation's file is read, with the line and the
reason, rather than cleaned in silence. The tree that comes out holds no HTML: a browser builds its page from it, and
the plain pages get the HTML that `as_html` makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from portal.errors import PortalError

# ("p" | "h" | "ul" | "ol" | "li" | "b" | "i", inside, ...), ("a", address, inside, ...), ("br",), or a text.
Node = Any
Tree = tuple[Node, ...]

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# Letters that show as nothing, or turn the order of what is read.
HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_BLOCKS = {
    "paragraph": "p", "heading": "h", "bullet_list": "ul", "ordered_list": "ol", "list_item": "li",
    "strong": "b", "em": "i",
}  # fmt: skip
_TAGS = {"h": "h3", "b": "strong", "i": "em"}
_REFUSED = {
    "html_block": "HTML isn't allowed in a text",
    "html_inline": "HTML isn't allowed in a text",
    "image": "a picture isn't allowed in a text",
    "code_block": "a line that begins with four spaces is code in Markdown: take the spaces away",
    "fence": "a block of code isn't allowed in a text",
}


class NotAllowed(PortalError):
    """Something that may not stand in a text; `line` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def _reader() -> MarkdownIt:
    # HTML and every link are recognised, so that they can be refused by name.
    reader = MarkdownIt("commonmark", {"html": True})
    reader.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005 - (as above)
    return reader


_READER = _reader()


@lru_cache(maxsize=1024)
def parse(text: str) -> Tree:
    """The tree of a text; raises `NotAllowed`."""
    return tuple(_nodes(_flat(_READER.parse(text))))


def plain(text: str) -> str | None:
    """The text when it is one paragraph of nothing but words, else None."""
    tree = parse(text)
    if not tree:
        return ""
    only = tree[0]
    is_plain = len(tree) == 1 and only[0] == "p" and all(isinstance(one, str) for one in only[1:])
    return "".join(only[1:]) if is_plain else None


def as_html(text: str) -> Markup:
    """The same tree as HTML, every text in it escaped."""
    return Markup("").join(_html(node) for node in parse(text))


def _flat(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Every token with its line; inline ones stand inside a block that knows it."""
    line = 1
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.type == "inline":
            for child in token.children or ():
                yield child, line
                line += child.type in {"softbreak", "hardbreak"}
        else:
            yield token, line


def _nodes(tokens: Iterator[tuple[Token, int]]) -> Iterator[Node]:
    """Nodes until the end, or until what is open closes."""
    for token, line in tokens:
        if token.nesting < 0:
            return
        if token.nesting > 0:
            # Read in any case: what stands inside belongs to nobody else.
            yield from _opened(token, line, tuple(_nodes(tokens)))
        elif (leaf := _leaf(token, line)) != "":
            yield leaf


def _opened(token: Token, line: int, inside: Tree) -> Iterator[Node]:
    kind = token.type.removesuffix("_open")
    if kind == "link":
        yield ("a", _address(str(token.attrGet("href")), line), *inside)
    elif kind in _BLOCKS:
        # A list whose items stand close together has paragraphs that are not shown as such.
        yield from inside if token.hidden else [(_BLOCKS[kind], *inside)]
    else:
        raise NotAllowed(line, f"'{kind.replace('_', ' ')}' isn't allowed in a text")


def _leaf(token: Token, line: int) -> Node:
    match token.type:
        case "text" | "code_inline":
            # An entity such as &#8238; becomes a letter only here.
            if HIDDEN.search(token.content):
                raise NotAllowed(line, "a letter that can't be seen isn't allowed in a text")
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return ("br",)
    raise NotAllowed(line, _REFUSED.get(token.type, f"'{token.type}' isn't allowed in a text"))


def _address(href: str, line: int) -> str:
    try:
        scheme = urlsplit(href).scheme
    except ValueError:
        scheme = ""
    if scheme not in SCHEMES:
        raise NotAllowed(line, "a link must begin with https://, http://, mailto: or tel:")
    return href


def _html(node: Node) -> Markup:
    if isinstance(node, str):
        return escape(node)
    kind, *inside = node
    if kind == "br":
        return Markup("<br>")
    if kind == "a":
        address, *inside = inside
        start = Markup('<a href="{}" rel="noreferrer noopener">').format(address)
    else:
        start = Markup("<{}>").format(_TAGS.get(kind, kind))
    end = Markup("</{}>").format("a" if kind == "a" else _TAGS.get(kind, kind))
    return start + Markup("").join(_html(one) for one in inside) + end
