"""Learning from corrections: keep them, refit the judge, judge again what nobody reviewed."""

import contextlib
import threading
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kundenradar.context import Context
from kundenradar.domain.events import MentionsChanged
from kundenradar.domain.learning import MAX_LEARNT_FROM, Correction, Learnt, Lesson, Rejudged
from kundenradar.domain.mentions import EntryId
from kundenradar.domain.sentiment import Label, Reason, Sentiment
from kundenradar.domain.subject import Said
from kundenradar.services import meant, understanding
from kundenradar.services.understanding import READ_HERE, read_again
from kundenradar.store.entries import StoredText
from kundenradar.store.transaction import Transaction

REJUDGED_AT_MOST = 3_000
"""Newest mentions judged again after each lesson: what the owner looks at, in about two seconds of a worker."""
AT_ONCE = 500
COMPARED_WEIGHT = 0.8
"""How strongly a comparison is shown to have decided."""


def note_corrections(tx: Transaction, ctx: Context, ids: Sequence[EntryId], label: Label) -> None:
    """Keep a person's label of mentions as corrections, in the caller's transaction."""
    texts = tx.entries.texts(ids)
    parts = zip(texts, meant.said_of(ctx, tx, texts), strict=True)
    taught = [Correction(label, part.judged if part.judged.strip() else part.text, text.id) for text, part in parts]
    tx.corrections.put(taught, ctx.clock.now())


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
    from kundenradar.domain.attention import ear  # late: many words and expressions, and a poll needs none of them

    with ctx.store.read() as tx:
        heeds = ear(meant.focus_of(ctx, tx))
        kept = tx.corrections.list(MAX_LEARNT_FROM)
    corrections = [replace(one, text=heeds.nameless(one.text)) for one in kept if one.text.strip()]
    if not corrections:  # a text without a sign teaches nothing but how often a label is given
        with ctx.store.write() as tx:
            tx.corrections.unlearn()
        return None
    lesson = ctx.digester.learn(corrections).result()
    with ctx.store.write() as tx:
        tx.corrections.keep(lesson, ctx.clock.now())
    return lesson


def follow_update(ctx: Context) -> bool:
    """Learn again from all corrections if an update brought other start weights since; whether it did."""
    with ctx.store.read() as tx:
        lesson = tx.corrections.lesson()
    if lesson is None:
        return False
    from kundenradar.classify.weights import start_name, unpack_residual  # late: numpy, and most never taught anything

    with contextlib.suppress(ValueError, KeyError, OSError, zipfile.BadZipFile):  # damaged: learnt anew
        if unpack_residual(lesson.weights).start == start_name():
            return False
    learn(ctx)
    return True


def catch_up(ctx: Context, cancel: threading.Event | None = None) -> int:
    """Learn again and read stored mentions again, as far as an update or other cause words ask for it.

    Returns how many were read; see `understanding.catch_up`.
    """
    follow_update(ctx)
    return understanding.catch_up(ctx, cancel)


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
    return _judge_again(ctx, waiting)


def judge_these_again(ctx: Context, ids: Sequence[EntryId]) -> Rejudged:
    """Judge these mentions again, if no person did, and understand them anew; what looks different now."""
    wanted = set(ids)
    with ctx.store.read() as tx:
        waiting = [pair for pair in tx.mentions.unreviewed(REJUDGED_AT_MOST) if pair[0] in wanted]
    rejudged = _judge_again(ctx, waiting)
    read_again(ctx, list(wanted.difference(rejudged.ids)))
    ctx.bus.publish(MentionsChanged(tuple(wanted)))
    return rejudged


def _judge_again(ctx: Context, waiting: Sequence[tuple[EntryId, Sentiment]]) -> Rejudged:
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
    """What the judge says today of what each text says of the firm, with the stars that came with it."""
    with ctx.store.read() as tx:
        parts = meant.said_of(ctx, tx, words)
    return ctx.digester.judge([part.judged for part in parts], [part.rating for part in parts]).result()


def explained_now(ctx: Context, part: Said) -> Sentiment:
    """What the judge says today of one text, with the words that decided; spans count in `Said.text`."""
    judged = ctx.digester.explain(part.judged, part.rating).result()
    lean = COMPARED_WEIGHT * part.about.lean
    compared = tuple(Reason(*span, lean) for span in part.about.compared if lean)
    return replace(judged, why=tuple(sorted((*judged.why, *compared), key=lambda one: one.start)))


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
