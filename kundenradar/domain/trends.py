"""Figures over time: counts per day, index, means and comparisons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

INDEX_SHRINK = 4
"""k of the index 100*(P-N)/(P+N+k): small counts are drawn to 0 (DOMAIN.md, formulas)."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """Mentions of one local day (Europe/Berlin).

    Attributes:
        score_sum: Sum of the scores in [-1, +1].
    """

    day: date
    positive: int = 0
    neutral: int = 0
    negative: int = 0
    score_sum: float = 0.0

    @property
    def total(self) -> int:
        """Mentions of the day."""
        return self.positive + self.neutral + self.negative


@dataclass(frozen=True, slots=True)
class Figures:
    """The four figures of a stretch of days.

    Attributes:
        total: Mentions.
        negative: Of these, negative.
        open: Of these, neither answered nor done nor ignored.
        mean_score: Mean score in [-1, +1], None without mentions.
        index: Sentiment index in [-100, +100].
    """

    total: int
    positive: int
    neutral: int
    negative: int
    open: int
    mean_score: float | None
    index: float


@dataclass(frozen=True, slots=True)
class Drivers:
    """Who and what stands behind more criticism than usual (DEMANDS.md row 27).

    Attributes:
        authors: Different people who criticised; those without a name are not counted.
        places: Sources with the most criticism and how much, most first.
        causes: Names of the causes criticised most and how often, most first.
    """

    authors: int = 0
    places: tuple[tuple[str, int], ...] = ()
    causes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Important:
    """A line of "Jetzt wichtig".

    Attributes:
        kind: ``danger`` (an open mention with a word of danger or harm), ``criticism`` (one open mention), ``more``
            (those beside the criticisms listed), ``unanswered`` (old ones, none listed), ``rising``, ``missed``,
            ``silent``, ``troubled``, ``broken`` or ``storm``.
        count: The number the line speaks of.
        usual: What is usual, where a comparison is made.
        name: Word, source or host spoken of; of a criticism its title.
        since: Since when, if known (local day).
        source: Source id to jump to, if any.
        mention: Id of the mention to jump to, if any.
        place: Name of the source a criticism stands in.
        words: Words of danger in a danger, each once.
        why: What drives a rise, None for others.
        sources: How many sources have this trouble; `name` and `source` are those of one of them.
    """

    kind: str
    count: int = 0
    usual: int = 0
    name: str = ""
    since: date | None = None
    source: int | None = None
    mention: int | None = None
    place: str = ""
    words: tuple[str, ...] = ()
    why: Drivers | None = None
    sources: int = 1


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the Übersicht shows.

    Attributes:
        days: One row per day of the shown stretch, ascending, gaps filled with zeros.
        week: Figures of the last 7 days, today included.
        week_before: Figures of the 7 days before.
        mood: Per day of `days`, the mean score of the 7 days up to it, None without mentions.
        important: What needs a look, most urgent first.
        sources: How many sources there are.
        mentions: How many mentions are stored.
        backlog: How many of them are open, however old.
    """

    days: tuple[DayCount, ...]
    week: Figures
    week_before: Figures
    mood: tuple[float | None, ...]
    important: tuple[Important, ...]
    sources: int
    mentions: int
    backlog: int = 0


def sentiment_index(positive: int, negative: int) -> float:
    """Sentiment index in (-100, +100): 100*(P-N)/(P+N+k), k = 4 against small counts."""
    return 100 * (positive - negative) / (positive + negative + INDEX_SHRINK)


def fill_days(counts: Sequence[DayCount], first: date, last: date) -> tuple[DayCount, ...]:
    """One row per day from `first` to `last` inclusive; days without mentions count zero."""
    known = {count.day: count for count in counts}
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(known.get(day, DayCount(day)) for day in days)


def sliding_mood(counts: Sequence[DayCount], width: int = 7) -> tuple[float | None, ...]:
    """Mean score of the `width` days up to each day; None where nobody wrote.

    Args:
        counts: Consecutive days, ascending.
        width: Days of the window, at least 1.
    """
    result: list[float | None] = []
    score_sum, number = 0.0, 0
    for index, count in enumerate(counts):
        score_sum += count.score_sum
        number += count.total
        if index >= width:
            score_sum -= counts[index - width].score_sum
            number -= counts[index - width].total
        result.append(max(-1.0, min(1.0, score_sum / number)) if number else None)
    return tuple(result)


def figures_of(counts: Sequence[DayCount], open_count: int) -> Figures:
    """The figures of a stretch of days."""
    positive = sum(count.positive for count in counts)
    neutral = sum(count.neutral for count in counts)
    negative = sum(count.negative for count in counts)
    total = positive + neutral + negative
    mean = sum(count.score_sum for count in counts) / total if total else None
    return Figures(
        total=total,
        positive=positive,
        neutral=neutral,
        negative=negative,
        open=open_count,
        mean_score=mean,
        index=sentiment_index(positive, negative),
    )
