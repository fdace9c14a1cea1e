"""Everything that people do with a portal, and everything that goes wrong, on the machine."""

from __future__ import annotations

import contextlib
import http.client
import secrets
import socket
import ssl
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from tests.attacks import MARK, answer_to, odd, two_readings
from tests.browser.conftest import PageMaker
from tests.flow.people import PATIENCE, PlainAsker, SealedAsker, Story
from tests.flow.test_journey import walk
from tests.machine.installing import POSTGRESQL, SCRATCH, Installed, Instance
from tests.machine.virtual import VISITOR
from tests.sanitizers import makers
from tests.uploads import padded

MAIL_PORT = 2525


@dataclass
class Life:
    """What went on; `words` must be found nowhere afterwards, `shown` must."""

    installed: Installed
    header: str = field(default_factory=lambda: f"kop{secrets.token_hex(8)}")
    shown: str = field(default_factory=lambda: f"toon{secrets.token_hex(8)}")
    words: list[tuple[str, str]] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)

    def look_for(self, whose: str, words: Iterable[tuple[str, str]]) -> None:
        self.words += [(f"{whose} {name}", text) for name, text in words]

    def ask(
        self, place: Instance, method: str, path: str, body: bytes = b"", **headers: str
    ) -> int:
        """One request with a mark in all that a server could keep; gives the status."""
        with self.line(place) as line:
            connection = http.client.HTTPConnection(place.host)
            connection.sock = line
            marked = {"User-Agent", "Referer", "Accept-Language", "X-Forwarded-For", "X-Real-IP"}
            sent = dict.fromkeys(marked, self.header) | {"Cookie": f"session={self.header}"}
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, f"{path}?{self.header}", body, {**sent, **named})
            answer = connection.getresponse()
            answer.read()
            return answer.status

    def throw(self, place: Instance, raw: bytes) -> bytes:
        with self.line(place) as line:
            return answer_to(raw, line)

    def line(self, place: Instance) -> ssl.SSLSocket:
        """A connection by TLS; the certificate is one that nobody knows."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        line = socket.create_connection(("127.0.0.1", self.installed.port), timeout=PATIENCE / 1000)
        return context.wrap_socket(line, server_hostname=place.host)


def journeys(life: Life, make_page: PageMaker, sealed: Story, plain: Story) -> None:
    """One question sealed, to the whole installation, and one on the plain pages of the least."""
    pages: list[Page] = []

    def remembered(**options: Any) -> Page:
        pages.append(make_page(**options))
        return pages[-1]

    whole, least = life.installed.both
    page = remembered(user_agent=sealed.words.user_agent)
    walk(SealedAsker(page, whole.address, sealed), whole, remembered)
    page = remembered(user_agent=plain.words.user_agent, java_script_enabled=False)
    walk(PlainAsker(page, least.address, plain), least, remembered)
    for whose, story in (("sealed", sealed), ("plain", plain)):
        life.look_for(whose, story.words.each())
    for number, one in enumerate(pages):
        kept = one.context.cookies()
        known = ((c["name"], c["value"]) for c in kept if len(c["value"]) > 15)
        life.look_for(f"browser {number}", known)
        # Whoever leaves a page open would complain of what goes wrong afterwards.
        one.context.close()


def wrong_words(life: Life, make_page: PageMaker, story: Story) -> None:
    """A name and a password that nobody has, on both kinds of page, and staff who mistype."""
    words = story.words
    life.look_for("wrong", words.each())
    page = make_page(java_script_enabled=False, user_agent=words.user_agent)
    page.set_default_timeout(PATIENCE)
    page.goto(f"{life.installed.least.address}/plain/mailbox")
    page.fill("#pseudonym", words.pseudonym)
    page.fill("#password", words.password)
    # Refused: the same page, with the name left in.
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        page.get_by_role("button", name="Open je brievenbus").click()
    life.statuses["wrong words on the plain pages"] = answered.value.status
    json = {"Content_Type": "application/json"}
    for place in life.installed.both:
        body = (
            f'{{"locator": "{life.header}", "login": "{life.header}", "code": "123456"}}'.encode()
        )
        for path in ("/api/v1/mailbox/session", "/api/v1/staff/session"):
            life.statuses[f"{place.name} {path}"] = life.ask(place, "POST", path, body, **json)


def malformed(life: Life) -> None:
    """What no browser sends, and paths and headers that nobody asked for."""
    life.look_for("thrown", [("mark", MARK), ("header", life.header), ("address", VISITOR)])
    for place in life.installed.both:
        for path in ("/", "/ask", "/plain/", f"/{life.header}", f"/static/{life.header}.js"):
            life.statuses[f"{place.name} {path}"] = life.ask(place, "GET", path)
    whole = life.installed.whole
    for name, raw in {**two_readings(whole.host), **odd(whole.host)}.items():
        status = life.throw(whole, raw).partition(b"\r\n")[0]
        life.statuses[f"thrown {name}"] = int([*status.split(b" "), b"0", b"0"][1] or 0)


def broken_off(life: Life) -> None:
    """A large upload of which half comes."""
    whole = life.installed.whole
    head = f"POST /api/v1/clean HTTP/1.1\r\nHost: {whole.host}\r\nContent-Type: application/octet-stream\r\n"
    with contextlib.suppress(OSError), life.line(whole) as line:
        line.sendall(head.encode() + b"Content-Length: 20000000\r\n\r\n")
        line.sendall(life.header.encode() * 400_000)
        line.unwrap()


def office(life: Life) -> None:
    """A Word document, where LibreOffice may draw it and where it may not."""
    written = makers.FODT.replace("Zichtbare tekst van een vraag.", f"Zie {life.header}.")
    document = makers.converted(written, "fodt", "docx")
    octets = {"Content_Type": "application/octet-stream", "Sec_Fetch_Site": "same-origin"}
    for place in life.installed.both:
        status = life.ask(place, "POST", "/api/v1/clean", padded(document), **octets)
        life.statuses[f"a Word document for {place.name}"] = status


def crashes(life: Life) -> None:
    """The database goes away under a request and returns; a worker is shot while it works."""
    installed, whole = life.installed, life.installed.whole
    installed.sh(f"systemctl stop {POSTGRESQL}")
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    body = f"pseudonym={life.header}&password={life.header}".encode()
    life.statuses["a form without a database"] = life.ask(
        whole, "POST", "/plain/mailbox", body, **form
    )
    installed.sh(f"systemctl start {POSTGRESQL}")
    for signal in ("SEGV", "ABRT"):
        # The oldest process that is not the master: a worker.
        main = installed.sh(f"systemctl show -P MainPID adviespunt@{whole.name}").strip()
        installed.sh(f"kill -{signal} $(pgrep -P {main} | head -n 1)")
    installed.sh("kill -SEGV $(pgrep -P $(systemctl show -P MainPID nginx) | head -n 1)")
    assert life.ask(whole, "GET", "/") == 200
    life.statuses["with its database again"] = life.ask(
        whole, "POST", "/plain/mailbox", body, **form
    )


def name_mail_server(installed: Installed) -> None:
    """In the settings of the least instance, once, as docs/operator.md has it."""
    least = installed.least
    table = f'\n[mail]\nhost = "127.0.0.1"\nport = {MAIL_PORT}\nsender = "a@{least.host}"\nstarttls = false\n'
    file = f"{least.data}/portal.toml"
    installed.sh(f"grep -q '^.mail]' {file} || cat >>{file}", table)
    installed.sh("systemctl reload adviespunt-firewall")


def notices(life: Life) -> int:
    """The daily notice: to a mail server that is not there, then to one that is; how many letters came."""
    installed, least = life.installed, life.installed.least
    life.look_for("staff", [(one.name, one.mailbox) for one in installed.both])
    name_mail_server(installed)
    unit = f"adviespunt-digest@{least.name}.service"
    life.statuses["notice without a mail server"] = installed.machine.sh(
        f"systemctl start {unit}", check=False
    ).status
    installed.sh(f"systemctl reset-failed {unit}")
    serve = f"-c aiosmtpd.handlers.Mailbox /run/letters -n -l 127.0.0.1:{MAIL_PORT}"
    run = "systemd-run --quiet --unit=letters -p StandardOutput=null -p StandardError=null"
    installed.sh(f"{run} -E PYTHONPATH={SCRATCH}/python /usr/bin/python3 -m aiosmtpd {serve}")
    installed.sh(
        f"for _ in $(seq 60); do bash -c '</dev/tcp/127.0.0.1/{MAIL_PORT}' 2>/dev/null && break; sleep 1; done"
    )
    life.statuses["notice"] = installed.machine.sh(f"systemctl start {unit}", check=False).status
    letters = installed.sh(
        "ls /run/letters/new | wc -l; systemctl stop letters; rm -rf /run/letters"
    )
    return int(letters.split()[0])
