"""Quelle bearbeiten."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kundenradar.domain.errors import InputError
from kundenradar.domain.secrets import LoginKind, Secrets, header_of, needs_tokens
from kundenradar.domain.sources import CHOSEN_KINDS, Source, SourceId, SourceKind
from kundenradar.services import messages, subscriptions
from ui import formats
from ui.dialogs.frame import Frame
from ui.models.sources import KIND_WORDS
from ui.widgets.buttons import Button
from ui.widgets.fields import ComboBox
from ui.widgets.form import CheckField, FormField, InlineError, words_of, words_text
from ui.widgets.labels import Label, announce
from ui.widgets.login_fields import LoginFields

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
    address: str = ""
    user: str = ""
    password: str = ""
    header: str = ""
    cookie: str = ""
    forget: bool = False


def apply_change(ctx: Any, change: Change) -> bool:  # noqa: ANN401 - the Context
    """Store a change; whether what is secret in it lies in the keyring (True without anything).

    Raises:
        InputError: The name is empty, the address is none or known, or a header cannot be sent.
    """
    header = header_of(change.header) if change.header else ("", "")
    if header is None:
        raise InputError("header-bad")
    kept = subscriptions.change_address(ctx, change.source, change.address) if change.address else True
    subscriptions.edit(
        ctx,
        change.source,
        name=change.name,
        kind=change.kind,
        all_entries=change.all_entries,
        interval_s=change.interval_s,
        own_names=change.own_names,
    )
    if change.forget:
        return subscriptions.set_secrets(ctx, change.source, Secrets()) and kept
    if change.user and change.password:
        return subscriptions.set_login(ctx, change.source, change.user, change.password) and kept
    if header[0] or change.cookie:
        there = subscriptions.secrets_of(ctx, change.source)
        there = replace(there, header=header if header[0] else there.header, cookie=change.cookie or there.cookie)
        return subscriptions.set_secrets(ctx, change.source, there) and kept
    return kept


class EditSourceDialog(QDialog):
    """Name, address, kind, interval, what counts, own names and login of a source.

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
        for_interval: bool = False,
    ) -> None:
        """Build it; the keyboard begins at the name, at the login, or at how often the source is asked."""
        super().__init__(parent)
        self._workers, self._tasks, self._source = workers, tasks, source
        self._focused: QWidget | None = None
        self._name, self._own = QLineEdit(source.name), QLineEdit(words_text(source.own_names))
        unchanged = self.tr("unverändert") if source.has_login else ""
        login = self._login = LoginFields(kept=source.login_kind, unchanged=unchanged)
        self._ways, self._header_field, self._user_field = login.ways, login.header_field, login.user_field
        self._user, self._password, self._header, self._cookie = login.user, login.password, login.header, login.cookie
        self._address = QLineEdit(source.feed_url)
        self._address.setCursorPosition(0)
        self._name_field = FormField(self.tr("Name"), self._name)
        self._address_field = FormField(
            self.tr("Adresse des Feeds"),
            self._address,
            self.tr("Für *** steht der geheime Teil; er liegt im Schlüsselbund.")
            if needs_tokens(source.feed_url)
            else "",
        )
        self._build()
        (self._login.first if for_login else self._interval if for_interval else self._name).setFocus()

    def _build(self) -> None:
        source = self._source
        self._frame = Frame(self, self.tr("Quelle bearbeiten"))
        column = self._frame.body
        self._name.textChanged.connect(lambda _text: self._name_field.show_error(""))
        self._kind = ComboBox()
        for kind in CHOSEN_KINDS:
            self._kind.addItem(KIND_WORDS[kind], kind)
        self._kind.setCurrentIndex(self._kind.findData(source.kind))
        self._interval = ComboBox()
        usual = formats.span(self._workers.settings.interval_minutes * 60)
        self._interval.addItem(self.tr("von selbst, üblich alle {span}").format(span=usual), None)
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
        self._error = InlineError()
        self._cancel = Button(self.tr("Abbrechen"))
        self._cancel.clicked.connect(self.reject)
        self._save = Button(self.tr("Speichern"), "primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._store)
        column.addWidget(self._name_field)
        column.addWidget(self._address_field)
        column.addLayout(pair)
        column.addWidget(self._all)
        column.addWidget(
            FormField(
                self.tr("Eigene Namen dort"),
                self._own,
                self.tr("Mehrere mit Komma. Beiträge unter diesen Namen zählen nicht mit."),
            )
        )
        column.addWidget(self._build_login())
        self._busy = Label("", "second")
        self._busy.hide()
        column.addWidget(self._busy)
        column.addWidget(self._error)
        column.addStretch(1)
        self._frame.set_buttons(self._cancel, self._save)
        self._frame.fit()

    def _build_login(self) -> QWidget:
        """How the source is opened: what is kept already stays untouched."""
        self._login.changed_way.connect(self._fit_shown)
        self._forget = CheckField(
            self.tr("Zugangsdaten vergessen"), self.tr("Sie werden beim Speichern aus dem Schlüsselbund gelöscht.")
        )
        self._forget.setVisible(self._source.has_login)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._login)
        column.addWidget(self._forget)
        return whole

    @Slot()
    def _fit_shown(self) -> None:
        if self.isVisible():
            self._frame.fit()

    @Slot()
    def _store(self) -> None:
        self._address_field.show_error("")
        self._header_field.show_error("")
        if self._login.secrets() is None:
            self._frame.fit()
            return
        self._error.say("")
        self._focused = self.focusWidget()
        self._show_storing(self.tr("Wird gespeichert …"))
        interval = self._interval.currentData()
        change = Change(
            source=self._source.id,
            name=self._name.text().strip(),
            kind=SourceKind(self._kind.currentData()),
            all_entries=self._all.control.isChecked(),
            interval_s=int(interval) if interval is not None else None,
            own_names=words_of(self._own.text()),
            address=self._changed_address(),
            **self._typed_login(),
            forget=self._forget.control.isChecked(),
        )
        self._tasks.watch(self._workers.outside(apply_change, change), self, self._take_stored, self._take_failure)

    def _show_storing(self, text: str) -> None:
        """What is being stored cannot be taken back, which a keyring may need ten seconds for; empty: it is over."""
        self._busy.setText(text)
        self._busy.setVisible(bool(text))
        self._save.setEnabled(not text)
        self._cancel.setEnabled(not text)
        if text:
            announce(self, text)
        self._frame.fit()

    def _typed_login(self) -> dict[str, str]:
        """What the fields of the chosen way say; what was typed into the others is not meant."""
        if self._login.way is LoginKind.HEADER:
            return {"header": self._header.text().strip()}
        if self._login.way is LoginKind.COOKIE:
            return {"cookie": self._cookie.text().strip()}
        return {"user": self._user.text().strip(), "password": self._password.text()}

    def _changed_address(self) -> str:
        """The address if it was changed, else an empty text."""
        address = self._address.text().strip()
        return "" if address == self._source.feed_url else address

    def reject(self) -> None:
        """Escape and "Abbrechen", but not while it is being stored: the dialog closes with the answer."""
        if self._save.isEnabled():
            super().reject()

    def _take_stored(self, is_login_kept: bool) -> None:
        self.stored.emit(is_login_kept)
        self.accept()

    def _take_failure(self, error: BaseException) -> None:
        self._show_storing("")
        code = error.code if isinstance(error, InputError) else ""
        fields = {
            "name-empty": (self._name_field, self._name),
            "address-bad": (self._address_field, self._address),
            "source-known": (self._address_field, self._address),
            "header-bad": (self._header_field, self._header),
        }
        if code in fields:
            field, edit = fields[code]
            field.show_error(messages.sentence(error))
            edit.setFocus()
        else:
            self._error.say(messages.sentence(error))
            if self._focused is not None:
                self._focused.setFocus()
        self._frame.fit()
