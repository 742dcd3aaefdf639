"""Who answered whom."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.keys import SEQUENCE_BITS
from kundenradar.domain.mentions import Entry, EntryId
from kundenradar.domain.sources import SourceId
from kundenradar.domain.threads import (
    Bond,
    Contribution,
    answered_by_others,
    answered_by_us,
    bare_title,
    discussion_of,
    is_own,
    is_reply_title,
    nickname,
    title_alone,
    topic_title,
)

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)


def post(key: int, author: str = "anna", text: str = "Ein Beitrag.", title: str = "Heizung", **parts: object) -> Entry:
    at = NOON + timedelta(minutes=key % (1 << SEQUENCE_BITS))
    link = f"https://forum.example/t/7#p{key}"
    made = Entry(
        EntryId(key), SourceId(1), 0, f"guid-{key}", f"guid-{key}", title, link, author, None, at, None, at, at.date(),
        text, "", "7", None, None, 1, own_words=text,
    )  # fmt: skip
    return replace(made, **parts)  # type: ignore[arg-type]


def tree(*entries: Entry, own: frozenset[str] = frozenset()) -> dict[int, tuple[int | None, int, Bond]]:
    return {p.entry.id: (p.parent, p.depth, p.bond) for p in discussion_of(entries, own).posts}


def test_the_feed_knows_best_by_identifier_or_link() -> None:
    found = tree(
        post(1),
        post(2, "bert", in_reply_to="guid-1"),
        post(3, "cora", in_reply_to="http://FORUM.example/t/7/#p2"),
        post(4, "dora", "anna schrieb:\nEin Beitrag.\n\nStimmt.", in_reply_to="guid-3"),
    )
    assert found == {1: (None, 0, Bond.NONE), 2: (1, 1, Bond.LINK), 3: (2, 2, Bond.LINK), 4: (3, 3, Bond.LINK)}


def test_of_one_second_the_opening_comes_first() -> None:
    told = tree(post(1, "bert", title="Re: Heizung"), post(2, "anna"), post(3, "cora", title="Re: Heizung"))
    assert told == {2: (None, 0, Bond.NONE), 1: (2, 1, Bond.TITLE), 3: (2, 1, Bond.TITLE)}
    later = 1 << 20
    told = tree(post(1, "bert", title="Re: Heizung"), post(2 + later, "anna"))
    assert told[1] == (None, 0, Bond.NONE)


def test_a_quote_names_whom_it_answers() -> None:
    quotes = (
        "bert schrieb:\nJa.\n\nNein.",
        "Zitat von bert\nJa.\n\nNein.",
        "@bert das stimmt nicht",
        "Antwort auf bert:\nNein",
    )
    for words in quotes:
        assert tree(post(1), post(2, "Bert", "Ja."), post(3, "cora", words))[3] == (2, 2, Bond.QUOTE)


def test_re_answers_the_opening_post_and_others_follow_in_order() -> None:
    found = tree(post(1), post(2, "bert", title="Forum • Re: Heizung"), post(3, "cora", title="Warme Füße"))
    assert found[2] == (1, 1, Bond.TITLE)
    assert found[3] == (1, 1, Bond.ORDER)


def test_without_the_opening_post_nobody_answers_the_first_that_is_stored() -> None:
    found = tree(post(1, title="Re: Heizung"), post(2, "bert", title="Re: Heizung"))
    assert found[2] == (None, 0, Bond.NONE)


def test_each_answer_stands_below_what_it_answers() -> None:
    posts = discussion_of(
        [post(1), post(2, "bert", in_reply_to="guid-1"), post(3, "cora"), post(4, "dora", in_reply_to="guid-2")]
    ).posts
    assert [one.entry.id for one in posts] == [1, 2, 4, 3]


def test_our_own_posts_are_known_by_nickname() -> None:
    posts = discussion_of(
        [post(1), post(2, "@Brandt_Team"), post(3, "u/brandt_team")], frozenset({nickname("brandt_team")})
    ).posts
    assert [one.own for one in posts] == [False, True, True]


def test_the_newest_unanswered_question_is_found() -> None:
    asked = [post(1, text="Wer kennt das?"), post(2, "bert", "Und was kostet es?"), post(3, "cora", "Keine Ahnung.")]
    assert discussion_of(asked).open_question == 2
    told = post(4, "dora", "bert schrieb:\nUnd?\n\nFünf Euro.", own_words="Fünf Euro.")
    assert discussion_of([*asked, told]).open_question is None
    assert discussion_of([*asked, post(4, "wir", "Gern helfen wir.")], frozenset({"wir"})).open_question is None


def test_what_others_answered_is_told_from_what_we_or_the_author_did() -> None:
    own = frozenset({"wir"})
    first = post(1, text="Wer hilft?")
    assert answered_by_others(discussion_of([first, post(2, "bert", in_reply_to="guid-1")], own)) == {1}
    assert answered_by_others(discussion_of([first, post(2, "wir", in_reply_to="guid-1")], own)) == set()
    assert answered_by_others(discussion_of([first, post(2, "anna", in_reply_to="guid-1")], own)) == set()
    assert answered_by_others(discussion_of([first, post(2, "bert", title="Ganz anders")], own)) == set()
    assert answered_by_others(discussion_of([first, post(2, "bert", title="Re: Heizung")], own)) == {1}


def test_titles_without_re() -> None:
    assert bare_title("AW: Re[2]: Größe") == "groesse"
    assert is_reply_title("Hausbau • Re: Dach")
    assert not is_reply_title("Reparatur: wer kann das?")


NAMES = st.sampled_from(["anna", "bert", "", "wir"])
GARBAGE = st.one_of(
    st.none(),
    st.integers(0, 9).map(lambda key: f"guid-{key}"),
    st.integers(0, 9).map(lambda key: f"https://forum.example/t/7#p{key}"),
    st.text(max_size=12),
)
POSTS = st.lists(
    st.builds(
        lambda key, author, reply, words, title: post(key, author, words, title, in_reply_to=reply),
        st.integers(0, 9),
        NAMES,
        GARBAGE,
        st.sampled_from(["Ja.", "anna schrieb:\nNein.", "@bert was?", "bert wrote: x", "https://["]),
        st.sampled_from(["Heizung", "Re: Heizung", "Re: ", ""]),
    ),
    max_size=14,
    unique_by=lambda entry: entry.id,
)


@given(POSTS)
def test_every_post_is_there_once_and_nothing_answers_itself(entries: list[Entry]) -> None:
    found = discussion_of(entries, frozenset({"wir"}))
    assert sorted(one.entry.id for one in found.posts) == sorted(entry.id for entry in entries)
    places = {one.entry.id: (number, one) for number, one in enumerate(found.posts)}
    for number, one in places.values():
        if one.parent is None:
            assert one.depth == 0
        else:
            above, parent = places[one.parent]
            assert above < number
            assert one.depth == parent.depth + 1
    assert found.open_question is None or found.open_question in places


@given(POSTS, st.randoms())
def test_the_order_posts_come_in_does_not_matter(entries: list[Entry], dice: object) -> None:
    shuffled = list(entries)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert discussion_of(shuffled) == discussion_of(entries)


def test_a_thousand_answers_deep_is_no_trouble() -> None:
    chain = [post(1), *(post(key, "bert", in_reply_to=f"guid-{key - 1}") for key in range(2, 1500))]
    found: tuple[Contribution, ...] = discussion_of(chain).posts
    assert found[-1].depth == 1498


def answers_of_ours(*entries: Entry) -> dict[int, int]:
    return {asked: answer.id for asked, answer in answered_by_us(discussion_of(entries, frozenset({"wir"}))).items()}


def test_whom_we_name_we_answer_with_all_he_wrote_before() -> None:
    named = (post(1), post(2, "bert"), post(3), post(4, "wir", "anna schrieb:\nJa.\n\nGern."), post(5))
    assert answers_of_ours(*named) == {1: 4, 3: 4}
    linked = (post(1), post(2, "bert"), post(3, "wir", in_reply_to="guid-2"))
    assert answers_of_ours(*linked) == {2: 3}


def test_where_we_name_nobody_we_answer_all_before() -> None:
    assert answers_of_ours(post(1), post(2, "bert"), post(3, "wir"), post(4, "cora"), post(5, "wir")) == {
        1: 3,
        2: 3,
        4: 5,
    }


def test_where_we_name_nobody_we_answer_no_review_and_nothing_long_ago() -> None:
    assert answers_of_ours(post(1), post(2, "anna", rating=1.0), post(3, "bert"), post(4, "wir")) == {1: 4, 3: 4}
    late = (15 * 24 * 3600) << SEQUENCE_BITS
    assert answers_of_ours(post(1), post(2, "bert"), post(late + 1, "cora"), post(late + 2, "wir")) == {
        1: late + 2,
        late + 1: late + 2,
    }


def test_an_answer_to_a_post_that_is_not_stored_answers_no_other() -> None:
    assert answers_of_ours(post(1), post(2, "bert"), post(3, "wir", in_reply_to="elsewhere")) == {}


def test_we_answer_nobody_before_us_and_not_ourselves() -> None:
    assert answers_of_ours(post(1, "wir"), post(2, "anna"), post(3, "bert", in_reply_to="guid-1")) == {}
    assert answers_of_ours(post(1), post(2, "wir"), post(3, "wir", in_reply_to="guid-2")) == {1: 2}


@pytest.mark.parametrize("author", ["Brandt_Service", "@brandt_service", "/u/Brandt_Service", "u/brandt_service "])
@pytest.mark.parametrize("typed", ["brandt_service", "@Brandt_Service", " u/brandt_service", "/u/BRANDT_SERVICE"])
def test_a_nickname_is_ours_however_it_is_written(author: str, typed: str) -> None:
    assert is_own(author, frozenset({nickname(typed)}))


@pytest.mark.parametrize(
    "author",
    ["Brandt Service", "Brandt-Service (Moderator)", "@Brandt_Service [Team]", "BRANDT-SERVICE (Inhaberin)"],
)
def test_a_nickname_is_ours_with_a_role_and_any_dash(author: str) -> None:
    assert is_own(author, frozenset({nickname("Brandt_Service")}))


@pytest.mark.parametrize(
    "author", ["Brandt_Service_Fan", "Brandt Service (Gast)", "BrandtService2", "Anti-Brandt-Service"]
)
def test_a_name_that_only_holds_our_nickname_is_another(author: str) -> None:
    assert not is_own(author, frozenset({nickname("Brandt_Service")}))


def test_a_role_in_our_own_nickname_is_part_of_it() -> None:
    assert is_own("Max (Inhaber)", frozenset({nickname("Max (Inhaber)")}))
    assert not is_own("Max", frozenset({nickname("Max (Inhaber)")}))
    assert not is_own("[Mod]", frozenset({nickname("(Support)"), ""}))


def test_a_board_before_a_title_hides_no_answer() -> None:
    told = tree(post(1, title="Technik • Heizung"), post(2, "bert", title="Technik • Re: Heizung", reply=True))
    assert told[2] == (1, 1, Bond.TITLE)


def test_what_answers_a_post_that_is_not_stored_is_no_opening() -> None:
    told = tree(
        post(1, in_reply_to="article"), post(2, "bert", in_reply_to="guid-1"), post(3, "cora", in_reply_to="article")
    )
    assert told == {1: (None, 0, Bond.NONE), 2: (1, 1, Bond.LINK), 3: (None, 0, Bond.NONE)}


@pytest.mark.parametrize(
    "line",
    [
        "Am 12.11.26 um 10:00 schrieb Béla Bartl:",
        "Am Do., 12. Nov. 2026 um 10:00 Uhr schrieb Béla Bartl <b@mail.example>:",
        "On Thu, Nov 12, 2026 at 10:00 AM Béla Bartl <b@mail.example> wrote:",
        "On 11/12/26 10:00, Béla Bartl wrote:",
    ],
)
def test_what_mail_programs_write_above_a_quote_names_whom_it_answers(line: str) -> None:
    told = tree(post(1), post(2, "Béla Bartl"), post(3, "cora", f"{line}\n> Ein Beitrag.\n\nSehe ich auch so."))
    assert told[3] == (2, 1 + 1, Bond.QUOTE)


@pytest.mark.parametrize(
    "line",
    [
        "Zitat von: Bert Jürgens",
        "Zitat von: Bert Jürgens am 12. November 2026, 10:00:00 Ein Beitrag.",
        "Zitat von @Bert Jürgens: Ein Beitrag.",
        "Quote from: bert juergens on November 12, 2026",
    ],
)
def test_what_follows_the_name_of_who_is_quoted_does_not_hide_it(line: str) -> None:
    told = tree(post(1, "Bert"), post(2, "Bert Jürgens"), post(3, "cora", f"{line}\n\nSehe ich auch so."))
    assert told[3] == (2, 2, Bond.QUOTE)
    told = tree(post(1), post(2, "Ber"), post(3, "cora", f"{line}\n\nSehe ich auch so."))
    assert told[3] == (1, 1, Bond.ORDER)


def test_of_several_posts_of_one_name_the_quoted_one_is_answered() -> None:
    told = tree(
        post(1, "Gast", "Die Heizung ist seit Montag kalt."),
        post(2, "Gast", "Wie alt ist sie denn?"),
        post(3, "cora", "Gast schrieb: Die Heizung ist seit Montag kalt.\nBei uns auch."),
        post(4, "dora", "Gast schrieb:\n> Wie alt ist sie denn?\nZehn Jahre."),
        post(5, "emil", "Gast schrieb:\n> etwas anderes\nNein."),
    )
    assert [told[key][0] for key in (3, 4, 5)] == [1, 2, 2]


@pytest.mark.parametrize(
    ("title", "alone"),
    [("Heizung & Bad • Kessel kalt", "Kessel kalt"), ("Kessel kalt", "Kessel kalt"), ("Heizung • ", "Heizung • ")],
)
def test_a_title_stands_without_its_board(title: str, alone: str) -> None:
    assert title_alone(title) == alone


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Re: WLAN", "WLAN"),
        ("Bad & Sanitär • Re: Heizung kalt", "Heizung kalt"),
        ("AW: Re: Rechnung", "Rechnung"),
        ("Regal: wacklig", "Regal: wacklig"),
        ("Re:", "Re:"),
        ("", ""),
    ],
)
def test_what_is_spoken_of_is_told_without_re(title: str, told: str) -> None:
    assert topic_title(title) == told
