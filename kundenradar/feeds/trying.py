"""Trying addresses: what was asked, how much may still be asked, and what became of it."""

import re
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Protocol
from urllib.parse import urlsplit

from kundenradar.domain.addresses import consent_target
from kundenradar.domain.closedplaces import closed_place
from kundenradar.domain.errors import OutsideError, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.keys import FUTURE_TOLERANCE
from kundenradar.domain.mentions import ParsedFeed
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import Candidate, Scope, SourceKind
from kundenradar.feeds.forumrules import Place, scope_of_feed
from kundenradar.feeds.hostrules import name_of_feed
from kundenradar.feeds.links import clean_link, host_of, normalised
from kundenradar.feeds.pages import decode_page, page_feeds
from kundenradar.feeds.parse import parse_feed
from kundenradar.feeds.software import carries_comments, kind_of, recognise

MAX_CANDIDATES: Final = 20
MAX_DOWNLOADS: Final = 10
"""Requests of one search, the page itself included."""
PAGE_S: Final = 60.0
_WEEK_S: Final = 7 * 24 * 3600
_RETRY_WITHOUT_TLS: Final = frozenset(
    {TroubleKind.OFFLINE, TroubleKind.TLS, TroubleKind.PROTOCOL, TroubleKind.TIMEOUT, TroubleKind.PROXY}
)
_OFFERED_UNTRIED: Final = frozenset(
    {
        *(TroubleKind.LOGIN, TroubleKind.RATE_LIMITED, TroubleKind.FORBIDDEN, TroubleKind.TIMEOUT, TroubleKind.SERVER),
        *(TroubleKind.BROWSER_CHECK, TroubleKind.TOO_LARGE),
    }
)
_TOLD_BY: Final = 8
"""Entries that tell whether two feeds are one, written in two formats."""
_SAYS_NOTHING: Final = re.compile(
    r"[\W\d_]*(?:(?:rss|atom|rdf|xml|json|feeds?|newsfeed|abonnieren|subscribe)[\W\d_]*){1,5}", re.IGNORECASE
)
_SEARCHES: Final = ("/rss/search?", "/search.rss?", "/search?", "/news/search?", "/alerts/feeds/")
_REJECT_ALL: Final = "SOCS=CAE"
"""What YouTube's and Google's question for consent keeps when „Alle ablehnen“ is chosen."""
GUESS_S: Final = 30.0
"""Somebody waits for the answer: a guess is given up sooner than the page itself."""


class Asking(Protocol):
    """The part of a fetcher that discovery needs."""

    def submit(self, request: FetchRequest) -> Future[Fetched]:
        """Ask; the future holds the answer or raises OutsideError."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """A feed that was found, what orders it among the others, and where its first entries lead."""

    candidate: Candidate
    is_empty: bool = False
    links: tuple[str, ...] = ()


class Search:
    """One discovery: what was asked already, and how much may still be asked."""

    def __init__(self, fetcher: Asking, secrets: Secrets, url: str, carrier: str | None = None) -> None:
        self._fetcher = fetcher
        self._secrets = secrets
        self.asked = url
        self._carrier = carrier
        self._seen = {normalised(url)}
        self._sent: set[str] = set()
        self._silent: set[str] = set()
        self._left = MAX_DOWNLOADS
        self._offered = 0
        self._guessed: set[bytes] = set()
        self._no_feeds: dict[str, Fetched] = {}

    def first(self, url: str, *, or_without_tls: bool) -> Fetched:
        """The page that was asked for."""
        try:
            return self._past_consent(self._ask(url).result())
        except OutsideError as error:
            if not or_without_tls or error.trouble.kind not in _RETRY_WITHOUT_TLS:
                raise
            if error.trouble.detail == "no-such-host":
                return self._by_other_name(url, error)
            plain = "http://" + url.removeprefix("https://")
            self.asked = plain
            try:
                answer = self._ask(plain).result()
            except OutsideError as second:
                if error.trouble.kind is TroubleKind.PROTOCOL:
                    raise second from None  # it never spoke TLS: what it says without is the answer
                self.asked = url
                raise error from None
            return answer

    def _by_other_name(self, url: str, error: OutsideError) -> Fetched:
        """The page under ``www.``, where a firm registered that name only; nothing secret goes there.

        Raises:
            OutsideError: `error` if there is no such name either, else what stands in the way there.
        """
        scheme, _, rest = url.partition("://")
        if rest.startswith("www.") or self._secrets.kinds:
            raise error
        self.asked = named = f"{scheme}://www.{rest}"
        try:
            return self.first(named, or_without_tls=True)
        except OutsideError as second:
            if second.trouble.detail == "no-such-host":
                self.asked = url
                raise error from None
            raise

    def _past_consent(self, page: Fetched) -> Fetched:
        """The page behind a question for consent to cookies, which is answered with no; else the question."""
        target = consent_target(page.url)
        if target is None:
            return page
        try:
            return self._ask(target, cookie=_REJECT_ALL).result()
        except OutsideError:
            return page

    def page(self, url: str) -> Fetched | None:
        """Another page on the way, None if it was asked already as a page or there is none."""
        known = self._no_feeds.get(normalised(url))
        if known is not None:
            return known
        if normalised(url) in self._seen or self._left <= 0:
            return None
        self._seen.add(normalised(url))
        if host_of(url) in self._silent:
            return None
        try:
            return self._ask(url).result()
        except OutsideError as error:
            self._note_silence(url, error)
            return None

    def listed(self, links: Sequence[str]) -> list[Found]:
        """Feeds at the links, or on the one page they lead to that lists feeds."""
        for link in links[:2]:
            page = self.page(link)
            if page is None:
                continue
            try:
                return self._counted([found_feed(page.moved_to or link, parse_feed(page), Place(link))])
            except OutsideError:
                listed = page_feeds(decode_page(page.body, page.content_type), page.url)
                found = self.tried([Place(feed.url, feed.title, scope=scope_of_feed(feed.url)) for feed in listed])
                if found:
                    return found
        return []

    def tried(self, places: Iterable[Place], *, stop_at_first: bool = False) -> list[Found]:
        """Those of the places that are feeds, and those declared ones that there was no time to try."""
        fresh: list[Place] = []
        for place in places:
            url = clean_link(place.url, "")
            if url is None or closed_place(url) is not None:
                continue
            key = normalised(url)
            is_new = url not in self._sent if stop_at_first else key not in self._seen  # a closing slash may matter
            is_new = is_new and (place.sure or host_of(url) not in self._silent)
            if is_new and len(fresh) + self._offered < MAX_CANDIDATES:
                self._seen.add(key)
                fresh.append(replace(place, url=url))
        if stop_at_first:
            for place in fresh:
                if self._left <= 0 or host_of(place.url) in self._silent:
                    return []
                found = self._judged(place, self._ask(place.url))
                if found is not None:
                    return self._counted([found])
            return []
        now, later = fresh[: self._left], fresh[self._left :]
        futures = [(place, self._ask(place.url)) for place in now]
        found_all = [found for place, future in futures if (found := self._judged(place, future)) is not None]
        if found_all or not now:  # where every one that was tried is dead, the others are not believed
            found_all += [untried(place) for place in later if place.sure]
        return self._counted(found_all)

    def _counted(self, found: list[Found]) -> list[Found]:
        self._offered += len(found)
        return found

    def _ask(self, url: str, cookie: str = "") -> Future[Fetched]:
        self._left -= 1
        self._sent.add(url)
        given = self._secrets if _same_origin(url, self.asked) else Secrets()
        is_page = url == self.asked
        named_by = self._carrier if is_page else self._carrier or self.asked
        deadline_s = PAGE_S if is_page else GUESS_S
        request = FetchRequest(
            url,
            user=given.user or None,
            password=given.password if given.user else None,
            named_by=named_by,
            deadline_s=deadline_s,
            header=given.header,
            cookie=cookie or given.cookie,
        )
        return self._fetcher.submit(request)

    def _note_silence(self, url: str, error: OutsideError) -> None:
        """A server that let one guess wait would let the next wait, too; somebody sits in front of it."""
        if error.trouble.kind is TroubleKind.TIMEOUT:
            self._silent.add(host_of(url))

    def _judged(self, place: Place, future: Future[Fetched]) -> Found | None:
        answer = None
        try:
            answer = future.result()
            feed = parse_feed(answer)
        except OutsideError as error:
            self._note_silence(place.url, error)
            if answer is not None:
                self._no_feeds[normalised(place.url)] = answer  # perhaps the page that lists them
            if place.sure and error.trouble.kind in _OFFERED_UNTRIED:
                return untried(place)
            return None
        where = normalised(answer.url)
        if where in self._seen and where != normalised(place.url):
            return None  # it led to one that is known
        self._seen.add(where)
        if not place.sure and answer.body in self._guessed:
            return None  # another way to write the same guess
        self._guessed.add(answer.body)
        return found_feed(answer.moved_to or place.url, feed, place)


def _same_origin(one: str, other: str) -> bool:
    first, second = urlsplit(one), urlsplit(other)
    return (first.scheme, first.netloc) == (second.scheme, second.netloc)


def _kind(url: str, software: str, *, comments: bool) -> SourceKind:
    """The sort of place; a feed that searches the whole net is an alert."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    where = f"{parts.path}?{parts.query}"
    if host.endswith(("news.google.com", "bing.com", "google.de", "google.com")) and where.startswith(_SEARCHES):
        return SourceKind.ALERT
    return kind_of(software, comments=comments)


def untried(place: Place) -> Found:
    """A feed that is offered without having been read."""
    comments = carries_comments(place.url, place.title)
    software = recognise("", [place.url])
    return Found(
        Candidate(
            place.url,
            _telling(place.title) or name_of_feed(place.url),
            software=software,
            kind=_kind(place.url, software, comments=comments),
            comments=comments,
            scope=place.scope,
            is_tried=False,
        )
    )


def found_feed(url: str, feed: ParsedFeed, place: Place) -> Found:
    """A feed that was read at `url`, with what its place told of it."""
    title = feed.title or _telling(place.title)
    comments = carries_comments(url, f"{title} {place.title}")
    latest = feed.served_at + FUTURE_TOLERANCE if feed.served_at is not None else None
    published = (entry.published_at for entry in feed.entries)
    times = sorted(at for at in published if at is not None and (latest is None or at <= latest))
    candidate = Candidate(
        url=url,
        title=title,
        software=feed.software,
        kind=_kind(url, feed.software, comments=comments),
        newest_at=times[-1] if times else None,
        per_week=_per_week(times),
        comments=comments,
        scope=place.scope if place.scope is not Scope.UNKNOWN else scope_of_feed(url),
    )
    links = tuple(sorted(normalised(entry.link) for entry in feed.entries[:_TOLD_BY] if entry.link))
    return Found(candidate, is_empty=not feed.entries, links=links)


def _telling(title: str) -> str:
    """A title, empty if it says no more than that there is a feed."""
    return "" if _SAYS_NOTHING.fullmatch(title) is not None else title


def _per_week(times: Sequence[datetime]) -> float | None:
    """Entries per week over the delivered window, None for fewer than two dated entries."""
    if len(times) < 2:
        return None
    span_s = max((times[-1] - times[0]).total_seconds(), 3600.0)
    return round((len(times) - 1) / span_s * _WEEK_S, 1)


_SILENT: Final = timedelta(days=730)
_NEAR: Final = {Scope.THREAD: 0, Scope.BOARD: 1}


def ordered(found: Iterable[Found]) -> tuple[Candidate, ...]:
    """Best first: with news before empty, what was pasted before its surroundings, comments before articles.

    What has been silent for two years longer than another of its scope stands behind it, as does a list without dates.
    """
    every = list(found)
    times = [one.candidate.newest_at for one in every if one.candidate.newest_at is not None]
    silent_before = max(times) - _SILENT if times else None

    def is_silent(at: datetime | None) -> bool:
        return silent_before is not None and (at is None or at < silent_before)

    best_first = sorted(
        every,
        key=lambda one: (
            one.is_empty,
            not one.candidate.is_tried,
            _NEAR.get(one.candidate.scope, 2),
            is_silent(one.candidate.newest_at),
            one.candidate.scope is not Scope.BOARD and not one.candidate.comments,
        ),
    )
    return tuple(one.candidate for one in _without_twins(best_first))


def _without_twins(found: Sequence[Found]) -> list[Found]:
    """Each feed once, though a site may write it as RSS and as Atom."""
    kept: list[Found] = []
    known: set[object] = set()
    for one in found:
        feed = one.candidate
        sign = (host_of(feed.url), feed.title, feed.newest_at, feed.per_week, feed.scope, feed.comments, one.links)
        if not one.links or sign not in known:
            kept.append(one)
        known.add(sign)
    return kept
