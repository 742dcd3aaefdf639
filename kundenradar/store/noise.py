"""What is shut out, and the stored entries it concerns."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import EntryId
from kundenradar.domain.noise import (
    Exclusion,
    ExclusionId,
    Noise,
    NoiseKind,
    author_key,
    is_author,
    is_on_site,
    noise_of,
)
from kundenradar.domain.queries import as_term
from kundenradar.store.chunks import chunks
from kundenradar.store.search import Search
from kundenradar.store.tables import EntryRow, ExclusionRow


class Exclusions:
    """What is shut out, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self) -> tuple[Exclusion, ...]:
        """All, the newest first."""
        rows = self._connection.execute(select(ExclusionRow.__table__).order_by(ExclusionRow.id.desc()))
        return tuple(Exclusion(ExclusionId(row.id), NoiseKind(row.kind), row.value, row.at) for row in rows)

    @cached_property
    def noise(self) -> Noise:
        """All that was shut out when this transaction first asked."""
        return noise_of(self.list())

    def add(self, kind: NoiseKind, value: str, now: datetime) -> Exclusion:
        """Shut something out.

        Raises:
            InputError: It is shut out already (``noise-known``).
        """
        if any(one.kind is kind and _same(one, value) for one in self.list()):
            raise InputError("noise-known", value)
        result = self._connection.execute(insert(ExclusionRow).values(kind=kind.value, value=value, at=now))
        key = result.inserted_primary_key
        self.__dict__.pop("noise", None)
        return Exclusion(ExclusionId(key[0] if key else 0), kind, value, now)

    def remove(self, exclusion_id: ExclusionId) -> Exclusion:
        """Let something in again; what it was.

        Raises:
            InputError: There is none with this id (``noise-unknown``).
        """
        found = next((one for one in self.list() if one.id == exclusion_id), None)
        if found is None:
            raise InputError("noise-unknown", str(exclusion_id))
        self._connection.execute(delete(ExclusionRow).where(ExclusionRow.id == exclusion_id))
        self.__dict__.pop("noise", None)
        return found

    def concerned(self, kind: NoiseKind, value: str) -> tuple[EntryId, ...]:
        """Stored entries, mention or not, that this would shut out."""
        if kind is NoiseKind.WORD:
            return Search(self._connection).ids(as_term(value))
        column = EntryRow.author if kind is NoiseKind.AUTHOR else EntryRow.link
        statement = select(EntryRow.id, column.label("seen")).where(column.is_not(None))
        if kind is NoiseKind.SITE:
            statement = statement.where(EntryRow.link.contains(value, autoescape=True))
        meets = is_author if kind is NoiseKind.AUTHOR else is_on_site
        return tuple(EntryId(row.id) for row in self._connection.execute(statement) if meets(value, row.seen))

    def among(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Which of these entries are shut out."""
        noise = self.noise
        if not noise:
            return set()
        found: set[EntryId] = set()
        for part in chunks(ids):
            statement = select(
                EntryRow.id, EntryRow.title, EntryRow.judged, EntryRow.text, EntryRow.author, EntryRow.link
            ).where(EntryRow.id.in_(part))
            found.update(
                EntryId(row.id)
                for row in self._connection.execute(statement)
                if noise.shuts_out(row.title, row.judged or row.text, row.author, row.link)
            )
        return found


def _same(known: Exclusion, value: str) -> bool:
    return known.value == value or author_key(known.value) == author_key(value)
