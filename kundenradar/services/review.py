"""Going through mentions: lists, detail, status and sentiment."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kundenradar.context import Context
from kundenradar.domain.errors import InputError
from kundenradar.domain.events import MentionsChanged
from kundenradar.domain.keys import local_day
from kundenradar.domain.matching import matcher
from kundenradar.domain.mentions import (
    Entry,
    EntryId,
    EntryVersion,
    FacetCounts,
    Judgement,
    Mention,
    MentionFilter,
    MentionLine,
    MentionStatus,
    StatusChange,
)
from kundenradar.domain.queries import dated, parse_query
from kundenradar.domain.sentiment import Label, Sentiment, human_judgement
from kundenradar.domain.subject import Said
from kundenradar.domain.text import tokens
from kundenradar.services import gathering, learning, meant
from kundenradar.services.understanding import READ_HERE, read_again

if TYPE_CHECKING:
    from array import array
    from collections.abc import Set as AbstractSet


def _with_days(ctx: Context, wanted: MentionFilter) -> MentionFilter:
    """The filter with *heute* and *7t* in its expression as days."""
    expression = dated(wanted.expression, local_day(ctx.clock.now()))
    return wanted if expression == wanted.expression else replace(wanted, expression=expression)


def search(ctx: Context, expression: str, limit: int | None = None) -> tuple[tuple[Entry, bool], ...]:
    """Everything stored that meets an expression, authors included, newest first; and whether it is a mention.

    Raises:
        InputError: The expression has a mistake.
    """
    fixed = dated(expression, local_day(ctx.clock.now()))
    with ctx.store.read() as tx:
        ids = tx.search.ids(fixed, authors=True, limit=limit)
        known = tx.mentions.known(ids)
        return tuple((tx.entries.get(key), key in known) for key in ids)


def keys(ctx: Context, wanted: MentionFilter, limit: int | None = None) -> "array[int]":
    """Ids of the mentions wanted, newest first, as 64-bit integers.

    Raises:
        InputError: The search expression has a mistake.
    """
    wanted = _with_days(ctx, wanted)
    with ctx.store.read() as tx:
        return tx.mentions.keys(wanted, limit)


def voices(
    ctx: Context, wanted: MentionFilter, limit: int | None = None, unfolded: "AbstractSet[EntryId]" = frozenset()
) -> "array[int]":
    """Like `keys`, but of near copies only one is listed (ADR 0012).

    Args:
        ctx: Context.
        wanted: The filter.
        limit: How many at most.
        unfolded: First mentions of the groups whose copies are listed too.

    Raises:
        InputError: The search expression has a mistake.
    """
    with ctx.store.read() as tx:
        return tx.mentions.voices(wanted, limit, unfolded)


def told_alike(ctx: Context, mention_id: EntryId) -> tuple[Mention, ...]:
    """The other mentions of a mention's group, the first one first; none if it has no near copies."""
    with ctx.store.read() as tx:
        return tx.mentions.full([key for key in tx.groups.group(mention_id) if key != mention_id])


def page(
    ctx: Context, wanted: MentionFilter, before: EntryId | None = None, limit: int = 100
) -> tuple[MentionLine, ...]:
    """List rows, newest first, older than `before`."""
    wanted = _with_days(ctx, wanted)
    with ctx.store.read() as tx:
        found = tx.mentions.keys(wanted, limit, before)
        return tx.mentions.lines([EntryId(key) for key in found])


def lines(ctx: Context, ids: Sequence[EntryId]) -> tuple[MentionLine, ...]:
    """List rows of these mentions, in the order asked; vanished ones are left out."""
    with ctx.store.read() as tx:
        return tx.mentions.lines(ids)


def full(ctx: Context, ids: Sequence[EntryId]) -> tuple[Mention, ...]:
    """Mentions in full, in the order asked."""
    with ctx.store.read() as tx:
        return tx.mentions.full(ids)


def count(ctx: Context, wanted: MentionFilter) -> int:
    """How many mentions are wanted."""
    wanted = _with_days(ctx, wanted)
    with ctx.store.read() as tx:
        return tx.mentions.count(wanted)


def facets(ctx: Context) -> FacetCounts:
    """Counts beside the filters."""
    with ctx.store.read() as tx:
        return tx.mentions.facets()


def mention(ctx: Context, mention_id: EntryId) -> Mention:
    """One mention in full.

    Raises:
        InputError: It is gone (``mention-unknown``).
    """
    with ctx.store.read() as tx:
        return tx.mentions.get(mention_id)


def history(ctx: Context, mention_id: EntryId) -> tuple[Judgement, ...]:
    """Every judgement of a mention, oldest first."""
    with ctx.store.read() as tx:
        return tx.mentions.judgements(mention_id)


def status_history(ctx: Context, mention_id: EntryId) -> tuple[StatusChange, ...]:
    """Every step of the work state, oldest first."""
    with ctx.store.read() as tx:
        return tx.mentions.status_changes(mention_id)


def versions(ctx: Context, mention_id: EntryId) -> tuple[EntryVersion, ...]:
    """Earlier wordings of an edited entry, oldest first."""
    with ctx.store.read() as tx:
        return tx.entries.versions(mention_id)


def explain(ctx: Context, mention_id: EntryId) -> Sentiment:
    """The judgement the model makes today, with the stretches of the text that decided."""
    with ctx.store.read() as tx:
        parts = meant.said_of(ctx, tx, tx.entries.texts([mention_id]))
    return learning.explained_now(ctx, parts[0] if parts else Said("", ""))


def highlight(ctx: Context, expression: str, text: str) -> tuple[tuple[int, int], ...]:  # noqa: ARG001 - use cases take ctx
    """Spans of a text that meet the positive words of an expression; empty if it has a mistake."""
    if not expression.strip():
        return ()
    try:
        found = matcher(parse_query(expression))
    except InputError:
        return ()
    return tuple(found.spans(tokens(text), text))


def copies_of(ctx: Context, ids: Sequence[EntryId]) -> tuple[EntryId, ...]:
    """Near copies that follow what is done with these mentions, without those among them."""
    with ctx.store.read() as tx:
        return tuple(gathering.with_copies(tx, ids)[len(ids) :])


def set_status(ctx: Context, ids: Sequence[EntryId], status: MentionStatus) -> tuple[EntryId, ...]:
    """Move mentions on; returns those that were not there yet."""
    with ctx.store.write() as tx:
        moved = gathering.set_status(tx, ids, status, ctx.clock.now())
    if moved:
        ctx.bus.publish(MentionsChanged(moved))
    return moved


def set_sentiment(ctx: Context, ids: Sequence[EntryId], label: Label) -> None:
    """Let a person's judgement count from now on; the model's stays in the history."""
    judgement = human_judgement(label)
    with ctx.store.write() as tx:
        chosen = gathering.with_copies(tx, ids)
        tx.mentions.judge([(key, judgement) for key in chosen], ctx.clock.now())
        learning.note_corrections(tx, ctx, ids, label)
    read_again(ctx, chosen[:READ_HERE])  # the rest follows in the background
    ctx.bus.publish(MentionsChanged(tuple(chosen)))


def clear_sentiment(ctx: Context, ids: Sequence[EntryId]) -> None:
    """Let the model judge again; the person's judgement stays in the history."""
    with ctx.store.read() as tx:
        words = tx.entries.texts(gathering.with_copies(tx, ids))
    judged = learning.judged_now(ctx, words)
    with ctx.store.write() as tx:
        tx.corrections.forget([text.id for text in words])
        tx.mentions.judge(
            [(text.id, sentiment) for text, sentiment in zip(words, judged, strict=True)], ctx.clock.now()
        )
    ctx.bus.publish(MentionsChanged(tuple(text.id for text in words)))


def set_bookmarked(ctx: Context, ids: Sequence[EntryId], on: bool) -> None:
    """Set or remove the bookmark."""
    with ctx.store.write() as tx:
        tx.mentions.set_flag(ids, bookmarked=on)
    ctx.bus.publish(MentionsChanged(tuple(ids)))


def mark_seen(ctx: Context, ids: Sequence[EntryId], seen: bool = True) -> None:
    """Note that mentions were looked at."""
    with ctx.store.write() as tx:
        chosen = gathering.with_copies(tx, ids)
        tx.mentions.set_flag(chosen, seen=seen)
    ctx.bus.publish(MentionsChanged(tuple(chosen)))
