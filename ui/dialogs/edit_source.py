"""Quelle bearbeiten."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from kundenradar.domain.errors import InputError
from kundenradar.domain.sources import Source, SourceId, SourceKind
from kundenradar.services import messages, subscriptions
from ui import formats
from ui.dialogs.frame import Frame
from ui.models.sources import KIND_WORDS
from ui.widgets.buttons import Button
from ui.widgets.fields import ComboBox
from ui.widgets.form import CheckField, FormField, InlineError, words_of, words_text

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.tasks import Tasks

INTERVALS_S = (600, 900, 1800, 3600, 2 * 3600, 6 * 3600, 12 * 3600, 24 * 3600)


@dataclass(frozen=True, slots=True)
class Change:
    """What the owner wants of a source; `password` empty leaves the login as it is."""

    source: SourceId
    name: str
    kind: SourceKind
    all_entries: bool
    interval_s: int | None
    own_names: tuple[str, ...]
    user: str = ""
    password: str = ""


def apply_change(ctx: Any, change: Change) -> bool:  # noqa: ANN401 - the Context
    """Store a change; whether a new password lies in the keyring (True without one)."""
    subscriptions.edit(
        ctx,
        change.source,
        name=change.name,
        kind=change.kind,
        all_entries=change.all_entries,
        interval_s=change.interval_s,
        own_names=change.own_names,
    )
    if change.user and change.password:
        return subscriptions.set_login(ctx, change.source, change.user, change.password)
    return True


class EditSourceDialog(QDialog):
    """Name, kind, interval, what counts, own names and login of a source.

    Attributes:
        stored: The change is stored (bool: whether the login could be kept for good).
    """

    stored = Signal(bool)

    def __init__(
        self,
        workers: "Workers",
        tasks: "Tasks",
        source: Source,
        parent: QWidget | None = None,
        *,
        for_login: bool = False,
    ) -> None:
        super().__init__(parent)
        self._workers, self._tasks, self._source = workers, tasks, source
        self._name, self._own = QLineEdit(source.name), QLineEdit(words_text(source.own_names))
        self._user, self._password = QLineEdit(), QLineEdit()
        self._name_field = FormField(self.tr("Name"), self._name)
        self._user_field = FormField(self.tr("Benutzername"), self._user)
        self._build()
        (self._user if for_login else self._name).setFocus()

    def _build(self) -> None:
        source = self._source
        self._frame = Frame(self, self.tr("Quelle bearbeiten"))
        column = self._frame.body
        self._name.textChanged.connect(lambda _text: self._name_field.show_error(""))
        self._kind = ComboBox()
        for kind in SourceKind:
            self._kind.addItem(KIND_WORDS[kind], kind)
        self._kind.setCurrentIndex(self._kind.findData(source.kind))
        self._interval = ComboBox()
        usual = formats.span(self._workers.settings.interval_minutes * 60)
        self._interval.addItem(self.tr("wie in den Einstellungen ({span})").format(span=usual), None)
        for seconds in sorted({*INTERVALS_S, *([source.interval_s] if source.interval_s else [])}):
            self._interval.addItem(self.tr("alle {span}").format(span=formats.span(seconds)), seconds)
        self._interval.setCurrentIndex(self._interval.findData(source.interval_s) if source.interval_s else 0)
        pair = QHBoxLayout()
        pair.setSpacing(14)
        pair.addWidget(FormField(self.tr("Art der Quelle"), self._kind), 1)
        pair.addWidget(FormField(self.tr("Abruf"), self._interval), 1)
        self._all = CheckField(
            self.tr("Alle Beiträge zählen als Erwähnung"),
            self.tr("Sinnvoll beim eigenen Forum oder Gästebuch und bei Suchagenten wie Google Alerts."),
        )
        self._all.control.setChecked(source.all_entries)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._user.setPlaceholderText(self.tr("unverändert"))
        self._password.setPlaceholderText(self.tr("unverändert"))
        login = QHBoxLayout()
        login.setSpacing(14)
        login.addWidget(self._user_field, 1)
        login.addWidget(FormField(self.tr("Passwort"), self._password), 1)
        self._error = InlineError()
        self._cancel = Button(self.tr("Abbrechen"))
        self._cancel.clicked.connect(self.reject)
        self._save = Button(self.tr("Speichern"), "primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._store)
        column.addWidget(self._name_field)
        column.addLayout(pair)
        column.addWidget(self._all)
        column.addWidget(
            FormField(
                self.tr("Eigene Namen dort"),
                self._own,
                self.tr("Mehrere mit Komma. Beiträge unter diesen Namen zählen nicht mit."),
            )
        )
        column.addLayout(login)
        column.addWidget(self._error)
        column.addStretch(1)
        self._frame.set_buttons(self._cancel, self._save)
        self._frame.fit()

    @Slot()
    def _store(self) -> None:
        if bool(self._user.text().strip()) != bool(self._password.text()):
            self._user_field.show_error(self.tr("Eine Anmeldung braucht Benutzername und Passwort."))
            self._frame.fit()
            return
        self._user_field.show_error("")
        self._error.say("")
        self._save.setEnabled(False)
        interval = self._interval.currentData()
        change = Change(
            source=self._source.id,
            name=self._name.text().strip(),
            kind=SourceKind(self._kind.currentData()),
            all_entries=self._all.control.isChecked(),
            interval_s=int(interval) if interval is not None else None,
            own_names=words_of(self._own.text()),
            user=self._user.text().strip(),
            password=self._password.text(),
        )
        self._tasks.watch(self._workers.outside(apply_change, change), self, self._take_stored, self._take_failure)

    def _take_stored(self, is_login_kept: bool) -> None:
        self.stored.emit(is_login_kept)
        self.accept()

    def _take_failure(self, error: BaseException) -> None:
        self._save.setEnabled(True)
        if isinstance(error, InputError) and error.code == "name-empty":
            self._name_field.show_error(messages.sentence(error))
            self._name.setFocus()
        else:
            self._error.say(messages.sentence(error))
        self._frame.fit()
