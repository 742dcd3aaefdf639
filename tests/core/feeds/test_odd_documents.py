"""Documents as real servers send them and no standard has them: what a careful reader would still get right."""

import json
from dataclasses import replace

import pytest

from kundenradar.feeds.joining import title_family
from kundenradar.feeds.parse import parse_feed
from tests.core.feeds.test_parse import fetched
from tests.core.feeds.writing import HOST, SPACES, atom, entry, item, only, read, rss

LINK = f"{HOST}/1"


def described(text: str, link: str = LINK) -> str:
    return f"<item><title>Titel</title><link>{link}</link><description>{text}</description></item>"


def test_what_a_picture_shows_is_not_what_a_post_says() -> None:
    shown = '<media:description type="plain">Foto der Heizung</media:description>'
    picture = f'<media:content url="x.jpg">{shown}</media:content>'
    assert only(rss(item("", LINK, "<p>Brandt ist super</p>", more=picture))).text == "Brandt ist super"


def test_a_film_says_what_its_description_says_line_by_line() -> None:
    words = "<media:description>Über &lt;uns&gt;\n\n0:00 Start</media:description>"
    film = f"<entry><id>yt:1</id><media:group>{words}</media:group></entry>"
    document = f'<feed xmlns="http://www.w3.org/2005/Atom" {SPACES}>{film}</feed>'
    assert only(document).text == "Über <uns>\n\n0:00 Start"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("AT&T und R&D", "AT&T und R&D"),
        ("M&uuml;ller &ndash; Söhne&nbsp;&euro;", "Müller – Söhne €"),
        ("a &unbekannt; b", "a &unbekannt; b"),
        ("Toll &#55357;&#56397; &#55356;", "Toll 👍 �"),
        ("Toll &#xD83D;&#xdc4d; &#xD83C;", "Toll 👍 �"),
        ("<![CDATA[A&B]]> &amp; C&D", "A&B & C&D"),
    ],
)
def test_references_that_xml_does_not_know_do_no_harm(written: str, meant: str) -> None:
    feed = parse_feed(fetched(rss(described(written, f"{LINK}?a=1&b=2"))))
    assert (feed.entries[0].text, feed.entries[0].link, feed.damaged) == (meant, f"{LINK}?a=1&b=2", False)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("GrÃ¶ÃŸe fÃ¼r MÃ¼ÃŸige", "Größe für Müßige"),
        ("Ã„rger mit â€žBrandtâ€œ â€“ 5 â‚¬", "Ärger mit „Brandt“ – 5 €"),
        ("grÃ¼ÃŸt 😀", "grüßt 😀"),
        ("São Paulo, NÃO, Â. â", "São Paulo, NÃO, Â. â"),
        ("½Ã½ºÅÛÀÌ Ã ÃÛ", "½Ã½ºÅÛÀÌ Ã ÃÛ"),
    ],
)
def test_utf_8_that_was_taken_for_windows_1252_is_read_as_it_was_meant(written: str, meant: str) -> None:
    for document in (rss(item(written, LINK, written, author=written)), atom(entry(written, LINK, written))):
        found = only(document)
        assert (found.title, found.text) == (meant, meant)
    assert only(rss(item(written, LINK, written, author=written))).author == meant


def test_an_entry_taken_from_another_feed_has_the_author_of_that_feed() -> None:
    taken = "<source><author><name>Eva</name></author></source>"
    document = atom(entry("A", LINK, "x", more=taken)).replace(
        "<entry>", "<author><name>Alle</name></author><entry>", 1
    )
    assert only(document).author == "Eva"
    assert only(document.replace(taken, "")).author == "Alle"


@pytest.mark.parametrize(
    "nameless", ["<author><name></name></author>", "<author><uri>http://a.example/</uri></author>"]
)
def test_the_first_author_with_a_name_is_the_author(nameless: str) -> None:
    more = f"{nameless}<author><name>Eva</name></author><author><name>Max</name></author>"
    assert only(atom(entry("A", LINK, "x", more=more))).author == "Eva"


def test_a_document_type_defined_elsewhere_takes_no_umlauts() -> None:
    netscape = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://netscape.example/rss-0.91.dtd">'
    document = f'{netscape}<rss version="0.91"><channel><title>Alt</title>{described("Stra&szlig;e")}</channel></rss>'
    assert only(document).text == "Straße"


def test_an_entry_form_within_an_entry_costs_no_feed() -> None:
    form = "<textInput><title>Suche</title><link>http://s.example/</link></textInput>"
    assert only(rss(item("Titel", LINK, "Text", more=form))).text == "Text"


def test_json_in_two_bytes_per_character_and_with_references_in_titles_is_read() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "title": "Müller &amp; Sohn <3"}]}
    (found,) = parse_feed(fetched(json.dumps(feed, ensure_ascii=False).encode("utf-16"))).entries
    assert found.title == "Müller & Sohn <3"


@pytest.mark.parametrize("link", ["www.forum.example/1", "http://www.forum.example/1"])
def test_a_link_without_its_scheme_leads_where_it_says(link: str) -> None:
    assert only(rss(item("Titel", link))).link == "http://www.forum.example/1"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("(Eva Klammer)", "Eva Klammer"),
        ("mailto:eva@x.example", "eva@x.example"),
        ("[[global:former-user]]", None),
    ],
)
def test_odd_authors(written: str, name: str | None) -> None:
    assert only(rss(item("Titel", LINK, author=written))).author == name


@pytest.mark.parametrize(
    ("picture", "text"),
    [
        ('<img class="smilies" src="a.gif" alt=":-)" title="Lächeln" />', "Gut :-) ja"),
        ('<img src="https://x.example/1f642.svg" class="emoji" alt="🙂">', "Gut 🙂 ja"),
        ('<img src="/images/emoji/twitter/rage.png" class="emoji" alt=":rage:">', "Gut 😡 ja"),
        ('<img src="smile.gif" class="smilies" alt="Ein langes Wort" />', "Gut ja"),
        ('<img src="x.jpg" alt=":-)" />', "Gut ja"),
    ],
)
def test_smileys_drawn_as_pictures_are_read(picture: str, text: str) -> None:
    assert only(rss(item("Titel", LINK, f"<p>Gut {picture} ja</p>"))).text == text


def test_a_smaller_sign_alone_is_no_markup_and_keeps_the_lines() -> None:
    assert only(rss(item("", LINK, "Brandt <3\n\nZweite Zeile"))).text == "Brandt <3\n\nZweite Zeile"


def test_who_is_quoted_and_what_are_two_words() -> None:
    quote = "<blockquote><div><cite>Anna hat geschrieben: So 22. Nov 2026, 20:00</cite>Kaputt</div></blockquote>Nein"
    assert "20:00 Kaputt" in only(rss(item("Titel", LINK, quote))).text


XENFORO_QUOTE = (
    '<div class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote js-expandWatch"><div class="bbCodeBlock-title">'
    '<a href="/goto/post?id=5">Petra schrieb:</a></div><div class="bbCodeBlock-content">Schrecklich</div></div>'
)
ELIDED = '<details class="elided"><summary>···</summary><p>Gesendet: gestern</p></details>'
POLL = '<div class="poll" data-poll-name="poll"><ul><li>Ja</li><li>Nein</li></ul></div>'
ATTACHED = "<dl><dt>Dateianhänge</dt><dd>bild.jpg (12.3 KiB) 14-mal betrachtet</dd></dl>"


NOTICES = (
    "Teilen: Facebook, Twitter, WhatsApp, E-Mail",
    "Gefällt mir: Gefällt mir Wird geladen …",
    "Zuletzt geändert von Anna am So 22. Nov 2026, 21:00, insgesamt 1-mal geändert.",
    "Dieser Beitrag wurde bereits 2 mal editiert, zuletzt von „Tom“ (22. November 2026, 20:01).",
    "This post was last modified: 11-22-2026, 08:01 PM by Tom.",
    "« Letzte Änderung: 22. November 2026, 20:01:00 von Tom »",
)


@pytest.mark.parametrize("box", [XENFORO_QUOTE, POLL, ELIDED, ATTACHED, *(f"<p>{notice}</p>" for notice in NOTICES)])
def test_quotes_polls_and_attachments_are_not_judged(box: str) -> None:
    found = only(rss(item("Titel", LINK, f"<p>Hallo</p>{box}")))
    assert found.judged == "Hallo"
    assert len(found.text) > len("Hallo")


def test_a_subtitle_stands_in_for_a_missing_text() -> None:
    space = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    document = rss(item("Folge 1", LINK, more="<itunes:subtitle>Worum es geht</itunes:subtitle>"))
    assert only(document.replace("<rss ", f"<rss {space} ")).text == "Worum es geht"


def test_posts_of_one_page_told_apart_by_a_bare_number_are_several() -> None:
    page = f"{HOST}/forum/heizung-kalt"
    first, second = read(rss(item("Re: Heizung", f"{page}#77", "a"), item("Re: Heizung", f"{page}#78", "b"))).entries
    assert (first.identity, second.identity) == (f"link:{page[8:]}#77", f"link:{page[8:]}#78")


def test_disqus_is_no_discourse_and_its_comments_belong_to_their_page() -> None:
    comment = item("Re: Artikel", "http://blog.example/a/#comment-12", "Gut", guid="http://blog.example/a/#comment-12")
    feed = read(rss(comment), "https://blog.disqus.com/latest.rss")
    assert (feed.software, feed.entries[0].thread) == ("Disqus", "http://blog.example/a/")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("<span class='x'>Brandt</span> &amp; Co", "Brandt & Co"),
        ("5 < 6 <b> und mehr", "5 < 6 <b> und mehr"),
        ("Das Tag <b> erklärt", "Das Tag <b> erklärt"),
    ],
)
def test_marks_around_words_of_a_title_are_no_words(written: str, title: str) -> None:
    assert only(rss(item(written, LINK))).title == title


def test_a_title_of_plain_text_has_its_references_resolved() -> None:
    title = '<title type="text">A &amp;amp; B &amp;#8211; C</title>'
    assert only(atom(entry("", LINK).replace("<entry>", f"<entry>{title}"))).title == "A & B – C"


# -- discussions without numbers ---------------------------------------------------------


def threads(*titles: str) -> list[str | None]:
    written = [item(title, f"{HOST}/p/{number}", "Text", guid=str(number)) for number, title in enumerate(titles)]
    return [one.thread for one in read(rss(*written)).entries]


def test_answers_by_title_join_what_they_answer() -> None:
    names = threads(
        "Heizung pfeift", "Re: Heizung pfeift", "AW: Re: Heizung  Pfeift", "Antwort auf: Heizung pfeift", "Neu"
    )
    assert names == ["forum.example/~heizung pfeift"] * 4 + ["forum.example/~neu"]


def test_answers_on_a_mailing_list_keep_the_name_of_the_list() -> None:
    assert threads("[liste] Re: Pumpe", "[liste] Pumpe") == ["forum.example/~[liste] pumpe"] * 2


def test_newest_posts_of_nodebb_belong_to_the_topic_of_their_title() -> None:
    posts = [item(title, f"{HOST}/post/{number}", "x") for number, title in enumerate(("Wärme", "Re: Wärme", "Kälte"))]
    feed = read(rss(*posts, generator="RSS for Node"), f"{HOST}/recentposts.rss")
    assert [one.thread for one in feed.entries] == ["forum.example/~wärme"] * 2 + ["forum.example/~kälte"]


def test_comments_that_name_an_article_are_one_discussion() -> None:
    first, second = threads("Kommentar zu „Neue Pumpe“ von Karl", "Comment on Neue Pumpe by Eva")
    assert first == second == "forum.example/~neue pumpe"


def test_a_blog_has_no_discussions_for_a_title_that_looks_like_an_answer() -> None:
    assert threads("Re: publica, Tag 1", "Ein anderer Artikel") == ["forum.example/~publica, tag 1", None]
    assert threads("Eins", "Zwei") == [None, None]


def parted(*posts: tuple[str, str]) -> list[int]:
    """Number of the discussion of each post of a document, from 0 in the order of the document; by title and day."""
    written = [
        item(title, f"{HOST}/p/{number}", "Text", guid=str(number), date=f"{day}T10:00:00Z" if day else "")
        for number, (title, day) in enumerate(posts)
    ]
    names = [one.thread for one in read(rss(*written)).entries]
    return [list(dict.fromkeys(names)).index(name) for name in names]


@pytest.mark.parametrize(
    ("posts", "discussions"),
    [
        ([("Re: A", "2026-11-03"), ("A", "2026-11-02"), ("Re: A", "2025-11-03"), ("A", "2025-11-02")], [0, 0, 1, 1]),
        ([("A", "2025-11-02"), ("Re: A", "2025-11-03"), ("A", "2026-11-02"), ("Re: A", "2026-11-03")], [0, 0, 1, 1]),
        ([("Re: A", "2026-11-03"), ("A", "2026-11-03"), ("Re: A", "2026-11-04")], [0, 0, 0]),  # days without hours
        ([("Re: A", "2026-11-03"), ("A", "2026-11-02"), ("A", "2026-11-01")], [0, 0, 1]),
        ([("A", "2026-11-04"), ("Re: A", "2026-11-03")], [0, 1]),
        ([("Re: A", "2026-11-03"), ("Re: A", "2026-04-03"), ("A", "2026-04-02")], [0, 1, 1]),
        ([("Re: A", "2026-11-03"), ("Re: A", "2026-06-03"), ("A", "2026-01-02")], [0, 0, 0]),
        ([("Re: A", ""), ("A", ""), ("Re: A", ""), ("A", "")], [0, 0, 1, 1]),
        ([("A", ""), ("Re: A", ""), ("A", ""), ("Re: A", "")], [0, 0, 1, 1]),
        ([("Kommentar zu A von E", "2026-11-03"), ("Kommentar zu A von F", "2025-11-03")], [0, 0]),
    ],
)
def test_a_title_that_comes_back_begins_another_discussion(
    posts: list[tuple[str, str]], discussions: list[int]
) -> None:
    assert parted(*posts) == discussions


@pytest.mark.parametrize(
    ("thread", "title", "family"),
    [
        ("forum.example/~pumpe", "Re: Pumpe", "forum.example/~pumpe"),
        ("forum.example/~pumpe#abc", "Pumpe", "forum.example/~pumpe"),
        ("forum.example/~technik • größe", "Technik • Re: Größe", "forum.example/~technik • größe"),
        ("forum.example/~urn:1", "Re: Pumpe", ""),
        ("forum.example/~https://forum.example/p/1#2", "Pumpe", ""),
        ("https://uni.example/~eva/pumpe/", "Kommentar zu Pumpe von Karl", ""),
        ("forum.example/512", "Pumpe", ""),
        (None, "Pumpe", ""),
    ],
)
def test_discussions_known_by_their_title_are_told_from_others(thread: str | None, title: str, family: str) -> None:
    assert title_family(replace(only(rss(item(title, LINK, "x"))), thread=thread)) == family


def test_an_opening_told_twice_is_one() -> None:
    opening = item("A", f"{HOST}/p/1", "Text", guid="1", date="2026-11-01T10:00:00Z")
    answer = item("Re: A", f"{HOST}/p/2", "Text", guid="2", date="2026-11-02T10:00:00Z")
    assert len({one.thread for one in read(rss(answer, opening, opening)).entries}) == 1


def test_answers_by_reference_join_what_they_answer_at_any_depth() -> None:
    def answering(number: int, ref: str) -> str:
        return entry(f"T{number}", f"{HOST}/p/{number}", "x", guid=f"urn:{number}").replace(
            "</entry>", f'<thr:in-reply-to ref="{ref}"/></entry>' if ref else "</entry>"
        )

    document = atom(answering(3, "urn:2"), answering(2, f"{HOST}/p/1"), answering(1, ""), answering(4, "urn:weg"))
    assert [one.thread for one in read(document).entries] == ["forum.example/~urn:1"] * 3 + ["forum.example/~urn:weg"]
    circle = atom(answering(1, "urn:2"), answering(2, "urn:1"))
    assert len({one.thread for one in read(circle).entries}) == 1
