"""The organisation's Markdown: what may stand on a page, and what is refused by its line."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import markdown
from portal.markdown import NotAllowed

ALLOWED_TAGS = {"p", "h3", "ul", "ol", "li", "strong", "em", "a", "br"}


def test_paragraphs_lists_and_stress_become_a_tree() -> None:
    assert markdown.parse("Dag **jij**\n\n- een\n- *twee*\n") == (
        ("p", "Dag ", ("b", "jij")),
        ("ul", ("li", "een"), ("li", ("i", "twee"))),
    )


def test_a_text_of_nothing_but_words_stays_a_text() -> None:
    assert (
        markdown.plain("Eén zin.\nNog één, met < & > erin.") == "Eén zin. Nog één, met < & > erin."
    )
    assert markdown.plain("Twee\n\nalinea's") is None
    assert markdown.plain("Een **woord**") is None
    assert markdown.plain("") == ""


@pytest.mark.parametrize("address", ["https://a.be/x?y=1", "mailto:x@a.be", "tel:+3225551212"])
def test_a_link_keeps_its_address(address: str) -> None:
    assert markdown.parse(f"[hier]({address})") == (("p", ("a", address, "hier")),)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Dag\n\n<script>alert(1)</script>", 3, "HTML"),
        ("Dag <b>jij</b>", 1, "HTML"),
        ("<!-- niets -->", 1, "HTML"),
        ("Dag <img src=x onerror=alert(1)>", 1, "HTML"),
        ("Een\ntwee\n![een foto](https://a.be/x.png)", 3, "picture"),
        ("[klik](javascript:alert(1))", 1, "a link must begin with"),
        ("[klik](JaVaScRiPt:alert(1))", 1, "a link must begin with"),
        ("[klik](data:text/html,<b>)", 1, "a link must begin with"),
        ("[klik](java&#115;cript:alert(1))", 1, "a link must begin with"),
        ("[klik](//elders.be)", 1, "a link must begin with"),
        ("[klik](/ask)", 1, "a link must begin with"),
        ("<javascript:alert(1)>", 1, "a link must begin with"),
        ("[klik][x]\n\n[x]: vbscript:x", 1, "a link must begin with"),
        ("een\n\n    vier spaties", 3, "four spaces"),
        ("```\nx\n```", 1, "code"),
        ("> een ander zei", 1, "'blockquote'"),
        ("een\n\n***", 3, "'hr'"),
        ("verkeerd &#x202E;om", 1, "can't be seen"),
        ("niets&#8203;te zien", 1, "can't be seen"),
    ],
)
def test_what_may_not_stand_in_a_text_is_refused_with_its_line(
    text: str, line: int, reason: str
) -> None:
    with pytest.raises(NotAllowed, match=reason) as caught:
        markdown.parse(text)
    assert caught.value.line == line


def test_every_letter_of_a_text_is_escaped_in_html() -> None:
    assert (
        markdown.as_html('&lt;script&gt; "x" `<b>`')
        == "<p>&lt;script&gt; &#34;x&#34; &lt;b&gt;</p>"
    )
    assert 'href="https://a.be/?x=%22y"' in markdown.as_html('[z](https://a.be/?x="y)')


class Tags(HTMLParser):
    """Every tag and attribute that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {(name, str(value)) for name, value in attrs}


hostile = st.lists(
    st.sampled_from(
        ["<", ">", '"', "'", "&", "[", "]", "(", ")", "!", "*", "_", "`", "\n", "\n\n", "- ", "1. ", "# ",
         "javascript:", "https://a.be", "&#60;", "&lt;script&gt;", "onload=", "x", " ", "\\", "[a]: ", "<a href="]
    ),
    max_size=24,
).map("".join)  # fmt: skip


@given(hostile)
def test_whatever_is_written_gives_allowed_tags_or_is_refused(text: str) -> None:
    try:
        html = markdown.as_html(text)
    except NotAllowed:
        return
    tags = Tags()
    tags.feed(html)
    assert tags.seen <= ALLOWED_TAGS
    for name, value in tags.attributes:
        assert name in {"href", "rel"}
        assert name == "rel" or value.lower().startswith(("http:", "https:", "mailto:", "tel:"))
