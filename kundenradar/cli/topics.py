"""`topics`: what is written about more than before, and complaints that several people share."""

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import NOTHING_HEARD, Session, emit, json_option, pass_session, say, table
from kundenradar.domain.threads import topic_title
from kundenradar.services import understanding
from kundenradar.services.reporting import quote


@click.command()
@click.option("--days", type=click.IntRange(1, 3660), default=30, show_default=True, help="Wie viele Tage zurück.")
@json_option
@pass_session
def topics(session: Session, days: int, *, as_json: bool) -> None:
    """Steigende Themen und gleiche Beschwerden."""
    with opened(session.data_dir) as ctx:
        understanding.catch_up(ctx, most=understanding.READ_FIRST)
        report = understanding.topic_report(ctx, days)
    if as_json:
        emit(topic_report_object(report))
        return
    if not report.mentions:
        say(f"In den letzten {days} Tagen gibt es keine Erwähnungen. {NOTHING_HEARD}")
        return
    if not (report.rising or report.clusters):
        say(f"In {report.mentions} Erwähnungen kommt kein Thema mehrfach vor. Mit --days schauen Sie weiter zurück.")
        return
    if report.rising:
        rows = [(one.name, one.count, one.before) for one in report.rising]
        say("Steigende Themen" if report.compared else "Häufige Themen (zum Vergleichen fehlt die Zeit davor)")
        say(table(("Thema", "jetzt", "davor"), rows, right=(1, 2)))
    for shared in report.clusters:
        example = shared.example
        words = quote(telling(topic_title(example.title), example.snippet), 100) if example is not None else ""
        say(f"{shared.cluster.authors} schreiben dasselbe: {words}")


def telling(title: str, snippet: str) -> str:
    """The title, unless it only is the text cut short."""
    return snippet if not title or snippet.startswith(title.rstrip(" .…")) else title


def topic_report_object(report: understanding.TopicReport) -> dict[str, object]:
    """The topics of a period as JSON."""
    return {
        "from": report.first.isoformat(),
        "to": report.last.isoformat(),
        "mentions": report.mentions,
        "compared": report.compared,
        "rising": [
            {
                "topic": one.name,
                "count": one.count,
                "before": one.before,
                "strength": round(one.strength, 2),
                "mentions": list(one.mentions),
            }
            for one in report.rising
        ],
        "clusters": [
            {
                "example": shared.cluster.example,
                "mentions": list(shared.cluster.mentions),
                "authors": shared.cluster.authors,
                "words": list(shared.cluster.words),
            }
            for shared in report.clusters
        ],
    }
