"""The answer in the making: an editor that never loses a word, snippets, versions, copying.

A text leaves the editor only after it was handed to the writer thread, and it is kept in memory until the
writer has confirmed it; whoever comes back earlier gets the kept text, not an older one from the store.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from kundenradar.domain.drafts import VersionReason, fill_placeholders, open_placeholders
from kundenradar.domain.errors import InputError
from kundenradar.services import messages, replies
from ui import formats, icons, theme
from ui.models.triage import answer
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label, WrapLabel, announce, set_tone
from ui.widgets.menu_button import MenuButton, give_menu

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kundenradar.app.core import Workers
    from kundenradar.domain.drafts import DraftVersion, ReplyDraft, Snippet
    from kundenradar.domain.mentions import EntryId
    from ui.bridge import Bridge
    from ui.models.triage import Before
    from ui.tasks import Tasks

AUTOSAVE_MS: Final = 800
"""A pause in the writing of this length saves."""

MOST_WAIT_MS: Final = 1_800
"""Whoever writes without a pause is saved this often: no word is unsaved for more than two seconds."""

LONGEST: Final = 20_000
"""Characters of an answer at most; the store refuses more."""

COLUMN: Final = 100
"""Characters the pane is wide at most; longer lines are hard to read."""

LEAST_EDITOR: Final = 52
"""Pixels the editor keeps where everything else is large."""

MOST_KEPT_LINES: Final = 6
"""Lines the editor keeps in a high window, whatever is said below it: the text above has more than it needs."""

OTHER_LINES: Final = 24
"""Lines all else beside the editor takes: the mention above, head, notice and buttons."""

EDITOR_EDGE: Final = 10
"""Pixels above the first and below the last line of the editor."""

MOST_VERSIONS: Final = 20
"""Versions offered in the menu."""

_PLACEHOLDER: Final = re.compile(r"\{([^{}\n]{1,60})\}")
_REASONS: Final = {
    VersionReason.AUTOSAVE: "gespeichert",
    VersionReason.COPIED: "kopiert",
    VersionReason.ANSWERED: "beantwortet",
}


def placeholder_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every placeholder still open, in order; the same as `open_placeholders` names."""
    return tuple(match.span() for match in _PLACEHOLDER.finditer(text))


class _PlaceholderMarks(QSyntaxHighlighter):
    """Open placeholders stand on a coloured ground, bold (their brackets say the same without colour)."""

    def highlightBlock(self, text: str) -> None:  # noqa: N802 (Qt's name)
        look = QTextCharFormat()
        look.setBackground(theme.current().color("warning_soft"))
        look.setForeground(theme.current().color("warning_text"))
        look.setFontWeight(600)
        for match in _PLACEHOLDER.finditer(text):
            start = _utf16(text[: match.start()])
            self.setFormat(start, _utf16(match.group(0)), look)


def _utf16(text: str) -> int:
    """Length as Qt counts it."""
    return len(text) + sum(ord(character) > 0xFFFF for character in text)


class DraftEditor(QPlainTextEdit):
    """Plain text; Tab goes to the next open placeholder, and on to the next control if there is none.

    Signals:
        left: The focus went elsewhere.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Antwortentwurf"))
        self.setPlaceholderText(self.tr("Ihre Antwort …"))
        self._marks = _PlaceholderMarks(self.document())
        theme.current().changed.connect(self._marks.rehighlight)

    def select_next_placeholder(self, *, from_start: bool = False, backward: bool = False) -> bool:
        """Select the next open placeholder (around the end); False if there is none."""
        text = self.toPlainText()
        spans = [(_utf16(text[:a]), _utf16(text[:b])) for a, b in placeholder_spans(text)]
        if not spans:
            return False
        cursor = self.textCursor()
        if from_start:
            span = spans[0]
        elif backward:
            span = next((s for s in reversed(spans) if s[1] <= cursor.selectionStart()), spans[-1])
        else:
            span = next((s for s in spans if s[0] >= cursor.selectionEnd()), spans[0])
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Tab and Shift+Tab jump between placeholders while one is open."""
        if not self.isReadOnly() and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            backward = event.key() == Qt.Key.Key_Backtab
            if self.select_next_placeholder(backward=backward):
                return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's signature)
        """Tab stays in the editor while a placeholder is open."""
        if not self.isReadOnly() and self.hasFocus() and self.select_next_placeholder(backward=not forward):
            return True
        return super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """A notice that appears below takes height: the place of writing stays in sight."""
        super().resizeEvent(event)
        if self.hasFocus():
            self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Leaving the editor is a moment to save."""
        super().focusOutEvent(event)
        self.left.emit()

    def replace_all(self, text: str) -> None:
        """Another text, as one step that can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)


def _wants_paragraph(cursor: QTextCursor, text: str) -> bool:
    """Whether a snippet of several lines comes behind a line already written."""
    return "\n" in text and not cursor.hasSelection() and cursor.atBlockEnd() and not cursor.atBlockStart()


def opened_draft(ctx: Any, mention: EntryId) -> tuple[ReplyDraft | None, dict[str, str]]:  # noqa: ANN401 (the core's context)
    """The draft of a mention and what is known for its placeholders."""
    return replies.draft(ctx, mention), replies.placeholder_values(ctx, mention)


class DraftPane(QWidget):
    """Writes the answer to one mention.

    Signals:
        open_original: The text is on the clipboard and the original is wished.
        answered: The mention was marked as answered (EntryId, what was before it).
        undo_wished: That it was marked is to be taken back.
        manage_snippets: The snippets are to be managed.
        fill_wished: Open placeholders are to be filled in (tuple of names).
    """

    open_original = Signal()
    answered = Signal(object, object)
    undo_wished = Signal()
    manage_snippets = Signal()
    fill_wished = Signal(object)

    def __init__(self, workers: Workers, tasks: Tasks, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._mention: EntryId | None = None
        self._page_height = 0
        self._loaded = False
        self._has_link = False
        self._saved_text = ""
        self._draft: ReplyDraft | None = None
        self._values: dict[str, str] = {}
        self._snippets: tuple[Snippet, ...] = ()
        self._unconfirmed: dict[EntryId, str] = {}
        self._failed: set[EntryId] = set()
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE_MS)
        self._autosave.timeout.connect(self.flush)
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.setTimerType(Qt.TimerType.PreciseTimer)
        self._latest.setInterval(MOST_WAIT_MS)
        self._latest.timeout.connect(self.flush)
        self._build()
        self._connect()
        bridge.snippets_changed.connect(self._ask_snippets)
        bridge.settings_changed.connect(self._ask_values)
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.flush)
        self._show_nothing()
        self._ask_snippets()

    # building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(8)
        self._layout = layout
        layout.addLayout(self._build_head())
        self.editor = DraftEditor(self)
        self.editor.setMinimumHeight(LEAST_EDITOR)
        layout.addWidget(self.editor, 1)
        self._notice = self._build_notice()
        layout.addWidget(self._notice)
        layout.addLayout(self._build_foot())

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        title = Label(self.tr("Antwortentwurf"), "section", self)
        self._versions = IconButton(self.tr("Frühere Fassungen des Entwurfs"), "clock-counter-clockwise", parent=self)
        self._versions.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._versions_menu = QMenu(self)
        self._versions_menu.aboutToShow.connect(self._fill_versions)
        give_menu(self._versions, self._versions_menu)
        self._snippet_button = MenuButton(self, soft="surface", border="border_strong")
        self._snippet_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._snippet_button.setText(self.tr("Textbausteine"))
        self._snippet_button.setAccessibleName(self.tr("Textbaustein einfügen"))
        self._snippet_button.setToolTip(self.tr("Textbaustein einfügen (Strg+T)"))
        self._snippet_menu = QMenu(self)
        self._snippet_menu.setToolTipsVisible(True)
        give_menu(self._snippet_button, self._snippet_menu)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self._versions)
        row.addWidget(self._snippet_button)
        return row

    def _build_notice(self) -> QFrame:
        """One line between editor and buttons: open placeholders, or what was just done."""
        bar = QFrame(self)
        bar.setObjectName("hintBox")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        self._notice_text = WrapLabel("", "", bar)
        self._notice_text.setMaximumWidth(16_777_215)
        self._notice_action = Button("", "quiet", parent=bar)
        self._notice_action.clicked.connect(self._on_notice_action)
        self._notice_close = IconButton(self.tr("Hinweis schließen"), "x", parent=bar)
        self._notice_close.clicked.connect(self._close_notice)
        row.addWidget(self._notice_text, 1)
        row.addWidget(self._notice_action)
        row.addWidget(self._notice_close)
        self._notice_kind = ""
        bar.hide()
        return bar

    def _build_foot(self) -> QBoxLayout:
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(8)
        self._state = WrapLabel("", "meta", self)
        self._copy = Button(self.tr("Text kopieren"), icon="copy", parent=self)
        self._copy.setToolTip(self.tr("Text kopieren (Strg+Umschalt+C)"))
        self._copy_open = Button(self.tr("Kopieren && Beitrag öffnen"), "primary", "arrow-square-out", self)
        self._copy_open.setAccessibleName(self.tr("Kopieren und Beitrag öffnen"))
        self._copy_open.setToolTip(self.tr("Kopieren und Beitrag öffnen (Strg+Eingabe)"))
        buttons = FlowLayout(to_right=True)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._copy_open)
        self._foot.addWidget(self._state, 1)
        self._foot.addLayout(buttons)
        return self._foot

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_text)
        self.editor.left.connect(self.flush)
        self._copy.clicked.connect(self.copy)
        self._copy_open.clicked.connect(self.copy_and_open)

    # what the page tells

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in order."""
        notice = (self._notice_action, self._notice_close)
        return (self._versions, self._snippet_button, self.editor, *notice, self._copy, self._copy_open)

    @property
    def mention(self) -> EntryId | None:
        """The mention the answer is for."""
        return self._mention

    @property
    def is_unsaved(self) -> bool:
        """Whether words are not confirmed by the writer yet."""
        return bool(self._unconfirmed) or self._is_dirty

    @property
    def _is_dirty(self) -> bool:
        return self._loaded and (self.editor.toPlainText() != self._saved_text or self._mention in self._failed)

    def give_room(self, height: int) -> None:
        """Keep some lines for the editor, as many as the page has to give.

        Args:
            height: Of the page, in pixels.
        """
        self._page_height = height
        line = self.editor.fontMetrics().lineSpacing()
        lines = min(MOST_KEPT_LINES, (height // line - OTHER_LINES) // 2)
        self.editor.setMinimumHeight(max(LEAST_EDITOR, lines * line + 2 * EDITOR_EDGE))

    def open_mention(self, mention: EntryId | None, *, has_link: bool = False) -> None:
        """Write the answer to another mention; what stands in the editor is saved first.

        Args:
            mention: None if none is chosen.
            has_link: Whether its original can be opened.
        """
        self._has_link = has_link
        if mention == self._mention:
            self._show_state()
            return
        self.flush()
        self._close_notice()
        self._mention = mention
        self._loaded = False
        self._draft = None
        self._values = {}
        if mention is None:
            self._show_nothing()
            return
        self._set_text("")
        self.editor.setReadOnly(True)
        self._show_state()
        self._tasks.watch(
            self._workers.read(opened_draft, mention),
            self,
            partial(self._opened, mention),
            partial(self._not_opened, mention),
        )

    @Slot()
    def flush(self) -> None:
        """Hand what is not saved yet to the writer, at once; what could not be saved is tried again."""
        self._autosave.stop()
        self._latest.stop()
        if self._mention is not None and self._is_dirty:
            text = self.editor.toPlainText()
            self._unconfirmed[self._mention] = text
            if len(text) > LONGEST:
                self._tell_too_long(len(text))
            else:
                self._saved_text = text
                self._failed.discard(self._mention)
                self._save(self._mention, text)
            self._show_state()
        again = [mention for mention in self._failed if mention != self._mention]
        self._failed.difference_update(again)
        for mention in again:
            self._save(mention, self._unconfirmed[mention])

    def _save_soon(self) -> None:
        """At the next pause, or soon if there is none."""
        self._autosave.start()
        if not self._latest.isActive():
            self._latest.start()

    def _save(self, mention: EntryId, text: str) -> None:
        self._tasks.watch(
            self._workers.write(replies.save_draft, mention, text),
            self,
            partial(self._saved, mention, text),
            partial(self._not_saved, mention, text),
        )

    def focus_editor(self) -> None:
        """Go to the editor, cursor at the end."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def fill(self, values: dict[str, str]) -> None:
        """Fill in placeholders of the text, as one step that can be undone."""
        filled = fill_placeholders(self.editor.toPlainText(), values)
        self.editor.replace_all(filled)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def known_values(self) -> dict[str, str]:
        """What is known for placeholders of this mention."""
        return dict(self._values)

    # loading and saving

    def _opened(self, mention: EntryId, found: tuple[ReplyDraft | None, dict[str, str]]) -> None:
        if mention != self._mention:
            return
        self._draft, self._values = found
        self._saved_text = self._draft.text if self._draft else ""
        self._set_text(self._unconfirmed.get(mention, self._saved_text))
        self.editor.setReadOnly(False)
        self._loaded = True
        if self._is_dirty:
            self._save_soon()
        self._show_state()
        self._show_open_placeholders()

    def _not_opened(self, mention: EntryId, error: BaseException) -> None:
        if mention == self._mention:
            self._show_notice("failed", messages.sentence(error), "bad")

    def _saved(self, mention: EntryId, text: str, draft: ReplyDraft) -> None:
        if self._unconfirmed.get(mention) == text:
            del self._unconfirmed[mention]
        if mention == self._mention:
            self._draft = draft
            if self._notice_kind == "unsaved":
                self._close_notice()
            self._show_state()

    def _not_saved(self, mention: EntryId, text: str, error: BaseException) -> None:
        """Keep the words: they stay in the editor (or in memory) and are tried again."""
        self._unconfirmed.setdefault(mention, text)
        self._failed.add(mention)
        if mention == self._mention:
            self._show_notice(
                "unsaved",
                self.tr("Der Entwurf ist noch nicht gespeichert. {reason}").format(reason=messages.sentence(error)),
                "bad",
                self.tr("Erneut versuchen"),
            )
            self._show_state()

    def _set_text(self, text: str) -> None:
        """Another text with a fresh undo history; not a change by the user."""
        blocked = self.editor.blockSignals(True)
        self.editor.setPlainText(text)
        self.editor.blockSignals(blocked)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    @Slot()
    def _on_text(self) -> None:
        if not self._loaded:
            return
        if self._is_dirty:
            self._save_soon()
        if self._notice_kind in {"copied", "answered"}:
            self._close_notice()
        self._show_state()
        self._show_open_placeholders()

    # what is shown around the editor

    def _show_nothing(self) -> None:
        self._set_text("")
        self._saved_text = ""
        self.editor.setReadOnly(True)
        self._show_state()

    def _show_state(self) -> None:
        ready = self._loaded and self._mention is not None
        text = self.editor.toPlainText()
        has_text = ready and bool(text.strip())
        self.editor.setEnabled(self._mention is not None)
        self.editor.setPlaceholderText(
            self.tr("Ihre Antwort …")
            if self._mention is not None
            else self.tr("Wählen Sie links eine Erwähnung, um eine Antwort zu schreiben.")
        )
        self._snippet_button.setEnabled(ready)
        self._versions.setEnabled(ready and self._draft is not None and bool(self._draft.versions))
        self._copy.setEnabled(has_text)
        self._copy_open.setEnabled(has_text and self._has_link)
        self._state.setText(self._state_words(text) if ready else "")

    def _state_words(self, text: str) -> str:
        count = formats.number(len(text)) + self.tr(" Zeichen")
        if self._mention in self._failed or len(text) > LONGEST:
            return self.tr("{count} · nicht gespeichert").format(count=count)
        if self._mention in self._unconfirmed or self._is_dirty:
            return self.tr("{count} · wird gespeichert …").format(count=count)
        if self._draft is None:
            return count if text else ""
        return self.tr("{count} · gespeichert\u00a0{time}").format(
            count=count, time=formats.clock_time(self._draft.saved_at)
        )

    def _show_open_placeholders(self) -> None:
        names = open_placeholders(self.editor.toPlainText())
        if not names:
            if self._notice_kind == "placeholders":
                self._close_notice()
            return
        shown = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
        self._show_notice(
            "placeholders",
            self.tr("Noch auszufüllen: {names}").format(names=shown),
            "warning",
            self.tr("Ausfüllen …"),
        )

    def _tell_too_long(self, length: int) -> None:
        self._show_notice(
            "unsaved",
            self.tr(
                "Der Entwurf hat {length} Zeichen und wird erst ab {most} Zeichen oder weniger gespeichert. "
                "Bitte kürzen Sie ihn."
            ).format(length=formats.number(length), most=formats.number(LONGEST)),
            "bad",
        )

    def _show_notice(self, kind: str, text: str, tone: str, action: str = "") -> None:
        is_new = (kind, text) != (self._notice_kind, self._notice_text.text())
        self._notice_kind = kind
        self._notice_text.setText(text)
        self._notice.setAccessibleName(text)
        set_tone(self._notice, tone)
        self._notice_action.setText(action)
        self._notice_action.setVisible(bool(action))
        self._notice_close.setVisible(kind not in {"placeholders", "unsaved"})
        self._notice.show()
        if is_new:
            announce(self._notice, text)

    @Slot()
    def _close_notice(self) -> None:
        self._notice_kind = ""
        self._notice.hide()

    @property
    def notice(self) -> str:
        """The sentence shown between editor and buttons, empty if none."""
        return self._notice_text.text() if self._notice_kind else ""

    @Slot()
    def _on_notice_action(self) -> None:
        match self._notice_kind:
            case "placeholders":
                self.fill_wished.emit(open_placeholders(self.editor.toPlainText()))
            case "copied":
                self.mark_answered()
            case "answered":
                self.undo_wished.emit()
            case "unsaved":
                self.flush()

    # copying

    @Slot()
    def copy(self) -> None:
        """Put the answer on the clipboard; refused while a placeholder is open."""
        self._copy_then(open_after=False)

    @Slot()
    def copy_and_open(self) -> None:
        """Put the answer on the clipboard and open the original."""
        if self._has_link:
            self._copy_then(open_after=True)

    def _copy_then(self, *, open_after: bool) -> None:
        text = self.editor.toPlainText()
        if self._mention is None or not self._loaded or not text.strip():
            return
        names = open_placeholders(text)
        if names:
            self._refuse_copy(names)
            return
        self.flush()
        self._tasks.watch(
            self._workers.write(replies.copy_text, self._mention, text),
            self,
            partial(self._copied, self._mention, open_after),
            self._not_copied,
        )

    def _refuse_copy(self, names: tuple[str, ...]) -> None:
        self._show_notice(
            "placeholders",
            self.tr(
                "Der Text wurde nicht kopiert: {names} ist noch auszufüllen. Ersetzen Sie die markierte Stelle."
            ).format(names="{" + names[0] + "}"),
            "warning",
            self.tr("Ausfüllen …"),
        )
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.select_next_placeholder(from_start=True)

    def _copied(self, mention: EntryId, open_after: bool, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        if mention == self._mention:
            self._show_notice(
                "copied",
                self.tr("Kopiert. Fügen Sie den Text im Beitrag mit Strg+V ein."),
                "good",
                self.tr("Als beantwortet markieren"),
            )
            self._reread_draft()
        if open_after:
            self.open_original.emit()

    def _not_copied(self, error: BaseException) -> None:
        if isinstance(error, InputError) and error.code == "placeholder-open":
            self._refuse_copy(open_placeholders(self.editor.toPlainText()) or (error.detail,))
            return
        self._show_notice("failed", messages.sentence(error), "bad")

    @Slot()
    def mark_answered(self) -> None:
        """Note that the answer was given."""
        if self._mention is None or not self._loaded:
            return
        mention = self._mention
        self.flush()
        self._tasks.watch(
            self._workers.write(answer, mention, self.editor.toPlainText()),
            self,
            partial(self._marked, mention),
        )

    def _marked(self, mention: EntryId, before: Before) -> None:
        if mention == self._mention:
            self._show_notice("answered", self.tr("Als beantwortet markiert."), "good", self.tr("Rückgängig"))
            self._reread_draft()
        self.answered.emit(mention, before)

    def close_answered(self) -> None:
        """The state has changed since: nothing is claimed or offered to be undone any more."""
        if self._notice_kind == "answered":
            self._close_notice()

    def _reread_draft(self) -> None:
        """Learn of the version that copying or answering has added."""
        if self._mention is not None:
            self._tasks.watch(
                self._workers.read(replies.draft, self._mention), self, partial(self._reread, self._mention)
            )

    def _reread(self, mention: EntryId, draft: ReplyDraft | None) -> None:
        if mention == self._mention:
            self._draft = draft
            self._show_state()

    # versions

    @Slot()
    def _fill_versions(self) -> None:
        self._versions_menu.clear()
        versions = self._draft.versions[-MOST_VERSIONS:] if self._draft else ()
        now = formats.utc_now()
        for version in reversed(versions):
            words = self.tr("{when} · {count} Zeichen · {reason}").format(
                when=formats.when(version.at, now),
                count=formats.number(len(version.text)),
                reason=_REASONS[version.reason],
            )
            action = self._versions_menu.addAction(words)
            action.setEnabled(version.text != self.editor.toPlainText())
            action.triggered.connect(lambda _checked, version=version: self.restore(version))

    def restore(self, version: DraftVersion) -> None:
        """Go back to an earlier wording; the present one stays in the undo history."""
        self.flush()
        self.editor.replace_all(version.text)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # snippets

    @Slot()
    def show_snippets(self) -> None:
        """Offer the snippets."""
        if self._snippet_button.isEnabled():
            self._snippet_button.showMenu()

    @Slot()
    def _ask_snippets(self) -> None:
        self._tasks.watch(self._workers.read(replies.snippets), self, self._show_snippet_choices)

    def _show_snippet_choices(self, found: tuple[Snippet, ...]) -> None:
        self._snippets = found
        self._snippet_menu.clear()
        for snippet in found:
            action = self._snippet_menu.addAction(snippet.title.replace("&", "&&"))
            preview = " ".join(snippet.text.split())
            action.setToolTip(preview.replace("<", "‹")[:200])
            action.triggered.connect(lambda _checked, snippet=snippet: self.insert_snippet(snippet))
        if found:
            self._snippet_menu.addSeparator()
        manage = self._snippet_menu.addAction(
            icons.icon("pencil-simple", "text2"), self.tr("Textbausteine verwalten …")
        )
        manage.triggered.connect(self.manage_snippets)

    def insert_snippet(self, snippet: Snippet) -> None:
        """Put a snippet at the cursor, known placeholders filled in, and go to the first open one."""
        if not self._loaded:
            return
        cursor = self.editor.textCursor()
        start = cursor.selectionStart()
        text = fill_placeholders(snippet.text, self._values)
        cursor.insertText(("\n\n" if _wants_paragraph(cursor, text) else "") + text)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        before = self.editor.textCursor()
        before.setPosition(start)
        if placeholder_spans(self.editor.toPlainText()):
            self.editor.setTextCursor(before)
            self.editor.select_next_placeholder()

    @Slot()
    def _ask_values(self) -> None:
        """The firm or person has changed: ask again what is known."""
        if self._mention is not None:
            self._tasks.watch(
                self._workers.read(replies.placeholder_values, self._mention),
                self,
                partial(self._take_values, self._mention),
            )

    def _take_values(self, mention: EntryId, values: dict[str, str]) -> None:
        if mention == self._mention:
            self._values = values

    # Qt's own names

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Going to another page or closing the window is a moment to save."""
        self.flush()
        super().hideEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """High enough for what wraps at the present width."""
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self._layout.minimumHeightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """In a narrow pane the state stands above the buttons."""
        super().resizeEvent(event)
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow the size of type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_foot"):
            self._arrange()
            self.give_room(self._page_height)
            self.updateGeometry()

    def _arrange(self) -> None:
        margin = 16 if self.width() < 460 else 24
        column = 2 * margin + COLUMN * self.fontMetrics().averageCharWidth()
        self._layout.setContentsMargins(margin, 14, margin + max(0, self.width() - column), 16)
        words = self._state.fontMetrics().horizontalAdvance("wird gespeichert …")
        buttons = self._copy.sizeHint().width() + self._copy_open.sizeHint().width()
        needed = buttons + words + 2 * margin + 24
        is_narrow = self.width() < needed
        self._foot.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
