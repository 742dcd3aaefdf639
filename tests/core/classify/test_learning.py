"""What corrections teach: they are taken over, they carry to what is alike, and nothing else moves much."""

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.voices import voices
from kundenradar.classify.judging import LinearClassifier
from kundenradar.classify.learning import fitted, lesson, variety
from kundenradar.classify.weights import pack_residual, start_weights, unpack_residual, with_residual
from kundenradar.domain.learning import LEAST_TO_MEASURE
from kundenradar.domain.sentiment import Label

NEWS = [f"Das Werk in Halle {number} fährt die Turbine wieder hoch" for number in range(12)]
HITS = [f"Unser Kessel Nummer {number} tropft seit gestern aus dem Ventil" for number in range(12)]
THANKS = [f"Der Schornsteinfeger {number} hat uns das Glück gebracht" for number in range(12)]
TEXTS = [*NEWS, *HITS, *THANKS]
LABELS = [Label.NEUTRAL] * 12 + [Label.NEGATIVE] * 12 + [Label.POSITIVE] * 12


@pytest.fixture(scope="module")
def taught() -> LinearClassifier:
    return LinearClassifier(lesson(TEXTS, LABELS).weights)


def test_corrections_are_taken_over(taught: LinearClassifier) -> None:
    assert [taught.judge(text).label for text in TEXTS] == LABELS


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Bei uns tropft der Kessel aus dem Ventil", Label.NEGATIVE),
        ("Das Werk fährt die Turbine hoch", Label.NEUTRAL),
        ("Unser Schornsteinfeger hat Glück gebracht", Label.POSITIVE),
    ],
)
def test_what_is_alike_is_judged_alike(taught: LinearClassifier, text: str, label: Label) -> None:
    assert taught.judge(text).label is label


def test_clear_words_stay_clear(taught: LinearClassifier) -> None:
    assert taught.judge("Das war wirklich super, vielen Dank, sehr freundlich!").label is Label.POSITIVE
    assert taught.judge("Eine Frechheit, nie wieder, reine Abzocke.").label is Label.NEGATIVE


@pytest.mark.parametrize("label", [Label.NEGATIVE, Label.POSITIVE])
def test_corrections_of_one_label_move_what_is_alike_and_nothing_else(label: Label) -> None:
    learnt = LinearClassifier(lesson(HITS, [label] * len(HITS)).weights)
    assert learnt.judge("Bei uns tropft der Kessel seit heute aus dem Ventil").label is label
    for text in ("Hat jemand Erfahrung mit der Firma?", "Die Firma hat jetzt auch samstags geöffnet."):
        assert learnt.judge(text).label is Label.NEUTRAL
    assert learnt.judge("Tolle Beratung, vielen Dank!").label is Label.POSITIVE
    assert learnt.judge("Nie wieder, alles kaputt.").label is Label.NEGATIVE


def test_five_corrections_that_only_confirm_change_little_else() -> None:
    texts = [voice.said.text for voice in voices("voices.tsv")][:300]
    judge = LinearClassifier()
    before = [judge.judge(text).label for text in texts]
    confirmed = range(0, 300, 61)
    learnt = LinearClassifier(lesson([texts[at] for at in confirmed], [before[at] for at in confirmed]).weights)
    changed = sum(learnt.judge(text).label is not label for text, label in zip(texts, before, strict=True))
    assert changed <= 12


def test_variety_counts_from_one_label_to_a_third_of_others() -> None:
    assert variety([Label.NEGATIVE] * 9) == 0
    assert variety([Label.NEGATIVE] * 9 + [Label.POSITIVE]) == pytest.approx(0.3)
    assert variety([Label.NEGATIVE, Label.POSITIVE] * 5) == 1


def test_the_same_corrections_teach_the_same() -> None:
    assert lesson(TEXTS[:24], LABELS[:24]) == lesson(TEXTS[:24], LABELS[:24])


def test_few_corrections_are_not_measured_many_are() -> None:
    assert lesson(TEXTS[:5], LABELS[:5]).accuracy is None
    measured = lesson(TEXTS, LABELS)
    assert len(TEXTS) >= LEAST_TO_MEASURE
    assert measured.accuracy is not None
    assert measured.accuracy > 0.8


@pytest.mark.parametrize("texts", [[""], ["", ""], ["\ud800"], ["👍"], ["x" * 100_000]])
def test_odd_texts_can_be_corrected(texts: list[str]) -> None:
    learnt = lesson(texts, [Label.NEGATIVE] * len(texts))
    LinearClassifier(learnt.weights).judge(texts[0])


def test_a_lesson_survives_packing() -> None:
    content = lesson(TEXTS, LABELS).weights
    residual = unpack_residual(content)
    assert residual.corrections == len(TEXTS)
    assert pack_residual(residual) == content
    assert with_residual(start_weights(), residual).name.endswith(f"+{len(TEXTS)}")


def test_the_judgement_names_how_much_was_learnt(taught: LinearClassifier) -> None:
    assert taught.judge("Hallo Welt").model.endswith("+36")


@pytest.mark.slow
def test_five_hundred_corrections_are_learnt_while_the_owner_looks() -> None:
    texts = [f"{text} und noch ein Satz mit der Zahl {number}" for number in range(14) for text in TEXTS][:500]
    started = time.process_time()
    lesson(texts, (LABELS * 14)[:500])
    assert time.process_time() - started < 6  # about 1.2 s on a free core, with its measuring


def test_the_same_text_corrected_hundreds_of_times_is_learnt() -> None:
    texts = ["Der Kaffee war kalt.", "Der Kaffee war heiß und gut.", "Der Kaffee kostet drei Euro."] * 120
    labels = [Label.NEGATIVE, Label.POSITIVE, Label.NEUTRAL] * 120
    judge = LinearClassifier(lesson(texts, labels).weights)
    assert [judge.judge(text).label for text in texts[:3]] == labels[:3]


@given(st.integers(1, 60), st.floats(1e-7, 1e-3))
def test_a_likeness_blurred_by_rounding_still_has_a_root(size: int, blur: float) -> None:
    whole = np.ones((size, size)) * 10 - blur * np.eye(size)
    shares = fitted(whole, np.zeros((size, 3)), np.arange(size) % 3)
    assert np.isfinite(shares).all()
