"""From a text to its clues: stretches with a weight, after negation, wishes, irony and questions.

Sentences are read one by one. Words of the lexicon and phrases are looked up; then rules that a reader would name
change their weight: *nicht* turns what follows in its clause (and the verb before it), *alles andere als* turns
what follows, a wish (*hätte besser sein können*) turns praise into complaint, praise next to *schon wieder* or a
defect is irony, a question weighs less, what comes after *aber* weighs more.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kundenradar.classify import words
from kundenradar.classify.lexicon import Followed, Lexicon, compound_weight
from kundenradar.classify.reading import Sentence, own_words, sentences

NEGATION_REACH = 4
"""Words after a negation that it may turn, up to the end of the clause."""
FINAL_REACH = 9
"""Words before a negation that ends its clause, or after *weder*, that it may turn."""
NEGATED_PRAISE, NEGATED_BLAME = -0.9, -0.5
DENIED_BLAME = -0.8
MISSED, COULD_NOT_BE_BETTER, SOONER = -0.8, 1.2, 1.0
INDIRECT_FACTOR = 0.0
"""What a clue weighs in a clause with *ob*: nobody says that it is so."""
QUESTION_FACTOR, BEFORE_BUT, AFTER_BUT = 0.5, 0.8, 1.25
STRONGER, WEAKER, SHOUTED = 1.3, 0.7, 1.2
CLEAR = 0.75
"""Weight from which a clue is a clear one."""

IRONY_REACH, IRONY_WORDS = 2, 5
"""An ironic word opens its sentence, at most so many words in; an ironic thanks is short."""
MIN_SHOUTED_CHARS = 4
_PLEASURE = frozenset({"gern", "gerne", "immer"})
_AMOUNT = frozenset({"ein", "eine", "zwei", "drei"})

_STARS = re.compile(
    r"\b([0-5])(?:[.,]\d)?\s*(?:/|von)\s*5\b|\b([0-5])\s*(?:Sterne|Stern|stars)\b(?!\s*-?\s*hotel)",
    re.IGNORECASE,
)
_STAR_WORDS = ("Stern", "stern", "stars", "/5", "/ 5", "von 5")
_STAR_WEIGHTS = (-1.8, -1.6, -1.0, 0.0, 1.0, 1.6)
_EMOJI_WEIGHTS = {character: weight for weight, characters in words.EMOJI.items() for character in characters}
_EMOJI = re.compile("[" + "".join(_EMOJI_WEIGHTS) + "]")
_PICTURES = re.compile("[\u2600-\U0010ffff]")
"""Where all emoji are; one range is found twenty times as fast as many signs."""
_EMOTICONS = [(re.compile(pattern), weight) for weight, pattern in words.EMOTICONS.items()]
_MAYBE_EMOTICON = re.compile(r"[:;=^<>*\\(xX-](?=[^\s\w]|[D3_o])")


@dataclass(slots=True)
class Clue:
    """A stretch of the text that speaks for or against.

    Attributes:
        start: First character.
        end: One past the last.
        weight: Push; the unit is a clear adjective.
        clause: Number of the clause it stands in, from 0; -1 for signs that are no words.
        first: Place among the words, -1 for signs that are no words.
        last: Place of its last word.
    """

    start: int
    end: int
    weight: float
    clause: int
    first: int = -1
    last: int = -1


def find_clues(text: str, lexicon: Lexicon) -> tuple[list[Clue], int]:
    """Clues of `text` in order of their start, and the number of words read."""
    text = own_words(text)
    read = list(sentences(text))
    return clues_of(text, read, lexicon), sum(len(sentence.row) for sentence in read)


def clues_of(text: str, read: Sequence[Sentence], lexicon: Lexicon) -> list[Clue]:
    """Clues of a text already read, in order of their start."""
    clues: list[Clue] = []
    complained_again = False
    for sentence in read:
        found = _lexical_clues(sentence, lexicon)
        if found:
            _negate(sentence, found)
            _deny(sentence, found)
            _turn_loyalty(sentence, found)
            _turn_thanks(sentence, found)
            _turn_wishes(sentence, found)
            _turn_irony(sentence, found, complained_again=complained_again)
            _turn_tastes(sentence, found)
            _turn_honours(sentence, found)
        if not words.WISHES.isdisjoint(sentence.row):
            found += _missed(sentence, found)
        if found:
            _weigh(sentence, found)
            clues += [clue for clue in found if clue.weight]
        complained_again = bool(found) and _says_again(sentence) and any(clue.weight < 0 for clue in found)
    clues += _signs(text)
    clues.sort(key=lambda clue: clue.start)
    return clues


def _lexical_clues(sentence: Sentence, lexicon: Lexicon) -> list[Clue]:
    found: list[Clue] = []
    row, weights, followed = sentence.row, lexicon.weights, lexicon.followed
    done = 0
    for at in itertools.compress(itertools.count(), map(lexicon.tells.__getitem__, row)):
        if at < done:
            continue
        word = row[at]
        phrase = _phrase_at(row, at, followed[word]) if word in followed else None
        weight, size = phrase or (weights.get(word), 1)
        if weight is None:
            weight = compound_weight(word)
        done = at + size
        if (
            weight
            and not (word == "gut" and _is_amount(row, done))
            and not (word == "laut" and _names_source(sentence, at))
        ):
            start, end = sentence.starts[at], sentence.ends[done - 1]
            found.append(Clue(start, end, weight, sentence.clause[at], at, done - 1))
    return found


def _names_source(sentence: Sentence, at: int) -> bool:
    """Whether *laut* opens its sentence as a preposition (*Laut Bericht …*)."""
    following = at + 1
    same_clause = following < len(sentence.row) and sentence.clause[following] == sentence.clause[at]
    return at == 0 and same_clause and sentence.row[following] not in words.BEHIND_ADJECTIVES


def _is_amount(row: Sequence[str], at: int) -> bool:
    """Whether a number follows (*gut zwei Stunden*)."""
    return at < len(row) and (row[at].isdigit() or row[at] in _AMOUNT)


def _phrase_at(row: Sequence[str], at: int, by_second: Followed) -> tuple[float, int] | None:
    """Weight and number of words of the longest phrase that starts here."""
    if at + 1 < len(row):
        for parts, weight in by_second.get(row[at + 1], ()):
            if tuple(row[at : at + len(parts)]) == parts:
                return weight, len(parts)
    for parts, weight in by_second.get(None, ()):
        return weight, len(parts)
    return None


def _negate(sentence: Sentence, found: Sequence[Clue]) -> None:
    row = sentence.row
    if words.NEGATORS.isdisjoint(row):
        return
    inside = {at for clue in found for at in range(clue.first, clue.last)}  # a phrase may end with a negation
    negators = [
        at
        for at, word in enumerate(row)
        if word in words.NEGATORS
        and at not in inside
        and row[at + 1 : at + 2] not in (["nur"], ["zuletzt"])
        and not (word == "nie" and at and row[at - 1] == "noch" and row[at + 1 : at + 2] == ["so"])  # *noch nie so gut*
    ]
    if "weder" in row:  # "weder A noch B" denies both
        negators += [at for at in range(row.index("weder") + 1, len(row)) if row[at] == "noch"]
    turned: list[Clue] = []
    for at in negators:
        clue = _negated_by(at, sentence, found)
        if clue is not None and not any(clue is one for one in turned):  # weder … noch … denies once
            turned.append(clue)
            clue.weight *= NEGATED_PRAISE if clue.weight > 0 else NEGATED_BLAME
            clue.start = min(clue.start, sentence.starts[at])
            clue.end = max(clue.end, sentence.ends[at])


def _negated_by(at: int, sentence: Sentence, found: Sequence[Clue]) -> Clue | None:
    """The clue that the negation at word `at` turns: the next in its clause, else one before it.

    Before it, a verb (*gefällt mir nicht*); any word if the negation ends its clause (*zufrieden bin ich damit nicht*).
    """
    reach = FINAL_REACH if sentence.row[at] == "weder" else NEGATION_REACH
    for clue in found:
        if at < clue.first <= at + reach and sentence.clause[clue.first] == sentence.clause[at]:
            return clue
    later = _clue_said(at, sentence, found) or _clue_related(at, sentence, found)
    if later is not None:
        return later
    is_last = at + 1 == len(sentence.clause) or sentence.clause[at + 1] != sentence.clause[at]
    is_last = is_last and sentence.row[at - 1 : at] not in (["oder"], ["warum"])
    for clue in reversed(found):
        reach = FINAL_REACH if is_last else NEGATION_REACH
        if clue.last < at <= clue.last + reach and sentence.clause[clue.last] == sentence.clause[at]:
            return clue if is_last or sentence.row[clue.last] in words.VERBS_BEFORE_NOT else None
    return None


def _clue_related(at: int, sentence: Sentence, found: Sequence[Clue]) -> Clue | None:
    """The first clue of a relative clause behind what is denied (*kein einziges Gericht, das geschmeckt hat*)."""
    clause = sentence.clause
    begin = next((place for place in range(at + 1, len(clause)) if clause[place] != clause[at]), None)
    if begin is None or begin > at + NEGATION_REACH or sentence.row[begin] not in words.RELATIVES:
        return None
    end = next((place for place in range(begin, len(clause)) if clause[place] != clause[begin]), len(clause))
    if sentence.row[end - 1] not in words.ENDS_OF_CLAUSES:
        return None
    return next((clue for clue in found if begin <= clue.first < end), None)


def _deny(sentence: Sentence, found: Sequence[Clue]) -> None:
    """Turn what a denial of several words takes back, before it or after it."""
    row = sentence.row
    if words.DENIALS.isdisjoint(row):
        return
    for parts in words.DENIED_BEFORE:
        for at in _places(row, parts):
            before = [clue for clue in found if clue.last < at and sentence.clause[clue.last] == sentence.clause[at]]
            for clue in before:
                clue.weight *= NEGATED_PRAISE if clue.weight > 0 else DENIED_BLAME
    for parts in words.DENIED_AFTER:
        for at in _places(row, parts):
            after = at + len(parts)
            for clue in [clue for clue in found if after <= clue.first <= after + NEGATION_REACH][:1]:
                clue.weight *= NEGATED_PRAISE if clue.weight > 0 else DENIED_BLAME
                clue.start = min(clue.start, sentence.starts[after - 1])


def _places(row: Sequence[str], parts: tuple[str, ...]) -> list[int]:
    """Where these words stand one after the other."""
    size, first = len(parts), parts[0]
    if first not in row:
        return []
    return [at for at in range(len(row) - size + 1) if row[at] == first and tuple(row[at : at + size]) == parts]


def _clue_said(at: int, sentence: Sentence, found: Sequence[Clue]) -> Clue | None:
    """The first clue of what is denied to be said (*nicht behaupten, dass …*)."""
    row = sentence.row
    for verb in range(at + 1, min(at + NEGATION_REACH, len(row) - 1)):
        if row[verb] in words.TRYING or (row[verb] in words.SAYING and row[verb + 1] == "dass"):
            return next((clue for clue in found if clue.first > verb), None)
    return None


def _turn_loyalty(sentence: Sentence, found: Sequence[Clue]) -> None:
    """*Nie wieder* with someone else is praise."""
    for clue in found:
        last = clue.last
        never = clue.weight < 0 and sentence.row[clue.first : last + 1] in (["nie", "wieder"], ["nie", "mehr"])
        if never and not words.LOYAL.isdisjoint(sentence.row[last + 1 :]):
            clue.weight = -clue.weight


def _turn_thanks(sentence: Sentence, found: Sequence[Clue]) -> None:
    """Thanks for what nobody wants are irony."""
    opening, row = found[0], sentence.row
    thanks = opening.weight > 0 and opening.first <= 1 and row[opening.last] in {"dank", "danke"}
    alone = sum(clue.weight > 0 for clue in found) == 1
    rest = row[opening.last + 1 :]
    if thanks and alone and rest[:1] == ["fuer"] and not words.SPOILT.isdisjoint(rest):
        opening.weight = -opening.weight


def _turn_wishes(sentence: Sentence, found: Sequence[Clue]) -> None:
    row = sentence.row
    if words.WISHES.isdisjoint(row):
        return
    wishes = [at for at, word in enumerate(row) if word in words.WISHES]
    if not words.SURPRISE.isdisjoint(row):
        return
    for clue in found:
        same_clause = any(sentence.clause[at] == sentence.clause[clue.last] for at in wishes)
        if same_clause and row[clue.last] in words.WISHED:
            clue.weight = 0.9 if clue.weight < 0 else -0.6  # "hätte nicht besser sein können" is praise


def _missed(sentence: Sentence, found: Sequence[Clue]) -> list[Clue]:
    """What a past subjunctive tells: missed (*hätte man sagen können*), or not to be done better."""
    row = sentence.row
    said = set(row)
    is_surprise = bool(said & words.SURPRISE) and "mehr" not in said
    if is_surprise or "?" in sentence.ends_with or ("ohne" in said and row[0] != "ohne"):
        return []
    at = next(place for place, word in enumerate(row) if word in words.WISHES)
    weight = _missed_weight(row[at], said, is_first=at == 0)
    if weight > 0:
        for clue in found:
            clue.weight = abs(clue.weight)
    return [Clue(sentence.starts[at], sentence.ends[at], weight, sentence.clause[at], at, at)] if weight else []


def _missed_weight(verb: str, said: set[str], *, is_first: bool) -> float:
    """Weight of a subjunctive verb among the words of its sentence, 0 if it only asks or supposes."""
    if "ohne" in said:  # *ohne euch hätten wir gefroren*
        return SOONER if said & words.YOU else 0.0
    if is_first and said & words.REGRETS and verb.startswith(("haett", "waer")):
        return SOONER if said & words.SOONER or {"alle", "so"} <= said else MISSED
    if verb.startswith("waer"):
        return MISSED if "gewesen" in said and said & words.FITTING else 0.0
    if not verb.startswith("haett"):
        return 0.0
    is_denied = bool(said & words.NEGATORS)
    is_modal = bool(said & words.MODALS_LAST) and not (is_denied and said & words.SAYING)
    if is_modal and is_denied and said & words.BETTER:
        return COULD_NOT_BE_BETTER
    is_unmet = bool(said & words.UNMET) and not is_denied
    return MISSED if is_modal or is_unmet or {"nichts", "gekostet"} <= said else 0.0


def _turn_tastes(sentence: Sentence, found: Sequence[Clue]) -> None:
    """Turn praise for those who like what nobody likes (*wer gern friert, ist hier bestens bedient*)."""
    row = sentence.row
    if row[0] != "wer" or found[0].weight >= 0 or words.TASTES.isdisjoint(row[: found[0].first + 2]):
        return
    for clue in found:
        clue.weight = -abs(clue.weight)


def _turn_honours(sentence: Sentence, found: Sequence[Clue]) -> None:
    """Turn a congratulation on what is bad (*Herzlichen Glückwunsch zur schlechtesten Hotline*)."""
    if "glueckwunsch" not in sentence.row or not any(clue.weight <= -CLEAR for clue in found):
        return
    wished = sentence.row.index("glueckwunsch")
    for clue in found:
        if clue.last <= wished:
            clue.weight = -abs(clue.weight)


def _turn_irony(sentence: Sentence, found: Sequence[Clue], *, complained_again: bool) -> None:
    """Turn praise that opens a complaint (*Super, schon wieder kaputt*) or follows one (*… Danke, Bahn*)."""
    opening, row = found[0], sentence.row
    if opening.weight <= 0 or row[opening.last] not in words.IRONIC or not _PLEASURE.isdisjoint(row):
        return
    if sum(clue.weight > 0 for clue in found) > 1:
        return
    blame = any(clue.weight <= -CLEAR for clue in found)
    again = _says_again(sentence) and opening.first <= IRONY_REACH
    is_first = opening.first == 0 or (opening.first == 1 and row[0] in words.INTENSIFIERS)
    alone = is_first and blame and _stands_alone(sentence, opening)
    after = complained_again and opening.first == 0 and len(row) <= IRONY_WORDS
    more = is_first and _stands_alone(sentence, opening) and _says_more(row)
    if again or alone or after or more:
        opening.weight = -opening.weight


def _says_again(sentence: Sentence) -> bool:
    return "wieder" in sentence.row and any(pair in words.AGAIN for pair in itertools.pairwise(sentence.row))


def _says_more(row: Sequence[str]) -> bool:
    """Whether words follow that only complaints have (*auch noch*, *nicht einmal*)."""
    return any(pair in words.COMPLAINTS for pair in itertools.pairwise(row))


def _stands_alone(sentence: Sentence, clue: Clue) -> bool:
    """Whether the clue is a clause of its own (*Toll, Heizung kaputt*)."""
    following = clue.last + 1
    return following < len(sentence.clause) and sentence.clause[following] != sentence.clause[clue.last]


def _weigh(sentence: Sentence, found: Sequence[Clue]) -> None:
    row = sentence.row
    has_turn = not words.TURNS.isdisjoint(row)
    turn = next((at for at, word in enumerate(row) if at and word in words.TURNS), None) if has_turn else None
    question = "?" in sentence.ends_with and "!" not in sentence.ends_with
    for clue in found:
        near = clue.first and sentence.clause[clue.first - 1] == sentence.clause[clue.first]
        before = row[clue.first - 1] if near else ""
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
        if "ob" in row and _is_indirect(sentence, clue):
            clue.weight *= INDIRECT_FACTOR
    if "!!" in sentence.ends_with:
        found[-1].weight *= SHOUTED


def _is_indirect(sentence: Sentence, clue: Clue) -> bool:
    """Whether the clause of a clue begins with *ob*."""
    return sentence.row[sentence.clause.index(sentence.clause[clue.first])] == "ob"


def _signs(text: str) -> list[Clue]:
    """Emoji, emoticons and stars; each repeated sign counts once."""
    seen: dict[str, Clue] = {}
    if not text.isascii() and _PICTURES.search(text) is not None:
        for match in _EMOJI.finditer(text):
            seen.setdefault(match.group(), Clue(*match.span(), _EMOJI_WEIGHTS[match.group()], -1))
    for candidate in _MAYBE_EMOTICON.finditer(text):
        for pattern, weight in _EMOTICONS:
            emoticon = pattern.match(text, candidate.start())
            if emoticon is not None:
                seen.setdefault(str(weight), Clue(*emoticon.span(), weight, -1))
    if any(word in text for word in _STAR_WORDS):
        for match in _STARS.finditer(text):
            stars = match.group(1) or match.group(2)
            seen.setdefault("stars", Clue(*match.span(), _STAR_WEIGHTS[int(stars)], -1))
    return list(seen.values())
