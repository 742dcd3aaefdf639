"""What somebody wants of us: the labelled sentences, and rules that hold in general."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.concerns import Labelled, macro_f1, readings, scores, sentences, words_of
from bench.voices import voices
from kundenradar.classify.concerns import read, reading_version
from kundenradar.classify.evidence import _ALL, _GATES
from kundenradar.classify.speech import folded
from kundenradar.classify.speech import sentences as parted
from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.sentiment import Label, Sentiment, human_judgement
from kundenradar.domain.understanding import Cause, Concern, Reading

NEUTRAL = Sentiment(Label.NEUTRAL, 0.0, 0.5, "test")


def understood(text: str, sentiment: Sentiment = NEUTRAL) -> Reading:
    return read(text, sentiment, DEFAULT_CAUSES)


def test_the_held_back_half_of_the_labelled_sentences_is_read_right() -> None:
    held = [one for one in sentences() if one.is_held_back]
    assert len(held) >= 300
    lines = scores(held, [words_of(reading) for reading in readings([one.text for one in held])])
    assert macro_f1(lines) >= 0.89
    assert min(line.f1 for line in lines) >= 0.80


def voiced(*, held: bool) -> list[Labelled]:
    return [voice.said for voice in voices("voices.tsv") if voice.said.is_held_back is held]


def test_voices_no_rule_was_tuned_on_are_read_mostly_right() -> None:
    held = voiced(held=True)
    assert len(held) >= 400
    lines = scores(held, [words_of(reading) for reading in readings([one.text for one in held])])
    assert macro_f1(lines) >= 0.85
    assert min(line.f1 for line in lines) >= 0.70


def test_the_labelled_set_is_large_and_no_sentence_stands_twice() -> None:
    texts = [one.text for one in (*sentences(), *voiced(held=False), *voiced(held=True))]
    assert len(texts) >= 1500
    assert len(texts) == len(set(texts))


def test_a_gate_never_hides_what_its_pattern_finds() -> None:
    for one in (*sentences(), *voiced(held=False), *voiced(held=True)):
        for sentence in parted(folded(one.text)):
            opened = set(_GATES.opened(sentence.row))
            hidden = [cue.gates for place, (_, cue) in enumerate(_ALL) if place not in opened
                      and cue.speaks_in(sentence.text)]  # fmt: skip
            assert not hidden, one.text


@given(st.text(max_size=400))
def test_any_text_is_read_and_twice_the_same(text: str) -> None:
    first = understood(text)
    assert first == understood(text)
    assert first.version == reading_version(DEFAULT_CAUSES) > 0
    assert list(first.concerns) == [concern for concern in Concern if concern in first.concerns]
    assert set(first.causes) <= set(first.topics)


@given(st.sampled_from([one.text for one in sentences()]))
def test_umlauts_may_be_written_out(text: str) -> None:
    spelt = text
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")):
        spelt = spelt.replace(umlaut, letters)
    assert understood(spelt).concerns == understood(text).concerns


@pytest.mark.parametrize(
    "text",
    [
        "Beim Ausladen wurde ein Kunde verletzt.",
        "Der Verteiler brennt!",
        "Der Trockner hat beim Laden gequalmt und dann Funken geschlagen.",
        "Es riecht seit heute früh nach Gas.",
        "Beim Anfassen der Lampe habe ich einen Stromschlag bekommen.",
        "Meine Tochter ist auf dem nassen Boden gestürzt.",
        "Gibt es für den Wasserkocher einen Rückruf?",
        "Das Bremspedal war verklemmt.",
        "Nach dem Salat hatten wir eine Lebensmittelvergiftung.",
        "Der CO-Melder hat Alarm geschlagen.",
        "Super Service, aber im Bad ist überall Schimmel.",
        "An der Lampe hängen blanke Kabel heraus.",
        "Am Gehäuse bekommt man einen Schlag.",
        "Das Netzteil hat Feuer gefangen.",
        "Mein Sohn hatte danach einen allergischen Schock.",
        "Unter mir ist die Leiter zusammengebrochen.",
        "Das Kinderbett ist in der ersten Nacht zusammengebrochen.",
        "Der Notausgang war mit Kartons zugestellt.",
        "Im Becken wäre beinahe ein Kind ertrunken.",
        "Nach der Spritze ist meine Frau kollabiert.",
        "Heißes Fett ist mir ins Gesicht gespritzt.",
        "Am Leihrad ist das Bremsseil gerissen.",
        "Auf dem Spielplatz liegen Scherben.",
        "Ihr Lieferwagen hat meinen Hund angefahren.",
        "Es tropft direkt in die Steckdose.",
        "Der Busfahrer war betrunken.",
        "Im Reis war eine Nadel.",
        "Beim Anfassen der Armatur kribbelt es, sobald ich das Metall berühre.",
        "Die Radmuttern waren nach dem Wechsel nicht festgezogen.",
        "Die Markise ist auf unseren Tisch heruntergekracht.",
        "Vom Fisch hatten wir alle drei Tage Durchfall.",
        "Zwei Stunden später waren wir im Krankenhaus.",
    ],
)
def test_words_of_harm_raise_whatever_the_sentiment(text: str) -> None:
    for sentiment in (NEUTRAL, Sentiment(Label.POSITIVE, 0.9, 0.9, "test"), human_judgement(Label.POSITIVE)):
        assert understood(text, sentiment).safety, text
        assert understood(text, sentiment).needs_answer


@pytest.mark.parametrize(
    "text",
    [
        "Zum Glück wurde niemand verletzt.",
        "Er wurde nicht verletzt, nur erschreckt.",
        "Unser Chef brennt für seinen Beruf.",
        "Alle waren sofort Feuer und Flamme.",
        "Der neue Kellner ist zum Schießen komisch.",
        "Bitte um Rückruf unter der bekannten Nummer.",
        "Auf einen Rückruf warte ich bis heute.",
        "Seit gestern kein Rückruf von Brandt, nichts.",
        "Rückruf? Fehlanzeige.",
        "Auch der zweite Rückruf der Firma blieb aus.",
        "Im Keller ist kein Schimmel.",
        "Der Brandschutz wurde geprüft, die Rauchmelder hängen.",
        "Die Firma Brandt hat die Gasheizung gewartet.",
        "Das Feuerwerk war schön anzusehen.",
        "Die Preise sind explodiert.",
        "Bei denen brennt die Hütte.",
        "Im Flur roch es nach kaltem Rauch.",
        "Die Bremsen quietschen nicht mehr.",
        "Der Unfall passierte vor dem Laden.",
        "Gestern gab es einen Unfall auf der Kreuzung.",
        "Das hat meinen Stolz verletzt.",
        "Diese Frage brennt uns allen auf der Seele.",
        "Die Sonne brennt auf die Terrasse.",
        "Die Stimmung war explosiv gut.",
        "Der Braten war leicht angebrannt.",
        "Danke für den netten Rückruf.",
        "Ich bitte um Rückruf wegen der Rechnung.",
        "Auf meine Allergie wurde liebevoll Rücksicht genommen.",
        "Verletzte Tiere werden dort gepflegt.",
        "Meine Frau ist im Krankenhaus, wir entscheiden uns nächste Woche.",
        "Mit geschmolzenem Käse überbacken, herrlich.",
        "Der Krankenwagen parkte nur davor.",
    ],
)
def test_idioms_negations_and_protection_raise_nothing(text: str) -> None:
    assert understood(text).safety == ()


def test_a_person_decides_between_praise_and_criticism() -> None:
    text = "Der Service war wirklich super."
    assert understood(text).concerns == (Concern.PRAISE,)
    assert understood(text, human_judgement(Label.NEGATIVE)).concerns == (Concern.CRITICISM,)
    assert understood(text, human_judgement(Label.NEUTRAL)).concerns == ()


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("Wo bekomme ich jetzt noch einen Glaser her?", Concern.HELP),
        ("Wie wäre es, wenn ihr einen Kurs am Abend anbietet?", Concern.SUGGESTION),
        ("An deiner Stelle würde ich Tischler Wolf fragen.", Concern.RECOMMENDATION),
        ("Koch sucht neue Stelle, gerne auch in der Kantine.", Concern.ADVERT),
        ("Neu im Sortiment: Honig vom Imker nebenan.", Concern.ADVERT),
    ],
)
def test_what_somebody_wants_is_not_taken_for_praise_or_blame(text: str, concern: Concern) -> None:
    for label, score in ((Label.POSITIVE, 0.9), (Label.NEGATIVE, -0.9)):
        concerns = understood(text, Sentiment(label, score, 0.95, "test")).concerns
        assert concern in concerns
        assert not {Concern.PRAISE, Concern.CRITICISM} & set(concerns)


def test_several_concerns_hold_at_once() -> None:
    reading = understood("Tolle Torte, danke! Nur die Rechnung war leider falsch. Wer korrigiert das bitte?")
    assert set(reading.concerns) == {Concern.PRAISE, Concern.CRITICISM, Concern.QUESTION}
    assert reading.needs_answer


@pytest.mark.parametrize("text", ["", "   ", "🙂", "?", "!!!", "https://forum.example/?q=wer", "„“"])
def test_texts_without_words_want_nothing(text: str) -> None:
    assert understood(text).concerns == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ewig lange Telefonwarteschleife.", {"reachability"}),
        ("Die Wartezeiten sind unmöglich, und teuer ist es auch.", {"price"}),
        ("Liefertermin nicht eingehalten, Lieferung kam zu spät.", {"delivery", "punctuality"}),
        ("Der Preis ist zu hoch.", {"price"}),
        ("Unfreundliche Bedienung.", {"friendliness"}),
    ],
)
def test_causes_are_found_in_stems_and_compounds(text: str, keys: set[str]) -> None:
    assert keys <= set(understood(text, Sentiment(Label.NEGATIVE, -0.8, 0.9, "test")).causes)


def test_only_what_is_blamed_becomes_a_cause() -> None:
    reading = understood("Die Lieferung war super schnell. Der Preis ist leider eine Frechheit.")
    assert {"delivery", "price"} <= set(reading.topics)
    assert "price" in reading.causes
    assert "delivery" not in reading.causes
    assert understood("Die Lieferung war super schnell.").causes == ()


def test_who_is_furious_does_not_speak_of_smells() -> None:
    assert "cleanliness" not in understood("Ich bin stinksauer, weil keiner zurückruft.").topics
    assert "cleanliness" in understood("Im Bad stinkt es.").topics


def test_the_owners_words_are_found_by_star_ending_phrase_and_umlaut() -> None:
    causes = (Cause("oven", "Ofen", ("Öfen", "back*", "*blech", "kalte Füße")),)
    for text in ("Die Kachelöfen", "Backwaren", "ein Lochblech", "ich bekam kalte Füße", "zwei Oefen"):
        assert read(text, NEUTRAL, causes).topics == ("oven",), text
    assert read("Das Gebäck", NEUTRAL, causes).topics == ()


def test_the_version_follows_the_words() -> None:
    assert reading_version((Cause("a", "A", ("x",)),)) != reading_version((Cause("a", "A", ("y",)),))


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Mails, ein Anruf, Reaktion von Brandt: keine.",
        "Unfassbar. Und dafür 90 Euro die Stunde.",
        "Festpreis genannt, Festpreis bezahlt.",
        "Brandt bietet einen Wartungsvertrag für 189 Euro im Jahr an, lohnt sich das?",
    ],
)
def test_what_customers_tell_of_prices_is_no_advert(text: str) -> None:
    assert Concern.ADVERT not in understood(text).concerns


def test_people_call_back_and_products_are_called_back() -> None:
    assert understood("Die haben bei Brandt immer zurückgerufen.").safety == ()
    assert understood("Alle Geräte dieser Serie wurden zurückgerufen.").safety
