"""Making a new instance: its tables, its keyring and the one-time link of its first facilitator."""

from __future__ import annotations

from sqlalchemy import select

from crypto.encoding import b64
from portal.errors import PortalError
from portal.models import desks  # noqa: F401 - its table is to be made
from portal.models.instance import Instance
from portal.models.keyring import PEPPER, KeyringBase
from portal.services.context import Context
from portal.services.keeping import at_rest
from portal.services.keeping.secrets import peppered
from portal.services.upkeep import fleeting, upgrading

ID_BYTES = 16
SETUP_TOKEN_BYTES = 16


class AlreadyFounded(PortalError):
    """There is an instance here already."""


def make_tables(context: Context) -> None:
    """Make whatever tables are not there yet."""
    upgrading.upgrade(context.database)
    KeyringBase.metadata.create_all(context.keyring.engine)
    fleeting.make(context)


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
