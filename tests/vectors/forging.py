"""What a dishonest participant or server can make: well-formed, and against a rule."""

from dataclasses import replace
from typing import Any

from crypto import shape
from crypto.directory import Named
from crypto.encoding import b64, canonical, sha256
from crypto.roster import Roster
from crypto.secret import envelope, keys
from crypto.secret.case import CaseView, KeyFor
from crypto.secret.identity import Identity, SigningKey
from crypto.secret.walk import message_context
from crypto.structure import Header
from crypto.thread import KINDS, Body, heads_of, next_counter
from tests.vectors.world import Organisation, Walk


def next_roster(view: CaseView, **changes: Any) -> Roster:
    """Give the roster after the last one, with any field changed."""
    unchanged = replace(
        view.roster,
        number=view.roster.number + 1,
        previous=view.roster.hash,
        asker=None,
        author=view.place.me,
        notes=view.roster.notes or keys.commit(bytes(32), "notes"),
        hash=b"",
    )
    return replace(unchanged, **changes)


def seal_roster(
    view: CaseView, roster: Roster, signing: SigningKey, key: bytes, **header_changes: Any
) -> bytes:
    header = Header(
        view.place.portal, view.place.case, roster.epoch, bytes([7] * 16), roster.author, "roster"
    )
    header = replace(header, **header_changes)
    content = signing.sign("roster", header.encode(), roster.body())
    return envelope.seal(key, header, content)


def add_roster(
    walk: Walk,
    who: str,
    *,
    case_key: bytes | None = None,
    signing: SigningKey | None = None,
    **changes: Any,
) -> None:
    """Store a roster that `who` made without asking the rules, and hand its case key to all."""
    view = walk.open(who)
    author = walk.keys_of(who)
    assert isinstance(author, Identity)
    key = case_key or view.walked.case_keys[view.epoch]
    given = {"case": keys.commit(case_key, "case")} if case_key else {}
    roster = next_roster(view, **{**given, **changes})
    walk.stored.rosters.append(seal_roster(view, roster, signing or author.signing, key))
    if roster.epoch != view.epoch:
        hand_out_to_all(walk, key, roster.epoch)


def hand_out_to_all(walk: Walk, key: bytes, epoch: int) -> None:
    for who in ("asker", "archive", *walk.organisation.people):
        walk.stored.keys.append(sealed_for(walk, who, key, epoch))


def sealed_for(walk: Walk, who: str, key: bytes, epoch: int, purpose: str = "case") -> KeyFor:
    """Seal any key to anybody, as any server can."""
    owner = walk.keys_of(who)
    public = owner.kem.public if isinstance(owner, Identity) else owner.public
    place = keys.KeyPlace(walk.organisation.portal, walk.case, epoch, walk.id_of(who), purpose)
    return KeyFor(walk.id_of(who), epoch, purpose, keys.seal_to(public, place, key))


def seal_message(
    view: CaseView,
    signing: SigningKey,
    kind: str = "reply",
    text: str = "vals",
    fields: dict[str, Any] | None = None,
    header: dict[str, Any] | None = None,
    **changes: Any,
) -> bytes:
    """Give a message with anything in its header or body changed."""
    thread = KINDS[kind].thread
    key = view.walked.keys_of(thread)[view.epoch]
    before = view.messages if thread == "case" else view.notes
    body = Body(
        next_counter(before, view.place.me),
        view.roster.named,
        heads_of(before),
        (),
        text,
        fields or {},
    )
    place = Header(
        view.place.portal, view.place.case, view.epoch, bytes([9] * 16), view.place.me, kind
    )
    place = replace(place, **(header or {}))
    encoded = replace(body, **changes).encode()
    content = signing.sign("message", message_context(place, key, thread), encoded)
    return envelope.seal(key, place, content)


def raw_directory(organisation: Organisation, author: str, /, **changes: Any) -> bytes:
    """Sign a directory's body with fields changed as they travel."""
    value = {
        **shape.parse(organisation.current.content.body(), lambda body: body),
        "author": b64(organisation.people[author].id),
        **shape.plain(changes),
    }
    signing = organisation.people[author].identity.signing
    return signing.sign("directory", organisation.portal, canonical(value))


def wrong(named: Named) -> Named:
    return Named(named.number, sha256(named.hash))
