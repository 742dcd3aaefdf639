"""Where we listen: finding, adding, editing, pausing and removing sources."""

import logging
import re
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from kundenradar.context import Context
from kundenradar.domain.errors import InputError
from kundenradar.domain.events import MentionsChanged, SourcesChanged
from kundenradar.domain.health import FetchRecord
from kundenradar.domain.secrets import Secrets, header_of, is_sendable, kept_for, needs_tokens, split_tokens
from kundenradar.domain.sources import (
    MAX_INTERVAL_S,
    MIN_INTERVAL_S,
    Candidate,
    NewSource,
    Source,
    SourceId,
    SourceKind,
)
from kundenradar.feeds.links import host_of

log = logging.getLogger("kundenradar.subscriptions")

REMOVED_AT_ONCE = 500
FORGIVEN: dict[str, Any] = {"failures": 0, "trouble_kind": None}
"""Columns of a source that gets a new chance."""
_LOGIN = re.compile(r"(?:(?<=//)|\b(?=[^/?#\s:@]+:[^/?#\s@]+@))[^/?#\s]*@")
MAX_NAME = 120


def discover(ctx: Context, address: str, secrets: Secrets | None = None) -> tuple[Candidate, ...]:
    """Feeds behind an address, best first; what opens it goes to its own origin only. Waits for the network.

    Raises:
        InputError: The address is none.
        OutsideError: It cannot be reached, or nothing can be heard there.
    """
    return ctx.discoverer.discover(address, secrets or Secrets())


def new_source(candidate: Candidate, address: str, name: str = "") -> NewSource:
    """What is needed to listen to a candidate, named after its title or host.

    A feed that searches for the firm already counts with every entry.
    """
    host = host_of(candidate.url) or candidate.url
    return NewSource(
        name=(name or candidate.title or host)[:MAX_NAME],
        address=address,
        feed_url=candidate.url,
        kind=candidate.kind,
        software=candidate.software,
        all_entries=candidate.kind is SourceKind.ALERT,
    )


def add(
    ctx: Context,
    new: NewSource,
    user: str | None = None,
    password: str | None = None,
    secrets: Secrets | None = None,
) -> Source:
    """Start listening to a feed; it is due at once. What is secret in its address goes into the keyring.

    What opens the address that was typed opens a feed at the same place only: a page may link feeds elsewhere.

    Raises:
        InputError: It is subscribed already, the name is empty, or the address is no web address.
    """
    address, user_inside, password_inside = without_login(new.feed_url.strip())
    typed, user_typed, password_typed = _typed(new.address)
    if _is_at(typed, address):
        user_inside, password_inside = user_inside or user_typed, password_inside or password_typed
    else:
        user = password = secrets = None
    address, tokens = split_tokens(address)
    typed = split_tokens(typed)[0]
    new = replace(new, name=_name(new.name), interval_s=_interval(new.interval_s), feed_url=address, address=typed)
    user, password = user or user_inside, password if password is not None else password_inside
    kept = replace(secrets or Secrets(), tokens=tokens)
    if user and password is not None:
        kept = replace(kept, user=user, password=password)
    with ctx.store.write() as tx:
        if new.name == host_of(address) and tx.sources.has_name(new.name):
            new = replace(new, name=_apart(new.name, address))
        source = tx.sources.add(new, ctx.clock.now())
    if kept.kinds:
        set_secrets(ctx, source.id, kept)
        with ctx.store.read() as tx:
            source = tx.sources.get(source.id)
    log.info("source.added source=%d", source.id)
    ctx.bus.publish(SourcesChanged((source.id,)))
    return source


def set_login(ctx: Context, source_id: SourceId, user: str | None, password: str | None) -> bool:
    """Keep user name and password of a source, or forget them if there are none. Waits for the keyring.

    Returns:
        Whether the keyring has them; if not, they hold until the program ends.
    """
    there = secrets_of(ctx, source_id).without_login()
    if user and password is not None:
        there = replace(there, user=user, password=password)
    return set_secrets(ctx, source_id, there)


def secrets_of(ctx: Context, source_id: SourceId) -> Secrets:
    """What opens a source, empty if nothing does. Waits for the keyring.

    Raises:
        InputError: The source is unknown.
    """
    with ctx.store.read() as tx:
        source = tx.sources.get(source_id)
    return (ctx.credentials.get(source_id) if source.has_login else None) or Secrets()


def keeps_secrets(ctx: Context) -> bool:
    """Whether secrets outlive the program: there is a keyring that answers. Waits for it."""
    return ctx.credentials.available()


def set_secrets(ctx: Context, source_id: SourceId, secrets: Secrets) -> bool:
    """Keep what opens a source, or forget it if there is nothing. Waits for the keyring.

    Returns:
        Whether the keyring has it; if not, it holds until the program ends.

    Raises:
        InputError: The source is unknown, or a header or cookie cannot be sent (``header-bad``).
    """
    name, value = secrets.header
    if (name and header_of(f"{name}: {value}") is None) or not is_sendable(secrets.cookie):
        raise InputError("header-bad")
    with ctx.store.read() as tx:
        tx.sources.get(source_id)
    stored = True
    if secrets.kinds:
        stored = ctx.credentials.set(source_id, secrets)
    else:
        ctx.credentials.remove(source_id)
    values = {"has_login": bool(secrets.kinds), "login_kind": ",".join(secrets.kinds), "next_due": None}
    with ctx.store.write() as tx:
        tx.sources.change(source_id, values | FORGIVEN)
    ctx.bus.publish(SourcesChanged((source_id,)))
    return stored


def change_address(ctx: Context, source_id: SourceId, address: str) -> bool:
    """Listen at another address; what is stored stays. Waits for the keyring.

    What opened the old address is forgotten where the new one belongs to somebody else. An address as shown, its
    secret part hidden, keeps that part.

    Returns:
        Whether the keyring has what is secret in the address; if not, it holds until the program ends.

    Raises:
        InputError: The source is unknown, the address is none, or another source listens there.
    """
    plain, user, password = without_login(address.strip())
    plain, tokens = split_tokens(plain)
    with ctx.store.read() as tx:
        source = tx.sources.get(source_id)
        listener = tx.sources.by_feed(plain)
        if listener not in {None, source_id}:
            raise InputError("source-known", tx.sources.get(listener or source_id).name)
    there = kept_for(source.feed_url, plain, secrets_of(ctx, source_id))
    kept = replace(there, tokens=tokens or (there.tokens if needs_tokens(plain) else ()))
    if user:
        kept = replace(kept, user=user, password=password or "")
    if plain != source.feed_url:
        values = {"feed_url": plain, "address": plain, "etag": None, "last_modified": None, "body_hash": None}
        with ctx.store.write() as tx:
            tx.sources.keep_address(source_id, source.feed_url, ctx.clock.now())
            tx.sources.change(source_id, values | {"moved_at": None, "next_due": None} | FORGIVEN)
    return set_secrets(ctx, source_id, kept)


def list_sources(ctx: Context) -> tuple[Source, ...]:
    """All sources by name, with counts and health."""
    with ctx.store.read() as tx:
        return tx.sources.list()


def edit(
    ctx: Context,
    source_id: SourceId,
    *,
    name: str,
    kind: SourceKind,
    all_entries: bool,
    interval_s: int | None,
    own_names: tuple[str, ...],
) -> Source:
    """Change what the owner may change of a source.

    When every entry shall count from now on, the stored ones become mentions too.

    Raises:
        InputError: The source is unknown or the name is empty.
    """
    values: dict[str, Any] = {
        "name": _name(name),
        "kind": kind.value,
        "all_entries": all_entries,
        "interval_s": _interval(interval_s),
        "own_names": tuple(word.strip() for word in own_names if word.strip()),
    }
    with ctx.store.write() as tx:
        before = tx.sources.get(source_id)
        tx.sources.change(source_id, values)
        source = tx.sources.get(source_id)
    if all_entries and not before.all_entries:
        from kundenradar.services.listening import count_every_entry

        count_every_entry(ctx, source_id)
    if source.name != before.name:
        from kundenradar.services.listening import apply_by_source

        apply_by_source(ctx)
    if source.own_names != before.own_names:
        from kundenradar.services.own_posts import follow_nicknames

        follow_nicknames(ctx, source)
    ctx.bus.publish(SourcesChanged((source_id,)))
    return source


def set_paused(ctx: Context, source_id: SourceId, paused: bool) -> None:
    """Stop or resume polling; a resumed source is due at once and forgets its failures."""
    values: dict[str, Any] = {"paused": paused}
    if not paused:
        values |= {"next_due": None} | FORGIVEN
    with ctx.store.write() as tx:
        tx.sources.get(source_id)
        tx.sources.change(source_id, values)
    ctx.bus.publish(SourcesChanged((source_id,)))


def removal_preview(ctx: Context, source_id: SourceId) -> tuple[int, int]:
    """How many entries and mentions would go with a source.

    Raises:
        InputError: The source is unknown.
    """
    with ctx.store.read() as tx:
        source = tx.sources.get(source_id, counted=True)
    return source.entries, source.mentions


def remove(ctx: Context, source_id: SourceId) -> None:
    """Stop listening and forget what was heard there.

    Works in short transactions, so that nobody waits; paused first, so that nothing comes in meanwhile.

    Raises:
        InputError: The source is unknown.
    """
    with ctx.store.write() as tx:
        source = tx.sources.get(source_id)
        tx.sources.change(source_id, {"paused": True})
    removed = 1
    while removed:
        with ctx.store.write() as tx:
            removed = tx.entries.remove_of_source(source_id, REMOVED_AT_ONCE)
    with ctx.store.write() as tx:
        tx.sources.remove(source_id)
    if source.has_login:
        ctx.credentials.remove(source_id)
    log.info("source.removed source=%d", source_id)
    ctx.bus.publish(SourcesChanged((source_id,)))
    ctx.bus.publish(MentionsChanged())


def fetch_history(ctx: Context, source_id: SourceId, limit: int = 20) -> tuple[FetchRecord, ...]:
    """The last polls of a source, newest first."""
    with ctx.store.read() as tx:
        return tx.sources.fetches(source_id, limit)


def former_addresses(ctx: Context, source_id: SourceId) -> tuple[tuple[str, datetime], ...]:
    """Where the feed lived before it moved, and until when, newest first."""
    with ctx.store.read() as tx:
        return tx.sources.addresses(source_id)


def _typed(address: str) -> tuple[str, str | None, str | None]:
    """What the owner typed, as it is kept: a plain address, and the login that stood in it."""
    from kundenradar.domain.addresses import read_address  # late: many patterns to compile

    try:
        read = read_address(address)
    except InputError:
        return masked(address.strip()), None, None
    return read.url, read.user, read.password


def _apart(host: str, feed_url: str) -> str:
    """A name that tells a feed from the others of its host, where nothing but the host is known of it."""
    return _name(f"{host}/{urlsplit(feed_url).path.strip('/')}".rstrip("/"))


def _is_at(typed: str, feed_url: str) -> bool:
    """Whether a feed lives where the address leads that was typed; a scheme may have been guessed."""
    try:
        one, other = urlsplit(typed), urlsplit(feed_url)
        ports = {one.port, other.port}
    except ValueError:
        return False
    is_one_port = len(ports) == 1 or ports <= {None, 80, 443}
    return not typed or (one.hostname == other.hostname and is_one_port)


def masked(address: str) -> str:
    """An address as it may be shown: without anything that looks like a login or a secret part."""
    return split_tokens(_LOGIN.sub("", address))[0]


def without_login(address: str) -> tuple[str, str | None, str | None]:
    """A web address with user name and password taken out of it: they belong into the keyring.

    Raises:
        InputError: It is no http or https address (``address-bad``).
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname
        port = parts.port
    except ValueError as error:
        raise InputError("address-bad", masked(address)) from error
    if parts.scheme not in {"http", "https"} or not host or port == 0 or any(sign.isspace() for sign in address):
        raise InputError("address-bad", masked(address))
    if "@" not in parts.netloc:
        return address, None, None
    shown_host = f"[{host}]" if ":" in host else host
    netloc = shown_host if port is None else f"{shown_host}:{port}"
    return (
        urlunsplit(parts._replace(netloc=netloc)),
        unquote(parts.username) if parts.username else None,
        unquote(parts.password) if parts.password else "",
    )


def _name(name: str) -> str:
    cleaned = " ".join(name.split())[:MAX_NAME]
    if not cleaned:
        raise InputError("name-empty")
    return cleaned


def _interval(seconds: int | None) -> int | None:
    return None if seconds is None else max(MIN_INTERVAL_S, min(MAX_INTERVAL_S, seconds))
