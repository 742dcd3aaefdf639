"""What a web page says about its feeds: link elements, plain links, its software."""

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final
from urllib.parse import urljoin, urlsplit

from kundenradar.feeds.links import clean_link, without_session
from kundenradar.feeds.origins import is_ip
from kundenradar.feeds.plaintext import one_line

MAX_PAGE: Final = 1_500_000
"""Characters of a page that are looked at."""
_TAIL: Final = 200_000
_MAX_TAGS: Final = 6_000
_MAX_FOUND: Final = 60

_HIDDEN: Final = re.compile(r"<(?:(!--)|(script|style|template|textarea|svg)\b)", re.IGNORECASE)
_TAG: Final = re.compile(
    r"<(link|base|meta|a|body|html)\b"
    r"([^<>\"']{0,4000}+(?:(?:\"[^\"]{0,4000}+\"|'[^']{0,4000}+')[^<>\"']{0,4000}+){0,60}+)>",
    re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"([^\s\"'<>/=]{1,60})\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.DOTALL
)
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)

_FEED_TYPES: Final = frozenset(
    {
        *("application/rss+xml", "application/atom+xml", "application/feed+json", "application/x.atom+xml"),
        *("application/x-rss+xml", "application/x-atom+xml", "application/rss", "application/atom"),
        *("text/rss+xml", "text/atom+xml", "text/rss", "text/atom", "application/x-netcdf+rss"),
    }
)
_PERHAPS_TYPES: Final = frozenset(
    {"", "application/json", "application/xml", "text/xml", "application/rdf+xml", "application/x-rdf+xml"}
)
_FEEDY: Final = re.compile(
    r"(?:^|[/._?=&;-])(?:rss2?|feeds?|atom|rdf|xml|syndication|newsfeed|podcast)(?:$|[/._?=&;#0-9-])|feed\.json|\.rss\b",
    re.IGNORECASE,
)
_NO_FEED: Final = re.compile(
    r"/wp-json/|oembed|xmlrpc\.php|/osd\.xml|opensearch|sitemap|rsd\.xml|wlwmanifest|manifest\.(?:json|webmanifest)"
    r"|browserconfig|\.(?:css|js|png|jpe?g|gif|svg|ico|pdf|zip|mp3|mp4|woff2?)(?:$|\?)",
    re.IGNORECASE,
)
_PLATFORM_DOORS: Final = re.compile(
    r"//(?:[\w-]+\.)?(?:feedly|inoreader|newsblur|bloglovin|netvibes|theoldreader|feedspot|addtoany|subtome)\.com",
    re.IGNORECASE,
)

_WORDED_LINK: Final = re.compile(
    r"<a\b[^<>]{0,600}?\bhref\s{0,9}=\s{0,9}(\"[^\"]{1,600}\"|'[^']{1,600}'|[^\s>\"']{1,600})([^<>]{0,600}>.{0,160}?)</a>",
    re.IGNORECASE | re.DOTALL,
)
_WPFORO: Final = re.compile(r"[?&]type=rss2&forum=(?:\d+|g)(?:&|$)")
_FEED_WORDS: Final = re.compile(r"\b(?:rss|atom|feeds?|newsfeeds?|feed[- ]abo|rss-feeds?|podcast)\b", re.IGNORECASE)
_REFRESH: Final = re.compile(
    r"<meta[^<>]{0,80}http-equiv\s*=\s*[\"']?refresh[^<>]{0,80}content\s*=\s*[\"']?\s*\d{1,2}\s*[;,]\s*url\s*=\s*'?([^\"'>\s]+)",
    re.IGNORECASE,
)
_PART_WORDS: Final = re.compile(
    r"(?:unser|zum|zur|das|der|mein)?\s{0,3}(?:\w{0,20}-?forum|forums|foren|\w{0,20}-?blog|community|weblog|news-?blog)",
    re.IGNORECASE,
)
_MOVED_BY_SCRIPT: Final = re.compile(
    r"\blocation(?:\.href)?\s{0,5}=\s{0,5}[\"']([^\"'<>\s]{1,600})[\"']"
    r"|\blocation\.(?:replace|assign)\(\s{0,5}[\"']([^\"'<>\s]{1,600})[\"']",
    re.IGNORECASE,
)
_TAGS: Final = re.compile(r"<title>[^<]*</title>|<[^<>]*>", re.IGNORECASE)
_EMPTY_PAGE: Final = 5_000
_FRAME: Final = re.compile(r"<frame\b[^<>]{0,200}src\s*=\s*[\"']?([^\"'>\s]+)", re.IGNORECASE)
_INNER_FRAME: Final = re.compile(r"<iframe\b[^<>]{0,200}\bsrc\s*=\s*[\"']?([^\"'>\s]{1,600})", re.IGNORECASE)
_BREADCRUMBS: Final = re.compile(
    r"<[^<>]{0,200}(?:breadcrumb|navigate_section|navbit|nav-crumbs|linktree|class=[\"']?navigation[\"' >]"
    r"|class=[\"']?navbar[\"' >]|community-link)",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(r"<([a-z]\w{0,20})", re.IGNORECASE)
_NO_CRUMBS: Final = frozenset({"html", "head", "body", "link", "meta", "img", "script", "style", "svg", "input"})
_CRUMBS_END: Final = re.compile(r"</(?:ul|ol|nav|td|table)\b", re.IGNORECASE)
_MAX_CRUMBS: Final = 24
_FEED_SCHEME: Final = re.compile(r"^(?:feed|pcast|podcast|itpc):(?://(?=https?:))?(?:(https?:)|(?=//))", re.IGNORECASE)
_HREF: Final = re.compile(
    r"<a\b[^<>]{0,300}?\bhref\s{0,9}=\s{0,9}(\"[^\"]{1,600}\"|'[^']{1,600}'|[^\s>\"']{1,600})", re.IGNORECASE
)
_CHANNEL: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"feeds/videos\.xml\?channel_id=(UC[\w-]{22})",
        r"<meta[^<>]{0,60}(?:channelId|identifier)[^<>]{0,20}content=[\"'](UC[\w-]{22})",
        r"rel=[\"']canonical[\"'][^<>]{0,40}/channel/(UC[\w-]{22})",
        r"\"externalId\":\s?\"(UC[\w-]{22})\"",
        r"\"videoDetails\":(?:(?!\"videoDetails\":)[^<>]){0,2000}?\"channelId\":\s?\"(UC[\w-]{22})\"",
        r"\"(?:channelId|browseId)\":\s?\"(UC[\w-]{22})\"",
    )
)
"""Signs of the channel a page belongs to, surest first: a page names the channels it recommends, too."""
_LENDERS: Final = frozenset(
    [
        *("github.io", "gitlab.io", "jimdofree.com", "jimdosite.com", "wixsite.com", "wordpress.com", "blogspot.com"),
        *("blogspot.de", "netlify.app", "pages.dev", "web.app", "vercel.app", "weebly.com", "de.tl", "beepworld.de"),
        *("myshopify.com", "substack.com", "tumblr.com", "webnode.page", "forumieren.de", "xobor.de", "plusboard.de"),
    ]
)
"""Names under which strangers have sites."""
_SECOND_LEVEL: Final = frozenset(["co", "com", "or", "ac", "gv", "org", "net", "gov", "edu"])
_MANY_CHANNELS: Final = re.compile(r"/(?:results|feed|hashtag|gaming|trending)\b")
_FEED_URL: Final = re.compile(r"\"(?:feedUrl|feed_url|rssUrl)\":\s?\"(https?:[^\"]{5,600})\"")
_SOUNDCLOUD: Final = re.compile(r"soundcloud(?:://|:)users:(\d{1,15})")
_TONGUE: Final = re.compile(r"/(de|en|fr|it|es|nl|pl|tr|ru|cs|da)(?:[-_][a-z]{2})?(?:[/?]|$)", re.IGNORECASE)
_SINGLE: Final = re.compile(r"<body\b[^<>]{0,600}class\s*=\s*[\"'][^\"'>]*\bsingle\b", re.IGNORECASE)


class Trust(IntEnum):
    """How sure a page makes us that an address is a feed."""

    DECLARED = 0
    PERHAPS = 1
    LINKED = 2


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """An address a page gives for a feed; `tongue` is its language (``de``) if it has a sign of one."""

    url: str
    title: str
    trust: Trust
    tongue: str = ""


def decode_page(body: bytes, content_type: str) -> str:
    """Text of a web page, by header, meta element or UTF-8, at most 1.5 million characters.

    Of a longer one the begin and the end, where its feeds are named.
    """
    declared = _CHARSET.search(content_type.encode("ascii", "replace")) or _CHARSET.search(body[:2048])
    encoding = declared[1].decode("ascii") if declared is not None else "utf-8"
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    if body.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    if len(body) > MAX_PAGE and encoding != "utf-16":
        body = body[: MAX_PAGE - _TAIL] + body[-_TAIL:]
    try:
        return body[: MAX_PAGE * 2].decode(encoding, "replace")[:MAX_PAGE]
    except (LookupError, ValueError):
        return body[: MAX_PAGE * 2].decode("utf-8", "replace")[:MAX_PAGE]


def page_feeds(page: str, url: str) -> tuple[FoundFeed, ...]:
    """Addresses of feeds a page names, declared ones first, without repetition.

    Plain links count only if nothing is declared, but those of wpForo, which declares none in a site that does.
    Understands `<base>`, several values in ``rel``, blanks and any case; leaves out REST and oEmbed doors and the
    numbers of visits.
    """
    base = url
    found: list[FoundFeed] = []
    linked: list[FoundFeed] = []
    plugged: list[FoundFeed] = []
    has_base = False
    spoken = _tongue(_path(url))
    for name, attributes in _tags(page):
        if name == "base" and not has_base:
            has_base = True
            base = clean_link(_target(attributes), url) or url
        elif name == "link":
            trust = _declared(attributes)
            address = clean_link(_target(attributes), base)
            if trust is not None and address is not None and _NO_FEED.search(address) is None:
                if trust is Trust.PERHAPS and not _looks_like_feed(address, attributes):
                    continue
                tongue = _tongue(_path(address), attributes.get("hreflang", ""))
                title = one_line(attributes.get("title", ""))
                found.append(FoundFeed(without_session(address), title, trust, tongue))
        elif name == "html" and not spoken:
            spoken = attributes.get("lang", "")[:2].lower()
        elif name == "a" and len(linked) < _MAX_FOUND:
            address = clean_link(_target(attributes), base)
            if address is not None and _WPFORO.search(address) is not None:
                plugged.append(FoundFeed(address, "", Trust.DECLARED))
            elif address is not None and _looks_like_feed(address, attributes):
                address = without_session(address)
                linked.append(FoundFeed(address, one_line(attributes.get("title", "")), Trust.LINKED))
        if len(found) >= _MAX_FOUND:
            break
    plugged.sort(key=lambda feed: "topic=" not in feed.url)  # posts before topics
    return _unique([*plugged, *_fitting_first(found, url, spoken)] or _nearest_first(linked, url))


def hinted_links(page: str, url: str) -> tuple[str, ...]:
    """Links whose words speak of feeds, on the same site first, at most five: often a page that lists feeds."""
    base = _base(page, url)
    found = [
        address
        for target, words in _WORDED_LINK.findall(_without_hidden(page)[:MAX_PAGE])
        if _FEED_WORDS.search(words) is not None
        and (address := clean_link(entities.unescape(target.strip("\"'")), base)) is not None
        and _NO_FEED.search(address) is None
        and _PLATFORM_DOORS.search(address) is None
        and address.partition("#")[0] != url.partition("#")[0]
    ]
    host = urlsplit(url).hostname
    return tuple(sorted(dict.fromkeys(found), key=lambda one: urlsplit(one).hostname != host))[:5]


def part_links(page: str, url: str) -> tuple[str, ...]:
    """Parts of a site where people write: links told by their words, and a frame in the page; at most two."""
    base, seen = _base(page, url), _without_hidden(page)[:MAX_PAGE]
    frames = (clean_link(entities.unescape(target), base) for target in _INNER_FRAME.findall(seen)[:20])
    framed = [frame for frame in frames if frame is not None and is_same_site(frame, url)][:1]
    linked = [
        address
        for target, words in _WORDED_LINK.findall(seen)
        if _PART_WORDS.fullmatch(_TAGS.sub("", words.partition(">")[2]).strip()) is not None
        and (address := clean_link(entities.unescape(target.strip("\"'")), base)) is not None
        and is_same_site(address, url)
        and address.partition("#")[0] != url.partition("#")[0]
    ]
    return tuple(dict.fromkeys([*linked[:1], *framed, *linked[1:]]))[:2]


def is_same_site(one: str, other: str) -> bool:
    """Whether two addresses lie under one name, whatever stands before it (``rss.``, ``www.``)."""
    return _site(one) == _site(other)


def _site(address: str) -> str:
    """The name somebody registered, or the one a provider lends (``firma.github.io``); an IP address whole."""
    host = urlsplit(address).hostname or ""
    if is_ip(host):
        return host
    labels = host.split(".")
    is_shared = ".".join(labels[-2:]) in _LENDERS or (len(labels) > 2 and labels[-2] in _SECOND_LEVEL)
    return ".".join(labels[-3 if is_shared else -2 :])


def canonical_address(page: str, url: str) -> str | None:
    """The address a page calls its own, if it is another one on the same server."""
    for name, attributes in _tags(page[:300_000]):
        if name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            address = clean_link(_target(attributes), url)
            if address is not None and urlsplit(address).netloc == urlsplit(url).netloc and address != url:
                return address
    return None


def refresh_address(page: str, url: str) -> str | None:
    """Where a page sends its reader on by a refresh, its only frame or a script on an empty page; None if nowhere."""
    head = page[:50_000]
    found = _REFRESH.search(head) or _FRAME.search(head)
    if found is None and len(page) < _EMPTY_PAGE and not _TAGS.sub("", _without_hidden(head)).strip("> \r\n\t"):
        found = _MOVED_BY_SCRIPT.search(head)
    target = next((group for group in found.groups() if group), None) if found is not None else None
    address = clean_link(entities.unescape(target), _base(page, url)) if target is not None else None
    return address if address is not None and address.partition("#")[0] != url.partition("#")[0] else None


def breadcrumbs(page: str, url: str) -> tuple[str, ...]:
    """Links of the way from the front page to this one, innermost first; at most twelve."""
    base = _base(page, url)
    ways: list[list[str]] = []
    steps: list[str] = []
    for number, found in enumerate(_BREADCRUMBS.finditer(page)):
        if number >= _MAX_CRUMBS:
            break
        part = _element(page[found.start() : found.start() + 6_000])
        links = (clean_link(entities.unescape(target.strip("\"'")), base) for target in _HREF.findall(part))
        way = list(dict.fromkeys(link for link in links if link is not None))
        if len(way) > 1:
            ways.append(way)
        else:
            steps += way  # every step in an element of its own
    inner_first = (link for way in (*ways, steps) for link in reversed(way))
    return tuple(dict.fromkeys(inner_first))[:12]


def _element(part: str) -> str:
    """The element that `part` begins with, up to its own end; if that is far away, up to the end of any list."""
    opening = _OPENING.match(part)
    if opening is None or opening[1].lower() in _NO_CRUMBS:
        return ""
    depth = 0
    for tag in re.finditer(rf"<(/?){opening[1]}\b", part, re.IGNORECASE):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return part[: tag.start()]
    end = _CRUMBS_END.search(part)
    return part if end is None else part[: end.start()]


def embedded_feeds(page: str, url: str) -> tuple[str, ...]:
    """Feeds a platform hides in the data of its page: a YouTube channel, a podcast of Apple or SoundCloud."""
    host = urlsplit(url).hostname or ""
    if host.endswith("youtube.com"):
        if _MANY_CHANNELS.match(urlsplit(url).path) is not None:
            return ()  # no one channel is meant
        channel = next((found for sign in _CHANNEL if (found := sign.search(page)) is not None), None)
        return (f"https://www.youtube.com/feeds/videos.xml?channel_id={channel[1]}",) if channel is not None else ()
    if host.endswith("soundcloud.com"):
        account = _SOUNDCLOUD.search(page)
        return (f"https://feeds.soundcloud.com/users/soundcloud:users:{account[1]}/sounds.rss",) if account else ()
    hidden = _FEED_URL.search(page) if host.endswith((".apple.com", "podcastaddict.com", "deezer.com")) else None
    address = clean_link(hidden[1].replace("\\/", "/").replace("\\u002F", "/"), "") if hidden is not None else None
    return (address,) if address is not None else ()


def is_single_article(page: str) -> bool:
    """Whether a WordPress page shows one article."""
    return _SINGLE.search(page[:300_000]) is not None


def _base(page: str, url: str) -> str:
    for name, attributes in _tags(page[:100_000]):
        if name == "base":
            return clean_link(_target(attributes), url) or url
    return url


def _tags(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    for number, found in enumerate(_TAG.finditer(_without_hidden(page))):
        if number >= _MAX_TAGS:
            return
        attributes: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(found[2]):
            attributes.setdefault(name.lower(), entities.unescape(double or single or bare))
        yield found[1].lower(), attributes


def _without_hidden(page: str) -> str:
    """The page without comments, scripts and styles; linear in its length."""
    pieces: list[str] = []
    at = 0
    while (found := _HIDDEN.search(page, at)) is not None:
        pieces.append(page[at : found.start()])
        end = "-->" if found[1] else f"</{found[2]}"
        at = page.find(end, found.end())
        if at < 0:  # never closed: a browser shows the rest or not, we look at it
            pieces.append(page[found.end() :])
            return "".join(pieces)
        at += len(end)
    pieces.append(page[at:])
    return "".join(pieces)


def _target(attributes: dict[str, str]) -> str | None:
    target = _FEED_SCHEME.sub(lambda found: found[1] or "http:", attributes.get("href", "").strip())
    return target or None


def _declared(attributes: dict[str, str]) -> Trust | None:
    rels = attributes.get("rel", "").lower().split()
    kind = attributes.get("type", "").strip().lower().partition(";")[0].strip()
    if "feed" in rels:
        return Trust.DECLARED
    if not rels and kind in _FEED_TYPES:
        return Trust.PERHAPS
    if "alternate" not in rels or "stylesheet" in rels:
        return None
    if kind in _FEED_TYPES:
        return Trust.DECLARED
    if kind == "" and ("hreflang" in attributes or "media" in attributes):
        return None
    return Trust.PERHAPS if kind in _PERHAPS_TYPES else None


def looks_like_feed(address: str) -> bool:
    """Whether an address speaks of a feed."""
    return _looks_like_feed(address, {})


def _looks_like_feed(address: str, attributes: dict[str, str]) -> bool:
    if _NO_FEED.search(address) is not None or _PLATFORM_DOORS.search(address) is not None:
        return False
    if attributes.get("type", "").strip().lower() in _FEED_TYPES:
        return True
    return _FEEDY.search(_path(address)) is not None


def _path(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _nearest_first(feeds: list[FoundFeed], url: str) -> list[FoundFeed]:
    """Feeds of the same site before others."""
    host = urlsplit(urljoin(url, "/")).hostname
    return sorted(feeds, key=lambda feed: urlsplit(feed.url).hostname != host)


def _fitting_first(feeds: list[FoundFeed], url: str, spoken: str) -> list[FoundFeed]:
    """Feeds in the language of the page before others, then those of its own section; else as the page has them."""
    here = urlsplit(url)
    way = here.path.split("/")[1:]

    def misfit(feed: FoundFeed) -> tuple[bool, int]:
        parts = urlsplit(feed.url)
        folders = parts.path.rstrip("/").split("/")[1:-1]
        is_near = parts.hostname == here.hostname and way[: len(folders)] == folders
        return bool(feed.tongue and spoken) and feed.tongue != spoken, -len(folders) if is_near else 0

    return sorted(feeds, key=misfit)


def _tongue(path: str, stated: str = "") -> str:
    """The language that is stated or that a path begins with; empty if there is none."""
    found = _TONGUE.match(path)
    return stated.strip()[:2].lower() or (found[1].lower() if found is not None else "")


def _unique(feeds: list[FoundFeed]) -> tuple[FoundFeed, ...]:
    seen: dict[str, FoundFeed] = {}
    for feed in sorted(feeds, key=lambda feed: feed.trust):
        seen.setdefault(feed.url, feed)
    return tuple(seen.values())
