"""The list of sources with their health in words."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kundenradar.domain.errors import TroubleKind
from kundenradar.domain.sources import Source, SourceId, SourceKind, SourceState, by_name, state_of
from ui import formats

_SHOWN_ANEW: Final = timedelta(seconds=30)
"""Time after which "gehört vor … Minuten" is told anew."""

Index = QModelIndex | QPersistentModelIndex

KIND_WORDS: Final = {
    SourceKind.FORUM: "Forum",
    SourceKind.BLOG: "Blog",
    SourceKind.COMMENTS: "Kommentare",
    SourceKind.REVIEW: "Bewertungen",
    SourceKind.PRESS: "Presse",
    SourceKind.SOCIAL: "Soziales Netz",
    SourceKind.VIDEO: "Videos",
    SourceKind.PODCAST: "Podcast",
    SourceKind.ALERT: "Suchagent (Alert)",
    SourceKind.OTHER: "Sonstiges",
    SourceKind.MANUAL: "Von Hand",
}
STATE_WORDS: Final = {
    SourceState.NEW: "Neu",
    SourceState.OK: "Läuft",
    SourceState.TROUBLED: "Gestört",
    SourceState.BROKEN: "Liefert nichts mehr",
    SourceState.GONE: "Abgeschaltet",
    SourceState.PAUSED: "Pausiert",
    SourceState.SILENT: "Still geworden",
    SourceState.MOVED: "Umgezogen",
}
STATE_ICONS: Final = {
    SourceState.NEW: "hourglass",
    SourceState.OK: "check-circle",
    SourceState.TROUBLED: "warning",
    SourceState.BROKEN: "warning-circle",
    SourceState.GONE: "x-circle",
    SourceState.PAUSED: "pause-circle",
    SourceState.SILENT: "speaker-slash",
    SourceState.MOVED: "arrow-circle-right",
}
STATE_COLORS: Final = {
    SourceState.NEW: "text2",
    SourceState.OK: "accent",
    SourceState.TROUBLED: "warning_text",
    SourceState.BROKEN: "negative_text",
    SourceState.GONE: "negative_text",
    SourceState.PAUSED: "text3",
    SourceState.SILENT: "warning_text",
    SourceState.MOVED: "accent",
}
TROUBLE_WORDS: Final = {
    TroubleKind.OFFLINE: "nicht erreichbar",
    TroubleKind.TIMEOUT: "keine Antwort",
    TroubleKind.TOO_LARGE: "zu viele Daten",
    TroubleKind.TLS: "unsichere Verbindung",
    TroubleKind.BLOCKED: "aus Sicherheitsgründen nicht abgerufen",
    TroubleKind.LOGIN: "verlangt eine Anmeldung",
    TroubleKind.RATE_LIMITED: "bittet um eine Pause",
    TroubleKind.GONE: "abgeschaltet",
    TroubleKind.NOT_FOUND: "nicht gefunden",
    TroubleKind.FORBIDDEN: "Zugriff verweigert",
    TroubleKind.SERVER: "Störung beim Anbieter",
    TroubleKind.NOT_A_FEED: "kein Feed",
    TroubleKind.BROWSER_CHECK: "verlangt eine Browserprüfung",
    TroubleKind.MALFORMED: "beschädigter Feed",
    TroubleKind.EMPTY: "leere Antwort",
    TroubleKind.REDIRECTS: "leitet im Kreis weiter",
    TroubleKind.PROTOCOL: "unverständliche Antwort",
    TroubleKind.PROXY: "Proxy-Server antwortet nicht",
    TroubleKind.CANCELLED: "abgebrochen",
    TroubleKind.INTERNAL: "Programmfehler",
}
"""What a poll failed of, short enough for a table."""
NEEDS_A_LOOK: Final = frozenset({SourceState.BROKEN, SourceState.GONE})

_UNREACHED: Final = frozenset(
    {
        TroubleKind.OFFLINE,
        TroubleKind.TIMEOUT,
        TroubleKind.TLS,
        TroubleKind.SERVER,
        TroubleKind.RATE_LIMITED,
        TroubleKind.PROXY,
        TroubleKind.CANCELLED,
    }
)
_SEVERAL: Final = 2
"""Failures in a row from which on a source is called disturbed, not just out of reach the last time."""

RUNNING: Final = frozenset({SourceState.OK, SourceState.MOVED})

SourceRole: Final = Qt.ItemDataRole.UserRole + 1


def _entries(number: int) -> str:
    return formats.count(number, "Beitrag", "Beiträge")


def line_look(source: Source) -> tuple[str, str]:
    """Icon and colour token of the line that tells its health."""
    state = state_of(source)
    if source.missed and state in RUNNING:
        return "warning", "warning_text"
    return STATE_ICONS[state], STATE_COLORS[state]


def is_out_of_reach(source: Source) -> bool:
    """Whether just the last poll found nobody there, which mostly passes by itself."""
    if state_of(source) is not SourceState.TROUBLED or source.failures >= _SEVERAL:
        return False
    return source.trouble is None or source.trouble.kind in _UNREACHED


def state_word(source: Source) -> str:
    """The health of a source in a word or three: ``Läuft``, ``Zuletzt nicht erreichbar``, ``Gestört``."""
    state = state_of(source)
    if state is SourceState.BROKEN and source.last_success is None:
        return "Liefert nichts"  # it never did, so there is no "nichts mehr"
    return "Zuletzt nicht erreichbar" if is_out_of_reach(source) else STATE_WORDS[state]


def state_line(source: Source, now: datetime) -> str:
    """The health of a source in a few words: ``Läuft · gehört vor 17 Minuten``."""
    state = state_of(source)
    word = state_word(source)
    if state is SourceState.NEW:
        return f"{word} · noch nicht abgefragt"
    if source.last_success is None:
        return f"{word} · noch nie gehört"
    if source.missed and state in RUNNING:
        return f"{word} · vermutlich {'fehlt' if source.missed == 1 else 'fehlen'} {_entries(source.missed)}"
    if state is SourceState.SILENT and source.newest_at is not None:
        newest = formats.day_relative(formats.local_day(source.newest_at), formats.local_day(now))
        return f"{word} · neuester Beitrag {newest}"
    if state in RUNNING:
        return f"{word} · gehört {formats.ago(source.last_success, now)}"
    heard = formats.day_relative(formats.local_day(source.last_success), formats.local_day(now))
    if state is SourceState.BROKEN:
        return f"{word} · zuletzt {heard}"  # all of it has room at 1024 pixels
    return f"{word} · gehört {heard}" if is_out_of_reach(source) else f"{word} · zuletzt gehört {heard}"


def spoken(source: Source, now: datetime) -> str:
    """A row as a screen reader says it."""
    mentions = formats.count(source.mentions, "Erwähnung", "Erwähnungen")
    return f"{source.name}, {KIND_WORDS[source.kind]}. {state_line(source, now)}. {mentions}"


def summary(sources: Sequence[Source]) -> str:
    """All sources in a line: ``6 Quellen · 5 laufen · 1 braucht Ihren Blick``."""
    if not sources:
        return "Noch keine Quelle"
    out = sum(is_out_of_reach(source) for source in sources)
    states = [state_of(source) for source in sources]
    parts = [formats.count(len(sources), "Quelle", "Quellen")]
    for number, one, many in (
        (sum(state in RUNNING or state is SourceState.NEW for state in states), "läuft", "laufen"),
        (out, "war zuletzt nicht erreichbar", "waren zuletzt nicht erreichbar"),
        (states.count(SourceState.TROUBLED) - out, "ist gestört", "sind gestört"),
        (sum(state in NEEDS_A_LOOK for state in states), "braucht Ihren Blick", "brauchen Ihren Blick"),
        (states.count(SourceState.SILENT), "ist still geworden", "sind still geworden"),
        (states.count(SourceState.PAUSED), "ist pausiert", "sind pausiert"),
    ):
        if number:
            parts.append(formats.count(number, one, many))
    return " · ".join(parts)


class SourceListModel(QAbstractListModel):
    """Sources by name. Rows keep their place and selection when only their health changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: list[Source] = []
        self._now = self._aged_at = formats.utc_now()

    @property
    def sources(self) -> tuple[Source, ...]:
        """In order of the rows."""
        return tuple(self._sources)

    def show(self, sources: Sequence[Source], now: datetime) -> None:
        """Show these; rows that stay are changed in place, others come and go one by one."""
        ages = abs(now - self._aged_at) >= _SHOWN_ANEW
        self._now = now
        if ages:
            self._aged_at = now
        before = {source.id: source for source in self._sources}
        wanted = sorted(sources, key=by_name)
        kept = {source.id for source in wanted}
        for row in range(len(self._sources) - 1, -1, -1):
            if self._sources[row].id not in kept:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._sources[row]
                self.endRemoveRows()
        for row, source in enumerate(wanted):
            self._place(row, source)
        changed = [row for row, source in enumerate(wanted) if ages or before.get(source.id) != source]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def _place(self, row: int, source: Source) -> None:
        """Have `source` stand in `row`; the rows above are right already."""
        old = next((place for place in range(row, len(self._sources)) if self._sources[place].id == source.id), None)
        if old is None:
            self.beginInsertRows(QModelIndex(), row, row)
            self._sources.insert(row, source)
            self.endInsertRows()
            return
        if old != row:
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), row)
            self._sources.insert(row, self._sources.pop(old))
            self.endMoveRows()
        self._sources[row] = source

    def row_of(self, source_id: SourceId) -> int | None:
        """Where a source stands."""
        return next((row for row, source in enumerate(self._sources) if source.id == source_id), None)

    def source(self, index: Index) -> Source | None:
        """What stands in a row."""
        return cast("Source | None", self.data(index, SourceRole))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        """Number of sources."""
        return 0 if parent.isValid() else len(self._sources)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Name, what a screen reader says, and the source itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._sources):
            return None
        source = self._sources[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return source.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return spoken(source, self._now)
            case _:
                return source if role == SourceRole else None

    @property
    def now(self) -> datetime:
        """The moment the health is told for."""
        return self._now
