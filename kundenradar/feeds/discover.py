"""What can be heard behind an address: any page, forum or feed (FEEDS.md §4)."""

import ipaddress
import re
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol
from urllib.parse import urlsplit

from kundenradar.domain.errors import InputError, OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.mentions import ParsedFeed
from kundenradar.domain.sources import Candidate
from kundenradar.feeds.hostrules import is_closed, is_platform, rule_feeds, software_feeds, well_known
from kundenradar.feeds.links import clean_link, host_of, normalised
from kundenradar.feeds.pages import FoundFeed, Trust, decode_page, page_feeds, page_software_hints
from kundenradar.feeds.parse import parse_feed
from kundenradar.feeds.software import carries_comments, kind_of

MAX_CANDIDATES: Final = 20
MAX_DOWNLOADS: Final = 10
_WEEK_S: Final = 7 * 24 * 3600
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
_HOST: Final = re.compile(r"(?!-)[^\s!\"#$%&'()*+,/:;<=>?@\[\\\]^`{|}~]{1,253}", re.IGNORECASE)
_RETRY_WITHOUT_TLS: Final = frozenset({TroubleKind.OFFLINE, TroubleKind.TLS, TroubleKind.PROTOCOL, TroubleKind.TIMEOUT})
_OFFERED_UNTRIED: Final = frozenset(
    {TroubleKind.LOGIN, TroubleKind.RATE_LIMITED, TroubleKind.FORBIDDEN, TroubleKind.TIMEOUT, TroubleKind.SERVER}
)


@dataclass(frozen=True, slots=True)
class _Place:
    """An address that may be a feed, and why we think so."""

    url: str
    title: str = ""
    sure: bool = False


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
        """Feeds behind an address, best first; at most 20, of which at most 10 were tried.

        Args:
            address: What the owner pasted: a feed, a page, a forum, with or without scheme.
            user: Name for the origin of the address only.
            password: Password for the same.

        Raises:
            InputError: ``address-empty`` or ``address-bad``.
            OutsideError: The place cannot be reached; or NOT_A_FEED with the detail ``no-feed-here``, or
                ``closed-platform`` for places that let nobody listen.
        """
        url, scheme_given = web_address(address)
        if is_closed(url):
            raise OutsideError(Trouble(TroubleKind.NOT_A_FEED, host_of(url), detail="closed-platform"))
        search = _Search(self._fetcher, user, password, url)
        promised = [_Place(feed, sure=is_platform(feed)) for feed in rule_feeds(url)]
        try:
            page = search.first(url, or_without_tls=not scheme_given)
        except OutsideError as error:
            found = search.tried(promised)
            if found:
                return _ordered(found)
            raise error from None
        try:
            return (_candidate(page.moved_to or search.asked, parse_feed(page)),)
        except OutsideError as error:
            found = self._behind_page(search, page, promised)
            if found:
                return _ordered(found)
            if error.trouble.kind in (TroubleKind.NOT_A_FEED, TroubleKind.EMPTY):
                trouble = replace(error.trouble, kind=TroubleKind.NOT_A_FEED, detail="no-feed-here")
                raise OutsideError(trouble) from error
            raise

    def _behind_page(self, search: "_Search", page: Fetched, promised: Sequence[_Place]) -> list[Candidate]:
        text = decode_page(page.body, page.content_type)
        named = page_feeds(text, page.url)
        hints = page_software_hints(text)
        declared = [_Place(feed.url, feed.title, sure=True) for feed in named if feed.trust is Trust.DECLARED]
        perhaps = [_Place(feed.url, feed.title) for feed in named if feed.trust is not Trust.DECLARED]
        if page.url != search.asked:
            promised = [*promised, *(_Place(feed, sure=is_platform(feed)) for feed in rule_feeds(page.url))]
        by_software = [_Place(feed) for feed in software_feeds(hints, page.url)]
        found = search.tried([*promised, *declared, *(by_software if _lacks_comments(named) else ())])
        found += search.tried(perhaps)
        if not found:
            found = search.tried(by_software)
        if not found:
            found = search.tried([_Place(url) for url in well_known(page.url)], stop_at_first=True)
        return found


class _Search:
    """One discovery: what was asked already, and how much may still be asked."""

    def __init__(self, fetcher: Asking, user: str | None, password: str | None, url: str) -> None:
        self._fetcher = fetcher
        self._login = (user, password)
        self.asked = url
        self._seen = {normalised(url)}
        self._left = MAX_DOWNLOADS
        self._offered = 0

    def first(self, url: str, *, or_without_tls: bool) -> Fetched:
        try:
            return self._ask(url).result()
        except OutsideError as error:
            if not or_without_tls or error.trouble.kind not in _RETRY_WITHOUT_TLS:
                raise
            plain = "http://" + url.removeprefix("https://")
            try:
                answer = self._ask(plain).result()
            except OutsideError:
                raise error from None
            self.asked = plain
            return answer

    def tried(self, places: Iterable[_Place], *, stop_at_first: bool = False) -> list[Candidate]:
        """Those of the places that are feeds, and those declared ones that there was no time to try."""
        fresh: list[_Place] = []
        for place in places:
            key = normalised(place.url)
            if key not in self._seen and len(fresh) + self._offered < MAX_CANDIDATES:
                self._seen.add(key)
                fresh.append(place)
        if stop_at_first:
            for place in fresh[: self._left]:
                self._left -= 1
                found = self._judged(place, self._ask(place.url))
                if found is not None:
                    self._offered += 1
                    return [found]
            return []
        now, later = fresh[: self._left], fresh[self._left :]
        self._left -= len(now)
        futures = [(place, self._ask(place.url)) for place in now]
        found_all = [found for place, future in futures if (found := self._judged(place, future)) is not None]
        if found_all or not now:  # where every one that was tried is dead, the others are not believed
            found_all += [_untried(place) for place in later if place.sure]
        self._offered += len(found_all)
        return found_all

    def _ask(self, url: str) -> Future[Fetched]:
        user, password = self._login if _same_origin(url, self.asked) else (None, None)
        named_by = None if url == self.asked else self.asked
        return self._fetcher.submit(FetchRequest(url, user=user, password=password, named_by=named_by))

    def _judged(self, place: _Place, future: Future[Fetched]) -> Candidate | None:
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
        return _candidate(answer.moved_to or place.url, feed, place.title)


def web_address(typed: str) -> tuple[str, bool]:
    """What the owner typed as an http(s) address, and whether it came with its scheme.

    Raises:
        InputError: ``address-empty`` or ``address-bad``.
    """
    text = typed.strip().strip("<>\"'„“”").strip()
    if not text:
        raise InputError("address-empty")
    lowered = text.lower()
    for prefix in ("view-source:", "feed:", "rss:", "web+feed:"):
        if lowered.startswith(prefix):
            text = text[len(prefix) :]
            if text.startswith("//"):
                text = f"http:{text}"
            lowered = text.lower()
    scheme = _SCHEME.match(text)
    given = lowered.startswith(("http://", "https://"))
    if not given:
        if scheme is not None and "." not in scheme[1] and scheme[1].lower() != "localhost":
            raise InputError("address-bad", typed)
        text = f"https://{text.lstrip('/')}"
    url = clean_link(text, "")
    if url is None or any(blank in text for blank in " \t\n") or not _is_host(urlsplit(url).hostname or "", given):
        raise InputError("address-bad", typed)
    if "@" in urlsplit(text).netloc and not given:
        raise InputError("address-bad", typed)  # a mail address
    return url.partition("#")[0], given


def _is_host(host: str, scheme_given: bool) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        in_the_house = host == "localhost" or scheme_given
        return _HOST.fullmatch(host) is not None and (in_the_house or "." in host.strip("."))
    return True


def _same_origin(one: str, other: str) -> bool:
    first, second = urlsplit(one), urlsplit(other)
    return (first.scheme, first.netloc) == (second.scheme, second.netloc)


def _lacks_comments(named: Sequence[FoundFeed]) -> bool:
    return not any(carries_comments(feed.url, feed.title) for feed in named)


def _untried(place: _Place) -> Candidate:
    comments = carries_comments(place.url, place.title)
    return Candidate(place.url, place.title, kind=kind_of("", comments=comments), comments=comments)


def _candidate(url: str, feed: ParsedFeed, declared_title: str = "") -> Candidate:
    title = feed.title or declared_title
    comments = carries_comments(url, f"{title} {declared_title}")
    times = sorted(entry.published_at for entry in feed.entries if entry.published_at is not None)
    return Candidate(
        url=url,
        title=title,
        software=feed.software,
        kind=kind_of(feed.software, comments=comments),
        newest_at=times[-1] if times else None,
        per_week=_per_week(times),
        comments=comments,
    )


def _per_week(times: Sequence[datetime]) -> float | None:
    """Entries per week over the delivered window, None for fewer than two dated entries."""
    if len(times) < 2:
        return None
    span_s = max((times[-1] - times[0]).total_seconds(), 3600.0)
    return round((len(times) - 1) / span_s * _WEEK_S, 1)


def _ordered(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Best first: in the order found, but readers' comments before articles, feeds without news last."""
    return tuple(sorted(found, key=lambda one: (one.newest_at is None, not one.comments)))
