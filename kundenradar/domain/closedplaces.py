"""Places where people write about firms but no program may listen."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit


class WhatHelps(StrEnum):
    """What to offer in the place of a feed."""

    SEARCH = "search"  # public pages that search engines know
    BY_HAND = "by-hand"  # nobody but the owner sees it: write it down
    NOTICES = "notices"  # the place itself sends notices to the owner of the profile
    ALERTS = "alerts"  # Google Alerts: the feed exists, its own address is needed


@dataclass(frozen=True, slots=True)
class ClosedPlace:
    """A platform without feeds.

    Attributes:
        name: As people call it.
        site: Host for ``site:`` searches; empty where search engines see nothing.
        helps: What works instead, best first.
    """

    name: str
    site: str
    helps: tuple[WhatHelps, ...]


_SEARCH, _HAND, _NOTICES = WhatHelps.SEARCH, WhatHelps.BY_HAND, WhatHelps.NOTICES
_PUBLIC: Final = (_SEARCH, _HAND)
_REVIEWS: Final = (_NOTICES, _SEARCH, _HAND)
_INNER: Final = (_NOTICES, _HAND)
_ENDING: Final = r"\.(?:de|at|ch|com|net|org|eu|info|co\.uk|it|fr|es|nl)"

_PLACES: Final = (
    (r"gutefrage\.net", "gutefrage", "gutefrage.net", _PUBLIC),
    (r"kununu\.com", "kununu", "kununu.com", _REVIEWS),
    (rf"trustpilot{_ENDING}", "Trustpilot", "de.trustpilot.com", _REVIEWS),
    (r"facebook\.(?:com|de)|fb\.com|fb\.me|fb\.watch|messenger\.com", "Facebook", "facebook.com", _INNER),
    (r"instagram\.com|instagr\.am", "Instagram", "instagram.com", _INNER),
    (r"threads\.(?:net|com)", "Threads", "threads.com", _INNER),
    (r"x\.com|twitter\.com|t\.co", "X (früher Twitter)", "x.com", _INNER),
    (r"linkedin\.com|lnkd\.in", "LinkedIn", "linkedin.com", _INNER),
    (r"xing\.com", "XING", "xing.com", _INNER),
    (r"tiktok\.com", "TikTok", "tiktok.com", _INNER),
    (r"snapchat\.com", "Snapchat", "", _INNER),
    (r"whatsapp\.com|wa\.me", "WhatsApp", "", (_HAND,)),
    (r"t\.me|telegram\.(?:org|me)", "Telegram", "", (_HAND,)),
    (r"discord\.(?:com|gg)", "Discord", "", (_HAND,)),
    (r"signal\.(?:org|group)", "Signal", "", (_HAND,)),
    (r"twitch\.tv", "Twitch", "", (_HAND,)),
    (rf"yelp{_ENDING}", "Yelp", "yelp.de", _REVIEWS),
    (r"jameda\.de|docplanner\.com", "jameda", "jameda.de", _REVIEWS),
    (r"doctolib\.de", "Doctolib", "doctolib.de", _INNER),
    (rf"holidaycheck{_ENDING}", "HolidayCheck", "holidaycheck.de", _REVIEWS),
    (rf"tripadvisor{_ENDING}", "Tripadvisor", "tripadvisor.de", _REVIEWS),
    (r"booking\.com", "Booking.com", "booking.com", _REVIEWS),
    (rf"expedia{_ENDING}|hotels\.com", "Expedia", "expedia.de", _REVIEWS),
    (r"hrs\.(?:de|com)", "HRS", "hrs.de", _REVIEWS),
    (rf"airbnb{_ENDING}", "Airbnb", "", _INNER),
    (r"opentable\.(?:de|com)", "OpenTable", "opentable.de", _REVIEWS),
    (r"quandoo\.(?:de|com)", "Quandoo", "quandoo.de", _REVIEWS),
    (r"lieferando\.de|lieferando\.at", "Lieferando", "lieferando.de", _INNER),
    (r"wolt\.com", "Wolt", "", _INNER),
    (r"ubereats\.com", "Uber Eats", "", _INNER),
    (r"proven-?expert\.com", "ProvenExpert", "provenexpert.com", _REVIEWS),
    (r"check24\.de", "Check24", "check24.de", _REVIEWS),
    (r"ekomi\.(?:de|com)", "eKomi", "ekomi.de", _REVIEWS),
    (rf"trustedshops{_ENDING}", "Trusted Shops", "trustedshops.de", _REVIEWS),
    (r"ausgezeichnet\.org", "Ausgezeichnet.org", "ausgezeichnet.org", _REVIEWS),
    (r"11880\.com", "11880", "11880.com", _REVIEWS),
    (r"werkenntdenbesten\.de", "werkenntdenbesten", "werkenntdenbesten.de", _REVIEWS),
    (r"immobilienscout24\.de|immoscout24\.(?:de|at|ch)", "ImmoScout24", "immobilienscout24.de", _REVIEWS),
    (r"my-?hammer\.de", "MyHammer", "my-hammer.de", _REVIEWS),
    (r"treatwell\.de", "Treatwell", "treatwell.de", _REVIEWS),
    (r"autoscout24\.de", "AutoScout24", "autoscout24.de", _REVIEWS),
    (rf"glassdoor{_ENDING}", "Glassdoor", "glassdoor.de", _REVIEWS),
    (rf"indeed{_ENDING}", "Indeed", "indeed.com", _REVIEWS),
    (rf"amazon{_ENDING}|amzn\.(?:to|eu)", "Amazon", "amazon.de", _REVIEWS),
    (rf"ebay{_ENDING}|ebay\.us", "eBay", "ebay.de", _INNER),
    (r"kleinanzeigen\.de|ebay-kleinanzeigen\.de", "Kleinanzeigen", "", _INNER),
    (rf"etsy{_ENDING}", "Etsy", "etsy.com", _REVIEWS),
    (rf"idealo{_ENDING}", "idealo", "idealo.de", _PUBLIC),
    (r"nebenan\.de|nextdoor\.(?:de|com)", "nebenan.de", "", (_HAND,)),
    (r"quora\.com", "Quora", "de.quora.com", _PUBLIC),
    (r"play\.google\.com", "Google Play", "play.google.com", _REVIEWS),
    (
        r"g\.page|maps\.app\.goo\.gl|maps\.google\.[a-z.]{2,6}|(?:business|search)\.google\.com|share\.google",
        "Google-Bewertungen",
        "",
        _INNER,
    ),
)
_SHORTENED: Final = {"goo.gl": "/maps", "g.co": "/kgs"}
"""Where Google's short addresses lead to reviews."""
_GOOGLE: Final = re.compile(r"^(?:www\.)?google\.[a-z.]{2,6}$")
GOOGLE_REVIEWS: Final = ClosedPlace("Google-Bewertungen", "", _INNER)
GOOGLE_ALERTS: Final = ClosedPlace("Google Alerts", "", (WhatHelps.ALERTS,))


@lru_cache(maxsize=1)
def _places() -> tuple[tuple[re.Pattern[str], ClosedPlace], ...]:
    """The platforms with their hosts, compiled when the first address is looked at."""
    return tuple(
        (re.compile(rf"(?:^|\.)(?:{pattern})$"), ClosedPlace(name, site, helps))
        for pattern, name, site, helps in _PLACES
    )


def closed_place(url: str) -> ClosedPlace | None:
    """The platform behind an address if nothing can be heard there, else None.

    Google's maps and reviews are closed, its news and its alert feeds are not; the page where alerts are made has
    no feed itself.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    for pattern, place in _places():
        if pattern.search(host) is not None:
            return place
    shortened = _SHORTENED.get(host)
    if shortened is not None and parts.path.startswith(shortened):
        return GOOGLE_REVIEWS
    if _GOOGLE.search(host) is None:
        return None
    if parts.path.startswith("/alerts"):
        return None if parts.path.startswith("/alerts/feeds/") else GOOGLE_ALERTS
    is_review = parts.path.startswith(("/maps", "/localservices"))
    return GOOGLE_REVIEWS if is_review or (parts.path == "/search" and "q=" not in parts.query) else None


def closed_place_of_host(host: str) -> ClosedPlace | None:
    """As `closed_place`, when only the host is known any more."""
    path = "/maps" if _GOOGLE.search(host) else _SHORTENED.get(host, "/")
    return closed_place(f"https://{host}{path}")
