"""What comes in from outside the window: addresses, feed: links, OPML files."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import main
from kundenradar.domain.arrivals import Arrival
from kundenradar.feeds.opml import Outline, Refused
from kundenradar.services.opml import Imported, Offer, Preview
from tests.gui.fakes import FakeWorkers
from tests.gui.looks import clipped, unnamed
from ui import theme
from ui.dialogs.opml import OpmlDialog
from ui.exchange import arrival_of
from ui.instance import Doorbell
from ui.main_window import MainWindow
from ui.tasks import Tasks

PREVIEW = Preview(
    (
        Offer(Outline("Baufragen", "https://bau.example/feed", "", ("Foren", "Handwerk"))),
        Offer(Outline("Heizung", "https://heizung.example/feed", "", ("Foren", "Handwerk"))),
        Offer(Outline("Stadtblatt", "https://stadt.example/rss"), "Stadtblatt Köln"),
        Offer(Outline("Lokales", "https://lokal.example/rss")),
    ),
    (Refused("Böse", "command"),),
)


@pytest.fixture
def dialog(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks) -> Iterator[OpmlDialog]:
    made = OpmlDialog(workers, tasks, "Feeds.opml", PREVIEW, b"")  # type: ignore[arg-type]
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: tasks.pending == 0)


def test_everything_new_is_ticked_and_what_is_known_is_not_offered(dialog: OpmlDialog) -> None:
    assert dialog.wanted == {"https://bau.example/feed", "https://heizung.example/feed", "https://lokal.example/rss"}
    assert dialog._take.text() == "3 Feeds übernehmen"
    assert "Böse" in dialog._left_out.text()
    top = [dialog.tree.topLevelItem(row).text(0) for row in range(dialog.tree.topLevelItemCount())]
    assert top == ["Foren", "Stadtblatt", "Lokales"]
    assert dialog.tree.topLevelItem(1).text(1) == "schon Quelle: Stadtblatt Köln"


def test_where_all_is_known_the_dialog_says_so(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks) -> None:
    preview = replace(PREVIEW, offers=tuple(replace(one, known_as="Forum") for one in PREVIEW.offers))
    made = OpmlDialog(workers, tasks, "Feeds.opml", preview, b"")  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    assert made.accessibleDescription() == "Was in „Feeds.opml“ steht, hört Kundenradar schon."
    assert (made._take.text(), made._take.isEnabled()) == ("Übernehmen", False)
    assert clipped(made) == []


def test_a_folder_ticks_all_in_it(dialog: OpmlDialog) -> None:
    dialog.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.wanted == {"https://lokal.example/rss"}
    assert dialog._take.text() == "1 Feed übernehmen"
    dialog._none.click()
    assert not dialog._take.isEnabled()
    dialog._all.click()
    assert len(dialog.wanted) == 3


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_box_is_seen_whether_it_is_ticked_or_not(dialog: OpmlDialog, mode: str) -> None:
    theme.current().apply(mode, 100)
    tokens = theme.current().tokens

    def drawn() -> set[str]:
        QApplication.processEvents()
        area = dialog.tree.visualItemRect(dialog.tree.topLevelItem(2))
        image = dialog.tree.viewport().grab(area).toImage()
        return {image.pixelColor(x, y).name().upper() for x in range(60) for y in range(image.height())}

    assert tokens.accent in drawn()
    dialog._none.click()
    assert tokens.accent not in drawn()
    frame = min(drawn(), key=lambda shade: abs(int(shade[1:3], 16) - int(tokens.border_strong[1:3], 16)))
    assert theme.contrast(frame, tokens.surface) >= 2.4  # a thin line is never painted in its full colour


def test_only_what_is_ticked_is_asked_for(dialog: OpmlDialog, qtbot: QtBot, workers: FakeWorkers) -> None:
    dialog._none.click()
    dialog.tree.topLevelItem(2).setCheckState(0, Qt.CheckState.Checked)
    with qtbot.waitSignal(dialog.imported) as caught:
        dialog._take.click()
    assert isinstance(caught.args[0], Imported)
    assert workers.world.taken_over == {"https://lokal.example/rss"}


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_cut_and_all_is_named(dialog: OpmlDialog, percent: int) -> None:
    theme.current().apply("dark", percent)
    dialog._frame.fit()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


@pytest.mark.parametrize("percent", [100, 150])
def test_a_long_name_leaves_the_feeds_their_place(
    qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, percent: int
) -> None:
    theme.current().apply("light", percent)
    known = replace(PREVIEW.offers[0], known_as="Donaudampfschifffahrtsgesellschaft am Bodensee " * 3)
    preview = replace(PREVIEW, offers=(known, *PREVIEW.offers))
    made = OpmlDialog(workers, tasks, "Feeds.opml", preview, b"")  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    tree = made.tree
    assert tree.columnWidth(0) > tree.columnWidth(1)
    assert tree.horizontalScrollBar().maximum() == 0
    everywhere = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    (told,) = tree.findItems("schon Quelle: Donau", everywhere, 1)
    assert "Bodensee" in told.toolTip(1)


def test_of_what_is_dragged_the_first_known_thing_counts() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("file:///home/anna/bild.png"), QUrl("file:///home/anna/Meine%20Feeds.opml")])
    assert arrival_of(mime) == Arrival(opml="/home/anna/Meine Feeds.opml")
    mime = QMimeData()
    mime.setText("feed://forum.example/rss\nDas Forum")
    assert arrival_of(mime) == Arrival(address="http://forum.example/rss")
    assert arrival_of(QMimeData()) is None


@pytest.fixture
def window(qtbot: QtBot, workers: FakeWorkers) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.attach(workers, "overview", is_alive=False)  # type: ignore[arg-type]
    yield made
    qtbot.waitUntil(lambda: made.tasks.pending == 0)


def test_an_address_dropped_on_any_page_opens_the_dialog_with_it(window: MainWindow, qtbot: QtBot) -> None:
    from ui.dialogs.add_source import AddSourceDialog

    mime = QMimeData()
    mime.setUrls([QUrl("https://forum.example/thema")])
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    qtbot.waitUntil(lambda: window.findChild(AddSourceDialog) is not None)
    dialog = window.findChild(AddSourceDialog)
    assert isinstance(dialog, AddSourceDialog)
    assert dialog._address.text() == "https://forum.example/thema"
    assert window.current_page == "sources"
    qtbot.waitUntil(lambda: not dialog.is_searching, timeout=5000)
    dialog.reject()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_an_address_that_arrives_while_one_is_asked_for_takes_its_place(window: MainWindow, qtbot: QtBot) -> None:
    from ui.dialogs.add_source import AddSourceDialog

    window.take_arrival("https://forum.example/thema")
    qtbot.waitUntil(lambda: window.findChild(AddSourceDialog) is not None)
    dialog = window.findChild(AddSourceDialog)
    assert isinstance(dialog, AddSourceDialog)
    qtbot.waitUntil(lambda: not dialog.is_searching, timeout=5000)
    dialog._back.click()
    dialog._login_box.control.setChecked(True)
    dialog._fields.user.setText("anna")
    dialog._fields.password.setText("geheim")
    dialog._own.setText("Brandt_Service")
    window.come_to_front("feed:https://blog.example/feed")
    qtbot.waitUntil(lambda: dialog._address.text() == "https://blog.example/feed")
    assert not dialog._login_box.control.isChecked()  # what opens the one is not sent to the other
    assert dialog._fields.password.text() == ""
    assert dialog._own.text() == ""
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    dialog.reject()


def test_what_arrives_during_the_first_questions_comes_after_them(qtbot: QtBot, workers: FakeWorkers) -> None:
    from ui.dialogs.add_source import AddSourceDialog

    workers.world.settings = replace(workers.world.settings, first_run_done=False)
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.attach(workers, "overview")  # type: ignore[arg-type]
    made.take_arrival("feed:https://forum.example/feed")
    assert made.messages.text.startswith("Nach diesen Fragen sieht sich Kundenradar die Adresse an")
    assert made.findChild(AddSourceDialog) is None
    made.show_page("overview")  # as when the questions are answered
    qtbot.waitUntil(lambda: made.findChild(AddSourceDialog) is not None)
    dialog = made.findChild(AddSourceDialog)
    assert isinstance(dialog, AddSourceDialog)
    assert dialog._address.text() == "https://forum.example/feed"
    assert made.messages.text == ""
    qtbot.waitUntil(lambda: not dialog.is_searching, timeout=5000)
    dialog.reject()
    qtbot.waitUntil(lambda: made.tasks.pending == 0)


def test_all_that_arrives_during_the_first_questions_comes_after_them(
    qtbot: QtBot, workers: FakeWorkers, tmp_path: Path
) -> None:
    from ui.dialogs.add_source import AddSourceDialog

    workers.world.settings = replace(workers.world.settings, first_run_done=False)
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.attach(workers, "overview")  # type: ignore[arg-type]
    made.take_arrival(str(tmp_path / "fehlt.opml"))
    made.take_arrival("feed:https://forum.example/feed")
    made.take_arrival("feed:https://blog.example/feed")
    made.show_page("overview")  # as when the questions are answered

    def asked() -> list[AddSourceDialog]:
        return [one for one in made.findChildren(AddSourceDialog) if one.isVisible()]

    for address in ("https://forum.example/feed", "https://blog.example/feed"):
        qtbot.waitUntil(lambda: bool(asked()), timeout=5000)
        (dialog,) = asked()
        assert dialog._address.text() == address
        qtbot.waitUntil(lambda: made.tasks.pending == 0, timeout=5000)
        assert "InputError" in made.messages.text  # the file, said by the stand-in
        dialog.reject()
    qtbot.waitUntil(lambda: made.tasks.pending == 0)
    assert not asked()


def test_an_opml_file_that_is_none_is_refused_in_the_notice(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.take_arrival(str(tmp_path / "fehlt.opml"))
    qtbot.waitUntil(lambda: bool(window.messages.text))


def test_a_second_start_hands_its_link_to_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    bell = Doorbell(tmp_path)
    code = "import sys; from pathlib import Path; from ui.instance import ring; ring(Path(sys.argv[1]), sys.argv[2])"
    with qtbot.waitSignal(bell.rung, timeout=20_000) as caught:
        child = subprocess.Popen([sys.executable, "-c", code, str(tmp_path), "feed:https://forum.example/rss"])
    child.wait(20)
    assert caught.args == ["feed:https://forum.example/rss"]
    bell.stop()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["feed:https://a.example/rss"], ["window", "feed:https://a.example/rss"]),
        (["--data-dir", "d", "feeds.opml"], ["--data-dir", "d", "window", "feeds.opml"]),
        (["--data-dir=d", "https://a.example"], ["--data-dir=d", "window", "https://a.example"]),
        (["source", "add", "https://a.example"], ["source", "add", "https://a.example"]),
        (["opml", "import", "feeds.opml"], ["opml", "import", "feeds.opml"]),
        (["report"], ["report"]),
        ([], []),
    ],
)
def test_what_the_desktop_hands_over_opens_the_window(arguments: list[str], expected: list[str]) -> None:
    assert main.with_command(arguments) == expected


def test_the_desktop_entry_takes_feed_links() -> None:
    entry = (Path(main.__file__).parent / "packaging" / "linux" / "kundenradar.desktop").read_text("utf-8")
    assert "Exec=kundenradar %u" in entry
    assert "x-scheme-handler/feed;" in entry
