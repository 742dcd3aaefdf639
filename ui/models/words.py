"""German words, icons and colours of sentiment, status and source kind; colour never stands alone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from kundenradar.domain.mentions import MentionLine, MentionStatus
from kundenradar.domain.notes import CHANNEL_WORDS, Channel
from kundenradar.domain.sentiment import Label
from kundenradar.domain.sources import Source, SourceKind, SourceState, state_of
from kundenradar.domain.understanding import Concern
from ui import formats

if TYPE_CHECKING:
    from datetime import datetime

SENTIMENT_WORDS: Final = {Label.POSITIVE: "Positiv", Label.NEUTRAL: "Neutral", Label.NEGATIVE: "Negativ"}
SENTIMENT_ICONS: Final = {
    Label.POSITIVE: "smiley",
    Label.NEUTRAL: "smiley-meh",
    Label.NEGATIVE: "smiley-sad",
}
LABELS_IN_ORDER: Final = (Label.POSITIVE, Label.NEUTRAL, Label.NEGATIVE)

STATUS_WORDS: Final = {
    MentionStatus.NEW: "Neu",
    MentionStatus.IN_PROGRESS: "In Arbeit",
    MentionStatus.ANSWERED: "Beantwortet",
    MentionStatus.DONE: "Erledigt",
    MentionStatus.IGNORED: "Ignoriert",
}
STATUS_ICONS: Final = {
    MentionStatus.NEW: "circle",
    MentionStatus.IN_PROGRESS: "circle-half",
    MentionStatus.ANSWERED: "arrow-bend-up-left",
    MentionStatus.DONE: "check-circle",
    MentionStatus.IGNORED: "prohibit",
}

CONCERN_WORDS: Final = {
    Concern.HELP: "Hilferuf",
    Concern.CRITICISM: "Kritik",
    Concern.QUESTION: "Frage",
    Concern.SUGGESTION: "Vorschlag",
    Concern.PRAISE: "Lob",
    Concern.RECOMMENDATION: "Empfehlung",
    Concern.ADVERT: "Anzeige",
}
CONCERN_ICONS: Final = {
    Concern.HELP: "lifebuoy",
    Concern.CRITICISM: "thumbs-down",
    Concern.QUESTION: "question",
    Concern.SUGGESTION: "lightbulb",
    Concern.PRAISE: "thumbs-up",
    Concern.RECOMMENDATION: "handshake",
    Concern.ADVERT: "megaphone",
}
NEEDS_ANSWER: Final = "Antwort nötig"
PASSING_WORDS: Final = {True: "Nur am Rande erwähnt", False: "Ohne am Rande Erwähntes"}
ANSWERED_BY_OTHERS: Final = "Schon von anderen beantwortet"
MOST_SAFETY_WORDS: Final = 3

GONE: Final = "Nicht mehr im Feed"
DRAFT: Final = "Entwurf begonnen"
COPY: Final = "gleiche Meldung"

KIND_ICONS: Final = {
    SourceKind.FORUM: "chat-text",
    SourceKind.BLOG: "article",
    SourceKind.COMMENTS: "chats",
    SourceKind.REVIEW: "star",
    SourceKind.PRESS: "newspaper",
    SourceKind.SOCIAL: "users",
    SourceKind.VIDEO: "video-camera",
    SourceKind.PODCAST: "microphone",
    SourceKind.ALERT: "bell",
    SourceKind.OTHER: "rss",
    SourceKind.MANUAL: "note-pencil",
}

TROUBLED_STATES: Final = frozenset((SourceState.BROKEN, SourceState.GONE))


def is_broken(source: Source) -> bool:
    """Whether the source needs a person."""
    return state_of(source) in TROUBLED_STATES


def channel_word(channel: str | None) -> str:
    """``Telefon`` of what was entered by hand; empty for what was heard."""
    return CHANNEL_WORDS[Channel(channel)] if channel else ""


def safety_words(words: Iterable[str]) -> str:
    """``„brennt“, „Stromschlag“``: words of danger, each once, at most three."""
    shown = list(dict.fromkeys(words))
    more = " und mehr" if len(shown) > MOST_SAFETY_WORDS else ""
    return ", ".join(f"„{word}“" for word in shown[:MOST_SAFETY_WORDS]) + more


def told_concerns(line: MentionLine) -> tuple[Concern, ...]:
    """The concerns a row tells: praise beside a positive one and criticism beside a negative one say nothing new.

    What we wrote ourselves wants nothing of us.
    """
    if line.own:
        return ()
    plain = {Label.POSITIVE: Concern.PRAISE, Label.NEGATIVE: Concern.CRITICISM}.get(line.label)
    return tuple(concern for concern in line.concerns if concern is not plain)


def alike(copies: int) -> str:
    """``3 gleiche Meldungen`` of a mention with two near copies."""
    return f"{copies + 1} gleiche Meldungen"


def sentiment_with_score(label: Label, score: float, *, by_human: bool) -> str:
    """``Neutral (−0,09)``, or ``Negativ · von Ihnen`` where a person has decided."""
    word = SENTIMENT_WORDS[label]
    return f"{word} · von Ihnen" if by_human else f"{word} ({formats.score(score)})"


def spoken(line: MentionLine, now: "datetime | None" = None) -> str:
    """A row of the list as a screen reader says it: what decides first, then where and when."""
    parts = [SENTIMENT_WORDS[line.label] + (" von Ihnen" if line.by_human else "")]
    if not line.seen:
        parts.append("ungelesen")
    if line.status is not MentionStatus.NEW:
        parts.append(STATUS_WORDS[line.status].lower())
    if line.safety:
        parts.append(f"Gefahr {safety_words(line.safety)}")
    parts += [CONCERN_WORDS[concern] for concern in told_concerns(line)]
    if line.answered_by_others:
        parts.append(ANSWERED_BY_OTHERS.lower())
    if line.bookmarked:
        parts.append("gemerkt")
    if line.own:
        parts.append("eigener Beitrag")
    if line.copies:
        parts.append(alike(line.copies))
    if line.same_as is not None:
        parts.append(COPY)
    if line.has_draft:
        parts.append(DRAFT)
    if line.gone:
        parts.append(GONE.lower())
    head = line.title or line.snippet
    where = f"{line.source_name}, {line.author}" if line.author else line.source_name
    return f"{', '.join(parts)}: {head}. {where}, {formats.when(line.at, now or formats.utc_now())}"
