"""The markup most entries are written in, read without the sanitiser.

Paragraphs, line breaks and a few inline tags, properly nested and closed, need no tree: what nh3 would make of them
follows from each tag alone. Anything else (other tags and attributes, loose nesting, odd characters) makes this
reader step aside. A test holds its result against nh3's for any mixture of such tags.
"""

import html as entities
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

_LINK: Final = re.compile(
    r'a href="(https?://[A-Za-z0-9._~:/?#@!$()*+,;=%-]+(?:&amp;[A-Za-z0-9._~:/?#@!$()*+,;=%-]+)*)"'
    r'(?: (?:target="_blank"|rel="[a-z ]*"|class="[^"<>&]*"))*'
)
_IMAGE: Final = re.compile(r'img(?: [a-z-]+="[^"<>]*")* ?/?')
_REFERENCE: Final = re.compile(r"&(?:#(\d{1,5})|[a-zA-Z]{2,10});")
_CHARACTERS: Final = range(160, 0xD800)
_LINE_BREAKS: Final = frozenset({"br", "br/", "br /"})
_INLINE: Final = frozenset({"b", "strong", "i", "em", "u", "s", "code"})
_A_LINK, _AN_IMAGE = "<a", "<img"
"""Stand for a link and a picture; no tag of a text is like that."""
_LONGEST_SIMPLE: Final = 7
_CLOSING: Final = {f"/{name}": name for name in ("p", "a", *_INLINE)}
_BREAKS: Final = {**dict.fromkeys(_LINE_BREAKS, "\n"), "p": "\n\n", "/p": "\n\n"}


def read_simple(source: str) -> tuple[str, str] | None:
    """Sanitised markup and its plain text, white space not yet tidied; None if the sanitiser must read it.

    The only white space in both are blanks, in the text also line feeds.
    """
    if "\xa0" in source:
        return None
    if "  " in source or not source.isprintable():
        source = " ".join(source.split())
        if not source.isprintable():
            return None
    first, *pieces = source.strip(" ").split("<")
    parted = [piece.partition(">") for piece in pieces]
    tags, links = [tag for tag, _, _ in parted], {}
    for at, tag in enumerate(tags):
        if len(tag) > _LONGEST_SIMPLE:
            link = _LINK.fullmatch(tag)
            if link is not None:
                links[at + 1] = f'<a href="{link[1]}" rel="noopener noreferrer">'
                tags[at] = _A_LINK
            elif tag.startswith("img ") and _IMAGE.fullmatch(tag) is not None:
                tags[at] = _AN_IMAGE
            else:
                return None
    shape = _shape(tuple(tags))
    if shape is None or "" in [closed for _, closed, _ in parted]:
        return None
    kept, breaks = shape
    if links:
        kept = [links.get(at, one) for at, one in enumerate(kept)]
    marked = [first, *[words for _, _, words in parted]]
    plain = marked
    if "&" in source or source.count(">") > len(parted):
        written = [_written(words) if "&" in words or ">" in words else (words, words) for words in marked]
        marked, plain = [one[0] for one in written if one], [one[1] for one in written if one]
        if len(marked) < len(written):
            return None
    return (
        single_blanks("".join(chain.from_iterable(zip(kept, marked, strict=True)))).strip(" "),
        "".join(chain.from_iterable(zip(breaks, plain, strict=True))),
    )


@lru_cache(maxsize=1024)
def _shape(tags: tuple[str, ...]) -> tuple[Sequence[str], Sequence[str]] | None:
    """What nh3 leaves of each tag, and what break it makes, nothing before the first; None if that depends on more.

    Many entries of a feed are of one shape.
    """
    open_tags: list[str] = []
    kept, breaks = [""], [""]
    for tag in tags:
        if tag in _LINE_BREAKS:
            kept.append("<br>")
        elif tag in _CLOSING:
            if not open_tags or open_tags.pop() != _CLOSING[tag]:
                return None
            kept.append(f"<{tag}>")
        elif tag in _INLINE or (tag == "p" and not open_tags):
            open_tags.append(tag)
            kept.append(f"<{tag}>")
        elif tag == _A_LINK and "a" not in open_tags:
            open_tags.append("a")
            kept.append("")  # each has its own
        elif tag == _AN_IMAGE:
            kept.append("")
        else:
            return None
        breaks.append(_BREAKS.get(tag, ""))
    return None if open_tags else (kept, breaks)


def single_blanks(text: str) -> str:
    """`text` with one blank where there were several."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _written(words: str) -> tuple[str, str] | None:
    """Words between tags, as markup and as text."""
    if "&" not in words:
        return (words.replace(">", "&gt;"), words) if ">" in words else (words, words)
    references = _REFERENCE.findall(words)
    if len(references) < words.count("&") or any(number and int(number) not in _CHARACTERS for number in references):
        return None
    words = entities.unescape(words)
    text = words.replace("\xa0", " ")
    if not text.isprintable():
        return None
    marked = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")
    return marked, text
