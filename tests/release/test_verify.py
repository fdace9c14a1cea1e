"""`adviespunt verify` against a portal as it really runs, and against one that was tampered with."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from portal.cli import group
from portal.commands.verify import Report
from portal.release import fetching
from portal.release.checking import Result as Checked
from portal.release.errors import Unreachable
from portal.release.manifest import own_bytes
from tests.bench.bench_server import Instance
from tests.portal.serving import serving
from tests.release.meddling import Given, Meddler, meddling
from tests.release.signing import public_key, sign

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
TOR = "Windows NT"


def free_ports(count: int) -> list[int]:
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int]]:
    """A staffed portal behind gunicorn that goes by another port; and that port."""
    port, behind = free_ports(2)
    folder = tmp_path_factory.mktemp("served") / "data"
    Instance(folder, port)
    with serving(folder, behind):
        yield port, behind


@pytest.fixture
def meddler(served: tuple[int, int]) -> Iterator[Meddler]:
    with meddling(*served) as between:
        yield between


def verify(meddler: Meddler, *more: str | Path) -> Result:
    arguments = ["verify", f"http://127.0.0.1:{meddler.port}", *map(str, more)]
    return CliRunner().invoke(group, arguments, catch_exceptions=False)


def found(meddler: Meddler, *more: str | Path) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(verify(meddler, "--json", *more).stdout)
    return facts


def test_a_portal_as_released_is_said_to_be_one(meddler: Meddler) -> None:
    told = verify(meddler)
    assert told.exit_code == 0, told.output
    assert "The same as the release: pages, code, headers and staff directory." in told.output
    assert "A server can show somebody else something else" in told.output


def one_byte_more(given: Given, _: str) -> Given:
    return replace(given, body=given.body + b" ").without("ETag")


def mark_the_visitor(given: Given, _: str) -> Given:
    return given.without("ETag").with_header("ETag", 'W/"visitor-7"')


PLANTED = {
    "/static/app/ask/ask.js": (one_byte_more, "other bytes than the release's"),
    "/static/js/crypto/kdf.js": (one_byte_more, "other bytes than the release's"),
    "/ask": (lambda given, _: given.with_header("X-Tracker", "7"), "an extra header: x-tracker"),
    "/mailbox": (
        lambda given, _: given.changing("Content-Security-Policy", "form-action 'none'; ", ""),
        "the Content-Security-Policy lacks “form-action 'none'”",
    ),
    "/fr/ask": (
        lambda given, _: given.changing("Content-Security-Policy", "'self' blob:", "*"),
        "the Content-Security-Policy has “img-src *”, not “img-src 'self' blob:”",
    ),
    "/en": (
        lambda given, _: given.without("Referrer-Policy"),
        "the header referrer-policy is missing",
    ),
    "/fr": (lambda given, _: given.with_header("Set-Cookie", "id=7"), "a cookie is set"),
    "/staff/join": (
        lambda given, _: given.with_header("X-Frame-Options", "ALLOWALL"),
        "the header x-frame-options comes 2 times",
    ),
    "/static/app/asker.css": (mark_the_visitor, "an ETag that is not that of the content"),
    "/static/app/first.js": (
        lambda given, _: Given(302, (("Location", "https://evil.example/first.js"),), b""),
        "answers 302 where the release answers 200",
    ),
    "/plain": (
        lambda given, _: given.changing(
            "Content-Security-Policy", "default-src", "script-src *; default-src"
        ),
        "the Content-Security-Policy has an extra “script-src *”",
    ),
    "/not-found": (
        lambda given, _: replace(given, status=200),
        "answers 200 where the release answers 404",
    ),
    "/staff": (
        lambda given, agent: one_byte_more(given, agent) if TOR in agent else given,
        "(for Tor Browser only)",
    ),
}


def test_every_planted_change_is_named_and_nothing_else_is(meddler: Meddler) -> None:
    meddler.changes.update({path: change for path, (change, _) in PLANTED.items()})
    meddler.instead["/en/mailbox"] = "/en/ask"
    told = verify(meddler)
    facts = found(meddler)
    assert told.exit_code == 1
    assert facts["same"] is False
    whats: dict[str, str] = {}
    for one in facts["findings"]:
        whats[one["address"]] = whats.get(one["address"], "") + one["what"]
        assert f"{one['address']}: " in told.output
    assert whats.keys() == {*PLANTED, "/en/mailbox"}
    for path, (_, what) in PLANTED.items():
        assert what in whats[path], path
    assert "other bytes" in whats["/en/mailbox"]


def test_a_directory_of_others_is_not_believed(meddler: Meddler) -> None:
    def of_another_key(given: Given, _: str) -> Given:
        told = json.loads(given.body) | {"organisation_key": "A" * 43}
        return replace(given, body=json.dumps(told).encode())

    meddler.changes["/api/v1/organisation?language=nl"] = of_another_key
    facts = found(meddler)
    (finding,) = facts["findings"]
    assert finding["address"] == "staff directory"
    assert "it isn't signed as it should be: of another organisation key" in finding["what"]
    assert facts["fingerprint"] is None


def test_the_six_words_are_compared(meddler: Meddler) -> None:
    words = found(meddler)["fingerprint"]
    assert len(words.split()) == 6
    assert verify(meddler, "--fingerprint", words.upper()).exit_code == 0
    other = verify(meddler, "--fingerprint", "aaien aanbid aanbiedt aanblik aanbod aanbood")
    assert other.exit_code == 1
    assert f"its six words are “{words}”" in other.output


def test_a_list_that_is_closed_to_one_visitor_alone_is_told(meddler: Meddler) -> None:
    def closed(given: Given, agent: str) -> Given:
        return Given(403, (), b"{}") if "Windows NT" in agent else given

    meddler.changes["/api/v1/directory"] = closed
    told = verify(meddler)
    assert told.exit_code == 1
    assert "one visitor is shown another than the next" in told.output


WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
CLOSING = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 100000\r\n\r\n"


@pytest.mark.parametrize(
    ("first", "then"),
    [(WHOLE, b"x"), (CLOSING, b"x"), (b"", b"HTTP/1.1 100 Continue\r\n\r\n")],
    ids=["body", "closing", "continue"],
)
def test_an_answer_that_drips_in_without_an_end_is_cut_off(
    monkeypatch: pytest.MonkeyPatch, first: bytes, then: bytes
) -> None:
    monkeypatch.setattr(fetching, "WHOLE_SECONDS", 0.5)
    over = threading.Event()

    def drip(listening: socket.socket) -> None:
        taken, _ = listening.accept()
        with taken, suppress(OSError):
            taken.recv(4096)
            taken.sendall(first)
            while not over.wait(0.05):
                taken.sendall(then)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        dripping = threading.Thread(target=drip, args=(listening,))
        dripping.start()
        site = fetching.Site(f"http://127.0.0.1:{listening.getsockname()[1]}", None, None)
        with (
            closing(site.connect()) as connection,
            pytest.raises(Unreachable, match="no whole answer in"),
        ):
            fetching.fetch(connection, "/", fetching.VISITORS[0])
        over.set()
        dripping.join()


def test_a_hostile_site_writes_nothing_on_the_terminal(meddler: Meddler) -> None:
    evil = "\x1b[1A\x1b[2KThe same as the release\x1b[8m" + "x" * 500
    meddler.changes["/ask"] = lambda given, _: given.without("Referrer-Policy").with_header(
        "Referrer-Policy", evil
    )
    told = verify(meddler)
    assert told.exit_code == 1
    assert "\x1b" not in told.output
    assert "x" * 300 not in told.output


WORD_FIRST = b'{"detail":"Geef eerst het toegangswoord.","problem":"word"}'
WRONG = "aaien aanbid aanbiedt aanblik aanbod aanbood"


def behind_a_word(meddler: Meddler) -> None:
    """As the portal answers where an access word is set."""

    def asking(given: Given, _: str) -> Given:
        told = json.loads(given.body) | {"access_word": True}
        return replace(given, body=json.dumps(told).encode())

    meddler.changes["/api/v1/organisation?language=nl"] = asking
    meddler.changes["/api/v1/directory"] = refused


def refused(given: Given, _: str) -> Given:
    return replace(given.without("Vary"), status=403, body=WORD_FIRST)


def test_behind_an_access_word_the_six_words_are_compared_all_the_same(meddler: Meddler) -> None:
    words = found(meddler)["fingerprint"]
    behind_a_word(meddler)
    told = verify(meddler, "--fingerprint", words)
    assert told.exit_code == 0, told.output
    assert f"not to be seen without the access word, six words: {words} (as you" in told.output
    assert "pages, code and headers. No staff directory was seen." in told.output
    facts = found(meddler, "--fingerprint", WRONG)
    assert [one["what"] for one in facts["findings"]] == [
        f"its six words are “{words}”, not “{WRONG}”"
    ]
    assert (facts["same"], facts["directory"], facts["confirmed"]) == (False, None, None)


def test_a_refusal_may_set_no_cookie_and_carry_no_mark(meddler: Meddler) -> None:
    behind_a_word(meddler)
    meddler.changes["/api/v1/directory"] = lambda given, agent: (
        refused(given, agent).with_header("Set-Cookie", "id=7").with_header("X-Mark", "7")
    )
    facts = found(meddler)
    assert {one["what"] for one in facts["findings"]} == {
        "a cookie is set",
        "an extra header: x-mark",
    }
    assert {one["address"] for one in facts["findings"]} == {"/api/v1/directory"}


@pytest.mark.parametrize("status", [403, 404])
def test_a_directory_kept_back_without_an_access_word_is_named(
    meddler: Meddler, status: int
) -> None:
    meddler.changes["/api/v1/directory"] = lambda given, agent: replace(
        refused(given, agent), status=status
    )
    (finding,) = found(meddler)["findings"]
    assert f"it is kept back ({status}), and no access word is asked for" in finding["what"]


def test_words_that_can_not_be_compared_are_said_to_be_different(meddler: Meddler) -> None:
    def without_key(given: Given, _: str) -> Given:
        told = json.loads(given.body) | {"organisation_key": None}
        return replace(given, body=json.dumps(told).encode())

    meddler.changes["/api/v1/organisation?language=nl"] = without_key
    meddler.changes["/api/v1/directory"] = lambda given, agent: replace(
        refused(given, agent), status=404
    )
    assert verify(meddler).exit_code == 0
    told = verify(meddler, "--fingerprint", WRONG)
    assert told.exit_code == 1
    assert "the site names no organisation key to compare the six words with" in told.output


@pytest.mark.parametrize("whom", ["Android", TOR])
def test_each_visitor_is_judged_also_where_the_other_is_refused(
    meddler: Meddler, whom: str
) -> None:
    behind_a_word(meddler)
    meddler.changes["/api/v1/directory"] = lambda given, agent: (
        replace(given, body=b'{"directory":"AAAA","freshness":null}')
        if whom in agent
        else refused(given, agent)
    )
    whats = [one["what"] for one in found(meddler)["findings"]]
    assert any("it isn't signed as it should be" in what for what in whats), whats
    assert "one visitor is shown another than the next" in whats


def test_an_onion_address_writes_nothing_on_the_terminal() -> None:
    result = Checked(1, (), None, frozenset({"\x1b[8m" + "x" * 500}))
    told = Report("https://advies.example", "1.0.0", None, None, result).sentences()
    assert "x" * 100 in told
    assert "\x1b" not in told
    assert "x" * 300 not in told


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A signed manifest beside its signature."""
    manifest = tmp_path / "manifest.json"
    manifest.write_bytes(own_bytes())
    (tmp_path / "manifest.json.minisig").write_text(sign(KEY, own_bytes()))
    return manifest


def test_a_signed_manifest_says_what_was_signed(meddler: Meddler, release: Path) -> None:
    told = verify(meddler, "--manifest", release, "--key", public_key(KEY))
    assert told.exit_code == 0, told.output
    assert "Manifest: signed, “adviespunt 1.2.3”." in told.output


def offline(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["verify", *map(str, arguments)], catch_exceptions=False)


def test_with_a_manifest_that_was_changed_nothing_is_said(release: Path) -> None:
    release.write_bytes(own_bytes().replace(b"form-action", b"form-axtion"))
    told = offline("http://127.0.0.1:9", "--manifest", release, "--key", public_key(KEY))
    assert told.exit_code == 2
    assert "The signature doesn't belong to this manifest." in told.output


def test_without_a_signature_nothing_is_said(release: Path) -> None:
    release.with_name("manifest.json.minisig").unlink()
    told = offline("http://127.0.0.1:9", "--manifest", release, "--key", public_key(KEY))
    assert (told.exit_code, "signature is missing" in told.output) == (2, True)
    alone = offline("http://127.0.0.1:9", "--key", public_key(KEY))
    assert (alone.exit_code, "can't vouch for itself" in alone.output) == (2, True)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:9", "can't be reached"),
        ("http://advies.example", "Without https"),
        ("ftp://advies.example", "Give the address of a site"),
        ("https://advies.example/ask", "Give the address of a site"),
        ("advies.example", "Give the address of a site"),
    ],
)
def test_what_can_not_be_asked_is_said_and_proves_nothing(url: str, said: str) -> None:
    told = offline(url)
    assert (told.exit_code, said in told.output) == (2, True)
    assert said in json.loads(offline(url, "--json").stdout)["problem"]
