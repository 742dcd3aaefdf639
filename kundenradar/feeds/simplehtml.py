"""The markup most entries are written in, read without the sanitiser.

Paragraphs, line breaks and a few inline tags, properly nested and closed, need no tree: what nh3 would make of them
follows from each tag alone. Anything else (other tags and attributes, loose nesting, odd characters) makes this
reader step aside. A test holds its result against nh3's for any mixture of such tags.
"""

import html as entities
import re
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
    source = source.strip(" ")
    first, *pieces = source.split("<")
    written = _written(first)
    if written is None:
        return None
    marked, plain = [written[0]], [written[1]]
    open_tags: list[str] = []
    for piece in pieces:
        tag, closed, words = piece.partition(">")
        kept = _kept(tag, open_tags) if closed else None
        if kept is None:
            return None
        if "&" in words or ">" in words:
            written = _written(words)
            if written is None:
                return None
            marked += (kept, written[0])
            plain += (_BREAKS.get(tag, ""), written[1])
        else:
            marked += (kept, words)
            plain += (_BREAKS.get(tag, ""), words)
    if open_tags:
        return None
    return single_blanks("".join(marked)).strip(" "), "".join(plain)


def single_blanks(text: str) -> str:
    """`text` with one blank where there were several."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _kept(tag: str, open_tags: list[str]) -> str | None:
    """What nh3 leaves of a tag, None if that depends on more than the tags still open."""
    if tag in _LINE_BREAKS:
        return "<br>"
    if tag in _CLOSING:
        return f"<{tag}>" if open_tags and open_tags.pop() == _CLOSING[tag] else None
    if tag in _INLINE or (tag == "p" and not open_tags):
        open_tags.append(tag)
        return f"<{tag}>"
    if tag.startswith("img "):
        return "" if _IMAGE.fullmatch(tag) is not None else None
    link = _LINK.fullmatch(tag)
    if link is None or "a" in open_tags:
        return None
    open_tags.append("a")
    return f'<a href="{link[1]}" rel="noopener noreferrer">'


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
