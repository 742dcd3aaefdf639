"""What has happened: frozen values with ids, never contents."""

from dataclasses import dataclass

from kundenradar.domain.mentions import EntryId
from kundenradar.domain.sources import SourceId


@dataclass(frozen=True, slots=True)
class SourcesChanged:
    """Sources were added, edited, paused or removed."""

    ids: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedChecked:
    """A source was polled, with whatever result."""

    source: SourceId


@dataclass(frozen=True, slots=True)
class RefreshProgress:
    """A round of polling moved on.

    Attributes:
        done: Sources finished.
        total: Sources in this round.
        new: Mentions that came in so far.
        finished: Whether the round is over.
    """

    done: int
    total: int
    new: int
    finished: bool = False


@dataclass(frozen=True, slots=True)
class MentionsAdded:
    """New mentions stand in the store."""

    ids: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class MentionsChanged:
    """Status, sentiment, bookmark or text of mentions changed. No ids: many."""

    ids: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftsChanged:
    """A reply draft was saved, copied or removed."""

    mention: EntryId


@dataclass(frozen=True, slots=True)
class QueriesChanged:
    """Suchprofile were added, edited or removed."""


@dataclass(frozen=True, slots=True)
class CausesChanged:
    """Causes or their words were edited; stored mentions must be read again."""


@dataclass(frozen=True, slots=True)
class SnippetsChanged:
    """Text snippets were added, edited or removed."""


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """Preferences were saved."""


Event = (
    SourcesChanged
    | FeedChecked
    | RefreshProgress
    | MentionsAdded
    | MentionsChanged
    | DraftsChanged
    | QueriesChanged
    | CausesChanged
    | SnippetsChanged
    | SettingsChanged
)
