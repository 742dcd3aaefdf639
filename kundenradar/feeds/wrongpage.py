"""What came instead of a feed: a web page, a login, a browser check, another file."""

import re
from dataclasses import replace
from typing import Final

from kundenradar.domain.errors import Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched

_LOOKED_AT: Final = 200_000
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|script|table)\b", re.IGNORECASE)
_BROWSER_CHECK: Final = re.compile(
    rb"<title>\s*(?:just a moment|attention required! \| cloudflare|einen moment|nur einen moment|ddos-guard"
    rb"|making sure you(?:'|&#39;|&rsquo;)re not a bot|checking your browser|one moment, please|security check"
    rb"|sicherheits(?:pr|\xc3\xbcberpr)|vercel security checkpoint|client challenge|bot verification)"
    rb"|/cdn-cgi/challenge-platform/|_cf_chl_opt|cf-browser-verification|checking your browser before"
    rb"|enable javascript and cookies to continue|ddos protection by|/\.within\.website/x/cmd/anubis"
    rb"|_incapsula_resource|geo\.captcha-delivery\.com|px-captcha|awswafintegration",
    re.IGNORECASE,
)
_PASSWORD: Final = re.compile(rb"<input\b[^>]{0,300}type\s*=\s*[\"']?password", re.IGNORECASE)
_FORUM_LOGIN: Final = re.compile(
    rb"ucp\.php\?mode=login|member\.php\?action=(?:do_)?login|action=login2|login\.php\?do=login|/wp-login\.php"
    rb"|data-template=[\"']login|index\.php\?login/|/login/?[\"'][^>]{0,200}id=[\"']loginform|/user/login|/session[\"'#?]",
    re.IGNORECASE,
)
_PORTAL: Final = re.compile(
    rb"nutzungsbedingungen\s+akzeptieren|akzeptieren sie die nutzungsbedingungen|wlan-?anmeldung|wifi-?login|hotspot"
    rb"|captive[ -]?portal|accept (?:the )?terms|kostenloses wlan|free wi-?fi|lodgenet|nomadix",
    re.IGNORECASE,
)
_MAINTENANCE: Final = re.compile(
    rb"<title>[^<]{0,80}(?:wartungs(?:arbeit|modus|seite|pause)|wegen wartung"
    rb"|(?:under|site|scheduled|down for) maintenance|maintenance mode"
    rb"|gleich wieder da|be right back|briefly unavailable)",
    re.IGNORECASE,
)
"""In the title of a page that stands in for a whole site; a heating firm writes of "Wartung" all day."""
_KNOWN: Final = (
    (re.compile(rb"\s*%PDF-"), "pdf"),
    (re.compile(rb"\x1f\x8b|PK\x03\x04|BZh|\xfd7zXZ"), "compressed"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF"), "image"),
    (re.compile(rb"[^<]{0,200}(?:<[?!][^>]{0,500}>\s*){0,8}<opml\b", re.IGNORECASE), "opml"),
    (re.compile(rb"[^<]{0,200}(?:<[?!][^>]{0,500}>\s*){0,8}<(?:urlset|sitemapindex)\b", re.IGNORECASE), "sitemap"),
)
_XML: Final = re.compile(rb"[^<]{0,200}<\?xml", re.IGNORECASE)


def trouble_of_page(fetched: Fetched, trouble: Trouble) -> Trouble:
    """A "no feed" told more exactly, from what the page says.

    Details: ``html``, ``login-page``, ``captive-portal``, ``maintenance``, ``opml``, ``sitemap``, ``pdf``,
    ``compressed``, ``image``, ``xml``, ``json``, ``text``. A check of the browser and the login page of a forum are
    troubles of their own.
    """
    head = fetched.body[:_LOOKED_AT]
    for pattern, word in _KNOWN:
        if pattern.match(head) is not None:
            return replace(trouble, detail=word)
    if _HTML.search(head[:20_000]) is not None:
        return _trouble_of_html(head, fetched, trouble)
    if _XML.match(head) is not None:
        return replace(trouble, detail="xml")
    return trouble if trouble.detail else replace(trouble, detail="text")


def is_html(body: bytes) -> bool:
    """Whether a document begins like a web page."""
    return _HTML.search(body[:2_000]) is not None


def is_browser_check(body: bytes) -> bool:
    """Whether a page only wants to know that a person with a browser is there."""
    return _BROWSER_CHECK.search(body[:_LOOKED_AT]) is not None


def _trouble_of_html(head: bytes, fetched: Fetched, trouble: Trouble) -> Trouble:
    if _BROWSER_CHECK.search(head) is not None:
        return replace(trouble, kind=TroubleKind.BROWSER_CHECK, detail="")
    if _PORTAL.search(head) is not None:
        return replace(trouble, detail="captive-portal")
    if _MAINTENANCE.search(head) is not None:
        return replace(trouble, detail="maintenance")
    if _PASSWORD.search(head) is not None:
        path = fetched.url.encode("utf-8", "replace").lower()
        if _FORUM_LOGIN.search(head) is not None or b"login" in path or b"anmeld" in path:
            return replace(trouble, kind=TroubleKind.LOGIN, detail="login-page")
        return replace(trouble, detail="login-page")
    return replace(trouble, detail="html")
