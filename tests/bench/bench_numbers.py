"""What a facilitator waits for: the queue with 2,000 open questions, the figures over 100,000 lines.

Run as `python -m tests.bench.bench_numbers`; prints one JSON object. Every line is sealed and signed
as a member's browser does it. Times are Chromium's own, in milliseconds: of the queue from the
page's address to its first rows and to all of them with nothing left to open; of the figures from
the click to the first drawing (the page says how far it is) and to the charts, from the queue as
in use, which has read the checkpoint by then (its own time holds that). The checkpoint is there, as
it is after the first visit; `without a checkpoint` says how fast lines open when none is.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pyotp
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import delete, insert, update

from crypto.register import Entry
from crypto.secret import checkpoint as checkpoints
from crypto.secret import register as sealing
from portal.assisted import people
from portal.assisted.demo import zone
from portal.commands.init import EXAMPLE, prepare
from portal.config import load
from portal.models.cases import Case, Participant, RegisterEntry
from portal.models.instance import Instance
from portal.services import deadlines
from portal.services.context import Context, open_context
from portal.services.statistics import register as register_service
from portal.services.upkeep import founding
from tests.portal.serving import serving

LINES, NEW, QUEUE, UNAIDED = 100_000, 100, 2_000, 2_000
VISITS = 5
AT_ONCE = 5_000


@dataclass
class Register:
    """A zone with a register of so many lines, the last `NEW` of them after the checkpoint."""

    context: Context
    made: zone.Zone
    chance: Random

    @property
    def writer(self) -> zone.Played:
        return self.made.staff["facilitator"]

    def line(self, day: date) -> Entry:
        told = self.context.settings.organisation
        final = day + timedelta(days=self.chance.randint(1, 40))
        return Entry(
            case=os.urandom(16), number=1, kind=self.chance.choice(told.kinds).key,
            urgent=self.chance.random() < 0.1, category=self.chance.choice(told.categories).key,
            state="closed", outcome="advies-gegeven", authorities=(), received=day,
            feedback=day + timedelta(days=1), final=final, closed=final, directory=2,
        )  # fmt: skip

    def sealed(self, entry: Entry) -> dict[str, Any]:
        key, who = people.genuine(self.context).content.register, self.writer
        portal = self.context.portal
        sealed = sealing.seal_entry(key.kem, portal, key.id, entry, who.id, who.identity.signing)
        return {
            "case": entry.case, "number": 1, "key": key.id, "writer": who.id,
            "sealed": sealed.sealed,
        }  # fmt: skip

    def fill(self, count: int) -> Iterator[checkpoints.Held]:
        today, rows = self.context.today(), []
        for number in range(count):
            fresh = number >= count - NEW
            day = today - timedelta(days=self.chance.randint(60, 365 * 8))
            entry = self.line(day)
            row = self.sealed(entry) | {"day": today if fresh else day}
            rows.append(row)
            if not fresh:
                yield checkpoints.Held(entry, checkpoints.mark_of(row["sealed"]))
            if len(rows) == AT_ONCE or number == count - 1:
                self.add(rows)
                rows = []

    def add(self, rows: list[dict[str, Any]]) -> None:
        with self.context.database.write() as db:
            db.execute(insert(RegisterEntry), rows)

    def keep_checkpoint(self, held: list[checkpoints.Held]) -> None:
        row = register_service.row_of(self.context.today())
        key = people.genuine(self.context).content.register
        kept = checkpoints.Checkpoint(row, 2, tuple(sorted(held, key=lambda h: h.entry.case)))
        envelope = checkpoints.seal(
            self.made.register_seed, (self.context.portal, key.id, 1), self.writer.id,
            self.writer.identity.signing, kept,
        )  # fmt: skip
        new = register_service.Checkpoint(1, row, envelope)
        register_service.keep_checkpoint(self.context, self.writer.actor, new)

    def open_cases(self, held: list[checkpoints.Held]) -> None:
        """Rows of the index alone: the queue opens no case by itself."""
        today, calendar = self.context.today(), self.context.calendar
        archive = people.genuine(self.context).content.archive.id
        with self.context.database.write() as db:
            for one in held:
                day = today - timedelta(days=self.chance.randint(0, 40))
                db.add(
                    Case(
                        id=one.entry.case, mailbox=None, state="open", waits_for="staff",
                        opened=True, epoch=0, roster=0, received=day, last=day, messages=1,
                        feedback_by=deadlines.due_on(day, 7, calendar),
                        answer_by=deadlines.due_on(day, 30, calendar), feedback_on=None,
                        answered_on=None, closed_on=None, seen_by_asker=True,
                        archive_key=archive, genesis=bytes(32),
                    )
                )  # fmt: skip
                for who in ("facilitator", "second", "coach-1"):
                    member = self.made.staff[who]
                    db.add(
                        Participant(
                            case=one.entry.case, member=member.id, role=member.cast.role,
                            active=True,
                        )
                    )  # fmt: skip

    def forget(self, kept: int) -> None:
        """Take the checkpoint away, and all but so many lines."""
        with self.context.database.write() as db:
            db.execute(update(Instance).values(checkpoint=None, checkpoint_day=None))
            db.execute(update(Instance).values(checkpoint_number=0))
            db.execute(delete(Participant))
            db.execute(delete(Case))
            rows = db.query(RegisterEntry.case).limit(kept).all()
            wanted = [row.case for row in rows]
            db.execute(delete(RegisterEntry).where(RegisterEntry.case.not_in(wanted)))


def sign_in(browser: Browser, origin: str, who: zone.Played) -> Page:
    page = browser.new_page()
    page.goto(f"{origin}/staff")
    page.get_by_label("Naam waarmee je je aanmeldt").fill(who.cast.login)
    page.get_by_label("Wachtzin", exact=True).fill(who.passphrase)
    page.get_by_label("Code van zes cijfers").fill(pyotp.TOTP(who.totp).now())
    page.get_by_role("button", name="Meld je aan").click()
    page.wait_for_selector(".staff-nav", timeout=120_000)
    return page


# Both look after every frame; the page's policy allows no code made of text, so each is whole.
OF_QUEUE = """(count) => new Promise((resolve) => {
  let first;
  const look = () => {
    const rows = document.querySelectorAll('.queue-row').length;
    if (rows > 0) first ??= performance.now();
    if (rows >= count && !document.querySelector('main progress')) {
      return resolve({ first_ms: first, complete_ms: performance.now() });
    }
    requestAnimationFrame(look);
  };
  look();
})"""
OF_FIGURES = """() => new Promise((resolve) => {
  const tabs = [...document.querySelectorAll('.staff-nav .tab')];
  const began = performance.now();
  let first;
  const look = () => {
    const now = performance.now() - began;
    const heading = document.querySelector('main h1')?.textContent ?? '';
    if (heading.includes('Cijfers')) first ??= now;
    if (document.querySelector('.figures')) return resolve({ first_ms: first, complete_ms: now });
    requestAnimationFrame(look);
  };
  tabs.find((one) => one.textContent.includes('Cijfers')).click();
  requestAnimationFrame(look);
})"""


def queue(page: Page, count: int) -> dict[str, float]:
    page.reload(wait_until="commit")
    found: dict[str, float] = page.evaluate(OF_QUEUE, count)
    return found


def figures(page: Page) -> dict[str, float]:
    page.reload()
    page.wait_for_selector(".staff-nav", timeout=120_000)
    page.wait_for_timeout(3_000)
    found: dict[str, float] = page.evaluate(OF_FIGURES)
    return found


def middle(visits: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(one[name] for one in visits)) for name in visits[0]}


def run(lines: int = LINES) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name, socket.socket() as probe, sync_playwright() as web:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        folder, origin = Path(name) / "data", f"http://127.0.0.1:{port}"
        prepare(folder, EXAMPLE / "organisation.toml", (origin,))
        context = open_context(load(folder))
        made = zone.found(context, founding.found(context))
        register = Register(context, made, Random(1))
        held = list(register.fill(lines))
        register.keep_checkpoint(held)
        register.open_cases(held[:QUEUE])
        browser = web.chromium.launch(executable_path=shutil.which("chromium"))
        result: dict[str, Any] = {"lines": lines, "queue": min(QUEUE, len(held))}
        with serving(folder, port):
            page = sign_in(browser, origin, made.staff["facilitator"])
            page.wait_for_selector(".queue-row", timeout=120_000)
            page.wait_for_timeout(10_000)
            result["queue, ms"] = middle([queue(page, result["queue"]) for _ in range(VISITS)])
            result["figures, ms"] = middle([figures(page) for _ in range(VISITS)])
            register.forget(UNAIDED)
            page = sign_in(browser, origin, made.staff["second"])
            # At once: the page begins to open by itself as soon as somebody is signed in.
            unaided = page.evaluate(OF_FIGURES)["complete_ms"]
            result["without a checkpoint, lines a second"] = round(UNAIDED / unaided * 1000)
        browser.close()
        context.close()
    return result


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else LINES
    print(json.dumps(run(wanted), indent=1))  # noqa: T201 - a script talks by printing
