"""Subscriptions from and for other feed readers."""

import pytest

from kundenradar.domain.errors import InputError
from kundenradar.services import opml, subscriptions
from tests.fakes import World, new_source


def file(*addresses: str) -> bytes:
    lines = "".join(f'<outline type="rss" text="{address}" xmlUrl="{address}"/>' for address in addresses)
    return f"<opml version='2.0'><body>{lines}</body></opml>".encode()


def test_feeds_are_taken_over_without_asking_anybody(world: World) -> None:
    subscriptions.add(world.ctx, new_source("https://alt.example/feed"))
    body = file("https://neu.example/feed", "https://alt.example/feed", "file:///etc/passwd")
    done = opml.take_over(world.ctx, body)
    assert [source.feed_url for source in done.added] == ["https://neu.example/feed"]
    assert [feed.feed_url for feed in done.known] == ["https://alt.example/feed"]
    assert [one.reason for one in done.refused] == ["file"]
    assert world.fetcher.asked == []
    assert opml.take_over(world.ctx, body).added == ()


def test_only_what_was_chosen_is_taken_over(world: World) -> None:
    body = file("https://a.example/f", "https://b.example/f")
    done = opml.take_over(world.ctx, body, {"https://b.example/f"})
    assert [source.feed_url for source in done.added] == ["https://b.example/f"]


def test_the_preview_tells_what_is_known(world: World) -> None:
    subscriptions.add(world.ctx, new_source("https://alt.example/feed"))
    offers = opml.preview(world.ctx, file("https://alt.example/feed", "https://b.example/f")).offers
    assert [offer.known_as for offer in offers] == ["Handwerkerforum", ""]


@pytest.mark.parametrize(
    ("address", "code"), [("|reboot", "opml-hostile"), ("file:///x", "opml-hostile"), ("", "opml-empty")]
)
def test_a_file_without_feeds_is_refused(world: World, address: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        opml.take_over(world.ctx, file(address))
    assert caught.value.code == code
    assert subscriptions.list_sources(world.ctx) == ()


def test_a_login_in_the_address_of_a_site_is_kept_nowhere(world: World) -> None:
    line = '<outline xmlUrl="https://a.example/f" htmlUrl="https://anna:Kanarie@a.example/?token=Kanarie"/>'
    (source,) = opml.take_over(world.ctx, f"<opml><body>{line}</body></opml>".encode()).added
    assert source.site_url == "https://a.example/?token=***"
    assert "Kanarie" not in repr(subscriptions.list_sources(world.ctx))


def test_secrets_go_into_the_keyring_and_never_out_again(world: World) -> None:
    token = "0a1b2c3d" * 5
    body = file("https://anna:Kanarie@forum.example/f", f"https://wb.example/board-feed/?at=7-{token}")
    opml.take_over(world.ctx, body)
    written = opml.export(world.ctx).decode()
    assert not any(secret in written for secret in ("Kanarie", "anna", token))
    assert written.count("xmlUrl=") == 2
