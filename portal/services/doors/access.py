"""The access word: known inside the organisation, given before anything can be asked.

Whoever gives it gets the pass of the day: one value, the same for everybody who knew the word that
day. It therefore says that somebody knew the word, and nothing by which two people, or two visits
on one day, could be told apart or put together.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from datetime import date, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from portal.models import rows
from portal.models.access import AccessWord
from portal.services.context import Context
from portal.services.errors import WordNeeded, WrongWord
from portal.services.keeping.secrets import peppered
from portal.services.values import Actor

LONGEST_WORD = 200
# Letters and digits that are left when case, spaces, dashes and accents are not counted.
SHORTEST_WORD = 6
LONGEST_GRACE_DAYS = 90
_BETWEEN = re.compile(r"[\W_]+")
_CURRENT = select(AccessWord.word).where(AccessWord.until.is_(None))


class WordTooShort(ValueError):
    """Too few letters and digits to be worth asking for."""


def normal(untrusted_word: str) -> str:
    """The word as it is compared: no case, accents, spaces or signs, on whatever keyboard it was typed."""
    bare = unicodedata.normalize("NFKD", untrusted_word)
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return _BETWEEN.sub("", letters.casefold())


def choose(context: Context, word: str, *, grace_days: int = 0) -> None:
    """Make this the word; the one before still opens for so many days. Raises `WordTooShort`."""
    if len(normal(word)) < SHORTEST_WORD:
        raise WordTooShort(f"at least {SHORTEST_WORD} letters or digits")
    new, last = _kept(context, word), context.today() + timedelta(days=grace_days)
    with context.database.write() as db:
        for before in db.scalars(select(AccessWord)):
            before.until = min(before.until or last, last)
        db.merge(AccessWord(word=new, until=None))
        _forget_old(db, context.today(), grace_days)


def _forget_old(db: Session, today: date, grace_days: int) -> None:
    db.flush()
    # Without days of grace the word before is gone today, not tomorrow.
    over = AccessWord.until < today if grace_days else AccessWord.until <= today
    db.execute(delete(AccessWord).where(over))


def drop(context: Context) -> None:
    """Ask for no word any more."""
    with context.database.write() as db:
        db.execute(delete(AccessWord))


def until(context: Context) -> list[date | None]:
    """The last days of the words that open now; None is the one that holds."""
    with context.database.read() as db:
        return [row.until for row in _open(db, context.today())]


def is_asked(context: Context) -> bool:
    """Whether a word is asked for here."""
    with context.database.read() as db:
        return _current(db) is not None


def _open(db: Session, today: date) -> list[AccessWord]:
    wanted = select(AccessWord).where(or_(AccessWord.until.is_(None), AccessWord.until >= today))
    return list(db.scalars(wanted))


def _current(db: Session) -> bytes | None:
    return rows.value(db, _CURRENT)


def _kept(context: Context, word: str) -> bytes:
    return peppered(context.pepper, "access", "word", normal(word).encode())


def enter(context: Context, untrusted_word: str) -> bytes:
    """The pass of the day for who knows the word. Raises `WrongWord`.

    What is right opens whatever others do; the caller makes guessing dear (`gate`).
    """
    given = _kept(context, untrusted_word[:LONGEST_WORD])
    with context.database.read() as db:
        words = _open(db, context.today())
    # Every word is compared, so that the time says nothing about which of them it was.
    right = sum(hmac.compare_digest(row.word, given) for row in words)
    found = pass_of_the_day(context)
    if not right or found is None:
        raise WrongWord
    return found


def pass_of_the_day(context: Context) -> bytes | None:
    """What opens today, the same for everybody; None where no word is asked for."""
    return _pass(context, context.today())


def _pass(context: Context, day: date) -> bytes | None:
    with context.database.read() as db:
        word = _current(db)
    if word is None:
        return None
    # Bound to the word that holds, so that the passes of yesterday's word end with it, and not to
    # the word that was given: who still used the old one can't be told from the others.
    return peppered(context.pepper, "access", "pass", word + day.isoformat().encode())


def require(context: Context, actor: Actor | None, untrusted_pass: bytes | None) -> None:
    """Let in who is signed in, and who has the pass of today or yesterday. Raises `WordNeeded`."""
    if actor is not None or not is_asked(context):
        return
    given = untrusted_pass or b""
    for day in (context.today(), context.today() - timedelta(days=1)):
        if hmac.compare_digest(_pass(context, day) or bytes(32), given):
            return
    raise WordNeeded("the access word first")
