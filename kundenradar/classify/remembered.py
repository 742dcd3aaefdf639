"""What is known of words: worked out once, then only looked up."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Remembered(dict[str, T]):
    """Answers by word; a missing one is worked out when it is asked for.

    Looking up stays in C, so that `map` over many words with ``__getitem__`` costs next to nothing.
    """

    __slots__ = ("_most", "_work_out")

    def __init__(self, work_out: Callable[[str], T], most: int) -> None:
        """Remembers at most `most` words; then all are forgotten, so that odd text cannot fill memory."""
        self._work_out, self._most = work_out, most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        answer = self[word] = self._work_out(word)
        return answer
