"""`firm set`: who we are."""

from dataclasses import replace

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import Session, emit, json_option, pass_session, say
from kundenradar.cli.shapes import query_object
from kundenradar.domain.errors import InputError
from kundenradar.domain.text import fold
from kundenradar.services import listening, preferences

FEDERAL_STATES = ("BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH")


@click.group()
def firm() -> None:
    """Angaben zur eigenen Firma."""


@firm.command("set")
@click.option("--name", required=True, help="Name der Firma.")
@click.option(
    "--term",
    "terms",
    multiple=True,
    help="Weiteres Wort, das zur Firma gehört (mehrfach möglich). Bei gleichem Namen gilt für dieses und die nächsten: "
    "ohne Angabe bleibt, was war; leer entfernt es.",
)
@click.option("--exclude", "excludes", multiple=True, help="Wort, das eine Erwähnung ausschließt.")
@click.option("--own-name", "own_names", multiple=True, help="Eigener Nickname in Foren.")
@click.option(
    "--competitor",
    "competitors",
    multiple=True,
    help="Mitbewerber, den Kunden daneben nennen (mehrfach möglich). Ohne Angabe bleiben alle, leer entfernt sie.",
)
@click.option("--state", "federal_state", default="", help="Bundesland, zum Beispiel BY.")
@click.option("--town", help="Ort der Firma; Suchfeeds werden damit genauer.")
@json_option
@pass_session
def set_firm(
    session: Session,
    name: str,
    terms: tuple[str, ...],
    excludes: tuple[str, ...],
    own_names: tuple[str, ...],
    competitors: tuple[str, ...],
    federal_state: str,
    town: str | None,
    *,
    as_json: bool,
) -> None:
    """Firma festlegen; daraus entsteht das erste Suchprofil."""
    federal_state = federal_state.upper()
    if federal_state and federal_state not in FEDERAL_STATES:
        raise InputError("state-unknown", federal_state)
    with opened(session.data_dir) as ctx:
        known = preferences.current(ctx)
        if fold(known.firm_name) == fold(" ".join(name.split())):  # what is not given stays; an empty word clears
            terms, excludes = terms or tuple(known.terms), excludes or tuple(known.excludes)
            own_names, federal_state = own_names or tuple(known.own_names), federal_state or known.federal_state
        query = listening.set_firm(ctx, name, terms, excludes, own_names, federal_state, competitors or None)
        now = replace(preferences.current(ctx), first_run_done=True)  # the window need not ask for the firm again
        preferences.save(ctx, now if town is None else replace(now, town=" ".join(town.split())))
    if as_json:
        emit({"name": " ".join(name.split()), "query": query_object(query)})
    else:
        say(f"Suchprofil „{query.name}“: {query.expression}")
        say(f"{query.mentions} gespeicherte Beiträge passen dazu.")
