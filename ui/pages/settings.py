"""Einstellungen: who we are, how often to ask, how it looks, where the data lies. Kept as soon as they are made."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kundenradar.domain.errors import InputError
from kundenradar.services import learning, listening, messages, preferences
from ui import formats, notices
from ui.dialogs.connection import ConnectionDialog
from ui.dialogs.notices import NoticesDialog
from ui.models.firm import FONT_PERCENTS, INTERVALS_MIN
from ui.models.learner import Learner
from ui.models.searched import searched_words
from ui.widgets.buttons import Button, Segmented
from ui.widgets.cards import Card
from ui.widgets.fields import ComboBox
from ui.widgets.flow import FlowLayout
from ui.widgets.form import CheckField, FormField, words_of, words_text
from ui.widgets.labels import Label, WrapLabel
from ui.widgets.layouts import AdaptiveGrid
from ui.widgets.learning_card import LearningCard
from ui.widgets.name_proposals import NameProposals
from ui.widgets.page import Page

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.bridge import Bridge
    from ui.tasks import Tasks

SAVE_AFTER_MS = 800
FIRM_FIELDS = frozenset({"firm_name", "terms", "excludes", "own_names", "competitors"})


def store(ctx: Any, changes: dict[str, Any]) -> str | None:  # noqa: ANN401 - the Context
    """Keep what was changed and leave the rest as it is meanwhile.

    Returns:
        The expression of the firm's Suchprofil if it was made anew, else None.

    Raises:
        InputError: The firm has no name, or nothing can be searched with its words.
    """
    expression = None
    if FIRM_FIELDS & changes.keys():
        firm = replace(preferences.current(ctx), **changes)
        words = (firm.terms, firm.excludes, firm.own_names)
        query = listening.set_firm(ctx, firm.firm_name, *words, firm.federal_state, firm.competitors)
        expression = query.expression
    rest = {name: value for name, value in changes.items() if name not in FIRM_FIELDS}
    if rest:
        preferences.save(ctx, replace(preferences.current(ctx), **rest))
    return expression


class SettingsPage(Page):
    """The preferences in six groups."""

    def __init__(self, workers: "Workers", tasks: "Tasks", bridge: "Bridge", parent: QWidget | None = None) -> None:
        super().__init__(workers, tasks, bridge, parent, title=self.tr("Einstellungen"))
        self._changes: dict[str, Any] = {}
        self._refused: dict[str, Any] = {}  # words of the firm that wait to be mended
        self._is_storing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self._learner = Learner(workers, tasks, self)
        self._build()
        bridge.settings_changed.connect(self._show_settings)
        self._show_settings()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.subtitle.setText(self.tr("Änderungen gelten sofort und werden von selbst gespeichert."))
        left, right = QWidget(), QWidget()
        for side, cards in (
            (left, (self._build_firm(), self._build_connection())),
            (right, (self._build_listening(), self._build_learning(), self._build_look(), self._build_data())),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self.body.addWidget(AdaptiveGrid((left, right), (1, 1)))
        self.body.addStretch(1)

    def _text(self, name: str, *, is_list: bool = False) -> QLineEdit:
        """A field of text that stores itself as the preference `name`."""
        edit = QLineEdit()
        edit.textEdited.connect(
            lambda text: self._change(name, words_of(text) if is_list else " ".join(text.split()), soon=False)
        )
        edit.editingFinished.connect(self.save)
        return edit

    def _build_firm(self) -> Card:
        card = Card(self.tr("Ihre Firma"))
        card.column.setSpacing(14)
        self._firm = self._text("firm_name")
        self._terms = self._text("terms", is_list=True)
        self._excludes = self._text("excludes", is_list=True)
        self._own = self._text("own_names", is_list=True)
        self._competitors = self._text("competitors", is_list=True)
        self._person = self._text("person")
        self._town = self._text("town")
        self._firm_field = FormField(self.tr("Wie heißt Ihre Firma?"), self._firm)
        self._terms_field = FormField(
            self.tr("Welche Wörter gehören noch dazu?"),
            self._terms,
            self.tr(
                "Produkte, Kurzformen, andere Schreibweisen; mehrere mit Komma. Wärmepumpe* findet auch Wärmepumpen."
            ),
        )
        self._proposals = NameProposals(self._terms)
        self._query = WrapLabel("", "meta")
        self._query.line_characters = 76
        for field in (
            self._firm_field,
            self._terms_field,
            self._proposals,
            FormField(
                self.tr("Welche Wörter schließen einen Beitrag aus?"),
                self._excludes,
                self.tr("Zum Beispiel der Vorname eines Namensvetters; mehrere mit Komma."),
            ),
            self._query,
            FormField(
                self.tr("Unter welchen Namen schreiben Sie selbst?"),
                self._own,
                self.tr("Beiträge unter diesen Namen stehen in der Liste, zählen aber nicht mit."),
            ),
            FormField(
                self.tr("Welche Mitbewerber nennen Kunden neben Ihnen?"),
                self._competitors,
                self.tr("Was über diese Firmen gesagt wird, zählt bei der Stimmung nicht mit; mehrere mit Komma."),
            ),
            FormField(self.tr("Wer unterschreibt die Antworten?"), self._person),
            FormField(
                self.tr("In welchem Ort sitzt die Firma?"),
                self._town,
                self.tr("Vorschläge für Suchfeeds werden mit dem Ort genauer."),
            ),
        ):
            card.column.addWidget(field)
        return card

    def _build_listening(self) -> Card:
        card = Card(self.tr("Zuhören"))
        card.column.setSpacing(14)
        self._listening = CheckField(
            self.tr("Kundenradar hört von selbst zu"),
            self.tr("Ausgeschaltet werden Quellen nur abgefragt, wenn Sie „Aktualisieren“ wählen (F5)."),
        )
        self._listening.control.clicked.connect(lambda on: self._change("listening", on))
        self._interval = ComboBox()
        self._interval.activated.connect(
            lambda _row: self._change("interval_minutes", int(self._interval.currentData()))
        )
        card.column.addWidget(self._listening)
        card.column.addWidget(
            FormField(
                self.tr("Wie oft werden die Quellen abgefragt?"),
                self._interval,
                self.tr(
                    "Der übliche Abstand. Quellen, die wenig vorhalten, werden öfter gefragt, stille seltener; ein "
                    "eigener Abstand einer Quelle geht vor."
                ),
            )
        )
        return card

    def _build_connection(self) -> Card:
        card = Card(self.tr("Verbindung"))
        card.column.setSpacing(14)
        self._proxy = ComboBox()
        for key, words in (
            ("system", self.tr("wie das System")),
            ("none", self.tr("keiner")),
            ("manual", self.tr("von Hand eintragen")),
        ):
            self._proxy.addItem(words, key)
        self._proxy.activated.connect(lambda _row: self._take_proxy())
        self._proxy_address = QLineEdit()
        self._proxy_address.editingFinished.connect(self._take_proxy)
        self._proxy_exceptions = self._text("proxy_exceptions", is_list=True)
        self._proxy_user, self._proxy_password = QLineEdit(), QLineEdit()
        self._proxy_password.setEchoMode(QLineEdit.EchoMode.Password)
        for edit in (self._proxy_user, self._proxy_password):
            edit.setPlaceholderText(self.tr("unverändert"))
            edit.editingFinished.connect(self._take_proxy_login)
        self._proxy_address_field = FormField(
            self.tr("Adresse des Proxy-Servers"), self._proxy_address, self.tr("Zum Beispiel proxy.firma.de:8080.")
        )
        self._proxy_by_hand = (
            self._proxy_address_field,
            FormField(
                self.tr("Ausnahmen"),
                self._proxy_exceptions,
                self.tr("Ohne Proxy gefragt; mehrere mit Komma, zum Beispiel *.firma.de, 192.168.0.0/16."),
            ),
        )
        self._proxy_asks = CheckField(
            self.tr("Der Proxy-Server verlangt eine Anmeldung"), self.tr("Das Passwort kommt in den Schlüsselbund.")
        )
        self._proxy_asks.control.toggled.connect(lambda _on: self._show_proxy_fields())
        self._proxy_login = FormField(self.tr("Benutzername am Proxy-Server"), self._proxy_user)
        self._proxy_secret = FormField(self.tr("Passwort am Proxy-Server"), self._proxy_password)
        self._check = Button(self.tr("Verbindung prüfen"), icon="wifi-high")
        self._check.clicked.connect(lambda _checked: self._check_connection())
        card.column.addWidget(FormField(self.tr("Proxy-Server"), self._proxy))
        for field in (*self._proxy_by_hand, self._proxy_asks, self._proxy_login, self._proxy_secret):
            card.column.addWidget(field)
        line = QHBoxLayout()
        line.addWidget(self._check)
        line.addStretch(1)
        card.column.addLayout(line)
        return card

    def _build_learning(self) -> Card:
        self.learning = LearningCard(self.tr("Lernen"))
        self.learning.reset_wished.connect(self._forget_learnt)
        self.learning.rating_wished.connect(self._rate)
        return self.learning

    @Slot()
    def _forget_learnt(self) -> None:
        self.tasks.watch(self.workers.outside(learning.forget), self, lambda _: self._ask_learnt())

    @Slot()
    def _rate(self) -> None:
        from ui.dialogs.rating_session import RatingSession

        session = RatingSession(self.workers, self.tasks, self._learner, self)
        session.finished.connect(lambda _result: self._ask_learnt())
        session.open()

    def _ask_learnt(self) -> None:
        self.tasks.watch(self.workers.read(learning.learnt), self, self.learning.show_learnt)

    def _build_look(self) -> Card:
        card = Card(self.tr("Darstellung"))
        card.column.setSpacing(14)
        self._theme = Segmented(
            self.tr("Farben"),
            (("system", self.tr("Wie das System")), ("light", self.tr("Hell")), ("dark", self.tr("Dunkel"))),
            "system",
        )
        self._theme.chosen.connect(lambda key: self._change("theme", key))
        line = QHBoxLayout()
        line.addWidget(self._theme)
        line.addStretch(1)
        colours = QVBoxLayout()
        colours.setSpacing(4)
        colours.addWidget(Label(self.tr("Farben"), "strong"))
        colours.addLayout(line)
        self._font = ComboBox()
        for percent in FONT_PERCENTS:
            self._font.addItem(formats.percent(percent / 100), percent)
        self._font.activated.connect(lambda _row: self._change("font_percent", int(self._font.currentData())))
        card.column.addLayout(colours)
        card.column.addWidget(FormField(self.tr("Schriftgröße"), self._font))
        return card

    def _build_data(self) -> Card:
        card = Card(self.tr("Daten und Programm"))
        card.column.setSpacing(12)
        root = self.workers.paths.root
        card.column.addWidget(
            WrapLabel(self.tr("Alles, was Kundenradar weiß, liegt nur auf diesem Rechner:"), "second")
        )
        where = WrapLabel(str(root))
        where.setAccessibleName(str(root))
        card.column.addWidget(where)
        self._folder = Button(self.tr("Ordner öffnen"), icon="folder-open")
        self._folder.clicked.connect(self._open_folder)
        self._handbook = Button(self.tr("Handbuch"), icon="question")
        self._handbook.setToolTip(self.tr("Handbuch (F1)"))
        self._handbook.clicked.connect(lambda _checked: self.command.emit("help"))
        self._licences = Button(self.tr("Lizenzen …"), icon="file-text")
        self._licences.clicked.connect(self._show_licences)
        row = FlowLayout(gap=10)
        for button in (self._handbook, self._folder, self._licences):
            row.addWidget(button)
        versions = QGridLayout()
        versions.setHorizontalSpacing(16)
        versions.setVerticalSpacing(3)
        versions.setColumnStretch(1, 1)
        for place, (name, version) in enumerate(notices.version_lines()):
            versions.addWidget(Label(name, "meta"), place, 0)
            versions.addWidget(Label(version, "meta"), place, 1)
        card.column.addLayout(row)
        card.column.addLayout(versions)
        return card

    # --- showing ----------------------------------------------------------------------------------

    def refresh_view(self) -> None:
        """Show what is in force, and what the firm's Suchprofil looks for."""
        self._show_settings()
        self.tasks.watch(self.workers.read(listening.list_queries), self, self._take_queries)
        self._ask_learnt()

    def _take_queries(self, queries: Any) -> None:  # noqa: ANN401 - tuple of Query
        is_there = bool(queries) and bool(self.workers.settings.firm_name)
        self._show_expression(queries[0].expression if is_there else "")

    def _show_expression(self, expression: str) -> None:
        words = searched_words(expression)
        self._query.setText(self.tr("Kundenradar sucht nach: {words}").format(words=words))
        self._query.setVisible(bool(expression))

    @Slot()
    def _show_settings(self) -> None:
        """Show the preferences in force; fields somebody is changing keep what stands there."""
        settings = self.workers.settings
        for name, edit, text in (
            ("firm_name", self._firm, settings.firm_name),
            ("terms", self._terms, words_text(settings.terms)),
            ("excludes", self._excludes, words_text(settings.excludes)),
            ("own_names", self._own, words_text(settings.own_names)),
            ("competitors", self._competitors, words_text(settings.competitors)),
            ("person", self._person, settings.person),
            ("town", self._town, settings.town),
            ("proxy_exceptions", self._proxy_exceptions, words_text(settings.proxy_exceptions)),
        ):
            is_being_written = edit.hasFocus() and edit.isModified()
            if name not in self._changes | self._refused and not is_being_written and edit.text() != text:
                edit.setText(text)
        self._proposals.offer(settings.firm_name)
        self._show_proxy(settings.proxy)
        with QSignalBlocker(self._interval):
            self._interval.clear()
            for minutes in sorted({*INTERVALS_MIN, settings.interval_minutes}):
                self._interval.addItem(self.tr("alle {span}").format(span=formats.span(minutes * 60)), minutes)
        self._choose(self._interval, settings.interval_minutes, "")
        self._choose(self._font, settings.font_percent, formats.percent(settings.font_percent / 100))
        self._theme.choose(settings.theme)
        with QSignalBlocker(self._listening.control):
            self._listening.control.setChecked(settings.listening)

    def _show_proxy(self, proxy: str) -> None:
        """Show which proxy is used; what somebody is entering stays."""
        if self._proxy_address.hasFocus() or self._proxy_address_field.error:
            return
        is_by_hand = proxy not in {"system", "none"}
        if is_by_hand or self._proxy.currentData() != "manual":
            self._proxy.setCurrentIndex(self._proxy.findData("manual" if is_by_hand else proxy))
        if is_by_hand:
            self._proxy_address.setText(proxy)
        self._show_proxy_fields()

    def _show_proxy_fields(self) -> None:
        chosen = self._proxy.currentData()
        for field in self._proxy_by_hand:
            field.setVisible(chosen == "manual")
        self._proxy_asks.setVisible(chosen != "none")
        for field in (self._proxy_login, self._proxy_secret):
            field.setVisible(chosen != "none" and self._proxy_asks.control.isChecked())

    def _choose(self, combo: ComboBox, value: object, words: str) -> None:
        """Show a value as chosen; one that is not listed is added."""
        if combo.findData(value) < 0:
            combo.addItem(words, value)
        combo.setCurrentIndex(combo.findData(value))

    # --- keeping ----------------------------------------------------------------------------------

    def _change(self, name: str, value: Any, *, soon: bool = True) -> None:  # noqa: ANN401 - as Settings has it
        """Remember a change; choices are kept at once, text when the person pauses."""
        if name in FIRM_FIELDS:
            self._changes = self._refused | self._changes
            self._refused = {}
            self._firm_field.show_error("")
            self._terms_field.show_error("")
        self._changes[name] = value
        if soon:
            self.save()
        else:
            self._timer.start()

    @Slot()
    def save(self) -> None:
        """Keep what was changed; one after the other, so that the last word wins."""
        self._timer.stop()
        if not self._changes or self._is_storing:
            return
        changes = self._ready_changes()
        if not changes:
            return
        self._is_storing = True
        for name in changes:
            del self._changes[name]
        if FIRM_FIELDS & changes.keys():
            self._query.setText(self.tr("Kundenradar wendet die neuen Wörter auf alles Gespeicherte an …"))
            self._query.show()
        future = self.workers.outside(store, changes)
        self.tasks.watch(future, self, self._take_stored, lambda error: self._take_failure(error, changes))

    def _ready_changes(self) -> dict[str, Any]:
        """What can be kept: the firm's words wait until the firm has a name."""
        firm = replace(self.workers.settings, **self._changes).firm_name
        if firm or not FIRM_FIELDS & self._changes.keys():
            return dict(self._changes)
        self._firm_field.show_error(self.tr("Es fehlt der Name Ihrer Firma. Bis dahin gilt der bisherige."))
        return {name: value for name, value in self._changes.items() if name not in FIRM_FIELDS}

    def _take_stored(self, expression: str | None) -> None:
        self._is_storing = False
        if expression is not None:
            self._show_expression(expression)
        self.save()

    def _take_failure(self, error: BaseException, changes: dict[str, Any]) -> None:
        self._is_storing = False
        text = messages.sentence(error)
        if isinstance(error, InputError) and FIRM_FIELDS & changes.keys():
            field = self._firm_field if error.code == "firm-empty" else self._terms_field
            field.show_error(text)
            self._refused = {name: value for name, value in changes.items() if name in FIRM_FIELDS}
            rest = {name: value for name, value in changes.items() if name not in FIRM_FIELDS}
            self._changes = rest | self._changes
            self.tasks.watch(self.workers.read(listening.list_queries), self, self._take_queries)
            self.save()
            return
        self.notice.emit(text, "bad")
        self._show_settings()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Leaving the page keeps what was typed."""
        super().hideEvent(event)
        self.save()

    # --- connection -------------------------------------------------------------------------------

    @Slot()
    def _take_proxy(self) -> None:
        """Keep the choice; an address by hand counts once it is one."""
        self._show_proxy_fields()
        self._proxy_address_field.show_error("")
        chosen = str(self._proxy.currentData())
        address = self._proxy_address.text().strip()
        if chosen != "manual":
            self._change("proxy", chosen)
        elif preferences.is_proxy(address):
            self._change("proxy", address)
        elif address:
            self._proxy_address_field.show_error(
                self.tr("Es fehlt der Rechner oder der Anschluss. Schreiben Sie zum Beispiel proxy.firma.de:8080.")
            )

    @Slot()
    def _take_proxy_login(self) -> None:
        user, password = self._proxy_user.text().strip(), self._proxy_password.text()
        if not user or not password:
            return
        self._proxy_user.clear()
        self._proxy_password.clear()
        future = self.workers.outside(preferences.set_proxy_login, user, password)
        self.tasks.watch(future, self, self._say_proxy_login)

    def _say_proxy_login(self, is_kept: bool) -> None:
        if is_kept:
            self.notice.emit(self.tr("Die Anmeldung am Proxy-Server liegt jetzt im Schlüsselbund."), "good")
        else:
            self.notice.emit(messages.sentence(InputError("login-unsafe")), "warning")

    def _check_connection(self) -> None:
        ConnectionDialog(self.workers, self.tasks, self).open()

    # --- data -------------------------------------------------------------------------------------

    @Slot()
    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.workers.paths.root))):
            self.notice.emit(self.tr("Der Ordner ließ sich nicht öffnen."), "warning")

    @Slot()
    def _show_licences(self) -> None:
        NoticesDialog(self).open()
