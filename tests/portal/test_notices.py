"""The day's notice, sent to a real SMTP server over STARTTLS."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from crypto.encoding import b64
from portal.config import Mail
from portal.services.context import Context
from portal.services.upkeep import notices, wellbeing
from tests.portal.conftest import World


class Box:
    """What arrived, and whether it came over TLS."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, bytes, bool]] = []

    async def handle_DATA(self, _server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
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
    ["", "x", "x@y", "a b@zone.example", "a@zone.example\nBcc: b@zone.example", "é@zone.example"],
)
def test_it_takes_no_address_that_is_none(world: World, address: str) -> None:
    anna = world.signed_in(world.anna)
    assert anna.put("/staff/notice", {"address": address}).json["problem"] == "malformed"


def test_addresses_lie_under_the_layer_at_rest(world: World) -> None:
    subscribe(world)
    root = world.context.settings.data
    assert b"anna@zone.example" not in b"".join(p.read_bytes() for p in root.rglob("*.sqlite*"))
