"""Directories, credentials and freshness (section 8)."""

from typing import Any

from crypto.directory import Named
from crypto.secret import directory as directory_keys
from crypto.secret.hpke import KemKey
from crypto.secret.identity import SigningKey
from tests.vectors import forging
from tests.vectors.areas.area import Area, draw, flipped, organisation
from tests.vectors.world import (
    DAY,
    Organisation,
)


def directories() -> Area:
    area = Area("directory")
    org = organisation("directory")
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
    forked = organisation("directory")
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
    _continued(area)
    return area


def _hostile_directories(area: Area, org: Organisation, base: dict[str, Any]) -> None:
    def refuse(name: str, signed: bytes) -> None:
        area.refused(name, "directory", **base, signed=signed, last_seen=None)

    newest, content = org.current, org.current.content
    member = org.people["Fatima"].member
    refuse("forged signature", flipped(newest.signed, len(newest.signed) - 1))
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
    org = organisation("successor")
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


def _continued(area: Area) -> None:
    """Rule 6: what the version seen last says, no later one takes back."""
    org = organisation("continued")
    base = {"portal": org.portal, "organisation": org.key.public}
    first = org.current
    frank, cas = org.people["Frank"].member, org.people["Cas"].member
    serial = len(org.credentials)
    revoked = directory_keys.revoke(org.key, org.portal, frank, DAY, serial)
    before, org.credentials = org.credentials, (*org.credentials, revoked)
    org.change("Frank", active=False)
    seen = org.publish("Fatima")
    given = {**base, "seen": seen.signed}
    area.opens("a dismissal", "continued", **base, seen=first.signed, signed=seen.signed)
    area.opens("nothing new since", "continued", **given, signed=seen.signed)

    def refuse(name: str, author: str = "Fatima") -> None:
        """Nothing but rule 6 refuses it."""
        signed = org.publish(author).signed
        org.directories.pop()
        mark = {"hash": seen.hash, "version": seen.version}
        area.opens(f"{name}, by itself", "directory", **base, signed=signed, last_seen=mark)
        area.refused(name, "continued", **given, signed=signed)

    dismissed, org.credentials = org.credentials, before
    refuse("a dismissal left out, by another")
    org.change("Frank", active=True)
    refuse("a dismissal left out, by who was dismissed", "Frank")
    refuse("a dismissal left out, by another who takes them back")
    org.change("Frank", active=False)
    org.credentials = dismissed
    for field, value in {"kem": frank.kem, "sign": frank.sign, "person": frank.person}.items():
        org.change("Cas", **{field: value})
        refuse(f"another {field} under the same id")
        org.change("Cas", **{field: getattr(cas, field)})
    gone = org.people.pop("Cas")
    refuse("somebody who is there no longer")
    org.people["Cas"] = gone
    org.appoint(frank)
    org.change("Frank", active=True)
    area.opens("appointed again", "continued", **given, signed=org.publish("Frank").signed)


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
        "freshness forged": flipped(by_coordinator, len(by_coordinator) - 1),
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
