"""What nobody expected: logged without contents, shown with a report that can be copied."""

import logging
import platform
import sys
import threading
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

log = logging.getLogger("kundenradar.ui")


def where(trace: TracebackType | None) -> list[str]:
    """Places of a traceback as ``file.py:12 function``, outermost first; no paths, no values."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    return places


def report_of(error: BaseException) -> str:
    """A report to hand on: versions, kinds of errors and places. No message: it may quote people."""
    try:
        program = version("kundenradar")
    except PackageNotFoundError:
        program = "?"
    system = f"{platform.system()} {platform.release()}"
    lines = [
        f"Kundenradar {program}, Python {platform.python_version()}, Qt {PySide6.__version__}, {system}",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__qualname__)
        lines += [f"  {place}" for place in where(seen.__traceback__)]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def note(error: BaseException) -> None:
    """Log an unexpected error: kind and innermost place only."""
    places = where(error.__traceback__)
    log.error("bug kind=%s at=%s", type(error).__qualname__, places[-1] if places else "?")


class BugWatch(QObject):
    """Takes what reaches the edge of the program and shows one dialog at a time."""

    _caught = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Watch uncaught exceptions of this and all other threads."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    @property
    def dialog(self) -> QMessageBox | None:
        """The dialog that is open, if any."""
        return self._box

    def take(self, error: BaseException) -> None:
        """Log an unexpected error and show it."""
        note(error)
        self._caught.emit(error)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error.with_traceback(trace))

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_value)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        if self._box is not None:
            return
        report = report_of(error)
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Kundenradar")
        box.setText(self.tr("Im Programm ist etwas schiefgegangen. Ihre Daten sind gespeichert."))
        box.setInformativeText(
            self.tr(
                "Sie können weiterarbeiten. Wenn es wieder vorkommt, hilft uns der Bericht; er enthält keine "
                "Texte, Namen oder Adressen."
            )
        )
        box.setDetailedText(report)
        copy = box.addButton(self.tr("Bericht kopieren"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(self.tr("Weiterarbeiten"), QMessageBox.ButtonRole.AcceptRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        box.finished.connect(self._closed)
        self._box = box
        box.open()

    @Slot()
    def _closed(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None
