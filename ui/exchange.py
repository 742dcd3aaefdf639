"""What comes in from outside the window, and what goes out: dropped addresses, feed: links, OPML files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from kundenradar.domain.arrivals import Arrival, arrival
from kundenradar.domain.errors import InputError

if TYPE_CHECKING:
    from typing import Any

    from kundenradar.app.core import Workers
    from kundenradar.services.opml import Imported, Preview
    from ui.tasks import Tasks

FILE_NAME = "Kundenradar.opml"
_MOST_BYTES = 1024 * 1024 + 1


def arrival_of(mime: QMimeData) -> Arrival | None:
    """What somebody drags in: the first thing we know of it."""
    texts = [url.toString() for url in mime.urls()] or mime.text().split("\n")[:1]
    return next((found for text in texts[:20] if (found := arrival(text)) is not None), None)


def read_preview(ctx: Any, path: Path) -> tuple[Preview, bytes]:  # noqa: ANN401 - the Context
    """What an OPML file offers, and the file.

    Raises:
        InputError: It cannot be read, or is none we take over from.
    """
    from kundenradar.services import opml

    try:
        with path.open("rb") as file:
            body = file.read(_MOST_BYTES)
    except OSError as error:
        raise InputError("file-unreadable", path.name) from error
    return opml.preview(ctx, body), body


class Exchange(QObject):
    """Opens what fits: the dialog for an address, or the choice of an OPML file.

    Signals:
        address_arrived: Look for feeds at this address.
        notice: A sentence for the window (text, tone).
    """

    address_arrived = Signal(str)
    notice = Signal(str, str)

    def __init__(self, workers: Workers, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._workers, self._tasks, self._window = workers, tasks, window

    def take(self, found: Arrival) -> None:
        """Do what fits to what arrived."""
        if found.address:
            self.address_arrived.emit(found.address)
        else:
            self.open_opml(Path(found.opml))

    @Slot()
    def choose_opml(self) -> None:
        """Ask for an OPML file to take feeds from."""
        dialog = QFileDialog(self._window, self.tr("Feeds aus einer OPML-Datei übernehmen"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("OPML-Dateien (*.opml *.xml)"), self.tr("Alle Dateien (*)")])
        dialog.fileSelected.connect(lambda name: self.open_opml(Path(name)))
        dialog.open()

    def open_opml(self, path: Path) -> None:
        """Show what a file offers, to choose from."""
        future = self._workers.outside(read_preview, path)
        self._tasks.watch(future, self, partial(self._show_offers, path.name), self._say_refused)

    def _show_offers(self, name: str, found: tuple[Preview, bytes]) -> None:
        from ui.dialogs.opml import OpmlDialog

        dialog = OpmlDialog(self._workers, self._tasks, name, *found, self._window)
        dialog.imported.connect(self._say_imported)
        dialog.open()

    def _say_refused(self, error: BaseException) -> None:
        from kundenradar.services import messages

        if isinstance(error, InputError):
            self.notice.emit(messages.sentence(error), "bad")
        else:
            self._tasks.failed.emit(error)

    @Slot(object)
    def _say_imported(self, done: Imported) -> None:
        from ui import formats

        sources = formats.count(len(done.added), "Quelle", "Quellen")
        text = self.tr("{sources} übernommen. Sie werden jetzt zum ersten Mal gelesen.")
        self.notice.emit(text.format(sources=sources), "good")
        self._workers.refresh(tuple(source.id for source in done.added))

    @Slot()
    def choose_export(self) -> None:
        """Ask where to write all sources to."""
        dialog = QFileDialog(self._window, self.tr("Alle Quellen als OPML speichern"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("OPML-Dateien (*.opml)"))
        dialog.setDefaultSuffix("opml")
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write all sources to a file."""
        self._tasks.watch(
            self._workers.outside(write_export, path), self, partial(self._say_exported, path), self._say_refused
        )

    def _say_exported(self, path: Path, _none: None) -> None:
        text = self.tr("„{name}“ ist gespeichert. Zugangsdaten stehen nicht darin.")
        self.notice.emit(text.format(name=path.name), "good")


def write_export(ctx: Any, path: Path) -> None:  # noqa: ANN401 - the Context
    """Write all sources to an OPML file.

    Raises:
        InputError: The place cannot be written (``file-unwritable``).
    """
    from kundenradar.services import opml
    from ui.printing.pdf import write_whole

    write_whole(opml.export(ctx), path)
