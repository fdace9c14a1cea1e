"""The access word, where an organisation has one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "access_words",
        sa.Column("word", sa.LargeBinary(length=32), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("word"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("access_words")
