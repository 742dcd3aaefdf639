"""Polling: ask, read, match, judge, store, tell. One transaction per feed."""

import hashlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from kundenradar.context import Context, Digest, DigestJob
from kundenradar.domain.errors import DataError, InputError, OutsideError, Trouble, TroubleKind
from kundenradar.domain.events import FeedChecked, MentionsAdded, MentionsChanged, RefreshProgress
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.health import FetchOutcome, FetchRecord
from kundenradar.domain.keys import local_day, sorting_time
from kundenradar.domain.mentions import EntryId, HeardEntry, KnownEntry, is_edited
from kundenradar.domain.queries import Query
from kundenradar.domain.sources import (
    Source,
    SourceId,
    is_our_line,
    next_due_after_failure,
    next_due_after_success,
)
from kundenradar.feeds.identity import link_variants, match_known
from kundenradar.log import error_name
from kundenradar.services import health
from kundenradar.store.mentions import NewMention
from kundenradar.store.sources import trouble_values
from kundenradar.store.transaction import Transaction

log = logging.getLogger("kundenradar.refresh")

VALIDATORS_KEPT = timedelta(days=8)
"""Validators are dropped now and then: some servers say 304 for ever (FEEDS.md row 9)."""
BATCH = 32
MAX_REREADS = 50


@dataclass(frozen=True, slots=True)
class SourceResult:
    """How one source fared.

    Attributes:
        moved: The feed's address changed for good.
    """

    source: Source
    record: FetchRecord
    moved: bool = False


@dataclass(frozen=True, slots=True)
class RefreshOutcome:
    """How a round of polling went."""

    results: tuple[SourceResult, ...]
    mentions: int
    ms: int
    cancelled: bool = False

    @property
    def new(self) -> int:
        """Entries not known before."""
        return sum(result.record.new for result in self.results)

    @property
    def changed(self) -> int:
        """Entries whose wording changed."""
        return sum(result.record.changed for result in self.results)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What one document brought."""

    new: int
    changed: int
    mentions: tuple[EntryId, ...]


@dataclass(slots=True)
class _Poll:
    source: Source
    started: float
    fetched: Fetched | None = None
    job: DigestJob | None = None
    body_hash: str = ""
    rereads: int = 0


def body_hash(body: bytes) -> str:
    """Hash of a body, to know it again without reading it: blake2b, 16 bytes, hex."""
    return hashlib.blake2b(body, digest_size=16).hexdigest()


def request_for(source: Source, login: tuple[str, str] | None, now: datetime, *, forced: bool) -> FetchRequest:
    """The conditional GET for a source; unconditional when forced or the validators are old."""
    stale = source.validators_at is None or now - source.validators_at > VALIDATORS_KEPT
    conditional = not forced and not stale
    named_by = source.address if source.address != source.feed_url and "://" in source.address else None
    return FetchRequest(
        url=source.feed_url,
        named_by=named_by,
        etag=source.etag if conditional else None,
        last_modified=source.last_modified if conditional else None,
        user=login[0] if login else None,
        password=login[1] if login else None,
    )


class _Round:
    """One round of polling over some sources. Lives in one thread."""

    def __init__(
        self,
        ctx: Context,
        sources: Sequence[Source],
        queries: tuple[Query, ...],
        cancel: threading.Event,
        *,
        forced: bool,
    ) -> None:
        self._ctx = ctx
        self._waiting = list(reversed(sources))
        self._total = len(sources)
        self._queries = queries
        self._cancel = cancel
        self._forced = forced
        self._running: dict[Future[Any], tuple[_Poll, Callable[[_Poll, Future[Any]], None]]] = {}
        self._results: list[SourceResult] = []
        self._mentions = 0

    def run(self) -> tuple[tuple[SourceResult, ...], int]:
        """Poll all; results in the order they came in, and the number of new mentions."""
        self._tell(finished=False)
        while (self._waiting or self._running) and not self._cancel.is_set():
            while self._waiting and len(self._running) < BATCH:
                self._ask(self._waiting.pop())
            done, _pending = wait(self._running, timeout=0.5, return_when=FIRST_COMPLETED)
            for future in done:
                poll, then = self._running.pop(future)
                self._step(poll, then, future)
        for future in self._running:
            future.cancel()
        self._tell(finished=True)
        return tuple(self._results), self._mentions

    def _tell(self, *, finished: bool) -> None:
        self._ctx.bus.publish(RefreshProgress(len(self._results), self._total, self._mentions, finished))

    def _step(self, poll: _Poll, then: "Callable[[_Poll, Future[Any]], None]", future: "Future[Any]") -> None:
        try:
            then(poll, future)
        except OutsideError as error:
            self._failed(poll, error.trouble)
        except CancelledError:
            self._failed(poll, Trouble(TroubleKind.CANCELLED))
        except InputError:
            removed = Trouble(TroubleKind.CANCELLED, detail="removed")
            self._finish(poll, FetchRecord(self._ctx.clock.now(), FetchOutcome.FAILED, trouble=removed))
        except DataError:
            raise  # the disk is full or the file is damaged: no other source would fare better
        except Exception as error:  # noqa: BLE001 - the edge of one source: a bug there must not end the round
            log.error("refresh.bug source=%d %s", poll.source.id, error_name(error))  # noqa: TRY400 - texts may be in it
            self._failed(poll, Trouble(TroubleKind.INTERNAL))

    def _ask(self, source: Source) -> None:
        login = self._ctx.credentials.get(source.id) if source.has_login else None
        request = request_for(source, login, self._ctx.clock.now(), forced=self._forced)
        poll = _Poll(source, time.monotonic())
        self._running[self._ctx.fetcher.submit(request)] = (poll, self._answered)

    def _answered(self, poll: _Poll, future: "Future[Fetched]") -> None:
        fetched = future.result()
        poll.fetched = fetched
        if fetched.status == 304:
            self._unchanged(poll, fetched)
            return
        poll.body_hash = body_hash(fetched.body)
        if poll.body_hash == poll.source.body_hash and fetched.moved_to is None:
            self._unchanged(poll, fetched)
            return
        self._read(poll)

    def _read(self, poll: _Poll) -> None:
        assert poll.fetched is not None  # noqa: S101 - set by _answered
        with self._ctx.store.read() as tx:
            known = tx.entries.fingerprints(poll.source.id) if poll.source.entries else {}
            causes = tx.causes.list()
        own = (*poll.source.own_names, *self._ctx.settings.current.own_names)
        poll.job = DigestJob(poll.fetched, self._queries, poll.source.all_entries, own, known, causes)
        self._running[self._ctx.digester.submit(poll.job)] = (poll, self._heard)

    def _heard(self, poll: _Poll, future: "Future[Digest]") -> None:
        digest = future.result()
        fetched = poll.fetched
        assert fetched is not None  # noqa: S101 - set by _answered
        now = self._ctx.clock.now()
        with self._ctx.store.write() as tx:
            source = tx.sources.get(poll.source.id)
            queries = tx.queries.plain()
            job_queries = poll.job.queries if poll.job is not None else self._queries
            if queries != job_queries and poll.rereads < MAX_REREADS:
                taken = None
            else:
                taken = take_in(tx, source, digest.entries, now)
                record = FetchRecord(
                    now,
                    FetchOutcome.OK,
                    fetched.status,
                    len(digest.entries),
                    taken.new,
                    taken.changed,
                    self._elapsed(poll),
                    _damage(poll.source, digest),
                )
                self._note_success(tx, source, poll, digest, record)
        if taken is None:  # a Suchprofil changed while we read: read again with the new ones
            self._queries = queries
            poll.rereads += 1
            self._read(poll)
            return
        self._mentions += len(taken.mentions)
        self._finish(poll, record, moved=fetched.moved_to is not None)
        if taken.mentions:
            self._ctx.bus.publish(MentionsAdded(taken.mentions))
        if taken.changed:
            self._ctx.bus.publish(MentionsChanged())

    def _note_success(self, tx: Transaction, source: Source, poll: _Poll, digest: Digest, record: FetchRecord) -> None:
        fetched = poll.fetched
        assert fetched is not None  # noqa: S101 - set by _answered
        known = poll.job.known if poll.job is not None else {}
        learnt = health.document_values(source, digest.entries, known, record.new, record.at)
        values = self._success_values(source, fetched, record.at, digest.feed.ttl_s, learnt)
        # A damaged or cut document is asked for again in full: its validators would hide the rest.
        whole = not fetched.truncated
        values |= {"body_hash": poll.body_hash if whole else None}
        values |= {"software": source.software or digest.feed.software}
        values |= {"site_url": source.site_url or digest.feed.site_url}
        if not whole:
            values |= {"etag": None, "last_modified": None}
        if fetched.moved_to is not None:
            values |= health.moved_values(tx, source, fetched.moved_to, record.at)
        tx.sources.change(source.id, values)
        tx.sources.log_fetch(source.id, record)

    def _success_values(
        self, source: Source, fetched: Fetched, now: datetime, ttl_s: int, learnt: dict[str, Any]
    ) -> dict[str, Any]:
        wish = max(ttl_s, min(fetched.max_age_s, 6 * 3600))
        settled = replace(source, min_interval_s=wish, **learnt)
        default_s = self._ctx.settings.current.interval_minutes * 60
        fresh = fetched.etag != source.etag or fetched.last_modified != source.last_modified
        return {
            "etag": fetched.etag,
            "last_modified": fetched.last_modified,
            "validators_at": now if fresh or self._forced or source.validators_at is None else source.validators_at,
            "min_interval_s": wish,
            "last_attempt": now,
            "last_success": now,
            "next_due": next_due_after_success(settled, now, default_s),
            "failures": 0,
            **trouble_values(None),
            **learnt,
        }

    def _unchanged(self, poll: _Poll, fetched: Fetched) -> None:
        now = self._ctx.clock.now()
        record = FetchRecord(now, FetchOutcome.UNCHANGED, fetched.status, ms=self._elapsed(poll))
        with self._ctx.store.write() as tx:
            source = tx.sources.get(poll.source.id)
            kept = replace(
                fetched,
                etag=fetched.etag or source.etag,
                last_modified=fetched.last_modified or source.last_modified,
            )
            learnt = health.unchanged_values(source, now)
            tx.sources.change(source.id, self._success_values(source, kept, now, source.min_interval_s, learnt))
            tx.sources.log_fetch(source.id, record)
        self._finish(poll, record)

    def _failed(self, poll: _Poll, trouble: Trouble) -> None:
        now = self._ctx.clock.now()
        record = FetchRecord(now, FetchOutcome.FAILED, trouble.status, ms=self._elapsed(poll), trouble=trouble)
        if trouble.kind is TroubleKind.CANCELLED:
            self._finish(poll, record)
            return
        with self._ctx.store.write() as tx:
            if not tx.sources.is_known(poll.source.id):
                return
            source = tx.sources.get(poll.source.id)
            default_s = self._ctx.settings.current.interval_minutes * 60
            failures = source.failures if is_our_line(source, trouble, now) else source.failures + 1
            tx.sources.change(
                source.id,
                {
                    "last_attempt": now,
                    "failures": failures,
                    "next_due": next_due_after_failure(source, now, default_s, trouble),
                    **trouble_values(trouble),
                },
            )
            tx.sources.log_fetch(source.id, record)
        log.info("refresh.failed source=%d kind=%s status=%s", poll.source.id, trouble.kind, trouble.status)
        self._finish(poll, record)

    @staticmethod
    def _elapsed(poll: _Poll) -> int:
        return round((time.monotonic() - poll.started) * 1000)

    def _finish(self, poll: _Poll, record: FetchRecord, *, moved: bool = False) -> None:
        self._results.append(SourceResult(poll.source, record, moved))
        self._ctx.bus.publish(FeedChecked(poll.source.id))
        self._tell(finished=False)


def refresh(
    ctx: Context,
    sources: Sequence[SourceId] | None = None,
    cancel: threading.Event | None = None,
    *,
    forced: bool = False,
) -> RefreshOutcome:
    """Poll these sources, or all that are due; returns when the last one is stored.

    Args:
        ctx: Context.
        sources: Which; None takes those that are due.
        cancel: Set it to stop: what is stored stays, what is under way is dropped.
        forced: Ask unconditionally, without validators.
    """
    started = time.monotonic()
    now = ctx.clock.now()
    stop = cancel if cancel is not None else threading.Event()
    with ctx.store.read() as tx:
        wanted = set(tx.sources.due(now) if sources is None else sources)
        chosen = [
            source for source in tx.sources.list() if source.id in wanted and not (sources is None and source.paused)
        ]
        queries = tx.queries.plain()
    round_ = _Round(ctx, chosen, queries, stop, forced=forced)
    results, mentions = round_.run()
    if results:
        with ctx.store.write() as tx:
            tx.sources.forget_old_fetches(now)
    order = {source.id: place for place, source in enumerate(chosen)}
    return RefreshOutcome(
        tuple(sorted(results, key=lambda result: order[result.source.id])),
        mentions,
        round((time.monotonic() - started) * 1000),
        stop.is_set(),
    )


def take_in(tx: Transaction, source: Source, heard: Sequence[HeardEntry], now: datetime) -> TakenIn:
    """Insert or update what a document holds, by identity, inside one transaction.

    Known entries keep their key, work state and judgements by a person; a new wording
    becomes a version. Nothing is removed because it left the document.
    """
    heard = _without_repeats(heard)
    entries = [one.entry for one in heard]
    known = tx.entries.known(
        source.id,
        [entry.identity for entry in entries],
        sorted({variant for entry in entries if entry.link for variant in link_variants(entry.link)}),
    )
    adopted = match_known(entries, known)
    heard = [replace(one, entry=entry) for one, entry in zip(heard, adopted, strict=True)]
    new = [one for one in heard if one.entry.identity not in known]
    found = [(known[one.entry.identity], one) for one in heard if one.entry.identity in known]
    changed = [(before, one) for before, one in found if is_edited(before.fingerprint, one.entry.fingerprint)]
    ids = tx.entries.add(source.id, new, now)
    mentions = [
        NewMention(key, source.id, _day(one, now), one.sentiment, one.hits, one.own, one.reading)
        for key, one in zip(ids, new, strict=True)
        if one.sentiment is not None
    ]
    tx.mentions.add(mentions, now)
    tx.entries.seen([(before, one.entry) for before, one in found])
    added = [mention.id for mention in mentions]
    for before, one in found:
        if before.fingerprint != one.entry.fingerprint:
            added.extend(_edit(tx, source, before, one, now))
    return TakenIn(len(new), len(changed), tuple(added))


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


def _damage(source: Source, digest: Digest) -> Trouble | None:
    """A note that a document was read as far as it could be; the source itself is not in trouble."""
    if not digest.feed.damaged:
        return None
    return Trouble(TroubleKind.MALFORMED, urlsplit(source.feed_url).hostname or "", detail="partial")


def _day(one: HeardEntry, now: datetime) -> date:
    return local_day(sorting_time(one.entry.published_at or one.entry.updated_at, now))


def _edit(tx: Transaction, source: Source, before: KnownEntry, one: HeardEntry, now: datetime) -> list[EntryId]:
    """Take in a new wording, quietly if only numbers changed; returns the id if the entry became a mention by it."""
    entry_id = before.id
    if is_edited(before.fingerprint, one.entry.fingerprint):
        tx.entries.edit(entry_id, one, now)
    else:
        tx.entries.follow(entry_id, one)
    if one.sentiment is None:
        return []
    if tx.mentions.known([entry_id]):
        mention = tx.mentions.get(entry_id)
        tx.mentions.unlink_queries(entry_id)
        tx.mentions.link_queries({entry_id: one.hits})
        if not mention.sentiment.by_human:
            tx.mentions.judge([(entry_id, one.sentiment)], now)
        if one.reading is not None:
            # A person's judgement stays in force: what follows from it is understood again in the background.
            version = 0 if mention.sentiment.by_human else one.reading.version
            tx.traits.note({entry_id: replace(one.reading, version=version)})
        return []
    day = tx.entries.get(entry_id).local_day
    tx.mentions.add([NewMention(entry_id, source.id, day, one.sentiment, one.hits, one.own, one.reading)], now)
    return [entry_id]
