"""Rows, menus, histories: what the page of mentions is made of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.mentions import (
    EntryId,
    EntryVersion,
    FacetCounts,
    Judgement,
    MentionFilter,
    MentionLine,
    MentionStatus,
)
from kundenradar.domain.sentiment import Label, Sentiment, human_judgement
from kundenradar.domain.sources import SourceId, SourceKind
from kundenradar.domain.understanding import Concern
from tests.gui.fakes import NOW, FakeWorkers, line_of
from tests.gui.looks import clipped, unnamed
from ui import formats, icons, theme
from ui.dialogs.mention_history import JudgementsDialog, VersionsDialog
from ui.models import words
from ui.models.mentions import MentionListModel, MentionRow, RowRole, UnfoldedRole
from ui.tasks import Tasks
from ui.widgets.filter_bar import FilterBar
from ui.widgets.flow import FlowLayout
from ui.widgets.mention_delegate import MentionDelegate, _from_hit, _source_and_author
from ui.widgets.mention_detail import MentionDetail
from ui.widgets.mention_list import MentionList
from ui.widgets.mention_sidebar import MentionSidebar, places


@pytest.fixture
def line(workers: FakeWorkers) -> MentionLine:
    return line_of(workers.world.mentions[max(workers.world.mentions)])


@pytest.fixture
def rows(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks) -> Iterator[MentionList]:
    model = MentionListModel(workers, tasks)  # type: ignore[arg-type]
    made = MentionList(model)
    qtbot.addWidget(made)
    made.resize(368, 600)
    made.show()
    with qtbot.waitSignal(model.counted):
        model.show(MentionFilter())
    yield made
    qtbot.waitUntil(lambda: tasks.pending == 0)


def painted(
    rows: MentionList, row: MentionRow | None, *, chosen: bool = False, delegate: MentionDelegate | None = None
) -> QImage:
    """One row as the delegate paints it."""
    image = QImage(360, 110, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.magenta)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 360, 102)
    option.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Active
    if chosen:
        option.state |= QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus

    class Index:
        def data(self, role: int) -> MentionRow | None:
            assert role in {RowRole, UnfoldedRole}
            return row if role == RowRole else None

    painter = QPainter(image)
    (delegate or MentionDelegate(rows)).paint(painter, option, Index())  # type: ignore[arg-type]
    painter.end()
    return image


def colors(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(102)}


def test_every_icon_of_the_page_exists() -> None:
    names = {*words.SENTIMENT_ICONS.values(), *words.STATUS_ICONS.values(), *words.KIND_ICONS.values()}
    for name in names | {
        "bookmark-simple-fill",
        "user",
        "warning",
        "caret-down-bold",
        "copy",
        "pencil-simple",
        "eye-slash",
    }:
        assert not icons.outline(name).isEmpty()
    assert set(words.KIND_ICONS) == set(SourceKind)
    assert set(words.STATUS_WORDS) == set(words.STATUS_ICONS) == set(MentionStatus)


def test_unread_and_chosen_rows_look_so(rows: MentionList, line: MentionLine) -> None:
    tokens = theme.current().tokens
    unread = colors(painted(rows, MentionRow(replace(line, seen=False, bookmarked=False))))
    read = colors(painted(rows, MentionRow(replace(line, seen=True, bookmarked=False))))
    assert tokens.accent.lower() in unread
    assert tokens.accent.lower() not in read
    chosen = painted(rows, MentionRow(line), chosen=True)
    assert chosen.pixelColor(200, 95).name() == tokens.accent_soft.lower()
    assert chosen.pixelColor(0, 0).name() == tokens.surface.lower(), "nothing shines out behind the corners"


def test_search_hits_are_marked_in_the_row(rows: MentionList, line: MentionLine) -> None:
    tokens = theme.current().tokens
    plain = colors(painted(rows, MentionRow(line)))
    marked = colors(painted(rows, MentionRow(line, title_hits=((0, 4),))))
    assert tokens.warning_soft.lower() not in plain
    assert tokens.warning_soft.lower() in marked


def test_a_row_that_is_being_read_shows_bars(rows: MentionList) -> None:
    assert theme.current().tokens.neutral_soft.lower() in colors(painted(rows, None))


@pytest.mark.parametrize("status", list(MentionStatus))
def test_every_state_can_be_painted(rows: MentionList, line: MentionLine, status: MentionStatus) -> None:
    for label in Label:
        row = MentionRow(
            replace(line, status=status, label=label, bookmarked=True, by_human=True, own=label is Label.NEUTRAL)
        )
        assert len(colors(painted(rows, row))) > 3


def test_a_hit_out_of_sight_comes_into_sight() -> None:
    text = "Wort " * 30 + "Heizung kaputt"
    start = text.index("Heizung")
    moved, hits = _from_hit(text, ((start, start + 7),))
    assert moved.startswith("… ")
    assert moved[hits[0][0] : hits[0][1]] == "Heizung"
    assert hits[0][0] < 30


def test_the_source_gives_way_before_the_author(qtbot: QtBot) -> None:
    size = QFontMetrics(theme.current().font("meta"))
    room = 200
    shown = _source_and_author(size, "Ein sehr langer Name einer Quelle im Netz", "Sparbrötchen", room)
    assert shown.endswith("Sparbrötchen")
    assert size.horizontalAdvance(shown) <= room
    both_long = _source_and_author(size, "Quelle " * 9, "Verfasser " * 9, room)
    assert size.horizontalAdvance(both_long) <= room + 2
    assert _source_and_author(size, "Quelle", "", room) == "Quelle"


def test_many_rows_are_selected_by_range(rows: MentionList, workers: FakeWorkers) -> None:
    rows.selectAll()
    assert rows.selected_count() == len(workers.world.mentions)
    assert len(rows.selected_ids()) == rows.selected_count()


def test_a_row_that_is_not_there_cannot_be_opened(rows: MentionList) -> None:
    before = rows.current_id()
    rows.open_row(10**6)
    rows.open_row(-1)
    assert rows.current_id() == before
    rows.keyboardSearch("x")
    assert rows.current_id() == before


@pytest.fixture
def detail(qtbot: QtBot, workers: FakeWorkers) -> MentionDetail:
    made = MentionDetail()
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.show()
    made.show_mention(workers.world.mentions[max(workers.world.mentions)])
    return made


def test_the_hour_and_its_word_stay_together(detail: MentionDetail) -> None:
    assert detail._mention is not None
    assert re.search(r"\d:\d\d\u00a0Uhr", detail._meta_line(detail._mention))


def test_the_menus_of_a_mention_ask_for_what_they_say(detail: MentionDetail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(detail.sentiment_wished) as asked:
        detail._sentiment_actions[Label.NEGATIVE].trigger()
    assert asked.args == [Label.NEGATIVE]
    with qtbot.waitSignal(detail.status_wished) as moved:
        detail._status_actions[MentionStatus.IN_PROGRESS].trigger()
    assert moved.args == [MentionStatus.IN_PROGRESS]
    assert not detail._back_to_model.isEnabled(), "the model's own judgement needs no way back"
    with qtbot.waitSignal(detail.bookmark_wished) as marked:
        detail._bookmark.click()
    assert marked.args == [True]
    with qtbot.waitSignal(detail.status_wished) as done:
        detail._done.click()
    assert done.args == [MentionStatus.DONE]


def test_a_person_s_judgement_can_be_taken_back(detail: MentionDetail, qtbot: QtBot, workers: FakeWorkers) -> None:
    found = workers.world.mentions[max(workers.world.mentions)]
    detail.show_mention(replace(found, sentiment=human_judgement(Label.NEGATIVE), status=MentionStatus.DONE))
    assert detail._sentiment.text() == "Negativ · von Ihnen"
    with qtbot.waitSignal(detail.sentiment_wished) as asked:
        detail._back_to_model.trigger()
    assert asked.args == [None]
    with qtbot.waitSignal(detail.status_wished) as again:
        detail._done.click()
    assert again.args == [MentionStatus.IN_PROGRESS]


def test_an_edited_entry_says_so(detail: MentionDetail, qtbot: QtBot, workers: FakeWorkers) -> None:
    assert not detail._edited.isVisible()
    found = workers.world.mentions[max(workers.world.mentions)]
    detail.show_mention(replace(found, entry=replace(found.entry, versions=2)))
    assert detail._edited.text() == "geändert, 2 Fassungen"
    with qtbot.waitSignal(detail.versions_wished):
        detail._edited.click()


def test_markup_in_a_title_is_shown_not_run(detail: MentionDetail, workers: FakeWorkers) -> None:
    found = workers.world.mentions[max(workers.world.mentions)]
    entry = replace(found.entry, title="<img src='file:///x'>\u202e<b>fett</b>", author="<i>x</i>")
    detail.show_mention(replace(found, entry=entry, source_name="<u>Quelle</u>"))
    assert detail._title.text() == "<img src='file:///x'><b>fett</b>"
    for label in detail.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<" not in detail._meta.toolTip()


def test_the_text_stays_where_it_is_when_only_the_state_changes(detail: MentionDetail, workers: FakeWorkers) -> None:
    found = workers.world.mentions[max(workers.world.mentions)]
    long = replace(found, entry=replace(found.entry, html="", text="Zeile\n" * 200))
    detail.show_mention(long)
    QApplication.processEvents()
    bar = detail.area.verticalScrollBar()
    bar.setValue(300)
    assert bar.value() == 300
    detail.show_mention(replace(long, bookmarked=True))
    QApplication.processEvents()
    assert bar.value() == 300


def test_earlier_wordings_can_be_read(qtbot: QtBot, workers: FakeWorkers) -> None:
    found = workers.world.mentions[max(workers.world.mentions)]
    parent = QWidget()
    qtbot.addWidget(parent)
    versions = (EntryVersion(1, "Alter Titel", "Alter Text", None, NOW - timedelta(hours=2)),)
    dialog = VersionsDialog(found, versions, parent)
    dialog.open()
    assert dialog._title.text() == "Alter Titel"
    assert dialog.text.toPlainText() == "Alter Text"
    dialog.list.setCurrentRow(0)
    assert dialog._title.text() == found.entry.title
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
    dialog.findChild(QPushButton).click()


def test_the_history_of_a_judgement_names_who_judged(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    judgements = (
        Judgement(NOW - timedelta(days=1), Sentiment(Label.NEGATIVE, -0.55, 0.8, "textblob-de 0.4.3")),
        Judgement(NOW, human_judgement(Label.NEUTRAL)),
    )
    dialog = JudgementsDialog(judgements, parent)
    dialog.open()
    shown = [[dialog.table.item(row, column).text() for column in range(4)] for row in range(2)]
    assert shown[0][1:] == ["Neutral", "–", "Ihnen"]
    assert shown[1][1:] == ["Negativ", formats.score(-0.55), "Kundenradar"]
    assert "textblob-de 0.4.3" in dialog.table.item(1, 3).toolTip()
    assert clipped(dialog) == []
    dialog.accept()
    empty = JudgementsDialog((), parent)
    empty.open()
    assert not empty.table.isVisible()
    empty.accept()


def test_a_flow_breaks_where_there_is_no_room(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    flow = FlowLayout(ground, gap=10, row_gap=5, to_right=True)
    for _ in range(3):
        part = QWidget()
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(319) == 45
    assert flow.heightForWidth(50) == 70
    assert flow.sizeHint().width() == 320
    assert flow.minimumSize().width() == 100
    ground.resize(400, 60)
    ground.show()
    assert flow.itemAt(2) is not None
    assert [flow.itemAt(n).geometry().x() for n in range(3)] == [80, 190, 300]
    assert flow.itemAt(3) is None
    assert flow.takeAt(5) is None
    assert flow.takeAt(2) is not None
    assert flow.count() == 2


def test_what_is_being_typed_stays_when_sources_arrive(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.changed) as told:
        bar.search.setText("Hei")
        bar.show_choices((), ())
    assert bar.search.text() == "Hei"
    assert told.args[0].expression == "Hei"


def test_what_was_done_is_not_pushed_out_by_what_was_wanted(rows: MentionList, line: MentionLine) -> None:
    delegate = MentionDelegate(rows)
    asked = replace(line, concerns=(Concern.QUESTION, Concern.PRAISE), safety=(), label=Label.NEUTRAL)
    asked = replace(asked, status=MentionStatus.NEW, own=False, same_as=None)
    done = replace(asked, status=MentionStatus.ANSWERED)
    danger = replace(done, safety=("Gasgeruch",))

    def told(one: MentionLine, right: float) -> list[str]:
        return [word for _, word, _ in delegate.concerns_that_fit(MentionRow(one), 0, right)]

    enough = next(room for room in range(40, 400) if told(asked, room) == ["Frage", "Lob"])
    assert told(done, enough) != ["Frage", "Lob"]
    assert told(done, enough + 120) == ["Frage", "Lob"]
    assert told(danger, 90)[:1] == ["Gefahr"]


def test_a_row_that_looks_the_same_is_not_drawn_again(rows: MentionList, line: MentionLine) -> None:
    delegate = rows._delegate
    rows.resize(420, 600)
    rows.viewport().repaint()
    before = {look: kept[1].cacheKey() for look, kept in delegate._pictures.items()}
    assert before
    rows.viewport().repaint()
    assert {look: kept[1].cacheKey() for look, kept in delegate._pictures.items()} == before


def test_a_row_that_changed_is_drawn_again(rows: MentionList, line: MentionLine) -> None:
    one = MentionDelegate(rows)
    plain = painted(rows, MentionRow(line), delegate=one)
    assert painted(rows, MentionRow(line), delegate=one) == plain
    assert painted(rows, MentionRow(replace(line, title="Ganz anders")), delegate=one) != plain
    assert painted(rows, MentionRow(line), chosen=True, delegate=one) != plain
    assert painted(rows, MentionRow(line), delegate=one) == plain
    theme.current().apply("dark", 100)
    assert painted(rows, MentionRow(line), delegate=one) != plain


def test_no_more_pictures_are_kept_than_two_windows_hold(rows: MentionList, line: MentionLine) -> None:
    one = MentionDelegate(rows)
    for number in range(60):
        painted(rows, MentionRow(replace(line, id=EntryId(number))), delegate=one)
    assert len(one._pictures) == 24


def test_where_sources_add_up_to_more_the_sidebar_says_why() -> None:
    once = FacetCounts(total=5, by_source={SourceId(1): 3, SourceId(2): 2})
    twice = FacetCounts(total=4, by_source={SourceId(1): 3, SourceId(2): 2})
    notes = [next(place.note for place in places(counts, (), ()) if place.key == "all") for counts in (once, twice)]
    assert notes[0] == ""
    assert "zählen hier einmal" in notes[1]


def test_places_that_stay_the_same_are_not_painted_again(qtbot: QtBot, workers: FakeWorkers) -> None:
    sidebar = MentionSidebar()
    qtbot.addWidget(sidebar)
    counts = FacetCounts(total=9, open=4)
    sidebar.show_places(counts, (), ())
    told: list[int] = []
    sidebar._model.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    sidebar.show_places(counts, (), ())
    assert told == []
    sidebar.show_places(replace(counts, open=5), (), ())
    assert set(told) == {2}
    assert sidebar._row(2).count == 5


@pytest.mark.parametrize(("width", "percent"), [(508, 150), (420, 120), (360, 100), (700, 100)])
def test_the_states_of_a_mention_stay_in_one_row_and_no_command_is_lost(
    detail: MentionDetail, width: int, percent: int, qtbot: QtBot
) -> None:
    theme.current().apply("light", percent)
    detail.resize(width, 500)
    QApplication.processEvents()
    assert detail._status.y() == detail._sentiment.y()
    assert clipped(detail._sentiment) == clipped(detail._status) == []
    assert "(" in detail._sentiment.accessibleName()  # the score is told though it may not be seen
    if detail._done.isVisible():
        assert not detail._fold_done.isVisible()
        return
    assert detail._fold_done.text() == "Erledigt\tE"
    with qtbot.waitSignal(detail.status_wished) as moved:
        detail._fold_done.trigger()
    assert moved.args == [MentionStatus.DONE]
    with qtbot.waitSignal(detail.original_wished):
        detail._fold_original.trigger()


def test_a_mention_without_a_title_says_so(rows: MentionList, line: MentionLine) -> None:
    untitled, named = (painted(rows, MentionRow(replace(line, title=title))) for title in ("", "Beitrag ohne Titel"))
    assert untitled == named


def test_names_with_line_breaks_stay_on_one_line(qtbot: QtBot) -> None:
    size = QFontMetrics(theme.current().font("meta"))
    assert _source_and_author(size, "Forum\nRhein", "a\r\nb\tc\u2028d", 1000) == "Forum Rhein  ·  a b c d"
