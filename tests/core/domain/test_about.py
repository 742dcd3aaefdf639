"""Which part of a text speaks of the firm."""

import time
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.about import about, left_out, part_of, stands_in
from kundenradar.domain.about_elsewhere import Elsewhere, kinds_in, opening
from kundenradar.domain.about_tone import tone
from kundenradar.domain.attention import said
from kundenradar.domain.queries import Query, QueryId
from kundenradar.domain.subject import WHOLE, AboutLabel, Focus, Said
from kundenradar.domain.text import words_in

DATA = Path(__file__).parents[2] / "data"
TABLE, HELD_BACK = DATA / "about_us.tsv", DATA / "about_us_held.tsv"
FIRM = QueryId(1)


class Row(NamedTuple):
    label: str
    about: str
    query: str
    rivals: str
    title: str
    text: str
    gone: str

    def said(self) -> Said:
        rivals = tuple(name.strip() for name in self.rivals.split(",") if name.strip())
        return hear(self.text.replace("\\n", "\n"), self.title, self.query, rivals)


def rows(path: Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if not line.startswith("#")]


def hear(text: str, title: str = "", query: str = "Brandt", rivals: tuple[str, ...] = ()) -> Said:
    return said(Focus((Query(FIRM, "Firma", query),), FIRM, rivals), title, text, (FIRM,))


@pytest.mark.parametrize("row", rows(TABLE), ids=lambda row: row.text[:40])
def test_the_part_that_speaks_of_the_firm_is_found(row: Row) -> None:
    part = row.said()
    assert part.about.label.value == row.about
    assert not row.gone or row.gone not in part.judged


def test_texts_written_before_the_rules_are_mostly_read_right() -> None:
    """Measured when the first rules were done: 37 of 44 parts, 5 of 27 words that must not count were kept."""
    wrong = [row for row in rows(HELD_BACK) if row.said().about.label.value != row.about]
    kept = [row for row in rows(HELD_BACK) if row.gone and row.gone in row.said().judged]
    assert len(rows(HELD_BACK)) == 44
    assert len(wrong) <= 8
    assert len(kept) <= 6


@pytest.mark.parametrize(
    "text",
    [
        "Brandt war pünktlich und freundlich. Alles sauber, gerne wieder!",
        "Die Heizung war kalt. Brandt kam sofort. Jetzt ist es warm.\n\nVielen Dank!",
        "Herr Müller von Brandt hat alles erklärt. Herr Müller ist sehr nett.",
        "Der Monteur Schmidt war da, Brandt kann ich empfehlen.",
        "Bei Fragen hilft Brandt. Zu Hause läuft alles. Von Anfang an gut.",
        "Trotz Sturm und Regen war Brandt da. Danke!",
        "Da kann sich die Konkurrenz eine Scheibe abschneiden! Brandt ist super.",
        "Mein Auto Ende Mai bei Brandt abgeholt, alles bestens.",
        "Bei Brandt stimmt alles: Preis, Service, Termin und Qualität.",
        "Nach drei anderen Firmen endlich eine, die ihr Handwerk versteht: Brandt.",
        "Drei Wochen gewartet, niemand ging ran. Brandt eben.",
        "Der Kurier kam zwei Tage zu spät. Das war Brandt.",
        "Mein Nachbar ist auch begeistert. Brandt kam pünktlich und hat sauber gearbeitet.",
        "Dank Ihrer Hilfe kam alles pünktlich an. Leider war Brandt danach nicht zu erreichen.",
        "Die Rechnung war falsch und viel zu teuer. Brandt war sonst aber wirklich sehr freundlich.",
        "Die Versicherung hat Brandt gleich angerufen, super.",
        "Stefan Brandt hat uns sehr gut beraten, Meister Brandt war selbst da.",
        "Ein Brandt-Monteur kam sofort, dieser Brandt kann was.",
        "Brandt war da. Der Parkplatz war voll und dreckig.",
        "Ich schwärme von Brandt, und meine ganze Familie lobt Brandt auch.",
        "Mit Brandt will ich nichts mehr zu tun haben.",
        "Es lag nicht nur an Brandt, dass nichts klappte.",
        "Brandt hat nichts dafür berechnet, super!",
        "Ich warne vor Brandt, reine Abzocke. Respekt vor Brandt hat hier niemand.",
        "Das Training bei Brandt ist super, die Karten bei Brandt waren mir zu teuer.",
    ],
)
def test_a_text_with_one_subject_counts_whole_and_unchanged(text: str) -> None:
    part = hear(text)
    assert part.about.label is AboutLabel.WHOLE
    assert part.judged is part.text


def test_a_hit_in_the_title_alone_lets_the_whole_text_count() -> None:
    part = hear("Müller war furchtbar, der andere Händler auch.", title="Erfahrungen mit Brandt")
    assert part.about == WHOLE


def test_stars_and_entries_without_a_hit_count_whole() -> None:
    focus = Focus((Query(FIRM, "Firma", "Brandt"),), FIRM)
    text = "Müller war furchtbar. Brandt war gut."
    assert said(focus, "", text, (FIRM,), rating=2.0) == Said(text, text, rating=2.0)
    assert said(focus, "", text, ()).judged == text


def test_another_suchprofil_does_not_say_who_is_meant_where_the_firms_own_is_met() -> None:
    other = QueryId(2)
    focus = Focus((Query(FIRM, "Firma", "Brandt"), Query(other, "Konkurrenz", "Müller")), FIRM)
    text = "Müller war furchtbar. Brandt war super."
    assert "furchtbar" not in said(focus, "", text, (FIRM, other)).judged
    assert (
        "super" not in said(focus, "", text, (other,)).judged or "furchtbar" in said(focus, "", text, (other,)).judged
    )


def test_what_is_left_out_is_found_in_another_layout() -> None:
    part = hear("Müller war furchtbar. Die haben uns nur geärgert.\nBrandt war super.", title="Heizung")
    shown = "Zitat: Ach ja.\n\nMüller  war\nfurchtbar.  Die haben uns nur geärgert.\n\nBrandt war super."
    places = stands_in(part.text, left_out(part.text, part.about), shown)
    assert [" ".join(shown[start:end].split()) for start, end in places] == [
        "Müller war furchtbar",
        "Die haben uns nur geärgert",
    ]
    assert stands_in(part.text, left_out(part.text, part.about), "Etwas anderes.") == ()


def test_a_competitor_whose_name_holds_ours_is_not_us() -> None:
    part = hear("Kran Meister war furchtbar. Kran war super.", query="Kran", rivals=("Kran Meister",))
    assert "furchtbar" not in part.judged
    assert "super" in part.judged


def test_a_competitor_can_have_any_name() -> None:
    text = "Wolke 7 hat uns versetzt. Brandt kam sofort."
    assert hear(text).about == WHOLE
    assert "versetzt" not in hear(text, rivals=("Wolke 7",)).judged


@pytest.mark.parametrize(
    ("text", "lean"),
    [
        ("Zum Glück bin ich von Brandt zu Müller gewechselt.", -1),
        ("Endlich von Müller zu Brandt gewechselt.", 1),
        ("Müller ist freundlicher als Brandt.", -1),
        ("Müller ist unfreundlicher als Brandt.", 1),
        ("Müller ist auch nicht besser als Brandt.", 0),
        ("Müller ist größer als Brandt.", 0),
        ("Niemand ist besser als Brandt.", 1),
        ("Nirgends ist es schlimmer als bei Brandt.", -1),
        ("Geht lieber zu Müller als zu Brandt.", -1),
        ("Im Gegensatz zu Brandt war Müller eine Katastrophe.", 1),
        ("Ein Wechsel von Brandt zu Müller war überfällig.", -1),
        ("Müller ist meilenweit vor Brandt.", -1),
        ("Da ist Brandt meilenweit vor Müller.", 1),
        ("Gegen Müller kann Brandt einpacken.", -1),
        ("Müller kann da nicht mithalten, ich bleibe bei Brandt.", 1),
        ("Brandt liegt in der Hauptstraße, Müller am Markt.", 0),
        ("Brandt war da. Bei Müller wäre mir das nicht passiert.", -1),
        ("Brandt war da. Bei Müller hätte ich keinen Termin bekommen.", 0),
        ("Kauft nicht bei Brandt, sondern bei Müller.", -1),
        ("Alle waren spitze, nur Brandt nicht.", -1),
        ("Das lag nicht an Brandt.", 0),
        ("Die schlechten Bewertungen über Brandt sind unfair.", 1),
        ("Die schlechten Bewertungen über Brandt kann ich nur bestätigen.", 0),
        ("Alle loben Brandt. Ich habe drei Stunden auf eine kalte Suppe gewartet.", -1),
        ("Alle loben Brandt. Ich kann das auch nur bestätigen.", 0),
        ("Brandt war super.", 0),
    ],
)
def test_comparisons_lean_for_the_firm_or_against_it(text: str, lean: int) -> None:
    assert hear(text).about.lean == lean


@pytest.mark.parametrize(
    ("text", "lean"),
    [
        ("Die Versicherung war anstandslos und schnell. Brandt lässt uns seit Monaten auf die Tür warten.", -1),
        ("Die Versicherung war eine Katastrophe. Brandt hat uns sofort eine neue Tür gebracht.", 1),
        ("Die Versicherung war eine Katastrophe. Brandt hat uns am Montag die Tür gebracht.", 0),
        ("Die Versicherung war eine Katastrophe. Brandt hat leider auch die falsche Tür gebracht.", 0),
        ("Die Versicherung war eine Katastrophe. Hat Brandt euch auch sofort eine Tür gebracht?", 0),
        ("Müller ist freundlich und fair. Brandt kenne ich noch nicht.", 0),
    ],
)
def test_who_is_set_against_others_is_their_opposite_where_a_word_says_so(text: str, lean: int) -> None:
    part = hear(text, rivals=("Müller",))
    assert part.about.lean == lean
    assert "Katastrophe" not in part.judged


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("die versicherung zahlt nicht", Elsewhere.PARTY),
        ("unsere neue hausratversicherung zahlt nicht", Elsewhere.PARTY),
        ("weil der freche paketbote nicht klingelt", Elsewhere.PARTY),
        ("viessmann hat geliefert", Elsewhere.PARTY),
        ("der opel laeuft wieder", Elsewhere.NO),
        ("die versicherung hat er gleich angerufen", Elsewhere.NO),
        ("das team hat mit der versicherung geredet", Elsewhere.NO),
        ("der maler hat gekleckert", Elsewhere.TRADE),
        ("kein parkplatz weit und breit", Elsewhere.AROUND),
        ("", Elsewhere.NO),
    ],
)
def test_how_a_sentence_opens_says_whom_it_speaks_of(sentence: str, found: Elsewhere) -> None:
    row = sentence.split()
    assert opening(row, kinds_in(frozenset(row))) is found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("das essen war koestlich", 1),
        ("das essen war nicht koestlich", -1),
        ("nicht schlecht", 1),
        ("teuer aber koestlich", 0),
        ("das essen", 0),
    ],
)
def test_the_tone_of_plain_words(sentence: str, expected: int) -> None:
    assert tone(sentence.split()) == expected


@pytest.mark.parametrize(
    ("text", "gone", "kept"),
    [
        ("Der Maler war schlampig, der Fliesenleger frech, Brandt top.", "schlampig", "top"),
        ("Der Maler war nett, der Gärtner gut, Hotel paradiesisch, Brandt lahm.", "paradiesisch", "lahm"),
        ("Ich meinte nicht Brandt, sondern den Discounter. Der war unmöglich.", "unmöglich", ""),
        ("Der Albtraum begann im Mai. Das lag nicht an Brandt.", "Albtraum", ""),
        ("Das Gläserklingen war ein Traum. Brandt war leider furchtbar langsam.", "Traum", "furchtbar"),
        ("Das Zelt war prima und groß, nur Brandt kam nicht.", "prima", "Brandt kam nicht"),
        ("Brandt war da. Dass keiner von denen anrief, während Müller kam, geht auf deren Kappe.", "Müller", "Kappe"),
        ("Brandt war da. Müller war furchtbar. Bei denen klappt gar nichts.", "klappt", "Brandt"),
        ("Brandt war da. Müller kam sofort, mit denen bin ich zufrieden.", "zufrieden", "Brandt"),
        ("An der Kapelle waren die Malerin, Brandt und zwei Maurer am Werk. Es ist herrlich.", "herrlich", ""),
        ("Für den Krach kann Brandt nichts. Beschwert euch beim Bauamt über die Schlamperei.", "Schlamperei", ""),
        ("Die Vase hatte Sprünge, das hat der Kurier verbockt. Brandt kam am Montag vorbei.", "Sprünge", "Montag"),
        ("Die Vase hatte Sprünge, das hat angeblich der Kurier verbockt. Brandt kam am Montag her.", "?", "Sprünge"),
    ],
)
def test_what_is_said_of_others_is_told_from_what_is_said_of_the_firm(text: str, gone: str, kept: str) -> None:
    judged = hear(text).judged
    assert gone not in judged
    assert kept in judged


def test_a_firms_own_trade_is_nobody_else() -> None:
    text = "Der Maler war frech und hat gekleckert. {} kommt mir nicht mehr ins Haus."
    assert "frech" not in hear(text.format("Brandt")).judged
    assert "frech" in hear(text.format("Malerbetrieb Brandt"), query="Malerbetrieb Brandt").judged


def test_what_names_the_firm_in_passing_without_a_word_for_it_is_not_judged() -> None:
    part = hear("Ein neuer Pokal der Brandt ging an den herrlichen SV Nord, großartig gespielt.")
    assert part.about.label is AboutLabel.PASSING
    assert part.judged.strip() == ""


def test_a_comparison_counts_as_about_the_firm_but_its_words_are_not_judged() -> None:
    part = hear("Brandt war langsam. Müller ist viel freundlicher als Brandt.")
    assert left_out(part.text, part.about) == ()
    assert part.judged.split() == ["Brandt", "war", "langsam."]
    assert part.rating == 1.0


VOCABULARY = """Brandt Müller Firma Huber GmbH dagegen Wetter super , . ! ? : \n \n\n und aber als besser von zu
gewechselt lieber Konkurrenz der andere Händler Regen Nur Autohaus Klein bei Ä 😀 \ud7ff gegenüber ; – ( ) statt im"""
PLAIN_VOCABULARY = "Der Monteur kam und hat die Heizung repariert ich bin zufrieden . ! Brandt"


@given(st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=60).map(" ".join), st.text(max_size=20))
def test_what_counts_lies_in_the_text_whatever_it_is(text: str, title: str) -> None:
    part = hear(text, title, rivals=("Klein",))
    assert len(part.judged) == len(part.text)
    assert all(a == b or (b in " \n" and b.isspace()) for a, b in zip(part.text, part.judged, strict=True))
    edges = [edge for span in part.about.spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(part.text) for edge in edges)
    assert all(
        any(a <= x and y <= b for a, b in part.about.spans) or not part.about.spans for x, y in part.about.compared
    )
    assert part.about.counted <= part.about.sentences


@pytest.mark.parametrize(
    "words",
    [
        "Brandt. Müller. ",
        "A.",
        "nach Müller ",
        "Brandt, Huber und ",
        "niemand besser als Brandt ",
        "Aa-",
        "A: ",
        "gegen Müller Brandt denen ",
        "es lag nicht an Brandt, sondern ",
        "Die Post (a) Brandt (b) nur ",
        "Start bei Brandt ",
        "Die Post war toll. Brandt war leider schlecht. ",
        "schlechte Bewertungen über Brandt „gelogen“ sagt mein ",
        "wo bei Brandt vor Brandt ein ",
    ],
)
def test_a_hostile_text_ends(words: str) -> None:
    text = (words * 20_000)[:20_000] + " Brandt lieber GmbH andere"
    started = time.process_time()
    hear(text)
    assert time.process_time() - started < 20  # half a second alone; a pattern that runs wild takes minutes


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=4))
def test_no_text_and_no_places_break_it(text: str, places: list[tuple[int, int]]) -> None:
    hits: list[tuple[int, int]] = []
    for start, size in sorted(places):
        if start + size <= len(text) and (not hits or hits[-1][1] <= start):
            hits.append((start, start + size))
    found = about(text, words_in(text), hits)
    assert len(part_of(text, found)) == len(text)


@given(st.lists(st.sampled_from(PLAIN_VOCABULARY.split()), max_size=80).map(" ".join))
def test_without_another_subject_all_of_it_counts(text: str) -> None:
    part = hear(text)
    assert part.judged is part.text


@pytest.mark.parametrize("name", ["4711", "1&1", "24"])
def test_a_firm_of_digits_alone_on_its_line_is_no_trouble(name: str) -> None:
    focus = Focus((Query(QueryId(1), "Firma", f'"{name}"'),), QueryId(1))
    text = f"{name}!\n" + "\n".join(["Heute war das Wetter schön und alle waren da."] * 12)
    assert said(focus, "", text, [QueryId(1)]).text == text
