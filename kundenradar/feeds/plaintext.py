"""Foreign markup made harmless: plain text, display HTML and the text that may be judged.

nh3 sanitises (FEEDS.md §6: 0 of 15 attacks passed, 46 MB/s); everything else works on its well-formed output.
Sizes are bounded before and after, because a kilobyte of markup can freeze a text view (FEEDS.md row 41).
"""

import html as entities
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import nh3

from kundenradar.feeds.quotes import boxes_as_quotes, smileys_as_text, without_plain_quotes, without_regions
from kundenradar.feeds.simplehtml import read_simple, single_blanks

MAX_HTML: Final = 300_000
"""Characters of raw markup per entry that are looked at."""
MAX_SHOWN: Final = 100_000
"""Characters of text or display markup per entry."""
MAX_TITLE: Final = 300
MAX_WORD: Final = 1_000
_MAX_TAGS: Final = 5_000
_MAX_SHOWN_TAGS: Final = 2_000
_MAX_DEPTH: Final = 50
_FEW: Final = 20
_TAG_START: Final = re.compile(r"<[a-zA-Z/!?]")
_WHOLE_MARKUP: Final = re.compile(
    r"\s*<(p|div|span|b|strong|em|a|ul|ol|blockquote|h[1-6]|table|figure)\b[^<>]*>.*</(?:p|div|span|b|strong|em|a|ul|ol"
    r"|blockquote|h[1-6]|table|figure)>\s*",
    re.IGNORECASE | re.DOTALL,
)
_MAX_SHARE_BAR: Final = 150

_SHOWN_TAGS: Final = {
    *("p", "br", "b", "strong", "i", "em", "u", "s", "ul", "ol", "li", "blockquote", "a", "code", "pre")
}
_DROPPED_WITH_TEXT: Final = {
    *(
        "script",
        "style",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "noscript",
        "head",
        "select",
        "textarea",
    ),
    *("title", "video", "audio", "canvas", "map", "frameset", "noembed", "noframes", "xmp"),
}

_RENAMED: Final = {
    **dict.fromkeys(
        (
            *(
                "div",
                "section",
                "article",
                "header",
                "footer",
                "main",
                "figure",
                "figcaption",
                "table",
                "tr",
                "dl",
            ),
            *(
                "dt",
                "dd",
                "address",
                "center",
                "fieldset",
                "details",
                "summary",
                "caption",
                "nav",
                "hr",
                "aside",
            ),
            *("thead", "tbody", "tfoot", "option", "form", "legend", "plaintext", "listing"),
        ),
        "p",
    ),
    **dict.fromkeys(("td", "th"), "span"),
    "tt": "code",
    "del": "s",
    "strike": "s",
    "q": "i",
    "cite": "i",
}
_HEADING: Final = re.compile(r"<(/?)h[1-6](?=[\s/>])", re.IGNORECASE)
_CITE_END: Final = re.compile(r"(</cite\s*>)(?=[\w„(])", re.IGNORECASE)
"""Who is quoted, right before the first word of the quote."""
_TAG_NAME: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)(?=[\s/>])", re.IGNORECASE)

_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)
_REPLACED: Final = re.compile("[\x00\ud800-\udfff\ufffe\uffff]")
_LINE_CONTROLS: Final = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
_MANY_BREAKS: Final = re.compile(r"\n{3,}")
_LONG_WORD: Final = re.compile(rf"\S{{{MAX_WORD}}}(?=\S)")
_COMBINING: Final = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)

_PRE: Final = re.compile(r"<pre>(.*?)</pre>", re.DOTALL)
_TAG: Final = re.compile(r"<(/?[a-z]+)[^>]*>")
_BREAKS: Final = {
    **dict.fromkeys(("br", "li", "/li", "ul", "/ul", "ol", "/ol"), "\n"),
    **dict.fromkeys(("p", "/p", "blockquote", "/blockquote", "pre", "/pre"), "\n\n"),
}
_RICH_TAG: Final = re.compile(r"<(?!/?(?:p|br)>)")
_EMPTY_BLOCK: Final = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>")
_EMPTY_ENDS: Final = ("<p></p>", " </p>", "&nbsp;</p>", "<br></p>")
"""How an empty block ends that is not written with other white space; there is none where this was tidied."""
_OPEN_OR_CLOSE: Final = re.compile(r"<(/?)(?!br\b)[a-z]")
_QUOTE_TOKEN: Final = re.compile(r"<(/?)blockquote>")

_SKIPPED: Final = re.compile(r"<(?:(!--)|(script|style|template|svg|math|noscript|title)\b)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rendered:
    """Foreign content in the three forms we keep.

    Attributes:
        text: Plain text, paragraphs parted by newlines, at most 100,000 characters.
        html: Sanitised display HTML, empty if it says no more than `text` or could freeze a text view.
        judged: The text without quotes, footers and share bars; "…" if nothing of its own is left.
    """

    text: str
    html: str
    judged: str


def render(html: str, base_url: str = "") -> Rendered:
    """Foreign HTML as text, display HTML and text to judge, with one sanitising pass.

    Args:
        html: Any string; more than 300,000 characters are cut.
        base_url: Absolute address relative links refer to; without it they lose their target.
    """
    source = smileys_as_text(html[:MAX_HTML])
    tags = source.count("<")
    if tags == 0 or (tags <= _FEW and _TAG_START.search(source) is None):
        text = entities.unescape(source) if "&" in source else source
        if "&lt;" in source and _WHOLE_MARKUP.fullmatch(text) is not None:
            return render(text, base_url)  # escaped twice
        return plain_rendered(text)
    if tags > _MAX_TAGS:
        return plain_rendered(entities.unescape(_strip_tags(source)))
    simple = read_simple(source)
    if simple is not None:
        lines = single_blanks(simple[1]).split("\n")
        clean, text = simple[0], _shortened(_tidy_lines([line.strip(" ") for line in lines]))
    else:
        clean = _sanitised(source, base_url)
        text = _text_of(clean)
    return Rendered(text, _shown(clean, text), _judged(clean, text))


def to_text(html: str) -> str:
    """Plain text of foreign HTML: paragraphs parted by newlines, no markup, no control characters."""
    return render(html).text


def to_display_html(html: str, base_url: str) -> str:
    """Sanitised HTML for a text view: a few inline and block tags, no images, tables or styles.

    Returns:
        At most 100,000 characters; empty if plain text says the same or the markup is too deep or too dense.
    """
    return render(html, base_url).html


def judged_text(html: str) -> str:
    """The part of a contribution its author wrote: no quotes, forum footers or share bars.

    Returns:
        "…" if nothing of its own is left.
    """
    return render(html).judged


def plain(text: str) -> str:
    """Text that is no markup, with the same cleaning; newlines stay."""
    return _tidy_text(without_controls(text[:MAX_HTML]))


def plain_rendered(text: str) -> Rendered:
    """Text that is no markup, in the forms of `render`."""
    tidy = plain(text)
    return Rendered(tidy, "", _judged_lines(tidy))


def one_line(text: str, limit: int = MAX_TITLE) -> str:
    """`text` (no markup) as one line of at most `limit` characters, stacked accents thinned."""
    if not text:
        return ""
    line = " ".join(without_controls(text[: limit * 20]).split())
    if not line.isascii():
        line = _COMBINING.sub(r"\1", line)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def without_controls(text: str) -> str:
    """`text` without NUL, control, bidi-steering and invisible characters and lone surrogates."""
    if text.isprintable() or _UNWANTED.search(text) is None:
        return text
    text = _REPLACED.sub("\ufffd", text.translate(_LINE_CONTROLS))
    return _UNWANTED.sub("", text)


@lru_cache(maxsize=32)
def _cleaner(base_url: str) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_SHOWN_TAGS,
        clean_content_tags=_DROPPED_WITH_TEXT,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        url_relative=("rewrite_with_base", base_url) if base_url else "deny",
        link_rel="noopener noreferrer",
    )


def _sanitised(source: str, base_url: str) -> str:
    source = boxes_as_quotes(source)
    source = _CITE_END.sub(r"\1 ", source)
    source = _HEADING.sub(lambda found: "</b></p" if found[1] else "<p><b", source)

    def renamed(found: re.Match[str]) -> str:
        name = found[2].lower()
        other = _RENAMED.get(name)
        if other is None:
            return found[0]
        return f" <{found[1]}{other}" if other == "span" else f"<{found[1]}{other}"

    source = _TAG_NAME.sub(renamed, source)
    clean = without_controls(_nh3(source, base_url))
    if "<pre>" not in clean:
        return " ".join(clean.split())
    parts = _PRE.split(clean)
    return "".join(f"<pre>{part}</pre>" if number % 2 else " ".join(part.split()) for number, part in enumerate(parts))


def _nh3(source: str, base_url: str) -> str:
    try:
        return _cleaner(base_url).clean(source)
    except UnicodeEncodeError:  # lone surrogates, from JSON
        return _cleaner(base_url).clean(_REPLACED.sub("\ufffd", source))
    except ValueError:  # the base is no address nh3 can join with
        return _cleaner("").clean(_REPLACED.sub("\ufffd", source))


def _text_of(clean: str) -> str:
    pieces = _TAG.split(clean)
    pieces[1::2] = [_BREAKS.get(name, "") for name in pieces[1::2]]
    text = "".join(pieces)
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&")
    return _tidy_text(text)


def _tidy_text(text: str) -> str:
    return _shortened(_tidy_lines([" ".join(line.split()) for line in text.split("\n")]))


def _tidy_lines(lines: Sequence[str]) -> str:
    """Stripped lines as a text with at most one empty line between two others, none around it."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    if kept and not kept[-1]:
        kept.pop()
    return "\n".join(kept)


def _shortened(text: str) -> str:
    """`text` with blanks in endless words, cut where nobody reads on."""
    if _has_long_word(text):
        text = _LONG_WORD.sub(lambda found: found[0] + " ", text)
    if len(text) > MAX_SHOWN:
        text = text[: MAX_SHOWN - 1].rstrip() + "…"
    return text


def _has_long_word(text: str, most: int = MAX_WORD) -> bool:
    """Whether more than `most` characters (or about so many) stand without a blank between them."""
    at = 0
    while len(text) - at > most:
        blank = max(text.rfind(" ", at, at + most + 1), text.rfind("\n", at, at + most + 1))
        if blank < at:
            return True
        at = blank + 1
    return False


def _shown(clean: str, text: str) -> str:
    if _RICH_TAG.search(clean) is None:
        return ""
    has_blocks = "<p><" in clean or "<p> " in clean or "<p>&" in clean
    may_be_empty = has_blocks and any(end in clean for end in _EMPTY_ENDS)
    shown = (_EMPTY_BLOCK.sub("", clean) if may_be_empty else clean).strip()
    if len(shown) > MAX_SHOWN or shown.count("<") > _MAX_SHOWN_TAGS:
        return ""
    if _has_long_word(text, MAX_WORD - 1):
        return ""
    if shown.count("<") < _MAX_DEPTH:
        return shown
    depth = deepest = 0
    for found in _OPEN_OR_CLOSE.finditer(shown):
        depth += -1 if found[1] else 1
        deepest = max(deepest, depth)
    return "" if deepest > _MAX_DEPTH else shown


def _strip_tags(source: str) -> str:
    """Text of markup too dense for a tree; linear in its length."""
    pieces: list[str] = []
    at = 0
    while True:
        found = _SKIPPED.search(source, at)
        if found is None:
            pieces.append(source[at:])
            return "".join(pieces)
        pieces.append(source[at : found.start()])
        pieces.append("\n")
        end = "-->" if found[1] else f"</{found[2]}" if found[2] else ">"
        at = source.find(end, found.end())
        if at < 0:
            return "".join(pieces)
        at = at + len(end) if not found[2] else source.find(">", at) + 1 or len(source)


# What may be judged


def _judged(clean: str, text: str) -> str:
    own = clean
    if "<blockquote>" in clean:
        own = without_regions(clean, _QUOTE_TOKEN)
        judged = _judged_lines(_text_of(own), quotes=True) or "…"
        if judged == "…" and _WRAPPER.search(text):
            inner = without_regions(_unwrapped(clean), _QUOTE_TOKEN)
            return _judged_lines(_text_of(inner), quotes=True) or "…"
        return judged
    return _judged_lines(text)


def _unwrapped(clean: str) -> str:
    """The content of the first outermost quote."""
    depth = start = 0
    for found in _QUOTE_TOKEN.finditer(clean):
        depth += -1 if found[1] else 1
        if depth == 1 and not found[1]:
            start = found.end()
        if depth == 0:
            return clean[start : found.start()]
    return clean


_WRAPPER: Final = re.compile(
    r"(?:Ganzes|Vollständiges|Komplettes) Thema (?:lesen|anzeigen)|Read full topic", re.IGNORECASE
)
_TIME_WORD: Final = (
    r"(?:\d(?:[\d.:/]|-(?=\d))*+(?:st|nd|rd|th)?|(?:[au]m|on|at|den|Uhr|pm|heute|gestern|today|yesterday"
    r"|[MDFS]\w{1,7}tag|Mittwoch|Mon?|Di|Tue|Mi|Wed|Do|Thu|Fri?|Sat?|So|Sun"
    r"|(?:Jan|Feb|Mär|Mar|Apr|Ma[iy]|Ju[nl]|Aug|Sep|O[kc]t|Nov|De[zc])[a-z]{0,6})\b\.?)"
)
_NO_NICK: Final = (
    r"(?!(?:(?:[dms]?ein|kein|ihr|unse?r|eue?r|dies|jen|jed)(?:e[rmns]?)?|d(?:e[rmns]|ie|as)|(?:jem|niem)and\w{0,2}|mir|uns"
    r"|euch|ihnen|ihm|herrn?|frau|firma|vorne?|hand|allen?|zwei|drei|anfang|selbst)\b)"
)
_PARTS: Final = {
    "<when>": rf"(?=[^-()]{{0,20}}(?:\d|heute|gestern))(?:{_TIME_WORD}(?:,?\ (?:[-–|]\ )?)?){{1,10}}(?<!\ )",
    "<ago>": r"(?:vor\ \d{1,3}\ [^\W\d]{3,9}(?:,?\ \d{1,2}\ [^\W\d]{3,9})?"
    r"|\d{1,3}\ [^\W\d]{3,9}(?:,?\ \d{1,2}\ [^\W\d]{3,9})?\ her)",
    "<nick>": rf"{_NO_NICK}[^\s,!?:;(]+(?:\ (?-i:[^\sa-zäöüß,!?:;(])[^\s,!?:;(]*)?",
    "<reason>": r"(?:(?:[.,]?\ (?:Grund|Begründung|Bearbeitungsgrund|Reason):|\ aus\ folgendem\ Grund:?)\ .{1,100})?",
    "<login>": r"Bitte\ anmelden(?:\ \(?oder\ registrieren\)?)?,?"
    r"\ um\ (?:ihn|sie|es|(?:den\ )?Links?|Bilder)\ zu\ sehen\.?",
    "<files>": r"(?:Links|Bilder|Anhänge|Dateianhänge|Dateien)",
    "<device>": r"(?:[^\s,]{1,20}\ ){0,2}?[^\s,]{0,15}(?:phone|pad|Handy|Telefon|Gerät|Tablet|Galaxy|Android|Samsung"
    r"|Huawei|Xiaomi|Pixel|BlackBerry|Nokia)[^\s,]{0,15}"
    r"(?:\ (?:mit|der|über|via|aus|(?-i:[A-Z0-9])[^\s,]{0,20})){0,5}",
}
"""What stands in the notices of programs, and leaves no room for what a person would add."""


def _with_parts(pattern: str) -> str:
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return pattern


_NOT_OWN: Final = re.compile(
    _with_parts(r"""(?:
      >.*                                                            # quoted as in mail
    | Statisti(?:k|cs):\ (?:Verfasst\ von|Posted\ by|Geschrieben\ von)\b.*             # phpBB
    | (?:(?:Ganzes|Vollständiges|Komplettes)\ Thema\ (?:lesen|anzeigen)|Read\ full\ topic).{0,5}   # Discourse
    | \d+\ (?:Beiträge|Beitrag|posts?)\ -\ \d+\ (?:Teilnehmer(?:in)?|participants?).{0,5}
    | (?:(?:Antworten|Replies|Aufrufe|Zugriffe|Views|Hits):\ ?\d[\d.,]*(?:\ ?[,|/·–—-]\ ?)?){1,3}
    | \d[\d.,]*\ (?:Antworten|Replies)(?:,|\ [-–—|·])\ \d[\d.,]*\ (?:Aufrufe|Zugriffe|Views)
    | \d{1,5}\ (?:Personen|Benutzern?|Mitgliedern?)\ gefällt\ (?:das|dies|dieser\ Beitrag)\.?
    | Gefällt\ \d{1,5}\ (?:Personen|Benutzern?|Mitgliedern?|Mal)\.?
    | \((?:Beitrag|Thema|post|topic)\ (?:vom\ Autor\ gelöscht|deleted\ by\ author)\)
    | Dieser\ Beitrag\ wurde\ von\ der\ Community\ gemeldet(?:\ und\ (?:ist|wurde|wird)\ \w{0,15}\ ?ausgeblendet)?\.?
    | Dieses\ Thema\ wurde\ (?:(?:nach\ )?\d{1,4}\ \w{3,8}\ (?:nach\ der\ letzten\ Antwort\ )?)?automatisch
        \ (?:(?:nach\ )?\d{1,4}\ \w{3,8}\ (?:nach\ der\ letzten\ Antwort\ )?)?geschlossen\.?
        (?:\ (?:Es\ sind|Neue\ Antworten)\ [^,.!?]{0,40}\ (?:möglich|erlaubt)\.?)?
    | This\ topic\ was\ automatically\ closed\b.{0,120}
    | (?:eingereicht\ von|submitted\ by)\ [^.!?]{1,150}                # Reddit, Lemmy
    | (?:\[(?:link|comments|Kommentare|\d+\ comments?|schließen|close|deleted|removed|gelöscht|entfernt)\]\s*)+
    | -?\d+\ points?\ \|\ \d+\ comments?
    | (?:(?:Datei)?Anhänge|Attachments?|Angehängte\ (?:Dateien|Datei\(en\)|Grafiken|Bilder)
        |Attached\ (?:Files|Images|Thumbnails)):?
    | Miniaturansicht(?:\(en\)|(?:en)?\ angehängter\ Grafiken)
    | (?:Den\ )?Anhang\ (?:anzeigen\ \d+|\d+\ (?:betrachten|anzeigen))|View\ attachment\ \d+
    | Dieser\ (?:Beitrag\ enthält\ einen\ (?:Bild|Datei)anhang|Anhang\ ist\ für\ Gäste\ nicht\ sichtbar)\.(?:\ <login>)?
    | This\ (?:message\ contains\ an\ attachment\ \w{4,5}|attachment\ is\ hidden\ for\ guests)\..{0,90}
    | <login>
    | (?:Du\ hast|Sie\ haben)\ (?:keine|nicht\ die)\ (?:(?:ausreichend|erforderlich|nötig|notwendig|passend)en?\ )?
        (?:Berechtigung(?:en)?|Rechte),?\ (?:um\ )?(?:(?:die|diese|angehängten)\ ){0,2}<files>
        (?:\ (?:in\ )?diese[sm]\ (?:Beitrags?|Themas?))?\ (?:zu\ (?:sehen|betrachten)|an(?:zu)?(?:sehen|zeigen))\.?
        (?:\ <files>\ sind\ nicht\ sichtbar\.?|\ (?:Bitte\ )?(?:Registrieren|Anmelden|Einloggen)
        (?:\ oder\ (?:Registrieren|Anmelden|Einloggen))?\.?)?
    | \[?Nur\ registrierte\ .{0,50}(?:Benutzer|Mitglieder|User)\ .{0,20}(?:Links|Bilder|Anhänge|Dateianhänge)\b.{0,40}
    | You\ (?:are\ not\ allowed|do\ not\ have\ permission)\ to\ view\ (?:links|images|attach).{0,80}
    | Spoiler:?(?:[ \[(]{0,3}(?:anzeigen|ausblenden|öffnen|click\ to\ (?:view|show|hide))[\])]?){0,2}
    | \(?This\ post\ was\ (?:last\ modified|edited)\b.{1,150}|«\ (?:Letzte\ Änderung|Last\ Edit):\ .{1,150}\ »
    | This\ (?:post|topic|reply)\ was\ modified\ .{1,60}\ ago\b.{0,150}
    | (?:Zitat|Quote)(?:(?:\ .{1,60})?:|\ (?:von|from|by):?\ .{1,100}|\ ?\(.{1,60}@.{1,40}\))?
    | (?:(?:Als\ )?Antwort\ auf|In\ reply\ to)\ (?:[^\s:;,!?]+|(?-i:[A-ZÄÖÜ@]\S*(?:\ [A-ZÄÖÜ0-9]\S*){1,3}))\.
    | (?:Code|Quellcode):?\ ?(?:Alles\ auswählen|Select\ all|\[?(?:Auswählen|Select)\]?(?:\ (?:Erweitern|Expand))?)?
    | (?:PHP|HTML|SQL)(?:-Code|-Quellcode|\ Code)?:|(?:Alles|Mehr|Weniger)\ anzeigen
    | (?:Zum\ Vergrößern\ anklicken|Klicke?\ in\ dieses\ Feld,\ um\ es\ in\ .{1,40}\ anzuzeigen|Click\ to\ expand)[ .…]*
    | \[contains\ quote\ post\ or\ other\ embedded\ content\]
    | (?:Der\ Beitrag|The\ post)\ .{1,300}\ (?:erschien\ zuerst\ auf|appeared\ first\ on)\ .{1,150}
    | (?:Weiterlesen|Mehr\ lesen|Weiter\ lesen|Lesen\ Sie\ weiter|Artikel\ lesen|Read\ more)[ .…»›→]{0,5}
    | (?:Weiterlesen|Continue\ reading)\ [„“"”«»].{1,150}|Weiterlesen:\ .{1,300}
    | Continue\ reading\ .{1,150}[→»…]
    | RE:\ https?://\S{1,300}                                           # Mastodon
    | (?:Diesen?\ (?:Beitrag|Artikel)\ teilen(?:\ (?:auf|mit|per|über))?|Teilen\ mit|Share\ this)(?::.{0,60})?
    | Gefällt\ mir(?:\ Wird\ geladen.{0,3})?:(?:\ \d{1,5})?|Like\ this:
    | Folgende[rn]?\ .{0,15}(?:Benutzer|Mitglieder[ns]?)\ (?:bedankten?\ sich|sag(?:en|t)\ Danke)
        (?:\ (?:zu|bei|beim)\ [^,.!?:]{1,60}?)?(?:\ für\ (?:den|diesen|seinen|ihren)\ (?:\w{1,12}\ )?Beitrag)?
        (?:\ \([^()]{1,30}\))?:(?:[^.!?]|(?<=\d)\.){0,250}
    | Edited:?\ (?:\w{3,9}\ )?\d.{0,40}\ by\ .{1,60}
    | Gesendet\ von\ .{1,60}\ (?:mit|über|via)\ Tapatalk.{0,20}
    | (?:Diese\ Nachricht\ wurde\ )?von\ meinem\ <device>\ gesendet\.?
    | Gesendet\ von\ meinem\ (?:\S+(?:\ \S+)?|<device>)
    |Sent\ from\ my\ .{1,60}|Gesendet\ mit\ Tapatalk.{0,20}
    | Gesendet\ von\ Mail\ für\ Windows.{0,10}
    | (?:Holen\ Sie\ sich|Get)\ Outlook\ (?:für|for)\ \w{3,8}|Outlook\ für\ \w{3,8}\ herunterladen
    | (?:Einmal|\d+[ -]?mal)\ (?:editiert|bearbeitet),\ zuletzt\ von\ [^,.!?]{1,60}?
        \ \((?:[^()!?]{1,40}\d:\d\d|vor\ \d{1,3}\ \w{3,9})\)(?:\ aus\ folgendem\ Grund:?\ .{1,100})?\.?
    )"""),
    re.IGNORECASE | re.VERBOSE,
)
_STARTS: Final = (
    *("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ">", "[", "(", "«", "-", "stat", "ganz", "vollst", "komplett"),
    *("read", "eingereicht", "submitted", "anh", "datei", "attach", "angeh", "mini", "den anh", "view", "dies", "this"),
    *("bitte", "spoiler", "zuletzt", "geänd", "last", "einmal", "zitat", "quote", "als antw", "in reply", "antwort"),
    *("code", "quellc", "php", "html", "sql", "alles", "mehr", "wenig", "zum v", "klick", "click", "der beitrag"),
    *(
        "the post",
        "weiter",
        "lesen sie",
        "artikel",
        "continue",
        "re:",
        "teilen",
        "share",
        "gefällt",
        "like",
        "folgende",
    ),
    *("beitrag", "letzte", "bearb", "edited", "gesendet", "von mein", "sent", "holen sie", "get outl", "outlook"),
    *("replies", "aufruf", "zugriff", "hits", "automat", "doppel", "post autom"),
    *("du hast", "sie haben", "nur reg", "you "),
)
"""How the lines begin that `_NOT_OWN` is looked for in; most lines of people do not."""
_LONGEST_START: Final = max(map(len, _STARTS))
_EDITS: Final = r"""(?:
      (?:Zuletzt\ (?:geändert|bearbeitet)|(?:Beitrag\ )?geändert|Last\ edited)\ (?:von|by)
        \ (?:<nick>|(?=.{1,110}\d:\d\d)[^,.!?]{1,60}?[ ,(;]{1,3}<when>\)?
        |(?:einem|a)\ (?:Moderator|Administrator):\ <when>)
        (?:,\ insgesamt\ \d{1,4}[ -]mal\ (?:geändert|bearbeitet)|,\ edited\ \d{1,4}\ times?\ in\ total)?\.?<reason>
    | \(?(?:Dieser\ Beitrag|Diese\ Nachricht)\ wurde\ (?:bereits\ \d{1,4}[ -]?mal\ (?:editiert|bearbeitet)
            (?:,\ zuletzt\ von\ [^,.!?]{1,60}?\ \((?:<when>|<ago>)\))?
        |zuletzt\ (?:(?:von\ <nick>|<when>)\ ){0,2}(?:editiert|bearbeitet)
            (?::?\ (?:<when>|<ago>)(?:\ von\ <nick>)?)?)<reason>\.?\)?
    | Diese[rs]?\ (?:Beitrag|Antwort|Thema)\ wurde\ (?:geändert|bearbeitet)\ <ago>\ von\ <nick><reason>
    | Diese[rs]?\ (?:Beitrag|Antwort|Thema)\ wurde\ <ago>\ von\ <nick>\ (?:geändert|bearbeitet)\.?<reason>
    | (?:Zuletzt\ (?:bearbeitet|geändert|editiert)(?:\ am)?|Last\ edited):\ (?:<when>|<ago>)(?:\ (?:von|by)\ <nick>)?\.?
    | -{5,}+\ ?(?:(?:Doppel)?Beitrag|(?:Doppel-?|Double\ )?Post)(?:\ <when>)?\ (?:aktualisiert|hinzugefügt
        |automatisch\ zusammengeführt|added|updated|merged)(?::?\ <when>)?\ ?-{5,}+
    | (?:Dieser\ Beitrag\ wurde\ |(?:Doppel)?(?:beitrag|post)\ )?automatisch\ zusammengeführt(?::?\ <when>)?[.:]?
    | (?:Letzte\ Änderung:|Bearbeitet:?)\ (?=.{0,25}\d)(?:<ago>|<when>)\ von\ <nick><reason>
    )"""
_EDIT_WORDS: Final = ("bearbeitet", "editiert", "geändert", "änderung", "edited", "zusammengef", "-----")


@lru_cache(maxsize=1)
def _edits() -> re.Pattern[str]:
    """Notices of who edited when; most documents have none, and the pattern takes a while to compile."""
    return re.compile(_with_parts(_EDITS), re.IGNORECASE | re.VERBOSE)


def _is_notice(line: str) -> bool:
    if _NOT_OWN.fullmatch(line) is not None:
        return True
    told = line.casefold()
    return any(word in told for word in _EDIT_WORDS) and _edits().fullmatch(line) is not None


_ATTACHED: Final = re.compile(
    r".{1,150} \((?:(?:Größe|Size|Dateigröße): )?\d[\d.,]* (?:[KMG]i?)?B(?:ytes)?"
    r"(?:\)|[ ,/|]{1,3}(?:(?:Downloads|Aufrufe|Zugriffe|Views|Hits): ?\d[\d.,]*"
    r"|\d[\d.,]*(?:x| ?-?mal)? (?:aufgerufen|heruntergeladen|views?|downloads?))\))(?: .{0,20}\d.{0,30})?"
)
"""A file below a post, its size and how often it was seen: of phpBB, MyBB, vBulletin, Discourse."""
_FILE: Final = re.compile(
    r"[\w.,;+&()\[\]'–-]{1,120}\.(?:pdf|jpe?g|png|gif|webp|heic|bmp|zip|rar|docx?|xlsx?|odt|ods|mp4|mov|mp3|txt)",
    re.IGNORECASE,
)
"""A file by its name alone; a name with blanks could be the end of a sentence."""
_READ_ON: Final = re.compile(
    r"(?:…|\.{3}|\[…\]|\[\.{3}\])\s?"
    r"(?:(?:(?:[„“\"«»].{1,150}[“”\"«»]\s?)?weiterlesen|lesen sie weiter|mehr lesen|read more)[ .…»›→]{0,5}"
    r"|continue reading(?: .{1,150})?)\Z",
    re.IGNORECASE,
)
"""The link of an excerpt to the whole, which names the title again."""
_MAX_READ_ON: Final = 330
_INTRODUCES_QUOTE: Final = re.compile(
    r"(?:.{1,80} )?(?:schrieb|schreibt|hat (?:folgendes )?geschrieben|hat gesagt|sagte|wrote|said"
    r"|geschrieben von .{1,60})(?: .{1,80})?\s?[:↑]",
    re.IGNORECASE,
)
_ENDINGS: Final = (
    "(Wird in neuem Fenster geöffnet)",
    "(Opens in new window)",
    "by highlighting and responding to this story.",
)
"""How lines end that share buttons and Medium write."""
_SHARE_WORDS: Final = frozenset(
    {
        *(
            "teilen",
            "twittern",
            "tweet",
            "tweeten",
            "share",
            "facebook",
            "twitter",
            "x",
            "whatsapp",
            "linkedin",
        ),
        *("xing", "pinterest", "e-mail", "email", "mail", "drucken", "print", "merken", "pocket", "telegram"),
        *(
            "reddit",
            "threads",
            "mastodon",
            "bluesky",
            "instagram",
            "flipboard",
            "auf",
            "per",
            "mit",
            "gefällt",
        ),
        *(
            "mir",
            "like",
            "rss",
            "feed",
            "feedly",
            "buffer",
            "signal",
            "threema",
            "link",
            "kopieren",
            "|",
            "·",
        ),
        *("•", "-", "–", "", "wird", "geladen"),
    }
)


def _judged_lines(text: str, *, quotes: bool = False) -> str:
    """`text` without the lines that no author wrote here.

    Args:
        text: Plain text.
        quotes: Whether quotes were taken out of it, which some of its lines may introduce.
    """
    rest = without_plain_quotes(text)
    quotes = quotes or len(rest) < len(text) or "\n>" in text
    text = _without_read_on(rest) or ("…" if text else "")
    lines = text.split("\n")
    own = [line for line in lines if not line or not _is_foreign(line, quotes=quotes)]
    if len(own) == len(lines):
        return text
    return _MANY_BREAKS.sub("\n\n", "\n".join(own)).strip() or "…"


def _without_read_on(text: str) -> str:
    """`text` without the link behind the words an excerpt ends in."""
    end = text[-_MAX_READ_ON:]
    if "…" not in end and "..." not in end:
        return text
    found = _READ_ON.search(end)
    return text if found is None else (text[: len(text) - len(end) + found.start()].rstrip() + " …").lstrip()


def _is_foreign(line: str, *, quotes: bool) -> bool:
    if len(line) > 500:
        return line.startswith(">")
    may_be = line[:_LONGEST_START].casefold().startswith(_STARTS)
    if (may_be and _is_notice(line)) or _is_file(line):
        return True
    if quotes and line[-1] in ":↑":
        return _INTRODUCES_QUOTE.fullmatch(line) is not None
    if line[-1] in ")." and line.endswith(_ENDINGS):
        return True
    if len(line) > _MAX_SHARE_BAR:
        return False
    words = line.casefold().split()
    return len(words) > 1 and all(word.rstrip(":,…") in _SHARE_WORDS for word in words)


def _is_file(line: str) -> bool:
    """Whether a line is no more than the name of a file, with its size or without."""
    if line[-1] == ")" or "B) " in line:
        return ("B" in line or " / " in line) and _ATTACHED.fullmatch(line) is not None
    return "." in line[-6:-3] and " " not in line and _FILE.fullmatch(line) is not None
