"""Berichte: choose a week, see its report as it will be printed, print it or keep it as PDF."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kundenradar.domain.errors import InputError
from kundenradar.domain.reports import IsoWeek, WeekReport
from kundenradar.services import reporting
from ui import actions, formats, theme
from ui.printing.pdf import file_name, pdf_document, write_whole
from ui.printing.preview import Fit, ReportPreview
from ui.printing.printer import print_report, printer_for
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import Card
from ui.widgets.empty import EmptyState
from ui.widgets.fields import ComboBox
from ui.widgets.labels import Label, announce
from ui.widgets.page import Page

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.bridge import Bridge
    from ui.tasks import Tasks

FRIDAY = 4
_ROOM_FOR_ZOOM = 680
"""Width in pixels at 100 % type from which on the bar has room for all it says."""


def first_week(weeks: tuple[IsoWeek, ...], now: datetime) -> IsoWeek:
    """The week to open with: from Friday on the running one, before that the one that is over.

    The report of a week is printed at its end or on the Monday after; a week without mentions is
    passed over for the running one.
    """
    today = formats.local_day(now)
    running = IsoWeek.of(today)
    is_over = today.weekday() < FRIDAY and running.before in weeks
    return running.before if is_over else running


class ReportsPage(Page):
    """The weekly report on screen, on paper and as a file."""

    def __init__(
        self,
        workers: "Workers",
        tasks: "Tasks",
        bridge: "Bridge",
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = formats.utc_now,
    ) -> None:
        super().__init__(workers, tasks, bridge, parent, title=self.tr("Berichte"), scrolls=False)
        self._now = now
        self._weeks: tuple[IsoWeek, ...] | None = None
        self._week: IsoWeek | None = None
        self._report: WeekReport | None = None
        self._is_stale = True
        self._build()
        bridge.mentions_added.connect(self._on_news)
        bridge.mentions_changed.connect(self._on_news)
        bridge.settings_changed.connect(self._on_news)
        bridge.sources_changed.connect(self._on_news)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.subtitle.setText(self.tr("Die Woche auf wenigen Seiten: zum Drucken oder als PDF."))
        self._pdf = Button(self.tr("Als PDF speichern …"), icon="file-pdf")
        self._pdf.clicked.connect(self._choose_file)
        self._print = Button(self.tr("Drucken …"), "primary", "printer")
        self._print.clicked.connect(self._choose_printer)
        self._print.setToolTip(actions.shown_keys("Ctrl+P"))
        self.tools.addWidget(self._pdf)
        self.tools.addWidget(self._print)
        for keys, slot in (("Ctrl+P", self._choose_printer), ("Ctrl+S", self._choose_file)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            self.addAction(action)
        self._preview = ReportPreview()
        self._preview.zoom_changed.connect(self._show_zoom)
        self._empty = EmptyState(
            "file-text",
            self.tr("Noch kein Wochenbericht"),
            self.tr(
                "Sobald Kundenradar die ersten Erwähnungen gefunden hat, entsteht hier für jede Woche ein Bericht."
            ),
        )
        self._empty.add_button(self.tr("Quellen ansehen"), lambda: self.go_to.emit("sources", None), "primary", "rss")
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.setSpacing(0)
        frame.column.addLayout(self._build_bar())
        frame.column.addWidget(self._preview, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(frame)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)
        self._enable()

    def _build_bar(self) -> QVBoxLayout:
        self._earlier = IconButton(self.tr("Eine Woche früher"), "caret-left")
        self._earlier.clicked.connect(lambda _checked: self._step(earlier=True))
        self._later = IconButton(self.tr("Eine Woche später"), "caret-right")
        self._later.clicked.connect(lambda _checked: self._step(earlier=False))
        self._choice = ComboBox(self.tr("Kalenderwoche"))
        self._choice.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self._choice.setMaxVisibleItems(14)
        self._choice.activated.connect(self._on_chosen)
        self._this_week = Button(self.tr("Diese Woche"), "quiet")
        self._this_week.clicked.connect(lambda _checked: self.show_week(self._running()))
        self._smaller = IconButton(self.tr("Kleiner"), "minus")
        self._smaller.clicked.connect(self._preview.zoom_out)
        self._zoom = Label("100 %", "meta")
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._larger = IconButton(self.tr("Größer"), "plus")
        self._larger.clicked.connect(self._preview.zoom_in)
        self._fit = IconButton(self.tr("Ganze Seiten zeigen"), "arrows-in")
        self._fit.setCheckable(True)
        self._fit.clicked.connect(self._on_fit)
        row = QHBoxLayout()
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(4)
        left: tuple[QWidget, ...] = (self._earlier, self._choice, self._later, self._this_week)
        right: tuple[QWidget, ...] = (self._smaller, self._zoom, self._larger, self._fit)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        line = QWidget()
        line.setObjectName("line")
        line.setFixedHeight(1)
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(line)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The size in words gives way to the week in a narrow window."""
        super().resizeEvent(event)
        self._zoom.setVisible(self.width() >= theme.current().scaled(_ROOM_FOR_ZOOM))

    # --- showing ----------------------------------------------------------------------------------

    @property
    def week(self) -> IsoWeek | None:
        """The week shown, None before the first one is known."""
        return self._week

    @property
    def report(self) -> WeekReport | None:
        """The report shown, None while it is asked for."""
        return self._report

    def refresh_view(self) -> None:
        """Ask for the weeks, and for the report if something has changed since."""
        self.tasks.watch(self.workers.read(reporting.weeks_with_mentions), self, self._take_weeks)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that scroll and zoom work at once, before Tab has gone to any control."""
        self._preview.keyPressEvent(event)

    def set_target(self, target: object) -> None:
        """Show the week another page named."""
        if isinstance(target, IsoWeek):
            self._week = target
            self._is_stale = True

    def show_week(self, week: IsoWeek) -> None:
        """Show the report of a week."""
        if week != self._week:
            self._week = week
            self._ask_report()
        self._show_choice()

    def _running(self) -> IsoWeek:
        return IsoWeek.of(formats.local_day(self._now()))

    def _take_weeks(self, weeks: tuple[IsoWeek, ...]) -> None:
        is_new = weeks != self._weeks
        self._weeks = weeks
        if self._week is None:
            self._week = first_week(weeks, self._now())
        if is_new or self._is_stale:
            self._ask_report()
        self._show_choice()

    def _ask_report(self) -> None:
        if self._week is None:
            return
        self._is_stale = False
        self.tasks.watch(self.workers.read(reporting.week_report, self._week), self, self._take_report)

    def _take_report(self, report: WeekReport) -> None:
        if report.week != self._week:
            return  # another week was chosen meanwhile
        is_other_week = self._report is None or self._report.week != report.week
        self._report = report
        self._preview.show_report(report)
        if is_other_week:
            self._preview.verticalScrollBar().setValue(0)
            announce(self._preview, formats.week(report.week))
        weeks = self._weeks or ()
        is_empty = report.figures.total == 0 and not [week for week in weeks if week != self._running()]
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self._enable()

    def _show_choice(self) -> None:
        """The list of weeks; a week without mentions is listed while it is shown."""
        week = self._week
        if week is None or self._weeks is None:
            return
        running = self._running()
        weeks = sorted({*self._weeks, week, running}, reverse=True)
        with QSignalBlocker(self._choice):
            self._choice.clear()
            for known in weeks:
                note = self.tr(" · läuft noch") if known == running else ""
                self._choice.addItem(f"{formats.week(known)}{note}", known)
            self._choice.setCurrentIndex(weeks.index(week))
        self._earlier.setEnabled(week > min(weeks))
        self._later.setEnabled(week < max(weeks))
        self._this_week.setVisible(week != running)

    def _enable(self) -> None:
        is_there = self._report is not None and self._stack.currentIndex() == 0
        self._pdf.setEnabled(is_there)
        self._print.setEnabled(is_there)

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        week = self._choice.itemData(row)
        if isinstance(week, IsoWeek):
            self.show_week(week)

    def _step(self, *, earlier: bool) -> None:
        if self._week is not None:
            self.show_week(self._week.before if earlier else self._week.after)

    @Slot()
    def _on_news(self) -> None:
        if self.isVisible():
            self._is_stale = True
            self.tasks.watch(self.workers.read(reporting.weeks_with_mentions), self, self._take_weeks)
        else:
            self._is_stale = True

    @Slot(float)
    def _show_zoom(self, zoom: float) -> None:
        self._zoom.setText(f"{round(zoom * 100)} %")
        self._fit.setChecked(self._preview.fit is Fit.PAGE)

    @Slot(bool)
    def _on_fit(self, is_whole: bool) -> None:
        self._preview.set_fit(Fit.PAGE if is_whole else Fit.WIDTH)

    # --- paper and file ---------------------------------------------------------------------------

    @Slot()
    def _choose_printer(self) -> None:
        if self._report is None or not self._print.isEnabled():
            return
        report, printer = self._report, printer_for(self._report)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Wochenbericht drucken"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self._preview.page_count)
        dialog.setFromTo(1, self._preview.page_count)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer, report))
        QDialog.open(dialog)  # QPrintDialog hides it behind one that wants a slot's name

    def print_to(self, printer: QPrinter, report: WeekReport) -> None:
        """Print on a printer that was set up, and say how it went."""
        try:
            print_report(report, printer)
        except OSError:
            self.notice.emit(
                self.tr("Der Drucker hat nichts angenommen. Prüfen Sie, ob er eingeschaltet und verbunden ist."), "bad"
            )
            return
        to_file = printer.outputFileName()
        if to_file:
            text = self.tr("Der Wochenbericht steht in „{name}“.").format(name=Path(to_file).name)
        else:
            text = self.tr("Der Wochenbericht ist auf dem Weg zum Drucker „{name}“.").format(name=printer.printerName())
        self.notice.emit(text, "good")

    @Slot()
    def _choose_file(self) -> None:
        if self._report is None or not self._pdf.isEnabled():
            return
        report = self._report
        dialog = QFileDialog(self, self.tr("Wochenbericht als PDF speichern"), str(self._folder()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF-Dateien (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(file_name(report))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name), report))
        dialog.open()

    def save_to(self, path: Path, report: WeekReport) -> None:
        """Keep the report as PDF; painted here, written where waiting for a slow disk disturbs nobody."""
        self._remember_folder(path.parent)
        document = pdf_document(report)
        future = self.workers.outside(lambda _ctx: write_whole(document, path))
        self.tasks.watch(future, self, lambda _none: self._say_saved(path), self._say_unsaved)

    def _say_saved(self, path: Path) -> None:
        text = self.tr("„{name}“ ist gespeichert, im Ordner „{folder}“.")
        self.notice.emit(text.format(name=path.name, folder=path.parent.name or path.parent), "good")

    def _say_unsaved(self, error: BaseException) -> None:
        if not isinstance(error, InputError):
            self.tasks.failed.emit(error)
            return
        text = self.tr(
            "„{name}“ ließ sich nicht speichern. Prüfen Sie, ob der Ordner beschreibbar ist und die Datei nicht "
            "noch in einem anderen Programm offen ist."
        )
        self.notice.emit(text.format(name=Path(error.detail).name), "bad")

    def _folder(self) -> Path:
        state = getattr(self.window(), "state", None)
        kept = state.value("reports/folder") if state is not None else None
        folder = Path(kept) if isinstance(kept, str) and kept else None
        if folder is not None and folder.is_dir():
            return folder
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _remember_folder(self, folder: Path) -> None:
        state = getattr(self.window(), "state", None)
        if state is not None:
            state.setValue("reports/folder", str(folder))
