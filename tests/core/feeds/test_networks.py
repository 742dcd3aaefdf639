"""What social networks, blogs and searches do to their feeds, and what is made of it."""

import pytest

from kundenradar.domain.judging import text_to_judge
from kundenradar.feeds.software import recognise
from tests.core.feeds.writing import HOST, atom, entry, item, judged, only, read, rss

OWN = "Der Akku lädt seit dem Update nicht mehr."


# -- Lemmy ----------------------------------------------------------------------------


def lemmy(body: str, link: str = "https://feddit.example/post/98211") -> str:
    head = (
        'submitted by <a href="https://feddit.example/u/kaethe">kaethe</a> to '
        '<a href="https://feddit.example/c/haushalt">haushalt</a><br>'
        f'-2 points | <a href="{link}">3 comments</a><br>'
    )
    return rss(
        item("Akku", link, head + body, guid=link, author="https://feddit.example/u/kaethe"),
        site="https://feddit.example/c/haushalt",
    )


@pytest.mark.parametrize(
    "body",
    [f"<p>{OWN}</p>", OWN, f'<a href="https://b.example/?a=1&amp;b=2">https://b.example/?a=1&amp;b=2</a><p>{OWN}</p>'],
)
def test_the_head_of_a_lemmy_post_is_harvested_and_not_judged(body: str) -> None:
    found = only(lemmy(body), "https://feddit.example/feeds/c/haushalt.xml?sort=New")
    assert judged(found) == OWN
    assert found.text.startswith("submitted by kaethe")
    assert (found.replies, found.thread) == (3, "feddit.example/98211")
    assert (found.author, found.author_url) == ("kaethe", "https://feddit.example/u/kaethe")


def test_a_lemmy_link_without_words_is_judged_by_its_title() -> None:
    found = only(lemmy('<a href="https://b.example/">https://b.example/</a>'), "https://feddit.example/feeds/all.xml")
    assert judged(found) == "…"


# -- Reddit ---------------------------------------------------------------------------


def reddit(text: str, *, guid: str, link: str, author: str = "/u/kaethe", title: str = "Akku") -> str:
    tail = (
        '&#32; submitted by &#32; <a href="https://www.reddit.com/user/kaethe"> /u/kaethe </a> <br/> '
        f'<span><a href="{link}">[link]</a></span> &#32; <span><a href="{link}">[comments]</a></span>'
    )
    person = f"<name>{author}</name><uri>https://www.reddit.com/user/kaethe</uri>"
    html = f'<!-- SC_OFF --><div class="md"><p>{text}</p></div><!-- SC_ON --> {tail}' if text else tail
    return atom(entry(title, link, html, guid=guid, author=person), site="https://www.reddit.com/r/haushalt/")


@pytest.mark.parametrize("host", ["www.reddit.com", "old.reddit.com", "reddit.com"])
@pytest.mark.parametrize("guid", ["t3_1abc", "https://www.reddit.com/r/haushalt/comments/1abc/akku/"])
def test_reddit_posts_are_the_same_under_all_hosts(host: str, guid: str) -> None:
    link = f"https://{host}/r/haushalt/comments/1abc/akku/"
    found = only(reddit(OWN, guid=guid, link=link), f"https://{host}/r/haushalt/new/.rss")
    assert (found.identity, found.thread, found.reply) == ("t3_1abc", "reddit.com/1abc", False)
    assert (found.author, judged(found)) == ("kaethe", OWN)


def test_a_reddit_comment_is_a_reply_whose_title_is_not_its_own() -> None:
    link = "https://www.reddit.com/r/haushalt/comments/1abc/akku/x9/"
    found = only(
        reddit(OWN, guid="t1_x9", link=link, title="/u/kaethe on Akku: was für ein Mist"), "https://www.reddit.com/.rss"
    )
    assert (found.identity, found.thread, found.reply) == ("t1_x9", "reddit.com/1abc", True)
    assert text_to_judge(found.title, judged(found)) == OWN


def test_a_reddit_link_without_words_has_nothing_of_its_own() -> None:
    link = "https://www.reddit.com/r/haushalt/comments/1abc/akku/"
    assert judged(only(reddit("", guid="t3_1abc", link=link), "https://www.reddit.com/r/haushalt/.rss")) == "…"


def test_a_deleted_reddit_author_is_nobody() -> None:
    link = "https://www.reddit.com/r/haushalt/comments/1abc/akku/"
    found = only(
        reddit(OWN, guid="t3_1abc", link=link, author="/u/[deleted]"), "https://www.reddit.com/r/haushalt/.rss"
    )
    assert found.author is None


def test_words_that_only_sound_like_the_tail_stay() -> None:
    link = "https://www.reddit.com/r/haushalt/comments/1abc/akku/"
    found = only(
        reddit("Das wurde submitted by meinem Chef.", guid="t3_1abc", link=link), "https://www.reddit.com/.rss"
    )
    assert judged(found) == "Das wurde submitted by meinem Chef."


# -- Stack Exchange -------------------------------------------------------------------


def test_an_answer_on_stack_exchange_answers_its_question() -> None:
    site = "https://german.stackexchange.com"
    question, answer = read(
        atom(
            entry("Warum?", f"{site}/questions/123/warum", OWN, guid=f"{site}/q/123"),
            entry(
                "Answer by Käthe for Warum?",
                f"{site}/questions/123/warum/456#456",
                OWN,
                guid=f"{site}/questions/123/-/456#456",
            ),
            site=f"{site}/questions/123",
        ),
        f"{site}/feeds/question/123",
    ).entries
    assert question.thread == answer.thread == "german.stackexchange.com/123"
    assert (question.reply, answer.reply) == (False, True)
    assert answer.in_reply_to == question.guid
    assert answer.identity == "post:456"


# -- Mastodon, Bluesky ----------------------------------------------------------------


@pytest.mark.parametrize(
    "link",
    [
        "https://social.example/@kaethe/109773781555026547",
        "https://social.example/users/kaethe/statuses/109773781555026547",
    ],
)
def test_a_mastodon_post_has_an_author_and_no_invented_title(link: str) -> None:
    document = rss(item("New status by kaethe", link, f"<p>{OWN}</p>", guid=link), generator="Mastodon v4.2.1")
    found = only(document, "https://social.example/@kaethe.rss")
    assert (found.title, found.author, found.identity) == ("", "kaethe", "post:109773781555026547")
    assert found.author_url == "https://social.example/@kaethe"


def test_a_mastodon_link_is_shown_whole() -> None:
    link = (
        '<a href="https://b.example/akku"><span class="invisible">https://</span>'
        '<span class="ellipsis">b.example/ak</span>'
        '<span class="invisible">ku</span></a>'
    )
    found = only(
        rss(item("", "https://s.example/@kaethe/109773781555026547", f"<p>{OWN} {link}</p>"), generator="Mastodon")
    )
    assert found.text == f"{OWN} https://b.example/akku"


def test_a_bluesky_post_knows_its_author_from_the_feed() -> None:
    uri = "at://did:plc:abc/app.bsky.feed.post/3kxyz"
    post = item(
        "",
        "https://bsky.app/profile/did:plc:abc/post/3kxyz",
        f"{OWN}\n\n[contains quote post or other embedded content]",
        guid=uri,
    )
    document = rss(post, site="https://bsky.app/profile/kaethe.bsky.social", title="@kaethe.bsky.social - Käthe")
    found = only(document, "https://bsky.app/profile/did:plc:abc/rss")
    assert (found.author, found.author_url) == ("kaethe.bsky.social", "https://bsky.app/profile/kaethe.bsky.social")
    assert (found.identity, judged(found)) == ("post:3kxyz", OWN)


# -- blogs ----------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["", "comment-page-1/", "comment-page-3/"])
def test_wordpress_comments_keep_identity_and_thread_when_their_page_moves(page: str) -> None:
    link = f"https://blog.example/brot/{page}#comment-34"
    comment = item(
        "Kommentar zu Brot von Käthe",
        link,
        f"<p>{OWN}</p>",
        guid="https://blog.example/brot/#comment-34",
        author="Käthe",
    )
    found = only(rss(comment, generator="https://wordpress.org/?v=6.4"), "https://blog.example/comments/feed/")
    assert (found.identity, found.thread, found.reply) == ("comment:34", "https://blog.example/brot/", True)
    assert text_to_judge(found.title, found.text) == OWN


def test_a_wordpress_answer_says_whom_it_answers() -> None:
    first = '<p>Als Antwort auf <a href="https://blog.example/brot/#comment-12">Jürgen</a>.</p>'
    comment = item("Von: Käthe", "https://blog.example/brot/#comment-34", f"{first}<p>{OWN}</p>")
    found = only(rss(comment, generator="https://wordpress.org/?v=6.4"))
    assert (found.in_reply_to, judged(found)) == ("https://blog.example/brot/#comment-12", OWN)


def test_whom_a_wordpress_answer_answers_is_not_judged_whatever_the_name() -> None:
    first = '<p>Als Antwort auf <a href="https://blog.example/brot/#comment-12">das beste Brot der Stadt</a>.</p>'
    comment = item("Von: Käthe", "https://blog.example/brot/#comment-34", f"{first}<p>{OWN}</p>")
    assert judged(only(rss(comment, generator="https://wordpress.org/?v=6.4"))) == OWN


def test_an_atom_comment_names_what_it_answers_itself() -> None:
    link = "https://blog.example/brot/#comment-34"
    more = '<thr:in-reply-to ref="https://blog.example/brot/#comment-12" type="text/html"/>'
    found = only(atom(entry("Kommentar zu Brot von Käthe", link, OWN, more=more), generator="WordPress"))
    assert found.in_reply_to == "https://blog.example/brot/#comment-12"


def test_wordpress_articles_tell_the_number_of_their_comments() -> None:
    article = item(
        "Brot",
        "https://blog.example/brot/",
        OWN,
        guid="https://blog.example/?p=7",
        more="<slash:comments>12</slash:comments>",
    )
    found = only(rss(article, generator="https://wordpress.org/?v=6.4"))
    assert (found.replies, found.identity, found.thread) == (12, "https://blog.example/?p=7", None)


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("<name>Käthe</name><email>noreply@blogger.com</email>", "Käthe"),
        ("<name>Unknown</name><email>noreply@blogger.com</email>", None),
        ("<name>Anonymous</name><email>noreply@blogger.com</email>", None),
        ("<name>Anonym</name><email>noreply@blogger.com</email>", None),
    ],
)
def test_bloggers_address_of_nobody_is_no_author(author: str, name: str | None) -> None:
    link = "https://kaethe.blogspot.com/2025/11/brot.html?showComment=1764000000000#c123456"
    guid = "tag:blogger.com,1999:blog-1.post-2"
    more = '<thr:in-reply-to ref="tag:blogger.com,1999:blog-1.post-1" href="https://kaethe.blogspot.com/2025/11/brot.html"/>'
    found = only(atom(entry(f"{OWN[:20]}...", link, OWN, guid=guid, author=author, more=more), generator="Blogger"))
    assert found.author == name
    assert found.in_reply_to == "tag:blogger.com,1999:blog-1.post-1"
    assert found.thread == "https://kaethe.blogspot.com/2025/11/brot.html"
    assert text_to_judge(found.title, found.text) == OWN


def test_blogger_articles_tell_the_number_of_their_comments() -> None:
    found = only(
        atom(entry("Brot", "https://k.blogspot.com/1.html", OWN, more="<thr:total>4</thr:total>"), generator="Blogger")
    )
    assert found.replies == 4


# -- searches -------------------------------------------------------------------------


def news(
    guid: str, date: str = "Sun, 30 Nov 2025 20:14:05 GMT", title: str = "Bäckerei Brandt schließt - Ostsee-Zeitung"
) -> str:
    link = f"https://news.google.com/rss/articles/{guid}?oc=5"
    html = f'<a href="{link}">Bäckerei Brandt schließt</a>&nbsp;&nbsp;<font color="#6f6f6f">Ostsee-Zeitung</font>'
    more = '<source url="https://www.ostsee-zeitung.de">Ostsee-Zeitung</source>'
    return rss(
        item(title, link, html, guid=guid, date=date, more=more),
        site="https://news.google.com/search?q=brandt",
        generator="NFE/5.0",
    )


def test_a_headline_in_google_news_is_one_whatever_its_identifier() -> None:
    url = "https://news.google.com/rss/search?q=brandt&hl=de"
    first, second = only(news("CBMiAAA"), url), only(news("CBMiBBB", "Sun, 30 Nov 2025 21:00:00 GMT"), url)
    next_day = only(news("CBMiCCC", "Tue, 02 Dec 2025 07:00:00 GMT"), url)
    elsewhere = only(news("CBMiAAA").replace("Ostsee-Zeitung", "Nordkurier"), url)
    assert first.identity == second.identity
    assert len({first.identity, next_day.identity, elsewhere.identity}) == 3
    assert text_to_judge(first.title, judged(first)).split("\n")[0] == "Bäckerei Brandt schließt - Ostsee-Zeitung"
    assert judged(first) == "…"


def test_google_alerts_lead_to_what_was_found() -> None:
    target = "https://www.ostsee-zeitung.de/brandt?utm_source=alert"
    redirect = f"https://www.google.com/url?rct=j&sa=t&url={target}&ct=ga&cd=1&usg=abc"
    html = "Die <b>Bäckerei Brandt</b> schließt&nbsp;..."
    documents = [
        atom(
            entry(
                "<b>Bäckerei Brandt</b> &amp; Söhne",
                redirect,
                html,
                guid=f"tag:google.com,2013:googlealerts/feed:{number}",
            ),
            site="https://www.google.com/alerts",
            title="Google Alert - Brandt",
        )
        for number in (1, 2)
    ]
    first, second = (only(document, "https://www.google.de/alerts/feeds/1/2") for document in documents)
    assert (first.title, first.link) == ("Bäckerei Brandt & Söhne", target)
    assert first.identity == second.identity == "link:ostsee-zeitung.de/brandt"


def test_bing_leads_to_what_was_found() -> None:
    link = "http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=1&url=https%3a%2f%2fwww.oz.example%2fbrandt&c=1&mkt=de-de"
    found = only(rss(item("Brandt", link, OWN)), "https://www.bing.com/news/search?q=brandt&format=rss")
    assert (found.link, found.identity) == ("https://www.oz.example/brandt", "link:oz.example/brandt")


@pytest.mark.parametrize("author", ["invalid@example.com", "noreply@blogger.com", "no-reply@forum.example"])
def test_a_mail_address_that_nobody_reads_is_no_author(author: str) -> None:
    assert only(rss(item("a", "https://a.example/1", OWN, author=author))).author is None


def test_a_mail_answered_above_its_quote_is_judged_alone() -> None:
    text = f'<div>{OWN}</div><div class="gmail_quote"><div>Am 30.11. schrieb Käthe:<br></div>{OWN} Super.</div>'
    assert judged(only(rss(item("a", "https://a.example/1", text)))) == OWN


# -- reviews --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "stars"),
    [
        ("★★☆☆☆ Nie wieder", OWN, 2),
        ("Sehr gut", "⭐⭐⭐⭐⭐ " + OWN, 5),
        ("4 von 5 Sternen", OWN, 4),
        ("Bewertung: 1/5", OWN, 1),
        ("Rating: 4,5 out of 5", OWN, 4.5),
        ("★★★", OWN, None),
        ("3 von 5 Brötchen waren alt", OWN, None),
        ("Die 5 besten Bäcker", OWN, None),
        ("Um 4/5 billiger", OWN, None),
    ],
)
def test_stars_that_open_a_review_are_its_rating(title: str, text: str, stars: float | None) -> None:
    assert only(rss(item(title, "https://reviews.example/1", text))).rating == stars


def test_a_review_in_the_app_store_has_stars_and_no_table() -> None:
    table = "&lt;table&gt;&lt;tr&gt;&lt;td&gt;Rating&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;"
    review = (
        "<entry><id>5483431986</id><title>Stürzt ab</title><updated>2025-11-30T20:14:05-07:00</updated>"
        f'<content type="text">{OWN}</content><content type="html">{table}</content><im:rating>1</im:rating>'
        "<author><name>kaethe</name><uri>https://itunes.apple.com/de/reviews/id7</uri></author></entry>"
    )
    document = atom(review, site="https://itunes.apple.com/de/rss/customerreviews/id=1/xml").replace(
        "<feed ", '<feed xmlns:im="http://itunes.apple.com/rss" ', 1
    )
    for page in (1, 2):
        found = only(
            document, f"https://itunes.apple.com/de/rss/customerreviews/page={page}/id=1/sortby=mostrecent/xml"
        )
        assert (found.identity, found.rating, found.text, found.author) == ("5483431986", 1, OWN, "kaethe")


def test_the_app_itself_is_no_review() -> None:
    def told(*entries: str) -> list[str]:
        document = atom(*entries).replace("<feed ", '<feed xmlns:im="http://itunes.apple.com/rss" ', 1)
        feed = read(document, "https://itunes.apple.com/de/rss/customerreviews/id=1/xml")
        assert not feed.damaged
        return [one.title for one in feed.entries]

    app = "<entry><id>1</id><title>Die App</title><im:artist>Firma</im:artist></entry>"
    review = "<entry><id>2</id><title>Gut</title><im:rating>5</im:rating></entry>"
    assert told(app, review) == ["Gut"]
    assert told(app) == ["Die App"]


# -- recognising ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("software", "generator", "addresses", "told"),
    [
        ("phpBB", "", (f"{HOST}/feed/topics",), ()),
        ("phpBB", "", (f"{HOST}/forum/app.php/feed/forum/3",), ()),
        ("phpBB", "", (f"{HOST}/feed",), (f"{HOST}/viewtopic.php?p=1#p1",)),
        ("MyBB", "", (f"{HOST}/feed",), (f"{HOST}/thread-4711-post-9.html#pid9",)),
        ("MyBB", "", (f"{HOST}/syndication.php?fid=2&limit=50",), ()),
        ("SMF", "", (f"{HOST}/index.php?action=.xml;type=rss2",), ()),
        ("SMF", "", (f"{HOST}/feed",), (f"{HOST}/index.php/topic,51.msg9.html#msg9",)),
        ("vBulletin", "", (f"{HOST}/external?type=rss2&nodeid=3",), ()),
        ("vBulletin", "", (f"{HOST}/feed",), (f"{HOST}/showthread.php?t=51", f"{HOST}/showthread.php?s=a&t=52")),
        ("vBulletin", "", (f"{HOST}/feed",), (f"{HOST}/threads/51-Akku",)),
        ("XenForo", "", (f"{HOST}/forums/technik.3/index.rss",), ()),
        ("XenForo", "", (f"{HOST}/feed",), (f"{HOST}/threads/akku.51/",)),
        ("XenForo", "", (f"{HOST}/feed",), (f"{HOST}/index.php?threads/akku.51/",)),
        ("WoltLab", "", (f"{HOST}/index.php?board-feed/3/",), ()),
        ("WoltLab", "", (f"{HOST}/feed",), (f"{HOST}/forum/index.php?thread/51-akku/",)),
        ("Discourse", "", (f"{HOST}/c/technik/5.rss",), ("forum.example-topic-512",)),
        ("Discourse", "", (f"{HOST}/latest.rss?order=created",), ()),
        ("NodeBB", "RSS for Node", (f"{HOST}/recent.rss",), (f"{HOST}/post/9 {HOST}/post/9",)),
        ("NodeBB", "", (f"{HOST}/category/5/technik.rss",), ()),
        ("Invision", "", (f"{HOST}/feed",), (f"{HOST}/topic/51-akku/",)),
        ("Flarum", "", (f"{HOST}/atom/t/technik",), ()),
        ("Flarum", "", (f"{HOST}/feed",), (f"{HOST}/d/51-akku/3",)),
        ("Lemmy", "", (f"{HOST}/feeds/local.xml?sort=New",), ()),
        ("Mastodon", "", (f"{HOST}/@kaethe.rss",), ()),
        ("Mastodon", "", (f"{HOST}/tags/akku.rss",), ()),
        ("Blogger", "", ("https://www.brot.example/feeds/123/comments/default",), ()),
        ("Stack Exchange", "", ("https://mathoverflow.net/feeds",), ()),
        ("WordPress", "", ("https://blog.example/?s=brandt&feed=rss2",), ()),
        ("", "", ("https://zeitung.example/rss.xml",), ("https://zeitung.example/lokales/51-brand.html",)),
    ],
)
def test_software_is_told_from_addresses(
    software: str, generator: str, addresses: tuple[str, ...], told: tuple[str, ...]
) -> None:
    assert recognise(generator, addresses, told) == software
