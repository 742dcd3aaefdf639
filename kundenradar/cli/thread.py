"""`thread`: the discussion around a mention."""

from typing import Any

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import NUMBER, Session, emit, json_option, pass_session, say
from kundenradar.cli.shapes import entry_object
from kundenradar.domain.mentions import EntryId
from kundenradar.domain.threads import Contribution
from kundenradar.services import discussions
from kundenradar.services.reporting import quote

DEEPEST = 12


@click.command()
@click.argument("number", type=NUMBER, metavar="NR")
@json_option
@pass_session
def thread(session: Session, number: int, *, as_json: bool) -> None:
    """Die Diskussion um einen Beitrag: wer wem geantwortet hat."""
    with opened(session.data_dir) as ctx:
        found = discussions.discussion(ctx, EntryId(number))
        mentions = discussions.mentions_among(ctx, [post.entry.id for post in found.posts])
    if as_json:
        posts = [post_object(post, is_mention=post.entry.id in mentions) for post in found.posts]
        emit({"id": number, "posts": posts, "open_question": found.open_question})
        return
    for post in found.posts:
        who = f"{post.entry.author or 'Unbekannt'}{' (wir)' if post.own else ''}"
        mark = "  ← offene Frage" if post.entry.id == found.open_question else ""
        indent = "  " * min(post.depth, DEEPEST)
        say(f"{indent}{post.entry.local_day:%d.%m.%Y}  {who}: {quote(post.entry.own_words, 100)}{mark}")


def post_object(post: Contribution, *, is_mention: bool) -> dict[str, Any]:
    """A post with its place in the discussion."""
    return {
        **entry_object(post.entry),
        "parent": post.parent,
        "depth": post.depth,
        "bond": post.bond.value,
        "own": post.own,
        "mention": is_mention,
    }
