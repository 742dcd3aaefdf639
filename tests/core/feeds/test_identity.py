from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.mentions import EntryId, KnownEntry, ParsedEntry, is_edited
from kundenradar.feeds.identity import fingerprint, link_variants, match_known, with_identities
from kundenradar.feeds.links import clean_link, normalised


def entry(
    guid: str | None = None, link: str | None = None, title: str = "Titel", text: str = "Text", position: int = 0
) -> ParsedEntry:
    return ParsedEntry(
        position, guid, "", title, link, None, None, None, None, text, "", fingerprint=fingerprint(title, text)
    )


def remembered(entries: tuple[ParsedEntry, ...]) -> dict[str, KnownEntry]:
    return {
        one.identity: KnownEntry(EntryId(number), one.identity, one.guid, one.link, one.title, one.fingerprint)
        for number, one in enumerate(entries)
    }


def identities(*entries: ParsedEntry) -> list[str]:
    return [one.identity for one in with_identities(entries)]


def test_a_guid_is_kept_as_it_is() -> None:
    assert identities(entry("t3_abc"), entry("5483431986"), entry("ABC"), entry("abc")) == [
        "t3_abc",
        "5483431986",
        "ABC",
        "abc",
    ]


@pytest.mark.parametrize("guid", ["", "  ", "0", "null", None])
def test_a_guid_that_says_nothing_gives_way_to_the_link(guid: str | None) -> None:
    assert identities(entry(guid, "https://a.example/1?utm_source=rss")) == ["link:a.example/1"]


def test_a_guid_that_is_an_address_is_read_without_the_number_of_a_visit() -> None:
    visits = ("4F2A", "77B0")
    addresses = ("https://a.example/7;jsessionid={}", "https://a.example/i.php?t=7&s={:0>32}")
    for address in addresses:
        assert len({identities(entry(address.format(visit)))[0] for visit in visits}) == 1


def test_without_guid_and_link_title_and_text_tell() -> None:
    first, second, again = identities(entry(title="A"), entry(title="B"), entry(title="A"))
    assert first != second
    assert again.startswith(first)
    assert identities(entry(title="A", text="12 Aufrufe")) == identities(entry(title="A", text="13 Aufrufe"))


def test_a_long_guid_is_hashed() -> None:
    (key,) = identities(entry("g" * 100_000))
    assert len(key) < 50


def test_a_long_link_is_hashed() -> None:
    first, second = identities(
        entry(None, "https://a.example/" + "x" * 1900), entry(None, "https://a.example/" + "x" * 1901)
    )
    assert first != second
    assert len(first) < 500


def test_a_shared_guid_loses_no_entry_and_no_order() -> None:
    three = [entry("same", f"https://a.example/{n}", f"T{n}") for n in range(3)]
    keys = identities(*three)
    assert len(set(keys)) == 3
    assert identities(*reversed(three)) == keys[::-1]


def test_a_shared_guid_without_links_is_told_by_title_and_text() -> None:
    keys = identities(entry("same", title="A"), entry("same", title="B"), entry("same", title="B", text="x"))
    assert len(set(keys)) == 3


def test_twins_are_both_kept() -> None:
    assert len(set(identities(entry("1"), entry("1")))) == 2


def test_counters_do_not_change_a_fingerprint_but_words_do() -> None:
    before = fingerprint("T", "Aufrufe: 12")
    assert not is_edited(before, fingerprint("T", "Aufrufe: 1305"))
    assert before != fingerprint("T", "Aufrufe: 1305")
    assert is_edited(fingerprint("T", "gut"), fingerprint("T", "schlecht"))


def test_an_entry_whose_guid_changed_is_the_same() -> None:
    known = remembered(with_identities([entry("old-1", "http://a.example/1"), entry("old-2", "http://a.example/2")]))
    now = with_identities(
        [entry("new-1", "https://www.a.example/1/?utm_medium=feed"), entry("new-2", "http://a.example/2")]
    )
    assert [one.identity for one in match_known(now, known)] == ["old-1", "old-2"]


def test_an_edited_entry_whose_guid_changed_is_the_same_if_nothing_shares_its_link() -> None:
    known = remembered(with_identities([entry("old", "http://a.example/1")]))
    now = with_identities([entry("new", "http://a.example/1", text="überarbeitet")])
    assert match_known(now, known)[0].identity == "old"


def test_a_new_reply_is_never_taken_for_an_edit_of_an_older_one() -> None:
    thread = "https://forum.example/thread/7"
    known = remembered(with_identities([entry("p1", thread, "Re: Akku", "lädt nicht")]))
    now = with_identities([entry("p2", thread, "Re: Akku", "bei mir schon")])
    assert match_known(now, known)[0].identity == "p2"


def test_an_identity_still_in_the_document_is_not_given_away() -> None:
    link = "https://a.example/1"
    known = remembered(with_identities([entry("a", link)]))
    now = with_identities([entry("a", link), entry("b", link)])
    assert [one.identity for one in match_known(now, known)] == ["a", "b"]


def test_a_guid_that_came_to_be_shared_keeps_the_entry_it_belonged_to() -> None:
    first = entry("same", "https://a.example/1", "Eins")
    known = remembered(with_identities([first]))
    now = with_identities([entry("same", "https://a.example/2", "Zwei"), first])
    matched = match_known(now, known)
    assert matched[1].identity == "same"
    assert matched[0].identity not in known


def test_a_move_to_https_is_found_by_link() -> None:
    assert "http://a.example/1" in link_variants("https://a.example/1/")


_ENTRIES = st.lists(
    st.builds(
        entry,
        guid=st.sampled_from([None, "", "0", "1", "2", "A", "a", "t3_x"]),
        link=st.sampled_from([None, "https://a.example/1", "https://a.example/2", "https://a.example/3#p4"]),
        title=st.sampled_from(["", "A", "B", "Re: A"]),
        text=st.sampled_from(["", "x", "y", "12"]),
    ),
    max_size=8,
)


@given(_ENTRIES)
def test_identities_are_unique_and_short(entries: list[ParsedEntry]) -> None:
    keys = identities(*entries)
    assert len(set(keys)) == len(entries)
    assert all(0 < len(key) < 700 for key in keys)


@given(_ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_a_document_does_not_matter(entries: list[ParsedEntry], random: object) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sorted(identities(*entries)) == sorted(identities(*shuffled))


@given(_ENTRIES)
def test_a_second_fetch_brings_nothing_new(entries: list[ParsedEntry]) -> None:
    document = with_identities(entries)
    assert match_known(document, remembered(document)) == document


@given(_ENTRIES, _ENTRIES)
def test_no_two_entries_ever_get_one_identity(before: list[ParsedEntry], after: list[ParsedEntry]) -> None:
    known = remembered(with_identities(before))
    matched = match_known(with_identities(after), known)
    assert len({one.identity for one in matched}) == len(matched)
    assert [replace(one, identity="") for one in matched] == [replace(one, identity="") for one in after]


@pytest.mark.parametrize(
    ("link", "form"),
    [
        ("https://WWW.A.example:443/x/?utm_source=a&id=5&fbclid=z#top", "a.example/x?id=5"),
        ("http://a.example/viewtopic.php?p=12&sid=abc#p12", "a.example/viewtopic.php?p=12#p12"),
        ("http://a.example/beitrag/#comment-7", "a.example/beitrag#comment-7"),
        ("http://a.example/thema/7;jsessionid=4F2A.node1?x=1", "a.example/thema/7?x=1"),
        ("http://a.example/thema/7;jsessionid=4F2A.node1", "a.example/thema/7"),
        ("http://a.example/i.php?topic=7.0;sid=4f2a&x=1", "a.example/i.php?topic=7.0&x=1"),
        ("http://a.example/i.php?s=0123456789abcdef0123456789abcdef&t=7", "a.example/i.php?t=7"),
        ("http://a.example/?s=heizung", "a.example?s=heizung"),
        ("http://a.example/x?gbraid=1&wbraid=2&srsltid=3&gad_source=4&_ga=5&_gl=6&id=7", "a.example/x?id=7"),
        ("http://a.example:8080/%C3%BCber", "a.example:8080/%C3%BCber"),
        ("http://a.example:8080/über", "a.example:8080/%C3%BCber"),
        ("http://a.example", "a.example"),
        ("http://[x", "http://[x"),
    ],
)
def test_links_are_compared_without_what_does_not_matter(link: str, form: str) -> None:
    assert normalised(link) == form


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  https://a.example/x y\n", "https://a.example/x%20y"),
        ("/x?a=1", "https://base.example/x?a=1"),
        ("../x", "https://base.example/x"),
        ("//a.example/x", "https://a.example/x"),
        ("https://kunde:geheim@a.example/x", "https://a.example/x"),
        (
            "https://www.google.com/url?rct=j&sa=t&url=https://a.example/y%3Fz&ct=ga",
            "https://a.example/y?z",
        ),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("http://", None),
        ("http://a.example:99999999/", None),
        ("http://a.example/\x00", None),
        ("http:\\\\a.example\\x", None),
        ("https://a.example/" + "x" * 3000, None),
        ("", None),
        (None, None),
    ],
)
def test_only_harmless_absolute_links_remain(raw: str | None, clean: str | None) -> None:
    assert clean_link(raw, "https://base.example/a/feed") == clean
