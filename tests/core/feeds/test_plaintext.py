import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.feeds.plaintext import (
    MAX_SHOWN,
    MAX_WORD,
    judged_text,
    one_line,
    plain,
    render,
    to_display_html,
    to_text,
)

BASE = "https://forum.example/a/b"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Ende</p><p>eins<b>Zwei</b>teil</p>", "Ende\n\neinsZweiteil"),
        ("a<br>b<br/>c &amp; d &lt;x&gt;&nbsp;e", "a\nb\nc & d <x> e"),
        ("Groß\nund   klein<br>\n neu", "Groß und klein\nneu"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
        ("&lt;p&gt;M&amp;uuml;ller&lt;/p&gt;&lt;p&gt;zwei&lt;/p&gt;", "Müller\n\nzwei"),
        ("Man schreibt &lt;b&gt;x&lt;/b&gt; so", "Man schreibt <b>x</b> so"),
        ("<h2 class=x>Titel</h2>Text", "Titel\n\nText"),
        ("vor<script>böse()</script><style>p{}</style>nach", "vornach"),
        ("<ul><li>eins</li><li>zwei</li></ul>", "eins\n\nzwei"),
        ("ohne Auszeichnung\nzweite Zeile", "ohne Auszeichnung\nzweite Zeile"),
        ("Fritz\u00adbox \u200bneu\u202egedreht", "Fritzbox neugedreht"),
        ("&#27;[31m a&#0;", "[31m a\ufffd"),
        ('<a title="a > b <p>" href=x>Verweis</a>', "Verweis"),
        ("<div>offen <b>fett", "offen fett"),
        ("", ""),
    ],
)
def test_text_reads_as_the_page_would(html: str, text: str) -> None:
    assert to_text(html) == text


def test_display_html_keeps_a_few_tags_and_safe_links() -> None:
    html = (
        '<h1>T</h1><p style="x" onclick=1>a <em>b</em> <img src="http://x/p.gif"><a href="/c?d=1#e">c</a>'
        '<a href="javascript:alert(1)">d</a><a href="file:///etc">e</a><a href="mailto:a@b.example">f</a></p>'
        "<table><tr><td>1</td><td>2</td></tr></table><iframe src=x></iframe><form action=x><input></form>"
    )
    shown = to_display_html(html, BASE)
    assert '<a href="https://forum.example/c?d=1#e" rel="noopener noreferrer">c</a>' in shown
    assert 'href="mailto:a@b.example"' in shown
    assert set(re.findall(r"</?([a-z0-9]+)", shown)) <= {"p", "b", "em", "a"}
    assert not re.search(r"javascript|file:|onclick|style|src|table", shown)


@pytest.mark.parametrize(
    "html",
    [
        "<p>nur Absätze</p><p>und<br>Umbrüche</p>",
        "<b>" * 60 + "zu tief",
        "<b>x</b> " * 1100,
        "<b>x</b>" + "y" * 2000,
        "<b>x</b> " + "wort " * 30_000,
    ],
    ids=["no-gain", "deep", "dense", "long-word", "long"],
)
def test_display_html_is_left_out_where_it_gains_nothing_or_could_freeze(html: str) -> None:
    assert to_display_html(html, BASE) == ""
    assert to_text(html)


@pytest.mark.parametrize(
    ("html", "judged"),
    [
        (
            (
                "<blockquote><cite>Käthe hat geschrieben:</cite>lädt <blockquote>alt</blockquote></blockquote>"
                "Bei mir auch!"
                '<p>Statistik: Verfasst von <a href="x">Käthe</a> — So 30. Nov 2025, 21:14</p><hr />'
            ),
            "Bei mir auch!",
        ),
        (
            (
                "<p>@max schrieb:</p><blockquote><p>Mein Beitrag</p><blockquote>alt</blockquote></blockquote>"
                "<p><a href=x>Ganzes Thema lesen</a></p>"
            ),
            "Mein Beitrag",
        ),
        ('<aside class="quote no-group" data-username="m"><blockquote>alt</blockquote></aside><p>neu</p>', "neu"),
        ("[quote=Max]alt [quote]älter[/quote][/quote]neu", "neu"),
        ("Am 30.11.2025 schrieb Max:\n&gt; alt\n&gt; älter\nneu", "neu"),
        ("<p>gut</p> submitted by <a href=x>/u/max</a> <br/> <a href=y>[link]</a> <a href=z>[comments]</a>", "gut"),
        ("submitted by kaethe to haushalt<br>12 points | 3 comments<br><p>Lädt nicht.</p>", "Lädt nicht."),
        ("<p>Gut</p><p>Teilen Facebook WhatsApp E-Mail</p>", "Gut"),
        ("<p>Gut</p><p>Der Beitrag Neues erschien zuerst auf Blog.</p>", "Gut"),
        ("<blockquote>nur Zitat</blockquote>", "…"),
        ("<blockquote>offen bis zum Ende", "…"),
        ("", ""),
        (
            "Das Zitat aus dem Handbuch fehlt. Ich teile das nicht.",
            "Das Zitat aus dem Handbuch fehlt. Ich teile das nicht.",
        ),
    ],
)
def test_only_what_the_author_wrote_is_judged(html: str, judged: str) -> None:
    assert judged_text(html) == judged


def test_words_without_end_are_broken() -> None:
    assert max(map(len, plain("x" * 5000).split())) <= MAX_WORD


def test_a_title_is_one_short_line() -> None:
    assert one_line("Zeile1\r\nZeile2\t\u2028Zeile3") == "Zeile1 Zeile2 Zeile3"
    assert len(one_line("T" * 1_000_000)) == 300
    assert one_line("Z" + "\u0335" * 50) == "Z" + "\u0335" * 3
    assert one_line("a\ud800b") == "a\ufffdb"


def test_text_and_html_come_from_one_pass() -> None:
    rendered = render("<p>a <b>b</b></p><blockquote>c</blockquote>", BASE)
    assert (rendered.text, rendered.judged) == ("a b\n\nc", "a b")
    assert rendered.html == "<p>a <b>b</b></p><blockquote>c</blockquote>"


BOMBS = {
    "div": "<div>" * 60_000,
    "formatting": "<b><p>" * 2_400,
    "comments": "<!--" * 75_000,
    "scripts": "<script>" * 40_000,
    "attributes": "<a " + "a=1 " * 70_000 + ">x",
    "quotes": "<blockquote>" * 4_900,
    "asides": "<aside " + "class= " * 40_000,
    "bbcode": "[quote]" * 40_000 + "[/quote]",
    "blanks": " \t" * 150_000,
    "lines": "a\n \n" * 70_000,
    "wrote": ("a schrieb am " * 10 + "\n") * 2_000,
    "notices": ("Dieser Beitrag wurde zuletzt " + "1. am " * 75 + "\n") * 200,
    "mails": ("Von: a\nDatum: b\nAn: " + "c" * 900 + "\n") * 100,
    "entities": "&amp;" * 60_000,
    "marks": "e" + "\u0301" * 300_000,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_no_markup_takes_long(bomb: str) -> None:
    started = time.process_time()
    rendered = render(bomb, BASE)
    one_line(bomb)
    assert time.process_time() - started < 1.5
    assert len(rendered.text) <= MAX_SHOWN + 100
    assert len(rendered.html) <= MAX_SHOWN


_PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "<b>",
            "</b>",
            "<a href='",
            "javascript:x",
            "http://x'>",
            "</a>",
            "<svg/onload=",
            "<math>",
        ),
        *(
            "<blockquote>",
            "</blockquote>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "&#",
            ";",
            "&lt;",
            '"',
            "'",
            ">",
            "<",
        ),
        *(
            "<table>",
            "<td>",
            "<pre>",
            "\x00",
            "\ud800",
            "\u202e",
            " ",
            "\n",
            "Wort",
            "<style>",
            "<img src=x onerror=1>",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_nothing_dangerous_passes(html: str) -> None:
    rendered = render(html, BASE)
    assert not re.search(r"<(?:script|img|svg|math|style|table|iframe)", rendered.html)
    assert not re.search(r"<[^>]*\s(?:on\w+|style|src)\s*=", rendered.html)
    assert not re.search(r" href=\"(?!https?:|mailto:)", rendered.html)
    for text in (rendered.text, rendered.html, rendered.judged):
        assert not re.search("[\x00\x1b\ud800-\udfff\u202e]", text)
        text.encode()
