"""Answers: drafts that are never lost, snippets, copying and marking as answered."""

from collections.abc import Mapping
from datetime import timedelta

from kundenradar.context import Context
from kundenradar.domain.drafts import (
    ReplyDraft,
    Snippet,
    SnippetId,
    VersionReason,
    fill_placeholders,
    open_placeholders,
)
from kundenradar.domain.errors import InputError
from kundenradar.domain.events import DraftsChanged, MentionsChanged, SnippetsChanged
from kundenradar.domain.keys import LOCAL_ZONE
from kundenradar.domain.mentions import EntryId, MentionStatus
from kundenradar.services import gathering

VERSION_WINDOW = timedelta(seconds=60)
MAX_DRAFT = 20_000


def draft(ctx: Context, mention_id: EntryId) -> ReplyDraft | None:
    """The draft for a mention, None if none was begun."""
    with ctx.store.read() as tx:
        return tx.drafts.get(mention_id)


def save_draft(
    ctx: Context, mention_id: EntryId, wording: str, reason: VersionReason = VersionReason.AUTOSAVE
) -> ReplyDraft:
    """Keep the wording; while somebody types, the history grows by at most one version a minute.

    An earlier wording that was brought back never takes the place of the one it replaces.

    Raises:
        InputError: The mention is unknown, or the text longer than 20,000 characters (``draft-long``).
    """
    if len(wording) > MAX_DRAFT:
        raise InputError("draft-long", str(MAX_DRAFT))
    now = ctx.clock.now()
    with ctx.store.write() as tx:
        tx.mentions.get(mention_id)
        known = tx.drafts.get(mention_id)
        tx.drafts.save(mention_id, wording, now)
        last = known.versions[-1] if known and known.versions else None
        brought_back = known is not None and any(one.text == wording for one in known.versions[:-1])
        if last is not None and last.text == wording:
            if reason is not VersionReason.AUTOSAVE:
                tx.drafts.mark_version(mention_id, last.number, reason)
        elif (
            last is not None
            and last.reason is VersionReason.AUTOSAVE
            and reason is VersionReason.AUTOSAVE
            and not brought_back
            and now - last.at < VERSION_WINDOW
        ):
            tx.drafts.replace_version(mention_id, last.number, wording, last.at)
        else:
            tx.drafts.add_version(mention_id, wording, now, reason)
        saved = tx.drafts.get(mention_id)
    ctx.bus.publish(DraftsChanged(mention_id))
    assert saved is not None  # noqa: S101 - written three lines above
    return saved


def copy_text(ctx: Context, mention_id: EntryId, wording: str) -> str:
    """The text for the clipboard; what was copied is kept as a version.

    Raises:
        InputError: The draft is empty (``draft-empty``) or a placeholder is open (``placeholder-open``).
    """
    if not wording.strip():
        raise InputError("draft-empty")
    still_open = open_placeholders(wording)
    if still_open:
        raise InputError("placeholder-open", ", ".join(still_open))
    save_draft(ctx, mention_id, wording, VersionReason.COPIED)
    return wording


def mark_answered(ctx: Context, mention_id: EntryId, wording: str = "") -> None:
    """Note that the answer was given; its wording is kept as a version."""
    if wording.strip():
        save_draft(ctx, mention_id, wording, VersionReason.ANSWERED)
    with ctx.store.write() as tx:
        tx.mentions.get(mention_id)
        moved = gathering.set_status(tx, [mention_id], MentionStatus.ANSWERED, ctx.clock.now())
    ctx.bus.publish(MentionsChanged(moved or (mention_id,)))


def placeholder_values(ctx: Context, mention_id: EntryId) -> dict[str, str]:
    """What is known for the placeholders of an answer to this mention."""
    with ctx.store.read() as tx:
        mention = tx.mentions.get(mention_id)
    settings = ctx.settings.current
    return {
        "Verfasser": mention.entry.author or "",
        "Firma": settings.firm_name,
        "Person": settings.person,
        "Quelle": mention.source_name,
        "Datum": ctx.clock.now().astimezone(LOCAL_ZONE).strftime("%d.%m.%Y"),
        "Titel": mention.entry.title,
    }


def fill(snippet: Snippet, values: Mapping[str, str]) -> str:
    """The text of a snippet with what is known filled in; the rest stays open."""
    return fill_placeholders(snippet.text, values)


def snippets(ctx: Context) -> tuple[Snippet, ...]:
    """All text snippets by title."""
    with ctx.store.read() as tx:
        return tx.snippets.list()


def save_snippet(ctx: Context, title: str, wording: str, snippet_id: SnippetId | None = None) -> Snippet:
    """Add or change a snippet.

    Raises:
        InputError: Title or text is empty (``snippet-empty``).
    """
    title = " ".join(title.split())
    if not title or not wording.strip():
        raise InputError("snippet-empty")
    with ctx.store.write() as tx:
        snippet = tx.snippets.save(title, wording, snippet_id)
    ctx.bus.publish(SnippetsChanged())
    return snippet


def remove_snippet(ctx: Context, snippet_id: SnippetId) -> None:
    """Forget a snippet."""
    with ctx.store.write() as tx:
        tx.snippets.remove(snippet_id)
    ctx.bus.publish(SnippetsChanged())
