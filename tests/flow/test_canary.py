"""Nothing that an asker wrote, or that their browser and files tell, stays anywhere or travels open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import PageMaker
from tests.flow.canaries import Canaries, found_in, found_in_files, ways_to_write
from tests.flow.conftest import Portal
from tests.flow.people import PlainAsker, SealedAsker, Story
from tests.flow.test_journey import walk
from tests.flow.wire import VISITOR_ADDRESS, Request

CLEANING = "/api/v1/clean"
# Every browser says what it is with every request, and the sealed pages cannot hinder it.
TOLD_BY_EVERY_BROWSER = {"user_agent"}


def at_rest(portal: Portal, words: Canaries) -> set[str]:
    """What of the canaries lies in any file or came out of the server."""
    listed = [*words.each(), ("client address", VISITOR_ADDRESS)]
    lying = found_in_files(portal.folders, listed)
    return lying | {f"output: {name}" for name in found_in(portal.output.read_bytes(), listed)}


def on_the_line(requests: list[Request], words: Canaries) -> set[str]:
    """What of the canaries came to the server, but the bytes of a file to be cleaned."""
    listed = [one for one in words.each() if one[0] not in TOLD_BY_EVERY_BROWSER]
    return {
        f"{request.method} {request.path}: {name}"
        for request in requests
        for name in found_in(_open_part(request), listed)
    }


def _open_part(request: Request) -> bytes:
    if request.path == CLEANING:
        return request.line + request.head
    return request.whole


@pytest.mark.browser
def test_the_sealed_run_sends_and_keeps_nothing_that_an_asker_wrote(
    portal: Portal, story: Story, make_page: PageMaker
) -> None:
    page = make_page(user_agent=story.words.user_agent)
    walk(SealedAsker(page, portal.address, story), portal, make_page)
    requests = portal.line.requests()
    assert [one for one in requests if one.path == CLEANING], "nothing was cleaned"
    assert [one for one in requests if one.method == "PUT"], "nothing was sent"
    assert on_the_line(requests, story.words) == set()
    assert at_rest(portal, story.words) == set()


@pytest.mark.browser
def test_the_plain_run_keeps_nothing_that_an_asker_wrote(
    portal: Portal, story: Story, make_page: PageMaker
) -> None:
    page = make_page(user_agent=story.words.user_agent, java_script_enabled=False)
    walk(PlainAsker(page, portal.address, story), portal, make_page)
    # Here the server must have seen them: that the line shows it proves that looking finds.
    seen = {
        name for one in portal.line.requests() for name in found_in(one.whole, story.words.each())
    }
    assert {"pseudonym", "password", "file_name", "exif", "pdf_author", "user_agent"} <= seen
    assert at_rest(portal, story.words) == set()


def test_a_canary_is_found_however_it_is_written(tmp_path: Path) -> None:
    for name, text in Canaries().each():
        for way in ways_to_write(text):
            assert name in found_in(b"\x00before " + way + b" behind", Canaries().each())
    (tmp_path / "left-behind").write_bytes(b"..." + Canaries().text.encode())
    assert found_in_files([tmp_path], Canaries().each()) == {"left-behind: text"}


def test_a_canary_in_a_request_is_told_but_not_in_a_file_to_be_cleaned() -> None:
    words = Canaries()
    cleaned = Request(f"POST {CLEANING} HTTP/1.1".encode(), b"Host: x", words.exif.encode())
    named = Request(b"POST /api/v1/clean HTTP/1.1", b"X: " + words.file_name.encode(), b"")
    leaked = Request(b"PUT /api/v1/cases/x HTTP/1.1", b"Host: x", words.text.encode())
    assert on_the_line([cleaned], words) == set()
    assert on_the_line([named, leaked], words) == {
        "POST /api/v1/clean: file_name",
        "PUT /api/v1/cases/x: text",
    }
