"""Words of others within a contribution: boxes made quotes, and the marks plain text uses."""

import re
from html import escape, unescape
from typing import Final

_MAX_BOXES: Final = 200
_ELEMENT: Final = re.compile(
    r"<(woltlab-quote|aside|div|section|table|td|dl|fieldset|details)\b([^<>]{0,900})>", re.IGNORECASE
)
_CLASS: Final = re.compile(
    r"""\bclass\s*=\s*["']?[^"'>]{0,200}?(?<![\w-])
    (?:quote|quotebox|quotetitle|quotetop|quoteheader|quotecontent|quotemain|quoteblock|quotebody|quote_container|quotecontainer
      |bbcode_quote|bbcode-quote|bbcodequote|bbCodeBlock--quote|bbm_quote|kmsgtext-quote|poll|elided|mycode_quote|ipsquote|post-quote|embedQuote|onebox
      |gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix|email-quoted-reply
      |quote-msg|quoted|citation|signature|postsignature|post_signature|message-signature|messageSignature|signaturecontainer
      |bbCodeBlock--unfurl|unfurlUrlCard|unfurlUrlCardContainer|link-preview
      |inline-attachment|attachbox|wpforo-attached-file|lightbox-wrapper
      |sharedaddy|sd-sharing|sd-block|jp-relatedposts|addtoany_share_save_container|shariff)
    (?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_FILE: Final = re.compile(r"""\bclass\s*=\s*["']?(?:file|thumbnail)["'\s]""", re.IGNORECASE)
_OLD_STYLE: Final = re.compile(r"margin:\s?20px;\s?margin-top:\s?5px", re.IGNORECASE)
_OLD_HEAD: Final = re.compile(r"\s{0,20}<div\b[^<>]{0,200}>\s{0,20}(?:Zitat|Quote)\b", re.IGNORECASE)
_TABLE_HEAD: Final = re.compile(
    r"(?:\s{0,20}<(?:tbody|tr|td|span|div|b|strong|i|font)\b[^<>]{0,200}>){1,8}\s{0,20}"
    r"(?:(?:Zitat|Quote)\s{0,5}(?:</(?:b|strong|span|font)>)?:|Zitat\s{0,5}</)",
    re.IGNORECASE,
)
"""Without a colon, *Quote* is a German word for a rate."""
_TELLING: Final = (
    *("uote", "Zitat", "citation", "onebox", "moz-cite", '"poll', '"elided', "unfurl", "link-preview", "attach", "<dl"),
    *("ignature", "lightbox", "sharedaddy", "sd-", "relatedposts", "addtoany", "shariff"),
)

_SMILEY_WORDS: Final = ("smil", "emoji", "emotic")
_PICTURE: Final = re.compile(r"<img\b[^<>]{0,1500}>", re.IGNORECASE)
_TOLD: Final = re.compile(r"\b(?:alt|title)\s*=\s*(?:\"([^\"]{1,40})\"|'([^']{1,40})')", re.IGNORECASE)
_FACE: Final = re.compile(r"[^\w\s]{1,6}|[:;=8xX][-o^']?[DPpOo3SsxX]|[xX]D|[oO][._][oO]|<3|8-?\)")
_SHORT_NAMES: Final = {
    name: sign
    for sign, names in {
        "🙂": "slight_smile slightly_smiling_face blush relaxed lächeln",
        "😄": "smile smiley grinning grin laughing satisfied big_grin biggrin mrgreen",
        "😂": "joy rofl lol roflmao",
        "😉": "wink zwinkern",
        "😍": "heart_eyes star_struck",
        "❤️": "heart hearts love",
        "👍": "+1 thumbsup",
        "👎": "-1 thumbsdown",
        "👏": "clap",
        "🎉": "tada",
        "🙏": "pray",
        "🤔": "thinking unsure undecided",
        "😕": "confused huh",
        "🙄": "roll_eyes eye_roll rolleyes roll roll_eyes_(sarcastic)",
        "🙁": "frowning frowning_face slightly_frowning_face slight_frown sad frown",
        "😢": "cry",
        "😭": "sob",
        "😞": "disappointed",
        "😡": "rage angry pout mad evil",
        "🤬": "cursing_face",
        "😱": "scream",
        "🤮": "face_vomiting nauseated_face",
        "🤦": "facepalm man_facepalming woman_facepalming",
        "😎": "cool sunglasses",
        "😛": "tongue stick_out_tongue",
        "😮": "eek shock surprised open_mouth",
        "😳": "oops embarrassment embarrassed flushed",
    }.items()
    for name in names.split()
}

_PLAIN_MARK: Final = re.compile(
    r"(?<!-)-{2,10}\s?(?:(Ende? (?:Quote|Zitat|des Zitats)|Zitat ?ende)"
    r"|(?:Anfang |Begin |Start )?(?:Quote|Zitat)\b[^\n]{0,200}?)\s?-{2,10}(?!-)",
    re.IGNORECASE,
)
_MAIL_BELOW: Final = re.compile(
    r"^-{2,} ?(?:Ursprüngliche Nachricht|Originalnachricht|Original[- ]Message|Weitergeleitete Nachricht"
    r"|Forwarded message) ?-{2,}\s*$"
    r"|^(?:Von|From): [^\n]{1,200}\n(?P<subject>(?:Betreff|Subject):[^\n]{0,300}\n)?"
    r"(?:Gesendet|Datum|Sent|Date): [^\n]{1,80}\n(?:An|To): "
    r"(?(subject)|[^\n]{1,1000}\n(?:(?:Cc|Bcc|Kopie): [^\n]{1,1000}\n){0,2}(?:Betreff|Subject):)",
    re.IGNORECASE | re.MULTILINE,
)
"""The head of a mail names its subject; sender, day and recipient alone may be a parcel's."""
_SIGNATURE: Final = re.compile(r"\n(?:--|_{10,})\n(?:[^\n]*\n){0,7}[^\n]*\Z")
_BBCODE: Final = re.compile(r"\[(/?)quote\b[^\]\n]{0,200}\]", re.IGNORECASE)


def smileys_as_text(markup: str) -> str:
    """Markup in which the pictures forum software draws for smileys are text again: ``:-)``, 🙂.

    Their words (``:smile:``, *Big Grin*) become the character they stand for; those we do not know are left out like
    any picture.
    """
    if ("img" not in markup and "IMG" not in markup) or not any(word in markup for word in _SMILEY_WORDS):
        return markup
    return _PICTURE.sub(_smiley, markup)


def _smiley(picture: re.Match[str]) -> str:
    if not any(word in picture[0] for word in _SMILEY_WORDS):
        return picture[0]
    for told in _TOLD.finditer(picture[0]):
        sign = unescape(told[1] or told[2]).strip()
        name = sign.strip(":").lower().replace(" ", "_")
        sign = _SHORT_NAMES.get(name, sign if sign != f":{name}:" else "")
        if _FACE.fullmatch(sign) is not None:
            return f" {escape(sign)} "
    return picture[0]


def boxes_as_quotes(markup: str) -> str:
    """Markup in which the boxes drawn around quotes, link previews, files and buttons are quotes (``blockquote``).

    A box that is never closed stays as it is.
    """
    if not any(word in markup for word in _TELLING):
        return markup
    pieces: list[str] = []
    kept = at = boxes = 0
    while boxes < _MAX_BOXES:
        found = _ELEMENT.search(markup, at)
        if found is None:
            break
        at = found.end()
        if not _draws_box(found):
            continue
        boxes += 1
        end = _closing(markup, at, found[1].lower())
        if end is not None:
            pieces += (markup[kept : found.start()], "<blockquote>", markup[at : end.start()], "</blockquote>")
            kept = at = end.end()
    pieces.append(markup[kept:])
    return "".join(pieces)


def _draws_box(element: re.Match[str]) -> bool:
    """Whether an element is drawn around what its author did not write.

    Told by its class, by the style of vBulletin 3, or by the heading of a table (Burning Board 2).
    """
    if element[1].lower() == "woltlab-quote" or _CLASS.search(element[2]) is not None:
        return True
    if element[1].lower() == "dl" and _FILE.search(element[2]) is not None:
        return True
    if element[1].lower() == "table" and _TABLE_HEAD.match(element.string, element.end()) is not None:
        return True
    return _OLD_STYLE.search(element[2]) is not None and _OLD_HEAD.match(element.string, element.end()) is not None


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
        text = without_regions(text, _PLAIN_MARK)
    if "--" in text or "\nAn: " in text or "\nTo: " in text:
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
