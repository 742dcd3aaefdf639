"""What is made of the forum documents of the shared corpus, without their words: golden files.

``python -m tests.core.feeds.goldens`` writes them anew into ``tests/data/golden``; read the difference before you
commit it. Foreign words, names and addresses stay out: only their lengths and hashes are kept, but for the documents
whose words are ours.
"""

import json
import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from kundenradar.domain.errors import OutsideError
from kundenradar.domain.fetching import Fetched
from kundenradar.domain.mentions import ParsedEntry, ParsedFeed
from kundenradar.feeds import forums
from kundenradar.feeds.parse import parse_feed

SHARED = Path(os.environ.get("KUNDENRADAR_SHARED") or Path(__file__).resolve().parents[4] / "shared")
CORPUS = SHARED / "feeds" / "corpus"
GOLDEN = Path(__file__).resolve().parents[2] / "data" / "golden"
OURS = "rendered-forums/"
"""Documents with words of our own."""
MAX_ENTRIES = 12


def documents() -> Iterator[tuple[str, ParsedFeed]]:
    """The documents of software that has rules, by their name in the corpus."""
    names = [line.split("\t")[0] for line in (CORPUS / "index.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    for name in sorted(names):
        path = CORPUS / name
        if path.suffix not in (".xml", ".rss", ".atom", ".json", ".rdf") or not path.is_file():
            continue
        try:
            feed = parse_feed(Fetched("http://base.example/feed", None, 200, path.read_bytes()))
        except OutsideError:
            continue
        if name.startswith(OURS) or (feed.entries and forums.rules_for(feed.software) is not None):
            yield name, feed


def golden_path(name: str) -> Path:
    """Where the golden file of a document lies."""
    return GOLDEN / f"{name.replace('/', '__')}.json"


def rendered(name: str, feed: ParsedFeed) -> str:
    """What is made of a document, as its golden file tells it."""
    told = {
        "software": feed.software,
        "entries": len(feed.entries),
        "damaged": feed.damaged,
        "by_time": feed.by_time,
        "first": [
            _entry(one, clear=name.startswith(OURS) and "TRANSCRIBED" not in name) for one in feed.entries[:MAX_ENTRIES]
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _entry(entry: ParsedEntry, *, clear: bool) -> dict[str, Any]:
    words = {
        "guid": entry.guid,
        "identity": entry.identity,
        "link": entry.link,
        "thread": entry.thread,
        "in_reply_to": entry.in_reply_to,
        "author": entry.author,
        "author_url": entry.author_url,
    }
    return {
        **{key: value if clear or value is None else _hash(value) for key, value in words.items()},
        "published_at": None if entry.published_at is None else entry.published_at.isoformat(),
        "updated_at": None if entry.updated_at is None else entry.updated_at.isoformat(),
        "reply": entry.reply,
        "rating": entry.rating,
        "replies": entry.replies,
        "views": entry.views,
        "title": _measure(entry.title),
        "text": _measure(entry.text),
        "judged": _measure(entry.judged),
    }


def _measure(text: str) -> str:
    return f"{len(text)} {_hash(text)}" if text else ""


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def write() -> None:
    """Write all golden files anew; those of documents that are gone go."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for old in GOLDEN.glob("*.json"):
        old.unlink()
    for name, feed in documents():
        golden_path(name).write_text(rendered(name, feed), encoding="utf-8")


if __name__ == "__main__":
    write()
