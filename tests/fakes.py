"""Honest fakes of what we do not own, and a feed writer that speaks the domain's language."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import Any

from kundenradar.app.digest import LocalDigester
from kundenradar.bus import Bus
from kundenradar.context import Context, Digest, SettingsFile
from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.events import Event
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.mentions import HeardEntry, ParsedFeed
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import Candidate, NewSource
from kundenradar.store.database import open_store

NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)


@dataclass
class FakeClock:
    """A clock that stands still until told."""

    at: datetime = NOON

    def now(self) -> datetime:
        return self.at

    def pass_(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass
class FakeFetcher:
    """Answers from memory; an exception is raised, anything else is the answer."""

    answers: dict[str, Fetched | OutsideError | Callable[[FetchRequest], Fetched]] = field(default_factory=dict)
    asked: list[FetchRequest] = field(default_factory=list)

    def submit(self, request: FetchRequest) -> Future[Fetched]:
        self.asked.append(request)
        future: Future[Fetched] = Future()
        answer = self.answers.get(request.url, OutsideError(Trouble(TroubleKind.OFFLINE, "nowhere.example")))
        if isinstance(answer, OutsideError):
            future.set_exception(answer)
        elif isinstance(answer, Fetched):
            future.set_result(answer)
        else:
            future.set_result(answer(request))
        return future

    def close(self) -> None:
        self.asked.clear()


@dataclass
class FakeDiscoverer:
    """Finds what it was told to find."""

    candidates: tuple[Candidate, ...] = ()

    def discover(self, address: str, secrets: Secrets) -> tuple[Candidate, ...]:
        return self.candidates or (Candidate(address),)


@dataclass
class FakeCredentials:
    """Logins in memory."""

    logins: dict[int, Secrets] = field(default_factory=dict)

    def get(self, source_id: int) -> Secrets | None:
        return self.logins.get(source_id)

    def set(self, source_id: int, secrets: Secrets) -> bool:
        self.logins[source_id] = secrets
        return True

    def remove(self, source_id: int) -> None:
        self.logins.pop(source_id, None)

    def available(self) -> bool:
        return True

    def close(self) -> None:
        self.logins.clear()


@dataclass
class World:
    """A context over a temporary folder, with its fakes at hand."""

    ctx: Context
    clock: FakeClock
    fetcher: FakeFetcher
    events: list[Event]
    ctx_digester: Any = None

    def told(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


def make_world(folder: Path) -> World:
    clock, fetcher, bus = FakeClock(), FakeFetcher(), Bus()
    events: list[Event] = []
    bus.subscribe(events.append)
    ctx = Context(
        store=open_store(folder / "kundenradar.sqlite3", folder / "copies"),
        fetcher=fetcher,
        digester=LocalDigester(folder / "kundenradar.sqlite3"),
        discoverer=FakeDiscoverer(),
        credentials=FakeCredentials(),  # type: ignore[arg-type]
        clock=clock,
        bus=bus,
        settings=SettingsFile(folder / "settings.json"),
    )
    return World(ctx, clock, fetcher, events)


@dataclass(frozen=True)
class Post:
    """An entry as somebody writes it."""

    number: int
    title: str = ""
    text: str = "Ein Beitrag ohne besonderen Inhalt."
    at: datetime | None = None
    author: str = "nordlicht_k"
    guid: str | None = None

    def xml(self) -> str:
        guid = f"post-{self.number}" if self.guid is None else self.guid
        date = f"<pubDate>{format_datetime(self.at)}</pubDate>" if self.at else ""
        return (
            f"<item><title>{escape(self.title or f'Beitrag {self.number}')}</title>"
            f"<link>https://forum.example/t/{self.number}</link>"
            f'<guid isPermaLink="false">{escape(guid)}</guid>{date}'
            f"<author>{escape(self.author)}</author><description>{escape(self.text)}</description></item>"
        )


def rss(posts: Sequence[Post], title: str = "Handwerkerforum") -> bytes:
    items = "".join(post.xml() for post in posts)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>{title}</title><link>https://forum.example/</link>{items}</channel></rss>"
    ).encode()


def answer(url: str, body: bytes, **parts: object) -> Fetched:
    return Fetched(url, None, 200, body, "application/rss+xml; charset=utf-8", **parts)  # type: ignore[arg-type]


def document(*heard: HeardEntry) -> Digest:
    """A document that was read, with what was made of its entries."""
    return Digest(ParsedFeed("", "", "", 0, tuple(one.entry for one in heard)), heard)


FEED = "https://forum.example/feed.xml"


def new_source(url: str = FEED, **parts: object) -> NewSource:
    return NewSource(name="Handwerkerforum", address=url, feed_url=url, **parts)  # type: ignore[arg-type]
