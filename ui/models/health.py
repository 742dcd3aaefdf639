"""The health of a source in sentences: how often it is asked and why, what is missing, silence, moves."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from kundenradar.domain.errors import Trouble, TroubleKind
from kundenradar.domain.secrets import LoginKind
from kundenradar.domain.sources import Interval, IntervalReason, Source, SourceState, interval_of, is_silent, state_of
from kundenradar.services import messages
from ui import formats

LOGIN_WORDS: Final = {
    LoginKind.PASSWORD: "Benutzername und Passwort",
    LoginKind.HEADER: "geheime Kopfzeile",
    LoginKind.COOKIE: "Cookie",
    LoginKind.TOKEN: "geheimer Teil der Adresse",
}
_SEARCH: Final = frozenset({TroubleKind.NOT_FOUND, TroubleKind.GONE, TroubleKind.NOT_A_FEED})
_LOOK: Final = frozenset(
    {TroubleKind.FORBIDDEN, TroubleKind.BROWSER_CHECK, TroubleKind.REDIRECTS, TroubleKind.PROTOCOL}
)
_CONNECTION: Final = frozenset({TroubleKind.PROXY, TroubleKind.TLS, TroubleKind.OFFLINE})


class Step(Enum):
    """What a button of a hint does; its value is what it says."""

    EDIT_LOGIN = "Zugangsdaten eintragen …"
    SEARCH = "Feed neu suchen …"
    LOOK = "Im Browser öffnen"
    RESUME = "Wieder abrufen"
    CHECK = "Verbindung prüfen"
    OLDER = "Ältere Beiträge ansehen"
    OFTENER = "Abstand ändern …"
    UNDERSTOOD = "Verstanden"


@dataclass(frozen=True, slots=True)
class Hint:
    """Something the owner should know of a source.

    Attributes:
        text: What happened, then what helps.
        icon: Of the icon set.
        tone: ``bad``, ``warning`` or ``info``.
        steps: What can be done, the likeliest first.
    """

    text: str
    icon: str
    tone: str
    steps: tuple[Step, ...] = ()


def hints(source: Source, now: datetime) -> tuple[Hint, ...]:
    """What is to be said of a source, the most urgent first."""
    found = (_trouble_hint(source), _missed_hint(source), _moved_hint(source, now), _silent_hint(source, now))
    return tuple(hint for hint in found if hint is not None)


def _trouble_hint(source: Source) -> Hint | None:
    state, trouble = state_of(source), source.trouble
    if trouble is None or state is SourceState.PAUSED:
        return None
    is_bad = state in {SourceState.BROKEN, SourceState.GONE}
    return Hint(
        messages.trouble_sentence(trouble),
        "warning-circle" if is_bad else "warning",
        "bad" if is_bad else "warning",
        _steps_after(trouble),
    )


def _steps_after(trouble: Trouble) -> tuple[Step, ...]:
    if trouble.detail in {"captive-portal", "maintenance"}:
        return (Step.LOOK,)
    if trouble.kind is TroubleKind.LOGIN or trouble.detail == "login-page":
        return (Step.EDIT_LOGIN,)
    if trouble.kind is TroubleKind.GONE:
        return (Step.SEARCH, Step.RESUME)
    if trouble.kind in _SEARCH:
        return (Step.SEARCH,)
    if trouble.kind in _CONNECTION:
        return (Step.CHECK,)
    return (Step.LOOK,) if trouble.kind in _LOOK else ()


def _missed_hint(source: Source) -> Hint | None:
    if not source.missed:
        return None
    helps = (
        "Nachsehen können Sie auf der Seite selbst. Damit es nicht wieder geschieht: ein kürzerer Abstand für diese "
        "Quelle, oder Kundenradar mit dem Rechner starten."
    )
    return Hint(f"{missed_words(source)} {helps}", "warning", "warning", (Step.OLDER, Step.OFTENER, Step.UNDERSTOOD))


def missed_words(source: Source) -> str:
    """How many entries are probably missing and why, in a sentence."""
    holds = f"Dieser Feed hält {held_words(source)}" if source.held_s else "Dieser Feed hält nur das Neueste"
    number = source.missed or 0
    missing = f"vermutlich {'fehlt' if number == 1 else 'fehlen'} {formats.count(number, 'Beitrag', 'Beiträge')}"
    gap_s = source.missed_gap_s or 0
    if gap_s < (source.held_s or 0):
        return f"{holds}; seit dem vorigen Abruf ist mehr erschienen; {missing}."
    if gap_s < 2 * 3600:
        return f"{holds}; zwischen zwei Abrufen lagen {rough_span(gap_s)}; {missing}."
    return f"{holds}; der Rechner oder Kundenradar war {rough_span(gap_s)} aus; {missing}."


def _moved_hint(source: Source, now: datetime) -> Hint | None:
    if source.moved_at is None:
        return None
    when = formats.day_relative(formats.local_day(source.moved_at), formats.local_day(now))
    text = f"Der Feed ist umgezogen ({when}). Kundenradar hört unter der neuen Adresse zu; es ist nichts zu tun."
    return Hint(text, "arrow-circle-right", "info", (Step.UNDERSTOOD,))


def _silent_hint(source: Source, now: datetime) -> Hint | None:
    if source.paused or source.newest_at is None or not is_silent(source):
        return None
    quiet = rough_span((now - source.newest_at).total_seconds())
    usual = (
        f"; üblich war ein Beitrag alle {rough_span(source.held_s / source.held)}"
        if source.held and source.held_s
        else ""
    )
    text = (
        f"Seit {_dative(quiet)} steht hier nichts Neues{usual}. Die Quelle antwortet; vielleicht wurde das Angebot "
        "eingestellt oder ein anderer Feed hat es abgelöst."
    )
    return Hint(text, "speaker-slash", "warning", (Step.LOOK, Step.SEARCH))


def held_words(source: Source) -> str:
    """What its document holds: ``15 Einträge, etwa 9 Stunden``."""
    entries = formats.count(source.held or 0, "Eintrag", "Einträge")
    return f"{entries}, etwa {rough_span(source.held_s)}" if source.held_s else entries


def interval_words(source: Source, usual_s: int) -> str:
    """How often it is asked and why: ``alle 30 Minuten, wie in den Einstellungen``."""
    interval = interval_of(source, usual_s)
    words = f"alle {rough_span(interval.seconds)}, {_why(source, interval)}"
    is_failing = source.failures and state_of(source) in {SourceState.TROUBLED, SourceState.BROKEN}
    return f"{words}; seltener, solange es nicht gelingt" if is_failing else words


def _why(source: Source, interval: Interval) -> str:
    match interval.reason:
        case IntervalReason.OWN:
            return "wie Sie es wünschen"
        case IntervalReason.FEED:
            return "weil der Anbieter darum bittet"
        case IntervalReason.WINDOW:
            return f"weil der Feed nur {held_words(source)}{',' if source.held_s else ''} hält"
        case IntervalReason.RARE:
            return f"weil hier nur etwa alle {rough_span(source.rhythm_s or 0)} etwas Neues steht"
        case IntervalReason.USUAL:
            return "wie in den Einstellungen"


def login_words(source: Source) -> str:
    """What is kept to open it; whether a keyring keeps it for good is said where it is entered."""
    kinds = [LOGIN_WORDS[LoginKind(word)] for word in source.login_kind.split(",") if word in set(LoginKind)]
    if not kinds:
        return "Zugangsdaten (hinterlegt)" if source.has_login else "ohne Anmeldung"
    return f"{', '.join(kinds)} (hinterlegt)"


def rough_span(seconds: float) -> str:
    """A length of time in one unit: ``45 Minuten``, ``9 Stunden``, ``19 Tage``, ``5 Wochen``."""
    minutes = round(seconds / 60)
    if minutes < 100:
        return formats.count(max(1, minutes), "Minute", "Minuten")
    hours = round(seconds / 3600)
    if hours < 48:
        return formats.count(hours, "Stunde", "Stunden")
    days = round(seconds / 86400)
    if days < 60:
        return formats.count(days, "Tag", "Tage")
    if days < 365:
        return formats.count(round(days / 7), "Woche", "Wochen")
    return formats.count(round(days / 365), "Jahr", "Jahre")


def _dative(span: str) -> str:
    """``seit 19 Tagen``: days and years bend after ``seit``."""
    return f"{span}n" if span.endswith(("Tage", "Jahre")) else span
