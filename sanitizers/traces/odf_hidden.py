"""What an OpenDocument has and doesn't draw. OpenDocument 1.3 part 3: hiding is said by styles mostly.

A sheet is hidden by `table:display` of its style (20.410), a slide by `presentation:visibility`
(20.358), text by `text:display` of its span's or paragraph's (20.449); rows and columns, sections and
fields say it themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from sanitizers.traces.text import plain, said
from sanitizers.values import Trace
from sanitizers.xmltree import all_text, attribute, local

# Family and name of a style that hides what has it.
Style = tuple[str, str]

_FAMILIES = {
    "span": "text", "p": "paragraph", "h": "paragraph", "table": "table", "page": "drawing-page",
}  # fmt: skip
_NOT_SHOWN = frozenset({"none", "false", "hidden"})
_ALWAYS = frozenset({"hidden-text", "hidden-paragraph", "notes"})
_ROWS = frozenset({"table-row", "table-column"})
_DEEPEST = 32


def hiding_styles(roots: Iterable[Element]) -> frozenset[Style]:
    """The styles of these parts that hide, by themselves or by what they are derived from."""
    styles = {
        (attribute(node, "family"), attribute(node, "name")): node
        for root in roots
        for node in root.iter()
        if local(node.tag) == "style"
    }
    return frozenset(style for style in styles if _hides(styles, style))


def _hides(styles: Mapping[Style, Element], style: Style) -> bool:
    for _ in range(_DEEPEST):
        node = styles.get(style)
        if node is None:
            return False
        said = _display(node)
        if said:
            return said in _NOT_SHOWN
        style = style[0], attribute(node, "parent-style-name")
    return False


def _display(style: Element) -> str:
    return next(
        (said for each in style for name in ("display", "visibility") if (said := attribute(each, name))),
        "",
    )  # fmt: skip


def traces(root: Element, hiding: frozenset[Style]) -> Iterator[Trace]:
    """Hidden sheets, rows, columns, slides, notes, sections, text and fields of one part."""
    masters = local(root.tag) == "document-styles"
    for node in root.iter():
        tag = local(node.tag)
        if tag in _ROWS:
            if attribute(node, "visibility") in {"collapse", "filter"}:
                yield Trace("hidden", _words(node) or tag)
        elif _is_hidden(node, tag, hiding) and not (tag == "notes" and masters):
            # The masters' notes are an empty form for notes.
            yield from said("hidden", _words(node))


def _is_hidden(node: Element, tag: str, hiding: frozenset[Style]) -> bool:
    if tag in _ALWAYS:
        return True
    family = _FAMILIES.get(tag)
    if family and (family, attribute(node, "style-name")) in hiding:
        return True
    # A plain loop: a sheet has a hundred thousand cells, and hardly one of them this attribute.
    for key, value in node.attrib.items():
        if key.endswith("}display") and value in _NOT_SHOWN:
            return not tag.endswith("-properties")
    return False


def _words(node: Element) -> str:
    """The name and the text of what isn't drawn."""
    words = [plain(attribute(node, "name")), all_text(node), plain(attribute(node, "string-value"))]
    return plain(": ".join(word for word in words if word))
