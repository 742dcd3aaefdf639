"""Which entry is which: one identity per contribution, whatever the feed does (FEEDS.md rows 47 to 51)."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from hashlib import blake2b
from operator import attrgetter
from typing import Final

from kundenradar.domain.judging import is_reply_title
from kundenradar.domain.likeness import LEAST_WORDS, shingles, words_of
from kundenradar.domain.mentions import KnownEntry, ParsedEntry, is_edited
from kundenradar.feeds.links import is_tracked, normalised

MAX_GUID: Final = 500
_NO_GUIDS: Final = frozenset({"", "0", "-", "null", "none", "undefined", "nan"})
_EDITED_RUNS: Final = 0.3
"""Share of the runs of three words that an edited text keeps; texts of different posts have next to none in common."""
_MOST_COMPARED: Final = 12
"""Stored entries whose words are compared with those of one in a document."""
_EDITED_WORDS: Final = 0.5
"""The same of single words, for texts of fewer than eight."""
_BY_LINK: Final = "link:"
_DIGITS: Final = re.compile(r"\d+")
_PART: Final = re.compile(r"\|")


def fingerprint(title: str, text: str) -> str:
    """Hash of a wording, and of the numbers in it: a counter that moved on is no edit (FEEDS.md row 51).

    Returns:
        32 hexadecimal digits for the words, a dot, 8 for the numbers; see `kundenradar.domain.mentions.is_edited`.
    """
    wording = f"{title}\n{text}"
    words = _without_digits(wording)
    if len(words) == len(wording):
        return f"{_hash(wording)}.{_NO_NUMBERS}"
    numbers = " ".join(_DIGITS.findall(wording))
    return f"{_hash(words)}.{_hash(numbers)[:8]}"


def _without_digits(wording: str) -> str:
    try:
        raw = wording.encode("cp1252")
    except UnicodeEncodeError:
        return _DIGITS.sub("", wording)
    return raw.translate(None, b"0123456789").decode("cp1252")  # there are no other digits in it


def with_identities(entries: Sequence[ParsedEntry]) -> tuple[ParsedEntry, ...]:
    """The entries of one document with their identities, unique within it.

    In this order: what the rules of the software say (already in `identity`), the guid as delivered (case-sensitive;
    "0" and its like are none; hashed beyond 500 characters), the normalised link, a hash of title and text. A key
    that several entries of the document share tells nothing: all of them take key and link together, so that no
    identity depends on the order of the document.
    """
    letters = [_to_the_letter(entry) for entry in entries]
    distinct = dict(zip(reversed(letters), reversed(entries), strict=True))
    keys = dict(zip(distinct, _distinct_keys(list(distinct.values())), strict=True))
    seen: Counter[str] = Counter()
    told: list[ParsedEntry] = []
    for entry, one in zip(entries, letters, strict=True):
        key = keys[one]
        seen[key] += 1
        told.append(_under(entry, key if seen[key] == 1 else f"{key}|{seen[key]}"))
    return tuple(told)


_ENTRY_FIELDS: Final = tuple(one.name for one in fields(ParsedEntry))
_IDENTITY: Final = _ENTRY_FIELDS.index("identity")
_values_of: Final = attrgetter(*_ENTRY_FIELDS)


def _under(entry: ParsedEntry, identity: str) -> ParsedEntry:
    """The entry under another identity; `replace` takes five times as long."""
    values = list(_values_of(entry))
    values[_IDENTITY] = identity
    return ParsedEntry(*values)


def _distinct_keys(entries: Sequence[ParsedEntry]) -> list[str]:
    """A key for each of several different entries, as unique as what they say."""
    keys = [_own_key(entry) for entry in entries]
    for refine in (_with_link, _with_title, _with_text, _with_author):
        shared = {key for key, count in Counter(keys).items() if count > 1}
        if not shared:
            break
        keys = [refine(key, entry) if key in shared else key for entry, key in zip(entries, keys, strict=True)]
    return keys


def _to_the_letter(entry: ParsedEntry) -> tuple[object, ...]:
    """What an entry says; one that stands in a document twice to the letter is one, and shares its key with nobody."""
    return (entry.guid, entry.identity, entry.link, entry.title, entry.author, entry.published_at, entry.text)


def match_known(entries: Sequence[ParsedEntry], known: Mapping[str, KnownEntry]) -> tuple[ParsedEntry, ...]:
    """The entries, those that only changed their identifier with the identity they had before.

    An entry with an unknown identity is a known one if that one's identity is missing from this document and
    both have the same normalised link (or the same guid) and title. A contribution that may share link and
    title with others (a reply, a link that several entries have) must also have the same wording, so that
    no contribution is taken for an edit of another; of any other the wording must go on with what is stored: a
    board may show the last post of each discussion, a shop its offer of the week.
    Where a site has moved as a whole, the same title, author, wording and second tell.

    Args:
        entries: One document, identities as by `with_identities`.
        known: Stored entries of the same source by identity; at least those with an identity or link of `entries`,
            and the `kin` of identities that are unknown.
    """
    doubtful = {entry.position for entry in entries if is_doubtful(entry, known.get(entry.identity))}
    if not doubtful:
        return tuple(entries)
    entries = [_told_apart(entry, known) if entry.position in doubtful else entry for entry in entries]
    present = {entry.identity for entry in entries}
    gone = [one for one in known.values() if one.identity not in present]
    if not gone:
        return tuple(entries)
    by_place: defaultdict[str, list[KnownEntry]] = defaultdict(list)
    known_links: Counter[str] = Counter()
    for one in known.values():
        if one.link:
            known_links[normalised(one.link)] += 1
    for one in gone:
        for place in (*_places(one.link, one.guid, one.fingerprint), *_later_places(one)):
            by_place[place].append(one)
    links = Counter(normalised(entry.link) for entry in entries if entry.link)
    taken: set[str] = set()
    adopted: list[ParsedEntry] = []
    for entry in entries:
        former = None
        if entry.identity not in known:
            link = normalised(entry.link) if entry.link else ""
            alone = links[link] <= 1 and known_links[link] <= 1
            telling = alone and not entry.reply and not is_reply_title(entry.title)
            former = _former(entry, by_place, taken, telling=telling and bool(link))
        if former is None:
            adopted.append(entry)
        else:
            taken.add(former.identity)
            adopted.append(replace(entry, identity=former.identity))
    return tuple(adopted)


def is_doubtful(entry: ParsedEntry, before: KnownEntry | None) -> bool:
    """Whether an entry may be another one than what is stored under its identity.

    It is unknown, or reads differently under another title, at another place or with a later time: these are edits,
    unless the identity turns out to be shared by several entries or to have been given to another one.
    """
    if before is None:
        return True
    if not is_edited(before.fingerprint, entry.fingerprint):
        return False
    return _has_other_title(entry, before) or _has_other_link(entry, before) or _is_younger(entry, before)


def _has_other_title(entry: ParsedEntry, one: KnownEntry) -> bool:
    return one.title != entry.title


def _has_other_link(entry: ParsedEntry, one: KnownEntry) -> bool:
    return normalised(one.link or "") != normalised(entry.link or "")


def _told_apart(entry: ParsedEntry, known: Mapping[str, KnownEntry]) -> ParsedEntry:
    """The entry under an identity of its own, if the one it has stands for another.

    It does if it is known to be shared, or if a feed gives it to one after the other: the place in the document, the
    title, the one address of everything.
    """
    before = known.get(entry.identity)
    if before is None:
        return entry
    is_shared = any(identity.startswith(f"{entry.identity}|") for identity in known)
    differs = (_has_other_title(entry, before), _has_other_link(entry, before))
    if not (is_shared and any(differs)):
        is_weak = is_shared or any(differs) or entry.identity.startswith(_BY_LINK)
        is_new = is_weak and _is_younger(entry, before)
        if not is_new or not _is_by_the_feed(entry) or _goes_on(entry, before):
            return entry
    key = _with_title(_with_link(entry.identity, entry), entry)
    if key in known and is_edited(known[key].fingerprint, entry.fingerprint) and not _goes_on(entry, known[key]):
        key = _newest_before(entry, key, known) or _with_text(key, entry)
    return replace(entry, identity=key)


def _newest_before(entry: ParsedEntry, key: str, known: Mapping[str, KnownEntry]) -> str:
    """The identity of the newest of several under one key that the entry goes on with; empty if there is none."""
    beside = [one for identity, one in known.items() if identity.startswith(f"{key}|") and one.words is not None]
    beside.sort(key=lambda one: one.id, reverse=True)
    return next((one.identity for one in beside[:_MOST_COMPARED] if _goes_on(entry, one)), "")


def kin(identity: str) -> tuple[str, ...]:
    """Identities the same entry would have in a document where fewer others share its key."""
    return tuple(identity[: found.start()] for found in _PART.finditer(identity))


def link_variants(link: str) -> tuple[str, ...]:
    """The link and its likely spellings after a site moved to https, for a search by exact link."""
    variants = [link]
    if link.startswith("https://"):
        variants.append("http://" + link[8:])
    elif link.startswith("http://"):
        variants.append("https://" + link[7:])
    return tuple(variants + [one[:-1] if one.endswith("/") else f"{one}/" for one in variants])


def _former(
    entry: ParsedEntry, by_place: Mapping[str, Sequence[KnownEntry]], taken: set[str], *, telling: bool
) -> KnownEntry | None:
    """The gone entry this one was; the same wording goes before the same title, place before time."""
    candidates = _alike(entry, _places(entry.link, entry.guid, entry.fingerprint), by_place, taken)
    same = next((one for one in candidates if not is_edited(one.fingerprint, entry.fingerprint)), None)
    if same is None and telling:
        link = normalised(entry.link or "")
        edited = (one for one in candidates if one.link and normalised(one.link) == link)
        same = next((one for one in itertools.islice(edited, _MOST_COMPARED) if _goes_on(entry, one)), None)
    if same is None:
        later = _alike(entry, _later_places(entry), by_place, taken)
        same = next((one for one in later[:_MOST_COMPARED] if _is_of_one_moment(entry, one)), None)
    return same


def _alike(
    entry: ParsedEntry, places: Sequence[str], by_place: Mapping[str, Sequence[KnownEntry]], taken: set[str]
) -> list[KnownEntry]:
    """Gone entries at these places with the title of this one."""
    return [
        one
        for place in places
        for one in by_place.get(place, ())
        if one.identity not in taken and one.title == entry.title
    ]


def _is_younger(entry: ParsedEntry, one: KnownEntry) -> bool:
    return entry.published_at is not None and one.published_at is not None and entry.published_at > one.published_at


def _is_by_the_feed(entry: ParsedEntry) -> bool:
    """Whether an identity is what the feed gave, not what the rules of its software know better."""
    own = _own_key(_under(entry, ""))
    return entry.identity == own or entry.identity.startswith(f"{own}|")


def _goes_on(entry: ParsedEntry, one: KnownEntry) -> bool:
    """Whether a text has so much in common with what is stored that it is that, edited; True if that is not told."""
    if one.words is None:
        return True
    stored, told = one.words, entry.judged or entry.text
    if not (stored and told):
        stored, told = f"{one.title} {stored}", f"{entry.title} {told}"
    before, after = words_of(stored), words_of(told)
    if not (before and after):
        return True
    old, new = shingles(before), shingles(after)
    if old and new:
        return len(old & new) >= _EDITED_RUNS * min(len(old), len(new))
    return len({*before} & {*after}) >= _EDITED_WORDS * max(1, min(len({*before}), len({*after})))


def _is_of_one_moment(entry: ParsedEntry, one: KnownEntry) -> bool:
    """Whether an entry at another place is one of the same second: word for word, or edited if neither has a place.

    Where nobody is named it must be called the same there: the same press release in another paper is another one.
    """
    if one.words is None or one.author != entry.author or one.published_at != entry.published_at:
        return False
    if not (entry.link or entry.guid or one.link or one.guid):
        return _goes_on(entry, one)
    if one.fingerprint != entry.fingerprint or not (entry.author or _is_same_page(entry.link or "", one.link or "")):
        return False
    return len(words_of(f"{entry.title} {entry.judged or entry.text}")) >= LEAST_WORDS


def _is_same_page(one: str, other: str) -> bool:
    """Whether an address may be the other after a move: on the same host, or with the same end of its path."""
    (host, path), (other_host, other_path) = (_host_and_end(address) for address in (one, other))
    return host == other_host or path == other_path


def _host_and_end(address: str) -> tuple[str, str]:
    host, _, path = address.partition("://")[2].partition("/")
    return host, path.rstrip("/").rpartition("/")[2]


def _later_places(one: ParsedEntry | KnownEntry) -> list[str]:
    """Where an entry is looked for that is at none of its own places: at its second, if that or a name tells something.

    Many feeds date by days only, and of what nobody signed on one day two may be much alike.
    """
    at = one.published_at
    return [f"t{at.isoformat()}"] if at is not None and (one.author or at.minute or at.second) else []


def _places(link: str | None, guid: str | None, wording: str) -> list[str]:
    places = [f"l{normalised(link)}"] if link else [f"w{wording.partition('.')[0]}"]
    if guid:
        places.append(f"g{guid}")
    return places


def _own_key(entry: ParsedEntry) -> str:
    if entry.identity:
        return _short(entry.identity)
    guid = (entry.guid or "").strip()
    if is_tracked(guid):
        return _short(f"{_BY_LINK}{normalised(guid)}")
    if guid.casefold() not in _NO_GUIDS:
        return guid if len(guid) <= MAX_GUID else f"guid:{_hash(guid)}"
    if entry.link:
        return _short(f"{_BY_LINK}{normalised(entry.link)}")
    return f"text:{_hash(entry.title + chr(10) + _DIGITS.sub('', entry.judged or entry.text))}"


def _with_link(key: str, entry: ParsedEntry) -> str:
    return _short(f"{key}|{normalised(entry.link)}") if entry.link else key


def _with_title(key: str, entry: ParsedEntry) -> str:
    return f"{key}|{_hash(entry.title)}" if entry.title else key


def _with_text(key: str, entry: ParsedEntry) -> str:
    return f"{key}|{_hash(entry.text)}"


def _with_author(key: str, entry: ParsedEntry) -> str:
    return f"{key}|{_hash(f'{entry.author}{chr(10)}{entry.published_at}')}"


def _short(key: str) -> str:
    return key if len(key) <= MAX_GUID else f"{key[:100]}|{_hash(key)}"


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


_NO_NUMBERS: Final = _hash("")[:8]
