"""RSS 2.0 and Atom 1.0 as most servers write them, straight from expat.

Many times as fast as feedparser and of the same result: whatever is not plain and well known (a document type, an
unknown element, a repeated one, markup within a text, a base address) makes this reader step aside, and feedparser
reads the document. A test compares both over the whole corpus.
"""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Final
from urllib.parse import urljoin
from xml.etree import ElementTree as ET
from xml.parsers import expat

from kundenradar.feeds.raw import RawEntry, RawFeed, RawText
from kundenradar.feeds.tellings import fullest

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
_SLASH: Final = "{http://purl.org/rss/1.0/modules/slash/}"
_WFW: Final = "{http://wellformedweb.org/CommentAPI/}"
_SY: Final = "{http://purl.org/rss/1.0/modules/syndication/}"
_THR: Final = "{http://purl.org/syndication/thread/1.0}"
_MEDIA: Final = "{http://search.yahoo.com/mrss/}"
_DISCOURSE: Final = "{http://www.discourse.org/}"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"

_CHANNEL_KEPT: Final = frozenset({"title", "link", "ttl", "generator", f"{_SY}updatePeriod", f"{_SY}updateFrequency"})
_CHANNEL_SKIPPED: Final = frozenset(
    {
        *("description", "language", "pubDate", "lastBuildDate", "copyright", "docs", "managingEditor", "category"),
        *("webMaster", "cloud", "rating", f"{_SY}updateBase", f"{_DC}language"),
    }
)
_ITEM_KEPT: Final = frozenset(
    {
        *("title", "link", "guid", "description", "pubDate", "author", _CONTENT, f"{_DC}creator", f"{_DC}date"),
        *(f"{_SLASH}comments", "source"),
    }
)
_ITEM_SKIPPED: Final = frozenset(
    {
        *("category", "comments", "enclosure", f"{_WFW}commentRss", f"{_WFW}comment"),
        *(f"{_DC}subject", f"{_MEDIA}thumbnail", f"{_MEDIA}content", "{com-wordpress:feed-additions:1}post-id"),
        *(_DISCOURSE + name for name in ("topicPinned", "topicClosed", "topicArchived")),
    }
)
_FEED_KEPT: Final = frozenset(_ATOM + name for name in ("title", "generator", "id", "updated"))
_FEED_SKIPPED: Final = frozenset(
    {
        *(_ATOM + name for name in ("category", "subtitle", "rights", "icon", "logo")),
        "{http://backend.userland.com/creativeCommonsRssModule}license",
    }
)
_ENTRY_KEPT: Final = frozenset(
    {*(_ATOM + name for name in ("title", "id", "published", "updated", "summary", "content")), f"{_THR}total"}
)
_ENTRY_SKIPPED: Final = frozenset(
    {
        *(f"{_ATOM}category", f"{_ATOM}rights", f"{_MEDIA}thumbnail", f"{_MEDIA}content"),
        "{http://purl.org/atompub/rank/1.0}rank",
    }
)
_PICTURE_PARTS: Final = frozenset({f"{_MEDIA}rating", f"{_MEDIA}description"})
_IMAGE_PARTS: Final = frozenset({"url", "title", "link", "width", "height", "description"})
_RSS_ATTRIBUTES: Final = frozenset({"isPermaLink", f"{_XML}lang"})
_SOURCE_ATTRIBUTES: Final = frozenset({"url"})
_ATOM_ATTRIBUTES: Final = frozenset({"type", "uri", "version", f"{_XML}lang"})
_CONTENT_ATTRIBUTES: Final = _ATOM_ATTRIBUTES | {f"{_XML}base"}
_IS_MARKUP: Final = {"": False, "text": False, "html": True, "text/plain": False, "text/html": True}
_BASES: Final = frozenset({"base", f"{_XML}base"})

_SIMPLE_ADDRESS: Final = re.compile(
    r"https?://[a-z0-9.-]+(?::\d{1,5})?/[A-Za-z0-9._~!$'()*+,=:@%/-]*"
    r"(?:\?[A-Za-z0-9._~!$'()*+,=:@%/?&-]+)?(?:#[A-Za-z0-9._~!$'()*+,=:@%/?&-]+)?"
)
_REFERENCE_IN_LINK: Final = re.compile(r"&([A-Za-z0-9_]+);")
_EXTRA_SLASHES: Final = re.compile(r"^([A-Za-z][A-Za-z0-9+-.]*://)(/*)(.*?)")
_C1: Final = re.compile("[\x80-\x9f]")
_C1_BYTES: Final = re.compile(rb"\xc2[\x80-\x9f]")
_DECLARATION: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

_MAIL_AND_NAME: Final = re.compile(r"[A-Za-z0-9._-]+@[A-Za-z0-9-]+\.[a-z]{2,4} \(([\w.-]+(?: [\w.-]+)*)\)")
_MAYBE_MARKUP: Final = re.compile(r"</\w|&#?\w+;")
_MAX_DEPTH: Final = 500

Own = Callable[[str], str]


class _UnusualError(Exception):
    """The document needs feedparser."""


def read_plain_feed(body: bytes, base_url: str, own: Own, max_entries: int) -> RawFeed | None:
    """The feed in a plain, well-formed UTF-8 document; None if feedparser should read it.

    Args:
        body: Valid UTF-8.
        base_url: The constant base address that feedparser would join addresses with.
        own: Takes that base away again.
        max_entries: Entries to keep.
    """
    if _DECLARATION.search(body) is not None:
        return None
    parser = ET.XMLParser(encoding="utf-8")  # noqa: S314 - no document type is let through, so no entities
    try:
        parser.feed(body)
        root = parser.close()
        if _may_hold_c1(body) and any(_C1.search(one.text) for one in root.iter() if one.text):
            return None
        return _Reader(base_url, own, max_entries).feed(root)
    except (ET.ParseError, _UnusualError):
        return None


def _may_hold_c1(body: bytes) -> bool:
    """Whether a document holds characters that Windows-1252 means otherwise, as far as its bytes tell."""
    return b"&#" in body or (b"\xc2" in body and _C1_BYTES.search(body) is not None)


def is_too_deep(body: bytes) -> bool:
    """Whether elements stand in each other more than 500 deep: feedparser would need seconds for nothing.

    Args:
        body: UTF-8; documents that declare entities count as shallow.
    """
    if b"<!ENTITY" in body:
        return False
    depth = 0

    def begins(_name: str, _attributes: list[str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise _UnusualError

    def ends(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate("utf-8")
    parser.ordered_attributes = True
    parser.StartElementHandler = begins
    parser.EndElementHandler = ends
    try:
        parser.Parse(body, True)
    except _UnusualError:
        return True
    except expat.ExpatError:
        return False
    return False


class _Reader:
    """Reads one tree as feedparser would."""

    def __init__(self, base_url: str, own: Own, max_entries: int) -> None:
        self._base_url = base_url
        self._own = own
        self._max_entries = max_entries

    def feed(self, root: ET.Element) -> RawFeed:
        if not _BASES.isdisjoint(root.attrib):
            raise _UnusualError
        if root.tag == "rss" and len(root) == 1 and root[0].tag == "channel" and not root[0].attrib:
            return self._rss(root[0])
        if root.tag == f"{_ATOM}feed":
            return self._atom(root)
        raise _UnusualError

    # -- RSS -------------------------------------------------------------------------

    def _rss(self, channel: ET.Element) -> RawFeed:
        kept: dict[str, ET.Element] = {}
        entries: list[RawEntry] = []
        for child in channel:
            tag = child.tag
            if tag == "item":
                if len(entries) < self._max_entries:
                    entries.append(self._item(child))
            elif tag in _CHANNEL_KEPT:
                _keep(kept, tag, child, _RSS_ATTRIBUTES)
            elif tag == f"{_ATOM}link":
                if child.get("rel", "").lower() not in ("self", "hub", "next", "first", "last") or len(child):
                    raise _UnusualError
            elif tag == "image":
                if any(part.tag not in _IMAGE_PARTS or len(part) or part.attrib for part in child):
                    raise _UnusualError
            elif tag not in _CHANNEL_SKIPPED or len(child):
                raise _UnusualError
        return RawFeed(
            title=_guessed(_text(kept.get("title"))),
            site=self._site(kept.get("link")),
            generator=self._generator(kept.get("generator")),
            ttl_minutes=_text(kept.get("ttl")),
            period=_text(kept.get(f"{_SY}updatePeriod")),
            frequency=_text(kept.get(f"{_SY}updateFrequency")),
            entries=entries,
        )

    def _site(self, element: ET.Element | None) -> str:
        address = _text(element)
        if _REFERENCE_IN_LINK.search(address) is not None:
            raise _UnusualError
        return self._address(address)

    def _item(self, item: ET.Element) -> RawEntry:
        if item.attrib or not len(item):
            raise _UnusualError
        kept: dict[str, ET.Element] = {}
        described = False
        for child in item:
            tag = child.tag
            if tag in _ITEM_KEPT:
                _keep(kept, tag, child, _SOURCE_ATTRIBUTES if tag == "source" else _RSS_ATTRIBUTES)
            elif tag not in _ITEM_SKIPPED:
                raise _UnusualError
            elif len(child):
                described = _only_describes(child)
        author = kept.get(f"{_DC}creator")
        if author is not None and "author" in kept and not _is_told_twice(_text(author), _text(kept["author"])):
            raise _UnusualError
        guid, is_link = self._guid(kept.get("guid"))
        content = _chosen(RawText(_text(kept[name]), markup=True) for name in (_CONTENT, "description") if name in kept)
        if described and not content.value:
            raise _UnusualError  # what its pictures show stands in for a text
        return RawEntry(
            guid=guid,
            title=_guessed(_text(kept.get("title"))),
            link=self._item_link(kept.get("link"), guid, guid_is_link=is_link),
            author=_text(author if author is not None else kept.get("author")),
            dates=_dates(published=kept.get("pubDate"), updated=kept.get(f"{_DC}date")),
            content=content,
            replies=_text(kept.get(f"{_SLASH}comments")),
            outlet=_text(kept.get("source")),
        )

    def _guid(self, element: ET.Element | None) -> tuple[str | None, bool]:
        if element is None:
            return None, False
        is_link = element.get("isPermaLink", "true") == "true"
        value = _text(element)
        if is_link:
            value = self._address(value)
        return value or None, is_link

    def _item_link(self, element: ET.Element | None, guid: str | None, *, guid_is_link: bool) -> str | None:
        if element is not None:
            link = self._address(_text(element), is_link=True)
            if not link:
                raise _UnusualError
            return link
        if guid_is_link and guid is not None and guid.startswith(("http://", "https://")):
            return guid
        return None

    # -- Atom ------------------------------------------------------------------------

    def _atom(self, feed: ET.Element) -> RawFeed:
        kept: dict[str, ET.Element] = {}
        links: list[ET.Element] = []
        people: list[ET.Element] = []
        entries: list[RawEntry] = []
        for child in feed:
            tag = child.tag
            if tag == f"{_ATOM}entry":
                if len(entries) < self._max_entries:
                    entries.append(self._entry(child))
            elif tag == f"{_ATOM}link":
                links.append(child)
            elif tag == f"{_ATOM}author":
                people.append(child)
            elif tag in _FEED_KEPT:
                _keep(kept, tag, child, _ATOM_ATTRIBUTES)
            elif tag not in _FEED_SKIPPED or len(child) or not _BASES.isdisjoint(child.attrib):
                raise _UnusualError
        author, author_url = self._person(people)
        return RawFeed(
            title=_construct(kept.get(f"{_ATOM}title")),
            site=self._alternate(links) or self._address_in(kept.get(f"{_ATOM}id")) or "",
            generator=self._generator(kept.get(f"{_ATOM}generator")),
            author=author,
            author_url=author_url,
            updated=_text(kept.get(f"{_ATOM}updated")),
            entries=entries,
        )

    def _entry(self, entry: ET.Element) -> RawEntry:
        if not entry.attrib.keys() <= {f"{_XML}lang"} or not len(entry):
            raise _UnusualError
        kept: dict[str, ET.Element] = {}
        links: list[ET.Element] = []
        people: list[ET.Element] = []
        reply_to = ""
        for child in entry:
            tag = child.tag
            if tag in _ENTRY_KEPT:
                with_base = tag == f"{_ATOM}content"
                _keep(kept, tag, child, _CONTENT_ATTRIBUTES if with_base else _ATOM_ATTRIBUTES)
            elif tag == f"{_ATOM}link":
                links.append(child)
            elif tag == f"{_ATOM}author":
                people.append(child)
            elif tag == f"{_THR}in-reply-to":
                if reply_to or len(child):
                    raise _UnusualError
                reply_to = child.get("ref", "") or child.get("href", "")
            elif tag not in _ENTRY_SKIPPED or len(child):
                raise _UnusualError
        author, author_url = self._person(people)
        guid = self._address(_text(kept.get(f"{_ATOM}id")))
        link = self._alternate(links) or self._address_in(kept.get(f"{_ATOM}id"))
        return RawEntry(
            guid=guid or None,
            title=_construct(kept.get(f"{_ATOM}title")),
            link=link,
            author=author,
            author_url=author_url,
            dates=_dates(published=kept.get(f"{_ATOM}published"), updated=kept.get(f"{_ATOM}updated")),
            content=_chosen(self._based(kept[name]) for name in (f"{_ATOM}content", f"{_ATOM}summary") if name in kept),
            in_reply_to=self._own(reply_to),
            replies=_text(kept.get(f"{_THR}total")),
        )

    def _based(self, element: ET.Element) -> RawText:
        """A text with the base address its links refer to, if it gives one (phpBB does)."""
        text = _construct(element)
        base = element.get(f"{_XML}base", "")
        if base and text.value:
            text.base = self._address(base)
            if not text.base.startswith(("http://", "https://")):
                raise _UnusualError
        return text

    def _alternate(self, links: list[ET.Element]) -> str | None:
        """The one link to the page; unusual if there are several or none is one."""
        found: str | None = None
        for link in links:
            if not link.get("href") or len(link) or (link.text or "").strip():
                raise _UnusualError
            if not _BASES.isdisjoint(link.attrib):
                raise _UnusualError
            if link.get("rel", "alternate").lower() != "alternate":
                continue
            kind = link.get("type", "text/html").lower()
            if found is not None or kind not in ("text/html", "application/xhtml+xml"):
                raise _UnusualError
            found = self._address(link.get("href", ""))
            if not found:
                raise _UnusualError
        return found

    def _person(self, people: list[ET.Element]) -> tuple[str, str]:
        """Name (with mail) and address of the one author."""
        if not people:
            return "", ""
        if len(people) > 1 or people[0].attrib or (people[0].text or "").strip():
            raise _UnusualError
        parts: dict[str, str] = {}
        for part in people[0]:
            if part.tag in parts or part.tag not in (f"{_ATOM}name", f"{_ATOM}uri", f"{_ATOM}email") or part.attrib:
                raise _UnusualError
            parts[part.tag] = _text(part)
        name, mail = parts.get(f"{_ATOM}name", ""), parts.get(f"{_ATOM}email", "")
        if not name:
            raise _UnusualError
        return (f"{name} ({mail})" if mail else name), self._address(parts.get(f"{_ATOM}uri", ""))

    def _address_in(self, element: ET.Element | None) -> str | None:
        """An identifier, if it is an absolute address: it stands in for a missing link."""
        guid = self._address(_text(element))
        return guid if guid.startswith(("http://", "https://")) else None

    # -- both ------------------------------------------------------------------------

    def _generator(self, element: ET.Element | None) -> str:
        if element is None:
            return ""
        return f"{_text(element)} {self._address(element.get('uri', ''))}".strip()

    def _address(self, raw: str, *, is_link: bool = False) -> str:
        """An address as feedparser would give it, the constant base taken away again."""
        if not raw or _SIMPLE_ADDRESS.fullmatch(raw) is not None:
            return raw
        try:
            joined = urljoin(self._base_url, _EXTRA_SLASHES.sub(r"\1\3", raw))
        except ValueError:
            raise _UnusualError from None
        if is_link:
            joined = _REFERENCE_IN_LINK.sub(r"&\g<1>", joined.replace("&amp;", "&"))
        return self._own(joined)


def _keep(kept: dict[str, ET.Element], tag: str, element: ET.Element, allowed: frozenset[str]) -> None:
    if tag in kept or len(element) or (element.attrib and not element.attrib.keys() <= allowed):
        raise _UnusualError
    kept[tag] = element


def _text(element: ET.Element | None) -> str:
    """Text of a leaf; text that was taken for Latin-1 when it was UTF-8 is repaired as feedparser does."""
    if element is None or element.text is None:
        return ""
    text = element.text.strip()
    if text.isascii():
        return text
    with suppress(UnicodeError):
        return text.encode("iso-8859-1").decode("utf-8")
    return text


def _only_describes(picture: ET.Element) -> bool:
    """True: what stands in an element only describes and rates a picture, as on Mastodon; else it is unusual."""
    if picture.tag != f"{_MEDIA}content" or any(part.tag not in _PICTURE_PARTS or len(part) for part in picture):
        raise _UnusualError
    return True


def _is_told_twice(name: str, whole: str) -> bool:
    """Whether an author is named the same with and without a mail address, as XenForo does."""
    found = _MAIL_AND_NAME.fullmatch(whole)
    return found is not None and found[1] == name


def _guessed(value: str) -> RawText:
    """A title of RSS: feedparser guesses whether it is markup, if it holds a closing tag or a reference at all."""
    if _MAYBE_MARKUP.search(value) is None:
        return RawText(value)
    from feedparser.mixin import _FeedParserMixin  # late: most documents never need it

    return RawText(value, bool(_FeedParserMixin.looks_like_html(value)))


def _construct(element: ET.Element | None) -> RawText:
    if element is None:
        return RawText()
    markup = _IS_MARKUP.get(element.get("type", "").lower())
    if markup is None:
        raise _UnusualError
    value = _text(element)
    return RawText(value, markup) if value else RawText()


def _chosen(texts: Iterable[RawText]) -> RawText:
    found = list(texts)
    return fullest(found) if found else RawText()


def _dates(**elements: ET.Element | None) -> dict[str, str]:
    return {role: raw for role, element in elements.items() if (raw := _text(element))}
