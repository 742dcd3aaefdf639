"""People's data never enters the log: a canary goes through everything."""

import logging
from pathlib import Path

import pytest

from kundenradar.cli.main import run
from kundenradar.domain.mentions import EntryId, MentionFilter
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
