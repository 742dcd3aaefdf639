"""Why nothing was found behind an address; nobody tries again by itself, so the words are others than for a source."""

from enum import StrEnum
from typing import Final

from kundenradar.domain.errors import OutsideError, TroubleKind
from kundenradar.services import messages


class LoginPlace(StrEnum):
    """Where name and password can be given."""

    BELOW = "below"  # fields under the address
    LATER = "later"  # not here; under Quellen
    COMMAND = "command"  # options of the command line


_SENTENCES: Final = {
    TroubleKind.OFFLINE: "{host} ist nicht erreichbar. Prüfen Sie die Adresse und die Internetverbindung.",
    TroubleKind.TIMEOUT: "{host} hat nicht rechtzeitig geantwortet. Versuchen Sie es später noch einmal.",
    TroubleKind.NOT_FOUND: "Diese Seite gibt es bei {host} nicht. Prüfen Sie die Adresse im Browser.",
    TroubleKind.GONE: "{host} hat diese Seite endgültig abgeschaltet. Versuchen Sie eine andere Seite dort.",
    TroubleKind.RATE_LIMITED: "{host} bittet um eine Pause. Versuchen Sie es später noch einmal.",
    TroubleKind.SERVER: "{host} hat gerade eine Störung. Versuchen Sie es später noch einmal.",
    TroubleKind.EMPTY: "{host} hat eine leere Antwort geschickt. Versuchen Sie eine andere Seite dort.",
    TroubleKind.MALFORMED: "{host} liefert einen beschädigten Feed. Versuchen Sie eine andere Seite dort.",
    TroubleKind.TOO_LARGE: "{host} liefert mehr Daten, als ein Feed haben darf. Versuchen Sie eine andere Seite dort.",
    TroubleKind.FORBIDDEN: "{host} verweigert Programmen den Zugriff. Fragen Sie den Betreiber nach einem offenen "
    "Feed, oder tragen Sie Beiträge von dort von Hand ein.",
    TroubleKind.BROWSER_CHECK: "{host} verlangt eine Browserprüfung und lässt keine Programme zu. Fragen Sie den "
    "Betreiber nach einem offenen Feed, oder tragen Sie Beiträge von dort von Hand ein.",
    TroubleKind.REDIRECTS: "{host} leitet im Kreis oder ins Leere weiter. Öffnen Sie die Seite im Browser, und "
    "nehmen Sie die Adresse, die dort am Ende steht.",
}
_DETAILS: Final = {
    (TroubleKind.OFFLINE, "no-such-host"): "{host} ist nicht bekannt. Prüfen Sie, ob die Adresse richtig geschrieben "
    "ist.",
    (TroubleKind.NOT_A_FEED, "no-feed-here"): "Bei {host} war nichts zu finden, was sich mithören lässt. Versuchen Sie "
    "die Startseite des Forums oder Blogs; bietet {host} keinen Feed an, hilft ein Suchfeed oder der Eintrag von Hand.",
}
_PROPOSED: Final = {
    TroubleKind.OFFLINE: "{host} ist nicht erreichbar. Prüfen Sie die Internetverbindung.",
    TroubleKind.NOT_FOUND: "Diese Seite gibt es bei {host} nicht mehr.",
    TroubleKind.GONE: "{host} hat diese Seite endgültig abgeschaltet.",
}
"""What is said otherwise of an address that nobody typed."""
_LOGIN: Final = {
    LoginPlace.BELOW: "{host} verlangt eine Anmeldung. Tragen Sie unten Benutzername und Passwort ein.",
    LoginPlace.LATER: "{host} verlangt eine Anmeldung. Fügen Sie diese Adresse später unter Quellen hinzu; dort können "
    "Sie Benutzername und Passwort angeben.",
    LoginPlace.COMMAND: "{host} verlangt eine Anmeldung. Geben Sie --user NAME und --password-stdin an.",
}
_OWN_WORDS: Final = frozenset(
    {"reddit-token", "negotiate", "ntlm", "kerberos", "key-rejected", "unknown-login", "elsewhere"}
)


def wants_login(error: BaseException) -> bool:
    """Whether the address showed nothing because nobody is logged in there, and a name and password may help."""
    if not isinstance(error, OutsideError) or error.trouble.detail in _OWN_WORDS:
        return False
    return error.trouble.kind is TroubleKind.LOGIN or error.trouble.detail == "login-page"


def proposal_sentence(error: BaseException) -> str:
    """What to say when a proposal cannot be heard: its address is ours, nothing in it can be mistyped."""
    if isinstance(error, OutsideError) and error.trouble.kind in _PROPOSED:
        return _PROPOSED[error.trouble.kind].format(host=error.trouble.host or "Die Adresse")
    return search_sentence(error, LoginPlace.LATER)


def search_sentence(error: BaseException, login: LoginPlace = LoginPlace.BELOW) -> str:
    """What to say when a search for feeds ended without one.

    Args:
        error: What it ended with.
        login: Where name and password can be given.
    """
    if not isinstance(error, OutsideError):
        return messages.sentence(error)
    trouble = error.trouble
    if wants_login(error):
        template: str | None = _LOGIN[login]
    elif trouble.detail in _OWN_WORDS:
        template = None
    else:
        template = _DETAILS.get((trouble.kind, trouble.detail)) or _SENTENCES.get(trouble.kind)
    if template is None:
        return messages.sentence(error)
    return template.format(host=trouble.host or "Die Adresse")
