"""What opens a locked source: name and password, a header, or a cookie; one way at a time is shown."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kundenradar.domain.errors import InputError
from kundenradar.domain.secrets import LoginKind, Secrets, header_of, is_sendable
from kundenradar.services import messages
from ui.widgets.fields import ComboBox
from ui.widgets.form import FormField


class LoginFields(QWidget):
    """A choice of ways, and the fields of the one that is chosen.

    Attributes:
        ways: The choice.
        user, password, header, cookie: The fields.

    Signals:
        changed_way: Other fields are shown.
    """

    changed_way = Signal()

    def __init__(self, parent: QWidget | None = None, *, kept: str = "", unchanged: str = "") -> None:
        """Build it.

        Args:
            parent: Where it stands.
            kept: Kinds of login a source has already, separated by commas; the first one is shown.
            unchanged: What empty fields say, if there is a login already.
        """
        super().__init__(parent)
        self.user, self.password, self.header, self.cookie = (QLineEdit() for _ in range(4))
        for edit in (self.user, self.password, self.header, self.cookie):
            edit.setPlaceholderText(unchanged)
        for edit in (self.password, self.header, self.cookie):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.ways = ComboBox()
        for kind, words in (
            (LoginKind.PASSWORD, self.tr("Benutzername und Passwort")),
            (LoginKind.HEADER, self.tr("Geheime Kopfzeile (Header)")),
            (LoginKind.COOKIE, self.tr("Cookie")),
        ):
            self.ways.addItem(words, kind)
        known = [word for word in kept.split(",") if word and self.ways.findData(LoginKind(word)) >= 0]
        self.ways.setCurrentIndex(self.ways.findData(LoginKind(known[0])) if known else 0)
        self.ways.currentIndexChanged.connect(self._show_way)
        self._build()

    def _build(self) -> None:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self.user_field = FormField(self.tr("Benutzername"), self.user)
        for one in (self.user_field, FormField(self.tr("Passwort"), self.password)):
            row.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)  # what is said below one must not push the other down
        self.header_field = FormField(
            self.tr("Kopfzeile"), self.header, self.tr("Name und Wert, zum Beispiel X-Api-Key: abc123.")
        )
        self.cookie_field = FormField(
            self.tr("Cookie"), self.cookie, self.tr("Wie der Browser es sendet: name=wert; …")
        )
        self._fields: dict[LoginKind, QWidget] = {
            LoginKind.PASSWORD: pair,
            LoginKind.HEADER: self.header_field,
            LoginKind.COOKIE: self.cookie_field,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(FormField(self.tr("Anmeldung"), self.ways))
        for field in self._fields.values():
            column.addWidget(field)
        self._show_way()

    def clear(self) -> None:
        """Forget what was typed."""
        for edit in (self.user, self.password, self.header, self.cookie):
            edit.clear()

    @property
    def way(self) -> LoginKind:
        """The way that is chosen."""
        return LoginKind(self.ways.currentData())

    @property
    def first(self) -> QLineEdit:
        """The first field of the way that is chosen."""
        edits = {LoginKind.HEADER: self.header, LoginKind.COOKIE: self.cookie}
        return edits.get(self.way, self.user)

    @Slot()
    def _show_way(self) -> None:
        for kind, field in self._fields.items():
            field.setVisible(kind is self.way)
        self.changed_way.emit()

    def is_half(self) -> bool:
        """Whether one of name and password is missing; says so beside them."""
        is_half = bool(self.user.text().strip()) != bool(self.password.text())
        self.user_field.show_error(self.tr("Eine Anmeldung braucht Benutzername und Passwort.") if is_half else "")
        return is_half

    def secrets(self) -> Secrets | None:
        """What the fields of the chosen way say; None, with a sentence beside it, if it cannot be sent."""
        bad = messages.sentence(InputError("header-bad"))
        if self.way is LoginKind.HEADER:
            header = header_of(self.header.text()) if self.header.text().strip() else ("", "")
            self.header_field.show_error(bad if header is None else "")
            return None if header is None else Secrets(header=header)
        if self.way is LoginKind.COOKIE:
            cookie = self.cookie.text().strip()
            odd = self.tr("Dieses Cookie kann Kundenradar nicht senden. Schreiben Sie es, wie der Browser es sendet.")
            self.cookie_field.show_error("" if is_sendable(cookie) else odd)
            return Secrets(cookie=cookie) if is_sendable(cookie) else None
        return None if self.is_half() else Secrets(self.user.text().strip(), self.password.text())
