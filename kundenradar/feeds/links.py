"""Addresses as feeds give them: made absolute and harmless, and normalised to compare them."""

import re
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

MAX_LINK: Final = 2_000
_UNSAFE: Final = re.compile('[\x00-\x20\x7f-\x9f\\\\<>"\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffd\ufffe\uffff]')
_PLAIN: Final = re.compile(r"https?://[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][!#-;=?-\[\]_a-z~%A-Z]*)?")
_BARE: Final = re.compile(r"https?://([a-z0-9.-]+)((?:/[A-Za-z0-9/:@!$&'()*+,;=~._-]*)?)")
"""An address of host and path that needs no taking apart."""
_PLAIN_HOST: Final = re.compile(r"https?://([a-z0-9.-]+)(?=[/?#]|\Z)")
_WITHOUT_SCHEME: Final = re.compile(r"www\.[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}(?:[/?#]|$)", re.IGNORECASE)
_POST_ANCHOR: Final = re.compile(
    r"(?:p|pid|msg|post|post-|comment-?|comment_|kommentar-?|reply-?|answer-?|entry|c)?_?\d+",
    re.IGNORECASE,
)
_TRACKING: Final = re.compile(
    r"(?:utm_.*|mtm_.*|pk_.*|piwik_.*|matomo_.*|hsa_.*|stm_.*|at_(?:medium|campaign|custom\d)|wt_?(?:mc|zmc).*|wt\.(?:mc|z)?.*"
    r"|fbclid|gclid|gclsrc|gbraid|wbraid|gad_.*|srsltid|_ga|_gl|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|epik|igshid|igsh"
    r"|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|xtor|cmpid|cmp"
    r"|ref_?(?:src|url)|ns_campaign|ns_mchannel|rss|source_?rss|feed_?id|spm|oly_enc_id|oly_anon_id|vero_id|wickedid|sid"
    r"|phpsessid|jsessionid|sessionid)",
    re.IGNORECASE,
)
_SESSION: Final = re.compile(
    r"(?:^|[&;])(?:sid|s|phpsessid|jsessionid)=[0-9a-f]{26,64}(?=[&;]|$)|(?:^|[&;])phpsessid=[\w,-]{22,64}(?=[&;]|$)",
    re.IGNORECASE,
)
_SESSION_PAIR: Final = re.compile(r"s=[0-9a-f]{26,64}", re.IGNORECASE)
_SESSION_IN_PATH: Final = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;&]*", re.IGNORECASE)
_REDIRECT: Final = re.compile(
    r"https?://(?:(?:www|news)\.google\.[a-z.]{2,6}/url|www\.bing\.com/news/apiclick\.aspx)\?", re.IGNORECASE
)


def clean_link(raw: str | None, base_url: str) -> str | None:
    """`raw` as an absolute http(s) address, or None if it is none.

    Blanks are trimmed, user information is dropped, redirects of Google Alerts and Bing are unwrapped.

    Args:
        raw: A link as delivered, absolute or relative.
        base_url: Address it is relative to.
    """
    if not raw or len(raw) > MAX_LINK * 4:
        return None
    if _PLAIN.fullmatch(raw) is not None and len(raw) <= MAX_LINK and not _REDIRECT.match(raw):
        return raw
    trimmed = re.sub("[\t\r\n]", "", raw.strip()).replace(" ", "%20")
    if _WITHOUT_SCHEME.match(trimmed) is not None:
        trimmed = f"http://{trimmed}"
    try:
        url = urljoin(base_url, trimmed) if base_url else trimmed
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        netloc = parts.netloc.rpartition("@")[2]
        _ = parts.port  # raises for a port that is none
        url = urlunsplit(parts._replace(netloc=netloc))
    except ValueError:
        return None
    if len(url) > MAX_LINK or _UNSAFE.search(url) is not None:
        return None
    if _REDIRECT.match(url) is not None:
        return _unwrapped(url) or url
    return url


def _unwrapped(url: str) -> str | None:
    wanted = dict(parse_qsl(urlsplit(url).query))
    target = wanted.get("url") or wanted.get("q") or ""
    return clean_link(target, "") if target.startswith(("http://", "https://")) else None


def without_session(url: str) -> str:
    """`url` without the number of a visit that forum software hangs on its links."""
    if "=" not in url:
        return url
    address, mark, fragment = url.partition("#")
    path, _, query = address.partition("?")
    kept = _SESSION.sub("", query).lstrip("&;")
    return path + (f"?{kept}" if kept else "") + mark + fragment


def is_tracked(address: str) -> bool:
    """Whether an address carries parameters that only tell where a reader came from, or number a visit."""
    if "=" not in address or not address.startswith(("http://", "https://")):
        return False
    if ";" in address and _SESSION_IN_PATH.search(address) is not None:
        return True
    query = address.partition("?")[2].partition("#")[0]
    return any(map(_says_nothing, re.split("[&;]", query)))


def _says_nothing(pair: str) -> bool:
    """Whether a parameter only tells where a reader came from, or numbers a visit."""
    return _TRACKING.fullmatch(pair.partition("=")[0]) is not None or _SESSION_PAIR.fullmatch(pair) is not None


def normalised(link: str) -> str:
    """`link` in the form that tells whether two links lead to the same contribution.

    Without scheme, ``www.``, default port, tracking and session parameters, closing slash and fragment, unless
    the fragment names a post (``#p123``, ``#comment-4``).
    """
    if ";" in link:
        link = _SESSION_IN_PATH.sub("", link)
    bare = _BARE.fullmatch(link)
    if bare is not None:
        return bare[1].removeprefix("www.") + bare[2].rstrip("/")
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").removeprefix("www.")
        port = parts.port
    except ValueError:
        return link
    if port not in (None, 80, 443):
        host = f"{host}:{port}"
    query = parts.query
    if query:
        kept = [pair for pair in re.split("[&;]", query) if pair and not _says_nothing(pair)]
        query = "&".join(kept)
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._").rstrip("/")
    fragment = parts.fragment
    keeps_fragment = bool(fragment) and (_POST_ANCHOR.fullmatch(fragment) is not None or fragment[:1] in "!/")
    return host + path + (f"?{query}" if query else "") + (f"#{fragment}" if keeps_fragment else "")


def host_of(url: str) -> str:
    """Host name of an address, in lower case; empty if it has none."""
    plain = _PLAIN_HOST.match(url)
    if plain is not None:
        return plain[1]
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
