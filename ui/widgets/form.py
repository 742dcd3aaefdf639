"""Fields of a form: a name, a control, what it is good for, and what is wrong with it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.cards import Icon
from ui.widgets.labels import Label, WrapLabel, announce, set_tone

HINT_CHARACTERS = 84
_BOX_LEFT = 0.6
"""Half the width of its line: the edge stands where those of fields do."""
_BOX_GAP = 9


def words_of(text: str) -> tuple[str, ...]:
    """Words or phrases a person wrote in one field, parted by commas, semicolons or line breaks; each once."""
    parts = text.replace(";", ",").replace("\n", ",").split(",")
    cleaned = (" ".join(part.split()) for part in parts)
    return tuple({part.casefold(): part for part in cleaned if part}.values())


def words_text(words: Iterable[str]) -> str:
    """The words as they stand in a field: ``Brandt, Wärmepumpe``."""
    return ", ".join(words)


class InlineError(QWidget):
    """A sentence beside what it is about; hidden while there is nothing wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = WrapLabel()
        self._text.line_characters = HINT_CHARACTERS
        set_tone(self._text, "bad")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon("warning-circle", "negative_text", 18), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str) -> None:
        """Show a sentence; an empty one hides it."""
        self._text.setText(text)
        self.setVisible(bool(text))
        if text:
            self.setAccessibleName(text)
            announce(self, text)


class _CalmWheel(QObject):
    """Keeps the wheel, which scrolls the form, from changing a list it passes over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class FormField(QWidget):
    """A control with its name above and a hint below.

    Attributes:
        control: What is filled in.
    """

    def __init__(self, name: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        if isinstance(control, QComboBox):
            control.installEventFilter(_CalmWheel(control))
        self._error = InlineError()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = Label(name, "strong")
        label.setBuddy(control)
        control.setAccessibleName(name)
        column.addWidget(label)
        column.addWidget(control)
        column.addWidget(self._error)
        if hint:
            words = WrapLabel(hint, "meta")
            words.line_characters = HINT_CHARACTERS + 8
            control.setAccessibleDescription(hint)
            column.addWidget(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def error(self) -> str:
        """What is wrong, empty if nothing is."""
        return self._error.text

    def show_error(self, text: str) -> None:
        """Say what is wrong with this field; an empty text takes it back."""
        self._error.say(text)


def tall_field(name: str, control: QWidget, hint: str = "") -> FormField:
    """A field of a form that takes all the height there is."""
    made = FormField(name, control, hint)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return made


class CheckBox(QCheckBox):
    """A box with a tick of the icon set; its frame has contrast in every scheme."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Box, gap and words."""
        side = self._side()
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(side + _BOX_GAP + words.width() + 8, max(side, words.height()) + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as it wants to be: words are not cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Box and words can be pressed."""
        return QRect(QPoint(0, 0), QSize(self.sizeHint().width(), self.height())).contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw box, tick, words and focus."""
        look, side = theme.current(), self._side()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(_BOX_LEFT, (self.height() - side) / 2, side, side)
        is_on, is_usable = self.isChecked(), self.isEnabled()
        inner = box
        if self.hasFocus():  # the ring stands inside: the box keeps the left edge of the fields around it
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            inner = box.adjusted(3, 3, -3, -3)
        fill = ("accent" if is_usable else "border_strong") if is_on else "surface"
        painter.setPen(QPen(look.color("accent" if is_on and is_usable else "border_strong"), 1.2))
        painter.setBrush(look.color(fill))
        painter.drawRoundedRect(inner, 4, 4)
        if is_on:
            icons.paint(painter, "check-bold", inner.adjusted(2, 2, -2, -2), "on_accent")
        words = QRectF(box.right() + _BOX_GAP, 0, self.width() - box.right() - _BOX_GAP, self.height())
        painter.setPen(look.color("text" if is_usable else "text3"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic)
        mnemonic = int(Qt.TextFlag.TextShowMnemonic)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()), mnemonic)
        painter.drawText(words, flags, shown)
        painter.end()

    def _side(self) -> int:
        return box_side()


class BelowBox(QWidget):
    """Lines below a box, where its words begin, at any size of type."""

    def __init__(self, *lines: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(1)
        for line in lines:
            self._column.addWidget(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.current().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self._column.setContentsMargins(round(_BOX_LEFT) + box_side() + _BOX_GAP, 0, 0, 0)


def box_side() -> int:
    """Width of a box to tick, in pixels."""
    return theme.current().scaled(18)


class CheckField(QWidget):
    """A choice of yes or no with a hint below.

    Attributes:
        control: The box.
    """

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = CheckBox(name)
        self.control.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.control)
        if hint:
            self.control.setAccessibleDescription(hint)
            words = WrapLabel(hint, "meta")
            words.line_characters = HINT_CHARACTERS
            column.addWidget(BelowBox(words))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def hairline() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setObjectName("line")
    line.setFixedHeight(1)
    return line
