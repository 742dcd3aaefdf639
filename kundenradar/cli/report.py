"""`report`: the week on paper."""

import os
import tempfile
from pathlib import Path

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import Session, emit, json_option, note, pass_session, say
from kundenradar.cli.shapes import report_object
from kundenradar.domain.errors import InputError
from kundenradar.domain.reports import IsoWeek, WeekReport
from kundenradar.services import reporting
from kundenradar.services.report_html import render_html


@click.command()
@click.option("--week", "week_text", metavar="WOCHE", help="Kalenderwoche, zum Beispiel 2026-W47; sonst die laufende.")
@click.option("--pdf", type=click.Path(dir_okay=False, path_type=Path), help="Als PDF in diese Datei.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Als Webseite in diese Datei.")
@json_option
@pass_session
def report(session: Session, week_text: str | None, pdf: Path | None, html: Path | None, *, as_json: bool) -> None:
    """Der Wochenbericht."""
    with opened(session.data_dir) as ctx:
        week = IsoWeek.of(reporting.today(ctx)) if week_text is None else IsoWeek.parse(week_text)
        made = reporting.week_report(ctx, week)
    for file in (pdf, html):
        if file is not None and not file.name:
            raise InputError("file-unwritable", str(file))
    if pdf is not None:
        session.face.write_pdf(made, pdf)
        note(f"Wochenbericht geschrieben: {pdf}")
    if html is not None:
        write_text(html, render_html(made))
        note(f"Wochenbericht geschrieben: {html}")
    if as_json:
        emit(report_object(made))
    elif pdf is None and html is None:
        say(as_text(made))


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all; what is no file (a pipe, a device) is written into and stays what it is.

    Raises:
        InputError: It cannot be written (``file-unwritable``).
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")
            return
        path = path.resolve()  # what a link leads to is written, the link stays
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".kundenradar-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise InputError("file-unwritable", path.name) from error


def _first_day(week: IsoWeek) -> str:
    """The Monday; with its year if the week ends in another."""
    return f"{week.monday:%d.%m.%Y}" if week.monday.year != week.sunday.year else f"{week.monday:%d.%m.}"


def as_text(made: WeekReport) -> str:
    """The report in a few lines."""
    figures, before = made.figures, made.before
    lines = [
        f"Wochenbericht {made.week} ({_first_day(made.week)}–{made.week.sunday:%d.%m.%Y})  {made.firm}".rstrip(),
        (
            f"Erwähnungen {figures.total} (Vorwoche {before.total}): {figures.positive} positiv, "
            f"{figures.neutral} neutral, {figures.negative} negativ; {figures.open} offen"
        ),
    ]
    lines += [f"  {count.name}: {count.total}" for count in made.sources]
    lines += [f"  · {mention.day:%d.%m.} {mention.title}" for mention in made.mentions]
    return "\n".join(lines)
