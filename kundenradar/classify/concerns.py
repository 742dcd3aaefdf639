"""From a text and its sentiment to what it wants of us: a `Reading`."""

import functools
import zlib

from kundenradar.classify.causes import compiled
from kundenradar.domain.sentiment import Label, Sentiment
from kundenradar.domain.text import tokens
from kundenradar.domain.understanding import Cause, Concern, Reading

RULES_VERSION = 1
"""Raised whenever the rules change, so that stored mentions are read again."""
MAX_CHARS = 20_000
"""Longer texts are read by their beginning."""


@functools.lru_cache(maxsize=4)
def reading_version(causes: tuple[Cause, ...]) -> int:
    """What `Reading.version` is under these causes: changes with the rules and with the words, never 0."""
    told = repr((RULES_VERSION, [(cause.key, cause.words) for cause in causes]))
    return (zlib.crc32(told.encode()) & 0x7FFFFFFF) or 1


def read(text: str, sentiment: Sentiment, causes: tuple[Cause, ...]) -> Reading:
    """What we understand of one text; never raises for any text."""
    words = compiled(causes)
    spoken_of = {key for _, key in words.found_in([token.folded for token in tokens(text[:MAX_CHARS])])}
    topics = words.in_order(spoken_of)
    blames = sentiment.label is Label.NEGATIVE
    return Reading(
        concerns=(Concern.CRITICISM,) if blames else (),
        topics=topics,
        causes=topics if blames else (),
        version=reading_version(causes),
    )
