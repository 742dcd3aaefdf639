"""What Kundenradar could listen to: proposals with a box each, and how asking for them fared."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from kundenradar.domain.sources import NewSource
from kundenradar.services import proposals
from kundenradar.services.proposals import Proposal
from kundenradar.services.searching import proposal_sentence
from ui.widgets.buttons import Button
from ui.widgets.cards import Icon
from ui.widgets.fields import ComboBox
from ui.widgets.form import HINT_CHARACTERS, BelowBox, CheckBox, FormField
from ui.widgets.labels import Label, WrapLabel, announce

if TYPE_CHECKING:
    from concurrent.futures import Future

    from kundenradar.app.core import Workers
    from ui.tasks import Tasks


class ChoiceBox(CheckBox):
    """A box whose words end in … where there is no room; the whole text stays in tooltip and accessible name."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The box and a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The tooltip appears only where something is missing."""
        super().resizeEvent(event)
        self.setToolTip(self._words if self.sizeHint().width() > self.width() else "")


class _Row(QWidget):
    """One proposal: a box, and what is heard there."""

    def __init__(self, proposal: Proposal, *, is_on: bool, is_known: bool) -> None:
        super().__init__()
        self.proposal = proposal
        self.box = ChoiceBox(proposal.title)
        self.box.setChecked(is_on and not is_known)
        self.box.setEnabled(not is_known)
        hears = self.tr("Das hört Kundenradar schon.") if is_known else proposal.hears
        self.box.setAccessibleDescription(hears)
        words = WrapLabel(hears, "meta")
        words.line_characters = HINT_CHARACTERS
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(BelowBox(words))


class ProposalList(QWidget):
    """Proposals below each other.

    Attributes:
        changed: Other ones are ticked.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_proposals(self, wanted: Sequence[Proposal], ticked: Iterable[str] = (), known: Iterable[str] = ()) -> None:
        """Show other proposals.

        Args:
            wanted: In the order to show.
            ticked: Addresses whose box is ticked.
            known: Addresses that are heard already.
        """
        on, heard = set(ticked), set(known)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(one, is_on=one.address in on, is_known=one.address in heard) for one in wanted]
        for row in self._rows:
            row.box.toggled.connect(lambda _on: self.changed.emit())
            self._column.addWidget(row)
        self.changed.emit()

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """The ticked ones."""
        return tuple(row.proposal for row in self._rows if row.box.isChecked())

    def first(self) -> QWidget | None:
        """The first box that can be ticked, None without one."""
        return next((row.box for row in self._rows if row.box.isEnabled()), None)

    @property
    def shown(self) -> tuple[Proposal, ...]:
        """All of them."""
        return tuple(row.proposal for row in self._rows)


class ProposalPicker(QWidget):
    """Search feeds from the firm's words, and the places of a trade.

    Attributes:
        changed: Other ones are ticked.
    """

    changed = Signal()

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        """Build it.

        Args:
            heading: Above the search feeds, if not their usual name.
            parent: Where it stands.
        """
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self._declined: set[str] = set()
        self._searches = ProposalList(self.tr("Suchfeeds"))
        self._searches.changed.connect(self._remember)
        self._places = ProposalList(self.tr("Orte der Branche"))
        self._places.changed.connect(self.changed)
        self._trade = ComboBox()
        self._trade.addItem(self.tr("Branche wählen …"), "")
        for pack in proposals.starter_packs():
            self._trade.addItem(pack.name, pack.key)
        self._trade.currentIndexChanged.connect(self._on_trade)
        self._privacy = WrapLabel(
            self.tr(
                "Diese Suchdienste erfahren, wonach gesucht wird, sonst nichts. Gefragt wird erst, wenn Sie unten "
                "bestätigen."
            ),
            "meta",
        )
        self._search_name = Label(heading or self.tr("Suchfeeds zu Ihrer Firma"), "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._search_name)
        column.addWidget(self._privacy)
        column.addWidget(self._searches)
        column.addSpacing(6)
        column.addWidget(
            FormField(
                self.tr("Wo Ihre Kunden fragen"),
                self._trade,
                self.tr(
                    "Bekannte Foren und Fachseiten je Branche. Die Adressen sind ungeprüft; gezeigt wird von dort nur, "
                    "was zu Ihren Suchwörtern passt."
                ),
            )
        )
        column.addWidget(self._places)

    def show_firm(self, firm: str, town: str, terms: tuple[str, ...], known: Iterable[str] = ()) -> None:
        """Propose for a firm; what was unticked stays so.

        Args:
            firm: Its name, or empty.
            town: Its town, or empty.
            terms: Its further words.
            known: Addresses that are heard already.
        """
        self._known = tuple(known)
        found = proposals.search_proposals(firm, town, terms)
        kept = {_kind_of(one) for one in self._searches.chosen}
        ticked = [
            one.address
            for one in found
            if (one.is_advised and _kind_of(one) not in self._declined) or _kind_of(one) in kept
        ]
        self._searches.blockSignals(True)
        self._searches.show_proposals(found, ticked, self._known)
        self._searches.blockSignals(False)
        for widget in (self._search_name, self._privacy, self._searches):
            widget.setVisible(bool(found))
        self.changed.emit()

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._searches.first() or self._trade

    def leave_out(self, known: Iterable[str]) -> None:
        """Show as heard what has been added meanwhile; the other boxes stay as they are."""
        self._known = tuple(known)
        for part in (self._searches, self._places):
            part.show_proposals(part.shown, [one.address for one in part.chosen], self._known)

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """All that is ticked."""
        return (*self._searches.chosen, *self._places.chosen)

    @Slot()
    def _remember(self) -> None:
        on = {_kind_of(one) for one in self._searches.chosen}
        self._declined = {_kind_of(one) for one in self._searches.shown if one.is_advised} - on
        self.changed.emit()

    @Slot()
    def _on_trade(self) -> None:
        key = self._trade.currentData()
        pack = next((one for one in proposals.starter_packs() if one.key == key), None)
        places = pack.proposals if pack is not None else ()
        self._places.show_proposals(places, [one.address for one in places], self._known)


def _kind_of(proposal: Proposal) -> str:
    """The service a search proposal asks and what it hears there, whatever the firm and its town are called."""
    return f"{proposal.title.partition(':')[0]} {proposal.hears[-20:]}"


class ProposalCheck(QWidget):
    """Asks for chosen proposals, says how far it is, and lists in one place what cannot be heard.

    Attributes:
        changed: One more was answered, or all were given up.
        done: All were answered.
    """

    changed = Signal()
    done = Signal()

    def __init__(self, workers: "Workers", tasks: "Tasks", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._round = 0
        self._waiting: dict[str, Future[NewSource]] = {}
        self._found: dict[str, NewSource] = {}
        self._failed: dict[str, tuple[Proposal, str]] = {}
        self._wanted: tuple[Proposal, ...] = ()
        self._is_stopped = False
        self._icon = Icon("hourglass", "text2", 18)
        self._words = WrapLabel("", "strong")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Vorschläge werden geprüft"))
        self._stop = Button(self.tr("Nicht weiter prüfen"), "quiet")
        self._stop.clicked.connect(lambda _checked: self.cancel())
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._words)
        right.addWidget(self._progress)
        right.addWidget(self._stop, alignment=Qt.AlignmentFlag.AlignLeft)
        right.addLayout(self._list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether something is being asked."""
        return bool(self._waiting)

    @property
    def sources(self) -> tuple[NewSource, ...]:
        """What can be heard, in the order of the proposals, each feed once."""
        found = (self._found[one.address] for one in self._wanted if one.address in self._found)
        return tuple({new.feed_url: new for new in found}.values())

    @property
    def failures(self) -> tuple[tuple[Proposal, str], ...]:
        """What cannot be heard, and why."""
        return tuple(self._failed[one.address] for one in self._wanted if one.address in self._failed)

    def ask(self, wanted: Sequence[Proposal]) -> None:
        """Ask for these; what was answered already is not asked again, what is no longer wanted is given up."""
        self._wanted, self._is_stopped = tuple({one.address: one for one in wanted}.values()), False
        addresses = {one.address for one in self._wanted}
        for address in [known for known in self._waiting if known not in addresses]:
            self._waiting.pop(address).cancel()
        self._failed = {key: value for key, value in self._failed.items() if key in self._found}
        for one in self._wanted:
            if one.address in self._found or one.address in self._waiting:
                continue
            future = self._workers.outside(proposals.look_behind, one)
            self._waiting[one.address] = future
            self._tasks.watch(
                future, self, partial(self._take, self._round, one), partial(self._take_failure, self._round, one)
            )
        self._show()
        if not self._waiting:
            self.done.emit()

    @Slot()
    def cancel(self) -> None:
        """Ask no more; what was answered stays."""
        self._round += 1
        self._is_stopped = bool(self._waiting)
        for future in self._waiting.values():
            future.cancel()
        for one in self._wanted:
            if one.address in self._waiting:
                self._failed[one.address] = (one, self.tr("nicht mehr geprüft."))
        self._waiting.clear()
        self._show()
        self.done.emit()

    def _take(self, this_round: int, proposal: Proposal, new: NewSource) -> None:
        if this_round == self._round and self._waiting.pop(proposal.address, None) is not None:
            self._found[proposal.address] = new
            self._answered()

    def _take_failure(self, this_round: int, proposal: Proposal, error: BaseException) -> None:
        if this_round == self._round and self._waiting.pop(proposal.address, None) is not None:
            self._failed[proposal.address] = (proposal, proposal_sentence(error))
            self._answered()

    def _answered(self) -> None:
        self._show()
        if not self._waiting:
            self.done.emit()

    def _show(self) -> None:
        total = len(self._wanted)
        answered = total - len(self._waiting)
        self.setVisible(bool(total))
        self._progress.setVisible(self.is_running)
        self._progress.setRange(0, total)
        self._progress.setValue(answered)
        self._stop.setVisible(self.is_running)
        self._words.setText(self._summary(answered, total))
        self._icon.show_as(*self._sign())
        self._show_failures()
        if total and not self.is_running:
            announce(self, self._words.text())
        self.changed.emit()

    def _sign(self) -> tuple[str, str]:
        if self.is_running:
            return "hourglass", "text2"
        return ("check-circle", "accent") if not self._failed else ("warning-circle", "warning_text")

    def _summary(self, answered: int, total: int) -> str:
        if self.is_running:
            return self.tr("{answered} von {total} Vorschlägen geprüft …").format(answered=answered, total=total)
        heard = len([one for one in self._wanted if one.address in self._found])
        if heard == total:
            one = self.tr("Der Vorschlag lässt sich hören.")
            return one if total == 1 else self.tr("Alle {total} Vorschläge lassen sich hören.").format(total=total)
        if heard == 0 and self._is_stopped:
            return self.tr("Nicht weiter geprüft, hinzugefügt wurde nichts:")
        if heard == 0:
            return self.tr("Von den Vorschlägen lässt sich gerade keiner hören:")
        some = self.tr("{heard} von {total} Vorschlägen lassen sich hören. Diese nicht:")
        if heard == 1:
            some = self.tr("{heard} von {total} Vorschlägen lässt sich hören. Diese nicht:")
        return some.format(heard=heard, total=total)

    def _show_failures(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self.is_running:
            return
        for proposal, sentence in self.failures:
            words = WrapLabel(f"{proposal.title}: {sentence}", "second")
            words.line_characters = HINT_CHARACTERS
            self._list.addWidget(words)
