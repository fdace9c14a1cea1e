"""Write the Python vectors: `python -m tests.vectors.produce`."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from crypto import archive, structure, words
from crypto.archive import Archive, ArchivedCase, ArchivedKey
from crypto.directory import Named
from crypto.encoding import ASKER, b64, canonical, from_b64, lp, sha256, u64
from crypto.errors import ProtocolError
from crypto.journal import Line
from crypto.register import Entry
from crypto.roster import Participant
from crypto.secret import directory as directory_keys
from crypto.secret import envelope, hpke, keys, register, state
from crypto.secret.case import FetchedCase, LastSeen, SealedKey
from crypto.secret.enrolment import Code, Offer
from crypto.secret.hpke import KemKey
from crypto.secret.identity import Identity, SigningKey
from crypto.secret.kdf import derive
from crypto.secret.pages import PageImage, seal_page
from crypto.structure import Header
from tests.vectors import forging
from tests.vectors.opening import OPENERS, header_fields
from tests.vectors.world import (
    DAY,
    PNG,
    Deterministic,
    Organisation,
    Walk,
    photo,
)

HERE = Path(__file__).parent
OUTPUT = HERE / "python"

draw = Deterministic("vectors")


class Area:
    """The vectors of one file; every one is opened here as it is added."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.vectors: list[dict[str, Any]] = []

    def opens(self, name: str, what: str, /, **inputs: Any) -> dict[str, Any]:
        content = OPENERS[what](_plain(inputs))
        self._add(name, what, inputs, {"expect": "opens", "content": content})
        return content

    def refused(self, name: str, what: str, /, **inputs: Any) -> None:
        try:
            content = OPENERS[what](_plain(inputs))
        except ProtocolError:
            self._add(name, what, inputs, {"expect": "refused"})
        else:
            raise AssertionError(f"{self.name}: {name} opens: {str(content)[:300]}")

    def _add(self, name: str, what: str, inputs: Any, expected: dict[str, Any]) -> None:
        assert all(vector["name"] != name for vector in self.vectors), name
        vector = {"name": name, "what": what, "inputs": _plain(inputs), **expected}
        self.vectors.append(vector)

    def write(self) -> None:
        text = json.dumps(self.vectors, indent=1, ensure_ascii=False, sort_keys=True)
        (OUTPUT / f"{self.name}.json").write_text(text + "\n")


def _plain(value: Any) -> Any:
    match value:
        case bytes():
            return b64(value)
        case dict():
            return {name: _plain(item) for name, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            return value


def _flipped(data: bytes, at: int) -> bytes:
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


# --- keys, words, bytes ------------------------------------------------------------------------


def kdf() -> Area:
    area = Area("kdf")
    key, portal = draw(32), draw(16)
    area.opens("a label", "derive", key=key, label="kem", length=32)
    area.opens("another label", "derive", key=key, label="sign", length=32)
    area.opens("16 bytes", "derive", key=key, label="invite/id", length=16)
    ask = {"portal": portal, "role": "mailbox"}
    area.opens("plain", "credentials", **ask, name="roodborstje", password="correct horse")
    same = area.opens(
        "folded name", "credentials", **ask, name=" Rood \t Borstje\n", password="abc"
    )
    assert same["name"] == "rood borstje"
    area.opens("staff", "credentials", portal=portal, role="staff", name="x", password="x")
    area.opens("NFKC", "credentials", **ask, name="x", password="ﬁets Ⅸ e\u0301 ½")
    area.opens("spaces stay in a password", "credentials", **ask, name="x", password=" x ")
    area.opens("longest", "credentials", **ask, name="n" * 64, password="é" * 512)
    refused = {
        "no name": ("", "x"),
        "only white space": (" \t", "x"),
        "a long name": ("n" * 65, "x"),
        "a name beyond ASCII": ("zoë", "x"),
        "the Kelvin sign": ("\u212a", "x"),
        "a no-break space": ("a\u00a0b", "x"),
        "a control character": ("a\x7fb", "x"),
        "no password": ("x", ""),
        "a long password": ("x", "é" * 513),
    }
    for name, (who, password) in refused.items():
        area.refused(name, "credentials", **ask, name=who, password=password)
    area.opens("recovery code", "recovery", code=draw(16))
    area.opens("identity", "seed", seed=draw(32))
    area.opens("identity of zeros", "seed", seed=bytes(32))
    return area


def wordlists() -> Area:
    area = Area("words")
    code, seed = draw(16), draw(32)
    for name, data in {"16 bytes": code, "32 bytes": seed, "zeros": bytes(16)}.items():
        text = area.opens(f"written: {name}", "words-of", bytes=data)["text"]
        area.opens(f"read: {name}", "words", text=text, length=len(data))
    text = words.words_of(code)
    untidy = "  " + text.upper().replace(" ", "\n ") + "\t"
    area.opens("read: untidy", "words", text=untidy, length=16)
    parts = text.split()
    other = words.dutch().words[words.dutch().places[parts[4]] ^ 1]
    area.refused("a wrong word", "words", text=text.replace(parts[4], other), length=16)
    area.refused("two words swapped", "words", text=" ".join(parts[1::-1] + parts[2:]), length=16)
    area.refused("an unknown word", "words", text=text.replace(parts[0], "qqq"), length=16)
    area.refused("a word too few", "words", text=" ".join(parts[:-1]), length=16)
    area.refused("a word too many", "words", text=f"{text} {parts[0]}", length=16)
    area.refused("of another length", "words", text=text, length=32)
    area.opens("organisation", "fingerprint", key=draw(32))
    area.opens("case", "case-name", case=draw(16))
    return area


def encoding() -> Area:
    area = Area("encoding")
    good = {
        "empty": b"{}",
        "sorted": b'{"a":1,"b":[true,null,{"c":""}]}',
        "largest integer": b'{"n":9007199254740991}',
        "escapes": '{"t":"\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\u2028€😀"}'.encode(),
        "decomposed text stays": '{"t":"e\u0301"}'.encode(),
    }
    for name, body in good.items():
        area.opens(name, "canonical", body=body)
    bad = {
        "white space": b'{"a": 1}',
        "a line after": b"{}\n",
        "unsorted": b'{"b":1,"a":1}',
        "a key twice": b'{"a":1,"a":1}',
        "a fraction": b'{"a":1.0}',
        "an exponent": b'{"a":1e2}',
        "below zero": b'{"a":-1}',
        "minus zero": b'{"a":-0}',
        "too large": b'{"a":9007199254740992}',
        "a leading zero": b'{"a":01}',
        "a needless escape": b'{"a":"\\u0041"}',
        "an escaped slash": b'{"a":"\\/"}',
        "upper-case escape": b'{"a":"\\u001F"}',
        "a lone surrogate": b'{"a":"\\ud800"}',
        "not UTF-8": b'{"a":"\xff"}',
        "a byte order mark": b"\xef\xbb\xbf{}",
        "a key beyond ASCII": '{"é":1}'.encode(),
        "a list": b"[]",
        "a text": b'"a"',
        "not a number": b'{"a":NaN}',
        "nothing": b"",
        "two values": b"{}{}",
    }
    for name, body in bad.items():
        area.refused(name, "canonical", body=body)
    lengths = [0, 1, 1015, 1016, 1017, 1100, 2000, 4087, 5000, 65_528, 65_529, 1_000_000]
    for floor in (1_024, 65_536):
        for length in lengths:
            area.opens(f"{length} over {floor}", "padded", length=length, floor=floor)
    return area


# --- envelopes ---------------------------------------------------------------------------------


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
    moved = {
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
        "salt changed": _flipped(sealed, 1),
        "commitment changed": _flipped(sealed, header_end),
        "ciphertext changed": _flipped(sealed, header_end + 32),
        "tag changed": _flipped(sealed, len(sealed) - 1),
        "header longer than there is": sealed[:33] + b"\xff" + sealed[34:],
    }
    for name, changed in broken.items():
        area.refused(name, "envelope", envelope=changed, key=key, header=_h(place))
    other = draw(32)
    area.refused("another key", "envelope", envelope=sealed, key=other, header=_h(place))
    committed = _sealed_raw(key, place, envelope.pad(b"hallo", 1024), commitment_of=other)
    area.refused("wrong commitment", "envelope", envelope=committed, key=key, header=_h(place))
    for name, padded in _wrong_paddings().items():
        wrongly = _sealed_raw(key, place, padded)
        area.refused(name, "envelope", envelope=wrongly, key=key, header=_h(place))
    for name in ("truncated by a byte", "version 2", "without chunks"):
        area.refused(f"structure: {name}", "structure", envelope=broken[name])
    area.refused(
        "structure: a size no padding gives",
        "structure",
        envelope=_sealed_raw(key, place, envelope.pad(b"x" * 2000, 1024) + b"\0"),
    )
    area.refused(
        "structure: a page below its floor",
        "structure",
        envelope=_sealed_raw(key, _place(kind="page"), envelope.pad(b"x", 1024)),
    )


def _wrong_paddings() -> dict[str, bytes]:
    right = envelope.pad(b"hallo", 1024)
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
    chunks = envelope._seal_chunks(once, padded)
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
    area.refused("HPKE, changed", "hpke", sealed=_flipped(sealed, 3), seed=seed, info=b"info")
    area.refused("HPKE, cut", "hpke", sealed=sealed[:1_119], seed=seed, info=b"info")
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
    hostile = {
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
    hostile = {
        "another purpose": {"purpose": "roster"},
        "another context": {"context": b"other"},
        "another key": {"public": SigningKey.from_seed(draw(32)).public},
        "forged signature": {"signed": _flipped(signed, len(signed) - 1)},
        "another body": {"signed": _flipped(signed, 10)},
        "64 zero bytes": {"signed": lp(body) + bytes(64)},
        "cut": {"signed": signed[:-1]},
        "extended": {"signed": signed + b"\0"},
    }
    for name, change in hostile.items():
        area.refused(name, "signed", **{**inputs, **change})
    return area


# --- directory ---------------------------------------------------------------------------------


def _organisation(seed: str) -> Organisation:
    staff = [
        ("Fatima", "facilitator"),
        ("Frank", "facilitator"),
        ("Cas", "coach"),
        ("Oona", "coordinator"),
    ]
    return Organisation(Deterministic(seed), staff)


def directories() -> Area:
    area = Area("directory")
    org = _organisation("directory")
    base = {"portal": org.portal, "organisation": org.key.public}
    area.opens("the first", "directory", **base, signed=org.current.signed, last_seen=None)
    org.change("Cas", active=False)
    org.publish("Frank")
    newest, first = org.current, org.directories[0]
    seen = {"hash": first.hash, "version": 1}
    now = {"hash": newest.hash, "version": 2}
    area.opens("the second", "directory", **base, signed=newest.signed, last_seen=seen)
    area.opens("the same again", "directory", **base, signed=newest.signed, last_seen=now)
    area.refused("gone back", "directory", **base, signed=first.signed, last_seen=now)
    forked = _organisation("directory")
    forked.change("Oona", active=False)
    forked.publish("Fatima")
    fork = forked.current.signed
    area.refused("a fork of the same version", "directory", **base, signed=fork, last_seen=now)
    forked.publish("Fatima")
    fork = forked.current.signed
    area.refused("a fork that went on", "directory", **base, signed=fork, last_seen=now)
    other = {**base, "organisation": draw(32)}
    area.refused("another organisation", "directory", **other, signed=fork, last_seen=None)
    other = {**base, "portal": draw(16)}
    area.refused("another portal", "directory", **other, signed=fork, last_seen=None)
    _hostile_directories(area, org, base)
    _successors(area)
    _freshness(area, org, base)
    _organisation_seeds(area, org)
    return area


def _hostile_directories(area: Area, org: Organisation, base: dict[str, Any]) -> None:
    def refuse(name: str, signed: bytes) -> None:
        area.refused(name, "directory", **base, signed=signed, last_seen=None)

    newest, content = org.current, org.current.content
    member = org.people["Fatima"].member
    refuse("forged signature", _flipped(newest.signed, len(newest.signed) - 1))
    by_fatima = {"author": org.people["Fatima"].id}
    refuse("signed by a coach", forging.raw_directory(org, "Cas", **by_fatima))
    refuse("signed by another facilitator", forging.raw_directory(org, "Frank", **by_fatima))
    control = forging.raw_directory(org, "Frank")
    area.opens("signed anew", "directory", **base, signed=control, last_seen=None)
    by_coach = {"author": org.people["Cas"].id}
    refuse("a coach as author", forging.raw_directory(org, "Cas", **by_coach))
    by_nobody = {"author": draw(16)}
    refuse("nobody as author", forging.raw_directory(org, "Frank", **by_nobody))
    signing = org.people["Frank"].identity.signing
    raw = [{**_raw_member(m)} for m in content.members]
    swapped = [{**m, "sign": draw(32)} if m["id"] == member.id else m for m in raw]
    refuse("a facilitator's key swapped", forging.raw_directory(org, "Frank", members=swapped))
    promoted = [
        {**m, "role": "facilitator", "active": True} if m["name"] == "Cas" else m for m in raw
    ]
    refuse("not appointed", forging.raw_directory(org, "Frank", members=promoted))
    refuse("unsorted members", forging.raw_directory(org, "Frank", members=raw[::-1]))
    refuse("a member twice", forging.raw_directory(org, "Frank", members=[raw[0], *raw]))
    refuse("a short history", forging.raw_directory(org, "Frank", history=[]))
    refuse("version 2 of JSON", forging.raw_directory(org, "Frank", v=2))
    refuse("v of true", forging.raw_directory(org, "Frank", v=True))
    refuse("an unknown field", forging.raw_directory(org, "Frank", extra=1))
    refuse("no such day", forging.raw_directory(org, "Frank", day="2026-02-30"))
    spaced = content.body().replace(b'"v":1', b'"v": 1')
    refuse("not canonical", signing.sign("directory", org.portal, spaced))
    body = content.body()
    refuse("another purpose", signing.sign("freshness", org.portal, body))
    reordered = [content.credentials[1], content.credentials[0]]
    refuse("credentials out of order", forging.raw_directory(org, "Frank", credentials=reordered))
    outsider = SigningKey.from_seed(draw(32))
    forged = directory_keys.appoint(outsider, org.portal, member, DAY, 2)
    more = [*content.credentials, forged]
    refuse("a credential by another key", forging.raw_directory(org, "Frank", credentials=more))
    revoked = directory_keys.revoke(org.key, org.portal, member, DAY, 2)
    more = [*content.credentials, revoked]
    refuse("a facilitator revoked", forging.raw_directory(org, "Frank", credentials=more))


def _raw_member(member: Any) -> dict[str, Any]:
    return {name: getattr(member, name) for name in member.__dataclass_fields__}


def _successors(area: Area) -> None:
    org = _organisation("successor")
    heir = SigningKey.from_seed(draw(32))
    base = {"portal": org.portal, "organisation": org.key.public, "last_seen": None}
    handed = directory_keys.succeed(org.key, org.portal, heir.public, DAY, 2)
    member = org.people["Fatima"].member
    again = directory_keys.appoint(heir, org.portal, member, DAY, 3)
    stale = directory_keys.appoint(org.key, org.portal, member, DAY, 3)
    chain = (*org.credentials, handed)
    signed = forging.raw_directory(org, "Frank", credentials=[*chain, again])
    area.opens("a successor signs", "directory", **base, signed=signed)
    signed = forging.raw_directory(org, "Frank", credentials=[*chain, stale])
    area.refused("the key that handed over signs", "directory", **base, signed=signed)
    takeover = directory_keys.succeed(heir, org.portal, heir.public, DAY, 2)
    signed = forging.raw_directory(org, "Frank", credentials=[*org.credentials, takeover])
    area.refused("a successor of its own making", "directory", **base, signed=signed)
    revoked = directory_keys.revoke(org.key, org.portal, member, DAY, 2)
    again = directory_keys.appoint(org.key, org.portal, member, DAY, 3)
    chain = (*org.credentials, revoked, again)
    signed = forging.raw_directory(org, "Frank", credentials=chain)
    area.opens("revoked and appointed again", "directory", **base, signed=signed)


def _freshness(area: Area, org: Organisation, base: dict[str, Any]) -> None:
    def vouched(who: str, named: Named | None = None) -> bytes:
        somebody = org.people[who]
        signing = somebody.identity.signing
        return directory_keys.vouch(
            signing, org.portal, named or org.current.named, somebody.id, DAY
        )

    inputs = {**base, "directory": org.current.signed}
    by_coordinator = vouched("Oona")
    days = {
        "the same day": "2026-03-02",
        "45 days": "2026-04-16",
        "46 days": "2026-04-17",
        "2 days ahead": "2026-02-28",
        "3 days ahead": "2026-02-27",
    }
    for name, today in days.items():
        area.opens(f"fresh: {name}", "freshness", **inputs, signed=by_coordinator, today=today)
    today = "2026-03-02"
    by_facilitator = vouched("Fatima")
    area.opens("by a facilitator", "freshness", **inputs, signed=by_facilitator, today=today)
    old = vouched("Oona", org.directories[0].named)
    area.opens("about an older version", "freshness", **inputs, signed=old, today=today)
    for name, signed in {
        "by a coach who left": vouched("Cas"),
        "freshness forged": _flipped(by_coordinator, len(by_coordinator) - 1),
        "freshness cut": by_coordinator[:-1],
    }.items():
        area.refused(name, "freshness", **inputs, signed=signed, today=today)


def _organisation_seeds(area: Area, org: Organisation) -> None:
    recovery = KemKey.from_seed(org.recovery_seed)
    sealed = directory_keys.seal_organisation_seed(
        recovery.public, org.portal, org.key.public, org.organisation_seed
    )
    inputs = {
        "sealed": sealed,
        "recovery": org.recovery_seed,
        "portal": org.portal,
        "organisation": org.key.public,
    }
    area.opens("organisation seed", "organisation", **inputs)
    false_seed = directory_keys.seal_organisation_seed(
        recovery.public, org.portal, org.key.public, draw(32)
    )
    for name, change in {
        "another recovery key": {"recovery": draw(32)},
        "another organisation key": {"organisation": draw(32)},
        "a seed of another key": {"sealed": false_seed},
    }.items():
        area.refused(name, "organisation", **{**inputs, **change})


# --- cases -------------------------------------------------------------------------------------


def case_inputs(
    walk: Walk,
    who: str,
    fetched: FetchedCase | None = None,
    last_seen: LastSeen | None = None,
) -> dict[str, Any]:
    org, me = walk.organisation, walk.id_of(who)
    fetched = fetched or walk.stored.fetched(me)
    seeds = {"asker": walk.asker_seed, "archive": None}
    return {
        "portal": org.portal,
        "case": walk.case,
        "me": me,
        "seed": seeds[who] if who in seeds else org.people[who].seed,
        "kem_seed": org.archive_seed if who == "archive" else None,
        "organisation": org.key.public,
        "directories": [d.signed for d in org.directories],
        "rosters": fetched.rosters,
        "keys": [
            {"epoch": k.epoch, "purpose": k.purpose, "sealed": k.sealed} for k in fetched.keys
        ],
        "messages": fetched.messages,
        "notes": fetched.notes,
        "last_seen": last_seen
        and {
            "roster": {"hash": last_seen.roster.hash, "number": last_seen.roster.number},
            "read": sorted(last_seen.read),
        },
    }


def _walked(seed: str = "case") -> Walk:
    """A case that lives through three rosters: Cas joins, answers, and is removed."""
    walk = Walk(_organisation(seed))
    walk.route("Fatima", adding=["Cas"])
    walk.say("Cas", "feedback", "We kijken ernaar.")
    walk.say("Cas", "note", "Ik ken dit dossier.")
    walk.say("asker", "reply", "Dank je 😀")
    walk.route("Frank", removing=["Cas"])
    walk.say("Fatima", "triage", category="gifts", pen=b64(walk.id_of("Frank")), urgent=True)
    walk.say("Frank", "final", "Vraag het aan DIT.", referred=["dit"])
    return walk


def cases() -> Area:
    area = Area("case")
    new = Walk(_organisation("new"))
    for who in ("asker", "Fatima", "archive"):
        area.opens(f"new: {who}", "case", **case_inputs(new, who))
    walk = _walked()
    for who in ("asker", "Frank", "archive"):
        area.opens(f"walked: {who}", "case", **case_inputs(walk, who))
    _concurrent(area)
    _directories_move(area)
    _lying_about_rosters(area, walk)
    _lying_about_keys(area, walk)
    _lying_about_messages(area, walk)
    _dishonest_rosters(area)
    _dishonest_messages(area)
    return area


def _concurrent(area: Area) -> None:
    walk = Walk(_organisation("concurrent"))
    walk.route("Fatima", adding=["Cas"])
    ours = walk.open("Cas").compose("feedback", "A", entropy=walk.entropy)
    theirs = walk.open("asker").compose("reply", "B", entropy=walk.entropy)
    again = walk.open("asker").compose("reply", "B, tweede tabblad", entropy=walk.entropy)
    notes = [walk.open(who).compose("note", who, entropy=walk.entropy) for who in ("Cas", "Frank")]
    for composed in (ours, theirs, again, *notes):
        walk.stored.take(composed)
    walk.say("Fatima", "close", outcome="advice")
    area.opens("written at once", "case", **case_inputs(walk, "Frank"))
    fetched = walk.stored.fetched(walk.id_of("Frank"))
    reversed_ = replace(fetched, messages=fetched.messages[::-1], notes=fetched.notes[::-1])
    area.opens("given in reverse", "case", **case_inputs(walk, "Frank", reversed_))
    twice = replace(fetched, messages=list(fetched.messages) * 2)
    area.opens("given twice", "case", **case_inputs(walk, "Frank", twice))


def _directories_move(area: Area) -> None:
    walk = Walk(_organisation("moving"))
    org = walk.organisation
    walk.route("Fatima", adding=["Cas"])
    walk.say("Cas", "feedback", "Dag")
    org.change("Cas", active=False)
    org.enrol("Cas opnieuw", "coach", org.people["Cas"].member.person)
    org.publish("Frank")
    walk.route("Frank", adding=["Cas opnieuw"])
    area.opens("who left stays until removed", "case", **case_inputs(walk, "Cas opnieuw"))
    walk.route("Frank", removing=["Cas"])
    area.opens("who left is removed", "case", **case_inputs(walk, "Cas opnieuw"))
    inputs = case_inputs(walk, "Fatima")
    withheld = {**inputs, "directories": inputs["directories"][1:]}
    area.refused("a directory version not given", "case", **withheld)
    old = {**inputs, "directories": inputs["directories"][:1]}
    area.refused("rosters name a newer directory than is given", "case", **old)


def _lying_about_rosters(area: Area, walk: Walk) -> None:
    org = walk.organisation
    honest = walk.stored.fetched(walk.id_of("Fatima"))
    seen = walk.open("Fatima").now_seen()
    rosters = list(honest.rosters)
    lies = {
        "no rosters": [],
        "the first roster dropped": rosters[1:],
        "a roster dropped": [rosters[0], rosters[2]],
        "rosters swapped": [rosters[1], rosters[0], rosters[2]],
        "a roster twice": [*rosters, rosters[2]],
        "a roster changed": [*rosters[:2], _flipped(rosters[2], 200)],
        "a message as roster": [*rosters, honest.messages[0]],
        "no envelope": [b"", *rosters],
    }
    for name, given in lies.items():
        inputs = case_inputs(walk, "Fatima", replace(honest, rosters=given))
        area.refused(name, "case", **inputs)
    last = replace(honest, rosters=rosters[:2])
    area.opens("the last roster withheld", "case", **case_inputs(walk, "Fatima", last))
    area.refused("older than seen before", "case", **case_inputs(walk, "Fatima", last, seen))
    fork = replace(seen, roster=forging.wrong(seen.roster))
    area.refused("a fork of what was seen", "case", **case_inputs(walk, "Fatima", None, fork))
    area.opens("as seen before", "case", **case_inputs(walk, "Fatima", None, seen))
    elsewhere = {**case_inputs(walk, "Fatima"), "case": draw(16)}
    area.refused("shown as another case", "case", **elsewhere)
    other = Walk(org, "Een andere vraag")
    mixed = replace(honest, rosters=other.stored.rosters)
    area.refused("rosters of another case", "case", **case_inputs(walk, "Fatima", mixed))
    stranger = {**case_inputs(walk, "asker"), "seed": draw(32)}
    area.refused("another mailbox", "case", **stranger)
    outsider = {**case_inputs(walk, "Fatima"), "me": walk.id_of("Oona")}
    area.refused("somebody who is no participant", "case", **outsider)


def _lying_about_keys(area: Area, walk: Walk) -> None:
    honest = walk.stored.fetched(walk.id_of("Fatima"))
    for lost in list(honest.keys):
        kept = [key for key in honest.keys if key != lost]
        name = f"the {lost.purpose} key of epoch {lost.epoch} withheld"
        inputs = case_inputs(walk, "Fatima", replace(honest, keys=kept))
        (area.refused if lost.purpose == "case" else area.opens)(name, "case", **inputs)
        forged = forging.sealed_for(walk, "Fatima", draw(32), lost.epoch, lost.purpose)
        own = [*kept, SealedKey(forged.epoch, forged.purpose, forged.sealed)]
        name = f"a {lost.purpose} key of epoch {lost.epoch} sealed by the server"
        inputs = case_inputs(walk, "Fatima", replace(honest, keys=own))
        (area.refused if lost.purpose == "case" else area.opens)(name, "case", **inputs)
    theirs = walk.stored.fetched(walk.id_of("Frank")).keys
    inputs = case_inputs(walk, "Fatima", replace(honest, keys=theirs))
    area.refused("another recipient's keys", "case", **inputs)
    swapped = [SealedKey(1 - k.epoch, k.purpose, k.sealed) for k in honest.keys]
    inputs = case_inputs(walk, "Fatima", replace(honest, keys=swapped))
    area.refused("keys of the wrong epoch", "case", **inputs)
    case = Walk(walk.organisation, "Een verzonnen zaak")
    inputs = case_inputs(walk, "asker", case.stored.fetched(ASKER))
    area.refused("a whole case by the server", "case", **inputs)


def _lying_about_messages(area: Area, walk: Walk) -> None:
    seen = walk.open("Fatima").now_seen()
    honest = walk.stored.fetched(walk.id_of("Fatima"))
    messages, notes = list(honest.messages), list(honest.notes)
    foreign = Walk(walk.organisation, "Een andere vraag")
    lies: dict[str, dict[str, Any]] = {
        "a message in the middle dropped": {"messages": [messages[0], *messages[2:]]},
        "the last message dropped": {"messages": messages[:-1]},
        "the last message dropped, read before": {"messages": messages[:-1], "seen": seen},
        "notes dropped, read before": {"notes": [], "seen": seen},
        "the first note dropped": {"notes": notes[1:]},
        "messages and notes exchanged": {
            "messages": [messages[0], *notes],
            "notes": messages[1:],
        },
        "a message changed": {"messages": [*messages[:-1], _flipped(messages[-1], -1)]},
        "a message cut": {"messages": [*messages[:-1], messages[-1][:-1]]},
        "a message of another case": {"messages": [*messages, foreign.stored.messages[0]]},
        "a page among the messages": {"messages": [*messages, _any_page(walk)]},
        "a roster among the messages": {"messages": [*messages, honest.rosters[0]]},
        "no bytes among the messages": {"messages": [*messages, b""]},
    }
    for name, lie in lies.items():
        last_seen = lie.pop("seen", None)
        told = replace(honest, **lie)
        area.opens(name, "case", **case_inputs(walk, "Fatima", told, last_seen))
    none = replace(honest, messages=messages[1:])
    area.refused("the question dropped", "case", **case_inputs(walk, "Fatima", none))
    none = replace(honest, messages=[])
    area.refused("all messages dropped", "case", **case_inputs(walk, "Fatima", none))
    own = walk.stored.fetched(ASKER)
    given = replace(own, notes=notes)
    area.opens("notes given to the asker", "case", **case_inputs(walk, "asker", given))
    rosters = replace(honest, rosters=honest.rosters[:2])
    area.opens("messages of a withheld roster", "case", **case_inputs(walk, "Fatima", rosters))


def _any_page(walk: Walk) -> bytes:
    return Walk(walk.organisation, attachments=[photo()]).genesis.question.pages[0].envelope


def _dishonest_rosters(area: Area) -> None:
    """Rosters that somebody with keys signs against the rules."""
    makers = {
        "a roster out of turn": lambda w: forging.add_roster(w, "Fatima", number=3),
        "a roster on another": lambda w: forging.add_roster(w, "Fatima", previous=draw(32)),
        "a roster by a coach": lambda w: forging.add_roster(w, "Cas"),
        "a roster by the asker": lambda w: forging.add_roster(w, "asker"),
        "a roster by no participant": lambda w: forging.add_roster(
            w,
            "Fatima",
            author=w.id_of("Oona"),
            signing=w.organisation.people["Oona"].identity.signing,
        ),
        "a roster with a forged signature": lambda w: forging.add_roster(
            w, "Fatima", signing=SigningKey.from_seed(draw(32))
        ),
        "a member's key swapped": lambda w: forging.add_roster(
            w, "Fatima", participants=_with(w, "Cas", kem=draw(32))
        ),
        "a member's signing key swapped": lambda w: forging.add_roster(
            w, "Fatima", participants=_with(w, "Cas", sign=draw(32))
        ),
        "the asker's key swapped": lambda w: forging.add_roster(
            w, "Fatima", participants=_with(w, "asker", kem=draw(32))
        ),
        "the archive's key swapped": lambda w: forging.add_roster(
            w, "Fatima", participants=_with(w, "archive", kem=draw(32))
        ),
        "a member in another role": lambda w: forging.add_roster(
            w, "Fatima", participants=_with(w, "Cas", role="helper")
        ),
        "a coordinator as coach": lambda w: forging.add_roster(
            w, "Fatima", participants=_plus(w, "Oona", "coach")
        ),
        "somebody unknown": lambda w: forging.add_roster(
            w, "Fatima", participants=_plus_unknown(w)
        ),
        "the asker's keys again": lambda w: forging.add_roster(w, "Fatima", asker=w.asker.public),
        "removed in the same epoch": lambda w: forging.add_roster(
            w, "Fatima", participants=_less(w, "Cas")
        ),
        "new case key in the same epoch": lambda w: forging.add_roster(w, "Fatima", case=draw(32)),
        "new notes key in the same epoch": lambda w: forging.add_roster(
            w, "Fatima", notes=draw(32)
        ),
        "notes key gone": lambda w: forging.add_roster(w, "Fatima", notes=None),
        "an epoch skipped": lambda w: forging.add_roster(
            w, "Fatima", epoch=2, notes=draw(32), case_key=draw(32)
        ),
        "a new epoch with the old notes key": lambda w: forging.add_roster(
            w, "Fatima", epoch=1, case_key=draw(32)
        ),
        "a new epoch with the old case key": lambda w: forging.add_roster(
            w, "Fatima", epoch=1, notes=draw(32)
        ),
        "without the asker": lambda w: forging.add_roster(
            w,
            "Fatima",
            epoch=1,
            notes=draw(32),
            case_key=draw(32),
            participants=_less(w, "asker"),
        ),
        "without the archive": lambda w: forging.add_roster(
            w,
            "Fatima",
            epoch=1,
            notes=draw(32),
            case_key=draw(32),
            participants=_less(w, "archive"),
        ),
        "nobody left to route": lambda w: forging.add_roster(
            w,
            "Fatima",
            epoch=1,
            notes=draw(32),
            case_key=draw(32),
            participants=_less(w, "Fatima", "Frank"),
        ),
        "an author who leaves": lambda w: forging.add_roster(
            w,
            "Fatima",
            epoch=1,
            notes=draw(32),
            case_key=draw(32),
            participants=_less(w, "Fatima"),
        ),
        "another directory hash": lambda w: forging.add_roster(
            w, "Fatima", directory=Named(1, draw(32))
        ),
        "unsorted participants": lambda w: forging.add_roster(
            w, "Fatima", participants=w.open("Fatima").roster.participants[::-1]
        ),
    }
    for name, make in makers.items():
        walk = Walk(_organisation("dishonest"))
        walk.route("Fatima", adding=["Cas"])
        make(walk)
        area.refused(name, "case", **case_inputs(walk, "Frank"))
    control = Walk(_organisation("dishonest"))
    control.route("Fatima", adding=["Cas"])
    forging.add_roster(control, "Fatima")
    area.opens("a roster that changes nothing", "case", **case_inputs(control, "Frank"))
    area.refused("somebody kept out is added", "case", **case_inputs(_kept_out_added(), "Frank"))
    enrolled = _kept_out_added(enrolled_anew=True)
    area.refused(
        "somebody kept out is added after enrolling anew", "case", **case_inputs(enrolled, "Frank")
    )
    _genesis_lies(area)
    _directory_goes_back(area)


def _genesis_lies(area: Area) -> None:
    lies = {
        "a first roster with a coach": lambda w, r: {
            "participants": tuple(
                sorted((*r.participants, _participant(w, "Cas", "coach")), key=lambda p: p.id)
            )
        },
        "a first roster with a notes key": lambda w, r: {"notes": draw(32)},
        "a first roster without staff": lambda w, r: {
            "participants": tuple(p for p in r.participants if p.role in ("asker", "archive"))
        },
        "a first roster with a false archive": lambda w, r: {
            "participants": _with(w, "archive", kem=draw(32))
        },
        "a first roster with another asker": lambda w, r: {
            "participants": _with(w, "asker", sign=draw(32))
        },
        "a first roster without the asker's keys": lambda w, r: {"asker": None},
        "a first roster with a roster before": lambda w, r: {"previous": draw(32)},
        "a first roster by a facilitator": lambda w, r: {"author": w.id_of("Frank")},
    }
    for name, lie in lies.items():
        walk = Walk(_organisation("genesis"))
        view = walk.open("asker")
        roster = replace(view.roster, **lie(walk, view.roster))
        sealed = forging.seal_roster(view, roster, walk.asker.signing, view.walked.case_keys[0])
        walk.stored.rosters = [sealed]
        area.refused(name, "case", **case_inputs(walk, "Frank"))


def _directory_goes_back(area: Area) -> None:
    walk = Walk(_organisation("back"))
    org = walk.organisation
    org.publish("Fatima")
    walk.route("Fatima")
    forging.add_roster(walk, "Fatima", directory=org.directories[0].named)
    area.refused("a roster of an older directory", "case", **case_inputs(walk, "Frank"))
    walk = Walk(_organisation("left"))
    org = walk.organisation
    walk.route("Frank")
    org.change("Fatima", active=False)
    org.publish("Frank")
    forging.add_roster(walk, "Fatima", directory=org.current.named)
    area.refused("a roster by somebody who left", "case", **case_inputs(walk, "Frank"))


def _kept_out_added(*, enrolled_anew: bool = False) -> Walk:
    org = _organisation("kept out")
    walk = Walk(org, excluded=[b64(org.people["Cas"].member.person)])
    name = "Cas"
    if enrolled_anew:
        org.enrol("Cas opnieuw", "coach", org.people["Cas"].member.person)
        org.change("Cas", active=False)
        org.publish("Fatima")
        name = "Cas opnieuw"
    forging.add_roster(
        walk,
        "Fatima",
        participants=_plus(walk, name, "coach"),
        directory=org.current.named,
    )
    return walk


def _participant(walk: Walk, who: str, role: str) -> Participant:
    member = walk.organisation.people[who].member
    kem, sign = member.keys.hashes
    return Participant(member.id, kem, role, sign)


def _with(walk: Walk, who: str, **changes: Any) -> tuple[Participant, ...]:
    ident = walk.id_of(who)
    return tuple(
        replace(p, **changes) if p.id == ident else p
        for p in walk.open("Fatima").roster.participants
    )


def _less(walk: Walk, *whom: str) -> tuple[Participant, ...]:
    gone = {walk.id_of(who) for who in whom}
    return tuple(p for p in walk.open("Fatima").roster.participants if p.id not in gone)


def _plus(walk: Walk, who: str, role: str) -> tuple[Participant, ...]:
    everybody = (*walk.open("Fatima").roster.participants, _participant(walk, who, role))
    return tuple(sorted(everybody, key=lambda p: p.id))


def _plus_unknown(walk: Walk) -> tuple[Participant, ...]:
    stranger = Participant(draw(16), draw(32), "coach", draw(32))
    everybody = (*walk.open("Fatima").roster.participants, stranger)
    return tuple(sorted(everybody, key=lambda p: p.id))


def _dishonest_messages(area: Area) -> None:
    """Messages that somebody with the case key makes against the rules: each is refused alone."""
    walk = Walk(_organisation("words"))
    walk.route("Fatima", adding=["Cas"])
    first = walk.say("Cas", "feedback", "Eerst")
    coach, frank = walk.open("Cas"), walk.open("Frank")
    cas = walk.organisation.people["Cas"].identity.signing
    franks = walk.organisation.people["Frank"].identity.signing
    link = first.after.messages[-1].link
    seal = forging.seal_message
    forged = {
        "signed by somebody else": seal(coach, franks),
        "in another's name": seal(coach, cas, header={"writer": walk.id_of("Frank")}),
        "in the name of no participant": seal(coach, cas, header={"writer": walk.id_of("Oona")}),
        "in the asker's name": seal(coach, cas, header={"writer": ASKER}),
        "a kind that a coach may not write": seal(
            coach, cas, "close", fields={"outcome": "advice"}
        ),
        "a second question": seal(
            coach, cas, "question", fields={**_question_fields()}, header={"writer": ASKER}
        ),
        "an unknown field": seal(coach, cas, fields={"extra": 1}),
        "a missing field": seal(coach, cas, "final"),
        "a counter too high": seal(coach, cas, counter=2),
        "a counter again": seal(coach, cas, counter=0),
        "seen nothing": seal(coach, cas, seen=(), counter=0),
        "seen twice": seal(coach, cas, seen=(link, link)),
        "another roster": seal(coach, cas, roster=Named(1, draw(32))),
        "a roster to come": seal(coach, cas, roster=Named(2, draw(32))),
        "before joining": seal(coach, cas, roster=walk.open("Cas").walked.rosters[0].named),
        "a text too long": seal(coach, cas, text="x" * 100_001),
        "an id used before": seal(frank, franks, header={"id": first.id}),
    }
    for name, envelope_ in forged.items():
        told = walk.stored.fetched(walk.id_of("Frank"))
        told = replace(told, messages=[*told.messages, envelope_])
        content = area.opens(f"message: {name}", "case", **case_inputs(walk, "Frank", told))
        assert content["refused"], name
    good = seal(coach, cas)
    told = walk.stored.fetched(walk.id_of("Frank"))
    told = replace(told, messages=[*told.messages, good])
    content = area.opens("message: as it should be", "case", **case_inputs(walk, "Frank", told))
    assert not content["refused"]
    old = _wrong_epoch()
    content = area.opens("message: wrong epoch", "case", **case_inputs(*old))
    assert content["refused"]
    after = _after_removal()
    content = area.opens("message: by somebody removed, after it", "case", **case_inputs(*after))
    assert content["refused"]


def _after_removal() -> tuple[Walk, str, FetchedCase]:
    """A removed coach writes under the old key; the server tells what came after."""
    walk = Walk(_organisation("removed"))
    walk.route("Fatima", adding=["Cas"])
    old = walk.open("Cas")
    walk.route("Fatima", removing=["Cas"])
    later = walk.say("Frank", "reply", "Zonder Cas")
    link = later.after.messages[-1].link
    signing = walk.organisation.people["Cas"].identity.signing
    told = walk.stored.fetched(walk.id_of("Frank"))
    late = forging.seal_message(old, signing, seen=(link,))
    return walk, "Frank", replace(told, messages=[*told.messages, late])


def _question_fields() -> dict[str, Any]:
    return {"excluded": [], "kind": "advice", "name": None, "urgent": False}


def _wrong_epoch() -> tuple[Walk, str, FetchedCase]:
    """A message under the old key that names the new epoch's roster."""
    walk = Walk(_organisation("epochs"))
    walk.route("Fatima", adding=["Cas"])
    old = walk.open("Frank")
    walk.route("Fatima", removing=["Cas"])
    named = walk.open("Frank").roster.named
    signing = walk.organisation.people["Frank"].identity.signing
    told = walk.stored.fetched(walk.id_of("Frank"))
    wrong = forging.seal_message(old, signing, roster=named)
    return walk, "Frank", replace(told, messages=[*told.messages, wrong])


# --- enrolment, register, state, journal, archive --------------------------------------------


def enrolments() -> Area:
    area = Area("enrolment")
    code, portal = Code(draw(16)), draw(16)
    offer = Offer(draw(32), draw(16), "coach", "Zoë Peeters", "Inspecteur")
    offered = {
        "code": code.code,
        "portal": portal,
        "organisation": offer.organisation,
        "person": offer.person,
        "role": offer.role,
        "name": offer.name,
        "function": offer.function,
        "mac": code.offer_mac(portal, offer),
    }
    area.opens("offer", "offer", **offered)
    changes = {
        "another organisation key": {"organisation": draw(32)},
        "another person": {"person": draw(16)},
        "another role": {"role": "facilitator"},
        "another name": {"name": "Zoe Peeters"},
        "name and function run together": {"name": "Zoë PeetersI", "function": "nspecteur"},
        "another portal": {"portal": draw(16)},
        "another code": {"code": draw(16)},
        "a short mac": {"mac": offered["mac"][:31]},
    }
    for name, change in changes.items():
        area.refused(f"offer: {name}", "offer", **{**offered, **change})
    identity, other = Identity.from_seed(draw(32)), Identity.from_seed(draw(32))
    member = draw(16)
    reply = {
        "code": code.code,
        "portal": portal,
        "member": member,
        "kem": identity.public.kem,
        "sign": identity.public.sign,
        "mac": code.reply_mac(portal, member, identity.public),
    }
    area.opens("reply", "enrolment", **reply)
    changes = {
        "in the middle: the server's keys": {"kem": other.public.kem, "sign": other.public.sign},
        "in the middle: the server's mac": {
            "kem": other.public.kem,
            "sign": other.public.sign,
            "mac": Code(draw(16)).reply_mac(portal, member, other.public),
        },
        "another signing key": {"sign": other.public.sign},
        "another member": {"member": draw(16)},
        "another code": {"code": draw(16)},
        "the offer's mac": {"mac": offered["mac"]},
    }
    for name, change in changes.items():
        area.refused(f"reply: {name}", "enrolment", **{**reply, **change})
    return area


def registers() -> Area:
    area = Area("register")
    org = _organisation("register")
    kem, ident = KemKey.from_seed(org.register_seed), org.current.content.register.id
    fatima, cas = org.people["Fatima"], org.people["Cas"]
    _register_keys(area, org)
    case = draw(16)
    first = Entry(case, 0, "advice", False, None, "new", None, (), DAY, None, None, None, 1)
    later = replace(first, number=1, category="gifts", state="answering", feedback=DAY)
    last = replace(
        later, number=2, state="passed", outcome="passed", authorities=("dit", "coc"), closed=DAY
    )

    def seal(entry: Entry, who: Any = None, signing: SigningKey | None = None) -> Any:
        writer = who.id if who else ASKER
        key = signing or (who.identity.signing if who else None)
        sealed = register.seal_entry(kem.public, org.portal, ident, entry, writer, key)
        return {"sealed": sealed.sealed, "writer": sealed.writer}

    base = {
        "seed": org.register_seed,
        "portal": org.portal,
        "id": ident,
        "case": case,
        "organisation": org.key.public,
        "directories": [org.current.signed],
    }
    asked, answered, passed = seal(first), seal(later, fatima), seal(last, cas)
    held = area.opens("only the asker's", "register", **base, entries=[asked])
    assert from_b64(held["writer"]) == ASKER
    area.opens("the highest number", "register", **base, entries=[passed, asked, answered])
    same = seal(replace(last, outcome="advice"), fatima)
    area.opens("two with one number", "register", **base, entries=[asked, passed, same])
    area.opens("the other way round", "register", **base, entries=[same, passed])
    forged = seal(replace(last, number=9), fatima, SigningKey.from_seed(draw(32)))
    area.opens("a forged one does not count", "register", **base, entries=[asked, answered, forged])
    tall = seal(replace(first, number=7))
    area.opens("an asker with a number", "register", **base, entries=[asked, tall])
    by_coordinator = seal(replace(last, number=9), org.people["Oona"])
    area.opens("by a coordinator", "register", **base, entries=[asked, by_coordinator])
    signed_asker = seal(first, None, fatima.identity.signing)
    moved = {"sealed": answered["sealed"], "writer": cas.id}
    later_version = seal(replace(last, directory=2), fatima)
    refused = {
        "none": [],
        "an asker's that is signed": [signed_asker],
        "under another writer's name": [moved],
        "a member's number 0": [seal(first, fatima)],
        "changed": [{**asked, "sealed": _flipped(asked["sealed"], -1)}],
        "a directory that is not given": [later_version],
    }
    for name, entries in refused.items():
        area.refused(name, "register", **base, entries=entries)
    area.refused("of another case", "register", **{**base, "case": draw(16)}, entries=[asked])
    area.refused("of another key", "register", **{**base, "id": draw(16)}, entries=[asked])
    _checkpoints(area, org, base, [first, replace(last, case=draw(16))])
    return area


def _register_keys(area: Area, org: Organisation) -> None:
    content, fatima = org.current.content, org.people["Fatima"]
    kem_seed = derive(fatima.seed, "kem")
    ident = content.register.id
    sealed = register.seal_key_to(
        fatima.identity.public.kem, org.portal, ident, fatima.id, org.register_seed
    )
    inputs = {
        "sealed": sealed,
        "seed": kem_seed,
        "portal": org.portal,
        "id": ident,
        "member": fatima.id,
        "kem": content.register.kem,
    }
    area.opens("register key", "register-key", **inputs)
    by_server = register.seal_key_to(
        fatima.identity.public.kem, org.portal, ident, fatima.id, draw(32)
    )
    for name, change in {
        "register key of the server": {"sealed": by_server},
        "register key of another member": {"member": draw(16)},
        "register key of another id": {"id": draw(16)},
    }.items():
        area.refused(name, "register-key", **{**inputs, **change})


def _checkpoints(area: Area, org: Organisation, base: dict[str, Any], entries: list[Entry]) -> None:
    fatima, cas = org.people["Fatima"], org.people["Cas"]
    place = (org.portal, base["id"], 4)
    in_order = tuple(sorted(entries, key=lambda entry: entry.case))
    shared = {name: base[name] for name in ("seed", "portal", "id", "organisation", "directories")}

    def seal(who: Any, found: tuple[Entry, ...] = in_order, version: int = 1) -> bytes:
        checkpoint = register.Checkpoint(12, version, found)
        return register.seal_checkpoint(
            org.register_seed, place, who.id, who.identity.signing, checkpoint, draw
        )

    good = seal(fatima)
    area.opens("checkpoint", "checkpoint", **shared, number=4, envelope=good)
    area.opens("an empty checkpoint", "checkpoint", **shared, number=4, envelope=seal(fatima, ()))
    area.refused("checkpoint of another number", "checkpoint", **shared, number=5, envelope=good)
    for name, envelope_ in {
        "checkpoint by a coach": seal(cas),
        "checkpoint unsorted": seal(fatima, in_order[::-1]),
        "checkpoint changed": _flipped(good, -1),
        "checkpoint of a directory to come": seal(fatima, version=2),
    }.items():
        area.refused(name, "checkpoint", **shared, number=4, envelope=envelope_)


def states() -> Area:
    area = Area("state")
    seed, portal, owner = draw(32), draw(16), draw(16)
    identity = Identity.from_seed(seed)
    seen = LastSeen(Named(3, draw(32)), frozenset({draw(16), draw(16)}))
    mailbox = state.State(draw(32), Named(7, draw(32)), {draw(16): seen})
    invitation = state.Invitation(draw(16), "Zoë", draw(16), "coach")
    staff = replace(mailbox, invitations={draw(16): invitation})
    for name, kept in {"mailbox": mailbox, "staff": staff}.items():
        inputs = {
            "envelope": state.seal(identity, portal, owner, 5, kept, draw),
            "seed": seed,
            "portal": portal,
            "owner": owner,
            "writer": owner if name == "staff" else ASKER,
            "number": 5,
            "shape": name,
        }
        area.opens(name, "state", **inputs)
    empty = replace(staff, cases={}, invitations={})
    sealed = state.seal(identity, portal, owner, 5, empty, draw)
    area.opens("nothing yet", "state", **{**inputs, "envelope": sealed})
    body = replace(mailbox, cases={}).body().replace(b'"v":1', b'"v":1,"x":1')
    place = Header(portal, None, 5, owner, owner, "state")
    hostile = {
        "an older number": {"number": 4},
        "another owner": {"owner": draw(16), "writer": draw(16)},
        "another seed": {"seed": draw(32)},
        "as a mailbox's": {"writer": ASKER},
        "in the other shape": {"shape": "mailbox"},
        "an unknown field": {"envelope": envelope.seal(identity.state_key, place, body, draw)},
        "not canonical": {"envelope": envelope.seal(identity.state_key, place, b"{ }", draw)},
    }
    for name, change in hostile.items():
        area.refused(name, "state", **{**inputs, **change})
    return area


def journals() -> Area:
    area = Area("journal")
    lines: list[Line] = []
    for action in ("case-received", "roster", "message"):
        previous = lines[-1].hash if lines else None
        lines.append(Line(len(lines), previous, DAY, draw(16), action, draw(16)))
    lines.append(Line(3, lines[-1].hash, DAY, None, "archived", None))
    chain = [line.encode() for line in lines]
    area.opens("a chain", "journal", lines=chain)
    area.opens("one line", "journal", lines=chain[:1])
    for name, lies in {
        "a line dropped": [chain[0], *chain[2:]],
        "the first line dropped": chain[1:],
        "lines swapped": [chain[1], chain[0], *chain[2:]],
        "a line changed": [chain[0].replace(b"case-received", b"case-withdrawn"), *chain[1:]],
        "a line twice": [*chain, chain[-1]],
        "not canonical": [chain[0].replace(b'"v":1', b'"v": 1')],
    }.items():
        area.refused(name, "journal", lines=lies)
    return area


def archives() -> Area:
    area = Area("archive")
    org = _organisation("archive")
    walk = Walk(org, attachments=[photo(2)])
    walk.route("Fatima", adding=["Cas"])
    walk.say("Cas", "note", "Voor het archief")
    fetched = walk.stored.fetched(walk.id_of("archive"))
    case = ArchivedCase(
        walk.case,
        tuple(fetched.rosters),
        tuple(ArchivedKey(k.epoch, k.purpose, k.sealed) for k in fetched.keys),
        tuple(fetched.messages),
        tuple(fetched.notes),
    )
    ident = org.current.content.archive.id
    described = Archive(org.portal, 2026, ident, (org.current.signed,), (case,))
    pages = {walk.case: tuple(walk.stored.pages.items())}
    file = b"".join(archive.write(described, pages))
    area.opens("a year", "archive", file=file)
    area.opens(
        "an empty year", "archive", file=b"".join(archive.write(replace(described, cases=()), {}))
    )
    area.opens("an archived case", "case", **case_inputs(walk, "archive"))
    for name, broken in {
        "another version": file.replace(b"archive 1", b"archive 2", 1),
        "cut": file[:-1],
        "a page changed": _flipped(file, -1),
        "a manifest changed": file.replace(b'"year":2026', b'"year":02026', 1),
        "nothing": b"",
        "no manifest": file[:25],
    }.items():
        area.refused(name, "archive", file=broken)
    return area


AREAS = (
    kdf,
    wordlists,
    encoding,
    envelopes,
    sealed_keys,
    signatures,
    directories,
    cases,
    enrolments,
    registers,
    states,
    journals,
    archives,
)


def main() -> None:
    OUTPUT.mkdir(exist_ok=True)
    for area in AREAS:
        area().write()


if __name__ == "__main__":
    main()
