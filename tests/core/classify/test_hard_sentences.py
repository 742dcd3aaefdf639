"""Sixty sentences that are hard to judge, and none of them learnt from."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bench.voices import Heard, Voice, heard, is_reversed, is_right, share, voices
from kundenradar.classify.judging import LinearClassifier
from kundenradar.domain.sentiment import Shown
from kundenradar.domain.text import tokens

ROOT = Path(__file__).parents[3]
HARD, REVIEWS = ROOT / "tests" / "data" / "hard_sentences.tsv", ROOT / "tests" / "data" / "reviews.tsv"
TAUGHT, ANEW = ROOT / "bench" / "heard" / "reviews", ROOT / "tests" / "data" / "reviews_anew.tsv"
GUESTS, PAIRS = ROOT / "tests" / "data" / "guests_and_customers.tsv", ROOT / "tests" / "data" / "negation_pairs.tsv"
LEAST_RIGHT = 52


def labelled(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(label, text) for label, _, text in (line.partition("\t") for line in lines)]


def denied_pairs() -> list[list[str]]:
    """Way of denying, sentence, its label, the sentence denied, its label."""
    return [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()[1:]]


def spoken(text: str) -> str:
    return " ".join(token.folded for token in tokens(text))


@pytest.fixture(scope="module")
def judge() -> LinearClassifier:
    return LinearClassifier()


def _fits(judge: LinearClassifier, expected: str, text: str) -> bool:
    judged = judge.judge(text)
    return judged.shown is Shown.MIXED if expected == "mixed" else judged.label.value == expected


def test_at_least_fifty_two_of_sixty_hard_sentences_are_judged_right(judge: LinearClassifier) -> None:
    wrong = [text for expected, text in labelled(HARD) if not _fits(judge, expected, text)]
    assert len(labelled(HARD)) == 60
    assert len(wrong) <= 60 - LEAST_RIGHT, wrong


def test_reviews_nobody_learnt_from_are_mostly_judged_right(judge: LinearClassifier) -> None:
    reviews = labelled(REVIEWS)
    right = sum(_fits(judge, expected, text) for expected, text in reviews)
    opposite = sum({label, judge.judge(text).label.value} == {"positive", "negative"} for label, text in reviews)
    assert right / len(reviews) >= 0.77
    assert opposite / len(reviews) <= 0.07


def test_reviews_written_blind_are_judged_right(judge: LinearClassifier) -> None:
    """Written by somebody who never saw the program, and not looked at; measured .889, 2.9 % the reverse."""
    reviews = labelled(ANEW)
    judged = [judge.judge(text).label.value for _, text in reviews]
    assert len(reviews) >= 340
    assert share([label == found for (label, _), found in zip(reviews, judged, strict=True)]) >= 0.86
    assert (
        share([{label, found} == {"positive", "negative"} for (label, _), found in zip(reviews, judged, strict=True)])
        <= 0.05
    )


def test_what_is_denied_turns(judge: LinearClassifier) -> None:
    pairs = denied_pairs()
    judged = [(judge.judge(said).label.value, judge.judge(denied).label.value) for _, said, _, denied, _ in pairs]
    both = sum(found == (one, other) for found, (_, _, one, _, other) in zip(judged, pairs, strict=True))
    wrong_way = sum({found[1], pair[4]} == {"positive", "negative"} for found, pair in zip(judged, pairs, strict=True))
    assert len(pairs) >= 100
    assert both / len(pairs) >= 0.82
    assert wrong_way / len(pairs) <= 0.12


def _held(name: str) -> list[tuple[Voice, Heard]]:
    said = [voice for voice in voices(name) if voice.said.is_held_back]
    return list(zip(said, heard(said), strict=True))


@pytest.mark.parametrize(
    ("name", "least_right", "most_reversed"),
    [("tones.tsv", 0.7, 0.15), ("tables.tsv", 0.73, 0.08), ("voices.tsv", 0.62, 0.08)],
)
def test_tones_tables_and_voices_held_back_are_mostly_judged_right(
    name: str, least_right: float, most_reversed: float
) -> None:
    pairs = _held(name)
    assert len(pairs) >= 60
    assert share([is_right(voice.sentiment, found) for voice, found in pairs]) >= least_right
    assert share([is_reversed(voice.sentiment, found) for voice, found in pairs]) <= most_reversed


def _phrases() -> ModuleType:
    spec = importlib.util.spec_from_file_location("_phrases", ROOT / "bench" / "_phrases.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_no_sentence_measured_on_was_learnt_from() -> None:
    learnt = {spoken(text) for pairs in _phrases().phrases().values() for _, text in pairs}
    learnt |= {spoken(text) for path in TAUGHT.glob("*.tsv") for _, text in labelled(path)}
    asked = {spoken(text) for path in (HARD, REVIEWS, GUESTS, ANEW) for _, text in labelled(path)}
    asked |= {spoken(text) for _, said, _, denied, _ in denied_pairs() for text in (said, denied)}
    asked |= {spoken(voice.said.text) for name in ("voices", "tones", "tables") for voice in voices(f"{name}.tsv")}
    asked.discard("")  # emoji alone say no words
    assert learnt & asked == set()
    padded = " | ".join(f" {text} " for text in learnt)
    assert [text for text in asked if len(text.split()) > 3 and f" {text} " in padded] == []
