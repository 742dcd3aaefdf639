"""Vanilla: discussions and their comments by number; a quote leads to the comment quoted."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Rules, patterns

RULES: Final = Rules(
    threads=patterns(r"/discussion/(\d+)(?:/|\?|#|$)"),
    posts=patterns(r"/discussion/comment/(\d+)", r"#Comment_(\d+)$"),
    by_thread=True,
    answered=re.compile(
        r"class=\"QuoteAuthor\"(?:(?!</div>).){0,600}?href=\"([^\"]*/discussion/comment/\d+[^\"]*)\"",
        re.IGNORECASE | re.DOTALL,
    ),
)
