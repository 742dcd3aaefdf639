"""The list model: a window over keys."""

from array import array
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kundenradar.domain.mentions import EntryId, MentionFilter, MentionStatus
from kundenradar.domain.sentiment import Label
from kundenradar.services import review
from tests.gui.fakes import NOW, FakeWorkers
from ui.models.mentions import (
    KEPT,
    MOST_SPLICES,
    PAGE,
    IdRole,
    MentionListModel,
    MentionRow,
    RowRole,
    difference,
    position,
)
from ui.tasks import Tasks


@pytest.fixture
def model(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks) -> MentionListModel:
    made = MentionListModel(workers, tasks)  # type: ignore[arg-type]
    made._tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


EVERYTHING = MentionFilter()


def shown(qtbot: QtBot, model: MentionListModel, wanted: MentionFilter = EVERYTHING) -> None:
    with qtbot.waitSignal(model.counted):
        model.show(wanted)


def settled(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.pending == 0)


def applied(old: list[int], new: list[int]) -> list[int]:
    """The old list after all changes, bottom up as the model makes them."""
    result = array("q", old)
    for splice in reversed(difference(array("q", old), array("q", new))):
        result[splice.row : splice.row + splice.removed] = splice.added
    return list(result)


keys = st.sets(st.integers(min_value=0, max_value=2**52), max_size=60).map(lambda s: sorted(s, reverse=True))


@given(keys, keys)
def test_the_changes_lead_from_old_to_new(old: list[int], new: list[int]) -> None:
    assert applied(old, new) == new


@given(keys, st.sets(st.integers(0, 59)), st.sets(st.integers(0, 2**52), max_size=5))
def test_small_changes_are_found_exactly(old: list[int], gone: set[int], added: set[int]) -> None:
    new = sorted({key for n, key in enumerate(old) if n not in gone} | added, reverse=True)
    changes = difference(array("q", old), array("q", new))
    assert applied(old, new) == new
    assert sum(change.removed for change in changes) == len(set(old) - set(new))
    assert sum(len(change.added) for change in changes) == len(set(new) - set(old))


def test_a_key_is_found_by_halving() -> None:
    found = array("q", [9, 7, 5, 3])
    assert [position(found, key) for key in (9, 7, 5, 3)] == [0, 1, 2, 3]
    assert [position(found, key) for key in (10, 8, 4, 0)] == [None] * 4


def test_rows_come_by_the_page(qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks) -> None:
    shown(qtbot, model)
    total = len(workers.world.mentions)
    assert model.rowCount() == total
    assert isinstance(model.index(0).data(RowRole), MentionRow)
    far = model.index(total - 1)
    assert far.data(RowRole) is None
    assert "geladen" in far.data(int(Qt.ItemDataRole.AccessibleTextRole))
    with qtbot.waitSignal(model.dataChanged) as told:
        pass
    assert told.args[0].row() == (total - 1) // PAGE * PAGE
    assert far.data(RowRole).line.id == far.data(IdRole) == min(workers.world.mentions)


def test_ids_wider_than_32_bits_survive(qtbot: QtBot, model: MentionListModel) -> None:
    shown(qtbot, model)
    assert model.index(0).data(IdRole) > 2**32


def test_only_the_lines_shown_lately_are_kept(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    for number in range(KEPT + 500):
        workers.world.add_mention(NOW - timedelta(days=60, seconds=number), number)
    shown(qtbot, model)
    for row in range(0, model.rowCount(), PAGE):
        if model.row_at(row) is None:
            settled(qtbot, tasks)
    assert len(model._rows) <= KEPT
    assert model.rowCount() == len(workers.world.mentions)


def test_fast_scrolling_asks_for_few_pages(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    for number in range(3_000):
        workers.world.add_mention(NOW - timedelta(days=60, seconds=number), number)
    shown(qtbot, model)
    workers.world.calls.clear()
    for row in range(200, model.rowCount(), PAGE):
        model.row_at(row)
    settled(qtbot, tasks)
    assert workers.world.calls.count("rows_of") <= 6
    last = model.rowCount() - 1
    model.row_at(last)
    settled(qtbot, tasks)
    assert model.row_at(last) is not None


def test_an_answer_to_an_older_question_is_dropped(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    workers.hold.clear()
    counts: list[int] = []
    model.counted.connect(counts.append)
    model.show(MentionFilter(expression="gibtesnicht"))
    model.show(MentionFilter(labels=frozenset((Label.NEGATIVE,))))
    workers.hold.set()
    settled(qtbot, tasks)
    negative = sum(m.sentiment.label is Label.NEGATIVE for m in workers.world.mentions.values())
    assert counts == [negative]


def test_a_search_that_cannot_be_read_leaves_the_rows(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    shown(qtbot, model)
    before = model.rowCount()
    workers.fail_next = ValueError("x")
    with qtbot.waitSignal(model.refused):
        model.show(MentionFilter(expression="("))
    assert model.rowCount() == before
    model.merge()
    settled(qtbot, tasks)
    assert model.rowCount() == before


def test_new_mentions_come_in_place(qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks) -> None:
    shown(qtbot, model)
    first = model.id_at(0)
    mark = QPersistentModelIndex(model.index(0))
    added = [workers.world.add_mention(NOW + timedelta(minutes=n), n) for n in range(3)]
    late = workers.world.add_mention(NOW - timedelta(days=20, seconds=11), 1)
    with qtbot.waitSignals([model.rowsInserted, model.rowsInserted]):
        model.merge()
    assert mark.row() == 3
    assert model.id_at(3) == first
    assert model.row_of(added[2].entry.id) == 0
    assert model.row_of(late.entry.id) is not None
    settled(qtbot, tasks)


def test_vanished_mentions_leave_in_place(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    shown(qtbot, model)
    second, fifth = model.id_at(1), model.id_at(4)
    del workers.world.mentions[second]
    with qtbot.waitSignal(model.rowsRemoved) as told:
        model.merge()
    assert told.args[1:] == [1, 1]
    assert model.row_of(second) is None
    assert model.row_of(fifth) == 3


def test_many_scattered_changes_are_one_reset(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    shown(qtbot, model)
    for row in range(0, 4 * MOST_SPLICES, 2):
        del workers.world.mentions[model.id_at(row)]
    with qtbot.waitSignal(model.modelReset):
        model.merge()
    assert model.rowCount() == len(workers.world.mentions)


def test_the_mention_being_read_stays_though_the_filter_drops_it(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    wanted = MentionFilter(statuses=frozenset((MentionStatus.NEW,)))
    shown(qtbot, model, wanted)
    kept, other = model.id_at(0), model.id_at(1)
    for key in (kept, other):
        workers.world.mentions[key] = replace(workers.world.mentions[key], status=MentionStatus.DONE)
    model.merge(kept)
    settled(qtbot, tasks)
    assert model.row_of(kept) == 0
    assert model.row_of(other) is None
    model.merge(None)
    settled(qtbot, tasks)
    assert model.row_of(kept) is None


def test_merges_asked_meanwhile_are_made_up_for(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    shown(qtbot, model)
    total = model.rowCount()
    workers.hold.clear()
    model.merge()
    workers.world.add_mention(NOW + timedelta(minutes=1))
    model.merge()
    model.merge()
    workers.hold.set()
    settled(qtbot, tasks)
    assert model.rowCount() == total + 1


def test_changed_lines_are_read_again(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    shown(qtbot, model)
    key = model.id_at(2)
    workers.world.mentions[key] = replace(workers.world.mentions[key], bookmarked=True)
    with qtbot.waitSignal(model.dataChanged):
        model.refresh_lines((key,))
    row = model.row_at(2)
    assert row is not None
    assert row.line.bookmarked
    for number in range(3):
        other = model.id_at(number)
        workers.world.mentions[other] = replace(workers.world.mentions[other], seen=True)
    model.refresh_lines()
    assert model.row_at(0) is not None, "old lines stay visible until the new ones are there"
    settled(qtbot, tasks)
    refreshed = model.row_at(0)
    assert refreshed is not None
    assert refreshed.line.seen


def test_a_row_that_is_gone_is_not_asked_for_again_and_again(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    shown(qtbot, model)
    last = model.rowCount() - 1
    del workers.world.mentions[model.id_at(last)]
    assert model.row_at(last) is None
    settled(qtbot, tasks)
    workers.world.calls.clear()
    assert model.row_at(last) is None
    settled(qtbot, tasks)
    assert "rows_of" not in workers.world.calls


def test_search_hits_stand_in_the_rows(qtbot: QtBot, model: MentionListModel) -> None:
    shown(qtbot, model, MentionFilter(expression="heizung"))
    row = model.row_at(0)
    assert row is not None
    start, end = row.title_hits[0]
    assert row.line.title[start:end].casefold() == "heizung"


def test_a_screen_reader_hears_what_decides(qtbot: QtBot, model: MentionListModel, workers: FakeWorkers) -> None:
    key = max(workers.world.mentions)
    found = workers.world.mentions[key]
    workers.world.mentions[key] = replace(found, bookmarked=True, status=MentionStatus.ANSWERED)
    shown(qtbot, model)
    spoken = model.index(0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    for word in ("ungelesen", "beantwortet", "gemerkt", found.entry.title, found.source_name):
        assert word in spoken


def test_a_failing_page_is_told_and_tried_again(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    shown(qtbot, model)
    last = model.rowCount() - 1
    workers.fail_next = OSError("x")
    with qtbot.waitSignal(model.refused):
        model.row_at(last)
    model.row_at(last)
    settled(qtbot, tasks)
    assert model.row_at(last) is not None


def test_an_unknown_id_has_no_row(qtbot: QtBot, model: MentionListModel) -> None:
    shown(qtbot, model)
    assert model.row_of(EntryId(5)) is None
    assert model.known(EntryId(5)) is None


def test_lines_read_again_are_told_only_where_they_changed(
    qtbot: QtBot, model: MentionListModel, workers: FakeWorkers, tasks: Tasks
) -> None:
    shown(qtbot, model)
    settled(qtbot, tasks)
    model.refresh_lines((model.id_at(3),))
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    settled(qtbot, tasks)
    assert told == []
    changed = model.id_at(4)
    workers.write(review.set_bookmarked, [changed], True).result()
    model.refresh_lines((changed,))
    settled(qtbot, tasks)
    assert told == [(4, 4)]
    assert model.row_at(4).line.bookmarked  # type: ignore[union-attr]
