"""Lizenzen und Hinweise, to read and copy."""

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from ui import notices, theme
from ui.dialogs.frame import Frame
from ui.widgets.buttons import Button


class NoticesDialog(QDialog):
    """The texts the licences ask to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = Frame(self, self.tr("Lizenzen"), width=720)
        self.text = QPlainTextEdit(notices.notice_text())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Lizenztexte"))
        self.text.setMinimumHeight(theme.current().scaled(380))
        frame.body.addWidget(self.text, 1)
        shut = Button(self.tr("Schließen"), "primary")
        shut.setDefault(True)
        shut.clicked.connect(self.accept)
        frame.set_buttons(shut)
        frame.fit()
