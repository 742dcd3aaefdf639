"""Weekly reports as values: an ordinary week, a silent one, and weeks that strain the page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kundenradar.domain.mentions import EntryId, MentionStatus
from kundenradar.domain.reports import CauseOfWeek, IsoWeek, ReportMention, SourceCount, WeekReport
from kundenradar.domain.sentiment import Label
from kundenradar.domain.trends import DayCount, figures_of

WEEK = IsoWeek(2026, 47)
BERLIN = ZoneInfo("Europe/Berlin")

_COUNTS = ((3, 3, 2), (7, 4, 6), (8, 6, 1), (8, 5, 4), (8, 6, 2), (3, 5, 2), (4, 4, 0))
_SOURCES = (
    SourceCount("handwerker-forum.example", 12, 9, 7),
    SourceCount("Lokalzeitung Köln", 8, 7, 2),
    SourceCount("bewertung-nrw.example", 10, 2, 4),
    SourceCount("r/koeln", 6, 6, 2),
    SourceCount("Elektro-Fachblatt", 4, 4, 1),
    SourceCount("hausbau-talk.example", 1, 5, 1),
)


def quoted(
    number: int = 1,
    *,
    title: str = "Seit drei Wochen keine Rückmeldung auf Reklamation",
    quote: str = "Trotz zweier E-Mails und eines Anrufs meldet sich niemand. Die Armatur tropft weiter.",
    label: Label = Label.NEGATIVE,
    status: MentionStatus = MentionStatus.NEW,
    answered_on: date | None = None,
    source_name: str = "handwerker-forum.example",
    author: str = "M. Çelik",
    link: str | None = "https://handwerker-forum.example/t/reklamation-armatur.4711/",
) -> ReportMention:
    """A quoted mention."""
    return ReportMention(
        EntryId(number),
        title,
        source_name,
        author,
        date(2026, 11, 20),
        quote,
        label,
        status,
        answered_on,
        link,
    )


def _mentions() -> tuple[ReportMention, ...]:
    bill = quoted(
        2,
        title="Rechnung deutlich höher als das Angebot",
        quote="Statt der vereinbarten 480 € stehen jetzt 655 € auf der Rechnung. Erklärung bisher: keine.",
        status=MentionStatus.ANSWERED,
        answered_on=date(2026, 11, 19),
        source_name="bewertung-nrw.example",
        author="R. Schäfer",
        link="https://bewertung-nrw.example/b/88121",
    )
    praise = quoted(
        3,
        title="Toller Service nach dem Wasserschaden",
        quote="Am Sonntag angerufen, zwei Stunden später war jemand da. Wirklich großartig, vielen Dank!",
        label=Label.POSITIVE,
        status=MentionStatus.ANSWERED,
        answered_on=date(2026, 11, 18),
        source_name="Lokalzeitung Köln",
        author="Familie Krämer",
        link=None,
    )
    question = quoted(
        4,
        title="Hat jemand Erfahrungen mit Brandt Haustechnik?",
        quote="Wir überlegen, für unsere neue Wärmepumpe ein Angebot einzuholen. Wie lange wartet man dort?",
        label=Label.NEUTRAL,
        source_name="r/koeln",
        author="nordlicht_k",
        link="https://www.forum.example/r/koeln/comments/1ab2cd/",
    )
    four = (quoted(1), bill, praise, question)
    return tuple(replace(mention, id=EntryId(number)) for number, mention in enumerate(four * 2, start=1))


def report(
    counts: Sequence[tuple[int, int, int]] = _COUNTS,
    before: Sequence[tuple[int, int, int]] = ((50, 28, 21),),
    *,
    firm: str = "Brandt Haustechnik GmbH",
    sources: tuple[SourceCount, ...] = _SOURCES,
    mentions: tuple[ReportMention, ...] | None = None,
    open_count: int = 5,
    open_negative: int = 2,
    oldest_open_days: int | None = 2,
    created_at: datetime = datetime(2026, 11, 23, 8, 0, tzinfo=BERLIN),
    causes: tuple[CauseOfWeek, ...] = (),
    questions: tuple[ReportMention, ...] = (),
    praise: tuple[ReportMention, ...] = (),
) -> WeekReport:
    """A week; `counts` are (positive, neutral, negative) per day, Monday first."""
    days = _days(counts)
    return WeekReport(
        week=WEEK,
        firm=firm,
        created_at=created_at,
        figures=figures_of(days, open_count),
        before=figures_of(_days(before), 3),
        days=days,
        oldest_open_days=oldest_open_days,
        open_negative=open_negative,
        sources=sources,
        mentions=_mentions() if mentions is None else mentions,
        causes=causes,
        questions=questions,
        praise=praise,
    )


def _days(counts: Sequence[tuple[int, int, int]]) -> tuple[DayCount, ...]:
    monday = WEEK.monday
    return tuple(
        DayCount(monday + timedelta(days=index), positive, neutral, negative, 0.5 * (positive - negative))
        for index, (positive, neutral, negative) in enumerate(counts)
    )


def silent_week() -> WeekReport:
    """Nobody wrote, this week and the last."""
    return report(
        ((0, 0, 0),) * 7,
        ((0, 0, 0),),
        sources=(),
        mentions=(),
        open_count=0,
        open_negative=0,
        oldest_open_days=None,
    )


def straining_week() -> WeekReport:
    """Forty sources, long names, addresses without a break, emoji, other scripts, large numbers."""
    long_word = "Heizungsdruckausdehnungsgefäßreparaturtermin" * 3
    address = f"https://forum.example/{'sehr-langer-pfad/' * 14}"
    scripts = "Ohne Titel, ohne Verfasser. 👍🏽 Danke! 😀 Šťastný 你好 مرحبا"
    mentions = (
        quoted(1, title=f"Re: {long_word}", quote=f"{long_word} {address}"),
        quoted(
            2,
            title="",
            author="",
            quote=scripts,
            link=None,
        ),
        quoted(3, title="A & B <b>fett</b> „Zitat“ – 50 % §§ 3 € ẞß ÄÖÜ", label=Label.POSITIVE, author="x" * 120),
        *(quoted(n, label=tuple(Label)[n % 3], quote="Wort " * 60) for n in range(4, 30)),
    )
    long_name = "mit einem sehr langen Namen, der umbrochen werden muss "
    sources = tuple(
        SourceCount(
            f"Quelle {n} " + long_name * (n % 4 == 0),
            n,
            n * 2,
            40 - n,
        )
        for n in range(40)
    )
    return report(
        ((1200, 800, 1), (0, 0, 0), (3, 1, 900), (0, 1, 0), (450, 450, 450), (1, 0, 0), (0, 0, 7)),
        firm="Sanitär- und Heizungsbau Müller-Lüdenscheidt & Söhne Gesellschaft mit beschränkter Haftung "
        "& Co. Kommanditgesellschaft, Niederlassung Nordrhein-Westfalen",
        sources=sources,
        mentions=mentions,
        open_count=1234,
        open_negative=17,
        oldest_open_days=6,
    )


def small_week() -> WeekReport:
    """Three mentions while the week is still running."""
    return report(
        ((1, 0, 0), (0, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, 0), (0, 0, 0), (0, 0, 0)),
        ((0, 1, 0),),
        firm="",
        sources=(SourceCount("Lokalzeitung Köln", 1, 1, 1),),
        mentions=_mentions()[:2],
        open_count=1,
        open_negative=1,
        oldest_open_days=1,
        created_at=datetime(2026, 11, 20, 17, 5, tzinfo=BERLIN),
    )
