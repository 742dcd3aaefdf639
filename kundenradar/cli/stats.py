"""`stats`: the numbers of the Übersicht."""

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import Session, emit, json_option, pass_session, say, table
from kundenradar.cli.shapes import statistics_object
from kundenradar.services import reporting


@click.command()
@click.option("--days", type=click.IntRange(1, 3660), default=30, show_default=True, help="Wie viele Tage zurück.")
@json_option
@pass_session
def stats(session: Session, days: int, *, as_json: bool) -> None:
    """Zahlen je Tag, Stimmungsindex, Unbeantwortetes, Antwortquote."""
    with opened(session.data_dir) as ctx:
        numbers = reporting.statistics(ctx, days)
    if as_json:
        emit(statistics_object(numbers))
        return
    rows = [
        (f"{count.day:%d.%m.%Y}", count.positive, count.neutral, count.negative, count.total) for count in numbers.days
    ]
    say(table(("Tag", "positiv", "neutral", "negativ", "gesamt"), rows, right=(1, 2, 3, 4)))
    figures = numbers.figures
    rate = "–" if numbers.answer_rate is None else f"{numbers.answer_rate * 100:.1f} %".replace(".", ",")
    say(f"\n{figures.total} Erwähnungen, Stimmungsindex {figures.index:.0f}, {figures.open} offen, Antwortquote {rate}")
