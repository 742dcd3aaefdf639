"""Material for the benches: many stored mentions, and a server of many feeds. German-like, made here."""

import random
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from kundenradar.domain.keys import local_day
from kundenradar.domain.mentions import HeardEntry, ParsedEntry
from kundenradar.domain.sentiment import Label, Sentiment, Shown
from kundenradar.domain.sources import NewSource, SourceId
from kundenradar.store.database import open_store
from kundenradar.store.entries import index_words
from kundenradar.store.mentions import NewMention

# fmt: off
STEMS = (
    "Heizung", "Wartung", "Termin", "Rechnung", "Monteur", "Pumpe", "Wasser", "Keller", "Garten", "Wohnung",
    "Nachbar", "Angebot", "Anlage", "Kessel", "Bad", "Fliese", "Dusche", "Straße", "Müll", "Bürger", "Verein",
    "Schule", "Brücke", "Markt", "Laden", "Essen", "Küche", "Hotel", "Zimmer", "Auto", "Reifen", "Motor",
)
# fmt: on
VERBS = ("läuft", "passt", "fehlt", "kommt", "geht", "bleibt", "hilft", "dauert", "kostet", "tropft", "brummt")
LABELS = (Label.POSITIVE, Label.NEUTRAL, Label.NEUTRAL, Label.NEGATIVE)
BATCH = 2000
SOURCES = 40


def vocabulary(rng: random.Random, size: int = 20_000) -> list[str]:
    """Words as German makes them: stems, compounds, verbs."""
    ends = ("", "s", "en", "ung", "plan", "haus", "preis", "zeit", "frage", "teil")
    words = {rng.choice(STEMS) + rng.choice(STEMS).lower() + rng.choice(ends) for _ in range(size)}
    return [*sorted(words), *STEMS, *VERBS]


def sentence_text(rng: random.Random, words: list[str], length: int = 60) -> str:
    """About `length` words; frequent ones stand early in the list of stems."""
    picked = [rng.choice(STEMS) if rng.random() < 0.3 else rng.choice(words) for _ in range(length)]
    return " ".join(picked) + f". Die Firma Brandt {rng.choice(VERBS)}."


def fill(folder: Path, number: int) -> None:
    """Store `number` mentions over two years from 40 sources, newest today."""
    rng = random.Random(7)
    words = vocabulary(rng)
    store = open_store(folder / "kundenradar.sqlite3", folder / "copies")
    now = datetime.now(UTC)
    with store.write() as tx:
        sources = [
            tx.sources.add(NewSource(f"Forum {n}", f"f{n}", f"https://forum{n}.example/feed"), now).id
            for n in range(SOURCES)
        ]
    for start in range(0, number, BATCH):
        with store.write() as tx:
            for source, group in _groups(range(start, min(number, start + BATCH)), sources):
                heard = [_heard(rng, words, n, now - timedelta(seconds=n * 630)) for n in group]
                ids = tx.entries.add(source, heard, now)
                tx.mentions.add(
                    [
                        NewMention(key, source, local_day(one.entry.published_at or now), _judged(rng), (), own=False)
                        for key, one in zip(ids, heard, strict=True)
                    ],
                    now,
                )
    store.close()


def _groups(numbers: range, sources: list[SourceId]) -> Iterator[tuple[SourceId, list[int]]]:
    for place, source in enumerate(sources):
        group = [n for n in numbers if n % len(sources) == place]
        if group:
            yield source, group


def _heard(rng: random.Random, words: list[str], number: int, at: datetime) -> HeardEntry:
    title = f"{rng.choice(STEMS)} und {rng.choice(words)}: {rng.choice(VERBS)}"
    text = sentence_text(rng, words)
    entry = ParsedEntry(
        number, f"g{number}", f"g{number}", title, f"https://forum.example/{number}", f"nutzer{number % 997}", None, at,
        None, text, "", fingerprint="f",
    )  # fmt: skip
    return HeardEntry(entry, index=index_words(title, text, entry.author))


def _judged(rng: random.Random) -> Sentiment:
    label = rng.choice(LABELS)
    score = {"positive": 0.6, "neutral": 0.0, "negative": -0.6}[label.value]
    return Sentiment(label, score, 0.8, "bench", shown=Shown(label.value))


class FeedServer:
    """Many RSS feeds on loopback; every poll of a feed brings one new entry after `grow` was set."""

    def __init__(self, feeds: int, entries: int) -> None:
        rng = random.Random(11)
        words = vocabulary(rng)
        start = datetime.now(UTC) - timedelta(hours=1)
        self._items = [
            [_item(feed, n, sentence_text(rng, words, 150), start - timedelta(minutes=37 * n)) for n in range(entries)]
            for feed in range(feeds)
        ]
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                body = server.document(int(self.path.split("/")[1]))
                self.send_response(200)
                self.send_header("Content-Type", "application/rss+xml")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Stay quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def document(self, feed: int) -> bytes:
        """The RSS document of a feed."""
        items = "".join(self._items[feed])
        head = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Forum {feed}</title>'
        return f"{head}{items}</channel></rss>".encode()

    def url(self, feed: int) -> str:
        """Where a feed is served."""
        return f"http://127.0.0.1:{self._server.server_port}/{feed}/feed"

    def close(self) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()


def serve_forever(feeds: int, entries: int) -> None:
    """Serve until standard input ends; prints the address first."""
    server = FeedServer(feeds, entries)
    print(server.url(0).rsplit("/", 2)[0], flush=True)
    sys.stdin.read()
    server.close()


def _item(feed: int, number: int, text: str, at: datetime) -> str:
    return (
        f"<item><title>Beitrag {number}</title><guid>f{feed}-{number}</guid><link>https://f{feed}.example/{number}</link>"
        f"<pubDate>{format_datetime(at)}</pubDate><description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
    )


if __name__ == "__main__":
    serve_forever(int(sys.argv[1]), int(sys.argv[2]))
