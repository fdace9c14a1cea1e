"""Passkeys of members of staff."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "passkeys",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("member", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kept", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["member"], ["members.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_passkeys_member"), "passkeys", ["member"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("put a backup back instead")
