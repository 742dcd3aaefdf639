"""The judge: German sentences, labels, doubts and reasons."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.voices import voices
from kundenradar.classify.judging import EVEN, LinearClassifier
from kundenradar.classify.lexicon import load_lexicon
from kundenradar.classify.scoring import CACHED_WORDS, Scorer, see
from kundenradar.classify.weights import start_weights
from kundenradar.domain.sentiment import Label, Shown

NEGATIVE = """
Herzlichen Glückwunsch zur schlechtesten Hotline.
Die Lieferung kam defekt an.
Katastrophe. Drei Wochen Wartezeit und keine Antwort.
Finger weg!
Nie wieder!
Abzocke
Das ist eine Zumutung.
Super, schon wieder kaputt.
Na toll, schon wieder kaputt
Toll, Heizung kaputt.
Verspätung, mal wieder 40 Minuten. Danke, Bahn!
Vielen Dank für nichts!
Alles andere als freundlich.
Das hätte besser sein können.
Es wäre schön gewesen, wenn jemand zurückgerufen hätte.
Der Monteur war nicht freundlich.
Das gefällt mir nicht.
Die Heizung funktioniert nicht.
Ich kann diese Firma nicht empfehlen.
Wir warten seit Wochen auf den Techniker.
Ich habe mich sehr geaergert ueber den Service
Wochenlang vertröstet, leider.
Viel zu teuer für das bisschen Arbeit.
Telefonisch nicht erreichbar, auf Mails keine Antwort.
Wasserschaden nach dem Einbau, die Firma meldet sich nicht mehr.
Von wegen 24-Stunden-Notdienst
1/5 Sternen, mehr gibt es dazu nicht zu sagen
😡😡
"""
POSITIVE = """
Kann ich nur empfehlen.
Sehr freundlicher und kompetenter Service, immer wieder gerne!
Hätte nicht besser laufen können.
Nicht schlecht!
Der Service war grossartig, schoen gemacht
👍👍 Top!
Endlich läuft die Heizung wieder, danke an das Team!
Die Wärmepumpe läuft seit zwei Jahren ohne Probleme.
Kein Problem, alles gut geklappt.
Preis-Leistung stimmt, schnelle Lieferung.
5 Sterne
Besser geht's nicht!
Nichts zu meckern
Ich bin nicht enttäuscht worden.
Die Jungs haben sauber gearbeitet :-)
Nie wieder Ärger mit der alten Heizung
"""
NEUTRAL = """
Wann haben Sie am Samstag geöffnet?
Hat jemand Erfahrungen mit der Firma? Vielen Dank im Voraus!
Die Firma eröffnet im März eine Filiale in Köln.
Es gibt drei Sorten, darunter Vanille.
Guten Tag, ich suche eine Ersatzdichtung für das Modell X200.
Mit freundlichen Grüßen, Ihr Team
Der Einbau hat gut drei Stunden gedauert, Termin in KW 48.
Siehe http://toll.example/super/schlecht oder info@super.example
"""


@pytest.fixture(scope="module")
def judge() -> LinearClassifier:
    return LinearClassifier()


def _cases() -> list[tuple[str, Label]]:
    blocks = ((NEGATIVE, Label.NEGATIVE), (POSITIVE, Label.POSITIVE), (NEUTRAL, Label.NEUTRAL))
    return [(text, label) for block, label in blocks for text in block.strip().splitlines()]


@pytest.mark.parametrize(("text", "label"), _cases())
def test_a_reader_would_agree(judge: LinearClassifier, text: str, label: Label) -> None:
    sentiment = judge.judge(text)
    assert sentiment.label is label
    assert (sentiment.score > 0) == (label is Label.POSITIVE) or label is Label.NEUTRAL


@pytest.mark.parametrize(
    "text",
    [
        "Service super, Rechnung falsch.",
        "Der Monteur war sehr nett. Aber die Rechnung war eine Frechheit.",
        "Tolle Beratung aber katastrophale Montage",
    ],
)
def test_praise_beside_blame_is_shown_as_mixed(judge: LinearClassifier, text: str) -> None:
    assert judge.judge(text).shown is Shown.MIXED


@pytest.mark.parametrize("text", ["", " ", " .", "…", "___", "\x00", "\ud800", "http://super.example"])
def test_what_says_nothing_is_neutral_and_unsure(judge: LinearClassifier, text: str) -> None:
    sentiment = judge.judge(text)
    assert (sentiment.label, sentiment.shown, sentiment.score) == (Label.NEUTRAL, Shown.UNSURE, 0.0)


def test_more_of_the_same_is_surer(judge: LinearClassifier) -> None:
    weak = judge.judge("Der Termin am Montag war etwas spät, aber gern gesehen.")
    strong = judge.judge("Abzocke, Betrug, nie wieder!")
    assert weak.confidence < strong.confidence
    assert strong.score < -0.8


def test_the_reasons_are_places_in_the_text_with_a_sign(judge: LinearClassifier) -> None:
    text = "Der Mo\u00adnteur war nicht freundlich. Die Wärmepumpe läuft super 👍"
    why = {text[reason.start : reason.end]: reason.weight for reason in judge.judge(text).why}
    assert why["nicht freundlich"] < 0
    assert why["super"] > 0
    assert why["👍"] > 0


def test_the_judgement_names_its_model(judge: LinearClassifier) -> None:
    assert judge.name.startswith("kr-linear 2 ")
    assert judge.judge("gut").model == judge.name


UNUSUAL = st.text(alphabet="aäß .!?,:;()<>-^_*/5★😡👍\u200d\ufe0f\u0308\n\x00SternesuperNICHT", max_size=80)
GERMAN = st.lists(
    st.sampled_from(
        [
            "nicht",
            "super",
            "kaputt",
            "alles",
            "andere",
            "als",
            "hätte",
            "besser",
            "aber",
            "schon",
            "wieder",
            ",",
            ".",
            "?",
        ]
    ),
    max_size=25,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), UNUSUAL, GERMAN))
def test_any_text_is_judged_within_bounds(text: str) -> None:
    sentiment = SHARED.judge(text)
    assert sentiment == SHARED.judge(text)
    assert -1 <= sentiment.score <= 1
    assert 0 <= sentiment.confidence <= 1
    assert all(0 <= reason.start < reason.end <= len(text) for reason in sentiment.why)
    assert all(-1 <= reason.weight <= 1 and reason.weight for reason in sentiment.why)
    assert all(one.end <= other.start for one, other in pairwise(sentiment.why))


SHARED = LinearClassifier()


@pytest.mark.parametrize("sign", ["😀", ":-(", ";)", "😡"])
def test_a_sign_between_two_words_stands_in_no_reason_of_theirs(judge: LinearClassifier, sign: str) -> None:
    for words in ("Brandt {} Brandt", "wieder {} Brandt wieder", "sehr {} Größe Brandt sehr"):
        reasons = judge.judge(words.format(sign)).why
        assert all(one.end <= other.start for one, other in pairwise(reasons))


def test_an_endless_text_is_judged_by_its_beginning(judge: LinearClassifier) -> None:
    assert judge.judge("Abzocke! " * 300_000).label is Label.NEGATIVE
    assert judge.judge("x" * 3_000_000).label is Label.NEUTRAL
    assert judge.judge("super :-) " * 300_000).label is Label.POSITIVE


def test_threads_share_one_judge() -> None:
    fresh = LinearClassifier()
    with ThreadPoolExecutor(4) as pool:
        judged = list(pool.map(fresh.judge, ["Abzocke", "super", "Abzocke", "super"] * 10))
    assert {sentiment.label for sentiment in judged[::2]} == {Label.NEGATIVE}
    assert {sentiment.label for sentiment in judged[1::2]} == {Label.POSITIVE}


def test_loading_warns_of_nothing_and_prints_nothing() -> None:
    code = "from kundenradar.classify.judging import LinearClassifier as C; assert C().judge('Abzocke').score < 0"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_lexicon_is_read_without_loading_its_package() -> None:
    code = (
        "import sys; from kundenradar.classify.judging import LinearClassifier as C; C();"
        "C().warm_up(); assert not {'textblob_de', 'nltk'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_long_stream_of_new_words_needs_no_more_memory_and_changes_nothing() -> None:
    lexicon = load_lexicon()
    scorer = Scorer(start_weights())
    asked = see("Der Monteur war unfreundlich und die Rechnung falsch.", lexicon)
    before = scorer.score(asked).scores
    for part in range(40):
        words = " ".join(f"wort{letter}{part}x{number}" for number, letter in enumerate("abcdefghij" * 100))
        scorer.score(see(words.translate(str.maketrans("0123456789", "klmnopqrst")), lexicon))
    assert len(scorer._places) <= CACHED_WORDS + 3_000
    assert list(scorer.score(asked).scores) == list(before)


def test_what_speaks_as_much_for_as_against_is_neutral(judge: LinearClassifier) -> None:
    judged = [judge.judge(voice.said.text) for voice in voices("tones.tsv")]

    even = [one.label for one in judged if abs(one.score) < EVEN]
    assert len(even) > 5
    assert set(even) == {Label.NEUTRAL}
