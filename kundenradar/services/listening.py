"""What we listen for: Suchprofile, on what comes in and on what is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kundenradar.context import Context
from kundenradar.domain.errors import InputError
from kundenradar.domain.events import MentionsAdded, MentionsChanged, QueriesChanged, SettingsChanged
from kundenradar.domain.firm_words import finds
from kundenradar.domain.keys import local_day
from kundenradar.domain.likeness import sketch, words_of
from kundenradar.domain.mentions import Entry, EntryId
from kundenradar.domain.queries import Query, QueryId, as_term, asks_for_source, build_expression, check_lasting, dated
from kundenradar.domain.sources import SourceId
from kundenradar.domain.subject import AboutLabel
from kundenradar.services import meant
from kundenradar.services.discussions import note_answers
from kundenradar.services.gathering import gather
from kundenradar.services.own_posts import follow_nicknames
from kundenradar.store.chunks import chunks
from kundenradar.store.mentions import NewMention

APPLIED_AT_ONCE = 400
EXAMPLES = 5
FIRM_QUERY_NAME = "Unsere Firma"
MAX_NAME = 80


@dataclass(frozen=True, slots=True)
class QueryTest:
    """What a Suchprofil would find among what is stored."""

    hits: int
    examples: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class QueryChange:
    """What a new or changed Suchprofil would change among what is stored.

    Attributes:
        kept: Mentions that meet it now and would go on to.
        coming: Entries that would meet it and do not yet.
        new: Those of them that are on no list yet.
        going: Mentions that would not meet it any more.
        leaving: Those of them that would leave the list: no other Suchprofil, and nobody worked on them.
    """

    kept: int
    coming: int
    new: int
    going: int
    leaving: int
    coming_examples: tuple[Entry, ...]
    going_examples: tuple[Entry, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether the same mentions would meet it."""
        return not (self.coming or self.going)


def list_queries(ctx: Context) -> tuple[Query, ...]:
    """All Suchprofile, the firm's first."""
    with ctx.store.read() as tx:
        return tx.queries.list()


def save_query(ctx: Context, name: str, expression: str, query_id: QueryId | None = None) -> Query:
    """Add or change a Suchprofil and apply it to everything stored.

    Raises:
        InputError: The name is empty or taken, or the expression has a mistake.
    """
    with meant.followed(ctx):
        return _save(ctx, name, expression, query_id, firm=False)


def _save(ctx: Context, name: str, expression: str, query_id: QueryId | None, *, firm: bool) -> Query:
    name = " ".join(name.split())[:MAX_NAME]
    if not name:
        raise InputError("name-empty")
    check_lasting(expression)
    with ctx.store.write() as tx:
        query = tx.queries.save(name, expression, ctx.clock.now(), query_id, firm=firm)
    _apply(ctx, query)
    ctx.bus.publish(QueriesChanged())
    with ctx.store.read() as tx:
        return next((known for known in tx.queries.list() if known.id == query.id), query)


def remove_query(ctx: Context, query_id: QueryId) -> None:
    """Forget a Suchprofil; mentions only it made, and nobody touched, leave the list.

    Raises:
        InputError: There is none with this id.
    """
    with meant.followed(ctx), ctx.store.write() as tx:
        tx.mentions.drop_orphans(query_id)
        tx.queries.remove(query_id)
    ctx.bus.publish(QueriesChanged())
    ctx.bus.publish(MentionsChanged())


def try_query(ctx: Context, expression: str, limit: int = EXAMPLES) -> QueryTest:
    """Try an expression on everything stored; changes nothing.

    Raises:
        InputError: The expression has a mistake.
    """
    fixed = dated(expression, local_day(ctx.clock.now()))
    with ctx.store.read() as tx:
        hits, newest = tx.search.first(fixed, limit)
        examples = tuple(tx.entries.get(key) for key in newest)
    return QueryTest(hits, examples)


def preview_change(
    ctx: Context, expression: str, query_id: QueryId | None = None, limit: int = EXAMPLES
) -> QueryChange:
    """What saving an expression, as a new Suchprofil or instead of one, would change; changes nothing.

    Raises:
        InputError: The expression has a mistake, or asks for what changes.
    """
    check_lasting(expression)
    with ctx.store.read() as tx:
        wanted = tx.search.ids(expression)
        linked = set() if query_id is None else tx.mentions.linked(query_id)
        coming = [key for key in wanted if key not in linked]
        known = tx.mentions.known(coming)
        noise = tx.noise.among([key for key in coming if key not in known])
        coming = [key for key in coming if key not in noise]
        going = sorted(linked.difference(wanted), reverse=True)
        leaving = set() if query_id is None else tx.mentions.orphans(query_id, set(going))
        return QueryChange(
            kept=len(linked) - len(going),
            coming=len(coming),
            new=sum(key not in known for key in coming),
            going=len(going),
            leaving=len(leaving),
            coming_examples=tuple(tx.entries.get(key) for key in coming[:limit]),
            going_examples=tuple(tx.entries.get(key) for key in going[:limit]),
        )


def set_firm(
    ctx: Context,
    name: str,
    terms: Sequence[str] = (),
    excludes: Sequence[str] = (),
    own_names: Sequence[str] = (),
    federal_state: str = "",
    competitors: Sequence[str] | None = None,
) -> Query:
    """Say who we are: makes or changes the first Suchprofil and keeps the firm's words.

    Stored mentions of which another part speaks of the firm by that are judged again. Competitors stay as they are
    if none are given.

    Raises:
        InputError: The name is empty (``firm-empty``), a word has neither letters nor digits (``word-signs``), or what
            rules a mention out stands in the firm's own words (``exclude-own``).
    """
    name = " ".join(name.split())
    if not name:
        raise InputError("firm-empty")
    wanted, unwanted = _words(terms), _words(excludes)
    _check_words((name, *wanted), (*unwanted, *_words(competitors or ())), unwanted)
    expression = build_expression([name, *wanted], unwanted)
    with ctx.store.read() as tx:
        firm = tx.queries.firm()
        known_name = next((query.name for query in tx.queries.plain() if query.id == firm), FIRM_QUERY_NAME)
    known = ctx.settings.current
    with meant.followed(ctx):
        query = _save(ctx, known_name, expression, firm, firm=True)
        ctx.settings.save(
            replace(
                known,
                firm_name=name,
                terms=wanted,
                excludes=unwanted,
                own_names=_words(own_names),
                federal_state=federal_state or known.federal_state,
                competitors=known.competitors if competitors is None else _words(competitors),
            )
        )
    if known.own_names != _words(own_names):
        follow_nicknames(ctx)
    ctx.bus.publish(SettingsChanged())
    return query


def _check_words(own: Sequence[str], others: Sequence[str], excludes: Sequence[str]) -> None:
    for word in (*own, *others):
        if not as_term(word):
            raise InputError("word-signs", word)
    for word in excludes:
        if any(finds(word, one) for one in own):
            raise InputError("exclude-own", word)


def count_every_entry(ctx: Context, source_id: SourceId) -> int:
    """Make every stored entry of a source a mention; how many became one."""
    with ctx.store.read() as tx:
        ids = tx.entries.ids_of_source(source_id)
    return become_mentions(ctx, dict.fromkeys(ids, ()))


def apply_by_source(ctx: Context) -> None:
    """Apply the Suchprofile that ask for the name of a source (``quelle:``) anew: one has another name."""
    with ctx.store.read() as tx:
        queries = [query for query in tx.queries.plain() if asks_for_source(query.expression)]
    for query in queries:
        _apply(ctx, query)


def _apply(ctx: Context, query: Query) -> None:
    """Bring mentions in line with a new or changed Suchprofil."""
    with ctx.store.read() as tx:
        ids = tuple(tx.search.ids(query.expression))
    with ctx.store.write() as tx:
        kept = set(ids)
        tx.mentions.keep_links(query.id, kept)
    become_mentions(ctx, dict.fromkeys(ids, (query.id,)))


def become_mentions(ctx: Context, hits: Mapping[EntryId, tuple[QueryId, ...]]) -> int:
    """Put entries on the list, with the Suchprofile they meet; how many were no mention yet.

    What is shut out does not become a mention.
    """
    added: list[EntryId] = []
    for part in chunks(list(hits), APPLIED_AT_ONCE):
        with ctx.store.read() as tx:
            known = tx.mentions.known(part)
            fresh_ids = [key for key in part if key not in known]
            noise = tx.noise.among(fresh_ids)
            fresh = tx.entries.texts([key for key in fresh_ids if key not in noise])
            causes = tx.causes.list()
            parts = meant.said_by(meant.focus_of(ctx, tx), fresh, dict(hits))
        texts = [part.judged for part in parts]
        judged = ctx.digester.judge(texts, [part.rating for part in parts]).result()
        readings = ctx.digester.read(list(zip(texts, judged, strict=True)), causes).result()
        alike = {text.id: sketch(words_of(text.judged), text.link) for text in fresh}
        with ctx.store.write() as tx:
            already = tx.mentions.known([text.id for text in fresh])
            days = tx.entries.days([text.id for text in fresh])
            own = tx.entries.own_ids([text.id for text in fresh])
            mentions = [
                NewMention(
                    text.id,
                    text.source,
                    days[text.id],
                    sentiment,
                    hits[text.id],
                    text.id in own,
                    reading,
                    alike[text.id],
                    part.about.label is AboutLabel.PASSING,
                )
                for text, part, sentiment, reading in zip(fresh, parts, judged, readings, strict=True)
                if text.id not in already and text.id in days
            ]
            tx.mentions.add(mentions, ctx.clock.now())
            gather(tx, {mention.id: mention.sketch for mention in mentions if not mention.own})
            note_answers(tx, tx.entries.threads_of([mention.id for mention in mentions]))
            tx.mentions.link_queries({key: hits[key] for key in (*known, *already)})
        added.extend(mention.id for mention in mentions)
    if added:
        ctx.bus.publish(MentionsAdded(tuple(added)))
    ctx.bus.publish(MentionsChanged())
    return len(added)


def _words(words: Sequence[str]) -> tuple[str, ...]:
    """Each word once, without stray blanks."""
    return tuple(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))
