"""After everything that people do, and everything that goes wrong: nothing of it anywhere in the machine.

Looked at is the whole disk, byte for byte, what was deleted included, and beside it what lies in memory
file systems and what the journal and PostgreSQL say when they are asked.
"""

from __future__ import annotations

import pytest

from tests.browser.conftest import PageMaker
from tests.machine import evidence, lived
from tests.machine.conftest import new_story
from tests.machine.installing import Installed

pytestmark = pytest.mark.browser


def test_nothing_that_anybody_sent_is_anywhere_in_the_machine(
    installed: Installed, make_page: PageMaker
) -> None:
    life = lived.Life(installed)
    lived.journeys(life, make_page, new_story(), new_story())
    lived.wrong_words(life, make_page, new_story())
    lived.malformed(life)
    lived.broken_off(life)
    lived.office(life)
    lived.crashes(life)
    letters = lived.notices(life)
    installed.figures["statuses"] = life.statuses
    assert letters
    for one in installed.both:
        for login in one.staff.values():
            life.look_for(one.name, [(login.login, login.passphrase), ("totp", login.totp)])
    # Something that is there, so that finding nothing means something: in the journal, and deleted.
    # Not in the commands: QEMU's guest agent writes those into the journal.
    installed.sh("xargs logger", f"{life.shown}-journal")
    installed.sh("cat >/root/x; sync; rm /root/x", f"{life.shown}-deleted")
    evidence.collect(installed.machine)
    installed.machine.pause()
    try:
        places = [installed.machine.disk, installed.machine.evidence]
        shown = [(name, f"{life.shown}-{name}") for name in ("journal", "deleted")]
        hits, seen = evidence.found(places, [*life.words, *shown])
    finally:
        installed.machine.go_on()
    installed.figures.update(bytes_searched=seen, words_looked_for=len(life.words))
    there = {"disk.raw: journal", "evidence.raw: journal", "disk.raw: deleted"}
    installed.figures["hits"] = sorted(hits - there)
    assert there <= hits
    assert hits - there == set()
    assert evidence.cores(installed.machine) == ""
    # nginx says 501 and 505 of its own to codings and versions that it does not know.
    unwell = {name for name, status in life.statuses.items() if status >= 500} - {
        name for name, status in life.statuses.items() if status in {501, 505}
    }
    assert unwell == {"a form without a database"}
    assert life.statuses["with its database again"] < 500
    assert life.statuses["notice without a mail server"] == 1
    assert life.statuses["notice"] == 0
    assert life.statuses["a Word document for zone"] == 200
    assert life.statuses["a Word document for ander"] == 422


def test_apparmor_had_nothing_to_refuse_in_all_that(installed: Installed) -> None:
    """A profile that is too tight shows here: what tests/machine tried on purpose, it tried as root."""
    said = installed.sh('journalctl -k --no-pager | grep "apparmor=.DENIED" || true').splitlines()
    ours = [line for line in said if 'profile="adviespunt' in line and "fsuid=0" not in line]
    assert [line for line in ours if 'comm="soffice.bin"' not in line] == []
