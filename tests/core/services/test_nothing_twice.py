"""Any order, any subset, any re-fetch of the same contributions: each is one entry, once and for good."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import accumulate, count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenradar.context import Digest
from kundenradar.domain.mentions import HeardEntry
from kundenradar.domain.sources import Source
from kundenradar.services.taking_in import take_in
from kundenradar.store.database import Store, open_store
from tests.core.feeds.writing import atom, entry, item, read, rss
from tests.fakes import NOON, new_source

WORDS = ("Brot", "Kuchen", "Pumpe", "Heizung", "Zimmer", "Frühstück", "Rechnung", "Termin")
Writer = Callable[[int, int], str]
"""An entry (by number) as the feed writes it at a visit (by number)."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = Path(tmp_path_factory.mktemp("identity"))
    opened = open_store(folder / "kundenradar.sqlite3", folder / "copies")
    yield opened
    opened.close()


_numbers = count(1)


def some_source(store: Store) -> Source:
    with store.write() as tx:
        return tx.sources.add(new_source(f"https://{next(_numbers)}.example/feed"), NOON)


def visit(store: Store, source: Source, document: str) -> tuple[int, int]:
    """How many entries a document brought and how many it changed."""
    feed = read(document, source.feed_url)
    with store.write() as tx:
        (taken,) = take_in(tx, [(source, Digest(feed, tuple(HeardEntry(one) for one in feed.entries)))], NOON)
    return taken.new, taken.changed


def text(number: int) -> str:
    return f"<p>Es geht um {WORDS[number]} und nichts anderes.</p>"


def plain(number: int, _visit: int) -> str:
    return item(WORDS[number], f"https://a.example/{number}", text(number), guid=f"g-{number}")


def without_guid(number: int, visit: int) -> str:
    return item(WORDS[number], f"https://a.example/{number}?utm_source=rss&utm_campaign=c{visit}", text(number))


def without_guid_and_link(number: int, _visit: int) -> str:
    return item(WORDS[number], "", text(number), date="")


def with_new_guids(number: int, visit: int) -> str:
    return item(WORDS[number], f"https://a.example/{number}", text(number), guid=f"g-{number}-{visit}")


def with_new_guids_and_no_link(number: int, visit: int) -> str:
    return item(WORDS[number], "", text(number), guid=f"g-{number}-{visit}", date="")


def moving_to_https(number: int, visit: int) -> str:
    link = f"http{'s' * (visit % 2)}://a.example/{number}"
    return item(WORDS[number], link, text(number), guid=link)


def tracked_guids(number: int, visit: int) -> str:
    link = f"https://a.example/{number}?fbclid=v{visit}"
    return item(WORDS[number], link, text(number), guid=link)


def with_guid_nought(number: int, _visit: int) -> str:
    return item(WORDS[number], f"https://a.example/{number}", text(number), guid="0")


def one_guid_for_all(number: int, _visit: int) -> str:
    return item(WORDS[number], f"https://a.example/{number}", text(number), guid="same")


def one_guid_and_link_for_all(number: int, _visit: int) -> str:
    return item(WORDS[number], "https://a.example/", text(number), guid="same")


def one_guid_for_all_and_no_link(number: int, _visit: int) -> str:
    return item(WORDS[number], "", text(number), guid="same")


def discourse(number: int, visit: int) -> str:
    slug = "akku" if visit % 3 else "geloest-akku"
    guid = f"a.example-post-51-{number + 1}" if visit % 2 else f"a.example-post-{9000 + number}"
    return item("Akku", f"https://a.example/t/{slug}/51/{number + 1}", text(number), guid=guid)


def woltlab(number: int, visit: int) -> str:
    link = f"https://a.example/thread/{number + 1}-titel-{'neu' if visit % 2 else 'alt'}/"
    return item(WORDS[number], link, text(number), guid=link)


def xenforo(number: int, visit: int) -> str:
    link = f"https://a.example/threads/{'neu' if visit % 2 else 'alt'}.{number + 1}/"
    more = f"<slash:comments>{visit + 1}</slash:comments>"
    return item(
        WORDS[number], link, text(number), guid=str(number + 1), date=f"{visit + 1:02} Dec 2025 07:00:00 GMT", more=more
    )


def nodebb(number: int, visit: int) -> str:
    title = f"Reply to Akku on Mon, {visit + 1:02} Dec 2025 07:00:00 GMT"
    return item(
        title, f"https://a.example/post/{number + 1}", text(number), guid=f"https://a.example/post/{number + 1}"
    )


def google_news(number: int, visit: int) -> str:
    link = f"https://news.google.com/rss/articles/CBMi{number}x{visit}?oc=5"
    return item(f"{WORDS[number]} - Ostsee-Zeitung", link, "", guid=f"CBMi{number}x{visit}")


def comments(number: int, visit: int) -> str:
    link = f"https://a.example/brot/comment-page-{visit + 1}/#comment-{number + 1}"
    return item("Von: Käthe", link, text(number), guid=link)


STYLES: dict[str, tuple[Writer, str]] = {
    writer.__name__: (writer, generator)
    for writer, generator in (
        (plain, ""),
        (without_guid, ""),
        (without_guid_and_link, ""),
        (with_new_guids, ""),
        (with_new_guids_and_no_link, ""),
        (moving_to_https, ""),
        (tracked_guids, ""),
        (with_guid_nought, ""),
        (one_guid_for_all, ""),
        (one_guid_and_link_for_all, ""),
        (one_guid_for_all_and_no_link, ""),
        (discourse, ""),
        (woltlab, "WoltLab Suite"),
        (xenforo, "XenForo"),
        (nodebb, "RSS for Node"),
        (google_news, "NFE/5.0"),
        (comments, "https://wordpress.org/?v=6.4"),
    )
}
AMBIGUOUS_ALONE = {"one_guid_for_all", "one_guid_and_link_for_all", "one_guid_for_all_and_no_link"}
"""Of these a document with a single entry tells nothing: the first one must hold two."""

visits = st.lists(
    st.lists(st.integers(0, len(WORDS) - 1), min_size=1, max_size=len(WORDS), unique=True), min_size=1, max_size=5
)


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=15, deadline=None)
@given(documents=visits)
def test_a_contribution_is_one_entry_in_any_order_subset_and_visit(
    store: Store, style: str, documents: Sequence[Sequence[int]]
) -> None:
    writer, generator = STYLES[style]
    if style in AMBIGUOUS_ALONE:
        documents = [[0, 1], *documents]
    source = some_source(store)
    shown: set[int] = set()
    for number, document in enumerate(documents):
        fresh = set(document) - shown
        brought = visit(store, source, rss(*(writer(one, number) for one in document), generator=generator))
        assert brought == (len(fresh), 0)
        shown |= fresh
    with store.read() as tx:
        stored = list(tx.entries.list(source.id))
    assert len(stored) == len(shown)
    assert {one.versions for one in stored} == {1}


@settings(max_examples=10, deadline=None)
@given(order=st.permutations(range(len(WORDS))), edited=st.integers(0, len(WORDS) - 1))
def test_an_edit_is_a_version_of_its_own_entry_wherever_it_stands(
    store: Store, order: Sequence[int], edited: int
) -> None:
    source = some_source(store)
    visit(store, source, rss(*(plain(one, 0) for one in range(len(WORDS)))))
    changed = item(WORDS[edited], f"https://a.example/{edited}", "<p>Nachtrag: erledigt.</p>", guid=f"g-{edited}")
    document = rss(*(changed if one == edited else plain(one, 1) for one in order))
    assert visit(store, source, document) == (0, 1)
    assert visit(store, source, document) == (0, 0)


@settings(max_examples=5, deadline=None)
@given(replies=st.lists(st.integers(0, 500), min_size=1, max_size=4))
def test_counters_of_a_board_are_followed_without_a_version(store: Store, replies: Sequence[int]) -> None:
    source = some_source(store)
    for number in replies:
        foot = (
            f"<p>Statistik: Verfasst von Gast — So 30. Nov 2025 — Antworten {number} — Zugriffe {number * 7}</p><hr />"
        )
        visit(store, source, atom(entry("a • b", "https://f.example/viewtopic.php?t=5", f"Pumpe.{foot}")))
    with store.read() as tx:
        (stored,) = tx.entries.list(source.id)
    assert (stored.replies, stored.views, stored.versions) == (replies[-1], replies[-1] * 7, 1)


def test_a_thread_that_moves_up_keeps_its_first_date(store: Store) -> None:
    source = some_source(store)
    for number in range(3):
        visit(store, source, rss(xenforo(0, number), generator="XenForo"))
    with store.read() as tx:
        (stored,) = tx.entries.list(source.id)
    assert f"{stored.published_at:%d.%m.}" == "01.12."
    assert f"{stored.updated_at:%d.%m.}" == "03.12."
    assert stored.replies == 3


# -- a new place, a new wording, or something new -----------------------------------------

PUMP = "Die Pumpe von Brandt brummt seit dem Wochenende so laut, dass niemand im Haus schlafen kann."
OFFER = "Unser Angebot dieser Woche: sechs Brötchen und ein Brot aus dem Steinofen zum kleinen Preis."
AT = NOON - timedelta(days=2)


def told(title: str, link: str, text: str, guid: str | None = None, hours: float = 0, author: str = "") -> str:
    """An item that was written some hours after `AT`."""
    return item(title, link, text, guid=guid, date=f"{AT + timedelta(hours=hours):%Y-%m-%dT%H:%M:%SZ}", author=author)


def versions(store: Store, *documents: Sequence[str]) -> list[int]:
    """Versions of the entries that a source has after these documents, the oldest entry first."""
    source = some_source(store)
    for document in documents:
        visit(store, source, rss(*document))
    with store.read() as tx:
        return [one.versions for one in tx.entries.list(source.id)][::-1]


@pytest.mark.parametrize(
    "place", ["https://www2.a.example/1", "https://neu.example/?p=1", "https://m.a.example/1/amp/"]
)
def test_a_site_that_moved_brings_nothing_anew(store: Store, place: str) -> None:
    before, after = (told("Pumpe", link, PUMP, link, author="anna") for link in ("https://a.example/1", place))
    assert versions(store, [before], [after], [before]) == [1]


@pytest.mark.parametrize(
    "other",
    [
        told("Pumpe", "https://b.example/1", PUMP, "b", hours=0.01, author="anna"),
        told("Pumpe", "https://b.example/1", PUMP, "b", author="bert"),
        told("Pumpe 2", "https://b.example/1", PUMP, "b", author="anna"),
        told("Pumpe", "https://b.example/1", PUMP.replace("laut", "leise"), "b", author="anna"),
        told("Pumpe", "https://b.example/1", PUMP + " 2", "b", author="anna"),
    ],
)
def test_elsewhere_only_the_same_of_the_same_second_is_known(store: Store, other: str) -> None:
    assert versions(store, [told("Pumpe", "https://a.example/1", PUMP, "a", author="anna")], [other]) == [1, 1]


def test_few_words_of_one_second_at_two_places_are_two(store: Store) -> None:
    one, other = (told("5 Sterne", f"https://a.example/{number}", "Alles super", str(number)) for number in (1, 2))
    assert versions(store, [one], [other]) == [1, 1]


def test_an_entry_without_place_and_identifier_keeps_itself_when_it_is_edited(store: Store) -> None:
    edited = PUMP.replace("niemand", "keiner") + " Nachtrag: jetzt ist sie aus."
    assert versions(store, [told("Pumpe", "", PUMP, author="anna")], [told("Pumpe", "", edited, author="anna")]) == [2]
    assert versions(store, [told("Pumpe", "", PUMP, hours=0.3)], [told("Pumpe", "", edited, hours=0.3)]) == [2]
    assert versions(store, [told("Pumpe", "", PUMP)], [told("Pumpe", "", OFFER)]) == [1, 1]
    assert versions(store, [told("Pumpe", "", PUMP)], [told("Pumpe", "", edited, hours=1)]) == [1, 1]
    assert versions(store, [told("Pumpe", "", PUMP)], [told("Pumpe", "", edited), told("Pumpe", "", PUMP)]) == [1, 1]


@pytest.mark.parametrize("date", ["", "2026-03-02", "Mon, 02 Mar 2026 00:00:00 +0100"])
def test_what_nobody_signed_on_one_day_is_no_edit(store: Store, date: str) -> None:
    praise, blame = "Sehr gut und freundlich, gerne wieder", "Sehr freundlich, aber leider nie wieder"
    first, second = (item("Bewertung", "", text, date=date) for text in (praise, blame))
    assert versions(store, [first], [second]) == [1, 1]


def test_the_same_release_in_another_paper_is_another_one(store: Store) -> None:
    one, other = (
        told("Pumpe", f"https://{host}.example/{end}", PUMP) for host, end in (("eins", "pm"), ("zwei", "n/7"))
    )
    assert versions(store, [one], [other]) == [1, 1]


def test_what_follows_one_another_at_one_address_is_edited_each(store: Store) -> None:
    link, texts = "https://a.example/stand", (PUMP, OFFER, "Jetzt klappt auch das Fax.", "Nun klappt auch das Fax.")
    documents = [[told("Stand", link, text, None, hour)] for hour, text in enumerate((*texts, texts[-1] + " Gut."))]
    assert versions(store, *documents) == [1, 1, 3]


@pytest.mark.parametrize(("before", "after"), [("Störung", "Störung behoben"), ("Alt", "Neu"), ("👍", "👎")])
def test_an_edit_under_its_own_identifier_stays_one(store: Store, before: str, after: str) -> None:
    old, new = (told(text, f"https://a.example/{text}", text, "7") for text in (before, after))
    assert versions(store, [old], [new]) == [2]


def test_an_unknown_identifier_at_one_address_is_new_unless_its_words_go_on(store: Store) -> None:
    link = "https://a.example/angebot"
    week = [told("Angebot", link, text, str(hour), hour) for hour, text in ((0, PUMP), (7, OFFER), (14, "Ganz neu."))]
    assert versions(store, *([one] for one in week)) == [1, 1, 1]
    edited = told("Angebot", link, OFFER + " Nur solange der Vorrat reicht.", "9", 9)
    assert versions(store, week[1:2], [edited]) == [2]
    assert versions(store, week[1:2], [told("Angebot", link, PUMP, "9", 7)]) == [1, 1]  # a day alone is told by some


TEXTS = (PUMP, OFFER, "Im Zimmer roch es nach Farbe, das Frühstück war dafür sehr gut.", "Der Termin fiel aus.")


@pytest.mark.parametrize("order", [1, -1])
def test_the_place_in_the_document_is_no_identifier(store: Store, order: int) -> None:
    posts = [(WORDS[number], f"https://a.example/{number}", text, number) for number, text in enumerate(TEXTS)]
    documents = []
    for shown in (posts[:2], posts[:3], posts[1:], posts[1:]):
        newest_first = shown[::-order]
        documents.append(
            [told(title, link, text, str(place), hour) for place, (title, link, text, hour) in enumerate(newest_first)]
        )
    assert versions(store, *documents) == [1, 1, 1, 1]


def test_an_identifier_given_to_one_after_the_other_hides_none(store: Store) -> None:
    link = "https://a.example/"
    one_by_one = [[told(WORDS[number], link, text, "neu", number)] for number, text in enumerate(TEXTS)]
    assert versions(store, *one_by_one) == [1, 1, 1, 1]
    assert versions(store, *one_by_one, *one_by_one[2:]) == [1, 1, 1, 1]
    edited = told("Ganz anders", link, "Zurückgezogen.", "neu", 0)
    assert versions(store, one_by_one[0], [edited]) == [2]  # no later time, no other place
    alone = [[told("Neues", link, text, None, number)] for number, text in enumerate(TEXTS)]
    assert versions(store, *alone) == [1, 1, 1, 1]
    retitled = told("Pumpe brummt noch", link, PUMP + " Nachtrag.", "neu", 5)
    assert versions(store, one_by_one[0], [retitled]) == [2]


def test_comments_under_one_address_are_told_apart_when_one_is_left(store: Store) -> None:
    link = "https://a.example/artikel/"
    one, two, three = (told("Von: Anna", link, text, hours=number) for number, text in enumerate(TEXTS[:3]))
    assert versions(store, [one], [two, one], [two], [three, two], [three]) == [1, 1, 1]


@settings(max_examples=20, deadline=None)
@given(steps=st.lists(st.integers(0, 3), max_size=12), held=st.integers(1, 8))
def test_comments_that_share_address_and_title_are_told_apart(store: Store, steps: list[int], held: int) -> None:
    comments = [
        told(f"Von: {number % 3}", f"https://a.example/artikel-{number // 5}/", f"{WORDS[number % 8]}: {number * 'x'}.",
             hours=number) for number in range(40)
    ]  # fmt: skip
    ends = list(accumulate(steps, initial=3))
    documents = [comments[max(0, end - held) : end][::-1] for end in ends]
    seen = {comment for document in documents for comment in document}
    assert versions(store, *documents) == [1] * len(seen)


def test_two_wordings_by_turns_are_two_versions_and_no_more(store: Store) -> None:
    first, second = (told("Pumpe", "https://a.example/1", PUMP + more, "1") for more in ("", " Nachtrag."))
    assert versions(store, [first], [second], [first]) == [3]
    assert versions(store, *[[first], [second]] * 5) == [3]
    third = told("Pumpe", "https://a.example/1", PUMP + " Erledigt.", "1")
    assert versions(store, *[[first], [second]] * 5, [third], [second]) == [5]


# -- what a later document tells -----------------------------------------------------------


def test_an_opening_joins_the_discussion_that_begins_after_it_and_stays_there(store: Store) -> None:
    source = some_source(store)
    opening = item("Pumpe brummt", "https://a.example/1", "Wer kennt das?", guid="1")
    answer = item("Re: Pumpe brummt", "https://a.example/2", "Ich", guid="2")
    for document in (rss(opening), rss(answer, opening), rss(opening)):
        visit(store, source, document)
    with store.read() as tx:
        assert {one.thread for one in tx.entries.list(source.id)} == {"forum.example/~pumpe brummt"}


def post(number: int, title: str, days_ago: float) -> str:
    at = NOON - timedelta(days=days_ago)
    return item(
        title, f"https://a.example/{number}", f"Text {number}", guid=str(number), date=f"{at:%Y-%m-%dT%H:%M:%SZ}"
    )


FORUM = (post(8, "Re: Anderes", 1), post(9, "Re: Noch etwas", 1))
"""Answers to two titles: a feed in which every opening is the beginning of a discussion."""


@pytest.mark.parametrize(
    "documents",
    [
        [(4, 3, 2, 1)],
        [(2, 1), (4, 3)],
        [(1,), (2, 1), (3, 2, 1), (4, 3, 2)],
        [(1,), (2,), (3,), (4,)],  # no opening stands beside its answer
        [(2, 1), (3,), (4,)],
        [(1,), (2, 1), (3, 2), (3, 4)],
    ],
)
def test_an_answer_goes_on_with_the_newest_discussion_of_its_title(
    store: Store, documents: list[tuple[int, ...]]
) -> None:
    posts = [
        post(1, "Pumpe brummt", 30),
        post(2, "Re: Pumpe brummt", 29),
        post(3, "Pumpe brummt", 3),
        post(4, "AW: Pumpe brummt", 2),
    ]
    source = some_source(store)
    for numbers in documents:
        visit(store, source, rss(*FORUM, *(posts[number - 1] for number in numbers)))
    with store.read() as tx:
        threads = {one.guid: one.thread for one in tx.entries.list(source.id)}
    assert threads["1"] == threads["2"] != threads["3"] == threads["4"]


def test_an_answer_after_half_a_year_of_silence_stands_apart(store: Store) -> None:
    source = some_source(store)
    for number, days_ago in ((1, 800.0), (2, 400.0), (3, 390.0), (4, 1.0)):
        title = "Re: Pumpe brummt" if number > 1 else "Pumpe brummt"
        visit(store, source, rss(post(number, title, days_ago), *FORUM))
    with store.read() as tx:
        threads = {one.guid: one.thread for one in tx.entries.list(source.id)}
    assert threads["2"] == threads["3"]
    assert len({threads[number] for number in "1234"}) == 3


def answering(number: int, answered: int | None) -> str:
    told = f'<thr:in-reply-to ref="m-{answered}"/>' if answered else ""
    written = item(f"Beitrag {number}", f"https://a.example/{number}", f"Text {number}", guid=f"m-{number}")
    return written.replace("</item>", f"{told}</item>")


@pytest.mark.parametrize(
    "documents",
    [
        [(2, 1), (3,), (4,), (5, 4)],  # the answered post has left the document
        [(2, 1), (4, 3), (5,)],
        [(5,), (5, 4), (4, 3, 2), (2, 1)],  # older posts come later
    ],
)
def test_an_answer_goes_on_with_the_discussion_of_the_post_it_names(
    store: Store, documents: list[tuple[int, ...]]
) -> None:
    source = some_source(store)
    for numbers in documents:
        written = rss(*(answering(number, number - 1) for number in numbers))
        visit(store, source, written.replace("<rss ", '<rss xmlns:thr="http://purl.org/syndication/thread/1.0" ', 1))
    with store.read() as tx:
        entries = list(tx.entries.list(source.id))
    assert len(entries) == 5
    assert len({one.thread for one in entries}) == 1


def test_an_edited_opening_stays_in_its_discussion(store: Store) -> None:
    source = some_source(store)
    opening, answer = post(3, "Pumpe brummt", 3), post(4, "Re: Pumpe brummt", 2)
    visit(store, source, rss(post(2, "Re: Pumpe brummt", 29), post(1, "Pumpe brummt", 30)))
    visit(store, source, rss(answer, opening))
    visit(store, source, rss(answer.replace("Text 4", "Text neu"), opening.replace("Text 3", "Ganz neu")))
    with store.read() as tx:
        threads = {one.guid: one.thread for one in tx.entries.list(source.id)}
    assert threads["1"] != threads["3"] == threads["4"]


def test_a_time_that_is_yet_to_come_is_kept_and_sorted_as_heard_today(store: Store) -> None:
    source = some_source(store)
    dates = {"gestern": NOON - timedelta(days=1), "Tippfehler": NOON + timedelta(days=3_000)}
    written = [
        item(name, f"https://a.example/{name}", "x", date=f"{at:%Y-%m-%dT%H:%M:%SZ}") for name, at in dates.items()
    ]
    visit(store, source, rss(*written))
    with store.read() as tx:
        known = {one.title: one for one in tx.entries.list(source.id)}
    assert {title: one.published_at for title, one in known.items()} == dates
    assert known["Tippfehler"].local_day == NOON.date()
