"""A body read, matched and judged: what workers do, and nobody else needs to import."""

import functools
from collections.abc import Callable

from kundenradar.classify.concerns import read
from kundenradar.context import Digest, DigestJob
from kundenradar.domain.attention import Ear, ear
from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.likeness import sketch
from kundenradar.domain.matching import Facts, Matcher, hits, matcher, searchable
from kundenradar.domain.mentions import HeardEntry, ParsedEntry
from kundenradar.domain.queries import Query, QueryId, parse_query
from kundenradar.domain.sentiment import Sentiment
from kundenradar.domain.subject import AboutLabel, Focus
from kundenradar.domain.text import index_text
from kundenradar.domain.threads import is_own, nickname
from kundenradar.domain.understanding import Cause
from kundenradar.feeds.parse import parse_feed

Judge = Callable[[str, float | None], Sentiment]


def heard(job: DigestJob, judge: Judge) -> Digest:
    """Read, match and judge one body.

    Args:
        job: The body and what is known of its source.
        judge: Judges a text with the stars that came with it.

    Raises:
        OutsideError: The body is no feed.
    """
    feed = parse_feed(job.fetched)
    own_names = frozenset(nickname(name) for name in job.own_names)
    heeds = ear(Focus(job.queries, job.firm, job.rivals))
    causes = DEFAULT_CAUSES if job.causes is None else _same(job.causes)
    return Digest(feed, tuple([_hear(entry, job, own_names, judge, heeds, causes) for entry in feed.entries]))


@functools.lru_cache(maxsize=2)
def _same(causes: tuple[Cause, ...]) -> tuple[Cause, ...]:
    """The causes that came with an earlier job if these are the same: what is the same object is looked up at once."""
    return causes


@functools.lru_cache(maxsize=4)
def _matchers(queries: tuple[Query, ...]) -> dict[QueryId, Matcher]:
    return {query.id: matcher(parse_query(query.expression)) for query in queries}


def _hear(
    entry: ParsedEntry,
    job: DigestJob,
    own_names: frozenset[str],
    judge: Judge,
    heeds: Ear,
    causes: tuple[Cause, ...],
) -> HeardEntry:
    """One entry, indexed, matched and judged by what it says of the firm; known wordings are passed over."""
    if job.known.get(entry.identity) == entry.fingerprint:
        return HeardEntry(entry)
    body = entry.judged or entry.text
    words = searchable(entry.title, body, facts=Facts(entry.author or "", job.source))
    met = hits(_matchers(job.queries), words)
    (title, alt_title), (main, alt) = words.fields
    author = " ".join(index_text(entry.author)).strip() if entry.author else ""
    index = (title, main, alt_title, alt, author)
    own = is_own(entry.author, own_names)
    if not (met or job.all_entries):
        return HeardEntry(entry, met, own=own, index=index)
    row = main.split()
    part = heeds.said("" if entry.reply else entry.title, body, met, entry.rating, row)
    sentiment = judge(part.judged, part.rating)
    reading = read(part.judged, sentiment, causes)
    passing = part.about.label is AboutLabel.PASSING
    return HeardEntry(entry, met, sentiment, own, index, reading, () if own else sketch(row, entry.link), passing)
