"""Alembic's environment: the caller hands over an open connection."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from portal.models import access, cases, instance, mailboxes, staff  # noqa: F401 - their tables
from portal.models.database import Base

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    # SQLite changes a table by writing it anew.
    render_as_batch=connection.dialect.name == "sqlite",
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
