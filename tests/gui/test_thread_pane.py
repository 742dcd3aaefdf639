"""The discussion around a mention, as it is read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from kundenradar.domain.mentions import EntryId
from tests.gui.fakes import NOW, FakeWorkers, World
from tests.gui.looks import clipped, unnamed
from tests.gui.test_mentions_page import made_page, settled
from ui import formats, theme
from ui.bridge import Bridge
from ui.pages.mentions import MentionsPage
from ui.tasks import Tasks
from ui.widgets.thread_pane import PAGE_POSTS


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "utc_now", lambda: NOW)


def talk(world: World, number: int) -> EntryId:
    """A discussion with `number` answers by others around the newest mention; its key."""
    key = max(world.mentions)
    entry = world.mentions[key].entry
    words = [f"Antwort {n}." + (" Was kostet das?" if n == number else "") for n in range(number + 1)]
    posts = [
        replace(
            entry,
            id=EntryId(key + n),
            guid=f"g{n}",
            identity=f"g{n}",
            author="Brandt_Team" if n == 2 else f"nutzer{n}",
            link=f"https://forum.example/p{n}",
            text=words[n],
            own_words=words[n],
            in_reply_to=entry.guid if n < 4 else f"g{n - 1}" if n == 4 else None,
            published_at=NOW - timedelta(minutes=number - n),
        )
        for n in range(1, number + 1)
    ]
    world.posts[entry.thread or ""] = posts
    world.settings = replace(world.settings, own_names=("brandt_team",))
    return key


@pytest.fixture
def page(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> Iterator[MentionsPage]:
    talk(workers.world, 6)
    made = made_page(qtbot, workers, tasks, bridge)
    yield made
    made.hide()
    qtbot.waitUntil(lambda: tasks.pending == 0)


def opened(page: MentionsPage, qtbot: QtBot) -> str:
    """The discussion by its key; what can be read then."""
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_D)
    settled(qtbot, page)
    assert page.detail_stack.currentWidget() is page.discussion
    return page.discussion.text.toPlainText()


def test_the_detail_offers_the_discussion(page: MentionsPage, qtbot: QtBot) -> None:
    assert page.detail._posts.text() == "Diskussion: 7 Beiträge"
    qtbot.mouseClick(page.detail._posts, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert page.detail_stack.currentWidget() is page.discussion


def test_it_shows_who_answered_whom_and_what_is_ours(page: MentionsPage, qtbot: QtBot) -> None:
    text = opened(page, qtbot)
    assert "diese Erwähnung" in text
    assert "Brandt_Team" in text
    assert text.count("Ihr Beitrag") == 1
    assert "nutzer6" in text
    assert text.count("offene Frage") == 1
    margins = [frame.frameFormat().leftMargin() for frame in page.discussion.text._frames.values()]
    assert margins[0] == 0
    assert max(margins) > margins[1] > 0
    assert page.discussion._counts.text() == "7 Beiträge · 1 von Ihnen"


def test_the_open_question_is_one_step_away(page: MentionsPage, qtbot: QtBot) -> None:
    opened(page, qtbot)
    assert page.discussion._to_question.isVisible()
    page.discussion._to_question.click()
    assert "Was kostet das?" in page.discussion.text.textCursor().currentFrame().lastCursorPosition().block().text()


def test_d_leads_back_and_so_does_another_mention(page: MentionsPage, qtbot: QtBot) -> None:
    opened(page, qtbot)
    qtbot.keyClick(page.discussion.text, Qt.Key.Key_D)
    assert page.detail_stack.currentWidget() is page.detail
    opened(page, qtbot)
    qtbot.keyClick(page.discussion.text, Qt.Key.Key_J)
    settled(qtbot, page)
    assert page.detail_stack.currentWidget() is page.detail


def test_a_name_opens_the_post_in_the_browser(
    page: MentionsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()) or True)
    opened(page, qtbot)
    page.discussion.text.anchorClicked.emit(QUrl("https://forum.example/p3"))
    page.discussion.text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert asked == ["https://forum.example/p3"]


def test_a_link_leads_to_another_mention(page: MentionsPage, qtbot: QtBot, workers: FakeWorkers) -> None:
    opened(page, qtbot)
    other = sorted(workers.world.mentions)[-3]
    page.discussion.text.anchorClicked.emit(QUrl(f"zeige:{other}"))
    settled(qtbot, page)
    assert page.list.current_id() == other


def test_long_discussions_come_by_the_page(page: MentionsPage, qtbot: QtBot, workers: FakeWorkers) -> None:
    talk(workers.world, 500)
    text = opened(page, qtbot)
    assert page.discussion.pages == 11
    assert len(page.discussion.text._frames) == PAGE_POSTS
    assert "Antwort 500" not in text
    page.discussion._to_question.click()
    assert "Antwort 500" in page.discussion.text.toPlainText()
    assert page.discussion._place.text() == "Seite 11 von 11"
    assert not page.discussion._next.isEnabled()


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_cut_and_all_is_named(page: MentionsPage, qtbot: QtBot, percent: int) -> None:
    theme.current().apply("dark", percent)
    page.resize(1024, 700)
    opened(page, qtbot)
    assert clipped(page) == []
    assert unnamed(page) == []
