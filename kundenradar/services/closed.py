"""What to say about places where no program may listen, and what works there instead."""

from typing import Final

from kundenradar.domain.closedplaces import ClosedPlace, WhatHelps

_OWN_WORDS: Final = {
    "Google-Bewertungen": "Google-Bewertungen gibt es nicht als Feed. Schalten Sie im Google-Unternehmensprofil die "
    "E-Mail bei neuen Bewertungen ein, und tragen Sie wichtige Bewertungen von Hand ein.",
    "WhatsApp": "Bei WhatsApp kann und darf kein Programm mithören. Tragen Sie wichtige Nachrichten von Hand ein.",
    "nebenan.de": "nebenan.de zeigt Beiträge nur der Nachbarschaft. Tragen Sie wichtige Beiträge von Hand ein.",
    "gutefrage": "gutefrage bietet keinen Feed an. Neue Fragen zu Ihrer Firma findet ein Suchfeed oder ein Google "
    "Alert mit „site:gutefrage.net“; einzelne Beiträge tragen Sie von Hand ein.",
    "kununu": "kununu bietet keinen Feed an. Als Arbeitgeber bekommen Sie dort auf Wunsch eine E-Mail bei neuen "
    "Bewertungen; öffentliche Seiten findet ein Suchfeed mit „site:kununu.com“.",
    "Amazon": "Amazon bietet keinen Feed für Rezensionen an. Als Verkäufer sehen Sie neue Rezensionen in Seller "
    "Central; wichtige tragen Sie von Hand ein.",
    "eBay": "eBay bietet keinen Feed für Bewertungen an. Schalten Sie dort die E-Mail bei neuen Bewertungen ein, und "
    "tragen Sie wichtige von Hand ein.",
    "Booking.com": "Booking.com bietet keinen Feed an. Schalten Sie im Extranet die E-Mail bei neuen Bewertungen ein, "
    "und tragen Sie wichtige von Hand ein.",
}
_BY_HELP: Final = {
    (WhatHelps.SEARCH, WhatHelps.BY_HAND): "{name} bietet keinen Feed an. Öffentliche Seiten dort findet ein Suchfeed "
    "oder ein Google Alert mit „site:{site}“; einzelne Beiträge tragen Sie von Hand ein.",
    (WhatHelps.NOTICES, WhatHelps.SEARCH, WhatHelps.BY_HAND): "{name} bietet keinen Feed an. Schalten Sie dort die "
    "E-Mail bei neuen Bewertungen ein; öffentliche Seiten findet ein Suchfeed mit „site:{site}“, wichtige "
    "Bewertungen tragen Sie von Hand ein.",
    (WhatHelps.NOTICES, WhatHelps.BY_HAND): "{name} lässt nur angemeldete Menschen lesen, keine Programme. Schalten "
    "Sie dort die Benachrichtigungen ein, und tragen Sie wichtige Beiträge von Hand ein.",
    (WhatHelps.BY_HAND,): "{name} ist nicht öffentlich, dort kann kein Programm mithören. Tragen Sie wichtige "
    "Nachrichten von Hand ein.",
    (WhatHelps.ALERTS,): "Auf dieser Seite legen Sie einen Google Alert an. Wählen Sie dort unter „Optionen anzeigen“ "
    "bei „Senden an“ den Eintrag „RSS-Feed“, und fügen Sie die Adresse des Feed-Symbols hier ein.",
}
GOOGLE_ALERTS_PAGE: Final = "https://www.google.de/alerts"


def closed_sentence(place: ClosedPlace) -> str:
    """That nothing can be heard at a place, and what helps there."""
    own = _OWN_WORDS.get(place.name)
    return own if own is not None else _BY_HELP[place.helps].format(name=place.name, site=place.site)


def alert_steps(expression: str) -> tuple[str, ...]:
    """How the owner gets a Google Alert as a feed, step by step.

    Args:
        expression: What the alert shall search for.
    """
    return (
        f"Öffnen Sie {GOOGLE_ALERTS_PAGE} im Browser, und melden Sie sich mit einem Google-Konto an.",
        f"Schreiben Sie in das Suchfeld: {expression}",
        "Wählen Sie „Optionen anzeigen“ und dort bei „Senden an“ den Eintrag „RSS-Feed“.",
        "Drücken Sie „Alert erstellen“. In der Liste erscheint neben dem Alert ein Feed-Symbol.",
        "Kopieren Sie die Adresse dieses Symbols (rechte Maustaste) und fügen Sie sie hier als Quelle ein.",
    )
