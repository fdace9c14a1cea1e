"""Making a new instance: its tables, its keyring and the one-time link of its first facilitator."""

from __future__ import annotations

from sqlalchemy import inspect, select

from crypto.encoding import b64
from portal.errors import PortalError
from portal.models import desks  # noqa: F401 - its table is to be made
from portal.models.instance import Instance
from portal.models.keyring import PEPPER, KeyringBase
from portal.models.sessions import SessionsBase, SignedIn
from portal.models.store import Store
from portal.services import at_rest, upgrading
from portal.services.context import Context
from portal.services.secrets import peppered

ID_BYTES = 16
SETUP_TOKEN_BYTES = 16


class AlreadyFounded(PortalError):
    """There is an instance here already."""


def make_tables(context: Context) -> None:
    """Make whatever tables are not there yet."""
    upgrading.upgrade(context.database)
    KeyringBase.metadata.create_all(context.keyring.engine)
    make_fleeting(context)


def make_fleeting(context: Context) -> None:
    """Make the sessions' tables, which a restart of the machine may have taken."""
    store = context.sessions
    _drop_old_visits(store)
    SessionsBase.metadata.create_all(store.engine)
    if store.file is None:
        # Not in PostgreSQL's write-ahead log, so in no backup made from it, and empty after a crash.
        tables = (table.name for table in SessionsBase.metadata.sorted_tables)
        store.outside(*(f"ALTER TABLE {name} SET UNLOGGED" for name in tables))


def _drop_old_visits(store: Store) -> None:
    """A table of visits from another release: whoever was signed in then signs in again."""
    table = SessionsBase.metadata.tables[SignedIn.__tablename__]
    found = inspect(store.engine)
    if not found.has_table(table.name):
        return
    if {one["name"] for one in found.get_columns(table.name)} != set(table.columns.keys()):
        table.drop(store.engine)


def found(context: Context) -> str:
    """Make the instance; gives the token of the one-time link, which is kept nowhere."""
    make_tables(context)
    with context.database.read() as db:
        if db.scalar(select(Instance.portal)) is not None:
            raise AlreadyFounded("there is an instance here already")
    portal, token = context.randomness(ID_BYTES), context.randomness(SETUP_TOKEN_BYTES)
    pepper = at_rest.make_keys(context, PEPPER, portal)[PEPPER]
    with context.database.write() as db:
        db.add(
            Instance(
                portal=portal, setup=peppered(pepper, "staff", "setup", token),
                founded=context.today(), day=context.today(), opens_with_one=False, checkpoint_number=0,
            )
        )  # fmt: skip
    return b64(token)


def new_link(context: Context) -> str:
    """Another one-time link while nobody has used the first; the first is then no good."""
    token = context.randomness(SETUP_TOKEN_BYTES)
    with context.database.write() as db:
        instance = db.scalars(select(Instance)).one()
        if instance.organisation_key is not None:
            raise AlreadyFounded("the first facilitator has set up this portal already")
        instance.setup = peppered(context.pepper, "staff", "setup", token)
    return b64(token)
