"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("software", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("feed_url", sa.Text, nullable=False),
        sa.Column("site_url", sa.Text, nullable=False),
        sa.Column("all_entries", sa.Boolean, nullable=False),
        sa.Column("own_names", sa.Text, nullable=False),
        sa.Column("has_login", sa.Boolean, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("interval_s", sa.Integer),
        sa.Column("added_at", sa.Integer, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("body_hash", sa.Text),
        sa.Column("validators_at", sa.Integer),
        sa.Column("min_interval_s", sa.Integer, nullable=False),
        sa.Column("last_attempt", sa.Integer),
        sa.Column("last_success", sa.Integer),
        sa.Column("next_due", sa.Integer),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("trouble_kind", sa.Text),
        sa.Column("trouble_host", sa.Text),
        sa.Column("trouble_status", sa.Integer),
        sa.Column("trouble_retry_after_s", sa.Double),
        sa.Column("trouble_detail", sa.Text),
        sa.Column("newest_at", sa.Integer),
        sa.UniqueConstraint("feed_url", name="uq_source_feed_url"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "fetch",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source_id", sa.Integer, _to("fetch", "source"), nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.Column("new", sa.Integer, nullable=False),
        sa.Column("changed", sa.Integer, nullable=False),
        sa.Column("ms", sa.Integer, nullable=False),
        sa.Column("trouble_kind", sa.Text),
        sa.Column("trouble_host", sa.Text),
        sa.Column("trouble_detail", sa.Text),
    )
    op.create_index("ix_fetch_source_id_at", "fetch", ["source_id", "at"])
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("source_id", sa.Integer, _to("entry", "source"), nullable=False),
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("guid", sa.Text),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("link", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("author_url", sa.Text),
        sa.Column("published_at", sa.Integer),
        sa.Column("updated_at", sa.Integer),
        sa.Column("first_seen_at", sa.Integer, nullable=False),
        sa.Column("sorted_at", sa.Integer, nullable=False),
        sa.Column("local_day", sa.Date, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("html", sa.Text, nullable=False),
        sa.Column("judged", sa.Text, nullable=False),
        sa.Column("thread", sa.Text),
        sa.Column("in_reply_to", sa.Text),
        sa.Column("rating", sa.Double),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("versions", sa.Integer, nullable=False),
        sa.Column("own", sa.Boolean, nullable=False),
        sa.UniqueConstraint("source_id", "identity", name="uq_entry_source_id_identity"),
    )
    op.create_index("ix_entry_source_id_link", "entry", ["source_id", "link"])
    op.create_index("ix_entry_source_id_thread", "entry", ["source_id", "thread"])
    op.create_table(
        "entry_version",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("entry_id", sa.Integer, _to("entry_version", "entry"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("author", sa.Text),
        sa.Column("updated_at", sa.Integer),
        sa.Column("replaced_at", sa.Integer, nullable=False),
        sa.UniqueConstraint("entry_id", "number", name="uq_entry_version_entry_id_number"),
    )
    op.create_table(
        "query",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("expression", sa.Text, nullable=False),
        sa.Column("firm", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.Integer, nullable=False),
        sa.UniqueConstraint("name", name="uq_query_name"),
        sqlite_autoincrement=True,
    )
    _mentions()
    _drafts()
    op.execute(
        "CREATE VIRTUAL TABLE entry_fts USING fts5(title, body, alt_title, alt_body, author, facets, "
        "content='', tokenize='ascii')"
    )
    op.execute("CREATE VIRTUAL TABLE entry_words USING fts5vocab(entry_fts, row)")


def _mentions() -> None:
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer, _to("mention", "entry", "id"), primary_key=True, autoincrement=False),
        sa.Column("source_id", sa.Integer, _to("mention", "source"), nullable=False),
        sa.Column("local_day", sa.Date, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("shown", sa.Text, nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("by_human", sa.Boolean, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("bookmarked", sa.Boolean, nullable=False),
        sa.Column("seen", sa.Boolean, nullable=False),
        sa.Column("own", sa.Boolean, nullable=False),
        sa.Column("answered_at", sa.Integer),
    )
    op.create_index("ix_mention_source_id_id", "mention", ["source_id", "id"])
    op.create_index("ix_mention_status_id", "mention", ["status", "id"])
    op.create_index("ix_mention_local_day", "mention", ["local_day"])
    op.create_table(
        "mention_query",
        sa.Column("query_id", sa.Integer, _to("mention_query", "query"), primary_key=True),
        sa.Column("mention_id", sa.Integer, _to("mention_query", "mention"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mention_query_mention_id", "mention_query", ["mention_id"])
    op.create_table(
        "sentiment",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mention_id", sa.Integer, _to("sentiment", "mention"), nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("shown", sa.Text, nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("by_human", sa.Boolean, nullable=False),
    )
    op.create_index("ix_sentiment_mention_id", "sentiment", ["mention_id"])
    op.create_table(
        "status_change",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mention_id", sa.Integer, _to("status_change", "mention"), nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
    )
    op.create_index("ix_status_change_mention_id", "status_change", ["mention_id"])
    op.create_table(
        "day_count",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("source_id", sa.Integer, _to("day_count", "source"), primary_key=True),
        sa.Column("label", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("score_sum", sa.Double, nullable=False),
        sqlite_with_rowid=False,
    )


def _drafts() -> None:
    op.create_table(
        "draft",
        sa.Column("mention_id", sa.Integer, _to("draft", "mention"), primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Integer, nullable=False),
    )
    op.create_table(
        "draft_version",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mention_id", sa.Integer, _to("draft_version", "mention"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.UniqueConstraint("mention_id", "number", name="uq_draft_version_mention_id_number"),
    )
    op.create_table(
        "snippet",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )


def _to(table: str, target: str, column: str | None = None) -> sa.ForeignKey:
    name = f"fk_{table}_{column or target + '_id'}_{target}"
    return sa.ForeignKey(f"{target}.id", ondelete="CASCADE", name=name)
