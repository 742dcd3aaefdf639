"""Telling near copies: what several places tell alike is one voice, listed once and counted once (ADR 0012)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from kundenradar.domain.keys import key_time
from kundenradar.domain.likeness import WINDOW, Voice, most_alike
from kundenradar.domain.mentions import Entry, EntryId, MentionStatus
from kundenradar.store.transaction import Transaction


def gather(tx: Transaction, sketches: Mapping[EntryId, Sequence[int]]) -> int:
    """Put new mentions into the group of what was told before; how many joined one.

    A mention joins the group of the one it is most like, if that is the same message (`domain.likeness`) and the
    first one of the group lies no more than 14 days away: what somebody writes every week is told anew now and then.
    Groups are never merged and their first mention stays the first, so that nobody's work moves.

    Args:
        tx: A write.
        sketches: Sketches of new mentions; empty ones (short texts) are passed over.
    """
    new = {key: values for key, values in sketches.items() if values}
    tx.likeness.keep(new)
    near = tx.likeness.near(new)
    if not near:
        return 0
    voices = tx.likeness.voices({*near, *(key for others in near.values() for key in others)})
    heads = {key: head for key, (_, head) in voices.items()}
    waiting = set(near)
    joined = {}
    for key in sorted(near):
        waiting.discard(key)
        others: dict[int, Voice] = {
            other: voices[other][0]
            for other in near[key]
            if other in voices and other not in waiting and _is_near(key, heads[other])
        }
        found = most_alike(voices[key][0], others) if key in voices else None
        if found is not None:
            joined[key] = heads[key] = heads[EntryId(found)]
    tx.groups.join(joined)
    return len(joined)


def _is_near(one: EntryId, first: EntryId) -> bool:
    return abs(key_time(one) - key_time(first)) <= WINDOW


def gather_again(tx: Transaction, mention_id: EntryId, sketch: Sequence[int]) -> None:
    """A mention was reworded: it leaves the group it had joined and finds its place anew; a first one stays."""
    tx.likeness.forget([mention_id])
    if tx.groups.copies([mention_id]):
        tx.likeness.keep({mention_id: sketch})
        return
    tx.groups.part(mention_id)
    gather(tx, {mention_id: sketch})


def with_copies(tx: Transaction, ids: Sequence[EntryId]) -> list[EntryId]:
    """These mentions, and behind them the copies of those that are the first of their group."""
    copies = tx.groups.copies(ids)
    chosen = set(ids)
    return [*ids, *(key for members in copies.values() for key in members if key not in chosen)]


def set_status(tx: Transaction, ids: Sequence[EntryId], status: MentionStatus, now: datetime) -> tuple[EntryId, ...]:
    """Move mentions on, near copies of them with them; returns what moved.

    What was answered in one place is done in the others.
    """
    moved = tx.mentions.set_status(ids, status, now)
    followers = with_copies(tx, ids)[len(ids) :]
    followed = MentionStatus.DONE if status is MentionStatus.ANSWERED else status
    return (*moved, *tx.mentions.set_status(followers, followed, now))


def note_answer(tx: Transaction, mention_id: EntryId, ours: Entry, at: datetime) -> tuple[EntryId, ...]:
    """A post of ours answers a mention; returns what moved.

    If it answers a copy, the first of its group is answered as well, which stands and counts for all, and other copies
    are done; but not what was told after our post, what a person has closed, or set since.
    """
    group = tx.groups.group(mention_id)
    moved = tx.mentions.set_status([mention_id], MentionStatus.ANSWERED, at)
    others = [key for key in group if key != mention_id and key < ours.id]
    waiting = [key for key, since in tx.mentions.waiting_since(others).items() if since is None or since < at]
    first = [key for key in waiting if key == group[0]]
    copies = [key for key in waiting if key != group[0]]
    moved += tx.mentions.set_status(first, MentionStatus.ANSWERED, at)
    return moved + tx.mentions.set_status(copies, MentionStatus.DONE, at)
