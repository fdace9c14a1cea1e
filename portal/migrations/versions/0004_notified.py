"""The day of each member's last notice, so that nobody gets two on one day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("notified", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("members", "notified")
