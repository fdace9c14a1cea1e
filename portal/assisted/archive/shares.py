"""The archive's words, whole or split among people (SLIP-39, by the library of its authors)."""

from __future__ import annotations

from collections.abc import Sequence

import shamir_mnemonic
from shamir_mnemonic import MnemonicError

from crypto.errors import WordsRefused
from crypto.words import bytes_of
from portal.assisted.archive.opened import ArchiveUnreadable

SEED_BYTES = 32
FEWEST_NEEDED, MOST_SHARES = 2, 16


def seed_of(words: str) -> bytes:
    """The seed that 21 archive words spell; raises `ArchiveUnreadable`."""
    try:
        return bytes_of(words, SEED_BYTES)
    except WordsRefused as error:
        raise ArchiveUnreadable(str(error)) from error


def split(seed: bytes, needed: int, holders: int) -> Sequence[str]:
    """Shares of which any `needed` of the `holders` give the seed back and fewer tell nothing."""
    if not FEWEST_NEEDED <= needed <= holders <= MOST_SHARES:
        raise ArchiveUnreadable(f"2 or more of at most {MOST_SHARES} holders, needed ≤ holders")
    made: list[str] = shamir_mnemonic.generate_mnemonics(1, [(needed, holders)], seed)[0]
    return made


def join(shares: Sequence[str]) -> bytes:
    """The seed from enough shares; raises `ArchiveUnreadable` for a wrong or missing one."""
    try:
        seed: bytes = shamir_mnemonic.combine_mnemonics(shares)
    except MnemonicError as error:
        raise ArchiveUnreadable(f"these shares give no archive words: {error}") from error
    if len(seed) != SEED_BYTES:
        raise ArchiveUnreadable("these shares belong to something else")
    return seed


def needed_for(share: str) -> int:
    """How many shares are needed, as a first one says; raises `ArchiveUnreadable`."""
    try:
        needed: int = shamir_mnemonic.Share.from_mnemonic(share).member_threshold
    except MnemonicError as error:
        raise ArchiveUnreadable(f"this is not a share: {error}") from error
    return needed


def is_share(words: str) -> bool:
    """Shares are in SLIP-39's English words, the archive words in Dutch ones."""
    try:
        needed_for(words)
    except ArchiveUnreadable:
        return False
    return True
