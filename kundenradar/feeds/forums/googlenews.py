"""Google News: identifiers and links change with every answer; the text only repeats headlines."""

import re
from typing import Final

from kundenradar.feeds.dates import parse_date
from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.raw import RawEntry, RawText


def _rewrite(entry: RawEntry, _place: Place) -> None:
    """Known by title, source and day; judged by its headline alone."""
    title = " ".join(entry.title.value.split()).casefold()
    outlet = " ".join(entry.outlet.split()).casefold()
    if outlet:
        title = re.sub(rf"\s+[-–—|]\s+{re.escape(outlet)}$", "", title)
    published = parse_date(entry.dates.get("published", ""))
    if title:
        entry.key = f"news:{title}|{outlet}|{published:%Y-%m-%d}" if published else f"news:{title}|{outlet}"
    entry.own = RawText()


RULES: Final = Rules(rewrite=_rewrite, by_time=False)
