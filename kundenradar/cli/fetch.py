"""`fetch`: poll the sources."""

import contextlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from kundenradar.app.compose import opened
from kundenradar.app.digest import ProcessDigester
from kundenradar.cli.output import NUMBER, Session, emit, json_option, note, pass_session, say, table
from kundenradar.cli.shapes import outcome_object
from kundenradar.context import Context
from kundenradar.domain.events import Event, RefreshProgress
from kundenradar.domain.health import FetchOutcome
from kundenradar.domain.sources import SourceId, is_listened_to
from kundenradar.paths import find_paths
from kundenradar.services.messages import trouble_sentence
from kundenradar.store.glance import may_bring

if TYPE_CHECKING:
    from kundenradar.services.refresh import RefreshOutcome

FEEDS_FOR_PROCESSES = 12
"""From so many feeds on, worker processes are worth their start (measured: bench/refresh)."""

OUTCOME_WORDS = {
    FetchOutcome.OK: "gelesen",
    FetchOutcome.UNCHANGED: "unverändert",
    FetchOutcome.FAILED: "nicht erreicht",
}


@click.command()
@click.option("--all", "every", is_flag=True, help="Alle Quellen, nicht nur die fälligen.")
@click.option(
    "--source", "numbers", type=NUMBER, multiple=True, metavar="NR", help="Nur diese Quelle (mehrfach möglich)."
)
@click.option("--forced", is_flag=True, help="Ohne die Frage, ob sich etwas geändert hat.")
@json_option
@pass_session
def fetch(session: Session, numbers: tuple[int, ...], *, every: bool, forced: bool, as_json: bool) -> int:
    """Quellen abrufen und Neues speichern."""
    database = find_paths(session.data_dir).database
    with contextlib.closing(ProcessDigester(niceness=0, database=database)) as digester:
        if may_bring(database) >= FEEDS_FOR_PROCESSES:
            digester.start()  # they get ready while this process opens the store
        with opened(session.data_dir) as ctx:
            wanted = _wanted(ctx, numbers, every=every)
            many = len(wanted) >= FEEDS_FOR_PROCESSES
            outcome = _with_progress(replace(ctx, digester=digester) if many else ctx, wanted, forced=forced)
    if as_json:
        emit(outcome_object(outcome))
    else:
        _show(outcome)
    failed = [result for result in outcome.results if result.record.outcome is FetchOutcome.FAILED]
    for result in failed:
        if result.record.trouble is not None:
            note(f"{result.source.name}: {trouble_sentence(result.record.trouble)}")
    return 1 if failed and len(failed) == len(outcome.results) else 0


def _wanted(ctx: Context, numbers: Sequence[int], *, every: bool) -> tuple[SourceId, ...]:
    with ctx.store.read() as tx:
        if numbers:
            return tuple(tx.sources.get(SourceId(number)).id for number in numbers)
        if every:
            return tuple(source.id for source in tx.sources.list() if is_listened_to(source))
        return tx.sources.due(ctx.clock.now())


def _with_progress(ctx: Context, wanted: tuple[SourceId, ...], *, forced: bool) -> "RefreshOutcome":
    from kundenradar.services import learning  # late: worker processes get ready meanwhile
    from kundenradar.services.refresh import refresh

    if wanted:
        learning.follow_update(ctx)
    if not sys.stderr.isatty() or not wanted:
        return refresh(ctx, wanted, forced=forced)
    with click.progressbar(length=len(wanted), label="Quellen abrufen", file=sys.stderr) as bar:

        def show(event: Event) -> None:
            if isinstance(event, RefreshProgress):
                bar.update(event.done - bar.pos)

        stop = ctx.bus.subscribe(show)
        try:
            return refresh(ctx, wanted, forced=forced)
        finally:
            stop()


def _show(outcome: "RefreshOutcome") -> None:
    if not outcome.results:
        asked_all = click.get_current_context().params.get("every")
        say(
            "Es gibt keine Quelle, die abgerufen wird."
            if asked_all
            else "Keine Quelle ist fällig. Mit --all werden alle abgerufen."
        )
        return
    rows = [
        (
            result.source.id,
            result.source.name,
            OUTCOME_WORDS[result.record.outcome],
            result.record.entries,
            result.record.new,
        )
        for result in outcome.results
    ]
    say(table(("Nr.", "Quelle", "Ergebnis", "Beiträge", "neu"), rows, right=(0, 3, 4)))
    say(
        f"{outcome.new} neue Beiträge, davon {outcome.mentions} Erwähnungen ({outcome.ms / 1000:.1f} s)".replace(
            ".", ","
        )
    )
