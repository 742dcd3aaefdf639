"""Polling: ask, read, match, judge, store, tell. A document and its validators are stored together or not at all."""

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from datetime import datetime
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from kundenradar.context import Context, Digest, DigestJob
from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.errors import DataError, OutsideError, Trouble, TroubleKind
from kundenradar.domain.events import FeedChecked, MentionsAdded, MentionsChanged, RefreshProgress
from kundenradar.domain.fetching import Fetched
from kundenradar.domain.health import FetchOutcome, FetchRecord
from kundenradar.domain.queries import Query, QueryId
from kundenradar.domain.secrets import needs_tokens
from kundenradar.domain.sources import Source, SourceId, is_fetched
from kundenradar.domain.understanding import Cause
from kundenradar.feeds.slices import sliced
from kundenradar.log import error_name
from kundenradar.services.passing_over import completed, fingerprints, only, part_of, remembered
from kundenradar.services.polls import Poll, body_hash, failure, forgotten, left_behind, request_for, without_secrets
from kundenradar.services.taking_in import TakenIn, take_in
from kundenradar.store.search import source_words
from kundenradar.store.transaction import Transaction

log = logging.getLogger("kundenradar.refresh")

MAX_RUNNING = 224
"""Sources asked or being read at once; how many are asked at the same moment is the fetcher's business."""
MAX_READING = 128
"""Documents that wait for a reader or are being read: they lie in memory, and last while a batch is stored."""
MAX_READING_BYTES = 24 * 1024 * 1024
"""The same in bytes: nobody new is asked while so much waits."""
KEPT_AT_ONCE = 48
"""Sources stored in one transaction. Each is stored whole or not at all, its entries with its validators."""
PATIENCE_S = 0.6
"""How long what was read may wait for company before it is stored."""
LOOK_S = 0.5
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


Then = Callable[[Poll, "Future[Any]"], None]


class _Round:
    """One round of polling over some sources. Lives in one thread.

    What was read is stored for several sources at once: a commit and the full-text index cost less per entry so.
    """

    def __init__(
        self,
        ctx: Context,
        sources: Sequence[Source],
        looked_for: "_LookedFor",
        cancel: threading.Event,
        *,
        forced: bool,
    ) -> None:
        self._ctx = ctx
        self._waiting = list(reversed(sources))
        self._total = len(sources)
        self._looked_for = looked_for
        self._cancel = cancel
        self._forced = forced
        self._done: SimpleQueue[tuple[Poll, Then, Future[Any]]] = SimpleQueue()
        self._running: set[Future[Any]] = set()
        self._reading = self._reading_bytes = 0
        self._ready: list[Poll] = []
        self._ready_since = 0.0
        self._results: list[SourceResult] = []
        self._mentions = 0

    def run(self) -> tuple[tuple[SourceResult, ...], int]:
        """Poll all; results in the order they came in, and the number of new mentions."""
        self._tell(finished=False)
        while (self._waiting or self._running or self._ready) and not self._cancel.is_set():
            while self._waiting and self._has_room():
                self._ask(self._waiting.pop())
            for poll, then, future in self._finished():
                self._running.discard(future)
                self._step(poll, then, future)
            if self._ready and self._is_time_to_keep():
                self._keep_ready()
        for future in self._running:
            future.cancel()
        self._keep_ready()
        self._tell(finished=True)
        return tuple(self._results), self._mentions

    def _has_room(self) -> bool:
        is_read = self._reading < MAX_READING and self._reading_bytes < MAX_READING_BYTES
        return is_read and len(self._running) < MAX_RUNNING

    def _tell(self, *, finished: bool) -> None:
        self._ctx.bus.publish(RefreshProgress(len(self._results), self._total, self._mentions, finished))

    def _watch(self, future: "Future[Any]", poll: Poll, then: Then) -> None:
        self._running.add(future)
        future.add_done_callback(lambda done: self._done.put((poll, then, done)))

    def _finished(self) -> Iterator[tuple[Poll, Then, "Future[Any]"]]:
        """What came to an end; waits a little for the first."""
        if not self._running:
            return
        with contextlib.suppress(Empty):
            yield self._done.get(timeout=PATIENCE_S if self._ready else LOOK_S)
            while len(self._ready) < KEPT_AT_ONCE:
                yield self._done.get_nowait()

    def _is_time_to_keep(self) -> bool:
        waited = time.monotonic() - self._ready_since
        return len(self._ready) >= KEPT_AT_ONCE or not self._running or waited >= PATIENCE_S

    def _step(self, poll: Poll, then: Then, future: "Future[Any]") -> None:
        try:
            then(poll, future)
        except OutsideError as error:
            self._fail(poll, error.trouble)
        except CancelledError:
            self._fail(poll, Trouble(TroubleKind.CANCELLED))
        except DataError:
            raise  # the disk is full or the file is damaged: no other source would fare better
        except Exception as error:  # noqa: BLE001 - the edge of one source: a bug there must not end the round
            log.error("refresh.bug source=%d %s", poll.source.id, error_name(error))  # noqa: TRY400 - texts may be in it
            self._fail(poll, Trouble(TroubleKind.INTERNAL))

    # -- from asking to read -----------------------------------------------------------

    def _ask(self, source: Source) -> None:
        secrets = self._ctx.credentials.get(source.id) if source.has_login else None
        poll = Poll(source, time.monotonic(), self._forced, secrets)
        request = request_for(source, secrets, self._ctx.clock.now(), forced=self._forced)
        if (source.has_login and secrets is None) or needs_tokens(request.url):
            self._watch(forgotten(source), poll, self._answered)
            return
        self._watch(self._ctx.fetcher.submit(request), poll, self._answered)

    def _answered(self, poll: Poll, future: "Future[Fetched]") -> None:
        fetched = poll.fetched = without_secrets(future.result(), poll.secrets)
        if fetched.status != 304:
            poll.body_hash = body_hash(fetched.body)
            if poll.body_hash != poll.source.body_hash or fetched.moved_to is not None:
                self._read(poll, fetched)
                return
        self._make_ready(poll)

    def _read(self, poll: Poll, fetched: Fetched) -> None:
        slices = sliced(fetched)
        poll.marks = slices.marks if slices is not None else None
        poll.part, known = None, dict[str, str]()
        if poll.source.entries:
            with self._ctx.store.read() as tx:
                known = tx.entries.fingerprints(poll.source.id)
                if slices is not None and not poll.forced and not poll.whole:
                    poll.part = part_of(tx, poll.source, slices, self._ctx.clock.now())
        poll.known = known  # of what is not read too: what is read may be back after a time
        if slices is not None and poll.part is not None:
            fetched, known = only(fetched, slices, poll.part), fingerprints(poll.part)
        place = source_words(poll.source.name, poll.source.feed_url, poll.source.site_url)
        own = (*poll.source.own_names, *self._ctx.settings.current.own_names)
        rivals = self._ctx.settings.current.competitors
        queries, causes, firm, lesson = self._looked_for
        poll.job = DigestJob(fetched, queries, poll.source.all_entries, own, known, causes, place, firm, rivals, lesson)
        self._reading += 1
        self._reading_bytes += len(fetched.body)
        self._watch(self._ctx.digester.submit(poll.job), poll, self._heard)

    def _heard(self, poll: Poll, future: "Future[Digest]") -> None:
        self._reading -= 1
        self._reading_bytes -= 0 if poll.job is None else len(poll.job.fetched.body)
        if poll.part is not None and poll.fetched is not None:
            digest = None
            with contextlib.suppress(OutsideError):
                digest = completed(poll.part, future.result())
            if digest is None:
                poll.whole = True
                self._read(poll, poll.fetched)
                return
            poll.digest = digest
        else:
            poll.digest = future.result()
        self._make_ready(poll)

    def _fail(self, poll: Poll, trouble: Trouble) -> None:
        poll.trouble = trouble
        if trouble.kind is TroubleKind.CANCELLED:
            self._finish(poll, failure(poll, self._ctx.clock.now()))
        else:
            self._make_ready(poll)

    def _make_ready(self, poll: Poll) -> None:
        if not self._ready:
            self._ready_since = time.monotonic()
        self._ready.append(poll)

    # -- from read to stored -----------------------------------------------------------

    def _keep_ready(self) -> None:
        polls, self._ready = self._ready, []
        if polls:
            self._keep(polls)

    def _keep(self, polls: Sequence[Poll]) -> None:
        """Store what polls came to in one transaction; each by itself if one of them has a bug."""
        try:
            self._store(polls)
        except DataError:
            raise
        except Exception as error:  # noqa: BLE001 - the edge of one source: a bug there must not end the round
            if len(polls) > 1:
                for poll in polls:
                    self._keep([poll])
                return
            [poll] = polls
            log.error("refresh.bug source=%d %s", poll.source.id, error_name(error))  # noqa: TRY400 - texts may be in it
            has_failed = poll.trouble is not None
            poll.trouble = Trouble(TroubleKind.INTERNAL)
            if has_failed:
                self._finish(poll, failure(poll, self._ctx.clock.now()))
            else:
                self._keep(polls)

    def _store(self, polls: Sequence[Poll]) -> None:
        now = self._ctx.clock.now()
        default_s = self._ctx.settings.current.interval_minutes * 60
        with self._ctx.store.write() as tx:
            sources = tx.sources.some([poll.source.id for poll in polls])
            looked_for = _looked_for(tx)
            current = [poll for poll in polls if poll.source.id in sources and not _is_outdated(poll, looked_for)]
            read = [(poll, poll.digest) for poll in current if poll.digest is not None]
            taken = take_in(tx, [(sources[poll.source.id], digest) for poll, digest in read], now)
            self._remember(tx, read, taken, now)
            brought = {poll.source.id: one for (poll, _), one in zip(read, taken, strict=True)}
            left = [
                left_behind(tx, poll, sources[poll.source.id], brought.get(poll.source.id), now, default_s)
                for poll in current
            ]
            tx.sources.change_all({poll.source.id: one.values for poll, one in zip(current, left, strict=True)})
            tx.sources.log_fetches([(poll.source.id, one.record) for poll, one in zip(current, left, strict=True)])
        self._publish(taken)
        for poll, one in zip(current, left, strict=True):
            self._finish(poll, one.record)
        self._pass_over([poll for poll in polls if poll.source.id not in sources], now)
        self._looked_for = looked_for
        for poll in polls:
            if poll.source.id in sources and _is_outdated(poll, looked_for):
                self._read_again(poll)

    def _remember(
        self, tx: Transaction, read: Sequence[tuple[Poll, Digest]], taken: Sequence[TakenIn], now: datetime
    ) -> None:
        """Note what documents held, so that what is in them need not be read again."""
        documents = {
            poll.source.id: remembered(
                digest, poll.marks, one.ids, now if poll.part is None else poll.part.read_at, one.shifted
            )
            for (poll, digest), one in zip(read, taken, strict=True)
        }
        tx.documents.keep(documents, tx.documents.newest(list(documents)))

    def _publish(self, taken: Sequence[TakenIn]) -> None:
        """Tell what came in; after the commit."""
        added = tuple(key for one in taken for key in one.mentions)
        self._mentions += len(added)
        if added:
            self._ctx.bus.publish(MentionsAdded(added))
        answered = tuple(key for one in taken for key in one.answered)
        if any(one.changed for one in taken):
            self._ctx.bus.publish(MentionsChanged())
        elif answered:
            self._ctx.bus.publish(MentionsChanged(answered))

    def _pass_over(self, removed: Sequence[Poll], now: datetime) -> None:
        """End polls whose sources were removed meanwhile."""
        for poll in removed:
            trouble = Trouble(TroubleKind.CANCELLED, detail="removed")
            self._finish(poll, FetchRecord(now, FetchOutcome.FAILED, trouble=trouble))

    def _read_again(self, poll: Poll) -> None:
        """A Suchprofil changed while we read: read again with the new ones."""
        poll.digest = None
        poll.rereads += 1
        if poll.fetched is not None:
            self._read(poll, poll.fetched)

    def _finish(self, poll: Poll, record: FetchRecord) -> None:
        moved = poll.fetched is not None and poll.fetched.moved_to is not None
        self._results.append(SourceResult(poll.source, record, moved and record.outcome is FetchOutcome.OK))
        self._ctx.bus.publish(FeedChecked(poll.source.id))
        self._tell(finished=False)


class _LookedFor(NamedTuple):
    """What is looked for in documents.

    Attributes:
        queries: Suchprofile.
        causes: Causes, None if they are those that a fresh installation knows.
        firm: The Suchprofil made from the firm's words, or None.
        lesson: Number of the lesson in force, 0 for none.
    """

    queries: tuple[Query, ...]
    causes: tuple[Cause, ...] | None
    firm: QueryId | None
    lesson: int


def _looked_for(tx: Transaction) -> _LookedFor:
    causes = tx.causes.list()
    own_causes = None if causes is DEFAULT_CAUSES else causes
    return _LookedFor(tx.queries.plain(), own_causes, tx.queries.firm(), tx.corrections.newest())


def _is_outdated(poll: Poll, looked_for: _LookedFor) -> bool:
    """Whether a document was read for other Suchprofile than there are now."""
    return (
        poll.job is not None
        and poll.digest is not None
        and poll.job.queries != looked_for.queries
        and poll.rereads < MAX_REREADS
    )


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
            source
            for source in tx.sources.list()
            if source.id in wanted and is_fetched(source) and not (sources is None and source.paused)
        ]
        looked_for = _looked_for(tx)
    round_ = _Round(ctx, chosen, looked_for, stop, forced=forced)
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
