"""Small feeds in the shapes real software gives them, in our own words."""

from kundenradar.domain.fetching import Fetched
from kundenradar.domain.mentions import ParsedEntry, ParsedFeed
from kundenradar.feeds.parse import parse_feed

HOST = "https://forum.example"
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:thr="http://purl.org/syndication/thread/1.0"'
)


def cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


def amp(address: str) -> str:
    return address.replace("&", "&amp;")


def item(
    title: str = "",
    link: str = "",
    html: str = "",
    *,
    guid: str | None = None,
    author: str = "",
    date: str = "Sun, 30 Nov 2025 20:14:05 +0000",
    more: str = "",
) -> str:
    parts = [
        f"<title>{cdata(title)}</title>" if title else "",
        f"<link>{amp(link)}</link>" if link else "",
        f"<description>{cdata(html)}</description>",
        f"<dc:creator>{cdata(author)}</dc:creator>" if author else "",
        f"<pubDate>{date}</pubDate>" if date else "",
        "" if guid is None else f'<guid isPermaLink="false">{amp(guid)}</guid>',
        more,
    ]
    return f"<item>{''.join(parts)}</item>"


def rss(*items: str, site: str = f"{HOST}/", generator: str = "", title: str = "Forum") -> str:
    made = f"<generator>{generator}</generator>" if generator else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {SPACES}><channel><title>{title}</title>'
        f"<link>{amp(site)}</link><description></description>{made}{''.join(items)}</channel></rss>"
    )


def entry(
    title: str = "",
    link: str = "",
    html: str = "",
    *,
    guid: str = "",
    author: str = "",
    date: str = "2025-11-30T21:14:05+01:00",
    more: str = "",
    base: str = "",
) -> str:
    based = f' xml:base="{amp(base)}"' if base else ""
    return (
        f"<entry>{f'<author>{author}</author>' if author else ''}<id>{amp(guid or link)}</id>"
        f'<link rel="alternate" type="text/html" href="{amp(link)}"/><title type="html">{cdata(title)}</title>'
        f"<updated>{date}</updated><published>{date}</published>"
        f'<content type="html"{based}>{cdata(html)}</content>{more}</entry>'
    )


def atom(*entries: str, site: str = f"{HOST}/", generator: str = "", title: str = "Forum", updated: str = "") -> str:
    made = f"<generator>{generator}</generator>" if generator else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
        f'xmlns:thr="http://purl.org/syndication/thread/1.0"><title>{title}</title><link href="{amp(site)}"/>'
        f"<id>{amp(site)}</id><updated>{updated or '2025-12-01T09:00:00Z'}</updated>{made}{''.join(entries)}</feed>"
    )


def read(document: str, url: str = f"{HOST}/feed", **answer: str) -> ParsedFeed:
    return parse_feed(Fetched(url, None, 200, document.encode(), **answer))  # type: ignore[arg-type]


def only(document: str, url: str = f"{HOST}/feed", **answer: str) -> ParsedEntry:
    (found,) = read(document, url, **answer).entries
    return found


def judged(found: ParsedEntry) -> str:
    return found.judged or found.text
