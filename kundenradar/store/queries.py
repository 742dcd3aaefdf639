"""Suchprofile."""

from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from kundenradar.domain.errors import InputError
from kundenradar.domain.queries import Query, QueryId
from kundenradar.store.tables import MentionQueryRow, QueryRow


class Queries:
    """The Suchprofile of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self) -> tuple[Query, ...]:
        """All, the firm's first, then by name, with their number of mentions."""
        counts = {
            row[0]: row[1]
            for row in self._connection.execute(
                select(MentionQueryRow.query_id, func.count()).group_by(MentionQueryRow.query_id)
            )
        }
        statement = select(QueryRow.__table__).order_by(QueryRow.firm.desc(), func.lower(QueryRow.name), QueryRow.id)
        return tuple(
            Query(QueryId(row.id), row.name, row.expression, counts.get(row.id, 0))
            for row in self._connection.execute(statement)
        )

    def plain(self) -> tuple[Query, ...]:
        """All in order of id, without counts: what a poll is matched against."""
        statement = select(QueryRow.id, QueryRow.name, QueryRow.expression).order_by(QueryRow.id)
        return tuple(Query(QueryId(row.id), row.name, row.expression) for row in self._connection.execute(statement))

    def firm(self) -> QueryId | None:
        """The Suchprofil made from the firm's words, if there is one."""
        found = self._connection.execute(select(QueryRow.id).where(QueryRow.firm.is_(True))).scalar()
        return None if found is None else QueryId(found)

    def save(
        self,
        name: str,
        expression: str,
        now: datetime,
        query_id: QueryId | None = None,
        *,
        firm: bool = False,
    ) -> Query:
        """Add a Suchprofil, or change the one with `query_id`.

        Raises:
            InputError: The name is taken (``query-known``) or the id unknown (``query-unknown``).
        """
        taken = self._connection.execute(select(QueryRow.id).where(QueryRow.name == name)).scalar()
        if taken is not None and taken != query_id:
            raise InputError("query-known", name)
        if query_id is None:
            result = self._connection.execute(
                insert(QueryRow).values(name=name, expression=expression, firm=firm, created_at=now)
            )
            key = result.inserted_primary_key
            return Query(QueryId(key[0] if key else 0), name, expression)
        changed = self._connection.execute(
            update(QueryRow).where(QueryRow.id == query_id).values(name=name, expression=expression)
        )
        if changed.rowcount == 0:
            raise InputError("query-unknown", str(query_id))
        return Query(query_id, name, expression)

    def unlink(self, query_id: QueryId) -> None:
        """Forget which mentions meet a Suchprofil."""
        self._connection.execute(delete(MentionQueryRow).where(MentionQueryRow.query_id == query_id))

    def remove(self, query_id: QueryId) -> None:
        """Forget a Suchprofil.

        Raises:
            InputError: There is none with this id (``query-unknown``).
        """
        if self._connection.execute(delete(QueryRow).where(QueryRow.id == query_id)).rowcount == 0:
            raise InputError("query-unknown", str(query_id))
