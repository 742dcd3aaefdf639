"""Passing over what is known to the letter: only the rest of a document is read (ADR 0021).

The result is the one of reading all of it, or all of it is read. A document tells its entries apart together (two with
one identifier, an answer and what it answers), so whatever hints at that leads to the long way.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kundenradar.context import Digest
from kundenradar.domain.documents import NO_ENTRY, NO_MARK, Document, Item
from kundenradar.domain.fetching import Fetched
from kundenradar.domain.judging import is_reply_title
from kundenradar.domain.mentions import EntryId, HeardEntry, KnownEntry, ParsedEntry, ParsedFeed
from kundenradar.domain.sources import Source
from kundenradar.feeds.slices import Slices
from kundenradar.store.transaction import Transaction

ALWAYS_READ = 3
"""Items at the beginning that are read whatever is known of them: what software wrote a document shows there."""
READ_WHOLE_AFTER = timedelta(days=1)
"""So old may the last reading of a whole document be."""
_JOINED = "/~"
"""In the name of a discussion that titles or references of a document tell (`kundenradar.feeds.joining`)."""


TOLD_APART = "|"
"""In the identity of an entry that had to be told from others with the same identifier."""


@dataclass(frozen=True, slots=True)
class Part:
    """What of a document is read.

    Attributes:
        read: Places of the items that are.
        passed: What is stored of those that are not, by place.
        identities: What is stored of all that is known, by place.
        read_at: When all of the document was read.
    """

    read: tuple[int, ...]
    passed: Mapping[int, KnownEntry]
    identities: Mapping[int, str]
    read_at: datetime


def part_of(tx: Transaction, source: Source, slices: Slices, now: datetime) -> Part | None:
    """What of a document must be read; None if all of it."""
    before = tx.documents.newest([source.id]).get(source.id)
    if before is None or before.read_at is None or not timedelta() <= now - before.read_at <= READ_WHOLE_AFTER:
        return None
    marked = [item for item in before.items if item.mark != NO_MARK]
    places = dict(marked)
    if len(places) < len(marked) or len(set(slices.marks)) < len(slices.marks):
        return None
    held = {place: places[mark] for place, mark in enumerate(slices.marks) if mark in places}
    stored = tx.entries.known_by_id(source.id, list(held.values()))
    known = {place: stored[entry] for place, entry in held.items() if entry in stored}
    passed = {place: one for place, one in known.items() if place >= ALWAYS_READ and one.gone_at is None}
    if not passed or any(TOLD_APART in one.identity for one in passed.values()):
        return None
    read = tuple(place for place in range(len(slices.items)) if place not in passed)
    return Part(read, passed, {place: one.identity for place, one in known.items()}, before.read_at)


def fingerprints(part: Part) -> dict[str, str]:
    """Fingerprint by identity of the entries that are passed over."""
    return {one.identity: one.fingerprint for one in part.passed.values()}


def only(fetched: Fetched, slices: Slices, part: Part) -> Fetched:
    """The answer with the part of its document that is read."""
    return replace(fetched, body=slices.only(part.read))


def completed(part: Part, digest: Digest) -> Digest | None:
    """What a whole document says, told by the part that was read; None if all of it must be read."""
    entries = digest.feed.entries
    if digest.feed.damaged or len(entries) != len(part.read) or not all(map(_stands_alone, entries)):
        return None
    passed = {one.identity for one in part.passed.values()}
    if any(entry.identity in passed for entry in entries):
        return None
    if any(
        part.identities.get(place, one.identity) != one.identity for place, one in zip(part.read, entries, strict=True)
    ):
        return None
    heard = {place: _moved(one, place) for place, one in zip(part.read, digest.entries, strict=True)}
    heard |= {place: HeardEntry(_stub(one, place)) for place, one in part.passed.items()}
    whole = tuple(heard[place] for place in sorted(heard))
    feed = replace(digest.feed, entries=tuple(one.entry for one in whole))
    return Digest(feed, whole, part.passed)


def tells_all(feed: ParsedFeed, marks: Sequence[bytes]) -> bool:
    """Whether each item of a document, told by their marks, is an entry that says all there is to say of it."""
    return len(marks) == len(feed.entries) and not feed.damaged and all(map(_stands_alone, feed.entries))


def _stands_alone(entry: ParsedEntry) -> bool:
    """Whether what an entry is and where it belongs follows from itself, not from others in its document."""
    if TOLD_APART in entry.identity:
        return False
    if entry.thread is None:
        return not (entry.in_reply_to or entry.reply or is_reply_title(entry.title))
    return _JOINED not in entry.thread


def _moved(one: HeardEntry, place: int) -> HeardEntry:
    return replace(one, entry=replace(one.entry, position=place))


def _stub(one: KnownEntry, place: int) -> ParsedEntry:
    """An entry that was passed over, as far as anything looks at it."""
    return ParsedEntry(
        position=place,
        guid=one.guid,
        identity=one.identity,
        title=one.title,
        link=one.link,
        author=None,
        author_url=None,
        published_at=one.published_at,
        updated_at=one.updated_at,
        text="",
        html="",
        thread=one.thread,
        rating=one.rating,
        fingerprint=one.fingerprint,
        replies=one.replies,
        views=one.views,
    )


def remembered(
    digest: Digest,
    marks: Sequence[bytes] | None,
    ids: Mapping[int, EntryId],
    read_at: datetime,
    shifted: AbstractSet[int] = frozenset(),
) -> Document:
    """A document as it is remembered.

    Args:
        digest: What it said.
        marks: Of its items, None if it has no slices.
        ids: The entries its items were, by place.
        read_at: When all of it was read.
        shifted: Places of entries whose time is another than the stored one: they are read again each time.
    """
    if marks is None or len(ids) < len(marks) or not tells_all(digest.feed, marks):
        return Document(tuple(Item(NO_MARK, ids.get(place, NO_ENTRY)) for place in range(len(digest.entries))), None)
    items = (Item(NO_MARK if place in shifted else mark, ids[place]) for place, mark in enumerate(marks))
    return Document(tuple(items), read_at)
