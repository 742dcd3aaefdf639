"""RSS, RDF and Atom through feedparser, kept on a short lead (FEEDS.md §2).

feedparser gets a stream (it would open a body that is a path, and fetch one that is an address), no sanitiser
(quadratic), no resolving of links in texts (slow) and a constant base address: it resolves bare identifiers
against the address of the feed, so that a redirect would make every entry a new one.
"""

import io
import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from typing import Any, Final
from urllib.parse import urljoin
from xml.sax import SAXException

from kundenradar.domain.errors import TroubleKind
from kundenradar.feeds.fastpath import is_too_deep, read_plain_feed
from kundenradar.feeds.raw import RawEntry, RawFeed, RawText, Unreadable, plain_text
from kundenradar.feeds.tellings import fullest
from kundenradar.feeds.wrongpage import is_html

_BASE_STEPS: Final = ("kr-base-1/", "kr-base-2/", "kr-base-3/")
_BASE_HOST: Final = "://feed.invalid/"
_SCHEME: Final = re.compile(r"https?(?=://feed\.invalid/)")
_BASE_TAIL: Final = "".join(_BASE_STEPS)

_ITEM_START: Final = re.compile(rb"<(?:[A-Za-z0-9_.-]+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ITEM_END: Final = re.compile(rb"</(?:[A-Za-z0-9_.-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
_ROOT_END: Final = re.compile(rb"</(?:[A-Za-z0-9_.-]+:)?(?:channel|rss|feed|rdf)\s*>", re.IGNORECASE)
_ROOT: Final = re.compile(rb"<([A-Za-z0-9_.-]+:)?(rss|feed|rdf)[\s>]", re.IGNORECASE)
_REFERENCE: Final = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,2000})|([0-9]{1,2000}));?")
_TROUBLEMAKERS: Final = (
    b"opengis.net/gml",
    b"georss.org",
    b"podlove.org/simple-chapters",
    b"search.yahoo.com/mrss",
    b"wgs84_pos",
)
_ANY_ROOT: Final = re.compile(rb"<(?:[A-Za-z0-9_.-]+:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_ENTITY: Final = re.compile(rb"<!ENTITY\s+\S+\s+(?:SYSTEM|PUBLIC)\b", re.IGNORECASE)
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE[^\[\]<>]{1,500}>", re.IGNORECASE)
_AMPERSAND: Final = re.compile(
    rb"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)(?:([A-Za-z]\w{1,30});)?"
)
_SURROGATES: Final = re.compile(
    rb"&#(5529[6-9]|55[3-9]\d\d|56[0-2]\d\d|563[01]\d|[xX][dD][89abAB][0-9a-fA-F]{2});"
    rb"&#(563[2-9]\d|56[4-9]\d\d|57[0-2]\d\d|573[0-3]\d|5734[0-3]|[xX][dD][c-fC-F][0-9a-fA-F]{2});"
)
_TEXT_INPUT: Final = re.compile(rb"<textinput\b[^>]{0,500}>.{0,5000}?</textinput\s*>", re.IGNORECASE | re.DOTALL)
_MEDIA_TEXT: Final = re.compile(rb"<(/?)media:description\b[^<>]{0,500}?(/?)>")
_RELATIVE_ID: Final = re.compile(
    rb"(<(?:[A-Za-z0-9_.-]{1,50}:)?(?:gu)?id(?:\s[^<>]{0,500})?>\s*+)(?!<|[A-Za-z][A-Za-z0-9+.-]{0,50}:)"
)
_AS_TOLD: Final = "kr-as-told:"
_NUL_DECLARED: Final = re.compile(rb"\s*<\?xml[^>\x00]{1,200}\x00")
_DECLARED: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_MIN_GOOD: Final = 3
_PREFIX_OF: Final = re.compile(rb"xmlns:([A-Za-z0-9_.-]+)\s*=\s*[\"']([^\"']*)[\"']")
_MARKUP_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})


def read_xml_feed(
    body: bytes, url: str, content_type: str, content_language: str, max_entries: int, *, fast: bool = True
) -> RawFeed:
    """The feed in an XML document, well-formed or not.

    Args:
        body: The document, at most 15 MB.
        url: Where it came from.
        content_type: Header as delivered, or empty.
        content_language: Header as delivered, or empty.
        max_entries: Entries to read; the rest of the document is not looked at.
        fast: Let plain documents be read without feedparser; the result is the same.

    Raises:
        Unreadable: No feed, or one that nothing can be read from.
    """
    if is_html(body) and _ANY_ROOT.search(body) is None:
        raise Unreadable(TroubleKind.NOT_A_FEED)  # megabytes of markup would cost seconds
    utf8 = as_utf8(body, content_type)
    base_url = f"{'https' if url.startswith('https:') else 'http'}{_BASE_HOST}{_BASE_TAIL}"
    if utf8 is not None:
        body, content_type = _without_doctype(utf8), "application/xml; charset=utf-8"
        for mended in _spellings(body) if fast else ():
            plain = read_plain_feed(mended, base_url, _own, max_entries)
            if plain is not None:
                return plain
        if is_too_deep(body):
            raise Unreadable(TroubleKind.MALFORMED, "depth")
        body = with_plain_references(body)
    headers = {"content-location": base_url, "content-type": content_type, "content-language": content_language[:35]}
    usable = {name: value for name, value in headers.items() if value.isascii() and value.isprintable()}
    return _read_by_feedparser(_capped(body, max_entries), usable, url, max_entries)


def _without_doctype(body: bytes) -> bytes:
    """The document without a type that only names a definition elsewhere: HTML's entities are known without it."""
    found = _DOCTYPE.search(body, 0, 2_000)
    return body if found is None else body[: found.start()] + body[found.end() :]


def _spellings(body: bytes) -> Iterator[bytes]:
    """The document, and if it holds references that XML does not know, with those spelt out."""
    yield body
    mended = with_plain_references(body)
    if mended != body:
        yield mended


def with_plain_references(body: bytes) -> bytes:
    """The document with HTML's references as numbers, and every ampersand that begins none spelt out.

    Either makes a document ill-formed; feedparser would make "AT&T;" of "AT&T".

    Args:
        body: UTF-8 or another encoding that ASCII is part of; one that declares references stays as it is, as
            does one that would grow to its double.
    """
    if b"<!ENTITY" in body or body.count(b"&") * len(b"amp;") > len(body):
        return body
    if b"&#5" in body or b"&#xD" in body or b"&#xd" in body:
        body = _SURROGATES.sub(_joined, body)
    pieces: list[bytes] = []
    at = 0
    while (start := body.find(b"<![CDATA[", at)) >= 0 and (end := body.find(b"]]>", start)) >= 0:
        pieces += (_AMPERSAND.sub(_plain_reference, body[at:start]), body[start:end])
        at = end
    return b"".join([*pieces, _AMPERSAND.sub(_plain_reference, body[at:])])


def _joined(pair: re.Match[bytes]) -> bytes:
    """One reference for the two halves that some programs write of an emoji."""
    high, low = (int(half[1:], 16) if half[:1] in b"xX" else int(half) for half in pair.groups())
    return b"&#%d;" % (0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)


def _plain_reference(found: re.Match[bytes]) -> bytes:
    meant = html5.get(f"{found[1].decode()};", "") if found[1] else ""
    return "".join(f"&#{ord(one)};" for one in meant).encode() or b"&amp;" + found[0][1:]


def _media_set_aside(body: bytes) -> bytes:
    """The document with descriptions of pictures and films under a name that feedparser leaves alone.

    It takes them for the text of the entry, and a post on Mastodon would say what its picture shows.
    """
    if b"media:description" not in body:
        return body
    return _MEDIA_TEXT.sub(rb"<\1media:plaintext\2>", body)


def _ids_set_aside(body: bytes) -> bytes:
    """The document, where it gives base addresses, with relative identifiers that feedparser leaves alone.

    An identifier is a name (RFC 4287 §4.2.6), however relative; joined with an address it would change with that.
    """
    if b"xml:base" not in body:
        return body
    return _RELATIVE_ID.sub(rb"\1" + _AS_TOLD.encode(), body)


def _read_by_feedparser(body: bytes, headers: Mapping[str, str], url: str, max_entries: int) -> RawFeed:
    parsed = _parse(_ids_set_aside(_media_set_aside(body)), headers)
    version = parsed.get("version") or ""
    # the outer of nested items is empty
    entries: list[Mapping[str, Any]] = [entry for entry in parsed["entries"] if entry][:max_entries]
    not_well_formed = isinstance(parsed.get("bozo_exception"), SAXException)
    if not entries:
        if not version:
            raise Unreadable(TroubleKind.NOT_A_FEED)
        if not_well_formed and _ITEM_START.search(body) is not None:
            raise Unreadable(TroubleKind.MALFORMED, "xml")
    feed = parsed["feed"]
    raw = RawFeed(
        title=_construct(feed, "title", url),
        site=_link(feed, _text(feed, "id")) or "",
        generator=_generator(feed),
        ttl_minutes=_text(feed, "ttl"),
        period=_text(feed, "sy_updateperiod"),
        frequency=_text(feed, "sy_updatefrequency"),
        entries=[_entry(entry, url) for entry in entries],
        damaged=not_well_formed or _ENTITY.search(body, 0, 20_000) is not None or bool(_NUL_DECLARED.match(body)),
    )
    if version.startswith("atom"):
        raw.author, raw.author_url = _author(feed)
        raw.updated = _text(feed, "updated")
    if not_well_formed and raw.entries and _ends_inside_entry(body):
        raw.entries[-1].complete = False
    return raw


def _parse(body: bytes, headers: Mapping[str, str]) -> Mapping[str, Any]:
    """What feedparser makes of a document; tried again without what is known to break it.

    It raises for 6 % of mutated documents (FEEDS.md §2.2), with exceptions of any class.
    """
    import feedparser  # late: most documents are read without it

    problem: Exception | None = None
    tried: bytes | None = None
    for mended in _attempts(body):
        if mended == tried:
            continue
        tried = mended
        try:
            result: Mapping[str, Any] = feedparser.parse(
                io.BytesIO(mended), response_headers=dict(headers), resolve_relative_uris=False, sanitize_html=False
            )
        except Exception as error:  # noqa: BLE001 - the one edge to feedparser, which raises anything
            problem = error
            continue
        return result
    raise Unreadable(TroubleKind.MALFORMED, "xml") from problem


def _attempts(body: bytes) -> Iterator[bytes]:
    yield body
    body = _REFERENCE.sub(_valid_reference, body)
    if not body.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")):
        body = body.replace(b"\x00", b"")
    yield body
    body = _without_troublemakers(body)
    yield body
    yield re.sub(rb"^\s*<\?xml[^>]{0,300}\?>", b"", body)


def _valid_reference(found: re.Match[bytes]) -> bytes:
    digits = found[1] or found[2]
    number = int(digits, 16 if found[1] else 10) if len(digits) <= 8 else 0x110000
    if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF or (number < 32 and number not in (9, 10, 13)):
        return b"\xef\xbf\xbd" if number else b""
    return found[0] if found[0].endswith(b";") else found[0] + b";"


def _without_troublemakers(body: bytes) -> bytes:
    """The document without tags of the modules that break feedparser, whose text stays, and without entry forms."""
    prefixes = {b"gml", b"georss", b"psc", b"media", b"geo"}
    for prefix, namespace in _PREFIX_OF.findall(body[:20_000]):
        if any(part in namespace.lower() for part in _TROUBLEMAKERS):
            prefixes.add(prefix)
    names = b"|".join(re.escape(prefix) for prefix in sorted(prefixes))
    return _TEXT_INPUT.sub(b"", re.sub(rb"</?(?:%s):[^<>]{0,2000}>" % names, b"", body))


def as_utf8(body: bytes, content_type: str) -> bytes | None:
    """The document as valid UTF-8 if that is what it is written in, whatever header and declaration say.

    Two characters beyond ASCII that form valid UTF-8 are no accident in another encoding. A few bad bytes in much
    good UTF-8 are replaced: feedparser would read all of it as another encoding.
    """
    if b"\x00" in body[:400]:
        return None  # two or four bytes per character
    declared = {
        found[1].lower() for found in _DECLARED.finditer(content_type.encode("ascii", "replace") + b" " + body[:400])
    }
    is_declared = declared <= {b"utf-8", b"utf8"}
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
        bad = text.count("\ufffd")
        good = len(text) - len(text.encode("ascii", "ignore")) - bad
        return text.encode() if is_declared and good >= _MIN_GOOD and good >= bad * 3 else None
    if is_declared or (not text.isascii() and len(text) - len(text.encode("ascii", "ignore")) >= _MIN_GOOD):
        return body
    return None


def _capped(body: bytes, max_entries: int) -> bytes:
    """The document cut after its first entries, closed again."""
    if len(body) < max_entries * 6:  # "<item>"
        return body
    for number, found in enumerate(_ITEM_START.finditer(body)):
        if number == max_entries:
            root = _ROOT.search(body)
            if root is None:
                return body[: found.start()]
            name = (root[1] or b"") + root[2]
            channel = b"</channel>" if root[2].lower() == b"rss" else b""
            return body[: found.start()] + channel + b"</" + name + b">"
    return body


def _ends_inside_entry(body: bytes) -> bool:
    """Whether the document was cut off within its last entry."""
    tail = body[-400_000:]
    starts = list(_ITEM_START.finditer(tail))
    if not starts:
        return _ITEM_END.search(tail) is None and _ROOT_END.search(tail) is None
    after = starts[-1].end()
    return _ITEM_END.search(tail, after) is None and _ROOT_END.search(tail, after) is None


def _entry(entry: Mapping[str, Any], url: str) -> RawEntry:
    author, author_url = _author(entry)
    if not author:  # a collection of feeds: who wrote the feed it was taken from (RFC 4287 §4.2.1)
        author, author_url = _author(_part(entry, "source"))
    dates = {role: _text(entry, role) for role in ("published", "updated", "created")}
    guid = _text(entry, "id")
    return RawEntry(
        guid=_own(guid) if guid else None,
        title=_construct(entry, "title", url),
        link=_link(entry, guid),
        author=author,
        author_url=author_url,
        dates={role: raw for role, raw in dates.items() if raw},
        content=_content(entry, url),
        in_reply_to=_in_reply_to(entry),
        rating=_text(entry, "im_rating"),
        replies=_text(entry, "slash_comments") or _text(entry, "thr_total"),
        views=_views(entry),
        outlet=_text(_part(entry, "source"), "title") or _text(entry, "news_source"),
    )


def _text(holder: Mapping[str, Any], key: str) -> str:
    value = dict.get(holder, key) if isinstance(holder, dict) else None  # past feedparser's own fallbacks
    return value if isinstance(value, str) else ""


def _construct(holder: Mapping[str, Any], key: str, url: str) -> RawText:
    value = _text(holder, key)
    detail = dict.get(holder, f"{key}_detail") if isinstance(holder, dict) else None
    kind = detail.get("type", "text/html") if isinstance(detail, dict) else "text/html"
    base = detail.get("base", "") if isinstance(detail, dict) else ""
    if not value:
        return RawText()
    return RawText(value, kind in _MARKUP_TYPES, _absolute(base, url))


def _content(entry: Mapping[str, Any], url: str) -> RawText:
    """The fullest telling of an entry: content before summary, markup before text, text before a review's table."""
    texts: list[RawText] = []
    contents = dict.get(entry, "content") if isinstance(entry, dict) else None
    for part in contents if isinstance(contents, list) else []:
        value, kind = part.get("value"), part.get("type", "text/html")
        if isinstance(value, str) and (kind in _MARKUP_TYPES or kind == "text/plain"):
            texts.append(RawText(value, kind in _MARKUP_TYPES, _absolute(part.get("base") or "", url)))
    texts.append(_construct(entry, "summary", url))
    chosen = fullest(texts, is_review=bool(_text(entry, "im_rating")))
    return (
        chosen if chosen.value else fullest([plain_text(_text(entry, "media_plaintext") or _text(entry, "subtitle"))])
    )


def _link(entry: Mapping[str, Any], guid: str) -> str | None:
    link = _text(entry, "link")
    links = dict.get(entry, "links") if isinstance(entry, dict) else None
    targets = [
        one["href"]
        for one in (links if isinstance(links, list) else [])
        if one.get("rel") == "alternate" and isinstance(one.get("href"), str)
    ]
    if link and link == guid and link not in targets:
        # feedparser took the identifier for a link; it is one only if it was written as an absolute address
        is_address = link.startswith(("http://", "https://")) and _SCHEME.match(link) is None
        link = targets[0] if targets else link if is_address else ""
    elif not link and targets:
        link = targets[0]
    return _own(link) or None


def _author(holder: Mapping[str, Any]) -> tuple[str, str]:
    """Name (with mail, as feedparser joins them) and profile of the first author."""
    whole = _text(holder, "author")
    authors = dict.get(holder, "authors") if isinstance(holder, dict) else None
    told = [one for one in (authors if isinstance(authors, list) else []) if isinstance(one, dict) and one]
    if not told:
        return whole, ""
    named = [one for one in told if dict.get(one, "name") or dict.get(one, "email")] or told
    name, mail, href = (_string(dict.get(named[0], key)) for key in ("name", "email", "href"))
    if len(told) == 1 and whole:
        name = whole  # feedparser's own split cuts mail addresses with long endings
    return name or mail, _own(href)


def _in_reply_to(entry: Mapping[str, Any]) -> str:
    for key, value in entry.items():
        if key.endswith("in-reply-to") and isinstance(value, dict):
            return _own(_string(value.get("ref")) or _string(value.get("href")))
    return ""


def _part(holder: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = dict.get(holder, key) if isinstance(holder, dict) else None
    return value if isinstance(value, dict) else {}


def _views(entry: Mapping[str, Any]) -> str:
    return _string(_part(entry, "media_statistics").get("views"))


def _generator(feed: Mapping[str, Any]) -> str:
    detail = dict.get(feed, "generator_detail") if isinstance(feed, dict) else None
    href = _own(_string(detail.get("href"))) if isinstance(detail, dict) else ""
    return f"{_text(feed, 'generator')} {href}".strip()


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _own(address: str) -> str:
    """An address as the feed wrote it, before feedparser joined it with the constant base."""
    address = address.removeprefix(_AS_TOLD)
    found = _SCHEME.match(address)
    if found is None:
        return address
    rest = address[found.end() + len(_BASE_HOST) :]
    for known in range(len(_BASE_STEPS), 0, -1):
        prefix = "".join(_BASE_STEPS[:known])
        if rest.startswith(prefix):
            return "../" * (len(_BASE_STEPS) - known) + rest[len(prefix) :]
    return f"/{rest}"


def _absolute(base: str, url: str) -> str:
    """A base address of the document, joined with the real address; empty if it is that one."""
    own = _own(base)
    if not own:
        return ""
    try:
        return urljoin(url, own)
    except ValueError:
        return ""
