"""How well voices nobody tuned on are understood: concerns, answer, harm, sentiment and its reversals.

    python bench/voices.py [--half tuning|held|both] [--misses concerns|answer|sentiment]

Three files, written before any rule was looked at; later drafts were added after a round of tuning and measured before
the next; and two more, `heard_held.tsv` and `heard_anew.tsv`, by writers who never saw the program and whose texts
nobody looked at: they are measured whole. `voices.tsv` and they: concerns, answer, sentiment, text. `tones.tsv`:
sentiment and text, the ways of German that are hard to judge. `tables.tsv`: reviews of tables and rooms in the shares
of real ones. The halves are fixed by the hash that parts `concerns.tsv`; rules may be tuned on the tuning half only,
and the learnt layer of concerns learns from the tuning half of `voices.tsv`.
"""

import argparse
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.concerns import Labelled, macro_f1, scores, words_of  # the checkout need not be installed
from kundenradar.classify.concerns import read
from kundenradar.classify.judging import LinearClassifier
from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.sentiment import Sentiment, Shown
from kundenradar.domain.understanding import Reading

DATA = Path(__file__).parents[1] / "tests" / "data"
UNSEEN = ("heard_held", "heard_anew")
"""Whose misses are not shown, so that nobody tunes on them."""
FILES = ("voices", "tones", "tables", *UNSEEN)
POLAR = {"positive", "negative"}
LABELS = ("negative", "neutral", "positive")


@dataclass(frozen=True, slots=True)
class Voice:
    """A text with what a person heard in it.

    Attributes:
        said: The text with its concerns; without any in the files of sentiment only.
        answer: Whether its author waits for an answer; None if nobody was asked.
        sentiment: positive, negative, neutral or mixed.
    """

    said: Labelled
    answer: bool | None
    sentiment: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What the program made of it."""

    judged: Sentiment
    reading: Reading

    @property
    def sentiment(self) -> str:
        """As a person sees it: mixed if shown so, else the label."""
        return "mixed" if self.judged.shown is Shown.MIXED else self.judged.label.value


def voices(name: str) -> list[Voice]:
    """The texts of a file in tests/data, in its order."""
    return voices_in(DATA / name)


def voices_in(path: Path) -> list[Voice]:
    """The texts of a file, in its order."""
    lines = path.read_text("utf-8").splitlines()
    return [_voice(line.split("\t")) for line in lines if line and not line.startswith("#")]


def _voice(row: list[str]) -> Voice:
    if len(row) == 2:
        return Voice(Labelled(row[1], frozenset()), None, row[0])
    concerns, answer, sentiment, text = row
    return Voice(Labelled(text, frozenset(concerns.split(",")) - {"none"}), answer == "yes", sentiment)


def heard(said: Sequence[Voice]) -> list[Heard]:
    """Every text the way of a mention: judged, then read."""
    judge = LinearClassifier()
    judged = [judge.judge(voice.said.text) for voice in said]
    return [Heard(one, read(voice.said.text, one, DEFAULT_CAUSES)) for voice, one in zip(said, judged, strict=True)]


def is_right(wanted: str, got: Heard) -> bool:
    """Whether the sentiment is a person's; mixed is right only where it is shown so."""
    return got.judged.shown is Shown.MIXED if wanted == "mixed" else got.judged.label.value == wanted


def is_reversed(wanted: str, got: Heard) -> bool:
    """Whether praise was taken for blame or blame for praise."""
    return {wanted, got.judged.label.value} == POLAR


def share(hits: Sequence[bool]) -> float:
    """Part of the whole that is true."""
    return statistics.fmean(hits) if hits else 0.0


def micro_macro(said: Sequence[Voice], got: Sequence[Heard]) -> tuple[float, float]:
    """F1 over three labels, as GermEval counts; mixed counts as neutral."""
    pairs = [
        (v.sentiment if v.sentiment != "mixed" else "neutral", h.judged.label.value)
        for v, h in zip(said, got, strict=True)
    ]
    f1s = []
    for label in LABELS:
        hits = sum(wanted == label == found for wanted, found in pairs)
        both = sum(wanted == label for wanted, _ in pairs) + sum(found == label for _, found in pairs)
        f1s.append(2 * hits / both if both else 0.0)
    return share([wanted == found for wanted, found in pairs]), statistics.fmean(f1s)


def _print_concerns(said: Sequence[Voice], got: Sequence[Heard]) -> None:
    lines = scores([voice.said for voice in said], [words_of(one.reading) for one in got])
    for line in lines:
        print(f"  {line.name:15} n={line.support:4}  P {line.precision:.3f}  R {line.recall:.3f}  F1 {line.f1:.3f}")
    print(f"  macro-F1 {macro_f1(lines):.3f}")
    answers = [voice.answer == one.reading.needs_answer for voice, one in zip(said, got, strict=True)]
    print(f"  answer needed or not: {share(answers):.3f} right")


def _print_sentiment(said: Sequence[Voice], got: Sequence[Heard]) -> None:
    pairs = list(zip((voice.sentiment for voice in said), got, strict=True))
    micro, macro = micro_macro(said, got)
    turned = [is_reversed(wanted, one) for wanted, one in pairs]
    polar = [is_reversed(wanted, one) for wanted, one in pairs if wanted in POLAR]
    print(f"  sentiment {share([is_right(*pair) for pair in pairs]):.3f} right, micro/macro {micro:.3f} / {macro:.3f}")
    print(f"  reversed {share(turned):.3f} of all, {share(polar):.3f} of polar texts")
    for label in (*LABELS, "mixed"):
        asked = [is_right(wanted, one) for wanted, one in pairs if wanted == label]
        print(f"    {label:9} n={len(asked):4}  {share(asked):.3f} right")


def _print_misses(kind: str, said: Sequence[Voice], got: Sequence[Heard]) -> None:
    for voice, one in zip(said, got, strict=True):
        wanted: object
        found: object
        if kind == "concerns":
            wanted, found = sorted(voice.said.labels), sorted(words_of(one.reading))
        elif kind == "answer":
            wanted, found = voice.answer, one.reading.needs_answer
        else:
            found = f"{one.sentiment} {one.judged.score:+.2f}"
            wanted = voice.sentiment if not is_right(voice.sentiment, one) else found
        if wanted != found:
            print(f"  {wanted} got {found}: {voice.said.text}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tuning", "held", "both"), default="both")
    parser.add_argument("--misses", choices=("concerns", "answer", "sentiment"))
    parser.add_argument("--file", choices=FILES, help="only this one")
    asked = parser.parse_args()
    for name in (asked.file,) if asked.file else FILES:
        for half, held in (("tuning", False), ("held", True)):
            if asked.half not in (half, "both") or (name in UNSEEN and not held):
                continue
            said = [one for one in voices(f"{name}.tsv") if name in UNSEEN or one.said.is_held_back is held]
            got = heard(said)
            print(f"\n{name}, {half}: {len(said)} texts")
            if name in {"voices", *UNSEEN}:
                _print_concerns(said, got)
            _print_sentiment(said, got)
            if asked.misses and name not in UNSEEN:
                _print_misses(asked.misses, said, got)


if __name__ == "__main__":
    main()
