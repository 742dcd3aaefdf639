"""Rückmeldung erfassen: what came by telephone, letter, e-mail or over the counter."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QDateTime, QMimeData, Qt, QTime, QTimeZone, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from kundenradar.domain.errors import InputError, KundenradarError
from kundenradar.domain.notes import CHANNEL_WORDS, Channel, Note, PastedMail, pasted_mail
from kundenradar.services import messages, notes
from ui import formats, theme
from ui.dialogs.frame import Frame
from ui.dialogs.unsaved import ask_to_discard
from ui.widgets.buttons import Button, Segmented
from ui.widgets.fields import ComboBox, MomentField
from ui.widgets.form import FormField, InlineError
from ui.widgets.labels import WrapLabel
from ui.widgets.menu_button import MenuButton, give_menu

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kundenradar.app.core import Workers
    from kundenradar.domain.mentions import EntryId
    from ui.tasks import Tasks

RATINGS: Final = (5, 4, 3, 2, 1)
_WALL: Final = QTimeZone(QTimeZone.Initialization.UTC)
"""The field holds the clock of a German wall as it is read: no zone of this computer, no hour that is left out."""


def wall_clock(at: datetime) -> QDateTime:
    """What a clock in Germany shows at a moment (aware)."""
    here = at.astimezone(formats.ZONE)
    day, time = QDate(here.year, here.month, here.day), QTime(here.hour, here.minute, here.second)
    return QDateTime(day, time, _WALL)


def moment_of(shown: QDateTime) -> datetime:
    """The moment (UTC) at which a clock in Germany shows this; the first one where there are two."""
    day, time = shown.date(), shown.time()
    wall = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second(), tzinfo=formats.ZONE)
    return wall.astimezone(UTC)


class PasteField(QPlainTextEdit):
    """A text field that takes headers, quotes and signature off a pasted e-mail.

    Signals:
        mail_pasted: An e-mail was pasted (PastedMail); what it says stands in the field.
    """

    mail_pasted = Signal(object)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 (Qt's name)
        """Plain text only; of an e-mail what its writer wrote."""
        mail = pasted_mail(source.text())
        self.insertPlainText(mail.text)
        if mail.is_mail:
            self.mail_pasted.emit(mail)


class NoteDialog(QDialog):
    """Enters feedback, or changes it.

    Signals:
        stored: The note stands (EntryId).
        removed: The note was removed.
        notice: A sentence for the window (text, tone).
    """

    stored = Signal(object)
    removed = Signal()
    notice = Signal(str, str)

    def __init__(
        self,
        workers: Workers,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        note_id: EntryId | None = None,
        note: Note | None = None,
    ) -> None:
        """Build it.

        Args:
            workers: The core at work.
            tasks: Brings answers back.
            parent: Window.
            note_id: The note to change; None enters a new one.
            note: What it says by now.
        """
        super().__init__(parent)
        self._workers, self._tasks, self._id = workers, tasks, note_id
        self._title = note.title if note is not None else ""
        self._build(note)
        if note is not None:
            self._show(note)
        self._began = self._written()
        self._text.setFocus()

    # building

    def _build(self, note: Note | None) -> None:
        title = self.tr("Rückmeldung erfassen") if self._id is None else self.tr("Rückmeldung ändern")
        lead = self.tr("Was per Telefon, Brief oder am Tresen gesagt wurde, zählt wie alles andere.")
        self._frame = Frame(self, title, lead)
        column = self._frame.body
        self._text = PasteField()
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(theme.current().scaled(120))
        self._text.setPlaceholderText(
            self.tr("Was wurde gesagt oder geschrieben? Eine E-Mail können Sie ganz einfügen.")
        )
        self._text.mail_pasted.connect(self._take_mail)
        self._text_field = FormField(self.tr("Text"), self._text)
        self._text.textChanged.connect(partial(self._text_field.show_error, ""))
        column.addWidget(self._text_field)
        self._hint = WrapLabel("", "meta")
        self._hint.hide()
        column.addWidget(self._hint)
        channel = note.channel if note is not None else Channel.PHONE
        options = [(one.value, CHANNEL_WORDS[one]) for one in Channel]
        self._channel = Segmented(self.tr("Kam per"), options, channel.value, wraps=True)
        column.addWidget(self._channel)
        column.addLayout(self._build_when())
        self._author = QLineEdit()
        column.addWidget(
            FormField(
                self.tr("Name (freiwillig)"),
                self._author,
                self.tr(
                    "Nur eintragen, wenn Sie der Person antworten wollen. Der Name bleibt auf diesem Rechner und "
                    "verschwindet, wenn Sie den Eintrag löschen."
                ),
            )
        )
        self._error = InlineError()
        column.addWidget(self._error)
        column.addStretch(1)
        self._build_buttons()
        self._frame.fit()

    def _build_when(self) -> QHBoxLayout:
        self._when = MomentField()
        self._when.setTimeZone(_WALL)
        self._when.setDateTime(wall_clock(formats.utc_now()))
        self._when.setEnabled(self._id is None)
        self._rating = ComboBox()
        self._rating.addItem(self.tr("keine"), None)
        for stars in RATINGS:
            self._rating.addItem(formats.count(stars, "Stern", "Sterne"), float(stars))
        pair = QHBoxLayout()
        pair.setSpacing(14)
        pair.addWidget(FormField(self.tr("Wann"), self._when), 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(FormField(self.tr("Bewertung"), self._rating), 1, Qt.AlignmentFlag.AlignTop)
        return pair

    def _build_buttons(self) -> None:
        self._cancel = Button(self.tr("Abbrechen"))
        self._cancel.clicked.connect(self.reject)
        self._save = Button(self.tr("Speichern"), "primary")
        self._save.setToolTip(self.tr("Strg+Eingabe"))
        self._save.clicked.connect(self._store)
        action = QAction(self)
        action.setShortcut(QKeySequence("Ctrl+Return"))
        action.triggered.connect(self._store)
        self.addAction(action)
        left: QWidget
        if self._id is None:
            left = menu_button = MenuButton(self, ink="text2")
            menu_button.setText(self.tr("Tresen-Zettel"))
            left.setAccessibleName(self.tr("Zettel zum Ausfüllen am Tresen"))
            menu = QMenu(left)
            menu.addAction(self.tr("Drucken …"), self.choose_printer)
            menu.addAction(self.tr("Als PDF speichern …"), self.choose_file)
            give_menu(menu_button, menu)
        else:
            left = Button(self.tr("Löschen"), "danger", "trash")
            left.clicked.connect(self._ask_removal)
        self._left = left
        self._frame.set_buttons(self._cancel, self._save, left=left)

    def _show(self, note: Note) -> None:
        self._text.setPlainText(note.text)
        self._author.setText(note.author or "")
        self._when.setDateTime(wall_clock(note.at))
        self._rating.setCurrentIndex(max(0, self._rating.findData(note.rating)))

    # what the user does

    @Slot(object)
    def _take_mail(self, mail: PastedMail) -> None:
        self._channel.choose(Channel.EMAIL.value)
        self._title = mail.subject
        if mail.at is not None and self._id is None and mail.at <= formats.utc_now():
            self._when.setDateTime(wall_clock(mail.at))
        self._hint.setText(self.tr("Kopfzeilen, ältere Nachrichten und Signatur der E-Mail wurden weggelassen."))
        self._hint.show()
        self._frame.fit()

    def _note(self) -> Note:
        moment = min(moment_of(self._when.dateTime()), formats.utc_now())
        rating = self._rating.currentData()
        channel = Channel(self._channel.current)
        title = self._title if channel is Channel.EMAIL else ""
        return Note(self._text.toPlainText(), channel, moment, self._author.text(), title, rating)

    @Slot()
    def _store(self) -> None:
        if not self._save.isEnabled():
            return
        self._enable(False)
        if self._id is None:
            future = self._workers.outside(notes.add, self._note())
            self._tasks.watch(future, self, self._take_stored, self._take_failure)
        else:
            changed = self._workers.outside(notes.edit, self._id, self._note())
            self._tasks.watch(changed, self, partial(self._take_changed, self._id), self._take_failure)

    def _take_stored(self, key: EntryId) -> None:
        self.stored.emit(key)
        self.accept()

    def _take_changed(self, key: EntryId, _none: None) -> None:
        self._take_stored(key)

    def _take_failure(self, error: BaseException) -> None:
        self._enable(True)
        if isinstance(error, InputError) and error.code in {"note-empty", "note-long"}:
            self._text_field.show_error(messages.sentence(error))
        elif isinstance(error, KundenradarError):
            self._error.say(messages.sentence(error))  # here: what the window says lies behind this dialog
        else:
            self._tasks.failed.emit(error)
        self._frame.fit()

    def _written(self) -> tuple[object, ...]:
        """What would be missed if it were gone; when it was said is set by itself."""
        return self._text.toPlainText(), self._author.text(), self._channel.current, self._rating.currentData()

    def reject(self) -> None:
        """Escape and "Abbrechen": ask first if something is written that is not stored."""
        if not self._save.isEnabled():
            return  # it is just being stored; the dialog closes with the answer
        is_empty = not (self._text.toPlainText() + self._author.text()).strip()
        if self._written() == self._began or (self._id is None and is_empty):
            super().reject()
            return
        question = self.tr("Die Rückmeldung ist noch nicht gespeichert.")
        ask_to_discard(self, question, lambda: self.done(int(QDialog.DialogCode.Rejected)))

    def _enable(self, on: bool) -> None:
        for button in (self._save, self._left):
            button.setEnabled(on)

    @Slot()
    def _ask_removal(self) -> None:
        """The first press asks, the second one removes: no further dialog."""
        if self._left.property("asked"):
            self._remove()
            return
        self._left.setProperty("asked", True)
        if isinstance(self._left, Button):
            self._left.setText(self.tr("Wirklich löschen"))
        self._error.say(
            self.tr("Der Eintrag wird mit Antwort und Verlauf gelöscht. Das lässt sich nicht zurücknehmen.")
        )
        self._frame.fit()

    def _remove(self) -> None:
        if self._id is not None:
            self._enable(False)
            future = self._workers.write(notes.remove, self._id)
            self._tasks.watch(future, self, self._take_removed, self._take_failure)

    def _take_removed(self, _none: None) -> None:
        self.removed.emit()
        self.accept()

    # the slip for the counter

    @Slot()
    def choose_printer(self) -> None:
        """Print the slip."""
        from ui.printing.slip import slip_printer

        printer = slip_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Tresen-Zettel drucken"))
        dialog.accepted.connect(lambda: self.print_to(printer))
        QDialog.open(dialog)

    def print_to(self, printer: QPrinter) -> None:
        """Print the slip on a printer that was set up, and say how it went."""
        from ui.printing.slip import print_slip

        try:
            print_slip(self._workers.settings.firm_name, printer)
        except OSError:
            self._error.say(
                self.tr("Der Drucker hat nichts angenommen. Prüfen Sie, ob er eingeschaltet und verbunden ist.")
            )
            return
        self.notice.emit(self.tr("Der Tresen-Zettel ist auf dem Weg zum Drucker."), "good")

    @Slot()
    def choose_file(self) -> None:
        """Save the slip as PDF."""
        from ui.printing.slip import FILE_NAME

        dialog = QFileDialog(self, self.tr("Tresen-Zettel als PDF speichern"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF-Dateien (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Keep the slip as PDF."""
        from ui.printing.pdf import write_whole
        from ui.printing.slip import slip_document

        document = slip_document(self._workers.settings.firm_name)
        future = self._workers.outside(lambda _ctx: write_whole(document, path))
        self._tasks.watch(future, self, lambda _none: self._say_saved(path), self._take_failure)

    def _say_saved(self, path: Path) -> None:
        self.notice.emit(self.tr("„{name}“ ist gespeichert.").format(name=path.name), "good")
