"""What a software's rules may say; see the modules beside this one for what they do say."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kundenradar.feeds.raw import RawEntry

_TAG: Final = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Place:
    """The document an entry stands in.

    Attributes:
        url: Address it came from.
        host: Host of the site it belongs to, without ``www.``.
        title: Title of the feed, as delivered.
        thread: Number of the discussion the whole feed is about, or empty.
        shift_s: Seconds its clock is ahead of UTC although it says UTC.
    """

    url: str
    host: str
    title: str = ""
    thread: str = ""
    shift_s: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """How one software writes its feeds; every part is optional.

    Attributes:
        threads: The groups are the number of a thread, in links of entries or in the address of the feed.
        posts: The groups are the number of a post, in links or guids.
        by_thread: An entry that tells no post is known by its thread (one entry per thread).
        answered: The group is the address of the post quoted or answered, in the markup of an entry.
        rewrite: Changes a raw entry whose link is already absolute.
        by_time: Entries leave the document only by age; if not, one that is missing is no sign of anything.
        local_time: Writes local times as if they were UTC.
    """

    threads: tuple[re.Pattern[str], ...] = ()
    posts: tuple[re.Pattern[str], ...] = ()
    by_thread: bool = False
    answered: re.Pattern[str] | None = None
    rewrite: Callable[[RawEntry, Place], None] | None = None
    by_time: bool = True
    local_time: bool = False


def patterns(*expressions: str) -> tuple[re.Pattern[str], ...]:
    """Expressions, compiled; case does not matter."""
    return tuple(re.compile(expression, re.IGNORECASE) for expression in expressions)


def words_of(markup: str) -> str:
    """Text of a small piece of markup, on one line."""
    return " ".join(html.unescape(_TAG.sub("", markup)).split())
