"""The weekly report as one HTML file that needs nothing else: no script, no picture, no network."""

from collections.abc import Iterable, Sequence
from html import escape

from kundenradar.domain.reports import ReportMention, SourceCount, WeekReport
from kundenradar.domain.sentiment import Label
from kundenradar.domain.trends import DayCount
from kundenradar.services import report_words as words

_CHART_WIDTH, _CHART_HEIGHT, _BAR = 700, 150, 52
_STACK = (Label.NEGATIVE, Label.NEUTRAL, Label.POSITIVE)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --ground: #fff; --card: #f2f5f7; --hair: #d5dce1; --text: #17252c;
  --text2: #4a5b64; --positive: #2c7fb8; --neutral: #b4bec5; --negative: #c8501e; --link: #0f6b7f; }
@media (prefers-color-scheme: dark) { :root { --ground: #11181c; --card: #1d282e; --hair: #2a373e;
  --text: #e6edf0; --text2: #b3c1c8; --positive: #5ba8dc; --neutral: #8797a0; --negative: #e8814f;
  --link: #4fb3c8; } }
@media print { :root { color-scheme: light; --ground: #fff; --card: #f2f5f7; --hair: #d5dce1; --text: #17252c;
  --text2: #4a5b64; --positive: #2c7fb8; --neutral: #b4bec5; --negative: #c8501e; --link: #0f6b7f; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
@page { size: A4; margin: 20mm; }
body { margin: 0 auto; padding: 24px; max-width: 760px; background: var(--ground); color: var(--text);
  font: 15px/1.45 "Segoe UI", Inter, "Helvetica Neue", "Noto Sans", sans-serif; overflow-wrap: anywhere; }
header, footer { display: flex; justify-content: space-between; gap: 24px; color: var(--text2);
  font-size: 13px; padding: 8px 0; }
header { border-bottom: 1px solid var(--hair); }
footer { border-top: 1px solid var(--hair); margin-top: 32px; }
h1 { font-size: 32px; line-height: 1.2; margin: 28px 0 4px; }
h2 { font-size: 18px; margin: 32px 0 8px; break-after: avoid; }
.lead, .meta, .state { color: var(--text2); }
.lead { margin: 0 0 20px; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 0; }
.cards div { background: var(--card); border-radius: 6px; padding: 12px 14px; break-inside: avoid; }
.cards dt { font-size: 13px; font-weight: 600; color: var(--text2); }
.cards dd { margin: 0; } .cards .value { font-size: 26px; font-weight: 600; }
.cards .note { font-size: 13px; color: var(--text2); }
svg { width: 100%; height: auto; display: block; } svg text { fill: var(--text2); font-size: 12px; }
.positive { fill: var(--positive); } .neutral { fill: var(--neutral); } .negative { fill: var(--negative); }
svg .ground { stroke: var(--text2); }
table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: 7px 0 7px 16px; border-bottom: 1px solid var(--hair); text-align: right;
  vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; text-align: left; font-weight: inherit; }
thead th { color: var(--text2); font-size: 13px; } thead { display: table-header-group; }
tr, article { break-inside: avoid; } tfoot td, tfoot th { font-weight: 600; }
article { border-left: 5px solid var(--neutral); border-radius: 3px; padding: 0 0 0 16px; margin: 20px 0; }
article.is-positive { border-color: var(--positive); } article.is-negative { border-color: var(--negative); }
article h3 { font-size: 15px; margin: 0; } .meta, .state { font-size: 13px; margin: 0; }
blockquote { margin: 6px 0; } a { color: var(--link); font-size: 13px; }
details { margin-top: 10px; } summary { cursor: pointer; color: var(--text2); font-size: 13px; }
"""


def render_html(report: WeekReport) -> str:
    """A complete HTML document (UTF-8) of the report; every foreign text is escaped, nothing is loaded."""
    firm = words.one_line(report.firm)
    title = " · ".join(filter(None, ("Wochenbericht", words.week_line(report.week), firm)))
    head = " · ".join(filter(None, (firm, "Kundenradar")))
    parts = (
        "<!doctype html>",
        '<html lang="de">',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        f"<header><span>{escape(head)}</span><span>{escape(words.week_line(report.week))}</span></header>",
        "<main>",
        "<h1>Wochenbericht</h1>",
        f'<p class="lead">{escape(words.summary(report))}</p>',
        *_cards(report),
        "<h2>Erwähnungen je Tag</h2>",
        *_chart(report.days),
        *_sources(report.sources),
        *_causes(report),
        *_mentions("Wichtige Beiträge", report.mentions),
        *_mentions("Offene Fragen", report.questions),
        *_mentions("Lob und Empfehlungen", report.praise),
        "</main>",
        f"<footer><span>{escape(words.created_line(report.created_at))}</span></footer>",
        "</html>",
    )
    return "\n".join(parts) + "\n"


def _cards(report: WeekReport) -> Iterable[str]:
    yield '<dl class="cards">'
    for card in words.cards(report):
        yield (
            f'<div><dt>{escape(card.label)}</dt><dd class="value">{escape(card.value)}</dd>'
            f'<dd class="note">{escape(card.note)}</dd></div>'
        )
    yield "</dl>"


def _counts(day: DayCount) -> dict[Label, int]:
    return {Label.POSITIVE: day.positive, Label.NEUTRAL: day.neutral, Label.NEGATIVE: day.negative}


def _chart(days: Sequence[DayCount]) -> Iterable[str]:
    """Stacked bars as inline SVG, and the same numbers as a table for those who do not see them."""
    highest = max((day.total for day in days), default=0)
    if highest == 0:
        yield "<p>Keine Erwähnungen in dieser Woche.</p>"
        return
    slot = _CHART_WIDTH / len(days)
    height = _CHART_HEIGHT + 44
    name = "Gestapelte Balken, die Zahlen stehen in der Tabelle darunter"
    yield f'<svg viewBox="0 0 {_CHART_WIDTH} {height}" role="img" aria-label="{name}">'
    for index, day in enumerate(days):
        x = index * slot + (slot - _BAR) / 2
        y = 20.0 + _CHART_HEIGHT
        for label in _STACK:
            part = _counts(day)[label] * _CHART_HEIGHT / max(highest, 4)
            y -= part
            if part:
                shown = max(0.8, part - 1)
                place = f'x="{x:.1f}" y="{y:.1f}" width="{_BAR}" height="{shown:.1f}"'
                yield f'<rect class="{label.value}" {place}/>'
        middle = f'x="{x + _BAR / 2:.1f}" text-anchor="middle"'
        if day.total:
            yield f'<text {middle} y="{y - 6:.1f}">{words.number(day.total)}</text>'
        yield f'<text {middle} y="{height - 6}">{words.day_label(day.day)}</text>'
    ground = 20 + _CHART_HEIGHT
    yield f'<line class="ground" x1="0" x2="{_CHART_WIDTH}" y1="{ground}" y2="{ground}"/>'
    yield "</svg>"
    yield '<p class="meta">Von unten nach oben: negativ (rot-orange), neutral (grau), positiv (blau).</p>'
    yield "<details><summary>Als Tabelle</summary><table>"
    yield _head("Tag")
    for day in days:
        yield _row(f"{words.day_label(day.day)}{day.day:%m.}", day.positive, day.neutral, day.negative)
    yield "</table></details>"


def _head(first: str) -> str:
    names = (first, "Gesamt", "Positiv", "Neutral", "Negativ")
    cells = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f"<thead><tr>{cells}</tr></thead>"


def _row(name: str, positive: int, neutral: int, negative: int) -> str:
    numbers = (positive + neutral + negative, positive, neutral, negative)
    cells = "".join(f"<td>{words.number(value)}</td>" for value in numbers)
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'


def _sources(sources: Sequence[SourceCount]) -> Iterable[str]:
    if not sources:
        return
    yield "<h2>Nach Quelle</h2><table>"
    yield _head("Quelle")
    yield "<tbody>"
    for source in sources:
        yield _row(words.one_line(source.name) or "Ohne Namen", source.positive, source.neutral, source.negative)
    yield "</tbody>"
    if len(sources) > 1:
        sums = (
            sum(source.positive for source in sources),
            sum(source.neutral for source in sources),
            sum(source.negative for source in sources),
        )
        yield f"<tfoot>{_row('Alle Quellen', *sums)}</tfoot>"
    yield "</table>"


def _causes(report: WeekReport) -> Iterable[str]:
    if not report.causes:
        return
    yield "<h2>Was kritisiert wurde</h2><table>"
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Ursache", "Diese Woche", "Vorwoche"))
    yield f"<thead><tr>{heads}</tr></thead>"
    for cause in report.causes:
        name = f'<th scope="row">{escape(words.one_line(cause.name))}</th>'
        yield f"<tr>{name}<td>{words.number(cause.count)}</td><td>{words.number(cause.before)}</td></tr>"
    yield "</table>"
    lesson = words.lesson(report)
    if lesson:
        yield f"<p>{escape(lesson)}</p>"


def _mentions(title: str, mentions: Sequence[ReportMention]) -> Iterable[str]:
    if mentions:
        yield f"<h2>{title}</h2>"
    for mention in mentions:
        yield f'<article class="is-{mention.label.value}"><h3>{escape(words.title_of(mention))}</h3>'
        yield f'<p class="meta">{escape(words.meta_line(mention))}</p>'
        yield f'<p class="state">{escape(words.status_line(mention))}</p>'
        quote = words.one_line(mention.quote)
        if quote:
            yield f"<blockquote>{escape(quote)}</blockquote>"
        shown = words.shown_link(mention.link)
        if shown:
            yield f'<a href="{escape(mention.link or "")}" rel="noopener noreferrer">{escape(shown)}</a>'
        yield "</article>"
