"""The same pages over the real core: the fakes of the other tests must not lie."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundenradar.app.core import Workers, open_workers
from kundenradar.services.samples import SampleServer, sample_documents
from ui.bridge import Bridge
from ui.dialogs.add_source import AddSourceDialog
from ui.dialogs.edit_source import EditSourceDialog
from ui.dialogs.first_run import FirstRunPage
from ui.dialogs.remove_source import RemoveSourceDialog
from ui.pages.reports import ReportsPage
from ui.pages.settings import SettingsPage
from ui.pages.sources import SourcesPage
from ui.tasks import Tasks
from ui.widgets.form import CheckBox

WAIT_MS = 30_000


@pytest.fixture
def server() -> Iterator[SampleServer]:
    with SampleServer(sample_documents(datetime.now(UTC))) as made:
        yield made


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Workers]:
    made = open_workers(tmp_path / "data", processes=0)
    yield made
    made.close()


@pytest.mark.slow
def test_from_the_first_question_to_the_printed_week(
    qtbot: QtBot, server: SampleServer, core: Workers, tasks: Tasks, tmp_path: Path
) -> None:
    bridge = Bridge(core)

    def settle() -> None:
        qtbot.waitUntil(lambda: tasks.pending == 0 and not core.refreshing, timeout=WAIT_MS)
        bridge.flush()
        qtbot.waitUntil(lambda: tasks.pending == 0, timeout=WAIT_MS)

    # Four questions.
    questions = FirstRunPage(core, tasks, bridge)
    qtbot.addWidget(questions)
    questions.show()
    questions._firm.setText("Brandt Haustechnik GmbH")
    questions._on_go()
    questions._terms.setText("Brandt, Wärmepumpe*")
    questions._excludes.setText("Willy")
    questions._on_go()
    for box in questions._picker.findChildren(CheckBox):
        box.setChecked(False)
    questions._on_go()
    questions._addresses.setPlainText(f"{server.base_url}\nquatsch")
    questions._on_go()
    qtbot.waitUntil(questions._go.isEnabled, timeout=WAIT_MS)
    assert "keine Internetadresse" in questions._findings["quatsch"].note
    for box in questions.findChildren(CheckBox):
        if not questions._picker.isAncestorOf(box):
            box.setChecked(True)
    with qtbot.waitSignal(questions.finished, timeout=WAIT_MS):
        questions._go.click()
    settle()
    assert core.settings.first_run_done
    assert list(core.settings.terms) == ["Brandt", "Wärmepumpe*"]

    # Sources with their health.
    sources = SourcesPage(core, tasks, bridge)
    qtbot.addWidget(sources)
    sources.resize(1100, 700)
    sources.show()
    sources.refresh_view()
    settle()
    assert sources.subtitle.text() == "3 Quellen · 3 laufen"
    assert sources.detail._history.rowCount() == 1
    assert all(source.mentions for source in sources._model.sources)
    sources.add_source(server.base_url)
    adding = sources.findChild(AddSourceDialog)
    assert adding is not None
    qtbot.waitUntil(lambda: adding._step == 1, timeout=WAIT_MS)
    assert adding._found.text() == "Was es hier zu hören gibt, hört Kundenradar schon."
    adding.reject()

    # Edit, pause, resume.
    sources.edit_source()
    editing = sources.findChild(EditSourceDialog)
    assert editing is not None
    editing._name.setText("Forum der Nachbarn")
    editing._interval.setCurrentIndex(editing._interval.findData(3600))
    with qtbot.waitSignal(editing.stored, timeout=WAIT_MS):
        editing._save.click()
    settle()
    assert "Forum der Nachbarn" in [source.name for source in sources._model.sources]
    sources.detail.pause.click()
    settle()
    assert sources.detail._state.text() == "Pausiert"
    sources.detail.pause.click()
    settle()
    assert sources.detail._state.text() == "Läuft"
    assert sources.detail._history.rowCount() == 2

    # The week on paper.
    reports = ReportsPage(core, tasks, bridge)
    qtbot.addWidget(reports)
    reports.resize(1000, 700)
    reports.show()
    reports.refresh_view()
    settle()
    assert reports.report is not None
    assert reports.report.figures.total > 0
    assert reports.report.firm == "Brandt Haustechnik GmbH"
    reports.save_to(tmp_path / "Woche.pdf", reports.report)
    settle()
    assert (tmp_path / "Woche.pdf").read_bytes().startswith(b"%PDF-")

    # Other words, then one source less.
    settings = SettingsPage(core, tasks, bridge)
    qtbot.addWidget(settings)
    settings.show()
    settings.refresh_view()
    settings._terms.setText("Brandt & Söhne")
    settings._terms.textEdited.emit("Brandt & Söhne")
    settings.save()
    settle()
    assert list(core.settings.terms) == ["Brandt & Söhne"]
    assert settings._query.text().endswith("„Brandt Haustechnik GmbH“ oder „Brandt & Söhne“, aber nicht „Willy“")
    sources.remove_source()
    removing = sources.findChild(RemoveSourceDialog)
    assert removing is not None
    settle()
    assert "gespeicherte Beiträge" in removing.text
    removing.removal.click()
    settle()
    assert sources.subtitle.text() == "2 Quellen · 2 laufen"
    bridge.stop()
