"""Whom a sentence speaks of by how it opens: a parcel service, an insurance, the neighbour, the car park.

Only the opening tells: "Die Versicherung zahlt nicht" is not about the firm, "Brandt hat mit der Versicherung alles
geregelt" is. Written for this product; sets hold folded words.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from typing import Final


class Elsewhere(IntEnum):
    """What kind of subject a sentence opens with that is not the firm."""

    NO = 0
    PARTY = 1  # one with a name or an office of its own, before the firm is named and after
    TRADE = 2  # another trade: before the firm is named, later only where several are told of
    AROUND = 3  # what lies around: only before the firm is named, afterwards its car park is meant


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BRANDS: Final = _set("""
    dhl dpd hermes ups gls fedex lufthansa ryanair eurowings condor vodafone telefonica congstar eon vattenfall
    bosch siemens miele viessmann vaillant buderus junkers samsung apple microsoft google facebook whatsapp paypal
    klarna booking airbnb tripadvisor check24 volkswagen vw opel ford renault peugeot skoda shimano sony panasonic
    daikin velux grohe geberit liebherr bauknecht whirlpool allianz ergo lieferando
""")
"""Without an article, one who does something; with one, a thing people own: *Der Opel läuft wieder*."""
PARTIES: Final = _set("""
    adac tuev kfw aok barmer dak huk axa telekom schufa gema jobcenter arbeitsamt arbeitsagentur finanzkasse justiz
    supermarkt grosskonzern werk zentrale reisegesellschaft bestatter
    post postbote postbotin paketbote paketbotin paketdienst paketdienste paketzusteller zusteller zustellerin kurier
    kurierdienst kurierfahrer spediteur spedition transportfirma logistiker bahn deutsche zug ice
    flieger flug airline fluggesellschaft flughafen flugzeug reederei faehre reiseveranstalter veranstalter
    stadt stadtverwaltung gemeinde gemeinderat gemeindeverwaltung rathaus amt behoerde behoerden zoll polizei politik
    regierung buergermeister buergermeisterin landkreis staat land bund ministerium kreisverwaltung stadtrat
    stadtwerke netzbetreiber versorger stromanbieter stromversorger energieversorger gasversorger wasserwerk
    stromausfall kabelbetreiber internetanbieter mobilfunkanbieter
    bank hausbank versicherung versicherer krankenkasse rentenkasse bausparkasse leasingfirma gutachter
    sachverstaendiger gericht inkassobuero
    vermieter vermieterin hausverwaltung hauseigentuemer hausbesitzer bautraeger
    bauamtsleiter eigentuemergemeinschaft genossenschaft
    hersteller herstellerin lieferant lieferanten zulieferer grosshaendler grosshandel lieferkette importeur fabrik
    fabrikant konzern ersatzteillieferant plattform portal vermittler vermittlungsportal
    standesbeamtin standesbeamter pfarrer pfarrerin trauredner
    film serie krimi kino konzert theater theaterstueck fussballspiel schiedsrichter mannschaft
    nationalmannschaft verein festival urlaub museum ausstellung kurtaxe
    kreuzfahrt busreise heimfahrt rueckfahrt hinfahrt zugfahrt landeanflug
""")
PARTY_ENDS: Final = (
    "versicherung", "versicherer", "behoerde", "verwaltung", "standesamt", "finanzamt", "bauamt", "ordnungsamt",
    "landratsamt", "jugendamt", "krankenkasse", "netzbetreiber", "fluggesellschaft", "paketdienst", "hersteller",
    "lieferant",
)  # fmt: skip
"""Ends of longer words for the same: *Hausratversicherung*."""
TRADES: Final = _set("""
    maler malerin fliesenleger maurer elektriker klempner installateur gaertner dachdecker zimmermann schreiner tischler
    steinmetz kuechenplaner kuechenbauer fotograf fotografin dj band caterer catering florist floristin estrichleger
    geruestbauer glaser schlosser trockenbauer parkettleger bodenleger stuckateur schornsteinfeger putzfirma
    fensterbauer verputzer rohbauer onlineshop onlinehaendler onlineanbieter internethaendler baumarkt
    discounter supermarkt orthopaede hautarzt hautaerztin augenarzt hausarzt hausaerztin kardiologe urologe
    musiker hochzeitsplaner trauringe konditor vorgaenger vorbesitzer
""")
AROUND: Final = _set("""
    parken parkplatz parkplaetze parkhaus parksituation parkplatzsuche parkgebuehren anfahrt anreise autobahn
    umleitung strasse stau verkehr baustelle strassensperrung sperrung treppenhaus navi gegend innenstadt altstadt
    stadtfest nachbar nachbarin nachbarn schwager schwiegermutter schwiegervater schwiegersohn ex exmann exfrau
    arbeitgeber mieter mieterin mitbewohner einbrecher dieb diebe marder handwerker spiel trauung standesamt kirche
    nachbarhaus bruecke tag sonntagsausflug sommer sommerabend badesee schwimmbad freibad therme zoo tierpark
    freizeitpark spielplatz wald waelder felder sonnenuntergang sonnenaufgang ausblick gipfel alpen toskana italien
    spanien mallorca kreta griechenland tuerkei portugal paris london rom wien berlin hamburg muenchen schloss burg
    dom kathedrale rathausplatz marktplatz markt fussgaengerzone uferpromenade hafenrundfahrt faehrfahrt schifffahrt
    busfahrt bahnfahrt zugverbindung rueckreise abreise hinreise lesung vortrag kabarett musical oper operette
    ballett chor orchester kapelle blaskapelle faschingsumzug feuerwerk lichterfest sommerfest strassenfest
    gewerbeschau messe ausstellungseroeffnung vernissage premiere auftritt zirkus kirchenkonzert gottesdienst
    predigt orgel wm em olympia bundesliga elfmeter gegner stadion pokalspiel heimspiel turnier marathon lauf
    strecke radrennen app website onlinebanking software update streamingdienst buchungsportal rente steuer steuern
    inflation ampelkoalition mehrwertsteuer foerderung foerderantrag genehmigung baugenehmigung bauantrag zoll
    blitzer knoellchen strafzettel parkuhr parkautomat parkschein schranke tiefgarage rolltreppe erkaeltung grippe
    corona rueckenschmerzen allergie operation reha krankenwagen rettungsdienst feuerwehr neubau altbau grundstueck
    neubaugebiet umbau hausbau renovierung einbruch hochwasser wasserschaden sturmschaden hagelschaden brand
    kellerbrand rohrbruch buecherei stadtbuecherei bibliothek kindergarten musikschule volkshochschule sportverein
    verlobung verlobter verlobte trauzeuge trauzeugin freunde freundin kumpel schwiegereltern schwiegervaters
    lehrerin erzieherin hebamme kinderarzt kinderaerztin tierarzt notar notarin schaffner schaffnerin pilot
    stewardess bademeister taxi mietwagen ferienwohnung campingplatz jugendherberge seilbahn skilift pisten
    skischule staedtchen region umgebung nachbarort luft blick einheimischen bergluft tour wandertour reiseziel
    flugzeit gepaeck koffer mitreisenden trip kurztrip staedtetrip abitur abiball abschlussfeier jubilaeum examen
    scheidung umzugstag advent fasching karneval muttertag vatertag valentinstag mannschaftsabend vorstand
    gegnermannschaft wetter landschaft aussicht natur berge insel meer nordsee ostsee bucht hafen stadtfuehrung
    wanderung wanderweg radtour radweg ausflug tagesausflug roadtrip spaziergang weihnachtsmarkt dorffest volksfest
    schuetzenfest kirmes jahrmarkt geburtstag geburtstagsfeier konfirmation taufe hochzeit hochzeitsfeier
    junggesellenabschied klassentreffen familienfeier party gartenparty feier silvester weihnachten ostern braut
    braeutigam brautpaar reden stimmung musik tanz sieg finale halbfinale derby saison buch roman hoerbuch album
    doku ausstellung reise zugreise flugreise reisegruppe reiseleiter reiseleiterin reisefuehrer mitreisende
    krankenschwester pflegekraft nachbarschaft dorf dorfgemeinschaft ferien sommerferien winterurlaub skiurlaub
    wochenende ampel a1 a2 a3 a4 a5 a6 a7 a8 a9 lehrer trainer schule kita klinik notaufnahme krankenhaus busfahrer
    taxifahrer see strand promenade piste skigebiet bus bauleiter architekt architektin lieferdienst
""")
_PARTIES_AND_BRANDS: Final = BRANDS | PARTIES
ANYWHERE: Final = _PARTIES_AND_BRANDS | TRADES
"""Words that tell of another subject wherever they stand; those of `AROUND` do before the firm's name only."""

_SKIPPED: Final = _set("""
    und aber doch weil obwohl nachdem waehrend wenn dass leider dann danach auch schon erst nur heute gestern heuer
    jedenfalls klar ja okay ok also na ach oh wie immer mal wieder selbst sogar zuerst dazu ausserdem erstens zweitens
    denn
""")
_ARTICLES: Final = _set("""
    der die das ein eine mein meine unser unsere kein keine dieser diese dieses jeder jede so was fuer dein deine
    ihr ihre manche saemtliche alle beide liebe lieber
    im beim bei in auf am an zur zum vom dem einem einer unserem unserer meinem meiner
""")
_NOT_SUBJECT: Final = _set("er sie man ich wir")
"""Words behind the verb by which the noun before it is no subject: *Die Versicherung hat er gleich angerufen*."""
_SENDS: Final = _set("beschwert beschweren beschwer wendet wenden bedankt bedanken schimpft meckert fragt fragen")
_GOES_ON: Final = _set("""
    dort denen deren ihnen euch eure euer euren ihr chef chefin team laden werkstatt zufrieden begeistert empfohlen
    sagte meinte riet geraten erzaehlte erzaehlt empfahl empfiehlt empfehlen schwaermt schwoert geschwaermt tipp
    lobt lobte gelobt gratuliert bedankt
""")
"""Words by which a sentence speaks of the firm all the same: *Mein Nachbar ist auch begeistert*."""
_BLAMES: Final = re.compile(
    r"\b(?:schuld|Schuld|verbockt|vermasselt|versaut|verschlampt|verursacht|verschuldet|auf (?:das Konto|die Kappe)|"
    r"Fehler (?:von|vom|der|des))\b"
)
_DENIES: Final = re.compile(r"\b(?:nicht|kein\w*|niemals|angeblich|behauptet|sagen|weismachen|einreden)\b")


Kinds = Mapping[str, Elsewhere]
"""Words of a text that name somebody else, and whom."""


def kinds_in(row: AbstractSet[str]) -> dict[str, Elsewhere]:
    """The words of a text that name somebody else."""
    found = dict.fromkeys(AROUND & row, Elsewhere.AROUND)
    found |= dict.fromkeys(TRADES & row, Elsewhere.TRADE)
    found |= dict.fromkeys(_PARTIES_AND_BRANDS & row, Elsewhere.PARTY)
    found |= {word: Elsewhere.PARTY for word in row if word.endswith(PARTY_ENDS)}
    return found


def opening(row: Sequence[str], kinds: Kinds) -> Elsewhere:
    """What a sentence opens with, by its first folded words and those of the text that name somebody else."""
    at, size = 0, len(row)
    while at < size and row[at] in _SKIPPED:
        at += 1
    is_bare = True
    while at < size and row[at] in _ARTICLES:
        is_bare = False
        at += 1
    for place in range(at, min(at + 3, size)):
        word = row[place]
        found = kinds.get(word)
        if found and (is_bare or word not in BRANDS):
            return Elsewhere.NO if _is_object(row, place) else found
        if not word.endswith(("e", "er", "es", "en", "em")):
            break
    return Elsewhere.NO


def turns_to(row: Sequence[str], kinds: Kinds) -> bool:
    """Whether a sentence sends its readers to one of those: *Beschwert euch beim Bauamt*."""
    return bool(row) and row[0] in _SENDS and any(kinds.get(word) is Elsewhere.PARTY for word in row)


def _is_object(row: Sequence[str], at: int) -> bool:
    return at + 2 < len(row) and row[at + 2] in _NOT_SUBJECT and row[at + 1] not in ("und", "oder")


def goes_on(row: Sequence[str]) -> bool:
    """Whether a sentence speaks of the firm too, whatever it opens with."""
    return not _GOES_ON.isdisjoint(row)


def blames(sentence: str) -> bool:
    """Whether a sentence that names one of those says that they are to blame: *das hat der Kurier verbockt*."""
    return _BLAMES.search(sentence) is not None and _DENIES.search(sentence) is None
