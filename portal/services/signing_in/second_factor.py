"""Six digits from a telephone (TOTP, RFC 6238), each good for one time."""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass

import pyotp
from sqlalchemy.exc import IntegrityError

from portal.models.sessions import UsedCode
from portal.services import qr
from portal.services.context import Context
from portal.services.errors import WrongCode

SECRET_BYTES = 20
STEP_SECONDS = 30
WINDOW_STEPS = 1


@dataclass(frozen=True, slots=True)
class Setup:
    """What an authenticator needs: the secret in base 32, and the same as an address for a QR."""

    secret: str
    uri: str

    def as_facts(self) -> dict[str, str | list[str]]:
        """For JSON; `qr` as `qr.rows` gives it."""
        return {"secret": self.secret, "uri": self.uri, "qr": qr.rows(self.uri, "m")}


def new_secret(context: Context) -> bytes:
    return context.randomness(SECRET_BYTES)


def setup_of(context: Context, secret: bytes) -> Setup:
    text = base64.b32encode(secret).decode()
    issuer = context.settings.organisation.short_name
    return Setup(text, pyotp.TOTP(text).provisioning_uri(name="staff", issuer_name=issuer))


def matching_step(context: Context, secret: bytes, code: str) -> int | None:
    """The time step whose code this is, one step early or late allowed; None if there is none."""
    totp = pyotp.TOTP(base64.b32encode(secret).decode())
    now = int(context.seconds() // STEP_SECONDS)
    found = None
    for step in range(now - WINDOW_STEPS, now + WINDOW_STEPS + 1):
        # Every candidate is computed, so that the time doesn't tell which one it was.
        if hmac.compare_digest(totp.generate_otp(step).encode(), code.encode()):
            found = step
    return found


def spend(context: Context, member: bytes, secret: bytes, code: str) -> None:
    """Take a code by this secret, which then counts as used; raises `WrongCode`."""
    step = matching_step(context, secret, code)
    if step is None or not use_up(context, member, step):
        raise WrongCode("not the current six digits")


def use_up(context: Context, member: bytes, step: int) -> bool:
    """Whether this step is later than the last one that the member used; it then counts as used."""
    try:
        with context.sessions.write() as sessions:
            row = sessions.get(UsedCode, member, with_for_update=True)
            if row is not None and row.step >= step:
                return False
            sessions.merge(UsedCode(member=member, step=step))
    except IntegrityError:
        # The same code came twice at the same moment; the other one was first.
        return False
    return True
