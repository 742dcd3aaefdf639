"""Verbindung prüfen: what stands between this computer and its sources."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kundenradar.domain.sources import SourceId
from kundenradar.services import connection
from kundenradar.services.connection import Diagnosis
from ui.dialogs.frame import Frame
from ui.widgets.buttons import Button
from ui.widgets.cards import Icon
from ui.widgets.labels import WrapLabel, announce

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.tasks import Tasks


class ConnectionDialog(QDialog):
    """Looks at once, shows the cause in a sentence and what was looked at below it."""

    def __init__(
        self,
        workers: "Workers",
        tasks: "Tasks",
        parent: QWidget | None = None,
        *,
        source: SourceId | None = None,
    ) -> None:
        super().__init__(parent)
        self._workers, self._tasks, self._source = workers, tasks, source
        self._build()
        self.check()

    def _build(self) -> None:
        lead = self.tr("Gefragt werden nur Ihre eigenen Quellen.")
        self._frame = Frame(self, self.tr("Verbindung prüfen"), lead, width=600)
        self._icon = Icon("hourglass", "text2", 20)
        self.words = WrapLabel("", "strong")
        self.words.line_characters = 62
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.words, 1)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._frame.body.addLayout(said)
        self._frame.body.addWidget(self._list)
        self._frame.body.addStretch(1)
        self._again = Button(self.tr("Noch einmal prüfen"), icon="arrow-clockwise")
        self._again.clicked.connect(lambda _checked: self.check())
        shut = Button(self.tr("Schließen"), "primary")
        shut.setDefault(True)
        shut.clicked.connect(self.accept)
        self._frame.set_buttons(self._again, shut)
        self._frame.fit()

    def check(self) -> None:
        """Look again; the network may take half a minute to answer."""
        self._again.setEnabled(False)
        self._icon.show_as("hourglass", "text2")
        self.words.setText(self.tr("Wird geprüft …"))
        future = self._workers.outside(connection.check_connection, self._source)
        self._tasks.watch(future, self, self._show, self._fail)

    def _fail(self, error: BaseException) -> None:
        self._again.setEnabled(True)
        self.words.setText(self.tr("Die Prüfung ließ sich nicht zu Ende führen."))
        self._tasks.failed.emit(error)

    def _show(self, diagnosis: Diagnosis) -> None:
        self._again.setEnabled(True)
        self._icon.show_as(*(("check-circle", "accent") if diagnosis.ok else ("warning", "warning_text")))
        self.words.setText(diagnosis.words)
        announce(self.words, diagnosis.words)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(2, 1)
        for row, check in enumerate(diagnosis.checks):
            icon = Icon(*(("check-circle", "accent") if check.ok else ("x-circle", "negative_text")), 16)
            name, words = WrapLabel(check.name, "second"), WrapLabel(check.words)
            words.line_characters = 56
            words.setAccessibleName(
                self.tr("{name}: {words}").format(name=check.name, words=check.words)
                if check.ok
                else self.tr("{name}, nicht in Ordnung: {words}").format(name=check.name, words=check.words)
            )
            grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
            for place, label in ((1, name), (2, words)):
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(label, row, place)
        old = self._column.takeAt(0)
        if old is not None and (widget := old.widget()) is not None:
            widget.deleteLater()
        self._column.addWidget(rows)
        QTimer.singleShot(0, self, self._frame.fit)  # sizes are true once the new rows have their style
