"""What each board software does to its feeds, and what is made of it."""

import time

import pytest

from kundenradar.domain.judging import text_to_judge
from kundenradar.domain.mentions import is_edited
from tests.core.feeds.writing import HOST, atom, entry, item, judged, only, read, rss

QUOTED = "lädt nicht mehr"
OWN = "Bei mir auch, seit drei Wochen."


def footer(*counts: str, name: str = "Käthe Müller", word: str = "Statistik", by: str = "Verfasst von") -> str:
    profile = f"{HOST}/memberlist.php?mode=viewprofile&amp;u=54"
    tail = "".join(f" — {count}" for count in counts)
    return f'<p>{word}: {by} <a href="{profile}">{name}</a> — So 30. Nov 2025, 21:14{tail}</p><hr />\n'


PHPBB = f"{HOST}/viewtopic.php?p=98211#p98211"


# -- phpBB ----------------------------------------------------------------------------


def test_phpbb_footers_are_cut_and_harvested() -> None:
    found = only(atom(entry("Technik • Akku lädt nicht", PHPBB, OWN + footer("Antworten 3", "Zugriffe 1.204"))))
    assert found.text == OWN
    assert (found.replies, found.views) == (3, 1204)
    assert (found.author, found.author_url) == ("Käthe Müller", f"{HOST}/memberlist.php?mode=viewprofile&u=54")


@pytest.mark.parametrize(
    "tail",
    [
        footer(word="Statistics", by="Posted by"),
        footer(word="Statistiques", by="Posté par"),
        "<p>Statistik: Verfasst von Gast — So 30. Nov 2025, 21:14</p><hr />",
        '<p>Statistik: Verfasst von <span class="username-coloured">Chef</span> — So 30. Nov 2025</p><hr/>',
        '<br /><p>Statistics: Posted by <a href="./memberlist.php?u=2">x</a> &mdash; Sun</p><hr />',
    ],
)
def test_phpbb_footers_of_any_language_and_rank_are_cut(tail: str) -> None:
    assert only(atom(entry("Technik • Akku", PHPBB, OWN + tail))).text == OWN


def test_a_sentence_that_looks_like_a_footer_stays() -> None:
    text = "<p>Ergebnis: Verfasst von mir — siehe oben</p><p>Mehr dazu morgen.</p>"
    assert "Verfasst von mir" in only(atom(entry("a • b", PHPBB, text))).text


def test_phpbb_posts_are_known_by_number_whatever_else_changes() -> None:
    links = [
        PHPBB,
        f"{HOST}/viewtopic.php?f=3&t=51&p=98211#p98211",
        f"{HOST}/viewtopic.php?p=98211&sid={'a' * 32}#p98211",
    ]
    assert {only(atom(entry("a • b", link, OWN))).identity for link in links} == {"post:98211"}


def test_a_phpbb_answer_belongs_to_the_topic_of_its_title() -> None:
    topic, answer = read(
        atom(
            entry("Technik • Re: Akku lädt nicht", f"{HOST}/viewtopic.php?p=2#p2", OWN),
            entry("Technik • Akku lädt nicht", f"{HOST}/viewtopic.php?p=1#p1", QUOTED),
        )
    ).entries[::-1]
    assert topic.thread == answer.thread is not None
    assert (topic.reply, answer.reply) == (False, True)


def test_a_phpbb_title_that_comes_back_or_stands_in_another_board_is_another_topic() -> None:
    told = [
        ("Technik • Re: Größe #2?", "2026-11-03"),
        ("Garten • Größe #2?", "2026-11-02"),
        ("Technik • Größe #2?", "2026-11-01"),
        ("Technik • Re: Größe #2?", "2025-11-02"),
        ("Technik • Größe #2?", "2025-11-01"),
    ]
    feed = read(
        atom(
            *(
                entry(title, f"{HOST}/viewtopic.php?p={number}#p{number}", OWN, date=f"{day}T10:00:00Z")
                for number, (title, day) in enumerate(told)
            )
        )
    )
    newest, garden, opening, old_answer, old = (one.thread for one in feed.entries)
    assert newest == opening != old == old_answer
    assert garden not in (opening, old, None)


def test_a_phpbb_topic_is_told_by_its_number_where_there_is_one() -> None:
    assert only(atom(entry("a • b", f"{HOST}/viewtopic.php?t=51", OWN))).thread == "forum.example/51"
    in_topic = only(atom(entry("Re: b", PHPBB, OWN)), f"{HOST}/app.php/feed/topic/51")
    assert in_topic.thread == "forum.example/51"


def test_a_phpbb_quote_tells_whom_it_answers_and_is_not_judged() -> None:
    quote = (
        '<blockquote><cite><a href="./memberlist.php?mode=viewprofile&amp;u=2">Käthe</a> hat geschrieben: '
        '<a href="./viewtopic.php?p=98200#p98200" data-post-id="98200">↑</a> Mo 1. Dez 2025, 10:00</cite>'
        f"{QUOTED}</blockquote>"
    )
    found = only(atom(entry("a • Re: b", PHPBB, quote + OWN, base=PHPBB)))
    assert judged(found) == OWN
    assert QUOTED in found.text
    assert found.in_reply_to == f"{HOST}/viewtopic.php?p=98200#p98200"


@pytest.mark.parametrize(
    ("link", "target", "told"),
    [
        ("/viewtopic.php?f=3&t=51&p=8#p8", "./viewtopic.php?p=7#p7", "/viewtopic.php?f=3&t=51&p=7#p7"),
        ("/viewtopic.php?f=3&t=51&p=8#p8", "./viewtopic.php?t=40&p=7#p7", "/viewtopic.php?t=40&p=7#p7"),
        ("/viewtopic.php?t=51", "./viewtopic.php?p=7#p7", "/viewtopic.php?p=7#p7"),
    ],
)
def test_the_post_answered_is_named_as_the_feed_names_its_entries(link: str, target: str, told: str) -> None:
    quote = f'<blockquote><cite>Käthe hat geschrieben: <a href="{target}">↑</a></cite>{QUOTED}</blockquote>{OWN}'
    assert only(atom(entry("a • Re: b", HOST + link, quote, base=HOST + link))).in_reply_to == HOST + told


def test_the_name_of_a_board_is_not_judged() -> None:
    assert text_to_judge("Lob und Kritik • Akku lädt nicht", OWN) == f"Akku lädt nicht\n{OWN}"


# -- MyBB -----------------------------------------------------------------------------

MYBB_AUTHOR = f'<a href="{HOST}/member.php?action=profile&uid=12">Jürgen_K</a>'


@pytest.mark.parametrize(
    "link",
    [
        f"{HOST}/showthread.php?tid=4711",
        f"{HOST}/thread-4711.html",
        f"{HOST}/showthread.php?tid=4711&utm_source=rss",
        "http://forum.example/showthread.php?tid=4711",
    ],
)
def test_mybb_threads_are_known_by_number(link: str) -> None:
    found = only(rss(item("Pumpe", link, OWN, guid=link, author=MYBB_AUTHOR), generator="MyBB"))
    assert (found.identity, found.thread) == ("thread:4711", "forum.example/4711")
    assert (found.author, found.author_url) == ("Jürgen_K", f"{HOST}/member.php?action=profile&uid=12")


def test_a_mybb_guest_has_a_name_but_no_profile() -> None:
    guest = f'<a href="{HOST}/member.php?action=profile&uid=0">Gast</a>'
    found = only(rss(item("Pumpe", f"{HOST}/showthread.php?tid=1", OWN, author=guest), generator="MyBB"))
    assert (found.author, found.author_url) == ("Gast", None)


def test_mybb_json_numbers_its_threads_as_the_other_feeds_do() -> None:
    document = (
        '{"version":"https://jsonfeed.org/version/1","title":"F","home_page_url":"https://forum.example/",'
        '"feed_url":"https://forum.example/syndication.php?type=json","items":[{"id":"4711",'
        '"url":"https://forum.example/showthread.php?tid=4711","title":"Pumpe","content_html":"<p>pumpt nicht</p>",'
        '"date_published":"2025-12-01T08:00:00+01:00","date_modified ":"2025-12-01T08:00:00+01:00",'
        '"author":{"name":"Jürgen_K","url":"https://forum.example/member.php?action=profile&uid=12"}}]}'
    )
    found = only(document, f"{HOST}/syndication.php?type=json")
    assert (found.identity, found.thread, found.author) == ("thread:4711", "forum.example/4711", "Jürgen_K")


@pytest.mark.parametrize(
    ("served", "winter", "summer"),
    [
        ("Mon, 01 Dec 2025 08:00:20 GMT", "07:00", "22:00"),  # the server lives in Berlin
        ("Mon, 01 Dec 2025 09:00:01 GMT", "08:00", "00:00"),  # it tells the truth
        ("Mon, 01 Dec 2025 03:30:00 GMT", "02:30", "18:30"),  # it lives in India
        ("Tue, 03 Feb 2026 08:00:00 GMT", "08:00", "00:00"),  # an old copy tells nothing
        ("", "08:00", "00:00"),
    ],
)
def test_mybb_local_times_called_utc_are_told_by_the_feeds_own_clock(served: str, winter: str, summer: str) -> None:
    document = atom(
        entry("a", f"{HOST}/showthread.php?tid=2", OWN, date="2025-12-01T08:00:00Z"),
        entry("b", f"{HOST}/showthread.php?tid=1", OWN, date="2024-07-01T00:00:00Z"),
        generator="MyBB",
        updated="2025-12-01T09:00:00Z",
    )
    times = [one.published_at for one in read(document, date=served).entries]
    assert [f"{at:%H:%M}" for at in times if at] == [winter, summer]


# -- SMF ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "link",
    [
        f"{HOST}/index.php?topic=51.msg98211#msg98211",
        f"{HOST}/index.php/topic,51.msg98211.html#msg98211",
        f"{HOST}/index.php?PHPSESSID={'b' * 26}&topic=51.msg98211#msg98211",
        f"{HOST}/index.php/topic,51.msg98211/topicseen.html#msg98211",
    ],
)
def test_smf_messages_are_known_by_number_in_any_spelling(link: str) -> None:
    author = f"<name>Käthe</name><uri>{HOST}/index.php?action=profile;u=7</uri>"
    found = only(atom(entry("Re: Akku", link, OWN, author=author)), f"{HOST}/index.php?action=.xml;type=atom")
    assert (found.identity, found.thread, found.reply) == ("post:98211", "forum.example/51", True)
    assert (found.author, found.author_url) == ("Käthe", f"{HOST}/index.php?action=profile;u=7")


@pytest.mark.parametrize(
    "quote",
    [
        (
            '<div class="quoteheader"><div class="topslice_quote">'
            '<a href="https://forum.example/index.php?topic=51.msg9#msg9">'
            "Zitat von: Käthe am 30. November 2025</a></div></div>"
            f'<blockquote class="bbc_standard_quote">{QUOTED}</blockquote>'
            '<div class="quotefooter"><div class="botslice_quote"></div></div>'
        ),
        (
            '<blockquote class="bbc_standard_quote"><cite><a href="https://forum.example/index.php?topic=51.msg9#msg9">'
            f"Quote from: Käthe on November 30, 2025</a></cite>{QUOTED}</blockquote>"
        ),
    ],
)
def test_smf_quotes_tell_whom_they_answer_and_are_not_judged(quote: str) -> None:
    found = only(rss(item("Re: Akku", f"{HOST}/index.php?topic=51.msg10#msg10", quote + OWN)))
    assert judged(found) == OWN
    assert found.in_reply_to == f"{HOST}/index.php?topic=51.msg9#msg9"


# -- WoltLab --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "link",
    [
        f"{HOST}/thread/5120-akku-laedt-nicht/",
        f"{HOST}/index.php?thread/5120-akku-laedt-nicht/",
        f"{HOST}/thread/5120-geloest-akku-laedt-nicht/?at=54-0123456789abcdef",
        f"{HOST}/forum/thread/5120-akku/",
        f"{HOST}/index.php?page=Thread&threadID=5120",
    ],
)
def test_woltlab_threads_are_known_by_number_although_titles_change(link: str) -> None:
    found = only(
        rss(
            item("Akku", link, OWN, guid=link, more="<slash:comments>2</slash:comments>"),
            generator="WoltLab Suite 6.1.2",
        )
    )
    assert (found.identity, found.thread, found.replies) == ("thread:5120", "forum.example/5120", 2)


def test_a_woltlab_secret_does_not_stay_in_links() -> None:
    link = f"{HOST}/thread/5120-akku/?at=54-0123456789abcdef&postID=7#post7"
    found = only(rss(item("Akku", link, OWN), generator="WoltLab Suite"))
    assert found.link == f"{HOST}/thread/5120-akku/?postID=7#post7"


def test_woltlab_posts_of_one_thread_stay_apart() -> None:
    links = [f"{HOST}/thread/5120-akku/?postID={number}#post{number}" for number in (7, 8)]
    first, second = read(rss(*(item("Akku", one, OWN, guid=one) for one in links), generator="WoltLab Suite")).entries
    assert [first.identity, second.identity] == ["post:7", "post:8"]
    assert first.thread == second.thread == "forum.example/5120"


@pytest.mark.parametrize(
    "quote",
    [
        (
            f'<woltlab-quote data-author="Käthe" data-link="{HOST}/thread/5120-akku/?postID=7#post7">'
            f"{QUOTED}</woltlab-quote>"
        ),
        (
            f'<blockquote class="quoteBox collapsibleBbcode" cite="{HOST}/thread/5120-akku/?postID=7#post7"><div '
            f'class="quoteBoxTitle"><a href="#">Zitat von Käthe</a></div>'
            f'<div class="quoteBoxContent">{QUOTED}</div></blockquote>'
        ),
    ],
)
def test_woltlab_quotes_tell_whom_they_answer(quote: str) -> None:
    found = only(rss(item("Akku", f"{HOST}/thread/5120-akku/?postID=8#post8", quote + f"<p>{OWN}</p>")))
    assert judged(found) == OWN
    assert found.in_reply_to == f"{HOST}/thread/5120-akku/?postID=7#post7"


# -- XenForo --------------------------------------------------------------------------


def xenforo(date: str, comments: int, guid: str, link: str = f"{HOST}/threads/akku-laedt-nicht.5120/") -> str:
    text = f'<div class="bbWrapper">{OWN}</div><br /><a href="{link}" class="link link--internal">Weiterlesen</a>'
    more = (
        "<author>invalid@example.com (Käthe)</author>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded><slash:comments>{comments}</slash:comments>"
    )
    return rss(item("Akku", link, "", guid=guid, date=date, more=more), generator="XenForo")


@pytest.mark.parametrize(
    "guid",
    [
        "5120",
        f"{HOST}/threads/akku-laedt-nicht.5120/",
        f"{HOST}/threads/5120/",
        f"{HOST}/index.php?threads/akku-laedt-nicht.5120/",
    ],
)
def test_xenforo_threads_are_known_by_number(guid: str) -> None:
    found = only(xenforo("Sun, 30 Nov 2025 20:14:05 +0000", 2, guid))
    assert (found.identity, found.thread, found.replies) == ("thread:5120", "forum.example/5120", 2)
    assert (found.author, judged(found)) == ("Käthe", OWN)


@pytest.mark.parametrize(
    ("target", "words", "own"),
    [
        ("akku-laedt.12", "Lies alles", OWN),
        ("anderes.7", "Siehe hier", f"{OWN}\nSiehe hier"),
    ],
)
def test_the_link_of_xenforo_to_the_thread_is_no_part_of_a_post_one_of_its_author_is(
    target: str, words: str, own: str
) -> None:
    text = f'{OWN}<br /><a href="{HOST}/threads/{target}/" class="link link--internal">{words}</a>'
    assert judged(only(rss(item("Akku", f"{HOST}/threads/akku-laedt.12/", text, guid="12")))) == own


def test_a_xenforo_answer_only_moves_the_activity() -> None:
    before = only(xenforo("Sun, 30 Nov 2025 20:14:05 +0000", 0, "5120"))
    after = only(xenforo("Tue, 02 Dec 2025 07:00:00 +0000", 3, "5120", f"{HOST}/threads/geloest-akku.5120/"))
    assert before.identity == after.identity
    assert before.fingerprint == after.fingerprint
    assert before.updated_at is None
    assert f"{after.updated_at:%d.%m.}" == "02.12."


@pytest.mark.parametrize(
    "quote",
    [
        (
            '<blockquote class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote"><div class="bbCodeBlock-title">'
            '<a href="/goto/post?id=7" class="bbCodeBlock-sourceJump">Käthe schrieb:</a></div>'
            f"<div>{QUOTED}</div></blockquote>"
        ),
        (
            '<div class="bbCodeBlock bbCodeQuote" data-author="Käthe"><aside>'
            '<div class="attribution type">Käthe schrieb: '
            '<a href="goto/post?id=7#post-7" class="AttributionLink">↑</a></div>'
            f'<blockquote class="quoteContainer"><div class="quote">{QUOTED}</div>'
            '<div class="quoteExpand">Zum Vergrößern anklicken....</div></blockquote></aside></div>'
        ),
    ],
)
def test_xenforo_quotes_of_both_generations_are_not_judged(quote: str) -> None:
    found = only(rss(item("Akku", f"{HOST}/threads/akku.5120/", f'<div class="bbWrapper">{quote}{OWN}</div>')))
    assert judged(found) == OWN
    assert found.in_reply_to is not None
    assert "goto/post?id=7" in found.in_reply_to


# -- vBulletin ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "guid"),
    [
        (f"{HOST}/showthread.php?t=5120&goto=newpost", f"{HOST}/showthread.php?t=5120"),
        (f"{HOST}/showthread.php?5120-Akku&goto=newpost", f"{HOST}/showthread.php?5120-Akku"),
        (f"{HOST}/threads/5120-Akku?goto=newpost", f"{HOST}/threads/5120-Akku"),
        (f"{HOST}/showthread.php/5120-Akku", f"{HOST}/showthread.php/5120-Akku-laedt-nicht"),
        (f"{HOST}/forum/technik/5120-akku", f"{HOST}/forum/technik/5120-akku"),
    ],
)
def test_vbulletin_threads_are_known_by_number(link: str, guid: str) -> None:
    found = only(rss(item("Akku", link, OWN, guid=guid), generator="vBulletin"))
    assert (found.identity, found.thread) == ("thread:5120", "forum.example/5120")


def test_vbulletin_feeds_of_newest_posts_hold_one_entry_per_post() -> None:
    thread = f"{HOST}/showthread.php?t=5120"
    url = f"{HOST}/external.php?type=RSS2&lastpost=1"
    first = only(rss(item("Akku", thread, "Erstens", guid=thread), generator="vBulletin"), url)
    second = only(
        rss(item("Akku", thread, "Zweitens", guid=thread, date="Mon, 01 Dec 2025 08:00:00 GMT"), generator="vBulletin"),
        url,
    )
    assert first.identity != second.identity
    assert first.thread == second.thread


@pytest.mark.parametrize(
    "quote",
    [
        (
            '<div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div '
            'class="bbcode_quote_container"></div><div class="bbcode_postedby"><img src="q.gif"/> Zitat von '
            f'<strong>Käthe</strong> <a href="{HOST}/showthread.php?p=7#post7"><img src="v.gif"/></a></div>'
            f'<div class="message">{QUOTED}</div>'
            "</div></div></div>"
        ),
        (
            '<div style="margin:20px; margin-top:5px; "><div class="smallfont" style="margin-bottom:2px">'
            "Zitat:</div><table "
            f'cellpadding="6"><tr><td class="alt2"><div>Zitat von <strong>Käthe</strong> '
            f'<a href="{HOST}/showthread.php?p=7#post7">'
            f'<img/></a></div><div style="font-style:italic">{QUOTED}</div></td></tr></table></div>'
        ),
    ],
)
def test_vbulletin_quotes_of_both_generations_are_not_judged(quote: str) -> None:
    found = only(rss(item("Akku", f"{HOST}/showthread.php?t=5120", f"{quote}{OWN}"), generator="vBulletin"))
    assert judged(found) == OWN
    assert found.in_reply_to == f"{HOST}/showthread.php?p=7#post7"


@pytest.mark.parametrize(
    "text",
    [
        f"---Quote (Originally by Käthe)---\n{QUOTED}\n---End Quote---\n{OWN}",
        f"---Zitat (Zitat von Käthe)---\n{QUOTED}\n---Ende Zitat---\n{OWN}",
        f"[QUOTE=Käthe;98211]{QUOTED}[/QUOTE]\n{OWN}",
        f"> {QUOTED}\n{OWN}",
        f"Am 30.11.2025 um 20:14 schrieb Käthe:\n> {QUOTED}\n\n{OWN}",
        f"{OWN}\n-----Ursprüngliche Nachricht-----\n{QUOTED}",
        f"{OWN}\n--\nBester Bäcker von allen\nWerbung",
        f"{OWN}\n__________________\nNie wieder Firma X",
    ],
)
def test_quotes_in_plain_text_are_not_judged(text: str) -> None:
    found = only(
        rss(item("Akku", f"{HOST}/showthread.php?t=5120", text.replace("\n", "<br />")), generator="vBulletin")
    )
    assert judged(found) == OWN


# -- Discourse ------------------------------------------------------------------------

TOPIC = "https://forum.example/t/akku-laedt-nicht/512"


@pytest.mark.parametrize(
    ("link", "guid"),
    [
        (f"{TOPIC}/3", "forum.example-post-512-3"),
        (f"{TOPIC}/3", "forum.example-post-98211"),
        ("https://forum.example/t/geloest-akku/512/3", "forum.example-post-98211"),
        ("https://forum.example/t/512/3", "forum.example-post-512-3"),
        (f"{TOPIC}/3?u=kaethe", "forum.example-post-512-3"),
    ],
)
def test_discourse_posts_are_known_by_topic_and_number(link: str, guid: str) -> None:
    found = only(rss(item("Akku lädt nicht", link, f"<p>{OWN}</p>", guid=guid, author="@nord_licht Käthe Müller")))
    assert (found.identity, found.thread, found.author) == ("post:512/3", "forum.example/512", "nord_licht")
    assert found.reply


def test_a_discourse_topic_is_its_first_post() -> None:
    listed = only(rss(item("Akku", TOPIC, f"<p>{OWN}</p>", guid="forum.example-topic-512")))
    posted = only(rss(item("Akku", f"{TOPIC}/1", f"<p>{OWN}</p>", guid="forum.example-post-98211")))
    assert listed.identity == posted.identity == "post:512/1"
    assert not listed.reply
    assert not posted.reply


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("", f'<p><small>4 Beiträge - 2 Teilnehmer</small></p><p><a href="{TOPIC}">Vollständiges Thema lesen</a></p>'),
        ("", f'<p><small>4 posts - 2 participants</small></p> <p><a href="{TOPIC}">Read full topic</a></p>'),
        ("", f'<p>Posts: 4</p><p>Participants: 2</p><p><a href="{TOPIC}">Read full topic</a></p>'),
        (
            "",
            f'<p><small>4 messages - 2 participant(e)s</small></p><p><a href="{TOPIC}">Lire le sujet en entier</a></p>',
        ),
    ],
)
def test_counts_and_links_below_a_discourse_topic_are_not_judged(head: str, tail: str) -> None:
    found = only(rss(item("Akku", TOPIC, f"{head}<p>{OWN}</p>{tail}", guid="forum.example-topic-512")))
    assert judged(found) == OWN
    assert found.replies in (3, None)


@pytest.mark.parametrize("counts", ["<p><small>4 Beiträge - 2 Teilnehmer</small></p>", ""])
def test_a_number_in_the_last_words_of_a_discourse_topic_is_its_authors(counts: str) -> None:
    tail = f'{counts}<p><a href="{TOPIC}">Vollständiges Thema lesen</a></p>'
    found = only(
        rss(item("Akku", TOPIC, f"<p>{OWN}</p><p>Das sind 3 Wochen!</p>{tail}", guid="forum.example-topic-512"))
    )
    assert judged(found) == f"{OWN}\n\nDas sind 3 Wochen!"


@pytest.mark.parametrize("verb", ["wrote", "schrieb", "hat geschrieben"])
def test_a_wrapped_discourse_post_is_unwrapped_and_its_own_quotes_are_cut(verb: str) -> None:
    quote = (
        '<aside class="quote no-group" data-username="kaethe" data-post="1" data-topic="512"><div class="title">kaethe:'
        f"</div><blockquote><p>{QUOTED}</p></blockquote></aside>"
    )
    tail = f'<p><a href="{TOPIC}/3">Read full topic</a></p>'
    text = f"<p>@nord_licht {verb}:</p><blockquote>{quote}<p>{OWN}</p></blockquote>{tail}"
    found = only(rss(item("Akku", f"{TOPIC}/3", text, guid="forum.example-post-512-3")))
    assert judged(found) == OWN
    assert found.in_reply_to == f"{TOPIC}/1"


def test_a_link_at_the_end_of_a_discourse_post_is_its_authors() -> None:
    text = f'<p>{OWN}</p><p><a href="https://werkstatt.example/">unsere Werkstatt</a></p>'
    assert "Werkstatt" in judged(only(rss(item("Akku", f"{TOPIC}/3", text, guid="forum.example-post-512-3"))))


def test_a_link_preview_is_not_judged() -> None:
    box = '<aside class="onebox allowlistedgeneric"><article><h3>Der Akku ist eine Katastrophe</h3></article></aside>'
    assert judged(only(rss(item("Akku", f"{TOPIC}/3", f"<p>{OWN}</p>{box}")))) == OWN


# -- NodeBB, Flarum, Invision ----------------------------------------------------------


def test_a_nodebb_title_that_holds_the_date_of_an_edit_is_no_edit() -> None:
    titles = [
        "Reply to Akku lädt nicht on Sun, 30 Nov 2025 20:14:05 GMT",
        "Reply to Akku lädt nicht on Mon, 01 Dec 2025 07:00:00 GMT",
    ]
    before, after = (
        only(rss(item(title, f"{HOST}/post/98211", OWN, guid=f"{HOST}/post/98211"), generator="RSS for Node"))
        for title in titles
    )
    assert before.identity == after.identity == "post:98211"
    assert not is_edited(before.fingerprint, after.fingerprint)
    assert text_to_judge(before.title, before.text) == OWN


def test_newest_posts_of_a_nodebb_topic_are_one_discussion_whose_title_none_of_them_says() -> None:
    posts = [
        item("Akku lädt nicht", f"{HOST}/post/{number}", OWN, author=name) for number, name in ((3, "A"), (2, "B"))
    ]
    found = read(rss(*posts, generator="RSS for Node"), f"{HOST}/recentposts.rss").entries
    assert {one.thread for one in found} == {"forum.example/~akku lädt nicht"}
    assert all(one.reply for one in found)


def test_a_nodebb_topic_feed_gives_its_posts_a_thread() -> None:
    document = rss(item("Reply to Akku on Sun, 30 Nov 2025", f"{HOST}/post/9", OWN), site=f"{HOST}/topic/51/akku")
    assert only(document, f"{HOST}/topic/51.rss").thread == "forum.example/51"


def test_a_nodebb_quote_tells_whom_it_answers() -> None:
    text = (
        f'<p dir="auto"><a class="plugin-mentions-user" href="{HOST}/user/kaethe">@kaethe</a> '
        '<a href="/post/7">said</a> in '
        f'<a href="/topic/51/akku">Akku</a>:</p><blockquote><p>{QUOTED}</p></blockquote><p>{OWN}</p>'
    )
    found = only(rss(item("Akku", f"{HOST}/post/8", text), generator="RSS for Node"), f"{HOST}/recentposts.rss")
    assert (judged(found), found.in_reply_to) == (OWN, f"{HOST}/post/7")


def test_flarum_posts_know_their_discussion_and_whom_they_answer() -> None:
    text = f'<p><a href="{HOST}/d/51-akku/2" class="PostMention" data-id="77">@kaethe</a> {OWN}</p>'
    found = only(atom(entry("Akku", f"{HOST}/d/51-akku/3", text)), f"{HOST}/atom/d/51-akku")
    assert (found.identity, found.thread) == ("post:51/3", "forum.example/51")
    assert (found.in_reply_to, found.reply) == (f"{HOST}/d/51-akku/2", True)


def test_a_flarum_discussion_keeps_its_identity_when_renamed() -> None:
    first, second = (
        only(atom(entry("Akku", f"{HOST}/d/51-{slug}", OWN)), f"{HOST}/atom/discussions")
        for slug in ("akku", "geloest")
    )
    assert first.identity == second.identity == "thread:51"


def test_invision_comments_are_known_by_number() -> None:
    link = f"{HOST}/topic/51-akku/?do=findComment&comment=98211"
    found = only(rss(item("Akku", link, OWN, guid=link), generator="Invision Community"))
    assert (found.identity, found.thread) == ("post:98211", "forum.example/51")


# -- all ------------------------------------------------------------------------------


def test_entries_of_another_host_do_not_share_numbers_with_the_feeds_own() -> None:
    own, foreign = read(
        atom(entry("a • b", PHPBB, OWN), entry("a • b", PHPBB.replace("forum.example", "anderes.example"), OWN))
    ).entries
    assert own.identity == "post:98211"
    assert foreign.identity == "post:anderes.example/98211"


def test_several_entries_of_a_thread_are_told_apart_by_their_guids() -> None:
    link = f"{HOST}/showthread.php?tid=4711"
    first, second = read(
        rss(item("Re: Pumpe", link, "eins", guid="a-1"), item("Re: Pumpe", link, "zwei", guid="a-2"), generator="MyBB")
    ).entries
    assert (first.identity, second.identity) == ("a-1", "a-2")


OPENERS = (
    *(
        "<blockquote><cite>",
        '<div class="bbcode_quote">',
        '<div class="quote" class="',
        "Zitat:",
        "---Zitat ",
        "[quote]",
    ),
    *(
        "-",
        "_",
        "\n",
        " ",
        "\n--\n",
        "<p>Statistik: Verfasst von a — ",
        "<p>1 — ",
        "<p>x schrieb:</p><blockquote>",
        "> ",
    ),
    *("submitted by ", '<aside class="quote"', "<br />", "</blockquote>", "&#32;", "link--internal "),
)
SOFTWARE = {
    "phpBB": (PHPBB, ""),
    "MyBB": (f"{HOST}/showthread.php?tid=1", "MyBB"),
    "SMF": (f"{HOST}/index.php?topic=1.msg2#msg2", ""),
    "WoltLab": (f"{HOST}/thread/1-a/", "WoltLab Suite"),
    "XenForo": (f"{HOST}/threads/a.1/", "XenForo"),
    "vBulletin": (f"{HOST}/showthread.php?t=1", "vBulletin"),
    "Discourse": (f"{HOST}/t/a/1/2", ""),
    "NodeBB": (f"{HOST}/post/1", "RSS for Node"),
    "Lemmy": (f"{HOST}/post/1", "Lemmy"),
    "Reddit": ("https://www.reddit.com/r/a/comments/1a/b/", ""),
    "WordPress": (f"{HOST}/a/#comment-1", "WordPress"),
    "Bluesky": ("https://bsky.app/profile/a.b/post/1", ""),
    "": ("https://a.example/1.html", ""),
}


@pytest.mark.parametrize("software", SOFTWARE)
def test_no_rule_takes_long_whatever_is_written(software: str) -> None:
    link, generator = SOFTWARE[software]
    texts = [(opener * (20_000 // len(opener))) + end for opener in OPENERS for end in ("", "[link--internal uote]")]
    document = rss(*(item("a", f"{link}", text) for text in texts), generator=generator)
    began = time.process_time()
    assert read(document).software == software
    assert time.process_time() - began < 0.1 * len(texts)


def test_feeds_of_unknown_software_are_left_alone() -> None:
    found = only(
        rss(item("Titel", "https://a.example/beitrag", "<p>Text</p>", guid="x")), "https://a.example/nachrichten.xml"
    )
    assert (found.identity, found.thread, found.judged) == ("x", None, "")
