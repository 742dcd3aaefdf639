"""A snapshot or one write, with a repository per aggregate."""

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy.engine import Connection

if TYPE_CHECKING:
    from kundenradar.store.corrections import Corrections
    from kundenradar.store.days import Days
    from kundenradar.store.documents import Documents
    from kundenradar.store.drafts import Drafts, Snippets
    from kundenradar.store.entries import Entries
    from kundenradar.store.groups import Groups
    from kundenradar.store.likeness import Likenesses
    from kundenradar.store.mentions import Mentions
    from kundenradar.store.noise import Exclusions
    from kundenradar.store.queries import Queries
    from kundenradar.store.search import Search
    from kundenradar.store.sources import Sources
    from kundenradar.store.traits import Causes, Traits


class Transaction:
    """Repositories over one connection. Not to be kept beyond its `with` block."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def sources(self) -> "Sources":
        """Sources and their polls."""
        from kundenradar.store.sources import Sources

        return Sources(self._connection)

    @cached_property
    def entries(self) -> "Entries":
        """Everything heard."""
        from kundenradar.store.entries import Entries

        return Entries(self._connection)

    @cached_property
    def documents(self) -> "Documents":
        """The newest document of each source."""
        from kundenradar.store.documents import Documents

        return Documents(self._connection)

    @cached_property
    def mentions(self) -> "Mentions":
        """What concerns us."""
        from kundenradar.store.mentions import Mentions

        return Mentions(self._connection)

    @cached_property
    def traits(self) -> "Traits":
        """What was understood of mentions."""
        from kundenradar.store.traits import Traits

        return Traits(self._connection)

    @cached_property
    def causes(self) -> "Causes":
        """Causes with their words."""
        from kundenradar.store.traits import Causes

        return Causes(self._connection)

    @cached_property
    def corrections(self) -> "Corrections":
        """What the owner corrected."""
        from kundenradar.store.corrections import Corrections

        return Corrections(self._connection)

    @cached_property
    def groups(self) -> "Groups":
        """Near copies of one message."""
        from kundenradar.store.groups import Groups

        return Groups(self._connection)

    @cached_property
    def likeness(self) -> "Likenesses":
        """Sketches of mentions, to find near copies."""
        from kundenradar.store.likeness import Likenesses

        return Likenesses(self._connection)

    @cached_property
    def queries(self) -> "Queries":
        """Suchprofile."""
        from kundenradar.store.queries import Queries

        return Queries(self._connection)

    @cached_property
    def search(self) -> "Search":
        """Full-text search."""
        from kundenradar.store.search import Search

        return Search(self._connection)

    @cached_property
    def noise(self) -> "Exclusions":
        """What is shut out."""
        from kundenradar.store.noise import Exclusions

        return Exclusions(self._connection)

    @cached_property
    def drafts(self) -> "Drafts":
        """Reply drafts."""
        from kundenradar.store.drafts import Drafts

        return Drafts(self._connection)

    @cached_property
    def snippets(self) -> "Snippets":
        """Text snippets."""
        from kundenradar.store.drafts import Snippets

        return Snippets(self._connection)

    @cached_property
    def days(self) -> "Days":
        """The daily roll-up."""
        from kundenradar.store.days import Days

        return Days(self._connection)
