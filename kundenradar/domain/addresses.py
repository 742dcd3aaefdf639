"""What people paste as an address, read as a web address: typos, quotes, running text, handles."""

import ipaddress
import re
import unicodedata
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from html import unescape
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit

from kundenradar.domain.errors import InputError

MAX_TYPED: Final = 20_000
MAX_URL: Final = 2_000
_OPENING: Final = "<>([{\"'`´„“”‚‘’»«›‹"
_CLOSING: Final = "<>)]}\"'`´„“”‚‘’»«›‹.,;:!?…|"
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}
_INVISIBLE: Final = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
)
_BLANKS: Final = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_WRAPPERS: Final = re.compile(
    r"(?:view-source|url|link|adresse|feeds?|rss|web\+feed|podcast|pcast|itpc)\s*:\s*|about:reader\?url=", re.IGNORECASE
)
_HTTP_TYPO: Final = re.compile(
    r"(?:h{1,2}t{1,3}p{1,2}(?P<s>s{0,2})|htps|ttps?|hpp?ts?|htt?sp|hptts?|http(?P<s2>s)?s?)"
    r"(?:\s?[:;.,]{1,2}\s?[/\\]{1,4}|[/\\]{2,3}|[:;](?=[\w-]+\.[\w-]))\s?",
    re.IGNORECASE,
)
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
_HOST: Final = re.compile(r"(?!-)[^\s!\"#$%&'()*+,/:;<=>?@\[\\\]^`{|}~]{1,253}")
_UNSAFE: Final = re.compile('[\x00-\x20\x7f-\x9f\\\\<>"\ud800-\udfff\u2066-\u2069\ufffd\ufffe\uffff]')
_MAIL: Final = re.compile(r"(?:mailto:)?([^\s@/:<>]+)@([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_NAMED_MAIL: Final = re.compile(r"[^<>@:/]*<([^\s@/:<>]+)@([\w-]+(?:\.[\w-]+)+)>")
_HANDLE: Final = re.compile(r"@([\w.-]+)@([\w-]+(?:\.[\w-]+)+)")
_HANDLE_IN_TEXT: Final = re.compile(r"(?<![\w.@/-])" + _HANDLE.pattern)
_COMMUNITY: Final = re.compile(r"!([\w.-]+)@([\w-]+(?:\.[\w-]+)+)")
_BLUESKY: Final = re.compile(r"@([\w-]+(?:\.[\w-]+)*\.bsky\.social)", re.IGNORECASE)
_REDDIT: Final = re.compile(r"/?(r|u|user)/([\w-]{2,30})/?")
_WRITTEN_LINK: Final = re.compile(
    r"\]\(\s*(https?://[^\s)]+)\s*\)|href\s*=\s*[\"']?(https?://[^\s\"'>]+)", re.IGNORECASE
)
_WRAPPED: Final = re.compile(r"[^./\s]{1,40}?[(\"'=>](https?://[^\s<>\"„“”»«]+)", re.IGNORECASE)
"""Behind the words of a formula or a setting, never behind a host."""
_FORUM_LINK: Final = re.compile(r"\[url\s*(?:=\s*[\"']?([^\]\"']+)[\"']?)?\]([^\[\s]*)", re.IGNORECASE)
_MARKED: Final = re.compile(r"(?:\[\[|@)?(https?://[^\s<>|\[\]]+)(?:<[^<>]*>|\|[^/=&|]*)?", re.IGNORECASE)
_IN_TEXT: Final = re.compile(r"(?:https?://|(?<![\w@.])www\.)[^\s<>\"„“”»«]+", re.IGNORECASE)
_ENDINGS: Final = (
    "de|at|ch|li|lu|eu|com|net|org|info|biz|io|app|dev|shop|blog|online|store|social|news|email|club|site|website|tv|me|co"
    "|uk|fr|nl|be|dk|pl|cz|it|es|se|no|fi|us|cloud|digital|gmbh|haus|jetzt|immo|reise|berlin|hamburg|koeln|cologne|bayern"
    "|nrw|ruhr|saarland|wien|tirol|swiss|forum|community|chat|wiki|xyz|page|space|world|zone|example|test|local|localhost"
)
_BARE: Final = re.compile(
    rf"(?<![\w@.:/-])(?:[\w-]+\.)+(?:{_ENDINGS})(?::\d{{2,5}})?(?:/[^\s<>\"„“”»«]*)?(?![\w@-])", re.IGNORECASE
)
_COMMA_HOST: Final = re.compile(
    r"(?:www[.,]\s?)?[\w-]+(?:[.,][\w-]+)*[.,](?:de|at|ch|com|net|org|info|eu)(?=$|[/:?#])", re.IGNORECASE
)
_SPACED_HOST: Final = re.compile(rf"www\s?\.\s?[\w-]+\s?\.\s?(?:{_ENDINGS})(?=$|[/:?#\s])", re.IGNORECASE)
_CARRIED: Final = (
    (re.compile(r"\.safelinks\.protection\.outlook\.com$"), "url"),
    (re.compile(r"^lm?\.(?:facebook|instagram)\.com$"), "u"),
    (re.compile(r"^(?:www\.)?google\.[a-z.]{2,6}$"), "url q"),
    (re.compile(r"(?:^|\.)duckduckgo\.com$"), "uddg"),
    (re.compile(r"^(?:www\.)?newsblur\.com$"), "url"),
    (re.compile(r"^(?:www\.)?youtube\.com$"), "q"),
    (re.compile(r"^consent\.(?:youtube\.com|google\.[a-z.]{2,6})$"), "continue"),
)
_CONSENT: Final = re.compile(r"https://consent\.(?:youtube|google)\.", re.IGNORECASE)
_CARRYING_PATHS: Final = re.compile(r"/(?:url|l\.php|l/?|redirect|ml?|d)?/?")
_AMP: Final = re.compile(r"https://(?:www\.google\.[a-z.]{2,6}/amp|[\w-]+\.cdn\.ampproject\.org/[cv])/(s/)?(.+)")
_ARCHIVED: Final = re.compile(r"https?://web\.archive\.org/web/\d[\w*]*/(https?://.+)")
_BING: Final = re.compile(r"https://(?:www\.)?bing\.com/ck/a\?.*?[?&]u=a1([\w-]+)")
_READERS: Final = re.compile(
    r"https?://(?:[\w-]+\.)?(?:feedly|inoreader)\.com/.*?(?:feed(?:/|%2F))(https?(?::|%3A).+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class WebAddress:
    """What was typed, as a web address.

    Attributes:
        url: Absolute http or https address without user information and fragment.
        scheme_given: Whether it came with http or https; without, https was put before it.
        user: User name that stood in it, or None.
        password: Password that stood in it, or None; never to be logged.
        carrier: Redirect that carried the address, or None. Who made the redirect chose where it leads, not who
            pasted it: it must not lead into the home network.
    """

    url: str
    scheme_given: bool
    user: str | None = None
    password: str | None = None
    carrier: str | None = None

    def __repr__(self) -> str:
        return "WebAddress(…)"


def read_address(typed: str) -> WebAddress:
    """The web address in what a person pasted.

    Understands ``feed:`` and its likes, a missing or mistyped scheme, quotes and full stops around the address, an
    address inside a sentence or a link of Markdown or HTML, redirects of mail programs and search engines, handles
    (``@name@server``, ``!gruppe@server``, ``r/gruppe``).

    Raises:
        InputError: ``address-empty``, ``address-mail`` (the detail is its server) or ``address-bad``.
    """
    if len(typed) > MAX_TYPED:
        raise InputError("address-bad", typed[:80])
    whole = _unmarked(unicodedata.normalize("NFC", typed).translate(_INVISIBLE).strip())
    text = _trimmed(whole)
    if not text:
        raise InputError("address-empty")
    shorthand = _shorthand(text)
    if shorthand is not None:
        return WebAddress(shorthand, scheme_given=True)
    mail = _MAIL.fullmatch(text) or _NAMED_MAIL.fullmatch(whole)
    if mail is not None and "://" not in text:
        raise InputError("address-mail", mail[2].lower())
    text, given = _with_scheme(_picked(text))
    return _checked(text, given, typed.strip())


def _unmarked(text: str) -> str:
    """An address without the marks of a forum, a wiki or a web page around it."""
    if text.lower().startswith(("http%3a%2f%2f", "https%3a%2f%2f")):
        text = unquote(text)
    if text.startswith("&lt;"):
        text = unescape(text)
    forum = _FORUM_LINK.search(text)
    if forum is not None:
        return forum[1] or forum[2]
    marked = _MARKED.fullmatch(text)
    return marked[1] if marked is not None else text


def _trimmed(text: str) -> str:
    """Without quotes, brackets and full stops around it; a closing bracket that was opened inside stays."""
    text = text.strip().lstrip(_OPENING).strip()
    while text and text[-1] in _CLOSING:
        last = text[-1]
        opener = _PAIRS.get(last)
        if opener is not None and text.count(opener) >= text.count(last) and "//" in text:
            break
        text = text[:-1].rstrip()
    return text


def _shorthand(text: str) -> str | None:
    """The page a handle stands for."""
    found = _BLUESKY.fullmatch(text)
    if found is not None:
        return f"https://bsky.app/profile/{found[1].lower()}"
    found = _HANDLE.fullmatch(text)
    if found is not None:
        return f"https://{found[2].lower()}/@{found[1]}"
    found = _COMMUNITY.fullmatch(text)
    if found is not None:
        return f"https://{found[2].lower()}/c/{found[1]}"
    found = _REDDIT.fullmatch(text)
    if found is not None:
        return f"https://www.reddit.com/{'r' if found[1] == 'r' else 'user'}/{found[2]}"
    return None


def _picked(text: str) -> str:
    """The address alone, out of a sentence, a link or behind the word that announces it."""
    written = _WRITTEN_LINK.search(text)
    if written is not None:
        return _trimmed(unescape(written[1] or written[2]))
    while (wrapper := _WRAPPERS.match(text)) is not None:
        rest = text[wrapper.end() :]
        text = f"http:{rest}" if rest.startswith("//") else rest.strip()
        if text[:12].lower().startswith(("http%3a", "https%3a")):
            text = unquote(text)
    if _BLANKS.search(text) is None:
        wrapped = _WRAPPED.match(text)
        return _mended(text if wrapped is None else wrapped[1])
    joined = _joined(text)
    if joined is not None:
        return joined
    begins = _IN_TEXT.match(text) is not None
    for pattern in (_IN_TEXT,) if begins else (_IN_TEXT, _SPACED_HOST, _BARE):
        found = pattern.search(text)
        if found is not None and "." in found[0]:
            return _mended(_trimmed(_BLANKS.sub("", found[0])))
    handle = _HANDLE_IN_TEXT.search(text)
    return f"https://{handle[2].lower()}/@{handle[1]}" if handle is not None else text


def _joined(text: str) -> str | None:
    """An address that a mail program broke into lines, or that a blank slipped into behind the scheme."""
    typo = _HTTP_TYPO.match(text)
    if typo is not None and _BLANKS.search(text[typo.end() :]) is None:
        return _mended(text)
    lines = text.splitlines()
    if len(lines) in (2, 3) and _IN_TEXT.match(text) and not any(_BLANKS.search(line.strip()) for line in lines):
        head, tail = lines[0].strip(), [line.strip() for line in lines[1:]]
        is_broken = head.endswith(("/", "-", "=", "&", "?", "_", "%")) or tail[0][:1] in "/-=&?_%"
        if is_broken and not any(_IN_TEXT.match(line) for line in tail):
            return _mended(head + "".join(tail))
    return None


def _mended(text: str) -> str:
    """With the scheme and the dots a hasty hand meant."""
    text = _trimmed(text)
    if "&amp;" in text:
        text = unescape(text)
    typo = _HTTP_TYPO.match(text)
    if typo is not None:
        is_safe = "s" in typo[0].lower().replace("\\", "")
        rest = text[typo.end() :].lstrip("/\\")
        head, mark, tail = rest.partition("?")
        text = f"{'https' if is_safe else 'http'}://{head.replace(chr(92), '/')}{mark}{tail}"
        inner = _HTTP_TYPO.match(text.partition("://")[2])
        if inner is not None and not inner[0].startswith("http."):
            return _mended(text.partition("://")[2])
    scheme, separator, rest = text.partition("://")
    rest = rest if separator else scheme
    comma = _COMMA_HOST.match(rest)
    if comma is not None and "," in comma[0]:
        rest = comma[0].replace(",", ".").replace(" ", "") + rest[comma.end() :]
    return f"{scheme}://{rest}" if separator else rest


def _with_scheme(text: str) -> tuple[str, bool]:
    lowered = text.lower()
    if lowered.startswith(("http://", "https://")):
        return text, True
    scheme = _SCHEME.match(text)
    if scheme is not None and "." not in scheme[1] and scheme[1].lower() != "localhost":
        raise InputError("address-bad", _shown(text))
    return f"https://{text.lstrip('/')}", False


def _checked(text: str, given: bool, typed: str) -> WebAddress:
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as error:
        raise InputError("address-bad", _shown(typed)) from error
    if (
        not _is_host(host, given)
        or port == 0
        or len(text) > MAX_URL
        or _UNSAFE.search(text.partition("#")[0]) is not None
    ):
        raise InputError("address-bad", _shown(typed))
    if "@" in parts.netloc and not given:
        raise InputError("address-mail", host)
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port is None else f"{shown}:{port}"
    url = urlunsplit((parts.scheme.lower(), netloc, parts.path, parts.query, ""))
    user = unquote(parts.username) if parts.username else None
    password = unquote(parts.password or "") if "@" in parts.netloc else None
    target = _unwrapped(url)
    if target != url:
        return WebAddress(target, scheme_given=True, carrier=url)
    return WebAddress(url, given, user, password)


def _shown(typed: str) -> str:
    """What was typed, as it may be shown: no login, not endless."""
    return re.sub(r"(?:(?<=//)|\b(?=[^/?#\s:@]+:[^/?#\s@]+@))[^/?#\s]*@", "", typed)[:120]


def _unwrapped(url: str) -> str:
    """The address a redirect of a mail program, a search engine or a feed reader carries; else `url`."""
    target = _carried(url)
    return target.partition("#")[0] if target is not None and _leads_somewhere(target) else url


def _carried(url: str) -> str | None:
    reader = _READERS.fullmatch(url)
    if reader is not None:
        return unquote(reader[1]) if "%3a" in reader[1].lower() else reader[1]
    amp = _AMP.fullmatch(url)
    if amp is not None:
        return f"{'https' if amp[1] else 'http'}://{amp[2]}"
    whole = _ARCHIVED.fullmatch(url) or _BING.match(url)
    if whole is not None:
        return whole[1] if whole.re is _ARCHIVED else _of_bing(whole[1])
    parts = urlsplit(url)
    for host, names in _CARRIED:
        if host.search(parts.hostname or "") is None or _CARRYING_PATHS.fullmatch(parts.path) is None:
            continue
        carried = parse_qs(parts.query)
        for name in names.split():
            target = carried.get(name, [""])[0]
            if target.startswith(("http://", "https://")):
                return target
    return None


def _leads_somewhere(target: str) -> bool:
    """Whether what a redirect carries is an address at all: anybody may have written it."""
    try:
        parts = urlsplit(target)
        _ = parts.port
    except ValueError:
        return False
    is_web = parts.scheme in ("http", "https") and _UNSAFE.search(target) is None
    return is_web and _is_host((parts.hostname or "").rstrip("."), scheme_given=True)


def _of_bing(coded: str) -> str | None:
    """The address in a link of Bing's hits."""
    try:
        return urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).decode("ascii")
    except ValueError:
        return None


def consent_target(url: str) -> str | None:
    """Where a question for consent to cookies leads afterwards, None for any other page."""
    if _CONSENT.match(url) is None:
        return None
    target = _unwrapped(url)
    return target if target != url else None


def _is_host(host: str, scheme_given: bool) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        if host.rpartition(".")[2].isdigit():
            return scheme_given  # a number in disguise: the wire says what it means
        in_the_house = host == "localhost" or scheme_given
        return _HOST.fullmatch(host) is not None and ".." not in host and (in_the_house or "." in host.strip("."))
    return True


def shown_host(host: str) -> str:
    """A host as its owner writes it: ``xn--mller-kva.de`` is *müller.de*.

    Only Latin letters are decoded, as browsers do: others may pass for these.
    """
    return ".".join(_shown_label(label) for label in host.split("."))


def _shown_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        shown = label[4:].encode("ascii").decode("punycode")
    except ValueError:  # UnicodeError is one
        return label
    is_latin = all(sign in "-0123456789" or (sign.isalpha() and ord(sign) < 0x250) for sign in shown)
    return shown if is_latin else label
