"""Looks at a window as a picky reader would: is any text cut, has every control a name?"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QToolButton,
    QWidget,
)

from ui.app import settle
from ui.formats import BREAK
from ui.main_window import MainWindow
from ui.widgets.labels import ElidedLabel, WrapLabel

SIZES = ((1024, 700), (1280, 720), (1280, 800), (1920, 1080))
"""Window sizes every page is looked at in."""

SLACK = 1


def show(window: MainWindow, size: tuple[int, int]) -> None:
    """Show a window at a size and let it come to rest."""
    window.resize(*size)
    window.show()
    settle(window, 20)


def clipped(root: QWidget) -> list[str]:
    """What cannot be read in full, one line per find; empty if all is well.

    Looks at visible labels, buttons, combo boxes and table heads. Text that scrolls or is elided on
    purpose (ElidedLabel, item views) is left out.
    """
    return list(_finds(root))


def _finds(root: QWidget) -> Iterator[str]:
    QApplication.processEvents()
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        problem = _problem(widget)
        if problem:
            yield f"{type(widget).__name__} {_words(widget)!r}: {problem} at {widget.size().toTuple()}"
        if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
            outside = _outside(widget, root)
            if outside:
                yield f"{type(widget).__name__} {_words(widget)!r}: {outside}"


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return (text() if callable(text) else "") or widget.accessibleName() or widget.objectName()


def _problem(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return "" if isinstance(widget, ElidedLabel) else _label_problem(widget)
    if isinstance(widget, QToolButton) and not widget.text():
        return ""
    if isinstance(widget, QAbstractButton):
        wanted = widget.minimumSizeHint()
        wanted.setWidth(max(wanted.width(), _painted_width(widget)))
        if widget.hasHeightForWidth():
            wanted.setHeight(widget.heightForWidth(widget.width()))
        return _too_small(widget, wanted.width(), wanted.height())
    if isinstance(widget, QComboBox) and not widget.isEditable():
        wanted_px = widget.fontMetrics().horizontalAdvance(widget.currentText()) + 30
        return _too_small(widget, wanted_px, widget.fontMetrics().height())
    if isinstance(widget, QHeaderView):
        return _header_problem(widget)
    return ""


def _painted_width(button: QAbstractButton) -> int:
    """Words as they are painted: a checked chip is bold, whatever its size hint says."""
    font = QFont(button.font())
    if button.property("kind") == "chip" and button.isChecked():
        font.setWeight(QFont.Weight.DemiBold)
    padding = 34 if button.property("kind") == "chip" else 0
    return QFontMetrics(font).horizontalAdvance(button.text()) + padding if button.text() else 0


def _label_problem(label: QLabel) -> str:
    if not label.text() or label.pixmap().width():
        return ""
    if label.wordWrap():
        words = (label._plain() if isinstance(label, WrapLabel) else label.text()).replace(BREAK, " ").split()
        longest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return _too_small(label, longest, label.heightForWidth(label.width())) or _dots_problem(label)
    wanted = label.sizeHint()
    return _too_small(label, wanted.width(), QFontMetrics(label.font()).height()) or _dots_problem(label)


def _dots_problem(label: QLabel) -> str:
    """Whether the dots of a capital umlaut are cut at the top."""
    metrics = QFontMetrics(label.font())
    first = QRect(label.contentsRect()).top()
    over = -metrics.tightBoundingRect("".join(set(label.text()) & set("ÄÖÜ"))).top() - metrics.ascent()
    return f"needs {over} px above" if over > first else ""


def _header_problem(header: QHeaderView) -> str:
    model = header.model()
    for section in range(header.count()):
        if header.isSectionHidden(section) or header.orientation().name != "Horizontal":
            continue
        words = str(model.headerData(section, header.orientation()) or "")
        if header.sectionSize(section) + SLACK < header.fontMetrics().horizontalAdvance(words):
            return f"head {words!r} is cut"
    return ""


def _too_small(widget: QWidget, width: int, height: int) -> str:
    if widget.width() + SLACK < width:
        return f"needs {width} px of width"
    return f"needs {height} px of height" if widget.height() + SLACK < height else ""


def _outside(widget: QWidget, root: QWidget) -> str:
    """Whether an ancestor that does not scroll cuts the widget off."""
    ancestor = widget.parentWidget()
    while ancestor is not None:
        area_around = ancestor.parentWidget()
        if isinstance(area_around, QAbstractScrollArea):
            return _beside(widget, ancestor, area_around)
        area = QRect(widget.mapTo(ancestor, QPoint(0, 0)), widget.size())
        if not ancestor.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(area):
            return f"is cut off by {type(ancestor).__name__} {ancestor.objectName()}"
        if ancestor is root:
            return ""
        ancestor = ancestor.parentWidget()
    return ""


def _beside(widget: QWidget, viewport: QWidget, area: QAbstractScrollArea) -> str:
    """What a viewport cuts can be scrolled to, if there is a bar for it."""
    if area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return ""
    place = QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size())
    is_in = place.left() >= -SLACK and place.right() <= viewport.rect().right() + SLACK
    return "" if is_in else f"is cut off at the side by {type(area).__name__} {area.objectName()}"


def nested(root: QWidget) -> list[str]:
    """What scrolls inside something that scrolls."""
    QApplication.processEvents()
    moving = [
        area
        for area in (root, *root.findChildren(QAbstractScrollArea))
        if isinstance(area, QAbstractScrollArea) and area.isVisible() and area.verticalScrollBar().maximum() > 0
    ]
    return [
        f"{type(inner).__name__} {inner.accessibleName()!r} in {type(outer).__name__} {outer.objectName()!r}"
        for inner in moving
        for outer in moving
        if outer is not inner and outer.isAncestorOf(inner) and not isinstance(inner, QPlainTextEdit)
    ]


def unnamed(root: QWidget) -> list[str]:
    """Controls the Tab key reaches that have neither words, name nor buddy."""
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None}
    finds = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy().value & 1 == 0 or _is_inner(widget):
            continue
        if not _says_something(widget) and widget not in buddies:
            finds.append(f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parentWidget()).__name__}")
    return finds


def _says_something(widget: QWidget) -> bool:
    if widget.accessibleName():
        return True
    return isinstance(widget, QAbstractButton) and bool(widget.text())


def _is_inner(widget: QWidget) -> bool:
    """Parts of Qt's own controls, which speak through the control."""
    parent = widget.parentWidget()
    if isinstance(widget, QScrollBar | QHeaderView):
        return True
    if isinstance(widget, QLineEdit) and isinstance(parent, QComboBox | QAbstractSpinBox):
        return True
    return isinstance(widget, QAbstractButton) and isinstance(parent, QLineEdit | QAbstractScrollArea)


def stops_from(start: QWidget, number: int) -> list[QWidget]:
    """What Tab reaches next and can be used now."""
    found: list[QWidget] = []
    here = start
    while len(found) < number:
        here = here.nextInFocusChain()
        if here is start:
            break
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible() and here.isEnabled():
            found.append(here)
    return found
