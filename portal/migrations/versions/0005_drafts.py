"""Whose draft a colleague is asked to read, so that the queue and the daily notice tell."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("draft_by", sa.LargeBinary(length=16), nullable=True))


def downgrade() -> None:
    op.drop_column("cases", "draft_by")
