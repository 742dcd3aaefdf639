"""„Verbindung prüfen“ asks the owner's sources and nobody else."""

from dataclasses import replace

import pytest

from kundenradar.credentials import PROXY, Credentials
from kundenradar.domain.connection import Obstacle
from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import SourceId
from kundenradar.services import subscriptions
from kundenradar.services.connection import OBSTACLE_WORDS, Outlook, check_connection
from kundenradar.services.proxies import ProxyChoice
from tests.fakes import FEED, Post, World, answer, new_source, rss

ONLINE = Outlook(lambda: True, lambda: False)
OTHER = "https://blog.example/feed.xml"


@pytest.fixture
def two(world: World) -> SourceId:
    first = subscriptions.add(world.ctx, new_source()).id
    subscriptions.add(world.ctx, replace(new_source(), feed_url=OTHER, name="Blog"))
    world.fetcher.answers |= {FEED: answer(FEED, rss([Post(1)])), OTHER: answer(OTHER, rss([Post(2)]))}
    return first


def test_where_everybody_answers_all_is_well(world: World, two: SourceId) -> None:
    found = check_connection(world.ctx, None, ONLINE)
    assert (found.obstacle, found.ok, all(check.ok for check in found.checks)) == (Obstacle.NONE, True, True)
    assert {request.url for request in world.fetcher.asked} == {FEED, OTHER}
    assert all(request.etag is None for request in world.fetcher.asked)


def test_a_source_that_fails_alone_is_its_own_affair(world: World, two: SourceId) -> None:
    world.fetcher.answers[FEED] = OutsideError(Trouble(TroubleKind.SERVER, "forum.example", 500))
    found = check_connection(world.ctx, two, ONLINE)
    assert found.obstacle is Obstacle.SOURCE
    assert [check.ok for check in found.checks] == [True, True, True, False, True]


def test_the_page_of_a_wlan_is_recognised(world: World, two: SourceId) -> None:
    page = b"<html><title>WLAN-Anmeldung</title>Bitte Nutzungsbedingungen akzeptieren</html>"
    for url in (FEED, OTHER):
        world.fetcher.answers[url] = answer(url, page)
    assert check_connection(world.ctx, None, ONLINE).obstacle is Obstacle.PORTAL


def test_a_wrong_clock_is_told_with_its_minutes(world: World, two: SourceId) -> None:
    world.fetcher.answers[FEED] = answer(FEED, rss([]), skew_s=-7200.0)
    world.fetcher.answers[OTHER] = answer(OTHER, rss([]), skew_s=-7201.0)
    found = check_connection(world.ctx, None, ONLINE)
    assert found.obstacle is Obstacle.CLOCK
    assert "geht 120 Minuten nach" in [check.words for check in found.checks]


def test_without_sources_only_the_way_out_is_looked_at(world: World) -> None:
    assert check_connection(world.ctx, None, ONLINE).obstacle is Obstacle.NONE
    assert check_connection(world.ctx, None, Outlook(lambda: False, lambda: False)).obstacle is Obstacle.NO_NETWORK
    assert world.fetcher.asked == []


def test_every_cause_says_what_helps() -> None:
    assert set(OBSTACLE_WORDS) == set(Obstacle)
    assert all(words.endswith(".") and "!" not in words for words in OBSTACLE_WORDS.values())


def test_the_proxy_is_the_one_that_was_chosen(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://vom-system.example:3128")
    monkeypatch.setenv("no_proxy", "intern.example")
    choice = ProxyChoice(world.ctx.settings, world.ctx.credentials)
    assert choice(FEED) == "http://vom-system.example:3128"
    assert choice("https://intern.example/") is None
    world.ctx.credentials.set(PROXY, Secrets("karl", "ge@heim"))
    assert choice(FEED) == "http://karl:ge%40heim@vom-system.example:3128"
    by_hand = replace(world.ctx.settings.current, proxy="p.example:8080", proxy_exceptions=("*.blog.example",))
    world.ctx.settings.save(by_hand)
    assert choice(FEED) == "http://karl:ge%40heim@p.example:8080"
    assert choice("https://mein.blog.example/") is None
    world.ctx.settings.save(replace(by_hand, proxy="none"))
    assert choice(FEED) is None


def test_a_proxy_or_its_login_that_changes_is_asked_for_anew(world: World) -> None:
    kept = Credentials(lambda: None)
    choice = ProxyChoice(world.ctx.settings, kept)
    states = [choice.state()]
    world.ctx.settings.save(replace(world.ctx.settings.current, proxy="p.example:8080"))
    states.append(choice.state())
    kept.set(PROXY, Secrets("karl", "geheim"))
    states.append(choice.state())
    kept.remove(PROXY)
    states.append(choice.state())
    kept.close()
    assert len(set(states)) == 4
    assert choice.state() == states[-1]


def test_the_check_shows_a_proxy_without_its_password(
    world: World, two: SourceId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "http://karl:geheim@proxy.example:3128")
    words = [check.words for check in check_connection(world.ctx, None, ONLINE).checks]
    assert "proxy.example:3128 (aus den Einstellungen des Systems)" in words
    assert "geheim" not in "".join(words)
