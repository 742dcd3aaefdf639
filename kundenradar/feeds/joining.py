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
_MAX_STEPS: Final = 100
_COMMENT_ON: Final = re.compile(
    r"(?:(?:neuer )?kommentar (?:zu|auf)|comment on)\s+[„“”\"'»«]?(.+?)[„“”\"'»«]?\s+(?:von|by)\s+\S.{0,80}",
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
    answers = [entry for entry in loose if entry.in_reply_to or _answers_by_title(entry)]
    if not answers:
        return tuple(entries)
    subjects = Counter(_subject(entry.title) for entry in loose if entry.title)
    told = {_subject(entry.title) for entry in answers if _answers_by_title(entry)}
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


def _answers_by_title(entry: ParsedEntry) -> bool:
    return is_reply_title(entry.title) or _COMMENT_ON.fullmatch(entry.title) is not None


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
        top, above = entry.in_reply_to, named.get(entry.in_reply_to)
        passed = [entry]
        while above is not None and above not in passed and len(passed) < _MAX_STEPS:
            passed.append(above)
            top = above.in_reply_to or above.guid or top
            above = named.get(above.in_reply_to) if above.in_reply_to else None
        for one in passed:
            roots.setdefault(one.position, top)
    return roots
