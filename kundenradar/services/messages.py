"""Errors as German sentences: what happened, then what helps."""

from kundenradar.domain.addresses import shown_host
from kundenradar.domain.errors import DataError, InputError, OutsideError, Trouble, TroubleKind
from kundenradar.domain.queries import QueryHint
from kundenradar.domain.secrets import split_tokens

MOST_TOLD = 300
"""Characters of what somebody wrote that a sentence repeats."""

_OUTSIDE: dict[TroubleKind, str] = {
    TroubleKind.OFFLINE: "{host} ist nicht erreichbar. Prüfen Sie die Internetverbindung und die Adresse; "
    "Kundenradar versucht es von selbst wieder.",
    TroubleKind.TIMEOUT: "{host} hat nicht rechtzeitig geantwortet. Kundenradar versucht es später wieder.",
    TroubleKind.TOO_LARGE: "{host} liefert mehr Daten, als ein Feed haben darf. Die Quelle wurde nicht gelesen; "
    "vielleicht gibt es dort einen kleineren Feed.",
    TroubleKind.TLS: "Die sichere Verbindung zu {host} ist nicht vertrauenswürdig{cause}. Prüfen Sie Datum und "
    "Uhrzeit des Rechners und die Adresse.",
    TroubleKind.BLOCKED: "{host} leitet an eine Adresse weiter, die Kundenradar aus Sicherheitsgründen nicht "
    "abruft. Bitte prüfen Sie die Adresse der Quelle.",
    TroubleKind.LOGIN: "{host} verlangt eine Anmeldung. Tragen Sie die Zugangsdaten unter Quellen › Bearbeiten ein.",
    TroubleKind.RATE_LIMITED: "{host} bittet um eine Pause{wait}. Kundenradar hält sie ein und fragt danach wieder.",
    TroubleKind.GONE: "{host} hat diesen Feed endgültig abgeschaltet. Was gespeichert ist, bleibt lesbar; "
    "vielleicht gibt es einen neuen Feed.",
    TroubleKind.NOT_FOUND: "Unter dieser Adresse gibt es bei {host} nichts mehr. Suchen Sie den Feed unter "
    "Quellen › Hinzufügen neu.",
    TroubleKind.FORBIDDEN: "{host} verweigert den Zugriff. Öffnen Sie die Seite im Browser, um zu sehen, ob sie "
    "öffentlich ist.",
    TroubleKind.SERVER: "{host} hat gerade eine Störung. Kundenradar versucht es später wieder.",
    TroubleKind.NOT_A_FEED: "Diese Adresse bei {host} ist eine Webseite, kein Feed. Kundenradar kann dort unter "
    "Quellen › Hinzufügen nach Feeds suchen.",
    TroubleKind.BROWSER_CHECK: "{host} verlangt eine Browserprüfung und lässt keine Programme zu. Fragen Sie den "
    "Betreiber nach einem offenen Feed.",
    TroubleKind.MALFORMED: "{host} liefert einen beschädigten Feed. Kundenradar versucht es später wieder.",
    TroubleKind.EMPTY: "{host} hat eine leere Antwort geschickt. Kundenradar versucht es später wieder.",
    TroubleKind.REDIRECTS: "{host} leitet im Kreis oder ins Leere weiter. Prüfen Sie die Adresse im Browser.",
    TroubleKind.PROTOCOL: "{host} antwortet unverständlich. Prüfen Sie, ob die Adresse im Browser erreichbar ist.",
    TroubleKind.PROXY: "Der Proxy-Server verlangt eine Anmeldung oder ist nicht erreichbar. Prüfen Sie die "
    "Einstellungen unter Einstellungen › Verbindung oder die des Rechners.",
    TroubleKind.CANCELLED: "Das Abrufen wurde abgebrochen. Was schon gespeichert ist, bleibt.",
    TroubleKind.INTERNAL: "Diese Quelle konnte wegen eines Programmfehlers nicht gelesen werden. Die anderen "
    "Quellen sind nicht betroffen.",
}

_NO_FEED, _LOGIN, _PROXY = TroubleKind.NOT_A_FEED, TroubleKind.LOGIN, TroubleKind.PROXY

_SPECIAL: dict[tuple[TroubleKind, str], str] = {
    (
        TroubleKind.BLOCKED,
        "headers",
    ): "{host} antwortet unverständlich. Prüfen Sie, ob die Adresse im Browser erreichbar ist.",
    (_NO_FEED, "closed-platform"): "{host} bietet keine Feeds an. Richten Sie dafür zum Beispiel einen Google Alert "
    "als Feed ein und fügen Sie dessen Adresse hinzu.",
    (_NO_FEED, "no-feed-here"): "Bei {host} war kein Feed zu finden. Versuchen Sie die Adresse des Forums, Blogs "
    "oder der Nachrichtenseite selbst.",
    (_NO_FEED, "google-alerts"): "Auf dieser Seite legen Sie einen Google Alert an. Wählen Sie dort bei „Senden an“ "
    "den Eintrag „RSS-Feed“, und fügen Sie die Adresse des Feed-Symbols hinzu.",
    (_NO_FEED, "youtube"): "YouTube nennt auf dieser Seite keinen Kanal. Öffnen Sie den Kanal im Browser, wählen Sie "
    "dort „Teilen“ und „Kanal-ID kopieren“, und fügen Sie youtube.com/channel/ mit dieser Kennung hinzu.",
    (_NO_FEED, "opml"): "Diese Adresse bei {host} ist eine Liste von Feeds, kein Feed. Öffnen Sie die Liste und "
    "fügen Sie die gewünschten Feeds einzeln hinzu.",
    (_NO_FEED, "sitemap"): "Diese Adresse bei {host} ist ein Seitenverzeichnis, kein Feed. Versuchen Sie die Adresse "
    "der Startseite.",
    (_NO_FEED, "login-page"): "{host} zeigt statt des Feeds eine Anmeldeseite. Tragen Sie die Zugangsdaten unter "
    "Quellen › Bearbeiten ein.",
    (_NO_FEED, "captive-portal"): "Statt {host} antwortet die Anmeldeseite dieses Netzes. Melden Sie sich im "
    "Browser am WLAN an.",
    (_NO_FEED, "maintenance"): "{host} wird gerade gewartet und zeigt statt des Feeds eine Seite darüber. Kundenradar "
    "versucht es später wieder.",
    (_LOGIN, "login-page"): "{host} zeigt statt des Feeds eine Anmeldeseite. Tragen Sie die Zugangsdaten unter "
    "Quellen › Bearbeiten ein.",
    (_LOGIN, "rejected"): "{host} hat die Zugangsdaten abgelehnt. Prüfen Sie Benutzername und Passwort unter "
    "Quellen › Bearbeiten.",
    (
        _LOGIN,
        "key-rejected",
    ): "{host} hat die Kopfzeile oder das Cookie abgelehnt; vielleicht sind sie abgelaufen. Tragen "
    "Sie sie unter Quellen › Bearbeiten neu ein.",
    (
        _LOGIN,
        "unknown-login",
    ): "{host} nimmt Benutzername und Passwort auf diesem Weg nicht an. Fragen Sie den Betreiber "
    "nach einem Schlüssel (Kopfzeile) oder Cookie, und tragen Sie ihn unter Quellen › Bearbeiten ein.",
    (
        _LOGIN,
        "elsewhere",
    ): "{host} verlangt eine Anmeldung, und die Adresse dieser Quelle leitet nur dorthin weiter. Tragen Sie "
    "unter Quellen › Bearbeiten die Adresse bei {host} und die Zugangsdaten ein.",
    (_LOGIN, "forgotten"): "Die Zugangsdaten für {host} sind nicht mehr da, weil der Schlüsselbund fehlt oder gesperrt "
    "ist. Tragen Sie sie unter Quellen › Bearbeiten neu ein.",
    (_LOGIN, "reddit-token"): "Reddit liefert Feeds nur noch über Ihre persönliche Feed-Adresse. Kopieren Sie sie bei "
    "Reddit unter Einstellungen › RSS-Feeds und tragen Sie sie unter Quellen › Bearbeiten ein.",
    **dict.fromkeys(
        ((_LOGIN, "negotiate"), (_LOGIN, "ntlm"), (_LOGIN, "kerberos")),
        "{host} verlangt die Windows-Anmeldung dieses Rechners. Kundenradar gibt sie nicht heraus; fragen Sie den "
        "Betreiber nach einer Adresse mit eigenem Zugang.",
    ),
    (TroubleKind.OFFLINE, "no-such-host"): "{host} ist nicht bekannt. Prüfen Sie die Schreibweise der Adresse und die "
    "Internetverbindung; Kundenradar versucht es von selbst wieder.",
    (_PROXY, "login"): "Der Proxy-Server verlangt eine Anmeldung. Tragen Sie Benutzername und Passwort unter "
    "Einstellungen › Verbindung ein.",
    (_PROXY, "unknown-kind"): "Diese Art von Proxy-Server kann Kundenradar nicht benutzen. Tragen Sie unter "
    "Einstellungen › Verbindung einen HTTP-Proxy ein.",
    (TroubleKind.CANCELLED, "removed"): "Diese Quelle wurde während des Abrufs entfernt.",
    (TroubleKind.MALFORMED, "partial"): "{host} liefert einen beschädigten Feed. Kundenradar hat gelesen, was "
    "lesbar war.",
}

_TLS_CAUSES = {
    "self-signed": " (das Zertifikat ist selbst ausgestellt)",
    "expired": " (das Zertifikat ist abgelaufen)",
    "not-yet-valid": " (das Zertifikat gilt noch nicht; geht die Uhr dieses Rechners richtig?)",
    "revoked": " (das Zertifikat wurde zurückgezogen)",
    "no-tls": " (dort antwortet ein Dienst ohne Verschlüsselung)",
    "old-tls": " (die Verschlüsselung dort ist veraltet)",
    "wrong-host": " (das Zertifikat gehört zu einer anderen Adresse)",
    "unknown-ca": " (der Aussteller des Zertifikats ist unbekannt; in Firmennetzen kann ein Virenschutz oder Proxy "
    "dahinterstehen)",
}

_INPUT: dict[str, str] = {
    "address-empty": "Es fehlt eine Adresse. Kopieren Sie sie aus dem Browser hierher.",
    "address-bad": "„{detail}“ ist keine Internetadresse. Kopieren Sie sie aus der Adresszeile des Browsers.",
    "address-mail": "Das ist eine E-Mail-Adresse. Versuchen Sie es mit der Internetadresse, zum Beispiel www.{detail}.",
    "trade-unknown": "Ein Starterpaket mit diesem Namen gibt es nicht. Es gibt: {detail}.",
    "source-known": "Diesen Feed hört Kundenradar schon: „{detail}“.",
    "source-unknown": "Diese Quelle gibt es nicht (mehr).",
    "mention-unknown": "Diesen Beitrag gibt es nicht (mehr).",
    "note-empty": "Es fehlt, was gesagt oder geschrieben wurde.",
    "note-long": "Der Text ist länger als {detail} Zeichen. Bitte kürzen Sie ihn.",
    "note-future": "Der Zeitpunkt liegt in der Zukunft.",
    "note-rating": "Eine Bewertung hat 1 bis 5 Sterne.",
    "note-unknown": "Diesen Beitrag haben Sie nicht von Hand erfasst. Ändern und löschen lassen sich nur eigene "
    "Einträge.",
    "moment": "„{detail}“ ist kein Zeitpunkt. Schreiben Sie zum Beispiel 2026-11-22 14:30.",
    "name-empty": "Es fehlt ein Name.",
    "file-unreadable": "Die Datei „{detail}“ lässt sich nicht lesen. Prüfen Sie, ob es sie gibt und ob Sie sie öffnen "
    "dürfen.",
    "opml-broken": "Die OPML-Datei ist beschädigt (Zeile {detail}). Exportieren Sie sie im anderen Programm noch "
    "einmal.",
    "opml-other": "Das ist keine OPML-Datei. Exportieren Sie im anderen Programm die Feeds als OPML.",
    "opml-large": "Diese OPML-Datei ist größer als 1 MB oder hat mehr als 20.000 Einträge. Teilen Sie sie auf.",
    "opml-deep": "In dieser OPML-Datei liegen zu viele Ordner ineinander. Übernommen wurde nichts.",
    "opml-entities": "Diese OPML-Datei enthält Platzhalter, die auf anderes verweisen. So etwas liest Kundenradar "
    "nicht; übernommen wurde nichts.",
    "opml-empty": "In dieser OPML-Datei steht kein Feed.",
    "opml-hostile": "Diese OPML-Datei nennt keine Feeds, sondern Programme oder Dateien dieses Rechners. Übernommen "
    "wurde nichts.",
    "outline-command": "Der Eintrag würde ein Programm starten und wurde ausgelassen.",
    "outline-file": "Der Eintrag verweist auf eine Datei dieses Rechners und wurde ausgelassen.",
    "outline-scheme": "Die Adresse beginnt weder mit http noch mit https; der Eintrag wurde ausgelassen.",
    "outline-address": "Die Adresse fehlt oder ist keine; der Eintrag wurde ausgelassen.",
    "firm-empty": "Es fehlt der Name Ihrer Firma.",
    "word-signs": "„{detail}“ enthält weder Buchstaben noch Ziffern; danach lässt sich nicht suchen.",
    "exclude-own": "„{detail}“ steht im Namen oder in den Wörtern Ihrer Firma und lässt sich nicht ausschließen: Damit "
    "würde nichts gefunden. Wählen Sie ein Wort, das nur in fremden Beiträgen steht.",
    "cause-unknown": "Eine Ursache „{detail}“ gibt es nicht. „causes --words --json“ nennt alle.",
    "days-turned": "Der erste Tag liegt nach dem letzten ({detail}). Tauschen Sie die beiden Angaben.",
    "cause-name": "Es fehlt der Name einer Ursache.",
    "cause-words": "Die Ursache „{detail}“ braucht mindestens ein Wort.",
    "cause-known": "Eine Ursache mit dem Namen „{detail}“ gibt es schon.",
    "cause-none": "Mindestens eine Ursache muss bleiben. „Zurücksetzen“ bringt die mitgelieferten zurück.",
    "query-known": "Ein Suchprofil mit dem Namen „{detail}“ gibt es schon. Bitte wählen Sie einen anderen Namen.",
    "query-unknown": "Dieses Suchprofil gibt es nicht (mehr).",
    "noise-empty": "Es fehlt, was ausgeschlossen werden soll.",
    "noise-site": "„{detail}“ ist keine Website. Schreiben Sie zum Beispiel forum.example.",
    "noise-own": "„{detail}“ steht in jedem Namen Ihrer Firma; damit verschwänden alle Erwähnungen. Schließen Sie ein "
    "Wort aus, das nur in fremden Beiträgen steht.",
    "noise-known": "„{detail}“ ist schon ausgeschlossen.",
    "noise-unknown": "Das ist nicht (mehr) ausgeschlossen.",
    "snippet-empty": "Ein Textbaustein braucht einen Titel und einen Text.",
    "snippet-unknown": "Diesen Textbaustein gibt es nicht (mehr).",
    "draft-empty": "Der Entwurf ist noch leer. Schreiben Sie zuerst eine Antwort.",
    "draft-long": "Der Entwurf ist länger als {detail} Zeichen. Bitte kürzen Sie ihn.",
    "placeholder-open": "Im Entwurf ist noch etwas auszufüllen: {detail}. Danach können Sie ihn kopieren.",
    "week": "„{detail}“ ist keine Kalenderwoche. Schreiben Sie zum Beispiel 2026-W47.",
    "day": "„{detail}“ ist kein Datum. Schreiben Sie zum Beispiel 2026-11-22.",
    "file-unwritable": "Die Datei „{detail}“ lässt sich nicht schreiben. Wählen Sie einen anderen Ordner.",
    "page-unknown": "Eine Seite „{detail}“ gibt es nicht. Es gibt overview, mentions, topics, sources, "
    "reports und settings.",
    "password-missing": "Es wurde kein Passwort übergeben.",
    "user-missing": "Zu dem Passwort fehlt der Benutzername. Geben Sie ihn mit --user an.",
    "state-unknown": "„{detail}“ ist kein Bundesland. Schreiben Sie zum Beispiel BY oder NW.",
    "wildcard-too-broad": "„{detail}“ trifft zu viele Wörter. Schreiben Sie mehr Buchstaben vor oder nach dem Stern.",
    "demo-running": "Die Vorführung läuft schon. Warten Sie, bis sie fertig ist.",
    "no-display": "Hier gibt es keinen Bildschirm für das Fenster. Auf der Befehlszeile zeigt „demo“ alles einmal vor.",
    "size": "Ein Bild kann zwischen 720x480 und 8000x8000 Punkten groß sein.",
    "login-unsafe": "Die Zugangsdaten konnten nicht sicher gespeichert werden, weil auf diesem Rechner kein "
    "Schlüsselbund verfügbar ist. Kundenradar merkt sie sich nur, bis es beendet wird.",
    "header-bad": "Diese Kopfzeile oder dieses Cookie kann Kundenradar nicht senden. Schreiben Sie zum Beispiel "
    "„X-Api-Key: abc123“.",
    "demo-folder": "Der Ordner „{detail}“ enthält andere Dateien. Bitte wählen Sie mit --data-dir einen anderen.",
    "input-unreadable": "Die Eingabe ist kein lesbarer Text. Nötig ist Text in UTF-8.",
    "line-not-json": "Zeile {detail} der Eingabe ist kein JSON-Objekt mit einem „text“.",
    "line-no-correction": "Zeile {detail} der Eingabe ist keine Korrektur. Nötig sind „id“, „text“ und „label“ mit "
    "positive, neutral oder negative.",
}

_QUERY: dict[str, str] = {
    "empty": "Der Suchausdruck ist leer. Schreiben Sie mindestens ein Wort.",
    "bracket-open": "Eine Klammer wird nicht geschlossen (Stelle {place}).",
    "bracket-close": "Eine schließende Klammer hat keine öffnende (Stelle {place}).",
    "bracket-empty": "Eine Klammer ist leer (Stelle {place}).",
    "quote-open": "Ein Anführungszeichen wird nicht geschlossen (Stelle {place}).",
    "operator-missing-left": "Vor dem Verknüpfungswort fehlt etwas (Stelle {place}).",
    "operator-missing-right": "Nach dem Verknüpfungswort fehlt etwas (Stelle {place}).",
    "phrase-empty": "Zwischen den Anführungszeichen steht nichts (Stelle {place}).",
    "wildcard-short": "Vor oder nach dem Stern fehlen Buchstaben; es müssen mindestens zwei sein (Stelle {place}).",
    "wildcard-many": "In einem Wort dürfen höchstens vier Sterne stehen (Stelle {place}).",
    "wildcard-only": "Ein Stern allein sucht nichts. Schreiben Sie Buchstaben davor (Stelle {place}).",
    "comment-open": "Eine Anmerkung, die mit /* beginnt, endet nicht mit */ (Stelle {place}).",
    "mark-mixed": "„{detail}“ geht nicht: Die Schlange ~ passt nicht zu Stern, Fragezeichen, Gleichheitszeichen "
    "oder angehängten Zeichen (Stelle {place}).",
    "near-distance": "Nach NEAR/ fehlt eine Zahl von 0 bis 50, zum Beispiel NEAR/5 (Stelle {place}).",
    "near-many": "Der Ausdruck enthält NEAR zu oft; erlaubt ist es zwanzigmal (Stelle {place}).",
    "near-operand": "Neben NEAR können nur Wörter stehen, genaue Wortfolgen oder Klammern mit ODER (Stelle {place}).",
    "field-empty": "Nach dem Doppelpunkt fehlt, was gesucht wird (Stelle {place}).",
    "field-nested": "Ein Feld kann nicht in einem anderen stehen (Stelle {place}).",
    "field-unknown": "Das Feld „{detail}“ gibt es nicht. Möglich sind titel, autor, quelle, seit, bis, stimmung und "
    "status; als Wörter gesucht wird, was in Anführungszeichen steht (Stelle {place}).",
    "field-day": "„{detail}“ ist kein Tag. Schreiben Sie zum Beispiel 01.11.2026, gestern oder 7t für „vor 7 Tagen“ "
    "(Stelle {place}).",
    "field-sentiment": "„{detail}“ ist keine Stimmung. Möglich sind positiv, neutral, negativ, gemischt und unsicher "
    "(Stelle {place}).",
    "field-status": '„{detail}“ ist kein Status. Möglich sind neu, "in Arbeit", offen, beantwortet, erledigt und '
    "ignoriert (Stelle {place}).",
    "field-stored": "Tag, Stimmung und Status gehören nicht in ein Suchprofil: Sie stehen erst fest, wenn ein Beitrag "
    "da ist. Suchen Sie damit bei den Erwähnungen (Stelle {place}).",
    "too-long": "Der Suchausdruck ist zu lang. Bitte kürzen Sie ihn.",
    "too-deep": "Der Suchausdruck hat zu viele Klammern ineinander.",
}

_HINTS: dict[str, str] = {
    "not-searched": "„{detail}“ ist kein Wort und wird nicht gesucht.",
    "not-a-word": "„{detail}“ wird als Wort gesucht. Zum Ausschließen schreiben Sie NICHT in Großbuchstaben.",
    "days-turned": "Der erste Tag liegt nach dem letzten ({detail}): So wird nichts gefunden.",
    "not-a-field": "„{detail}:“ ist kein Feld und wird als Wort gesucht. Felder sind titel, autor, quelle, seit, bis, "
    "stimmung und status.",
}

_DATA: dict[str, str] = {
    "damaged": "Die gespeicherten Daten sind beschädigt oder gehören nicht zu Kundenradar. Es wurde nichts "
    "verändert. Liegen im Datenordner unter „copies“ frühere Kopien, lässt sich eine davon zurückholen.",
    "newer": "Die gespeicherten Daten stammen von einer neueren Fassung von Kundenradar. Bitte installieren Sie "
    "diese; es wurde nichts verändert.",
    "locked": "Ein anderes Programm benutzt die Daten gerade. Schließen Sie es und versuchen Sie es noch einmal.",
    "io": "Der Datenträger lässt sich gerade nicht lesen oder beschreiben. Prüfen Sie, ob er angeschlossen ist und "
    "Platz hat; die Daten sind nicht verändert.",
    "full": "Der Datenträger ist voll. Schaffen Sie Platz; was gespeichert ist, bleibt erhalten.",
    "read-only": "In den Datenordner lässt sich nicht schreiben. Prüfen Sie, ob er schreibgeschützt ist.",
    "migration": "Die Daten ließen sich nicht auf die neue Fassung umstellen. Sie sind unverändert; bitte "
    "installieren Sie die vorige Fassung wieder.",
}


def trouble_sentence(trouble: Trouble) -> str:
    """Why a source could not be heard, and what helps."""
    if trouble.detail == "closed-platform":
        from kundenradar.domain.closedplaces import closed_place_of_host  # late: asked for once in a while
        from kundenradar.services.closed import closed_sentence

        place = closed_place_of_host(trouble.host)
        if place is not None:
            return closed_sentence(place)
    template = _SPECIAL.get((trouble.kind, trouble.detail)) or _OUTSIDE[trouble.kind]
    return template.format(
        host=shown_host(trouble.host) or "Die Quelle",
        cause=_TLS_CAUSES.get(trouble.detail, ""),
        wait=_waiting(trouble.retry_after_s),
    )


def hint_sentence(hint: QueryHint) -> str:
    """What an expression may mean otherwise."""
    return _HINTS[hint.code].format(detail=hint.detail)


def _waiting(seconds: float | None) -> str:
    if seconds is None or seconds <= 0:
        return ""
    minutes = max(1, round(seconds / 60))
    if minutes < 90:
        return " von einer Minute" if minutes == 1 else f" von {minutes} Minuten"
    hours = round(minutes / 60)
    return f" von {hours} Stunden" if hours < 48 else f" von {round(hours / 24)} Tagen"


def sentence(error: BaseException) -> str:
    """What happened and what helps, for anything that was raised."""
    if isinstance(error, OutsideError):
        return trouble_sentence(error.trouble)
    if isinstance(error, InputError):
        return _input_sentence(error)
    if isinstance(error, DataError):
        return _DATA.get(error.code, _DATA["damaged"])
    if isinstance(error, OSError):
        return "Eine Datei ließ sich nicht lesen oder schreiben. Prüfen Sie Ordner und Speicherplatz."
    return (
        "Das hat wegen eines Programmfehlers nicht geklappt. Ihre Daten sind nicht betroffen; "
        "bitte versuchen Sie es noch einmal."
    )


def _input_sentence(error: InputError) -> str:
    position = getattr(error, "position", None)
    if position is not None and error.code in _QUERY:
        return _QUERY[error.code].format(place=int(position) + 1, detail=_told(error.detail))
    template = _INPUT.get(error.code)
    if template is None:
        return "Diese Eingabe kann Kundenradar nicht verarbeiten. Bitte prüfen Sie sie."
    return template.format(detail=_told(split_tokens(error.detail)[0]))


def _told(detail: str) -> str:
    """What somebody wrote, short enough for a sentence, on one line."""
    line = " ".join(detail.split())
    return line if len(line) <= MOST_TOLD else f"{line[:MOST_TOLD]} …"
