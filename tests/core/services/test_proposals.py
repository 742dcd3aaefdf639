"""Proposals: search feeds from the firm's words, starter packs, and ways around closed places."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kundenradar.domain.addresses import read_address
from kundenradar.domain.closedplaces import closed_place
from kundenradar.domain.sources import SourceKind
from kundenradar.feeds.hostrules import rule_feeds
from kundenradar.services import proposals
from kundenradar.services.proposals import (
    Proposal,
    instead_of,
    plain_firm,
    search_expression,
    search_proposals,
    starter_packs,
)
from tests.fakes import World


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Brandt Haustechnik GmbH & Co. KG", "Brandt Haustechnik"),
        ("Brandt Haustechnik GmbH", "Brandt Haustechnik"),
        ("Bäckerei Müller e.K.", "Bäckerei Müller"),
        ("Bäckerei Müller e. K.", "Bäckerei Müller"),
        ("Müller UG (haftungsbeschränkt)", "Müller"),
        ("Hotel Adler, Inh. Max Muster", "Hotel Adler"),
        ("Schmidt & Söhne OHG", "Schmidt & Söhne"),
        ("AGrar Technik AG", "AGrar Technik"),
        ("GmbH", "GmbH"),
        ("  Zum   Adler ", "Zum Adler"),
        ("Kaffee und Co.", "Kaffee"),
        ("Seel Optik", "Seel Optik"),
    ],
)
def test_customers_leave_the_legal_form_out(name: str, bare: str) -> None:
    assert plain_firm(name) == bare


@pytest.mark.parametrize(
    ("firm", "town", "terms", "asked"),
    [
        ("Brandt Haustechnik GmbH", "Köln", (), '"Brandt Haustechnik"'),
        ("Adler", "Köln", (), '"Adler" "Köln"'),
        ("Adler", "", (), '"Adler"'),
        ("Adler", "Köln", ("Hotel Adler",), '("Adler" "Köln") OR "Hotel Adler"'),
        ("Brandt Bad", "", ("Pumpe*", "Brandt", "Bad Brandt"), '"Brandt Bad" OR "Bad Brandt"'),
        ('Zum "Adler" Gasthof', "", (), '"Zum Adler Gasthof"'),
        ("", "Köln", ("x y",), ""),
    ],
)  # fmt: skip
def test_a_search_asks_for_names_not_for_products(firm: str, town: str, terms: tuple[str, ...], asked: str) -> None:
    assert search_expression(firm, town, terms) == asked


def test_search_feeds_are_alerts_whose_every_entry_counts() -> None:
    found = search_proposals("Brandt Haustechnik GmbH", "Köln", ())
    searches = [one for one in found if one.kind is SourceKind.ALERT]
    assert [one.title.partition(":")[0] for one in searches] == ["Google News", "Bing News", "Bing Websuche", "Reddit"]
    assert all(one.all_entries for one in searches)
    assert [one for one in found if not one.all_entries and one.kind is SourceKind.ALERT] == []
    assert '"Brandt Haustechnik" when:30d' in parse_qs(urlsplit(searches[0].address).query)["q"]


def test_what_comes_from_the_whole_town_counts_only_if_it_meets_the_profile() -> None:
    found = search_proposals("Brandt Haustechnik", "Bad Tölz")
    local = [one for one in found if "Bad Tölz" in one.hears]
    assert [one.address for one in local] == [
        "https://mastodon.social/tags/badt%C3%B6lz.rss",
        "https://www.reddit.com/r/badtoelz",
    ]
    assert not any(one.all_entries for one in local)


@example("0", "00\uf900", [])
@given(st.text(max_size=60), st.text(max_size=30), st.lists(st.text(max_size=30), max_size=5))
def test_any_firm_gives_addresses_that_can_be_asked(firm: str, town: str, terms: list[str]) -> None:
    for one in search_proposals(firm, town, tuple(terms)):
        read = read_address(one.address)
        assert urlsplit(read.url).path == urlsplit(one.address).path
        assert closed_place(one.address) is None
        assert one.hears.endswith(".")


def test_each_trade_has_a_pack_of_places_said_in_words() -> None:
    packs = starter_packs()
    assert {"heizung", "baeckerei", "hotel", "auto", "elektro", "friseur", "fahrrad", "praxis", "it"} <= {
        pack.key for pack in packs
    }
    for pack in packs:
        assert 4 <= len(pack.proposals) <= 8, pack.key
        assert len({one.address for one in pack.proposals}) == len(pack.proposals)
        for one in pack.proposals:
            assert one.title
            assert one.hears.endswith(".")
            assert one.kind is not SourceKind.OTHER
            assert read_address(one.address).url == one.address
            assert one.address.startswith("https://")
            assert closed_place(one.address) is None
            assert not one.all_entries


def test_reddit_groups_of_the_packs_have_a_rule() -> None:
    groups = [one.address for pack in starter_packs() for one in pack.proposals if "reddit.com" in one.address]
    assert len(groups) > 8
    assert all(rule_feeds(address) for address in groups)


def test_a_closed_place_offers_a_search_an_alert_and_the_hand() -> None:
    instead = instead_of("https://www.gutefrage.net/frage/x", "Brandt Haustechnik GmbH")
    assert instead is not None
    assert instead.place == "gutefrage"
    assert instead.expression == 'site:gutefrage.net "Brandt Haustechnik"'
    assert instead.by_hand
    assert any(instead.expression in step for step in instead.steps)
    assert parse_qs(urlsplit(instead.proposals[0].address).query) == {"q": [instead.expression], "format": ["rss"]}


def test_a_private_place_offers_the_hand_alone() -> None:
    instead = instead_of("https://wa.me/49123", "Brandt Haustechnik")
    assert instead is not None
    assert (instead.proposals, instead.expression, instead.by_hand) == ((), "", True)


def test_without_a_name_nothing_is_searched() -> None:
    instead = instead_of("https://www.gutefrage.net/", "")
    assert instead is not None
    assert instead.proposals == ()


def test_the_page_of_google_alerts_explains_the_way_to_its_feed() -> None:
    instead = instead_of("https://www.google.de/alerts", "Adler", "Köln")
    assert instead is not None
    assert any("RSS-Feed" in step for step in instead.steps)
    assert any('"Adler" "Köln"' in step for step in instead.steps)


@pytest.mark.parametrize("address", ["https://forum.example/", "kein Wort davon", ""])
def test_an_open_place_needs_nothing_instead(address: str) -> None:
    assert instead_of(address, "Adler") is None


def test_a_proposal_becomes_a_source_of_its_name_and_kind(world: World) -> None:
    wanted = Proposal("Google News: Adler", "https://x.example/", "Alles.", SourceKind.ALERT, all_entries=True)
    new = proposals.look_behind(world.ctx, wanted)
    assert (new.name, new.feed_url, new.kind, new.all_entries) == (
        "Google News: Adler",
        "https://x.example/",
        SourceKind.ALERT,
        True,
    )
