"""Learning from corrections: keep them, refit the judge, judge again what nobody reviewed."""

from collections.abc import Iterable, Sequence

from kundenradar.context import Context
from kundenradar.domain.events import MentionsChanged
from kundenradar.domain.judging import text_to_judge
from kundenradar.domain.learning import MAX_LEARNT_FROM, Correction, Learnt, Lesson, Rejudged
from kundenradar.domain.mentions import EntryId
from kundenradar.domain.sentiment import Label, Sentiment
from kundenradar.services.understanding import READ_HERE, read_again
from kundenradar.store.entries import StoredText
from kundenradar.store.transaction import Transaction

REJUDGED_AT_MOST = 3_000
"""Newest mentions judged again after each lesson: what the owner looks at, in about two seconds of a worker."""
AT_ONCE = 500


def note_corrections(tx: Transaction, ctx: Context, ids: Sequence[EntryId], label: Label) -> None:
    """Keep a person's label of mentions as corrections, in the caller's transaction."""
    texts = [(words.id, text_to_judge(words.title, words.judged)) for words in tx.entries.texts(ids)]
    tx.corrections.put([Correction(label, text, mention=key) for key, text in texts], ctx.clock.now())


def bring_in(ctx: Context, corrections: Iterable[Correction]) -> Learnt:
    """Keep corrections from outside and learn; the same id again replaces."""
    with ctx.store.write() as tx:
        tx.corrections.put(list(corrections), ctx.clock.now())
    learn(ctx)
    return learnt(ctx)


def learn(ctx: Context) -> Lesson | None:
    """Refit the judge to all corrections; None if there are none, then it judges as it ships.

    Waits for a worker: about half a second for 200 corrections.
    """
    with ctx.store.read() as tx:
        corrections = tx.corrections.list(MAX_LEARNT_FROM)
    if not corrections:
        with ctx.store.write() as tx:
            tx.corrections.unlearn()
        return None
    lesson = ctx.digester.learn(corrections).result()
    with ctx.store.write() as tx:
        tx.corrections.keep(lesson, ctx.clock.now())
    return lesson


def learnt(ctx: Context) -> Learnt:
    """What was learnt so far."""
    with ctx.store.read() as tx:
        counts, lesson = tx.corrections.counts(), tx.corrections.lesson()
    if lesson is None:
        return Learnt(counts)
    return Learnt(counts, lesson.accuracy, lesson.at)


def learn_and_judge_again(ctx: Context) -> Rejudged:
    """Refit, then judge again the newest mentions that no person judged; what looks different now.

    Labels by a person are never touched.
    """
    learn(ctx)
    return judge_again(ctx)


def judge_again(ctx: Context) -> Rejudged:
    """Judge again the newest mentions that no person judged; what looks different now."""
    with ctx.store.read() as tx:
        waiting = tx.mentions.unreviewed(REJUDGED_AT_MOST)
    before: list[tuple[EntryId, Sentiment]] = []
    for first in range(0, len(waiting), AT_ONCE):
        before += _judged_again(ctx, dict(waiting[first : first + AT_ONCE]))
    if before:
        read_again(ctx, [key for key, _ in before[:READ_HERE]])  # the rest follows in the background
        ctx.bus.publish(MentionsChanged(tuple(key for key, _ in before)))
    return Rejudged(tuple(before))


def _judged_again(ctx: Context, waiting: dict[EntryId, Sentiment]) -> list[tuple[EntryId, Sentiment]]:
    with ctx.store.read() as tx:
        words = tx.entries.texts(list(waiting))
    judged = judged_now(ctx, words)
    now = {text.id: sentiment for text, sentiment in zip(words, judged, strict=True)}
    changed = {
        key: one for key, one in now.items() if (one.label, one.shown) != (waiting[key].label, waiting[key].shown)
    }
    with ctx.store.write() as tx:
        kept = tx.mentions.not_by_human(list(changed))
        tx.mentions.judge([(key, changed[key]) for key in kept], ctx.clock.now())
    return [(key, waiting[key]) for key in kept]


def judged_now(ctx: Context, words: Sequence[StoredText]) -> list[Sentiment]:
    """What the judge says today, with the stars that came with each text."""
    texts = [text_to_judge(text.title, text.judged) for text in words]
    return ctx.digester.judge(texts, [text.rating for text in words]).result()


def explained_now(ctx: Context, words: StoredText) -> Sentiment:
    """What the judge says today of one text, with the words that decided; spans count in `text_to_judge`."""
    return ctx.digester.explain(text_to_judge(words.title, words.judged), words.rating).result()


def undo(ctx: Context, rejudged: Rejudged) -> None:
    """Put the judgements back that were in force before; those a person judged meanwhile stay."""
    with ctx.store.write() as tx:
        kept = set(tx.mentions.not_by_human(list(rejudged.ids)))
        tx.mentions.judge([pair for pair in rejudged.before if pair[0] in kept], ctx.clock.now())
    ctx.bus.publish(MentionsChanged(tuple(kept)))


def forget(ctx: Context) -> Rejudged:
    """Forget all corrections and what was learnt; labels a person gave stay on their mentions."""
    with ctx.store.write() as tx:
        tx.corrections.clear()
    return judge_again(ctx)


def most_uncertain(ctx: Context, limit: int) -> tuple[EntryId, ...]:
    """Mentions whose label is least certain, for a rating session; none that a person judged."""
    with ctx.store.read() as tx:
        return tx.mentions.most_uncertain(limit)
