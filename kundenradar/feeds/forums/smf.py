"""Simple Machines Forum: links hold topic and message, in three spellings; guests have no address."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Rules, patterns

RULES: Final = Rules(
    threads=patterns(r"[?;&/]topic[=,](\d+)"),
    posts=patterns(r"[?;&/]topic[=,]\d+\.msg(\d+)", r"#msg(\d+)$"),
    by_thread=True,
    answered=re.compile(
        r"<(?:div class=\"quoteheader\"|blockquote\b[^>]*>\s*<cite)>.{0,200}?"
        r"href=\"([^\"]*topic[=,]\d+\.msg\d+[^\"]*)\"",
        re.IGNORECASE | re.DOTALL,
    ),
)
