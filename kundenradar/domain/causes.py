"""Why customers are content or not: the causes a fresh installation knows.

The taxonomy follows what people complain about in small firms; the owner edits names and words.
"""

from kundenradar.domain.understanding import Cause


def _cause(key: str, name: str, words: str) -> Cause:
    return Cause(key, name, tuple(word.strip() for word in " ".join(words.split()).split(",")))


DEFAULT_CAUSES = (
    _cause(
        "delivery",
        "Lieferzeit",
        """
        liefer*, geliefert*, *lieferung*, *lieferzeit*, versand*, versend*, verschick*, paket*, sendung*, zustell*,
        spedition*, lieferdienst*, nicht angekommen, bestellung*
        """,
    ),
    _cause(
        "price",
        "Preis",
        """
        preis*, *preis, *preise, *preisen, teuer*, teure*, teurer, verteuer*, billig*, günstig*, kosten, kostet*,
        gekostet, *kosten, euro für, abzock*, wucher*, überteuert*, geldgier*, aufpreis*, anfahrt*, gebühr*, *gebühr,
        *gebühren, rabatt*, geldschneiderei, geldverschwendung, rausgeschmissenes geld, euro die stunde,
        euro pro stunde, stundensatz*, stundensätze*
        """,
    ),
    _cause(
        "quality",
        "Qualität",
        """
        qualität*, *qualität, murks*, pfusch*, schlamp*, mangelhaft*, mängel*, mangel, fachgerecht*, undicht*,
        schief*, verarbeitung*, sauber gearbeitet, nachbesser*, nachgebessert*, bröckel*, bröseln*, reklam*,
        ausführung*, handwerklich*, abgeblättert, blättert, tropft*, wackel*
        """,
    ),
    _cause(
        "reachability",
        "Erreichbarkeit",
        """
        erreichbar*, unerreichbar*, erreichen, erreicht man, telefon*, *telefon, hotline*, *warteschleife*,
        warteschleife*, anrufbeantworter*, mailbox, ans telefon, rückruf*, zurückruf*, rückmeldung*, zurückgerufen,
        keine antwort*, antwort*, reagier*, reaktion*, besetzt, meldet sich*, angerufen, durchkommen, kontakt*,
        vertröst*, keiner ran, niemand ran, nicht ran, keiner zurück, niemand zurück, ruft niemand, ruft keiner,
        niemand ruft, keiner ruft, nichts gehört, nicht gemeldet, nie gemeldet, melden sich nicht
        """,
    ),
    _cause(
        "friendliness",
        "Freundlichkeit",
        """
        freundlich*, unfreundlich*, nett, nette*, unhöflich*, höflich*, patzig*, arrogant*, frech*, respektlos*,
        pampig*, herzlich*, zuvorkommend*, umgangston*, tonfall*, der ton, angeschnauzt, angeschrien, abgefertigt,
        abgewimmelt, ignoriert*, unverschämt*, mürrisch*, bedienung*, lächel*, schnippisch*, herablassend*,
        aufmerksam*
        """,
    ),
    _cause(
        "competence",
        "Kompetenz",
        """
        kompeten*, inkompeten*, *kompetenz*, ahnung*, planlos*, überfordert*, fachkund*, fachwissen*, beratung*,
        *beratung*, beraten, falschberat*, fachlich*, unprofessionell*, professionell*, unfähig*, auskunft*,
        laienhaft*, sachkund*, beruf verfehlt
        """,
    ),
    _cause(
        "billing",
        "Rechnung",
        """
        rechnung*, *rechnung, *rechnungen, abrechnung*, abgebucht*, abbuch*, berechnet*, mahnung*, kostenvoranschlag*,
        gutschrift*, erstattung*, erstatt*, anzahlung*, zahlung*, lastschrift*, rückzahlung*, geld zurück, inkasso*,
        gutschein*, quittung*
        """,
    ),
    _cause(
        "product",
        "Produkt",
        """
        produkt*, ware, warensendung*, backware*, artikel*, defekt*, kaputt*, geschmack*, schmeckt*, geschmeckt*,
        versalzen*, lauwarm*,
        verdorben*, verbrannt*, ungenießbar*, altbacken*, steinhart*, trocken*, zerbroch*, beschädigt*, haltbar*,
        sortiment*, auswahl*, ausverkauft*, portion*, ersatzteil*, funktioniert*, gerät*, akku*, zäh, fade, frisch*
        """,
    ),
    _cause(
        "online",
        "Online",
        """
        online*, website*, webseite*, internetseite*, homepage*, webshop*, onlineshop*, app, apps, formular*, login*,
        einloggen*, passwort*, newsletter*, buchungssystem*, kundenkonto*, wlan*, kundenportal*, warenkorb*, update*,
        internet*
        """,
    ),
    _cause(
        "cleanliness",
        "Sauberkeit",
        """
        sauber*, unsauber*, sauberkeit*, schmutz*, dreck*, verdreckt*, hygien*, unhygien*, staub*, haare in*, haar
        in*, voller haare, schimm*, stinkt*, stinken*, stinkend*, gestunken, stank, gestank*, muffig*, geruch*,
        geputzt*, putz*, reinig*, *reinigung*, klebrig*, ekel*, eklig*, ungepflegt*, gepflegt*, ungeziefer*
        """,
    ),
    _cause(
        "punctuality",
        "Termin",
        """
        *wartezeit*, termin*, *termin, *termine, *terminen, pünktlich*, unpünktlich*, verspät*, *verspätung*, zu spät,
        stunden später, stunde zu spät, verschoben, nicht erschienen, nicht aufgetaucht, nicht gekommen, nie gekommen,
        versetzt worden, abgesagt*, hingehalten, wochen gewartet, warten lassen, zeitplan*, wochenlang*, monatelang*,
        tagelang*, ewig gewartet, fertigstellung*
        """,
    ),
    _cause(
        "organisation",
        "Abläufe",
        """
        organis*, unorganisiert*, chaos*, chaot*, durcheinander*, zuständig*, absprache*, verwechsel*, vergessen,
        öffnungszeit*, verschlossener tür, personal*, kommunikation*, ablauf*, abläufe*
        """,
    ),
)
"""In the order of the dialog."""
