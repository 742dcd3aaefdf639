"""What the patterns of concerns and dangers cannot do without, worked out beforehand: that takes longer than all else.

``python bench/write_pieces.py`` writes the file; a pattern that is not in it is read when it is met.
"""

import functools
import importlib.resources
import json
from collections.abc import Iterable
from zlib import crc32

from kundenradar.classify.required import Choice, required

FILE = "pieces.json"


def pieces_of(source: str) -> tuple[Choice, ...]:
    """`required` of a pattern, from the file."""
    told = _told().get(_key(source))
    return required(source) if told is None else tuple(map(tuple, told))


def written(sources: Iterable[str]) -> str:
    """The file for these patterns."""
    told = {_key(source): required(source) for source in sources}
    return json.dumps(dict(sorted(told.items())), separators=(",", ":"), indent=None).replace("]],", "]],\n") + "\n"


@functools.cache
def _told() -> dict[str, list[list[str]]]:
    text = importlib.resources.files("resources").joinpath("sentiment", FILE).read_text(encoding="utf-8")
    return dict(json.loads(text))


def _key(source: str) -> str:
    return f"{crc32(source.encode()):08x}{len(source)}"
