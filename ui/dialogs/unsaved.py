"""The question before something written is dropped."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_to_discard(parent: QWidget, question: str, discard: Callable[[], object]) -> None:
    """Ask whether to drop what is not stored; Escape and Return go back to it.

    Args:
        parent: The dialog it stands in.
        question: What would be lost.
        discard: Called if it may be.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(question)
    drop = box.addButton(QCoreApplication.translate("unsaved", "Verwerfen"), QMessageBox.ButtonRole.DestructiveRole)
    back = box.addButton(QCoreApplication.translate("unsaved", "Weiter bearbeiten"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    drop.clicked.connect(discard)
    box.open()
