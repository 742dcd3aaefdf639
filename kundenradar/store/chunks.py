"""Long lists of values, in pieces that fit into one statement."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

CHUNK = 500

T = TypeVar("T")


def chunks(values: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """The values in pieces of at most `size`."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
