"""The bundled sample feeds of a heating firm, and a loopback server that hands them out."""

import contextlib
import dataclasses
import hashlib
import html
import importlib.resources
import re
import threading
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

from kundenradar.domain.sentiment import Label
from kundenradar.domain.sources import NewSource, SourceKind

SAMPLE_FILES = ("forum.toml", "reviews.toml", "news.toml")
SAMPLE_DAYS = 56
"""How far back the samples reach, in days."""

_BERLIN = ZoneInfo("Europe/Berlin")
_MOODS = {"+": Label.POSITIVE, "0": Label.NEUTRAL, "-": Label.NEGATIVE}
_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_ATOM_START = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"'
    ' xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:im="http://itunes.apple.com/rss">'
)
_AGO = re.compile(r"-(\d{1,3})|([1-9]\d?) ([012]\d):([0-5]\d)")
_LINK = re.compile(r"https://[\w.-]+\.example(?:/[\w./-]*\w)?")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class SampleFirm:
    """The firm the samples speak of, as its owner would answer the three questions of the first run."""

    name: str
    terms: tuple[str, ...]
    excludes: tuple[str, ...]
    own_names: tuple[str, ...]
    federal_state: str
    person: str


SAMPLE_FIRM = SampleFirm(
    name="Brandt Haustechnik GmbH",
    terms=("Brandt", "Brandt_Service"),
    excludes=("Willy",),
    own_names=("Brandt_Service",),
    federal_state="NW",
    person="Sabine Brandt",
)


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """A feed document of the samples.

    Attributes:
        name: Title of the feed.
        path: Where the server hands it out, from the root.
        content_type: Media type with charset.
        body: The document, UTF-8.
        modified_at: Time of the last new or edited entry, aware, UTC.
        entries: How many entries it holds.
        source: What is needed to listen to it; its addresses end in `.example` and exist nowhere.
    """

    name: str
    path: str
    content_type: str
    body: bytes
    modified_at: datetime
    entries: int
    source: NewSource


@dataclass(frozen=True, slots=True)
class _Entry:
    """One sample entry in words, before it becomes XML; times aware, Europe/Berlin."""

    order: tuple[int, int]
    at: datetime
    author: str
    title: str
    text: str
    label: Label
    edited_at: datetime | None = None
    before: str = ""
    section: str = ""
    teaser: str = ""
    thread: int = 0
    slug: str = ""
    page_title: str = ""
    stars: int = 0
    key: str = ""
    reply_to: str = ""
    number: int = 0

    def seen_at(self, moment: datetime) -> "_Entry":
        """The wording that stood there at `moment`."""
        if self.edited_at is None or self.edited_at <= moment:
            return self
        return dataclasses.replace(self, text=self.before, edited_at=None)

    @property
    def changed_at(self) -> datetime:
        """Time of the wording."""
        return self.edited_at or self.at


def sample_documents(now: datetime, at: datetime | None = None) -> tuple[SampleDocument, ...]:
    """The three sample feeds: a forum (RSS), reviews and comments (Atom), local news (RSS).

    Args:
        now: Aware moment the eight weeks end at.
        at: Aware moment the documents are asked for, `now` if None. An earlier one leaves out
            what was written or edited later: so news can come in while somebody watches.

    Returns:
        Documents, newest entry first in each, the same bytes for the same arguments.
    """
    moment = now if at is None else at
    documents = []
    for name in SAMPLE_FILES:
        sample = _load(name)
        entries = _entries(sample, now)
        shown = [entry.seen_at(moment) for entry in reversed(entries) if entry.at <= moment]
        documents.append(_document(sample, shown, {entry.key: entry for entry in entries if entry.key}))
    return tuple(documents)


def expected_labels() -> dict[str, Label]:
    """What a person would say of each entry, by its guid in the documents; for tests of the judgement."""
    now = datetime(2000, 1, 1, tzinfo=_BERLIN)  # guids do not depend on it
    labels: dict[str, Label] = {}
    for name in SAMPLE_FILES:
        sample = _load(name)
        labels.update({_guid(sample, entry): entry.label for entry in _entries(sample, now)})
    return labels


# --- reading ------------------------------------------------------------------------------------------------


def _load(name: str) -> dict[str, Any]:
    text = importlib.resources.files("resources").joinpath("demo", name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def _entries(sample: Mapping[str, Any], now: datetime) -> list[_Entry]:
    """All entries, oldest first, numbered in that order."""
    found: list[_Entry] = []
    for index, thread in enumerate(sample.get("thread", ())):
        for place, post in enumerate(thread["post"]):
            title = ("Re: " if place else "") + thread["title"]
            found.append(_entry(post, now, title=title, section=thread["board"], thread=4807 + 11 * index))
    for page in sample.get("page", ()):
        for comment in page["entry"]:
            by, about = comment["by"], page["title"]
            ours = f"{comment['title']} – {about}" if "title" in comment else f"Kommentar zu „{about}“ von {by}"
            found.append(_entry(comment, now, title=ours, slug=page["slug"], page_title=about))
    found.extend(_entry(article, now, title=article["title"]) for article in sample.get("article", ()))
    found.sort(key=lambda entry: entry.order)
    return [dataclasses.replace(entry, number=place) for place, entry in enumerate(found)]


def _entry(raw: Mapping[str, Any], now: datetime, **known: Any) -> _Entry:  # noqa: ANN401 - fields of _Entry
    taken = {name: raw[name] for name in ("section", "teaser", "stars", "key", "reply_to") if name in raw}
    order, at = _moment(raw["at"], now)
    return _Entry(
        order=order,
        at=at,
        author=raw["by"],
        text=raw["text"].strip(),
        label=_MOODS[raw["mood"]],
        edited_at=_moment(raw["edited_at"], now)[1] if "edited_at" in raw else None,
        before=raw.get("before", "").strip(),
        **taken,
        **known,
    )


def _moment(ago: str, now: datetime) -> tuple[tuple[int, int], datetime]:
    """A place in the order that does not depend on `now`, and the moment (Europe/Berlin).

    Args:
        ago: ``12 18:40``: twelve days ago at that local time; ``-95``: 95 minutes ago.
        now: Aware.

    Raises:
        ValueError: If it is written in another way.
    """
    match = _AGO.fullmatch(ago)
    if match is None:
        raise ValueError(ago)
    if match.group(1):
        minutes = int(match.group(1))
        exact = now.replace(second=0, microsecond=0) - timedelta(minutes=minutes)
        return (0, -minutes), exact.astimezone(_BERLIN)
    days, hour, minute = (int(match.group(n)) for n in (2, 3, 4))
    day = now.astimezone(_BERLIN).date() - timedelta(days=days)
    return (-days, hour * 60 + minute), datetime(day.year, day.month, day.day, hour, minute, tzinfo=_BERLIN)


# --- writing ------------------------------------------------------------------------------------------------


def _document(sample: Mapping[str, Any], entries: Sequence[_Entry], by_key: Mapping[str, _Entry]) -> SampleDocument:
    if "thread" in sample:
        body, content_type = _forum(sample, entries), "application/rss+xml; charset=utf-8"
    elif "page" in sample:
        body, content_type = _comments(sample, entries, by_key), "application/atom+xml; charset=utf-8"
    else:
        body, content_type = _news(sample, entries), "application/rss+xml; charset=utf-8"
    newest = max((entry.changed_at for entry in entries), default=datetime(2000, 1, 1, tzinfo=_BERLIN))
    site = sample["site"]
    source = NewSource(
        name=sample["title"],
        address=site,
        feed_url=site.rstrip("/") + sample["path"],
        site_url=site,
        kind=SourceKind(sample["kind"]),
        software=sample["software"],
        own_names=SAMPLE_FIRM.own_names,
    )
    return SampleDocument(
        name=sample["title"],
        path=sample["path"],
        content_type=content_type,
        body=body.encode(),
        modified_at=newest.astimezone(UTC),
        entries=len(entries),
        source=source,
    )


def _link(sample: Mapping[str, Any], entry: _Entry) -> str:
    site = sample["site"]
    if "thread" in sample:
        post = 98_017 + 3 * entry.number
        return f"{site}viewtopic.php?t={entry.thread}&p={post}#p{post}"
    if "page" in sample:
        return f"{site}{entry.slug}/#comment-{2_104 + 2 * entry.number}"
    return f"{site}{_slug(entry.section)}/{_slug(entry.title)}-{41_300 + 7 * entry.number}.html"


def _guid(sample: Mapping[str, Any], entry: _Entry) -> str:
    return f"kstn-{41_300 + 7 * entry.number}" if "article" in sample else _link(sample, entry)


def _slug(text: str) -> str:
    spelled = text.lower()
    for umlaut, spelling in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        spelled = spelled.replace(umlaut, spelling)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _forum(sample: Mapping[str, Any], entries: Iterable[_Entry]) -> str:
    """RSS 2.0 in the manner of phpBB: quotation blocks and a line of statistics below each post."""
    items = []
    users: dict[str, int] = {}
    for entry in entries:
        link = _link(sample, entry)
        user = users.setdefault(entry.author, 54 + int(hashlib.sha256(entry.author.encode()).hexdigest()[:4], 16))
        profile = html.escape(f"{sample['site']}memberlist.php?mode=viewprofile&u={user}")
        day = f"{_DAYS[entry.at.weekday()][:2]} {entry.at.day}. {_MONTHS[entry.at.month - 1][:3]} {entry.at.year}"
        statistics = (
            f'<p>Statistik: Verfasst von <a href="{profile}">{html.escape(entry.author)}</a>'
            f" — {day}, {entry.at:%H:%M}</p><hr />"
        )
        items.append(
            "<item>"
            f"<title>{_xml(f'{entry.section} • {entry.title}')}</title>"
            f"<link>{_xml(link)}</link>"
            f'<guid isPermaLink="true">{_xml(link)}</guid>'
            f"<pubDate>{format_datetime(entry.at)}</pubDate>"
            f"<dc:creator>{_cdata(entry.author)}</dc:creator>"
            f"<category>{_xml(entry.section)}</category>"
            f"<description>{_cdata(_post_html(entry.text) + statistics)}</description>"
            "</item>"
        )
    return _rss(sample, items)


def _news(sample: Mapping[str, Any], entries: Iterable[_Entry]) -> str:
    """RSS 2.0 with content:encoded, and dates in the many ways German sites write them."""
    items = [
        "<item>"
        f"<title>{_xml(entry.title)}</title>"
        f"<link>{_xml(_link(sample, entry))}</link>"
        f'<guid isPermaLink="false">{_xml(_guid(sample, entry))}</guid>'
        f"<pubDate>{_german_date(entry.at, entry.number)}</pubDate>"
        f"<dc:creator>{_xml(entry.author)}</dc:creator>"
        f"<category>{_xml(entry.section)}</category>"
        f"<description>{_xml(entry.teaser)}</description>"
        f"<content:encoded>{_cdata(_paragraphs_html(entry.text))}</content:encoded>"
        "</item>"
        for entry in entries
    ]
    return _rss(sample, items)


def _rss(sample: Mapping[str, Any], items: Sequence[str]) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>\n'
        f"<title>{_xml(sample['title'])}</title>"
        f"<link>{_xml(sample['site'])}</link>"
        f"<description>{_xml(sample['description'])}</description>"
        "<language>de</language>"
        f'<atom:link rel="self" type="application/rss+xml" href="{_xml(_self(sample))}"/>\n'
        + "\n".join(items)
        + "\n</channel></rss>\n"
    )


def _comments(sample: Mapping[str, Any], entries: Sequence[_Entry], by_key: Mapping[str, _Entry]) -> str:
    """Atom in the manner of WordPress comments: who answers whom, and stars where they were given."""
    newest = max((entry.changed_at for entry in entries), default=datetime(2000, 1, 1, tzinfo=_BERLIN))
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _ATOM_START,
        f'<title type="text">{_xml(sample["title"])}</title>',
        f'<subtitle type="text">{_xml(sample["description"])}</subtitle>',
        f"<id>{_xml(_self(sample))}</id>",
        f'<link rel="self" type="application/atom+xml" href="{_xml(_self(sample))}"/>',
        f'<link rel="alternate" type="text/html" href="{_xml(sample["site"])}"/>',
        f"<updated>{newest.isoformat()}</updated>",
    ]
    for entry in entries:
        link = _xml(_link(sample, entry))
        above = by_key.get(entry.reply_to)
        answered = _xml(f"{sample['site']}{entry.slug}/" if above is None else _link(sample, above))
        rating = f"<im:rating>{entry.stars}</im:rating>" if entry.stars else ""
        parts.append(
            "<entry>"
            f'<title type="text">{_xml(entry.title)}</title>'
            f'<link rel="alternate" type="text/html" href="{link}"/>'
            f"<id>{link}</id>"
            f"<author><name>{_xml(entry.author)}</name></author>"
            f"<updated>{entry.changed_at.isoformat()}</updated>"
            f"<published>{entry.at.isoformat()}</published>"
            f'<thr:in-reply-to ref="{answered}" href="{answered}" type="text/html"/>'
            f"{rating}"
            f'<content type="html">{_cdata(_paragraphs_html(entry.text))}</content>'
            "</entry>"
        )
    return "\n".join([*parts, "</feed>\n"])


def _self(sample: Mapping[str, Any]) -> str:
    return f"{sample['site'].rstrip('/')}{sample['path']}"


def _german_date(at: datetime, number: int) -> str:
    day, month = _DAYS[at.weekday()], _MONTHS[at.month - 1]
    numeric = format_datetime(at)[-5:]
    name = "MESZ" if at.dst() else "MEZ"
    match number % 10:
        case 2:
            return f"{day[:2]}, {at:%d} {month[:3]} {at:%Y %H:%M:%S} {numeric}"
        case 4:
            return f"{day}, {at.day}. {month} {at:%Y, %H:%M} Uhr"
        case 6:
            return f"{at:%d.%m.%Y %H:%M}"
        case 7:
            return f"{day[:2]}, {at:%d} {month[:3]} {at:%Y %H:%M:%S} {name}"
        case 9:
            return at.isoformat()
        case _:
            return format_datetime(at)


def _post_html(text: str) -> str:
    """A forum post: quotations as phpBB writes them, the rest with line breaks."""
    blocks = []
    for block in text.split("\n\n"):
        lines = block.split("\n")
        quoted = [line.removeprefix(">").strip() for line in lines if line.startswith(">")]
        if quoted:
            cite = f"<cite>{_inline(quoted[0][1:])} hat geschrieben:</cite>"
            blocks.append(f"<blockquote><div>{cite}{'<br />'.join(map(_inline, quoted[1:]))}</div></blockquote>")
        else:
            blocks.append("<br />\n".join(map(_inline, lines)) + "<br />\n<br />\n")
    return "".join(blocks).removesuffix("<br />\n<br />\n")


def _paragraphs_html(text: str) -> str:
    blocks = ("<br />\n".join(map(_inline, block.split("\n"))) for block in text.split("\n\n"))
    return "\n".join(f"<p>{block}</p>" for block in blocks)


def _inline(line: str) -> str:
    marked = _BOLD.sub(r"<strong>\1</strong>", html.escape(line, quote=False))
    return _LINK.sub(lambda match: f'<a href="{match.group()}" rel="nofollow">{match.group()}</a>', marked)


def _xml(text: str) -> str:
    return html.escape(text)


def _cdata(text: str) -> str:
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


# --- serving ------------------------------------------------------------------------------------------------


class SampleServer:
    """Hands out documents on 127.0.0.1 while it is open, with validators; reaches no network.

    Use it as a context manager. Its thread ends with the program even if nobody closes it.
    """

    def __init__(self, documents: Sequence[SampleDocument]) -> None:
        self._documents = tuple(documents)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="samples", daemon=True
        )
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def base_url(self) -> str:
        """Address of the root, without a slash at its end; its page lists the feeds."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def url(self, document: SampleDocument) -> str:
        """Address of a document on this server."""
        return self.base_url + document.path

    def sources(self) -> tuple[NewSource, ...]:
        """The sources of the documents, with addresses on this server."""
        return tuple(
            dataclasses.replace(document.source, address=self.url(document), feed_url=self.url(document))
            for document in self._documents
        )

    def hand_out(self, documents: Sequence[SampleDocument]) -> None:
        """Answer with other documents from now on, as a site does after somebody wrote."""
        self._documents = tuple(documents)

    def close(self) -> None:
        """Stop; may be called twice."""
        self._server.shutdown()
        self._thread.join(timeout=5)
        self._server.server_close()

    def _answer(self, path: str) -> SampleDocument | bytes | None:
        wanted = path.partition("?")[0]
        documents = self._documents
        for document in documents:
            if wanted == document.path:
                return document
        folders = [document for document in documents if wanted in ("/", document.path.rpartition("/")[0] + "/")]
        return _page(folders) if folders else None

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        answer = self._answer

        class Handler(BaseHTTPRequestHandler):
            timeout = 10.0

            def do_GET(self) -> None:
                self._send(with_body=True)

            def do_HEAD(self) -> None:
                self._send(with_body=False)

            def _send(self, *, with_body: bool) -> None:
                found = answer(self.path)
                if found is None:
                    self.send_error(HTTPStatus.NOT_FOUND)
                    return
                if isinstance(found, bytes):
                    headers = {"Content-Type": "text/html; charset=utf-8"}
                    body, unchanged = found, False
                else:
                    etag = f'"{hashlib.blake2b(found.body, digest_size=16).hexdigest()}"'
                    modified = format_datetime(found.modified_at, usegmt=True)
                    headers = {"Content-Type": found.content_type, "ETag": etag, "Last-Modified": modified}
                    body, unchanged = found.body, _is_known(self.headers, etag, found.modified_at)
                self.send_response(HTTPStatus.NOT_MODIFIED if unchanged else HTTPStatus.OK)
                for name, value in headers.items():
                    self.send_header(name, value)
                if not unchanged:
                    self.send_header("Content-Length", str(len(body)))
                with contextlib.suppress(ConnectionError):  # the client may have gone
                    self.end_headers()
                    if with_body and not unchanged:
                        self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - name of the base class
                """Say nothing: the command line's output belongs to the command."""

        return Handler


def _is_known(headers: Any, etag: str, modified_at: datetime) -> bool:  # noqa: ANN401 - email.message.Message
    """Whether the client's copy is this one; If-None-Match goes first (RFC 9110, 13.2.2)."""
    known = headers.get("If-None-Match")
    if known is not None:
        return etag in {part.strip().removeprefix("W/") for part in known.split(",")}
    since = headers.get("If-Modified-Since")
    if since is None:
        return False
    try:
        return parsedate_to_datetime(since) >= modified_at.replace(microsecond=0)
    except (TypeError, ValueError):
        return False


def _page(documents: Sequence[SampleDocument]) -> bytes:
    """A page that links its feeds, so that discovery can be shown too."""
    links = "".join(
        f'<link rel="alternate" type="{document.content_type.partition(";")[0]}"'
        f' title="{_xml(document.name)}" href="{_xml(document.path)}">'
        for document in documents
    )
    names = "".join(f"<li>{_xml(document.name)}</li>" for document in documents)
    return (
        f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Beispieldaten</title>{links}</head>'
        f"<body><ul>{names}</ul></body></html>\n"
    ).encode()
