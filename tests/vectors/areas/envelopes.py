"""Envelopes, sealed keys and signatures (sections 4 to 6)."""

from dataclasses import replace
from typing import Any

from crypto import padme, structure
from crypto.encoding import canonical, lp, sha256, u64
from crypto.secret import envelope, hpke, keys
from crypto.secret.hpke import KemKey
from crypto.secret.identity import SigningKey
from crypto.secret.pages import PageImage, seal_page
from crypto.structure import Header
from tests.vectors.areas.area import Area, draw, flipped
from tests.vectors.opening import header_fields
from tests.vectors.world import (
    PNG,
)


def _place(**changes: Any) -> Header:
    place = Header(b"p" * 16, b"c" * 16, 3, b"i" * 16, b"w" * 16, "reply")
    return replace(place, **changes)


def envelopes() -> Area:
    area = Area("envelope")
    key, place = draw(32), _place()
    for size in (0, 1, 1015, 1016, 1017, 3000):
        sealed = envelope.seal(key, place, draw(size) if size else b"", draw)
        area.opens(f"{size} bytes", "envelope", envelope=sealed, key=key, header=_h(place))
    page = _place(kind="page")
    for size in (65_528, 65_529, 140_000):
        sealed = envelope.seal(key, page, bytes(size), draw)
        area.opens(f"{size} bytes of page", "envelope", envelope=sealed, key=key, header=_h(page))
    none = _place(case=None, epoch=2**32 - 1, kind="state")
    sealed = envelope.seal(key, none, b"{}", draw)
    area.opens("without a case", "envelope", envelope=sealed, key=key, header=_h(none))
    area.opens("structure without a case", "structure", envelope=sealed)
    _hostile_places(area, key, place)
    _hostile_bytes(area, key, place)
    _hostile_chunks(area, key, page)
    _pages(area)
    return area


def _h(header: Header) -> dict[str, Any]:
    return header_fields(header)


def _hostile_places(area: Area, key: bytes, place: Header) -> None:
    sealed = envelope.seal(key, place, b"hallo", draw)
    area.opens("where it belongs", "envelope", envelope=sealed, key=key, header=_h(place))
    area.opens("structure", "structure", envelope=sealed)
    moved: dict[str, dict[str, Any]] = {
        "another portal": {"portal": b"x" * 16},
        "another case": {"case": b"x" * 16},
        "no case": {"case": None},
        "another epoch": {"epoch": 4},
        "another id": {"id": b"x" * 16},
        "another writer": {"writer": b"x" * 16},
        "another kind": {"kind": "final"},
    }
    for name, change in moved.items():
        there = _place(**change)
        area.refused(f"moved to {name}", "envelope", envelope=sealed, key=key, header=_h(there))
        rewritten = sealed.replace(lp(place.encode()), lp(there.encode()))
        area.refused(
            f"header rewritten for {name}",
            "envelope",
            envelope=rewritten,
            key=key,
            header=_h(there),
        )


def _hostile_bytes(area: Area, key: bytes, place: Header) -> None:
    sealed = envelope.seal(key, place, b"hallo", draw)
    header_end = 1 + 32 + 4 + len(place.encode())
    broken = {
        "version 0": b"\x00" + sealed[1:],
        "version 2": b"\x02" + sealed[1:],
        "nothing": b"",
        "truncated by a byte": sealed[:-1],
        "without chunks": sealed[: header_end + 32],
        "extended by a byte": sealed + b"\0",
        "salt changed": flipped(sealed, 1),
        "commitment changed": flipped(sealed, header_end),
        "ciphertext changed": flipped(sealed, header_end + 32),
        "tag changed": flipped(sealed, len(sealed) - 1),
        "header longer than there is": sealed[:33] + b"\xff" + sealed[34:],
    }
    for name, changed in broken.items():
        area.refused(name, "envelope", envelope=changed, key=key, header=_h(place))
    other = draw(32)
    area.refused("another key", "envelope", envelope=sealed, key=other, header=_h(place))
    committed = _sealed_raw(key, place, padme.pad(b"hallo", 1024), commitment_of=other)
    area.refused("wrong commitment", "envelope", envelope=committed, key=key, header=_h(place))
    for name, padded in _wrong_paddings().items():
        wrongly = _sealed_raw(key, place, padded)
        area.refused(name, "envelope", envelope=wrongly, key=key, header=_h(place))
    for name in ("truncated by a byte", "version 2", "without chunks"):
        area.refused(f"structure: {name}", "structure", envelope=broken[name])
    area.refused(
        "structure: a size no padding gives",
        "structure",
        envelope=_sealed_raw(key, place, padme.pad(b"x" * 2000, 1024) + b"\0"),
    )
    area.refused(
        "structure: a page below its floor",
        "structure",
        envelope=_sealed_raw(key, _place(kind="page"), padme.pad(b"x", 1024)),
    )


def _wrong_paddings() -> dict[str, bytes]:
    right = padme.pad(b"hallo", 1024)
    return {
        "padding not of zeros": right[:-1] + b"\1",
        "length over what is there": u64(1017) + right[8:],
        "length of 64 bits": b"\xff" * 8 + right[8:],
        "a size larger than the formula's": right + bytes(1024),
        "a length smaller than what is there": u64(4) + right[8:],
    }


def _sealed_raw(
    key: bytes, place: Header, padded: bytes, commitment_of: bytes | None = None
) -> bytes:
    salt = draw(32)
    once, commitment = envelope._keys(key, salt, place.encode())
    if commitment_of:
        _, commitment = envelope._keys(commitment_of, salt, place.encode())
    chunks = b"".join(envelope._seal_chunks(once, padded))
    return b"\x01" + salt + lp(place.encode()) + commitment + chunks


def _hostile_chunks(area: Area, key: bytes, page: Header) -> None:
    sealed = envelope.seal(key, page, bytes(150_000), draw)
    start = len(sealed) - structure.parse(sealed).chunks.__len__()
    front, size = sealed[:start], 65_536 + 16
    first, second = sealed[start : start + size], sealed[start + size : start + 2 * size]
    rest = sealed[start + 2 * size :]
    chunks = {
        "chunks reordered": second + first + rest,
        "last chunk dropped": first + second,
        "first chunk twice": first + first + rest,
        "only the first chunk": first,
        "a chunk more": first + second + second + rest,
    }
    for name, changed in chunks.items():
        area.refused(name, "envelope", envelope=front + changed, key=key, header=_h(page))


def _pages(area: Area) -> None:
    key, place = draw(32), _place(kind="page")
    images = {
        "image/png": PNG + b"png",
        "image/jpeg": b"\xff\xd8\xff\xe0jpeg",
        "image/webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    }
    inputs: dict[str, Any] = {}
    for media, image in images.items():
        sealed = seal_page(key, place, PageImage(media, 640, 480, image), draw).envelope
        inputs = {"envelope": sealed, "key": key, "header": _h(place), "hash": sha256(sealed)}
        area.opens(f"a page of {media}", "page", **inputs)
    area.refused("a page swapped for another", "page", **{**inputs, "hash": draw(32)})
    hostile = {
        "a page that is no image": PageImage("image/png", 1, 1, b"<svg onload=x>"),
        "a page of another kind": PageImage("image/png", 1, 1, images["image/jpeg"]),
        "a page of an unknown kind": PageImage("image/gif", 1, 1, b"GIF89a"),
        "a page of too many pixels": PageImage("image/png", 8_001, 8_000, PNG),
        "a page without height": PageImage("image/png", 1, 0, PNG),
        "an empty image": PageImage("image/png", 1, 1, b""),
    }
    for name, page in hostile.items():
        sealed = envelope.seal(key, place, page.encode(), draw)
        area.refused(name, "page", envelope=sealed, key=key, header=_h(place), hash=sha256(sealed))


def sealed_keys() -> Area:
    area = Area("key")
    seed, key, portal, case = draw(32), draw(32), draw(16), draw(16)
    public = KemKey.from_seed(seed).public
    area.opens("case commitment", "commit", key=key, purpose="case")
    area.opens("notes commitment", "commit", key=key, purpose="notes")
    sealed = hpke.seal(public, b"info", b"plaintext")
    area.opens("HPKE", "hpke", sealed=sealed, seed=seed, info=b"info")
    area.opens("HPKE of nothing", "hpke", sealed=hpke.seal(public, b"", b""), seed=seed, info=b"")
    area.refused("HPKE, other info", "hpke", sealed=sealed, seed=seed, info=b"other")
    area.refused("HPKE, other key", "hpke", sealed=sealed, seed=draw(32), info=b"info")
    area.refused("HPKE, changed", "hpke", sealed=flipped(sealed, 3), seed=seed, info=b"info")
    area.refused("HPKE, cut", "hpke", sealed=sealed[:1_119], seed=seed, info=b"info")
    inputs: dict[str, Any] = {}
    place = keys.KeyPlace(portal, case, 2, bytes(16), "case")
    for purpose in ("case", "notes"):
        place = keys.KeyPlace(portal, case, 2, draw(16), purpose)
        inputs = {
            "sealed": keys.seal_to(public, place, key),
            "seed": seed,
            "portal": portal,
            "case": case,
            "epoch": 2,
            "recipient": place.recipient,
            "purpose": purpose,
            "commitment": keys.commit(key, purpose),
        }
        area.opens(f"a {purpose} key", "key", **inputs)
    hostile: dict[str, dict[str, Any]] = {
        "wrong commitment": {"commitment": keys.commit(draw(32), "notes")},
        "commitment of the other purpose": {"commitment": keys.commit(key, "case")},
        "wrong epoch": {"epoch": 1},
        "wrong recipient": {"recipient": draw(16)},
        "another's seed": {"seed": draw(32)},
        "another case": {"case": draw(16)},
        "another portal": {"portal": draw(16)},
        "another purpose": {"purpose": "case", "commitment": keys.commit(key, "case")},
        "a key by the server": {"sealed": keys.seal_to(public, place, draw(32))},
        "a key of 31 bytes": {
            "sealed": keys.seal_to(public, place, key[:31]),
            "commitment": keys.commit(key[:31], "notes"),
        },
        "cut": {"sealed": inputs["sealed"][:-1]},
    }
    for name, change in hostile.items():
        area.refused(name, "key", **{**inputs, **change})
    return area


def signatures() -> Area:
    area = Area("signed")
    signing = SigningKey.from_seed(draw(32))
    body, context = canonical({"v": 1, "text": "één"}), b"context"
    signed = signing.sign("message", context, body)
    inputs = {
        "signed": signed,
        "public": signing.public,
        "purpose": "message",
        "context": context,
    }
    area.opens("signed", "signed", **inputs)
    hostile: dict[str, dict[str, Any]] = {
        "another purpose": {"purpose": "roster"},
        "another context": {"context": b"other"},
        "another key": {"public": SigningKey.from_seed(draw(32)).public},
        "forged signature": {"signed": flipped(signed, len(signed) - 1)},
        "another body": {"signed": flipped(signed, 10)},
        "64 zero bytes": {"signed": lp(body) + bytes(64)},
        "cut": {"signed": signed[:-1]},
        "extended": {"signed": signed + b"\0"},
    }
    for name, change in hostile.items():
        area.refused(name, "signed", **{**inputs, **change})
    return area
