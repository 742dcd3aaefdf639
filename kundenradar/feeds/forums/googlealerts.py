"""Google Alerts: links lead through Google; what was found is known by the address it stands at."""

from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.links import normalised
from kundenradar.feeds.raw import RawEntry


def _rewrite(entry: RawEntry, _place: Place) -> None:
    if entry.link and "google." not in entry.link.partition("://")[2].partition("/")[0]:
        entry.key = f"link:{normalised(entry.link)}"


RULES: Final = Rules(rewrite=_rewrite, by_time=False)
