"""The reviews of an app as Apple answers them in JSON: its Atom feed, each element an object with a ``label``."""

from typing import Final

from kundenradar.feeds.raw import RawEntry, RawFeed, RawText

_MARK: Final = "im:rating"


def read_apple_reviews(document: dict[str, object], max_entries: int) -> RawFeed | None:
    """The feed in Apple's JSON, None if it is something else.

    One review stands without a list around it, an app without reviews has no entries.

    Args:
        document: What the JSON says.
        max_entries: Entries to read.
    """
    feed = document.get("feed")
    if not isinstance(feed, dict) or "customerreviews" not in _label(feed, "id"):
        return None
    told = feed.get("entry")
    entries = told if isinstance(told, list) else [told]
    reviews = [one for one in entries if isinstance(one, dict) and _label(one, "id")]
    return RawFeed(
        title=RawText(_label(feed, "title")),
        site=_label(feed, "id"),
        entries=[_review(one) for one in reviews[:max_entries] if _label(one, _MARK)],
    )


def _review(entry: dict[str, object]) -> RawEntry:
    author = entry.get("author")
    person = author if isinstance(author, dict) else {}
    updated = _label(entry, "updated")
    return RawEntry(
        guid=_label(entry, "id"),
        title=RawText(_label(entry, "title")),
        author=_label(person, "name"),
        author_url=_label(person, "uri"),
        dates={"updated": updated} if updated else {},
        content=RawText(_label(entry, "content")),
        rating=_label(entry, _MARK),
    )


def _label(holder: dict[str, object], key: str) -> str:
    element = holder.get(key)
    label = element.get("label") if isinstance(element, dict) else None
    return label if isinstance(label, str) else ""
