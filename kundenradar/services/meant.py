"""What stored mentions say of the firm: every way to judge, to learn, to read and to explain takes it from here."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from kundenradar.context import Context
from kundenradar.domain.mentions import EntryId, Mention
from kundenradar.domain.queries import QueryId
from kundenradar.domain.subject import AboutLabel, Focus, Said
from kundenradar.store.entries import StoredText
from kundenradar.store.transaction import Transaction

FOLLOWED_AT_MOST = 3_000
"""Newest mentions that follow when the owner says anew who is meant, as after a lesson."""


def focus_of(ctx: Context, tx: Transaction) -> Focus:
    """Who is meant: the Suchprofile, and the competitors the owner named."""
    return Focus(tx.queries.plain(), tx.queries.firm(), ctx.settings.current.competitors)


def said_of(ctx: Context, tx: Transaction, texts: Sequence[StoredText]) -> list[Said]:
    """What stored texts say of the firm, by the Suchprofile they meet; order kept."""
    met = tx.mentions.queries_of([text.id for text in texts])
    return said_by(focus_of(ctx, tx), texts, met)


def said_by(focus: Focus, texts: Sequence[StoredText], met: dict[EntryId, tuple[QueryId, ...]]) -> list[Said]:
    """The same by the Suchprofile given; what was entered by hand counts whole."""
    from kundenradar.domain.attention import said  # late: many words and expressions, and a poll needs none of them

    return [
        said(focus, text.title, text.judged, () if text.by_hand else met.get(text.id, ()), text.rating)
        for text in texts
    ]


def said_in(ctx: Context, mentions: Sequence[Mention]) -> list[Said]:
    """What mentions say of the firm, order kept."""
    from kundenradar.domain.attention import said  # late, as above

    with ctx.store.read() as tx:
        focus = focus_of(ctx, tx)
    return [
        said(
            focus,
            "" if one.entry.reply else one.entry.title,
            one.entry.own_words,
            () if one.entry.channel else one.queries,
            one.entry.rating,
        )
        for one in mentions
    ]


def note_passing(tx: Transaction, texts: Sequence[StoredText], parts: Sequence[Said]) -> None:
    """Keep which mentions name the firm in passing only, to filter by."""
    tx.mentions.note_passing(
        {text.id: part.about.label is AboutLabel.PASSING for text, part in zip(texts, parts, strict=True)}
    )


@contextmanager
def followed(ctx: Context) -> Iterator[None]:
    """Judge again, at the end, the newest mentions of which another part counts by then.

    What nobody judged follows; labels by a person stay.
    """
    before = _parts(ctx)
    yield
    after = _parts(ctx)
    changed = [key for key, part in after.items() if part != before.get(key, part)]
    if changed:
        from kundenradar.services.learning import judge_these_again

        judge_these_again(ctx, changed)


def _parts(ctx: Context) -> dict[EntryId, tuple[str, float | None]]:
    with ctx.store.read() as tx:
        ids = [key for key, _ in tx.mentions.unreviewed(FOLLOWED_AT_MOST)]
        texts = tx.entries.texts(ids)
        parts = said_of(ctx, tx, texts)
    return {text.id: (part.judged, part.rating) for text, part in zip(texts, parts, strict=True)}
