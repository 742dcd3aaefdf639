"""A place where nothing can be heard, and what works there instead."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundenradar.services.proposals import Instead, Proposal
from ui.dialogs.proposals import ProposalList
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrapLabel, announce


class InsteadPanel(QWidget):
    """Says that nothing can be heard there; offers search feeds, an alert step by step, and the hand.

    Attributes:
        changed: Other search feeds are ticked.
        by_hand: The owner wants to write something down.
    """

    changed = Signal()
    by_hand = Signal()

    def __init__(self, *, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_write = may_write
        self._expression = ""
        self._words = WrapLabel()
        self._words.line_characters = 70
        self._list = ProposalList(self.tr("Suchfeeds"))
        self._list.changed.connect(self.changed)
        self._feeds = Label(self.tr("Stattdessen ein Suchfeed"), "strong")
        self._alert = Label("", "strong")
        self._steps = QVBoxLayout()
        self._steps.setSpacing(4)
        self._copy = Button(self.tr("Suchausdruck kopieren"), icon="copy")
        self._copy.clicked.connect(self._on_copy)
        self._write = Button(self.tr("Rückmeldung erfassen"), icon="note-pencil")
        self._write.clicked.connect(self.by_hand)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addWidget(self._write, alignment=Qt.AlignmentFlag.AlignLeft)
        for widget in (self._feeds, self._list, self._alert):
            column.addWidget(widget)
        column.addLayout(self._steps)
        column.addWidget(self._copy, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """The ticked search feeds."""
        return self._list.chosen

    @property
    def has_feeds(self) -> bool:
        """Whether there is anything to add."""
        return bool(self._list.shown)

    def show_instead(self, instead: Instead, known: Iterable[str]) -> None:
        """Show what works in the place of a platform; `known` addresses are heard already."""
        self._words.setText(instead.sentence)
        self._list.show_proposals(
            instead.proposals, [one.address for one in instead.proposals if one.is_advised], known
        )
        self._expression = instead.expression
        self._alert.setText(
            self.tr("Oder ein eigener Google Alert") if instead.proposals else self.tr("So wird daraus eine Quelle")
        )
        self._show_steps(instead.steps)
        self._alert.setVisible(bool(instead.steps))
        self._copy.setVisible(bool(instead.steps))
        self._feeds.setVisible(bool(instead.proposals))
        self._list.setVisible(bool(instead.proposals))
        self._write.setVisible(instead.by_hand and self._may_write)

    def _show_steps(self, steps: Iterable[str]) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, step in enumerate(steps, 1):
            words = WrapLabel(f"{number}. {step}", "second")
            words.line_characters = 72
            self._steps.addWidget(words)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._expression)
        self._copy.setText(self.tr("Kopiert"))
        announce(self, self._copy.text())
