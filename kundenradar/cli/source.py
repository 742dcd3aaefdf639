"""`source`: where we listen."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import NUMBER, Session, emit, json_option, note, pass_session, say, table
from kundenradar.cli.shapes import candidate_object, instead_object, proposal_object, source_object
from kundenradar.context import Context
from kundenradar.domain.errors import InputError, KundenradarError
from kundenradar.domain.secrets import Secrets, header_of
from kundenradar.domain.sources import CHOSEN_KINDS, Candidate, NewSource, Source, SourceId, SourceKind
from kundenradar.services import health, proposals, subscriptions
from kundenradar.services.messages import sentence
from kundenradar.services.searching import LoginPlace, search_sentence


@click.group()
def source() -> None:
    """Quellen: Foren, Blogs, Nachrichten- und Bewertungsseiten."""


@source.command()
@click.argument("addresses", nargs=-1, required=True, metavar="ADRESSE...")
@click.option("--name", default="", help="Eigener Name der Quelle.")
@click.option("--kind", type=click.Choice([kind.value for kind in CHOSEN_KINDS]), help="Art der Quelle.")
@click.option("--all-entries", is_flag=True, help="Jeder Beitrag zählt als Erwähnung.")
@click.option("--feed", "is_feed", is_flag=True, help="Die Adresse ist der Feed selbst; nicht suchen.")
@click.option("--own-name", "own_names", multiple=True, help="Eigener Nickname auf dieser Seite.")
@click.option("--user", help="Benutzername für die Anmeldung.")
@click.option("--password-stdin", is_flag=True, help="Passwort von der Standardeingabe lesen.")
@click.option("--header-stdin", is_flag=True, help="Geheime Kopfzeile („Name: Wert“) von der Standardeingabe lesen.")
@click.option("--cookie-stdin", is_flag=True, help="Cookie („Name=Wert; …“) von der Standardeingabe lesen.")
@json_option
@pass_session
def add(
    session: Session,
    addresses: tuple[str, ...],
    name: str,
    kind: str | None,
    *,
    all_entries: bool,
    is_feed: bool,
    own_names: tuple[str, ...],
    user: str | None,
    password_stdin: bool,
    header_stdin: bool,
    cookie_stdin: bool,
    as_json: bool,
) -> int:
    """Quellen hinzufügen; Kundenradar sucht den Feed hinter jeder Adresse."""
    _check_login(user, password_stdin=password_stdin)
    password = _line() if password_stdin else None
    secrets = _secrets(header_stdin=header_stdin, cookie_stdin=cookie_stdin)
    opens = replace(secrets, user=user or "", password=password or "")
    answers: list[dict[str, Any]] = []
    failed = False
    with opened(session.data_dir) as ctx:
        for given in addresses:
            shown = subscriptions.masked(given)
            try:
                found = () if is_feed else subscriptions.discover(ctx, given, opens)
                added = _add(ctx, given, found, name, kind, all_entries, own_names, user, password, secrets)
            except KundenradarError as error:
                failed = True
                said = search_sentence(error, LoginPlace.COMMAND)
                note(f"{shown}: {said}" if len(addresses) > 1 else said)
                answers.append({"address": shown, "error": said, **_instead(ctx, given)})
                continue
            if added.has_login and not ctx.credentials.available():
                note(sentence(InputError("login-unsafe")))
            answer = {**source_object(added), "candidates": [candidate_object(one) for one in found]}
            answers.append({"address": shown, **answer})
            if not as_json:
                say(f"{added.id}  {added.name}  {added.feed_url}")
                _say_others(found[1:])
    if as_json:
        emit(answers if len(addresses) > 1 else answers[0])
    return 1 if failed else 0


def _add(
    ctx: Context,
    address: str,
    found: tuple[Candidate, ...],
    name: str,
    kind: str | None,
    all_entries: bool,
    own_names: tuple[str, ...],
    user: str | None,
    password: str | None,
    secrets: Secrets,
) -> Source:
    candidate = found[0] if found else Candidate(_feed_address(address))
    new = subscriptions.new_source(candidate, address, name)
    chosen = SourceKind(kind) if kind is not None else new.kind
    return subscriptions.add(
        ctx,
        NewSource(new.name, new.address, new.feed_url, "", chosen, new.software, all_entries, own_names),
        user,
        password,
        secrets,
    )


def _line() -> str:
    """The next line of standard input.

    Raises:
        InputError: It is no text (``input-unreadable``).
    """
    try:
        line = sys.stdin.readline().rstrip("\r\n")
        line.encode()
    except UnicodeError as error:
        raise InputError("input-unreadable") from error
    return line


def _secrets(*, header_stdin: bool, cookie_stdin: bool) -> Secrets:
    """What stands on the next lines of stdin, the header first."""
    header = header_of(_line()) if header_stdin else ("", "")
    cookie = _line().strip() if cookie_stdin else ""
    if header is None or (cookie_stdin and not cookie):
        raise InputError("header-bad")
    return Secrets(header=header, cookie=cookie)


@source.command()
@click.argument("number", type=NUMBER, metavar="NR")
@click.option("--user", help="Benutzername für die Anmeldung.")
@click.option("--password-stdin", is_flag=True, help="Passwort von der Standardeingabe lesen.")
@click.option("--header-stdin", is_flag=True, help="Geheime Kopfzeile („Name: Wert“) von der Standardeingabe lesen.")
@click.option("--cookie-stdin", is_flag=True, help="Cookie („Name=Wert; …“) von der Standardeingabe lesen.")
@click.option("--address-stdin", is_flag=True, help="Neue Adresse des Feeds von der Standardeingabe lesen.")
@click.option("--forget", is_flag=True, help="Die Zugangsdaten vergessen.")
@json_option
@pass_session
def login(
    session: Session,
    number: int,
    *,
    user: str | None,
    password_stdin: bool,
    header_stdin: bool,
    cookie_stdin: bool,
    address_stdin: bool,
    forget: bool,
    as_json: bool,
) -> None:
    """Zugangsdaten einer Quelle setzen oder vergessen; sie kommen in den Schlüsselbund."""
    source_id = SourceId(number)
    _check_login(user, password_stdin=password_stdin)
    with opened(session.data_dir) as ctx:
        kept = True
        if forget:
            subscriptions.set_secrets(ctx, source_id, Secrets())
        if address_stdin:
            kept = subscriptions.change_address(ctx, source_id, _line())
        there = subscriptions.secrets_of(ctx, source_id)
        if user is not None:
            there = replace(there, user=user, password=_line())
        given = _secrets(header_stdin=header_stdin, cookie_stdin=cookie_stdin)
        there = replace(there, header=given.header) if header_stdin else there
        there = replace(there, cookie=given.cookie) if cookie_stdin else there
        kept = subscriptions.set_secrets(ctx, source_id, there) and kept
        changed = next(one for one in subscriptions.list_sources(ctx) if one.id == source_id)
    if not kept:
        note(sentence(InputError("login-unsafe")))
    if as_json:
        emit(source_object(changed))


def _check_login(user: str | None, *, password_stdin: bool) -> None:
    """Refuse a name without a password, and the other way round."""
    if user is not None and not password_stdin:
        raise InputError("password-missing")
    if password_stdin and not user:
        raise InputError("user-missing")


def _say_others(others: Sequence[Candidate]) -> None:
    """What else could be heard there."""
    for one in others:
        note(f"Auch dort: {one.title or one.url}  {one.url}")


def _feed_address(typed: str) -> str:
    """The address of a feed as typed; a login in it stays, so that it can be taken out and kept."""
    from kundenradar.domain.addresses import read_address

    text = typed.strip()
    return text if text.lower().startswith(("http://", "https://")) else read_address(text).url


def _instead(ctx: Context, address: str) -> dict[str, Any]:
    """What works where nothing can be heard, beside the sentence that says so."""
    settings = ctx.settings.current
    instead = proposals.instead_of(address, settings.firm_name, settings.town)
    return {} if instead is None else {"instead": instead_object(instead)}


@source.command()
@click.option("--trade", help="Branche eines Starterpakets, zum Beispiel heizung.")
@json_option
@pass_session
def suggest(session: Session, *, trade: str | None, as_json: bool) -> None:
    """Vorschlagen, was Kundenradar hören könnte; gefragt wird dabei niemand."""
    packs = {pack.key: pack for pack in proposals.starter_packs()}
    if trade is not None and trade.lower() not in packs:
        raise InputError("trade-unknown", ", ".join(packs))
    with opened(session.data_dir) as ctx:
        settings = ctx.settings.current
    found = proposals.search_proposals(settings.firm_name, settings.town, settings.terms)
    if trade is not None:
        found += packs[trade.lower()].proposals
    if as_json:
        emit([proposal_object(proposal) for proposal in found])
        return
    if not found:
        say("Ohne den Namen der Firma gibt es keine Suchfeeds. Setzen Sie ihn: kundenradar firm set --name NAME")
    for proposal in found:
        say(f"{proposal.title}\n  {proposal.address}\n  {proposal.hears}")


@source.command("list")
@json_option
@pass_session
def list_(session: Session, *, as_json: bool) -> None:
    """Alle Quellen mit ihrem Zustand."""
    with opened(session.data_dir) as ctx:
        sources = subscriptions.list_sources(ctx)
    if as_json:
        emit([source_object(one) for one in sorted(sources, key=lambda one: one.id)])
        return
    if not sources:
        say("Noch keine Quellen. Fügen Sie eine hinzu: kundenradar source add ADRESSE")
        return
    rows = [(one.id, one.name, STATE_WORDS[source_object(one)["state"]], one.entries, one.mentions) for one in sources]
    say(table(("Nr.", "Name", "Zustand", "Beiträge", "Erwähnungen"), rows, right=(0, 3, 4)))
    for one in sources:
        if one.missed:
            verb, word = ("fehlt", "Beitrag") if one.missed == 1 else ("fehlen", "Beiträge")
            say(f"{one.name}: vermutlich {verb} {one.missed} {word}.")


STATE_WORDS = {
    "new": "neu",
    "ok": "läuft",
    "troubled": "gestört",
    "broken": "kaputt",
    "gone": "abgeschaltet",
    "paused": "pausiert",
    "silent": "still",
    "moved": "umgezogen",
}


@source.command()
@click.argument("number", type=NUMBER, metavar="NR")
@json_option
@pass_session
def understood(session: Session, number: int, *, as_json: bool) -> None:
    """Zur Kenntnis nehmen, was vermutlich fehlt und wohin ein Feed umgezogen ist."""
    with opened(session.data_dir) as ctx:
        health.understood(ctx, SourceId(number))
        changed = next(one for one in subscriptions.list_sources(ctx) if one.id == number)
    note(f"Quelle {number}: zur Kenntnis genommen.")
    if as_json:
        emit(source_object(changed))


@source.command()
@click.argument("number", type=NUMBER, metavar="NR")
@json_option
@pass_session
def remove(session: Session, number: int, *, as_json: bool) -> None:
    """Eine Quelle mit allem, was dort gehört wurde, entfernen."""
    with opened(session.data_dir) as ctx:
        entries, mentions = subscriptions.removal_preview(ctx, SourceId(number))
        subscriptions.remove(ctx, SourceId(number))
    note(f"Quelle {number} mit {entries} Beiträgen ({mentions} Erwähnungen) entfernt.")
    if as_json:
        emit({"id": number, "removed": True, "entries": entries, "mentions": mentions})


@source.command()
@click.argument("number", type=NUMBER, metavar="NR")
@json_option
@pass_session
def pause(session: Session, number: int, *, as_json: bool) -> None:
    """Eine Quelle vorübergehend nicht abrufen."""
    with opened(session.data_dir) as ctx:
        subscriptions.set_paused(ctx, SourceId(number), paused=True)
    note(f"Quelle {number} ist pausiert.")
    if as_json:
        emit({"id": number, "paused": True})


@source.command()
@click.argument("number", type=NUMBER, metavar="NR")
@json_option
@pass_session
def resume(session: Session, number: int, *, as_json: bool) -> None:
    """Eine pausierte Quelle wieder abrufen."""
    with opened(session.data_dir) as ctx:
        subscriptions.set_paused(ctx, SourceId(number), paused=False)
    note(f"Quelle {number} wird wieder abgerufen.")
    if as_json:
        emit({"id": number, "paused": False})
