"""Finds, word by word, which of many short stretches stand in a text: what need not be looked for costs nothing."""

import re
from collections.abc import Iterable

_RUN = re.compile(r"[a-z0-9]+")
_START, _SHORT_START = 3, 2
MAX_REMEMBERED = 50_000
"""Words whose gates are remembered; then all are forgotten, so that odd text cannot fill memory."""


class Gates:
    """Stretches of folded text and the numbers behind them.

    A stretch of several words opens with its longest word already: a gate may open too often, never too rarely.
    """

    def __init__(self, gates: Iterable[tuple[str, int]]) -> None:
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        self._whole: dict[str, list[int]] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        for gate, number in gates:
            fragment = max(_RUN.findall(gate), key=len, default=gate.strip())
            if len(fragment) < _SHORT_START:
                self._whole.setdefault(fragment, []).append(number)
            else:
                self._by_start.setdefault(fragment[:_START], []).append((fragment, number))

    def behind(self, word: str) -> tuple[int, ...]:
        """Numbers behind the stretches that a folded word holds, each once."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= MAX_REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._looked_up(word)
        return known

    def opened(self, row: Iterable[str]) -> set[int]:
        """Numbers behind the stretches that any of these folded words holds."""
        found: set[int] = set()
        known = self._known.get
        for word in row:
            numbers = known(word)
            if numbers is None:
                numbers = self.behind(word)
            if numbers:
                found.update(numbers)
        return found

    def _looked_up(self, word: str) -> tuple[int, ...]:
        found = dict.fromkeys(self._whole.get(word, ()))
        by_start = self._by_start.get
        for at in range(len(word) - 1):
            for start in (word[at : at + _SHORT_START], word[at : at + _START]):
                for fragment, number in by_start(start, ()):
                    if word.startswith(fragment, at):
                        found[number] = None
        return tuple(found)
