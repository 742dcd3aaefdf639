"""Makes the pictures under docs/pictures from the sample data, without a screen and without the internet.

    .venv/bin/python packaging/pictures.py [FOLDER]      (make pictures)

What the samples do not have (a source that lost entries, one that is gone) is set in the copy the pictures are made of.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kundenradar.app.core import Workers, open_workers
from kundenradar.domain.mentions import EntryId, MentionFilter
from kundenradar.domain.sentiment import Label
from kundenradar.services import review, subscriptions
from kundenradar.services.samples import SampleServer, sample_documents
from ui.app import _make_app, settle
from ui.dialogs.add_source import AddSourceDialog
from ui.dialogs.queries import QueriesDialog
from ui.main_window import MainWindow
from ui.pages.mentions import MentionsPage
from ui.pages.topics import TopicsPage
from ui.theme import current as current_theme

SIZE = (1280, 800)
SCREEN = {
    "name": "screen",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}


def main(folder: Path) -> None:
    """Make every picture anew."""
    with tempfile.TemporaryDirectory() as home:
        # The screen that is none has 800 x 800 pixels by itself, which dialogs keep within.
        screen = Path(home, "screen.json")
        screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        _make_app()
        subprocess.run([sys.executable, ROOT / "main.py", "--data-dir", home, "demo"], check=True, capture_output=True)
        data = Path(home, "demo")
        for theme in ("light", "dark"):
            for page in ("overview", "mentions", "topics"):
                with opened(data, page, theme) as (window, _workers):
                    save(window, folder, f"{page}-{theme}")
        with opened(data, "topics") as (window, _workers):
            rising(window, folder)
        with opened(data, "mentions") as (window, workers):
            mentions(window, workers, folder)
        for page in ("reports", "settings"):
            with opened(data, page) as (window, _workers):
                save(window, folder, page)
        with opened(data, "sources") as (window, workers):
            discovery(window, workers, folder)
        trouble(data / "kundenradar.sqlite3")
        with opened(data, "sources") as (window, workers):
            health(window, workers, folder)


@contextmanager
def opened(data: Path, page: str, theme: str = "light") -> Iterator[tuple[MainWindow, Workers]]:
    """A window at rest over a data folder."""
    workers = open_workers(data)
    workers.opened.result(timeout=30)
    current_theme().apply(theme, 100)
    window = MainWindow()
    window.forced_theme = theme
    window.resize(*SIZE)
    try:
        window.show()
        window.attach(workers, page, is_alive=False)
        settle(window)
        yield window, workers
    finally:
        window.close()
        workers.close()


def rest(window: MainWindow) -> None:
    """Let what waits for a pause of the reader happen too."""
    end = monotonic() + 1
    while monotonic() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    settle(window)


def save(widget: QWidget, folder: Path, name: str) -> None:
    """Write a widget as it looks now."""
    if not widget.grab().save(str(folder / f"{name}.png")):
        raise OSError(name)


def dialog(window: MainWindow, folder: Path, name: str, kind: type[QDialog], ask: Callable[[], object]) -> None:
    """Open a dialog, paint it, close it."""
    ask()
    rest(window)
    found = next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
    save(found, folder, name)
    found.close()
    settle(window)


def rising(window: MainWindow, folder: Path) -> None:
    """The lower half of Themen: what more people write of."""
    page = window.page("topics")
    assert isinstance(page, TopicsPage)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(window)
    save(window, folder, "rising-topics")


def mentions(window: MainWindow, workers: Workers, folder: Path) -> None:
    """Discussion, Warum?, Bewertungsrunde and the form of the Suchprofile."""
    from ui.dialogs.rating_session import RatingSession

    page = window.page("mentions")
    assert isinstance(page, MentionsPage)
    ctx = workers.opened.result()
    negative = review.keys(ctx, MentionFilter(labels=frozenset({Label.NEGATIVE})), 40)
    told = review.full(ctx, [EntryId(key) for key in negative])
    chosen = max((one for one in told if one.entry.thread), key=lambda one: abs(one.sentiment.score))
    window.go_to("mentions", chosen.entry.id)
    rest(window)
    page.why.section.button.click()
    rest(window)
    save(window, folder, "why")
    page.toggle_discussion()
    rest(window)
    save(window, folder, "thread")
    page.toggle_discussion()
    dialog(window, folder, "rating-session", RatingSession, page.rate)
    dialog(window, folder, "query-form", QueriesDialog, page.manage_queries)


def discovery(window: MainWindow, workers: Workers, folder: Path) -> None:
    """The dialog that finds the feeds behind an address."""
    with SampleServer(sample_documents(datetime.now(UTC))) as server:
        known = subscriptions.list_sources(workers.opened.result())
        made = AddSourceDialog(workers, window.tasks, known, window, address=server.base_url)
        dialog(window, folder, "discovery", AddSourceDialog, made.open)


def trouble(database: Path) -> None:
    """Let the first source have lost entries, the second have moved and the third be gone."""
    now = round(datetime.now(UTC).timestamp() * 1_000_000)
    with closing(sqlite3.connect(database)) as connection, connection:
        first, second, third = [row[0] for row in connection.execute("SELECT id FROM source ORDER BY id LIMIT 3")]
        lost = "UPDATE source SET missed = 8, missed_at = ?, missed_gap_s = 93600 WHERE id = ?"
        connection.execute(lost, (now, first))
        connection.execute("UPDATE source SET moved_at = ? WHERE id = ?", (now, second))
        gone = "UPDATE source SET trouble_kind = 'gone', trouble_host = 'koeln-nachrichten.example' WHERE id = ?"
        connection.execute(gone, (third,))


def health(window: MainWindow, workers: Workers, folder: Path) -> None:
    """Quellen with what troubles them."""
    sources = subscriptions.list_sources(workers.opened.result())
    window.go_to("sources", int(sources[0].id))
    settle(window)
    save(window, folder, "loss-hint")
    window.go_to("sources", int(sources[-1].id))
    settle(window)
    save(window, folder, "health")


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
    target.mkdir(parents=True, exist_ok=True)
    main(target)
