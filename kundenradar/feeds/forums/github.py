"""GitHub, GitLab, Gitea and Forgejo: a discussion is known by its repository, its sort and its number."""

from typing import Final

from kundenradar.feeds.forums.rules import Rules, patterns

RULES: Final = Rules(
    threads=patterns(
        r"https?://[^/]+/((?:[\w.-]+/)+?(?:-/)?(?:discussions|issues|pulls?|merge_requests)/\d+)(?:#|/|\?|$)"
    )
)
