"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/) and Apple's reviews, read with distrust."""

import json
from typing import Final, NoReturn

from kundenradar.domain.errors import TroubleKind
from kundenradar.feeds.applereviews import read_apple_reviews
from kundenradar.feeds.raw import RawEntry, RawFeed, RawText, Unreadable

_MARK: Final = "jsonfeed.org/version/"
_MAX_NUMBER: Final = 10**18
_TELLING: Final = ("id", "url", "external_url", "title", "content_html", "content_text", "summary")


def read_json_feed(body: bytes, max_entries: int) -> RawFeed:
    """The feed in a JSON document.

    Values of a wrong type count as missing; numbers as identifiers are taken as text.

    Raises:
        Unreadable: Not JSON (malformed if it claims to be a feed), or JSON but no feed.
    """
    try:
        document = json.loads(_decoded(body), parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        claims = _MARK.encode() in body[:4096]
        kind = TroubleKind.MALFORMED if claims else TroubleKind.NOT_A_FEED
        raise Unreadable(kind, "json") from error
    if not isinstance(document, dict):
        raise Unreadable(TroubleKind.NOT_A_FEED, "json")
    reviews = read_apple_reviews(document, max_entries)
    if reviews is not None:
        return reviews
    items = document.get("items")
    if _MARK not in _text(document.get("version")):
        raise Unreadable(TroubleKind.NOT_A_FEED, "json")
    if not isinstance(items, list):
        raise Unreadable(TroubleKind.MALFORMED, "json-types")
    author, author_url = _author(document)
    entries = [
        _entry(item, author, author_url)
        for item in items[:max_entries]
        if isinstance(item, dict) and any(_text(item.get(key)) for key in _TELLING)
    ]
    if items and not entries:
        raise Unreadable(TroubleKind.MALFORMED, "json-types")
    return RawFeed(
        title=RawText(_text(document.get("title"))),
        site=_text(document.get("home_page_url")),
        generator=_text(document.get("generator")),
        entries=entries,
        damaged=len(entries) < min(len(items), max_entries),
    )


def _decoded(body: bytes) -> str:
    encoding = json.detect_encoding(body[:16])
    return body.decode("utf-8-sig" if encoding == "utf-8" else encoding, "replace")


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)  # NaN and Infinity are no JSON


def _entry(item: dict[str, object], author: str, author_url: str) -> RawEntry:
    own_author, own_url = _author(item)
    html = _text(item.get("content_html"))
    text = _text(item.get("content_text"))
    content = RawText(html, markup=True) if html.strip() else RawText(text or _text(item.get("summary")))
    # MyBB writes its key with a blank at the end
    updated = _text(item.get("date_modified")) or _text(item.get("date_modified "))
    dates = {"published": _text(item.get("date_published")), "updated": updated}
    return RawEntry(
        guid=_text(item.get("id")) or None,
        title=RawText(_text(item.get("title"))),
        link=_text(item.get("url")) or _text(item.get("external_url")) or None,
        author=own_author or author,
        author_url=own_url if own_author else author_url,
        dates={role: raw for role, raw in dates.items() if raw},
        content=content,
    )


def _author(holder: dict[str, object]) -> tuple[str, str]:
    authors = holder.get("authors")
    candidates = list(authors[:10]) if isinstance(authors, list) else []
    candidates.append(holder.get("author"))
    for candidate in candidates:
        if isinstance(candidate, dict):
            name, url = _text(candidate.get("name")), _text(candidate.get("url"))
            if not name and url.startswith(("http://", "https://")):
                return url, url
            if name:
                return name, url
        elif isinstance(candidate, str) and candidate:
            return candidate, ""
    return "", ""


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _MAX_NUMBER else str(value)
    return str(value) if abs(value) < _MAX_NUMBER else ""
