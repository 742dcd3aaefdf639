"""Near copies: the sketches they are found by."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import bindparam, delete, select, text
from sqlalchemy.engine import Connection

from kundenradar.domain.keys import first_key, key_time
from kundenradar.domain.likeness import LEAST_SHARED, WINDOW, Voice
from kundenradar.domain.mentions import EntryId
from kundenradar.domain.sources import SourceKind
from kundenradar.store.chunks import chunks
from kundenradar.store.rows import insert_rows
from kundenradar.store.tables import EntryRow, MentionRow, SketchRow, SourceRow

MOST_HELD = 40
"""Messages looked at for one value of a sketch, the oldest first: a feed of thousands alike would be squared."""
MOST_COMPARED = 20
"""Stored messages one is compared with at most: those that share most of its sketch."""

_NEAR = text(
    "SELECT value, entry_id FROM sketch WHERE value IN (SELECT value FROM json_each(:values)) "
    "AND entry_id BETWEEN :first AND :last ORDER BY value, entry_id DESC"
).bindparams(bindparam("values"))


class Likenesses:
    """The sketches of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, sketches: Mapping[EntryId, Sequence[int]]) -> None:
        """Keep sketches of new mentions."""
        rows = [(value, key) for key, values in sketches.items() for value in values]
        insert_rows(self._connection, SketchRow, ("value", "entry_id"), sorted(rows))

    def forget(self, ids: Iterable[EntryId]) -> None:
        """Drop the sketches of these mentions: their wording changed."""
        for part in chunks(list(ids)):
            self._connection.execute(delete(SketchRow).where(SketchRow.entry_id.in_(part)))

    def near(self, sketches: Mapping[EntryId, Sequence[int]]) -> dict[EntryId, tuple[EntryId, ...]]:
        """Mentions within 14 days that share so much of the sketch that they may be the same, the likeliest first.

        Args:
            sketches: Sketches of some mentions; those that are found may be among them.

        Returns:
            Only for mentions with such neighbours.
        """
        if not sketches:
            return {}
        holders: dict[int, list[EntryId]] = defaultdict(list)
        for key, values in sketches.items():
            for value in values:
                holders[value].append(key)
        shared: dict[EntryId, Counter[EntryId]] = defaultdict(Counter)
        held: Counter[int] = Counter()
        for row in self._connection.execute(_NEAR, self._range(sketches, holders)):
            held[row.value] += 1
            if held[row.value] > MOST_HELD:
                continue
            for key in holders[row.value]:
                if key != row.entry_id:
                    shared[key][EntryId(row.entry_id)] += 1
        found = {key: _likeliest(counts) for key, counts in shared.items()}
        return {key: others for key, others in found.items() if others}

    @staticmethod
    def _range(sketches: Iterable[EntryId], values: Iterable[int]) -> dict[str, object]:
        first, last = min(sketches), max(sketches)
        return {
            "values": json.dumps(list(values)),
            "first": first_key(key_time(first) - WINDOW),
            "last": first_key(key_time(last) + WINDOW),
        }

    def voices(self, ids: Iterable[EntryId]) -> dict[EntryId, tuple[Voice, EntryId]]:
        """What is to be compared of these mentions, with the first mention of their group (their own key if alone).

        Own posts are left out.
        """
        found: dict[EntryId, tuple[Voice, EntryId]] = {}
        for part in chunks(list(ids)):
            statement = (
                select(
                    EntryRow.id,
                    EntryRow.source_id,
                    EntryRow.judged,
                    EntryRow.text,
                    EntryRow.sorted_at,
                    EntryRow.author,
                    EntryRow.link,
                    EntryRow.rating,
                    MentionRow.same_as,
                    SourceRow.kind,
                )
                .join(MentionRow, MentionRow.id == EntryRow.id)
                .join(SourceRow, SourceRow.id == EntryRow.source_id)
                .where(EntryRow.id.in_(part), MentionRow.own.is_(False))
            )
            for row in self._connection.execute(statement):
                among_reviews = row.kind == SourceKind.REVIEW
                words = row.judged or row.text
                voice = Voice(row.source_id, words, row.sorted_at, row.author, row.link, row.rating, among_reviews)
                found[EntryId(row.id)] = (voice, EntryId(row.same_as or row.id))
        return found


def _likeliest(counts: Counter[EntryId]) -> tuple[EntryId, ...]:
    """The likeliest first, of equally likely ones the newest: it stands in the group that is open today."""
    enough = [(number, key) for key, number in counts.items() if number >= LEAST_SHARED]
    return tuple(key for _, key in sorted(enough, reverse=True)[:MOST_COMPARED])
