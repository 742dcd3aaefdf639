"""What was written about us: entries, mentions and what we did with them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from kundenradar.domain.packing import Packed
from kundenradar.domain.queries import QueryId
from kundenradar.domain.sentiment import Label, Sentiment
from kundenradar.domain.sources import SourceId
from kundenradar.domain.understanding import NOT_READ, Concern, Reading

EntryId = NewType("EntryId", int)
"""Time-prefixed key, up to 52 bits: sorts by publication time. Too wide for a 32-bit Qt int."""


class MentionStatus(StrEnum):
    """How far we are with a mention."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    ANSWERED = "answered"
    DONE = "done"
    IGNORED = "ignored"


OPEN_STATUSES = frozenset({MentionStatus.NEW, MentionStatus.IN_PROGRESS})


@dataclass(frozen=True, slots=True)
class ParsedEntry(Packed):
    """One entry of a feed document, cleaned, in document order.

    Attributes:
        position: Place in the document, from 0.
        guid: Identifier as delivered, or None.
        identity: Key within its feed by the identity policy (FEEDS.md rows 47 to 51).
        title: One line of plain text, at most 300 characters; may be empty.
        link: Absolute http(s) address, or None.
        author: Plain name, or None.
        author_url: Profile address, or None.
        published_at: Aware, UTC; None if the feed gives none or nonsense.
        updated_at: Aware, UTC, or None.
        text: Plain text of the content, paragraphs parted by newlines.
        html: Sanitised display HTML (nh3); empty if it says no more than `text`.
        thread: Discussion the entry belongs to, or None.
        in_reply_to: Identifier or link of the entry answered, or None.
        rating: 1 to 5 stars if the feed carries one.
        fingerprint: Hash of the wording, then after a dot of the numbers in it (`is_edited` tells them apart).
        judged: The text to match and to judge, without quotes and footers; empty if it equals `text`.
        replies: Answers the feed counts for its discussion or article, None if it tells none.
        views: How often it was read by the feed's own count, None if it tells none.
        reply: The title is that of the discussion answered in, not the author's own words.
    """

    position: int
    guid: str | None
    identity: str
    title: str
    link: str | None
    author: str | None
    author_url: str | None
    published_at: datetime | None
    updated_at: datetime | None
    text: str
    html: str
    thread: str | None = None
    in_reply_to: str | None = None
    rating: float | None = None
    fingerprint: str = ""
    judged: str = ""
    replies: int | None = None
    views: int | None = None
    reply: bool = False


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed document, read.

    Attributes:
        title: Title of the feed, one line; may be empty.
        site_url: Address of the site it belongs to, or empty.
        software: Software recognised from the document, or empty.
        ttl_s: Seconds the feed asks to wait between polls, 0 if it says nothing.
        entries: In document order, without the empty ones.
        damaged: The document was not well-formed; whole entries were kept.
        by_time: Entries leave the document only by age or because they were taken away.
        served_at: When the server said it answered, None if it did not.
    """

    title: str
    site_url: str
    software: str
    ttl_s: int
    entries: tuple[ParsedEntry, ...]
    damaged: bool = False
    by_time: bool = True
    served_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HeardEntry(Packed):
    """A parsed entry with what we make of it.

    Attributes:
        hits: Suchprofile it meets.
        sentiment: Judgement, None for entries that are no mention.
        own: Written by ourselves (own nickname).
        index: Words for the full-text index, made where it disturbs nobody.
        reading: What it wants of us, None for entries that are no mention.
        sketch: By which near copies of a mention are found; empty for others and for short texts.
        passing: It names the firm beside other things only.
    """

    entry: ParsedEntry
    hits: tuple[QueryId, ...] = ()
    sentiment: Sentiment | None = None
    own: bool = False
    index: tuple[str, ...] = ()
    reading: Reading | None = None
    sketch: tuple[int, ...] = ()
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored entry, mention or not.

    Attributes:
        versions: How many wordings were seen, from 1.
        own_words: The text without quotes of others and footers.
        local_day: Day in Europe/Berlin it counts for.
        replies: Answers the feed counted when last seen, None if it told none.
        views: How often it was read, by the feed's count when last seen, or None.
        reply: The title is that of the discussion answered in.
        gone_at: When it was first missing from a document that should have held it, or None.
        own: Written by ourselves, by the nicknames when it came in.
        channel: How it reached us if it was entered by hand (a `Channel`), else None.
    """

    id: EntryId
    source: SourceId
    position: int
    guid: str | None
    identity: str
    title: str
    link: str | None
    author: str | None
    author_url: str | None
    published_at: datetime | None
    updated_at: datetime | None
    first_seen_at: datetime
    local_day: date
    text: str
    html: str
    thread: str | None
    in_reply_to: str | None
    rating: float | None
    versions: int
    own_words: str = ""
    replies: int | None = None
    views: int | None = None
    gone_at: datetime | None = None
    reply: bool = False
    own: bool = False
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stored entry that concerns us, with judgement and work state.

    Attributes:
        sentiment: The judgement in force (a person's, if there is one).
        queries: Suchprofile it meets; empty for sources whose every entry counts.
        answered_at: When it was marked as answered, or None.
        bookmarked: Marked by the owner ("gemerkt").
        own: Written by ourselves; listed, not counted.
        reading: What was understood of it; its version is not told.
        same_as: First mention of its group if it is a near copy (ADR 0012), else None.
        answered_by_others: Somebody else, not us, answered it in its discussion.
    """

    entry: Entry
    source_name: str
    sentiment: Sentiment
    status: MentionStatus
    queries: tuple[QueryId, ...]
    answered_at: datetime | None
    bookmarked: bool
    own: bool
    seen: bool
    reading: Reading = NOT_READ
    same_as: EntryId | None = None
    answered_by_others: bool = False


@dataclass(frozen=True, slots=True)
class MentionLine:
    """What a list row shows of a mention.

    Attributes:
        at: Time to show (published, else first seen), aware, UTC.
        snippet: First 240 characters of the text, one line.
        concerns: What it wants of us.
        safety: Words of danger or harm in it.
        same_as: First mention of its group if it is a near copy, else None.
        copies: How many near copies stand behind it.
        gone: Whether its feed holds it no more though it should.
        has_draft: Whether an answer was begun.
    """

    id: EntryId
    source: SourceId
    source_name: str
    author: str
    at: datetime
    title: str
    snippet: str
    label: Label
    score: float
    confidence: float
    by_human: bool
    status: MentionStatus
    bookmarked: bool
    seen: bool
    own: bool
    concerns: tuple[Concern, ...] = ()
    safety: tuple[str, ...] = ()
    needs_answer: bool = False
    answered_by_others: bool = False
    same_as: EntryId | None = None
    copies: int = 0
    gone: bool = False
    has_draft: bool = False


@dataclass(frozen=True, slots=True)
class MentionFilter:
    """Which mentions to show; empty parts do not restrict.

    Attributes:
        expression: Full-text search in the query language.
        labels: Any of these.
        sources: Any of these.
        statuses: Any of these.
        query: Meeting this Suchprofil.
        since: First local day.
        until: Last local day, inclusive.
        bookmarked: Only bookmarked ones.
        authors: Whether the expression also looks at authors.
        concerns: Any of these.
        cause: Criticises this cause (key).
        safety: Only those with words of danger or harm.
        needs_answer: Only those whose author still waits for an answer.
        passing: Only those that name the firm in passing, or only the others; None does not restrict.
        only: Only these, if any are named (a cluster of the same complaint).
        name: What people call it where its parts do not tell (a topic, a cause); restricts nothing.
    """

    expression: str = ""
    labels: frozenset[Label] = frozenset()
    sources: frozenset[SourceId] = frozenset()
    statuses: frozenset[MentionStatus] = frozenset()
    query: QueryId | None = None
    since: date | None = None
    until: date | None = None
    bookmarked: bool = False
    authors: bool = True
    concerns: frozenset[Concern] = frozenset()
    cause: str = ""
    safety: bool = False
    needs_answer: bool = False
    passing: bool | None = None
    only: frozenset[EntryId] = frozenset()
    name: str = ""


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """An earlier wording of an entry.

    Attributes:
        number: From 1; the newest wording is the entry itself.
        replaced_at: When we saw the next wording.
    """

    number: int
    title: str
    text: str
    author: str | None
    replaced_at: datetime


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement and when it was made."""

    at: datetime
    sentiment: Sentiment


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """What must be remembered of a stored entry to recognise it again, and to see what moved on in it.

    Attributes:
        author: Only where wordings have to be compared, else None.
        words: Its own words; only where wordings have to be compared, else None.
    """

    id: EntryId
    identity: str
    guid: str | None
    link: str | None
    title: str
    fingerprint: str
    position: int = 0
    updated_at: datetime | None = None
    rating: float | None = None
    replies: int | None = None
    views: int | None = None
    gone_at: datetime | None = None
    thread: str | None = None
    published_at: datetime | None = None
    author: str | None = None
    words: str | None = None

    def is_as(self, entry: "ParsedEntry") -> bool:
        """Whether a document says of an entry what is stored, its wording and its place aside."""
        is_placed = self.thread is not None or entry.thread is None
        return is_placed and self.gone_at is None and _marks(self) == _marks(entry)


def is_edited(before: str, after: str) -> bool:
    """Whether two fingerprints tell of different wordings, not only of different numbers in one."""
    return before.partition(".")[0] != after.partition(".")[0]


def _marks(one: "KnownEntry | ParsedEntry") -> tuple[object, ...]:
    return (one.guid, one.link, one.updated_at, one.rating, one.replies, one.views)


@dataclass(frozen=True, slots=True)
class StatusChange:
    """One step of a mention's work state."""

    mention: EntryId
    before: MentionStatus
    after: MentionStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """Counts beside the filters of the mention list.

    Attributes:
        total: All mentions.
        open: New or in progress.
        bookmarked: Bookmarked.
        by_source: Mentions per source.
        by_query: Mentions per Suchprofil.
    """

    total: int = 0
    open: int = 0
    bookmarked: int = 0
    by_source: dict[SourceId, int] = field(default_factory=dict)
    by_query: dict[QueryId, int] = field(default_factory=dict)
