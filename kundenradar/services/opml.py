"""Subscriptions from other feed readers, and for them."""

from collections.abc import Collection
from dataclasses import dataclass

from kundenradar.context import Context
from kundenradar.domain.errors import InputError
from kundenradar.domain.secrets import split_tokens
from kundenradar.domain.sources import Candidate, NewSource, Source, is_fetched
from kundenradar.feeds.opml import OpmlFile, Outline, Refused, read_opml, write_opml
from kundenradar.services import subscriptions

TITLE = "Kundenradar"


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed of a file, and whether it is subscribed already.

    Attributes:
        known_as: Name of the source that listens to it, or empty.
    """

    outline: Outline
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file offers.

    Attributes:
        refused: What is never followed: programs, files, other kinds of addresses.
    """

    offers: tuple[Offer, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file.

    Attributes:
        added: New sources.
        known: Feeds that were subscribed already.
        refused: What was not followed.
    """

    added: tuple[Source, ...]
    known: tuple[Outline, ...]
    refused: tuple[Refused, ...]


def preview(ctx: Context, body: bytes) -> Preview:
    """What a file offers; nothing is changed, nothing fetched.

    Raises:
        InputError: It cannot be read (``opml-…``), or there is no feed in it that could be added.
    """
    found = read_opml(body)
    _check(found)
    with ctx.store.read() as tx:
        names = {source.feed_url: source.name for source in tx.sources.list()}
    return Preview(tuple(Offer(feed, names.get(_open(feed.feed_url), "")) for feed in found.feeds), found.refused)


def take_over(ctx: Context, body: bytes, wanted: Collection[str] | None = None) -> Imported:
    """Subscribe to the feeds of a file as they stand, without asking any server; they are due at once.

    Args:
        ctx: Context.
        body: The file.
        wanted: Addresses of the feeds to add; None takes all.

    Raises:
        InputError: It cannot be read (``opml-…``), or there is no feed in it that could be added.
    """
    found = read_opml(body)
    _check(found)
    added: list[Source] = []
    known: list[Outline] = []
    refused = list(found.refused)
    for feed in found.feeds:
        if wanted is not None and feed.feed_url not in wanted:
            continue
        try:
            added.append(subscriptions.add(ctx, _new(feed)))
        except InputError as error:
            if error.code == "source-known":
                known.append(feed)
            else:
                refused.append(Refused(feed.title, "address"))
    return Imported(tuple(added), tuple(known), tuple(refused))


def export(ctx: Context) -> bytes:
    """All sources as an OPML file; what was entered by hand and secrets are not in it."""
    with ctx.store.read() as tx:
        sources = [source for source in tx.sources.list() if is_fetched(source)]
    return write_opml(TITLE, [Outline(one.name, _open(one.feed_url), _open(one.site_url)) for one in sources])


def _open(address: str) -> str:
    """An address without anything secret."""
    return split_tokens(subscriptions.without_login(address)[0])[0] if address else ""


def _check(found: OpmlFile) -> None:
    if found.feeds:
        return
    reasons = {one.reason for one in found.refused}
    if reasons & {"command", "file"}:
        raise InputError("opml-hostile")
    raise InputError("opml-empty")


def _new(feed: Outline) -> NewSource:
    candidate = Candidate(feed.feed_url, "" if "://" in feed.title else feed.title)
    made = subscriptions.new_source(candidate, feed.feed_url)
    return NewSource(made.name, made.address, made.feed_url, _open(feed.site_url), made.kind, made.software)
