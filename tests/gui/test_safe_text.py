"""Foreign text: nothing reaches out, nothing hangs, links only after a check."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.safe_text import (
    MOST_CHARACTERS,
    SafeTextView,
    WholeTextView,
    display_html,
    display_plain,
    plain_line,
    safe_address,
    shown_target,
    utf16_offset,
)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[SafeTextView]:
    made = SafeTextView()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,<b>x</b>",
        "file:///etc/passwd",
        "file://host/share",
        "//host/share",
        "\\\\host\\share",
        "ms-msdt:/id PCWDiagnostic",
        "search-ms:query=x",
        "mailto:a@b.de",
        "ftp://forum.example/a",
        "http://",
        "https:///pfad",
        "https://user:geheim@forum.example/",
        "https://forum.example@evil.example/",
        "https://forum.example\\@evil.example/",
        "https://forum.example/a b",
        "https://forum.example/\nx",
        "https://forum.example:port/",
        " https://forum.example/",
        "HTTPS",
        "",
    ],
)
def test_only_plain_web_addresses_may_be_opened(address: str) -> None:
    assert safe_address(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://forum.example/t/3?a=1&b=2#c",
        "HTTP://forum.example",
        "https://müller.example/straße",
        "http://[::1]:8080/feed",
    ],
)
def test_web_addresses_may_be_opened(address: str) -> None:
    url = safe_address(address)
    assert url is not None
    assert url.scheme() in {"http", "https"}


def test_the_shown_target_is_the_real_one() -> None:
    assert "xn--" in shown_target(QUrl("https://pаypal.example/login"))
    assert "\u202e" not in shown_target(QUrl("https://forum.example/\u202egpj.exe"))
    assert len(shown_target(QUrl("https://forum.example/" + "a" * 5_000))) <= 220


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script><p>Text</p>",
        "<p onclick='alert(1)'>Text</p>",
        "<p><img src='file:///etc/passwd'>Text</p>",
        "<iframe src='https://evil.example'></iframe><p>Text</p>",
        "<svg><script>alert(1)</script></svg><p>Text</p>",
        "<form action='https://evil.example'><input></form><p>Text</p>",
        "<p style='background:url(https://evil.example/x)'>Text</p>",
        "<link rel='stylesheet' href='https://evil.example/x.css'><p>Text</p>",
        "<p><a href='javascript:alert(1)'>Text</a></p>",
        "<meta http-equiv='refresh' content='0;url=https://evil.example'><p>Text</p>",
    ],
)
def test_attacks_leave_only_text(raw: str) -> None:
    shown = display_html(raw)
    assert shown is not None
    assert "Text" in shown
    for trace in ("evil", "alert", "file:", "javascript", "<img", "style", "on", "<svg"):
        assert trace not in shown.replace("Text", "")


def test_a_few_inline_tags_and_web_links_stay() -> None:
    shown = display_html("<h1>Titel</h1><p><b>fett</b> <a href='https://forum.example/3'>Beitrag</a></p>")
    assert shown == ('<h3>Titel</h3><p><b>fett</b> <a href="https://forum.example/3">Beitrag</a></p>')


BOMBS = {
    "nested quotes": "<blockquote>" * 5_000 + "x" + "</blockquote>" * 5_000,
    "nested lists": "<ul><li>" * 3_000 + "x",
    "nested tables": "<table><tr><td>" * 60 + "x" + "</td></tr></table>" * 60,
    "nested divs": "<div>" * 20_000 + "x" + "</div>" * 20_000,
    "many bold": "<b>x</b>" * 20_000,
    "nested bold": "<b>" * 9_000 + "x",
    "long word": "<p>" + "x" * 250_000 + "</p>",
    "many cells": "<table>" + "<tr><td>x</td></tr>" * 10_000 + "</table>",
    "much text": "<p>Wort </p>" * 60_000,
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_layout_bombs_are_shown_quickly(view: SafeTextView, qtbot: QtBot, name: str) -> None:
    bomb = BOMBS[name]
    plain = "x" * 1_000_000 if name == "long word" else "Zeile\n" * 50_000
    start = time.perf_counter()
    view.show_text(bomb, plain)
    view.grab()
    assert time.perf_counter() - start < 2.0
    assert view.toPlainText()


def test_too_much_plain_text_is_cut_with_a_mark() -> None:
    shown = display_plain("Wort " * MOST_CHARACTERS)
    assert len(shown) < MOST_CHARACTERS * 1.2
    assert "…" in shown


def test_plain_text_is_escaped_and_addresses_become_links() -> None:
    shown = display_plain("<b>x</b> siehe https://forum.example/t/3?a=1&b=2.\n\nEnde")
    assert "&lt;b&gt;" in shown
    assert '<a href="https://forum.example/t/3?a=1&amp;b=2">' in shown
    assert shown.count("<p>") == 2


def test_direction_overrides_are_taken_out() -> None:
    assert "\u202e" not in display_plain("a\u202eb")
    assert "\u202e" not in (display_html("<p>a\u202eb</p>") or "")
    assert plain_line("a\u202eb\nc\td") == "ab c d"
    assert len(plain_line("Wort " * 200)) <= 300


def test_files_are_never_read(view: SafeTextView, tmp_path: Path) -> None:
    picture = tmp_path / "bild.png"
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(picture))
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    for name in (QUrl.fromLocalFile(str(picture)), QUrl(str(picture)), QUrl("https://evil.example/x.png")):
        assert view.document().resource(kind, name).size().width() == 1
    view.setHtml(f"<img src='{picture}'><img src='file://{picture}'>")  # past the sanitiser, on purpose
    grabbed = view.grab().toImage()
    reds = sum(
        grabbed.pixelColor(x, y).red() > 200 and grabbed.pixelColor(x, y).green() < 60
        for x in range(0, grabbed.width(), 3)
        for y in range(0, grabbed.height(), 3)
    )
    assert reds == 0


def test_links_are_told_not_followed(view: SafeTextView, qtbot: QtBot) -> None:
    view.show_text("<p><a href='https://forum.example/3'>Beitrag</a></p>", "")
    with qtbot.waitSignal(view.link_activated) as told:
        view.anchorClicked.emit(QUrl("https://forum.example/3"))
    assert told.args == ["https://forum.example/3"]
    with qtbot.assertNotEmitted(view.link_activated):
        view.anchorClicked.emit(QUrl("file:///etc/passwd"))
        view.anchorClicked.emit(QUrl("relativ.html"))
    assert view.toPlainText() == "Beitrag"
    assert not view.openLinks()


def test_a_hovered_link_shows_its_target(view: SafeTextView) -> None:
    view.show_text("<p><a href='https://evil.example/'>https://gut.example/</a></p>", "")
    view.highlighted.emit(QUrl("https://evil.example/"))
    assert view._target.isVisible()
    assert "evil.example" in view._target.text()
    view.highlighted.emit(QUrl())
    assert not view._target.isVisible()


def test_marks_stand_at_the_words_even_after_emoji(view: SafeTextView) -> None:
    view.show_text("", "👍🏽 Danke, Brandt Haustechnik 👍")
    start = view.shown_plain.index("Brandt")
    view.mark([(start, start + 6)], [(start + 7, start + 18)])
    shown = [selection.cursor.selectedText() for selection in view.extraSelections()]
    assert shown == ["Brandt", "Haustechnik"]
    assert utf16_offset("👍a", 1) == 2


def test_what_does_not_count_is_grey_and_stays_so_in_another_theme(view: SafeTextView) -> None:
    view.show_text("", "Das Wetter war gut. Brandt auch.")
    view.mark([(20, 26)], [], [(0, 19)])
    grey, bold = view.extraSelections()
    assert grey.cursor.selectedText() == "Das Wetter war gut."
    assert grey.format.foreground().color() == theme.current().color("text3")
    assert bold.cursor.selectedText() == "Brandt"
    view._restyle()
    assert len(view.extraSelections()) == 2


def test_lines_have_at_most_eighty_characters(view: SafeTextView, qtbot: QtBot) -> None:
    view.resize(1_400, 400)
    view.show_text("", "Wort " * 200)
    width = view.lineWrapColumnOrWidth()
    assert width <= view.fontMetrics().averageCharWidth() * 80
    view.resize(300, 400)
    assert view.lineWrapColumnOrWidth() <= view.viewport().width()


def test_the_text_follows_the_theme(view: SafeTextView) -> None:
    view.show_text("<p>Text</p>", "Text")
    theme.current().apply("dark", 100)
    assert theme.DARK.text in view.document().defaultStyleSheet()
    assert view.toPlainText() == "Text"
    ground = view.grab().toImage().pixelColor(590, 390)
    assert ground.lightness() < 128 or ground.alpha() == 0


def test_only_plain_text_is_copied(view: SafeTextView) -> None:
    view.show_text("<p><b>fett</b></p>", "")
    view.selectAll()
    made = view.createMimeDataFromSelection()
    assert made.text() == "fett"
    assert not made.hasHtml()


def test_the_longest_text_shown_whole_is_laid_out_quickly(qtbot: QtBot) -> None:
    whole = WholeTextView()
    qtbot.addWidget(whole)
    whole.resize(500, 400)
    whole.show()
    begin = time.perf_counter()
    whole.show_text("", "Wort für Wort. " * (MOST_CHARACTERS // 15))
    assert time.perf_counter() - begin < 2
    assert whole.height() > 10_000
    assert whole.verticalScrollBar().maximum() == 0
