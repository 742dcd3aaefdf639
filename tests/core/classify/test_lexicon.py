"""The words behind the judge."""

import pytest

from kundenradar.classify import words
from kundenradar.classify.lexicon import load_phrases, load_weights
from kundenradar.domain.text import fold, tokens


@pytest.fixture(scope="module")
def weights() -> dict[str, float]:
    return load_weights()


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("aggression", -1),  # a noun: capitalised in textblob-de, never found there
        ("aggressionen", -1),
        ("unverzeihlichen", -1),  # inflected
        ("hoergenuss", 1),  # ö and ß spelt out
        ("kaputt", -1),  # ours
        ("verspaetung", -1),
    ],
)
def test_words_are_found(weights: dict[str, float], word: str, sign: int) -> None:
    assert weights[word] * sign > 0


def test_function_words_weigh_nothing(weights: dict[str, float]) -> None:
    assert not any(weights.get(word) for word in ("nichts", "einfach", "und", "der", "mauer"))


def _own_words() -> list[str]:
    singles = [word for block in words.SINGLE.values() for word in block.split()]
    phrased = [word for block in words.PHRASES.values() for word in block.replace("|", " ").split()]
    return [*singles, *phrased, *words.NEGATORS, *words.INTENSIFIERS, *words.DAMPERS, *words.IRONIC, *words.WISHED]


def test_own_words_are_folded() -> None:
    assert [word for word in _own_words() if fold(word) != word or len(tokens(word)) != 1] == []


def test_no_word_has_two_weights() -> None:
    singles = [word for block in words.SINGLE.values() for word in set(block.split())]
    assert sorted(word for word in set(singles) if singles.count(word) > 1) == []


def test_the_longest_phrase_comes_first() -> None:
    for same_start in load_phrases().values():
        sizes = [len(parts) for parts, _ in same_start]
        assert sizes == sorted(sizes, reverse=True)
