"""From a text and its sentiment to what it wants of us: a `Reading`.

Sentence by sentence, evidence is added up per concern: cues of speech (`concern_cues`), words of praise and blame
with their negation (`concern_words`), marks and word order; the sentiment of the whole text speaks with them. What
the rules make of it is one witness before a learnt layer (`learnt_concerns`), which hears all other words too and
decides. Words of danger, and what a person said of praise and criticism, are above both. All of it is pure and reads
58 words in well under a millisecond (``bench/concerns.py``).
"""

import functools
import threading
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kundenradar.classify import concern_words, hearing, learnt_concerns, words
from kundenradar.classify.causes import CauseWords, compiled
from kundenradar.classify.concern_cues import (
    ASKED_BEGINS,
    HOLDS,
    NOT_ASKED,
    NOT_RECOMMENDED,
    OTHERS_RECOMMEND,
    TOLD_BEGINS,
    Group,
)
from kundenradar.classify.evidence import Evidence, weigh
from kundenradar.classify.safety import alarming_words, is_recall
from kundenradar.classify.speech import Sentence, folded, quoted, sentences
from kundenradar.domain.sentiment import Label, Sentiment
from kundenradar.domain.text import tokens
from kundenradar.domain.understanding import Cause, Concern, Reading

RULES_VERSION = 9
"""Raised whenever the rules change, so that stored mentions are read again."""
MAX_CHARS = 20_000
"""Longer texts are read by their beginning."""

MAX_ALARM_CHARS = 60
"""Longer stretches of danger are shown by their beginning."""
PRAISED, BLAMED, MILD_PRAISED, MILD_BLAMED = "praise", "blame", "mild praise", "mild blame"
CLEAR_WEIGHT = 1.0
"""Weight from which a word of the judge is a clear one."""
FULL, MILD, NEGATED = 1.15, 0.55, 0.8
"""What a clear word, a mild one and a negated one weigh; a concern holds from `concern_cues.HOLDS`."""
REACH, FINAL_REACH = 4, 9
"""Words a negation reaches ahead in its clause, and back if it ends its clause."""
RHETORICAL_BLAME, ANSWERED_AT_ONCE = 1.0, 0.6
EACH_SIDE, SETTLED = 0.5, 1.4
"""From where both sides of an *aber* count as said, and what they weigh then."""
WISHED_FACTOR = 0.5
CONTRARY = 0.2
"""Share of the judgement of the whole text that speaks against what a sentence says."""
TILT_UP, TILT_DOWN = 1.1, 2.5
BESIDES = 0.2
"""Share of the judgement of the whole text that counts where it already wants something: a plea sounds unhappy, advice
pleased, without being criticism or praise."""
CLEAR_ADVERT = 1.6
"""From where an advert holds beside a suggestion."""
PRAISE_HOLDS, BLAME_HOLDS = 0.8, 0.7
"""From where praise and criticism hold; chosen on the tuning halves."""
ASKED_FACTOR, AGAINST = 0.5, 0.5
"""How much moods count inside a question, and how much a cue for the one speaks against the other."""

_SIGNS = frozenset(",:()–—/&+%")
_NEGATORS = frozenset(
    [
        "nicht",
        "nich",
        "nie",
        "niemals",
        "kein",
        "keine",
        "keinen",
        "keinem",
        "keiner",
        "keines",
        "nichts",
        "nix",
        "weder",
        "kaum",
        "ohne",
        "wenig",
        "net",
        "nimmer",
        "keinerlei",
        "niemand",
        "mangels",
    ]
)
_ADVERSATIVES = frozenset(
    [
        "aber",
        "nur",
        "leider",
        "allerdings",
        "jedoch",
        "dagegen",
        "umso",
        "trotzdem",
        "obwohl",
        "doch",
        "hingegen",
        "dafuer",
        "sondern",
        "bloss",
        "ansonsten",
        "trotz",
        "sonst",
        "andererseits",
        "einzig",
    ]
)
_HARMLESS_AFTER_NOT = frozenset(("nur", "zuletzt", "umsonst", "mehr"))


@functools.lru_cache(maxsize=1)
def _families() -> CauseWords:
    found = CauseWords()
    for family, block in (
        (PRAISED, concern_words.PRAISE),
        (BLAMED, concern_words.BLAME),
        (MILD_PRAISED, concern_words.MILD_PRAISE),
        (MILD_BLAMED, concern_words.MILD_BLAME),
    ):
        for pattern in " ".join(block.split()).split(","):
            found.add(pattern.strip(), family, compounds=False)
    for weight, forms in _judged_words():
        families = (PRAISED, MILD_PRAISED) if weight > 0 else (BLAMED, MILD_BLAMED)
        for form in forms:
            if form not in found.wholes and not found.starts_with(form):
                found.wholes[form] = set(families if abs(weight) < CLEAR_WEIGHT else families[:1])
    found.settle((PRAISED, BLAMED, MILD_PRAISED, MILD_BLAMED))
    return found


def _judged_words() -> Iterator[tuple[float, list[str]]]:
    """The words of the judge (`words.ADJECTIVES`, `words.EVENTS`) with their weight."""
    for weight, block in words.ADJECTIVES.items():
        yield weight, [stem + ending for stem in block.split() for ending in words.ADJECTIVE_ENDINGS]
    for weight, block in words.EVENTS.items():
        yield weight, block.split()


@functools.lru_cache(maxsize=4)
def reading_version(causes: tuple[Cause, ...]) -> int:
    """What `Reading.version` is under these causes: changes with rules, weights and the words of causes, never 0."""
    told = repr((RULES_VERSION, learnt_concerns.version(), [(cause.key, cause.words) for cause in causes]))
    return (zlib.crc32(told.encode()) & 0x7FFFFFFF) or 1


@dataclass(frozen=True, slots=True)
class Told:
    """What the rules found in a text.

    Attributes:
        said: Its sentences.
        evidence: What cues said.
        moods: Weight of praise and of blame per sentence.
        concerns: What the rules take it for.
        dense: The counted signs that the learnt layer sees of it.
    """

    said: Sequence[Sentence]
    evidence: Evidence
    moods: Sequence[tuple[float, float]]
    concerns: set[Concern]
    dense: list[float]


def tell(text: str, sentiment: Sentiment) -> Told:
    """What the rules find in a text; what the learnt layer is trained on as well."""
    said = sentences(folded(text[:MAX_CHARS]))
    evidence = weigh(said)
    moods = [_mood(sentence) for sentence in said]
    concerns = _concerns(evidence, said, moods, sentiment)
    dense = hearing.dense_values(text, said, evidence, moods, sentiment, concerns)
    return Told(said, evidence, moods, concerns, dense)


def read(text: str, sentiment: Sentiment, causes: tuple[Cause, ...]) -> Reading:
    """What we understood of one text; never raises for any text."""
    told = tell(text, sentiment)
    safety = alarming_words(told.evidence.alarming)
    concerns, awaits = _heard(told, sentiment)
    if safety and Concern.HELP not in concerns and Concern.QUESTION not in concerns and not is_recall(safety):
        concerns.add(Concern.CRITICISM)
    topics, blamed = _causes(told.said, told.moods, compiled(causes), is_blaming=Concern.CRITICISM in concerns)
    if not topics and Concern.CRITICISM in concerns:  # *„Wir rufen zurück.“ Das war im Februar.*
        topics = blamed = _quoted_causes(text, compiled(causes))
    return Reading(
        concerns=tuple(concern for concern in Concern if concern in concerns),
        needs_answer=awaits or bool(safety),
        safety=_as_written(text, safety) if safety else (),
        topics=topics,
        causes=blamed,
        version=reading_version(causes),
    )


# -- the learnt layer ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Layer:
    learnt: learnt_concerns.Learnt
    lock: threading.Lock


@functools.lru_cache(maxsize=1)
def _layer() -> _Layer:
    return _Layer(learnt_concerns.load(), threading.Lock())


def _heard(told: Told, sentiment: Sentiment) -> tuple[set[Concern], bool]:
    """What the learnt layer makes of it, and whether its author waits for an answer."""
    if not told.said:
        return set(), False
    layer = _layer()
    with layer.lock:
        *scores, answer = layer.learnt.score(told.said, told.dense)
    concerns = {concern for concern, score in zip(hearing.CONCERNS, scores, strict=True) if score > 0}
    praise, criticism = scores[_PRAISE_AT], scores[_CRITICISM_AT]
    if min(praise, criticism) > 0 and abs(praise - criticism) > BESIDE:
        concerns.remove(Concern.CRITICISM if praise > criticism else Concern.PRAISE)
    if sentiment.by_human:
        concerns -= {Concern.PRAISE, Concern.CRITICISM}
        concerns |= _PERSONS.get(sentiment.label, set())
    return concerns, answer > 0


BESIDE = 1.5
"""Praise and criticism hold both unless one is louder by more than this."""
_PRAISE_AT, _CRITICISM_AT = hearing.CONCERNS.index(Concern.PRAISE), hearing.CONCERNS.index(Concern.CRITICISM)
_PERSONS = {Label.POSITIVE: {Concern.PRAISE}, Label.NEGATIVE: {Concern.CRITICISM}}
"""What a person's judgement says of praise and criticism."""


# -- concerns ------------------------------------------------------------------------------------


def _concerns(
    evidence: Evidence, said: Sequence[Sentence], moods: Sequence[tuple[float, float]], sentiment: Sentiment
) -> set[Concern]:
    found: set[Concern] = set()
    if max(evidence.sums(Group.SUGGESTION), default=0.0) >= HOLDS:
        found.add(Concern.SUGGESTION)
    if evidence.total(Group.ADVERT) >= (CLEAR_ADVERT if found else HOLDS):
        found.add(Concern.ADVERT)
    if evidence.total(Group.HELP) >= HOLDS:
        found.add(Concern.HELP)
    asks, is_rhetorical = _questions(evidence, said, is_advert=Concern.ADVERT in found)
    if asks and Concern.HELP not in found:  # whoever pleads does not ask besides
        found.add(Concern.QUESTION)
    if _recommends(evidence, said):
        found.add(Concern.RECOMMENDATION)
    praise, blame = _praise_and_blame(evidence, said, moods, sentiment, wants_other=bool(found))
    if is_rhetorical and praise < blame + 0.7:
        blame += RHETORICAL_BLAME
    if praise >= PRAISE_HOLDS and not (Concern.ADVERT in found and Concern.RECOMMENDATION not in found):
        found.add(Concern.PRAISE)
    if blame >= BLAME_HOLDS and Concern.ADVERT not in found:
        found.add(Concern.CRITICISM)
    return found


def _questions(evidence: Evidence, said: Sequence[Sentence], *, is_advert: bool) -> tuple[bool, bool]:
    """Whether a question waits for an answer, and whether one stands there that does not."""
    asks = is_rhetorical = False
    for place, sentence in enumerate(said):
        weight = evidence.sums(Group.QUESTION)[place]
        if "frag" in sentence.text and NOT_ASKED.search(sentence.text):
            weight -= 1.0
        if sentence.asks:
            weight += 1.0
            # An answer that follows at once (*Weiterempfehlung? Sicher nicht.*) makes a short question rhetorical.
            needed = ANSWERED_AT_ONCE if place + 1 < len(said) else HOLDS
            if evidence.sums(Group.RHETORICAL)[place] >= needed:
                is_rhetorical = True
                continue
        elif _begins_like_a_question(sentence):
            weight += 0.7 if sentence.shouts else 1.0
        other = max(evidence.sums(Group.SUGGESTION)[place], evidence.sums(Group.HELP)[place])
        opens_an_advert = is_advert and place + 1 < len(said)
        asks = asks or (weight >= HOLDS and other < HOLDS and not opens_an_advert)
    return asks, is_rhetorical


def _begins_like_a_question(sentence: Sentence) -> bool:
    return ASKED_BEGINS.match(sentence.text) is not None and TOLD_BEGINS.match(sentence.text) is None


def _recommends(evidence: Evidence, said: Sequence[Sentence]) -> bool:
    return any(
        weight >= HOLDS
        and not sentence.asks
        and not NOT_RECOMMENDED.search(sentence.text)
        and not OTHERS_RECOMMEND.search(sentence.text)
        for weight, sentence in zip(evidence.sums(Group.RECOMMENDATION), said, strict=True)
    )


# -- praise and blame ----------------------------------------------------------------------------


def _mood(sentence: Sentence) -> tuple[float, float]:
    """Weight of the words of praise and of blame in a sentence, negation read."""
    weights: dict[int, dict[str, bool]] = {}
    for at, family in _families().found_in(sentence.row):
        weights.setdefault(at, {})[family] = True
    praise = blame = 0.0
    for at, families in weights.items():
        is_praise = PRAISED in families and BLAMED not in families
        mild = MILD_PRAISED in families if is_praise else MILD_BLAMED in families
        weight = MILD if mild else FULL
        if not is_praise and BLAMED not in families:
            continue
        if _is_negated(sentence.row, at):
            weight *= NEGATED
            is_praise = not is_praise
        if is_praise:
            praise += weight
        else:
            blame += weight
    return praise, blame


def _is_negated(row: Sequence[str], at: int) -> bool:
    """Whether a negation in the same clause reaches the word at this place."""
    if row[at] in _NEGATORS:
        return False
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        word = row[back]
        if word in _SIGNS:
            return False
        if word == "nie" and back and row[back - 1] == "noch" and row[back + 1] == "so":
            return False  # *noch nie so gut*
        if word in _NEGATORS:
            return not (back + 1 < len(row) and row[back + 1] in _HARMLESS_AFTER_NOT)
    return _is_denied_at_the_end(row, at)


def _is_denied_at_the_end(row: Sequence[str], at: int) -> bool:
    """Whether the clause of the word at this place ends with a negation (*zufrieden bin ich damit nicht*)."""
    for ahead in range(at + 1, min(len(row), at + FINAL_REACH)):
        if row[ahead] in _SIGNS:
            return False
        if row[ahead] in _NEGATORS:
            return ahead + 1 == len(row) or row[ahead + 1] in _SIGNS
    return False


def _praise_and_blame(
    evidence: Evidence,
    said: Sequence[Sentence],
    moods: Sequence[tuple[float, float]],
    sentiment: Sentiment,
    *,
    wants_other: bool,
) -> tuple[float, float]:
    """Weights of praise and of blame: the sentence that praises most, the one that blames most, and the whole."""
    if sentiment.by_human:
        return 2.0 * (sentiment.label is Label.POSITIVE), 2.0 * (sentiment.label is Label.NEGATIVE)
    praise = blame = 0.0
    said_good, said_bad = evidence.sums(Group.PRAISE), evidence.sums(Group.BLAME)
    wishes = evidence.sums(Group.SUGGESTION)
    for place, (good, bad) in enumerate(moods):
        factor = ASKED_FACTOR if said[place].asks else 1.0
        # What would be super is not super yet.
        wished = WISHED_FACTOR if wishes[place] >= HOLDS else 1.0
        lacking = wished if bad < FULL else 1.0  # what is proposed is lacking, which is no complaint yet
        for_us = factor * wished * (good + said_good[place])
        against_us = factor * (lacking * bad + said_bad[place])
        if min(for_us, against_us) >= EACH_SIDE and not _ADVERSATIVES.isdisjoint(said[place].row):
            praise, blame = max(praise, for_us, SETTLED), max(blame, against_us, SETTLED)
            continue
        praise = max(praise, for_us - AGAINST * said_bad[place])
        blame = max(blame, against_us - AGAINST * said_good[place])
    tilt = _tilt(sentiment) * (BESIDES if wants_other else 1.0)
    return praise + max(tilt, CONTRARY * tilt), blame + max(-tilt, -CONTRARY * tilt)


def _tilt(sentiment: Sentiment) -> float:
    """What the judgement of the whole text adds: up to `TILT_UP` for praise, down to `-TILT_DOWN` for blame."""
    return sentiment.score * (TILT_UP if sentiment.score > 0 else TILT_DOWN)


# -- causes --------------------------------------------------------------------------------------


def _causes(
    said: Sequence[Sentence], moods: Sequence[tuple[float, float]], words: CauseWords, *, is_blaming: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys of the causes spoken of, and of those in sentences that do not only praise, if there is blame at all."""
    spoken_of: set[str] = set()
    blamed: set[str] = set()
    for sentence, (praise, blame) in zip(said, moods, strict=True):
        keys = words.keys_in(sentence.row)
        spoken_of |= keys
        if blame >= praise or not praise:
            blamed |= keys
    if not is_blaming:
        return words.in_order(spoken_of), ()
    return words.in_order(spoken_of), words.in_order(blamed or spoken_of)


def _quoted_causes(text: str, words: CauseWords) -> tuple[str, ...]:
    """Keys of the causes that those speak of whom a text quotes."""
    keys: set[str] = set()
    for said in quoted(text[:MAX_CHARS]):
        keys.update(*(words.keys_in(sentence.row) for sentence in sentences(said)))
    return words.in_order(keys)


def _as_written(text: str, folded_words: Sequence[str]) -> tuple[str, ...]:
    """Words of danger as they stand in the text, each once; those that are found in no such row stay folded."""
    found = tokens(text[:MAX_CHARS])
    row = [token.folded for token in found]
    written: dict[str, None] = {}
    for folded_word in folded_words:
        parts = [token.folded for token in tokens(folded_word)]
        size = len(parts)
        at = next((at for at in range(len(row) - size + 1) if row[at : at + size] == parts), None)
        shown = folded_word if at is None or not size else text[found[at].start : found[at + size - 1].end]
        written.setdefault(" ".join(shown.split())[:MAX_ALARM_CHARS])
    return tuple(written)
