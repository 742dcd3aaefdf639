"""Taking documents in: new entries, known ones, edited ones. Part of the transaction of a poll."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime

from kundenradar.context import Digest
from kundenradar.domain.keys import local_day, sorting_time
from kundenradar.domain.mentions import EntryId, HeardEntry, KnownEntry, ParsedEntry, is_edited
from kundenradar.domain.sources import Source, SourceId
from kundenradar.domain.vanishing import covered
from kundenradar.feeds.identity import is_doubtful, kin, link_variants, match_known
from kundenradar.feeds.joining import reference_root, title_family
from kundenradar.feeds.links import normalised
from kundenradar.services.discussions import continued, note_answers
from kundenradar.services.gathering import gather, gather_again
from kundenradar.store.mentions import NewMention
from kundenradar.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What one document brought.

    Attributes:
        new: Entries not known before.
        changed: Entries whose wording changed.
        mentions: Those that became mentions.
        ids: The entries of the document, by their place in it.
        answered: Mentions that somebody, or we, answered in it.
        shifted: Places of entries it dates otherwise than when they were first heard.
    """

    new: int
    changed: int
    mentions: tuple[EntryId, ...]
    ids: Mapping[int, EntryId]
    answered: tuple[EntryId, ...] = ()
    shifted: AbstractSet[int] = frozenset()


def take_in(tx: Transaction, documents: Sequence[tuple[Source, Digest]], now: datetime) -> list[TakenIn]:
    """Insert or update what documents hold, by identity, inside one transaction.

    Known entries keep their key, work state and judgements by a person; a new wording
    becomes a version. Nothing is removed because it left the document; what a whole document
    should have held is marked as gone, and no more once it is back.

    Args:
        tx: A write.
        documents: One document each, every source once.
        now: This moment.
    """
    sorted_out = [
        _with_stored_threads(tx, _sorted_out(tx, source, _without_noise(tx, digest.entries), digest.passed), now)
        for source, digest in documents
    ]
    ids = tx.entries.add_all([(document.source.id, document.new) for document in sorted_out], now)
    mentions = [
        _new_mention(key, document.source.id, _day(one, now), one)
        for document, keys in zip(sorted_out, ids, strict=True)
        for key, one in zip(keys, document.new, strict=True)
        if one.sentiment is not None
    ]
    tx.mentions.add(mentions, now)
    gather(tx, {mention.id: mention.sketch for mention in mentions})
    tx.entries.seen([(before, one.entry) for document in sorted_out for before, one in document.found])
    added = defaultdict(list)
    for mention in mentions:
        added[mention.source].append(mention.id)
    for document, (_, digest), keys in zip(sorted_out, documents, ids, strict=True):
        added[document.source.id] += _follow(tx, document, now)
        if document.found and digest.feed.by_time and not digest.feed.damaged:
            _mark_gone(tx, document, keys, now)
    answered = note_answers(tx, _threads(sorted_out))
    return [
        TakenIn(
            len(document.new),
            document.changed,
            tuple(added[document.source.id]),
            document.ids(keys),
            tuple(answered.get(document.source.id, ())),
            {one.entry.position for before, one in document.found if before.published_at != one.entry.published_at},
        )
        for document, keys in zip(sorted_out, ids, strict=True)
    ]


def _threads(documents: Sequence["_Document"]) -> set[tuple[SourceId, str]]:
    """Discussions that new posts came to."""
    return {(one.source.id, entry.entry.thread) for one in documents for entry in one.new if entry.entry.thread}


@dataclass(frozen=True, slots=True)
class _Document:
    """The entries of a document: those that are new, and the others with what is stored of them."""

    source: Source
    new: list[HeardEntry]
    found: list[tuple[KnownEntry, HeardEntry]]

    @property
    def changed(self) -> int:
        """Entries whose wording changed."""
        return sum(is_edited(before.fingerprint, one.entry.fingerprint) for before, one in self.found)

    def ids(self, keys: Sequence[EntryId]) -> dict[int, EntryId]:
        """Entries by place, the new ones having been given `keys`."""
        given = {one.entry.position: key for one, key in zip(self.new, keys, strict=True)}
        return given | {one.entry.position: before.id for before, one in self.found}


def _sorted_out(
    tx: Transaction, source: Source, heard: Sequence[HeardEntry], passed: Mapping[int, KnownEntry]
) -> _Document:
    if not passed:
        heard = _without_repeats(heard)
        if not tx.entries.has_any(source.id):
            return _Document(source, list(heard), [])
    entries = [one.entry for one in heard]
    known = tx.entries.known(source.id, [entry.identity for entry in entries if entry.position not in passed], ())
    known |= {one.identity: one for one in passed.values()}
    doubtful = [entry for entry in entries if is_doubtful(entry, known.get(entry.identity))]
    if doubtful:
        known |= _akin(tx, source, entries, doubtful, known)
    adopted = match_known(entries, known)
    new, found = [], []
    for one, entry in zip(heard, adopted, strict=True):
        now_known = one if entry is one.entry else replace(one, entry=entry)
        before = known.get(entry.identity)
        if before is None:
            new.append(now_known)
        else:
            found.append((before, now_known))
    return _Document(source, new, found)


def _with_stored_threads(tx: Transaction, document: _Document, now: datetime) -> _Document:
    """The document, its entries in the discussions that their titles and references name in the store (`joining`)."""
    heard = [*document.new, *(one for _, one in document.found)]
    if not any(title_family(one.entry) or reference_root(one.entry) for one in heard):
        return document
    known = {
        one.entry.thread: before.thread
        for before, one in document.found
        if before.thread and one.entry.thread and (title_family(one.entry) or reference_root(one.entry))
    }
    known |= _begun(tx, document, known)
    unplaced = [one.entry for one in document.new] + [one.entry for before, one in document.found if not before.thread]
    names = continued(tx, document.source.id, unplaced, known, now)
    return replace(
        document,
        new=[_in_thread(one, names) for one in document.new],
        found=[(before, _in_thread(one, names)) for before, one in document.found],
    )


def _begun(tx: Transaction, document: _Document, known: Mapping[str, str]) -> dict[str, str]:
    """The stored names of discussions that begin, as far as the document tells, with an answer to a stored post."""
    named = {reference_root(one.entry): one.entry.thread or "" for one in document.new}
    roots = {root: name for root, name in named.items() if root and name not in known}
    if not roots:
        return {}
    stored = tx.entries.known(document.source.id, list(roots), list(roots)).values()
    return {
        roots[name]: one.thread
        for one in stored
        for name in {one.identity, one.guid, one.link}
        if name in roots and one.thread
    }


def _in_thread(one: HeardEntry, names: Mapping[str, str]) -> HeardEntry:
    name = names.get(one.entry.thread or "")
    return one if name in (None, one.entry.thread) else replace(one, entry=replace(one.entry, thread=name))


def _akin(
    tx: Transaction,
    source: Source,
    entries: Sequence[ParsedEntry],
    doubtful: Sequence[ParsedEntry],
    known: Mapping[str, KnownEntry],
) -> dict[str, KnownEntry]:
    """What is stored that the doubtful ones of a document's entries may be, with the words that have to be compared."""
    simpler = sorted({one for entry in doubtful for one in kin(entry.identity)})
    found = tx.entries.known(source.id, simpler, _telling_links(entries, doubtful))
    found |= tx.entries.known_as_one_of(source.id, [entry.identity for entry in doubtful])
    found |= tx.entries.known_at(source.id, _moments_before(source.newest_at, doubtful))
    if any(entry.link is None for entry in doubtful):
        found |= tx.entries.known_without_link(source.id)
    if not found and not any(entry.identity in known for entry in doubtful):
        return found
    titles = {entry.title for entry in doubtful if not entry.reply}
    present = {entry.identity for entry in entries}
    compared = {identity: one for identity, one in found.items() if one.title in titles and identity not in present}
    compared |= {entry.identity: known[entry.identity] for entry in doubtful if entry.identity in known}
    bare = {entry.identity for entry in doubtful}
    compared |= {identity: one for identity, one in found.items() if identity.partition("|")[0] in bare}
    return found | tx.entries.with_words(compared)


def _moments_before(newest_at: datetime | None, doubtful: Sequence[ParsedEntry]) -> list[datetime]:
    """When those of the doubtful entries were written that are no later than the newest one known."""
    times = [entry.published_at for entry in doubtful if entry.published_at is not None]
    return times if newest_at is None else [at for at in times if at <= newest_at]


def _telling_links(entries: Sequence[ParsedEntry], doubtful: Sequence[ParsedEntry]) -> list[str]:
    """Links under which the doubtful ones of a document's entries may be stored, those of entries beside them too."""
    wanted = {normalised(entry.link) for entry in doubtful if entry.link}
    links = (entry.link for entry in entries if entry.link and normalised(entry.link) in wanted)
    return sorted({one for link in links for one in link_variants(link)})


def _follow(tx: Transaction, document: _Document, now: datetime) -> list[EntryId]:
    """Take in the new wordings; returns the entries that became mentions by them."""
    added: list[EntryId] = []
    for before, one in document.found:
        if before.fingerprint != one.entry.fingerprint:
            added += _edit(tx, document.source, before, one, now)
    return added


def _mark_gone(tx: Transaction, document: _Document, keys: Sequence[EntryId], now: datetime) -> None:
    """Mark what is stored of the time the document covers but missing from it."""
    entries = [one.entry for _, one in document.found] + [one.entry for one in document.new]
    span = covered(sorted(entries, key=lambda entry: entry.position))
    if span is not None:
        present = {before.id for before, _ in document.found} | set(keys)
        tx.entries.mark_gone(document.source.id, span, present, now)


def _without_noise(tx: Transaction, heard: Sequence[HeardEntry]) -> Sequence[HeardEntry]:
    """The entries; what is shut out is no mention."""
    noise = tx.noise.noise
    if not noise:
        return heard
    return [
        replace(one, hits=(), sentiment=None, reading=None)
        if one.sentiment is not None
        and noise.shuts_out(one.entry.title, one.entry.judged or one.entry.text, one.entry.author, one.entry.link)
        else one
        for one in heard
    ]


def _without_repeats(heard: Sequence[HeardEntry]) -> list[HeardEntry]:
    """The entries of a document, those that stand there twice to the letter only once."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for one in heard:
        entry = one.entry
        likeness = (entry.guid, entry.link, entry.title, entry.author, entry.published_at, entry.text)
        if likeness not in seen:
            seen.add(likeness)
            kept.append(one)
    return kept


def _new_mention(key: EntryId, source: SourceId, day: date, one: HeardEntry) -> NewMention:
    assert one.sentiment is not None  # noqa: S101 - asked before
    return NewMention(key, source, day, one.sentiment, one.hits, one.own, one.reading, one.sketch, one.passing)


def _day(one: HeardEntry, now: datetime) -> date:
    return local_day(sorting_time(one.entry.published_at or one.entry.updated_at, now))


def _edit(tx: Transaction, source: Source, before: KnownEntry, one: HeardEntry, now: datetime) -> list[EntryId]:
    """Take in a new wording, quietly if only numbers changed; returns the id if the entry became a mention by it."""
    entry_id = before.id
    is_reworded = is_edited(before.fingerprint, one.entry.fingerprint)
    if is_reworded:
        tx.entries.edit(entry_id, one, now)
    else:
        tx.entries.follow(entry_id, one)
    if one.sentiment is None:
        return []
    if tx.mentions.known([entry_id]):
        mention = tx.mentions.get(entry_id)
        tx.mentions.unlink_queries(entry_id)
        tx.mentions.link_queries({entry_id: one.hits})
        tx.mentions.note_passing({entry_id: one.passing})
        if not mention.sentiment.by_human:
            tx.mentions.judge([(entry_id, one.sentiment)], now)
        if one.reading is not None:
            # A person's judgement stays in force: what follows from it is understood again in the background.
            version = 0 if mention.sentiment.by_human else one.reading.version
            tx.traits.note({entry_id: replace(one.reading, version=version)})
        if is_reworded:
            gather_again(tx, entry_id, one.sketch)
        return []
    day = tx.entries.get(entry_id).local_day
    tx.mentions.add([_new_mention(entry_id, source.id, day, one)], now)
    gather(tx, {entry_id: one.sketch})
    return [entry_id]
