"""What to listen to: search feeds from the firm's words and town, starter packs by trade, ways around closed places."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final
from urllib.parse import quote, quote_plus

from kundenradar.context import Context
from kundenradar.domain.closedplaces import ClosedPlace, WhatHelps, closed_place
from kundenradar.domain.errors import InputError
from kundenradar.domain.sources import NewSource, SourceKind
from kundenradar.services import subscriptions
from kundenradar.services.closed import alert_steps, closed_sentence

_LEGAL_FORM: Final = re.compile(
    r"(?:,?\s*\b(?:g?gmbh|mbh|ug|ag|kg|kgaa|ohg|gbr|se|eg|e\.?\s?v\.?|e\.?\s?k\.?|e\.?\s?kfr\.?|e\.?\s?kfm\.?|partg"
    r"|partgmbb|inh\.?\s.+|inhaber(?:in)?\s.+|ltd\.?)(?!\w)|\s*(?:&|\+|und)\s*co\.?(?!\w)|\s*\(haftungsbeschränkt\))",
    re.IGNORECASE,
)
_BLANKS: Final = re.compile(r"\s+")
_NO_TAG: Final = re.compile(r"[^\w]")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_MAX_TAG: Final = 30
_MAX_EXPRESSION: Final = 180


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something worth listening to; nothing has been asked yet.

    Attributes:
        title: Name for the list and for the source.
        address: What discovery is asked with.
        hears: One sentence: what is heard there.
        kind: Sort of place.
        all_entries: Whether every entry counts, because the feed searches for the firm already.
        is_advised: Whether it suits nearly everybody.
    """

    title: str
    address: str
    hears: str
    kind: SourceKind = SourceKind.OTHER
    all_entries: bool = False
    is_advised: bool = False


@dataclass(frozen=True, slots=True)
class StarterPack:
    """Places where customers of a trade meet, written by us and not checked.

    Attributes:
        key: Stable word, the name of its file.
        name: Of the trade.
        proposals: Its places.
    """

    key: str
    name: str
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Instead:
    """What works where nothing can be heard.

    Attributes:
        place: Name of the platform.
        sentence: What is the matter and what helps.
        proposals: Search feeds; empty where search engines see nothing.
        expression: What a Google Alert has to search for; empty likewise.
        steps: How to get such an alert as a feed; empty likewise.
        by_hand: Whether writing it down by hand is the way.
    """

    place: str
    sentence: str
    proposals: tuple[Proposal, ...] = ()
    expression: str = ""
    steps: tuple[str, ...] = ()
    by_hand: bool = True


def plain_firm(name: str) -> str:
    """The name of a firm as customers write it: without its legal form."""
    bare = _BLANKS.sub(" ", _LEGAL_FORM.sub("", name.strip())).strip(" ,&+-")
    return bare or _BLANKS.sub(" ", name.strip())


def search_expression(firm: str, town: str = "", terms: tuple[str, ...] = ()) -> str:
    """What a search engine is asked: the firm's name as a phrase, and further names of several words.

    A single word means many things: the town is asked along with it.

    Args:
        firm: Name, with or without legal form; empty gives an empty expression.
        town: Where the firm is, or empty.
        terms: Further words of the firm; products and words with a star are left out.
    """
    name = _quoted(plain_firm(firm))
    if not name:
        return ""
    names = [name] + [_quoted(term) for term in terms if " " in term.strip() and "*" not in term]
    unique = list(dict.fromkeys(names))
    if " " not in plain_firm(firm) and town.strip():
        unique[0] = f"{unique[0]} {_quoted(town)}" if len(unique) == 1 else f"({unique[0]} {_quoted(town)})"
    while len(unique) > 1 and len(" OR ".join(unique)) > _MAX_EXPRESSION:
        unique.pop()
    return " OR ".join(unique)


def search_proposals(firm: str, town: str = "", terms: tuple[str, ...] = ()) -> tuple[Proposal, ...]:
    """Search feeds for a firm, most useful first; empty without a name.

    The services asked learn the words searched for. Nothing is asked before the owner chooses.
    """
    wanted = search_expression(firm, town, terms)
    if not wanted:
        return ()
    name = plain_firm(firm)
    found = [
        Proposal(
            f"Google News: {name}",
            f"https://news.google.com/rss/search?q={quote(f'{wanted} when:30d')}&hl=de&gl=DE&ceid=DE:de",
            "Zeitungen, Radiosender und Fachportale, die Ihre Firma nennen.",
            SourceKind.ALERT,
            all_entries=True,
            is_advised=True,
        ),
        Proposal(
            f"Bing News: {name}",
            f"https://www.bing.com/news/search?q={quote_plus(wanted)}&format=rss",
            "Nachrichten aus weiteren Quellen; manches doppelt sich mit Google News.",
            SourceKind.ALERT,
            all_entries=True,
            is_advised=True,
        ),
        Proposal(
            f"Bing Websuche: {name}",
            f"https://www.bing.com/search?q={quote_plus(wanted)}&format=rss",
            "Webseiten aller Art, auch Foren und Bewertungsseiten; nach Bedeutung geordnet, manches ist älter.",
            SourceKind.ALERT,
            all_entries=True,
        ),
        Proposal(
            f"Reddit: {name}",
            f"https://www.reddit.com/search.rss?q={quote_plus(wanted)}&sort=new",
            "Beiträge in allen Reddit-Gruppen, die Ihre Firma nennen. Reddit antwortet Programmen nicht immer.",
            SourceKind.ALERT,
            all_entries=True,
        ),
    ]
    tag = _tag(name)
    if tag:
        found.append(
            Proposal(
                f"Mastodon: #{tag}",
                f"https://mastodon.social/tags/{quote(tag)}.rss",
                "Öffentliche Beiträge im Fediverse mit dem Namen Ihrer Firma als Schlagwort.",
                SourceKind.SOCIAL,
                all_entries=" " in name,  # a single word is a tag for many things
            )
        )
    return (*found, *_town_proposals(town))


def _town_proposals(town: str) -> tuple[Proposal, ...]:
    """Places of a town; what does not meet the Suchprofil there is no mention."""
    name, tag = _BLANKS.sub(" ", town.strip()), _tag(town)
    if not tag:
        return ()
    mastodon = Proposal(
        f"Mastodon: #{tag}",
        f"https://mastodon.social/tags/{quote(tag)}.rss",
        f"Öffentliche Beiträge im Fediverse über {name}; gezeigt wird, was zu Ihrem Suchprofil passt.",
        SourceKind.SOCIAL,
    )
    group = tag.translate(_UMLAUTS)
    if not group.isascii():  # Reddit's groups have no other names
        return (mastodon,)
    reddit = Proposal(
        f"Reddit: r/{group}",
        f"https://www.reddit.com/r/{group}",
        f"Die Reddit-Gruppe von {name}, falls es sie gibt; gezeigt wird, was zu Ihrem Suchprofil passt.",
        SourceKind.FORUM,
    )
    return (mastodon, reddit)


def instead_of(address: str, firm: str = "", town: str = "") -> Instead | None:
    """What works in the place of an address where nothing can be heard; None if the place is open, or no address."""
    from kundenradar.domain.addresses import read_address  # late: many patterns to compile

    try:
        place = closed_place(read_address(address).url)
    except InputError:
        return None
    return None if place is None else instead_of_place(place, firm, town)


def instead_of_place(place: ClosedPlace, firm: str = "", town: str = "") -> Instead:
    """What works in the place of a closed platform."""
    sentence = closed_sentence(place)
    by_hand = WhatHelps.BY_HAND in place.helps
    if WhatHelps.ALERTS in place.helps:
        expression = search_expression(firm, town) or "Name Ihrer Firma"
        return Instead(place.name, sentence, (), expression, alert_steps(expression), by_hand=False)
    wanted = search_expression(firm, town)
    if WhatHelps.SEARCH not in place.helps or not wanted:
        return Instead(place.name, sentence, by_hand=by_hand)
    expression = f"site:{place.site} {wanted}"
    proposals = (
        Proposal(
            f"{place.name}: {plain_firm(firm)}",
            f"https://www.bing.com/search?q={quote_plus(expression)}&format=rss",
            f"Öffentliche Seiten von {place.name}, die Bing kennt und die Ihre Firma nennen.",
            SourceKind.ALERT,
            all_entries=True,
            is_advised=True,
        ),
        Proposal(
            f"{place.name} in Google News: {plain_firm(firm)}",
            f"https://news.google.com/rss/search?q={quote(expression)}&hl=de&gl=DE&ceid=DE:de",
            f"Was Google News von {place.name} führt; meist wenig.",
            SourceKind.ALERT,
            all_entries=True,
        ),
    )
    return Instead(place.name, sentence, proposals, expression, alert_steps(expression), by_hand=by_hand)


def look_behind(ctx: Context, proposal: Proposal) -> NewSource:
    """A proposal, asked for real: the best feed found there. Waits for the network.

    Raises:
        InputError: Its address is none.
        OutsideError: It cannot be reached, or nothing can be heard there.
    """
    best = subscriptions.discover(ctx, proposal.address)[0]
    new = subscriptions.new_source(best, proposal.address, proposal.title)
    is_told = proposal.kind is not SourceKind.OTHER
    return replace(new, kind=proposal.kind if is_told else new.kind, all_entries=proposal.all_entries)


@lru_cache(maxsize=1)
def starter_packs() -> tuple[StarterPack, ...]:
    """The bundled packs by trade, in the order of their names."""
    import importlib.resources

    folder = importlib.resources.files("resources").joinpath("starter")
    files = [file for file in folder.iterdir() if file.name.endswith(".opml")]
    packs = [_pack(file.name.removesuffix(".opml"), file.read_text(encoding="utf-8")) for file in files]
    return tuple(sorted(packs, key=lambda pack: pack.name.casefold().translate(_UMLAUTS)))


def _pack(key: str, document: str) -> StarterPack:
    import xml.etree.ElementTree as ET

    root = ET.fromstring(document)  # noqa: S314  a file of our own, bundled with the program
    name = root.findtext("head/title", default=key)
    proposals = tuple(
        Proposal(
            outline.get("text", ""),
            outline.get("xmlUrl", ""),
            outline.get("description", ""),
            SourceKind(outline.get("category", SourceKind.OTHER.value)),
        )
        for outline in root.iterfind("body/outline")
    )
    return StarterPack(key, name, proposals)


def _quoted(words: str) -> str:
    """Words as a phrase, without signs that mean something to a search engine."""
    bare = _BLANKS.sub(" ", re.sub(r"[\"„“”()*:]", " ", words)).strip()
    return f'"{bare}"' if bare else ""


def _tag(words: str) -> str:
    """Words as a tag: small letters, no blanks; empty if that makes none of use."""
    tag = _NO_TAG.sub("", words.lower())
    return tag if 3 <= len(tag) <= _MAX_TAG and not tag.isdigit() else ""
