"""Invision Community: one entry per topic or comment; links carry the title."""

from typing import Final

from kundenradar.feeds.forums.rules import Rules, patterns

RULES: Final = Rules(
    threads=patterns(r"/topic/(\d+)-", r"[?&]showtopic=(\d+)"),
    posts=patterns(r"[?&]comment=(\d+)", r"#comment-(\d+)$", r"#findComment-(\d+)$", r"[?&]p=(\d+)"),
    by_thread=True,
)
