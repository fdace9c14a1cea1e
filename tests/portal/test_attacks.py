"""What no browser sends, thrown at gunicorn itself: refused or answered, never a 5xx, nothing kept."""

from __future__ import annotations

import re
import socket
from pathlib import Path

from tests import attacks
from tests.portal.conftest import World
from tests.portal.serving import serving

STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) ")


def test_what_no_browser_sends_is_answered_without_a_fault_and_leaves_nothing(
    world: World, free_port: int
) -> None:
    folder, host = world.serve_at(free_port), f"127.0.0.1:{free_port}"
    before = world.rows()
    with serving(folder, free_port, workers=1) as served:
        refused = {name: thrown(free_port, raw) for name, raw in attacks.two_readings(host).items()}
        answered = {name: thrown(free_port, raw) for name, raw in attacks.odd(host).items()}
        assert served.call("GET", "/organisation")[0] == 200
        said = (folder / "serve.log").read_bytes()
    wrong = {name: got for name, got in refused.items() if not _is_refused(got)}
    assert wrong == {}
    faults = {n: got for n, got in answered.items() if len(got) > 1 or any(s >= 500 for s in got)}
    assert faults == {}
    assert said == b""
    assert world.rows() == before
    assert attacks.MARK.encode() not in world.stored() + _files(folder)


def thrown(port: int, raw: bytes) -> list[int]:
    """The statuses of all answers on one connection."""
    with socket.create_connection(("127.0.0.1", port)) as line:
        return [int(status) for status in STATUS.findall(attacks.answer_to(raw, line))]


def _is_refused(statuses: list[int]) -> bool:
    """Nothing but refusals: what comes behind an answer that needed no body is not HTTP either."""
    # 501 and 505 are what HTTP has for a coding or a version that a server does not know.
    first, later = statuses[:1], statuses[1:]
    return all(400 <= one < 500 or one in {501, 505} for one in first) and set(later) <= {400}


def _files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
