"""The words of the weekly report: sentences and labels made from its figures, for paper, screen and HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kundenradar.domain.mentions import MentionStatus
from kundenradar.domain.reports import CauseOfWeek, IsoWeek, ReportMention, WeekReport
from kundenradar.domain.sentiment import Label

MINUS = "\N{MINUS SIGN}"
NARROW = "\N{NO-BREAK SPACE}"
MOST_CHANGES = 2
"""Causes named as more, and as less, criticised than before: one line."""
FEW = 5
"""Below so many mentions the report counts them instead of speaking of a mood."""

LABEL_WORDS = {Label.POSITIVE: "Positiv", Label.NEUTRAL: "Neutral", Label.NEGATIVE: "Negativ"}
_STATUS_WORDS = {
    MentionStatus.NEW: "offen",
    MentionStatus.IN_PROGRESS: "in Arbeit",
    MentionStatus.ANSWERED: "beantwortet",
    MentionStatus.DONE: "erledigt",
    MentionStatus.IGNORED: "ignoriert",
}
DAY_NAMES = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_LONG_DAY_NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_SMALL = (
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
)

_MOODS = ((0.6, "deutlich "), (0.35, ""), (0.05, "leicht "))
_SHIFTS = ((0.2, "deutlich"), (0.05, "etwas"))


@dataclass(frozen=True, slots=True)
class Card:
    """One of the four figures at the head of the report."""

    label: str
    value: str
    note: str


def number(value: int) -> str:
    """A count as Germans write it: ``1.234``; a true minus sign before negative ones."""
    return f"{value:,}".replace(",", ".").replace("-", MINUS)


def in_words(value: int) -> str:
    """Small numbers (2 to 12) as a word, others in digits; ``eins`` has to be inflected by the caller."""
    return _SMALL[value] if 0 <= value < len(_SMALL) else number(value)


def change(now: int, before: int) -> str:
    """How a count moved against the week before, for example ``−4 zur Vorwoche``."""
    if now == before:
        return "wie in der Vorwoche"
    sign = "+" if now > before else MINUS
    return f"{sign}{number(abs(now - before))} zur Vorwoche"


def share(part: int, whole: int) -> str:
    """A part in whole per cent with the DIN 5008 space, for example ``47 %``; empty without a whole."""
    return f"{round(100 * part / whole)}{NARROW}%" if whole else ""


def short_date(day: date) -> str:
    """``22.11.2026`` (DIN 5008)."""
    return f"{day:%d.%m.%Y}"


def period(week: IsoWeek) -> str:
    """The days of a week, as short as they can be read: ``16.–22.11.2026``."""
    first, last = week.monday, week.sunday
    if first.year != last.year:
        return f"{short_date(first)}–{short_date(last)}"
    if first.month != last.month:
        return f"{first:%d.%m.}–{short_date(last)}"
    return f"{first:%d.}–{short_date(last)}"


def week_line(week: IsoWeek) -> str:
    """``Woche 47 · 16.–22.11.2026``."""
    return f"Woche {week.week} · {period(week)}"


def created_line(created_at: datetime) -> str:
    """The foot line: when the report was made and that it is not to be handed on (UrhG § 51)."""
    return f"Erstellt am {short_date(created_at.date())}, {created_at:%H:%M} Uhr · nur zur internen Verwendung"


def day_label(day: date) -> str:
    """``Mo 16.`` for the axis."""
    return f"{DAY_NAMES[day.weekday()]} {day.day}."


def is_running(report: WeekReport) -> bool:
    """Whether the report was made before its week was over."""
    return report.created_at.date() <= report.week.sunday


def status_line(mention: ReportMention) -> str:
    """Label and work state of a quoted mention: ``Negativ · beantwortet am 19.11.``."""
    state = _STATUS_WORDS[mention.status]
    if mention.status is MentionStatus.ANSWERED and mention.answered_on is not None:
        state = f"{state} am {mention.answered_on:%d.%m.}"
    return f"{LABEL_WORDS[mention.label]} · {state}"


def meta_line(mention: ReportMention) -> str:
    """Where, who and when: the statement of source a quotation needs (UrhG § 63)."""
    parts = (mention.source_name, mention.author, short_date(mention.day), elsewhere(mention))
    return " · ".join(part for part in (one_line(part) for part in parts) if part)


def elsewhere(mention: ReportMention) -> str:
    """``auch in 2 weiteren Quellen``; empty if only one tells it."""
    if mention.elsewhere == 1:
        return "auch in einer weiteren Quelle"
    return f"auch in {in_words(mention.elsewhere)} weiteren Quellen" if mention.elsewhere else ""


def title_of(mention: ReportMention) -> str:
    """The mention's title; replies and toots without one are named by their author."""
    title = one_line(mention.title)
    if title:
        return title
    return f"Beitrag von {one_line(mention.author)}" if mention.author.strip() else "Beitrag ohne Titel"


def one_line(text: str) -> str:
    """A text without line breaks, control characters and double blanks."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split()) if text else ""


def shown_link(link: str | None) -> str:
    """An address as it is printed: without scheme and trailing slash; empty if it is no web address."""
    if link is None or not link.lower().startswith(("http://", "https://")):
        return ""
    return link.split("://", 1)[1].rstrip("/")


def lesson(report: WeekReport) -> str:
    """What is criticised more and what less than the week before: ``Seltener: Preis (1 statt 4).``; may be empty.

    So a measure shows its effect (DEMANDS.md rows 43 and 60).
    """
    more = [cause for cause in report.causes if cause.count > cause.before]
    less = [cause for cause in report.causes if cause.count < cause.before]
    parts = (("Häufiger als in der Vorwoche", more), ("Seltener", less))
    return " ".join(f"{name}: {_against(causes[:MOST_CHANGES])}." for name, causes in parts if causes)


def _against(causes: Sequence[CauseOfWeek]) -> str:
    return ", ".join(f"{one_line(cause.name)} ({number(cause.count)} statt {number(cause.before)})" for cause in causes)


def cards(report: WeekReport) -> tuple[Card, Card, Card, Card]:
    """The four figures against the week before."""
    now, before = report.figures, report.before
    part = share(now.positive, now.total)
    positive = change(now.positive, before.positive)
    return (
        Card("Erwähnungen", number(now.total), change(now.total, before.total)),
        Card("Positiv", number(now.positive), f"{part} · {positive}" if part else positive),
        Card("Negativ", number(now.negative), change(now.negative, before.negative)),
        Card("Ohne Antwort", number(now.open), _oldest(report)),
    )


def _oldest(report: WeekReport) -> str:
    days = report.oldest_open_days
    if days is None:
        return "alles bearbeitet" if report.figures.total else "nichts offen"
    if days <= 0:
        return "ältester: von heute"
    return "ältester: 1 Tag" if days == 1 else f"ältester: {number(days)} Tage"


def summary(report: WeekReport) -> str:
    """What the week was like, in two or three sentences that follow from the printed figures.

    The mood is the mean score in [-1, +1], in the words the overview has for it, so that paper and screen
    never disagree. Fewer than five mentions are counted instead.
    """
    return " ".join(part for part in (_running(report), _mood(report), _unanswered(report)) if part)


def _running(report: WeekReport) -> str:
    if not is_running(report):
        return ""
    day = report.created_at.date()
    if day < report.week.monday:
        return "Die Woche hat noch nicht begonnen."
    name = _LONG_DAY_NAMES[day.weekday()]
    counted = f"Die Woche läuft noch, gezählt ist bis {name}, {report.created_at:%H:%M} Uhr"
    same_days = "" if day >= report.week.sunday else "; verglichen wird mit denselben Tagen der Vorwoche"
    return f"{counted}{same_days}."


def _mood(report: WeekReport) -> str:
    now, before = report.figures, report.before
    if now.total == 0:
        about = one_line(report.firm)
        heard = f"über {about} " if about else ""
        last = _last_week(before.total) if before.total else " Auch die Vorwoche war still."
        return f"In dieser Woche hat Kundenradar keine Beiträge {heard}gefunden.{last}"
    if now.total < FEW:
        return f"{_counted(report)}{_last_week(before.total)}"
    mean = now.mean_score or 0.0
    if before.total < FEW:
        return f"Die Stimmung ist {mood_word(mean)}.{_last_week(before.total)}"
    mood, shift = mood_word(mean), _shift(mean - (before.mean_score or 0.0))
    worse_than_it_is = "schlechter" in shift and "negativ" not in mood
    better_than_it_is = "besser" in shift and "positiv" not in mood
    joint = ", aber" if worse_than_it_is or better_than_it_is else " und"
    return f"Die Stimmung ist {mood}{joint} {shift}."


def mood_word(mean: float) -> str:
    """A mean score in words: ``deutlich negativ`` … ``ausgeglichen`` … ``deutlich positiv``.

    Thresholds 0.05, 0.35 and 0.6 of the scale [-1, +1] are our own reading aid, not a measure.
    """
    direction = "positiv" if mean > 0 else "negativ"
    return next((f"{word}{direction}" for least, word in _MOODS if abs(mean) >= least), "ausgeglichen")


def _shift(difference: float) -> str:
    direction = "besser" if difference > 0 else "schlechter"
    words = (f"{word} {direction} als in der Vorwoche" for least, word in _SHIFTS if abs(difference) >= least)
    return next(words, "etwa so wie in der Vorwoche")


def _last_week(total: int) -> str:
    if total == 0:
        return " In der Vorwoche gab es keine."
    if total == 1:
        return " In der Vorwoche gab es eine Erwähnung."
    return f" In der Vorwoche gab es {in_words(total)} Erwähnungen."


def _counted(report: WeekReport) -> str:
    now = report.figures
    counts = ((now.positive, "positiv"), (now.neutral, "neutral"), (now.negative, "negativ"))
    if now.total == 1:
        word = next(word for count, word in counts if count)
        return f"In dieser Woche gab es eine Erwähnung, sie ist {word}."
    parts = [f"{'eine' if count == 1 else in_words(count)} {word}" for count, word in counts if count]
    listed = " und ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    return f"In dieser Woche gab es {in_words(now.total)} Erwähnungen, davon {listed}."


def _unanswered(report: WeekReport) -> str:
    waiting = report.open_negative
    if waiting == 1:
        return "Ein negativer Beitrag ist noch unbeantwortet."
    if waiting > 1:
        return f"{in_words(waiting).capitalize()} negative Beiträge sind noch unbeantwortet."
    if report.figures.negative > 1:
        return "Alle negativen Beiträge sind bearbeitet."
    return "Der negative Beitrag ist bearbeitet." if report.figures.negative == 1 else ""
