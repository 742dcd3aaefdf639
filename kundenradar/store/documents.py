"""What the newest document of each source held: where its entries stand, and what need not be read again."""

from collections.abc import Iterator, Mapping, Sequence
from struct import Struct

from sqlalchemy.engine import Connection

from kundenradar.domain.documents import Document, Item
from kundenradar.domain.mentions import EntryId
from kundenradar.domain.sources import SourceId
from kundenradar.store.rows import as_list
from kundenradar.store.types import moment_of, stored_moment

_ITEM = Struct("<8sq")
_AMONG = "SELECT source_id, read_at, items FROM document WHERE source_id IN (SELECT value FROM json_each(?))"
_ALL = "SELECT source_id, items FROM document"
_ONE = f"{_ALL} WHERE source_id = ?"
_KEEP = "INSERT OR REPLACE INTO document (source_id, read_at, items) VALUES (?, ?, ?)"
_PLACE = "UPDATE entry SET position = ? WHERE id = ? AND position <> ?"


def _items(packed: bytes) -> tuple[Item, ...]:
    return tuple([Item(mark, EntryId(key)) for mark, key in _ITEM.iter_unpack(packed)])


class Documents:
    """The newest documents of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self, sources: Sequence[SourceId]) -> dict[SourceId, Document]:
        """The newest document of each of these sources that has been read."""
        rows = self._connection.exec_driver_sql(_AMONG, (as_list(sources),))
        return {SourceId(row[0]): Document(_items(row[2]), moment_of(row[1])) for row in rows}

    def keep(self, documents: Mapping[SourceId, Document], former: Mapping[SourceId, Document]) -> None:
        """Put documents in the place of former ones; entries that left keep the place they had last.

        Args:
            documents: By source.
            former: What `newest` gave for these sources.
        """
        left: list[tuple[int, int, int]] = []
        for source, document in documents.items():
            before = former.get(source)
            if before is not None:
                held = {item.entry for item in document.items}
                left += [(place, key, place) for key, place in _places(before.items) if key not in held]
        if left:
            self._connection.exec_driver_sql(_PLACE, left)
        if documents:
            rows = [
                (source, stored_moment(one.read_at), b"".join([_ITEM.pack(*item) for item in one.items]))
                for source, one in documents.items()
            ]
            self._connection.exec_driver_sql(_KEEP, rows)

    def places(self, source: SourceId | None = None) -> dict[EntryId, int]:
        """Where entries stand in the newest documents, of one source or of all."""
        rows = self._connection.exec_driver_sql(_ALL if source is None else _ONE, () if source is None else (source,))
        return {key: place for row in rows for key, place in _places(_items(row[1]))}


def _places(items: Sequence[Item]) -> Iterator[tuple[EntryId, int]]:
    return ((item.entry, place) for place, item in reversed(list(enumerate(items))) if item.entry)
