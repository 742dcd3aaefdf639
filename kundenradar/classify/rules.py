"""From a text to its clues: stretches with a weight, after negation, wishes, irony and questions.

Sentences are read one by one. Words of the lexicon and phrases are looked up; then rules that a reader would name
change their weight: *nicht* turns what follows in its clause (and the verb before it), *alles andere als* turns
what follows, a wish (*hätte besser sein können*) turns praise into complaint, praise next to *schon wieder* or a
defect is irony, a question weighs less, what comes after *aber* weighs more.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kundenradar.classify import words
from kundenradar.domain.text import Token, tokens

Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], float]]]

NEGATION_REACH = 4
"""Words after a negation that it may turn, up to the end of the clause."""
NEGATED_PRAISE, NEGATED_BLAME = -0.9, -0.5
QUESTION_FACTOR, BEFORE_BUT, AFTER_BUT = 0.5, 0.8, 1.25
STRONGER, WEAKER, SHOUTED = 1.3, 0.7, 1.2
CLEAR = 0.75
"""Weight from which a clue is a clear one."""
MAX_TOKENS = 3_000
"""Longer texts are judged by their beginning."""

IRONY_REACH, IRONY_WORDS = 2, 5
"""An ironic word opens its sentence, at most so many words in; an ironic thanks is short."""
MIN_COMPOUND_CHARS = 10
MIN_SHOUTED_CHARS = 4
_PLEASURE = frozenset({"gern", "gerne", "immer"})
_AMOUNT = frozenset({"ein", "eine", "zwei", "drei"})

_SENTENCE_END = re.compile(r"[!?…\n]|\.(?=\s|$|\.)|;")
_CLAUSE_END = re.compile(r"[,:–—()]| - ")
_STARS = re.compile(
    r"\b([0-5])(?:[.,]\d)?\s*(?:/|von)\s*5\b|\b([0-5])\s*(?:Sterne|Stern|stars)\b(?!\s*-?\s*hotel)",
    re.IGNORECASE,
)
_STAR_WEIGHTS = (-1.8, -1.6, -1.0, 0.0, 1.0, 1.6)
_EMOJI_WEIGHTS = {character: weight for weight, characters in words.EMOJI.items() for character in characters}
_EMOJI = re.compile("[" + "".join(_EMOJI_WEIGHTS) + "]")
_EMOTICONS = [(re.compile(pattern), weight) for weight, pattern in words.EMOTICONS.items()]
_MAYBE_EMOTICON = re.compile(r"[:;=8^<>*\\]|[xX]D|-[._]-")
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")


@dataclass(slots=True)
class Clue:
    """A stretch of the text that speaks for or against.

    Attributes:
        start: First character.
        end: One past the last.
        weight: Push; the unit is a clear adjective.
        sentence: Number of the part of the text it stands in, from 0; commas and *aber* part, too.
        first: Place among the words, -1 for signs that are no words.
        last: Place of its last word.
    """

    start: int
    end: int
    weight: float
    sentence: int
    first: int = -1
    last: int = -1


@dataclass(slots=True)
class _Sentence:
    """Words of one sentence, and what stands between them."""

    text: str
    tokens: list[Token] = field(default_factory=list)
    clause: list[int] = field(default_factory=list)
    part: list[int] = field(default_factory=list)
    ends_with: str = ""


def find_clues(text: str, weights: Mapping[str, float], phrases: Phrases) -> tuple[list[Clue], int]:
    """Clues of `text` in order of their start, and the number of words read."""
    text = _own_words(text)
    clues: list[Clue] = []
    count = 0
    complained_again = False
    for sentence in _sentences(text):
        count += len(sentence.tokens)
        found = _lexical_clues(sentence, weights, phrases)
        if found:
            _negate(sentence, found)
            _turn_wishes(sentence, found)
            _turn_irony(sentence, found, complained_again=complained_again)
            _weigh(sentence, found)
            clues += [clue for clue in found if clue.weight]
        complained_again = _says_again(sentence) and any(clue.weight < 0 for clue in found)
    clues += _signs(text)
    clues.sort(key=lambda clue: clue.start)
    return clues, count


def _own_words(text: str) -> str:
    """`text` of the same length with addresses and quoted lines (``> …``) blanked."""
    if "://" in text or "www." in text or "@" in text:
        text = _ADDRESS.sub(_blank, text)
    return _QUOTED_LINE.sub(_blank, text) if ">" in text else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _sentences(text: str) -> list[_Sentence]:
    """The sentences of a text; clauses and parts are numbered through the text."""
    sentences = [_Sentence(text)]
    clause = part = end = 0
    for token in tokens(text)[:MAX_TOKENS]:
        gap = text[end : token.start]
        if gap != " " and end:
            closing = _SENTENCE_END.search(gap)
            if closing is not None:
                sentences[-1].ends_with = gap
                sentences.append(_Sentence(text))
            if closing is not None or _CLAUSE_END.search(gap):
                clause += 1
                part += 1
        if token.folded in words.ADVERSATIVES:
            clause += 1
            part += 1
        sentences[-1].tokens.append(token)
        sentences[-1].clause.append(clause)
        sentences[-1].part.append(part)
        end = token.end
    sentences[-1].ends_with = text[end:]
    return sentences


def _lexical_clues(sentence: _Sentence, weights: Mapping[str, float], phrases: Phrases) -> list[Clue]:
    found: list[Clue] = []
    row = [token.folded for token in sentence.tokens]
    at = 0
    while at < len(row):
        phrase = _phrase_at(row, at, phrases)
        weight, size = phrase or (_word_weight(row, at, weights), 1)
        if weight:
            first, last = sentence.tokens[at], sentence.tokens[at + size - 1]
            found.append(Clue(first.start, last.end, weight, sentence.part[at], at, at + size - 1))
        at += size
    return found


def _phrase_at(row: Sequence[str], at: int, phrases: Phrases) -> tuple[float, int] | None:
    """Weight and number of words of the longest phrase that starts here."""
    for parts, weight in phrases.get(row[at], ()):
        if tuple(row[at : at + len(parts)]) == parts:
            return weight, len(parts)
    return None


def _word_weight(row: Sequence[str], at: int, weights: Mapping[str, float]) -> float:
    word = row[at]
    weight = weights.get(word)
    if weight is None:
        is_compound = len(word) >= MIN_COMPOUND_CHARS and word.endswith(words.COMPOUND_ENDS)
        return words.COMPOUND_WEIGHT if is_compound else 0.0
    following = row[at + 1] if at + 1 < len(row) else ""
    if word == "gut" and (following.isdigit() or following in _AMOUNT):
        return 0.0  # "gut zwei Stunden" is an amount
    return weight


def _negate(sentence: _Sentence, found: Sequence[Clue]) -> None:
    row = [token.folded for token in sentence.tokens]
    inside = {at for clue in found for at in range(clue.first, clue.last + 1) if clue.last > clue.first}
    negators = [
        at
        for at, word in enumerate(row)
        if word in words.NEGATORS and at not in inside and row[at + 1 : at + 2] not in (["nur"], ["zuletzt"])
    ]
    negators += [at + 2 for at in range(len(row) - 2) if row[at : at + 3] == ["alles", "andere", "als"]]
    for at in negators:
        clue = _negated_by(at, sentence, found)
        if clue is not None:
            clue.weight *= NEGATED_PRAISE if clue.weight > 0 else NEGATED_BLAME
            clue.start = min(clue.start, sentence.tokens[at].start)
            clue.end = max(clue.end, sentence.tokens[at].end)


def _negated_by(at: int, sentence: _Sentence, found: Sequence[Clue]) -> Clue | None:
    """The clue that the negation at word `at` turns: the next in its clause, else a verb before it."""
    for clue in found:
        if at < clue.first <= at + NEGATION_REACH and sentence.clause[clue.first] == sentence.clause[at]:
            return clue
    for clue in reversed(found):
        if clue.last < at <= clue.last + NEGATION_REACH and sentence.clause[clue.last] == sentence.clause[at]:
            return clue if sentence.tokens[clue.last].folded in words.VERBS_BEFORE_NOT else None
    return None


def _turn_wishes(sentence: _Sentence, found: Sequence[Clue]) -> None:
    row = [token.folded for token in sentence.tokens]
    wishes = [at for at, word in enumerate(row) if word in words.WISHES]
    if not wishes or not words.SURPRISE.isdisjoint(row):
        return
    for clue in found:
        same_clause = any(sentence.clause[at] == sentence.clause[clue.last] for at in wishes)
        if same_clause and row[clue.last] in words.WISHED:
            clue.weight = 0.9 if clue.weight < 0 else -0.6  # "hätte nicht besser sein können" is praise


def _turn_irony(sentence: _Sentence, found: Sequence[Clue], *, complained_again: bool) -> None:
    """Turn praise that opens a complaint (*Super, schon wieder kaputt*) or follows one (*… Danke, Bahn*)."""
    opening, row = found[0], [token.folded for token in sentence.tokens]
    if opening.weight <= 0 or row[opening.last] not in words.IRONIC or not _PLEASURE.isdisjoint(row):
        return
    if sum(clue.weight > 0 for clue in found) > 1:
        return
    blame = any(clue.weight <= -CLEAR for clue in found)
    again = _says_again(sentence) and opening.first <= IRONY_REACH
    alone = opening.first == 0 and blame and _stands_alone(sentence, opening)
    after = complained_again and opening.first == 0 and len(row) <= IRONY_WORDS
    if again or alone or after:
        opening.weight = -opening.weight


def _says_again(sentence: _Sentence) -> bool:
    row = [token.folded for token in sentence.tokens]
    return any(pair in words.AGAIN for pair in itertools.pairwise(row))


def _stands_alone(sentence: _Sentence, clue: Clue) -> bool:
    """Whether the clue is a clause of its own (*Toll, Heizung kaputt*)."""
    following = clue.last + 1
    return following < len(sentence.clause) and sentence.clause[following] != sentence.clause[clue.last]


def _weigh(sentence: _Sentence, found: Sequence[Clue]) -> None:
    row = [token.folded for token in sentence.tokens]
    turn = next((at for at, word in enumerate(row) if at and word in words.TURNS), None)
    question = "?" in sentence.ends_with and "!" not in sentence.ends_with
    for clue in found:
        before = row[clue.first - 1] if clue.first else ""
        if before in words.INTENSIFIERS:
            clue.weight *= STRONGER
        elif before in words.DAMPERS:
            clue.weight *= WEAKER
        if turn is not None:
            clue.weight *= AFTER_BUT if clue.first > turn else BEFORE_BUT
        word = sentence.text[clue.start : clue.end]
        if len(word) >= MIN_SHOUTED_CHARS and word.isupper():
            clue.weight *= SHOUTED
        if question:
            clue.weight *= QUESTION_FACTOR
    if "!!" in sentence.ends_with:
        found[-1].weight *= SHOUTED


def _signs(text: str) -> list[Clue]:
    """Emoji, emoticons and stars; each repeated sign counts once."""
    seen: dict[str, Clue] = {}
    if not text.isascii():
        for match in _EMOJI.finditer(text):
            seen.setdefault(match.group(), Clue(*match.span(), _EMOJI_WEIGHTS[match.group()], -1))
    if _MAYBE_EMOTICON.search(text):
        for pattern, weight in _EMOTICONS:
            for match in pattern.finditer(text):
                seen.setdefault(str(weight), Clue(*match.span(), weight, -1))
    for match in _STARS.finditer(text):
        stars = match.group(1) or match.group(2)
        seen.setdefault("stars", Clue(*match.span(), _STAR_WEIGHTS[int(stars)], -1))
    return list(seen.values())
