"""Discussions of feeds whose addresses name none: told by references and by "Re:"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kundenradar.domain.judging import is_reply_title
from kundenradar.domain.mentions import ParsedEntry
from kundenradar.domain.threads import bare_title

_MAX_NAME: Final = 200
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
    loose = [entry for entry in entries if entry.thread is None]
    answers = [entry for entry in loose if entry.in_reply_to or (entry.reply and is_reply_title(entry.title))]
    if not answers:
        return tuple(entries)
    subjects = Counter(_subject(entry.title) for entry in loose if entry.title)
    told = {_subject(entry.title) for entry in answers if is_reply_title(entry.title)}
    is_forum = len(told) > 1 or any(subjects[one] > 1 for one in told)
    roots = _roots(loose)
    joined = []
    for entry in entries:
        name = roots.get(entry.position, "") if entry.thread is None else ""
        if entry.thread is None and not name:
            subject = _subject(entry.title)
            name = subject if subject in told or (is_forum and subject) else ""
        joined.append(replace(entry, thread=f"{host}/~{name[:_MAX_NAME]}") if name else entry)
    return tuple(joined)


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
