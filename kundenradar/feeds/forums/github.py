"""GitHub: releases, commits, discussions; authors may be named by address only."""

from typing import Final

from kundenradar.feeds.forums.rules import Rules, patterns

RULES: Final = Rules(threads=patterns(r"/((?:discussions|issues|pull)/\d+)(?:#|/|\?|$)"))
