"""Reply drafts with versions, and text snippets."""

from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from kundenradar.domain.drafts import DraftVersion, ReplyDraft, Snippet, SnippetId, VersionReason
from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import EntryId
from kundenradar.store.tables import DraftRow, DraftVersionRow, SnippetRow

KEPT_VERSIONS = 50


class Drafts:
    """The reply drafts of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, mention_id: EntryId) -> ReplyDraft | None:
        """The draft for a mention, None if none was begun."""
        row = self._connection.execute(select(DraftRow.__table__).where(DraftRow.mention_id == mention_id)).first()
        if row is None:
            return None
        statement = (
            select(DraftVersionRow.__table__)
            .where(DraftVersionRow.mention_id == mention_id)
            .order_by(DraftVersionRow.number)
        )
        versions = tuple(
            DraftVersion(version.number, version.text, version.at, VersionReason(version.reason))
            for version in self._connection.execute(statement)
        )
        return ReplyDraft(mention_id, row.text, row.saved_at, versions)

    def save(self, mention_id: EntryId, wording: str, now: datetime) -> None:
        """Keep the wording as it stands."""
        statement = upsert(DraftRow).values(mention_id=mention_id, text=wording, saved_at=now)
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=[DraftRow.mention_id],
                set_={"text": statement.excluded.text, "saved_at": statement.excluded.saved_at},
            )
        )

    def add_version(self, mention_id: EntryId, wording: str, now: datetime, reason: VersionReason) -> None:
        """Keep a wording in the history (the newest 50)."""
        newest = self._connection.execute(
            select(func.max(DraftVersionRow.number)).where(DraftVersionRow.mention_id == mention_id)
        ).scalar()
        number = int(newest or 0) + 1
        self._connection.execute(
            insert(DraftVersionRow).values(
                mention_id=mention_id, number=number, text=wording, at=now, reason=reason.value
            )
        )
        self._connection.execute(
            delete(DraftVersionRow).where(
                DraftVersionRow.mention_id == mention_id,
                DraftVersionRow.number <= number - KEPT_VERSIONS,
                DraftVersionRow.reason == VersionReason.AUTOSAVE.value,
            )
        )

    def mark_version(self, mention_id: EntryId, number: int, reason: VersionReason) -> None:
        """Note what became of a wording that is in the history already."""
        self._connection.execute(
            update(DraftVersionRow)
            .where(DraftVersionRow.mention_id == mention_id, DraftVersionRow.number == number)
            .values(reason=reason.value)
        )

    def replace_version(self, mention_id: EntryId, number: int, wording: str, now: datetime) -> None:
        """Let the wording of a version follow the typing."""
        self._connection.execute(
            update(DraftVersionRow)
            .where(DraftVersionRow.mention_id == mention_id, DraftVersionRow.number == number)
            .values(text=wording, at=now)
        )


class Snippets:
    """The text snippets of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self) -> tuple[Snippet, ...]:
        """All, by title."""
        statement = select(SnippetRow.__table__).order_by(func.lower(SnippetRow.title), SnippetRow.id)
        return tuple(Snippet(SnippetId(row.id), row.title, row.text) for row in self._connection.execute(statement))

    def save(self, title: str, wording: str, snippet_id: SnippetId | None = None) -> Snippet:
        """Add a snippet, or change the one with `snippet_id`.

        Raises:
            InputError: The id is unknown (``snippet-unknown``).
        """
        if snippet_id is None:
            result = self._connection.execute(insert(SnippetRow).values(title=title, text=wording))
            key = result.inserted_primary_key
            return Snippet(SnippetId(key[0] if key else 0), title, wording)
        changed = self._connection.execute(
            update(SnippetRow).where(SnippetRow.id == snippet_id).values(title=title, text=wording)
        )
        if changed.rowcount == 0:
            raise InputError("snippet-unknown", str(snippet_id))
        return Snippet(snippet_id, title, wording)

    def remove(self, snippet_id: SnippetId) -> None:
        """Forget a snippet; an unknown id changes nothing."""
        self._connection.execute(delete(SnippetRow).where(SnippetRow.id == snippet_id))
