"""Topics that rise and complaints that several people share."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.mentions import EntryId
from kundenradar.domain.stems import stem
from kundenradar.domain.topic_names import topic_name
from kundenradar.domain.topics import MIN_AUTHORS, MIN_MENTIONS, Voice, _plainly, clusters, like, rising_topics

CALM = [
    Voice(EntryId(1000 + n), f"leser{n}", f"Der Besuch Nummer {n} verlief ruhig und freundlich.") for n in range(20)
]


def voices(*texts: str, start: int = 1, author: str | None = None) -> list[Voice]:
    return [Voice(EntryId(start + n), author or f"autor{n}", text) for n, text in enumerate(texts)]


def names(now: list[Voice], before: list[Voice], *ignored: str) -> list[str]:
    return [topic.name for topic in rising_topics(now, before, ignored).rising]


def test_a_word_that_several_write_more_than_before_rises_in_all_its_forms() -> None:
    now = voices("Wärmepumpe defekt", "Unsere Wärmepumpen brummen", "Die WÄRMEPUMPE tropft") + CALM[:10]
    found = rising_topics(now, CALM).rising
    assert [topic.name.lower() for topic in found] == ["wärmepumpe"]
    assert (found[0].count, found[0].before) == (3, 0)
    assert set(found[0].mentions) == {1, 2, 3}


def test_one_author_alone_makes_no_topic() -> None:
    now = voices(*["Die Wärmepumpe brummt"] * 5, author="einer") + CALM[:10]
    assert names(now, CALM) == []


def test_unknown_authors_count_as_one() -> None:
    now = [Voice(EntryId(n), "", "Die Wärmepumpe brummt") for n in range(1, 6)] + CALM[:10]
    assert names(now, CALM) == []


def test_what_was_written_as_often_before_does_not_rise() -> None:
    texts = ["Wartezeit am Telefon"] * 6
    assert names(voices(*texts) + CALM[:10], voices(*texts, start=500) + CALM[:10]) == []


def test_a_pair_tells_more_than_its_words() -> None:
    now = voices(*["Der neue Parkplatz ist voll, kostenloses WLAN fehlt"] * 4) + CALM[:10]
    assert "kostenloses WLAN" in names(now, CALM)
    assert "WLAN" not in names(now, CALM)


def test_the_firm_itself_is_no_topic() -> None:
    now = voices(*["Brandt Haustechnik hat die Badewanne gebracht"] * 4) + CALM[:10]
    found = " ".join(names(now, CALM, "Brandt Haustechnik"))
    assert "Brandt" not in found
    assert "Badewanne" in found


@pytest.mark.parametrize(
    ("words", "author", "place", "is_topic"),
    [
        ("Badewanne", "leser", "", True),
        ("Peter", "peter", "", False),
        ("Richter", "anna richter", "", False),
        ("Wärmepumpe", "waermepumpen_fan", "", True),
        ("Bau Forum", "leser", "Bau-Forum Rheinland", False),
        ("Badewanne", "leser", "Badewanne-Blog: Kommentare", True),
        ("Stadtnachrichten", "leser", "Stadtnachrichten", False),
    ],
)
def test_names_of_people_and_places_are_no_topics(words: str, author: str, place: str, is_topic: bool) -> None:
    now = [*voices(*[f"Hier {words}"] * 4), *CALM[:10], Voice(EntryId(50), author, "Ruhig")]
    found = [topic.name for topic in rising_topics(now, CALM, (), (place,)).rising]
    assert (words in found) is is_topic


def test_without_a_time_before_the_most_frequent_are_shown_and_said_so() -> None:
    topics = rising_topics(voices(*["Die Badewanne ist da"] * 4), [])
    assert not topics.compared
    assert [topic.name for topic in topics.rising] == ["Badewanne"]


words = st.sampled_from(
    ["Heizung", "Bad", "Termin", "Rechnung", "Monteur", "Preis", "Fliese", "Kessel", "Anruf", "Wartung"]
)
texts = st.lists(st.lists(words, min_size=1, max_size=6).map(" ".join), max_size=25)


@given(texts, texts)
def test_every_topic_has_enough_mentions_by_enough_authors(now: list[str], before: list[str]) -> None:
    said = [Voice(EntryId(n), f"a{n % 4}", text) for n, text in enumerate(now, start=1)]
    earlier = [Voice(EntryId(n), f"a{n % 4}", text) for n, text in enumerate(before, start=1000)]
    authors = {voice.id: voice.author for voice in said}
    found = rising_topics(said, earlier).rising
    for topic in found:
        assert topic.count == len(topic.mentions) >= MIN_MENTIONS
        assert len({authors[key] for key in topic.mentions}) >= MIN_AUTHORS
    assert [topic.strength for topic in found] == sorted((topic.strength for topic in found), reverse=True)


@given(texts)
def test_no_complaint_stands_in_two_clusters_and_the_example_is_one_of_them(said: list[str]) -> None:
    found = clusters([Voice(EntryId(n), f"a{n}", text) for n, text in enumerate(said, start=1)])
    members = [key for cluster in found for key in cluster.mentions]
    assert len(members) == len(set(members))
    assert all(cluster.example == cluster.mentions[0] for cluster in found)
    assert all(cluster.authors >= MIN_AUTHORS for cluster in found)


COLD = (
    "Das Frühstück im Hotel war kalt und der Kaffee lauwarm.",
    "Kaltes Frühstück, lauwarmer Kaffee, so macht Urlaub keine Freude.",
    "Beim Frühstück war der Kaffee kalt, die Eier auch.",
    "Kaffee kalt, Frühstück lieblos.",
)
OTHERS = (
    "Die Rechnung wurde zweimal abgebucht, niemand reagiert.",
    "Im Bad tropft der Wasserhahn seit Wochen.",
    "Parkplatz zugestellt, kein Hinweis am Eingang.",
    "Der Monteur kam drei Stunden zu spät.",
    "Online ließ sich das Zimmer nicht stornieren.",
)


def test_the_same_complaint_in_other_words_is_one_cluster() -> None:
    found = clusters(voices(*COLD, *OTHERS))
    assert len(found) == 1
    assert set(found[0].mentions) == {1, 2, 3, 4}
    assert found[0].authors == 4
    assert {stem(word.lower()) for word in found[0].words} & {"kaffe", "fruehstueck", "frühstück"}


def test_others_that_say_the_same_are_found_from_one_of_them() -> None:
    said = voices(*COLD, *OTHERS)
    found = like(said[1], said)
    assert found is not None
    assert found.authors >= 3
    assert said[1].id in found.mentions
    assert like(said[-1], said) is None


def test_what_people_share_is_named_as_one_would_say_it() -> None:
    said = voices(
        "Die falsche Lieferung, und tagelang ist die Heizung kalt.",
        "Wieder die falschen Teile: tagelang ohne Heizung.",
        "Mit falschen Teilen stand die Heizung tagelang still.",
        "Der Parkplatz ist klein.",
        "Das Frühstück war trocken.",
    )
    (cluster,) = clusters(said)
    assert cluster.words[0][0].isupper()
    assert {"falsch", "Heizung"} <= set(cluster.words)


@pytest.mark.parametrize(
    ("forms", "plain"),
    [
        (("unfreundlicher", "unfreundliche"), "unfreundlich"),
        (("kalte", "kalt", "kalte"), "kalt"),
        (("trocken",), "trocken"),
        (("warten",), "warten"),
        (("geblieben",), "geblieben"),
        (("Heizungen", "Heizungen", "Heizung"), "Heizungen"),
        (("sauer",), "sauer"),
        (("störende",), "störend"),
    ],
)
def test_adjectives_lose_their_endings_and_nothing_else_does(forms: tuple[str, ...], plain: str) -> None:
    assert _plainly(Counter(forms)) == plain


@pytest.mark.parametrize("between", [", ", " 😍 ", " und ", " · ", "\n", " („"])
def test_what_is_listed_is_no_pair(between: str) -> None:
    said = voices(*(f"Gruppe {n} lobt Wellness{between}Sauna sehr." for n in "ABCD"))
    assert f"Wellness{between}Sauna" not in names(said, CALM)


def test_words_with_a_small_word_between_are_a_pair() -> None:
    said = voices(*(f"Die Rechnung war falsch, {n}." for n in "ABCD"))
    assert "Rechnung war falsch" in names(said, CALM)


@pytest.mark.parametrize(
    ("texts", "wanted", "unwanted"),
    [
        (["Die Lastenräder quietschen", "Beide Lastenräder weg", "Ein Lastenrad fehlt"], "Lastenrad", "Lastenräder"),
        (["Die Akkus brummen", "Alle Akkus brummen", "Der Akku brummt"], "Akku", "Akkus"),
        (["Mit falschen Schrauben", "Ein falsches Teil", "Die falschen Reifen"], "falsch", "falschen"),
        (["Ein dunkler Flur", "Im dunklen Keller", "Dunkle Ecken, dunkle Gänge"], "dunkel", "dunklen"),
        (["Schönen Advent euch", "Einen schönen Advent", "Dem Team schönen Advent"], "schönen Advent", "schönen"),
        (["Einen schönen Gruß", "Ein schönes Haus", "So schöne Musik"], "", "schön"),
        (["Es quietscht beim Treten", "Quietscht wieder", "Da quietscht etwas"], "quietscht", "quietsch"),
        (["Die Küchen brennen", "Der Kuchen klebt", "Alle Küchen kleben", "Kuchen aus"], "", "Kuch"),
        (["Er schenkt was: Kinderheim", "Schenkt mal! Kinderheim", "Man schenkt, Kinderheim"], "Kinderheim", "schenkt"),
    ],
)
def test_a_topic_is_called_as_a_reader_would_call_it(texts: list[str], wanted: str, unwanted: str) -> None:
    found = names(voices(*texts) + CALM[:10], CALM)
    assert not wanted or wanted in found
    assert unwanted not in found


def test_what_ends_like_an_inflection_by_nature_keeps_its_end() -> None:
    assert topic_name({"sauber": 3, "saubere": 1}, ["sauber Arbeit", "sauber Sachen", "saubere Ecken"]) == "sauber"
    assert topic_name({"sauber": 1, "saubere": 3}, ["sauber Arbeit", "saubere Sachen", "saubere Ecken"]) == "sauber"


def test_a_quality_and_its_noun_are_two_things() -> None:
    now = voices("Kalt war es", "Die Kälte kroch herein", "Kälte im Bad", "Es ist kalt", "Immer Kälte") + CALM[:10]
    (topic,) = rising_topics(now, CALM).rising
    assert (topic.name, topic.count) == ("Kälte", 3)


def test_forms_with_another_vowel_are_counted_together() -> None:
    now = voices(*["Die Lastenräder sind da", "Das Lastenrad fährt", "Zwei Lastenräder"] * 2) + CALM[:10]
    before = voices("Ein Lastenrad", start=900) + CALM
    (topic,) = rising_topics(now, before).rising
    assert (topic.name, topic.count, topic.before) == ("Lastenrad", 6, 1)
