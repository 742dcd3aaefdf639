"""Quelle hinzufügen: any address in, the feeds behind it out, one or several to listen to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from kundenradar.domain.errors import InputError, KundenradarError
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import CHOSEN_KINDS, Candidate, NewSource, Source, SourceKind
from kundenradar.services import messages, preferences, proposals, subscriptions
from kundenradar.services.proposals import Instead, Proposal
from kundenradar.services.searching import search_sentence, wants_login
from ui import formats
from ui.dialogs.candidates import CandidateList, candidate_name
from ui.dialogs.frame import Frame
from ui.dialogs.instead import InsteadPanel
from ui.dialogs.proposals import ProposalCheck, ProposalPicker
from ui.models.sources import KIND_WORDS
from ui.widgets.buttons import Button
from ui.widgets.fields import ComboBox
from ui.widgets.form import HINT_CHARACTERS, CheckField, FormField, InlineError, hairline, words_of
from ui.widgets.labels import Label, WrapLabel, announce
from ui.widgets.login_fields import LoginFields

if TYPE_CHECKING:
    from concurrent.futures import Future

    from kundenradar.app.core import Workers
    from ui.tasks import Tasks

_ASK, _CHOOSE, _SUGGEST, _INSTEAD = range(4)
_ADDRESS = re.compile(r"(?<!\S)https?://\S", re.IGNORECASE)
"""The beginning of an address among words; inside another one it is a part of it."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding several feeds.

    Attributes:
        sources: Added.
        errors: Sentence by feed address for those that could not be.
        is_login_kept: Whether the password lies in the keyring; True without one.
    """

    sources: tuple[Source, ...]
    errors: dict[str, str]
    is_login_kept: bool = True


def add_all(ctx: Any, wanted: Sequence[NewSource], secrets: Secrets) -> Added:  # noqa: ANN401 - the Context
    """Add every feed that can be added; one failure keeps none of the others back."""
    sources: list[Source] = []
    errors: dict[str, str] = {}
    is_kept = True
    for new in wanted:
        try:
            source = subscriptions.add(ctx, new, secrets=secrets)
            if source.has_login:
                is_kept = subscriptions.keeps_secrets(ctx) and is_kept
        except KundenradarError as error:
            errors[new.feed_url] = messages.sentence(error)
        else:
            sources.append(source)
    return Added(tuple(sources), errors, is_kept)


def add_proposed(ctx: Any, wanted: Sequence[NewSource], town: str) -> Added:  # noqa: ANN401 - the Context
    """Add what was proposed and keep the town it was proposed for."""
    settings, name = preferences.current(ctx), " ".join(town.split())
    if name and name != settings.town:
        preferences.save(ctx, replace(settings, town=name))
    return add_all(ctx, wanted, Secrets())


class AddSourceDialog(QDialog):
    """Finds the feeds behind an address and adds the chosen ones.

    Attributes:
        added: Sources were added (Added).
    """

    added = Signal(object)

    def __init__(
        self,
        workers: "Workers",
        tasks: "Tasks",
        known: Sequence[Source],
        parent: QWidget | None = None,
        *,
        address: str = "",
        now: Callable[[], datetime] = formats.utc_now,
        by_hand: Callable[[], None] | None = None,
    ) -> None:
        """Build it.

        Args:
            workers: Where searching and adding happens.
            tasks: Brings the answers back.
            known: Sources that are heard already.
            parent: The window.
            address: Looked at once, if there is one.
            now: The time.
            by_hand: Opens the form to write down what was heard elsewhere; None where there is none.
        """
        super().__init__(parent)
        self._workers, self._tasks, self._now, self._by_hand = workers, tasks, now, by_hand
        self._known = tuple(source.feed_url for source in known)
        self._addresses = tuple(source.address for source in known)
        self._search: Future[tuple[Candidate, ...]] | None = None
        self._round = 0
        self._focused: QWidget | None = None
        self._build()
        if address:
            self._address.setText(address)
            self.search()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._frame = Frame(self, self.tr("Quelle hinzufügen"))
        column = self._frame.body
        self._step = _ASK
        self._pages = (self._build_ask(), self._build_choose(), self._build_suggest(), self._build_instead())
        for page in self._pages:
            column.addWidget(page)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Suche läuft"))
        self._busy = Label("", "second")
        column.addWidget(self._progress)
        column.addWidget(self._busy)
        self._error = InlineError()
        column.addWidget(self._error)
        self._check = ProposalCheck(self._workers, self._tasks)
        self._check.changed.connect(self._on_check_changed)
        self._check.done.connect(self._on_checked)
        column.addWidget(self._check)
        self._back = Button(self.tr("Zurück"), "quiet")
        self._back.clicked.connect(self._on_back)
        self._cancel = Button(self.tr("Abbrechen"))
        self._cancel.clicked.connect(self._on_cancel)
        self._go = Button(self.tr("Suchen"), "primary")
        self._go.setDefault(True)
        self._go.clicked.connect(self._on_go)
        column.addStretch(1)
        self._frame.set_buttons(self._cancel, self._go, left=self._back)
        self._show_busy("")
        self._show_step(_ASK)

    def _build_ask(self) -> QWidget:
        self._address = QLineEdit()
        self._address.setPlaceholderText(self.tr("zum Beispiel https://www.forum.example"))
        self._address.setClearButtonEnabled(True)
        self._address.textChanged.connect(self._on_typed)
        self._fields = LoginFields()
        self._fields.changed_way.connect(self._on_way)
        safe = WrapLabel(
            self.tr(
                "Das kommt in den Schlüsselbund dieses Rechners und geht nur an diese Adresse. "
                "Ohne Schlüsselbund merkt Kundenradar es sich bis zum Beenden."
            ),
            "meta",
        )
        safe.line_characters = HINT_CHARACTERS
        self._login = QWidget()
        login = QVBoxLayout(self._login)
        login.setContentsMargins(0, 0, 0, 0)
        login.setSpacing(8)
        login.addWidget(self._fields)
        login.addWidget(safe)
        self._login.hide()
        self._login_box = CheckField(self.tr("Diese Adresse verlangt eine Anmeldung"))
        self._login_box.control.toggled.connect(self._on_login)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._address_field = FormField(
            self.tr("Adresse"),
            self._address,
            self.tr(
                "Die Adresse eines Forums, eines Blogs, einer Nachrichtenseite oder eines Feeds, so wie sie im "
                "Browser steht. Kundenradar findet heraus, was es dort zu hören gibt."
            ),
        )
        column.addWidget(self._address_field)
        column.addWidget(self._login_box)
        column.addWidget(self._login)
        self._suggest = Button(self.tr("Vorschläge ansehen"), icon="lightbulb")
        self._suggest.clicked.connect(lambda _checked: self._show_step(_SUGGEST))
        hint = WrapLabel(
            self.tr(
                "Keine Adresse zur Hand? Kundenradar schlägt Suchfeeds zu Ihrer Firma und Foren Ihrer Branche vor."
            ),
            "second",
        )
        hint.line_characters = 70
        column.addWidget(hairline())
        column.addWidget(hint)
        column.addWidget(self._suggest, alignment=Qt.AlignmentFlag.AlignLeft)
        return page

    def _build_suggest(self) -> QWidget:
        settings = self._workers.settings
        self._town = QLineEdit(settings.town)
        self._town.setPlaceholderText(self.tr("zum Beispiel Köln"))
        self._town.textChanged.connect(self._propose)
        self._picker = ProposalPicker()
        self._picker.changed.connect(self._name_go)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        if not settings.firm_name:
            words = self.tr("Für Suchfeeds fehlt der Name Ihrer Firma. Tragen Sie ihn unter Einstellungen ein.")
            column.addWidget(WrapLabel(words, "second"))
        self._town_field = FormField(
            self.tr("Ort"), self._town, self.tr("Mit dem Ort werden Suchfeeds zu kurzen Namen genauer.")
        )
        self._town_field.setVisible(bool(settings.firm_name))
        column.addWidget(self._town_field)
        column.addWidget(self._picker)
        return page

    def _build_instead(self) -> QWidget:
        self._instead = InsteadPanel(may_write=self._by_hand is not None)
        self._instead.changed.connect(self._name_go)
        self._instead.by_hand.connect(self._on_by_hand)
        return self._instead

    def _build_choose(self) -> QWidget:
        self._found = WrapLabel("", "second")
        self._candidates = CandidateList()
        self._candidates.changed.connect(self._on_chosen)
        self._name = QLineEdit()
        self._name_field = FormField(self.tr("Name"), self._name)
        self._kind = ComboBox()
        for kind in CHOSEN_KINDS:
            self._kind.addItem(KIND_WORDS[kind], kind)
        self._kind_field = FormField(self.tr("Art der Quelle"), self._kind)
        self._all = CheckField(
            self.tr("Alle Beiträge zählen als Erwähnung"),
            self.tr("Sinnvoll beim eigenen Forum oder Gästebuch und bei Suchagenten wie Google Alerts."),
        )
        self._own = QLineEdit()
        self._own_field = FormField(
            self.tr("Eigene Namen dort"),
            self._own,
            self.tr(
                "Unter welchen Namen schreiben Sie dort selbst? Mehrere mit Komma. Diese Beiträge zählen nicht mit."
            ),
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (
            self._found, self._candidates, self._name_field, self._kind_field, self._all, self._own_field
        ):  # fmt: skip
            column.addWidget(widget)
        return page

    # --- steps ------------------------------------------------------------------------------------

    @property
    def is_searching(self) -> bool:
        """Whether an address is being looked at."""
        return self._search is not None

    @property
    def _is_adding(self) -> bool:
        """Whether what was chosen is being stored: that cannot be taken back, and ends by itself."""
        return not self._busy.isHidden() and not self.is_searching

    def _show_step(self, step: int) -> None:
        self._check.ask(())
        self._step = step
        for index, page in enumerate(self._pages):
            page.setVisible(index == step)
        self._back.setVisible(step != _ASK)
        self._error.say("")
        if step == _ASK:
            self._address.setFocus()
        elif step == _CHOOSE:
            self._on_chosen()
            self._candidates.focus_first()
        elif step == _SUGGEST:
            self._propose()
            self._town.setFocus()
        elif step == _INSTEAD:
            (self._go if self._instead.has_feeds else self._cancel).setFocus()
        self._name_go()
        self._frame.fit()

    @Slot()
    def _propose(self) -> None:
        settings = self._workers.settings
        known = (*self._known, *self._addresses)
        self._picker.show_firm(settings.firm_name, self._town.text(), settings.terms, known)
        self._frame.fit()

    @Slot()
    def _name_go(self) -> None:
        """The words of the button say what happens next."""
        if self._step == _ASK:
            self._go.setText(self.tr("Suchen"))
            self._go.setEnabled(bool(self._address.text().strip()))
        elif self._step in (_SUGGEST, _INSTEAD):
            self._name_go_for_proposals()
        is_checking = self._check.is_running
        self._go.setVisible(not is_checking and (self._step != _INSTEAD or self._instead.has_feeds))
        self._back.setVisible(not is_checking and self._step != _ASK)

    def _name_go_for_proposals(self) -> None:
        number = len(self._proposed())
        if self._check.failures:
            self._go.setText(self.tr("Noch einmal prüfen"))
        else:
            many = self.tr("{count} prüfen und hinzufügen").format(count=number)
            self._go.setText(self.tr("Prüfen und hinzufügen") if number <= 1 else many)
        self._go.setEnabled(bool(number))
        QTimer.singleShot(0, self, self._frame.fit)  # new rows have no size before they are shown

    def _proposed(self) -> tuple[Proposal, ...]:
        return self._picker.chosen if self._step == _SUGGEST else self._instead.chosen

    def _show_busy(self, text: str) -> None:
        is_busy = bool(text)
        self._progress.setVisible(is_busy)
        self._busy.setVisible(is_busy)
        self._busy.setText(text)
        for page in self._pages:
            page.setEnabled(not is_busy)
        self._go.setEnabled(not is_busy)
        self._cancel.setEnabled(True)
        self._back.setEnabled(True)
        if not is_busy:
            self._name_go()
        if is_busy:
            announce(self, text)
        self._frame.fit()

    def _show_adding(self) -> None:
        self._focused = self.focusWidget()  # nothing can have the focus meanwhile
        self._show_busy(self.tr("Wird hinzugefügt …"))
        self._cancel.setEnabled(False)
        self._back.setEnabled(False)

    def _end_adding(self) -> None:
        """Everything can be used again, and the keyboard goes on where it was."""
        self._show_busy("")
        places = (self._focused, self._go, self._cancel)
        next(one for one in places if one is not None and one.isVisibleTo(self) and one.isEnabled()).setFocus()

    @Slot()
    def _on_back(self) -> None:
        """From what came of the proposals to the proposals, from everything else to the address."""
        self._show_step(_ASK if self._check.isHidden() else self._step)

    @Slot()
    def _on_go(self) -> None:
        if self._step == _ASK:
            self.search()
        elif self._step == _CHOOSE:
            self._add()
        else:
            self._check.ask(self._proposed())

    @Slot()
    def _on_typed(self) -> None:
        self._address_field.show_error("")
        self._name_go()

    @Slot(bool)
    def _on_login(self, on: bool) -> None:
        self._login.setVisible(on)
        if on:
            self._fields.first.setFocus()
        self._frame.fit()

    @Slot()
    def _on_way(self) -> None:
        if self._login.isVisible():
            self._frame.fit()

    @Slot()
    def _on_cancel(self) -> None:
        if self.is_searching:
            self._stop_search()
            self._show_step(_ASK)
        elif self._check.is_running:
            self._show_step(self._step)
        else:
            self.reject()

    def _secrets(self) -> Secrets | None:
        """What opens the address; None if it cannot be sent as it is written, which is said beside it."""
        return self._fields.secrets() if self._login_box.control.isChecked() else Secrets()

    # --- searching --------------------------------------------------------------------------------

    def search(self) -> None:
        """Look for feeds behind the address."""
        address = self._address.text().strip()
        if not address or self.is_searching:
            return
        self._address_field.show_error("")
        self._error.say("")
        settings = self._workers.settings
        instead = proposals.instead_of(address, settings.firm_name, settings.town)
        if instead is not None:
            self._show_instead(instead)
            return
        secrets = self._secrets()
        if secrets is None:
            self._fields.first.setFocus()
            self._frame.fit()
            return
        self._show_busy(self.tr("Kundenradar sieht nach, was es dort zu hören gibt …"))
        self._round += 1
        this_round = self._round
        self._search = self._workers.outside(subscriptions.discover, address, secrets)
        self._tasks.watch(
            self._search,
            self,
            lambda found: self._take_found(this_round, found),
            lambda error: self._take_failure(this_round, error),
        )

    def take(self, address: str) -> bool:
        """Look at another address that was handed over meanwhile, and forget what was typed for the one before.

        Returns:
            False while what was chosen is being stored: the address has to wait until the dialog closes.
        """
        if self._is_adding:
            return False
        if not address:
            return True
        self._stop_search()
        self._fields.clear()
        self._own.clear()
        self._login_box.control.setChecked(False)
        self._show_step(_ASK)
        self._address.setText(address)
        self.raise_()
        self.activateWindow()
        self.search()
        return True

    def _stop_search(self) -> None:
        """Nobody waits for the answer any more."""
        if self._search is not None:
            self._search.cancel()
        self._search = None
        self._round += 1
        self._show_busy("")

    def _take_found(self, this_round: int, found: tuple[Candidate, ...]) -> None:
        if this_round != self._round:
            return
        self._search = None
        self._show_busy("")
        if not found:
            self._refuse(self.tr("Unter dieser Adresse war kein Feed zu finden. Versuchen Sie eine andere Seite dort."))
            return
        one = self.tr("Hier gibt es etwas zu hören:")
        many = self.tr("Hier gibt es {count} Feeds. Wählen Sie, was Kundenradar hören soll:")
        self._found.setText(one if len(found) == 1 else many.format(count=len(found)))
        self._candidates.show_candidates(found, self._known, self._now())
        if self._candidates.are_all_known:
            self._found.setText(self.tr("Was es hier zu hören gibt, hört Kundenradar schon."))
        if len(_ADDRESS.findall(self._address.text())) > 1:
            more = self.tr("Das gilt für die erste Adresse; fügen Sie die anderen danach einzeln ein.")
            self._found.setText(f"{self._found.text()} {more}")
        self._show_step(_CHOOSE)
        announce(self, self._found.text())

    def _take_failure(self, this_round: int, error: BaseException) -> None:
        if this_round != self._round:
            return
        self._search = None
        self._show_busy("")
        self._refuse(search_sentence(error))
        if wants_login(error) and not self._login_box.control.isChecked():
            self._login_box.control.setChecked(True)
        if isinstance(error, InputError):
            self._address.selectAll()

    def _refuse(self, text: str) -> None:
        self._address_field.show_error(text)
        self._address.setFocus()
        self._frame.fit()

    # --- instead, and proposals -------------------------------------------------------------------

    def _show_instead(self, instead: Instead) -> None:
        """Say plainly that nothing can be heard there, and what works."""
        self._instead.show_instead(instead, (*self._known, *self._addresses))
        self._show_step(_INSTEAD)
        announce(self, instead.sentence)

    @Slot()
    def _on_by_hand(self) -> None:
        open_form = self._by_hand
        self.reject()
        if open_form is not None:
            open_form()

    @Slot()
    def _on_check_changed(self) -> None:
        """While proposals are asked, and where some failed, nothing else is on the screen."""
        for index, page in enumerate(self._pages):
            page.setVisible(index == self._step and self._check.isHidden())
        self._name_go()
        self._frame.fit()

    @Slot()
    def _on_checked(self) -> None:
        """What can be heard is added at once; what cannot stays on the screen."""
        wanted = [new for new in self._check.sources if new.feed_url not in self._known]
        if not wanted:
            return
        self._show_adding()
        town = self._town.text() if self._step == _SUGGEST else ""
        future = self._workers.outside(add_proposed, tuple(wanted), town)
        self._tasks.watch(future, self, self._take_proposed, self._take_add_failure)

    def _take_proposed(self, result: Added) -> None:
        failures = self._check.failures
        self._end_adding()
        if result.sources:
            self._known += tuple(source.feed_url for source in result.sources)
            self._addresses += tuple(source.address for source in result.sources)
            self.added.emit(result)
        if not failures and not result.errors:
            self.accept()
            return
        self._error.say(" ".join(result.errors.values()))
        self._cancel.setText(self.tr("Schließen"))
        if self._step == _SUGGEST:
            self._picker.leave_out((*self._known, *self._addresses))
        self._name_go()

    # --- adding -----------------------------------------------------------------------------------

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self._candidates.chosen
        is_one = len(chosen) == 1
        self._name_field.setVisible(is_one)
        self._kind_field.setVisible(is_one)
        self._all.setVisible(bool(chosen))
        self._own_field.setVisible(bool(chosen))
        if is_one and self._name.property("of") != chosen[0].url:
            self._name.setProperty("of", chosen[0].url)
            self._name.setText(candidate_name(chosen[0]))
            self._all.control.setChecked(chosen[0].kind is SourceKind.ALERT)
            self._name.setCursorPosition(0)  # the beginning of a long name says more than its end
            self._kind.setCurrentIndex(self._kind.findData(chosen[0].kind))
        if self._step == _CHOOSE:
            many = self.tr("{count} Quellen hinzufügen").format(count=len(chosen))
            self._go.setText(self.tr("Hinzufügen") if len(chosen) <= 1 else many)
            self._go.setEnabled(bool(chosen))
            self._frame.fit()

    def _wanted(self) -> tuple[NewSource, ...]:
        chosen = self._candidates.chosen
        made = [
            replace(
                subscriptions.new_source(candidate, self._address.text().strip()),
                all_entries=self._all.control.isChecked(),
                own_names=words_of(self._own.text()),
            )
            for candidate in chosen
        ]
        if len(made) == 1:
            kind = SourceKind(self._kind.currentData())
            made = [replace(made[0], name=self._name.text().strip() or made[0].name, kind=kind)]
        return tuple(made)

    def _add(self) -> None:
        wanted = self._wanted()
        if not wanted:
            return
        self._error.say("")
        self._show_adding()
        future = self._workers.outside(add_all, wanted, self._secrets() or Secrets())
        self._tasks.watch(future, self, self._take_added, self._take_add_failure)

    def _take_added(self, result: Added) -> None:
        self._end_adding()
        if result.sources:
            self._known += tuple(source.feed_url for source in result.sources)
            self.added.emit(result)
        if not result.errors:
            self.accept()
            return
        self._error.say(" ".join(result.errors.values()))
        self._on_chosen()
        self._frame.fit()

    def _take_add_failure(self, error: BaseException) -> None:
        self._end_adding()
        self._error.say(messages.sentence(error))
        self._on_chosen()

    # --- Qt ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape ends a search first, then the dialog."""
        if event.key() == Qt.Key.Key_Escape and (self.is_searching or self._check.is_running):
            self._on_cancel()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Escape, "Abbrechen" and the window's cross, but not while what was chosen is being stored."""
        if not self._is_adding:
            super().reject()

    def done(self, result: int) -> None:
        """Leave no search behind; what was found so far and not asked for is not added."""
        self._check.blockSignals(True)
        self._check.ask(())
        self._stop_search()
        super().done(result)
