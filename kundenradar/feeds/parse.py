"""From bytes to clean entries: the one door for whatever a server answered."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched
from kundenradar.domain.judging import is_reply_title
from kundenradar.domain.mentions import ParsedEntry, ParsedFeed
from kundenradar.domain.sources import SourceKind
from kundenradar.feeds import forums, plaintext
from kundenradar.feeds.dates import BERLIN, parse_date
from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.identity import fingerprint, with_identities
from kundenradar.feeds.joining import with_discussions
from kundenradar.feeds.jsonfeed import read_json_feed
from kundenradar.feeds.links import clean_link, host_of
from kundenradar.feeds.people import author_of
from kundenradar.feeds.raw import RawEntry, RawFeed, RawText, Unreadable, plain_text, repaired
from kundenradar.feeds.software import kind_of, recognise, thread_of
from kundenradar.feeds.wrongpage import trouble_of_page
from kundenradar.feeds.xmlfeed import read_xml_feed

MAX_ENTRIES: Final = 20_000
"""Entries read of one document (FEEDS.md row 17)."""
_MAX_GUID: Final = 4_000
_CLOCK_FAULT: Final = timedelta(minutes=3)
_MIN_SHIFT: Final = timedelta(minutes=30)
_MAX_SHIFT: Final = timedelta(hours=14)
_MAX_TTL_S: Final = 31 * 24 * 3600
_MAX_RATING: Final = 5
_DRAWN_STARS: Final = re.compile(r"(?:Bewertung|Rating)?:?\s*([★⭐]{1,5})([☆✩]{0,4})(?![★⭐☆✩])", re.IGNORECASE)
_TOLD_STARS: Final = re.compile(
    r"(?:Bewertung|Rating):?\s*([1-5](?:[.,]\d)?)\s?(?:von|/|out of|of)\s?5(?![\d.,])"
    r"|([1-5](?:[.,]\d)?)\s?(?:von|/|out of|of)\s?5\s(?:Sternen?|Stars?)\b",
    re.IGNORECASE,
)
_PAIRED_TAG: Final = re.compile(r"<(a|b|em|font|i|mark|span|strong|u)(?:\s[^<>]*)?>[^<>]*</\1>", re.IGNORECASE)
_MAX_COUNT_DIGITS: Final = 12
_PARTED: Final = re.compile(r"(?<=\d)[.,'’\s](?=\d{3}(?!\d))")
_PERIODS_S: Final = {
    "hourly": 3600,
    "daily": 24 * 3600,
    "weekly": 7 * 24 * 3600,
    "monthly": 30 * 24 * 3600,
    "yearly": 365 * 24 * 3600,
}
_BLANK: Final = re.compile(rb"[\s\x00\xef\xbb\xbf\xfe\xff]*")


def parse_feed(fetched: Fetched) -> ParsedFeed:
    """The feed a server answered with, cleaned.

    Works without network and files; for worker processes.

    Args:
        fetched: An answer with status 200.

    Raises:
        OutsideError: The trouble is EMPTY, NOT_A_FEED, MALFORMED, BROWSER_CHECK or LOGIN.
    """
    try:
        raw = _read(fetched)
    except Unreadable as problem:
        trouble = Trouble(problem.kind, host_of(fetched.url), fetched.status, detail=problem.detail)
        if problem.kind is TroubleKind.NOT_A_FEED:
            trouble = trouble_of_page(fetched, trouble)
        raise OutsideError(trouble) from problem
    return _cleaned(raw, fetched)


def _read(fetched: Fetched) -> RawFeed:
    body = fetched.body
    start = _BLANK.match(body)
    if start is None or start.end() == len(body):
        raise Unreadable(TroubleKind.EMPTY)
    if body[start.end() : start.end() + 1] in (b"{", b"["):
        return read_json_feed(body, MAX_ENTRIES)
    return read_xml_feed(body, fetched.url, fetched.content_type, fetched.content_language, MAX_ENTRIES)


def _cleaned(raw: RawFeed, fetched: Fetched) -> ParsedFeed:
    url = fetched.url
    drafts = [entry for entry in raw.entries if _is_whole(entry, raw, is_cut=fetched.truncated)]
    for entry in drafts:
        entry.title.value, entry.author = repaired(entry.title.value), repaired(entry.author)
        entry.content.value = repaired(entry.content.value)
    site_url = clean_link(raw.site, url) or ""
    told = [f"{(entry.link or '').strip()} {(entry.guid or '').strip()}".strip() for entry in drafts[:3]]
    software = recognise(raw.generator, (url, site_url), told)
    is_short = len(drafts) < len(raw.entries)
    if software == "App Store":
        drafts = [entry for entry in drafts if entry.rating] or drafts  # the app itself stands before its reviews
    rules = forums.rules_for(software)
    clock: Clock = _as_told
    if rules is not None:
        place = _place(rules, raw, url, site_url)
        if kind_of(software) is SourceKind.FORUM and raw.author.strip() == raw.title.value.strip():
            raw.author = raw.author_url = ""  # the board itself wrote nothing
        clock = _clock(raw.updated, fetched.date) if rules.local_time else _as_told
        for entry in drafts:
            forums.apply(rules, entry, place)
    entries = [_cleaned_entry(number, entry, raw, url, clock) for number, entry in enumerate(drafts)]
    return ParsedFeed(
        title=_title(raw.title),
        site_url=site_url,
        software=software,
        ttl_s=_ttl(raw),
        entries=with_discussions(with_identities(entries), (host_of(site_url) or host_of(url)).removeprefix("www.")),
        damaged=raw.damaged or fetched.truncated or is_short,
        by_time=rules is None or rules.by_time,
        served_at=parse_date(fetched.date),
    )


def _is_whole(entry: RawEntry, raw: RawFeed, *, is_cut: bool) -> bool:
    """Whether an entry is worth keeping.

    One that the document ended within is kept only if its identifier came through: else the next, whole
    document would bring it a second time. Where the line was cut, the next poll brings it whole: half a text
    would only pass for an edit.
    """
    if not entry.complete and len(raw.entries) > 1:
        return not is_cut and bool(entry.guid and entry.title.value.strip())
    return True


def _place(rules: Rules, raw: RawFeed, url: str, site_url: str) -> Place:
    return Place(
        url=url,
        host=host_of(url).removeprefix("www."),
        title=raw.title.value[:500],
        thread=next(
            (found[1] for address in (url, site_url) for one in rules.threads if (found := one.search(address))), ""
        ),
    )


Clock = Callable[[datetime], datetime]


def _as_told(at: datetime) -> datetime:
    return at


def _clock(made: str, served: str) -> Clock:
    """How to read the times of a feed that calls its local time UTC, told by when it says it was made.

    Args:
        made: When the document was made, by its own word.
        served: When it was answered with, by the server's ``Date``.
    """
    made_at, served_at = parse_date(made), parse_date(served)
    if made_at is None or served_at is None:
        return _as_told
    ahead = made_at - served_at
    shift = timedelta(minutes=15) * round(ahead / timedelta(minutes=15))
    if abs(ahead - shift) > _CLOCK_FAULT or not _MIN_SHIFT <= abs(shift) <= _MAX_SHIFT:
        return _as_told
    if shift == made_at.astimezone(BERLIN).utcoffset():
        return lambda at: at.replace(tzinfo=BERLIN).astimezone(UTC)  # summer and winter differ
    return lambda at: at - shift


def _cleaned_entry(position: int, entry: RawEntry, raw: RawFeed, url: str, clock: Clock) -> ParsedEntry:
    base = entry.content.base or url
    if entry.content.markup:
        content = plaintext.render(entry.content.value, base)
    else:
        content = plaintext.plain_rendered(entry.content.value)
    title = _title(entry.title)
    link = clean_link(entry.link, url)
    guid = _guid(entry.guid)
    if link is None and guid is not None and guid.startswith(("http://", "https://")):
        link = clean_link(guid, url)
    inherits = not entry.author and raw.author
    author, author_url = author_of(
        raw.author if inherits else entry.author, raw.author_url if inherits else entry.author_url, link, url
    )
    published_at, updated_at = _dates(entry.dates, clock)
    own = content.judged if entry.own is None else _own_words(entry.own)
    judged = "" if own == content.text else own
    reply = entry.reply or is_reply_title(title)
    return ParsedEntry(
        position=position,
        guid=guid,
        identity=plaintext.without_controls(entry.key),
        title=title,
        link=link,
        author=author,
        author_url=author_url,
        published_at=published_at,
        updated_at=updated_at,
        text=content.text,
        html=content.html,
        thread=entry.thread or thread_of(link or "", guid or "", host_of(link or url)),
        in_reply_to=plaintext.one_line(entry.in_reply_to, 1_000) or None,
        rating=_rating(entry.rating) or _stars(title) or _stars(content.text[:120]),
        fingerprint=fingerprint("" if reply else title, judged or content.text),
        judged=judged,
        replies=_count(entry.replies),
        views=_count(entry.views),
        reply=reply,
    )


def _own_words(own: RawText) -> str:
    """What is judged of a text that a rule told apart; "…" if it is nothing."""
    return (plaintext.judged_text(own.value) if own.markup else plaintext.plain_rendered(own.value).judged) or "…"


def _title(title: RawText) -> str:
    if ("<" in title.value or "&" in title.value) and (title.markup or _PAIRED_TAG.search(title.value) is not None):
        return plaintext.one_line(plaintext.to_text(title.value[:20_000]))
    return plaintext.one_line(plain_text(title.value).value if "&" in title.value else title.value)


def _guid(raw: str | None) -> str | None:
    """An identifier as delivered, storable: without surrogates and NUL, at most 4,000 characters."""
    if raw is None or not raw.strip():
        return None
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", raw)[:_MAX_GUID]


def _dates(raw: dict[str, str], clock: Clock) -> tuple[datetime | None, datetime | None]:
    """When an entry was published (else updated, else created) and when updated."""
    read = {role: clock(at) for role, text in raw.items() if (at := parse_date(text)) is not None}
    updated = read.get("updated")
    return read.get("published") or updated or read.get("created"), updated


def _rating(raw: str) -> float | None:
    if not raw:
        return None
    with suppress(ValueError):
        stars = float(raw.strip()[:20].replace(",", "."))
        if 0 < stars <= _MAX_RATING:
            return stars
    return None


def _stars(text: str) -> float | None:
    """A rating that opens a title or a text: five stars, some of them full, or "4 von 5 Sternen"."""
    if "★" not in text and "⭐" not in text and "5" not in text:
        return None
    drawn = _DRAWN_STARS.match(text)
    if drawn is not None:
        return float(len(drawn[1])) if len(drawn[1]) + len(drawn[2]) == _MAX_RATING else None
    told = _TOLD_STARS.match(text)
    return _rating(told[1] or told[2]) if told is not None else None


def _count(raw: str) -> int | None:
    """A number of answers or readers, thousands parted or not."""
    if not raw:
        return None
    digits = _PARTED.sub("", raw.strip()[:20])
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MAX_COUNT_DIGITS else None


def _ttl(raw: RawFeed) -> int:
    """Seconds the feed asks to wait: its ttl, else its period by the module Syndication; 0 if it says nothing."""
    seconds = _number(raw.ttl_minutes) * 60
    period = _PERIODS_S.get(raw.period.strip().lower(), 0)
    if not seconds and period:
        seconds = period / max(_number(raw.frequency), 1)
    return int(min(max(seconds, 0), _MAX_TTL_S))


def _number(raw: str) -> float:
    found = re.fullmatch(r"\s*(\d{1,9}(?:\.\d{1,9})?)\s*", raw)
    return float(found[1]) if found is not None else 0.0
