"""What can be heard behind an address: any page, forum or feed (FEEDS.md §4)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol
from urllib.parse import urlsplit

from kundenradar.domain.addresses import read_address
from kundenradar.domain.closedplaces import WhatHelps, closed_place
from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.mentions import ParsedFeed
from kundenradar.domain.sources import Candidate, Scope, SourceKind
from kundenradar.feeds.forumrules import (
    Place,
    board_feeds,
    route_feeds,
    scope_of_feed,
    softwares_of_page,
    whole_feeds,
)
from kundenradar.feeds.hostrules import is_platform, more_places, name_of_feed, rule_places, well_known
from kundenradar.feeds.links import clean_link, host_of, normalised
from kundenradar.feeds.pages import (
    FoundFeed,
    Trust,
    breadcrumbs,
    canonical_address,
    decode_page,
    embedded_feeds,
    hinted_links,
    is_single_article,
    page_feeds,
    refresh_address,
)
from kundenradar.feeds.parse import parse_feed
from kundenradar.feeds.software import carries_comments, kind_of, recognise

MAX_CANDIDATES: Final = 20
MAX_DOWNLOADS: Final = 10
"""Requests of one search, the page itself included."""
_WEEK_S: Final = 7 * 24 * 3600
_RETRY_WITHOUT_TLS: Final = frozenset({TroubleKind.OFFLINE, TroubleKind.TLS, TroubleKind.PROTOCOL, TroubleKind.TIMEOUT})
_OFFERED_UNTRIED: Final = frozenset(
    {
        *(TroubleKind.LOGIN, TroubleKind.RATE_LIMITED, TroubleKind.FORBIDDEN, TroubleKind.TIMEOUT, TroubleKind.SERVER),
        *(TroubleKind.BROWSER_CHECK, TroubleKind.TOO_LARGE),
    }
)
_SEARCHES: Final = ("/rss/search?", "/search.rss?", "/search?", "/news/search?", "/alerts/feeds/")

_TELLING: Final = frozenset({"login-page", "captive-portal", "opml"})
_LOGIN_ADDRESS: Final = re.compile(
    r"/(?:[\w-]*login|sign-?in|anmeld\w*)\b|[?&;](?:mode|action|do)=login", re.IGNORECASE
)
_LOGIN_TITLE: Final = re.compile(
    r"<title>[^<]{0,120}\b(?:anmeld\w*|einloggen|log-?in|log in|sign in|zugang|registrier\w*)\b", re.IGNORECASE
)


class Asking(Protocol):
    """The part of a fetcher that discovery needs."""

    def submit(self, request: FetchRequest) -> Future[Fetched]:
        """Ask; the future holds the answer or raises OutsideError."""
        ...


class FeedDiscoverer:
    """Finds feeds behind an address by asking through a fetcher; fulfils the Protocol Discoverer."""

    def __init__(self, fetcher: Asking) -> None:
        self._fetcher = fetcher

    def discover(self, address: str, user: str | None = None, password: str | None = None) -> tuple[Candidate, ...]:
        """Feeds behind an address, best first; at most 20, with at most 10 requests in all.

        Args:
            address: What the owner pasted: a feed, a page, a forum, with or without scheme, in a sentence or not.
            user: Name for the origin of the address only.
            password: Password for the same.

        Raises:
            InputError: ``address-empty``, ``address-mail`` or ``address-bad``.
            OutsideError: The place cannot be reached; or NOT_A_FEED with the detail ``no-feed-here``,
                ``closed-platform`` for places that let nobody listen, ``google-alerts`` for the page of alerts.
        """
        asked = read_address(address)
        _refuse_closed(asked.url)
        search = _Search(self._fetcher, user or asked.user, asked.password if password is None else password, asked.url)
        promised = rule_places(asked.url)
        if promised and is_platform(asked.url):
            found = search.tried([*promised, *more_places(asked.url)])
            if found:
                return _ordered(found)
        try:
            page = search.first(asked.url, or_without_tls=not asked.scheme_given)
        except OutsideError as error:
            return _ordered(_without_page(search, promised, asked.url, error))
        return _ordered(_of_page(search, page, promised))


def web_address(typed: str) -> tuple[str, bool]:
    """What the owner typed as an http(s) address, and whether it came with its scheme.

    Raises:
        InputError: ``address-empty``, ``address-mail`` or ``address-bad``.
    """
    asked = read_address(typed)
    return asked.url, asked.scheme_given


@dataclass(frozen=True, slots=True)
class _Found:
    """A feed that was found, and what orders it among the others."""

    candidate: Candidate
    is_empty: bool = False


def _refuse_closed(url: str) -> None:
    place = closed_place(url)
    if place is not None:
        detail = "google-alerts" if WhatHelps.ALERTS in place.helps else "closed-platform"
        raise OutsideError(Trouble(TroubleKind.NOT_A_FEED, host_of(url), detail=detail))


def _without_page(search: "_Search", promised: Sequence[Place], url: str, error: OutsideError) -> "list[_Found]":
    """What the address alone promises, when its page cannot be had.

    Raises:
        OutsideError: Why the page could not be had, if nothing else can be heard either.
    """
    found = search.tried([*promised, *more_places(url)])
    if found:
        return found
    if error.trouble.kind in (TroubleKind.OFFLINE, TroubleKind.PROXY) and is_platform(url):
        return [_untried(place) for place in promised if place.sure]  # the rule holds without a line, too
    raise error from None


def _of_page(search: "_Search", page: Fetched, promised: Sequence[Place]) -> "list[_Found]":
    """The page as a feed, or the feeds behind it.

    Raises:
        OutsideError: NOT_A_FEED with ``no-feed-here``, or why the page says nothing.
    """
    _refuse_closed(page.url)  # a short address led there
    try:
        return [_found(page.moved_to or search.asked, parse_feed(page), Place(page.url))]
    except OutsideError as error:
        further = refresh_address(decode_page(page.body, page.content_type), page.url)
        if further is not None and (next_page := search.page(further)) is not None:
            return _of_page(search, next_page, rule_places(further))
        found = _behind_page(search, page, promised)
        if found:
            return found
        raise OutsideError(_nothing_here(error.trouble, page)) from error


def _nothing_here(trouble: Trouble, page: Fetched) -> Trouble:
    """Why nothing was found behind a page that could be read."""
    if trouble.detail == "login-page" and not _is_login_wall(page):
        trouble = replace(trouble, kind=TroubleKind.NOT_A_FEED, detail="html")  # a small login field on an open page
    if trouble.kind not in (TroubleKind.NOT_A_FEED, TroubleKind.EMPTY):
        return trouble
    if host_of(page.url).endswith("youtube.com"):
        return replace(trouble, kind=TroubleKind.NOT_A_FEED, detail="youtube")
    detail = trouble.detail if trouble.detail in _TELLING else "no-feed-here"
    return replace(trouble, kind=TroubleKind.NOT_A_FEED, detail=detail)


def _is_login_wall(page: Fetched) -> bool:
    """Whether there is nothing but a login."""
    text = decode_page(page.body, page.content_type)
    return _LOGIN_ADDRESS.search(page.url) is not None or _LOGIN_TITLE.search(text[:20_000]) is not None


def _behind_page(search: "_Search", page: Fetched, promised: Sequence[Place]) -> "list[_Found]":
    """Feeds behind a page: what its platform, its links, its software and its text tell, in this order."""
    text = decode_page(page.body, page.content_type)
    named = page_feeds(text, page.url)
    declared = [_declared(feed) for feed in named if feed.trust is Trust.DECLARED]
    perhaps = [_declared(feed) for feed in named if feed.trust is Trust.PERHAPS]
    linked = [
        Place(feed.url, feed.title, scope=scope_of_feed(feed.url)) for feed in named if feed.trust is Trust.LINKED
    ]
    softwares = softwares_of_page(text)
    here = list(_here(page, text, search.asked, promised, softwares))
    found = search.tried([*here, *declared, *_around(page, text, softwares, declared)])
    found += search.tried(perhaps)
    if not found:
        found = search.tried(linked)
    if not found:
        found = search.listed(hinted_links(text, page.url))
    if not found:
        found = search.tried([Place(url) for url in well_known(page.url)], stop_at_first=True)
    return found


def _here(page: Fetched, text: str, asked: str, promised: Sequence[Place], softwares: Sequence[str]) -> Iterator[Place]:
    """Feeds of the very thing that was pasted: its discussion, its board, its channel."""
    yield from (Place(url, sure=True) for url in embedded_feeds(text, page.url))
    addresses = [page.url, canonical_address(text, page.url) or ""]
    if is_platform(page.url):
        for address in addresses:
            yield from (*rule_places(address), *more_places(address))
        return
    if not softwares:
        yield from promised
        for address in addresses[page.url == asked :]:
            yield from rule_places(address)
        return
    for software in softwares:
        for address in dict.fromkeys([asked, *addresses]):
            yield from route_feeds(address, software)
    if "WordPress" in softwares and is_single_article(text):
        yield Place(f"{page.url.partition('?')[0].rstrip('/')}/feed/", scope=Scope.THREAD)


def _around(page: Fetched, text: str, softwares: Sequence[str], declared: Sequence[Place]) -> Iterator[Place]:
    """The board of a discussion and everything new at its forum or blog."""
    links = breadcrumbs(text, page.url)
    for software in softwares:
        for link in links:
            board = board_feeds(link, software)
            if board:
                yield from board
                break
    for software in softwares:
        if software in ("WordPress", "Blogger") and any(_are_all_comments(place) for place in declared):
            continue  # the page names them itself
        yield from whole_feeds(software, page.url, text)
    yield from more_places(page.url)


def _are_all_comments(place: Place) -> bool:
    return place.scope is Scope.ALL and carries_comments(place.url, place.title)


def _declared(feed: FoundFeed) -> Place:
    scope = scope_of_feed(feed.url)
    if scope is Scope.UNKNOWN and carries_comments(feed.url, feed.title):
        scope = Scope.THREAD  # comments that are not those of the whole site
    return Place(feed.url, feed.title, sure=feed.trust is Trust.DECLARED, scope=scope)


class _Search:
    """One discovery: what was asked already, and how much may still be asked."""

    def __init__(self, fetcher: Asking, user: str | None, password: str | None, url: str) -> None:
        self._fetcher = fetcher
        self._login = (user, password)
        self.asked = url
        self._seen = {normalised(url)}
        self._left = MAX_DOWNLOADS
        self._offered = 0
        self._guessed: set[bytes] = set()

    def first(self, url: str, *, or_without_tls: bool) -> Fetched:
        """The page that was asked for."""
        try:
            return self._ask(url).result()
        except OutsideError as error:
            if not or_without_tls or error.trouble.kind not in _RETRY_WITHOUT_TLS:
                raise
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

    def page(self, url: str) -> Fetched | None:
        """Another page on the way, None if it was asked already or there is none."""
        if normalised(url) in self._seen or self._left <= 0:
            return None
        self._seen.add(normalised(url))
        try:
            return self._ask(url).result()
        except OutsideError:
            return None

    def listed(self, links: Sequence[str]) -> list[_Found]:
        """Feeds at the links, or on the one page they lead to that lists feeds."""
        for link in links[:2]:
            page = self.page(link)
            if page is None:
                continue
            try:
                return self._counted([_found(page.moved_to or link, parse_feed(page), Place(link))])
            except OutsideError:
                listed = page_feeds(decode_page(page.body, page.content_type), page.url)
                found = self.tried([Place(feed.url, feed.title, scope=scope_of_feed(feed.url)) for feed in listed])
                if found:
                    return found
        return []

    def tried(self, places: Iterable[Place], *, stop_at_first: bool = False) -> list[_Found]:
        """Those of the places that are feeds, and those declared ones that there was no time to try."""
        fresh: list[Place] = []
        for place in places:
            url = clean_link(place.url, "")
            if url is None or closed_place(url) is not None:
                continue
            key = normalised(url)
            if key not in self._seen and len(fresh) + self._offered < MAX_CANDIDATES:
                self._seen.add(key)
                fresh.append(replace(place, url=url))
        if stop_at_first:
            for place in fresh:
                if self._left <= 0:
                    return []
                found = self._judged(place, self._ask(place.url))
                if found is not None:
                    return self._counted([found])
            return []
        now, later = fresh[: self._left], fresh[self._left :]
        futures = [(place, self._ask(place.url)) for place in now]
        found_all = [found for place, future in futures if (found := self._judged(place, future)) is not None]
        if found_all or not now:  # where every one that was tried is dead, the others are not believed
            found_all += [_untried(place) for place in later if place.sure]
        return self._counted(found_all)

    def _counted(self, found: list[_Found]) -> list[_Found]:
        self._offered += len(found)
        return found

    def _ask(self, url: str) -> Future[Fetched]:
        self._left -= 1
        user, password = self._login if _same_origin(url, self.asked) else (None, None)
        named_by = None if url == self.asked else self.asked
        return self._fetcher.submit(FetchRequest(url, user=user, password=password, named_by=named_by))

    def _judged(self, place: Place, future: Future[Fetched]) -> _Found | None:
        try:
            answer = future.result()
            feed = parse_feed(answer)
        except OutsideError as error:
            if place.sure and error.trouble.kind in _OFFERED_UNTRIED:
                return _untried(place)
            return None
        where = normalised(answer.url)
        if where in self._seen and where != normalised(place.url):
            return None  # it led to one that is known
        self._seen.add(where)
        if not place.sure and answer.body in self._guessed:
            return None  # another way to write the same guess
        self._guessed.add(answer.body)
        return _found(answer.moved_to or place.url, feed, place)


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


def _untried(place: Place) -> _Found:
    comments = carries_comments(place.url, place.title)
    software = recognise("", [place.url])
    return _Found(
        Candidate(
            place.url,
            place.title or name_of_feed(place.url),
            software=software,
            kind=_kind(place.url, software, comments=comments),
            comments=comments,
            scope=place.scope,
            is_tried=False,
        )
    )


def _found(url: str, feed: ParsedFeed, place: Place) -> _Found:
    title = feed.title or place.title
    comments = carries_comments(url, f"{title} {place.title}")
    times = sorted(entry.published_at for entry in feed.entries if entry.published_at is not None)
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
    return _Found(candidate, is_empty=not feed.entries)


def _per_week(times: Sequence[datetime]) -> float | None:
    """Entries per week over the delivered window, None for fewer than two dated entries."""
    if len(times) < 2:
        return None
    span_s = max((times[-1] - times[0]).total_seconds(), 3600.0)
    return round((len(times) - 1) / span_s * _WEEK_S, 1)


_NEAR: Final = {Scope.THREAD: 0, Scope.BOARD: 1}


def _ordered(found: Iterable[_Found]) -> tuple[Candidate, ...]:
    """Best first: with news before empty, what was pasted before its surroundings, comments before articles."""
    ordered = sorted(
        found,
        key=lambda one: (
            one.is_empty,
            not one.candidate.is_tried,
            _NEAR.get(one.candidate.scope, 2),
            one.candidate.scope is not Scope.BOARD and not one.candidate.comments,
        ),
    )
    return tuple(one.candidate for one in ordered)
