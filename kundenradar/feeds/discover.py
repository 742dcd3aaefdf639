"""What can be heard behind an address: any page, forum or feed (FEEDS.md §4)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urljoin, urlsplit

from kundenradar.domain.addresses import read_address
from kundenradar.domain.closedplaces import WhatHelps, closed_place
from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import Candidate, Scope, SourceKind
from kundenradar.feeds.forumrules import (
    Place,
    board_feeds,
    route_feeds,
    scope_of_feed,
    softwares_of_page,
    whole_feeds,
)
from kundenradar.feeds.hostrules import directory_entry, is_platform, is_shared, more_places, rule_places, well_known
from kundenradar.feeds.links import host_of
from kundenradar.feeds.pages import (
    FoundFeed,
    Trust,
    breadcrumbs,
    canonical_address,
    decode_page,
    embedded_feeds,
    hinted_links,
    is_same_site,
    is_single_article,
    looks_like_feed,
    page_feeds,
    part_links,
    refresh_address,
)
from kundenradar.feeds.parse import parse_feed
from kundenradar.feeds.software import carries_comments, kind_of
from kundenradar.feeds.trying import Asking, Found, Search, found_feed, ordered, untried

_TELLING: Final = frozenset({"login-page", "captive-portal", "opml"})
_ALL_TITLE: Final = re.compile(
    r"\balle[nr]? (?:beitr|artikel|komm|posts)|\b(?:all|recent|neueste) (?:comments|kommentare)", re.IGNORECASE
)
_LOGIN_ADDRESS: Final = re.compile(
    r"/(?:[\w-]*login|sign-?in|anmeld\w*)\b|[?&;](?:mode|action|do)=login", re.IGNORECASE
)
_PART_OF_ARTICLE: Final = re.compile(r"/(?:comment-page-\d+|amp)/?$")
_QUICK: Final = 4
"""Usual places that are looked at before feeds of other sites."""
_LOGIN_TITLE: Final = re.compile(
    r"<title>[^<]{0,120}\b(?:anmeld\w*|einloggen|log-?in|log in|sign in|zugang|registrier\w*)\b", re.IGNORECASE
)


class FeedDiscoverer:
    """Finds feeds behind an address by asking through a fetcher; fulfils the Protocol Discoverer."""

    def __init__(self, fetcher: Asking) -> None:
        self._fetcher = fetcher

    def discover(self, address: str, secrets: Secrets | None = None) -> tuple[Candidate, ...]:
        """Feeds behind an address, best first; at most 20, with at most 10 requests in all.

        Args:
            address: What the owner pasted: a feed, a page, a forum, with or without scheme, in a sentence or not.
            secrets: What opens it, for the origin of the address only.

        Raises:
            InputError: ``address-empty``, ``address-mail`` or ``address-bad``.
            OutsideError: The place cannot be reached; or NOT_A_FEED with the detail ``no-feed-here``,
                ``closed-platform`` for places that let nobody listen, ``google-alerts`` for the page of alerts.
        """
        asked = read_address(address)
        _refuse_closed(asked.url)
        given = secrets or Secrets()
        if not given.user and asked.user:
            given = replace(given, user=asked.user, password=asked.password or "")
        search = Search(self._fetcher, given, asked.url, asked.carrier)
        promised = rule_places(asked.url)
        if promised and is_platform(asked.url):
            meant = _meant(search, asked.url)
            found = search.tried([*rule_places(meant), *more_places(meant), *promised, *more_places(asked.url)])
            if found:
                return ordered(found)
        told = directory_entry(asked.url)
        entry = search.page(told) if told is not None else None
        if entry is not None:
            hidden = embedded_feeds(decode_page(entry.body, entry.content_type), entry.url)
            found = search.tried([Place(url, sure=True) for url in hidden])
            if found:
                return ordered(found)
        try:
            page = search.first(asked.url, or_without_tls=not asked.scheme_given)
        except OutsideError as error:
            return ordered(_without_page(search, promised, asked.url, error))
        return ordered(_of_page(search, page, promised))


def web_address(typed: str) -> tuple[str, bool]:
    """What the owner typed as an http(s) address, and whether it came with its scheme.

    Raises:
        InputError: ``address-empty``, ``address-mail`` or ``address-bad``.
    """
    asked = read_address(typed)
    return asked.url, asked.scheme_given


def _meant(search: Search, url: str) -> str:
    """The address of a platform itself, or where it leads if it was made for sharing."""
    if not is_shared(url):
        return url
    try:
        return search.first(url, or_without_tls=False).url
    except OutsideError:
        return url


def _refuse_closed(url: str) -> None:
    place = closed_place(url)
    if place is not None:
        detail = "google-alerts" if WhatHelps.ALERTS in place.helps else "closed-platform"
        raise OutsideError(Trouble(TroubleKind.NOT_A_FEED, host_of(url), detail=detail))


def _without_page(search: Search, promised: Sequence[Place], url: str, error: OutsideError) -> list[Found]:
    """What the address alone promises, when its page cannot be had.

    Raises:
        OutsideError: Why the page could not be had, if nothing else can be heard either.
    """
    found = search.tried([*promised, *more_places(url)])
    if not found and error.trouble.kind in (TroubleKind.FORBIDDEN, TroubleKind.BROWSER_CHECK):
        usual = [Place(usual) for usual in well_known(url)[:_QUICK]]  # the guard of pages often lets feeds through
        found = search.tried(usual, stop_at_first=True)
    if not found and error.trouble.kind in (TroubleKind.NOT_FOUND, TroubleKind.GONE) and looks_like_feed(url):
        front = search.page(urljoin(url, "/"))  # the address of a feed that moved
        found = _behind_page(search, front, ()) if front is not None else []
    if found:
        return found
    is_without_line = error.trouble.kind in (TroubleKind.OFFLINE, TroubleKind.PROXY)
    ruled = [untried(place) for place in promised if place.sure]  # the rule holds without a line, too
    if ruled and is_without_line and is_platform(url):
        return ruled
    raise error from None


def _of_page(search: Search, page: Fetched, promised: Sequence[Place]) -> list[Found]:
    """The page as a feed, or the feeds behind it.

    Raises:
        OutsideError: NOT_A_FEED with ``no-feed-here``, or why the page says nothing.
    """
    _refuse_closed(page.url)  # a short address led there
    try:
        return [found_feed(page.moved_to or search.asked, parse_feed(page), Place(page.url))]
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


def _behind_page(search: Search, page: Fetched, promised: Sequence[Place]) -> list[Found]:
    """Feeds behind a page: what its platform, its links, its software and its text tell, in this order."""
    text = decode_page(page.body, page.content_type)
    named = page_feeds(text, page.url)
    perhaps = [_declared(feed, page.url) for feed in named if feed.trust is Trust.PERHAPS]
    linked = [
        Place(feed.url, feed.title, scope=scope_of_feed(feed.url)) for feed in named if feed.trust is Trust.LINKED
    ]
    found = search.tried(_likely(page, text, promised, search.asked))
    found += search.tried(perhaps)
    return found or _told_by_words(search, page, text, linked)


def _told_by_words(search: Search, page: Fetched, text: str, linked: Sequence[Place]) -> list[Found]:
    """Feeds a page only talks of, or that lie where feeds usually lie; those of other sites after its own."""
    own = [place for place in linked if is_same_site(place.url, page.url)]
    others = [place for place in linked if not is_same_site(place.url, page.url)]
    hints = hinted_links(text, page.url)
    usual = [] if is_platform(page.url) else [Place(url) for url in well_known(page.url)]  # its rules know them all
    is_talk_of_others = bool(others) or not all(is_same_site(url, page.url) for url in hints)
    quick = _QUICK if is_talk_of_others else len(usual)
    return (
        search.tried(own)
        or search.listed([url for url in hints if is_same_site(url, page.url)])
        or _of_parts(search, page, text)
        or search.tried(usual[:quick], stop_at_first=True)
        or search.tried(others)
        or search.listed([url for url in hints if not is_same_site(url, page.url)])
        or search.tried(usual[quick:], stop_at_first=True)
    )


def _of_parts(search: Search, page: Fetched, text: str) -> list[Found]:
    """The feeds of the forum or the blog that a front page leads to."""
    for link in part_links(text, page.url):
        part = search.page(link)
        if part is None:
            continue
        words = decode_page(part.body, part.content_type)
        found = search.tried(_likely(part, words, rule_places(part.url)))
        if not found:
            beside = [Place(url) for url in well_known(f"{part.url.partition('?')[0].rstrip('/')}/")[:2]]
            found = search.tried(beside, stop_at_first=True)
        if found:
            return found
    return []


def _likely(page: Fetched, text: str, promised: Sequence[Place], asked: str = "") -> list[Place]:
    """What the platform, the software and the declarations of a page tell, most telling first."""
    declared = [_declared(feed, page.url) for feed in page_feeds(text, page.url) if feed.trust is Trust.DECLARED]
    softwares = softwares_of_page(text)
    here = list(_here(page, text, asked or page.url, promised, softwares))
    boards = list(_boards(page, text, softwares))
    around = list(_around(page, text, softwares, declared))
    best = 1 if softwares and kind_of(softwares[0]) is SourceKind.FORUM else 0
    likely = [*here, *boards, *around[:best], *declared, *around[best:]]  # forums declare what carries less
    return sorted(likely, key=lambda place: place.rare)


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
            yield from route_feeds(address, software, text)
    if "WordPress" in softwares and is_single_article(text):
        yield Place(f"{_PART_OF_ARTICLE.sub('', page.url.partition('?')[0]).rstrip('/')}/feed/", scope=Scope.THREAD)


def _boards(page: Fetched, text: str, softwares: Sequence[str]) -> Iterator[Place]:
    """The board of a discussion."""
    links = breadcrumbs(text, page.url)
    for software in softwares:
        for link in links:
            board = board_feeds(link, software, text)
            if board:
                yield from board
                break


def _around(page: Fetched, text: str, softwares: Sequence[str], declared: Sequence[Place]) -> Iterator[Place]:
    """Everything new at a forum or blog, what carries most first."""
    for software in softwares:
        if software in ("WordPress", "Blogger") and any(_are_all_comments(place) for place in declared):
            continue  # the page names them itself
        yield from whole_feeds(software, page.url, text)
    yield from more_places(page.url)


def _are_all_comments(place: Place) -> bool:
    return place.scope is Scope.ALL and carries_comments(place.url, place.title)


def _declared(feed: FoundFeed, page_url: str) -> Place:
    scope = scope_of_feed(feed.url)
    if scope is Scope.UNKNOWN and carries_comments(feed.url, feed.title):
        parts = urlsplit(page_url)
        is_front = not (parts.path.strip("/") or parts.query)
        # A front page carries no single discussion, nor does what calls itself all comments.
        scope = Scope.ALL if is_front or _ALL_TITLE.search(feed.title) is not None else Scope.THREAD
    return Place(feed.url, feed.title, sure=feed.trust is Trust.DECLARED, scope=scope)
