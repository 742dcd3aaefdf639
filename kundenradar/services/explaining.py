"""Why a mention was judged as it was: the text, the words that decided, and one sentence made of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kundenradar.context import Context
from kundenradar.domain.mentions import EntryId, Mention
from kundenradar.domain.sentiment import Label, Reason, Sentiment, Shown
from kundenradar.domain.subject import About, AboutLabel
from kundenradar.services import learning, meant

MOST_NAMED = 3
MOST_WORDS = 5
"""Words of one stretch that a sentence quotes whole."""
LABEL_WORDS = {Label.POSITIVE: "positiv", Label.NEUTRAL: "neutral", Label.NEGATIVE: "negativ"}


@dataclass(frozen=True, slots=True)
class Why:
    """The model's judgement of today, explained.

    Attributes:
        text: Title and own words.
        sentiment: The judgement, with its reasons.
        sentence: What decided, in one or two German sentences.
        by_human: Label a person gave, or None.
        left_out: Stretches of the text that did not count: they speak of something else.
    """

    text: str
    sentiment: Sentiment
    sentence: str
    by_human: Label | None = None
    left_out: tuple[tuple[int, int], ...] = ()


def why(ctx: Context, mention_id: EntryId) -> Why:
    """Why the model judges a mention as it does today.

    Raises:
        InputError: It is gone (``mention-unknown``).
    """
    from kundenradar.domain.about import left_out  # late: many words and expressions

    with ctx.store.read() as tx:
        mention = tx.mentions.get(mention_id)
        words = tx.entries.texts([mention_id])
        (part,) = meant.said_of(ctx, tx, words)
    judged = learning.explained_now(ctx, part)
    given = mention.sentiment.label if mention.sentiment.by_human else None
    told = (sentence(part.text, judged, given, words[0].rating), about_sentence(part.about))
    return Why(part.text, judged, " ".join(filter(None, told)), given, left_out(part.text, part.about))


@dataclass(frozen=True, slots=True)
class PartShown:
    """Which part of a mention counts, for its reading pane.

    Attributes:
        sentence: See `about_sentence`.
        left_out: Stretches of the shown text that did not count.
    """

    sentence: str = ""
    left_out: tuple[tuple[int, int], ...] = ()


def part_shown(ctx: Context, mention: Mention, shown: str) -> PartShown:
    """Which part of a mention counts, in its text as it is shown."""
    from kundenradar.domain.about import left_out, stands_in  # late, as above

    (part,) = meant.said_in(ctx, [mention])
    gone = stands_in(part.text, left_out(part.text, part.about), shown)
    return PartShown(about_sentence(part.about), gone)


def about_sentence(about: About) -> str:
    """What of a text was judged, in German; empty if all of it was."""
    counted = f"({about.counted} von {about.sentences} Sätzen)" if about.sentences > 1 else ""
    match about.label:
        case AboutLabel.PASSING:
            told = f"Ihre Firma wird nur am Rande erwähnt; beurteilt wurde, was dabei über sie gesagt wird {counted}"
        case AboutLabel.FIRM:
            told = f"Beurteilt wurde, was über Ihre Firma gesagt wird {counted}"
        case AboutLabel.WHOLE:
            told = ""
    if about.lean:
        told += "; ein" if told else "Ein"
        told += f" Vergleich mit anderen fällt {'für' if about.lean > 0 else 'gegen'} Ihre Firma aus"
    return f"{' '.join(told.split())}.".replace(" ;", ";") if told else ""


def sentence(text: str, judged: Sentiment, given: Label | None = None, rating: float | None = None) -> str:
    """What decided, in German.

    Args:
        text: The judged text.
        judged: The judgement with its reasons.
        given: Label a person gave instead, or None.
        rating: Stars that came with the text, or None.
    """
    parts = [_head(judged, given), _reasons(text, judged)]
    if rating is not None:
        parts.append(f"Auch die Bewertung mit {_stars(rating)} zählte.")
    if judged.shown is Shown.UNSURE:
        parts.append(f"Sicher ist das nicht ({judged.confidence:.0%}).".replace("%", " %"))
    return " ".join(part for part in parts if part)


def _head(judged: Sentiment, given: Label | None) -> str:
    label = LABEL_WORDS[judged.label]
    if given is not None and given is judged.label:
        return f"Sie haben „{LABEL_WORDS[given]}“ gewählt, das Programm sieht es ebenso."
    if given is not None:
        return f"Sie haben „{LABEL_WORDS[given]}“ gewählt, das Programm hielt es für {label}."
    if judged.shown is Shown.MIXED:
        return "Lob und Kritik stehen nebeneinander."
    return f"Als {label} beurteilt."


def _reasons(text: str, judged: Sentiment) -> str:
    praise = _named(text, [reason for reason in judged.why if reason.weight > 0])
    blame = _named(text, [reason for reason in judged.why if reason.weight < 0])
    if not praise and not blame:
        return "Kein Wort spricht deutlich dafür oder dagegen."
    if judged.shown is Shown.MIXED or judged.label is Label.NEUTRAL:
        found = [f"Dafür spricht {praise}." if praise else "", f"Dagegen spricht {blame}." if blame else ""]
        return " ".join(part for part in found if part)
    main, other = (praise, blame) if judged.label is Label.POSITIVE else (blame, praise)
    if not main:
        return "Ausschlaggebend war der Ton des ganzen Textes."
    against = "Dagegen" if judged.label is Label.POSITIVE else "Dafür"
    return f"Ausschlaggebend: {main}." + (f" {against} spricht {other}." if other else "")


def _named(text: str, reasons: Sequence[Reason]) -> str:
    """The strongest words in quotes, in the order of the text."""
    strongest = sorted(sorted(reasons, key=lambda one: -abs(one.weight))[:MOST_NAMED], key=lambda one: one.start)
    seen = dict.fromkeys(f"„{_short(text[one.start : one.end])}“" for one in strongest)
    *first, last = [*seen] or [""]
    return f"{', '.join(first)} und {last}" if first else last


def _short(words: str) -> str:
    """What a sentence quotes: of a long stretch, where something is denied far from its word, both ends."""
    row = words.split()
    return " ".join(row) if len(row) <= MOST_WORDS else f"{row[0]} … {row[-1]}"


def _stars(rating: float) -> str:
    stars = f"{rating:.1f}".replace(".0", "").replace(".", ",")
    return "einem Stern" if stars == "1" else f"{stars} Sternen"
