"""Words of others within a contribution: boxes made quotes, and the marks plain text uses."""

import re
from typing import Final

_MAX_BOXES: Final = 200
_BOX: Final = re.compile(
    r"""<(?:
      (woltlab-quote)\b[^>]{0,600}
    | (aside|div|section|table|dl|fieldset|details)\b[^>]{0,500}?\bclass\s*=\s*["']?[^"'>]{0,200}?
      (?<![\w-])(?:quote|quotebox|quotetitle|quoteheader|quotecontent|quotemain|quoteblock|quotebody|quote_container
        |quotecontainer|bbcode_quote|bbcode-quote|bbcodequote|bbm_quote|mycode_quote|ipsquote|post-quote|onebox
        |gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix)
      (?![\w-])[^>]{0,400}
    | (div)\b[^>]{0,60}\bstyle\s*=\s*["']margin:\s?20px;\s?margin-top:\s?5px;?\s*["'][^>]{0,60}
      (?=>\s*<div\b[^>]{0,200}>\s*(?:Zitat|Quote)\b)
    )>""",
    re.IGNORECASE | re.VERBOSE,
)
_TELLING: Final = ("uote", "Zitat", "onebox", "moz-cite")

_PLAIN_BOX: Final = re.compile(
    r"-{2,}\s?(?:Quote|Zitat|Anfang Zitat|Begin Quote|Start Quote)\b[^\n]{0,200}?-{2,}"
    r".{0,20000}?-{2,}\s?(?:End(?:e)? (?:Quote|Zitat|des Zitats)|Zitat ?ende)\s?-{2,}",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_BELOW: Final = re.compile(
    r"^-{2,} ?(?:Ursprüngliche Nachricht|Originalnachricht|Original[- ]Message|Weitergeleitete Nachricht"
    r"|Forwarded message) ?-{2,}\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE: Final = re.compile(r"\n(?:--|_{10,})\n(?:[^\n]*\n?){1,8}\Z")
_BBCODE: Final = re.compile(r"\[(/?)quote\b[^\]\n]{0,200}\]", re.IGNORECASE)


def boxes_as_quotes(markup: str) -> str:
    """Markup in which the boxes forum software draws around quotes and link previews are quotes (``blockquote``).

    A box that is never closed stays as it is.
    """
    if not any(word in markup for word in _TELLING):
        return markup
    pieces: list[str] = []
    at = 0
    for _ in range(_MAX_BOXES):
        found = _BOX.search(markup, at)
        if found is None:
            break
        end = _closing(markup, found.end(), (found[1] or found[2] or found[3]).lower())
        if end is None:
            pieces.append(markup[at : found.end()])
            at = found.end()
            continue
        pieces += (markup[at : found.start()], "<blockquote>", markup[found.end() : end.start()], "</blockquote>")
        at = end.end()
    pieces.append(markup[at:])
    return "".join(pieces)


def _closing(markup: str, start: int, tag: str) -> re.Match[str] | None:
    """Where an element ends whose content begins at `start`."""
    depth = 1
    for found in re.compile(rf"<(/?){tag}\b[^>]{{0,2000}}>", re.IGNORECASE).finditer(markup, start):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found
    return None


def without_plain_quotes(text: str) -> str:
    """Plain text without quotes between marks, BBCode quotes, the mail it was written above and the signature."""
    if "[/quote]" in text or "[/QUOTE]" in text:
        text = without_regions(text, _BBCODE).strip()
    if "--" in text:
        text = _PLAIN_BOX.sub("", text)
        below = _MAIL_BELOW.search(text)
        if below is not None and below.start() > 0:
            text = text[: below.start()]
    if "\n--\n" in text or "\n__________" in text:
        text = _SIGNATURE.sub("", text)
    return text.strip()


def without_regions(text: str, token: re.Pattern[str]) -> str:
    """`text` without the regions between opening and closing tokens, nested ones too; unclosed ones stay.

    Args:
        text: Any.
        token: Its first group is empty for an opening token.
    """
    kept: list[str] = []
    depth = at = start = 0
    for found in token.finditer(text):
        if not found[1]:
            if depth == 0:
                start = found.start()
            depth += 1
        elif depth > 0:
            depth -= 1
            if depth == 0:
                kept.append(text[at:start])
                at = found.end()
    if not kept:
        return text
    kept.append(text[at:])
    return "\n".join(kept)
