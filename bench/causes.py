"""How well the causes of criticism are told: precision and recall per cause on critical texts labelled by hand.

    python bench/causes.py [--half tuning|held|both] [--misses]

Every text is taken as criticism, so that only the words of the causes are measured. The halves are fixed by a hash of
the text; the default words may be tuned on the tuning half only. A label in brackets may be named and need not be.
"""

import argparse
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.concerns import held_back  # the checkout need not be installed
from kundenradar.classify.concerns import read
from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.sentiment import Label, Sentiment

TEXTS = Path(__file__).parents[1] / "tests" / "data" / "causes.tsv"
CRITICAL = Sentiment(Label.NEGATIVE, -0.8, 0.9, "causes", by_human=True)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A critical text with the causes a reader names, and those that are not wrong beside them."""

    text: str
    causes: frozenset[str]
    allowed: frozenset[str]

    @property
    def is_held_back(self) -> bool:
        """Whether it belongs to the half that no word was tuned on."""
        return held_back(self.text)


@dataclass(frozen=True, slots=True)
class Score:
    """One line of the table; `said` and `hits` count what was named and what was rightly named."""

    name: str
    support: int
    said: int
    hits: int

    @property
    def precision(self) -> float:
        """Share of what was named that a reader names too; 1 if nothing was named."""
        return self.hits / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Share of what a reader names that was named; 1 if there is none."""
        return self.hits / self.support if self.support else 1.0


def labelled(path: Path = TEXTS) -> list[Labelled]:
    """The texts in the order of the file."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            labels, text = line.split("\t")
            named = set(labels.split(",")) - {"none"}
            allowed = frozenset(label.strip("()") for label in named)
            found.append(Labelled(text, frozenset(label for label in named if label[0] != "("), allowed))
    return found


def causes_of(text: str) -> frozenset[str]:
    """What the program names as criticised in a text that criticises."""
    return frozenset(read(text, CRITICAL, DEFAULT_CAUSES).causes)


def scores(texts: Sequence[Labelled]) -> list[Score]:
    """A line per cause, in the order of the dialog, and one for all together."""
    found = [causes_of(one.text) for one in texts]
    lines = []
    for cause in DEFAULT_CAUSES:
        key = cause.key
        pairs = [(one, key in named) for one, named in zip(texts, found, strict=True)]
        support = sum(key in one.causes for one, _ in pairs)
        said = [one for one, is_named in pairs if is_named and (key in one.causes or key not in one.allowed)]
        lines.append(Score(key, support, len(said), sum(key in one.causes for one in said)))
    return [*lines, Score("all", *(sum(getattr(line, what) for line in lines) for what in ("support", "said", "hits")))]


def _table(name: str, texts: Sequence[Labelled], *, misses: bool) -> None:
    print(f"\n{name}: {len(texts)} texts, {sum(not causes_of(one.text) for one in texts)} of them without a cause")
    lines = scores(texts)
    for line in lines:
        print(f"  {line.name:13} n={line.support:4}  P {line.precision:.3f}  R {line.recall:.3f}")
    print(f"  mean recall {statistics.fmean(line.recall for line in lines[:-1]):.3f}")
    for one in texts if misses else ():
        named = causes_of(one.text)
        if not (one.causes <= named <= one.allowed):
            print(f"  wanted {','.join(sorted(one.causes)) or '-'} got {','.join(sorted(named)) or '-'}: {one.text}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tuning", "held", "both"), default="both")
    parser.add_argument("--misses", action="store_true", help="print what was named otherwise")
    asked = parser.parse_args()
    texts = labelled()
    for name, held in (("tuning", False), ("held", True)):
        if asked.half in (name, "both"):
            _table(name, [one for one in texts if one.is_held_back is held], misses=asked.misses)


if __name__ == "__main__":
    main()
