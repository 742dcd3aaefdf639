"""Listening closer and understanding more: rhythm and losses of feeds, likeness, concerns, causes, corrections."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _source()
    _entry()
    _mention()
    op.create_table(
        "cause",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.UniqueConstraint("key", name="uq_cause_key"),
        sa.UniqueConstraint("name", name="uq_cause_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "exclusion",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.UniqueConstraint("kind", "value", name="uq_exclusion_kind_value"),
    )
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mention_id", sa.Integer, _to("correction", "mention")),
        sa.Column("outside_id", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.UniqueConstraint("mention_id", name="uq_correction_mention_id"),
        sa.UniqueConstraint("outside_id", name="uq_correction_outside_id"),
    )
    op.create_table(
        "learnt",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("corrections", sa.Integer, nullable=False),
        sa.Column("accuracy", sa.Double),
        sa.Column("weights", sa.LargeBinary, nullable=False),
    )


def _source() -> None:
    op.add_column("source", sa.Column("login_kind", sa.Text, nullable=False, server_default=""))
    op.add_column("source", sa.Column("rhythm_s", sa.Integer))
    op.add_column("source", sa.Column("held", sa.Integer))
    op.add_column("source", sa.Column("held_s", sa.Integer))
    op.add_column("source", sa.Column("missed", sa.Integer))
    op.add_column("source", sa.Column("missed_at", sa.Integer))
    op.add_column("source", sa.Column("missed_gap_s", sa.Integer))
    op.add_column("source", sa.Column("silent_after_s", sa.Integer))
    op.add_column("source", sa.Column("moved_at", sa.Integer))
    op.create_table(
        "source_address",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source_id", sa.Integer, _to("source_address", "source"), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("until", sa.Integer, nullable=False),
    )
    op.create_index("ix_source_address_source_id", "source_address", ["source_id"])


def _entry() -> None:
    op.add_column("entry", sa.Column("replies", sa.Integer))
    op.add_column("entry", sa.Column("views", sa.Integer))
    op.add_column("entry", sa.Column("gone_at", sa.Integer))
    op.add_column("entry", sa.Column("channel", sa.Text))
    op.add_column("entry", sa.Column("reply", sa.Boolean, nullable=False, server_default="0"))
    op.create_table(
        "sketch",
        sa.Column("value", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("entry_id", sa.Integer, _to("sketch", "entry"), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sketch_entry_id", "sketch", ["entry_id"])


def _mention() -> None:
    op.add_column("mention", sa.Column("same_as", sa.Integer))
    op.add_column("mention", sa.Column("about_us", sa.Boolean, nullable=False, server_default="1"))
    op.add_column("mention", sa.Column("needs_answer", sa.Boolean, nullable=False, server_default="0"))
    op.add_column("mention", sa.Column("safety", sa.Boolean, nullable=False, server_default="0"))
    op.add_column("mention", sa.Column("answered_by_others", sa.Boolean, nullable=False, server_default="0"))
    op.add_column("mention", sa.Column("reading", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_mention_reading", "mention", ["reading"])
    op.create_index("ix_mention_same_as", "mention", ["same_as"])
    op.create_table(
        "mention_trait",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("mention_id", sa.Integer, _to("mention_trait", "mention"), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mention_trait_mention_id", "mention_trait", ["mention_id"])


def _to(table: str, target: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{target}.id", ondelete="CASCADE", name=f"fk_{table}_{target}_id_{target}")
