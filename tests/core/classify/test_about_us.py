"""Sentiment about the firm, not about the weather: what is judged of texts that speak of others too."""

import pytest

from kundenradar.classify.judging import LinearClassifier
from kundenradar.domain.sentiment import Sentiment, Shown
from tests.core.domain.test_about import HELD_BACK, TABLE, Row, rows


@pytest.fixture(scope="module")
def judge() -> LinearClassifier:
    return LinearClassifier()


def _right(row: Row, judged: Sentiment) -> bool:
    return judged.shown is Shown.MIXED if row.label == "mixed" else judged.label.value == row.label


def test_most_texts_about_several_firms_are_judged_by_what_they_say_of_ours(judge: LinearClassifier) -> None:
    """Measured: 109 of 111."""
    parts = [(row, row.said()) for row in rows(TABLE)]
    wrong = [row.text for row, part in parts if not _right(row, judge.verdict(part.judged, part.rating))]
    assert len(wrong) <= 5, wrong


def test_texts_written_before_the_rules_are_judged_better_than_as_a_whole(judge: LinearClassifier) -> None:
    """Measured: 42 of 44, by the whole text 28."""
    parts = [(row, row.said()) for row in rows(HELD_BACK)]
    by_part = sum(_right(row, judge.verdict(part.judged, part.rating)) for row, part in parts)
    by_whole = sum(_right(row, judge.verdict(part.text)) for row, part in parts)
    assert by_part >= 40
    assert by_part >= by_whole + 8


def test_the_words_that_decided_lie_in_what_counts(judge: LinearClassifier) -> None:
    for row in rows(TABLE):
        part = row.said()
        for reason in judge.judge(part.judged, part.rating).why:
            assert part.text[reason.start : reason.end] == part.judged[reason.start : reason.end]
