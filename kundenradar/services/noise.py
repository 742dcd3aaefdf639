"""Shutting out noise, and letting it in again. Entries stay stored; only the list changes."""

from dataclasses import dataclass

from kundenradar.context import Context
from kundenradar.domain.errors import InputError
from kundenradar.domain.events import MentionsChanged, QueriesChanged
from kundenradar.domain.firm_words import finds
from kundenradar.domain.mentions import EntryId, MentionFilter, MentionLine
from kundenradar.domain.noise import Exclusion, ExclusionId, NoiseKind, as_noise
from kundenradar.domain.queries import QueryId
from kundenradar.domain.text import tokens
from kundenradar.domain.threads import title_alone
from kundenradar.domain.word_cloud import CloudWord, cloud_words
from kundenradar.services.listening import EXAMPLES, become_mentions

CLOUD_MENTIONS = 2_000
CLOUD_WORDS = 45


@dataclass(frozen=True, slots=True)
class NoisePreview:
    """What shutting something out would change.

    Attributes:
        value: As it would be kept.
        leaving: Mentions that would leave the list.
        staying: Mentions it concerns that stay because somebody worked on them.
        examples: The newest of those that would leave.
    """

    value: str
    leaving: int
    staying: int
    examples: tuple[MentionLine, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """Something is shut out now.

    Attributes:
        left: Mentions that left the list.
    """

    exclusion: Exclusion
    left: int


def exclusions(ctx: Context) -> tuple[Exclusion, ...]:
    """All that is shut out, the newest first."""
    with ctx.store.read() as tx:
        return tx.noise.list()


def preview(ctx: Context, kind: NoiseKind, raw: str, limit: int = EXAMPLES) -> NoisePreview:
    """What shutting out a word, an author or a site would change; changes nothing.

    Raises:
        InputError: There is nothing to shut out (``noise-empty``, ``noise-site``).
    """
    value = as_noise(kind, raw)
    with ctx.store.read() as tx:
        concerned = tx.noise.concerned(kind, value)
        mentions = tx.mentions.known(concerned)
        leaving = sorted(tx.mentions.untouched(list(mentions)), reverse=True)
        return NoisePreview(value, len(leaving), len(mentions) - len(leaving), tx.mentions.lines(leaving[:limit]))


def words_in(ctx: Context, query_id: QueryId | None, limit: int = CLOUD_WORDS) -> tuple[CloudWord, ...]:
    """The words of a Suchprofil's newest mentions, or of all, without those it looks for itself."""
    with ctx.store.read() as tx:
        keys = tx.mentions.keys(MentionFilter(query=query_id), CLOUD_MENTIONS)
        texts = tx.entries.texts([EntryId(key) for key in keys])
        looked_for = [query.expression for query in tx.queries.plain() if query_id in (None, query.id)]
    own = frozenset(token.folded for expression in looked_for for token in tokens(expression))
    return tuple(cloud_words((f"{title_alone(text.title)}\n{text.judged}" for text in texts), own, limit))


def exclude(ctx: Context, kind: NoiseKind, raw: str) -> Excluded:
    """Shut out a word, an author or a site, in what is stored and in what comes in.

    Mentions nobody worked on leave the list; the others, and all entries, stay.

    Raises:
        InputError: There is nothing to shut out, it is already (``noise-known``), or it is a word without which the
            firm is never named (``noise-own``).
    """
    value = as_noise(kind, raw)
    firm = ctx.settings.current
    if kind is NoiseKind.WORD and firm.firm_name and all(finds(value, own) for own in (firm.firm_name, *firm.terms)):
        raise InputError("noise-own", value)
    with ctx.store.write() as tx:
        added = tx.noise.add(kind, value, ctx.clock.now())
        left = tx.mentions.drop(tx.noise.concerned(kind, value))
    _tell(ctx)
    return Excluded(added, left)


def readmit(ctx: Context, exclusion_id: ExclusionId) -> int:
    """Let something in again: what meets a Suchprofil returns to the list; how many mentions returned.

    Raises:
        InputError: There is no such exclusion (``noise-unknown``).
    """
    with ctx.store.write() as tx:
        removed = tx.noise.remove(exclusion_id)
    with ctx.store.read() as tx:
        concerned = set(tx.noise.concerned(removed.kind, removed.value))
        concerned -= tx.mentions.known(list(concerned))
        hits: dict[EntryId, tuple[QueryId, ...]] = {}
        for source in tx.sources.list():
            if source.all_entries:
                hits |= dict.fromkeys(concerned.intersection(tx.entries.ids_of_source(source.id)), ())
        for query in tx.queries.plain():
            for key in concerned.intersection(tx.search.ids(query.expression)):
                hits[key] = (*hits.get(key, ()), query.id)
    returned = become_mentions(ctx, hits)
    _tell(ctx)
    return returned


def _tell(ctx: Context) -> None:
    ctx.bus.publish(QueriesChanged())
    ctx.bus.publish(MentionsChanged())
