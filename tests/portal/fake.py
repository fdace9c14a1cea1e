"""A browser as the server sees it: bytes of the right shape, signatures that hold, nothing sealed.

The server can't open anything, so random bytes in an envelope's place are as good to it as sealed ones.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pyotp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from flask.testing import FlaskClient

from crypto.encoding import ARCHIVE, ASKER, b64, canonical, from_b64, lp, sha256
from crypto.padme import floor_of, padded_size
from crypto.signed import to_be_signed
from crypto.structure import Header

DAY = "2026-11-02"


def envelope(header: Header, content: int = 100) -> bytes:
    """Something shaped like an envelope around `content` bytes."""
    size = padded_size(content, floor_of(header.kind))
    full, rest = divmod(size, 65_536)
    chunks = os.urandom(full * 65_552 + (rest + 16 if rest else 0))
    return b"\x01" + os.urandom(32) + lp(header.encode()) + os.urandom(32) + chunks


def sealed_key() -> bytes:
    return os.urandom(1_168)


def register_entry() -> bytes:
    return os.urandom(2_160)


def public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def sign(key: Ed25519PrivateKey, purpose: str, context: bytes, value: dict[str, Any]) -> bytes:
    body = canonical(value)
    return lp(body) + key.sign(to_be_signed(purpose, context, body))


@dataclass
class Member:
    """Somebody of the staff, with real signing keys."""

    name: str
    role: str
    id: bytes = field(default_factory=lambda: os.urandom(16))
    person: bytes = field(default_factory=lambda: os.urandom(16))
    kem: bytes = field(default_factory=lambda: os.urandom(1_216))
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    locator: bytes = field(default_factory=lambda: os.urandom(32))
    login: bytes = field(default_factory=lambda: os.urandom(32))
    recovery: tuple[bytes, bytes] = field(default_factory=lambda: (os.urandom(32), os.urandom(32)))
    secret: str = ""
    active: bool = True

    def entry(self) -> dict[str, Any]:
        return {
            "id": b64(self.id), "person": b64(self.person), "name": self.name,
            "function": "", "role": self.role, "kem": b64(self.kem), "sign": b64(public(self.key)),
            "active": self.active,
        }  # fmt: skip

    def code(self, at: float) -> str:
        return pyotp.TOTP(self.secret).at(int(at))


class Office:
    """The organisation's key and its directory, as the facilitators' browsers keep them."""

    def __init__(self, portal: bytes) -> None:
        self.portal = portal
        self.key = Ed25519PrivateKey.generate()
        self.members: list[Member] = []
        self.credentials: list[bytes] = []
        self.history: list[bytes] = []
        self.archive = {"id": b64(os.urandom(16)), "kem": b64(os.urandom(1_216)), "year": 2026}
        self.register_id = os.urandom(16)
        self.register = {"id": b64(self.register_id), "kem": b64(os.urandom(1_216))}

    def appoint(self, member: Member, what: str = "appoint") -> None:
        credential = {
            "v": 1, "what": what, "member": b64(member.id), "kem": b64(sha256(member.kem)),
            "sign": b64(sha256(public(member.key))), "day": DAY, "serial": len(self.credentials),
        }  # fmt: skip
        self.credentials.append(sign(self.key, "credential", self.portal, credential))

    def next_directory(self, author: Member) -> bytes:
        """The next signed version; remembered in the history."""
        body = {
            "v": 1, "version": len(self.history) + 1, "history": [b64(h) for h in self.history],
            "author": b64(author.id), "day": DAY, "organisation": b64(public(self.key)),
            "credentials": [b64(c) for c in self.credentials],
            "members": [m.entry() for m in sorted(self.members, key=lambda m: m.id)],
            "archive": self.archive, "register": self.register,
        }  # fmt: skip
        signed = sign(author.key, "directory", self.portal, body)
        self.history.append(sha256(signed))
        return signed

    def freshness(self, author: Member, day: str) -> bytes:
        body = {
            "v": 1, "version": len(self.history), "hash": b64(self.history[-1]), "day": day,
            "author": b64(author.id),
        }  # fmt: skip
        return sign(author.key, "freshness", self.portal, body)

    @property
    def version(self) -> int:
        return len(self.history)


class Browser:
    """One browser with its own cookies."""

    def __init__(self, client: FlaskClient, portal: bytes) -> None:
        self.client = client
        self.portal = portal

    def call(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        sent = {"Sec-Fetch-Site": "same-origin", **headers}
        if isinstance(body, bytes):
            return self.client.open(
                f"/api/v1{path}", method=method, data=body, headers=sent,
                content_type="application/octet-stream",
            )  # fmt: skip
        if body is None:
            return self.client.open(f"/api/v1{path}", method=method, headers=sent)
        return self.client.open(f"/api/v1{path}", method=method, json=body, headers=sent)

    def get(self, path: str) -> Any:
        return self.call("GET", path)

    def put(self, path: str, body: object) -> Any:
        return self.call("PUT", path, body)

    def post(self, path: str, body: object) -> Any:
        return self.call("POST", path, body)

    def header(
        self,
        kind: str,
        writer: bytes,
        *,
        case: bytes | None = None,
        epoch: int = 0,
        ident: bytes | None = None,
    ) -> Header:
        return Header(self.portal, case, epoch, ident or os.urandom(16), writer, kind)

    # --- staff ------------------------------------------------------------------------------------

    def joining(self, member: Member, code: str) -> dict[str, Any]:
        seed = self.header("seed", member.id, ident=member.id)
        state = self.header("state", member.id, ident=member.id)
        return {
            "member": b64(member.id), "kem": b64(member.kem), "sign": b64(public(member.key)),
            "locator": b64(member.locator), "login": b64(member.login), "seed": b64(envelope(seed, 32)),
            "recovery": {
                "locator": b64(member.recovery[0]), "login": b64(member.recovery[1]),
                "seed": b64(envelope(seed, 32)),
            },
            "state": b64(envelope(state)), "totp_code": code,
        }  # fmt: skip

    def set_up(self, office: Office, member: Member, token: str, at: float) -> Any:
        factor = self.post("/setup/second-factor", {"token": token}).json
        member.secret = factor["secret"]
        office.members.append(member)
        office.appoint(member)
        body = self.joining(member, member.code(at)) | {
            "token": token,
            "organisation_key": b64(public(office.key)),
            "sealed_organisation": b64(sealed_key()),
            "register": {
                "id": office.register["id"],
                "seeds": [{"member": b64(member.id), "sealed": b64(sealed_key())}],
            },
            "directory": b64(office.next_directory(member)),
            "freshness": None,
        }
        return self.put("/setup", body)

    def sign_in(self, member: Member, at: float) -> Any:
        body = {"locator": b64(member.locator), "login": b64(member.login), "code": member.code(at)}
        return self.enter("/staff/session", body)

    def enter(self, path: str, body: object) -> Any:
        """Sign in as a browser does: with the work that is asked for when many try."""
        from tests.portal.working import patiently  # noqa: PLC0415 - which knows this browser

        return patiently(self, "POST", path, body)

    def invite(self, member: Member) -> bytes:
        ident = os.urandom(16)
        body = {
            "id": b64(ident), "person": b64(member.person), "role": member.role,
            "name": member.name, "function": "", "mac": b64(os.urandom(32)),
        }  # fmt: skip
        assert self.post("/invitations", body).status_code == 201
        return ident

    def enrol(self, member: Member, invitation: bytes, at: float) -> Any:
        factor = self.post(f"/invitations/{b64(invitation)}/second-factor", {}).json
        member.secret = factor["secret"]
        body = self.joining(member, member.code(at)) | {"mac": b64(os.urandom(32))}
        return self.put(f"/invitations/{b64(invitation)}/enrolment", body)

    def publish(self, office: Office, author: Member, seeds: object = None) -> Any:
        signed = office.next_directory(author)
        body = {"version": office.version, "directory": b64(signed), "register_seeds": seeds}
        return self.put("/directory", body)

    # --- cases ------------------------------------------------------------------------------------

    def mailbox(self, ident: bytes | None = None) -> dict[str, str]:
        ident = ident or os.urandom(16)
        return {
            "id": b64(ident), "locator": b64(os.urandom(32)), "login": b64(os.urandom(32)),
            "seed": b64(envelope(self.header("seed", ASKER, ident=ident), 32)),
            "state": b64(envelope(self.header("state", ASKER, ident=ident))),
        }  # fmt: skip

    def genesis(
        self,
        office: Office,
        members: Iterable[Member],
        case: bytes,
        mailbox: object,
        pages: Iterable[bytes] = (),
    ) -> dict[str, Any]:
        people = [(ASKER, "asker"), (ARCHIVE, "archive"), *((m.id, m.role) for m in members)]
        question = self.header("question", ASKER, case=case)
        return {
            "roster": b64(envelope(self.header("roster", ASKER, case=case), 2_000)),
            "participants": [{"id": b64(i), "role": role} for i, role in people],
            "keys": [
                {"recipient": b64(i), "epoch": 0, "purpose": "case", "sealed": b64(sealed_key())}
                for i, _ in people
            ],
            "message": {"id": b64(question.id), "envelope": b64(envelope(question, 900))},
            "pages": [b64(page) for page in pages],
            "register": {"key": b64(office.register_id), "sealed": b64(register_entry())},
            "archive": office.archive["id"],
            "mailbox": mailbox,
        }

    def stage(self, case: bytes, writer: bytes = ASKER, epoch: int = 0) -> bytes:
        page = self.header("page", writer, case=case, epoch=epoch)
        answer = self.put(f"/cases/{b64(case)}/pages/{b64(page.id)}", envelope(page, 70_000))
        assert answer.status_code == 201, answer.json
        return page.id

    def message(
        self, case: bytes, kind: str, writer: bytes, *, epoch: int = 0, pages: Iterable[bytes] = (),
        register: dict[str, str] | None = None,
    ) -> tuple[str, dict[str, Any]]:  # fmt: skip
        """Address and body of a message."""
        header = self.header(kind, writer, case=case, epoch=epoch)
        body = {
            "envelope": b64(envelope(header, 700)), "pages": [b64(p) for p in pages],
            "register": register,
        }  # fmt: skip
        return f"/cases/{b64(case)}/messages/{b64(header.id)}", body

    def send(self, case: bytes, kind: str, writer: bytes, **more: Any) -> Any:
        return self.put(*self.message(case, kind, writer, **more))

    def roster(
        self, case: bytes, author: Member, number: int, epoch: int, people: Iterable[tuple[bytes, str]],
        keys: Iterable[tuple[bytes, int, str]],
    ) -> dict[str, Any]:  # fmt: skip
        header = self.header("roster", author.id, case=case, epoch=epoch)
        return {
            "number": number, "envelope": b64(envelope(header, 3_000)), "epoch": epoch, "notes": True,
            "participants": [{"id": b64(i), "role": role} for i, role in people],
            "keys": [
                {"recipient": b64(i), "epoch": e, "purpose": p, "sealed": b64(sealed_key())}
                for i, e, p in keys
            ],
        }  # fmt: skip


def own(text: str) -> bytes:
    return from_b64(text)
