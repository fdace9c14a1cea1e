"""The day's notice, sent to a real SMTP server over STARTTLS."""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from click.testing import CliRunner, Result
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from crypto.encoding import ASKER, b64
from portal.cli import group
from portal.config import Mail
from portal.models.cases import Participant
from portal.models.staff import Absence
from portal.services.context import Context
from portal.services.upkeep import notices, wellbeing
from tests.portal.conftest import World
from tests.portal.test_cases import assign


class Box:
    """What arrived, and whether it came over TLS."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, bytes, bool]] = []
        # What the server answers to these addresses: to the address itself, and to the letter.
        self.refused: dict[str, str] = {}
        self.not_taken: dict[str, str] = {}

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if envelope.rcpt_tos[0] in self.not_taken:
            return self.not_taken[envelope.rcpt_tos[0]]
        self.letters.append((envelope.rcpt_tos[0], envelope.content, session.ssl is not None))
        return "250 OK"


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that lasts for the test."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert, secret = folder / "cert.pem", folder / "key.pem"
    cert.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return cert, secret


@pytest.fixture
def server(tmp_path: Path, free_port: int) -> Iterator[tuple[Box, Mail]]:
    cert, key = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    box = Box()
    controller = Controller(
        box,
        "127.0.0.1",
        free_port,
        tls_context=context,
        require_starttls=True,
        server_hostname="mail",
    )
    controller.start()
    yield box, Mail("127.0.0.1", free_port, "adviespunt@zone.example", ca_file=str(cert))
    controller.stop()


def with_mail(world: World, mail: Mail) -> Context:
    return replace(world.context, settings=replace(world.context.settings, mail=mail))


def subscribe(world: World) -> None:
    for member, address in ((world.anna, "anna@zone.example"), (world.carla, "carla@zone.example")):
        browser = world.signed_in(member)
        assert browser.put("/staff/notice", {"address": address}).status_code == 200
        assert browser.get("/staff/notice").json == {"address": address}


def test_who_has_something_waiting_gets_one_mail_a_day(
    world: World, server: tuple[Box, Mail]
) -> None:
    box, mail = server
    subscribe(world)
    context = with_mail(world, mail)
    assert notices.send(context) == notices.Sent(0, 0)
    case, _ = world.asked()
    world.clock.day += timedelta(days=1)
    assert notices.send(context) == notices.Sent(1, 0)
    assert notices.send(context) == notices.Sent(0, 0)  # once a day
    ((to, content, encrypted),) = box.letters
    assert (to, encrypted) == ("anna@zone.example", True)
    assert b64(case).encode() not in content
    anna = world.signed_in(world.anna)
    anna.send(case, "final", world.anna.id)
    world.clock.day += timedelta(days=1)
    assert notices.send(context) == notices.Sent(0, 0)


def test_it_waits_for_whom_the_queue_says(world: World) -> None:
    """The coaches who are there, else who covers and takes part, else the facilitators."""
    subscribe(world)
    bram = world.signed_in(world.bram)
    assert bram.put("/staff/notice", {"address": "bram@zone.example"}).status_code == 200
    context = world.context

    def mailed() -> list[str]:
        return sorted(one.address.partition("@")[0] for one in notices.waiting(context))

    assert mailed() == []
    case, mailbox = world.asked()
    assert mailed() == ["anna", "bram"]
    _take_part(context, case, world.carla.id, "coach")
    assert mailed() == ["carla"]
    _away(context, world.carla.id, None)
    assert mailed() == ["anna", "bram"]
    _away(context, world.carla.id, world.bram.id)
    assert mailed() == ["bram"]
    _away(context, world.bram.id, None)
    assert mailed() == ["anna"]
    world.clock.day += timedelta(days=1)
    assert mailed() == ["carla"]
    anna = world.signed_in(world.anna)
    anna.send(case, "reply", world.anna.id)
    assert mailed() == []
    world.asker(mailbox).send(case, "reply", ASKER)
    assert mailed() == ["carla"]
    anna.send(case, "close", world.anna.id)
    assert mailed() == []


def test_a_draft_waits_for_the_colleagues_in_the_case_until_one_writes(world: World) -> None:
    subscribe(world)
    bram = world.signed_in(world.bram)
    assert bram.put("/staff/notice", {"address": "bram@zone.example"}).status_code == 200
    context, anna = world.context, world.signed_in(world.anna)

    def told() -> tuple[list[str], object]:
        mailed = sorted(one.address.partition("@")[0] for one in notices.waiting(context))
        return mailed, bram.get("/queue").json["cases"][0]["draft_by"]

    case, mailbox = world.asked()
    assign(world, anna, case)
    anna.send(case, "reply", world.anna.id)
    assert told() == ([], None)
    anna.send(case, "draft", world.anna.id)
    assert told() == (["bram", "carla"], b64(world.anna.id))
    assert "draft_by" not in world.asker(mailbox).get("/mailbox").json["cases"][0]
    assert "draft_by" not in world.asker(mailbox).get(f"/cases/{b64(case)}").json
    assert bram.get(f"/cases/{b64(case)}").json["draft_by"] == b64(world.anna.id)
    _away(context, world.carla.id, None)
    assert told()[0] == ["bram"]
    # What the asker writes is no answer to it; a colleague's note is.
    world.asker(mailbox).send(case, "thanks", ASKER)
    assert told()[0] == ["bram"]
    bram.send(case, "note", world.bram.id)
    assert told() == ([], None)
    carla = world.signed_in(world.carla)
    carla.send(case, "draft", world.carla.id)
    assert told()[0] == ["anna", "bram"]
    with context.database.write() as db:
        db.get_one(Participant, (case, world.carla.id)).active = False
    assert told()[0] == []
    bram.send(case, "draft", world.bram.id)
    anna.send(case, "final", world.anna.id)
    assert told() == ([], None)


def _take_part(context: Context, case: bytes, member: bytes, role: str) -> None:
    with context.database.write() as db:
        db.add(Participant(case=case, member=member, role=role, active=True))


def _away(context: Context, member: bytes, cover: bytes | None) -> None:
    """Away today alone."""
    today = context.today()
    with context.database.write() as db:
        db.add(
            Absence(
                id=os.urandom(16), member=member, first=today, last=today, cover=cover, signed=b"-"
            )
        )


def test_every_notice_has_the_same_words_and_length(world: World, server: tuple[Box, Mail]) -> None:
    box, mail = server
    subscribe(world)
    context = with_mail(world, mail)
    for _ in range(2):
        world.asked()
        world.clock.day += timedelta(days=1)
        notices.send(context)
    first, second = (content for _, content, _ in box.letters)
    assert first == second
    letter = message_from_bytes(first, policy=policy.default)
    assert letter.get_content().strip() == notices.TEXT.strip()
    assert set(letter.keys()) <= {
        "Subject", "From", "To", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
        "X-Peer", "X-MailFrom", "X-RcptTo",
    }  # fmt: skip


def test_an_unreachable_mail_server_loses_nothing_and_is_told_by_health(
    world: World, server: tuple[Box, Mail], free_port: int
) -> None:
    box, mail = server
    subscribe(world)
    world.asked()
    away = with_mail(world, replace(mail, port=1))
    assert notices.send(away) == notices.Sent(0, 1)
    health = wellbeing.look(world.context)
    assert (health["notices_fail_since"], health["well"]) == ("2026-11-02", False)
    world.clock.day += timedelta(days=1)
    assert notices.send(with_mail(world, mail)) == notices.Sent(1, 0)
    assert wellbeing.look(world.context)["notices_fail_since"] is None
    assert len(box.letters) == 1


def everybody(world: World) -> None:
    """Anna and Bram take part in a case that waits for them, and want notices."""
    for member in (world.anna, world.bram):
        address = {"address": f"{member.name.lower()}@zone.example"}
        assert world.signed_in(member).put("/staff/notice", address).status_code == 200
    world.asked()


@pytest.mark.parametrize("first", ["anna", "bram"])
@pytest.mark.parametrize("where", ["refused", "not_taken"])
@pytest.mark.parametrize("answer", ["550 nobody here", "451 later", "421 closing"])
def test_an_address_that_fails_costs_the_others_nothing_and_sends_nobody_two(
    world: World, server: tuple[Box, Mail], first: str, where: str, answer: str
) -> None:
    box, mail = server
    everybody(world)
    context = with_mail(world, mail)
    failing, other = f"{first}@zone.example", "bram" if first == "anna" else "anna"
    getattr(box, where)[failing] = answer
    assert notices.send(context) == notices.Sent(1, 1)
    assert wellbeing.look(world.context)["notices_fail_since"] == "2026-11-02"
    assert notices.send(context) == notices.Sent(0, 1)
    assert [to for to, _, _ in box.letters] == [f"{other}@zone.example"]
    getattr(box, where).clear()
    assert notices.send(context) == notices.Sent(1, 0)
    assert [to for to, _, _ in box.letters] == [f"{other}@zone.example", failing]
    assert wellbeing.look(world.context)["notices_fail_since"] is None
    world.clock.day += timedelta(days=1)
    assert notices.send(context) == notices.Sent(2, 0)


@pytest.mark.parametrize("first", ["anna", "bram"])
@pytest.mark.parametrize("address", ["'@[.", "=?utf-8?q?=0A@b.c", "(|)..@b.c=?x?q?a?=@b.c"])
def test_an_address_that_no_letter_can_be_made_for_costs_the_others_nothing(
    world: World,
    server: tuple[Box, Mail],
    monkeypatch: pytest.MonkeyPatch,
    first: str,
    address: str,
) -> None:
    """As they were taken before, and may still be kept."""
    box, mail = server
    everybody(world)
    made, other = notices.letter, "bram" if first == "anna" else "anna"

    def letter(sender: str, to: str) -> EmailMessage:
        return made(sender, address if to.startswith(first) else to)

    monkeypatch.setattr(notices, "letter", letter)
    for expected in (notices.Sent(1, 1), notices.Sent(0, 1)):
        assert notices.send(with_mail(world, mail)) == expected
        assert wellbeing.look(world.context)["notices_fail_since"] == "2026-11-02"
    assert [to for to, _, _ in box.letters] == [f"{other}@zone.example"]


def test_whatever_the_making_of_a_letter_raises_costs_the_others_nothing(
    world: World, server: tuple[Box, Mail], monkeypatch: pytest.MonkeyPatch
) -> None:
    box, mail = server
    everybody(world)
    made = notices.letter

    def letter(sender: str, to: str) -> EmailMessage:
        if to.startswith("anna"):
            raise HeaderParseError(to)
        return made(sender, to)

    monkeypatch.setattr(notices, "letter", letter)
    assert notices.send(with_mail(world, mail)) == notices.Sent(1, 1)
    assert [to for to, _, _ in box.letters] == ["bram@zone.example"]


def test_a_run_that_is_killed_sends_nobody_two(
    world: World, server: tuple[Box, Mail], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed just after the server took a letter, and before anything else could be written down."""
    box, mail = server
    everybody(world)
    context = with_mail(world, mail)
    really = smtplib.SMTP.send_message

    def killed(self: smtplib.SMTP, message: EmailMessage) -> None:
        really(self, message)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(smtplib.SMTP, "send_message", killed)
        with pytest.raises(KeyboardInterrupt):
            notices.send(context)
    notices.send(context)
    assert sorted(to for to, _, _ in box.letters) == ["anna@zone.example", "bram@zone.example"]


def test_a_server_whose_certificate_is_not_known_gets_nothing(
    world: World, server: tuple[Box, Mail]
) -> None:
    box, mail = server
    subscribe(world)
    world.asked()
    assert notices.send(with_mail(world, replace(mail, ca_file=None))) == notices.Sent(0, 1)
    assert box.letters == []


@pytest.mark.parametrize(
    "address",
    [
        "", "x", "x@y", "a b@zone.example", "a@zone.example\nBcc: b@zone.example", "é@zone.example",
        "'@[.", "=?utf-8?q?=0A@b.c", "a@b.=?utf-8?q?c?=", "a@b..c", "a(b)@zone.example", "a@zone.example.",
    ],
)  # fmt: skip
def test_it_takes_no_address_that_is_none(world: World, address: str) -> None:
    anna = world.signed_in(world.anna)
    assert anna.put("/staff/notice", {"address": address}).json["problem"] == "malformed"


def test_addresses_lie_under_the_layer_at_rest(world: World) -> None:
    subscribe(world)
    root = world.context.settings.data
    assert b"anna@zone.example" not in b"".join(p.read_bytes() for p in root.rglob("*.sqlite*"))


def command(world: World, mail: Mail, *more: str) -> Result:
    """`adviespunt digest` of this instance, with the mail server that the operator named."""
    settings = world.context.settings.data / "portal.toml"
    if "[mail]" not in (written := settings.read_text()):
        settings.write_text(
            f'{written}\n[mail]\nhost = "{mail.host}"\nport = {mail.port}\nsender = "{mail.sender}"\n'
            + (f'ca_file = "{mail.ca_file}"\n' if mail.ca_file else "")
        )
    return CliRunner().invoke(group, ["digest", "--data", str(world.context.settings.data), *more])


@pytest.mark.parametrize("asked", [False, True])
def test_the_command_says_the_same_whether_it_mailed_somebody_or_nobody(
    world: World, server: tuple[Box, Mail], asked: bool
) -> None:
    box, mail = server
    subscribe(world)
    if asked:
        world.asked()
    done = command(world, mail)
    assert (done.exit_code, done.output) == (0, "Done.\n")
    assert len(box.letters) == asked


def test_the_command_fails_where_the_mail_server_can_not_be_reached(
    world: World, free_port: int
) -> None:
    subscribe(world)
    world.asked()
    failed = command(world, Mail("127.0.0.1", free_port, "adviespunt@zone.example"))
    assert (failed.exit_code, failed.output) == (1, "Some notices could not be sent.\n")


def test_the_operator_tries_the_mail_server_and_nobody_of_the_staff_loses_a_notice(
    world: World, server: tuple[Box, Mail]
) -> None:
    box, mail = server
    subscribe(world)
    world.asked()
    tried = command(world, mail, "--try", "me@host.example")
    assert (tried.exit_code, tried.output) == (0, "The mail server took it.\n")
    assert command(world, mail).output == "Done.\n"
    (me, to_me, encrypted), (_, to_anna, _) = box.letters
    assert (me, encrypted) == ("me@host.example", True)
    assert to_me.replace(b"me@host.example", b"anna@zone.example") == to_anna


@pytest.mark.parametrize(
    ("address", "said"),
    [("nobody", "nobody is no mail address"), ("gone@host.example", "550")],
)
def test_the_operator_reads_why_the_mail_server_took_nothing(
    world: World, server: tuple[Box, Mail], address: str, said: str
) -> None:
    box, mail = server
    box.refused["gone@host.example"] = "550 nobody here"
    failed = command(world, mail, "--try", address)
    assert isinstance(failed.exception, notices.NotSent)
    assert "Nothing was sent" in str(failed.exception)
    assert said in str(failed.exception)
    assert box.letters == []
    assert wellbeing.look(world.context)["notices_fail_since"] is None
