"""How well concerns are told: precision, recall and F1 per class on the labelled sentences of the project.

    python bench/concerns.py [--half tuning|held|both] [--misses]

The halves are fixed by a hash of the sentence; rules may be tuned on the tuning half only, and the learnt layer
learns from it (`bench/train_concerns.py`), so that its figure flatters. Every sentence goes
the way of a mention: judged, then read.
"""

import argparse
import hashlib
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from kundenradar.classify.concerns import read  # the checkout need not be installed
from kundenradar.classify.judging import LinearClassifier
from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.understanding import Concern, Reading

SENTENCES = Path(__file__).parents[1] / "tests" / "data" / "concerns.tsv"
CLASSES = (*(concern.value for concern in Concern), "safety")
"""What is measured; the mean of the concerns is the macro-F1, safety stands apart."""


def held_back(text: str) -> bool:
    """Whether a text belongs to the half that nothing was tuned on; the same for ever."""
    return bool(hashlib.sha256(text.encode()).digest()[0] & 1)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with the words a person gave it."""

    text: str
    labels: frozenset[str]

    @property
    def is_held_back(self) -> bool:
        """Whether it belongs to the half that no rule was tuned on."""
        return held_back(self.text)


@dataclass(frozen=True, slots=True)
class Score:
    """One line of the table."""

    name: str
    support: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def sentences(path: Path = SENTENCES) -> list[Labelled]:
    """The labelled sentences, in the order of the file."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [Labelled(text, frozenset(labels.split(",")) - {"none"}) for labels, text in rows]


def words_of(reading: Reading) -> frozenset[str]:
    """A reading as the labels of the file."""
    return frozenset(reading.concerns) | (frozenset({"safety"}) if reading.safety else frozenset())


def readings(texts: Sequence[str]) -> list[Reading]:
    """What the program makes of texts."""
    judge = LinearClassifier()
    return [read(text, judge.judge(text), DEFAULT_CAUSES) for text in texts]


def scores(labelled: Sequence[Labelled], found: Sequence[frozenset[str]]) -> list[Score]:
    """A line per class."""
    lines = []
    for name in CLASSES:
        pairs = [(name in one.labels, name in words) for one, words in zip(labelled, found, strict=True)]
        hits = sum(wanted and got for wanted, got in pairs)
        said, support = sum(got for _, got in pairs), sum(wanted for wanted, _ in pairs)
        lines.append(Score(name, support, hits / said if said else 0.0, hits / support if support else 0.0))
    return lines


def macro_f1(lines: Sequence[Score]) -> float:
    """Mean F1 of the concerns, without safety."""
    return statistics.fmean(line.f1 for line in lines if line.name != "safety")


def _table(name: str, labelled: Sequence[Labelled], *, misses: bool) -> None:
    found = [words_of(reading) for reading in readings([one.text for one in labelled])]
    print(f"\n{name}: {len(labelled)} sentences")
    lines = scores(labelled, found)
    for line in lines:
        print(f"  {line.name:15} n={line.support:4}  P {line.precision:.3f}  R {line.recall:.3f}  F1 {line.f1:.3f}")
    print(f"  macro-F1 {macro_f1(lines):.3f}")
    if misses:
        for one, words in zip(labelled, found, strict=True):
            if words != one.labels:
                print(
                    f"  wanted {','.join(sorted(one.labels)) or '-'} got {','.join(sorted(words)) or '-'}: {one.text}"
                )


def _speed(labelled: Sequence[Labelled], words: int = 58) -> None:
    judge = LinearClassifier()
    pool = " ".join(one.text for one in labelled).split()
    texts = [" ".join(pool[at : at + words]) for at in range(0, len(pool) - words, words)]
    judged = [(text, judge.judge(text)) for text in texts]
    rounds = []
    for _ in range(6):
        started = time.process_time()
        for text, sentiment in judged:
            read(text, sentiment, DEFAULT_CAUSES)
        rounds.append((time.process_time() - started) / len(judged) * 1000)
    print(f"\n{min(rounds):.3f} ms per text of {words} words (best of {len(rounds)} rounds)")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tuning", "held", "both"), default="both")
    parser.add_argument("--misses", action="store_true", help="print what was read otherwise")
    parser.add_argument("--file", type=Path, default=SENTENCES, help="another file of labels, tab, sentence")
    asked = parser.parse_args()
    labelled = sentences(asked.file)
    for name, held in (("tuning", False), ("held", True)):
        if asked.half in (name, "both"):
            _table(name, [one for one in labelled if one.is_held_back is held], misses=asked.misses)
    _speed(labelled)


if __name__ == "__main__":
    main()
