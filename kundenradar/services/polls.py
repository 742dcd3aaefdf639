"""One source on its way through a round, and what its poll leaves behind in the store."""

import hashlib
import logging
import time
from collections.abc import Collection
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from kundenradar.context import Digest, DigestJob
from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.health import FetchOutcome, FetchRecord
from kundenradar.domain.secrets import Secrets, hidden, hidden_bytes, with_tokens
from kundenradar.domain.sources import Source, is_our_line, next_due_after_failure, next_due_after_success
from kundenradar.services import health
from kundenradar.services.passing_over import Part
from kundenradar.services.taking_in import TakenIn
from kundenradar.store.sources import trouble_values
from kundenradar.store.transaction import Transaction

log = logging.getLogger("kundenradar.refresh")

VALIDATORS_KEPT = timedelta(days=1)
"""Once a day the whole document is asked for: some servers say 304 for ever (FEEDS.md row 9)."""


@dataclass(slots=True, eq=False)
class Poll:
    """One source on its way: asked, answered, read; with a trouble if it came to nothing.

    Attributes:
        started: When it was asked (monotonic seconds).
        forced: Asked without validators.
        secrets: What opened it.
        rereads: How often it was read again because a Suchprofil changed meanwhile.
        marks: Of the items of its document, if that has slices.
        part: What of its document is read, None if all of it.
        whole: A part of its document did not tell all.
        known: Identities of the newest entries that were stored before.
    """

    source: Source
    started: float
    forced: bool = False
    secrets: Secrets | None = None
    fetched: Fetched | None = None
    body_hash: str = ""
    job: DigestJob | None = None
    digest: Digest | None = None
    trouble: Trouble | None = None
    rereads: int = 0
    marks: tuple[bytes, ...] | None = None
    part: Part | None = None
    whole: bool = False
    known: Collection[str] = ()

    @property
    def elapsed_ms(self) -> int:
        """Milliseconds since it was asked."""
        return round((time.monotonic() - self.started) * 1000)


def body_hash(body: bytes) -> str:
    """Hash of a body, to know it again without reading it: blake2b, 16 bytes, hex."""
    return hashlib.blake2b(body, digest_size=16).hexdigest()


def request_for(source: Source, secrets: Secrets | None, now: datetime, *, forced: bool) -> FetchRequest:
    """The conditional GET for a source; unconditional when forced or the validators are old."""
    stale = source.validators_at is None or now - source.validators_at > VALIDATORS_KEPT
    conditional = not forced and not stale
    named_by = source.address if source.address != source.feed_url and "://" in source.address else None
    opening = secrets or Secrets()
    return FetchRequest(
        url=with_tokens(source.feed_url, opening.tokens),
        named_by=named_by,
        etag=source.etag if conditional else None,
        last_modified=source.last_modified if conditional else None,
        user=opening.user or None,
        password=opening.password if opening.user else None,
        header=opening.header,
        cookie=opening.cookie,
    )


def without_secrets(fetched: Fetched, secrets: Secrets | None) -> Fetched:
    """An answer without the secret parts of its address: what is stored and shown never holds them.

    A feed that moves to an address with a secret of another kind stays where it is: the old address leads there, and
    the new one could not be asked for without what nobody keeps.
    """
    if fetched.moved_to is not None:
        plain = hidden(fetched.moved_to, secrets)
        can_be_asked = with_tokens(plain, (secrets or Secrets()).tokens) == fetched.moved_to
        fetched = replace(fetched, moved_to=plain if can_be_asked else None)
    if secrets is None or not secrets.tokens:
        return fetched
    return replace(fetched, url=hidden(fetched.url, secrets), body=hidden_bytes(fetched.body, secrets))


def forgotten(source: Source) -> "Future[Fetched]":
    """The answer nobody needs to be asked for: what opens the source is not to be had."""
    future: Future[Fetched] = Future()
    host = urlsplit(source.feed_url).hostname or ""
    future.set_exception(OutsideError(Trouble(TroubleKind.LOGIN, host, detail="forgotten")))
    return future


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What a poll leaves behind: its record, and columns of its source."""

    record: FetchRecord
    values: dict[str, Any]


def left_behind(
    tx: Transaction, poll: Poll, source: Source, taken: TakenIn | None, now: datetime, default_s: int
) -> LeftBehind:
    """What follows from a poll.

    Args:
        tx: The write that takes in its document; a former address is kept by it.
        poll: The poll.
        source: Its source as it stands now.
        taken: What its document brought, None if there was none to read.
        now: This moment.
        default_s: Seconds between two polls by the preferences.
    """
    if poll.trouble is not None:
        log.info("refresh.failed source=%d kind=%s status=%s", source.id, poll.trouble.kind, poll.trouble.status)
        return LeftBehind(failure(poll, now), _failure_values(source, poll.trouble, now, default_s))
    if poll.digest is None or taken is None:
        return _after_silence(poll, source, now, default_s)
    return _after_document(tx, poll, source, poll.digest, taken, now, default_s)


def failure(poll: Poll, now: datetime) -> FetchRecord:
    """The record of a poll that came to nothing."""
    status = poll.trouble.status if poll.trouble is not None else None
    return FetchRecord(now, FetchOutcome.FAILED, status, ms=poll.elapsed_ms, trouble=poll.trouble)


def _failure_values(source: Source, trouble: Trouble, now: datetime, default_s: int) -> dict[str, Any]:
    return {
        "last_attempt": now,
        "failures": source.failures if is_our_line(source, trouble, now) else source.failures + 1,
        "next_due": next_due_after_failure(source, now, default_s, trouble),
        **trouble_values(trouble),
    }


def _after_silence(poll: Poll, source: Source, now: datetime, default_s: int) -> LeftBehind:
    """After an answer without anything new."""
    fetched = _answer_of(poll)
    record = FetchRecord(now, FetchOutcome.UNCHANGED, fetched.status, ms=poll.elapsed_ms)
    kept = replace(
        fetched,
        etag=fetched.etag or source.etag,
        last_modified=fetched.last_modified or source.last_modified,
    )
    learnt = health.unchanged_values(source, now)
    return LeftBehind(record, _success_values(source, kept, now, source.min_interval_s, learnt, default_s))


def _after_document(
    tx: Transaction, poll: Poll, source: Source, digest: Digest, taken: TakenIn, now: datetime, default_s: int
) -> LeftBehind:
    fetched = _answer_of(poll)
    record = FetchRecord(
        now,
        FetchOutcome.OK,
        fetched.status,
        len(digest.entries),
        taken.new,
        taken.changed,
        poll.elapsed_ms,
        _damage(source, digest),
    )
    learnt = health.document_values(source, digest.entries, poll.known, record.new, now)
    values = _success_values(source, fetched, now, digest.feed.ttl_s, learnt, default_s)
    # A damaged or cut document is asked for again in full: its validators would hide the rest.
    whole = not fetched.truncated
    values |= {"body_hash": poll.body_hash if whole else None}
    values |= {"software": source.software or digest.feed.software}
    values |= {"site_url": source.site_url or digest.feed.site_url}
    if not whole:
        values |= {"etag": None, "last_modified": None}
    if fetched.moved_to is not None:
        values |= health.moved_values(tx, source, fetched.moved_to, now)
    return LeftBehind(record, values)


def _answer_of(poll: Poll) -> Fetched:
    assert poll.fetched is not None  # noqa: S101 - a poll without trouble was answered
    return poll.fetched


def _success_values(
    source: Source, fetched: Fetched, now: datetime, ttl_s: int, learnt: dict[str, Any], default_s: int
) -> dict[str, Any]:
    wish = max(ttl_s, min(fetched.max_age_s, 6 * 3600))
    settled = replace(source, min_interval_s=wish, **learnt)
    return {
        "etag": fetched.etag,
        "last_modified": fetched.last_modified,
        "validators_at": now if fetched.status == 200 or source.validators_at is None else source.validators_at,
        "min_interval_s": wish,
        "last_attempt": now,
        "last_success": now,
        "next_due": next_due_after_success(settled, now, default_s),
        "failures": 0,
        **trouble_values(None),
        **learnt,
    }


def _damage(source: Source, digest: Digest) -> Trouble | None:
    """A note that a document was read as far as it could be; the source itself is not in trouble."""
    if not digest.feed.damaged:
        return None
    return Trouble(TroubleKind.MALFORMED, urlsplit(source.feed_url).hostname or "", detail="partial")
