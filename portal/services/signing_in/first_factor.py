"""The second factor that somebody joins with: codes from a telephone, or a passkey."""

from __future__ import annotations

from dataclasses import dataclass

from portal.services.context import Context
from portal.services.signing_in import passkeys, second_factor
from portal.services.signing_in.attestation import Checked, Registration, host_of

# What an offered passkey is for.
SETUP = "setup"
INVITED = "invited"

# The first code of a new secret, or a new passkey.
Proof = str | Registration


@dataclass(frozen=True, slots=True)
class Factor:
    """One that was proved: a TOTP secret, or a passkey of `host`."""

    secret: bytes = b""
    passkey: Checked | None = None
    host: str = ""


def require(
    context: Context, purpose: str, subject: bytes, member: bytes, secret: bytes, proof: Proof
) -> Factor:
    """The factor that `proof` proves: by the first code of `secret`, or as a new passkey.

    Raises `WrongCode` or `Unproven`.
    """
    if isinstance(proof, Registration):
        new = passkeys.check_new(context, purpose, subject, proof)
        return Factor(passkey=new, host=host_of(proof.origin))
    second_factor.spend(context, member, secret, proof)
    return Factor(secret=secret)
