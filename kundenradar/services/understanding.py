"""What mentions want and speak of: reading stored ones again, causes with their words, topics and clusters."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from kundenradar.context import Context
from kundenradar.domain.errors import InputError
from kundenradar.domain.events import CausesChanged, MentionsChanged
from kundenradar.domain.keys import local_day
from kundenradar.domain.mentions import EntryId, MentionLine
from kundenradar.domain.subject import WHOLE
from kundenradar.domain.text import fold, tokens
from kundenradar.domain.topics import Cluster, RisingTopic, Topics, Voice, clusters, like, rising_topics
from kundenradar.domain.understanding import Cause, Concern
from kundenradar.services import meant
from kundenradar.store.transaction import Transaction

READ_AT_ONCE, READ_HERE = 400, 40
READ_FIRST = 4_000
"""Stored mentions a command reads again before it answers: a few seconds at most."""
MOST_VOICES = 3_000
"""Mentions of a period that topics are counted from, the newest: bounded work however much is stored."""
MOST_COMPLAINTS = 1_500
LIKE_DAYS, MOST_LIKE = 60, 400
"""Days around a mention in which others may have written the same, and how many are compared."""
ALARM_DAYS, MOST_ALARMS = 60, 20
MAX_NAME, MAX_WORDS = 60, 500


# -- reading again ---------------------------------------------------------------------------------


def catch_up(ctx: Context, cancel: threading.Event | None = None, most: int | None = None) -> int:
    """Read stored mentions that other rules or cause words read, or none; how many were read.

    Newest first, in pieces of `READ_AT_ONCE`, so that whoever writes waits for one piece at most. Set `cancel` to stop
    between two pieces, or `most` to stop after so many; the rest is read next time.
    """
    from kundenradar.classify.concerns import reading_version  # late: the window asks for other things first

    done = 0
    while (cancel is None or not cancel.is_set()) and (most is None or done < most):
        with ctx.store.read() as tx:
            ids = tx.traits.outdated(reading_version(tx.causes.list()), READ_AT_ONCE)
        if not ids:
            break
        _judge_parts(ctx, ids)
        read_again(ctx, ids)
        done += len(ids)
    if done:
        ctx.bus.publish(MentionsChanged())
    return done


def _judge_parts(ctx: Context, ids: Sequence[EntryId]) -> None:
    """Judge those again of which only a part counts: an older program judged them whole.

    What was judged since it was last read stays, and so do labels by a person.
    """
    with ctx.store.read() as tx:
        earlier = sorted(tx.traits.read_before(ids))
        texts = tx.entries.texts(tx.mentions.not_by_human(earlier))
        known = dict(tx.traits.judgements([text.id for text in texts]))
        parts = [
            (text.id, part)
            for text, part in zip(texts, meant.said_of(ctx, tx, texts), strict=True)
            if part.about != WHOLE and text.id in known
        ]
    if not parts:
        return
    judged = ctx.digester.judge([part.judged for _, part in parts], [part.rating for _, part in parts]).result()
    changed = [
        (key, one)
        for (key, _), one in zip(parts, judged, strict=True)
        if (one.label, one.shown) != (known[key].label, known[key].shown)
    ]
    with ctx.store.write() as tx:
        kept = set(tx.mentions.not_by_human([key for key, _ in changed]))
        tx.mentions.judge([pair for pair in changed if pair[0] in kept], ctx.clock.now())


def read_again(ctx: Context, ids: Sequence[EntryId]) -> None:
    """Understand these mentions anew, by the judgement in force; tells nobody."""
    from kundenradar.classify.concerns import read

    with ctx.store.read() as tx:
        causes = tx.causes.list()
        judged = dict(tx.traits.judgements(ids))
        texts = [text for text in tx.entries.texts(ids) if text.id in judged]
        parts = meant.said_of(ctx, tx, texts)
    pairs = [(part.judged, judged[text.id]) for text, part in zip(texts, parts, strict=True)]
    # A few are read faster here than a sleeping worker process wakes.
    few = len(pairs) <= READ_HERE
    readings = [read(*pair, causes) for pair in pairs] if few else ctx.digester.read(pairs, causes).result()
    with ctx.store.write() as tx:
        tx.traits.note({text.id: reading for text, reading in zip(texts, readings, strict=True)})
        meant.note_passing(tx, texts, parts)


# -- causes ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CauseCount:
    """How often a cause is criticised.

    Attributes:
        before: Times in the period before.
        share: Of all criticism with a cause, in [0, 1]; a mention may have several causes.
        cumulated: Share of this cause and those above it in all counts, in [0, 1]; the last is 1.
    """

    cause: Cause
    count: int
    before: int
    share: float
    cumulated: float


@dataclass(frozen=True, slots=True)
class CauseReport:
    """The causes of criticism of a period.

    Attributes:
        first: First local day.
        last: Last local day.
        causes: Those that were criticised, most often first.
        criticism: Mentions that criticise.
        without_cause: Those of them in which no cause was found.
        concerns: Mentions by concern.
    """

    first: date
    last: date
    causes: tuple[CauseCount, ...]
    criticism: int
    without_cause: int
    concerns: dict[Concern, int]


def causes(ctx: Context) -> tuple[Cause, ...]:
    """All causes with their words, in the owner's order."""
    with ctx.store.read() as tx:
        return tx.causes.list()


def save_causes(ctx: Context, wanted: Sequence[Cause]) -> tuple[Cause, ...]:
    """Keep causes in place of all before; stored mentions are read again by `catch_up`.

    New ones (empty key) get a key made from their name.

    Raises:
        InputError: There is none (``cause-none``), one has no name (``cause-name``) or no word (``cause-words``), or
            two share a name (``cause-known``).
    """
    kept: list[Cause] = []
    for cause in wanted:
        name = " ".join(cause.name.split())[:MAX_NAME]
        words = tuple(dict.fromkeys(" ".join(word.split()) for word in cause.words if tokens(word)))[:MAX_WORDS]
        if not name:
            raise InputError("cause-name")
        if not words:
            raise InputError("cause-words", name)
        if any(fold(other.name) == fold(name) for other in kept):
            raise InputError("cause-known", name)
        kept.append(Cause(cause.key or _free_key(name, {other.key for other in (*wanted, *kept)}), name, words))
    if not kept:
        raise InputError("cause-none")
    with ctx.store.write() as tx:
        tx.causes.save(kept)
    ctx.bus.publish(CausesChanged())
    return tuple(kept)


def reset_causes(ctx: Context) -> tuple[Cause, ...]:
    """Go back to the causes of a fresh installation."""
    with ctx.store.write() as tx:
        tx.causes.save(())
        known = tx.causes.list()
    ctx.bus.publish(CausesChanged())
    return known


def _free_key(name: str, taken: set[str]) -> str:
    plain = "-".join(token.folded for token in tokens(name)) or "cause"
    return next(key for key in (plain, *(f"{plain}-{number}" for number in range(2, 1000))) if key not in taken)


def cause_report(ctx: Context, days: int) -> CauseReport:
    """What is criticised in the last `days` days, today included, beside the period before."""
    first, last = _period(ctx, days)
    with ctx.store.read() as tx:
        return causes_between(tx, first, last)


def causes_between(tx: Transaction, first: date, last: date) -> CauseReport:
    """The causes of criticism between two local days, inside a transaction."""
    known = {cause.key: cause for cause in tx.causes.list()}
    counts = {key: count for key, count in tx.traits.cause_counts(first, last).items() if key in known}
    span = last - first + timedelta(days=1)
    before = tx.traits.cause_counts(first - span, first - timedelta(days=1))
    criticism, with_cause = tx.traits.criticism_counts(first, last)
    total, cumulated = sum(counts.values()), 0
    rows = []
    for key in sorted(counts, key=lambda key: (-counts[key], known[key].name)):
        cumulated += counts[key]
        share = counts[key] / with_cause if with_cause else 0.0
        rows.append(CauseCount(known[key], counts[key], before.get(key, 0), share, cumulated / total))
    return CauseReport(
        first, last, tuple(rows), criticism, criticism - with_cause, tx.traits.concern_counts(first, last)
    )


def alarms(ctx: Context) -> tuple[MentionLine, ...]:
    """Open mentions of the last weeks that tell of danger or harm, newest first."""
    since = local_day(ctx.clock.now()) - timedelta(days=ALARM_DAYS)
    with ctx.store.read() as tx:
        return tx.mentions.lines(tx.traits.alarming(since, MOST_ALARMS))


# -- topics ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SameComplaint:
    """Complaints that say the same, with the clearest one in full line.

    Attributes:
        others: How many other people than the first wrote it.
    """

    cluster: Cluster
    example: MentionLine | None

    @property
    def others(self) -> int:
        """How many people besides the one of the example."""
        return self.cluster.authors - 1


@dataclass(frozen=True, slots=True)
class TopicReport:
    """What the mentions of a period speak of.

    Attributes:
        first: First local day.
        last: Last local day.
        rising: Topics that stand out, strongest first.
        compared: Whether the period before was long enough to compare with.
        clusters: Complaints that several people share, largest first.
        mentions: How many mentions were looked at.
    """

    first: date
    last: date
    rising: tuple[RisingTopic, ...]
    compared: bool
    clusters: tuple[SameComplaint, ...]
    mentions: int


def topic_report(ctx: Context, days: int) -> TopicReport:
    """Rising topics and shared complaints of the last `days` days, today included."""
    first, last = _period(ctx, days)
    span = timedelta(days=days)
    with ctx.store.read() as tx:
        focus = meant.focus_of(ctx, tx)
        now = tx.traits.voices(first, last, MOST_VOICES, focus)
        before = tx.traits.voices(first - span, first - timedelta(days=1), MOST_VOICES, focus)
        complaints = tx.traits.voices(first, last, MOST_COMPLAINTS, focus, critical=True)
        places = tuple(source.name for source in tx.sources.list())
    work = partial(_find_topics, now=now, before=before, complaints=complaints, places=places)
    counting = ctx.digester.compute(work, _ignored(ctx))
    topics, found = counting.result()
    with ctx.store.read() as tx:
        lines = {line.id: line for line in tx.mentions.lines([cluster.example for cluster in found])}
    shared = tuple(SameComplaint(cluster, lines.get(cluster.example)) for cluster in found)
    return TopicReport(first, last, topics.rising, topics.compared, shared, len(now))


def same_complaint(ctx: Context, mention_id: EntryId) -> SameComplaint | None:
    """Others that criticise the same as this mention in the weeks around it, or None."""
    with ctx.store.read() as tx:
        reading = tx.traits.of([mention_id]).get(mention_id)
        if reading is None or Concern.CRITICISM not in reading.concerns:
            return None
        day = tx.entries.get(mention_id).local_day
        around = timedelta(days=LIKE_DAYS)
        focus = meant.focus_of(ctx, tx)
        voices = tx.traits.voices(day - around, day + around, MOST_LIKE, focus, critical=True, causes=reading.causes)
        own = next((voice for voice in voices if voice.id == mention_id), None) or tx.traits.voice(mention_id, focus)
    if own is None or len(voices) < 2:
        return None
    cluster = ctx.digester.compute(partial(_find_like, voice=own, others=voices), _ignored(ctx)).result()
    if cluster is None:
        return None
    with ctx.store.read() as tx:
        lines = tx.mentions.lines([cluster.example])
    return SameComplaint(cluster, lines[0] if lines else None)


def _find_topics(
    ignored: tuple[str, ...],
    now: Sequence[Voice],
    before: Sequence[Voice],
    complaints: Sequence[Voice],
    places: Sequence[str],
) -> tuple[Topics, tuple[Cluster, ...]]:
    return rising_topics(now, before, ignored, places), clusters(complaints, ignored)


def _find_like(ignored: tuple[str, ...], voice: Voice, others: Sequence[Voice]) -> Cluster | None:
    return like(voice, others, ignored)


def _ignored(ctx: Context) -> tuple[str, ...]:
    settings = ctx.settings.current
    return (settings.firm_name, settings.person, *settings.terms, *settings.own_names)


def _period(ctx: Context, days: int) -> tuple[date, date]:
    last = local_day(ctx.clock.now())
    return last - timedelta(days=days - 1), last
