"""`search`: full-text search over everything stored."""

from typing import Any

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import COUNT, Session, emit, json_option, note_hints, pass_session, say, utc
from kundenradar.context import Context
from kundenradar.domain.mentions import Entry
from kundenradar.services import review

SNIPPET_BEFORE, SNIPPET_CHARS = 60, 200


@click.command()
@click.argument("expression", metavar="AUSDRUCK")
@click.option("--limit", type=COUNT, help="Höchstens so viele.")
@json_option
@pass_session
def search(session: Session, expression: str, limit: int | None, *, as_json: bool) -> None:
    """Volltextsuche in allem Gespeicherten, neueste zuerst."""
    with opened(session.data_dir) as ctx:
        found = review.search(ctx, expression, limit)
        answers = [hit_object(ctx, entry, expression, is_mention=is_mention) for entry, is_mention in found]
    note_hints(expression)
    if as_json:
        emit(answers)
        return
    say(f"{len(answers)} Treffer")
    for (entry, _), answer in zip(found, answers, strict=True):
        say(f"{entry.local_day:%d.%m.%Y}  {click.style(entry.title, bold=True)}")
        say(f"    {answer['snippet']}")


def hit_object(ctx: Context, entry: Entry, expression: str, *, is_mention: bool) -> dict[str, Any]:
    """A hit with a snippet around the first place found; `**` marks what was looked for."""
    line = " ".join(entry.text.split())
    spans = review.highlight(ctx, expression, line)
    start = max(0, (spans[0][0] if spans else 0) - SNIPPET_BEFORE)
    start = 0 if start == 0 else line.find(" ", start) + 1
    end = min(len(line), start + SNIPPET_CHARS)
    parts, at = [], start
    for first, last in spans:
        if first >= start and last <= end:
            parts += [line[at:first], "**", line[first:last], "**"]
            at = last
    snippet = ("… " if start else "") + "".join([*parts, line[at:end]]) + (" …" if end < len(line) else "")
    return {
        "id": entry.id,
        "source": entry.source,
        "title": entry.title,
        "link": entry.link,
        "author": entry.author,
        "published_at": utc(entry.published_at),
        "snippet": snippet,
        "mention": is_mention,
    }
