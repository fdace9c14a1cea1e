"""Whether an envelope is whole and stands where its header says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from crypto import structure
from crypto.errors import ProtocolError
from crypto.structure import Header
from portal.services.errors import Malformed, Misplaced, OverLimit

SEED_PADDED_BYTES = 1_024
SEALED_REGISTER_ENTRY_BYTES = 1_120 + 1_024 + 16  # enc, padded entry, tag


@dataclass(frozen=True, slots=True)
class Place:
    """Where an envelope is sent to; None where anything goes."""

    portal: bytes
    case: bytes | None
    epoch: int | None
    writer: bytes
    kinds: Collection[str]
    id: bytes | None = None


def check(untrusted: bytes, place: Place, most: int) -> Header:
    """The header of an envelope that has a structure, a size class and this place.

    Raises `OverLimit`, `Malformed` or `Misplaced`.
    """
    if len(untrusted) > most:
        raise OverLimit("an envelope that is too large")
    try:
        header = structure.parse(untrusted).header
    except ProtocolError as error:
        raise Malformed("not an envelope") from error
    if not _stands_there(header, place):
        raise Misplaced("an envelope meant for another place")
    return header


def _stands_there(header: Header, place: Place) -> bool:
    return (
        header.portal == place.portal
        and header.case == place.case
        and header.writer == place.writer
        and header.kind in place.kinds
        and place.epoch in {None, header.epoch}
        and place.id in {None, header.id}
    )


def check_seed(untrusted: bytes, portal: bytes, owner: bytes, writer: bytes) -> None:
    """A wrapped seed: 32 bytes padded to the floor."""
    place = Place(portal, None, 0, writer, {"seed"}, owner)
    check(untrusted, place, most=2 * SEED_PADDED_BYTES)
    if structure.parse(untrusted).padded_size != SEED_PADDED_BYTES:
        raise Malformed("a seed of another size")


def check_state(untrusted: bytes, place: Place, most: int) -> None:
    check(untrusted, place, most)


def check_sealed_key(untrusted: bytes) -> bytes:
    if len(untrusted) != structure.SEALED_KEY_BYTES:
        raise Malformed("a sealed key of another size")
    return untrusted


def check_register_entry(untrusted: bytes) -> bytes:
    if len(untrusted) != SEALED_REGISTER_ENTRY_BYTES:
        raise Malformed("a register entry of another size")
    return untrusted
