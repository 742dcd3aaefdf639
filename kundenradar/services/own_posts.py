"""Which stored posts are ours: followed when the owner changes a nickname."""

from collections.abc import Callable

from kundenradar.context import Context
from kundenradar.domain.events import MentionsChanged
from kundenradar.domain.sources import Source
from kundenradar.domain.threads import is_own, nickname
from kundenradar.services.discussions import note_answers


def follow_nicknames(ctx: Context, source: Source | None = None) -> int:
    """Mark stored posts by the nicknames as they are now, of one source or of all; how many changed sides.

    Ours need no work and do not count, and answer what they answer; posts that are no longer ours count and wait again,
    and so does what was answered by nothing but them: it was noted with the time of the post.
    """
    firm = ctx.settings.current.own_names
    changed = 0
    with ctx.store.write() as tx:
        for one in (source,) if source is not None else tx.sources.list():
            ours, others = tx.entries.mark_own(one.id, _by((*one.own_names, *firm)))
            tx.mentions.mark_own(ours, others)
            waiting = tx.mentions.take_back(tx.entries.answering_times(others))
            note_answers(tx, tx.entries.threads_of([*ours, *others, *waiting]))
            changed += len(ours) + len(others)
    if changed:
        ctx.bus.publish(MentionsChanged())
    return changed


def _by(names: tuple[str, ...]) -> Callable[[str], bool]:
    known = frozenset(nickname(name) for name in names)
    return lambda author: is_own(author, known)
