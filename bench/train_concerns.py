"""Trains the learnt layer of concerns and writes ``resources/sentiment/concerns.npz``.

    python bench/train_concerns.py [--without NAME]

Learns from texts written and labelled for this product: ``bench/heard`` (by several hands), the tuning halves of
``tests/data/concerns.tsv`` and ``voices.tsv``, and templates of ``bench/phrases`` that praise or blame. The held halves
and ``tests/data/heard_held.tsv`` are only measured.

The texts are judged by weights that learnt from none of them, trained first from what ``train_sentiment.py`` uses
besides: a judge that knows the texts would be trusted too much. ``--without first`` leaves a file of ``bench/heard``
out, measures it and writes nothing: the settings below were chosen so, each writer left out in turn. The bytes are the
same every time on one computer.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "2")  # before numpy

import argparse
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

import train_sentiment
from _phrases import FOLDER, filled, read_book
from _ridge import Numbers, Rows, best_threshold, fitted, likeness, logistic, most_right, rows_of

from bench.concerns import Labelled, macro_f1, scores, sentences
from bench.voices import Voice, share, voices, voices_in
from kundenradar.classify import hearing
from kundenradar.classify.concerns import tell
from kundenradar.classify.judging import LinearClassifier, _Knowledge
from kundenradar.classify.learnt_concerns import FILE, OUTPUTS, Learnt, Weights, compared, pack, unpack
from kundenradar.classify.lexicon import load_lexicon
from kundenradar.classify.scoring import Scorer
from kundenradar.classify.speech import Sentence
from kundenradar.classify.weights import unpack_start

HEARD = Path(__file__).parent / "heard"
BOOKS = ("firmen", "gastro", "gewerke", "handel", "handwerk", "hotel", "kurz", "stimmen")
FILLED = 2
"""Texts made of one template."""
WEIGHTS = {"heard": 1.0, "told": 1.0, "phrases": 0.15}
"""What a text counts: written blind, written while cues were tuned, made of a template."""
PENALTY, DENSE_SHARE = 7.0, 0.6
LEAST_TEXTS, RARITY = 2, 0.5
"""A feature counts from so many texts on, by its inverse document frequency to this power."""
LEVELS = 14
"""Steps up to the largest weight: as good as 127 to hear with, and half as much to ship. Leaving slots out is worse."""


@dataclass(frozen=True)
class Told:
    """A text to learn from."""

    text: str
    labels: frozenset[str]
    answer: bool
    kind: str


def texts(without: str | None) -> list[Told]:
    heard = [voice for path in sorted(HEARD.glob("*.tsv")) if path.stem != without for voice in voices_in(path)]
    told = [voice for voice in voices("voices.tsv") if not voice.said.is_held_back]
    short = [one for one in sentences() if not one.is_held_back]
    return [
        *(Told(one.said.text, one.said.labels, bool(one.answer), "heard") for one in heard),
        *(Told(one.said.text, one.said.labels, bool(one.answer), "told") for one in told),
        *(_short(one) for one in short),
        *(Told(text, frozenset({label}), answer=False, kind="phrases") for text, label in phrases().items()),
    ]


def _short(one: Labelled) -> Told:
    return Told(one.text, one.labels, not one.labels.isdisjoint({"help", "question"}), "told")


def phrases() -> dict[str, str]:
    made: dict[str, str] = {}
    for name in BOOKS:
        book, draw = read_book(FOLDER / f"{name}.txt"), random.Random(name)
        for label, template in book.templates:
            for _ in range(FILLED if "{" in template else 1):
                text = filled(template, book.slots, draw)
                if label != "neutral":
                    made.setdefault(text, "praise" if label == "positive" else "criticism")
    return made


def features(said: Sequence[Sentence]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Slots and values of a text, as `Learnt` adds them up."""
    slots: list[int] = []
    values: list[float] = []
    keys: list[NDArray[np.uint32]] = []
    for at, sentence in enumerate(said):
        place = hearing.PLACES[hearing.place_of(at, len(said))]
        for word in sentence.row:
            its_slots, its_values = hearing.word_slots(word, place)
            slots += its_slots
            values += its_values
        marked = (hearing.STARTS, *sentence.row, hearing.end_of(sentence))
        keys.append(hearing.neighbour_keys(marked))
    if keys:
        beside = hearing.neighbour_slots(np.concatenate(keys))
        slots += beside.tolist()
        values += [1.0] * len(beside)
    count = sum(len(sentence.row) for sentence in said)
    return np.array(slots, np.int64), np.array(values, np.float32) * np.float32(hearing.share_of(count))


def rarity_of(rows: Rows) -> Numbers:
    counts = np.bincount(rows.slots, minlength=hearing.BUCKETS)
    rarity = np.maximum(0.0, np.log((rows.count + 1) / (counts + 1))) ** RARITY
    return np.where(counts >= LEAST_TEXTS, rarity, 0.0)


def second_step(unseen: Numbers, signs: Numbers, wanted: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Weights and bias of the second step, fitted on scores of texts as if they had not been learnt from."""
    steps = np.array([compared(*pair) for pair in zip(unseen.tolist(), signs.tolist(), strict=True)])
    weights = np.zeros((steps.shape[1], OUTPUTS))
    bias = np.zeros(OUTPUTS)
    for output in range(OUTPUTS):
        weights[:, output], start = logistic(steps, wanted[:, output])
        chances = steps @ weights[:, output] + start
        threshold = most_right if output == OUTPUTS - 1 else best_threshold
        bias[output] = start - threshold(chances, wanted[:, output])
    return weights, bias


class _Unknowing(LinearClassifier):
    """The judge as it would be if it had not learnt from ``bench/heard``."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._start = unpack_start(content)

    def _load(self) -> _Knowledge:
        return _Knowledge(load_lexicon(), Scorer(self._start), self._start.heat, self._start.name)


def train(told: Sequence[Told], judge: LinearClassifier) -> Weights:
    found = [tell(one.text, judge.verdict(one.text)) for one in told]
    wanted = np.array([[concern in one.labels for concern in hearing.CONCERNS] + [one.answer] for one in told])
    weights = np.array([WEIGHTS[one.kind] for one in told])
    plain = rows_of([features(one.said) for one in found], hearing.BUCKETS)
    rarity = rarity_of(plain)
    rows = plain.times(rarity)
    signs = np.array([one.dense for one in found])
    middle, spread = signs.mean(axis=0), signs.std(axis=0) + 0.3
    scaled = (signs - middle) / spread * np.sqrt(DENSE_SHARE / hearing.DENSE)
    fit = fitted(likeness(rows) + scaled @ scaled.T, 2.0 * wanted - 1.0, weights, PENALTY)
    said = np.array([one.kind != "phrases" for one in told])
    second, second_bias = second_step(fit.unseen[said], signs[said], wanted[said])
    hashed = np.stack(
        [
            np.bincount(rows.slots, rows.values * fit.shares[rows.texts, output], hearing.BUCKETS)
            for output in range(OUTPUTS)
        ],
        axis=1,
    )
    dense = scaled.T @ fit.shares * (np.sqrt(DENSE_SHARE / hearing.DENSE) / spread)[:, None]
    steps, step = _in_steps(hashed * rarity[:, None])
    bias = fit.shares.sum(axis=0) - middle @ dense
    return Weights(steps, step, *(one.astype(np.float32) for one in (dense, bias, second, second_bias)))


def _in_steps(hashed: Numbers) -> tuple[NDArray[np.int8], float]:
    """Weights in few steps, and what a step is worth."""
    step = float(np.abs(hashed).max()) / LEVELS
    return np.rint(hashed / step).astype(np.int8), step


def measure(name: str, said: Sequence[Voice], learnt: Learnt, judge: LinearClassifier) -> None:
    """Print how the layer alone does on labelled texts."""
    found = [tell(one.said.text, judge.verdict(one.said.text)) for one in said]
    held = [[score > 0 for score in learnt.score(one.said, one.dense)] for one in found]
    words = [frozenset(c.value for c, holds in zip(hearing.CONCERNS, row[:-1], strict=True) if holds) for row in held]
    lines = scores([one.said for one in said], words)
    rules = scores([one.said for one in said], [frozenset(c.value for c in one.concerns) for one in found])
    asked = [row[-1] == one.answer for row, one in zip(held, said, strict=True) if one.answer is not None]
    each = " ".join(f"{line.name[:5]} {line.f1:.3f}" for line in lines if line.name != "safety")
    print(
        f"{name}: macro-F1 {macro_f1(lines):.3f} (rules {macro_f1(rules):.3f}), answer {share(asked):.3f}; {each}",
        flush=True,
    )


def measure_all(learnt: Learnt, judge: LinearClassifier, without: str | None) -> None:
    if without is not None:
        measure(f"heard, {without}", voices_in(HEARD / f"{without}.tsv"), learnt, judge)
    held = [Voice(Labelled(one.text, one.labels), None, "") for one in sentences() if one.is_held_back]
    measure("concerns.tsv, held half", held, learnt, judge)
    measure("voices.tsv, held half", [one for one in voices("voices.tsv") if one.said.is_held_back], learnt, judge)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", help="leave a file of bench/heard out and measure it")
    without = parser.parse_args().without
    started = time.perf_counter()
    folder = train_sentiment.train_folder()
    if not folder.is_dir():
        print(f"Die Texte zum Lernen fehlen: {folder}", file=sys.stderr)
        return 1
    judge = _Unknowing(train_sentiment.train(folder, with_heard=False))
    told = texts(without)
    content = pack(train(told, judge))
    print(f"{len(told)} texts, {len(content) / 1000:.0f} KB after {time.perf_counter() - started:.0f} s", flush=True)
    if without is None:
        (Path(__file__).parents[1] / "resources" / "sentiment" / FILE).write_bytes(content)
    measure_all(Learnt(unpack(content)), judge if without else LinearClassifier(), without)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
