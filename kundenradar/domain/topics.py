"""What the firm's own mentions speak of: topics that rise, and complaints that several people share.

Words are counted by mention, not by occurrence, and merged by stem. A topic rises if the log-likelihood ratio (Dunning
1993, the usual keyness measure) between the period and the one before it is beyond chance and its share grew.
"""

import functools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from kundenradar.domain.mentions import EntryId
from kundenradar.domain.stems import MIN_STEM_CHARS, says_something, stem
from kundenradar.domain.text import fold, tokens
from kundenradar.domain.topic_names import plurals, topic_name

MIN_MENTIONS, MIN_AUTHORS = 3, 2
CHANCE = 3.84
"""Log-likelihood beyond which a difference is no chance (5 %, one degree of freedom)."""
MIN_GROWTH = 1.3
MIN_BEFORE = 5
"""Mentions the period before must have; with fewer the most frequent topics are shown instead."""
ALIKE_SETS = 0.75
"""Share of common mentions from which two topics are one."""
SAME_SETS = 0.9
"""The same from which either may stand for both."""
PART_OF_PAIR = 0.7
"""A word that stands in a pair so often is told by the pair."""
MAX_TEXT_CHARS = 1_200
MAX_BETWEEN = 5
"""Characters between the words of a pair: a blank, or a short word (*Termin am Montag* is none)."""
MAX_TERMS = 400
"""Candidates that are compared with each other."""

NAMED_BY = 20
"""Mentions whose spelling of a topic is counted for its name."""

_LISTING = frozenset({"und", "oder", "u", "bzw"})

_Key = tuple[str, ...]
NO_STEMS: Mapping[str, str] = MappingProxyType({})

SIMILAR, MIN_SHARED = 0.25, 3
"""Cosine from which two complaints say the same if they share so many words or causes; chosen on forum threads."""
VERY_SIMILAR = 0.42
"""The same with two shared words."""
RARE = 0.2
"""Share of its weight with which a word nobody else writes makes a text long."""
COMMON, COMMON_AT_LEAST = 0.5, 8
"""Share and number of complaints from which a word is too common to tell anything."""

_DECLINED = ("en", "em", "er", "es", "e")
_OF_ADJECTIVES = ("ig", "lich", "isch", "sch", "los", "bar", "sam", "haft", "voll", "end", "iert")
"""How adjectives end before they are declined: *warten* and *trocken* are whole."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A mention as topics are counted from it.

    Attributes:
        author: Folded name, empty if unknown.
        text: Title and own words.
        causes: Keys it criticises.
    """

    id: EntryId
    author: str
    text: str
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RisingTopic:
    """A word or a pair of words that is written more often than before.

    Attributes:
        name: As most people write it.
        count: Mentions of the period.
        before: Mentions of the period before.
        strength: Log-likelihood ratio; the number of mentions where nothing can be compared.
        mentions: The mentions of the period, newest first.
    """

    name: str
    count: int
    before: int
    strength: float
    mentions: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of a period.

    Attributes:
        rising: Strongest first.
        compared: Whether the period before was long enough to compare with.
    """

    rising: tuple[RisingTopic, ...]
    compared: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """Complaints that say the same.

    Attributes:
        example: The one that is most like all others.
        mentions: All, the example first, then by likeness.
        authors: How many people; unknown ones count one each.
        words: What they share: things before what is said of them, the most telling of each first.
    """

    example: EntryId
    mentions: tuple[EntryId, ...]
    authors: int
    words: tuple[str, ...]


def rising_topics(
    now: Sequence[Voice],
    before: Sequence[Voice],
    ignored: Iterable[str] = (),
    places: Iterable[str] = (),
    most: int = 12,
) -> Topics:
    """The words and word pairs of `now` that stand out against `before`; names of those who write are none.

    Args:
        now: Mentions of the period, newest first.
        before: Mentions of the equally long period before it.
        ignored: Words that are no topic: name and terms of the firm.
        places: Names of sources.
        most: How many at most.
    """
    unwanted = _stems_of(ignored)
    called = _names_of({voice.author for voices in (now, before) for voice in voices}, places)
    merged = plurals([voice.text[:MAX_TEXT_CHARS] for voice in now])
    holders = {key: held for key, held in _holders(now, unwanted, merged).items() if not _has_name(key, called)}
    compared = len(before) >= MIN_BEFORE
    earlier = _counts(before, unwanted, merged, holders.keys()) if compared else {}
    found: list[tuple[float, _Key]] = []
    for key, held in holders.items():
        count = len(held)
        strength = _keyness(count, len(now), earlier.get(key, 0), len(before)) if compared else float(count)
        if strength >= (CHANCE if compared else MIN_MENTIONS):
            found.append((strength, key))
    found.sort(key=lambda pair: (-pair[0], -len(pair[1]), pair[1]))
    names = {
        key: name
        for _, key in found[:MAX_TERMS]
        if (name := _name(key, [now[at] for at in holders[key][:NAMED_BY]], unwanted, merged))
    }
    strongest = [(strength, key) for strength, key in found[:MAX_TERMS] if key in names]
    strongest.sort(key=lambda pair: (-pair[0], -len(pair[1]), -_capitals(names[pair[1]]), pair[1]))
    return Topics(
        tuple(
            RisingTopic(
                names[key],
                len(holders[key]),
                earlier.get(key, 0),
                strength,
                tuple(now[at].id for at in holders[key]),
            )
            for strength, key in _without_repeats(strongest, holders, names)[:most]
        ),
        compared,
    )


def _stems_of(words: Iterable[str]) -> set[str]:
    return {stem(token.folded) for word in words for token in tokens(word)}


def _names_of(people: Iterable[str], places: Iterable[str]) -> set[_Key]:
    """Terms that are names: a nickname of one word, neighbours in longer ones, each part of *Anna Richter*.

    Parts of nicknames (*wärmepumpen_fan*) and of names of places (*Heizung-Blog*) may be topics.
    """
    found: set[_Key] = set()
    for name, is_person in (*((name, True) for name in people), *((name, False) for name in places)):
        parts = [stem(token.folded) for token in tokens(name)]
        found.update(pairwise(parts))
        if len(parts) == 1 or (is_person and " " in name.strip()):
            found.update((part,) for part in parts)
    return found


def _has_name(key: _Key, names: AbstractSet[_Key]) -> bool:
    return key in names or any((part,) in names for part in key)


def _holders(voices: Sequence[Voice], unwanted: AbstractSet[str], merged: Mapping[str, str]) -> dict[_Key, list[int]]:
    """Places of the mentions that hold a word or pair, for those that enough mentions of enough people hold."""
    places: dict[_Key, list[int]] = {}
    for at, voice in enumerate(voices):
        for key in _terms_of(voice.text, unwanted, merged):
            places.setdefault(key, []).append(at)
    return {
        key: held
        for key, held in places.items()
        if len(held) >= MIN_MENTIONS and len({voices[at].author for at in held}) >= MIN_AUTHORS
    }


def _counts(
    voices: Iterable[Voice], unwanted: AbstractSet[str], merged: Mapping[str, str], wanted: AbstractSet[_Key]
) -> Counter[_Key]:
    """How many mentions hold each of the words and pairs wanted."""
    counts: Counter[_Key] = Counter()
    for voice in voices:
        counts.update(_terms_of(voice.text, unwanted, merged).keys() & wanted)
    return counts


def _name(key: _Key, voices: Sequence[Voice], unwanted: AbstractSet[str], merged: Mapping[str, str]) -> str:
    """A pair as most of these mentions write it, a word as `topic_name` has it; empty if it tells nothing."""
    forms = Counter(_terms_of(voice.text, unwanted, merged)[key] for voice in voices)
    return forms.most_common(1)[0][0] if len(key) > 1 else topic_name(forms, [voice.text for voice in voices])


@functools.lru_cache(maxsize=50_000)
def _stem_told(folded: str) -> str:
    """The stem of a word that can be a topic, else nothing."""
    return stem(folded) if says_something(folded) else ""


def _terms_of(text: str, unwanted: AbstractSet[str], merged: Mapping[str, str] = NO_STEMS) -> dict[_Key, str]:
    """Every word and every pair of neighbouring words of a text, by stems, `merged` ones as one, as first written."""
    text = text[:MAX_TEXT_CHARS]
    found: dict[_Key, str] = {}
    last, last_start, last_end = "", 0, 0
    for start, end, folded, _ in tokens(text):
        key = _stem_told(folded)
        key = merged.get(key, key)
        if not key or key in unwanted:
            continue
        found.setdefault((key,), text[start:end])
        if last and last != key and start - last_end <= MAX_BETWEEN and not _parts(text[last_end:start]):
            found.setdefault((last, key), text[last_start:end])
        last, last_start, last_end = key, start, end
    return found


def _parts(between: str) -> bool:
    """Whether what stands between two words parts them: a stop, a picture, or the next thing of a list."""
    return "\n" in between or between.strip().lower() in _LISTING or not all(_joins(sign) for sign in between)


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign.isspace() or sign in "-‑&/+'’"


def _capitals(name: str) -> int:
    """Words with a capital: of topics that rise alike, a thing tells more than what is said of it."""
    return sum(word[0].isupper() for word in name.split())


def _keyness(count: int, total: int, before: int, total_before: int) -> float:
    """Log-likelihood ratio of two shares, 0 unless the share grew by `MIN_GROWTH` (smoothed by half a mention)."""
    grew = ((count + 0.5) / (total + 1)) / ((before + 0.5) / (total_before + 1))
    if grew < MIN_GROWTH:
        return 0.0
    both = (count + before) / (total + total_before)
    strength = count * math.log(count / (total * both))
    if before:
        strength += before * math.log(before / (total_before * both))
    return 2 * strength


def _without_repeats(
    found: Sequence[tuple[float, _Key]], holders: Mapping[_Key, Sequence[int]], names: Mapping[_Key, str]
) -> list[tuple[float, _Key]]:
    """The terms without those that a stronger or longer one tells already; of what all tell alike, a thing."""
    sets = {key: frozenset(holders[key]) for _, key in found}
    pairs = [key for _, key in found if len(key) > 1]
    kept: list[tuple[float, _Key]] = []
    for strength, key in found:
        least = PART_OF_PAIR * len(sets[key])
        if len(key) == 1 and any(key[0] in pair and len(sets[pair]) >= least for pair in pairs):
            continue
        if all(_overlap(sets[key], sets[other]) < ALIKE_SETS for _, other in kept):
            alike = [(strength, key)] if _capitals(names[key]) else found
            same = (one for one in alike if _capitals(names[one[1]]) and _overlap(sets[key], sets[one[1]]) >= SAME_SETS)
            kept.append(next(same, (strength, key)))
    return kept


def _overlap(one: AbstractSet[int], other: AbstractSet[int]) -> float:
    return len(one & other) / len(one | other)


def clusters(voices: Sequence[Voice], ignored: Iterable[str] = (), most: int = 8) -> tuple[Cluster, ...]:
    """Complaints that at least two people share and that say the same, largest first; each mention once.

    Args:
        voices: Criticism of the period.
        ignored: Words that tell nothing: name and terms of the firm.
        most: How many at most.
    """
    space = _Space.of(voices, ignored)
    found: list[Cluster] = []
    left = set(range(len(voices)))
    stars = sorted(left, key=lambda at: (-len(space.near[at]), at))
    while stars and len(found) < most:
        center = max(stars, key=lambda at: (len(space.near[at].keys() & left), -at))
        members = [center, *sorted(space.near[center].keys() & left, key=lambda at: (-space.near[center][at], at))]
        if len(members) < MIN_MENTIONS:
            break
        left -= set(members)
        stars = [at for at in stars if at in left]
        cluster = _cluster(members, voices, space)
        if cluster.authors >= MIN_AUTHORS:
            found.append(cluster)
    return tuple(sorted(found, key=lambda cluster: -cluster.authors))


def like(voice: Voice, others: Sequence[Voice], ignored: Iterable[str] = ()) -> Cluster | None:
    """What others write the same as `voice`, with the clearest example of all; None if nobody does."""
    rest = [other for other in others if other.id != voice.id]
    voices = [voice, *rest]
    space = _Space.of(voices, ignored)
    near = space.near[0]
    if not near:
        return None
    cluster = _cluster([0, *sorted(near, key=lambda at: (-near[at], at))], voices, space)
    return cluster if cluster.authors >= MIN_AUTHORS else None


def _cluster(members: Sequence[int], voices: Sequence[Voice], space: "_Space") -> Cluster:
    inside = set(members)
    likeness = {at: sum(value for other, value in space.near[at].items() if other in inside) for at in members}
    ordered = sorted(members, key=lambda at: (-likeness[at], at))
    names = [voices[at].author or f"#{voices[at].id}" for at in members]
    return Cluster(
        voices[ordered[0]].id, tuple(voices[at].id for at in ordered), len(set(names)), space.shared(members)
    )


class _Space:
    """Complaints as weighted words, and who is near whom."""

    def __init__(self, weights: Sequence[dict[str, float]], forms: Mapping[str, Counter[str]]) -> None:
        self._weights, self._forms = weights, forms
        self.near: list[dict[int, float]] = _neighbours(weights)

    @classmethod
    def of(cls, voices: Sequence[Voice], ignored: Iterable[str]) -> "_Space":
        unwanted = _stems_of(ignored)
        bags = []
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for voice in voices:
            words = {key[0]: form for key, form in _terms_of(voice.text, unwanted).items() if len(key) == 1}
            for word, form in words.items():
                forms[word][form] += 1
            bags.append([*words, *(f"={cause}" for cause in voice.causes)])
        return cls([_weighted(bag, bags_with, len(bags)) for bag, bags_with in _with_counts(bags)], forms)

    def shared(self, members: Sequence[int], most: int = 3) -> tuple[str, ...]:
        """The words that weigh most in all members together, things first."""
        sums: Counter[str] = Counter()
        seen: Counter[str] = Counter()
        for at in members:
            for word, weight in self._weights[at].items():
                sums[word] += weight  # type: ignore[assignment]  # a Counter adds floats as well
                seen[word] += 1
        common = [word for word, _ in sums.most_common() if seen[word] * 2 >= len(members) and not word.startswith("=")]
        return tuple(sorted((_plainly(self._forms[word]) for word in common[:most]), key=lambda form: form.islower()))


def _plainly(forms: Counter[str]) -> str:
    """A word as it stands alone in a list: *falsche* and *falschen* are *falsch*, a thing as most people write it."""
    usual = forms.most_common(1)[0][0]
    if not usual.islower():
        return usual
    for ending in _DECLINED:
        bare = usual.removesuffix(ending)
        if bare != usual and len(bare) >= MIN_STEM_CHARS and (bare in forms or bare.endswith(_OF_ADJECTIVES)):
            return bare
    return usual


def _with_counts(bags: Sequence[Sequence[str]]) -> list[tuple[Sequence[str], Counter[str]]]:
    counts: Counter[str] = Counter(word for bag in bags for word in set(bag))
    return [(bag, counts) for bag in bags]


def _weighted(bag: Iterable[str], counts: Mapping[str, int], total: int) -> dict[str, float]:
    """Weight of each word that others write too, by the length of all; words of nearly everybody tell nothing."""
    weights = {
        word: math.log(1 + total / counts[word])
        for word in dict.fromkeys(bag)  # a set would add up in another order each time
        if counts[word] <= max(COMMON_AT_LEAST, COMMON * total)
    }
    length = math.sqrt(sum(weight**2 * (1 if counts[word] > 1 else RARE) for word, weight in weights.items()))
    return {word: weight / length for word, weight in weights.items() if counts[word] > 1}


def _neighbours(weights: Sequence[Mapping[str, float]]) -> list[dict[int, float]]:
    """Per complaint the others that say the same, with their likeness."""
    holders: dict[str, list[int]] = defaultdict(list)
    near: list[dict[int, float]] = [{} for _ in weights]
    for at, bag in enumerate(weights):
        likeness: dict[int, float] = defaultdict(float)
        shared: Counter[int] = Counter()
        for word, weight in bag.items():
            for other in holders[word]:
                likeness[other] += weight * weights[other][word]
                shared[other] += 1
            holders[word].append(at)
        for other, value in likeness.items():
            if value >= (SIMILAR if shared[other] >= MIN_SHARED else VERY_SIMILAR) and shared[other] > 1:
                near[at][other] = near[other][at] = value
    return near


def folded_author(author: str | None) -> str:
    """An author as voices are told apart."""
    return fold(author) if author else ""
