"""Paints one row of the mention list: where and when, title, first words, sentiment and work state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kundenradar.domain.mentions import OPEN_STATUSES, MentionLine, MentionStatus
from ui import formats, icons, theme
from ui.models.mentions import MentionRow, RowRole, Spans, UnfoldedRole
from ui.models.words import (
    CONCERN_ICONS,
    CONCERN_WORDS,
    SENTIMENT_ICONS,
    SENTIMENT_WORDS,
    STATUS_ICONS,
    STATUS_WORDS,
    alike,
    told_concerns,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_LEFT: Final = 18
_RIGHT: Final = 14
_EDGE: Final = 11
_GAP: Final = 4
_DOT: Final = 7
_MOST_CONCERNS: Final = 2
_LEAD: Final = 14
"""Characters kept before a search hit that would stand out of sight."""

_KEPT: Final = 24
"""Pictures of rows that are kept: two windows full, 0.2 MB each."""

_Look = tuple[int, str, bool, str, int, float]
"""Mention, frame, whether unfolded, time in words, width, pixels per logical pixel."""


@dataclass(frozen=True, slots=True)
class _Fonts:
    """Fonts and measures of one size of type; made anew when the theme changes."""

    percent: int
    family: str
    meta: QFont
    title: QFont
    title_seen: QFont
    body: QFont
    chip: QFont
    meta_size: QFontMetrics
    title_size: QFontMetrics
    title_seen_size: QFontMetrics
    body_size: QFontMetrics
    chip_size: QFontMetrics

    @property
    def chip_height(self) -> int:
        return self.chip_size.height() + 6

    @property
    def row_height(self) -> int:
        return (
            2 * _EDGE
            + self.meta_size.height()
            + self.title_size.height()
            + self.body_size.height()
            + self.chip_height
            + 3 * _GAP
        )


def _frame(state: QStyle.StateFlag) -> str:
    """What is drawn around a row: chosen, chosen and focused, focused, under the mouse, or nothing."""
    has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
    if state & QStyle.StateFlag.State_Selected:
        return "chosen here" if has_focus and state & QStyle.StateFlag.State_Active else "chosen"
    if has_focus:
        return "here"
    return "near" if state & QStyle.StateFlag.State_MouseOver else ""


def _fonts() -> _Fonts:
    look = theme.current()
    meta, title, seen = look.font("meta"), look.font("body", semibold=True), look.font("body")
    seen.setWeight(QFont.Weight.Medium)
    body = look.font("body")
    return _Fonts(
        look.font_percent,
        body.family(),
        meta,
        title,
        seen,
        body,
        meta,
        QFontMetrics(meta),
        QFontMetrics(title),
        QFontMetrics(seen),
        QFontMetrics(body),
        QFontMetrics(meta),
    )


class MentionDelegate(QStyledItemDelegate):
    """Rows of one height, painted in the colours of the theme in force."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fonts = _fonts()
        self._pictures: dict[_Look, tuple[MentionRow, QPixmap]] = {}
        theme.current().changed.connect(self._renew)

    def _renew(self) -> None:
        self._fonts = _fonts()
        self._pictures.clear()

    @property
    def row_height(self) -> int:
        """Height of every row in pixels at the present size of type."""
        return self._fonts.row_height

    def sizeHint(  # noqa: N802 (Qt's name)
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 (Qt's signature)
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 (Qt's signature)
    ) -> QSize:
        """The same for all rows."""
        return QSize(200, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row, as a picture kept from last time if it looks the same; grey bars while its line is being read."""
        area, frame, row = QRect(option.rect), _frame(option.state), index.data(RowRole)
        if not isinstance(row, MentionRow):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, area, frame, theme.current())
            self._paint_waiting(painter, area, theme.current())
            painter.restore()
            return
        ratio = painter.device().devicePixelRatioF()
        is_unfolded = bool(index.data(UnfoldedRole))
        when = formats.when(row.line.at, formats.utc_now())
        look = (row.line.id, frame, is_unfolded, when, area.width(), ratio)
        kept = self._pictures.pop(look, None)
        if kept is None or kept[0] != row:
            kept = row, self._picture(row, frame, when, area.size(), ratio, is_unfolded=is_unfolded)
        self._pictures[look] = kept  # the last one: the first ones go first
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        painter.drawPixmap(area.topLeft(), kept[1])

    def _picture(
        self, row: MentionRow, frame: str, when: str, size: QSize, ratio: float, *, is_unfolded: bool
    ) -> QPixmap:
        look = theme.current()
        made = QPixmap((QSizeF(size) * ratio).toSize())
        made.setDevicePixelRatio(ratio)
        made.fill(look.color("surface"))  # opaque, so that type is as sharp as on the window itself
        area = QRect(QPoint(0, 0), size)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, frame, look)
        self._paint_row(painter, area, row, look, when, is_chosen=frame.startswith("chosen"), is_unfolded=is_unfolded)
        painter.end()
        return made

    def _paint_ground(self, painter: QPainter, area: QRect, frame: str, look: theme.Theme) -> None:
        edge = QRectF(area).adjusted(1.5, 2, -1.5, -3)
        painter.fillRect(area, look.color("surface"))  # over the panel the view paints for selected rows
        if frame.startswith("chosen"):
            painter.setPen(QPen(look.color("accent"), 2.0 if frame == "chosen here" else 1.0))
            painter.setBrush(look.color("accent_soft"))
            painter.drawRoundedRect(edge, 9, 9)
            return
        if frame == "here":
            painter.setPen(QPen(look.color("accent"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(edge, 9, 9)
        elif frame == "near":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("surface2"))
            painter.drawRoundedRect(edge, 9, 9)
        line = QRect(area.left() + _LEFT, area.bottom(), area.width() - _LEFT - _RIGHT + 6, 1)
        painter.fillRect(line, look.color("border"))

    def _paint_waiting(self, painter: QPainter, area: QRect, look: theme.Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("neutral_soft"))
        width = area.width() - _LEFT - _RIGHT
        top = area.top() + _EDGE + 3
        for share, step in ((0.45, 20), (0.8, 20), (0.95, 22)):
            painter.drawRoundedRect(QRectF(area.left() + _LEFT, top, width * share, 9), 4, 4)
            top += step

    def _paint_row(
        self,
        painter: QPainter,
        area: QRect,
        row: MentionRow,
        look: theme.Theme,
        when: str,
        *,
        is_chosen: bool,
        is_unfolded: bool,
    ) -> None:
        fonts, line = self._fonts, row.line
        left, width = area.left() + _LEFT, area.width() - _LEFT - _RIGHT
        top = area.top() + _EDGE
        self._paint_meta(painter, QRect(left, top, width, fonts.meta_size.height()), row, look, when)
        top += fonts.meta_size.height() + _GAP
        if not line.seen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            middle = top + fonts.title_size.height() / 2
            painter.drawEllipse(QPointF(area.left() + _LEFT / 2, middle), _DOT / 2, _DOT / 2)
        title, size = (fonts.title_seen, fonts.title_seen_size) if line.seen else (fonts.title, fonts.title_size)
        painter.setFont(title)
        painter.setPen(look.color("text"))
        words, hits = (line.title, row.title_hits) if line.title else (self.tr("Beitrag ohne Titel"), ())
        _paint_text(painter, size, QRect(left, top, width, size.height()), words, hits, look)
        top += fonts.title_size.height() + _GAP - 1
        painter.setFont(fonts.body)
        painter.setPen(look.color("text2"))
        _paint_text(
            painter,
            fonts.body_size,
            QRect(left, top, width, fonts.body_size.height()),
            line.snippet,
            row.snippet_hits,
            look,
        )
        top += fonts.body_size.height() + _GAP + 1
        ground = "surface" if is_chosen else f"{line.label.value}_soft"
        marks = QRect(left, top, width, fonts.chip_height)
        self._paint_marks(painter, marks, row, look, ground, is_unfolded=is_unfolded)

    def _paint_meta(self, painter: QPainter, area: QRect, row: MentionRow, look: theme.Theme, when: str) -> None:
        fonts, line = self._fonts, row.line
        painter.setFont(fonts.meta)
        painter.setPen(look.color("text2"))
        when_width = fonts.meta_size.horizontalAdvance(when)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), when)
        room = area.width() - when_width - 12
        shown = _source_and_author(fonts.meta_size, line.source_name, line.author, room)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_marks(
        self, painter: QPainter, area: QRect, row: MentionRow, look: theme.Theme, ground: str, *, is_unfolded: bool
    ) -> None:
        fonts, line = self._fonts, row.line
        name = line.label.value
        icon = fonts.chip_size.height()
        painter.setFont(fonts.chip)
        word = SENTIMENT_WORDS[line.label]
        if line.by_human:
            word += " · von Ihnen"
        chip = QRectF(area.left(), area.top(), icon + fonts.chip_size.horizontalAdvance(word) + 18, area.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(ground))
        painter.drawRoundedRect(chip, area.height() / 2, area.height() / 2)
        icons.paint(
            painter,
            SENTIMENT_ICONS[line.label],
            QRectF(chip.left() + 6, chip.center().y() - icon / 2, icon, icon),
            f"{name}_text",
        )
        painter.setPen(look.color(f"{name}_text"))
        painter.drawText(
            chip.adjusted(icon + 9, 0, 0, 0),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            word,
        )
        right = float(area.right() + 1)
        for name in _badges(line):
            token = "accent" if name == "bookmark-simple-fill" else "text3"
            icons.paint(painter, name, QRectF(right - icon, chip.center().y() - icon / 2, icon, icon), token)
            right -= icon + 8
        if line.copies:
            right = self._paint_copies(painter, area, row, look, is_unfolded=is_unfolded) - 8
        left = self._paint_concerns(painter, QRectF(chip.right() + 8, area.top(), right, area.height()), row, look)
        self._paint_state(painter, QRectF(left + 2, area.top(), right, area.height()), row, look)

    def copies_area(self, area: QRect, row: MentionRow) -> QRect:
        """Where a row in this area shows how many alike there are; empty if there are none."""
        line, fonts = row.line, self._fonts
        if not line.copies:
            return QRect()
        icon = fonts.chip_size.height()
        right = area.right() + 1 - _RIGHT - len(_badges(line)) * (icon + 8)
        width = fonts.chip_size.horizontalAdvance(alike(line.copies)) + icon + 18
        top = area.top() + fonts.row_height - _EDGE - fonts.chip_height
        return QRect(right - width, top, width, fonts.chip_height)

    def _paint_copies(
        self, painter: QPainter, marks: QRect, row: MentionRow, look: theme.Theme, *, is_unfolded: bool
    ) -> float:
        """The chip of the copies with an arrow; returns its left edge."""
        fonts = self._fonts
        whole = QRect(marks.left() - _LEFT, 0, marks.width() + _LEFT + _RIGHT, fonts.row_height)
        chip = QRectF(self.copies_area(whole, row))
        chip.moveTop(marks.top())
        icon = fonts.chip_size.height()
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), chip.height() / 2, chip.height() / 2)
        arrow = "caret-down" if is_unfolded else "caret-right"
        icons.paint(painter, arrow, QRectF(chip.left() + 6, chip.center().y() - icon / 2, icon, icon), "text2")
        painter.setPen(look.color("text2"))
        painter.drawText(
            chip.adjusted(icon + 8, 0, 0, 0),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            alike(row.line.copies),
        )
        return chip.left()

    def concerns_that_fit(self, row: MentionRow, left: float, right: float) -> list[tuple[str, str, str]]:
        """Icon, word and tone of the marks there is room for: danger first; others do not push the state out."""
        fonts, line = self._fonts, row.line
        icon = fonts.chip_size.height()
        state = self._state(row)
        kept = icon + 6 + fonts.chip_size.horizontalAdvance(state[1]) if state is not None else 0
        marks = [("warning-octagon", self.tr("Gefahr"), "negative")] if line.safety else []
        marks += [(CONCERN_ICONS[one], CONCERN_WORDS[one], "neutral") for one in told_concerns(line)]
        fitting = []
        for mark in marks[:_MOST_CONCERNS]:
            width = icon + fonts.chip_size.horizontalAdvance(mark[1]) + 18
            if left + width > right - (0 if mark[2] == "negative" else kept):
                break
            fitting.append(mark)
            left += width + 8
        return fitting

    def _paint_concerns(self, painter: QPainter, area: QRectF, row: MentionRow, look: theme.Theme) -> float:
        """The marks there is room for; returns where the next one may begin.

        Args:
            painter: Paints.
            area: Begins where there is room; its width is the right edge.
            row: The row.
            look: Colours.
        """
        fonts, left = self._fonts, area.left()
        icon = fonts.chip_size.height()
        for name, word, tone in self.concerns_that_fit(row, left, area.width()):
            width = icon + fonts.chip_size.horizontalAdvance(word) + 18
            chip = QRectF(left, area.top(), width, area.height())
            painter.setPen(QPen(look.color("negative" if tone == "negative" else "border_strong"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), chip.height() / 2, chip.height() / 2)
            place = QRectF(chip.left() + 6, chip.center().y() - icon / 2, icon, icon)
            icons.paint(painter, name, place, f"{tone}_text")
            painter.setPen(look.color("negative_text" if tone == "negative" else "text2"))
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(chip.adjusted(icon + 9, 0, 0, 0), flags, word)
            left += width + 8
        return left

    def _state(self, row: MentionRow) -> tuple[str, str] | None:
        """Icon and word of the status (but the usual "Neu"), or "Eigener Beitrag"."""
        line = row.line
        if line.own:
            return "user", self.tr("Eigener Beitrag")
        if line.same_as is not None:
            return "copy", self.tr("Gleiche Meldung")
        if line.status is not MentionStatus.NEW:
            return STATUS_ICONS[line.status], STATUS_WORDS[line.status]
        return None

    def _paint_state(self, painter: QPainter, area: QRectF, row: MentionRow, look: theme.Theme) -> None:
        """What `_state` says."""
        state = self._state(row)
        if state is None:
            return
        fonts, (icon_name, word) = self._fonts, state
        icon = fonts.chip_size.height()
        middle = area.center().y()
        icons.paint(painter, icon_name, QRectF(area.left(), middle - icon / 2, icon, icon), "text3")
        painter.setPen(look.color("text3"))
        room = int(area.width() - area.left() - icon - 4)
        painter.drawText(
            QRectF(area.left() + icon + 4, area.top(), room, area.height()),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            fonts.chip_size.elidedText(word, Qt.TextElideMode.ElideRight, room),
        )


def _badges(line: MentionLine) -> list[str]:
    """Icons at the right edge of a row, from the right."""
    wanted = (
        ("bookmark-simple-fill", line.bookmarked),
        ("pencil-simple", line.has_draft and line.status in OPEN_STATUSES),
        ("eye-slash", line.gone),
    )
    return [name for name, is_there in wanted if is_there]


def _source_and_author(size: QFontMetrics, source: str, author: str, room: int) -> str:
    """Both on one line; where there is no room the source gives way first, down to half of it."""
    middle = "  ·  "
    source, author = " ".join(source.split()), " ".join(author.split())  # a line break would make two lines
    if not author:
        return size.elidedText(source, Qt.TextElideMode.ElideRight, room)
    room -= size.horizontalAdvance(middle)
    for_source = max(room // 2, room - size.horizontalAdvance(author))
    shown = size.elidedText(source, Qt.TextElideMode.ElideRight, for_source)
    for_author = room - size.horizontalAdvance(shown)
    return shown + middle + size.elidedText(author, Qt.TextElideMode.ElideRight, for_author)


def _paint_text(painter: QPainter, size: QFontMetrics, area: QRect, text: str, hits: Spans, look: theme.Theme) -> None:
    """One elided line; search hits stand on a coloured, underlined ground, the first one in sight."""
    shown = size.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    kept = len(shown) - 1 if shown != text else len(shown)
    if hits and hits[0][1] > kept:
        text, hits = _from_hit(text, hits)
        shown = size.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        kept = len(shown) - 1 if shown != text else len(shown)
    for start, end in hits:
        if start >= kept:
            break
        x = area.left() + size.horizontalAdvance(shown[:start])
        width = size.horizontalAdvance(shown[start : min(end, kept)])
        ground = QRectF(x - 1, area.top(), width + 2, area.height())
        painter.fillRect(ground, look.color("warning_soft"))
        painter.fillRect(QRectF(x, area.bottom(), width, 1.5), look.color("warning"))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def _from_hit(text: str, hits: Spans) -> tuple[str, Spans]:
    """The text from shortly before its first hit on, with the hits where they stand then."""
    start = text.rfind(" ", 0, max(0, hits[0][0] - _LEAD)) + 1
    if start == 0:
        return text, hits
    moved = 2 - start
    return "… " + text[start:], tuple((first + moved, last + moved) for first, last in hits)
