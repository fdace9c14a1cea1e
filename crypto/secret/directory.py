"""Signing what people know their staff by: credentials, directories, freshness (section 8)."""

from dataclasses import replace
from datetime import date

from crypto.directory import Content, Directory, Member, Named, PublicKeys
from crypto.encoding import canonical, lp
from crypto.errors import Unsealable
from crypto.secret import hpke
from crypto.secret.identity import SigningKey
from crypto.secret.kdf import KEY_BYTES
from crypto.shape import plain


def appoint(key: SigningKey, portal: bytes, member: Member, day: date, serial: int) -> bytes:
    """Appoint a facilitator under the organisation key in force; give the credential."""
    return _appointment("appoint", key, portal, member, day, serial)


def revoke(key: SigningKey, portal: bytes, member: Member, day: date, serial: int) -> bytes:
    return _appointment("revoke", key, portal, member, day, serial)


def succeed(
    key: SigningKey, portal: bytes, successor_public: bytes, day: date, serial: int
) -> bytes:
    """Hand the organisation's word to another key."""
    body = {"v": 1, "what": "successor", "key": successor_public, "day": day, "serial": serial}
    return key.sign("credential", portal, canonical(plain(body)))


def sign(author: SigningKey, portal: bytes, content: Content) -> Directory:
    """Sign a directory version; `content.author` is the id of the member who signs.

    The caller's duty: to have verified what it builds on. `next_content` keeps the chain.
    """
    return Directory.parse(author.sign("directory", portal, content.body()))


def next_content(before: Directory, author: bytes, day: date, **changes: object) -> Content:
    """Give the content of the version after `before`, with other members, credentials or keys."""
    history = (*before.content.history, before.hash)
    content = replace(before.content, author=author, day=day, history=history, **changes)  # type: ignore[arg-type] # names of Content's own fields
    members = tuple(sorted(content.members, key=lambda member: member.id))
    return replace(content, version=before.version + 1, members=members)


def vouch(author: SigningKey, portal: bytes, newest: Named, author_id: bytes, day: date) -> bytes:
    """Sign that this is the newest version on this day."""
    body = {"v": 1, "version": newest.number, "hash": newest.hash, "day": day, "author": author_id}
    return author.sign("freshness", portal, canonical(plain(body)))


def seal_organisation_seed(
    recovery_public: bytes, portal: bytes, organisation: bytes, seed: bytes
) -> bytes:
    """Seal the organisation key's 32-byte seed to the recovery key that is kept on paper."""
    return hpke.seal(recovery_public, _organisation_info(portal, organisation), seed)


def open_organisation_seed(
    recovery: hpke.KemKey, portal: bytes, organisation: bytes, untrusted_sealed: bytes
) -> SigningKey:
    """Give the organisation's signing key, or raise `Unsealable`."""
    info = _organisation_info(portal, organisation)
    seed = recovery.open(info, untrusted_sealed)
    if len(seed) != KEY_BYTES or SigningKey.from_seed(seed).public != organisation:
        raise Unsealable("the seed of another organisation key")
    return SigningKey.from_seed(seed)


def _organisation_info(portal: bytes, organisation: bytes) -> bytes:
    return b"adviespunt/v1/organisation" + lp(portal) + lp(organisation)


def _appointment(
    what: str, key: SigningKey, portal: bytes, member: Member, day: date, serial: int
) -> bytes:
    kem, sign_hash = PublicKeys(member.kem, member.sign).hashes
    body = {
        "v": 1,
        "what": what,
        "member": member.id,
        "kem": kem,
        "sign": sign_hash,
        "day": day,
        "serial": serial,
    }
    return key.sign("credential", portal, canonical(plain(body)))
