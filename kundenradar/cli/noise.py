"""`noise`: what is not to be shown any more."""

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import NUMBER, Session, emit, json_option, note, pass_session, say, table, utc
from kundenradar.domain.noise import Exclusion, ExclusionId, NoiseKind
from kundenradar.services import noise as shutting_out

KIND_WORDS = {NoiseKind.WORD: "Wort", NoiseKind.AUTHOR: "Verfasser", NoiseKind.SITE: "Website"}


@click.group()
def noise() -> None:
    """Ausgeschlossenes: Wörter, Verfasser und Websites, deren Beiträge keine Erwähnungen sind."""


@noise.command()
@click.argument("kind", type=click.Choice([kind.value for kind in NoiseKind]), metavar="ART")
@click.argument("value", metavar="WERT")
@click.option("--preview", is_flag=True, help="Nur zeigen, was sich ändern würde.")
@json_option
@pass_session
def add(session: Session, kind: str, value: str, *, preview: bool, as_json: bool) -> None:
    """Ein Wort (word), einen Verfasser (author) oder eine Website (site) ausschließen."""
    with opened(session.data_dir) as ctx:
        if preview:
            found = shutting_out.preview(ctx, NoiseKind(kind), value)
            answer = {"kind": kind, "value": found.value, "leaving": found.leaving, "staying": found.staying}
            if as_json:
                emit(answer | {"examples": [line.id for line in found.examples]})
                return
            say(f"Betrifft {_mentions(found.leaving)}; {found.staying} bearbeitete bleiben.")
            for line in found.examples:
                say(f"  {line.title or line.snippet[:80]}")
            return
        done = shutting_out.exclude(ctx, NoiseKind(kind), value)
    if as_json:
        emit(exclusion_object(done.exclusion) | {"left": done.left})
    else:
        one = done.exclusion
        say(f"{KIND_WORDS[one.kind]} „{one.value}“ ausgeschlossen: {_mentions(done.left)} weniger.")


@noise.command("list")
@json_option
@pass_session
def list_(session: Session, *, as_json: bool) -> None:
    """Alles Ausgeschlossene."""
    with opened(session.data_dir) as ctx:
        found = shutting_out.exclusions(ctx)
    if as_json:
        emit([exclusion_object(one) for one in found])
    elif not found:
        say("Nichts ist ausgeschlossen. Zum Beispiel ein Wort: kundenradar noise add word Stellenangebot")
    else:
        say(table(("Nr.", "Art", "Wert"), [(one.id, KIND_WORDS[one.kind], one.value) for one in found], right=(0,)))


@noise.command()
@click.argument("number", type=NUMBER, metavar="NR")
@json_option
@pass_session
def remove(session: Session, number: int, *, as_json: bool) -> None:
    """Etwas Ausgeschlossenes wieder zulassen."""
    with opened(session.data_dir) as ctx:
        returned = shutting_out.readmit(ctx, ExclusionId(number))
    if as_json:
        emit({"id": number, "removed": True, "returned": returned})
    else:
        note(f"Wieder zugelassen: {_mentions(returned)} mehr.")


def exclusion_object(one: Exclusion) -> dict[str, object]:
    """An exclusion as JSON."""
    return {"id": one.id, "kind": one.kind.value, "value": one.value, "at": utc(one.at)}


def _mentions(number: int) -> str:
    return "1 Erwähnung" if number == 1 else f"{number} Erwähnungen"
