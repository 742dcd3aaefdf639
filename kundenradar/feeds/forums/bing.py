"""Bing's searches: links lead through Bing; what was found is known by the address it stands at."""

from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.links import normalised
from kundenradar.feeds.raw import RawEntry


def _rewrite(entry: RawEntry, _place: Place) -> None:
    if entry.link and ".bing.com/" not in entry.link:
        entry.key = f"link:{normalised(entry.link)}"


RULES: Final = Rules(rewrite=_rewrite, by_time=False)
