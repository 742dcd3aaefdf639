"""Which of an entry's several texts to take."""

import re
from typing import Final

from kundenradar.feeds.raw import RawText

_LITERAL_MARKUP: Final = re.compile(
    r"</(?:p|a|div|b|strong|em|i|li|span|blockquote)>|<br\s*/?>|<(?:p|img\s[^>]*)>", re.IGNORECASE
)
_TAGS: Final = re.compile(r"<[^>]*>")
_WORDS: Final = re.compile(r"\w")
_WORD_OUTSIDE: Final = re.compile(r"(?:^|>)[^<>\w]*\w")
"""A word where no tag can be open; most texts have one at once."""


def fullest(texts: list[RawText], *, is_review: bool = False) -> RawText:
    """The one of an entry's tellings to take: contents by form and length, then the summary, which stands last."""
    contents = sorted(texts[:-1], key=lambda text: (text.markup == is_review, -len(text.value)))
    chosen = next((text for text in [*contents, texts[-1]] if _says_something(text)), RawText())
    if not chosen.markup and "<" in chosen.value and _LITERAL_MARKUP.search(chosen.value) is not None:
        chosen.markup = True  # declared as text, yet markup
    return chosen


def _says_something(text: RawText) -> bool:
    value = text.value
    if not text.markup or "<" not in value:
        return bool(value.strip())
    if _WORD_OUTSIDE.search(value, 0, 20_000) is not None:
        return True
    return _WORDS.search(_TAGS.sub(" ", value[:20_000])) is not None
