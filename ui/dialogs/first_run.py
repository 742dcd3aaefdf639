"""The first run: four questions, or a look at the samples; everything can be skipped and changed later."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kundenradar.domain.errors import InputError
from kundenradar.domain.sources import Candidate, NewSource, SourceId
from kundenradar.services import listening, messages, preferences, subscriptions
from kundenradar.services.searching import LoginPlace, search_sentence
from ui import formats, theme
from ui.dialogs.candidates import candidate_name, facts
from ui.dialogs.proposals import ChoiceBox, ProposalCheck, ProposalPicker
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, Icon
from ui.widgets.form import BelowBox, FormField, InlineError, words_of
from ui.widgets.labels import ElidedLabel, Label, WrapLabel, announce
from ui.widgets.name_proposals import NameProposals
from ui.widgets.rail import paint_logo

if TYPE_CHECKING:
    from concurrent.futures import Future

    from kundenradar.app.core import Workers
    from ui.bridge import Bridge
    from ui.tasks import Tasks

MOST_FEEDS_SHOWN = 4
_ADDRESS_SIGNS = 60
_WIDTH = 660
_NAME, _WORDS, _PROPOSALS, _PLACES = range(4)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered; empty parts were left out."""

    firm: str = ""
    town: str = ""
    terms: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    sources: tuple[NewSource, ...] = ()


def keep_answers(ctx: Any, answers: Answers) -> tuple[SourceId, ...]:  # noqa: ANN401 - the Context
    """Store the answers; sources that are heard already are no mistake.

    Returns:
        The sources added.

    Raises:
        InputError: Nothing can be searched with the firm's words.
    """
    if answers.firm:
        listening.set_firm(ctx, answers.firm, answers.terms, answers.excludes)
    if answers.town:
        preferences.save(ctx, replace(preferences.current(ctx), town=answers.town))
    preferences.add_snippets(ctx)
    added: list[SourceId] = []
    for new in answers.sources:
        try:
            added.append(subscriptions.add(ctx, new).id)
        except InputError as error:
            if error.code != "source-known":
                raise
    mark_done(ctx)
    return tuple(added)


def mark_done(ctx: Any) -> None:  # noqa: ANN401 - the Context
    """Do not ask again."""
    preferences.save(ctx, replace(preferences.current(ctx), first_run_done=True))


def keep_samples(ctx: Any) -> None:  # noqa: ANN401 - the Context
    """Listen to the sample feeds."""
    preferences.add_samples(ctx)
    mark_done(ctx)


class _Logo(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(44, 44) * theme.current().font_percent / 100)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        paint_logo(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), theme.current().color("accent"))
        painter.end()


class _AddressEdit(QPlainTextEdit):
    """Addresses, one per line; Ctrl+Enter goes on.

    Attributes:
        entered: Ctrl+Enter.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class _Finding(QFrame):
    """What was found behind one address.

    Attributes:
        changed: It was found out, or other feeds are ticked.
    """

    changed = Signal()

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.is_pending = True
        self.is_refused = False
        self._boxes: list[tuple[ChoiceBox, Candidate]] = []
        self._icon = Icon("hourglass", "text2", 18)
        self._title = ElidedLabel(address, "strong")
        self._column = QVBoxLayout()
        self._column.setSpacing(3)
        self._column.addWidget(self._title)
        self._note = WrapLabel(self.tr("Kundenradar sieht nach …"), "meta")
        self._column.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """The ticked feeds."""
        return tuple(candidate for box, candidate in self._boxes if box.isChecked())

    @property
    def boxes(self) -> tuple[ChoiceBox, ...]:
        """The feeds to tick, in order."""
        return tuple(box for box, _candidate in self._boxes)

    @property
    def note(self) -> str:
        """The sentence below the address."""
        return "" if self._note.isHidden() else self._note.text()

    def take(self, found: Sequence[Candidate], now: datetime) -> None:
        """Show the feeds, the best one ticked."""
        self.is_pending = False
        if not found:
            self.refuse(self.tr("Hier war kein Feed zu finden. Versuchen Sie eine andere Seite dort."))
            return
        self._icon.show_as("check-circle", "accent")
        self._note.hide()
        for candidate in found[:MOST_FEEDS_SHOWN]:
            box = ChoiceBox(candidate_name(candidate))
            words = facts(candidate, now)
            box.setAccessibleDescription(words)
            box.setChecked(not self._boxes)
            box.toggled.connect(lambda _on: self.changed.emit())
            self._column.addWidget(box)
            self._column.addWidget(BelowBox(WrapLabel(words, "meta")))
            self._boxes.append((box, candidate))
        self.changed.emit()

    def refuse_error(self, error: BaseException) -> None:
        """Say what went wrong while looking."""
        self.refuse(search_sentence(error, LoginPlace.LATER))

    def refuse(self, sentence: str) -> None:
        """Say why nothing can be heard there."""
        self.is_pending = False
        self.is_refused = True
        self._icon.show_as("warning-circle", "negative_text")
        self._note.setText(sentence)
        self._note.show()
        self.changed.emit()


class FirstRunPage(QWidget):
    """Four questions, one after the other.

    Attributes:
        finished: Answered, skipped or samples chosen; the preferences say so already.
    """

    finished = Signal()

    def __init__(
        self,
        workers: "Workers",
        tasks: "Tasks",
        bridge: "Bridge",  # noqa: ARG002 - pages are made alike
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = formats.utc_now,
    ) -> None:
        super().__init__(parent)
        self._workers, self._tasks, self._now = workers, tasks, now
        self._step = _NAME
        self._findings: dict[str, _Finding] = {}
        self._searches: list[Future[tuple[Candidate, ...]]] = []
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Willkommen bei Kundenradar"))
        self._gone_from_go = False
        self._build()
        self._show_step(_NAME)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(_Logo(), alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(WrapLabel(self.tr("Willkommen bei Kundenradar"), "title"))
        self._lead = WrapLabel(
            self.tr(
                "Kundenradar hört in Foren, Bewertungen und Nachrichten mit und zeigt Ihnen, was über Ihre "
                "Firma geschrieben wird. Alles bleibt auf diesem Rechner."
            ),
            "second",
        )
        words.addWidget(self._lead)
        words.addStretch(1)
        head.addLayout(words, 1)
        column.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._build_card())
        column.addWidget(self._build_samples())
        column.addStretch(2)
        inner = QWidget()
        inner.setObjectName("pageBody")
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._middle)
        row.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        theme.current().changed.connect(self._fit)
        self._fit()

    def _build_card(self) -> Card:
        card = Card()
        card.column.setContentsMargins(26, 20, 26, 18)
        card.column.setSpacing(14)
        self._count = Label("", "label")
        card.column.addWidget(self._count)
        self._steps = (self._build_name(), self._build_words(), self._build_proposals(), self._build_places())
        for step in self._steps:
            card.column.addWidget(step)
        card.column.addWidget(self._build_left_out())
        self._error = InlineError()
        card.column.addWidget(self._error)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Wird eingerichtet"))
        self._progress.hide()
        card.column.addWidget(self._progress)
        self._back = Button(self.tr("Zurück"))
        self._back.clicked.connect(lambda _checked: self._show_step(self._step - 1))
        self._skip = Button(self.tr("Überspringen"), "quiet")
        self._skip.clicked.connect(self._on_skip)
        self._go = Button(self.tr("Weiter"), "primary")
        self._go.clicked.connect(self._on_go)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._skip)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._go)
        card.column.addLayout(row)
        return card

    def _build_left_out(self) -> QWidget:
        """What will not be taken, said before it is left out; hidden while nothing is."""
        self._left_out = InlineError()
        self._again = Button(self.tr("Noch einmal nachsehen"))
        self._again.clicked.connect(lambda _checked: self._look_again())
        self._left_out_row = QWidget()
        column = QVBoxLayout(self._left_out_row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._left_out)
        column.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignLeft)
        self._left_out_row.hide()
        return self._left_out_row

    def _build_name(self) -> QWidget:
        self._firm = QLineEdit()
        self._firm.setPlaceholderText(self.tr("zum Beispiel Brandt Haustechnik"))
        self._firm.returnPressed.connect(self._on_firm_entered)
        self._town = QLineEdit()
        self._town.setPlaceholderText(self.tr("zum Beispiel Köln"))
        self._town.returnPressed.connect(self._on_go)
        self._firm_field = FormField(
            self.tr("Wie heißt Ihre Firma?"),
            self._firm,
            self.tr("So, wie Kunden sie nennen. Danach sucht Kundenradar zuerst."),
        )
        self._firm.textChanged.connect(lambda _text: self._firm_field.show_error(""))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._firm_field)
        column.addWidget(
            FormField(
                self.tr("Und in welchem Ort ist sie?"),
                self._town,
                self.tr("Damit Suchfeeds Ihre Firma von anderen gleichen Namens unterscheiden; darf leer bleiben."),
            )
        )
        return page

    @Slot()
    def _on_firm_entered(self) -> None:
        if self._firm.text().strip():
            self._town.setFocus()
        else:
            self._on_go()

    def _build_proposals(self) -> QWidget:
        self._picker = ProposalPicker(self.tr("Was soll Kundenradar für Sie absuchen?"))
        self._picker.changed.connect(self._name_go)
        onward = QAction(self._picker)  # the return key goes on from a box as it does from a field
        onward.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        onward.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        onward.triggered.connect(lambda _checked: self._on_go() if self._go.isEnabled() else None)
        self._picker.addAction(onward)
        self._check = ProposalCheck(self._workers, self._tasks)
        self._check.changed.connect(self._name_go)
        return self._picker

    def _build_words(self) -> QWidget:
        self._terms, self._excludes = QLineEdit(), QLineEdit()
        self._terms.setPlaceholderText(self.tr("zum Beispiel Brandt, Wärmepumpe*, Badsanierung*"))
        self._excludes.setPlaceholderText(self.tr("zum Beispiel Willy"))
        self._terms.returnPressed.connect(self._excludes.setFocus)
        self._excludes.returnPressed.connect(self._on_go)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._terms_field = FormField(
            self.tr("Welche Wörter gehören noch dazu?"),
            self._terms,
            self.tr("Kurzformen, Produkte, andere Schreibweisen; mehrere mit Komma. Ein Stern steht für jede Endung."),
        )
        self._proposals = NameProposals(self._terms)
        column.addWidget(self._terms_field)
        column.addWidget(self._proposals)
        column.addWidget(
            FormField(
                self.tr("Und welche nicht?"),
                self._excludes,
                self.tr("Beiträge mit diesen Wörtern meinen jemand anderen, etwa einen Namensvetter."),
            )
        )
        return page

    def _build_places(self) -> QWidget:
        self._addresses = _AddressEdit()
        self._addresses.setPlaceholderText("https://www.forum.example\nhttps://www.zeitung.example")
        self._addresses.textChanged.connect(self._on_addresses)
        self._addresses.entered.connect(self._on_go)
        page = QWidget()
        self._places = QVBoxLayout(page)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(12)
        self._places.addWidget(self._check)
        self._places.addWidget(
            FormField(
                self.tr("Wo schreiben Ihre Kunden?"),
                self._addresses,
                self.tr(
                    "Fügen Sie Adressen aus dem Browser ein, eine je Zeile: Foren, Bewertungen, Lokalzeitung, Blogs. "
                    "Kundenradar findet heraus, was es dort zu hören gibt. Weiter mit Strg+Eingabe."
                ),
            )
        )
        return page

    def _build_samples(self) -> Card:
        card = Card()
        card.column.setContentsMargins(26, 14, 26, 14)
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(self.tr("Erst einmal umsehen?"), "strong"))
        text = WrapLabel(self.tr("Acht Wochen einer Heizungsfirma, ohne Internet."), "meta")
        words.addWidget(text)
        self._samples = Button(self.tr("Mit Beispieldaten ansehen"))
        self._samples.clicked.connect(self._on_samples)
        row.addLayout(words, 1)
        row.addWidget(self._samples)
        card.column.addLayout(row)
        self._samples_card = card
        return card

    def _fit(self) -> None:
        """The column grows with the type, but never beyond the window."""
        room = self._scroll.viewport().width() if self.isVisible() else _WIDTH * 2
        self._middle.setFixedWidth(max(360, min(theme.current().scaled(_WIDTH), room)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit again."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard stands in the first field at once."""
        super().showEvent(event)
        self._field().setFocus()

    def _field(self) -> QWidget:
        return (self._firm, self._terms, self._picker.first(), self._addresses)[self._step]

    # --- steps ------------------------------------------------------------------------------------

    def _show_step(self, step: int) -> None:
        self._step = step
        for index, page in enumerate(self._steps):
            page.setVisible(index == step)
        self._count.setText(self.tr("Frage {number} von 4").format(number=step + 1))
        self._back.setVisible(step > _NAME)
        self._skip.setText(self.tr("Überspringen") if step else self.tr("Einrichtung überspringen"))
        self._samples_card.setVisible(step == _NAME)
        self._lead.setVisible(step == _NAME)  # read once; the room is for the questions
        if step == _PROPOSALS:
            self._picker.show_firm(self._firm.text(), self._town.text(), words_of(self._terms.text()))
        self._error.say("")
        self._proposals.offer(self._firm.text())
        self._name_go()
        self._field().setFocus()
        announce(self, self._count.text())

    def _name_go(self) -> None:
        """The words of the button say what happens next, those above it what will be left out."""
        refused = self._refused() if self._step == _PLACES else ()
        self._say_left_out(refused)
        if self._step != _PLACES:
            asks = self._step == _PROPOSALS and bool(self._picker.chosen)
            self._go.setText(self.tr("Prüfen und weiter") if asks else self.tr("Weiter"))
            self._go.setEnabled(True)
            return
        wanted = self._wanted_addresses()
        pending = [finding for finding in self._findings.values() if finding.is_pending]
        number = len(self._all_sources())
        if any(address not in self._findings for address in wanted):
            self._go.setText(self.tr("Nachsehen"))
        elif number:
            one, many = self.tr("Mit 1 Quelle loslegen"), self.tr("Mit {count} Quellen loslegen")
            self._go.setText(one if number == 1 else many.format(count=number))
        elif refused:
            one, many = self.tr("Ohne diese Adresse weiter"), self.tr("Ohne diese Adressen weiter")
            self._go.setText(one if len(refused) == 1 else many)
        else:
            self._go.setText(self.tr("Loslegen"))
        self._go.setEnabled(not pending and not self._check.is_running)
        self._order_tabs()
        if self._go.isEnabled() and self._gone_from_go:
            self._gone_from_go = False
            self._go.setFocus()  # a button that rests loses the keyboard: it comes back to who pressed it
        if wanted and not pending:
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._go))

    def _order_tabs(self) -> None:
        """Tab goes from the addresses to what was found there, though that came later than the buttons."""
        boxes = [box for finding in self._findings.values() for box in finding.boxes]
        for before, after in pairwise((self._addresses, *boxes, self._skip)):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_go(self) -> None:
        if not self._go.isEnabled():
            return
        if self._step == _NAME and not self._firm.text().strip():
            self._firm_field.show_error(self.tr("Ohne Namen weiß Kundenradar nicht, wonach es suchen soll."))
            self._firm.setFocus()
        elif self._step != _PLACES:
            if self._step == _PROPOSALS:
                self._check.ask(self._picker.chosen)
            self._show_step(self._step + 1)
        elif any(address not in self._findings for address in self._wanted_addresses()):
            self._look()
        else:
            self._finish()

    # --- addresses --------------------------------------------------------------------------------

    def _wanted_addresses(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._addresses.toPlainText().split()))

    def _chosen(self) -> tuple[NewSource, ...]:
        return tuple(
            subscriptions.new_source(candidate, finding.address)
            for finding in self._findings.values()
            for candidate in finding.chosen
        )

    def _all_sources(self) -> tuple[NewSource, ...]:
        """What was chosen behind addresses and among the proposals, each feed once."""
        return tuple({new.feed_url: new for new in (*self._chosen(), *self._check.sources)}.values())

    @Slot()
    def _on_addresses(self) -> None:
        """What was found behind an address goes with it."""
        wanted = set(self._wanted_addresses())
        for address in [known for known in self._findings if known not in wanted]:
            self._drop(address)
        self._name_go()

    def _refused(self) -> tuple[str, ...]:
        """The addresses nothing can be heard at, once all have been looked at."""
        if any(finding.is_pending for finding in self._findings.values()):
            return ()
        return tuple(address for address, finding in self._findings.items() if finding.is_refused)

    def _say_left_out(self, refused: Sequence[str]) -> None:
        named = ", ".join(
            address if len(address) <= _ADDRESS_SIGNS else f"{address[:_ADDRESS_SIGNS]}…" for address in refused
        )
        one = self.tr(
            "Nicht übernommen wird {addresses}. Berichtigen Sie die Adresse, oder machen Sie ohne sie weiter."
        )
        many = self.tr(
            "Nicht übernommen werden {addresses}. Berichtigen Sie die Adressen, oder machen Sie ohne sie weiter."
        )
        sentence = (one if len(refused) == 1 else many).format(addresses=named) if refused else ""
        self._left_out_row.setVisible(bool(refused))
        if sentence != self._left_out.text:
            self._left_out.say(sentence)

    @Slot()
    def _look_again(self) -> None:
        """Ask the addresses that gave nothing once more."""
        for address in self._refused():
            self._drop(address)
        self._addresses.setFocus()
        self._look()

    def _drop(self, address: str) -> None:
        gone = self._findings.pop(address)
        gone.hide()
        gone.deleteLater()

    def _look(self) -> None:
        """Look behind every address that is new."""
        self._gone_from_go = self._go.hasFocus()
        for address in self._wanted_addresses():
            if address in self._findings:
                continue
            finding = _Finding(address)
            finding.changed.connect(self._name_go)
            self._findings[address] = finding
            self._places.addWidget(finding)
            future = self._workers.outside(subscriptions.discover, address)
            self._searches.append(future)
            self._tasks.watch(future, finding, partial(finding.take, now=self._now()), finding.refuse_error)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._go))
        self._name_go()

    # --- ends -------------------------------------------------------------------------------------

    def _answers(self) -> Answers:
        return Answers(
            firm=" ".join(self._firm.text().split()),
            terms=words_of(self._terms.text()),
            excludes=words_of(self._excludes.text()),
            town=" ".join(self._town.text().split()),
            sources=self._all_sources(),
        )

    def _set_busy(self, *, busy: bool) -> None:
        self._progress.setVisible(busy)
        for widget in (*self._steps, self._left_out_row, self._back, self._skip, self._go, self._samples):
            widget.setEnabled(not busy)

    def _finish(self) -> None:
        self._set_busy(busy=True)
        future = self._workers.outside(keep_answers, self._answers())
        self._tasks.watch(future, self, self._take_kept, self._take_failure)

    def _take_kept(self, sources: tuple[SourceId, ...]) -> None:
        if sources:
            self._workers.refresh(sources)
        self._end()

    @Slot()
    def _on_samples(self) -> None:
        self._set_busy(busy=True)
        future = self._workers.outside(keep_samples)
        self._tasks.watch(future, self, lambda _none: self._take_samples(), self._take_failure)

    def _take_samples(self) -> None:
        self._workers.refresh(None)
        self._end()

    @Slot()
    def _on_skip(self) -> None:
        """The question is left out: the next one comes, after the last the end."""
        if self._step == _NAME:
            self._set_busy(busy=True)
            future = self._workers.outside(keep_answers, Answers())
            self._tasks.watch(future, self, self._take_kept, self._take_failure)
        elif self._step == _WORDS:
            self._terms.clear()
            self._excludes.clear()
            self._show_step(_PROPOSALS)
        elif self._step == _PROPOSALS:
            self._check.ask(())
            self._show_step(_PLACES)
        else:
            self._addresses.clear()
            self._finish()

    def _take_failure(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        if isinstance(error, InputError):
            self._show_step(_WORDS)
        self._error.say(messages.sentence(error))

    def _end(self) -> None:
        self._set_busy(busy=False)
        self._check.cancel()
        for search in self._searches:
            search.cancel()
        self.finished.emit()
