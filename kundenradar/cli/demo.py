"""`demo`: the whole main job on the bundled sample feeds, without network."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import Session, emit, json_option, note, pass_session, say, table
from kundenradar.cli.report import write_text
from kundenradar.cli.shapes import mention_object, outcome_object, report_object
from kundenradar.context import Context
from kundenradar.domain.errors import DataError, InputError
from kundenradar.domain.mentions import EntryId, MentionFilter
from kundenradar.domain.reports import IsoWeek, WeekReport
from kundenradar.domain.sentiment import Label
from kundenradar.paths import find_paths
from kundenradar.services import listening, meant, preferences, replies, reporting, review, subscriptions
from kundenradar.services.refresh import RefreshOutcome, refresh
from kundenradar.services.report_html import render_html
from kundenradar.services.samples import SAMPLE_FIRM, SampleServer, sample_documents

FOLDER = "demo"
LOCK = ".demo-lock"
MARK = ".kundenradar-demo"
EARLIER = timedelta(days=2)
EXAMPLES = 5
LOOKED_AT = 50
"""Newest criticisms among which the demo looks for one to answer."""

CLEARLY_BAD = -0.4
LABEL_WORDS = {Label.POSITIVE: "positiv", Label.NEUTRAL: "neutral", Label.NEGATIVE: "negativ"}


@click.command()
@click.option("--window", "with_window", is_flag=True, help="Danach das Fenster mit den Beispieldaten öffnen.")
@json_option
@pass_session
def demo(session: Session, *, with_window: bool, as_json: bool) -> int:
    """Alles einmal vorführen: abrufen, erkennen, beurteilen, antworten, Wochenbericht."""
    root = find_paths(session.data_dir).root
    with alone(root):
        folder = fresh_folder(root / FOLDER)
        with opened(folder) as ctx:
            shown = _perform(ctx, folder, session)
    if as_json:
        emit(shown)
    if with_window:
        return session.face.open_window(folder)
    heard = all(feed["outcome"] != "failed" for one in shown["rounds"] for feed in one["feeds"])
    return 0 if heard and shown["mentions"] else 1


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold off a second demo in the same place; the system lets go of the lock however this one ends.

    Raises:
        InputError: One is running already (``demo-running``).
    """
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = sqlite3.connect(root / LOCK, timeout=0, isolation_level=None)
    except (OSError, sqlite3.OperationalError) as error:
        raise DataError("read-only") from error
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if "locked" not in str(error):
            raise DataError("read-only") from error
        raise InputError("demo-running") from error
    try:
        yield
    finally:
        lock.close()


def fresh_folder(folder: Path) -> Path:
    """An empty folder for the demo; only a folder that an earlier demo made is emptied.

    Raises:
        InputError: The folder holds something else (``demo-folder``).
    """
    if folder.exists():
        if any(folder.iterdir()) and not (folder / MARK).exists():
            raise InputError("demo-folder", folder.name)
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / MARK).touch()
    return folder


def _perform(ctx: Context, folder: Path, session: Session) -> dict[str, Any]:
    now = ctx.clock.now()
    with SampleServer(sample_documents(now, now - EARLIER)) as server:
        firm = SAMPLE_FIRM
        listening.set_firm(ctx, firm.name, firm.terms, firm.excludes, firm.own_names, firm.federal_state)
        preferences.save(ctx, replace(ctx.settings.current, person=firm.person, first_run_done=True))
        preferences.add_snippets(ctx)
        sources = [subscriptions.add(ctx, new) for new in server.sources()]
        note(f"{len(sources)} Beispielquellen auf diesem Rechner, ohne Internet: „{firm.name}“ hört zu.")
        everyone = [source.id for source in sources]
        first = refresh(ctx, everyone)
        server.hand_out(sample_documents(now))
        second = refresh(ctx, everyone)
    for source, sample in zip(sources, sample_documents(now), strict=True):
        preferences.point_to(ctx, source.id, sample.source.feed_url)
    report = _week(ctx, now)
    draft = _answer(ctx)
    pdf, html = folder / f"wochenbericht-{report.week}.pdf", folder / f"wochenbericht-{report.week}.html"
    session.face.write_pdf(report, pdf)
    write_text(html, render_html(report))
    _tell(ctx, (first, second), report, draft, (pdf, html))
    newest = review.full(ctx, [EntryId(key) for key in review.keys(ctx, MentionFilter(), EXAMPLES)])
    parts = meant.said_in(ctx, newest)
    return {
        "folder": str(folder),
        "rounds": [outcome_object(first), outcome_object(second)],
        "entries": sum(source.entries for source in subscriptions.list_sources(ctx)),
        "mentions": review.count(ctx, MentionFilter()),
        "newest": [mention_object(one, part.about) for one, part in zip(newest, parts, strict=True)],
        "draft": draft,
        "report": report_object(report),
        "pdf": str(pdf),
        "html": str(html),
    }


def _week(ctx: Context, now: datetime) -> WeekReport:
    """The report of this week, or of the last one while this one is young."""
    week = IsoWeek.of(reporting.today(ctx))
    report = reporting.week_report(ctx, week)
    return report if report.figures.total or now.weekday() > 1 else reporting.week_report(ctx, week.before)


def _answer(ctx: Context) -> str:
    """Draft an answer to the newest real complaint about the firm, as the owner would from a snippet."""
    negative = review.keys(ctx, MentionFilter(labels=frozenset({Label.NEGATIVE})), LOOKED_AT)
    word = SAMPLE_FIRM.terms[0]
    complaint = next(
        (
            one
            for one in review.full(ctx, [EntryId(key) for key in negative])
            if not one.own and one.sentiment.score <= CLEARLY_BAD and word in one.entry.own_words
        ),
        None,
    )
    snippets = replies.snippets(ctx)
    if complaint is None or not snippets:
        return ""
    mention_id = complaint.entry.id
    snippet = next((one for one in snippets if "beschwerde" in one.title.casefold()), snippets[0])
    values = replies.placeholder_values(ctx, mention_id)
    return replies.save_draft(ctx, mention_id, replies.fill(snippet, values)).text


def _tell(
    ctx: Context,
    rounds: tuple[RefreshOutcome, RefreshOutcome],
    report: WeekReport,
    draft: str,
    files: tuple[Path, Path],
) -> None:
    first, second = rounds
    note(f"Erster Abruf: {first.new} Beiträge, davon {first.mentions} Erwähnungen.")
    note(f"Zweiter Abruf: {second.new} neue, {second.changed} geänderte Beiträge.")
    if click.get_current_context().params.get("as_json"):
        return
    rows = [(source.name, source.entries, source.mentions) for source in subscriptions.list_sources(ctx)]
    say(table(("Quelle", "Beiträge", "Erwähnungen"), rows, right=(1, 2)))
    say("\nNeueste Erwähnungen")
    keys = review.keys(ctx, MentionFilter(), EXAMPLES)
    for line in review.lines(ctx, [EntryId(key) for key in keys]):
        say(f"  {line.at:%d.%m.}  {LABEL_WORDS[line.label]:8}  {line.title or line.snippet[:70]}")
    figures = report.figures
    say(f"\nWoche {report.week}: {figures.total} Erwähnungen (Vorwoche {report.before.total})")
    say(f"  {figures.positive} positiv · {figures.neutral} neutral · {figures.negative} negativ · {figures.open} offen")
    if draft:
        say("\nAntwortentwurf zur neuesten Kritik")
        say("\n".join(f"  {line}" for line in draft.splitlines()))
    say("\nWochenbericht")
    for file in files:
        say(f"  {file}")
