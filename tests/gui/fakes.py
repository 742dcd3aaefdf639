"""A core without store or network: realistic German values, answered from other threads.

`FakeWorkers` behaves like kundenradar.app.core.Workers. While it is open, the functions of
kundenradar.services are replaced by ones that work on a `World`, so that pages may also hand
their own `fn(ctx, …)` to a worker: `ctx` is the world.
"""

import functools
import importlib
import pkgutil
import random
import re
import sys
import threading
import types
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import ui
from kundenradar.bus import Bus
from kundenradar.classify.concerns import read
from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.drafts import (
    DraftVersion,
    ReplyDraft,
    Snippet,
    SnippetId,
    VersionReason,
    open_placeholders,
)
from kundenradar.domain.errors import InputError, Trouble, TroubleKind
from kundenradar.domain.events import (
    CausesChanged,
    DraftsChanged,
    Event,
    FeedChecked,
    MentionsAdded,
    MentionsChanged,
    QueriesChanged,
    RefreshProgress,
    SettingsChanged,
    SnippetsChanged,
    SourcesChanged,
)
from kundenradar.domain.learning import Learnt, Rejudged
from kundenradar.domain.mentions import (
    OPEN_STATUSES,
    Entry,
    EntryId,
    FacetCounts,
    Mention,
    MentionFilter,
    MentionLine,
    MentionStatus,
)
from kundenradar.domain.noise import Exclusion, ExclusionId, NoiseKind, as_noise, noise_of
from kundenradar.domain.notes import Note
from kundenradar.domain.queries import Query, QueryId
from kundenradar.domain.reports import IsoWeek, ReportMention, SourceCount, WeekReport
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sentiment import Label, Reason, Sentiment, Shown, human_judgement
from kundenradar.domain.sources import Candidate, NewSource, Source, SourceId, SourceKind
from kundenradar.domain.threads import Discussion, discussion_of, nickname
from kundenradar.domain.topics import Cluster, RisingTopic
from kundenradar.domain.trends import DayCount, Important, Overview, figures_of, fill_days, sliding_mood
from kundenradar.domain.understanding import Cause, Concern, Reading
from kundenradar.domain.word_cloud import CloudWord, cloud_words
from kundenradar.paths import Paths
from kundenradar.services.explaining import PartShown, Why
from kundenradar.services.explaining import sentence as why_sentence
from kundenradar.services.listening import QueryChange
from kundenradar.services.noise import Excluded, NoisePreview
from kundenradar.services.opml import Imported
from kundenradar.services.understanding import CauseCount, CauseReport, SameComplaint, TopicReport
from kundenradar.settings import Settings

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 8, 45, tzinfo=UTC)
"""The moment the fake world stands at; 09:45 on a Sunday in Germany."""

_TEXTS = (
    (
        Label.POSITIVE,
        0.62,
        "Sehr zufrieden mit der Wartung unserer Heizung",
        "Termin kam kurzfristig zustande, der Techniker war freundlich und hat alles erklärt. Gerne wieder.",
    ),
    (
        Label.POSITIVE,
        0.48,
        "Empfehlung: Badsanierung pünktlich und sauber",
        "Von der Beratung bis zur Abnahme alles wie besprochen. Die Brandt Haustechnik können wir empfehlen.",
    ),
    (
        Label.NEUTRAL,
        -0.04,
        "Vergleich: drei Anbieter für Smart-Home-Nachrüstung",
        "Im Überblick: Brandt Haustechnik, Möller GmbH und ein regionaler Zusammenschluss im Kurzporträt.",
    ),
    (
        Label.NEGATIVE,
        -0.55,
        "Rechnung deutlich höher als das Angebot",
        "Statt der vereinbarten 480 € stehen jetzt 655 € auf der Rechnung. Erklärung bisher: keine.",
    ),
    (
        Label.NEUTRAL,
        0.05,
        "Hat jemand Erfahrungen mit Brandt Haustechnik?",
        "Wir überlegen, für unsere neue Wärmepumpe ein Angebot einzuholen. Wie lange wartet man derzeit?",
    ),
    (
        Label.NEGATIVE,
        -0.71,
        "Seit drei Wochen keine Rückmeldung auf Reklamation",
        "Trotz zweier E-Mails und eines Anrufs meldet sich niemand. Die Armatur tropft weiter – ärgerlich.",
    ),
    (
        Label.POSITIVE,
        0.81,
        "Toller Service nach dem Wasserschaden",
        "Am Sonntag angerufen, zwei Stunden später war jemand da. Wirklich großartig, danke ans Team.",
    ),
)
_AUTHORS = ("M. Çelik", "R. Schäfer", "Familie Krämer", "hausbauer77", "nordlicht_k", "Jürgen W.")
_PLACES = (
    ("handwerker-forum.de", SourceKind.FORUM),
    ("Lokalzeitung Köln", SourceKind.PRESS),
    ("bewertung-nrw.de", SourceKind.REVIEW),
    ("Elektro-Fachblatt", SourceKind.BLOG),
    ("r/koeln", SourceKind.SOCIAL),
    ("hausbau-talk.de", SourceKind.FORUM),
)


@functools.cache
def _understood(text: str, sentiment: Sentiment) -> Reading:
    return read(text, sentiment, DEFAULT_CAUSES)


@dataclass(frozen=True, slots=True)
class FetchRecord:
    """One poll, as services.subscriptions tells it."""

    at: datetime
    outcome: str
    status: int | None
    entries: int
    new: int
    ms: int
    trouble: Trouble | None


@dataclass(frozen=True, slots=True)
class QueryTest:
    """What an expression hits."""

    hits: int
    examples: tuple[Entry, ...]


def entry_id(at: datetime, room: int = 0) -> EntryId:
    """A key as wide as the real ones: milliseconds with room behind them."""
    return EntryId((int(at.timestamp() * 1000) << 11) + room)


@dataclass(slots=True)
class World:
    """What the fake services work on; `ctx` of everything handed to the workers."""

    sources: list[Source] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)
    mentions: dict[EntryId, Mention] = field(default_factory=dict)
    drafts: dict[EntryId, ReplyDraft] = field(default_factory=dict)
    snippets: list[Snippet] = field(default_factory=list)
    posts: dict[str, list[Entry]] = field(default_factory=dict)
    exclusions: list[Exclusion] = field(default_factory=list)
    hidden: dict[EntryId, Mention] = field(default_factory=dict)
    notes: dict[EntryId, Note] = field(default_factory=dict)
    taken_over: frozenset[str] | None = None
    causes: tuple[Cause, ...] = DEFAULT_CAUSES
    same: dict[EntryId, SameComplaint] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    bus: Bus = field(default_factory=Bus)
    now: datetime = NOW
    calls: list[str] = field(default_factory=list)
    lock: Any = field(default_factory=threading.RLock)

    @property
    def today(self) -> date:
        """The day in Germany."""
        return self.now.astimezone(BERLIN).date()

    def add_mention(self, at: datetime, kind: int = 0, **changes: Any) -> Mention:
        """A mention like one of the seven texts, stored (nobody is told)."""
        label, score, title, text = _TEXTS[kind % len(_TEXTS)]
        place = kind % len(self.sources)
        key = entry_id(at)
        while key in self.mentions:
            key = EntryId(key + 1)
        entry = Entry(
            id=key,
            source=self.sources[place].id,
            position=0,
            guid=f"guid-{key}",
            identity=f"guid-{key}",
            title=title,
            link=f"https://{self.sources[place].name.lower().replace(' ', '-')}.example/t/{key}",
            author=_AUTHORS[kind % len(_AUTHORS)],
            author_url=None,
            published_at=at,
            updated_at=None,
            first_seen_at=at + timedelta(minutes=9),
            local_day=at.astimezone(BERLIN).date(),
            text=text,
            html=f"<p>{text}</p><p>Mehr im <a href='https://handwerker-forum.example/t/3'>Beitrag 3</a>.</p>",
            thread=f"t{key}",
            in_reply_to=None,
            rating=None,
            versions=1,
        )
        judged = Sentiment(label, score, 0.8, "textblob-de 0.4.3", shown=Shown(label.value))
        made = Mention(
            entry=entry,
            source_name=self.sources[place].name,
            sentiment=judged,
            reading=_understood(f"{title}\n{text}", judged),
            status=MentionStatus.NEW,
            queries=(QueryId(1),),
            answered_at=None,
            bookmarked=False,
            own=False,
            seen=False,
        )
        made = replace(made, **changes)
        self.mentions[key] = made
        return made


def make_world(days: int = 56, seed: int = 7) -> World:
    """A firm with six sources and some eight weeks of mentions, always the same."""
    world = World(settings=Settings(firm_name="Brandt Haustechnik", person="Sabine Brandt", first_run_done=True))
    added = NOW - timedelta(days=60)
    for number, (name, kind) in enumerate(_PLACES, start=1):
        address = f"https://{name.lower().replace(' ', '-').replace('/', '-').replace('ö', 'oe')}.example"
        is_silent = number == len(_PLACES)
        world.sources.append(
            Source(
                id=SourceId(number),
                name=name,
                kind=kind,
                software="discourse" if kind is SourceKind.FORUM else "",
                address=address,
                feed_url=f"{address}/feed.xml",
                site_url=address,
                all_entries=False,
                own_names=(),
                has_login=False,
                paused=False,
                interval_s=None,
                added_at=added,
                last_attempt=NOW - timedelta(minutes=17),
                last_success=NOW - (timedelta(days=3) if is_silent else timedelta(minutes=17)),
                next_due=NOW + timedelta(minutes=13),
                failures=5 if is_silent else 0,
                trouble=Trouble(TroubleKind.TIMEOUT, host="hausbau-talk.example") if is_silent else None,
                newest_at=NOW - timedelta(hours=2),
                entries=240 + number * 7,
            )
        )
    world.queries = [
        Query(QueryId(1), "Firmenname", '"Brandt Haustechnik"'),
        Query(QueryId(2), "Reklamation", "Brandt AND (Reklamation OR Rechnung)"),
        Query(QueryId(3), "Wärmepumpe", "Wärmepumpe*"),
    ]
    world.snippets = [
        Snippet(
            SnippetId(1),
            "Freundlich, per Sie",
            "Guten Tag {Verfasser},\n\nvielen Dank für Ihre Nachricht.\n\n{Person}",
        ),
        Snippet(SnippetId(2), "Rückruf anbieten", "Unter welcher Nummer erreichen wir Sie am besten?"),
    ]
    dice = random.Random(seed)
    for back in range(days):
        day = NOW.replace(hour=7, minute=42) - timedelta(days=back)
        for _ in range(dice.randint(4, 22) if back else 8):
            at = day - timedelta(minutes=dice.randint(0, 420))
            made = world.add_mention(at, dice.randrange(1000))
            if back > 3 and dice.random() < 0.9:
                world.mentions[made.entry.id] = replace(made, status=MentionStatus.DONE, seen=True)
    return world


def empty_world() -> World:
    """A program that was just installed."""
    return World()


def line_of(mention: Mention) -> MentionLine:
    """The list row of a mention."""
    entry, judged = mention.entry, mention.sentiment
    return MentionLine(
        id=entry.id,
        source=entry.source,
        source_name=mention.source_name,
        author=entry.author or "",
        at=entry.published_at or entry.first_seen_at,
        title=entry.title,
        snippet=entry.text.replace("\n", " ")[:240],
        label=judged.label,
        score=judged.score,
        confidence=judged.confidence,
        by_human=judged.by_human,
        status=mention.status,
        bookmarked=mention.bookmarked,
        seen=mention.seen,
        own=mention.own,
        same_as=mention.same_as,
        concerns=mention.reading.concerns,
        safety=mention.reading.safety,
        needs_answer=mention.reading.needs_answer,
        gone=mention.entry.gone_at is not None,
    )


def _meets(mention: Mention, wanted: MentionFilter) -> bool:
    entry = mention.entry
    words = wanted.expression.casefold().split()
    text = f"{entry.title} {entry.text}".casefold()
    return all(
        (
            not wanted.labels or mention.sentiment.label in wanted.labels,
            not wanted.sources or entry.source in wanted.sources,
            not wanted.statuses or mention.status in wanted.statuses,
            wanted.query is None or wanted.query in mention.queries,
            wanted.since is None or entry.local_day >= wanted.since,
            wanted.until is None or entry.local_day <= wanted.until,
            not wanted.bookmarked or mention.bookmarked,
            not wanted.concerns or bool(wanted.concerns & set(mention.reading.concerns)),
            not wanted.cause or wanted.cause in mention.reading.causes,
            not wanted.safety or bool(mention.reading.safety),
            not wanted.needs_answer or mention.reading.needs_answer,
            not wanted.only or entry.id in wanted.only,
            all(word.strip('"*') in text for word in words),
        )
    )


def _newest_first(world: World, wanted: MentionFilter) -> list[Mention]:
    with world.lock:
        hits = [mention for mention in world.mentions.values() if _meets(mention, wanted)]
    return sorted(hits, key=lambda mention: mention.entry.id, reverse=True)


def _change(world: World, ids: Sequence[EntryId], **changes: Any) -> None:
    with world.lock:
        for key in ids:
            world.mentions[key] = replace(world.mentions[key], **changes)
    world.bus.publish(MentionsChanged(tuple(ids)))


# --- services.reporting -------------------------------------------------------------------------------


def _day_counts(world: World, first: date, last: date) -> tuple[DayCount, ...]:
    counts: dict[date, DayCount] = {}
    for mention in list(world.mentions.values()):
        day, label = mention.entry.local_day, mention.sentiment.label
        old = counts.get(day, DayCount(day))
        counts[day] = replace(
            old,
            **{label.value: getattr(old, label.value) + 1},
            score_sum=old.score_sum + mention.sentiment.score,
        )
    return fill_days(tuple(counts.values()), first, last)


def overview(world: World, days: int) -> Overview:
    last = world.today
    shown = _day_counts(world, last - timedelta(days=days - 1), last)
    with_lead = _day_counts(world, last - timedelta(days=days + 5), last)
    week = _day_counts(world, last - timedelta(days=6), last)
    before = _day_counts(world, last - timedelta(days=13), last - timedelta(days=7))

    def open_since(first: date, until: date) -> int:
        return sum(m.status in OPEN_STATUSES and first <= m.entry.local_day <= until for m in world.mentions.values())

    negative = [m for m in world.mentions.values() if m.sentiment.label is Label.NEGATIVE]
    waiting = [m for m in negative if m.status in OPEN_STATUSES and m.entry.local_day > last - timedelta(days=14)]
    listed = [
        Important("criticism", name=m.entry.title, since=m.entry.local_day, mention=m.entry.id, place=m.source_name)
        for m in sorted(waiting, key=lambda m: m.entry.id)[:3]
    ]
    important = [
        *listed,
        Important("more" if listed else "unanswered", count=3, since=last - timedelta(days=2)),
        Important("rising", count=18, usual=7, name="Wärmepumpe"),
        Important("broken", count=1, name="hausbau-talk.de", since=last - timedelta(days=3), source=6),
    ]
    return Overview(
        days=shown,
        week=figures_of(week, open_since(last - timedelta(days=6), last)),
        week_before=figures_of(before, open_since(last - timedelta(days=13), last - timedelta(days=7))),
        mood=sliding_mood(with_lead)[6:],
        important=tuple(important) if world.mentions else (),
        sources=len(world.sources),
        mentions=len(world.mentions),
        backlog=sum(m.status in OPEN_STATUSES for m in world.mentions.values()),
    )


def week_report(world: World, week: IsoWeek) -> WeekReport:
    days = _day_counts(world, week.monday, week.sunday)
    before = _day_counts(world, week.before.monday, week.before.sunday)
    inside = _newest_first(world, MentionFilter(since=week.monday, until=week.sunday))
    sources: dict[str, list[int]] = {}
    for mention in inside:
        row = sources.setdefault(mention.source_name, [0, 0, 0])
        row[(Label.POSITIVE, Label.NEUTRAL, Label.NEGATIVE).index(mention.sentiment.label)] += 1
    open_ones = [mention for mention in inside if mention.status in OPEN_STATUSES]
    return WeekReport(
        week=week,
        firm=world.settings.firm_name,
        created_at=world.now.astimezone(BERLIN),
        figures=figures_of(days, len(open_ones)),
        before=figures_of(before, 0),
        days=days,
        oldest_open_days=max(((world.today - m.entry.local_day).days for m in open_ones), default=None),
        open_negative=sum(m.sentiment.label is Label.NEGATIVE for m in open_ones),
        sources=tuple(sorted((SourceCount(name, *row) for name, row in sources.items()), key=lambda s: -s.total)),
        mentions=tuple(
            ReportMention(
                id=m.entry.id,
                title=m.entry.title,
                source_name=m.source_name,
                author=m.entry.author or "",
                day=m.entry.local_day,
                quote=m.entry.text[:300],
                label=m.sentiment.label,
                status=m.status,
                answered_on=m.answered_at.date() if m.answered_at else None,
                link=m.entry.link,
            )
            for m in inside[:12]
        ),
    )


def weeks_with_mentions(world: World) -> tuple[IsoWeek, ...]:
    weeks = {IsoWeek.of(mention.entry.local_day) for mention in world.mentions.values()}
    return tuple(sorted(weeks, reverse=True))


# --- services.review ----------------------------------------------------------------------------------


def page(
    world: World, wanted: MentionFilter, before: EntryId | None = None, limit: int = 100
) -> tuple[MentionLine, ...]:
    hits = [m for m in _newest_first(world, wanted) if before is None or m.entry.id < before]
    return tuple(line_of(mention) for mention in hits[:limit])


def keys(world: World, wanted: MentionFilter, limit: int = 200_000) -> "array[int]":
    return array("q", [mention.entry.id for mention in _newest_first(world, wanted)[:limit]])


def voices(
    world: World, wanted: MentionFilter, limit: int = 200_000, unfolded: frozenset[EntryId] = frozenset()
) -> "array[int]":
    found = _newest_first(world, wanted)
    listed = {mention.entry.id for mention in found}
    shown = [m for m in found if m.same_as is None or m.same_as in unfolded or m.same_as not in listed]
    return array("q", (mention.entry.id for mention in shown[:limit]))


def told_alike(world: World, mention_id: EntryId) -> tuple[Mention, ...]:
    head = world.mentions[mention_id].same_as or mention_id
    group = [m for m in world.mentions.values() if head in (m.entry.id, m.same_as) and m.entry.id != mention_id]
    return tuple(sorted(group, key=lambda mention: mention.entry.id))


def copies_of(world: World, ids: Sequence[EntryId]) -> tuple[EntryId, ...]:
    return tuple(key for key, mention in world.mentions.items() if mention.same_as in ids and key not in ids)


def lines(world: World, ids: Sequence[EntryId]) -> tuple[MentionLine, ...]:
    copies = Counter(mention.same_as for mention in world.mentions.values())
    found = (line_of(world.mentions[key]) for key in ids if key in world.mentions)
    return tuple(replace(line, copies=copies[line.id], has_draft=line.id in world.drafts) for line in found)


def count(world: World, wanted: MentionFilter) -> int:
    return len(_newest_first(world, wanted))


def facets(world: World) -> FacetCounts:
    every = list(world.mentions.values())
    by_source: dict[SourceId, int] = {}
    by_query: dict[QueryId, int] = {}
    for mention in every:
        by_source[mention.entry.source] = by_source.get(mention.entry.source, 0) + 1
        for query in mention.queries:
            by_query[query] = by_query.get(query, 0) + 1
    return FacetCounts(
        total=len(every),
        open=sum(mention.status in OPEN_STATUSES for mention in every),
        bookmarked=sum(mention.bookmarked for mention in every),
        by_source=by_source,
        by_query=by_query,
    )


def mention(world: World, key: EntryId) -> Mention:
    if key not in world.mentions:
        raise InputError("mention-unknown", str(key))
    return world.mentions[key]


def history(world: World, key: EntryId) -> tuple[Any, ...]:
    return ()


def versions(world: World, key: EntryId) -> tuple[Any, ...]:
    return ()


def thread(world: World, key: EntryId) -> tuple[Entry, ...]:
    return tuple(found.entry for found in _newest_first(world, MentionFilter())[:3])


def full(world: World, ids: Sequence[EntryId]) -> tuple[Mention, ...]:
    return tuple(world.mentions[key] for key in ids if key in world.mentions)


def status_history(world: World, key: EntryId) -> tuple[Any, ...]:
    return ()


def explain(world: World, key: EntryId) -> Sentiment:
    return world.mentions[key].sentiment


def set_status(world: World, ids: Sequence[EntryId], status: MentionStatus) -> tuple[EntryId, ...]:
    changed = tuple(key for key in ids if world.mentions[key].status is not status)
    _change(world, changed, status=status)
    return changed


def set_sentiment(world: World, ids: Sequence[EntryId], label: Label) -> None:
    _change(world, ids, sentiment=human_judgement(label))


def clear_sentiment(world: World, ids: Sequence[EntryId]) -> None:
    _change(world, ids, sentiment=Sentiment(Label.NEUTRAL, 0.0, 0.5, "textblob-de 0.4.3"))


# --- services.learning, services.explaining --------------------------------------------------------


def learnt(world: World) -> Learnt:
    given = [mention.sentiment for mention in world.mentions.values() if mention.sentiment.by_human]
    return Learnt({label: sum(one.label is label for one in given) for label in Label})


def learn_and_judge_again(world: World) -> Rejudged:
    """One mention nobody judged turns round."""
    for key, mention in world.mentions.items():
        if not mention.sentiment.by_human and mention.sentiment.label is Label.NEUTRAL:
            _change(world, [key], sentiment=Sentiment(Label.NEGATIVE, -0.5, 0.6, "kr-linear 1", shown=Shown.NEGATIVE))
            return Rejudged(((key, mention.sentiment),))
    return Rejudged()


def undo(world: World, rejudged: Rejudged) -> None:
    for key, sentiment in rejudged.before:
        _change(world, [key], sentiment=sentiment)


def forget(world: World) -> Rejudged:
    return Rejudged()


def most_uncertain(world: World, limit: int) -> tuple[EntryId, ...]:
    waiting = [key for key, mention in world.mentions.items() if not mention.sentiment.by_human]
    return tuple(sorted(waiting, key=lambda key: (world.mentions[key].sentiment.confidence, -key))[:limit])


def why(world: World, mention_id: EntryId) -> Why:
    mention = world.mentions[mention_id]
    text = mention.entry.title + "\n" + mention.entry.text
    reasons = (Reason(0, min(6, len(text)), -0.6),) if text.strip() else ()
    judged = replace(mention.sentiment, why=reasons)
    return Why(text, judged, why_sentence(text, judged))


def part_shown(world: World, mention: Mention, shown: str) -> PartShown:
    """Sentences on the weather do not count."""
    gone = tuple(match.span() for match in re.finditer(r"Das Wetter[^.]*\.", shown))
    return PartShown("Beurteilt wurde, was über Ihre Firma gesagt wird." if gone else "", gone)


def set_bookmarked(world: World, ids: Sequence[EntryId], on: bool) -> None:
    _change(world, ids, bookmarked=on)


def mark_seen(world: World, ids: Sequence[EntryId]) -> None:
    _change(world, ids, seen=True)


def highlight(world: World, expression: str, text: str) -> tuple[tuple[int, int], ...]:
    folded, spans = text.casefold(), []
    for word in expression.casefold().split():
        at = folded.find(word.strip('"*'))
        if at >= 0:
            spans.append((at, at + len(word.strip('"*'))))
    return tuple(sorted(spans))


# --- services.replies ---------------------------------------------------------------------------------


def draft(world: World, key: EntryId) -> ReplyDraft | None:
    return world.drafts.get(key)


def save_draft(world: World, key: EntryId, text: str, reason: VersionReason = VersionReason.AUTOSAVE) -> ReplyDraft:
    old = world.drafts.get(key)
    kept = old.versions if old else ()
    if kept and reason is VersionReason.AUTOSAVE and kept[-1].reason is VersionReason.AUTOSAVE:
        kept = kept[:-1]
    made = ReplyDraft(key, text, world.now, (*kept, DraftVersion(len(kept) + 1, text, world.now, reason)))
    world.drafts[key] = made
    world.bus.publish(DraftsChanged(key))
    return made


def copy_text(world: World, key: EntryId, text: str) -> str:
    names = open_placeholders(text)
    if names:
        raise InputError("placeholder-open", ", ".join(names))
    save_draft(world, key, text, VersionReason.COPIED)
    return text


def mark_answered(world: World, key: EntryId, text: str) -> None:
    save_draft(world, key, text, VersionReason.ANSWERED)
    _change(world, [key], status=MentionStatus.ANSWERED, answered_at=world.now)


def snippets(world: World) -> tuple[Snippet, ...]:
    return tuple(world.snippets)


def save_snippet(world: World, title: str, text: str, snippet_id: SnippetId | None = None) -> Snippet:
    made = Snippet(snippet_id or SnippetId(len(world.snippets) + 1), title, text)
    world.snippets = [known for known in world.snippets if known.id != made.id] + [made]
    world.bus.publish(SnippetsChanged())
    return made


def remove_snippet(world: World, snippet_id: SnippetId) -> None:
    world.snippets = [known for known in world.snippets if known.id != snippet_id]
    world.bus.publish(SnippetsChanged())


def placeholder_values(world: World, key: EntryId) -> dict[str, str]:
    found = world.mentions[key]
    return {
        "Verfasser": found.entry.author or "",
        "Firma": world.settings.firm_name,
        "Person": world.settings.person,
        "Quelle": found.source_name,
        "Datum": f"{found.entry.local_day:%d.%m.%Y}",
        "Titel": found.entry.title,
    }


# --- services.subscriptions ---------------------------------------------------------------------------


def discover(world: World, address: str, secrets: Secrets | None = None) -> tuple[Candidate, ...]:
    if not address.strip():
        raise InputError("address-empty")
    return (
        Candidate(f"{address}/feed.xml", "Neue Beiträge", "discourse", SourceKind.FORUM, world.now, 12.0, False),
        Candidate(f"{address}/comments.xml", "Kommentare", "", SourceKind.COMMENTS, world.now, 3.0, True),
    )


def add(
    world: World,
    new: NewSource,
    user: str | None = None,
    password: str | None = None,
    secrets: Secrets | None = None,
) -> Source:
    made = Source(
        id=SourceId(max((source.id for source in world.sources), default=0) + 1),
        name=new.name,
        kind=new.kind,
        software=new.software,
        address=new.address,
        feed_url=new.feed_url,
        site_url=new.site_url,
        all_entries=new.all_entries,
        own_names=new.own_names,
        has_login=user is not None or bool(secrets and secrets.kinds),
        login_kind=",".join(secrets.kinds) if secrets else "",
        paused=False,
        interval_s=new.interval_s,
        added_at=world.now,
    )
    world.sources.append(made)
    world.bus.publish(SourcesChanged((made.id,)))
    return made


def list_sources(world: World) -> tuple[Source, ...]:
    counts = facets(world).by_source
    return tuple(replace(source, mentions=counts.get(source.id, 0)) for source in world.sources)


def edit(world: World, source_id: SourceId, **changes: Any) -> Source:
    position = [source.id for source in world.sources].index(source_id)
    world.sources[position] = replace(world.sources[position], **changes)
    world.bus.publish(SourcesChanged((source_id,)))
    return world.sources[position]


def set_login(world: World, source_id: SourceId, user: str | None, password: str | None) -> bool:
    edit(world, source_id, has_login=bool(user))
    return True


def set_secrets(world: World, source_id: SourceId, secrets: Secrets) -> bool:
    edit(world, source_id, has_login=bool(secrets.kinds), login_kind=",".join(secrets.kinds))
    return True


def secrets_of(world: World, source_id: SourceId) -> Secrets:
    return Secrets()


def change_address(world: World, source_id: SourceId, address: str) -> bool:
    edit(world, source_id, feed_url=address, address=address)
    return True


def former_addresses(world: World, source_id: SourceId) -> tuple[tuple[str, datetime], ...]:
    moved = [source.moved_at for source in world.sources if source.id == source_id]
    return tuple(("https://alt.example/feed.xml", at) for at in moved if at is not None)


def understood(world: World, source_id: SourceId) -> None:
    edit(world, source_id, missed=0, missed_at=None, moved_at=None)


def set_paused(world: World, source_id: SourceId, paused: bool) -> None:
    edit(world, source_id, paused=paused)


def remove(world: World, source_id: SourceId) -> None:
    world.sources = [source for source in world.sources if source.id != source_id]
    world.mentions = {key: m for key, m in world.mentions.items() if m.entry.source != source_id}
    world.bus.publish(SourcesChanged((source_id,)))
    world.bus.publish(MentionsChanged())


def removal_preview(world: World, source_id: SourceId) -> tuple[int, int]:
    found = next((source for source in list_sources(world) if source.id == source_id), None)
    if found is None:
        raise InputError("source-unknown", str(source_id))
    return found.entries, found.mentions


def fetch_history(world: World, source_id: SourceId, limit: int = 20) -> tuple[FetchRecord, ...]:
    is_silent = source_id == len(_PLACES)
    trouble = Trouble(TroubleKind.TIMEOUT, host="hausbau-talk.example") if is_silent else None
    return tuple(
        FetchRecord(
            world.now - timedelta(minutes=30 * n + 17),
            "failed" if is_silent else ("ok" if n % 3 == 0 else "unchanged"),
            None if is_silent else (200 if n % 3 == 0 else 304),
            0 if is_silent else 25,
            n % 3,
            120 + n,
            trouble,
        )
        for n in range(min(limit, 8))
    )


# --- services.listening -------------------------------------------------------------------------------


def list_queries(world: World) -> tuple[Query, ...]:
    counts = facets(world).by_query
    return tuple(replace(query, mentions=counts.get(query.id, 0)) for query in world.queries)


def save_query(world: World, name: str, expression: str, query_id: QueryId | None = None) -> Query:
    made = Query(query_id or QueryId(len(world.queries) + 1), name, expression)
    world.queries = [known for known in world.queries if known.id != made.id] + [made]
    world.bus.publish(QueriesChanged())
    return made


def remove_query(world: World, query_id: QueryId) -> None:
    world.queries = [known for known in world.queries if known.id != query_id]
    world.bus.publish(QueriesChanged())


def try_query(world: World, expression: str, limit: int = 5) -> QueryTest:
    hits = _newest_first(world, MentionFilter(expression=expression))
    return QueryTest(len(hits), tuple(found.entry for found in hits[:limit]))


def preview_change(world: World, expression: str, query_id: QueryId | None = None, limit: int = 5) -> QueryChange:
    hits = _newest_first(world, MentionFilter(expression=expression))
    known = _newest_first(world, MentionFilter(query=query_id)) if query_id is not None else []
    coming = [one.entry for one in hits if one not in known]
    going = [one.entry for one in known if one not in hits]
    return QueryChange(
        len(known) - len(going), len(coming), 0, len(going), len(going), tuple(coming[:limit]), tuple(going[:limit])
    )


def _noisy(world: World, kind: NoiseKind, value: str) -> list[Mention]:
    noise = noise_of([Exclusion(ExclusionId(0), kind, value, world.now)])
    entries = ((one, one.entry) for one in world.mentions.values())
    return [one for one, entry in entries if noise.shuts_out(entry.title, entry.text, entry.author, entry.link)]


def exclusions(world: World) -> tuple[Exclusion, ...]:
    return tuple(world.exclusions)


def preview(world: World, kind: NoiseKind, raw: str, limit: int = 5) -> NoisePreview:
    found = _noisy(world, kind, as_noise(kind, raw))
    return NoisePreview(as_noise(kind, raw), len(found), 0, tuple(line_of(one) for one in found[:limit]))


def exclude(world: World, kind: NoiseKind, raw: str) -> Excluded:
    value = as_noise(kind, raw)
    made = Exclusion(ExclusionId(len(world.exclusions) + 1), kind, value, world.now)
    gone = _noisy(world, kind, value)
    world.exclusions = [made, *world.exclusions]
    world.hidden |= {one.entry.id: one for one in gone}
    world.mentions = {key: one for key, one in world.mentions.items() if one not in gone}
    world.bus.publish(MentionsChanged())
    return Excluded(made, len(gone))


def readmit(world: World, exclusion_id: ExclusionId) -> int:
    world.exclusions = [one for one in world.exclusions if one.id != exclusion_id]
    back, world.hidden = world.hidden, {}
    world.mentions = {**world.mentions, **back}
    world.bus.publish(MentionsChanged())
    return len(back)


def words_in(world: World, query_id: QueryId | None, limit: int = 60) -> tuple[CloudWord, ...]:
    texts = (one.entry.text for one in _newest_first(world, MentionFilter(query=query_id)))
    return tuple(cloud_words(texts, limit=limit))


def alarms(world: World) -> tuple[MentionLine, ...]:
    """Open mentions that tell of danger."""
    return tuple(line_of(found) for found in _newest_first(world, MentionFilter(safety=True, statuses=OPEN_STATUSES)))


def catch_up(world: World, _cancel: threading.Event | None = None) -> int:
    """Nothing is to be read again here."""
    return 0


def causes(world: World) -> tuple[Cause, ...]:
    """As the owner keeps them."""
    return world.causes


def save_causes(world: World, wanted: Sequence[Cause]) -> tuple[Cause, ...]:
    """Keep them."""
    world.causes = tuple(replace(cause, key=cause.key or cause.name.lower()) for cause in wanted)
    world.bus.publish(CausesChanged())
    return world.causes


def reset_causes(world: World) -> tuple[Cause, ...]:
    """Back to the first ones."""
    world.causes = DEFAULT_CAUSES
    world.bus.publish(CausesChanged())
    return world.causes


def _span(world: World, days: int) -> tuple[date, date]:
    return world.today - timedelta(days=days - 1), world.today


def cause_report(world: World, days: int) -> CauseReport:
    """Causes of the stored readings."""
    first, last = _span(world, days)
    inside = [one for one in world.mentions.values() if first <= one.entry.local_day <= last and not one.own]
    counts = Counter(key for one in inside for key in one.reading.causes)
    critical = [one for one in inside if Concern.CRITICISM in one.reading.concerns]
    known = {cause.key: cause for cause in world.causes}
    rows, sum_, total = [], 0, sum(counts.values())
    for key, count in counts.most_common():
        sum_ += count
        rows.append(CauseCount(known[key], count, count // 2, count / max(1, len(critical)), sum_ / total))
    concerns = Counter(concern for one in inside for concern in one.reading.concerns)
    without = sum(not one.reading.causes for one in critical)
    return CauseReport(first, last, tuple(rows), len(critical), without, dict(concerns))


def topic_report(world: World, days: int) -> TopicReport:
    """A topic and a shared complaint of the newest criticism."""
    first, last = _span(world, days)
    inside = [one for one in world.mentions.values() if first <= one.entry.local_day <= last]
    ids = tuple(one.entry.id for one in inside if one.reading.causes)[:5]
    if len(ids) < 3:
        return TopicReport(first, last, (), True, (), len(inside))
    shared = SameComplaint(Cluster(ids[0], ids, len(ids), ("Rechnung", "Termin")), line_of(world.mentions[ids[0]]))
    topic = RisingTopic("falsche Rechnung", len(ids), 1, 9.0, ids)
    return TopicReport(first, last, (topic,), True, (shared,), len(inside))


def same_complaint(world: World, mention_id: EntryId) -> SameComplaint | None:
    """Nobody, unless the world says so."""
    return world.same.get(mention_id)


def set_firm(
    world: World,
    name: str,
    terms: Sequence[str] = (),
    excludes: Sequence[str] = (),
    own_names: Sequence[str] = (),
    federal_state: str = "",
    competitors: Sequence[str] | None = None,
) -> Query:
    save(
        world,
        replace(
            world.settings,
            firm_name=name,
            terms=tuple(terms),
            excludes=tuple(excludes),
            own_names=tuple(own_names),
            federal_state=federal_state,
            competitors=world.settings.competitors if competitors is None else tuple(competitors),
        ),
    )
    return save_query(world, "Firmenname", f'"{name}"', QueryId(1))


# --- services.preferences, messages -------------------------------------------------------------------


def current(world: World) -> Settings:
    return world.settings


def save(world: World, settings: Settings) -> None:
    world.settings = settings
    world.bus.publish(SettingsChanged())


def add_samples(world: World) -> int:
    filled = make_world()
    with world.lock:
        world.sources, world.queries, world.mentions = filled.sources, filled.queries, filled.mentions
    world.bus.publish(SourcesChanged())
    world.bus.publish(MentionsAdded(tuple(world.mentions)))
    return len(world.sources)


def add_snippets(world: World) -> int:
    return 0


def sentence(error: BaseException) -> str:
    return f"Das hat nicht geklappt ({type(error).__name__}). Bitte versuchen Sie es noch einmal."


def trouble_sentence(trouble: Trouble) -> str:
    return f"{trouble.host} hat nicht geantwortet. Kundenradar versucht es von selbst wieder."


# --- services.discussions -----------------------------------------------------------------------------


def _posts_of(world: World, mention_id: EntryId) -> list[Entry]:
    entry = world.mentions[mention_id].entry
    around = [
        m.entry for m in world.mentions.values() if (m.entry.source, m.entry.thread) == (entry.source, entry.thread)
    ]
    return [*world.posts.get(entry.thread or "", ()), *around] if entry.thread else [entry]


def discussion(world: World, mention_id: EntryId) -> Discussion:
    return discussion_of(_posts_of(world, mention_id), frozenset(nickname(name) for name in world.settings.own_names))


def size(world: World, mention_id: EntryId) -> int:
    return len(_posts_of(world, mention_id))


def mentions_among(world: World, ids: Sequence[EntryId]) -> frozenset[EntryId]:
    return frozenset(ids) & frozenset(world.mentions)


# --- services.opml -----------------------------------------------------------------------------------


def take_over(world: World, body: bytes, wanted: frozenset[str] | None = None) -> Imported:
    world.taken_over = wanted
    return Imported((), (), ())


# --- services.notes -----------------------------------------------------------------------------------


def add_note(world: World, note: Note) -> EntryId:
    if not note.text.strip():
        raise InputError("note-empty")
    made = world.add_mention(note.at)
    entry = replace(
        made.entry, text=note.text, author=note.author, channel=note.channel.value, rating=note.rating, link=None
    )
    world.mentions[made.entry.id] = replace(made, entry=entry)
    world.notes[made.entry.id] = note
    world.bus.publish(MentionsAdded((made.entry.id,)))
    return made.entry.id


def get(world: World, note_id: EntryId) -> Note:
    return world.notes[note_id]


def edit_note(world: World, note_id: EntryId, note: Note) -> None:
    world.notes[note_id] = note
    world.bus.publish(MentionsChanged((note_id,)))


def remove_note(world: World, note_id: EntryId) -> None:
    del world.notes[note_id], world.mentions[note_id]
    world.bus.publish(MentionsChanged())


add_note.__name__, edit_note.__name__, remove_note.__name__ = "add", "edit", "remove"


_SERVICES: dict[str, tuple[Callable[..., Any], ...]] = {
    "messages": (sentence, trouble_sentence),
    "subscriptions": (
        discover,
        add,
        list_sources,
        edit,
        set_login,
        set_secrets,
        secrets_of,
        change_address,
        former_addresses,
        set_paused,
        remove,
        removal_preview,
        fetch_history,
    ),
    "health": (understood,),
    "learning": (catch_up, learnt, learn_and_judge_again, undo, forget, most_uncertain),
    "explaining": (why, part_shown),
    "listening": (list_queries, save_query, remove_query, try_query, preview_change, set_firm),
    "noise": (exclusions, preview, exclude, readmit, words_in),
    "opml": (take_over,),
    "notes": (add_note, get, edit_note, remove_note),
    "discussions": (discussion, size, mentions_among),
    "review": (
        voices,
        told_alike,
        copies_of,
        page,
        keys,
        lines,
        count,
        facets,
        mention,
        history,
        versions,
        thread,
        full,
        status_history,
        explain,
        set_status,
        set_sentiment,
        clear_sentiment,
        set_bookmarked,
        mark_seen,
        highlight,
    ),
    "replies": (
        draft,
        save_draft,
        copy_text,
        mark_answered,
        snippets,
        save_snippet,
        remove_snippet,
        placeholder_values,
    ),
    "understanding": (alarms, cause_report, topic_report, same_complaint, causes, save_causes, reset_causes),
    "reporting": (overview, week_report, weeks_with_mentions),
    "preferences": (current, save, add_samples, add_snippets),
}


def _module(name: str) -> types.ModuleType:
    full = f"kundenradar.services.{name}"
    try:
        return importlib.import_module(full)
    except ModuleNotFoundError as error:
        if error.name != full:
            raise
        made = types.ModuleType(full)
        sys.modules[full] = made
        setattr(importlib.import_module("kundenradar.services"), name, made)
        return made


_MISSING = object()
_REAL: dict[tuple[types.ModuleType, str], Any] = {}
_standing = 0


def replace_services() -> Callable[[], None]:
    """Put the functions above in the place of the real services; returns how to undo it.

    The real ones come back when the last fake core is closed, in whatever order they are.
    """
    global _standing  # noqa: PLW0603 - the replaced modules are global too
    _standing += 1
    for name, functions in _SERVICES.items():
        module = _module(name)
        for function in functions:
            _REAL.setdefault((module, function.__name__), getattr(module, function.__name__, _MISSING))
            setattr(module, function.__name__, function)

    stands = [True]

    def undo() -> None:
        global _standing  # noqa: PLW0603 - as above
        if not stands:
            return
        stands.clear()
        _standing -= 1
        if _standing == 0:
            for (module, name), real in _REAL.items():
                if real is not _MISSING:
                    setattr(module, name, real)

    return undo


for _found in pkgutil.walk_packages(ui.__path__, "ui."):
    importlib.import_module(_found.name)  # a module imported while fakes stand would keep them for ever
replace_services()()  # modules that are not written yet can be imported, with nothing replaced in the others


class FakeWorkers:
    """Workers over a World. Everything is answered from other threads, in order of asking per kind.

    Attributes:
        world: What they work on; tests may change it and publish events on `world.bus`.
        hold: Clear it to keep every answer back until it is set again.
        fail_next: Exception the next call raises instead of answering, once.
        refreshing: Whether a round runs; `finish_refresh` ends it.
    """

    def __init__(self, world: World | None = None) -> None:
        self.world = world if world is not None else make_world()
        self.hold = threading.Event()
        self.hold.set()
        self.fail_next: BaseException | None = None
        self.refreshing = False
        self.refreshes: list[tuple[SourceId, ...] | None] = []
        self.due_checks = 0
        self.rests = 0
        self.settings_were_set_aside = False
        self.cancelled = 0
        self.closed = False
        self.paths = Paths(Path("Datenordner"))
        self.opened: Future[None] = Future()
        self.opened.set_result(None)
        self._round: Future[None] | None = None
        self._undo = replace_services()
        self._readers = ThreadPoolExecutor(2, "fake-read")
        self._writer = ThreadPoolExecutor(1, "fake-write")
        self._outside = ThreadPoolExecutor(1, "fake-outside")

    @property
    def settings(self) -> Settings:
        """Preferences in force."""
        return self.world.settings

    def read(self, fn: Callable[..., Any], *args: Any) -> Future[Any]:
        """fn(world, *args) on a read thread."""
        return self._readers.submit(self._run, fn, args)

    def write(self, fn: Callable[..., Any], *args: Any) -> Future[Any]:
        """fn(world, *args) on the one writer thread."""
        return self._writer.submit(self._run, fn, args)

    def outside(self, fn: Callable[..., Any], *args: Any) -> Future[Any]:
        """fn(world, *args) where it may wait."""
        return self._outside.submit(self._run, fn, args)

    def refresh(self, sources: Sequence[SourceId] | None = None) -> Future[Any] | None:
        """Starts a round that ends with `finish_refresh` or `cancel_refresh`; None if one runs."""
        if self.refreshing:
            return None
        self.refreshing = True
        self.refreshes.append(None if sources is None else tuple(sources))
        self._round = Future()
        self.publish(RefreshProgress(0, len(self.world.sources), 0))
        return self._round

    def refresh_due(self) -> Future[Any] | None:
        """Counts the question; starts nothing."""
        self.due_checks += 1
        return None

    def rest(self) -> None:
        """Counts."""
        self.rests += 1

    def cancel_refresh(self) -> None:
        """Ends the round."""
        self.cancelled += 1
        self.finish_refresh()

    def finish_refresh(self, new: int = 0) -> None:
        """Ends the round with `new` mentions, told as the real one does."""
        total = len(self.world.sources)
        self.refreshing = False
        if new:
            added = [self.world.add_mention(self.world.now - timedelta(minutes=n), n) for n in range(new)]
            self.publish(MentionsAdded(tuple(found.entry.id for found in added)))
        for source in self.world.sources:
            self.publish(FeedChecked(source.id))
        self.publish(RefreshProgress(total, total, new, finished=True))
        if self._round is not None and not self._round.done():
            self._round.set_result(None)

    def publish(self, event: Event) -> None:
        """Tell the subscribers, in this thread."""
        self.world.bus.publish(event)

    def subscribe(self, handler: Callable[[Event], None]) -> Callable[[], None]:
        """Hear the events."""
        return self.world.bus.subscribe(handler)

    def close(self) -> None:
        """End the threads and give the services back."""
        if self.closed:
            return
        self.closed = True
        self.hold.set()
        for executor in (self._readers, self._writer, self._outside):
            executor.shutdown(wait=True, cancel_futures=True)
        self._undo()

    def _run(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        if not self.hold.wait(timeout=30):
            raise TimeoutError
        self.world.calls.append(fn.__name__)
        if self.fail_next is not None:
            error, self.fail_next = self.fail_next, None
            raise error
        return fn(self.world, *args)
