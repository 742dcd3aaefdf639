"""Finds, word by word, which of many pieces of words stand in a text: what need not be looked for costs nothing.

All pieces are looked for at once (Aho and Corasick 1975), a word is read letter by letter only once.
"""

import operator
import re
from collections.abc import Iterable, Sequence
from functools import reduce

from kundenradar.classify.remembered import Remembered
from kundenradar.classify.required import marked

_RUN = re.compile(r"[a-z0-9]+")
MAX_REMEMBERED = 50_000
"""Words whose gates are remembered."""

Gate = Sequence[str]
"""Pieces of marked words of which one opens it; see `required.marked`."""


def gate_of(stretches: Iterable[str]) -> Gate:
    """A gate that opens where one of these stretches of folded text stands: by the longest word of each.

    A stretch of one letter is a word of its own.
    """
    words = [max(_RUN.findall(stretch), key=len, default=stretch.strip()) for stretch in stretches]
    return [word if len(word) > 1 else marked(word) for word in words]


class Gates:
    """Doors with up to `locks` gates each; a sentence opens a door if it opens each of its gates.

    A gate may open too often, never too rarely.
    """

    def __init__(self, doors: Sequence[Sequence[Gate]], locks: int = 1) -> None:
        """`doors` are gates by door, at most `locks`; what is missing is always open."""
        self._size, self._locks = len(doors), locks
        self._always = 0
        wanted: dict[str, int] = {}
        for number, gates in enumerate(doors):
            for lock in range(locks):
                bit = 1 << (lock * len(doors) + number)
                if lock >= len(gates):
                    self._always |= bit
                    continue
                for piece in gates[lock]:
                    wanted[piece] = wanted.get(piece, 0) | bit
        self._states = _automaton(wanted)
        self._behind = Remembered(self._looked_up, MAX_REMEMBERED)

    def opened(self, row: Iterable[str]) -> list[int]:
        """Numbers of the doors that these folded words open together, ascending."""
        bits = reduce(operator.or_, map(self._behind.__getitem__, row), self._always)
        size = self._size
        every = bits
        for lock in range(1, self._locks):
            every &= bits >> (lock * size)
        every &= (1 << size) - 1
        numbers = []
        while every:
            lowest = every & -every
            numbers.append(lowest.bit_length() - 1)
            every ^= lowest
        return numbers

    def _looked_up(self, word: str) -> int:
        following, fallback, opens = self._states
        bits = state = 0
        for letter in marked(word).encode("ascii", "replace"):
            after = following.get(state << _LETTER_BITS | letter)
            while after is None and state:
                state = fallback[state]
                after = following.get(state << _LETTER_BITS | letter)
            if after is not None:
                state = after
                bits |= opens[state]
        return bits


_LETTER_BITS = 8
_States = tuple[dict[int, int], list[int], list[int]]
"""What was read last: the state after each state and letter (one table: a dictionary for each of thousands of states
takes megabytes), the state of its longest ending, and what is open."""


def _automaton(wanted: dict[str, int]) -> _States:
    following: dict[int, int] = {}
    opens, depths = [0], [0]
    for piece, bits in wanted.items():
        state = 0
        for letter in piece.encode("ascii"):
            step = state << _LETTER_BITS | letter
            after = following.get(step)
            if after is None:
                after = following[step] = len(opens)
                opens.append(0)
                depths.append(depths[state] + 1)
            state = after
        opens[state] |= bits
    fallback = [0] * len(opens)
    for step, after in sorted(following.items(), key=lambda pair: depths[pair[1]]):  # what an ending needs is known
        state, letter = step >> _LETTER_BITS, step & (1 << _LETTER_BITS) - 1
        ending = fallback[state]
        while ending and (ending << _LETTER_BITS | letter) not in following:
            ending = fallback[ending]
        if state:
            fallback[after] = following.get(ending << _LETTER_BITS | letter, 0)
            opens[after] |= opens[fallback[after]]
    return following, fallback, opens
