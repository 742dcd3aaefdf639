"""A document in slices, one an item, told apart by their bytes alone: what is known to the letter need not be read.

Nearly every poll that brings something brings one new item and fifty that stand there since yesterday. An item whose
bytes are those of the last time, in a document that is otherwise the same, says what it said then; the document without
it says the rest. Whatever is not plainly a row of items makes this module step aside.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from kundenradar import __version__
from kundenradar.domain.fetching import Fetched

LEAST_ITEMS: Final = 6
"""Shorter documents are read whole: there is nothing to gain."""
MARK_BYTES: Final = 8
_READING: Final = f"{__version__}/2"
"""Raised whenever entries are read otherwise: everything is read whole once more."""
_KINDS: Final = ((b"<item", b"</item>"), (b"<entry", b"</entry>"))
_AFTER_NAME: Final = b"> \t\r\n"
_TAIL: Final = re.compile(rb"\s*(?:(?:</[A-Za-z0-9_.:-]{1,60}\s*>|<!--[^<>]{0,500}-->)\s*)+")
"""Closed elements and what a cache notes."""
_DECLARATION: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PASSING: Final = re.compile(rb"<(lastBuildDate|pubDate|updated|dc:date)>[^<]{0,100}</\1>")
_PAIRS: Final = ((b"<![CDATA[", b"]]>"), (b"<!--", b"-->"))


@dataclass(frozen=True, slots=True)
class Slices:
    """A document that is a row of items.

    Attributes:
        head: All before the first item.
        items: The items, in order.
        tail: All after the last item.
        marks: Eight bytes an item: its hash, keyed by all of the document that tells how items are read.
    """

    head: bytes
    items: tuple[bytes, ...]
    tail: bytes
    marks: tuple[bytes, ...]

    def only(self, places: Collection[int]) -> bytes:
        """The document with the items at these places only."""
        return b"".join([self.head, *[self.items[place] for place in sorted(places)], self.tail])


def sliced(fetched: Fetched) -> Slices | None:
    """The slices of a document; None if it is not plainly a row of items."""
    body = fetched.body
    if fetched.truncated:
        return None
    firsts = [body.find(opening) for opening, _ in _KINDS]
    kind = 0 if firsts[0] >= 0 else 1
    first = firsts[kind]
    found = _row(body, first, *_KINDS[kind]) if first >= 0 else None
    if found is None:
        return None
    items, tail = found
    head = body[:first]
    if len(items) < LEAST_ITEMS or _DECLARATION.search(head) is not None or not _is_closed(head, _PAIRS):
        return None
    key = _context(fetched, head)
    marks = tuple([blake2b(item, digest_size=MARK_BYTES, key=key).digest() for item in items])
    return Slices(head, tuple(items), tail, marks)


def _row(body: bytes, first: int, opening: bytes, closing: bytes) -> tuple[list[bytes], bytes] | None:
    """Items side by side and what follows them; None if something else stands between or after them."""
    items = []
    pairs = [pair for pair in _PAIRS if pair[0] in body or pair[1] in body]
    at = first
    while True:
        after = body[at + len(opening) : at + len(opening) + 1]
        end = body.find(closing, at)
        if after not in _AFTER_NAME or not after or end < 0:
            return None
        end += len(closing)
        item = body[at:end]
        if not _is_closed(item, pairs):
            return None  # the end of an item stands in a text
        items.append(item)
        following = body.find(b"<", end)
        if following < 0 or (following > end and body[end:following].strip()):
            return None
        if not body.startswith(opening, following):
            break
        at = following
    tail = body[end:]
    return (items, tail) if _TAIL.fullmatch(tail) is not None else None


def _is_closed(part: bytes, pairs: Sequence[tuple[bytes, bytes]]) -> bool:
    """Whether what begins a text or a remark is ended in the same part."""
    for begin, end in pairs:  # noqa: SIM110 - a generator costs more than the counting
        if part.count(begin) != part.count(end):
            return False
    return True


def _context(fetched: Fetched, head: bytes) -> bytes:
    """A hash of all beside an item that tells how it is read; when the document was made does not."""
    told = (_READING, fetched.url, fetched.content_type, fetched.content_language)
    names = "\n".join(told).encode("utf-8", "surrogatepass")
    return blake2b(names + b"\n" + _PASSING.sub(b"", head), digest_size=32).digest()
