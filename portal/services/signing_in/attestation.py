"""What an authenticator says, checked by the `webauthn` library (WebAuthn level 3, sections 7.1, 7.2).

Whatever goes wrong in untrusted bytes is one error, `Unproven`. No attestation is asked for, and
none with certificates in it is looked at: who made somebody's authenticator is not our business.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import parse_attestation_object, parse_client_data_json
from webauthn.helpers.cose import COSEAlgorithmIdentifier
from webauthn.helpers.structs import (
    AttestationFormat,
    AuthenticationCredential,
    AuthenticatorAssertionResponse,
    AuthenticatorAttestationResponse,
    CredentialDeviceType,
    RegistrationCredential,
)

from crypto.encoding import b64
from portal.services.errors import ServiceError

# What every browser offers; RS256 is for older Windows machines.
ALGORITHMS = (
    COSEAlgorithmIdentifier.EDDSA,
    COSEAlgorithmIdentifier.ECDSA_SHA_256,
    COSEAlgorithmIdentifier.RSASSA_PKCS1_v1_5_SHA_256,
)


class Unproven(ServiceError):
    """A passkey, or its answer, that could not be checked."""

    status = 422
    problem = "wrong-passkey"


@dataclass(frozen=True, slots=True)
class Registration:
    """A new passkey as the browser gives it. `origin`: the address that this request came to."""

    credential: bytes
    client_data: bytes
    attestation: bytes
    origin: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """A passkey's answer to a challenge. `origin`: the address that this request came to."""

    credential: bytes
    client_data: bytes
    authenticator_data: bytes
    signature: bytes
    origin: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A new passkey that holds: its public key (COSE), counter, and whether it can be copied."""

    credential: bytes
    key: bytes
    count: int
    synced: bool


def host_of(origin: str) -> str:
    """The name that passkeys of this address belong to (the relying party's id)."""
    return urlsplit(origin).hostname or ""


@contextmanager
def _distrusting() -> Iterator[None]:
    try:
        yield
    except Unproven:
        raise
    except Exception as error:
        # The library raises its own errors, and others on bytes that its authors didn't think of.
        raise Unproven("not what an authenticator says") from error


def challenge_in(untrusted_client_data: bytes) -> bytes:
    """The challenge that was answered, not yet checked; raises `Unproven`."""
    with _distrusting():
        return parse_client_data_json(untrusted_client_data).challenge


def check_new(untrusted: Registration, challenge: bytes) -> Checked:
    """A new passkey, made here and now by a user who was verified; raises `Unproven`."""
    with _distrusting():
        _refuse_certificates(untrusted.attestation)
        found = webauthn.verify_registration_response(
            credential=RegistrationCredential(
                id=b64(untrusted.credential),
                raw_id=untrusted.credential,
                response=AuthenticatorAttestationResponse(
                    untrusted.client_data, untrusted.attestation
                ),
            ),
            expected_challenge=challenge,
            expected_rp_id=host_of(untrusted.origin),
            expected_origin=untrusted.origin,
            require_user_verification=True,
            supported_pub_key_algs=list(ALGORITHMS),
        )
        if found.credential_id != untrusted.credential:
            raise Unproven("another credential than it says")
        synced = found.credential_device_type is CredentialDeviceType.MULTI_DEVICE
        return Checked(found.credential_id, found.credential_public_key, found.sign_count, synced)


def _refuse_certificates(attestation: bytes) -> None:
    told = parse_attestation_object(attestation)
    # An authenticator may sign with the new key itself; browsers pass that on.
    if told.fmt not in {AttestationFormat.NONE, AttestationFormat.PACKED} or told.att_stmt.x5c:
        raise Unproven("an attestation that nobody asked for")


def check_answer(untrusted: Assertion, challenge: bytes, key: bytes, count: int) -> int:
    """The authenticator's new counter, when the answer holds under `key`; raises `Unproven`."""
    with _distrusting():
        found = webauthn.verify_authentication_response(
            credential=AuthenticationCredential(
                id=b64(untrusted.credential),
                raw_id=untrusted.credential,
                response=AuthenticatorAssertionResponse(
                    untrusted.client_data, untrusted.authenticator_data, untrusted.signature
                ),
            ),
            expected_challenge=challenge,
            expected_rp_id=host_of(untrusted.origin),
            expected_origin=untrusted.origin,
            credential_public_key=key,
            credential_current_sign_count=count,
            require_user_verification=True,
        )
        return found.new_sign_count
