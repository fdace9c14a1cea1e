"""The server's own layer over sealed keys and wrapped seeds (protocol section 12).

Each case, mailbox and member has a random key in the keyring. Destroying it shuts, for good, what
database backups still hold.
"""

from __future__ import annotations

from collections.abc import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import bindparam, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from crypto.encoding import lp
from portal.models import rows
from portal.models.keyring import PEPPER, Key
from portal.services.context import Context
from portal.services.errors import Unknown

NONCE_BYTES = 12
KEY_BYTES = 32

_KEYS = select(Key.id, Key.key).where(Key.id.in_(bindparam("ids", expanding=True)))
_KEY = select(Key.key).where(Key.id == bindparam("id"))


def make_keys(context: Context, *ids: bytes) -> dict[bytes, bytes]:
    """A key for each id, on the disk before this returns. An id that has one keeps it."""
    try:
        return _make_keys(context, ids)
    except IntegrityError:
        # The same submission came twice at the same moment: the other one's keys are there now.
        return _make_keys(context, ids)


def _make_keys(context: Context, ids: tuple[bytes, ...]) -> dict[bytes, bytes]:
    def make(keyring: Session) -> dict[bytes, bytes]:
        found = _found(keyring, ids)
        wanted = [one for one in dict.fromkeys(ids) if one not in found]
        made = {one: context.randomness(KEY_BYTES) for one in wanted}
        rows.insert(keyring, *(Key(id=one, key=made[one], day=context.today()) for one in wanted))
        return found | made

    return context.keyring.together(make)


def key_of(context: Context, one: bytes) -> bytes:
    """The key of this case, mailbox or member; raises `Unknown` once it was destroyed."""
    found = find_key(context, one)
    if found is None:
        raise Unknown("the key was destroyed")
    return found


def find_key(context: Context, one: bytes) -> bytes | None:
    with context.keyring.read() as keyring:
        return rows.value(keyring, _KEY, id=one)


def keys_of(context: Context, ids: Iterable[bytes]) -> dict[bytes, bytes]:
    """The keys that are still there."""
    with context.keyring.read() as keyring:
        return _found(keyring, ids)


def _found(keyring: Session, ids: Iterable[bytes]) -> dict[bytes, bytes]:
    return {row.id: row.key for row in rows.every(keyring, _KEYS, ids=list(ids))}


def destroy_keys(context: Context, *ids: bytes) -> None:
    """Overwrite and remove these keys: nothing under them opens again.

    Raises `ValueError` for the pepper or the portal's own key, without which nothing at all opens.
    """
    if {PEPPER, context.portal} & set(ids):
        raise ValueError("a key that everything rests on")
    with context.keyring.write() as keyring:
        keyring.execute(delete(Key).where(Key.id.in_(ids)))
    context.keyring.overwrite_journal()


def cover(key: bytes, what: str, place: bytes, plain: bytes, nonce: bytes) -> bytes:
    """`nonce ‖ AES-256-GCM`, bound to what it is and where it lies. `nonce`: 12 random bytes."""
    return nonce + AESGCM(key).encrypt(nonce, plain, _bound(what, place))


def uncover(key: bytes, what: str, place: bytes, layered: bytes) -> bytes:
    """What was covered; raises `Unknown` when the key, the place or the bytes are others."""
    nonce, sealed = layered[:NONCE_BYTES], layered[NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, sealed, _bound(what, place))
    except InvalidTag as error:
        raise Unknown("the layer at rest doesn't open") from error


def _bound(what: str, place: bytes) -> bytes:
    return lp(b"adviespunt/v1/at-rest") + lp(what.encode()) + lp(place)
