"""What the Python half makes of a vector: one function a `what` of README.md."""

from collections.abc import Callable
from datetime import date
from typing import Any

from crypto import archive, directory, journal, signed, structure, words
from crypto.directory import Directories, Directory, Named
from crypto.encoding import b64, canonical, from_b64, parse_canonical, sha256
from crypto.padme import padded_size
from crypto.secret import checkpoint, envelope, keys, register, state
from crypto.secret import directory as directory_keys
from crypto.secret.case import CaseView, FetchedCase, LastSeen, SealedKey
from crypto.secret.enrolment import Code, Offer
from crypto.secret.hpke import KemKey
from crypto.secret.identity import Identity
from crypto.secret.kdf import credentials, derive, normal_name, recovery_credentials
from crypto.secret.pages import open_page
from crypto.structure import Header

Inputs = dict[str, Any]
Content = dict[str, Any]


def _bytes(inputs: Inputs, *names: str) -> list[bytes]:
    return [from_b64(inputs[name]) for name in names]


def _texts(**values: bytes) -> Content:
    return {name: b64(value) for name, value in values.items()}


def _header(value: Inputs) -> Header:
    portal, ident, writer = _bytes(value, "portal", "id", "writer")
    case = None if value["case"] is None else from_b64(value["case"])
    return Header(portal, case, value["epoch"], ident, writer, value["kind"])


def header_fields(header: Header) -> Content:
    case = None if header.case is None else b64(header.case)
    ids = _texts(portal=header.portal, id=header.id, writer=header.writer)
    return {**ids, "case": case, "epoch": header.epoch, "kind": header.kind}


def _directories(inputs: Inputs) -> Directories:
    *older, current = map(from_b64, inputs["directories"])
    portal, organisation = _bytes(inputs, "portal", "organisation")
    return Directories.of(directory.verify(current, portal, organisation), older)


def _derive(inputs: Inputs) -> Content:
    out = derive(from_b64(inputs["key"]), inputs["label"], inputs["length"])
    return _texts(out=out)


def _credentials(inputs: Inputs) -> Content:
    portal = from_b64(inputs["portal"])
    found = credentials(portal, inputs["role"], inputs["name"], inputs["password"])
    return {
        "name": normal_name(inputs["name"]),
        **_texts(locator=found.locator, login=found.login, wrapping=found.wrapping),
    }


def _recovery(inputs: Inputs) -> Content:
    found = recovery_credentials(from_b64(inputs["code"]))
    return _texts(locator=found.locator, login=found.login, wrapping=found.wrapping)


def _seed(inputs: Inputs) -> Content:
    identity = Identity.from_seed(from_b64(inputs["seed"]))
    public = identity.public
    return _texts(
        kem=public.kem, sign=public.sign, state=identity.state_key, draft=identity.draft_key
    )


def _words(inputs: Inputs) -> Content:
    return _texts(bytes=words.bytes_of(inputs["text"], inputs["length"]))


def _canonical(inputs: Inputs) -> Content:
    return _texts(body=canonical(parse_canonical(from_b64(inputs["body"]))))


def _structure(inputs: Inputs) -> Content:
    found = structure.parse(from_b64(inputs["envelope"]))
    return {"header": header_fields(found.header), "padded": found.padded_size}


def _envelope(inputs: Inputs) -> Content:
    sealed, key = _bytes(inputs, "envelope", "key")
    content = envelope.open_at(key, _header(inputs["header"]), sealed)
    return _texts(content=content, hash=sha256(sealed))


def _page(inputs: Inputs) -> Content:
    sealed, key, expected_hash = _bytes(inputs, "envelope", "key", "hash")
    page = open_page(key, _header(inputs["header"]), expected_hash, sealed)
    return {
        "height": page.height,
        "width": page.width,
        "media": page.media,
        **_texts(image=page.image),
    }


def _hpke(inputs: Inputs) -> Content:
    sealed, seed, info = _bytes(inputs, "sealed", "seed", "info")
    return _texts(plaintext=KemKey.from_seed(seed).open(info, sealed))


def _key(inputs: Inputs) -> Content:
    sealed, seed, commitment = _bytes(inputs, "sealed", "seed", "commitment")
    portal, case, recipient = _bytes(inputs, "portal", "case", "recipient")
    place = keys.KeyPlace(portal, case, inputs["epoch"], recipient, inputs["purpose"])
    return _texts(key=keys.open_from(KemKey.from_seed(seed), place, commitment, sealed))


def _commit(inputs: Inputs) -> Content:
    return _texts(commitment=keys.commit(from_b64(inputs["key"]), inputs["purpose"]))


def _signed(inputs: Inputs) -> Content:
    untrusted, public, context = _bytes(inputs, "signed", "public", "context")
    body = signed.verify(public, inputs["purpose"], context, untrusted)
    return _texts(body=body, hash=signed.hash_of(untrusted))


def _named(value: Inputs | None, number: str) -> Named | None:
    return None if value is None else Named(value[number], from_b64(value["hash"]))


def _directory(inputs: Inputs) -> Content:
    untrusted, portal, organisation = _bytes(inputs, "signed", "portal", "organisation")
    last_seen = _named(inputs["last_seen"], "version")
    found = directory.verify(untrusted, portal, organisation, last_seen)
    active = sorted(b64(member.id) for member in found.content.members if member.active)
    return {"version": found.version, "active": active, **_texts(hash=found.hash)}


def _continued(inputs: Inputs) -> Content:
    signed, seen, portal, organisation = _bytes(inputs, "signed", "seen", "portal", "organisation")
    before = directory.verify(seen, portal, organisation)
    found = directory.verify(signed, portal, organisation, before.named)
    directory.require_continued(before, found)
    return {"version": found.version, **_texts(hash=found.hash)}


def _freshness(inputs: Inputs) -> Content:
    portal, organisation, untrusted = _bytes(inputs, "portal", "organisation", "signed")
    verified: Directory = directory.verify(from_b64(inputs["directory"]), portal, organisation)
    today = date.fromisoformat(inputs["today"])
    return {"state": str(directory.freshness_of(verified, portal, untrusted, today))}


def _organisation(inputs: Inputs) -> Content:
    sealed, recovery, portal, organisation = _bytes(
        inputs, "sealed", "recovery", "portal", "organisation"
    )
    opener = KemKey.from_seed(recovery)
    key = directory_keys.open_organisation_seed(opener, portal, organisation, sealed)
    return _texts(seed=key._private.private_bytes_raw())


def _case(inputs: Inputs) -> Content:
    portal, case, me = _bytes(inputs, "portal", "case", "me")
    identity: Identity | KemKey = (
        Identity.from_seed(from_b64(inputs["seed"]))
        if inputs["seed"]
        else KemKey.from_seed(from_b64(inputs["kem_seed"]))
    )
    fetched = FetchedCase(
        [from_b64(untrusted) for untrusted in inputs["rosters"]],
        [SealedKey(k["epoch"], k["purpose"], from_b64(k["sealed"])) for k in inputs["keys"]],
        [from_b64(untrusted) for untrusted in inputs["messages"]],
        [from_b64(untrusted) for untrusted in inputs["notes"]],
    )
    directories = _directories(inputs)
    last_seen = _last_seen(inputs["last_seen"])
    view = CaseView.open(identity, me, portal, case, fetched, directories, last_seen)
    return case_content(view)


def _last_seen(value: Inputs | None) -> LastSeen | None:
    if value is None:
        return None
    roster = Named(value["roster"]["number"], from_b64(value["roster"]["hash"]))
    return LastSeen(roster, frozenset(map(from_b64, value["read"])))


def case_content(view: CaseView) -> Content:
    held = {"case": view.walked.case_keys, "notes": view.walked.notes_keys}
    threads = {"messages": view.messages, "notes": view.notes}
    return {
        "number": view.roster.number,
        "roster": b64(view.roster.hash),
        "epoch": view.epoch,
        "participants": [{"id": b64(p.id), "role": p.role} for p in view.roster.participants],
        "keys": {purpose: sorted(found) for purpose, found in held.items()},
        **{
            name: [
                {"id": b64(m.id), "kind": m.kind, "writer": b64(m.writer), "text": m.text}
                for m in messages
            ]
            for name, messages in threads.items()
        },
        "refused": sorted(b64(refusal.id or b"") for refusal in view.refused),
        "missing": sorted(map(b64, view.missing)),
    }


def _offer(inputs: Inputs) -> Content:
    code, portal, organisation, person, mac = _bytes(
        inputs, "code", "portal", "organisation", "person", "mac"
    )
    offer = Offer(organisation, person, inputs["role"], inputs["name"], inputs["function"])
    Code(code).check_offer(portal, offer, mac)
    return _texts(invite=Code(code).invite_id)


def _enrolment(inputs: Inputs) -> Content:
    code, portal, member, kem, sign, mac = _bytes(
        inputs, "code", "portal", "member", "kem", "sign", "mac"
    )
    Code(code).check_reply(portal, member, directory.PublicKeys(kem, sign), mac)
    return _texts(invite=Code(code).invite_id)


def _register_key(inputs: Inputs) -> Content:
    sealed, seed, portal, ident, member, kem = _bytes(
        inputs, "sealed", "seed", "portal", "id", "member", "kem"
    )
    opener = KemKey.from_seed(seed)
    return _texts(seed=register.open_key(opener, portal, ident, member, kem, sealed))


def _register(inputs: Inputs) -> Content:
    seed, portal, ident, case = _bytes(inputs, "seed", "portal", "id", "case")
    entries = [register.SealedEntry(*_bytes(e, "writer", "sealed")) for e in inputs["entries"]]
    writer, entry = register.entry_that_holds(
        KemKey.from_seed(seed), portal, ident, case, entries, _directories(inputs)
    )
    return _texts(writer=writer, body=entry.body())


def _checkpoint(inputs: Inputs) -> Content:
    untrusted, seed, portal, ident = _bytes(inputs, "envelope", "seed", "portal", "id")
    place = (portal, ident, inputs["number"])
    found = checkpoint.open_at(seed, place, untrusted, _directories(inputs))
    cases = sorted(b64(line.entry.case) for line in found.lines)
    bodies = [{"body": line.entry.body(), "mark": line.mark} for line in found.lines]
    return {"row": found.row, "cases": cases, "lines": [_texts(**one) for one in bodies]}


def _state(inputs: Inputs) -> Content:
    untrusted, seed, portal, owner, writer = _bytes(
        inputs, "envelope", "seed", "portal", "owner", "writer"
    )
    identity = Identity.from_seed(seed)
    header = Header(portal, None, inputs["number"], owner, writer, "state")
    body = envelope.open_at(identity.state_key, header, untrusted)
    found = state.State.parse(body, staff=inputs["shape"] == "staff")
    return _texts(body=found.body())


def _journal(inputs: Inputs) -> Content:
    return _texts(head=journal.verify(map(from_b64, inputs["lines"]))[-1].hash)


def _archive(inputs: Inputs) -> Content:
    found = archive.Archive.parse(from_b64(inputs["file"]))
    pages = [found.page(page) for case in found.cases for page in case.pages]
    return {
        "year": found.year,
        "cases": sorted(b64(case.id) for case in found.cases),
        "pages": len(pages),
    }


OPENERS: dict[str, Callable[[Inputs], Content]] = {
    "archive": _archive,
    "canonical": _canonical,
    "case": _case,
    "case-name": lambda inputs: {"text": words.case_name(from_b64(inputs["case"]))},
    "checkpoint": _checkpoint,
    "commit": _commit,
    "credentials": _credentials,
    "derive": _derive,
    "continued": _continued,
    "directory": _directory,
    "enrolment": _enrolment,
    "envelope": _envelope,
    "fingerprint": lambda inputs: {"text": words.fingerprint(from_b64(inputs["key"]))},
    "freshness": _freshness,
    "hpke": _hpke,
    "journal": _journal,
    "key": _key,
    "offer": _offer,
    "organisation": _organisation,
    "padded": lambda inputs: {"size": padded_size(inputs["length"], inputs["floor"])},
    "page": _page,
    "recovery": _recovery,
    "register": _register,
    "register-key": _register_key,
    "seed": _seed,
    "signed": _signed,
    "state": _state,
    "structure": _structure,
    "words": _words,
    "words-of": lambda inputs: {"text": words.words_of(from_b64(inputs["bytes"]))},
}
