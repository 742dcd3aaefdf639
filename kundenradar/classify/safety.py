"""Words of danger and harm: they raise at once, whatever the sentiment.

A word raises unless its sentence takes it back: by a negation (*niemand wurde verletzt*), by an idiom (*Feuer und
Flamme*, *brennt für seinen Beruf*), or because it only prevents (*Brandschutz*, *Rauchmelder*).
"""

# ruff: noqa: E501 - a pattern is read as one line

import re
from collections.abc import Sequence

from kundenradar.classify.speech import LatePattern, Sentence

_OFTEN_ALARMS = (
    "verletz",
    "brenn",
    "brannt",
    "brand",
    "feuer",
    "flamme",
    "schlag",
    "gewischt",
    "klemm",
    "rueckruf",
    "ruft",
    "zurueck",
    "gas",
    "co",
    "kohlenmonoxid",
    "vergift",
    "gift",
    "allerg",
    "schimm",
    "sturz",
    "stuerz",
    "explo",
    "rauch",
    "qualm",
    "schmor",
    "funken",
    "verbrueh",
    "verbrann",
    "schnitt",
    "blut",
    "krankenhaus",
    "notarzt",
    "notaufnahme",
    "rettungswagen",
    "krankenwagen",
    "salmonell",
    "splitter",
    "scherbe",
    "erstick",
    "verschluck",
    "brems",
    "versag",
    "aufzug",
    "fahrstuhl",
    "lift",
    "gefaehr",
    "gefahr",
    "unfall",
    "umgekipp",
    "ausschlag",
    "asbest",
    "legionell",
    "keim",
    "ohnmaecht",
    "bewusstlos",
    "atemnot",
    "ueberhitz",
    "kurzschluss",
    "strom",
    "metall",
    "plastik",
    "draht",
    "glas",
    "zahn",
    "erschlagen",
    "quetsch",
    "gekracht",
    "gefallen",
    "gebrochen",
    "aetz",
    "anaphyla",
    "ausgerutscht",
    "genaeht",
    "wunde",
    "rad",
    "reifen",
    "stueck",
    "angesengt",
    "verkohlt",
    "verpuff",
    "gestossen",
    "holz",
    "aufgeschlitzt",
    "kabel",
    "leitung",
    "draehte",
    "luft",
    "lenker",
    "gelaender",
    "leiter",
    "getroffen",
    "nadel",
    "spaene",
    "sprosse",
    "schwollen",
    "schmilzt",
    "geschmolzen",
    "gebissen",
    "zusammen",
    "entzuendet",
    "eiter",
    "knister",
)
"""Stretches of which one must stand in a sentence before it is worth reading closely."""
_RARE_ALARMS = (
    "notausg",
    "fluchtweg",
    "fluchtt",
    "rettungsweg",
    "ertrunk",
    "ertrank",
    "ertrink",
    "kollab",
    "versengt",
    "geflogen",
    "gespritzt",
    "geknallt",
    "sicherheitsgurt",
    "sicherheitsbuegel",
    "kindersitz",
    "spielplatz",
    "sandkasten",
    "ueberfahren",
    "angefahren",
    "umgefahren",
    "steckdose",
    "sicherungskasten",
    "verteilerkasten",
    "betrunken",
    "besoffen",
    "alkoholis",
    "platzt",
    "kippt",
    "kribbel",
    "raeder",
    "durchfall",
    "erbroch",
    "erbrech",
    "magenkr",
    "zusammen",
    "stuerz",
    "gebrochen",
    "gefallen",
    "gekracht",
    "schlagen",
    "brems",
    "gerissen",
    "schraube",
    "blut",
    "reifen",
    "stossen",
    "festgezogen",
    "angezogen",
)
"""The same for what is told more rarely, `_RARE`."""

_OFTEN = (
    r"\b(?:schwer |leicht )?verletz(?:t|te|ten|ung\w*|end)?\b"
    r"|\bverletzungs(?:gefahr|risiko)\b|\b(?:brand|unfall|explosions|sturz|stolper|erstickungs|lebens|vergiftungs|verbrennungs|rutsch|quetsch|gesundheits)gefahr\b"
    r"|\bbrennt\b|\bbrannten?\b|\bin brand\b|\bbrand(?:geruch|wunde\w*|blase\w*|stelle\w*|loch)?\b|\b(?:aus|ab|an|durch|nieder)?gebrannt\b|\bkabelbrand\b|\bfeuer\b|\bflammen?\b|\bangesengt\b|\bverkohlt\b"
    r"|\b(?:ge|ver|an|durch|durchge|ange)schmort?\w*\b|\bfunken\b|\bqualm\w*\b|\brauch(?:t|te|entwicklung|geruch|schwaden)?\b|\bueberhitz\w*\b|\bkurzschluss\b"
    r"|\b(?:angefangen|begann|fing\w*|anfing) (?:\w+ ){0,3}(?:zu )?(?:brennen|kokeln|qualmen|rauchen)\b|\bfeuer gefangen\b|\bin flammen\b"
    r"|\bstromschl(?:ag|aege)\w*\b|\b(?:einen|nen|elektrischen|eine) (?:\w+ )?(?:schlag|gewischt) (?:bekommen|gekriegt|verpasst|abbekommen|bekam)\w*\b|\b(?:schlag|eine) verpasst\b|\bgewischt bekommen\b|\bbekam\w* (?:ich |wir |er |sie )?(?:\w+ ){0,3}(?:schlag|gewischt)\b|\bunter strom\b"
    r"|\b(?:hand|finger|arm|bein|fuss|kopf|kind|gaspedal|pedal|bremse|tuer|aufzug|person)\w*\b.{0,60}\b(?:ver|ein|ge|fest)(?:ge)?klemmt\w*\b|\bverklemmt\w*\b|\beingeklemmt\w*\b|\bgequetscht\w*\b"
    r"|\brueckruf(?:aktion\w*|e|s)?\b|\bruft\b.{0,60}\bzurueck\b|\bzurueckgerufen\b"
    r"|\bgas(?:geruch|leck|austritt|explosion)\w*\b|\b(?:riecht|roch|stinkt|gestunken|gerochen)\b.{0,40}\bnach (?:\w+ )?(?:gas|rauch|verbranntem|verschmort\w*|chemie)\b|\bgas (?:tritt|trat|stroemt|ausgetreten)\b|\bnach gas\b"
    r"|\bco(?:-| )?(?:melder|alarm|warner|vergiftung|wert\w*|austritt)\b|\bkohlenmonoxid\w*\b"
    r"|\b\w*vergiftung(?:en)?\b|\bvergiftet\w*\b|\bgiftig\w*\b|\bsalmonell\w*\b|\blegionell\w*\b|\basbest\w*\b|\bverkeimt\w*\b"
    r"|\ballergi\w*\b|\banaphyla\w*\b|\b(?:haut)?ausschlag\b|\batemnot\b|\berstick\w*\b|\bverschluckt\w*\b|\bohnmaechtig\w*\b|\bbewusstlos\w*\b"
    r"|\b(?:ver)?schimmel(?:t|te|ig\w*|pilz\w*|befall|flecken|sporen)?\b|\bverschimmelt\w*\b"
    r"|\b(?:ge|ein|ab|um|her\w*)stuerzt\w*\b|\b(?:ein|ab|um)?gestuerzt\w*\b|\beinsturz\w*\b|\bsturz\b|\babsturz\b(?! (?:der|des) (?:app|seite|programm\w*|rechner\w*))|\bausgerutscht\b|\bumgekippt\b"
    r"|\bexplo\w+\b|\bverpufft\w*\b|\bverbruehu?\w*\b|\bverbrueht\w*\b|\b(?:hand|finger|arm|bein|fuss|haut|zunge|mund|kind|sich|mir|mich)\b.{0,30}\bverbrannt\b|\bverbrennung\w*\b|\bveraetzt?\w*\b"
    r"|\b(?:hat|habe|hab|haben|hatte) (?:sich|mich|mir|uns|dich)\b.{0,60}\b(?:geschnitten|gestossen|aufgeschnitten|aufgeschlitzt)\b|\bschnittwunde\w*\b|\bgenaeht\b|\bgeblutet\b|\bblutet\w*\b|\bplatzwunde\b|\bzahn (?:ab|abgebrochen|ausgebissen)\b"
    r"|\bins krankenhaus\b|\b(?:lieg\w*|lag\w*|landet\w*|gelandet|musst\w*|kam|war(?:en)?|bin|sitz\w*)\b[^,]{0,30}\bkrankenhaus\b|\bkrankenhaus (?:gelandet|gelegen|behandelt|eingeliefert)\b|\bnotarzt\b|\bnotaufnahme\b|\brettungswagen\b|\bkrankenwagen\b|\bglas(?:splitter|scherben?)\b|\b(?:metall|plastik|holz)(?:splitter|teil\w*|stueck\w*|span|spaene)\b|\bscherben? (?:im|in)\b|\bstueck (?:metall|glas|plastik|draht)\b"
    r"|\bbrems\w*\b.{0,50}\b(?:versag\w*|ausgefallen|ohne wirkung|defekt|(?:greif|brems|zieh|reagier|funktionier|geh)\w* (?:\w+ ){0,2}nicht)\b|\b(?:versagt\w*|ausgefallen)\b.{0,20}\bbrems\w*\b|\b(?:rad|reifen)\b.{0,40}\b(?:gelockert|geloest|abgefallen|verloren)\b"
    r"|\b(?:aufzug|fahrstuhl|lift)\b.{0,50}\b(?:stecken|fest|eingesperrt|eingeschlossen|gefangen)\w*\b|\b(?:stecken|fest)\w*\b.{0,30}\b(?:aufzug|fahrstuhl|lift)\b"
    r"|\b(?:blanke|offene|freiliegende|lose)[nrs]? (?:kabel|leitung\w*|draehte|stromkabel|adern)\b|\b(?:kabel|leitung\w*|draehte)\b.{0,20}\b(?:liegen|liegt|hing|haengen|schauen|ragen) (?:\w+ ){0,2}(?:blank|frei|offen)\b|\bfunkt?e?n?t? (?:aus|spruehen|geflogen)\b"
    r"|\b(?:bekomm|krieg|bekam)\w* (?:\w+ ){0,3}(?:einen|nen|eine) (?:\w+ )?(?:schlag|gewischt)\b"
    r"|\brad(?:mutter|bolzen)\w*\b.{0,40}\b(?:nicht|lose|locker|vergessen|ab)\b|\b(?:rad|reifen)\b.{0,30}\b(?:entgegen|weggeflogen|davongerollt)\b"
    r"|\b(?:lenker|gabel|leiter|stuhl|bank|gelaender|balkon|treppe|stufe|sprosse|schaukel|haken|sitz|bett)\b.{0,30}\b(?:ab|zusammen|durch|weg|ein)?gebrochen\b"
    r"|\b(?:keine luft|luft weg|kaum luft)\b.{0,15}\b(?:mehr|bekomm\w*|gekriegt|blieb)\b|\b(?:bekam|bekommt|kriegte) (?:\w+ ){0,2}keine luft\b|\ballergische[rn]? (?:schock|reaktion\w*)\b"
    r"|\b(?:kopf|auge|gesicht|fuss|hand|finger)\b.{0,20}\b(?:getroffen|gequetscht|abgetrennt|aufgeschlagen)\b|\b(?:nadel|schraube|nagel|glas|draht|metallspaene|splitter|scherben?)\b.{0,20}\b(?:im|in der|in den|in dem) (?:essen|brot|broetchen|salat|suppe|spielzeug|kuchen|eis|getraenk|flasche|muesli|tuete)\b|\bim (?:reis|gulasch|doener|burger|pudding|mehl|broetchen|teig|spielzeug|brot|kuchen|essen|salat|muesli|joghurt)\b.{0,20}\b(?:nadel|schraube|nagel|glas|draht|splitter|scherbe)\b|\bmetallspa\w*\b"
    r"|\b(?:schmilzt|(?:an|ver|weg|durch)?geschmolzen\w*)\b|\bgebissen\b|\bklappt(?:e)?\b.{0,40}\b(?:fahrt|einfach|ploetzlich|alleine?|selbst)\b.{0,20}\bzusammen\b|\b(?:hat|haben) sich\b.{0,30}\bentzuendet\b|\beiter(?:t|te|n)\b|\bknister(?:t|te)\b.{0,30}\b(?:steckdose\w*|kabel|sicherung\w*|leitung\w*)\b|\b(?:steckdose\w*|kabel|sicherung\w*)\b.{0,30}\bknister(?:t|te)\b"
    r"|\bstichflamme\b|\b(?:gesicht|hand|fuss|lippen?|augen?|zunge|hals|arm|bein)\b.{0,30}\b(?:an|zu)?geschwollen\b"
    r"|\blebensgefaehrlich\w*\b|\bgefaehrlich\w*\b|\bgefaehrde\w*\b|\barbeitsunfall\b|\bunfall\b|\b(?:fast|beinahe) (?:\w+ ){0,3}erschlagen\b|\b(?:arm|bein|knochen|rippe|handgelenk|nase|fuss)\b.{0,20}\bgebrochen\b|\bvon der (?:wand|decke) (?:gekracht|gefallen|gestuerzt)\b"
)
_RARE = (
    r"\b(?:(?:kinder|gitter|stock|hoch|gaeste)?bett|(?:buero|kinder|hoch|liege|garten)?stuhl|regal|(?:garten|bier)?bank|(?:garten|bier)?tisch|geruest|tribuene|dach|decke|bruecke|carport|pavillon|hochstuhl)\b.{0,30}\bzusammen(?:gebrochen|gekracht|gefallen|gestuerzt)\b|\b(?:ich|er|sie|mann|frau|mutter|vater|oma|opa|kind|sohn|tochter)\b.{0,40}\bzusammengebrochen\b|\babstuerzen\b"
    r"|\b(?:dachziegel|ziegel|ast|aeste|eisplatte\w*|dachlawine|balken|betonteil\w*|steine?)\b.{0,50}\b(?:eingeschlagen|herabgefallen|(?:he)?runtergefallen|(?:he)?runtergekracht)\b"
    r"|\b(?:notausg(?:ang|aenge)|fluchtweg\w*|fluchttuer\w*|rettungsweg\w*)\b.{0,40}\b(?:zugestellt|versperrt|verschlossen|abgeschlossen|verstellt|blockiert|zugeparkt)\b"
    r"|\b(?:kind\w*|junge|maedchen|tochter|sohn|jemand|person|baby|becken|pool|schwimm\w*|bade\w*|badesee)\b(?!.{0,60}\b(?:keiner|niemand|kein|nicht)\b).{0,60}\bertr(?:unken|ank|inkt|inken)\b|\b(?:kollabier|kreislaufkollaps)\w*\b|\bversengt\b"
    r"|\b(?:ins auge|in die augen|ins gesicht|an den kopf|auf den kopf|auf den arm|auf die hand)\b.{0,20}\b(?:geflogen|gespritzt|gefallen|geknallt|gesprungen)\b|\bueber den lenker geflogen\b"
    r"|\bbrems(?:seil|zug|leitung|schlauch)\w*\b.{0,30}\b(?:gerissen|riss|gebrochen|undicht|durchgescheuert)\b|\b(?:sicherheitsgurt|sicherheitsbuegel|kindersitz)\w*\b.{0,40}\b(?:geoeffnet|aufgegangen|aufgesprungen|geloest|gerissen)\b"
    r"|\b(?:naegel|nagel|schrauben?|scherben?|spritzen?)\b.{0,30}\b(?:spielplatz|sandkasten)\b|\b(?:spielplatz|sandkasten)\b.{0,40}\b(?:naegel|nagel|scherben?|spritzen)\b"
    r"|\b(?:mich|uns|kind\w*|sohn|tochter|oma|mutter|hund|jemand\w*|radfahrer\w*|fussgaenger\w*)\b.{0,40}\b(?:ueberfahren|angefahren|umgefahren)\b"
    r"|\b(?:wasser|regen|es tropft|es regnet|es laeuft)\b.{0,30}\b(?:in|aus|durch) (?:die|der|den|dem|eine|einer) (?:\w+ )?(?:steckdosen?|sicherungskasten|stromkasten|verteilerkasten)\b"
    r"|\b(?:(?:bus|taxi|lkw)?fahrer|fahrlehrer)\b.{0,30}\b(?:betrunken|besoffen|alkoholisiert)\b|\b(?:betrunken|besoffen|alkoholisiert)\w*\b.{0,20}\b(?:gefahren|faehrt|am steuer)\b"
    r"|\b(?:ich|er|sie|kind|finger|hand|nase|kopf|ohr)\b.{0,20}\b(?:blute|blutet|bluten|blutete)\b|\b(?:glas|flasche|schuessel|kanne|kessel|boiler|reifen)\b.{0,30}\b(?:zer|ge)platzt\b|\bkippt\b.{0,20}\bum\b"
    r"|\bkribbel\w*\b.{0,50}\b(?:armatur|heizkoerper|gehaeuse|wasserhahn|dusche|metall|anfasse|beruehre|beruehrt)\b|\b(?:rad|raeder|reifen|radmuttern)\b.{0,50}\bnicht (?:\w+ )?(?:festgezogen|angezogen)\b|\bbremsen?\b.{0,30}\b(?:ins leere|greif(?:t|en) nicht|geh(?:t|en) nicht|zieh(?:t|en) nicht)\b"
    r"|\b(?:mich|uns|kind|oma|opa|mutter|vater|tochter|sohn)\b.{0,30}\bumgestossen\b|\b(?:fleisch|fisch|essen|huhn|haehnchen\w*|muscheln?|mayo\w*|salat|eis|buffet|sushi|doener)\b.{0,60}\b(?:durchfall|erbrochen|erbrechen|magenkraempfe)\b"
    r"|\b(?:markise|schild|leuchte|lampe|regal|fenster|fernseher|spiegel|(?:haenge|kuehl|kuechen)?schrank|(?:garagen|roll|schiebe)?tor|kronleuchter|beamer)\b.{0,40}\b(?:(?:he)?runter(?:gekracht|gestuerzt|gefallen)|herab(?:gestuerzt|gefallen))\b"
)
ALARMS = (*_OFTEN_ALARMS, *_RARE_ALARMS)
RAISES = f"{_OFTEN}|{_RARE}"
"""What tells of danger or harm."""
_RAISES_OFTEN, _RAISES_RARELY = LatePattern(_OFTEN), LatePattern(_RARE)
_GUARDS = LatePattern(
    r"feuer und flamme|(?:offene[mnrs]? |am |ueber dem |auf dem )feuer|(?:fuer|mit|feuer und) flamme|brenn\w* (?:\w+ ){0,3}(?:fuer|darauf)\b|fuer (?:\w+ ){1,4}brenn\w*|feuerwehrfest|feuerwehrhaus|feuer (?:im|unterm|unter dem) \w+|unter den naegeln|durchs? feuer"
    r"|(?:zum|die hand ins|ins) feuer|lager ?feuer\w*|kamin ?feuer\w*|feuer ?(?:werk|korb|schale|tonne|stelle|holz|zeug|zangen\w*)|brandneu\w*|brandaktuell\w*|brandheiss\w*|brand ?(?:schutz|melder|wein|enburg\w*|schutztuer\w*)\w*|brandt|brandbrief"
    r"|rauch ?(?:melder|warnmelder|frei|er|en|ig|fleisch|lachs)\w*|nichtraucher\w*|geraucht|zigarette\w*|raeucher\w*"
    r"|lampe\w*\b.{0,20}\bbrennt|brennt\b.{0,30}\b(?:licht|lampe|birne|kerze|stunden|scharf|holz|pellets)|licht\b.{0,20}\bbrennt|brennt (?:herrlich|angenehm|schoen|sauber)\w*|brennt (?:\w+ )?auf der zunge|brennt (?:mir |uns )?(?:\w+ )?frage|(?:holz|ofen|kerze\w*|kessel|brenner|kamin|pellets?)\b.{0,30}\bbrennt|chili\w*|geflammt|flammkuchen|flambiert|karamell\w*|creme bru\w*|gebrannte mandeln"
    r"|kalte[mnr]? rauch|zigarettenrauch|brennt (?:die huette|der baum|ihnen|mir unter)|(?:verletzt|gebrochen) beim (?:sport|fussball|training|wandern|ski\w*)|beim (?:sport|fussball|training|wandern|ski\w*|turnen)\b.{0,40}\b(?:verletzt|gebrochen)|verletzung (?:am|an|vom|beim)|nach (?:\w+ )?(?:verletzung|unfall|sturz|bandscheibenvorfall)"
    r"|finger verbrannt|zum schiessen|bombe\w*|sturzflug|umsatzsturz|kurssturz|preissturz|sturzregen|kopfsturz"
    r"|preis\w* explo\w*|kosten explo\w*|explo\w* (?:\w+ )?(?:preis|kosten)\w*|geschmacks?explosion|(?:preise|kosten)\b.{0,20}\bexplodier\w*"
    r"|schimmelkaese|blauschimmel|edelschimmel|weissschimmel|camembert|schimmelreiter"
    r"|stolpersteine|allergi(?:ker|ke[rn]\w*)?(?:n)? (?:freundlich|geeignet)|allergenliste|allergikerfreundlich|allergene?n?(?:kennzeichnung|tafel)?\b|(?:frage|info\w*|rueckfrage|wegen (?:einer|meiner|der)|habe (?:eine|ne)|leide|bin|wegen|gegen) (?:\w+ ){0,3}allergi(?!sche\w* (?:reaktion|schock))\w*|allergi\w* (?:auf|gegen) (?!\w+ (?:reagiert|schock))"
    r"|gefaehrlich (?:gut|lecker)|ungefaehrlich|brandgefaehrlich gut|nicht (?:un)?gefaehrlich|suchtgefahr|ansteckungsgefahr guter|verwechslungsgefahr"
    r"|schlag ins gesicht|schlag ins wasser|auf einen schlag|schlag auf schlag|mit einem schlag"
    r"|gas ?(?:therme|heizung|kessel|preis|herd|grill|versorg|abrechnung|wartung)\w*|vollgas|gas geben"
    r"|absturz (?:der|des) (?:app|seite|programm\w*)|(?:app|seite|programm|rechner|website|formular|shop)\b.{0,30}\bst(?:ue|u)rzt|abgestuerzt\b.{0,20}\b(?:app|seite|computer|rechner)|(?:app|seite|rechner|website|shop)\b.{0,30}\babgestuerzt|in unkosten gestuerzt|ins chaos gestuerzt|darauf gestuerzt|ueberstuerzt"
    r"|zutiefst verletzt|(?:in meiner ehre|in meinem stolz|gefuehle?) verletzt|rechte? verletzt|datenschutz verletzt|vertragsverletzung|verletzung der (?:pflicht|aufsicht|vertrag|datenschutz)\w*"
    r"|krankenhaus(?:kiosk|cafe|kueche|seelsorge)|(?:im|am|vom|beim|neben dem|gegenueber vom) krankenhaus (?:arbeit|liegt|parken|geboren)|unfallfrei|feuerloescher|feuerfest|feuerversicherung|unfallwagen|unfallversicherung|verkehrsunfall|unfall\b(?: \w+){0,2} (?:vor|gegenueber|neben)(?: \w+)? (?:laden|geschaeft|haus|haustuer|tuer|filiale|praxis|betrieb|werkstatt|hotel|restaurant|lokal|eingang|kreuzung|kirche|schule)|unfall (?:\w+ )?auf der (?:strasse|kreuzung|autobahn|landstrasse|hauptstrasse|[ab] ?\d+)|notfall ?plan"
    r"|fuehl\w* (?:mich|sich|uns) (?:\w+ ){0,3}verletzt|\b(?:stolz|ehre|gefuehle|eitelkeit)(?: \w+){0,3} verletzt|brenn\w* (?:\w+ ){0,3}auf der seele|explosiv\w* (?:gut|mischung|stimmung|geschmack)|stimmung\b.{0,20}\bexplosiv|sonne\b.{0,30}\bbrenn\w*|brenn\w*\b.{0,20}\bsonne"
    r"|\b(?:\w*braten|essen|milch|reis|sosse|\w*kartoffeln?|\w*schnitzel|pizza|boden|fleisch|gemuese|suppe|kuchen|brot\w*|broetchen|croissants?|pfannkuchen|waffeln?|nudeln|pommes|zwiebeln?|knoblauch)\b.{0,40}\bangebrannt|(?:krankenwagen|rettungswagen|notarzt)\b.{0,40}\b(?:uebung|parkte|parkt)\b|(?:vergiftung|verletzung|unfall|brand)(?: \w+){0,3} (?:erkannt|geheilt|behandelt|geloescht)"
    r"|(?:app|seite|programm|rechner|website|formular|shop|handy|tablet|server|system)\w*\b.{0,40}\babstuerzen|(?:stimmung|laune|wetter|milch|wein|teich|see)\b.{0,20}\bkippt|geschmolzene\w* (?:kaese|butter|schoko\w*|eis)|(?:eis|schoko\w*|kaese|butter|torte|sahne)\b.{0,30}\b(?:ge)?schm(?:olzen|ilzt)|schmilzt (?:auf der zunge|im mund|dahin|in der hand)|allergi\w*\b.{0,40}\b(?:beruecksichtigt|ruecksicht|bedacht)|verletzte\w* (?:tiere?n?|voegel|igel|wildtiere?)|(?:system|netz|server|wlan|verkehr)\w*\b.{0,30}\b(?:kollabier\w*|zusammengebrochen)"
)
_CALL_BACK = LatePattern(
    r"\b(?:rueckruf (?:vom|von) (?:amt|chef|meister|ihnen|euch|herrn|frau|firma|kundendienst|der firma|dem \w+)|steht (?:noch )?aus|bitte|bitten|bittet|gebeten|bat|warte|warten|wartet|gewartet|erbeten|erbitte|um (?:\w+ ){0,3}rueckruf|auf (?:\w+ ){0,3}rueckruf|versprochen\w*|zugesagt\w*|verpasst|telefon\w*|anruf\w*|angerufen|hotline|handy"
    r"|rueckruf(?:service|nummer|formular|bitte|wunsch)|(?:kein|keinen|keine) (?:\w+ )?rueckruf|dringenden? rueckruf|schnellen? rueckruf|ihren rueckruf|euren rueckruf|rueckruf (?:kam|erfolgte|bekommen|erhalten|erfolgt|aus|unter|noch|heute|morgen|am)|ruft? (?:\w+ ){0,4}(?:mich|uns|mal|bitte|heute|morgen|nie|niemand|keiner|einen|den kunden|jemand) ?(?:\w+ ){0,3}zurueck|niemand|keiner|nie|nicht|mich|uns|mir|rufen sie|(?:wurde|werde|worden|sofort|prompt|promt|schnell|gleich|umgehend) (?:\w+ ){0,3}zurueckgerufen)\b"
)
_NO_CALL_BACK = LatePattern(
    r"\bkein\w* (?:\w+ )?rueckruf|\brueckrufe?,? ?(?:\w+ )?(?:fehlanzeige|blieb\w* aus|bleib\w* aus|kam\w* (?:nie|nicht)|kommt (?:nie|nicht))"
    r"|\b(?:erste|zweite|dritte|versprochene|zugesagte|vereinbarte|angekuendigte)[nrs]? rueckruf|\bohne (?:\w+ )?rueckruf"
    r"|\b(?:bitt|bat|erbitt)\w*\b.{0,30}\bum (?:\w+ ){0,3}rueckruf|\b(?:netten?|schnellen?|freundlichen?|prompten?|raschen?) rueckruf|\bdank\w* (?:\w+ ){0,4}rueckruf"
)
"""Told of telephone calls alone, whatever else the sentence says."""
_PASSIVE = LatePattern(r"\b(?:wurden?|wird|werden|worden)\b")
"""Products are called back, people call."""
_RECALLED = LatePattern(
    r"\b(?:charge\w*|hersteller\w*|produkt\w*|modell\w*|rueckrufaktion\w*|serie|baureihe|verletzungsgefahr|brandgefahr|verbraucher\w*|ware|artikel|geraet\w*|rueckruf (?:von|fuer|der|des|wegen|bei))\b"
)
_NEGATED = LatePattern(
    r"\b(?:nicht|niemand\w*|niemals|nie|kein\w*|ohne|weder|gluecklicherweise kein\w*|frei von|statt|gegen|vor|verhinder\w*|vermeid\w*|beugt|schuetzt|schutz|dank der)\b(?: (?!aber|doch|sondern|weil|da|nur|mehr|rechtzeitig|abgeholt|auf|gesichert|gewarnt)\w+){0,3} ?$"
)
_AFTER = LatePattern(
    r"^(?: \w+){0,2} (?:nicht|niemand|keiner|wurde zum glueck niemand|ausgeschlossen|vermieden|verhindert)\b"
)
_NEWS = LatePattern(
    r"\b(?:feuerwehr\w*|polizei\w*)\b.{0,60}\b(?:rueckte|rueckten|ausgerueckt|geloescht|einsatz|loescht\w*|uebung)\b"
)
_REACH = 48
"""Characters before a word in which a negation takes it back."""


_DENIED_INSIDE = re.compile(
    r"\b(?:nicht|nie|niemals)\s(?:\w+\s)?(?:zusammengebrochen|eingestuerzt|ueberfahren|(?:he)?runtergefallen|"
    r"herabgefallen|abgestuerzt|umgekippt|versperrt|verstellt|zugestellt)$"
)
"""Harm that did not happen, where a stretch of danger holds its own denial."""


def is_recall(words: Sequence[str]) -> bool:
    """Whether words of danger only tell of a product that is called back."""
    return any(word.startswith(("rueckruf", "ruft", "zurueckgerufen")) for word in words)


def alarming_words(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Words of danger or harm that nothing takes back, folded, each once, in order of the text."""
    found: dict[str, None] = {}
    for sentence in sentences:
        if sentence.asks and sentence.row == ("rueckruf",):
            continue  # *Rückruf? Fehlanzeige.*
        raised = _raised(sentence.text)
        guarded = [match.span() for match in _GUARDS.finditer(sentence.text)] if raised else []
        end = 0
        for match in raised:
            if match.start() >= end and not _is_taken_back(sentence.text, match, guarded):
                found.setdefault(match.group().strip())
                end = match.end()
    return tuple(found)


def _raised(text: str) -> list[re.Match[str]]:
    """What sounds like danger in a sentence, in its order, the longer first where two begin together."""
    found = list(_RAISES_OFTEN.finditer(text))
    if any(stretch in text for stretch in _RARE_ALARMS):
        found += _RAISES_RARELY.finditer(text)
        found.sort(key=lambda match: (match.start(), -match.end()))
    return found


def _is_taken_back(text: str, match: re.Match[str], guarded: Sequence[tuple[int, int]]) -> bool:
    start, end = match.span()
    if any(first < end and start < last for first, last in guarded):
        return True
    word = match.group()
    if _DENIED_INSIDE.search(word) is not None:
        return True
    if word.startswith(("rueckruf", "ruft", "zurueckgerufen")):
        if _NO_CALL_BACK.search(text) is not None or (word == "zurueckgerufen" and _PASSIVE.search(text) is None):
            return True
        return _CALL_BACK.search(text) is not None and _RECALLED.search(text) is None
    if _NEWS.search(text):
        return True
    before = re.split(r"[,;:–]", text[max(0, start - _REACH) : start])[-1]
    return _NEGATED.search(before) is not None or _AFTER.search(text[end:]) is not None
