"""What every use case gets: the store and the few things we do not own."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from kundenradar.bus import Bus
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.learning import Correction, Lesson
from kundenradar.domain.mentions import HeardEntry, KnownEntry, ParsedFeed
from kundenradar.domain.queries import Query, QueryId
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sentiment import Sentiment
from kundenradar.domain.sources import Candidate
from kundenradar.domain.understanding import Cause, Reading
from kundenradar.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from kundenradar.credentials import Credentials
    from kundenradar.store.database import Store


A = TypeVar("A")
R = TypeVar("R")


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """This moment, aware, UTC."""
        ...


class Fetcher(Protocol):
    """Asks servers; waits in its own thread."""

    def submit(self, request: FetchRequest) -> Future[Fetched]:
        """Ask; the future holds the answer or raises OutsideError. Cancelling it stops the request."""
        ...

    def close(self) -> None:
        """Stop everything under way; returns within two seconds."""
        ...


class Classifier(Protocol):
    """Judges German texts. `name` tells model and version."""

    @property
    def name(self) -> str:
        """Model and version, as stored with each judgement."""
        ...

    def verdict(self, text: str, rating: float | None = None) -> Sentiment:
        """`judge` without the reasons."""
        ...

    def judge(self, text: str, rating: float | None = None) -> Sentiment:
        """The judgement of one text, with the stars (1 to 5) that came with it; never raises for any text."""
        ...


@dataclass(frozen=True, slots=True)
class DigestJob:
    """A body to read: pure input of a worker.

    Attributes:
        fetched: The answer.
        queries: Suchprofile to meet.
        all_entries: Every entry is a mention.
        own_names: Our nicknames there.
        known: Fingerprint by identity of entries already stored; these are not judged again.
        causes: Causes to look for, None for those that a fresh installation knows: they are many words to send.
        source: Name and hosts of the place, for ``quelle:``.
        firm: The Suchprofil made from the firm's words, or None.
        rivals: Competitors the owner named.
        lesson: Number of the lesson in force, 0 for none; None where it must be looked up.
    """

    fetched: Fetched
    queries: tuple[Query, ...]
    all_entries: bool
    own_names: tuple[str, ...]
    known: dict[str, str]
    causes: tuple[Cause, ...] | None = None
    source: tuple[str, ...] = ()
    firm: QueryId | None = None
    rivals: tuple[str, ...] = ()
    lesson: int | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """A body, read, matched and judged.

    Attributes:
        feed: What the document says.
        entries: Its entries as heard, in its order.
        passed: What is stored of those that were not read because their bytes are known, by place.
    """

    feed: ParsedFeed
    entries: tuple[HeardEntry, ...]
    passed: Mapping[int, KnownEntry] = field(default_factory=dict)


class Digester(Protocol):
    """Runs the pure part (parse, match, judge) where it disturbs nobody."""

    def submit(self, job: DigestJob) -> Future[Digest]:
        """Read a body; the future raises OutsideError if it is no feed."""
        ...

    def judge(self, texts: Sequence[str], ratings: Sequence[float | None] = ()) -> Future[list[Sentiment]]:
        """Judge stored texts, order kept; with the stars that came with each, or with none."""
        ...

    def explain(self, text: str, rating: float | None = None) -> Future[Sentiment]:
        """Judge one text and say which of its words decided; `judge` leaves the reasons out."""
        ...

    def read(self, judged: Sequence[tuple[str, Sentiment]], causes: tuple[Cause, ...]) -> Future[list[Reading]]:
        """Understand judged texts, order kept."""
        ...

    def compute(self, work: Callable[[A], R], argument: A) -> Future[R]:
        """Run pure work that can be pickled, on an argument that can be."""
        ...

    def learn(self, corrections: Sequence[Correction]) -> Future[Lesson]:
        """What corrections teach; at least one."""
        ...

    def close(self) -> None:
        """Stop the workers."""
        ...


class Discoverer(Protocol):
    """Finds feeds behind an address."""

    def discover(self, address: str, secrets: Secrets) -> tuple[Candidate, ...]:
        """Feeds behind an address, best first; what opens it goes to its own origin only.

        Raises:
            InputError: The address is none.
            OutsideError: The place cannot be reached, or nothing can be heard there.
        """
        ...


@dataclass(slots=True)
class SettingsFile:
    """The preferences in force and the file they live in.

    Attributes:
        set_aside: The file was unreadable at start and was renamed.
    """

    path: Path
    current: Settings = field(init=False)
    set_aside: bool = field(init=False)

    def __post_init__(self) -> None:
        self.current, self.set_aside = load_settings(self.path)

    def save(self, settings: Settings) -> None:
        """Keep `settings` from now on.

        Raises:
            OSError: If the folder cannot be written; the old preferences stay in force.
        """
        save_settings(self.path, settings)
        self.current = settings


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a use case may touch."""

    store: "Store"
    fetcher: Fetcher
    digester: Digester
    discoverer: Discoverer
    credentials: "Credentials"
    clock: Clock
    bus: Bus
    settings: SettingsFile
