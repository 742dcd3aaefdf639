"""Preferences, the bundled snippets and the bundled samples."""

import importlib.resources
import json
from dataclasses import replace
from urllib.parse import urlsplit

from kundenradar.context import Context
from kundenradar.credentials import PROXY
from kundenradar.domain.errors import DataError
from kundenradar.domain.events import MentionsChanged, QueriesChanged, SettingsChanged, SnippetsChanged, SourcesChanged
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import Source, SourceId
from kundenradar.feeds.network import is_proxy_address
from kundenradar.services import listening, subscriptions
from kundenradar.services.samples import SAMPLE_FIRM, sample_documents
from kundenradar.settings import Settings

SAMPLE_HOSTS = frozenset({"handwerker-forum.example", "koeln-nachrichten.example", "heizung-blog.example"})
"""Where the sample feeds seem to live."""


def current(ctx: Context) -> Settings:
    """The preferences in force."""
    return ctx.settings.current


def save(ctx: Context, settings: Settings) -> None:
    """Keep preferences from now on.

    Raises:
        DataError: The folder cannot be written (``read-only``).
    """
    try:
        ctx.settings.save(settings)
    except OSError as error:
        raise DataError("read-only") from error
    ctx.bus.publish(SettingsChanged())


def set_proxy_login(ctx: Context, user: str, password: str) -> bool:
    """Keep the login of the proxy, or forget it if there is no user. Waits for the keyring.

    Returns:
        Whether the keyring has it; if not, it holds until the program ends.
    """
    if not user:
        ctx.credentials.remove(PROXY)
        return True
    return ctx.credentials.set(PROXY, Secrets(user, password))


def is_proxy(address: str) -> bool:
    """Whether a text can be a proxy set by hand: ``proxy.firma.de:8080``."""
    return is_proxy_address(address)


def add_snippets(ctx: Context) -> int:
    """Put the bundled text snippets into an empty collection; how many."""
    text = importlib.resources.files("resources").joinpath("texts", "snippets.json").read_text(encoding="utf-8")
    with ctx.store.write() as tx:
        if tx.snippets.list():
            return 0
        added = [tx.snippets.save(one["title"], one["text"]) for one in json.loads(text)]
    ctx.bus.publish(SnippetsChanged())
    return len(added)


def add_samples(ctx: Context) -> int:
    """Listen to the bundled sample feeds, as the sample firm; how many sources.

    The feeds are answered by the program itself: no network is asked. A firm that is already set keeps
    its data unmixed: nothing is added then.
    """
    firm = SAMPLE_FIRM
    if ctx.settings.current.firm_name not in {"", firm.name}:
        return 0
    if not ctx.settings.current.firm_name:
        listening.set_firm(ctx, firm.name, firm.terms, firm.excludes, firm.own_names, firm.federal_state)
        save(ctx, replace(ctx.settings.current, person=firm.person))
    add_snippets(ctx)
    now = ctx.clock.now()
    samples = [document.source for document in sample_documents(now)]
    with ctx.store.write() as tx:
        added = [tx.sources.add(one, now).id for one in samples if tx.sources.by_feed(one.feed_url) is None]
    ctx.bus.publish(SourcesChanged(tuple(added)))
    return len(added)


def is_sample(source: Source) -> bool:
    """Whether a source is one of the bundled samples."""
    return urlsplit(source.feed_url).hostname in SAMPLE_HOSTS


def remove_samples(ctx: Context) -> bool:
    """Forget the sample feeds, and the sample firm if nobody put another in its place.

    Returns:
        Whether nothing else is there, so that the first run is due again.
    """
    for source in subscriptions.list_sources(ctx):
        if is_sample(source):
            subscriptions.remove(ctx, source.id)
    settings = ctx.settings.current
    if settings.firm_name == SAMPLE_FIRM.name:
        with ctx.store.write() as tx:
            firm = tx.queries.firm()
            if firm is not None:
                tx.mentions.drop_orphans(firm)
                tx.queries.remove(firm)
        person = "" if settings.person == SAMPLE_FIRM.person else settings.person
        state = "" if settings.federal_state == SAMPLE_FIRM.federal_state else settings.federal_state
        settings = replace(
            settings, firm_name="", terms=(), excludes=(), own_names=(), person=person, federal_state=state
        )
        ctx.bus.publish(QueriesChanged())
        ctx.bus.publish(MentionsChanged())
    is_empty = not settings.firm_name and not subscriptions.list_sources(ctx)
    save(ctx, replace(settings, first_run_done=settings.first_run_done and not is_empty))
    return is_empty


def point_to(ctx: Context, source_id: SourceId, feed_url: str) -> None:
    """Let a source listen at another address of the same feed; what is stored stays."""
    with ctx.store.write() as tx:
        tx.sources.change(source_id, {"feed_url": feed_url, "address": feed_url, "etag": None, "last_modified": None})
    ctx.bus.publish(SourcesChanged((source_id,)))
