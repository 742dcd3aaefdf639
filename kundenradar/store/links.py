"""Which Suchprofile mentions meet."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.engine import Connection

from kundenradar.domain.mentions import EntryId
from kundenradar.domain.queries import QueryId
from kundenradar.store.chunks import chunks
from kundenradar.store.tables import MentionQueryRow


def linked_queries(connection: Connection, ids: Sequence[EntryId]) -> dict[EntryId, tuple[QueryId, ...]]:
    """Suchprofile these mentions meet, in order of id; those that meet none are left out."""
    found: dict[EntryId, list[QueryId]] = {}
    for part in chunks(ids):
        statement = select(MentionQueryRow.mention_id, MentionQueryRow.query_id)
        rows = statement.where(MentionQueryRow.mention_id.in_(part)).order_by(MentionQueryRow.query_id)
        for row in connection.execute(rows):
            found.setdefault(EntryId(row.mention_id), []).append(QueryId(row.query_id))
    return {key: tuple(queries) for key, queries in found.items()}
