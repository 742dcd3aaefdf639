"""Discussions of feeds whose addresses name none: told by references and by "Re:"."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import blake2b
from typing import Final

from kundenradar.domain.judging import is_reply_title
from kundenradar.domain.mentions import ParsedEntry
from kundenradar.domain.text import fold
from kundenradar.domain.threads import bare_title

MOST_SILENCE: Final = timedelta(days=180)
"""A "Re:" after a longer silence answers another discussion of that title, one that is not stored."""
_MAX_NAME: Final = 200
_TELLING: Final = 60
_MARK: Final = "/~"
_PART: Final = "#"
_COMMENT_ON: Final = re.compile(
    r"(?:kommentar zu|comment on)\s+[„“”\"'»«]?(.+?)[„“”\"'»«]?\s+(?:von|by)\s+\S.{0,80}",
    re.IGNORECASE,
)


def with_discussions(entries: Sequence[ParsedEntry], host: str) -> tuple[ParsedEntry, ...]:
    """The entries, those without a thread in the one that their references or titles tell.

    A feed in which people answer each other names the discussion of every entry, also of one nobody has answered
    yet: the answer may come when its opening has left the document. A feed without answers names none.

    Args:
        entries: One document.
        host: Of the site, without ``www.``.
    """
    names: dict[int, str] = {}
    titled: dict[str, list[ParsedEntry]] = defaultdict(list)
    for entry in entries:
        if entry.thread is not None and title_family(entry):
            titled[entry.thread].append(entry)
    _name_loose([entry for entry in entries if entry.thread is None], host, names, titled)
    for name, posts in titled.items():
        for number, discussion in enumerate(_parted(posts)):
            own = discussion_apart(name, discussion[0]) if number else name
            names.update(dict.fromkeys((entry.position for entry in discussion), own))
    if not names:
        return tuple(entries)
    return tuple(
        replace(entry, thread=names[entry.position]) if entry.position in names else entry for entry in entries
    )


def _name_loose(
    loose: Sequence[ParsedEntry], host: str, names: dict[int, str], titled: dict[str, list[ParsedEntry]]
) -> None:
    """Names discussions known by reference, and sorts those known by title, of entries whose address tells none."""
    answers = [entry for entry in loose if entry.in_reply_to or (entry.reply and is_reply_title(entry.title))]
    if not answers:
        return
    subjects = Counter(_subject(entry.title) for entry in loose if entry.title)
    told = {_subject(entry.title) for entry in answers if is_reply_title(entry.title)}
    is_forum = len(told) > 1 or any(subjects[one] > 1 for one in told)
    roots = _roots(loose)
    for entry in loose:
        subject = _subject(entry.title)
        if root := roots.get(entry.position, ""):
            names[entry.position] = f"{host}{_MARK}{root[:_MAX_NAME]}"
        elif subject in told or (is_forum and subject):
            titled[f"{host}{_MARK}{_titled(entry.title)}"].append(entry)


def is_opening(entry: ParsedEntry) -> bool:
    """Whether an entry answers nothing, as far as its feed tells."""
    return not (entry.in_reply_to or entry.reply or is_reply_title(entry.title))


def title_family(entry: ParsedEntry) -> str:
    """The name that all discussions of a title share, or empty if an entry's is not known by its title."""
    if entry.thread is None or _MARK not in entry.thread or "://" in entry.thread.partition(_MARK)[0]:
        return ""  # or an address on a server of people: https://uni.example/~eva/
    family = entry.thread.partition(_PART)[0]
    told, subject = fold(family.partition(_MARK)[2])[:_TELLING], _titled(entry.title)[:_TELLING]
    return (
        family if told and subject and (told in subject or subject in told) else ""
    )  # a board's name may be before it


def reference_root(entry: ParsedEntry) -> str:
    """What the discussion of an entry began with as far as its document tells, or empty if no reference tells it."""
    if not entry.in_reply_to or entry.thread is None or title_family(entry):
        return ""
    host, _, root = entry.thread.partition(_MARK)
    return "" if "://" in host else root


def _titled(title: str) -> str:
    return _subject(title)[:_MAX_NAME].replace(_PART, " ")


def discussion_apart(family: str, first: ParsedEntry) -> str:
    """The name of a discussion whose title another one has already."""
    return f"{family}{_PART}{blake2b(first.identity.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def _parted(posts: Sequence[ParsedEntry]) -> list[list[ParsedEntry]]:
    """Posts of one title by discussion, oldest first."""
    discussions: list[list[ParsedEntry]] = []
    for post in _by_time(posts):
        if not discussions or _begins(post, discussions[-1]):
            discussions.append([])
        discussions[-1].append(post)
    return discussions


def _by_time(posts: Sequence[ParsedEntry]) -> list[ParsedEntry]:
    dated = [(post.published_at, not is_opening(post), -post.position, post) for post in posts if post.published_at]
    if len(dated) == len(posts):
        return [one[-1] for one in sorted(dated, key=lambda one: one[:-1])]
    is_oldest_first = is_opening(posts[0]) and not is_opening(posts[-1])
    return list(posts) if is_oldest_first else list(reversed(posts))


def _begins(post: ParsedEntry, before: Sequence[ParsedEntry]) -> bool:
    """Whether a post begins a discussion of its own after these of the same title."""
    if is_opening(post):
        return not any(post.guid == one.guid and post.link == one.link for one in before if one.guid or one.link)
    if not (post.published_at and before[-1].published_at) or _COMMENT_ON.fullmatch(post.title):
        return False  # an article may be commented on for years
    return post.published_at - before[-1].published_at > MOST_SILENCE


def _subject(title: str) -> str:
    about = _COMMENT_ON.fullmatch(title)
    return bare_title(about[1] if about is not None else title)


def _roots(entries: Sequence[ParsedEntry]) -> dict[int, str]:
    """What the discussion of an entry began with, by position; for entries that answer by reference or are answered."""
    named = {name: entry for entry in reversed(entries) for name in (entry.link, entry.guid) if name}
    roots: dict[int, str] = {}
    for entry in entries:
        if not entry.in_reply_to:
            continue
        way: dict[int, ParsedEntry] = {}
        above: ParsedEntry | None = entry
        while above is not None and above.position not in way and above.position not in roots:
            way[above.position] = above
            above = named.get(above.in_reply_to) if above.in_reply_to else None
        last = way[next(reversed(way))] if way else entry
        if above is not None and above.position in roots:
            top = roots[above.position]
        else:
            top = last.in_reply_to or last.guid or last.link or ""
        roots.update(dict.fromkeys(way, top))
    return roots
