"""Figures: the overview, the statistics and the week."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from statistics import median

from kundenradar.context import Context
from kundenradar.domain.judging import subject
from kundenradar.domain.keys import LOCAL_ZONE, local_day
from kundenradar.domain.mentions import OPEN_STATUSES, EntryId, Mention, MentionFilter, MentionLine, MentionStatus
from kundenradar.domain.reports import CauseOfWeek, IsoWeek, ReportMention, SourceCount, WeekReport
from kundenradar.domain.sentiment import Label
from kundenradar.domain.sources import Source, SourceState, is_our_line, state_of
from kundenradar.domain.trends import (
    DayCount,
    Drivers,
    Figures,
    Important,
    Overview,
    figures_of,
    fill_days,
    sliding_mood,
)
from kundenradar.domain.understanding import Concern
from kundenradar.services.understanding import causes_between
from kundenradar.store.transaction import Transaction

WEEK = timedelta(days=7)
MOOD_WIDTH = 7
QUOTE_CHARS = 300
REPORT_MENTIONS = 9
REPORT_CAUSES, REPORT_HARVEST = 8, 3
THREAD_QUOTES = 3
PRAISE_QUOTES = 3
LOOKED_BACK_DAYS = 60
SILENT_FACTOR = 3
SILENT_MIN = timedelta(days=3)
UNUSUAL_FACTOR = 2.0
UNUSUAL_MIN = 5
URGENT_DAYS = 14
"""Days a criticism is listed by itself: later an answer hardly helps the one who wrote it."""

URGENT_LINES = 3
DANGER_LINES = 3
DRIVERS = 2
"""Sources and causes named behind a rise."""
MOST_VOICES = 500
TROUBLED_LINES = 2
TITLE_CHARS = 80


def today(ctx: Context) -> date:
    """The local day of this moment (Europe/Berlin)."""
    return local_day(ctx.clock.now())


def overview(ctx: Context, days: int) -> Overview:
    """Everything the Übersicht shows, for the last `days` days, today included."""
    last = today(ctx)
    first = last - timedelta(days=days - 1)
    reach = min(first, last - 2 * WEEK) - timedelta(days=MOOD_WIDTH)
    with ctx.store.read() as tx:
        counts = fill_days(tx.days.between(reach, last), reach, last)
        waiting = tx.mentions.open_by_day(last - timedelta(days=LOOKED_BACK_DAYS), last)
        important = _important(tx, counts, ctx.clock.now(), last)
        backlog = tx.mentions.open_number()
        sources = tx.sources.list()
    mood = sliding_mood(counts, MOOD_WIDTH)
    week_start = last - WEEK + timedelta(days=1)
    return Overview(
        days=tuple(count for count in counts if count.day >= first),
        week=_figures(counts, waiting, week_start, last),
        week_before=_figures(counts, waiting, week_start - WEEK, week_start - timedelta(days=1)),
        mood=tuple(value for value, count in zip(mood, counts, strict=True) if count.day >= first),
        important=important,
        sources=len(sources),
        mentions=sum(source.mentions for source in sources),
        backlog=backlog,
    )


def _figures(counts: Sequence[DayCount], waiting: dict[date, int], first: date, last: date) -> Figures:
    inside = [count for count in counts if first <= count.day <= last]
    return figures_of(inside, sum(number for day, number in waiting.items() if first <= day <= last))


def _important(tx: Transaction, counts: Sequence[DayCount], now: datetime, last: date) -> tuple[Important, ...]:
    dangers = _dangers(tx, last)
    return (
        *(_waiting("danger", line) for line in dangers),
        *_rising(tx, counts, last),
        *_criticisms(tx, last, dangers),
        *_troubled(tx, now)[:TROUBLED_LINES],
    )


def _dangers(tx: Transaction, last: date) -> tuple[MentionLine, ...]:
    """Open mentions that tell of danger or harm, newest first."""
    return tx.mentions.lines(tx.traits.alarming(last - timedelta(days=LOOKED_BACK_DAYS), DANGER_LINES))


def _waiting(kind: str, line: MentionLine) -> Important:
    return Important(
        kind,
        name=quote(subject(line.title) or line.snippet, TITLE_CHARS),
        since=local_day(line.at),
        source=line.source,
        mention=line.id,
        place=line.source_name,
        words=tuple(dict.fromkeys(line.safety)) if kind == "danger" else (),
    )


def _criticisms(tx: Transaction, last: date, dangers: Sequence[MentionLine]) -> list[Important]:
    """The criticisms that wait longest and are no danger listed already, then how many more there are."""
    negative = tx.mentions.open_by_day(last - timedelta(days=LOOKED_BACK_DAYS), last, Label.NEGATIVE)
    if not negative:
        return []
    first = last - timedelta(days=URGENT_DAYS - 1)
    told = {line.id for line in dangers}
    discussions = {(line.source, subject(line.title)) for line in dangers if line.title}
    waiting = tx.mentions.waiting_criticism(first, last, URGENT_LINES + len(told))
    most = min(URGENT_LINES, URGENT_LINES + 1 - len(told))
    listed = [
        _waiting("criticism", line)
        for line in waiting
        if line.id not in told and (line.source, subject(line.title)) not in discussions
    ][:most]
    rest = sum(negative.values()) - len(listed) - sum(line.label is Label.NEGATIVE for line in dangers)
    if rest > 0:
        listed.append(Important("more" if listed else "unanswered", count=rest, since=min(negative)))
    return listed


def _troubled(tx: Transaction, now: datetime) -> list[Important]:
    """A line for each kind of trouble: nothing comes any more, something is missing, disturbed, fallen silent.

    One line tells of all sources of its kind: a broken one must not hide what another has lost.
    """
    found: dict[str, list[Important]] = {kind: [] for kind in ("broken", "missed", "troubled", "silent")}
    for source in tx.sources.list():
        if source.missed and source.missed_at is not None and not source.paused:
            since = local_day(source.missed_at)
            found["missed"].append(Important("missed", source.missed, name=source.name, since=since, source=source.id))
        kind, since_at = _trouble_of(source, now)
        if kind and since_at is not None:
            found[kind].append(Important(kind, name=source.name, since=local_day(since_at), source=source.id))
    return [_together(lines) for lines in found.values() if lines]


def _trouble_of(source: Source, now: datetime) -> tuple[str, datetime | None]:
    """What is wrong with a source and since when; an empty word if nothing is."""
    state = state_of(source)
    if state in {SourceState.BROKEN, SourceState.GONE}:
        return "broken", source.last_success or source.added_at
    if state is SourceState.TROUBLED and source.trouble is not None and not is_our_line(source, source.trouble, now):
        return "troubled", source.last_success or source.added_at
    if state is SourceState.SILENT:
        return "silent", source.newest_at
    if state is SourceState.OK and source.newest_at is not None and source.entries >= UNUSUAL_MIN:
        took = source.newest_at - source.added_at
        rhythm = took / source.entries if took > timedelta(0) else SILENT_MIN
        if now - source.newest_at > max(SILENT_FACTOR * rhythm, 10 * SILENT_MIN):
            return "silent", source.newest_at
    return "", None


def _together(lines: Sequence[Important]) -> Important:
    """One line for all sources with the same trouble, called after the one with the most."""
    most = max(lines, key=lambda line: line.count)
    return replace(most, count=sum(line.count for line in lines), sources=len(lines))


def _rising(tx: Transaction, counts: Sequence[DayCount], last: date) -> list[Important]:
    """More criticism this week than in the four before."""
    week = [count for count in counts if count.day > last - WEEK]
    month = [count for count in counts if last - 5 * WEEK < count.day <= last - WEEK]
    usual = sum(count.negative for count in month) / max(1, len(month) / WEEK.days)
    now_negative = sum(count.negative for count in week)
    if now_negative >= UNUSUAL_MIN and now_negative >= UNUSUAL_FACTOR * usual:
        return [Important("rising", count=now_negative, usual=round(usual), why=_drivers(tx, last))]
    return []


def _drivers(tx: Transaction, last: date) -> Drivers:
    """Who and what stands behind the criticism of the last seven days."""
    first = last - WEEK + timedelta(days=1)
    places = Counter({name: n for name, label, n in tx.days.by_source(first, last) if label == Label.NEGATIVE.value})
    voices = tx.traits.voices(first, last, MOST_VOICES, critical=True)
    causes = causes_between(tx, first, last).causes[:DRIVERS]
    return Drivers(
        authors=len({voice.author for voice in voices if voice.author}),
        places=tuple(places.most_common(DRIVERS)),
        causes=tuple((one.cause.name, one.count) for one in causes),
    )


@dataclass(frozen=True, slots=True)
class Statistics:
    """The numbers of the Übersicht for the command line.

    Attributes:
        answer_rate: Answered mentions by all that count, in [0, 1]; None without mentions.
        median_answer_hours: Median hours from written to answered, None if none was answered.
        median_per_day: Median mentions per day.
    """

    days: tuple[DayCount, ...]
    figures: Figures
    week: Figures
    week_before: Figures
    answered: int
    answer_rate: float | None
    median_answer_hours: float | None
    median_per_day: float
    mood: float | None


def statistics(ctx: Context, days: int) -> Statistics:
    """The numbers of the last `days` days, today included."""
    last = today(ctx)
    first = last - timedelta(days=days - 1)
    shown = overview(ctx, days)
    with ctx.store.read() as tx:
        open_count = tx.mentions.open_between(first, last)
        times = tx.mentions.answer_times(first, last)
    figures = figures_of(shown.days, open_count)
    hours = [(answered - written).total_seconds() / 3600 for written, answered in times]
    return Statistics(
        days=shown.days,
        figures=figures,
        week=shown.week,
        week_before=shown.week_before,
        answered=len(times),
        answer_rate=len(times) / figures.total if figures.total else None,
        median_answer_hours=median(hours) if hours else None,
        median_per_day=float(median([count.total for count in shown.days])) if shown.days else 0.0,
        mood=figures.mean_score,
    )


def weeks_with_mentions(ctx: Context) -> tuple[IsoWeek, ...]:
    """Calendar weeks in which somebody wrote, newest first; always with the current one."""
    with ctx.store.read() as tx:
        days = tx.days.days_with_mentions()
    weeks = {IsoWeek.of(day) for day in days} | {IsoWeek.of(today(ctx))}
    return tuple(sorted(weeks, reverse=True))


def week_report(ctx: Context, week: IsoWeek) -> WeekReport:
    """One week in figures and voices."""
    monday, sunday = week.monday, week.sunday
    before = week.before
    # A running week is compared with the same days of the one before: seven days against two would read as a collapse.
    passed = min(max(today(ctx) - monday, timedelta(0)), sunday - monday) if today(ctx) >= monday else sunday - monday
    with ctx.store.read() as tx:
        counts = tx.days.between(before.monday, sunday)
        waiting = tx.mentions.open_by_day(before.monday, sunday)
        waiting_negative = tx.mentions.open_by_day(monday, sunday, Label.NEGATIVE)
        by_source = tx.days.by_source(monday, sunday)
        ranked = tx.mentions.important(monday, sunday, 5 * REPORT_MENTIONS)
        quoted = chosen(ranked)
        questions = _harvest(tx, week, quoted, frozenset({Concern.QUESTION}), OPEN_STATUSES)
        # What reads as praise and is not judged positive is irony or a mix.
        praised, glad = frozenset({Concern.PRAISE, Concern.RECOMMENDATION}), frozenset({Label.POSITIVE})
        praise = _harvest(tx, week, (*quoted, *questions), praised, labels=glad)
        causes = _causes(tx, week, passed)
        elsewhere = _elsewhere(tx, (*quoted, *questions, *praise))
    filled = fill_days(counts, before.monday, sunday)
    in_week = {day: number for day, number in waiting.items() if day >= monday}
    last = min(today(ctx), sunday) if today(ctx) >= monday else sunday
    return WeekReport(
        week=week,
        firm=ctx.settings.current.firm_name,
        created_at=ctx.clock.now().astimezone(LOCAL_ZONE),
        figures=_figures(filled, waiting, monday, sunday),
        before=_figures(filled, waiting, before.monday, before.monday + passed),
        days=tuple(count for count in filled if count.day >= monday),
        oldest_open_days=max(0, (max(last, today(ctx)) - min(in_week)).days) if in_week else None,
        open_negative=sum(waiting_negative.values()),
        sources=_source_counts(by_source),
        mentions=tuple(_quoted(mention, elsewhere) for mention in quoted),
        causes=causes,
        questions=tuple(_quoted(mention, elsewhere) for mention in questions),
        praise=tuple(_quoted(mention, elsewhere) for mention in praise),
    )


def _causes(tx: Transaction, week: IsoWeek, passed: timedelta) -> tuple[CauseOfWeek, ...]:
    """What was criticised in a week, and in the same days of the one before."""
    names = {cause.key: cause.name for cause in tx.causes.list()}
    now = tx.traits.cause_counts(week.monday, week.sunday)
    before = tx.traits.cause_counts(week.before.monday, week.before.monday + passed)
    rows = [CauseOfWeek(name, now.get(key, 0), before.get(key, 0)) for key, name in names.items()]
    told = sorted((row for row in rows if row.count or row.before), key=lambda row: (-row.count, -row.before, row.name))
    return tuple(told[:REPORT_CAUSES])


def _harvest(
    tx: Transaction,
    week: IsoWeek,
    told: Sequence[Mention],
    concerns: frozenset[Concern],
    statuses: frozenset[MentionStatus] = frozenset(),
    labels: frozenset[Label] = frozenset(),
) -> tuple[Mention, ...]:
    """Mentions of a week that want one of these things and were not told yet, newest first."""
    wanted = MentionFilter(labels=labels, concerns=concerns, statuses=statuses, since=week.monday, until=week.sunday)
    known = {mention.entry.id for mention in told}
    found = tx.mentions.full([EntryId(key) for key in tx.mentions.voices(wanted, REPORT_HARVEST + len(known))])
    kept = [one for one in found if one.entry.id not in known and not one.own]
    return tuple(one for one in kept if one.status is not MentionStatus.IGNORED)[:REPORT_HARVEST]


def _elsewhere(tx: Transaction, mentions: Sequence[Mention]) -> dict[EntryId, int]:
    """How many other sources tell nearly the same as each mention."""
    copies = tx.groups.copies([mention.entry.id for mention in mentions])
    lines = {line.id: line.source for line in tx.mentions.lines([key for keys in copies.values() for key in keys])}
    return {
        mention.entry.id: len({lines[key] for key in copies[mention.entry.id] if key in lines} - {mention.entry.source})
        for mention in mentions
        if mention.entry.id in copies
    }


def chosen(ranked: Sequence[Mention], most: int = REPORT_MENTIONS) -> tuple[Mention, ...]:
    """What the week quotes of its mentions: many voices instead of one loud discussion.

    At most three of a discussion while others wait, and room for praise: it is the greater chance
    (DEMANDS.md row 41).

    Args:
        ranked: Mentions, most important first.
        most: How many at most.
    """
    threads: Counter[tuple[int, str]] = Counter()
    first: list[Mention] = []
    rest: list[Mention] = []
    for mention in ranked:
        key = (mention.entry.source, mention.entry.thread or str(mention.entry.id))
        threads[key] += 1
        (first if threads[key] <= THREAD_QUOTES else rest).append(mention)
    ordered = first + rest
    praise = [mention for mention in ordered if mention.sentiment.label is Label.POSITIVE][:PRAISE_QUOTES]
    others = [mention for mention in ordered if mention not in praise][: most - len(praise)]
    kept = {mention.entry.id for mention in (*praise, *others)}
    return tuple(mention for mention in ranked if mention.entry.id in kept)


def _source_counts(rows: Sequence[tuple[str, str, int]]) -> tuple[SourceCount, ...]:
    numbers: dict[str, dict[str, int]] = {}
    for name, label, number in rows:
        cells = numbers.setdefault(name, {})
        cells[label] = cells.get(label, 0) + number
    counts = [
        SourceCount(name, cells.get("positive", 0), cells.get("neutral", 0), cells.get("negative", 0))
        for name, cells in numbers.items()
    ]
    return tuple(sorted(counts, key=lambda count: (-count.total, count.name.casefold())))


def quote(text: str, most: int = QUOTE_CHARS) -> str:
    """A small quotation: one line, cut at a word with an ellipsis (DOMAIN.md, UrhG § 51)."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return cut + " …"


def _quoted(mention: Mention, elsewhere: Mapping[EntryId, int]) -> ReportMention:
    entry = mention.entry
    answered = mention.status is MentionStatus.ANSWERED and mention.answered_at is not None
    return ReportMention(
        id=entry.id,
        title=entry.title or quote(entry.own_words, 80),
        source_name=mention.source_name,
        author=entry.author or "",
        day=entry.local_day,
        quote=quote(entry.own_words),
        label=mention.sentiment.label,
        status=mention.status,
        answered_on=local_day(mention.answered_at) if answered and mention.answered_at else None,
        link=entry.link,
        elsewhere=elsewhere.get(entry.id, 0),
    )


def is_open(mention: Mention) -> bool:
    """Whether a mention still waits for us."""
    return mention.status in OPEN_STATUSES and not mention.own
