"""What the newest document of a source held: items known to the letter are not read again."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    target = sa.ForeignKey("source.id", ondelete="CASCADE", name="fk_document_source_id_source")
    op.create_table(
        "document",
        sa.Column("source_id", sa.Integer, target, primary_key=True, autoincrement=False),
        sa.Column("read_at", sa.Integer),
        sa.Column("items", sa.LargeBinary, nullable=False),
    )
    # Many entries come in one transaction: their words are sorted in memory and written once.
    op.execute("INSERT INTO entry_fts (entry_fts, rank) VALUES ('hashsize', 16777216)")
