"""Who answered whom: the posts of a discussion as a tree, for any reference a feed may have delivered."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from kundenradar.domain.keys import SEQUENCE_BITS
from kundenradar.domain.mentions import Entry, EntryId
from kundenradar.domain.text import fold

MOST_QUOTE_LINES = 60
"""Lines looked at for a quoted author."""
MOST_LOOKED_BACK = 12
"""Posts of one author among which a quoted one is looked for, the newest."""
LEAST_QUOTED = 10
"""Letters that tell which post of its author is quoted; fewer may stand in any."""
MOST_UNNAMED_S = 14 * 24 * 3600
"""Seconds back to which our post answers what others wrote, if it names nobody."""

_RE = re.compile(
    r"^(?:\s*(?:re|aw|antw|antwort|sv|reply to|antwort (?:auf|zu))\s*(?:\[\d+\]|\(\d+\))?\s*:\s*)+", re.IGNORECASE
)
_LIST_PREFIX = re.compile(r"^(\[[^\]]{1,40}\]\s*)(?=(?:re|aw|antw)\s*:)", re.IGNORECASE)
_FORUM_PREFIX = re.compile(r"^.{1,80}?\s[•·»|]\s(?=\s*(?:re|aw|antw)\s*:)", re.IGNORECASE)
_DATED = r"^[\W_]*(?:Am|On)\s[^\n]{4,80}?\d:\d\d(?::\d\d)?(?:\s*[AP]M|\s*Uhr)?(?:\s*[+-]\d{4})?"
_QUOTES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^[\W_]*(?P<name>[^\n]{1,60}?)\s+(?:schrieb|schreibt|hat\s+geschrieben|sagte|wrote|said)\b",
        r"^[\W_]*(?:Als\s+Antwort\s+auf|In\s+reply\s+to|Antwort\s+auf)\s+(?P<name>[^\n]{1,60}?)[.:\s]*$",
        r"^[\W_]*(?:Am|On)\s[^\n]{4,80}?\s(?:schrieb|wrote)\s+(?P<name>[^\n<:]{1,60}?)\s*(?:<[^>\n]*>\s*)?:",
        _DATED + r",?\s+(?P<name>[^\n<]{1,60}?)\s*(?:<[^>\n]*>\s*)?\s(?:schrieb|wrote)\b",
        r"^@(?P<name>[^\s,:;.!?]{2,40})",
    )
)
_QUOTED_FROM = re.compile(r"^[\W_]*(?:Zitat|Quote)\s+(?:von|from|by)[:\s]+(?P<name>[^\n]{1,60})", re.IGNORECASE)
"""The quoted words, or when they were written, may follow the name in the same line."""
_ROLE = re.compile(
    r"\s*[(\[](?:moderator(?:in)?|mod|team|admin|administrator(?:in)?|support|inhaber(?:in)?|betreiber(?:in)?"
    r"|mitarbeiter(?:in)?|autor(?:in)?|verfasser(?:in)?|staff|author|owner|op)[)\]]$"
)
"""What some programs write behind the name of who speaks for the place or began the discussion."""
_QUESTION = re.compile(r"\?(?=\s|$|[\"“”»«)\]])")


class Bond(StrEnum):
    """How we know what a post answers."""

    LINK = "link"  # the feed says so
    QUOTE = "quote"  # it quotes or addresses somebody
    TITLE = "title"  # "Re:" of the opening post
    ORDER = "order"  # it stands in a discussion somebody else opened
    NONE = "none"  # it opens one, or nothing is known


@dataclass(frozen=True, slots=True)
class Contribution:
    """A post in its place in the discussion.

    Attributes:
        parent: The post it answers, None for what opens a discussion.
        depth: How many answers deep it stands, from 0.
        own: Written by ourselves.
    """

    entry: Entry
    parent: EntryId | None
    depth: int
    bond: Bond
    own: bool


@dataclass(frozen=True, slots=True)
class Discussion:
    """The stored posts of a discussion.

    Attributes:
        posts: In reading order: each post before its answers, answers by time.
        open_question: The newest question that nobody has answered and that we have written nothing after, or None.
    """

    posts: tuple[Contribution, ...]
    open_question: EntryId | None = None


def discussion_of(entries: Iterable[Entry], own_names: AbstractSet[str] = frozenset()) -> Discussion:
    """The tree of a discussion.

    Every entry is there exactly once and nothing answers itself, whatever the references say. What a post answers
    is known, in this order: from the feed (identifier or link of the post answered), from the author it quotes or
    addresses, from its "Re:", and last from its place in a discussion somebody else opened.

    Args:
        entries: Posts of one discussion, in any order.
        own_names: Our nicknames (see `nickname`).
    """
    ordered = _opening_first(sorted({entry.id: entry for entry in entries}.values(), key=lambda entry: entry.id))
    bonds = _bonds(ordered)
    answers: dict[EntryId | None, list[Entry]] = defaultdict(list)
    for entry in ordered:
        answers[bonds[entry.id][0]].append(entry)
    own = {entry.id for entry in ordered if _is_own(entry, own_names)}
    posts = tuple(_walk(answers, bonds, own))
    return Discussion(posts, _open_question(ordered, answers, own))


def _opening_first(ordered: list[Entry]) -> list[Entry]:
    """The posts, what opens the discussion before answers of the same second: some feeds tell days only."""
    opening = next((entry for entry in ordered if not _is_answer(entry)), None)
    if opening is None or opening.id >> SEQUENCE_BITS != ordered[0].id >> SEQUENCE_BITS:
        return ordered
    return [opening, *(entry for entry in ordered if entry is not opening)]


def _is_answer(entry: Entry) -> bool:
    return bool(entry.in_reply_to) or entry.reply or is_reply_title(entry.title)


def nickname(name: str) -> str:
    """A nickname for comparing: folded, without the @ or "u/" before it.

    A hyphen, an underline and a space are the same: people write one for the other.
    """
    bare = fold(name).strip().removeprefix("@").removeprefix("/").removeprefix("u/")
    return bare.replace("_", " ").replace("-", " ")


def is_own(author: str | None, own_names: AbstractSet[str]) -> bool:
    """Whether an author is one of our nicknames (see `nickname`), with a role behind it or without."""
    if not author or not own_names:
        return False
    name = nickname(author)
    return name in own_names or (name.endswith((")", "]")) and _ROLE.sub("", name) in own_names - {""})


def _is_own(entry: Entry, own_names: AbstractSet[str]) -> bool:
    return entry.own or is_own(entry.author, own_names)


def answered_by_others(discussion: Discussion) -> frozenset[EntryId]:
    """Posts of others that somebody answered who is neither their author nor we.

    Only where the answer is plain: by reference, quote or "Re:", not by order alone.
    """
    by_id = {post.entry.id: post for post in discussion.posts}
    answered = set()
    for post in discussion.posts:
        asked = by_id.get(post.parent) if post.parent is not None else None
        if asked is None or post.own or asked.own or post.bond in {Bond.ORDER, Bond.NONE}:
            continue
        if not (post.entry.author and fold(post.entry.author) == fold(asked.entry.author or "")):
            answered.add(asked.entry.id)
    return frozenset(answered)


def answered_by_us(discussion: Discussion) -> dict[EntryId, Entry]:
    """Posts of others with the first of our posts that answers them.

    Where it is plain whom we answer (by reference or quote), that is all this person wrote before. In a discussion
    that tells no more than an order it is its opening and all that others wrote lately (`MOST_UNNAMED_S`), but no
    review: those stand below each other without being a talk. What answers a post that is not stored answers no other.
    """
    answered: dict[EntryId, Entry] = {}
    in_order = sorted(discussion.posts, key=lambda post: post.entry.id)
    by_id = {post.entry.id: post.entry for post in in_order}
    for ours in (post for post in in_order if post.own):
        parent = by_id.get(ours.parent) if ours.parent is not None else None
        for post in (post.entry for post in in_order if not post.own):
            if (post is parent or post.id < ours.entry.id) and _is_meant(post, ours, parent):
                answered.setdefault(post.id, ours.entry)
    return answered


def _is_meant(post: Entry, ours: Contribution, parent: Entry | None) -> bool:
    """Whether our post answers one before it; `parent` is what it answers in the tree."""
    if parent is not None and ours.bond in {Bond.LINK, Bond.QUOTE}:
        return post is parent or _same_voice(parent, post)
    is_late = (ours.entry.id >> SEQUENCE_BITS) - (post.id >> SEQUENCE_BITS) <= MOST_UNNAMED_S
    return (post is parent or is_late) and post.rating is None and not ours.entry.in_reply_to


def _same_voice(one: Entry, other: Entry) -> bool:
    return bool(one.author) and fold(one.author or "") == fold(other.author or "")


def bare_title(title: str) -> str:
    """A title without "Re:" and the name of the forum before it, folded, for comparing."""
    title = _FORUM_PREFIX.sub("", title)
    listed = _LIST_PREFIX.match(title)
    name = listed[1] if listed is not None else ""
    return fold(name + _RE.sub("", title.removeprefix(name))).strip()


def title_alone(title: str) -> str:
    """A title without the name of the board that phpBB writes before it."""
    return title.rpartition(" • ")[2].strip() or title


def topic_title(title: str) -> str:
    """What is spoken of: a title without the name of the board and without "Re:"."""
    return _RE.sub("", title_alone(title)).strip() or title


def is_reply_title(title: str) -> bool:
    """Whether a title begins with "Re:" (or "AW:", "Antwort:"), a forum's name before it left out."""
    return _RE.match(_LIST_PREFIX.sub("", _FORUM_PREFIX.sub("", title))) is not None


def _bonds(ordered: Sequence[Entry]) -> dict[EntryId, tuple[EntryId | None, Bond]]:
    """What each post answers, and how we know; free of circles."""
    known = _references(ordered)
    bonds: dict[EntryId, tuple[EntryId | None, Bond]] = {entry.id: (None, Bond.NONE) for entry in ordered}
    for entry in ordered:
        target = known.get(_reference(entry.in_reply_to)) if entry.in_reply_to else None
        if target is not None and not _leads_to(bonds, target, entry.id):
            bonds[entry.id] = (target, Bond.LINK)
    said_by: dict[str, list[Entry]] = defaultdict(list)
    for place, entry in enumerate(ordered):
        if bonds[entry.id][1] is Bond.NONE and place:
            bonds[entry.id] = _guess(entry, ordered[0], said_by, bonds)
        if entry.author:
            said_by[fold(entry.author).strip().removeprefix("@")].append(entry)
    return bonds


def _guess(
    entry: Entry,
    first: Entry,
    said_by: Mapping[str, Sequence[Entry]],
    bonds: dict[EntryId, tuple[EntryId | None, Bond]],
) -> tuple[EntryId | None, Bond]:
    """The post an entry answers where the feed does not say."""
    quoted = _quoted_post(entry, said_by)
    if quoted is not None and not _leads_to(bonds, quoted, entry.id):
        return quoted, Bond.QUOTE
    if _is_answer(first) or _leads_to(bonds, first.id, entry.id):
        return None, Bond.NONE  # the opening post is not stored: what came after answers that one
    if (entry.reply or is_reply_title(entry.title)) and _subject(entry) == _subject(first):
        return first.id, Bond.TITLE
    return first.id, Bond.ORDER


def _subject(entry: Entry) -> str:
    return bare_title(title_alone(entry.title))


def _quoted_post(entry: Entry, said_by: Mapping[str, Sequence[Entry]]) -> EntryId | None:
    lines = entry.text.split("\n", MOST_QUOTE_LINES)[:MOST_QUOTE_LINES]
    for place, line in enumerate(lines):
        quoted = _QUOTED_FROM.match(line[:200])
        who = _known_name(fold(quoted["name"]), said_by) if quoted is not None else ""
        if quoted is not None and who:
            after = line[quoted.start("name") + len(who) :]
            return _meant_of(said_by[who], [after, *lines[place + 1 : place + 4]])
        for pattern in _QUOTES:
            found = pattern.match(line[:200])
            name = fold(found["name"]).strip(" :,„“\"'»«").removeprefix("@") if found else ""
            if found is not None and name in said_by:
                return _meant_of(said_by[name], [line[found.end() :], *lines[place + 1 : place + 4]])
    return None


def _known_name(text: str, names: Iterable[str]) -> str:
    """The longest of some folded names that a folded text begins with, or empty."""
    text = text.lstrip(" „“\"'»«@")
    begun = (name for name in names if name and text.startswith(name) and not text[len(name) : len(name) + 1].isalnum())
    return max(begun, key=len, default="")


def _meant_of(posts: Sequence[Entry], below: Sequence[str]) -> EntryId:
    """Which post of an author is quoted: the newest that holds what stands below the name, else the newest."""
    quoted = next((said for said in map(_said, below) if len(said) >= LEAST_QUOTED), "")
    if len(posts) > 1 and quoted:
        for post in reversed(posts[-MOST_LOOKED_BACK:]):
            if quoted in _said(post.own_words or post.text):
                return post.id
    return posts[-1].id


def _said(text: str) -> str:
    return " ".join(fold(text).split()).lstrip(" :>„“\"'»«")


def _references(ordered: Sequence[Entry]) -> dict[str, EntryId]:
    """Posts by all that may be said of them; what several share names none."""
    known: dict[str, EntryId | None] = {}
    for entry in ordered:
        for name in {_reference(one) for one in (entry.guid, entry.identity, entry.link) if one}:
            known[name] = None if known.get(name, entry.id) != entry.id else entry.id
    return {name: key for name, key in known.items() if key is not None}


def _reference(text: str) -> str:
    """An identifier or link, so that spellings of the same address agree."""
    text = text.strip()
    if "://" not in text:
        return text
    try:
        parts = urlsplit(text)
    except ValueError:
        return text
    query = f"?{parts.query}" if parts.query else ""
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{query}{anchor}"


def _leads_to(bonds: dict[EntryId, tuple[EntryId | None, Bond]], start: EntryId, wanted: EntryId) -> bool:
    """Whether one comes from `start` to `wanted` by going up."""
    at: EntryId | None = start
    while at is not None:
        if at == wanted:
            return True
        at = bonds[at][0]
    return False


def _walk(
    answers: dict[EntryId | None, list[Entry]],
    bonds: dict[EntryId, tuple[EntryId | None, Bond]],
    own: AbstractSet[EntryId],
) -> Iterable[Contribution]:
    waiting = [(entry, 0) for entry in reversed(answers[None])]
    while waiting:
        entry, depth = waiting.pop()
        parent, bond = bonds[entry.id]
        yield Contribution(entry, parent, depth, bond, entry.id in own)
        waiting.extend((answer, depth + 1) for answer in reversed(answers.get(entry.id, ())))


def _open_question(
    ordered: Sequence[Entry], answers: dict[EntryId | None, list[Entry]], own: AbstractSet[EntryId]
) -> EntryId | None:
    for entry in reversed(ordered):
        if entry.id in own:
            return None
        if not answers.get(entry.id) and _QUESTION.search(entry.own_words):
            return entry.id
    return None
