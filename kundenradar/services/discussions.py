"""Discussions: what stands around a mention, and which mentions others have answered already."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from kundenradar.context import Context
from kundenradar.domain.keys import sorting_time
from kundenradar.domain.mentions import Entry, EntryId, ParsedEntry
from kundenradar.domain.sources import SourceId
from kundenradar.domain.threads import Discussion, answered_by_others, answered_by_us, discussion_of, nickname
from kundenradar.feeds.joining import MOST_SILENCE, discussion_apart, is_opening, title_family
from kundenradar.services import gathering
from kundenradar.store.transaction import Transaction

MOST_POSTS = 2_000
"""Posts of a discussion that are looked at: the newest."""


def discussion(ctx: Context, mention_id: EntryId) -> Discussion:
    """The discussion an entry stands in, as far as it is stored; just itself if it stands alone.

    Own posts are known by the nicknames of the source and of the firm as they are now.

    Raises:
        InputError: There is no such entry (``mention-unknown``).
    """
    firm = ctx.settings.current.own_names
    with ctx.store.read() as tx:
        entry = tx.entries.get(mention_id)
        own = tx.sources.get(entry.source).own_names
        around = tx.entries.thread(entry.source, entry.thread, MOST_POSTS) if entry.thread is not None else ()
    return discussion_of([*around, entry], frozenset(nickname(name) for name in (*own, *firm)))


def size(ctx: Context, mention_id: EntryId) -> int:
    """How many stored posts the discussion of an entry has, itself included.

    Raises:
        InputError: There is no such entry (``mention-unknown``).
    """
    with ctx.store.read() as tx:
        entry = tx.entries.get(mention_id)
        return 1 if entry.thread is None else max(1, tx.entries.thread_size(entry.source, entry.thread))


def mentions_among(ctx: Context, ids: Sequence[EntryId]) -> frozenset[EntryId]:
    """Which of these posts are mentions."""
    with ctx.store.read() as tx:
        return frozenset(tx.mentions.known(ids))


def continued(
    tx: Transaction, source: SourceId, entries: Sequence[ParsedEntry], known: Mapping[str, str], now: datetime
) -> dict[str, str]:
    """The stored names of discussions that a document knows by title, by the name it gave them.

    A title may come back: answers go on with the newest discussion of it before them, an opening begins another.

    Args:
        tx: A write.
        source: Where the document comes from.
        entries: What is new in it.
        known: The same for discussions of which it holds a post that is stored.
        now: This moment.
    """
    first: dict[str, ParsedEntry] = {}
    for entry in entries:
        if entry.thread and entry.thread not in known and title_family(entry):
            before = first.setdefault(entry.thread, entry)
            if _order(entry, now) < _order(before, now):
                first[entry.thread] = entry
    return dict(known) | {name: _continued(tx, source, name, entry, now) for name, entry in first.items()}


def _order(entry: ParsedEntry, now: datetime) -> tuple[datetime, bool, int]:
    return sorting_time(entry.published_at, now), not is_opening(entry), -entry.position


def _continued(tx: Transaction, source: SourceId, name: str, entry: ParsedEntry, now: datetime) -> str:
    family = title_family(entry)
    at = sorting_time(entry.published_at, now)
    before = tx.entries.thread_before(source, family, at)
    if before is not None and not is_opening(entry) and at - before[1] <= MOST_SILENCE:
        return before[0]
    is_taken = name == family and tx.entries.thread_before(source, family, now) is not None
    return discussion_apart(family, entry) if is_taken else name


def note_answers(tx: Transaction, threads: AbstractSet[tuple[SourceId, str]]) -> dict[SourceId, tuple[EntryId, ...]]:
    """Mark the mentions of these discussions that somebody else, or we, have answered by now; which are new in that.

    Our posts bear their mark. What they answer is *beantwortet* from then on, unless somebody set its state since.
    """
    marked: dict[SourceId, tuple[EntryId, ...]] = {}
    for source, thread in tx.entries.waiting_threads(threads) if threads else ():
        found = discussion_of(tx.entries.thread(source, thread, MOST_POSTS))
        others = tx.mentions.note_answered_by_others(answered_by_others(found))
        marked[source] = (*marked.get(source, ()), *others, *_answered_by_us(tx, answered_by_us(found)))
    return marked


def answering_time(ours: Entry) -> datetime:
    """When a post of ours answered what it answers."""
    return sorting_time(ours.published_at or ours.updated_at, ours.first_seen_at)


def _answered_by_us(tx: Transaction, answers: Mapping[EntryId, Entry]) -> tuple[EntryId, ...]:
    moved: list[EntryId] = []
    for mention, since in tx.mentions.waiting_since(list(answers)).items():
        at = answering_time(answers[mention])
        if since is None or since < at:
            moved += gathering.note_answer(tx, mention, answers[mention], at)
    return tuple(moved)
