import re
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.addresses import read_address, shown_host
from kundenradar.domain.closedplaces import WhatHelps, closed_place, closed_place_of_host
from kundenradar.domain.errors import InputError


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("„https://forum.example/t/1“", "https://forum.example/t/1"),
        ("»www.forum.example/thema«.", "https://www.forum.example/thema"),
        ("‚forum.example‘", "https://forum.example"),
        ("https://forum.example/t/1.", "https://forum.example/t/1"),
        ("https://forum.example/t/1),", "https://forum.example/t/1"),
        ("example.de.", "https://example.de"),
        ("(siehe https://forum.example/t/a_(b))", "https://forum.example/t/a_(b)"),
        ("https://forum.example/t/a_(b)", "https://forum.example/t/a_(b)"),
        ("https://forum.example/t\u200b/1\u00ad", "https://forum.example/t/1"),
        ("\ufeffforum.example\u00a0", "https://forum.example"),
        ("Schauen Sie auf www.forum.example/thema, da steht was", "https://www.forum.example/thema"),
        ("Unser Forum ist forum.haustechnik.example.", "https://forum.haustechnik.example"),
        ("Mail an info@a.example, Forum: https://b.example/f", "https://b.example/f"),
        ("https://a.example\nhttps://b.example", "https://a.example"),
        ("https://forum.example/the-\nma/5", "https://forum.example/the-ma/5"),
        ("URL: https://x.example/a", "https://x.example/a"),
        ("view-source:https://x.example/a", "https://x.example/a"),
        ("feed://x.example/f", "http://x.example/f"),
        ("feed:https://x.example/f", "https://x.example/f"),
        ("pcast://x.example/f", "http://x.example/f"),
        ("[Forum](https://x.example/a)", "https://x.example/a"),
        ('<a href="https://x.example/a?b=1&amp;c=2">hier</a>', "https://x.example/a?b=1&c=2"),
        ("http:/x.example", "http://x.example"),
        ("https:\\\\x.example\\forum", "https://x.example/forum"),
        ("https//x.example/a", "https://x.example/a"),
        ("htp://x.example", "http://x.example"),
        ("hhttps://x.example", "https://x.example"),
        ("ttps://x.example/a", "https://x.example/a"),
        ("https;//x.example", "https://x.example"),
        ("https:: //x.example", "https://x.example"),
        ("https:x.example/a", "https://x.example/a"),
        ("http://https://x.example/a", "https://x.example/a"),
        ("www,firma,de", "https://www.firma.de"),
        ("www.firma,de/forum", "https://www.firma.de/forum"),
        ("www. firma.de", "https://www.firma.de"),
        ("//x.example/a", "https://x.example/a"),
        ("HTTPS://WWW.Firma.DE/Pfad", "https://www.firma.de/Pfad"),
        ("@max@b.example", "https://b.example/@max"),
        ("»@max@b.example«", "https://b.example/@max"),
        ("!haus@feddit.example", "https://feddit.example/c/haus"),
        ("r/waermepumpe", "https://www.reddit.com/r/waermepumpe"),
        ("/u/max/", "https://www.reddit.com/user/max"),
        ("@firma.bsky.social", "https://bsky.app/profile/firma.bsky.social"),
        ("https://www.google.com/url?q=https://x.example/a&sa=D", "https://x.example/a"),
        ("https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly94LmV4YW1wbGUvYQ&ntb=1", "https://x.example/a"),
        ("https://www.google.de/amp/s/x.example/a", "https://x.example/a"),
        ("https://x-example.cdn.ampproject.org/c/x.example/a?b=1", "http://x.example/a?b=1"),
        ("https://web.archive.org/web/20240101000000/https://x.example/a", "https://x.example/a"),
        (
            "https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2F%40a&gl=DE",
            "https://www.youtube.com/@a",
        ),
        ('=HYPERLINK("https://x.example/a";"Blog")', "https://x.example/a"),
        ("xmlUrl='https://x.example/a'", "https://x.example/a"),
        ("www.google.com/url?q=https://x.example/a", "https://x.example/a"),
        ("Folgt uns: @firma@b.example!", "https://b.example/@firma"),
        ("about:reader?url=https%3A%2F%2Fx.example%2Fa", "https://x.example/a"),
        ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example%2Fa&d=1", "https://x.example/a"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fx.example%2Fa&h=1", "https://x.example/a"),
        ("https://feedly.com/i/subscription/feed%2Fhttps%3A%2F%2Fx.example%2Ff", "https://x.example/f"),
        ("https://t.example/a,1.html", "https://t.example/a,1.html"),
        ("[url]https://x.example/f[/url]", "https://x.example/f"),
        ("[url=https://x.example/f]Forum[/url]", "https://x.example/f"),
        ("[[https://x.example/f|Forum]]", "https://x.example/f"),
        ("https://x.example/f|Forum", "https://x.example/f"),
        ("https://x.example/f<br>", "https://x.example/f"),
        ("&lt;https://x.example/f&gt;", "https://x.example/f"),
        ("https%3A%2F%2Fx.example%2Ff", "https://x.example/f"),
        ("@https://x.example/f", "https://x.example/f"),
        ("https://x.example/?q=a,b;c=d", "https://x.example/?q=a,b;c=d"),
        ("https://mastodon.example/@Firma", "https://mastodon.example/@Firma"),
    ],
)
def test_what_people_paste_is_read(typed: str, url: str) -> None:
    assert read_address(typed).url == url


@pytest.mark.parametrize(
    ("typed", "code", "detail"),
    [
        ("info@firma.example", "address-mail", "firma.example"),
        ("mailto:info@firma.example", "address-mail", "firma.example"),
        ("„info@firma.example“", "address-mail", "firma.example"),
        ("Das war gut.Danke", "address-bad", "Das war gut.Danke"),
        ("z. B. bei uns", "address-bad", "z. B. bei uns"),
        ("Firma GmbH & Co. KG", "address-bad", "Firma GmbH & Co. KG"),
        ("http://geheim:wort@/x", "address-bad", "http:///x"),
        ("https://x.example:99999/", "address-bad", "https://x.example:99999/"),
    ],
)
def test_what_is_no_web_address_says_so(typed: str, code: str, detail: str) -> None:
    with pytest.raises(InputError) as caught:
        read_address(typed)
    assert (caught.value.code, caught.value.detail) == (code, detail)


def test_a_login_in_an_address_is_taken_out_and_never_shown() -> None:
    read = read_address("https://max:ge%2Fheim@x.example/f")
    assert (read.url, read.user, read.password) == ("https://x.example/f", "max", "ge/heim")
    assert "heim" not in repr(read)


@given(st.text(max_size=200) | st.from_regex(r"(https?:/?/?)?[\w.@!\"()\\,;: /-]{0,60}", fullmatch=True))
def test_anything_typed_is_an_address_or_a_mistake(typed: str) -> None:
    try:
        read = read_address(typed)
    except InputError:
        return
    parts = urlsplit(read.url)
    assert parts.scheme in ("http", "https")
    assert parts.hostname
    assert "@" not in parts.netloc
    assert parts.fragment == ""
    assert not re.search(r"[\s<>\"\\]", read.url)


@given(st.from_regex(r"https://[a-z]{1,9}\.example(/[a-z0-9-]{1,9}){0,3}(\?[a-z]=[a-z0-9]{1,5})?", fullmatch=True))
def test_a_plain_address_stays_as_it_is_in_any_wrapping(url: str) -> None:
    for wrapped in (url, f" {url} ", f"„{url}“", f"<{url}>", f"{url}.", f"({url})", f"Siehe {url}!", f"*{url}"[1:]):
        assert read_address(wrapped).url == url
    assert read_address(read_address(url).url) == read_address(url)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.gutefrage.net/frage/x", "gutefrage"),
        ("https://de.trustpilot.com/review/a.example", "Trustpilot"),
        ("https://www.trustpilot.co.uk/x", "Trustpilot"),
        ("https://m.facebook.com/firma", "Facebook"),
        ("https://mobile.twitter.com/a", "X (früher Twitter)"),
        ("https://www.amazon.de/dp/1", "Amazon"),
        ("https://www.amazon.co.uk/dp/1", "Amazon"),
        ("https://www.holidaycheck.de/hi/a", "HolidayCheck"),
        ("https://www.booking.com/hotel/de/a.html", "Booking.com"),
        ("https://wa.me/49123", "WhatsApp"),
        ("https://chat.whatsapp.com/abc", "WhatsApp"),
        ("https://www.google.de/maps/place/Firma", "Google-Bewertungen"),
        ("https://maps.app.goo.gl/x", "Google-Bewertungen"),
        ("https://maps.google.com/?cid=1", "Google-Bewertungen"),
        ("https://g.page/firma", "Google-Bewertungen"),
        ("https://www.google.de/alerts", "Google Alerts"),
        ("https://nebenan.de/feed", "nebenan.de"),
        ("https://www.kununu.com/de/a", "kununu"),
        ("https://www.ebay.de/usr/a", "eBay"),
        ("https://play.google.com/store/apps/details?id=a", "Google Play"),
    ],
)
def test_places_that_let_nobody_listen_have_a_name_and_something_that_helps(url: str, name: str) -> None:
    place = closed_place(url)
    assert place is not None
    assert place.name == name
    assert place.helps
    assert (WhatHelps.SEARCH not in place.helps) or place.site


@pytest.mark.parametrize(
    "url",
    [
        "https://news.google.com/rss/search?q=a",
        "https://www.google.de/alerts/feeds/1/2",
        "https://www.google.de/search?q=Brandt",
        "https://notfacebook.com/",
        "https://facebook.com.forum.example/",
        "https://dropbox.com/x",
        "https://netflix.com",
        "https://max.com",
        "https://[x",
        "https://firma.example/facebook.com",
        "https://blog.firma.example//feed/",
    ],
)
def test_other_places_are_open(url: str) -> None:
    assert closed_place(url) is None


@pytest.mark.parametrize("host", ["www.facebook.com", "www.google.de", "g.page"])
def test_a_host_alone_tells_the_place_too(host: str) -> None:
    assert closed_place_of_host(host) is not None


@pytest.mark.parametrize("carried", ["http://[x", "https:///", "http://a.example:99999/", "http://a b", "http://?x"])
@pytest.mark.parametrize("carrier", ["https://www.google.com/url?q=", "https://feedly.com/i/subscription/feed%2F"])
def test_a_redirect_that_carries_no_address_is_one_itself(carrier: str, carried: str) -> None:
    assert read_address(carrier + quote(carried, safe="")).url.startswith(carrier)


def test_a_name_with_its_mail_address_is_a_mail_address() -> None:
    with pytest.raises(InputError) as caught:
        read_address("Karl Schmitz <karl@post.example>")
    assert (caught.value.code, caught.value.detail) == ("address-mail", "post.example")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://g.co/kgs/AbCd", "Google-Bewertungen"),
        ("https://goo.gl/maps/AbCd", "Google-Bewertungen"),
        ("https://www.immobilienscout24.de/anbieter/firma", "ImmoScout24"),
        ("https://www.werkenntdenbesten.de/e/1", "werkenntdenbesten"),
        ("https://wolt.com/de/deu/koeln/restaurant/firma", "Wolt"),
        ("https://www.ubereats.com/de/store/firma", "Uber Eats"),
    ],
)
def test_more_closed_places_are_named_by_address_and_host(url: str, name: str) -> None:
    place = closed_place(url)
    assert place is not None
    assert place.name == name
    assert closed_place_of_host(urlsplit(url).hostname or "") == place


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("xn--mller-kva.de", "müller.de"),
        ("www.xn--strae-oqa.example", "www.straße.example"),
        ("forum.example", "forum.example"),
        ("xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),  # Cyrillic letters that look like Latin ones
        ("xn--\xe4", "xn--\xe4"),
        ("xn--a b!", "xn--a b!"),
        ("::1", "::1"),
        ("", ""),
    ],
)
def test_hosts_are_shown_as_their_owners_write_them(host: str, shown: str) -> None:
    assert shown_host(host) == shown
