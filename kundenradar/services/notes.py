"""Feedback entered by hand: same list, same judgement, same figures as what was heard."""

import hashlib
from dataclasses import replace

from kundenradar.context import Context
from kundenradar.domain.errors import InputError
from kundenradar.domain.events import MentionsAdded, MentionsChanged, SourcesChanged
from kundenradar.domain.judging import text_to_judge
from kundenradar.domain.likeness import sketch, words_of
from kundenradar.domain.matching import Facts, hits, matcher, searchable
from kundenradar.domain.mentions import Entry, EntryId, HeardEntry, ParsedEntry
from kundenradar.domain.notes import MOST_CHARACTERS, Channel, Note, title_of
from kundenradar.domain.queries import parse_query
from kundenradar.domain.sources import NewSource, SourceId, SourceKind
from kundenradar.services import gathering
from kundenradar.store.mentions import NewMention
from kundenradar.store.transaction import Transaction

SOURCE_NAME = "Von Hand erfasst"
SOURCE_ADDRESS = "manual:"
"""In place of a feed address: nothing is ever fetched there."""


def add(ctx: Context, note: Note) -> EntryId:
    """Enter feedback; it stands in the list at once, judged.

    Raises:
        InputError: The text is empty or too long, the time is in the future, or the rating is none.
    """
    now = ctx.clock.now()
    note = _checked(ctx, note)
    heard = _heard(ctx, _entry(note, _identity(note, now.isoformat())))
    assert heard.sentiment is not None  # noqa: S101 - set by _heard
    with ctx.store.write() as tx:
        source, is_new = _source(tx, ctx)
        (key,) = tx.entries.add(source, [heard], now)
        tx.entries.set_channel(key, note.channel)
        day = tx.entries.get(key).local_day
        tx.mentions.add([NewMention(key, source, day, heard.sentiment, heard.hits, False, heard.reading)], now)
        gathering.gather(tx, {key: heard.sketch})
    if is_new:
        ctx.bus.publish(SourcesChanged((source,)))
    ctx.bus.publish(MentionsAdded((key,)))
    return key


def get(ctx: Context, note_id: EntryId) -> Note:
    """What was entered.

    Raises:
        InputError: There is no such note (``note-unknown``).
    """
    with ctx.store.read() as tx:
        entry = _stored(tx, note_id)
    title = "" if entry.title == title_of(_note(entry, "")) else entry.title
    return _note(entry, title)


def edit(ctx: Context, note_id: EntryId, note: Note) -> None:
    """Change what was entered; its time stays. No earlier wording is kept: a name may have to go for good.

    A judgement by a person stays in force.

    Raises:
        InputError: There is no such note, or it is not fit (see `add`).
    """
    note = _checked(ctx, note)
    with ctx.store.read() as tx:
        old = _stored(tx, note_id)
    note = replace(note, at=old.published_at or old.first_seen_at)
    heard = _heard(ctx, _entry(note, old.identity))
    assert heard.sentiment is not None  # noqa: S101 - set by _heard
    assert heard.reading is not None  # noqa: S101 - as above
    with ctx.store.write() as tx:
        by_human = tx.mentions.get(note_id).sentiment.by_human
        tx.entries.follow(note_id, heard)
        tx.entries.set_channel(note_id, note.channel)
        tx.mentions.unlink_queries(note_id)
        tx.mentions.link_queries({note_id: heard.hits})
        if not by_human:
            tx.mentions.judge([(note_id, heard.sentiment)], ctx.clock.now())
        tx.traits.note({note_id: replace(heard.reading, version=0) if by_human else heard.reading})
        gathering.gather_again(tx, note_id, heard.sketch)
    ctx.bus.publish(MentionsChanged((note_id,)))


def remove(ctx: Context, note_id: EntryId) -> None:
    """Remove what was entered, with its answer and history.

    Raises:
        InputError: There is no such note (``note-unknown``).
    """
    with ctx.store.write() as tx:
        _stored(tx, note_id)
        tx.entries.remove([note_id])
    ctx.bus.publish(MentionsChanged())


def _checked(ctx: Context, note: Note) -> Note:
    text = note.text.strip()
    if not text:
        raise InputError("note-empty")
    if len(text) > MOST_CHARACTERS:
        raise InputError("note-long", f"{MOST_CHARACTERS:,}".replace(",", "."))
    if note.at > ctx.clock.now():
        raise InputError("note-future")
    if note.rating is not None and not 1 <= note.rating <= 5:
        raise InputError("note-rating")
    author = " ".join((note.author or "").split())[:120]
    return replace(note, text=text, author=author or None, title=" ".join(note.title.split()))


def _identity(note: Note, moment: str) -> str:
    digest = hashlib.blake2b(f"{moment}\n{note.channel}\n{note.text}".encode(), digest_size=8).hexdigest()
    return f"note-{digest}"


def _entry(note: Note, identity: str) -> ParsedEntry:
    """A note as an entry; its title is taken from the text and not judged a second time (`reply`)."""
    return ParsedEntry(
        position=0,
        guid=None,
        identity=identity,
        title=title_of(note),
        link=None,
        author=note.author,
        author_url=None,
        published_at=note.at,
        updated_at=None,
        text=note.text,
        html="",
        rating=note.rating,
        fingerprint=hashlib.blake2b(note.text.encode(), digest_size=8).hexdigest(),
        reply=not note.title,
    )


def _note(entry: Entry, title: str) -> Note:
    at = entry.published_at or entry.first_seen_at
    return Note(entry.text, Channel(entry.channel or Channel.PHONE), at, entry.author, title, entry.rating)


def _stored(tx: Transaction, note_id: EntryId) -> Entry:
    entry = tx.entries.get(note_id)
    if entry.channel is None:
        raise InputError("note-unknown")
    return entry


def _heard(ctx: Context, entry: ParsedEntry) -> HeardEntry:
    """A note, judged and understood; it is a mention even if it meets no Suchprofil."""
    with ctx.store.read() as tx:
        queries, causes = tx.queries.plain(), tx.causes.list()
    words = text_to_judge("" if entry.reply else entry.title, entry.text)
    (judged,) = ctx.digester.judge([words], [entry.rating]).result()
    (reading,) = ctx.digester.read([(words, judged)], causes).result()
    matchers = {query.id: matcher(parse_query(query.expression)) for query in queries}
    met = hits(matchers, searchable(entry.title, entry.text, facts=Facts(entry.author or "", (SOURCE_NAME,))))
    return HeardEntry(entry, met, judged, reading=reading, sketch=sketch(words_of(entry.text)))


def _source(tx: Transaction, ctx: Context) -> tuple[SourceId, bool]:
    """The source of everything entered by hand, and whether it was made now."""
    known = tx.sources.by_feed(SOURCE_ADDRESS)
    if known is not None:
        return known, False
    new = NewSource(SOURCE_NAME, "", SOURCE_ADDRESS, kind=SourceKind.MANUAL, all_entries=True)
    made = tx.sources.add(new, ctx.clock.now())
    tx.sources.change(made.id, {"paused": True})
    return made.id, True
