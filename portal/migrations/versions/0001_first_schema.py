"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aggregates",
        sa.Column("member", sa.LargeBinary(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("member"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "archived_cases",
        sa.Column("case", sa.LargeBinary(length=16), nullable=False),
        sa.Column("archiving", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("case"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "archivings",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("archive_key", sa.LargeBinary(length=16), nullable=False),
        sa.Column("step", sa.String(length=12), nullable=False),
        sa.Column("by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("file", sa.String(length=120), nullable=True),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "directories",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("signed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("version"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "instance",
        sa.Column("portal", sa.LargeBinary(length=16), nullable=False),
        sa.Column("setup", sa.LargeBinary(length=32), nullable=True),
        sa.Column("setup_second_factor", sa.LargeBinary(), nullable=True),
        sa.Column("setup_request", sa.LargeBinary(length=32), nullable=True),
        sa.Column("organisation_key", sa.LargeBinary(length=32), nullable=True),
        sa.Column("sealed_organisation_key", sa.LargeBinary(), nullable=True),
        sa.Column("opens_with_one", sa.Boolean(), nullable=False),
        sa.Column("freshness", sa.LargeBinary(), nullable=True),
        sa.Column("founded", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("notices_on", sa.Date(), nullable=True),
        sa.Column("notices_fail_since", sa.Date(), nullable=True),
        sa.Column("checkpoint_number", sa.Integer(), nullable=False),
        sa.Column("checkpoint_day", sa.Date(), nullable=True),
        sa.Column("checkpoint", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("portal"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("by", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person", sa.LargeBinary(length=16), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("function", sa.String(length=200), nullable=False),
        sa.Column("mac", sa.LargeBinary(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("member", sa.LargeBinary(length=16), nullable=True),
        sa.Column("kem", sa.LargeBinary(), nullable=True),
        sa.Column("sign", sa.LargeBinary(), nullable=True),
        sa.Column("reply", sa.LargeBinary(length=32), nullable=True),
        sa.Column("second_factor", sa.LargeBinary(), nullable=True),
        sa.Column("request", sa.LargeBinary(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "journal",
        sa.Column("chain", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("line", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("chain", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mailboxes",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("locator", sa.LargeBinary(length=32), nullable=False),
        sa.Column("login", sa.LargeBinary(length=32), nullable=False),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("locator"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "members",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person", sa.LargeBinary(length=16), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("second_factor", sa.LargeBinary(), nullable=False),
        sa.Column("reset", sa.LargeBinary(length=32), nullable=True),
        sa.Column("pending_factor", sa.LargeBinary(), nullable=True),
        sa.Column("seen", sa.Date(), nullable=True),
        sa.Column("notice", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "register",
        sa.Column("case", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.LargeBinary(length=16), nullable=False),
        sa.Column("writer", sa.LargeBinary(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("case", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_register_day", "register", ["day", "case", "number"], unique=False)
    op.create_table(
        "register_seeds",
        sa.Column("key", sa.LargeBinary(length=16), nullable=False),
        sa.Column("member", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", "member"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reports",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("signed", sa.LargeBinary(), nullable=False),
        sa.Column("author", sa.LargeBinary(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("presented", sa.Date(), nullable=True),
        sa.Column("presented_by", sa.LargeBinary(length=16), nullable=True),
        sa.PrimaryKeyConstraint("year"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "templates",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "absences",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("member", sa.LargeBinary(length=16), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("cover", sa.LargeBinary(length=16), nullable=True),
        sa.Column("signed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["member"], ["members.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("mailbox", sa.LargeBinary(length=16), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("waits_for", sa.String(length=8), nullable=True),
        sa.Column("opened", sa.Boolean(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("roster", sa.Integer(), nullable=False),
        sa.Column("received", sa.Date(), nullable=False),
        sa.Column("feedback_by", sa.Date(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("feedback_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("seen_by_asker", sa.Boolean(), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("archive_key", sa.LargeBinary(length=16), nullable=False),
        sa.Column("genesis", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["mailbox"],
            ["mailboxes.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_cases_mailbox", "cases", ["mailbox"], unique=False)
    op.create_table(
        "openings",
        sa.Column("locator", sa.LargeBinary(length=32), nullable=False),
        sa.Column("member", sa.LargeBinary(length=16), nullable=False),
        sa.Column("what", sa.String(length=12), nullable=False),
        sa.Column("login", sa.LargeBinary(length=32), nullable=False),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["member"], ["members.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("locator"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_openings_member"), "openings", ["member"], unique=False)
    op.create_table(
        "messages",
        sa.Column("case", sa.LargeBinary(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("writer", sa.LargeBinary(length=16), nullable=False),
        sa.Column("notes", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.Column("request", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_messages_id", "messages", ["case", "id"], unique=True)
    op.create_table(
        "participants",
        sa.Column("case", sa.LargeBinary(length=16), nullable=False),
        sa.Column("member", sa.LargeBinary(length=16), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case", "member"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_participants_member", "participants", ["member"], unique=False)
    op.create_table(
        "rosters",
        sa.Column("case", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.Column("request", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sealed_keys",
        sa.Column("case", sa.LargeBinary(length=16), nullable=False),
        sa.Column("recipient", sa.LargeBinary(length=16), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=8), nullable=False),
        sa.Column("layered", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case", "recipient", "epoch", "purpose"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pages",
        sa.Column("case", sa.LargeBinary(length=16), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("message", sa.LargeBinary(length=16), nullable=True),
        sa.Column("writer", sa.LargeBinary(length=16), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case", "message"],
            ["messages.case", "messages.id"],
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("case", "id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pages_message", "pages", ["case", "message"], unique=False)
    op.create_index(
        "ix_pages_staged",
        "pages",
        ["day", "size"],
        unique=False,
        sqlite_where=sa.text("message IS NULL"),
        postgresql_where=sa.text("message IS NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "ix_pages_staged",
        table_name="pages",
        sqlite_where=sa.text("message IS NULL"),
        postgresql_where=sa.text("message IS NULL"),
    )
    op.drop_index("ix_pages_message", table_name="pages")
    op.drop_table("pages")
    op.drop_table("sealed_keys")
    op.drop_table("rosters")
    op.drop_index("ix_participants_member", table_name="participants")
    op.drop_table("participants")
    op.drop_index("ix_messages_id", table_name="messages")
    op.drop_table("messages")
    op.drop_index(op.f("ix_openings_member"), table_name="openings")
    op.drop_table("openings")
    op.drop_index("ix_cases_mailbox", table_name="cases")
    op.drop_table("cases")
    op.drop_table("absences")
    op.drop_table("templates")
    op.drop_table("reports")
    op.drop_table("register_seeds")
    op.drop_index("ix_register_day", table_name="register")
    op.drop_table("register")
    op.drop_table("members")
    op.drop_table("mailboxes")
    op.drop_table("journal")
    op.drop_table("invitations")
    op.drop_table("instance")
    op.drop_table("directories")
    op.drop_table("archivings")
    op.drop_table("archived_cases")
    op.drop_table("aggregates")
