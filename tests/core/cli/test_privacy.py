"""People's data never enters the log: a canary goes through everything."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from kundenradar.cli.main import run
from kundenradar.cli.shapes import source_object
from kundenradar.domain.errors import TroubleKind
from kundenradar.domain.fetching import Fetched
from kundenradar.domain.mentions import EntryId, MentionFilter
from kundenradar.domain.secrets import Secrets
from kundenradar.log import LOGGER_NAME
from kundenradar.services import listening, replies, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.core.cli.test_contract import FakeFace
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss

CANARIES = ("Kanarienvogel77", "KanarienPasswort", "KanarienTitel", "KanarienText", "KanarienSuche", "KanarienEntwurf")


def test_the_log_at_debug_holds_no_contents(world: World, caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger(LOGGER_NAME)
    logger.propagate = True
    with caplog.at_level(logging.DEBUG):
        listening.set_firm(world.ctx, "KanarienSuche", own_names=["Kanarienvogel77"])
        source = subscriptions.add(world.ctx, new_source(), "Kanarienvogel77", "KanarienPasswort")
        post = Post(1, "KanarienTitel", "KanarienSuche KanarienText", NOON, author="Kanarienvogel77")
        world.fetcher.answers[FEED] = answer(FEED, rss([post]))
        refresh(world.ctx, [source.id])
        world.fetcher.answers[FEED] = answer(FEED, b"<html>KanarienText</html>")
        refresh(world.ctx, [source.id], forced=True)
        mention = EntryId(review.keys(world.ctx, MentionFilter(expression="KanarienText"))[0])
        replies.save_draft(world.ctx, mention, "KanarienEntwurf")
        subscriptions.remove(world.ctx, source.id)
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert "refresh.failed" in said
    assert not [canary for canary in CANARIES if canary.lower() in said.lower()]


def test_the_log_file_of_a_command_holds_no_address(tmp_path: Path) -> None:
    run(
        ["--data-dir", str(tmp_path), "source", "add", "--feed", "http://127.0.0.1:9/KanarienPfad?token=Kanarie"],
        FakeFace(),
    )
    run(["--data-dir", str(tmp_path), "fetch", "--all"], FakeFace())
    said = (tmp_path / "log" / "kundenradar.log").read_text(encoding="utf-8")
    assert "source.added" in said
    assert "Kanarie" not in said


def test_what_opens_a_source_is_in_no_file_of_ours(
    world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger(LOGGER_NAME)
    logger.propagate = True
    address = "https://forum.example/board-feed/?at=17-0123456789abcdef0123"
    home = "https://forum.example/neu/board-feed/?at=17-0123456789abcdef0123"
    secrets = Secrets(header=("X-Api-Key", "KanarienSchluessel"), cookie="sid=KanarienKeks")
    with caplog.at_level(logging.DEBUG):
        source = subscriptions.add(world.ctx, replace(new_source(), feed_url=address, address=address), secrets=secrets)
        body = rss([Post(1, "Titel", f"Siehe {address}", NOON)]).replace(b"https://forum.example/t/1", address.encode())
        world.fetcher.answers[address] = Fetched(home, home, 200, body, "application/rss+xml")
        refresh(world.ctx, [source.id])
    asked = world.fetcher.asked[-1]
    assert (asked.url, asked.header, asked.cookie) == (address, secrets.header, secrets.cookie)
    listed = subscriptions.list_sources(world.ctx)[0]
    assert (listed.feed_url, listed.login_kind) == (
        "https://forum.example/neu/board-feed/?at=***",
        "header,cookie,token",
    )
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    everything = written + repr(world.events).encode() + caplog.text.encode() + repr(source_object(listed)).encode()
    assert b"board-feed" in everything
    assert not [secret for secret in (b"0123456789abcdef0123", b"Kanarien") if secret in everything]


def test_a_forgotten_secret_asks_nobody_and_says_so(world: World) -> None:
    address = "https://forum.example/feed?token=KanarienToken"
    source = subscriptions.add(world.ctx, replace(new_source(), feed_url=address, address=address))
    world.ctx.credentials.close()  # the session is over, and nobody kept it
    trouble = refresh(world.ctx, [source.id]).results[0].record.trouble
    assert trouble is not None
    assert (trouble.kind, trouble.detail) == (TroubleKind.LOGIN, "forgotten")
    subscriptions.set_secrets(world.ctx, source.id, Secrets())  # the owner forgets it too
    trouble = refresh(world.ctx, [source.id]).results[0].record.trouble
    assert trouble is not None
    assert trouble.detail == "forgotten"
    assert world.fetcher.asked == []
    assert subscriptions.change_address(world.ctx, source.id, address)
    refresh(world.ctx, [source.id])
    assert world.fetcher.asked[-1].url == address


def test_another_address_keeps_secrets_only_at_home(world: World) -> None:
    source = subscriptions.add(world.ctx, new_source(), "karl", "geheim")
    subscriptions.change_address(world.ctx, source.id, FEED + "?sicht=alle")
    assert subscriptions.secrets_of(world.ctx, source.id) == Secrets("karl", "geheim")
    subscriptions.change_address(world.ctx, source.id, "https://fremd.example/feed")
    assert subscriptions.secrets_of(world.ctx, source.id) == Secrets()
    assert [url for url, _until in subscriptions.former_addresses(world.ctx, source.id)] == [FEED + "?sicht=alle", FEED]
