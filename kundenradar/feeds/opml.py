"""OPML, the exchange format of feed readers: subscriptions in, subscriptions out.

Foreign files are read with care (research FEEDS §3 row 45): no entities, no document type, a size limit, a depth
limit; addresses other than http and https are told apart from those that can be added.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.entities import html5
from urllib.parse import urlsplit
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from kundenradar.domain.errors import InputError

MOST_BYTES = 1024 * 1024
MOST_OUTLINES = 20_000
MOST_DEPTH = 30
MOST_CHARACTERS = 300
MOST_ADDRESS = 2_000


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed of an OPML file.

    Attributes:
        title: One line, may be empty.
        feed_url: http or https address as it stands; a login in it belongs into the keyring.
        site_url: Address of the site, or empty.
        folder: Titles of the folders around it, outermost first.
    """

    title: str
    feed_url: str
    site_url: str = ""
    folder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """An outline that is not followed.

    Attributes:
        reason: ``command`` (it would run a program), ``file`` (it would read a file), ``scheme`` (some other kind of
            address) or ``address`` (none at all).
    """

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class OpmlFile:
    """What an OPML file holds.

    Attributes:
        feeds: Each feed once, in the order of the file.
        refused: What was left out.
    """

    title: str
    feeds: tuple[Outline, ...]
    refused: tuple[Refused, ...] = ()


class _Reader:
    """Collects the outlines while expat goes through the file."""

    def __init__(self) -> None:
        self.title = ""
        self.feeds: dict[str, Outline] = {}
        self.refused: list[Refused] = []
        self._folders: list[str | None] = []
        self._root = ""
        self._in_title = False
        self._outlines = 0
        self._depth = 0

    def read(self, body: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=None)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = self._entity
        parser.Parse(body, True)

    def _entity(self, *_declaration: object) -> int:
        raise InputError("opml-entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise InputError("opml-deep")
        if not self._root:
            self._root = name
            if name != "opml":
                raise InputError("opml-other")
        self._in_title = name == "title" and self._depth == 3
        if name == "outline":
            self._outlines += 1
            if self._outlines > MOST_OUTLINES:
                raise InputError("opml-large")
            self._folders.append(self._outline({key.casefold(): value for key, value in attributes.items()}))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._in_title = False
        if _local(name) == "outline":
            self._folders.pop()

    def _words(self, words: str) -> None:
        if self._in_title:
            self.title = _line(self.title + words)

    def _outline(self, parts: dict[str, str]) -> str | None:
        """Take an outline in; its title if it is a folder."""
        title = _line(parts.get("title") or parts.get("text") or "")
        address = _without_feed((parts.get("xmlurl") or "").strip())
        kind = (parts.get("type") or "").strip().casefold()
        if not address:
            return title or None
        reason = _objection(address, kind)
        if reason:
            self.refused.append(Refused(title or _line(address)[:60], reason))
            return None
        site = (parts.get("htmlurl") or "").strip()
        folder = tuple(name for name in self._folders if name) or _category(parts.get("category", ""))
        self.feeds.setdefault(address, Outline(title, address, "" if _objection(site, "") else site, folder))
        return None


def read_opml(body: bytes) -> OpmlFile:
    """The feeds of an OPML file.

    Raises:
        InputError: It is no OPML file, is broken, too large or too deep, or has entities (``opml-…``).
    """
    if len(body) > MOST_BYTES:
        raise InputError("opml-large")
    reader = _Reader()
    try:
        reader.read(body)
    except (expat.ExpatError, ValueError, LookupError) as error:
        reader = _read_again(body, error)
    return OpmlFile(reader.title, tuple(reader.feeds.values()), tuple(reader.refused))


def _read_again(body: bytes, why: Exception) -> _Reader:
    """What a file holds once its usual faults are mended: a blank before it, a wrong encoding, HTML's entities.

    Raises:
        InputError: It is no OPML file, or broken beyond that (``opml-…``); the line is that of the first fault.
    """
    text = _mended(body)
    if not re.search(r"<(?:\w+:)?opml[\s>]", text[:4096], re.IGNORECASE):
        raise InputError("opml-other") from why
    reader = _Reader()
    try:
        reader.read(text.encode())
    except (expat.ExpatError, ValueError, LookupError):
        raise InputError("opml-broken", str(getattr(why, "lineno", 1))) from why
    return reader


def _mended(body: bytes) -> str:
    """A file as text that expat may read: decoded as it is, not as it says, with numbers for the entities of HTML."""
    is_wide = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = body.decode("utf-16" if is_wide else "utf-8-sig")
    except ValueError:
        text = body.decode("utf-16" if is_wide else "cp1252", "replace")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    text = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", text)
    return re.sub(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)([A-Za-z]\w{1,30};)?", _known_sign, text)


def _known_sign(found: re.Match[str]) -> str:
    """The sign an entity of HTML means; a bare ``&`` is itself."""
    sign = html5.get(found[1] or "", "")
    return "".join(f"&#{ord(one)};" for one in sign) if sign else f"&amp;{found[1] or ''}"


def write_opml(title: str, feeds: Iterable[Outline]) -> bytes:
    """An OPML 2.0 file of these feeds, UTF-8; feeds with the same outermost folder stand together."""
    folders: dict[str, list[Outline]] = {}
    for feed in feeds:
        folders.setdefault(feed.folder[0] if feed.folder else "", []).append(feed)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', "  <head>"]
    lines += [f"    <title>{_text(title)}</title>", "  </head>", "  <body>"]
    for folder, members in folders.items():
        indent = "    "
        if folder:
            lines.append(f"    <outline text={_attribute(folder)} title={_attribute(folder)}>")
            indent = "      "
        lines += [indent + _written(feed) for feed in members]
        if folder:
            lines.append("    </outline>")
    lines += ["  </body>", "</opml>", ""]
    return "\n".join(lines).encode("utf-8", "replace")


def _written(feed: Outline) -> str:
    site = f" htmlUrl={_attribute(feed.site_url)}" if feed.site_url else ""
    name = _attribute(feed.title or feed.feed_url)
    return f'<outline type="rss" text={name} title={name} xmlUrl={_attribute(feed.feed_url)}{site}/>'


def _local(name: str) -> str:
    """The name of an element without the prefix of its namespace."""
    return name.casefold().rpartition(":")[2]


def _without_feed(address: str) -> str:
    """An address without ``feed:``, which some programs write before it."""
    rest = re.sub(r"^feed:", "", address, flags=re.IGNORECASE)
    return f"http:{rest}" if rest != address and rest.startswith("//") else rest


def _objection(address: str, kind: str) -> str:
    """Why an address is not followed; empty if it may be."""
    if address.startswith("|") or "command" in kind:
        return "command"
    if not address or len(address) > MOST_ADDRESS or any(ord(sign) <= 32 for sign in address):
        return "address"
    try:
        parts = urlsplit(address)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return "address"
    if parts.scheme in {"http", "https"}:
        return "" if host else "address"
    if parts.scheme in {"file", ""}:
        return "file" if parts.scheme or address.startswith(("/", "\\", "~", ".")) else "address"
    if parts.scheme in {"exec", "cmd", "shell", "javascript", "data"}:
        return "command"
    return "scheme"


def _category(text: str) -> tuple[str, ...]:
    """The folder a category names: ``/Foren/Handwerk`` or ``Foren, Handwerk``."""
    first = text.split(",", maxsplit=1)[0]
    return tuple(_line(part) for part in first.split("/") if part.strip())


def _line(text: str) -> str:
    """On one line, without what is not to be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:MOST_CHARACTERS]


def _attribute(text: str) -> str:
    return quoteattr(_line(text) if "://" not in text else text)


def _text(text: str) -> str:
    return _line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
