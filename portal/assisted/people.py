"""The staff as the signed directory has them: whom a question can go to, and whom an asker can keep out."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from sqlalchemy import select

from crypto import directory
from crypto.directory import Directories, Directory, Member, Named
from crypto.encoding import b64
from crypto.errors import ProtocolError
from crypto.roles import COACH, FACILITATOR, HELPER
from portal.assisted.errors import StaffRefused
from portal.models.instance import Instance
from portal.services.context import Context
from portal.services.errors import NotReady, Unknown
from portal.services.keeping import directory as kept


def genuine(
    context: Context, organisation: bytes | None = None, last_seen: Named | None = None
) -> Directory:
    """The newest directory, verified as a browser would.

    `organisation` is the key that a mailbox remembers, else the one whose words stand on the start page.
    Raises `NotReady` before there is one, `StaffRefused` when it does not hold.
    """
    with context.database.read() as db:
        current = kept.current(db)
        own = db.scalar(select(Instance.organisation_key))
    if current is None or own is None:
        raise NotReady("nobody has set up this portal yet")
    try:
        found = _verified(current.signed, context.portal, organisation or own, last_seen)
        if last_seen and last_seen.number < found.version:
            before = older_versions(context, found, [last_seen.number]).version(last_seen.number)
            directory.require_continued(before, found)
    except ProtocolError as error:
        raise StaffRefused("the staff directory does not hold") from error
    return found


@lru_cache(maxsize=32)
def _verified(
    signed: bytes, portal: bytes, organisation: bytes, last_seen: Named | None
) -> Directory:
    return directory.verify(signed, portal, organisation, last_seen)


def older_versions(context: Context, newest: Directory, numbers: Collection[int]) -> Directories:
    """The newest directory with these older versions of it; raises `StaffRefused`."""
    wanted = sorted(set(numbers) - {newest.version})
    try:
        return Directories.of(newest, [kept.version(context, number) for number in wanted])
    except (ProtocolError, Unknown) as error:
        raise StaffRefused("an older staff directory does not hold") from error


def choices(context: Context) -> list[tuple[str, str]]:
    """Everybody who could come to see a question, by person, each once."""
    try:
        members = genuine(context).active(FACILITATOR, HELPER, COACH)
    except NotReady:
        return []
    named = {b64(member.person): shown(context, member) for member in members}
    return sorted(named.items(), key=lambda item: item[1])


def shown(context: Context, member: Member) -> str:
    """A member of staff as the organisation wants them shown."""
    if context.settings.organisation.staff_shown_by == "function" and member.function:
        return member.function
    return f"{member.name} ({member.function})" if member.function else member.name


def somebody_left(context: Context, excluded: Collection[str]) -> bool:
    """Whether a facilitator remains who is not kept out; a helper alone can't be left with it."""
    facilitators = genuine(context).active(FACILITATOR)
    return any(b64(member.person) not in excluded for member in facilitators)


def names(context: Context, excluded: Collection[str]) -> list[str]:
    """The people behind these keys, for reading back."""
    return [label for key, label in choices(context) if key in excluded]
