"""The words of "Jetzt wichtig"."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from kundenradar.domain.trends import Drivers, Important
from ui import formats
from ui.models.words import safety_words

KINDS: Final = {
    "danger": ("warning-octagon", "negative"),
    "criticism": ("smiley-sad", "negative"),
    "more": ("warning", "negative"),
    "unanswered": ("warning", "negative"),
    "storm": ("lightning", "negative"),
    "rising": ("trend-up", "accent"),
    "missed": ("warning", "warning"),
    "silent": ("speaker-slash", "warning"),
    "troubled": ("wifi-slash", "warning"),
    "broken": ("wifi-slash", "warning"),
}
"""Icon and colour of each kind of line."""


_TROUBLES: Final = {
    "silent": ("liefert nichts Neues", "liefern nichts Neues"),
    "troubled": ("ist gestört", "sind gestört"),
    "broken": ("liefert nichts mehr", "liefern nichts mehr"),
}
"""What is wrong with one source, and with several."""

IN_FULL: Final = frozenset({"storm", "rising"})
"""Kinds whose detail is a reason to be read to its end."""


def important_words(line: Important, today: date | None) -> tuple[str, str, str, str]:
    """Icon, colour token, sentence and detail of a line of "Jetzt wichtig".

    Args:
        line: One of the kinds that are known (see trends.Important).
        today: Local day to count from, None if unknown.
    """
    icon, color = KINDS[line.kind]
    since = formats.since(line.since, today).replace(" ", formats.NO_BREAK) if line.since and today else ""
    usual = f"{formats.number(line.count)} statt üblich {formats.number(line.usual)} in dieser Woche"
    match line.kind:
        case "danger":
            title = line.name
            detail = " · ".join(part for part in (since, safety_words(line.words), line.place) if part)
        case "criticism":
            title, detail = line.name, " · ".join(part for part in (since, line.place) if part)
        case "more":
            words = ("weiterer negativer Beitrag", "weitere negative Beiträge")
            title, detail = f"{formats.count(line.count, *words)} ohne Antwort", ""
        case "unanswered":
            title = f"{formats.count(line.count, 'negativer Beitrag', 'negative Beiträge')} ohne Antwort"
            detail = " · ".join(part for part in (f"ältester {since}" if since else "", line.name) if part)
        case "storm":
            title, detail = "Ungewöhnlich viele negative Beiträge", usual
        case "rising":
            title = f"„{line.name}“ wird häufiger erwähnt" if line.name else "Mehr Kritik als üblich"
            detail = " ".join(filter(None, (f"{usual}.", why_words(line.why)))) if line.why else usual
        case "missed":
            verb = "fehlt" if line.count == 1 else "fehlen"
            title = f"{_sources(line)}: vermutlich {verb} {formats.count(line.count, 'Beitrag', 'Beiträge')}"
            detail = since if line.sources == 1 else ""
        case _:
            one, many = _TROUBLES[line.kind]
            title = f"{_sources(line)} {one if line.sources == 1 else many}"
            detail = since if line.sources == 1 else ""
    return icon, color, title, detail


def _sources(line: Important) -> str:
    """``hausbau-talk.de``, ``hausbau-talk.de und 2 weitere Quellen``: whose trouble a line tells."""
    if line.sources == 1:
        return line.name
    return f"{line.name} und {formats.count(line.sources - 1, 'weitere Quelle', 'weitere Quellen')}"


def why_words(why: Drivers | None) -> str:
    """``5 Personen; vor allem Handwerker-Forum (8); Lieferzeit (6), Preis (2).``: what drives a rise; may be empty."""
    if why is None:
        return ""
    people = formats.count(why.authors, "Person", "Personen") if why.authors else ""
    parts = [part for part in (people, _counted(why.places), _counted(why.causes)) if part]
    return f"Dahinter: {'; '.join(parts)}." if parts else ""


def _counted(pairs: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} ({formats.number(count)})" for name, count in pairs)
