"""Where we listen: sources, their health and when to ask again."""

import math
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from kundenradar.domain.errors import Trouble, TroubleKind
from kundenradar.domain.text import fold

SourceId = NewType("SourceId", int)

DEFAULT_INTERVAL_S = 30 * 60
MIN_INTERVAL_S = 10 * 60
MAX_INTERVAL_S = 24 * 3600
MAX_RETRY_AFTER_S = 31 * 24 * 3600
FAILURES_UNTIL_SHOWN = 3
PORTAL_GRACE = timedelta(days=3)
RARE_SHARE = 8
MAX_RARE_IF_ALL_COUNTS_S = 2 * 3600


class SourceKind(StrEnum):
    """What sort of place a source is."""

    FORUM = "forum"
    BLOG = "blog"
    COMMENTS = "comments"
    REVIEW = "review"
    PRESS = "press"
    SOCIAL = "social"
    VIDEO = "video"
    PODCAST = "podcast"
    ALERT = "alert"
    OTHER = "other"
    MANUAL = "manual"  # entered by hand; nothing is fetched


CHOSEN_KINDS = tuple(kind for kind in SourceKind if kind is not SourceKind.MANUAL)
"""Kinds a person may give a source."""


class SourceState(StrEnum):
    """Health of a source as the owner sees it."""

    NEW = "new"  # never polled
    OK = "ok"
    TROUBLED = "troubled"  # failed lately, will be tried again by itself
    BROKEN = "broken"  # failed often, needs a person
    GONE = "gone"  # the server said so for good
    PAUSED = "paused"
    SILENT = "silent"  # answers, but nothing new for longer than it ever was
    MOVED = "moved"  # lives at a new address; heard there


class IntervalReason(StrEnum):
    """Why a source is asked as often as it is."""

    OWN = "own"  # the owner said so
    FEED = "feed"  # the feed asks for it (ttl, Cache-Control)
    WINDOW = "window"  # its document holds so little that something would be lost otherwise
    RARE = "rare"  # something new comes so rarely
    USUAL = "usual"  # as the settings say


@dataclass(frozen=True, slots=True)
class Interval:
    """How often a source is asked, in seconds, and why."""

    seconds: int
    reason: IntervalReason


class Scope(StrEnum):
    """How much of a place a feed carries, seen from the address that was pasted."""

    THREAD = "thread"  # this discussion, this question, the comments on this article
    BOARD = "board"  # this part of the forum, this tag, this person
    ALL = "all"  # everything new there
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A feed that was found behind an address.

    Attributes:
        url: Absolute http(s) address of the feed.
        title: Its title as delivered, one line; may be empty.
        software: Forum or blog software if recognised, else empty.
        kind: Guessed kind of place.
        newest_at: Time of the newest entry, if the feed was read.
        per_week: Entries per week over the delivered window, if it could be estimated.
        comments: Whether it carries comments rather than articles.
        scope: How much of the place it carries.
        is_tried: Whether it was fetched and read; an untried one is known by the rules of its platform.
    """

    url: str
    title: str = ""
    software: str = ""
    kind: SourceKind = SourceKind.OTHER
    newest_at: datetime | None = None
    per_week: float | None = None
    comments: bool = False
    scope: Scope = Scope.UNKNOWN
    is_tried: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """A place we listen to, with its feed and its health.

    Attributes:
        address: What the owner typed.
        feed_url: The feed that is polled; no user information in it.
        all_entries: Every entry is a mention (own forum, alert feed).
        own_names: Our own nicknames there.
        has_login: Whether a user name and password belong to it (kept in the keyring, never here).
        interval_s: Interval wished by the owner; None takes the program's.
        etag: Validator, byte for byte as delivered.
        last_modified: Validator, byte for byte as delivered.
        body_hash: blake2b-16 hex of the last body that was taken in.
        min_interval_s: What the feed itself asks for (ttl, Cache-Control); 0 if nothing.
        failures: Failed polls in a row.
        trouble: The last failure, None after a success.
        entries: Entries stored.
        mentions: Of these, mentions.
        login_kind: What is kept for it in the keyring, words of `kundenradar.domain.secrets`, or empty.
        rhythm_s: Seconds between two entries lately (`kundenradar.domain.rhythm`), None if not known.
        held: Dated entries in the last document.
        held_s: Seconds the last document reaches back, by its own pace.
        silent_after_s: Seconds after the newest entry from which on its silence is unusual.
        missed: Entries probably missed since the owner last said "understood"; None if it cannot be told.
        missed_at: When that was noticed.
        missed_gap_s: Seconds nobody had asked before it was noticed.
        moved_at: When the feed last moved for good, until the owner has understood.
    """

    id: SourceId
    name: str
    kind: SourceKind
    software: str
    address: str
    feed_url: str
    site_url: str
    all_entries: bool
    own_names: tuple[str, ...]
    has_login: bool
    paused: bool
    interval_s: int | None
    added_at: datetime
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    validators_at: datetime | None = None
    min_interval_s: int = 0
    last_attempt: datetime | None = None
    last_success: datetime | None = None
    next_due: datetime | None = None
    failures: int = 0
    trouble: Trouble | None = None
    newest_at: datetime | None = None
    entries: int = 0
    mentions: int = 0
    login_kind: str = ""
    rhythm_s: int | None = None
    held: int | None = None
    held_s: int | None = None
    silent_after_s: int | None = None
    missed: int | None = None
    missed_at: datetime | None = None
    missed_gap_s: int | None = None
    moved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewSource:
    """What is needed to start listening to a feed."""

    name: str
    address: str
    feed_url: str
    site_url: str = ""
    kind: SourceKind = SourceKind.OTHER
    software: str = ""
    all_entries: bool = False
    own_names: tuple[str, ...] = ()
    interval_s: int | None = None


_NUMBER = re.compile(r"(\d+)")


def by_name(source: Source) -> tuple[list[tuple[int, str]], int]:
    """Key that puts sources in the order people look them up: *Ärzteforum* at A, *Forum 2* before *Forum 10*."""
    parts = enumerate(_NUMBER.split(fold(source.name)))
    return [(len(part) if place % 2 else 0, part) for place, part in parts], source.id


def state_of(source: Source) -> SourceState:
    """Health of a source in one word."""
    if source.paused:
        return SourceState.PAUSED
    if source.trouble is not None and source.trouble.kind is TroubleKind.GONE:
        return SourceState.GONE
    if source.failures >= FAILURES_UNTIL_SHOWN:
        return SourceState.BROKEN
    if source.trouble is not None:  # offline counts no failure, but nothing is heard either
        return SourceState.TROUBLED
    if source.last_success is None:
        return SourceState.NEW
    if source.moved_at is not None:
        return SourceState.MOVED
    return SourceState.SILENT if is_silent(source) else SourceState.OK


def is_silent(source: Source) -> bool:
    """Whether nothing new has come for longer than its own rhythm explains, by the last time it was heard."""
    if source.last_success is None or source.newest_at is None or source.silent_after_s is None:
        return False
    return source.last_success - source.newest_at > timedelta(seconds=source.silent_after_s)


def interval_of(source: Source, usual_s: int) -> Interval:
    """How often a source is asked: between 10 minutes and 24 hours, never more often than the feed asks for.

    The owner's own interval wins. Otherwise the usual one holds, unless about half a document would pass by in that
    time (then more often), or something new comes so rarely that less is enough: every eighth of its rhythm, at most
    every two hours where every entry counts.

    Args:
        source: The source; its rhythm comes from `kundenradar.domain.rhythm`.
        usual_s: What the settings say.
    """
    wished = Interval(source.interval_s, IntervalReason.OWN) if source.interval_s else _by_rhythm(source, usual_s)
    if source.min_interval_s > wished.seconds:
        wished = Interval(source.min_interval_s, IntervalReason.FEED)
    return Interval(min(max(wished.seconds, MIN_INTERVAL_S), MAX_INTERVAL_S), wished.reason)


def _by_rhythm(source: Source, usual_s: int) -> Interval:
    rhythm_s = source.rhythm_s
    if rhythm_s is None or not source.held:
        return Interval(usual_s, IntervalReason.USUAL)
    rare_s = min(rhythm_s // RARE_SHARE, MAX_RARE_IF_ALL_COUNTS_S if source.all_entries else MAX_INTERVAL_S)
    half_s = rhythm_s * source.held // 2
    if half_s < max(usual_s, rare_s):
        return Interval(half_s, IntervalReason.WINDOW)
    return Interval(rare_s, IntervalReason.RARE) if rare_s > usual_s else Interval(usual_s, IntervalReason.USUAL)


def is_listened_to(source: Source) -> bool:
    """Whether the source is polled at all: not paused by the owner, not switched off by its server."""
    return state_of(source) not in {SourceState.PAUSED, SourceState.GONE}


def is_fetched(source: Source) -> bool:
    """Whether there is a feed behind it at all, not our own notes."""
    return source.kind is not SourceKind.MANUAL


def is_due(source: Source, now: datetime) -> bool:
    """Whether the source may be polled again at `now` (aware, UTC)."""
    if not is_listened_to(source):
        return False
    return source.next_due is None or now >= source.next_due


def next_due_after_success(source: Source, now: datetime, default_interval_s: int) -> datetime:
    """When to ask again after an answer: after the interval the owner, the feed or its rhythm asks for."""
    return now + timedelta(seconds=interval_of(source, default_interval_s).seconds)


def is_our_line(source: Source, trouble: Trouble, now: datetime) -> bool:
    """Whether this computer rather than the source is at fault: offline, proxy, login of a WLAN, locked keyring.

    A WLAN's page that stands there for days is a parked domain.
    """
    if trouble.kind in {TroubleKind.OFFLINE, TroubleKind.PROXY} or trouble.detail == "forgotten":
        return True
    if trouble.kind is not TroubleKind.NOT_A_FEED or trouble.detail != "captive-portal":
        return False
    return source.last_success is not None and now - source.last_success < PORTAL_GRACE


def next_due_after_failure(source: Source, now: datetime, default_interval_s: int, trouble: Trouble) -> datetime:
    """When to ask again after a failure: doubling from the interval up to 24 hours.

    A wait the server asked for (429, 503 with Retry-After) is honoured up to a month.
    Being offline is nobody's fault and is tried again after the usual interval.
    """
    wished = max(source.interval_s or default_interval_s, MIN_INTERVAL_S)
    if is_our_line(source, trouble, now):
        return now + timedelta(seconds=wished)
    doubled = wished * math.pow(2, min(source.failures, 10))
    seconds = min(doubled, MAX_INTERVAL_S)
    if trouble.retry_after_s is not None:
        seconds = max(seconds, min(trouble.retry_after_s, MAX_RETRY_AFTER_S))
    return now + timedelta(seconds=seconds)
