"""`causes`: what is criticised, most often first."""

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import NOTHING_HEARD, Session, emit, json_option, pass_session, say, table
from kundenradar.services import understanding


@click.command()
@click.option("--days", type=click.IntRange(1, 3660), default=30, show_default=True, help="Wie viele Tage zurück.")
@click.option("--words", is_flag=True, help="Die Ursachen mit ihren Wörtern statt der Zahlen.")
@json_option
@pass_session
def causes(session: Session, days: int, *, words: bool, as_json: bool) -> None:
    """Ursachen der Kritik, häufigste zuerst; nur Kritik zählt."""
    with opened(session.data_dir) as ctx:
        if words:
            known = understanding.causes(ctx)
            if as_json:
                emit([{"cause": cause.key, "name": cause.name, "words": list(cause.words)} for cause in known])
                return
            for cause in known:
                say(f"{cause.name}: {', '.join(cause.words)}")
            return
        understanding.catch_up(ctx, most=understanding.READ_FIRST)
        report = understanding.cause_report(ctx, days)
    if as_json:
        emit(cause_report_object(report))
        return
    if not report.causes:
        say(f"In den letzten {days} Tagen gibt es keine Kritik mit einer Ursache. {NOTHING_HEARD}")
        return
    rows = [(one.cause.name, one.count, one.before, f"{one.cumulated * 100:.0f} %") for one in report.causes]
    say(table(("Ursache", "Kritik", "davor", "zusammen"), rows, right=(1, 2, 3)))
    say(f"\n{report.criticism} kritische Erwähnungen, {report.without_cause} davon ohne erkannte Ursache")


def cause_report_object(report: understanding.CauseReport) -> dict[str, object]:
    """The causes of a period as JSON."""
    return {
        "from": report.first.isoformat(),
        "to": report.last.isoformat(),
        "criticism": report.criticism,
        "without_cause": report.without_cause,
        "causes": [
            {
                "cause": one.cause.key,
                "name": one.cause.name,
                "count": one.count,
                "before": one.before,
                "share": round(one.share, 4),
                "cumulated": round(one.cumulated, 4),
            }
            for one in report.causes
        ],
        "concerns": {concern.value: number for concern, number in report.concerns.items()},
    }
