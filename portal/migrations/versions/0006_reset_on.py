"""The day on which a code for a new second factor was given, so that it does not stay good for ever."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("reset_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("members", "reset_on")
