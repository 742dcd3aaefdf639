"""The mention list as a window over keys: lines come by the page, never all rows in memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kundenradar.domain.matching import matcher
from kundenradar.domain.mentions import EntryId, MentionFilter, MentionLine
from kundenradar.domain.queries import parse_query
from kundenradar.domain.text import tokens
from kundenradar.services import review
from ui.models.words import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from kundenradar.app.core import Workers
    from ui.tasks import Tasks

Core = Any
"""The core's context: the window only hands it on to use cases and knows nothing of it."""

Index = QModelIndex | QPersistentModelIndex
Spans = tuple[tuple[int, int], ...]

PAGE: Final = 100
"""Lines asked for at once."""

KEPT: Final = 3_000
"""Lines kept at most; the least recently shown go first."""

MOST_KEYS: Final = 2_000_000
"""Keys held at most (16 MB)."""

MOST_SPLICES: Final = 64
"""More separate changes than this are shown by a reset instead of one by one."""

_WAITING: Final = 4
"""Pages that may wait to be read; older wishes are dropped while scrolling fast."""

IdRole: Final = int(Qt.ItemDataRole.UserRole) + 1
RowRole: Final = int(Qt.ItemDataRole.UserRole) + 2
UnfoldedRole: Final = int(Qt.ItemDataRole.UserRole) + 3
"""Whether the copies of this row's group are listed."""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A line of the list with the stretches that the search has hit.

    Attributes:
        title_hits: Start and end of each hit in the title.
        snippet_hits: Start and end of each hit in the snippet.
    """

    line: MentionLine
    title_hits: Spans = ()
    snippet_hits: Spans = ()


@dataclass(frozen=True, slots=True)
class Splice:
    """One change of a list: at `row`, `removed` keys go and `added` keys come.

    Attributes:
        row: Row in the list before any of the changes.
    """

    row: int
    removed: int
    added: array[int]


@dataclass(frozen=True, slots=True)
class KeyChange:
    """What became of a list of keys.

    Attributes:
        keys: The list as it is now.
        splices: How to get there, top first; None if they are too many to be shown one by one.
    """

    keys: array[int]
    splices: tuple[Splice, ...] | None


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The first keys of a filter with their rows, so that nothing flickers; all keys if it is quickly done.

    Attributes:
        is_complete: Whether `keys` are all there are.
    """

    keys: array[int]
    rows: tuple[MentionRow, ...]
    is_complete: bool


def rows_of(ctx: Core, ids: Sequence[EntryId], expression: str) -> tuple[MentionRow, ...]:
    """The rows of these mentions, with search hits; mentions that are gone are left out."""
    lines = review.lines(ctx, ids)
    if not expression.strip():
        return tuple(MentionRow(line) for line in lines)
    met = matcher(parse_query(expression))
    return tuple(
        MentionRow(line, met.spans(tokens(line.title), line.title), met.spans(tokens(line.snippet), line.snippet))
        for line in lines
    )


def first_look(
    ctx: Core, wanted: MentionFilter, open_one: EntryId | None, unfolded: frozenset[EntryId] = frozenset()
) -> FirstLook:
    """The first page of a filter, newest first: it is on screen before all keys of a large list are read.

    Args:
        ctx: Handed on.
        wanted: The filter.
        open_one: The mention that is open; if it may stand further down, all keys are read at once.
        unfolded: First mentions of the groups whose copies are listed too.

    Raises:
        QuerySyntaxError: The search expression cannot be read.
    """
    keys = review.voices(ctx, wanted, PAGE + 1, unfolded)
    is_complete = len(keys) <= PAGE
    if not is_complete and open_one is not None and open_one < keys[-1]:
        keys = review.voices(ctx, wanted, MOST_KEYS, unfolded)
        is_complete = True
    elif not is_complete:
        keys = keys[:PAGE]
    return FirstLook(keys, rows_of(ctx, [EntryId(key) for key in keys[:PAGE]], wanted.expression), is_complete)


def key_change(
    ctx: Core,
    wanted: MentionFilter,
    old: array[int],
    kept: EntryId | None,
    unfolded: frozenset[EntryId] = frozenset(),
) -> KeyChange:
    """How the keys of a filter differ from `old` by now.

    Args:
        ctx: Handed on.
        wanted: The filter.
        old: Keys as shown, newest first.
        kept: A mention that stays in the list even if the filter does not hold for it any more.
        unfolded: First mentions of the groups whose copies are listed too.
    """
    keys = review.voices(ctx, wanted, MOST_KEYS, unfolded)
    if kept is not None and position(old, kept) is not None and position(keys, kept) is None:
        keys.insert(_place(keys, kept), kept)
    splices = difference(old, keys)
    return KeyChange(keys, splices if len(splices) <= MOST_SPLICES else None)


def _place(keys: array[int], key: int) -> int:
    """Where `key` stands, or would stand, in descending keys."""
    return bisect_left(keys, -key, key=int.__neg__)


def position(keys: array[int], key: int) -> int | None:
    """Row of a key in descending keys, or None."""
    place = _place(keys, key)
    return place if place < len(keys) and keys[place] == key else None


def _common_run(old: array[int], start_old: int, new: array[int], start_new: int) -> int:
    """How many keys agree from the two starts on; gallops, for the runs are long."""
    run, size = 0, 1
    most = min(len(old) - start_old, len(new) - start_new)
    while run < most:
        size = min(size, most - run)
        a, b = start_old + run, start_new + run
        if old[a : a + size] == new[b : b + size]:
            run += size
            size *= 2
        elif size == 1:
            break
        else:
            size //= 2
    return run


def difference(old: array[int], new: array[int]) -> tuple[Splice, ...]:
    """The changes that lead from `old` to `new`, top first.

    Args:
        old: Keys, strictly descending.
        new: Keys, strictly descending.
    """
    splices: list[Splice] = []
    a = b = 0
    while a < len(old) or b < len(new):
        same = _common_run(old, a, new, b)
        a, b = a + same, b + same
        start_a, start_b = a, b
        while a < len(old) and (b >= len(new) or old[a] > new[b]):
            a += 1
        while b < len(new) and (a >= len(old) or new[b] > old[a]):
            b += 1
        if a > start_a or b > start_b:
            splices.append(Splice(start_a, a - start_a, new[start_b:b]))
    return tuple(splices)


class MentionListModel(QAbstractListModel):
    """The mentions of a filter, newest first.

    The model holds the keys (8 bytes each) and the lines shown lately. A row whose line is not there
    yet shows nothing (`RowRole` is None) and is read in the background.
    """

    shown = Signal()
    """Another list stands: all of it, or its first page."""

    counted = Signal(int)
    """All keys are there; how many."""

    refused = Signal(object)
    """The list could not be read; the error. The rows stay as they were."""

    loading = Signal(bool)
    """Whether a new list is being read."""

    arrived_above = Signal(int, int)
    """Rows were inserted: first row, how many."""

    def __init__(self, workers: Workers, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._tasks = tasks
        self._asked = MentionFilter()
        self._filter = MentionFilter()
        self._keys: array[int] = array("q")
        self._rows: OrderedDict[int, MentionRow] = OrderedDict()
        self._stale: set[int] = set()
        self._gone: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._reading_page: int | None = None
        self._question = 0
        self._generation = 0
        self._is_complete = True
        self._unfolded: frozenset[EntryId] = frozenset()
        self._merge_running = False
        self._merge_again: tuple[EntryId | None] | None = None

    # what the views ask

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's own signature)
        """How many mentions the filter has."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 (Qt)
        """Title, accessible sentence, id or whole row; None while the line is being read."""
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        if role == IdRole:
            return self._keys[index.row()]
        if role == UnfoldedRole:
            return self._keys[index.row()] in self._unfolded
        if role not in _ROLES_OF_ROWS:
            return None
        row = self.row_at(index.row())
        if role == RowRole:
            return row
        if row is None:
            return "" if role == Qt.ItemDataRole.DisplayRole else self.tr("Erwähnung wird geladen")
        if role == Qt.ItemDataRole.DisplayRole:
            return row.line.title or row.line.snippet
        return spoken(row.line)

    def row_at(self, row: int) -> MentionRow | None:
        """The line of a row, or None while it is being read (which this call starts)."""
        key = self._keys[row]
        found = self._rows.get(key)
        if found is None:
            if key not in self._gone:
                self._want(row // PAGE)
            return None
        self._rows.move_to_end(key)
        if key in self._stale:
            self._want(row // PAGE)
        return found

    def id_at(self, row: int) -> EntryId:
        """The mention of a row."""
        return EntryId(self._keys[row])

    def row_of(self, mention: EntryId) -> int | None:
        """The row of a mention, or None if it is not in the list."""
        return position(self._keys, mention)

    def known(self, mention: EntryId) -> MentionLine | None:
        """The line of a mention if it is at hand."""
        row = self._rows.get(mention)
        return None if row is None else row.line

    @property
    def filter(self) -> MentionFilter:
        """What the list shows or is about to show."""
        return self._asked

    @property
    def is_complete(self) -> bool:
        """Whether all keys are there, or only the first page so far."""
        return self._is_complete

    # what the page asks

    def show(self, wanted: MentionFilter, open_one: EntryId | None = None) -> None:
        """Show the mentions of a filter; an answer to an older question is dropped.

        Args:
            wanted: The filter.
            open_one: The mention that is open and is to be found again.
        """
        if wanted != self._asked:
            self._unfolded = frozenset()
        self._asked = wanted
        self._question += 1
        self._merge_again = None
        self.loading.emit(True)
        future = self._workers.read(first_look, wanted, open_one, self._unfolded)
        self._tasks.watch(
            future, self, partial(self._shown, self._question, wanted), partial(self._failed, self._question)
        )

    def merge(self, kept: EntryId | None = None) -> None:
        """Bring the keys up to date in place; selection and scroll position can be held.

        Args:
            kept: A mention that stays in the list though the filter may not hold for it any more.
        """
        if self._merge_running:
            self._merge_again = (kept,)
            return
        self._merge_running = True
        future = self._workers.read(key_change, self._filter, self._keys[:], kept, self._unfolded)
        self._tasks.watch(
            future, self, partial(self._merged, self._question), partial(self._merge_failed, self._question)
        )

    def unfold(self, head: EntryId, *, shown: bool) -> None:
        """List the copies of a group as well, or only its first mention again.

        Args:
            head: The first mention of the group.
            shown: Whether the copies are to be listed.
        """
        changed = self._unfolded | {head} if shown else self._unfolded - {head}
        if changed == self._unfolded:
            return
        self._unfolded = changed
        row = self.row_of(head)
        if row is not None:
            self._tell(row, row)
        self.merge()

    def refresh_lines(self, ids: Sequence[EntryId] = ()) -> None:
        """Read these lines again where they are shown; none given means all."""
        self._gone.clear()
        touched = [key for key in ids if key in self._rows] if ids else list(self._rows)
        self._stale.update(touched)
        if not touched or not self._keys:
            return
        if not ids or len(touched) > PAGE:
            self._tell(0, len(self._keys) - 1)
            return
        for key in touched:
            row = position(self._keys, key)
            if row is not None:
                self._want(row // PAGE)

    # answers

    def _shown(self, question: int, wanted: MentionFilter, look: FirstLook) -> None:
        if question != self._question:
            return
        self._generation += 1
        self.beginResetModel()
        self._filter = wanted
        self._keys = look.keys
        self._rows.clear()
        self._stale.clear()
        self._gone.clear()
        self._wanted.clear()
        self._reading_page = None
        self._keep(look.rows)
        self._is_complete = look.is_complete
        self.endResetModel()
        self.loading.emit(False)
        self.shown.emit()
        if look.is_complete:
            self.counted.emit(len(self._keys))
        else:
            self.merge()

    def _failed(self, question: int, error: BaseException) -> None:
        if question == self._question:
            self.loading.emit(False)
            self.refused.emit(error)

    def _merged(self, question: int, change: KeyChange) -> None:
        self._merge_running = False
        if question == self._question:
            self._apply(change)
        again, self._merge_again = self._merge_again, None
        if again is not None:
            self.merge(*again)

    def _merge_failed(self, question: int, error: BaseException) -> None:
        self._merge_running = False
        self._failed(question, error)

    def _apply(self, change: KeyChange) -> None:
        was_complete, self._is_complete = self._is_complete, True
        if change.splices == ():
            if not was_complete:
                self.counted.emit(len(self._keys))
            return
        if change.splices is None:
            self.beginResetModel()
            self._keys = change.keys
            self.endResetModel()
        else:
            for splice in reversed(change.splices):
                self._splice(splice)
        self._wanted.clear()
        self.counted.emit(len(self._keys))

    def _splice(self, splice: Splice) -> None:
        nowhere = QModelIndex()
        if splice.removed:
            self.beginRemoveRows(nowhere, splice.row, splice.row + splice.removed - 1)
            del self._keys[splice.row : splice.row + splice.removed]
            self.endRemoveRows()
        if splice.added:
            self.beginInsertRows(nowhere, splice.row, splice.row + len(splice.added) - 1)
            self._keys[splice.row : splice.row] = splice.added
            self.endInsertRows()
            self.arrived_above.emit(splice.row, len(splice.added))

    # pages

    def _want(self, page: int) -> None:
        if page == self._reading_page:
            return
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        while len(self._wanted) > _WAITING:
            self._wanted.popitem(last=False)
        if self._reading_page is None:
            self._read_next()

    def _read_next(self) -> None:
        while self._wanted:
            page, _ = self._wanted.popitem()
            ids = self._missing(page)
            if ids:
                self._reading_page = page
                future: Future[tuple[MentionRow, ...]] = self._workers.read(rows_of, ids, self._filter.expression)
                self._tasks.watch(
                    future,
                    self,
                    partial(self._page_read, self._generation, ids),
                    partial(self._page_failed, self._generation),
                )
                return

    def _missing(self, page: int) -> list[EntryId]:
        keys = self._keys[page * PAGE : (page + 1) * PAGE]
        return [EntryId(key) for key in keys if key in self._stale or key not in self._rows]

    def _page_read(self, generation: int, ids: list[EntryId], rows: tuple[MentionRow, ...]) -> None:
        if generation != self._generation:
            return
        self._reading_page = None
        self._stale.difference_update(ids)
        gone = set(ids) - {row.line.id for row in rows}
        self._gone.update(gone)
        changed = gone | {row.line.id for row in rows if self._rows.get(row.line.id) != row}
        self._keep(rows)
        places = [place for key in ids if key in changed and (place := position(self._keys, key)) is not None]
        if places:
            self._tell(places[0], places[-1])
        self._read_next()

    def _page_failed(self, generation: int, error: BaseException) -> None:
        if generation == self._generation:
            self._reading_page = None
            self._wanted.clear()
            self.refused.emit(error)

    def _keep(self, rows: Sequence[MentionRow]) -> None:
        for row in rows:
            self._rows[row.line.id] = row
            self._rows.move_to_end(row.line.id)
        while len(self._rows) > KEPT:
            key, _ = self._rows.popitem(last=False)
            self._stale.discard(key)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))


_ROLES_OF_ROWS: Final = frozenset((RowRole, int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)))
