"""Adds up what cues say about a text, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from kundenradar.classify.concern_cues import CUES, Cue, Group
from kundenradar.classify.gates import Gate, Gates, gate_of
from kundenradar.classify.pieces import pieces_of
from kundenradar.classify.required import MOST_CHOICES, alternatives
from kundenradar.classify.safety import ALARMS, RAISES
from kundenradar.classify.speech import Sentence

_ALL = tuple((group, cue) for group, cues in CUES.items() for cue in cues)


def _gates_of(cue: Cue) -> list[Gate]:
    """Its own gate, if it has one, and what its pattern cannot do without."""
    own = [gate_of(cue.gates)] if cue.gates else []
    return [*own, *pieces_of(cue.source)]


def patterns() -> list[str]:
    """All regular expressions that stand behind gates."""
    return [*(cue.source for _, cue in _ALL), *alternatives(RAISES)]


_ALARMING: list[list[Gate]] = [[gate_of(ALARMS), *pieces_of(one)] for one in alternatives(RAISES)]
_GATES = Gates([*map(_gates_of, (cue for _, cue in _ALL)), *_ALARMING], 1 + MOST_CHOICES)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What spoke in a text.

    Attributes:
        by_sentence: Sum of the weights per sentence; groups without a word are left out.
        once: Sum with each cue once, whatever the number of sentences.
        silence: As many zeros as there are sentences.
        alarming: Sentences that may tell of danger.
    """

    by_sentence: dict[Group, list[float]]
    once: dict[Group, float]
    silence: tuple[float, ...]
    alarming: list[Sentence]

    def sums(self, group: Group) -> Sequence[float]:
        """Weight of a group per sentence."""
        return self.by_sentence.get(group, self.silence)

    def total(self, group: Group) -> float:
        """Weight of a group in the whole text."""
        return self.once.get(group, 0.0)


def weigh(said: Sequence[Sentence]) -> Evidence:
    """What the cues say about the sentences of a text."""
    silence = (0.0,) * len(said)
    found = Evidence({}, {}, silence, [])
    spoke: set[int] = set()
    for at, sentence in enumerate(said):
        for place in _GATES.opened(sentence.row):
            if place >= len(_ALL):
                found.alarming.append(sentence)
                break  # the other doors behind it lead to danger too
            group, cue = _ALL[place]
            if cue.speaks_in(sentence.text):
                found.by_sentence.setdefault(group, list(silence))[at] += cue.weight
                spoke.add(place)
    for place in spoke:
        group, cue = _ALL[place]
        found.once[group] = found.once.get(group, 0.0) + cue.weight
    return found
