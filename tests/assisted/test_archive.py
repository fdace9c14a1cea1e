"""Archive files as their readers meet them: the real demonstration, archived by the real services."""

from __future__ import annotations

import contextlib
import io
import signal
import struct
import subprocess
import sys
import threading
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, takewhile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PIL import Image, ImageFont
from sqlalchemy import update

from crypto.encoding import ASKER
from crypto.secret.pages import PageImage
from crypto.thread import LONGEST_TEXT
from crypto.words import bytes_of, words_of
from portal.assisted.archive import drawing, shares
from portal.assisted.archive.opened import ArchiveUnreadable, OpenedArchive, OpenedCase
from portal.assisted.archive.pixels import Pixels, jailed
from portal.assisted.archive.viewer import Viewer, server
from portal.assisted.demo.command import prepare
from portal.cli import group
from portal.config import load
from portal.models.cases import Case, Participant
from portal.models.instance import Archiving, Report
from portal.services.casework import archiving, cases
from portal.services.context import Context, open_context
from portal.services.values import Actor
from sanitizers import Cleaner
from sanitizers.fonts import monospaced
from tests.portal.serving import PROGRAM

TODAY = date(2030, 1, 2)


class Archived:
    """A demonstration whose ended cases were archived: the file and its words."""

    def __init__(self, file: Path, words: str, open_texts: int) -> None:
        self.file, self.words, self.cases = file, words, open_texts

    @property
    def seed(self) -> bytes:
        return bytes_of(self.words, 32)


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Archived:
    data = tmp_path_factory.mktemp("archived") / "data"
    kept = prepare(data, 8000)
    real = open_context(load(data))
    try:
        later = replace(real, today=lambda: real.today() + timedelta(days=400))
        rows = _archive_everything(later)
    finally:
        real.close()
    [file] = (data / "archive").glob("*.archive")
    return Archived(file, kept.archive_words, sum(row.cases for row in rows))


def _archive_everything(context: Context) -> list[Archiving]:
    """As after the report of the year was presented and every asker came to read."""
    year = context.today().year
    with context.database.write() as db:
        facilitator = db.query(Participant).filter_by(role="facilitator").first()
        assert facilitator is not None
        db.add(
            Report(
                year=year, signed=b"", author=facilitator.member, day=context.today(),
                presented=context.today(), presented_by=facilitator.member,
            )
        )  # fmt: skip
        db.execute(update(Case).values(seen_by_asker=True))
        running = {case.id for case in db.query(Case) if case.state not in cases.ENDED}
        actor = Actor("staff", facilitator.member, "facilitator")
    return list(archiving.archive(context, actor, year, frozenset(running)))


@pytest.fixture
def opened(archived: Archived) -> OpenedArchive:
    return OpenedArchive.open(archived.file, archived.seed)


@pytest.fixture(scope="module")
def pixels() -> Iterator[Pixels]:
    with Cleaner(allowed_missing=frozenset({"office"})) as cleaner:
        yield jailed(cleaner)


def picture(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind)
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of 20,000 by 20,000 points by its own word (PNG, section 11.2.1), and nothing in it."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def test_a_page_is_decoded_in_the_jail_and_not_beside_the_key_of_the_year(
    pixels: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[bytes] = []
    real = Image.open

    def noted(file: io.BytesIO, **options: Any) -> Image.Image:
        here.append(file.getvalue())
        return real(file, **options)

    monkeypatch.setattr(Image, "open", noted)
    sealed = picture("PNG") + b"after the end"
    assert pixels(PageImage("image/png", 40, 30, sealed)).size == (40, 30)
    assert here
    assert sealed not in here


@pytest.mark.parametrize(
    "untrusted",
    [b"", b"no picture", b"%PDF-1.7 nor this", picture("JPEG"), picture("PNG")[:60], bomb()],
    ids=["empty", "text", "document", "another kind", "cut off", "bomb"],
)
def test_what_is_no_page_is_drawn_as_none(pixels: Pixels, untrusted: bytes) -> None:
    with pytest.raises(ArchiveUnreadable):
        pixels(PageImage("image/png", 40, 30, untrusted))


def test_it_opens_every_case_with_the_words_on_paper(
    archived: Archived, opened: OpenedArchive
) -> None:
    assert len(opened) == archived.cases > 0
    cases = [opened.case(number) for number in range(len(opened))]
    assert all(case.refused == 0 for case in cases)
    assert all(case.lines[0].message.writer == ASKER for case in cases)
    assert any(line.internal for case in cases for line in case.lines)


def test_it_draws_each_case_sheet_by_sheet(opened: OpenedArchive, pixels: Pixels) -> None:
    for number in range(len(opened)):
        case = opened.case(number)
        sheets = [drawing.sheet(case, at, TODAY, pixels) for at in range(drawing.count(case))]
        assert len(sheets) >= len(case.lines)
        for sheet in sheets:
            picture = Image.open(io.BytesIO(sheet))
            assert picture.size == (drawing.WIDTH, drawing.HEIGHT)
            colours = picture.getcolors(maxcolors=2**20)
            assert colours is not None
            assert len(colours) > 1
        with pytest.raises(ArchiveUnreadable):
            drawing.sheet(case, len(sheets), TODAY, pixels)


def test_long_words_and_long_texts_are_drawn_whole(opened: OpenedArchive) -> None:
    line = replace(opened.case(0).lines[0], text="x" * 500 + "\n\n" + "woord " * 2_000, pages=())
    rows = [row for sheet in drawing._broken(line) for row in sheet]
    assert "".join(rows).count("x") == 500
    assert " ".join(rows).count("woord") == 2_000
    assert len(drawing._broken(line)) > 1


class TooLong(BaseException):
    """What is done has taken more steps than anybody waits for."""


def test_one_long_word_keeps_no_year_shut(
    opened: OpenedArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = 0
    real = ImageFont.FreeTypeFont.getlength

    def counted(font: ImageFont.FreeTypeFont, text: str, *more: Any) -> float:
        nonlocal measured
        measured += len(text)
        if measured > 1_000_000:
            raise TooLong
        return real(font, text, *more)

    monkeypatch.setattr(ImageFont.FreeTypeFont, "getlength", counted)
    line = replace(opened.case(0).lines[0], text="x" * LONGEST_TEXT, pages=())
    rows = [row for sheet in drawing._broken(line) for row in sheet]
    assert "".join(rows).count("x") == LONGEST_TEXT


def test_every_letter_is_drawn_or_named(opened: OpenedArchive) -> None:
    text = "Eén coördinator: ça va être réglé, €500 – „zo” œuvre ŷ Привет αβγ"
    line = replace(opened.case(0).lines[0], text=f"{text}\n日\u202e", pages=(), facts=())
    rows = [row for sheet in drawing._broken(line) for row in sheet]
    assert rows == [text, "<U+65E5>"]
    font = monospaced(drawing.BODY)
    box = bytes(font.getmask("\uffff"))
    assert not [letter for letter in "".join(rows) if bytes(font.getmask(letter)) == box]


def test_what_was_chosen_with_a_text_stands_there_too(opened: OpenedArchive) -> None:
    cases = [opened.case(number) for number in range(len(opened))]
    every = [line for case in cases for line in case.lines]
    passed = [line for line in every if line.kind == "pass"]
    assert passed
    for line in passed:
        assert f"doorgegeven aan: {line.message.fields['authority']}" in line.facts
        assert line.facts[0] in drawing._broken(line)[0]
    for line in every:
        chosen = [value for value in line.message.fields.values() if value]
        calmed = line.kind == "triage" and not line.message.fields["urgent"]
        assert ("niet dringend" in line.facts) == calmed
        assert len(line.facts) == len(chosen) + calmed, line.kind
    assert any("niet dringend" in line.facts for line in every)
    assert not [fact for line in every for fact in line.facts if "onbekend" in fact]


def test_other_words_open_nothing_and_say_so(archived: Archived) -> None:
    with pytest.raises(ArchiveUnreadable, match="another archive"):
        OpenedArchive.open(archived.file, bytes(32))
    with pytest.raises(ArchiveUnreadable, match="unknown word"):
        shares.seed_of("boom roos vis")


@pytest.mark.parametrize("part", ["beginning", "end", "nothing left"])
def test_a_damaged_file_is_refused(archived: Archived, tmp_path: Path, part: str) -> None:
    whole = archived.file.read_bytes()
    at = {"beginning": 3, "end": len(whole) - 10}.get(part)
    copy = tmp_path / "copy.archive"
    copy.write_bytes(b"" if at is None else flipped(whole, at))
    with pytest.raises(ArchiveUnreadable):
        draw_everything(OpenedArchive.open(copy, archived.seed))


def flipped(whole: bytes, at: int) -> bytes:
    return whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]


def unseen(_page: PageImage) -> Image.Image:
    """For tests that look at how the file holds together, not at what it shows."""
    return Image.new("RGB", (1, 1))


def draw_everything(opened: OpenedArchive) -> list[OpenedCase]:
    cases = [opened.case(number) for number in range(len(opened))]
    for case in cases:
        for at in range(drawing.count(case)):
            drawing.sheet(case, at, TODAY, unseen)
    return cases


@pytest.mark.parametrize("place", range(12))
def test_damage_anywhere_in_the_manifest_is_refused_or_stands_on_a_sheet(
    archived: Archived, tmp_path: Path, place: int
) -> None:
    whole = archived.file.read_bytes()
    begin = whole.index(b"{")
    length = int.from_bytes(whole[begin - 4 : begin], "big")
    copy = tmp_path / "copy.archive"
    copy.write_bytes(flipped(whole, begin + length * place // 12))
    with contextlib.suppress(ArchiveUnreadable):
        cases = draw_everything(OpenedArchive.open(copy, archived.seed))
        assert any(line.kind == "damaged" for case in cases for line in case.lines)


@pytest.fixture
def address(opened: OpenedArchive, pixels: Pixels) -> Iterator[str]:
    viewer = Viewer(opened, TODAY, pixels)
    with server(viewer) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}/{viewer.token}/"
        running.shutdown()
        thread.join()


def test_the_viewer_answers_its_own_address_alone(address: str) -> None:
    with urllib.request.urlopen(address) as page:  # noqa: S310 - our own server on loopback
        assert page.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        assert "data-case" in page.read().decode()
    with urllib.request.urlopen(f"{address}0/0") as sheet:  # noqa: S310
        assert sheet.read().startswith(b"\x89PNG")
    base = address.removesuffix("/").rpartition("/")[0]
    for wrong in (base, f"{base}/guess/", f"{address}0/9999", f"{address}99/0", f"{address}a/b"):
        assert status_of(urllib.request.Request(wrong)) == 404  # noqa: S310
    other = urllib.request.Request(address, headers={"Host": "elsewhere.example"})  # noqa: S310
    assert status_of(other) == 404


def status_of(request: urllib.request.Request) -> int:
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own server on loopback
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_any_enough_holders_open_and_fewer_do_not(archived: Archived) -> None:
    made = shares.split(archived.seed, needed=2, holders=3)
    for some in combinations(made, 2):
        assert shares.join(list(some)) == archived.seed
    with pytest.raises(ArchiveUnreadable):
        shares.join(made[:1])
    with pytest.raises(ArchiveUnreadable):
        shares.split(archived.seed, needed=4, holders=3)
    assert shares.is_share(made[0])
    assert not shares.is_share(archived.words)


def test_the_command_splits_what_it_is_told(archived: Archived) -> None:
    argv = ["archive", "split", "--needed", "2", "--holders", "3"]
    done = CliRunner().invoke(group, argv, input=f"{archived.words}\n")
    assert done.exit_code == 0
    made = [line.strip() for line in done.output.splitlines() if line.startswith("  ")]
    assert words_of(shares.join(made[1:])) == archived.words


# A terminal lets programs be interrupted; a script's background, in which tests may run, does not.
FROM_A_TERMINAL = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "


def opening(file: Path) -> subprocess.Popen[str]:
    """The command as a person starts it, with nobody's terminal to ask for words behind its back."""
    program = [sys.executable, "-c", FROM_A_TERMINAL + PROGRAM, "archive", "open", str(file)]
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen(program, text=True, start_new_session=True, **pipes)


@pytest.mark.parametrize("holders", [False, True])
def test_the_command_opens_with_words_or_shares_and_shows_it_here_alone(
    archived: Archived, opened: OpenedArchive, holders: bool
) -> None:
    words = shares.split(archived.seed, needed=2, holders=3)[1:] if holders else [archived.words]
    folder = set(archived.file.parent.iterdir())
    with opening(archived.file) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("".join(f"{one}\n" for one in words))
        running.stdin.flush()
        said = list(takewhile(lambda line: "Stop with" not in line, running.stdout))
        with urllib.request.urlopen(said[-1].strip()) as page:  # noqa: S310 - our own server on loopback
            assert "data-case" in page.read().decode()
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate()
    assert running.returncode == 0, errors
    told = "".join(said)
    assert opened.hash.hex() in told
    assert opened.fingerprint in told
    assert f"{archived.cases} questions of" in told
    assert "Closed. Nothing was written." in rest
    assert set(archived.file.parent.iterdir()) == folder
    assert archived.words.split()[0] not in told.split()


def test_the_command_refuses_other_words_in_a_sentence(archived: Archived) -> None:
    with opening(archived.file) as running:
        out, errors = running.communicate(f"{words_of(bytes(32))}\n")
    assert running.returncode == 1
    assert "Traceback" not in errors
    assert "http://" not in out
    assert "Nothing was opened: these words belong to another archive." in errors
