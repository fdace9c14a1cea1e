"""XML of strangers as a tree: no entities, no external subsets, bounded depth and size."""

from __future__ import annotations

from itertools import islice
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from sanitizers.traces.text import plain

_MOST_DEPTH = 256
_MOST_ELEMENTS = 2_000_000


class _Odd(Exception):
    """XML that no document of the kinds read here needs."""


class _Builder:
    """Builds the tree; names come as `namespace}local`."""

    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._depth = 0
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > _MOST_DEPTH or self._count > _MOST_ELEMENTS:
            raise _Odd
        self._tree.start(name, attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._tree.end(name)

    def data(self, text: str) -> None:
        self._tree.data(text)

    def refuse(self, *_: object) -> int:
        """Entities could unfold without end or point at files."""
        raise _Odd

    def close(self) -> Element:
        return self._tree.close()


def parsed(untrusted: bytes) -> Element | None:
    """The root, or None for what isn't XML or wants what isn't allowed."""
    builder = _Builder()
    parser = expat.ParserCreate(None, "}")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = builder.refuse
    parser.ExternalEntityRefHandler = builder.refuse
    try:
        parser.Parse(untrusted, True)  # noqa: FBT003 - expat takes no keyword
        return builder.close()
    except (expat.ExpatError, _Odd, ValueError, LookupError, AssertionError):
        return None


def local(name: object) -> str:
    """A name without its namespace."""
    return str(name).rpartition("}")[2]


def attribute(node: Element, name: str) -> str:
    """The value of an attribute, whatever its namespace; empty when it isn't there."""
    return next((value for key, value in node.attrib.items() if local(key) == name), "")


def all_text(node: Element, most: int = 400) -> str:
    """The first `most` characters of text below a node, on one line."""
    return plain("".join(islice(node.itertext(), most))[:most])
