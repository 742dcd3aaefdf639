"""`mentions`: what concerns us."""

from datetime import date

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import COUNT, NOTHING_HEARD, Session, emit, json_option, note_hints, pass_session, say
from kundenradar.cli.shapes import mention_object
from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import EntryId, MentionFilter, MentionStatus
from kundenradar.domain.sentiment import Label
from kundenradar.domain.understanding import Concern
from kundenradar.services import meant, review, understanding
from kundenradar.services.reporting import quote

LABEL_WORDS = {Label.POSITIVE: "positiv", Label.NEUTRAL: "neutral", Label.NEGATIVE: "negativ"}


def day_of(text: str | None) -> date | None:
    """The day written as 2026-11-22.

    Raises:
        InputError: It is none (``day``).
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError("day", text) from error


@click.command()
@click.option("--query", "expression", default="", metavar="AUSDRUCK", help="Nur was diesen Ausdruck erfüllt.")
@click.option("--since", metavar="TAG", help="Ab diesem Tag (2026-11-22).")
@click.option("--until", metavar="TAG", help="Bis zu diesem Tag einschließlich.")
@click.option("--sentiment", type=click.Choice([label.value for label in Label]), help="Stimmung.")
@click.option("--status", type=click.Choice([status.value for status in MentionStatus]), help="Arbeitsstand.")
@click.option("--concern", type=click.Choice([concern.value for concern in Concern]), help="Anliegen.")
@click.option("--cause", default="", metavar="URSACHE", help="Kritik mit dieser Ursache (siehe causes).")
@click.option("--safety", is_flag=True, help="Nur mit Sicherheitswort.")
@click.option("--needs-answer", is_flag=True, help="Nur wo jemand auf Antwort wartet.")
@click.option("--passing/--no-passing", default=None, help="Nur (oder nicht), was die Firma am Rande erwähnt.")
@click.option("--limit", type=COUNT, help="Höchstens so viele.")
@json_option
@pass_session
def mentions(
    session: Session,
    expression: str,
    since: str | None,
    until: str | None,
    sentiment: str | None,
    status: str | None,
    concern: str | None,
    cause: str,
    limit: int | None,
    *,
    safety: bool,
    needs_answer: bool,
    passing: bool | None,
    as_json: bool,
) -> None:
    """Erwähnungen der eigenen Firma, neueste zuerst."""
    first, last = day_of(since), day_of(until)
    if first is not None and last is not None and first > last:
        raise InputError("days-turned", f"{first:%d.%m.%Y} bis {last:%d.%m.%Y}")
    wanted = MentionFilter(
        expression=expression,
        authors=False,
        labels=frozenset({Label(sentiment)} if sentiment else ()),
        statuses=frozenset({MentionStatus(status)} if status else ()),
        since=first,
        until=last,
        concerns=frozenset({Concern(concern)} if concern else ()),
        cause=cause,
        safety=safety,
        needs_answer=needs_answer,
        passing=passing,
    )
    with opened(session.data_dir) as ctx:
        if cause and cause not in {one.key for one in understanding.causes(ctx)}:
            raise InputError("cause-unknown", cause)
        understanding.catch_up(ctx, most=understanding.READ_FIRST)
        found = review.full(ctx, [EntryId(key) for key in review.keys(ctx, wanted, limit)])
        parts = meant.said_in(ctx, found) if as_json else []
    note_hints(expression)
    if as_json:
        emit([mention_object(mention, part.about) for mention, part in zip(found, parts, strict=True)])
        return
    if not found:
        say(
            "Keine Erwähnung erfüllt das."
            if wanted != MentionFilter(authors=False)
            else f"Noch keine Erwähnungen. {NOTHING_HEARD}"
        )
    for mention in found:
        entry = mention.entry
        label = LABEL_WORDS[mention.sentiment.label]
        say(f"{entry.local_day:%d.%m.%Y}  {label:8}  {entry.title or quote(entry.text, 80)}")
