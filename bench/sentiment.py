"""How well and how fast German texts are judged, beside textblob-de as it installs; prints a table.

    python bench/sentiment.py

The labelled texts are not part of the project: they are looked for in ``$KUNDENRADAR_SHARED`` or ``../shared``.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy

import random
import re
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np

from kundenradar.classify.judging import LinearClassifier  # the checkout need not be installed
from kundenradar.classify.learning import examples, fitted, lesson
from kundenradar.classify.weights import start_weights
from kundenradar.domain.sentiment import Label

LABELS = ("negative", "neutral", "positive")
SETS = {"GermEval 2017 dev (Bahn)": "tune/germeval2017/dev.tsv"}
OWN_SETS = {
    "Bewertungen, eigens geschrieben": "reviews.tsv",
    "Gäste und Kunden, nicht gelernt": "guests_and_customers.tsv",
    "Bewertungen von Tischen, blind geschrieben": "reviews_anew.tsv",
}
PAIRS = "negation_pairs.tsv"
LESSONS, SEEDS = (50, 200, 500), 8
REFITS = (500, 2_000)
"""Corrections whose learning is timed; the program learns from the newest 2,000."""
RESAMPLES = 300
SPEED_WORDS = range(48, 69)
Judge = Callable[[str], str]


def read(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [(label, text) for label, _, text in (line.partition("\t") for line in lines) if label in LABELS]


def counts(pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for pair in pairs:
        found[pair] = found.get(pair, 0) + 1
    return found


def figures(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """Micro-F1, macro-F1 over the labels that occur, share of polarity flips, of (true, judged) pairs."""
    cells, total = counts(pairs), len(pairs)
    scores = []
    for label in LABELS:
        right = cells.get((label, label), 0)
        true = sum(number for (one, _), number in cells.items() if one == label)
        judged = sum(number for (_, other), number in cells.items() if other == label)
        if true:
            scores.append(2 * right / (true + judged))
    right = sum(cells.get((label, label), 0) for label in LABELS)
    flips = cells.get(("negative", "positive"), 0) + cells.get(("positive", "negative"), 0)
    return right / total, sum(scores) / len(scores), flips / total


def opposed(pairs: Sequence[tuple[str, str]]) -> float:
    """Share of the texts for or against that are judged the reverse."""
    polar = [pair for pair in pairs if pair[0] != "neutral"]
    return sum(set(pair) == {"positive", "negative"} for pair in polar) / max(1, len(polar))


def interval(pairs: Sequence[tuple[str, str]], which: int) -> tuple[float, float]:
    """95 % bootstrap interval of one figure, always the same draw."""
    draw = random.Random(2026)
    values = sorted(figures(draw.choices(pairs, k=len(pairs)))[which] for _ in range(RESAMPLES))
    return values[int(0.025 * RESAMPLES)], values[int(0.975 * RESAMPLES)]


def plain_textblob() -> Judge:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from textblob_de.sentiments import PatternAnalyzer
        from textblob_de.tokenizers import PatternTokenizer
    analyzer = PatternAnalyzer(tokenizer=PatternTokenizer(), lemmatize=False)
    analyzer.analyze("gut")

    def judge(text: str) -> str:
        polarity = analyzer.analyze(text).polarity
        return "positive" if polarity > 0 else "negative" if polarity < 0 else "neutral"

    return judge


def own() -> tuple[str, Judge]:
    classifier = LinearClassifier()
    started = time.perf_counter()
    classifier.warm_up()
    print(f"{classifier.name}: bereit nach {time.perf_counter() - started:.2f} s")

    def judge(text: str) -> str:
        return classifier.judge(text).label.value

    return classifier.name, judge


def per_second(judge: Judge, texts: Sequence[str]) -> float:
    """Texts per second of processor time, best of five."""
    best = float("inf")
    for _ in range(5):
        started = time.process_time()
        for text in texts:
            judge(text)
        best = min(best, time.process_time() - started)
    return len(texts) / best


def likeness_key(text: str) -> str:
    """The first words of a post: repeats of one message must not stand on both sides."""
    text = re.sub(r"https?://\S+|@\S+|^RT\b|Re:", "", text)
    return " ".join(re.findall(r"[a-zäöüß]+", text.lower())[:9])


def negations(path: Path, judges: dict[str, Judge]) -> None:
    """Sentences and what they say denied, by the way of denying: both right, and the denied judged the reverse."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    for title, judge in judges.items():
        seen = [(kind, judge(said) == one, judge(denied), other) for kind, said, one, denied, other in rows]
        print(f"\nVerneinte Gegenstücke, {len(rows)} Paare, {title}: beide richtig / Verneintes verkehrt")
        for kind in [*dict.fromkeys(row[0] for row in seen), ""]:
            part = [row[1:] for row in seen if kind in {row[0], ""}]
            both = sum(right and judged == true for right, judged, true in part)
            turned = sum({judged, true} == {"positive", "negative"} for _, judged, true in part)
            print(f"  {kind or 'alle':20} {len(part):4}   {both / len(part):6.1%}   {turned / len(part):6.1%}")


def refits(labelled: Sequence[tuple[str, str]]) -> None:
    """How long learning takes, with its measuring on corrections held back."""
    for count in REFITS:
        chosen = labelled[:count]
        started, worked = time.perf_counter(), time.process_time()
        lesson([text for _, text in chosen], [Label(label) for label, _ in chosen])
        wall, core = time.perf_counter() - started, time.process_time() - worked
        print(f"Aus {len(chosen)} Korrekturen gelernt: {wall:.1f} s, davon {core:.1f} s gerechnet")


def learning_curve(labelled: Sequence[tuple[str, str]]) -> None:
    """What random corrections out of a set teach about the rest of it."""
    start = start_weights()
    told = examples([text for _, text in labelled], [Label(label) for label, _ in labelled], start)
    keys = [likeness_key(text) for _, text in labelled]
    print(f"\nLernkurve, {SEEDS} Ziehungen: micro-F1 / macro-F1 auf dem Rest (ohne Wiederholungen)")
    for count in LESSONS:
        found = []
        for seed in range(SEEDS):
            order = np.random.default_rng(seed).permutation(len(keys))
            chosen = order[:count]
            seen = {keys[at] for at in chosen}
            rest = np.array([at for at in order[count:] if keys[at] not in seen])
            shares = fitted(told.likeness[np.ix_(chosen, chosen)], told.scores[chosen], told.labels[chosen])
            best = (told.scores[rest] + told.likeness[np.ix_(rest, chosen)] @ shares).argmax(axis=1)
            pairs = [(LABELS[true], LABELS[judged]) for true, judged in zip(told.labels[rest], best, strict=True)]
            found.append((*figures(pairs)[:2], opposed(pairs)))
        micro, macro, turned = np.mean(found, axis=0)
        spread = np.std(found, axis=0)
        cells = f"{micro:.3f} ± {spread[0]:.3f}   {macro:.3f} ± {spread[1]:.3f}"
        print(f"  {count:4} Korrekturen   {cells}   Polare verkehrt {turned:.1%}")


def main() -> int:
    shared = Path(os.environ.get("KUNDENRADAR_SHARED", Path(__file__).parents[2] / "shared"))
    folder = shared / "data" / "sentiment"
    if not folder.is_dir():
        print(f"Die Texte zum Messen fehlen: {folder}", file=sys.stderr)
        return 1
    own_name, own_judge = own()
    judges = {"textblob-de 0.4.3, wie geliefert": plain_textblob(), own_name: own_judge}
    texts = {name: read(folder / path) for name, path in SETS.items()}
    own_folder = Path(__file__).parents[1] / "tests" / "data"
    texts |= {name: read(own_folder / path) for name, path in OWN_SETS.items()}
    print(f"\n{'':34} {'micro-F1':^22} {'macro-F1':^22} {'verkehrt: alle':>14} {'polare':>7}")
    for name, labelled in texts.items():
        print(f"{name}, {len(labelled)} Texte")
        for title, judge in judges.items():
            pairs = [(label, judge(text)) for label, text in labelled]
            micro, macro, flips = figures(pairs)
            cells = [
                f"{value:.3f} ({low:.3f}–{high:.3f})"
                for value, (low, high) in ((micro, interval(pairs, 0)), (macro, interval(pairs, 1)))
            ]
            print(f"  {title:32} {cells[0]:^22} {cells[1]:^22} {flips:14.1%} {opposed(pairs):7.1%}")
    sized = [text for labelled in texts.values() for _, text in labelled if len(text.split()) in SPEED_WORDS]
    words = sum(len(text.split()) for text in sized) / len(sized)
    print(f"\nTexte je Sekunde und Kern ({len(sized)} Texte, im Mittel {words:.0f} Wörter)")
    for title, judge in judges.items():
        print(f"  {title:32} {per_second(judge, sized):8.0f}")
    resident = Path("/proc/self/status")
    if resident.is_file():
        peak = next(line for line in resident.read_text().splitlines() if line.startswith("VmHWM"))
        print(f"Speicher dieses Laufs samt textblob-de, höchstens: {int(peak.split()[1]) / 1024:.0f} MiB")
    negations(own_folder / PAIRS, judges)
    learning_curve(texts[next(iter(SETS))])
    refits(texts[next(iter(SETS))])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
