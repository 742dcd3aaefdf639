"""The weekly report on A4: laid out once, painted by one routine on printer, preview and PDF."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from kundenradar.domain.reports import ReportMention, SourceCount, WeekReport
from kundenradar.domain.sentiment import Label
from kundenradar.domain.trends import DayCount
from kundenradar.services import report_words as words
from ui.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, Box, Line, Mark, Style, Text, set_text

LEFT, RIGHT = 56.7, PAGE_WIDTH - 56.7  # 20 mm
TOP, BOTTOM = 82.0, 764.0
WIDTH = RIGHT - LEFT

_TEXT, _TEXT2, _TEXT3 = "#17252C", "#4A5B64", "#56666F"
_GROUND, _HAIR, _STRONG = "#F2F5F7", "#D5DCE1", "#56666F"
_FILLS = {Label.POSITIVE: "#2C7FB8", Label.NEUTRAL: "#B4BEC5", Label.NEGATIVE: "#C8501E"}
_HATCHES = {Label.POSITIVE: "", Label.NEUTRAL: "", Label.NEGATIVE: "#EBA98A"}
_STACK = (Label.NEGATIVE, Label.NEUTRAL, Label.POSITIVE)

_TITLE = Style(21, _TEXT, bold=True, leading=1.2)
_LEAD = Style(9.4, _TEXT2)
_SECTION = Style(11.2, _TEXT, bold=True, leading=1.25)
_BODY = Style(8.6, _TEXT)
_QUOTE = Style(8.6, _TEXT, leading=1.32)
_MUTED = Style(8.6, _TEXT3)
_STRONG_BODY = Style(8.6, _TEXT, bold=True)
_HEAD = Style(7.4, _TEXT2, bold=True)
_META = Style(7.4, _TEXT3)
_LINK = Style(6.8, _TEXT3)
_MARGIN = Style(7.4, _TEXT3)
_CARD_LABEL = Style(7.4, _TEXT2, bold=True)
_CARD_VALUE = Style(17, _TEXT, bold=True, leading=1.2)
_CARD_NOTE = Style(7.0, _TEXT2)
_MENTION_TITLE = Style(9.2, _TEXT, bold=True, leading=1.3)
_IN_BAR = {
    Label.POSITIVE: Style(6.6, "#FFFFFF", bold=True, leading=1.2),
    Label.NEUTRAL: Style(6.6, _TEXT, bold=True, leading=1.2),
    Label.NEGATIVE: Style(6.6, "#FFFFFF", bold=True, leading=1.2),
}

_CHART_HEIGHT = 96.0
_EMPTY_CHART_HEIGHT = 56.0
_MENTION_GAP = 9.0
_QUOTE_LINES = 3
_LEAST_AXIS = 4  # a single mention should not fill the chart
_LEAST_BAR = 0.8  # one among a thousand is still seen
_SECTION_GAP = 15.0
_RIGHT_ALIGNED = Qt.AlignmentFlag.AlignRight
_CENTRED = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Page:
    """One laid-out sheet."""

    marks: tuple[Mark, ...]

    def paint(self, painter: QPainter) -> None:
        """Paint it on a painter whose unit is the point, the sheet's corner at the origin."""
        for mark in self.marks:
            mark.paint(painter)


class _Flow:
    """Fills sheets from the top; what does not fit whole goes to the next one."""

    def __init__(self) -> None:
        self.pages: list[list[Mark]] = [[]]
        self.y = TOP

    def room(self, height: float) -> bool:
        """Whether a block of this height fits on the sheet."""
        return self.y + height <= BOTTOM

    def turn(self) -> None:
        """Go on at the top of a new sheet, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
            self.y = TOP

    def need(self, height: float) -> bool:
        """Turn the sheet if `height` does not fit; True if it was turned."""
        turned = not self.room(height) and bool(self.pages[-1])
        if turned:
            self.turn()
        return turned

    def put(self, *marks: Mark) -> None:
        """Place marks on the sheet."""
        self.pages[-1].extend(marks)

    def write(self, text: str, style: Style, gap: float = 0.0) -> None:
        """A paragraph over the full width, then a gap."""
        text_mark = set_text(text, style, LEFT, self.y, WIDTH)
        self.put(text_mark)
        self.y += text_mark.height + gap


def lay_out(report: WeekReport) -> tuple[Page, ...]:
    """The sheets of a report, at least one. Needs a running QGuiApplication for its fonts."""
    flow = _Flow()
    flow.write("Wochenbericht", _TITLE, gap=4)
    flow.write(words.summary(report), _LEAD, gap=14)
    _put_cards(flow, report)
    _put_chart(flow, report.days)
    if report.sources:
        _put_sources(flow, report.sources)
    if report.causes:
        _put_causes(flow, report)
    if report.mentions:
        _put_mentions(flow, report.mentions)
    for title, harvest in (("Offene Fragen", report.questions), ("Lob und Empfehlungen", report.praise)):
        _put_harvest(flow, title, harvest)
    total = len(flow.pages)
    return tuple(Page((*marks, *_margins(report, index, total))) for index, marks in enumerate(flow.pages, start=1))


def _margins(report: WeekReport, index: int, total: int) -> list[Mark]:
    """Header and footer of a sheet."""
    firm = words.one_line(report.firm)
    left = f"{firm} · Kundenradar" if firm else "Kundenradar"
    right = words.week_line(report.week)
    side = _MARGIN.width(right) + 12
    return [
        set_text(_MARGIN.elided(left, WIDTH - side), _MARGIN, LEFT, 48, WIDTH),
        set_text(right, _MARGIN, LEFT, 48, WIDTH, _RIGHT_ALIGNED),
        Line(LEFT, 63.5, WIDTH, _HAIR),
        Line(LEFT, 777, WIDTH, _HAIR),
        set_text(words.created_line(report.created_at), _MARGIN, LEFT, 784, WIDTH),
        set_text(f"Seite {index} von {total}", _MARGIN, LEFT, 784, WIDTH, _RIGHT_ALIGNED),
    ]


def _put_cards(flow: _Flow, report: WeekReport) -> None:
    gap = 9.0
    width = (WIDTH - 3 * gap) / 4
    notes = [set_text(card.note, _CARD_NOTE, 0, 0, width - 20) for card in words.cards(report)]
    height = 9 + _CARD_LABEL.line + 2 + _CARD_VALUE.line + 2 + max(note.height for note in notes) + 8
    for index, card in enumerate(words.cards(report)):
        x, y = LEFT + index * (width + gap), flow.y
        flow.put(Box(x, y, width, height, _GROUND, radius=4))
        y += 9
        flow.put(set_text(card.label, _CARD_LABEL, x + 10, y, width - 20))
        y += _CARD_LABEL.line + 2
        flow.put(set_text(card.value, _CARD_VALUE, x + 10, y, width - 20))
        y += _CARD_VALUE.line + 2
        flow.put(set_text(card.note, _CARD_NOTE, x + 10, y, width - 20))
    flow.y += height + _SECTION_GAP


def axis_step(highest: int) -> int:
    """Distance of the grid lines: 1, 2 or 5 times a power of ten, so that at most five are needed."""
    step, factor = 1, 0
    while step * 5 < highest:
        factor += 1
        step = (1, 2, 5)[factor % 3] * 10 ** (factor // 3)
    return step


def _put_chart(flow: _Flow, days: Sequence[DayCount]) -> None:
    flow.write("Erwähnungen je Tag", _SECTION, gap=5)
    highest = max((day.total for day in days), default=0)
    if highest == 0:
        _put_empty_chart(flow, days)
        return
    _put_legend(flow)
    step = axis_step(max(highest, _LEAST_AXIS))
    top_value = -(-max(highest, _LEAST_AXIS) // step) * step
    axis_width = _META.width(words.number(top_value)) + 10
    x, width = LEFT + axis_width, WIDTH - axis_width
    y = flow.y + 12  # room for the number above the tallest bar
    scale = _CHART_HEIGHT / top_value
    for value in range(0, top_value + 1, step):
        line_y = y + _CHART_HEIGHT - value * scale
        flow.put(Line(x, line_y, width, _STRONG if value == 0 else _HAIR))
        flow.put(set_text(words.number(value), _META, LEFT, line_y - _META.line / 2, axis_width - 6, _RIGHT_ALIGNED))
    slot = width / len(days)
    for index, day in enumerate(days):
        _put_bar(flow, day, x + index * slot, y + _CHART_HEIGHT, slot, scale)
    flow.y = y + _CHART_HEIGHT + 5 + _META.line + _SECTION_GAP


def _put_empty_chart(flow: _Flow, days: Sequence[DayCount]) -> None:
    ground = flow.y + _EMPTY_CHART_HEIGHT
    middle = flow.y + (_EMPTY_CHART_HEIGHT - _BODY.line) / 2
    flow.put(Line(LEFT, ground, WIDTH, _STRONG))
    flow.put(set_text("Keine Erwähnungen in dieser Woche", _MUTED, LEFT, middle, WIDTH, _CENTRED))
    slot = WIDTH / max(1, len(days))
    for index, day in enumerate(days):
        flow.put(set_text(words.day_label(day.day), _META, LEFT + index * slot, ground + 5, slot, _CENTRED))
    flow.y = ground + 5 + _META.line + _SECTION_GAP


def _put_legend(flow: _Flow) -> None:
    x = LEFT
    for label in reversed(_STACK):
        text = set_text(words.LABEL_WORDS[label], _CARD_NOTE, x + 12, flow.y, 80)
        flow.put(Box(x, flow.y + 1.2, 8, 8, _FILLS[label], radius=1.2, hatched=_HATCHES[label]), text)
        x += 12 + text.width + 18
    flow.y += _CARD_NOTE.line + 2


def _put_bar(flow: _Flow, day: DayCount, x: float, ground: float, slot: float, scale: float) -> None:
    width = slot * 0.52
    left = x + (slot - width) / 2
    counts = {Label.NEGATIVE: day.negative, Label.NEUTRAL: day.neutral, Label.POSITIVE: day.positive}
    y = ground
    for label in _STACK:
        if counts[label] == 0:
            continue
        height = max(counts[label] * scale, _LEAST_BAR)
        y -= height
        gap = min(0.8, height / 3)
        flow.put(Box(left, y, width, height - gap, _FILLS[label], hatched=_HATCHES[label]))
        _put_count(flow, counts[label], label, left, y, width, height - gap)
    if day.total:
        total = words.number(day.total)
        plate = _HEAD.width(total) + 4
        top = y - _HEAD.line - 0.5
        flow.put(Box(x + (slot - plate) / 2, top, plate, _HEAD.line, "#FFFFFF"))  # the grid ends at the number
        flow.put(set_text(total, _HEAD, x, top, slot, _CENTRED))
    flow.put(set_text(words.day_label(day.day), _META, x, ground + 5, slot, _CENTRED))


def _put_count(flow: _Flow, count: int, label: Label, x: float, y: float, width: float, height: float) -> None:
    """The number in a part of a bar, where it fits: so the parts can be told apart without colour."""
    style = _IN_BAR[label]
    if height < style.line + 1:
        return
    middle = y + (height - style.line) / 2
    if _HATCHES[label]:
        plate = style.width(words.number(count)) + 6
        flow.put(Box(x + (width - plate) / 2, middle - 0.2, plate, style.line + 0.4, _FILLS[label], radius=1.5))
    flow.put(set_text(words.number(count), style, x, middle, width, _CENTRED))


_COLUMNS = ("Gesamt", "Positiv", "Neutral", "Negativ")
_COLUMN_WIDTH = 58.0
_NAME_WIDTH = WIDTH - len(_COLUMNS) * _COLUMN_WIDTH
_ROW_PADDING = 3.0


def _put_sources(flow: _Flow, sources: Sequence[SourceCount]) -> None:
    first = _row_height(sources[0].name)
    head = _HEAD.line + 6
    flow.need(_SECTION.line + 5 + head + first)
    flow.write("Nach Quelle", _SECTION, gap=5)
    _put_head(flow)
    sum_row = SourceCount(
        "Alle Quellen",
        sum(source.positive for source in sources),
        sum(source.neutral for source in sources),
        sum(source.negative for source in sources),
    )
    rows = [(source, _BODY) for source in sources]
    if len(sources) > 1:
        rows.append((sum_row, _STRONG_BODY))
    for index, (source, style) in enumerate(rows):
        height = _row_height(source.name)
        # The sum never stands alone on a sheet: its predecessor goes with it.
        is_before_sum = len(rows) > 1 and index == len(rows) - 2
        wanted = height + _row_height(rows[-1][0].name) if is_before_sum else height
        if flow.need(wanted):
            _put_head(flow)
        _put_row(flow, source, style, height)
    flow.y += _SECTION_GAP


def _put_head(flow: _Flow) -> None:
    flow.put(set_text("Quelle", _HEAD, LEFT, flow.y, _NAME_WIDTH))
    for index, name in enumerate(_COLUMNS):
        flow.put(
            set_text(name, _HEAD, LEFT + _NAME_WIDTH + index * _COLUMN_WIDTH, flow.y, _COLUMN_WIDTH, _RIGHT_ALIGNED)
        )
    flow.y += _HEAD.line + 6
    flow.put(Line(LEFT, flow.y - 2, WIDTH, _STRONG, 0.8))


def _name_text(name: str, style: Style, y: float) -> Text:
    return set_text(words.one_line(name) or "Ohne Namen", style, LEFT, y, _NAME_WIDTH - 12, max_lines=3)


def _row_height(name: str) -> float:
    return _name_text(name, _STRONG_BODY, 0).height + 2 * _ROW_PADDING


def _put_row(flow: _Flow, source: SourceCount, style: Style, height: float) -> None:
    y = flow.y + _ROW_PADDING
    flow.put(_name_text(source.name, style, y))
    for index, count in enumerate((source.total, source.positive, source.neutral, source.negative)):
        x = LEFT + _NAME_WIDTH + index * _COLUMN_WIDTH
        flow.put(set_text(words.number(count), style, x, y, _COLUMN_WIDTH, _RIGHT_ALIGNED))
    flow.y += height
    flow.put(Line(LEFT, flow.y, WIDTH, _HAIR))


def _put_mentions(flow: _Flow, mentions: Sequence[ReportMention]) -> None:
    is_first = True
    for mention in mentions:
        marks, height = _mention_block(mention)
        flow.need(height + (_SECTION.line + 8 if is_first else 0))
        if is_first:
            flow.write("Wichtige Beiträge", _SECTION, gap=8)
            is_first = False
        flow.put(*(_moved(mark, flow.y) for mark in marks))
        flow.y += height + _MENTION_GAP


_CAUSE_NAME = 150.0
_CAUSE_BAR = 200.0
_MOST_CAUSES = 4


def _put_causes(flow: _Flow, report: WeekReport) -> None:
    """What was criticised as bars beside the week before; whole on one sheet."""
    row = _BODY.line + 2 * _ROW_PADDING
    lesson = words.lesson(report)
    after = set_text(lesson, _BODY, LEFT, 0, WIDTH).height + 6 if lesson else 0.0
    shown = [cause for cause in report.causes if cause.count][:_MOST_CAUSES]
    flow.need(_SECTION.line + 5 + row * len(shown) + after)
    flow.write("Was kritisiert wurde", _SECTION, gap=5)
    highest = max((cause.count for cause in shown), default=1)
    for cause in shown:
        y = flow.y + _ROW_PADDING
        x = LEFT + _CAUSE_NAME
        name = _BODY.elided(words.one_line(cause.name), _CAUSE_NAME - 12)
        flow.put(set_text(name, _BODY, LEFT, y, _CAUSE_NAME))
        length = max(_LEAST_BAR, _CAUSE_BAR * cause.count / highest)
        flow.put(Box(x, y + 1.5, length, _BODY.line - 3, _FILLS[Label.NEGATIVE], hatched=_HATCHES[Label.NEGATIVE]))
        flow.put(set_text(words.number(cause.count), _STRONG_BODY, x + _CAUSE_BAR + 10, y, 30))
        before = f"Vorwoche {words.number(cause.before)}"
        flow.put(set_text(before, _MUTED, LEFT, y, WIDTH, _RIGHT_ALIGNED))
        flow.y += row
    if lesson:
        flow.y += 4
        flow.write(lesson, _BODY, gap=2)
    flow.y += _SECTION_GAP


def _put_harvest(flow: _Flow, title: str, mentions: Sequence[ReportMention]) -> None:
    """Voices in two lines each, as many as the sheet still holds: they never begin another one."""
    is_first = True
    for mention in mentions:
        quote = words.one_line(mention.quote)
        name = words.title_of(mention)
        text = f"{name}: {quote}" if quote and not quote.startswith(name) else quote or name
        body = set_text(text, _BODY, LEFT + 13, 0, WIDTH - 13, max_lines=2)
        height = body.height + _META.line + 5
        head = _SECTION.line + 6 + (_SECTION_GAP - _MENTION_GAP if is_first else 0)
        if not flow.room(height + (head if is_first else 0)):
            return
        if is_first:
            flow.y += _SECTION_GAP - _MENTION_GAP
            flow.write(title, _SECTION, gap=6)
            is_first = False
        flow.put(
            Box(LEFT, flow.y, 3.2, height - 5, _FILLS[mention.label], radius=1.6),
            _moved(body, flow.y),
            set_text(words.meta_line(mention), _META, LEFT + 13, flow.y + body.height, WIDTH - 13, max_lines=1),
        )
        flow.y += height


def _moved(mark: Text | Box, by: float) -> Mark:
    if isinstance(mark, Text):
        return Text(mark.layout, mark.x, mark.y + by, mark.height, mark.width, mark.colour)
    return Box(mark.x, mark.y + by, mark.width, mark.height, mark.fill, mark.radius, mark.hatched)


def _mention_block(mention: ReportMention) -> tuple[list[Text | Box], float]:
    """A mention with its quote, laid out from y = 0, and its height. Never parted between sheets."""
    x = LEFT + 13
    width = RIGHT - x
    state = set_text(words.status_line(mention), _META, x, 1.6, width, _RIGHT_ALIGNED)
    title_width = width - state.width - 16
    texts = [state, set_text(words.title_of(mention), _MENTION_TITLE, x, 0, title_width, max_lines=4)]
    y = texts[-1].height + 0.5
    for text, style, gap, lines in (
        (words.meta_line(mention), _META, 2.5, 2),
        (words.one_line(mention.quote), _QUOTE, 1.0, _QUOTE_LINES),
        (words.shown_link(mention.link), _LINK, 0.0, 2),
    ):
        if text:
            texts.append(set_text(text, style, x, y, width, max_lines=lines))
            y += texts[-1].height + gap
    height = y
    bar = Box(LEFT, 0, 3.2, height, _FILLS[mention.label], radius=1.6)
    return [bar, *texts], height


def a4() -> QPageLayout:
    """A4 upright without margins: the sheets bring their own."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)


def paint_report(report: WeekReport, device: QPagedPaintDevice, pages: range | None = None) -> None:
    """Paint a report on paper or into a PDF.

    Args:
        report: The week.
        device: Printer or PDF writer; another size than A4 gets the sheet shrunk to fit, centred.
        pages: Sheets to paint, counted from 0; all if None.

    Raises:
        OSError: If the device takes no painting or breaks off (no space, printer gone).
    """
    paint_pages(lay_out(report), device, pages)


def paint_pages(sheets: Sequence[Page], device: QPagedPaintDevice, pages: range | None = None) -> None:
    """Paint laid-out sheets on paper or into a PDF; arguments and errors as in `paint_report`."""
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("device takes no painting")
    try:
        for number, index in enumerate(pages if pages is not None else range(len(sheets))):
            if number and not device.newPage():
                raise OSError("no further page")
            painter.save()
            _fit(painter, device)
            sheets[index].paint(painter)
            painter.restore()
    finally:
        is_whole = painter.end()
    if not is_whole:
        raise OSError("painting broke off")


def _fit(painter: QPainter, device: QPagedPaintDevice) -> None:
    """Make the point the unit and centre the A4 sheet on the device's paper."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    layout = device.pageLayout()
    paper = layout.fullRectPoints()
    wide, high = float(paper.width()), float(paper.height())
    units = painter.viewport()  # what the painter may paint on: the printable part, unless full page
    printable = layout.paintRectPoints()
    per_point = units.width() / max(1.0, float(printable.width()))
    shrink = min(1.0, wide / PAGE_WIDTH, high / PAGE_HEIGHT) if _is_smaller(wide, high) else 1.0
    painter.scale(per_point, per_point)
    painter.translate(-printable.x(), -printable.y())
    painter.translate((wide - PAGE_WIDTH * shrink) / 2, (high - PAGE_HEIGHT * shrink) / 2)
    painter.scale(shrink, shrink)


def _is_smaller(wide: float, high: float) -> bool:
    """Whether the paper is smaller than A4 beyond the rounding of sizes to whole points."""
    return wide < PAGE_WIDTH - 1 or high < PAGE_HEIGHT - 1
