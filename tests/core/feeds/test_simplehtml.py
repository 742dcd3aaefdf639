"""Simple markup is read as nh3 reads it, or not at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kundenradar.feeds import plaintext
from kundenradar.feeds.simplehtml import read_simple

PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<br>", "<br/>", "<br />", "<b>", "</b>", "<strong>", "</strong>", "<em>", "</em>", "<i>"),
        *("</i>", "<s>", "</s>", "<code>", "</code>", '<a href="https://a.example/x?a=1&amp;b=2#p1">', "</a>"),
        *('<a href="http://a.example/%20?q=Bäder">', '<a href="https://a.example/" target="_blank" rel="nofollow">'),
        *('<a href="javascript:alert(1)">', "<a name='x'>", '<a href="https://a.example/?a=1&b=2">', "<div>", "</div>"),
        *('<img src="https://a.example/x.png" alt="a>b">', '<img src="x" />', "<p class='x'>", "<h2>", "</h2>", "<"),
        *(
            "Größe",
            " ",
            "\n",
            "a & b",
            "&amp;",
            "&amp;amp;",
            "&lt;b&gt;",
            "&nbsp;",
            "\xa0",
            "&#8222;",
            "&#10;",
            "&#x27;",
        ),
        *(
            "&raquo;",
            "&fremd;",
            "&shy;",
            "&notit;",
            ">",
            '"',
            "'",
            "\u200b",
            "„Zitat“",
            "👍",
            "\x07",
            "&#133;",
            "&ensp;",
        ),
        *("<pre>", "</pre>", "<blockquote>", "</blockquote>", "<!-- x -->", "</br>", "<P>", "&#160;", "&#38;", "]]>"),
    ]
)

WORDS = st.sampled_from(
    [
        "Größe",
        " ",
        "a > b",
        "&amp;",
        "&nbsp;",
        "&#8222;x&ldquo;",
        "\n",
        "„Zitat“",
        '"',
        "&lt;p&gt;",
        "<br>",
        "<br/>",
        "👍",
        "",
    ]
)
TAGS = st.sampled_from(
    ["b", "strong", "i", "em", "s", "u", "code", 'a href="https://a.example/?a=1&amp;b=2" rel="nofollow"', "p"]
)
NESTED = st.recursive(
    WORDS,
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4).map("".join)).map(
        lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"
    ),
    max_leaves=12,
)


@settings(max_examples=600)
@given(st.lists(PIECES, max_size=9).map("".join) | st.lists(NESTED, max_size=5).map("".join))
def test_simple_markup_is_what_the_sanitiser_makes_of_it(source: str) -> None:
    simple = read_simple(source)
    if simple is not None and "<" in source:
        clean = plaintext._sanitised(source, "https://a.example/")
        assert simple[0] == clean
        assert plaintext._tidy_text(simple[1]) == plaintext._text_of(clean)


def test_an_ordinary_entry_is_read_without_the_sanitiser() -> None:
    source = (
        '<p>Guten Tag,<br/>die <strong>Heizung</strong> &amp; das Bad.</p>\n<p><a href="https://a.example/1" '
        'class="mehr">Weiterlesen &raquo;</a> <img src="https://a.example/b.png" alt="" /></p>'
    )
    clean = (
        "<p>Guten Tag,<br>die <strong>Heizung</strong> &amp; das Bad.</p> "
        '<p><a href="https://a.example/1" rel="noopener noreferrer">Weiterlesen »</a> </p>'
    )
    assert read_simple(source) == (
        clean,
        "\n\nGuten Tag,\ndie Heizung & das Bad.\n\n \n\nWeiterlesen » \n\n",
    )


def test_a_script_in_a_link_is_left_to_the_sanitiser() -> None:
    assert read_simple('<p><a href="javascript:alert(1)">x</a></p>') is None
    assert read_simple("<p><a >x</a></p>") is None
    assert read_simple("<p><img >x</p>") is None
