"""A document of a feed as it is remembered: which entry each of its items was, and a mark of its bytes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from kundenradar.domain.mentions import EntryId

NO_MARK: Final = bytes(8)
"""The mark of an item that has to be read whatever its bytes are."""
NO_ENTRY: Final = EntryId(0)


class Item(NamedTuple):
    """An item of a document.

    Attributes:
        mark: Hash of its bytes, or `NO_MARK`.
        entry: The entry it was, `NO_ENTRY` if it was none of its own.
    """

    mark: bytes
    entry: EntryId


@dataclass(frozen=True, slots=True)
class Document:
    """What a document held.

    Attributes:
        items: In its order.
        read_at: When all of them were read, whatever was known of them; None if that is not known.
    """

    items: tuple[Item, ...]
    read_at: datetime | None
