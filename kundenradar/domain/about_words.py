"""German words by which a text shows that it speaks of somebody or something else than the firm.

Written for this product. Sets hold folded words (ae, oe, ue, ss; lower case), patterns read the text as it stands. In
patterns for comparisons `HIT` stands for the firm and `RIVAL` for another one; see `kundenradar.domain.about`.
"""

import re
from typing import Final

from kundenradar.domain.about_elsewhere import ANYWHERE as ELSEWHERE

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
    r"Handwerkern?|Installateure?[ns]?|B(?:ä|ae)cker(?:ei(?:en)?)?|Friseure?[ns]?|Friseurin|Salon|Zahn(?:arzt|"
    r"ärztin)|Arzt|"
    r"Ärztin|Praxis|Restaurants?|Lokale?n?|Hotels?|Dienstleistern?|Unternehmen|Gesch(?:ä|ae)fte?n?|M(?:ä|ae)rkten?|"
    r"Elektrikern?|Dachdeckern?|Malern?|Optikern?|Fahrschulen?|Maklern?|Kanzlei(?:en)?|Anwalt|Anwälte|Steuerberatern?|"
    r"Umzugsfirm(?:a|en)|Shops?|Autoh(?:aus|äuser)|Fachbetriebe?n?|Apotheken?|Metzgerei(?:en)?|Heizungsbauern?|"
    r"Tischlern?|Schreinern?|Klempnern?|Zimmermann|Fliesenlegern?|G(?:ä|ae)rtnern?|Metzgern?|Fleischern?|Tier(?:arzt|"
    r"ärztin)|"
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
    r"^\W*(?:(?!nicht\b|kein)\w+[,]?\s+){0,3}?(?:Urlaub|Konzert|Museum|Heimfahrt|Rückfahrt|Bahn|Stadt|Fußballspiel|"
    r"Spiel|"
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

OF_A_PURCHASE: Final = _set("""
    repariert geliefert eingebaut gebaut geworden bestellt gekauft bezahlt kassiert berechnet abgeholt gewartet warten
    wartezeit niemand keiner rangegangen gemeldet rueckmeldung zugesagt versprochen abgesagt beraten bedient behandelt
    gereinigt gestrichen verlegt gebucht reserviert gebracht montiert oeffnungszeiten geschlossen arbeit arbeiten
    ergebnis qualitaet ware produkt produkte material einkauf kauf brot broetchen torte kuchen brille schnitzel pizza
    suppe fleisch wurst salat bier fruehstueck bett betten bad dusche sauna pool haarschnitt frisur farbe treppe kueche
    schrank tisch sofa heizung therme waermepumpe dach fenster tuer strauss blumen kranz reifen bremsen inspektion
    waschmaschine schmerzen spritze krone zahn massage uebung uebungen alles anlage geraet portionen portion speisen
    gericht gerichte karte speisekarte ambiente lage atmosphaere
""")
"""Words by which a sentence that names nobody may well speak of what the firm did or sold."""
ONLY_US: Final = re.compile(
    rf"(?:^|, |– |- |; |\. )(?:aber |doch |leider )?(?:nur|bloß|einzig|lediglich|allein) (?:\w+ ){{0,3}}?{HIT}"
)
"""A clause that sets the firm apart from all before: *alle waren top, nur HIT kam nicht*."""

STAFF: Final = (
    r"(?:Monteur(?:e|en|in)?|Chef(?:in)?|Mitarbeiter(?:in|n)?|Leute|Service|Kundendienst|Kundenservice|"
    r"Techniker(?:in)?|"
    r"Meister|Geselle|Verkäufer(?:in)?|Bedienung|Kellner(?:in)?|Berater(?:in)?|Beratung|Team|Jungs|Notdienst|"
    r"Werkstatt|Angebot)"
)
BELONGS: Final = re.compile(r"\bvo[nm]\s+$")
"""A firm behind this only says whose something is."""
STAFF_BELONGS: Final = re.compile(STAFF + r"\s+(?:\w+\s)?vo[nm]\s+$")

OF_RIVAL: Final = re.compile(
    rf"^(?:Der|Die|Das)\s[A-ZÄÖÜ][\w-]+\s(?:von|vom|aus)\s(?:der\s|dem\s)?(?:\w+\s)?{RIVAL}\s"
    r"(?:war|waren|ist|sind|hat|haben|kam|kamen|schmeckt\w*)\b"
)
"""A sentence that opens with something of another firm."""

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
ADDRESSES: Final = _set("ihrer ihrem ihren ihres ihnen euch eure euer eurem euren eurer eures dir dein deine deinem")
"""Words by which a sentence speaks to somebody: to the firm, as a rule."""
TO_ME: Final = _set("mir mich uns man")
"""Words by which a sentence tells what somebody did to the writer: the firm, as likely as not."""
TELLERS: Final = _set("ich wir mir mich mein meine meinem meinen meiner meines man du dir dich")
"""Those of them that no club and no newspaper writes."""
REPORTS: Final = FIRST_PERSON - _set("sie ihnen ihr")

PLACE: Final = re.compile(
    r"\b(?:vor|neben|gegenüber(?: von)?|hinter|nahe|unweit|zwischen|(?:in |auf )?Höhe|in der Nähe(?: von)?|Ecke|"
    r"bis zu[rm]?|oberhalb|unterhalb|direkt an|und|nördlich|südlich)\s+(?:von\s+)?"
    r"(?:(?:der|dem|des|die|den|Firma)\s+){0,2}(?:[A-ZÄÖÜ]\w+\s+)?$"
)
"""What stands before a firm that only tells a place."""
PLACED: Final = re.compile(
    r"\b(?:vor|neben|gegenüber|hinter|nahe|unweit|zwischen|Höhe|Nähe|Ecke|Straße|Abschnitt|oberhalb|unterhalb|"
    r"Parkplatz)\b"
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
CHANGES: Final = re.compile(r"[Ww]echsel|gewechselt|gewandert|umgestiegen|gegangen|umgezogen")
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
    rf"\b(?:[Nn]iemand|[Kk]einer?|[Kk]eine|[Nn]ichts|[Nn]irgends|"
    rf"[Nn]irgendwo)\b.*\b(\w+er)(?:e[nsrm]?)?\s(?:\w+\s){{0,2}}"
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
    r"\b(?:furchtbar|schlecht|katastroph|unfreundlich|unverschämt|frech|mies|pfusch|gepfuscht|betrogen|abzock|kaputt|"
    r"horror|"
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

SET_AGAINST: Final = _set("""
    aber allerdings dagegen hingegen jedoch leider nur bloss lediglich trotzdem dennoch dafuer immerhin wenigstens
    stattdessen demgegenueber einzig einziger einzige umso dann doch
""")
"""Words by which a sentence sets the firm against what stood before."""
ALIKE: Final = _set("auch ebenso ebenfalls genauso gleichfalls beide beiden keine ahnung weiss kenne kannte")
"""Words by which it does not."""
THEY: Final = _set("denen deren")
"""Words for people that mean who was spoken of before, wherever they stand."""
WHICH_WE: Final = re.compile(rf"^(?:die|der|das|den|dem|was|welche[nmrs]?)\s{_H}")
"""A clause by which something is said of another: *das Paket, das HIT geschickt hatte*."""
ONLY_WHO: Final = re.compile(
    rf"^(?:So\s|Sowas|So was|Das\s(?=[a-zäöü])|Dies|Da(?:her|rum|für|nke)|Deshalb|Deswegen|Also\s|Schuld|Typisch|"
    rf"Gekauft|Bestellt|"
    rf"Gebucht|Gemacht|Beauftragt|Verantwortlich)|\b(?:beauftragt|gekauft|bestellt|gebucht|schuld|verantwortlich|"
    rf"hei(?:ß|ss)t|hie(?:ß|ss)|nennt sich)\b(?!.*\w{{4,}}.*\w{{4,}})|\b(?:war|waren|ist|sind|hatten|wars) "
    rf"(?:\w+ )?{HIT}[ .!]*$"
)
"""Sentences with the firm's name that only tell who was spoken of all the time."""

CLEARED: Final = re.compile(
    rf"\b(?:[Ll]ag|liegt|lags|liegts) (?:\w+ ){{0,2}}?nicht (?!nur)(?:\w+ )?an\w? {_H}|"
    rf"{HIT} (?:kann|konnte|können|konnten) (?:\w+ ){{0,3}}?nichts? (?:\w+ ){{0,2}}?daf(?:ü|ue)r|"
    rf"{HIT} (?:\w+ ){{0,3}}?(?:keine Schuld|unschuldig|nicht (?:\w+ )?schuld)\b|"
    rf"\b(?:kann|konnte|können|konnten|kannste) (?:\w+ ){{0,3}}?{_H} (?:\w+ ){{0,3}}?nichts\b(?! \w+\w+(?:en|t)\b)|"
    rf"[Nn]icht {_H} (?:war|ist|hat|trägt)\b[^.]*(?:schuld|Schuld|sondern)|[Nn]icht(?: die)? Schuld (?:von|der|"
    rf"des) {_H}|"
    rf"\b[Mm]it {_H} (?:\w+ ){{0,4}}?(?:nichts|nix) (?:\w+ )?zu tun(?! haben)|"
    rf"{HIT} (?:hat|hatte|haben) (?:\w+ ){{0,3}}?(?:nichts|nix|wenig) (?:\w+ )?zu tun(?! haben)|"
    rf", nicht (?:(?:von|vom|bei|beim|der|die|das|an|im) )?{_H}(?= ?[.!,;]|$)|\b[Nn]icht (?:(?:bei|beim|im|in der|"
    rf"von|vom|der|die|das|an) )?{_H},? sondern|"
    rf"{HIT} (?:ist|war|hat|hatte|sind|trägt|trifft|wird|wurde) (?:\w+ ){{0,3}}?(?:nicht (?:\w+ )?(?:beteiligt|gemeint|"
    rf"betroffen|verantwortlich|zuständig|dabei)|unbeteiligt|zu Unrecht|keinen Anteil|keine (?:Rolle|Schuld))(?!.*\b"
    rf"(?:aber|trotzdem|die hatten)\b)|\b(?:kein|nicht der|nicht die) (?:Fehler|Schuld|Problem|Versäumnis) (?:von|"
    rf"der|des|vom) {_H}|"
    rf"\b[Dd]af(?:ü|ue)r (?:kann|konnte|können) (?:\w+ )?{_H} nichts|[Tt]rifft {_H} keine Schuld|"
    rf"(?:verwechselt|verwechseln|Verwechslung) .*{HIT}|{HIT}.*(?:verwechselt|Verwechslung)|"
    rf"(?:nichts|nix) (?:\w+ )?mit {_H} zu tun(?! haben)|\bohne Schuld (?:von|der) {_H}"
)
"""Sentences that take blame off the firm; they say little for it."""
HEARSAY: Final = re.compile(
    rf"(?:[Ss]chlechten?|[Nn]egativen?|[Mm]iesen?) (?:\w+ )?(?:Bewertung|Kritik|Rezension|Kommentar|"
    rf"Stimme)\w*\b.*{HIT}|"
    rf"{HIT} (?:\w+ ){{0,4}}?(?:Schlechtes|nichts Gutes|Schlimmes|Negatives|Gutes) (?:gehört|gelesen)|"
    rf"(?:Schlechtes|nichts Gutes|Schlimmes|Negatives) (?:\w+ )?(?:über|von) {_H} (?:gehört|gelesen)|"
    rf"\b(?:[Ll]iest|[Hh]ört|[Hh]örte|[Ll]as|[Hh]örten|[Ll]esen) (?:\w+ ){{0,3}}?(?:Gutes|Schlechtes|Lob|Schlimmes|"
    rf"Positives|Negatives) (?:über|von|vom) {_H}|"
    rf"\b[Ww]as (?:\w+ ){{0,3}}?über {_H} (?:\w+ ){{0,4}}?(?:erzählt|gesagt|sagt|geschrieben|behauptet)|"
    rf"{HIT} (?:wird|wurde|werden) (?:\w+ ){{0,4}}?(?:nachgesagt|vorgeworfen|schlechtgeredet)|"
    rf"[„“\"»].*[“”\"«],? (?:stand|steht|sagt|sagte|meint|meinte|behauptet|schreibt) (?:in|auf|im|mein|meine|der|die|"
    rf"man|"
    rf"unser|unsere|jemand|alle)\b"
)
"""Sentences that tell what others say of the firm."""
TALK: Final = re.compile(
    rf"^(?!.*\b(?:[Ii]ch|[Ww]ir)\b.*{HIT}).*\b(?:schimpf|meck|läster|schwärm|lobt\b|loben|schwör|hetz|motz|jammer)\w* "
    rf"(?:\w+ ){{0,3}}?(?:über|auf|gegen|von|vom|für)? ?{_H}"
)
"""The same by a verb; it speaks for the firm or against it unless the writer sets their own story against it."""
NOT_SO: Final = re.compile(
    r"\b(?:unfair|ungerecht\w*|unberechtigt|ungerechtfertigt|übertrieben|Quatsch|Unsinn|erlogen|gelogen|"
    r"stimmt (?:\w+ )?nicht|"
    r"nicht (?:bestätigen|nachvollziehen|verstehen|teilen)|unverständlich|verstehe ich nicht|verstehe,? wer|"
    r"kann ich nicht|keine Ahnung,? warum|nicht (?:so )?recht haben)\b"
)
ILL_SAID: Final = re.compile(
    r"\b(?:schlecht\w*|negativ\w*|mies\w*|schimpf\w*|meck\w*|läster\w*|hetz\w*|motz\w*|jammer\w*|kritik\w*|"
    r"schlimm\w*|erzählt|Gerücht\w*|nachgesagt|vorgeworfen|unfreundlich\w*)",
    re.IGNORECASE,
)
OWN_STORY: Final = _set("ich wir mir uns mich meine unsere bei")
"""Words that open what the writer met with."""
AGREES: Final = _set(
    "auch stimmt recht zurecht bestaetigen bestaetige leider ebenfalls genauso anschliessen verstehe wirklich"
)
"""Words by which the writer agrees with what others say."""
NO_LONGER_US: Final = re.compile(
    rf"\b(?:[Kk]auf\w*|[Gg]eh\w*|[Ff]ahr\w*|[Bb]estell\w*|[Nn]ehm\w*|"
    rf"[Bb]uch\w*)\b[^.]*\bnicht (?:\w+ ){{0,2}}?{HIT},? sondern|"
    rf"{HIT} (?:schiebt|schob|schieben) (?:\w+ ){{0,2}}?(?:auf|aufs)\b|"
    rf"{HIT} (?:\w+ ){{0,3}}?(?:entzogen|den Rücken gekehrt|den Laufpass)|"
    rf"\b(?:lasse|lassen|lass|ließ|ließen) (?:\w+ )?{_H} links liegen|"
    rf"\b(?:entzogen|kündigten|entzogen wir) (?:\w+ ){{0,2}}?{_H}"
)
LATE_TO_US: Final = re.compile(
    rf"(?:\b[Bb]eim?|\b[Zz]u[mr]?|\b[Ii]m|\b[Ii]n der|\b[Zz]ur) {_H}[ ,].*\b(?:nicht|hätte|wäre)\b.*\b(?:früher|"
    rf"eher)\b.*"
    rf"\b(?:gewechselt|wechseln|hingegangen|gegangen|gekommen|hin|entdeckt)\b|"
    rf"\b[Ss]eit (?:ich|wir) .*{HIT}.*{RIVAL}.*\b(?:links liegen|nicht mehr|nie mehr|keine Chance)"
)
_ILL_TIMES = (
    r"(?:Abzocke|Reinf(?:all|ällen)|Ärger|Pleiten?|Pfusch|Katastrophen?|Desaster|Enttäuschung(?:en)?|Pannen?|Horror|"
    r"Theater|Drama|"
    r"Chaos|Fiasko|Debakel|Odyssee)"
)
AHEAD: Final = re.compile(
    rf"[Nn]ach (?:\w+ ){{0,3}}{_ILL_TIMES} (?:bei|mit|von|beim|vom|im) (?:\w+ )?{RIVAL}.*{HIT}|"
    rf"{HIT}.*\b(?:meilenweit|weit|Längen|Welten|Klassen|Lichtjahre) (?:vor|voraus|über) (?:\w+ )?{RIVAL}|"
    rf"{RIVAL}.*\b(?:meilenweit|weit|Längen|Welten|Lichtjahre) hinter {_H}|"
    rf"{RIVAL} [^.]*\bgegen {_H}|\b[Aa]n {_H} (?:kommt|kommen|reicht) (?:\w+ ){{0,3}}?(?:keiner|niemand|nichts|"
    rf"{RIVAL}.*nicht)|"
    rf"{RIVAL} .*nicht an {_H} (?:ran|heran)|"
    rf"{RIVAL}.*\b(?:nicht geschafft|Anläufen|vergeblich|Monate|Wochen|Jahre)\b.*{HIT}.*\b(?:sofort|auf Anhieb|"
    rf"(?:in|nach) \w+ (?:Minuten|Stunden)|beim ersten)|"
    rf"(?=.*\b(?:ich|wir|bin|mich|uns)\b).*{RIVAL}.*\b(?:jetzt|nun|seitdem|inzwischen|mittlerweile|heute)\b.*\b(?:zu|"
    rf"bei|zum|zur|im|beim) {_H}|"
    rf"{RIVAL} (?:\w+ ){{0,3}}?nicht mithalten|[Gg]egen {_H} (?:\w+ ){{0,3}}?(?:kann|hat|ist|wirkt|sieht) .*{RIVAL}"
)
BEHIND: Final = re.compile(
    rf"[Nn]ach (?:\w+ ){{0,3}}{_ILL_TIMES} (?:bei|mit|von|beim|vom|im) {_H}.*{RIVAL}|"
    rf"{HIT} [^.]*\bgegen (?:\w+ )?{RIVAL}|\b[Aa]n {RIVAL} (?:kommt|reicht) (?:\w+ )?{_H}.*nicht|"
    rf"{HIT} .*nicht an {RIVAL} (?:ran|heran)|"
    rf"{RIVAL}.*\b(?:sofort|auf Anhieb|(?:in|nach) \w+ (?:Minuten|Stunden|Tagen)|beim ersten)\b.*{HIT}.*\b(?:Monate?|"
    rf"Wochen|"
    rf"Jahre?|nicht|vergeblich|übersehen)\b|{HIT}.*\b(?:Anläufen|vergeblich|Monate|"
    rf"nicht geschafft)\b.*{RIVAL}.*\b(?:sofort|auf "
    rf"Anhieb|(?:in|nach) \w+ (?:Minuten|Stunden)|beim ersten)|"
    rf"\b(?:[Ff]rüher|[Ee]hemals)\b(?=.*\b(?:ich|wir|mich|uns|mir)\b|.*nur noch).*{HIT}.*\b(?:jetzt|nun|heute|"
    rf"inzwischen|mittlerweile)\b.*{RIVAL}|"
    rf"{RIVAL}.*\b(?:meilenweit|weit|Längen|Welten|Lichtjahre) (?:vor|voraus|über) {_H}|"
    rf"{HIT}.*\b(?:meilenweit|weit|Längen|Welten|Lichtjahre) hinter (?:\w+ )?{RIVAL}|"
    rf"{HIT} (?:\w+ ){{0,4}}?nicht mithalten|"
    rf"{RIVAL} (?:\w+ ){{0,3}}?(?:um )?(?:Klassen|Längen|Welten|Lichtjahre) besser"
)
WORSE_THAN: Final = re.compile(
    rf"[Bb]ei {_H}[^.,]*\b(?:kostet|zahlt|zahle|zahlst|bezahlt|verlangt|verlangen|will)\b[^.,]*\b(?:mehr|das Doppelte|"
    rf"doppelt so viel|das Dreifache)\b"
)
"""Where one of both costs more, in texts that compare."""
ALL_BUT_US: Final = re.compile(rf"^(.*)\b(?:nur|bloß|außer) {_H} nicht\b")
"""Who is not what all others are."""
AGAINST_RIVAL: Final = re.compile(rf"\b[Gg]egen (?:\w+ ){{0,4}}?{RIVAL}.*(?:{HIT}|\bdenen\b)")
WELCOME: Final = re.compile(
    r"\b(?:Traum|Segen|Paradies|Wohltat|Himmel|super|toll|besser|günstig\w*|Gewinn|Genuss|Lichtblick|Gedicht)\b"
)
"""Who is set against another and called so comes off well."""
AT_ONCE: Final = re.compile(
    r"\b(?:auf Anhieb|beim ersten (?:Mal|Versuch|Anlauf)|auf den ersten Blick|sofort|(?:in|nach) \w+ Minuten)\b.*"
    r"\b(?:geschafft|getroffen|geklappt|gefunden|gelöst|hinbekommen|erkannt|repariert|behoben|gesehen|gepasst|"
    r"funktioniert|"
    r"erledigt|hingekriegt)\b"
)
"""Who managed at once what another did not."""
NOT_THERE: Final = re.compile(
    rf"(?=.*\b(?:ich|wir|bin|gehe|mich|uns)\b).*\b(?:[Jj]etzt|[Nn]un|[Ii]nzwischen|[Mm]ittlerweile|"
    rf"[Ss]eitdem)\b.*\b(?:bei|beim|zu|zum|zur|im) (?:der )?{RIVAL}|"
    rf"\b[Bb]ei(?:m)? (?:\w+ )?{RIVAL} (?:wäre|hätte|passiert)\b.*\b(?:das|so ?was|so etwas)\b.*\b(?:nicht|nie|"
    rf"niemals)\b"
)
THEN_RIVAL: Final = re.compile(
    rf"^(?:[Dd]ann|[Nn]ächstes Mal|[Bb]eim nächsten Mal|[Kk]ünftig|[Zz]ukünftig|[Aa]b jetzt|[Aa]b sofort)\b"
    rf"(?: (?:doch|halt|eben|wieder|lieber|gehe|geh|fahre|ich|wir|gehen|kaufe|bestelle|zu|zum|zur|bei|beim|im|"
    rf"in)){{1,6}} "
    rf"(?:der |die |dem )?{RIVAL}"
)
EVENT: Final = re.compile(
    r"\b(?:trifft|treffen|findet|fand|verlegt|Treffpunkt|probt|tagt|startet|beginnt|hält|Halt|Training|Kurs|"
    r"Stammtisch|Chor|Vorverkauf|Karten|Start|Ziel|"
    r"Veranstaltung|Versammlung|Haltestelle)\b"
)
"""What takes place somewhere says nothing of the place."""

_OTHER_CALLINGS = (
    r"(?:Kommissar(?:in)?|Kommissars|Bürgermeister(?:in)?|Bürgermeisterkandidat(?:in)?|Kanzler(?:in)?|"
    r"Bundeskanzler(?:in)?|"
    r"Trainer(?:in)?|Minister(?:in)?|Ministerpräsident(?:in)?|Pfarrer(?:in)?|Präsident(?:in)?|Professor(?:in)?|Torwart|"
    r"Stürmer|Torhüter(?:in)?|Schiedsrichter(?:in)?|Sänger(?:in)?|Schauspieler(?:in)?|Landrat|Landrätin|Inspektor|"
    r"Detektiv(?:in)?|Richter(?:in)?|Historiker(?:in)?|Schriftsteller(?:in)?|Autor(?:in)?|Politiker(?:in)?|"
    r"Abgeordneter?|Stadträtin|Stadtrat|Musiker(?:in)?|Moderator(?:in)?|Komiker(?:in)?|Regisseur(?:in)?|"
    r"Wissenschaftler(?:in)?|Philosoph(?:in)?|Astronaut(?:in)?|Virologe|Virologin|Journalist(?:in)?|Lehrer(?:in)?|"
    r"Staatsanwalt|Staatsanwältin|Fußballer(?:in)?|Nationalspieler(?:in)?|Rennfahrer|Kanzlerkandidat(?:in)?|Stadtteil|"
    r"Ortsteil|Familienname|Nachname|Vorname)"
)
NAMESAKE: Final = re.compile(
    rf"\b{_OTHER_CALLINGS}\s(?:Dr\.\s)?(?:[A-ZÄÖÜ]\w+\s)?{HIT}|{HIT}, (?:der|die|dem|das|ein|"
    rf"eine)? ?{_OTHER_CALLINGS}\b|"
    rf"\bander(?:e|er|en|em|es)\s(?:[A-ZÄÖÜ]\w+\s)?{HIT}|{HIT}[- ](?:Straße|Strasse|Platz|Weg|Allee|Ring|Halle|"
    rf"Schule|Stadion|Arena|"
    rf"Brücke|Gasse|Cup|Kreuzung|Haltestelle|Denkmal)\b|{HIT}.*\bnicht (?:verwandt|zu verwechseln)\b|"
    rf"\bwo (?:\w+ ){{0,3}}?{_H} (?:war|stand|drin)\b|{HIT} aus (?:der|dem|meiner|unserer|seiner|"
    rf"ihrer) (?:\w+ )?(?:Serie|Film|Klasse|Buch|Tatort|Krimi|Roman|Schule|Staffel|Lindenstraße|"
    rf"Fernsehen|Parallelklasse|Bundeswehr|Nachbardorf)\b|\bnicht (?:unser|unsere|das hiesige|der hiesige) {HIT}"
)
"""Who bears the firm's name and is somebody else."""
FAMOUS: Final = re.compile(
    r"\b(?:willy brandt|helmut schmidt|boris becker|richard wagner|max weber|franz beckenbauer|heinrich boell|"
    r"thomas mueller|gerd mueller|herta mueller|heiner mueller|manuel neuer|hermann hesse|siegfried lenz|toni kroos|"
    r"robert koch|carl benz|otto hahn|oliver kahn|sebastian vettel|michael schumacher|mick schumacher|uwe seeler|"
    r"christa wolf|robert schumann|franz schubert|rudolf steiner|romy schneider|helmut kohl|olaf scholz|friedrich merz|"
    r"rudi voeller|johannes kepler|martin walser|max frisch|adam ries|philipp lahm|sophie scholl|heinz ruehmann)$"
)
IN_A_FIELD: Final = re.compile(
    r"\b(?:Tore|Elfmeter|Bundesliga|Kreisliga|Bezirksliga|Regionalliga|Kader|Wahlkampf|Partei|CDU|CSU|SPD|FDP|"
    r"AfD|Grünen?|Bundestag|Landtag|Film|Serie|Krimi|Tatort|Roman|Romane|Gedichte?|Album|Song|"
    r"Staffel|Episode|Olympia|WM|EM|Medaille|Talkshow|Podcast|Interview|Vorlesung|Gemälde)\b"
)
"""Where people of the firm's name are known from."""
FIRST_NAMED: Final = re.compile(
    rf"(?:^|\s)(?!Herrn?\s|Frau\s|Firma\s|Meister\s|Chef\s)[A-ZÄÖÜ][a-zäöüß]+(?:-[A-Z]\w+)?\s{HIT}"
)
A_WORD: Final = re.compile(
    rf"\b(?:[Ee]in(?:e|en|em|er|es)?|[Ll]etzten|[Vv]origen|[Nn]ächsten|"
    rf"[Kk]ommenden)\s(?:[a-zäöü]\w+e[nrs]?\s)?{HIT}(?!-)"
)
"""The firm's name as the word it is made from: *ein Wolf wurde gesehen*."""
STANDS_AT: Final = re.compile(
    rf"\b(?:vor|hinter|neben|gegenüber(?: von)?|oberhalb(?: von)?|unterhalb(?: von)?|unweit(?: von)?|Höhe|nahe|"
    rf"in der Nähe (?:von|vom|der|des)|zwischen|schräg über|Ecke|Richtung|Haltestelle|Bushaltestelle|Kreuzung|"
    rf"Parkplatz (?:von|vom|der|bei)|"
    rf"(?:Wohnung|Zimmer|Büro|[Ww]ohn\w*|Räume) (?:\w+ )?(?:über|unter)) "
    rf"(?:(?:der|dem|des|Firma) )?{HIT}"
)
"""The firm as a place."""
NO_PLACE: Final = re.compile(
    rf"\b(?:Respekt|Hut|Hochachtung|Warn\w*|warn\w*|Vorsicht|Angst|Hüte|hütet|Verbeugung|verneig\w*|Achtung|schützt?|"
    rf"steh\w* (?:ich|wir)|"
    rf"kommt|weit|meilenweit|liegt|Platz)\b[^.,]*\b(?:vor|hinter|neben) (?:\w+ )?{HIT}"
)
"""What looks like one and is none: *Respekt vor HIT*."""
_PLACE_OF = (
    r"(?:(?:bei|vor|hinter|neben|gegenüber(?: von)?|bis(?: zu[rm]?)?|ab|nahe|Höhe|oberhalb|unterhalb)|"
    r"(?:im|auf dem|am|vom|in der) (?:Nebenzimmer|Saal|Festsaal|Hof|Parkplatz|Biergarten|Parkdeck|Schaufenster|"
    r"Eingang) "
    r"(?:von|vom|der|des|bei|beim)|beim|zum|zur|im|am)"
)
_HAPPENINGS = (
    r"(?:entlaufen|zugelaufen|entflogen|Blitzer|geblitzt|Blitzers|Straßenlaterne|Laterne|Ampel|Schlagl(?:och|öcher)|"
    r"Martinsumzug|Faschingsumzug|Umzugsstrecke|Laternenumzug|Prozession|Gemeinderatssitzung|Stadtratssitzung|"
    r"Ratssitzung|Sitzung|Jahreshauptversammlung|Mitgliederversammlung|Bürgerversammlung|Wahlveranstaltung|"
    r"Stolperstein|Zebrastreifen|Bushaltestelle|Haltestelle|Bordstein|Gullydeckel|Kreuzung|"
    r"Kreisverkehr|Fundkatze|Fundhund|Kater|Katze|Hündin|Portemonnaie|Geldbörse|Geldbeutel|Hausschlüssel|Schlüsselbund|"
    r"Wildunfall|Unfall|Auffahrunfall|Verkehrsunfall|angefahren|Fahrerflucht|Flohmarkt|Kundgebung|Demo|Bürgersteig|"
    r"Plakate?|Aushänge|"
    r"Abfahrt|Haltepunkt|Spendendose|Unterschriften|Unterschriftenliste|Sammelstelle|Fundsachen|abzugeben|"
    r"geklaut|gestohlen|entwendet|gefunden|Geisterradler|Weihnachtsbaum|Maibaum|Festzelt|Infostand|Busfahrer|"
    r"Wildschwein|Waschbär|Fuchs|Storch|Graffiti|Vandalen|Schmierereien|Polizeikontrolle|Stau|Vollsperrung|gesperrt|"
    r"Sperrung|"
    r"Stammtisch|Kegelrunde|Chorprobe|Vereinsabend|Blutspende|Lauftreff|Umzugsroute|"
    r"gekracht|Crash|Karambolage|Blaulicht|Rettungswagen|Hubschrauber|"
    r"Straßenfest|Flashmob|Parkbank|Brunnen|Denkmal|Glatteis|Ölspur|Scherben|Sperrmüll|Taubendreck|"
    r"geparkt|Falschparker|Raser|Fahrschüler|Klimakleber|Wahlplakat|Wahlplakate|"
    r"Gehweg|Radweg|Hundehaufen|Glascontainer|Altkleidercontainer)"
)
_OCCASIONS = (
    r"(?:Vorverkauf|Vorverkaufsstellen?|Kartenvorverkauf|Tickets|Eintrittskarten|Flyer|Anmeldung(?:en)?|Bühne|"
    r"Schulbus|Bus|Baum|"
    r"Bäume|Öl|Müll|Start|Ziel|Karten|Treffen|Probe|Training|Infoabend|Treffpunkt|Aushang|Umleitung|Plakate?)"
)
HAPPENS_AT: Final = re.compile(
    rf"\b{_HAPPENINGS}\b[^.!?]*\b{_PLACE_OF} (?:(?:der|dem|Firma) )?{HIT}|"
    rf"\b{_PLACE_OF} (?:(?:der|dem|Firma) )?{HIT}[^.!?]*\b{_HAPPENINGS}\b"
)
"""Something that happened at the firm's place and has nothing to do with it."""
OCCASION_AT: Final = re.compile(
    rf"\b{_OCCASIONS}\b[^.!?]*\b{_PLACE_OF} (?:(?:der|dem|Firma) )?{HIT}|"
    rf"\b{_PLACE_OF} (?:(?:der|dem|Firma) )?{HIT}[^.!?]*\b{_OCCASIONS}\b"
)
"""The same in news; customers may mean what the firm sells."""
GIVEN_BY: Final = re.compile(
    rf"(?:\b(?:Pokal|Cup|Wanderpokal|Preis|Turnier|Hallenturnier)s? (?:von|vom|der|des|um den) |-Cup\b.*|"
    rf"[Ss]pende(?:r|rn)?\b.*|"
    rf"[Ss]ponsor\w*\b.*|\b(?:gestiftet|gespendet|gesponsert) (?:\w+ )?(?:von|vom|hat|hatte) .*|"
    rf"\bEuro (?:\w+ )?(?:von|vom)\b.*){HIT}|"
    rf"{HIT}(?:-?(?:Cup|Pokal|Turnier)\b|[^.!?]*\b(?:gesponsert|gestiftet|gespendet)\b)|"
    rf"\b(?:unterstützt|präsentiert|überreicht|ausgelobt) (?:\w+ )?(?:von|vom|durch) {_H}|"
    rf"\b(?:arbeitete?|jobbte?|lernte?|gelernt|angefangen|Lehre|Ausbildung|Praktikum|angestellt|"
    rf"beschäftigt)\b[^.!?]*\bbei "
    rf"(?:der )?{HIT}|\bbei (?:der )?{HIT} (?:\w+ ){{0,4}}?(?:arbeitete?|jobbte?|lernte?|gelernt|angefangen|"
    rf"absolviert)\b|"
    rf",\s(?:Tochter|Sohn|Enkel|Enkelin|Frau|Bruder|Schwester)\s(?:von|vom|der|des)\s{_H}|"
    rf",\s(?:gelernt|gelernte[rn]?|angestellt|beschäftigt|Geselle|Gesellin|Azubi|Lehrling|Auszubildende[rn]?|"
    rf"Mitarbeiter(?:in)?)\s[^,]*{HIT}[^,]*,|,\s(?:der|die)\s(?:bei|in|im)\s(?:der\s)?{HIT}\s(?:arbeitet|lernt|"
    rf"gelernt hat),"
)
"""News of a cup, of givers and of somebody who works there."""
_OF_PLACES_TOO: Final = _set("ihr team kunden dort behandlung essen zimmer meister firma betrieb")
SPEAKS_OF_FIRM: Final = (OF_A_FIRM - _OF_PLACES_TOO) | _set("""
    geschlossen oeffnungszeiten gewartet warten wartezeit gekauft bestellt reserviert bedient beraten einkauf repariert
""")
"""Words by which a text about a place is about the firm all the same."""
NEAR_SIGNS: Final = _set("""
    kommissar kommissarin buergermeister buergermeisterin buergermeisterkandidat buergermeisterkandidatin kanzler
    kanzlerin bundeskanzler bundeskanzlerin trainer trainerin minister ministerin ministerpraesident pfarrer pfarrerin
    praesident praesidentin professor professorin torwart stuermer torhueter schiedsrichter saenger saengerin
    schauspieler schauspielerin landrat landraetin inspektor detektiv richter richterin historiker historikerin
    schriftsteller schriftstellerin autor autorin politiker politikerin abgeordnete abgeordneter stadtrat stadtraetin
    musiker musikerin moderator moderatorin komiker regisseur wissenschaftler wissenschaftlerin philosoph astronaut
    virologe virologin journalist journalistin lehrer lehrerin staatsanwalt staatsanwaeltin fussballer nationalspieler
    rennfahrer kanzlerkandidat stadtteil ortsteil familienname nachname vorname verwandt verwechseln
    andere anderer anderen anderem anderes hiesige
    willy helmut boris richard max franz heinrich thomas gerd herta heiner manuel hermann siegfried toni robert carl
    otto oliver sebastian michael mick uwe christa rudolf romy olaf friedrich rudi johannes martin adam philipp sophie
    heinz
    dieser diesen diesem jeder jeden letzten naechsten kommenden ein eine einen einem einer klasse serie parallelklasse
    wo strasse platz weg allee ring halle stadion arena bruecke gasse kreuzung haltestelle denkmal cup vor hinter neben
    gegenueber oberhalb unterhalb unweit hoehe nahe naehe zwischen ueber ecke richtung parkplatz verwandt verwechseln
""")
"""Words close to the firm's name that may make it another's, or a place."""
AT_SIGNS: Final = _set(
    "bei beim vor hinter neben gegenueber bis ab nahe hoehe oberhalb unterhalb von vom der am zum zur im des"
)
"""Words close before the firm's name by which it may be a place."""
PASSING_SIGNS: Final = _set("""
    entlaufen zugelaufen entflogen blitzer geblitzt strassenlaterne laterne ampel schlagloch schlagloecher
    martinsumzug faschingsumzug laternenumzug prozession gemeinderatssitzung stadtratssitzung ratssitzung sitzung
    jahreshauptversammlung mitgliederversammlung buergerversammlung wahlveranstaltung infoabend stolperstein
    zebrastreifen bushaltestelle haltestelle umleitung bordstein gullydeckel kreuzung kreisverkehr kater katze
    huendin portemonnaie geldboerse geldbeutel hausschluessel schluesselbund wildunfall unfall auffahrunfall
    verkehrsunfall angefahren fahrerflucht flohmarkt kundgebung demo buergersteig gehweg radweg hundehaufen
    glascontainer altkleidercontainer tor tore elfmeter bundesliga kreisliga bezirksliga kader wahl wahlkampf partei
    cdu csu spd fdp afd bundestag landtag tatort roman romane buecher gedichte album song rolle staffel folge
    episode olympia wm em medaille talkshow podcast interview unterstuetzt praesentiert ueberreicht arbeitet
    arbeitete jobbt lernt lehre ausbildung praktikum wohnung vorverkauf vorverkaufsstelle vorverkaufsstellen
    kartenvorverkauf tickets eintrittskarten flyer plakat plakate aushang aushaenge treffpunkt abfahrt haltepunkt
    anmeldung anmeldungen spendendose unterschriften unterschriftenliste sammelstelle fundsachen abzugeben geklaut
    gestohlen entwendet gefunden weihnachtsbaum maibaum festzelt buehne infostand schulbus busfahrer bus wildschwein
    waschbaer fuchs storch graffiti vandalen schmierereien polizeikontrolle stau vollsperrung gesperrt sperrung
    strassenfest baum baeume parkbank brunnen denkmal glatteis oel oelspur scherben stammtisch start ziel karten
    treffen kegelrunde chorprobe probe training vereinsabend blutspende lauftreff tochter sohn enkel enkelin frau
    bruder schwester gekracht crash karambolage blaulicht rettungswagen hubschrauber muell sperrmuell geparkt
    falschparker raser wahlplakat wahlplakate pokal cup wanderpokal turnier hallenturnier spende spender spendern
    sponsor sponsoren sponsorenlauf gestiftet gespendet gesponsert gelernt gelernter gelernten angestellt
    beschaeftigt geselle gesellin azubi lehrling auszubildende auszubildender
""")
"""Words of which one stands in every text that `_is_namesake` may take for one in passing."""
CLEARING: Final = _set("""
    nichts nix schuld unschuldig schuldig lag lags liegt liegts entzogen ruecken laufpass links mithalten meilenweit
    laengen welten klassen lichtjahre sondern verwechselt verwechseln verwechslung unrecht beteiligt gemeint
    betroffen verantwortlich zustaendig unbeteiligt anteil rolle fehler problem versaeumnis bewertung bewertungen
    kritik kritiken rezension rezensionen kommentar kommentare stimmen schimpft schimpfen schimpfte geschimpft
    meckert meckern laestert laestern motzt motzen jammert jammern hetzt hetzen hetze lobt loben lobte schwoert
    schwoeren schwaermt schwaermen schlechtes schlimmes negatives gutes positives nachgesagt vorgeworfen
    schlechtgeredet erzaehlt gesagt geschrieben gelogen erlogen schiebt schob schieben stand steht sagt sagte meint
    meinte behauptet schreibt anlaeufen vergeblich uebersehen anhieb kommt reicht gegen abzocke reinfall reinfaellen
    aerger pleite pleiten pfusch katastrophe katastrophen desaster enttaeuschung enttaeuschungen panne pannen horror
    theater drama chaos fiasko debakel odyssee frueher ehemals jetzt nun seitdem inzwischen mittlerweile heute
    hinter vor voraus seit eher mehr doppelte doppelt dreifache minuten stunden tagen geschafft
""")
"""Without one of these in a sentence nothing takes blame off the firm, tells hearsay or sets it far ahead or behind."""
RARE_CLEARING: Final = CLEARING - _set("""
    liegt lag steht stand sagt sagte meint meinte schreibt kommt reicht gegen jetzt nun heute hinter vor seit eher mehr
    frueher minuten stunden tagen geschafft problem fehler rolle links aerger chaos theater katastrophe pfusch horror
    seitdem inzwischen mittlerweile kritik bewertung kommentar erzaehlt gesagt geschrieben
""")
"""Those of them by which a text that names nobody else shows it."""
SETTING_APART: Final = _set("nur bloss einzig lediglich allein ausser")

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
SIGNS: Final = (NAMED | LEGAL_SIGNS | COMPARED | WEATHER_WORDS | FOREIGN_SIGNS | ELSEWHERE | {"anders"}) - (
    BEFORE_NAMES | OTHER_SIGNS | {"da"}
)
"""Words of another subject; what only may be one (`BEFORE_NAMES`, `OTHER_SIGNS`) is looked at more closely."""
