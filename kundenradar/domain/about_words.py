"""German words by which a text shows that it speaks of somebody or something else than the firm.

Written for this product. Sets hold folded words (ae, oe, ue, ss; lower case), patterns read the text as it stands. In
patterns for comparisons `HIT` stands for the firm and `RIVAL` for another one; see `kundenradar.domain.about`.
"""

import re
from typing import Final

HIT, RIVAL = "\ue000", "\ue001"
"""Private characters that stand for the firm and for another one while a sentence is compared."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SURNAMES: Final = _set("""
    mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schaefer neumann zimmermann hartmann
    krueger hofmann werner schmitt schmitz meier lehmann schmid schulze maier koehler herrmann walter mayer huber
    kaiser peters petersen moeller scholz weiss jansen janssen hansen jensen lorenz ludwig heinrich schumacher vogt
    schubert seidel brandt haas schreiber graf schulte dietrich ziegler kuhn kuehn pohl engelhardt horn bergmann
    thomas voigt sauer arnold pfeiffer albrecht simon schuster kraus krause guenther lindner lutz kramer kraemer
    baumann heinz wendt nowak kowalski behrens jahn winkler kessler paulsen christiansen clausen nielsen thomsen
    andresen lorenzen carstensen marquardt reinhardt ebert eberhardt gerlach goetz hahn hein heinze hermann hesse
    hoppe huebner jaeger jung kern kirchner kluge konrad lechner lemke menzel mohr mueck nagel naumann noack opitz
    ott otto paul petzold pietsch preuss rau reimann reuter ritter rudolph runge sander schenk schilling schindler
    schlegel schramm schroeder schroeter siebert stahl steffen steiner straub thiel thiele ullrich ulrich unger
    urban vetter volkmann wegner weigel wenzel wiese wilke wilhelm wirth witt witte wolff wulf zeller ziemer
""") - _set("""
    weiss walter thomas ludwig heinrich arnold albrecht simon otto paul jung stahl steiner urban horn kern ritter
    graf schreiber schuster wirth peters lorenz werner dietrich konrad heinz hein hermann herrmann steffen wilhelm
    ulrich ullrich rudolph sauer schilling sander nagel reuter kaiser schneider zimmermann schumacher schaefer hahn
    jaeger wiese ott witt rau haas lutz kuehn guenther
""")
"""Names of people by which firms are called; without those that are first names, trades or other words."""

CHAINS: Final = _set("""
    fielmann hornbach bauhaus obi toom hagebau ikea mediamarkt saturn aldi lidl rewe edeka kaufland netto penny
    rossmann decathlon zalando amazon ebay vodafone telekom eon vattenfall enpal sixt europcar flixbus mcdonalds
    mcdonald subway burgerking starbucks pitstop euromaster vergoelst
""")

LEGAL_FORMS: Final = _set("gmbh ag kg kgaa ohg ug gbr mbh firma firmen fa")

TRADES: Final = _set("""
    autohaus auto baeckerei metzgerei fleischerei konditorei cafe restaurant ristorante pizzeria trattoria gasthof
    gasthaus wirtshaus hotel pension ferienhof praxis zahnarztpraxis zahnarzt kanzlei apotheke friseur friseursalon
    salon optik optiker hoerakustik reisebuero fahrschule elektro elektrotechnik heizung heizungsbau sanitaer
    haustechnik installateur dachdeckerei malerbetrieb malermeister tischlerei schreinerei zimmerei gaertnerei
    gartenbau moebelhaus moebel kuechenstudio kuechen zweirad fahrradladen radladen umzuege spedition buchhandlung
    copyshop fitnessstudio sparkasse werkstatt kfz blumen buchhaltung immobilien
""")
"""Words that stand before the name of a firm: *Autohaus Klein*."""
NO_NAMES: Final = _set("""
    team besuch chef personal zimmer mitarbeiter service leitung rechnung termin heizung sanitaer montage notdienst
    reparatur firma und gmbh ag kg wartung einbau besitzer inhaber besuche preis preise kauf kunde kunden herr frau
    aufenthalt buchung fruehstueck garten technik meister monteur monteure geraete installation arbeiten anlage
    anlagen planung bau laden wasser angebot angebote profis experte experten fachbetrieb betrieb handwerker nachbar
    notfall defekt kaputt problem probleme schaden rueckgabe ankauf verkauf haendler markt nord sued west ost
""")
"""Words that stand after one of `TRADES` and are no name."""

THINGS: Final = _set("auto heizung sanitaer moebel kuechen blumen werkstatt buchhaltung immobilien kfz elektro")
"""Those of them that are things people have: with an article they name no firm."""
ARTICLES: Final = _set("der die das den dem des ein eine einen einem einer")
POSSESSIVES: Final = _set("""
    mein meine meinen meinem meiner unser unsere unseren unserem unserer sein seine seinen ihr ihre ihren kein keine ein
    eine einen einem einer eure euer euren
""")

OTHER_WORDS: Final = _set("""
    konkurrenz konkurrent konkurrenten konkurrenzbetrieb konkurrenzfirma mitbewerber mitbewerbern mitbewerbers
    wettbewerber wettbewerbern wettbewerbers
""")
OTHER_FIRM: Final = re.compile(
    r"\b(?:ander(?:e|er|en|em|es)|vorherige[rnms]?|vorige[rnms]?|fr(?:ü|ue)here[rnms]?|bisherige[rnms]?|"
    r"ehemalige[rnms]?|(?<=mein )alter?|(?<=meine )alte|(?<=meinem )alten|(?<=meiner )alten|(?<=meinen )alten|"
    r"(?<=unser )alter?|(?<=unsere )alte|(?<=unserem )alten|(?<=unserer )alten|(?<=unseren )alten)\s+"
    r"(?:\w+\s)?(?:Firm(?:a|en)|Betrieben?|Betriebe?|H(?:ä|ae)ndler[ns]?|Anbietern?|Werkst(?:att|ätten)|Laden|Läden|"
    r"Handwerkern?|Installateure?[ns]?|B(?:ä|ae)cker(?:ei(?:en)?)?|Friseure?[ns]?|Friseurin|Salon|Zahn(?:arzt|ärztin)|Arzt|"
    r"Ärztin|Praxis|Restaurants?|Lokale?n?|Hotels?|Dienstleistern?|Unternehmen|Gesch(?:ä|ae)fte?n?|M(?:ä|ae)rkten?|"
    r"Elektrikern?|Dachdeckern?|Malern?|Optikern?|Fahrschulen?|Maklern?|Kanzlei(?:en)?|Anwalt|Anwälte|Steuerberatern?|"
    r"Umzugsfirm(?:a|en)|Shops?|Autoh(?:aus|äuser)|Fachbetriebe?n?|Apotheken?|Metzgerei(?:en)?|Heizungsbauern?|"
    r"Tischlern?|Schreinern?|Klempnern?|Zimmermann|Fliesenlegern?|G(?:ä|ae)rtnern?|Metzgern?|Fleischern?|Tier(?:arzt|ärztin)|"
    r"Speditione?n?|Reinigung(?:en)?|Gastst(?:ätte|ätten)|Bestattern?)\b"
)

COMPARED: Final = _set("""
    gegensatz vergleich verglichen dagegen hingegen gewechselt wechsel wechsle wechseln wechselt gewandert statt
    anstatt anstelle lieber frueher vorher zuvor woanders umgestiegen
""")
"""Words that set one against another."""

WEATHER_WORDS: Final = _set("""
    wetter sauwetter traumwetter mistwetter regenwetter sonnenschein sonne regen dauerregen regnet geregnet schneit
    geschneit sturm stuermt gestuermt unwetter gewitter hagel gehagelt schneesturm hitzewelle
""")
WEATHER: Final = re.compile(
    r"\b(?:(?:Sau|Traum|Mist|Regen|Schmuddel|April|Un)?[Ww]etter|Sonnenschein|Dauerregen|Schneesturm|Hitzewelle|"
    r"die Sonne (?:schien|scheint|lacht)|(?:scheint|schien|lacht) (?:\w+ ){0,3}?die Sonne|"
    r"es (?:regnet|schneit|stürmt|hagelt)e?|"
    r"(?:geregnet|geschneit|gestürmt|gehagelt))\b"
)
WEATHER_SIGNS: Final = ("etter", "Sonne", "regen", "sturm", "Hitze", "schnei", "regne", "stürm", "hagel")
"""Without one of these there is none of it."""
DESPITE: Final = re.compile(
    r"(?:\b(?:[Tt]rotz|[Bb]ei|[Ww]egen|[Dd]ank|[Vv]or|[Gg]egen|[Jj]edem|[Jj]edes|und)\s+)(?:\w+\s+){0,2}$"
)
"""What stands before the weather where it is no subject of its own: *trotz Regenwetter*."""

ASIDE_WORDS: Final = _set("""
    urlaub konzert museum heimfahrt rueckfahrt bahn deutsche stadt fussball spiel wochenende politik regierung
    festival kino theater hochzeit flug strand
""")
ASIDE: Final = re.compile(
    r"^\W*(?:(?!nicht\b|kein)\w+[,]?\s+){0,3}?(?:Urlaub|Konzert|Museum|Heimfahrt|Rückfahrt|Bahn|Stadt|Fußballspiel|Spiel|"
    r"Wochenende|Politik|Regierung|Festival|Theater|Kino|Hochzeit|Flug|Strand)\b[^.!?]*"
)
"""A sentence that opens with something that small firms rarely are."""

CONTRAST: Final = re.compile(
    r"\b(?:dagegen|hingegen|demgegenüber|im Gegensatz dazu|ganz anders|anders (?:bei|beim|in))\b"
)
ONLY: Final = re.compile(
    r"(?:^|(?<=[.!?\n]\s)|(?<=\n))(?:Nur|Einzig|Bloß|Lediglich|Leider nur|Um so schöner|Umso schöner)\b"
)

CONTINUES: Final = _set("dort da er sie der die den dem denen deren ihm ihnen ihr")
"""Words a sentence opens with that goes on about who was named before."""

OPENERS: Final = _set("""
    bei beim leider auch nur erst dann danach zum zur zu von vom statt lieber endlich und aber die der das den dem
    nach seit frueher vorher mit wie als nicht selbst im in firma fa jetzt nun doch sogar dass weil wenn ob hat ist
    war anders gegen fuer ohne oder zuerst zuletzt schliesslich damals
""")
"""Words with a capital letter before a name that are no first name."""
OF_A_FIRM: Final = _set("""
    firma betrieb laden geschaeft werkstatt service kundendienst kundenservice hotline monteur monteure monteurin
    techniker chef chefin mitarbeiter mitarbeiterin mitarbeitern personal bedienung kellner kellnerin verkaeufer
    verkaeuferin berater beraterin beratung team meister geselle termin termine rechnung angebot kostenvoranschlag
    auftrag bestellung bestellt lieferung geliefert reparatur repariert reklamation reklamiert garantie
    gewaehrleistung anruf angerufen rueckruf telefon mail mails antwort email einbau eingebaut montage wartung
    notdienst kunde kunden kundschaft preis preise dort denen deren ihnen euch ihr empfehlung empfehlen empfehle
    fazit essen zimmer behandlung
""")
"""Words by which a paragraph goes on about a firm."""

STAFF: Final = (
    r"(?:Monteur(?:e|en|in)?|Chef(?:in)?|Mitarbeiter(?:in|n)?|Leute|Service|Kundendienst|Kundenservice|Techniker(?:in)?|"
    r"Meister|Geselle|Verkäufer(?:in)?|Bedienung|Kellner(?:in)?|Berater(?:in)?|Beratung|Team|Jungs|Notdienst|Werkstatt|Angebot)"
)
BELONGS: Final = re.compile(r"\bvo[nm]\s+$")
"""A firm behind this only says whose something is."""
STAFF_BELONGS: Final = re.compile(STAFF + r"\s+(?:\w+\s)?vo[nm]\s+$")

PERSON: Final = _set("""
    herr herrn frau fraeulein familie kollege kollegen kollegin kollegium nachbar nachbarn nachbarin monteur meister
    chef chefin techniker schwester bruder freund freundin bekannte bekannter bekannten onkel tante oma opa mann
    gruss gruesse gez lg mfg vg dr geselle azubi lehrling berater beraterin verkaeufer verkaeuferin
""")
"""Words before a name that make it a person's."""

NOT_A_NAME: Final = re.compile(
    r"(?:ung|ungen|heit|keit|keiten|heiten|tion|tionen|schaft|nis|chen|tum|ling|ern|"
    r"(?<!s)en|zeit|tag|abend|woche|monat|jahr|weise|haus|hause|hof|platz|berg|burg|dorf|stadt|heim|furt|ingen|hausen)$"
)
"""Endings of common nouns and of places."""
COMMON_NOUNS: Final = _set("""
    bedarf interesse anruf anfang beginn ende fuss hause haus recht gast hand regen hitze schnee sturm kaelte licht
    sonne ihnen ihrem ihrer ihren euch euren eurem eurer dir mir uns kunde kunden firma buchung ankunft gelegenheit
    weihnachten ostern silvester neujahr januar februar maerz april mai juni juli august september oktober november
    dezember montag dienstag mittwoch donnerstag freitag samstag sonntag herzen spass dank glueck unrecht preis
    termin auftrag angebot rechnung reklamation lieferung kauf verkauf tisch wasser strom gas bett kaffee kuchen
    facebook google instagram whatsapp twitter mail telefon internet berlin hamburg muenchen koeln frankfurt
    stuttgart bremen hannover leipzig dresden deutschland oesterreich schweiz europa mal ort stelle grund jahr tag
    not rat rad auto bahn bus stau wind nebel nacht dunkelheit arzt gott
""")

FIRST_PERSON: Final = _set("""
    ich wir mir mich uns mein meine meinem meinen meiner meines unser unsere unserem unseren unserer unseres man du
    dir dich euch ihr eure euer dein deine sie ihnen
""")
"""Words of somebody who tells of themselves or speaks to us; news have none."""
REPORTS: Final = FIRST_PERSON - _set("sie ihnen ihr")

PLACE: Final = re.compile(
    r"\b(?:vor|neben|gegenüber(?: von)?|hinter|nahe|unweit|zwischen|(?:in |auf )?Höhe|in der Nähe(?: von)?|Ecke|"
    r"bis zu[rm]?|oberhalb|unterhalb|direkt an|und|nördlich|südlich)\s+(?:von\s+)?"
    r"(?:(?:der|dem|des|die|den|Firma)\s+){0,2}(?:[A-ZÄÖÜ]\w+\s+)?$"
)
"""What stands before a firm that only tells a place."""
PLACED: Final = re.compile(
    r"\b(?:vor|neben|gegenüber|hinter|nahe|unweit|zwischen|Höhe|Nähe|Ecke|Straße|Abschnitt|oberhalb|unterhalb|Parkplatz)\b"
)
SPONSOR: Final = re.compile(
    r"\b(?:gesponsert|gestiftet|gespendet|Sponsor(?:en|s)?|unterstützt|zur Verfügung gestellt)\b"
)
SPONSORS: Final = _set("sponsoren sponsor gesponsert gestiftet gespendet")
ADDRESS_WORDS: Final = SPONSORS | _set("gegenueber neben hinter hoehe naehe zwischen vor ecke nahe unweit bis")

# -- comparisons, `HIT` and `RIVAL` in place of the names ----------------------------------------------

_H = rf"(?:(?:der|die|das|den|dem|Firma|Fa\.|[A-ZÄÖÜ]\w+)\s){{0,2}}{HIT}"
_R = rf"(?:(?:der|die|das|den|dem|einem|einer|Firma|Fa\.|[A-ZÄÖÜ]\w+)\s){{0,2}}(?:{RIVAL}|[A-ZÄÖÜ][\w-]+)"
_AT = r"(?:bei|beim|zu|zum|zur|in|im|von|vom|mit)"
CHANGES: Final = re.compile(r"wechsel|gewechselt|gewandert|umgestiegen|gegangen|umgezogen")
FROM_US: Final = re.compile(rf"\b(?:von|vom|weg von)\s{_H}\s(?:[\w,]+\s){{0,4}}?(?:zu|zum|zur)\s{_R}")
TO_US: Final = re.compile(rf"\b(?:von|vom|weg von)\s{_R}\s(?:[\w,]+\s){{0,4}}?(?:zu|zum|zur)\s{_H}")
WORSE: Final = re.compile(
    r"^(?:schlechter|teurer|langsamer|lauter|schlimmer|dreckiger|schmutziger|mieser|frecher|un\w+er)$"
)
NO_JUDGEMENT: Final = re.compile(
    r"^(?:größer|kleiner|älter|jünger|weiter|näher|länger|früher|später|eher|öfter|mehr|weniger)$"
)
THAN_US: Final = re.compile(rf"\b(\w+er)\s(?:\w+\s)?als\s(?:{_AT}\s)?{_H}")
THAN_RIVAL: Final = re.compile(rf"\b(\w+er|Besser)\s(?:\w+\s)?als\s(?:{_AT}\s)?(?:(?:der|die|das|den|dem)\s)?{RIVAL}")
NONE_BETTER: Final = re.compile(
    rf"\b(?:[Nn]iemand|[Kk]einer?|[Kk]eine|[Nn]ichts|[Nn]irgends|[Nn]irgendwo)\b.*\b(\w+er)(?:e[nsrm]?)?\s(?:\w+\s){{0,2}}"
    rf"als\s(?:{_AT}\s)?{_H}"
)
BETTER: Final = re.compile(
    rf"{HIT}.*\b(\w+er)\sals\s(?:{_AT}\s)?(?:(?:der|die|das|den|dem|alle|allen|jeder|jede|jedes)\s)?(?:{RIVAL}|andere)"
)
BEFORE_US: Final = re.compile(rf"\b[Bb]evor\s(?:ich|wir|man)\s(?:noch ?mal|noch einmal|wieder)\s(?:{_AT}\s)?{_H}")
RATHER_RIVAL: Final = re.compile(
    rf"\blieber\s(?:{_AT}\s)?{_R}\s(?:[\w,]+\s){{0,4}}?(?:als|statt|anstatt)\s(?:{_AT}\s)?{_H}"
)
RATHER_US: Final = re.compile(
    rf"\blieber\s(?:{_AT}\s)?{_H}\s(?:[\w,]+\s){{0,4}}?(?:als|statt|anstatt)\s(?:{_AT}\s)?{_R}"
)
INSTEAD_OF_US: Final = re.compile(rf"\b(?:statt|anstatt|anstelle von)\s(?:{_AT}\s)?{_H}")
UNLIKE_US: Final = re.compile(rf"\b(?:[Ii]m Gegensatz zu[rm]?|[Aa]nders als|[Ii]m Vergleich zu[rm]?)\s(?:{_AT}\s)?{_H}")
UNLIKE_RIVAL: Final = re.compile(
    rf"\b(?:[Ii]m Gegensatz zu[rm]?|[Aa]nders als|[Ii]m Vergleich zu[rm]?)\s(?:{_AT}\s)?"
    rf"(?:(?:der|die|das|den|dem)\s)?{RIVAL}"
)
NOBODY: Final = _set("niemand keiner keine nichts nirgends nirgendwo")
DENIED: Final = re.compile(
    r"\b(?:nichts|niemand|niemanden|keiner|keine|keinen|kein|nirgends|nie|nicht(?! nur))\b", re.IGNORECASE
)
ILL: Final = re.compile(
    r"\b(?:furchtbar|schlecht|katastroph|unfreundlich|unverschämt|frech|mies|pfusch|gepfuscht|betrogen|abzock|kaputt|horror|"
    r"enttäusch|schlimm|schrecklich|chaot|teuer|ärger|zumutung|unpünktlich|dreckig|lausig|schlampig)",
    re.IGNORECASE,
)
NO_SUBJECT: Final = re.compile(r"\b(?:[Nn]ach|[Gg]egen|[Ff]ür|[Ww]ie|[Aa]ls)\s(?:\w+\s)?$|\bHätten?\s(?:ich|wir)\b")
"""What stands before another firm that is only where the firm's story comes from."""
EXCELS: Final = re.compile(
    r"Scheibe (?:von )?abschneiden|nicht mithalten|einpacken|Weg zur Konkurrenz|ohne Konkurrenz|Vorbild nehmen|"
    r"das Wasser reichen"
)
"""Where naming others praises us: *Da kann die Konkurrenz nicht mithalten.*"""

TURNS: Final = COMPARED | WEATHER_WORDS | _set("demgegenueber anders nur einzig bloss lediglich schoener")
NAMED: Final = SURNAMES | CHAINS | OTHER_WORDS | TRADES
LEGAL_SIGNS: Final = LEGAL_FORMS | _set("sohn soehne toechter gebrueder")
OTHER_SIGNS: Final = _set("""
    andere anderer anderen anderem anderes alter alte alten frueherer fruehere frueheren bisheriger bisherige
    bisherigen vorheriger vorherige vorherigen voriger vorige vorigen ehemaliger ehemalige ehemaligen
""")
FOREIGN_SIGNS: Final = _set("la le el il al san bella casa da")
BEFORE_NAMES: Final = TRADES | _set("firma fa gebrueder")
"""Words that tell of another firm only before a name."""
NEVER_NAMES: Final = NO_NAMES | COMMON_NOUNS | OPENERS | ARTICLES | POSSESSIVES | FIRST_PERSON | CONTINUES
"""Words behind a trade that begin something else."""
SIGNS: Final = (NAMED | LEGAL_SIGNS | COMPARED | WEATHER_WORDS | FOREIGN_SIGNS | {"anders"}) - BEFORE_NAMES - {"da"}
"""Words of another subject; what only may be one (`BEFORE_NAMES`, `OTHER_SIGNS`) is looked at more closely."""
