"""Kunena: posts by their anchor, on pages that move; the author may stand only in the title, after "von:"."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry, RawText

_BY: Final = re.compile(r"(.+) - (?:von|by|durch): (\S.{0,79})", re.DOTALL | re.IGNORECASE)
_BY_NAMED: Final = re.compile(r"(.+) - [^\W\d]{2,12}: (\S.{0,79})", re.DOTALL)


def _rewrite(entry: RawEntry, _place: Place) -> None:
    """Take the author off a title that ends in one; in another language only if the entry names the same."""
    title = entry.title.value.strip()
    told = _BY.fullmatch(title)
    if told is None:
        told = _BY_NAMED.fullmatch(title)
        told = told if told is not None and told[2] in entry.author else None
    if told is None:
        return
    entry.title = RawText(told[1], entry.title.markup, entry.title.base)
    entry.author = entry.author or told[2]


RULES: Final = Rules(
    threads=patterns(r"/(\d+)-[^/?#]+(?:\?[^#]*)?(?:#|$)", r"com_kunena[^#]*[?&]id=(\d+)"),
    posts=patterns(r"#(\d+)$", r"[?&]mesid=(\d+)"),
    rewrite=_rewrite,
)
