"""How Germans ask, plead, recommend, propose and advertise: cues in the folded spelling (ae, oe, ue, ss, lower case).

A cue is a gate, a pattern and a weight. The gate is one or more plain stretches of text, parted by ``|``; the pattern is
tried only where one of them stands, which keeps a text of 58 words far under a millisecond. A concern holds from
the sum `HOLDS` in one sentence; weights below it need company, negative ones speak against.
"""

# ruff: noqa: E501 - a pattern is read as one line

import functools
import re
from dataclasses import dataclass
from enum import StrEnum

from kundenradar.classify.speech import LatePattern

HOLDS = 1.0


class Group(StrEnum):
    """What cues speak for."""

    QUESTION = "question"
    RHETORICAL = "rhetorical"
    HELP = "help"
    RECOMMENDATION = "recommendation"
    SUGGESTION = "suggestion"
    ADVERT = "advert"
    BLAME = "blame"
    PRAISE = "praise"


@dataclass(frozen=True, slots=True)
class Cue:
    """A way to say something.

    Attributes:
        gates: Stretches of which one must stand in the text.
        source: What must be found in a sentence, as a regular expression.
        weight: For or against the concern.
    """

    gates: tuple[str, ...]
    source: str
    weight: float

    def speaks_in(self, text: str) -> bool:
        """Whether its pattern is found; compiled when first asked, because most are seldom needed."""
        return _compiled(self.source).search(text) is not None


@functools.cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _cues(*lines: tuple[str, str, float]) -> tuple[Cue, ...]:
    return tuple(Cue(tuple(gate.split("|")), pattern, weight) for gate, pattern, weight in lines)


_YOU = r"(?:ihr|sie|du|man|euch)"
_VERB = (
    r"(?:habt|haben|hat|hast|kann|koennen|koennt|kannst|koennte|koennten|koenntet|seid|sind|ist|gibt|gibts|gilt|macht|machen|"
    r"nehmt|nehmen|bietet|bieten|liefert|liefern|verschickt|verkauft|fuehrt|fuehren|darf|duerfen|duerfte|muss|muessen|muesste|"
    r"soll|sollte|wird|werden|werdet|wuerde|wuerden|wuerdet|weiss|wisst|wissen|kennt|kennen|lohnt|stimmt|braucht|brauche|"
    r"brauchen|gehoert|gehen|geht|kommt|kommen|war|waren|waere|waeren|steht|funktioniert|passt|taugt|sucht|sind|besteht|"
    r"bekomme|bekommt|bekommen|kriegt|kriege|kostet|verwendet|arbeitet|akzeptiert|bleibt|hilft|laesst|oeffnet|reicht)"
)
_WH = (
    r"(?:wann|wo|wie|was|wer|wen|wem|wessen|welche[rsnm]?|warum|wieso|weshalb|woher|wohin|womit|wofuer|woran|worauf|wozu|"
    r"inwiefern|inwieweit|wieviel|wieviele|ab wann|bis wann|seit wann|ab wieviel|um wieviel|in welche[rmn]|an wen|mit wem|bei wem|zu welche[rnm])"
)
_HELLO = (
    r"(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|liebes? team|sagt mal|sag mal|frage|mal ne frage|und|aber|"
    r"zusammen|leute|ihr lieben|sehr geehrte[^,]*|na|ok|okay|bitte|kurze frage|eine frage|ausserdem|also)"
)

_QUESTION = _cues(
    (
        "gewusst|wissen|erfahren",
        r"\b(?:haette|haetten|wuerde|wuerden) (?:ich |wir )?gerne? (?:\w+ ){0,2}(?:gewusst|erfahren|wissen)\b",
        1.0,
    ),
    (
        "jemand|jmd|wer |einer|jemanden|irgendwer",
        r"\b(?:weiss|hat|kennt|kann|koennte|ist|war|hatte|haette|benutzt|nutzt) (?:mir |hier |da |denn |zufaellig |sich |schon )*(?:jemand|jmd|wer|irgendwer|irgendjemand|einer|jemanden)\b",
        1.0,
    ),
    ("wer ", r"^(?:\w+[ ,]+){0,3}wer (?:kennt|hat|weiss|kann|war|nutzt|macht|ist|von euch|hier)\b", 0.6),
    (
        "frag",
        r"\b(?:eine |kurze |meine |ne |noch eine |dumme )?frage(?:n)? (?:zu|zum|zur|an|wegen|bezueglich|ist|waere|lautet)\b|^(?:kurze |eine |mal ne |meine )?frage\b",
        1.0,
    ),
    (
        "frag",
        r"\b(?:haette|habe|hab|haben|haetten) (?:da |noch |mal |nur |auch |dazu )*(?:eine |ein paar |ne |mehrere |einige )(?:kurze |kleine |dringende )?fragen?\b",
        1.0,
    ),
    ("frag", r"\b(?:wollte|moechte|muss|wollt|wuerde|darf|will|haette|muesste) (?:\w+ ){0,4}(?:nach|an)?fragen\b", 1.0),
    (
        "frag",
        r"\b(?:ich|wir) (?:frage|fragen) (?:mich|uns)(?: gerade| nun| jetzt)?,? (?:ob|wann|wie|was|welche|wo|warum|wieso)\b",
        0.6,
    ),
    (
        "interessier",
        r"\b(?:mich|uns) (?:wuerde|taete|interessiert)(?: \w+){0,3}?(?: interessieren)?\b.{0,30}\b(?:ob|wann|wie|was|wo|wer|welche|wieviel)\b",
        1.0,
    ),
    (
        "wissen|erfahren",
        r"\b(?:wuerde|wuerden|moechte|moechten|wollte|wollten|muss|muesste) (?:\w+ ){0,4}(?:wissen|erfahren)\b",
        1.0,
    ),
    (
        "wissen|sagen|mitteilen|nennen|erklaeren|erlaeutern|verraten|auskunft",
        r"\b(?:koennen|koennten|koennt|koenntet|kann|kannst|koenntest|wuerden|duerfte) (?:sie|ihr|du|mir|uns|man)\b.{0,60}\b(?:sagen|mitteilen|nennen|erklaeren|erlaeutern|verraten|auskunft)\b",
        1.0,
    ),
    (
        "auskunft|angebot|information|rueckmeldung|mitteilung|erklaerung|preis",
        r"\b(?:bitte|bitten|erbitte|ersuche) (?:\w+ ){0,3}um (?:\w+ ){0,3}(?:auskunft|information|informationen|mitteilung|angebot|kostenvoranschlag|erklaerung|preisliste|preise)\b",
        1.0,
    ),
    (
        "unklar|nicht klar|unsicher|nicht sicher",
        r"\b(?:mir|uns) ist (?:\w+ )?(?:unklar|nicht klar)|\b(?:bin|sind) (?:mir |uns )?(?:un|nicht )sicher,? ob\b",
        0.7,
    ),
    (
        "suche|gesucht",
        r"\bsuchen? (?:\w+ ){0,3}(?:empfehlung|empfehlungen|tipps?|erfahrungen|rat)\b|\b(?:empfehlung|tipps?) gesucht\b",
        1.0,
    ),
    (
        "suche",
        r"\b(?:bin|sind) (?:\w+ ){0,3}auf der suche nach\b|\b(?:ich|wir) suchen? (?:gerade |derzeit |dringend |noch )?(?:einen?|jemanden) (?:gute[nr]?|guenstige[nr]?|zuverlaessige[nr]?|faehige[nr]?)\b",
        0.8,
    ),
    ("erfahrung", r"\b(?:hat|habt|haben) (?:\w+ ){0,5}erfahrung(?:en)?\b", 0.8),
    (
        "empfehl",
        r"\b(?:kann|koennt|koennen|kannst|koennte|wuerdet|wer|wen|welche\w*|was)\b.{0,60}\bempfehl(?:en|t|bar)\b",
        0.7,
    ),
    (
        "haltet ihr|halten sie|meint ihr|denkt ihr|sagt ihr|meinung",
        r"\bwas (?:haltet|meint|denkt|sagt) ihr\b|\bwas halten sie\b|\beure meinung\b",
        0.8,
    ),
    ("unterschied|bedeutet", r"^(?:unterschied|unterschiede|bedeutung)\b", 0.5),
    ("weiss", r"\bweiss (?:jemand|wer|einer|man|zufaellig)\b", 0.8),
    ("ahnung", r"\b(?:jmd|jemand|wer|einer) (?:\w+ )?(?:ne |eine )?ahnung\b", 1.0),
)
"""Ways to ask that hold without a question mark; marks and word order are read in `concerns`."""

ASKED_BEGINS = LatePattern(
    rf"^(?:{_HELLO}[ ,:!]+)*(?:{_WH}\b|{_VERB} (?:\w+ )?{_YOU}\b|{_VERB} (?:jemand|jmd|wer|irgendwer|denn|eigentlich|euer|eure\w*|ihre?)\b"
    r"|(?:kann|darf|muss|soll|koennte|duerfte|muesste) (?:ich|wir)\b(?! (?:\w+ )?(?:nur|absolut|jedem|echt|sehr|voll|bestaetigen|so|leider|nicht|allen|euch|ihnen))"
    r"|(?:gibt|ist|war|geht|gilt|lohnt|stimmt|reicht) (?:es|das|sich|die|der|dann|da|hier)\b)"
)
"""A sentence that begins like a question."""
ASKED_INSIDE = re.compile(rf"[,:] (?:und |oder |aber |also )?(?:{_WH}\b|{_VERB} {_YOU}\b|ob )")
TOLD_BEGINS = LatePattern(
    r"^(?:wie gesagt|wie (?:besprochen|immer|versprochen|schon|bereits|gewohnt|neu|am|man|mein|unser|du|der|die|das)\b|was (?:soll|will|fuer ein|die|das|der|mich|mir|ich|uns|fehlt)\b|wer (?:\w+ ){1,8}(?:ist|sucht|will|braucht|moechte|sollte|weiss)\b|wer [^,?]{3,80}, (?:hat|ist|wird|kann|muss|soll|sollte|braucht|darf|verdient|bekommt)\b|wo (?:andere|sonst)|wenn)"
)
"""Begins with a question word, but without a mark it tells."""

_RHETORICAL = _cues(
    ("mehr", r"\bwas (?:will|braucht|wuenscht|moechte) (?:man|frau|du|ich)(?: \w+)? mehr\b", 1.0),
    ("gedacht|geglaubt", r"\bwer haette (?:das |es )?(?:gedacht|geglaubt)\b", 1.0),
    ("sagen", r"\bwas soll (?:man|ich) (?:\w+ ){0,3}sagen\b|\bmuss ich (?:noch )?mehr sagen\b", 1.0),
    (
        "witz|scherz|ernst|wahr|echt|wirklich|bitte|hallo|geht|was|oder",
        r"\b(?:witz|scherz)\b|\b(?:euer|ihr|dein) ernst\b|^(?:ernsthaft|im ernst|echt jetzt|echt|wirklich|bitte|hallo|geht.?s noch|wie bitte|was|nicht wahr|oder)$|\bwahr sein\b",
        1.0,
    ),
    ("geht", r"\bgeht.?s noch\b|\bwo sind wir (?:denn )?(?:hier|eigentlich)\b", 1.0),
    ("kann man|koennen|kann sowas|kann so", r"\bwie kann (?:man|sowas|so etwas|es sein)\b", 1.0),
    ("braucht", r"\bwer braucht (?:schon|denn|so)\b", 1.0),
    ("soll|muss", r"\bwie (?:oft|lange|viele?\w*) (?:soll|muss|muessen|sollen) (?:ich|man|wir) (?:\w+ )?noch\b", 1.0),
    ("muss man|muessen|muss ich", r"^(?:\w+ ){0,2}?muss (?:man|ich) (?:\w+ ){0,3}(?:erst|denn|wirklich|immer)\b", 1.0),
    ("schon mal|schon einmal", r"^schon (?:ein)?mal (?:was |etwas )?(?:von|gehoert)\b", 1.0),
    ("dafuer", r"^(?:und )?(?:dafuer|deswegen) (?:zahl|bezahl|hab|geb|nehm|bin|soll|fahr|musste)\w*", 1.0),
    ("glaubt|denkt|meint|haltet", r"^(?:glaubt|denkt|meint|haltet|glauben|halten|denken) (?:ihr|die|sie)\b", 1.0),
    ("soll", r"^(?:das|dies|so etwas|sowas)(?: \w+)? soll\b|^(?:und )?das nennt\b|^soll (?:das|so)\b", 1.0),
    (
        "gibt|noch",
        r"\bwo (?:gibt.?s|gibt es|findet man|kriegt man|bekommt man|hat man) (?:das |so ?was |so etwas |denn |so |einen? |heute |heutzutage )*noch\b",
        1.0,
    ),
    ("schoner|schoene|besser", r"\bkann (?:man sich|es) (?:\w+ ){0,3}(?:schoener|besser)\w*\b", 1.0),
    (
        "wuenschen|erwarten|verlangen",
        r"\bwas (?:kann|koennte|will) (?:man|ich) (?:\w+ ){0,4}(?:wuenschen|erwarten|verlangen)\b",
        1.0,
    ),
    (
        "weiterempfehl|empfehl|wieder|fazit|lieferzeit|service|beratung|qualitaet|preis|zufrieden",
        r"^(?=.*(?:empfehl|wieder|fazit|lieferzeit|service|beratung|qualitaet|preis|zufrieden))(?:\w+ ){0,2}\w+$",
        0.6,
    ),
    ("oder", r"\b(?:oder|gell|ne|nicht wahr|stimmts)$", 0.4),
    (
        "kundenservice|kundendienst|service nennt|freundlich",
        r"\b(?:kundenservice|kundendienst|service|freundlichkeit|puenktlichkeit)(?: ist)? (?:wohl |anscheinend |hier )*(?:ein )?fremdwort\b",
        1.0,
    ),
)
"""Questions nobody waits for an answer to."""

NOT_ASKED = LatePattern(
    r"\b(?:beantwort\w*|klaer\w*|bei|fuer|zu|alle|keine|offene) (?:\w+ ){0,2}fragen\b|\bfragen (?:\w+ ){0,6}(?:beantwort\w*|geklaert|offen)\b|"
    r"\b(?:er|sie|nachbar\w*|kollege\w*|frau|mann|verkaeufer\w*|kunde|mutter|vater|man)\b.{0,24}\bfragten?\b|\bhat(?:te|ten)? (?:\w+ ){0,3}gefragt\b"
    r"|\bwurden? (?:\w+ ){0,3}gefragt\b|\bauf die frage\b|\bkeine frage\b|\bohne (?:zu )?frage\b|\bich frage mich manchmal\b|\bnachfrage\b.{0,20}\b(?:nur|kam|hiess)\b"
)
"""A question that is told, not asked."""

_HELP = _cues(
    ("hilf", r"^(?:\w+[ ,!]+){0,2}hilf(?:e+)\b(?! (?:kam|war|erfolgte))|\bzu hilfe\b", 1.0),
    (
        "hilfe|unterstuetzung|beistand|rat|schlosser|jemanden|hand",
        r"\b(?:brauch\w*|benoetig\w*|bitte\w*|such\w*|erbitt\w*|hoffe\w*)\b.{0,50}\b(?:hilfe|unterstuetzung|beistand)\b",
        1.0,
    ),
    ("gesucht", r"\b(?:hilfe|unterstuetzung|rat) (?:\w+ )?gesucht\b", 1.0),
    (
        "rat|tipp",
        r"\b(?:brauche|brauchen|benoetige|bitte um|bitten um|suche|weiss(?: \w+)? keinen|wer weiss|weiss jemand|hat jemand (?:einen )?|bin fuer jeden) (?:\w+ ){0,3}(?:rat|ratschlag|rat|tipp)\b",
        1.0,
    ),
    (
        "helf|hilft|helft",
        r"\b(?:kann|koennte|koennen|koennten|koennt|kannst|koenntest|koenntet|wer|wuerde|wuerden|moechte)\b.{0,50}\b(?:weiter|aus)?helfen\b",
        1.0,
    ),
    (
        "helf|hilft|helft",
        r"\b(?:bitte|doch|endlich) (?:\w+ ){0,2}(?:helft|helfen sie|hilf)\b|^(?:helft|hilf|helfen sie)\b|\bwer hilft\b|\bhilft mir (?:jemand|wer|einer)\b",
        1.0,
    ),
    (
        "helfen|behilflich|unterstuetzen|zur hand",
        r"\b(?:jemand|wer|einer|sie|ihr)\b.{0,60}\b(?:behilflich|unterstuetzen|zu helfen)\b",
        1.0,
    ),
    ("erbarm", r"\b(?:jemand|wer) (?:\w+ )?erbarmt\b", 0.8),
    (
        "dringend|eilig|eilt|umgehend|sofort|schnellstmoeglich|schnellstens|asap",
        r"\b(?:brauch\w*|benoetig\w*|bitte\w*|such\w*|ruf\w*|meld\w*|komm\w*|schick\w*|helf\w*)\b.{0,60}\b(?:dringend\w*|eilig|eilt|umgehend|sofort|schnellstmoeglich|schnellstens|asap)\b",
        1.0,
    ),
    (
        "dringend|eilig|umgehend|sofort|schnellstmoeglich",
        r"\b(?:dringend\w*|umgehend|sofort|eilig|schnellstmoeglich)\b.{0,50}\b(?:brauch\w*|benoetig\w*|hilfe|unterstuetzung|rueckruf|rueckmeldung|termin|melden|zurueckrufen|jemanden|gesucht|kommen|vorbeikommen|schicken)\b",
        1.0,
    ),
    ("bitte", r"\bbitte\b.{0,40}\b(?:schnell|heute noch|rasch|gleich|sofort)\b", 0.8),
    (
        "rueckruf|zurueck|melde",
        r"\bbitte\b.{0,30}\b(?:rufen|ruft|melden|meldet|melde)\b.{0,40}\b(?:zurueck|heute|sofort|schnell|dringend|bei mir|bei uns)\b",
        0.8,
    ),
    (
        "notfall|sos|notruf|alarm|katastrophe",
        r"^(?:ein |akuter )?notfall\b|\bsos\b|\bes ist (?:wirklich )?(?:ein notfall|dringend)\b",
        1.0,
    ),
    (
        "verzweif|ratlos|hilflos|aufgeschmissen",
        r"\b(?:bin|sind|sitze\w*|stehe\w*)\b.{0,40}\b(?:verzweif\w*|ratlos|hilflos|aufgeschmissen)\b|\bverzweifelt\b",
        1.0,
    ),
    (
        "weiter|komm",
        r"\b(?:weiss|wissen|wusste)(?: \w+){0,3} nicht mehr weiter\b|\bkomm\w* (?:\w+ ){0,6}nicht (?:mehr )?(?:weiter|voran|zurecht|klar|rein|ran|dran)\b",
        1.0,
    ),
    (
        "komm|schaff|bekomm|krieg",
        r"\b(?:ich|wir) (?:\w+ ){0,3}(?:schaff\w*|bekomm\w*|krieg\w*|komm\w*)\b.{0,50}\b(?:nicht|einfach nicht|nicht mehr|nicht allein)\b.{0,20}\b(?:auf|an|hin|weg|zu|rein|raus|allein\w*|ab|ins?|zum laufen)\b",
        0.7,
    ),
    (
        "kundenkonto|konto|portal|app|rein",
        r"\bkomm\w* (?:\w+ ){0,3}(?:nicht mehr|nicht) (?:\w+ ){0,3}(?:in|ins|auf|an)\b",
        0.7,
    ),
    (
        "tun|machen|mach",
        r"\bwas (?:soll|kann|muss|koennen|sollen|muessen) (?:ich|wir|man) (?:\w+ ){0,4}(?:tun|machen)\b|^(?:\w+ ){0,3}was tun\b|\bwas mach\w* ich (?:jetzt|nun|da|denn)\b",
        1.0,
    ),
    (
        "tipp|idee|loesung",
        r"\b(?:hat|haette|habt) (?:\w+ ){0,3}(?:einen |nen |ein paar )?(?:tipp|tipps|idee|ideen|loesung)\b",
        0.5,
    ),
    ("tipp", r"\bfuer jeden tipp\b|\bdankbar fuer (?:\w+ )?(?:tipps?|hilfe|hinweise?|rat)\b", 1.0),
    ("wende", r"\ban wen (?:kann|muss|soll|darf) (?:ich|man) mich wenden\b", 0.5),
    ("kriege|bekomme|krieg", r"\bwie (?:krieg|bekomm)\w* (?:ich|wir|man)\b", 0.6),
    (
        "ausgesperrt|eingesperrt|eingeschlossen|steckt",
        r"\b(?:ausgesperrt|eingesperrt|eingeschlossen)\b|\bschluessel steckt\b",
        0.6,
    ),
    (
        "ausgefallen|kein |ohne |steht",
        r"\bausgefallen\b|\b(?:ohne|kein|keinen|keine) (?:warmes? |heisses? )?(?:wasser|strom|heizung|internet|telefon|licht|warmwasser)\b",
        0.5,
    ),
    (
        "geht|laeuft|faehrt|startet|springt|zieht|heizt|druckt|reagiert|oeffnet|schliesst|klemmt|spinnt|streikt|tropft",
        r"\b(?:geht|laeuft|faehrt|startet|springt|zieht|heizt|druckt|reagiert|oeffnet|schliesst)\b.{0,40}\b(?:nicht mehr|nichts mehr|kein\w*|nicht an|immer wieder aus|staendig aus)\b|\bnichts (?:geht|laeuft) mehr\b|\bnichts mehr geht\b|\b(?:klemmt|spinnt|streikt|tropft)\b",
        0.5,
    ),
    (
        "rohrbruch|wasserschaden|ueberschwemm|undicht|tropf|wasser",
        r"\brohrbruch\b|\bwasser (?:steht|laeuft|tropft|kommt|spritzt)\b|\b(?:laeuft|tropft|spritzt|kommt) (?:\w+ ){0,4}wasser\b|\bwasser\b.{0,30}\baus (?:der|dem) (?:decke|wand|boden|rohr|leitung|maschine)\b",
        0.5,
    ),
    ("fehler|stoerung", r"\b(?:fehler(?:meldung|code)?|stoerung)\b.{0,12}\b[a-z]?\d+\b", 0.5),
    (
        "wir brauchen|ich brauche|brauche ganz|brauche bis",
        r"\b(?:ich|wir) brauch\w* (?:\w+ ){0,4}(?:schnell|bis|unbedingt|ganz|noch heute|sofort|jemanden)\b|^brauch\w* (?:ganz |so )?(?:dringend|schnell)\b",
        0.9,
    ),
    ("angewiesen", r"\bauf (?:\w+ ){0,3}angewiesen\b", 0.6),
    (
        "kapier|versteh|begreif",
        r"\bkapier\w* (?:\w+ ){0,3}nicht\b|\b(?:ich|wir) (?:versteh|begreif)\w* (?:\w+ ){0,4}nicht\b",
        0.4,
    ),
    ("vermisst|entlaufen|gesehen", r"\bwer hat (?:\w+ ){1,3}gesehen\b", 1.0),
    (
        "jemand|wer|einer|bitte",
        r"\b(?:kann|koennte) (?:\w+ ){0,5}(?:jemand|wer|einer) (?:\w+ ){0,4}(?:vorbei\w*|kommen)\b|\bbitte (?:schicken|schickt|kommen|kommt) (?:\w+ ){0,5}(?:jemanden?|vorbei|einen|sofort|techniker)\b",
        1.0,
    ),
    (
        "abgesprungen|abgesagt",
        r"\b(?:abgesprungen|abgesagt)\b.{0,60}\b(?:morgen|heute|uebermorgen|tagen|stunden)\b|\b(?:morgen|heute|tagen|stunden)\b.{0,60}\b(?:abgesprungen|abgesagt)\b",
        0.5,
    ),
    (
        "warme|heizung|strom|kinder|baby|saeugling|oma|mutter|sauerstoff",
        r"\b(?:mit (?:\w+ )?(?:baby|saeugling|kleinkind\w*)|kleine kinder|sauerstoffgeraet|pflegebeduerftig)\b",
        0.5,
    ),
    ("geholfen", r"\bgeholfen\b", -1.0),
    ("hilfsbereit", r"\bhilfsbereit\w*\b", -0.5),
    (
        "hilfe",
        r"\b(?:schnelle?|tolle|grosse|kompetente|vielen dank fuer (?:die|eure|ihre)|danke fuer (?:die|eure|ihre)|die) (?:\w+ )?hilfe\b",
        -1.0,
    ),
    ("danke|dank", r"^(?:vielen |herzlichen |besten |tausend )?dank\w* (?:fuer|an|euch|ihnen)\b", -0.8),
)

_RECOMMENDATION = _cues(
    (
        "sollte|ist|findet|muss|kann",
        r"\bwer (?:\w+ ){1,8}(?:sucht|braucht|will|moechte)\b.{0,4}\b(?:sollte|ist|findet|muss|kann|der|dem|wird)\b",
        0.6,
    ),
    (
        "empfehl",
        r"\b(?:kann|koennen|koennte|wuerde|wuerden|werde|werden|darf|moechte|will)\b(?:[^?]{0,70})\b(?:weiter ?)?(?:zu )?empfehlen\b",
        1.2,
    ),
    (
        "empfehl",
        r"\b(?:ich|wir) (?:\w+ ){0,2}empfehlen?\b|\bempfehlen? (?:ich|wir|es|sie|ihn|den|die|das|wir sie)\b(?! (?:eine|einen|pro))",
        1.0,
    ),
    (
        "empfehl",
        r"\b(?:klare|volle|absolute|echte|unbedingte|uneingeschraenkte|ganz klare|glatte|eindeutige|dicke|grosse|meine|von mir|unsere)\b.{0,25}\b(?:weiter|kauf)?empfehlung\b",
        1.2,
    ),
    ("empfehl", r"\b(?:weiter|kauf)empfehlung\b", 1.0),
    (
        "empfehl",
        r"\bempfehlenswert\w*\b|\b(?:zu|sehr|absolut|unbedingt|nur|waermstens|jederzeit|gerne|gern) (?:\w+ )?(?:weiter)?(?:zu)?empfehl(?:en|bar)\b|\bweiterzuempfehlen\b|\bweiterempfehl\w*\b",
        1.0,
    ),
    ("empfohlen", r"\b(?:hab\w*|haben|wird|wurde|sei|ist)\b.{0,60}\b(?:weiter ?)?empfohlen\b", 0.6),
    ("empfohlen", r"\bweiterempfohlen\b", 1.0),
    ("empfohlen", r"\b(?:ich|wir)?\s?hab\w* (?:\w+ ){0,8}(?:schon|bereits|auch|mehrfach) (?:\w+ )?empfohlen\b", 0.6),
    ("herz legen|herz gelegt", r"\bans herz (?:legen|gelegt)\b", 1.2),
    (
        "tipp",
        r"\b(?:mein|unser|echter|absoluter|ein|heisser|kleiner)? ?(?:geheim|insider)tipp\b|^(?:\w+ )?(?:mein|unser) (?:\w+ )?tipp\b(?! an)|\btipp von mir\b",
        1.0,
    ),
    (
        "favorit|adresse|wahl",
        r"\b(?:mein|unser) (?:\w+ )?favorit\b|\b(?:erste|gute|beste|top|richtige) (?:adresse|wahl|anlaufstelle)\b",
        1.0,
    ),
    (
        "geh|fahr|komm|hin da",
        r"^(?:\w+[ ,:!]+){0,3}(?:geht?|fahrt?|kommt) (?:\w+ ){0,4}(?:zu|zum|zur|nach|da|dort|hin|mal|in|ins)\b|\b(?:geht?|fahrt?) (?:lieber|da|dort|einfach|unbedingt|mal) (?:\w+ ){0,3}(?:zu|zum|zur|hin|nach|vorbei)\b|\bhin da\b",
        1.0,
    ),
    (
        "ruf|frag|wend|meld|versuch|probier|schau|guck|teste|hol|lass|nehm|nimm|kauf|buch|bestell",
        r"(?:^|[,:.] ?)(?:(?:also|dann|leute|einfach|bitte|ja|lieber|@\w+) ){0,2}?(?:ruft?|fragt?|frag|versucht?|versuchs|probiert?|probiers|schaut?|guckt?|testet|hol|holt|lass|lasst|nehmt|nimm|wende dich|wendet euch|melde dich|bestell|bestellt|kauft|buch|bucht) (?!mich|mir |uns |bitte)(?:\w+ ){0,4}?(?:mal |doch |einfach |gleich |ruhig |lieber |unbedingt )*(?:bei|an|aus|zu|zum|zur|vorbei|dort|da|die|den|das|dir|euch|es)\b",
        1.0,
    ),
    (
        "probier|schau|guck|versuch|frag|ruf",
        r"\b(?:probiert?|schaut?|guckt?|versuch\w*|fragt?|ruft?)\b.{0,40}\b(?:aus|vorbei|an|nach|dort|bei)\b",
        0.3,
    ),
    (
        "ausprobier|vorbeischau|hingeh|besuch",
        r"\b(?:unbedingt|solltet ihr|sollte man|muss man|muesst ihr|solltest du|auch mal|einfach) (?:\w+ ){0,4}(?:ausprobieren|probieren|vorbeischauen|hingehen|hinfahren|besuchen|anschauen|ansehen|testen|gesehen haben)\b",
        1.1,
    ),
    ("hingehen|zugreifen|ausprobieren", r"(?:^|[,!] )(?:unbedingt )?(?:hingehen|ausprobieren|hinfahren)$", 0.9),
    (
        "lohnt",
        r"\b(?:ein |der |jeder )?(?:besuch|weg|ausflug|abstecher|umweg|anruf|kauf|fahrt) (?:dorthin |dahin )?(?:lohnt|ist es wert|wert)\b|\blohnt sich (?:auf jeden fall|auf alle faelle|allemal|immer|wirklich|total)\b|, lohnt sich$",
        1.0,
    ),
    (
        "richtig|haenden|aufgehoben",
        r"\b(?:da|dort|hier|bei \w+|ist|seid|bist|sind)\b.{0,40}\b(?:seid ihr|bist du|ist man|sind sie|ist|genau)\b.{0,25}\b(?:richtig|in guten haenden|in besten haenden|gut aufgehoben|bestens aufgehoben)\b",
        1.0,
    ),
    ("in guten haenden|in besten haenden", r"\bin (?:guten|besten) haenden\b", 0.7),
    (
        "sucht|braucht|brauchst|suchst|will|moechte|legt|legst|mag|heirat",
        r"\b(?:wer|wenn ihr|falls ihr|falls du|wenn du|wenn jemand|falls jemand|fuer alle,? die) (?:\w+ ){0,7}(?:sucht|suchst|braucht|brauchst|will|moechte|legt|legst|mag|heiratet|heiratest)\b",
        0.9,
    ),
    (
        "nehm|nehmen|gehen|wuerde",
        r"\b(?:wuerde|wuerden|werde) (?:\w+ ){0,2}(?:immer|jederzeit|nur|wieder|stets) (?:\w+ ){0,6}(?:nehmen|gehen|waehlen|beauftragen|buchen)\b",
        0.6,
    ),
    (
        "falsch",
        r"\b(?:macht|machst|kann man|machen sie|koennt ihr) (?:\w+ ){0,3}(?:nichts|nix) (?:\w+ )?(?:falsch|verkehrt)\b",
        1.2,
    ),
    ("kein weg", r"\bkein weg (?:dran |daran )?vorbei\b", 1.0),
    ("schwoere", r"\bschwoere? (?:\w+ )?auf\b", 1.0),
    ("ein muss", r"\b(?:ist )?ein (?:absolutes |echtes )?muss\b(?: fuer|$)", 1.0),
    (
        "weiter|freunden",
        r"\bweiter(?:zu)?sagen\b|\bweitererzaehl\w*\b|\b(?:geb|gab|gebe)\w* (?:\w+ ){0,4}weiter\b|\bfreunden (?:\w+ )?gesagt\b",
        1.0,
    ),
    ("meines vertrauens|unseres vertrauens", r"\b(?:meines|unseres) vertrauens\b", 1.0),
    ("+1", r"^(?:\+ ?1|plus 1) (?:fuer|von)\b", 1.0),
    (
        "anschliessen|dito",
        r"\b(?:dito|schliesse mich|anschliessen)\b.{0,60}\b(?:nehmt|nimm|geht|empfehl\w*|fuer)\b",
        0.8,
    ),
    ("ruhig|vertrau", r"\bkoennt ihr (?:\w+ )?ruhig\b|\bkannst du (?:\w+ )?ruhig\b|\bvertraut? mir\b", 1.0),
    (
        "rate|raten",
        r"\b(?:ich |wir )?rate[n]? (?:euch|dir|jedem|allen|ihnen)(?: \w+)? (?:dazu|zu|dasselbe|das gleiche)\b",
        1.0,
    ),
    (
        "ausprobier|probier|vorbeischau|hingeh",
        r"\b(?:solltet|sollten|koennt|muesst) ihr\b.{0,30}\b(?:ausprobieren|probieren|vorbeischauen|hingehen)\b",
        0.4,
    ),
    ("erfahrung", r"\b(?:gute|beste|super|tolle|nur gute|positive) erfahrungen? (?:mit|bei|gemacht)\b", 0.5),
    ("wenn ", r"^wenn \w+, dann (?:nur |immer |zu |zum )?\w+$", 1.0),
    ("meine|mein", r"\bich hole? (?:\w+ ){0,4}nur noch bei\w*\b", 0.7),
    ("vorbei", r"\b(?:schaut?|komm\w*) (?:\w+ ){0,3}vorbei\b", 0.6),
    ("dran|nichts fuer|nix", r"\bmuss man (?:einfach )?(?:mal )?(?:gegessen|probiert|erlebt|gesehen) haben\b", 1.0),
    ("daumen hoch", r"\bdaumen hoch\b", 0.4),
)

NOT_RECOMMENDED = LatePattern(
    r"\b(?:nicht|nie|niemals|niemand\w*|kein\w*|kaum|wuerde ich abraten|nur bedingt)\b.{0,40}\b(?:weiter)?(?:zu ?)?empf[eo]h?l\w*|\bempfehlen\b.{0,60}\b(?:nicht|niemand\w*|keinem|keinen|nie)\b"
    r"|\bempfehlung\b.{0,20}\b(?:nein|nicht|keinesfalls|niemals)\b|\b(?:keine|null) (?:\w+ )?(?:weiter|kauf)?empfehlung\b|\bwurde (?:mir|uns) (?:\w+ ){0,4}empfohlen\b|\bempfohlen bekommen\b"
)
"""Recommended to nobody, or by others only."""
OTHERS_RECOMMEND = LatePattern(
    r"\b(?:experten?|verband|hersteller|fachleute|test\w*|stiftung|verbraucherzentrale|ministerium|amt|behoerde|polizei|arzt|aerztin|innung|kammer|studie)\b.{0,30}\b(?:empf[eio]\w*|raet|raten|riet)\b"
)

_SUGGESTION = _cues(
    (
        "koennte",
        r"\b(?:ihr|sie|man) koennte(?:t|n)? (?!mir\b|uns\b|bitte\b|sich\b|meinen\b|denken\b|sagen\b|ruhig\b)(?:\w+ ){0,8}\w+en$",
        1.0,
    ),
    (
        "sie doch|sie bitte|sie mal|sie einfach",
        r"(?:^|[,:.!] )(?:stellen|bieten|nehmen|schreiben|haengen|machen|bauen|ueberlegen|denken|richten|fuehren|setzen|legen|sorgen) sie (?:doch|bitte|mal|einfach)\b",
        1.0,
    ),
    (
        "waer",
        r"\b(?:waere|waer) (?:\w+ ){0,5}(?:schoen|toll|super|gut|hilfreich|klasse|besser|nett|prima|wuenschenswert|praktisch|sinnvoll|cool|fein|genial|optimal|perfekt|angebracht|ideal|spitze|feine sache|gute sache|traum|hilfe|ueberlegenswert|angenehm\w*|noetig|notwendig|mindeste|dringend noetig)\b",
        1.0,
    ),
    (
        "waer|faende",
        r"\b(?:schoen|toll|super|gut|hilfreich|klasse|besser|nett|prima|wuenschenswert|praktisch|sinnvoll|cool|optimal|perfekt|ideal|fein|angenehmer)(?: \w+){0,2} (?:waere|waer|waeren|faende)\b",
        1.0,
    ),
    (
        "waere",
        r"\b(?:ein|eine|einen|mehr|weniger|ein paar|zweiter?|groessere?\w*|laengere?\w*) \w+.{0,60}\b(?:waere|waeren)\b.{0,25}\b(?:schoen|toll|super|gut|hilfreich|klasse|nett|prima|praktisch|sinnvoll|fein\w*|noetig|notwendig|mindeste|perfekt|angebracht|wuenschenswert)\b",
        1.0,
    ),
    ("waer", r"\bwie waere? (?:es|s)?(?: denn| mal| wohl| vielleicht)* ?(?:mit|wenn)\b|\bwie waers\b", 1.3),
    (
        "waere perfekt|perfekt",
        r"\b(?:dann |und es |und das )(?:waere|waer) (?:\w+ )?(?:perfekt|verstaendlicher|besser|runder)\b|\bwaere (?:\w+ )?(?:viel )?\w+er$",
        0.8,
    ),
    (
        "faende|faenden",
        r"\b(?:ich|wir)? ?faende?n? (?:ich |wir )?(?:es )?(?:\w+ ){0,3}(?:schoen|toll|super|gut|klasse|besser|cool|prima|sinnvoll|hilfreich|nett)\w*\b|\b(?:toll|schoen|super|gut|besser|klasse) faende\b",
        1.0,
    ),
    (
        "wuensch|wunsch",
        r"\b(?:wuerde|wuerden|haette|haetten|koennte) (?:ich |wir )?(?:mir|uns)(?: \w+){0,8} (?:wuenschen|gewuenscht)\b|\bwuensch\w* (?:ich )?(?:mir|uns)\b|\b(?:ich|wir) wuensch\w* (?:mir|uns)\b|\b(?:mein|unser|einziger|kleiner|noch ein)(?: \w+){0,2} wunsch\b|\bwunsch (?:an|fuer|waere)\b",
        1.0,
    ),
    (
        "vielleicht",
        r"\bvielleicht (?:koennte\w*|sollte\w*|waere|mal|kann man|gibt es ja)\b|\b(?:koennte\w*|sollte\w*) (?:ihr|sie|man|der|die|das)?(?: \w+){0,2} ?vielleicht\b",
        1.0,
    ),
    (
        "koennt",
        r"\bkoennte(?:t|n)? (?:ihr|sie|man) (?:\w+ ){0,2}?(?:nicht|auch|doch|ja|mal|eventuell|kuenftig|in zukunft|ruhig|wenigstens)\b",
        0.8,
    ),
    (
        "koennt",
        r"\b(?:da|hier|man|dort|dann|stattdessen|als alternative\w*)\b.{0,40}\bkoennte(?:t|n)? (?:man|ihr|sie)?\b.{0,50}\b\w+(?:en|n)$",
        0.7,
    ),
    (
        "koennte",
        r"\b(?:man )koennte (?:doch|auch|ja|zum beispiel|z)\b|\bkoennte(?:n|t)? (?:man |ihr )?(?:\w+ )?(?:ruhig|gern|gerne|etwas|ein bisschen|noch)\b",
        1.0,
    ),
    (
        "sollte",
        r"\b(?:ihr|man|sie|firma|laden|betrieb|chef|team) (?:\w+ ){0,3}sollte(?:t|n|st)?\b|\bsollte(?:t|n)? (?:man|ihr|sie)\b|\bsollte (?:\w+ ){0,4}(?:werden|sein|geben|ueberdenken|ueberarbeite\w*|renoviert)\b",
        1.0,
    ),
    ("muesste", r"\b(?:man|ihr|da) muesste(?:t)? (?:\w+ )?(?:nur|mal|einfach|dringend|eigentlich)\b", 1.0),
    (
        "vorschlag|anregung|verbesserung|idee|vorzuschlagen|schlage",
        r"\b(?:verbesserungs)?vorschlaeg?\w*\b|\bvorschlag\b|\banregung(?:en)?\b|\bverbesserungs\w*\b|\bschlage (?:\w+ )?vor\b|\b(?:haette|habe|hab) (?:\w+ ){0,3}(?:eine |ne )?idee\b|\bidee fuer (?:euch|sie)\b|^idee\b",
        1.0,
    ),
    (
        "rege|anreg|plaedier|gestatten|hinweis",
        r"\brege (?:ich )?(?:\w+ )?an\b|\bplaediere? (?:\w+ )?fuer\b|\bgestatten sie mir\b.{0,40}\b(?:hinweis|anregung|bemerkung)\b",
        1.0,
    ),
    (
        "warum|wieso|weshalb",
        r"\b(?:warum|wieso|weshalb) (?:\w+ ){1,4}nicht (?:einfach|auch|mal|schon|endlich)\b|\b(?:warum|wieso) nicht\b",
        1.1,
    ),
    (
        "fehlt|fehlen",
        r"\b(?:was |es )(?:mir |uns |noch )*fehlt\b(?!e)|\bfehlt (?:mir |uns |eigentlich |nur )*(?:nur |noch |eigentlich |leider )*(?:noch )?(?:ein|eine|der|die|das|mehr)\b|^was (?:\w+ )?fehlt\b|\b(?:nur|einzig) (?:\w+ ){1,3}fehlt\b",
        1.0,
    ),
    ("vermiss", r"\b(?:ich|wir) vermiss\w*\b(?! (?:seit|mein))|\bvermiss\w* (?:ich|wir)\b", 0.9),
    ("tipp", r"\b(?:tipp|hinweis|rat) an (?:die|den|euch|das)\b", 1.0),
    (
        "denkt|denken|ueberleg|nachdenk",
        r"\b(?:denkt?|denken sie) (?:\w+ ){0,3}ueber\b|\b(?:mal )?(?:ueber|darueber) (?:\w+ ){1,5}nachdenken\b|\b(?:ihr solltet |solltet )?ueberleg(?:t|en)(?: sie)? (?:\w+ ){0,2}(?:ob|eine|einen|euch|mal|doch)\b",
        1.0,
    ),
    (
        "doch|bitte|endlich",
        r"(?:^|[,.:] )(?:bitte )?(?!schau|guck|probier|geh|komm|versuch|ruf|frag)\w+t (?:doch|bitte|endlich)(?: \w+){1,10}$",
        0.6,
    ),
    (
        "doch|endlich|bitte|wenigstens|mal|lieber|wieder|mehr",
        r"^(?:dann )?(?:nehmt|backt|stellt|schreibt|fuehrt|macht|baut|bringt|gebt|haengt|bietet|schafft|sorgt|erweitert|verlaengert|aendert|ueberarbeitet|lasst|setzt|druckt|legt|informiert|stellen sie|bieten sie|nehmen sie) (?:\w+ ){0,2}?(?:doch|bitte|endlich|wenigstens|mal|lieber|wieder|mehr)\b",
        1.0,
    ),
    (
        "nehmt|backt|stellt|schreibt|fuehrt|macht|baut|bringt|gebt|haengt|bietet|schafft|sorgt|erweitert|aendert|ueberarbeitet|setzt|informiert",
        r"[,.:–] (?:bitte )?(?:nehmt|backt|stellt|schreibt|fuehrt|macht|baut|bringt|gebt|haengt|bietet|schafft|sorgt|erweitert|aendert|ueberarbeitet|setzt|informiert) (?:\w+ ){0,3}?(?:doch|bitte|endlich|wenigstens|mal|lieber|wieder|mehr|die|das|den)\b",
        1.0,
    ),
    (
        "bitte",
        r"^bitte (?:bringt|nehmt|fuehrt|macht|kuenftig|in zukunft|wieder|mehr|weniger|unbedingt|ueberarbeitet|aendert|stellt|behaltet|baut|\w+ wieder)\b|\bbitte (?:\w+ ){0,2}(?:kuenftig|in zukunft|naechstes mal)\b",
        1.0,
    ),
    (
        "guttun|gut tun|guttaete|taete",
        r"\b(?:wuerden?|taete\w*|taeten)\b.{0,40}\b(?:gut ?tun|nicht schaden|helfen|gut)\b",
        1.0,
    ),
    (
        "reichen|erleichtern|genuegen|verbessern|vereinfachen",
        r"\bwuerden?\b.{0,60}\b(?:reichen|erleichtern|genuegen|verbessern|vereinfachen|vermeiden|helfen|beschleunigen)\b",
        1.0,
    ),
    ("liesse", r"\bliesse sich\b|\bliessen sich\b", 1.0),
    (
        "haette gern|haetten gern|haette gerne|moeglichkeit|option",
        r"\b(?:haette|haetten) (?:ich |wir )?gerne? (?:\w+ ){0,3}(?:die moeglichkeit|mehr|eine? \w+moeglichkeit|die option)\b",
        1.0,
    ),
    ("haltet ihr|halten sie", r"\bwas (?:haltet ihr|halten sie) davon\b", 1.2),
    (
        "kuenftig|in zukunft|zukunft|naechstes mal",
        r"\b(?:fuer die zukunft|kuenftig|zukuenftig|in zukunft|beim naechsten mal|naechstes mal)\b",
        0.4,
    ),
    (
        "moeglich|dagegen|machbar",
        r"\b(?:waere es (?:\w+ )?(?:moeglich|machbar|denkbar)|spricht (?:etwas|was) dagegen)\b.{0,80}\b(?:kuenftig|einzu\w+|anzu\w+|aufzu\w+|zu \w+)\b",
        1.0,
    ),
    (
        "wenn ",
        r"\bwenn ihr (?:jetzt )?(?:noch|auch) (?:\w+ ){0,6}(?:anbietet|habt|macht|haettet|einfuehrt|wuerdet|nehmt)\b|\bwenn (?:ich|man) (?:der|die) chefi?n? waere\b",
        1.0,
    ),
    ("statt", r"\b(?:lieber|besser)\b.{0,50}\bstatt\b|\bstatt\b.{0,50}\b(?:waere|koennte|sollte)\b", 0.7),
    (
        "mehr |weniger ",
        r"^(?:wuensche mir |bitte )?(?:mehr|weniger) \w+(?: \w+){0,5}(?: bitte| waere\w*| wuerde\w*)$",
        0.9,
    ),
    (
        "ausbaufaehig|luft nach oben|verbesserungswuerdig|ausbaubar",
        r"\b(?:ausbaufaehig|luft nach oben|verbesserungswuerdig|ausbaubar)\b",
        0.6,
    ),
    ("haette", r"\bhaette (?:ich |wir )?(?:\w+ ){0,6}(?:nie|bloss|nur|niemals)\b", -1.0),
    (
        "besser",
        r"\b(?:koennte|haette|kann)\b.{0,25}\b(?:nicht|kaum)\b.{0,12}\bbesser\b|\bbesser (?:haette|koennte|kann)\b.{0,20}\b(?:nicht|kaum)\b",
        -1.5,
    ),
    (
        "ich sollte|wir sollten|wir koennten|ich koennte|ich muesste",
        r"\b(?:ich (?:sollte|koennte|muesste)|wir (?:sollten|koennten|muessten)) (?:\w+ ){0,3}(?:mal|uns|mich|am|naechste\w*|morgen|wieder|heute)\b",
        -1.0,
    ),
    (
        "gewesen|geworden|koennen|muessen",
        r"\b(?:waere|haette) (?:\w+ ){0,6}(?:gewesen|geworden|koennen|muessen)\b",
        -0.6,
    ),
    (
        "koennten sie mir|koenntet ihr mir|koennten sie uns",
        r"\bkoennte(?:t|n|st)? (?:ihr|sie|du) (?:mir|uns|bitte)\b",
        -0.8,
    ),
    (
        "ausprobier|probier|vorbeischau|hingeh|besuch",
        r"\b(?:ausprobieren|probieren|vorbeischauen|hingehen|besuchen)\b",
        -1.0,
    ),
    ("danke", r"\bdanke sagen\b|\bman (?:haette )?meinen sollen\b", -1.0),
)

_ADVERT = _cues(
    ("angebot", r"^\w*angebot\b", 0.5),
    (
        "sichern sie|besuchen sie|messe|exklusiv",
        r"\b(?:sichern sie sich|besuchen sie uns\w*|exklusive? (?:\w+ )?(?:preise?|angebote?|messepreise))\b",
        0.5,
    ),
    ("m/w/d|w/m/d|m/w", r"\b(?:m|w) ?/ ?(?:w|m)(?: ?/ ?d)?\b|\bgn\b", 1.2),
    (
        "suchen|sucht",
        r"\b(?:wir|team|firma|betrieb|gmbh)?\s?such(?:en|t) (?:wir )?(?:\w+ ){0,6}(?:mitarbeiter\w*|verstaerkung|azubi\w*|auszubildende\w*|gesellen?|fachkraft|fachkraefte|\w*kraft|\w*kraefte|verkaeufer\w*|fahrer\w*|\w*meister\w*|koch|koeche|\w*techniker\w*|\w*monteure?\w*|\w*helfer\w*|aushilfe\w*|personal|zuverlaessige|motivierte|engagierte)\b",
        1.0,
    ),
    ("suchen", r"\b(?:wir suchen|suchen wir) (?:ab sofort|zum|dich|sie als|zur|dringend|noch|fuer unser\w*)\b", 1.0),
    (
        "suche",
        r"\b(?:ich )?suche (?:\w+ ){0,3}(?:job|minijob|mini|nebenjob|aushilfsjob|arbeit|stelle|anstellung|lehrstelle|ausbildungsplatz|praktikum\w*|praktikumsplatz|ferienjob|werkstudent\w*)\b",
        1.1,
    ),
    (
        "sucht ihr|suchen sie",
        r"\b(?:sucht ihr|suchen sie|braucht ihr|habt ihr) (?:\w+ ){0,3}(?:aushilfe\w*|azubis?|mitarbeiter\w*|personal|verstaerkung|offene stellen|jobs?|praktikanten)\b",
        1.1,
    ),
    (
        "stell",
        r"\b(?:stellenangebote?|stellenanzeige|stellenausschreibung|jobangebot|offene stellen?|ausgeschriebene stelle|wir stellen (?:wieder )?ein|stellen wir ein|stelle\w* als|schreib\w* (?:\w+ ){0,3}stelle)\b",
        1.0,
    ),
    (
        "gesucht",
        r"\b(?:mitarbeiter\w*|verstaerkung|\w*kraft|\w*kraefte|azubis?|\w*helfer\w*|koch|fahrer\w*|verkaeufer\w*|personal|team)(?: \w+){0,3} gesucht\b|^gesucht (?:wird|werden)\b",
        1.0,
    ),
    (
        "bewerb|bewirb",
        r"\b(?:bewerbe ich mich|bewerbe mich|bewirb dich|bewerben sie sich|initiativ\w* bewerb\w*|bewerbungsunterlagen|bewerbungsfrist|bewerbungen? (?:bitte |formlos |gerne |gern |an|per|um|als|fuer|unter)|jetzt bewerben|(?:deine|ihre|meine) bewerbung|noch bewerbungen|bei ihnen (?:\w+ )?bewerben|bewerbung als|um (?:die|eine|den) (?:\w+ ){0,2}(?:stelle|ausbildungsplatz|lehrstelle|praktikum\w*))\b",
        1.1,
    ),
    (
        "lebenslauf|berufserfahrung|quereinsteiger|ausbildung|starte|werde ",
        r"\blebenslauf\b|\bquereinsteiger\b|\bberufserfahrung\b|\b(?:freie )?ausbildungspl\w+\b|^ausbildung (?:20\d\d|zum|zur|als)\b|\bausbildung (?:ab|zum|zur) (?:\w+ ){0,3}(?:20\d\d|herbst|sommer|august|september)\b|\bstarte (?:\w+ )?durch\b|\bwerde (?:\w+ ){1,3}(?:bei uns|im team)\b",
        1.0,
    ),
    (
        "vollzeit|teilzeit|minijob|basis|unbefristet|gehalt|bezahlung|verguetung|urlaub|arbeitszeiten|eintritt zum|naechstmoeglich",
        r"\b(?:in|auch) (?:voll|teil)zeit\b|\bvollzeit\b|\bteilzeit\b|\bmini ?job\w*\b|\bunbefristet\b|\buebertariflich\w*\b|\bnaechstmoeglich\w*\b|\b(?:faires|attraktives|gutes) gehalt\b|\btage urlaub\b|\bwir bieten\b|\bflexible arbeitszeiten\b|\bfirmenwagen\b",
        0.7,
    ),
    (
        "verstaerkung|ins team|unser team|unseres teams",
        r"\b(?:zur )?verstaerkung (?:unseres|fuer unser)\b|\bkomm\w* (?:sie )?(?:in|ins|zu) (?:unser |uns )?team\b",
        1.0,
    ),
    (
        "jetzt|gleich|heute|sofort",
        r"\b(?:jetzt|gleich|heute noch) (?:\w+ ){0,3}(?:zugreifen|sichern|buchen|bestellen|anfordern|entdecken|sparen|bewerben|anmelden|abonnieren|kaufen|testen|reservieren|vereinbaren|informieren|mitmachen|vorbestellen|zuschlagen)\b(?!\?)",
        1.0,
    ),
    (
        "sichern sie|sparen sie|entdecken sie|besuchen sie|geniessen sie|erleben sie|profitieren sie|kommen sie|rufen sie|nutzen sie|erwarten sie|freuen sie sich",
        r"\b(?:sichern sie sich|sparen sie|entdecken sie|besuchen sie|geniessen sie|erleben sie|profitieren sie|nutzen sie|kommen sie (?:vorbei|ins)|rufen sie (?:uns|an|jetzt)|freuen sie sich auf|ueberzeugen sie sich)\b",
        0.8,
    ),
    (
        "%|prozent|rabatt",
        r"\b\d+ ?(?:%|prozent)(?: \w+){0,3} (?:rabatt|auf|guenstiger|reduziert|nachlass|ersparnis)\b|\b\d+ ?% (?:auf|rabatt)|\b(?:bis zu) \d+ ?(?:%|prozent)|\brabatt (?:auf|fuer)\b",
        1.0,
    ),
    (
        "angebot|aktion|schnaeppchen|black|schlussverkauf|raeumungsverkauf|muss raus|lagerverkauf|flohmarkt|festpreis",
        r"\b(?:angebot der woche|unser (?:\w+)?angebot|sonderangebot\w*|\w+angebote?:|eroeffnungsangebot\w*|black (?:week|friday)|aktionspreis\w*|schnaeppchen|(?:sommer|winter)?schlussverkauf|raeumungsverkauf|alles muss raus|lagerverkauf|flohmarkt|festpreis)\b",
        1.0,
    ),
    (
        "nur|solange",
        r"\bnur noch bis\b|\bsolange (?:der )?vorrat reicht\b|\bnur solange\b|\bnur (?:heute|diese woche|im) \w+$",
        0.7,
    ),
    (
        "gratis|kostenlos|geschenkt|frei|aufs haus|unverbindlich",
        r"\b(?:gratis|kostenlos\w*|unverbindlich\w*|eintritt frei|aufs haus|geschenkt|provisionsfrei)\b",
        0.6,
    ),
    (
        "zwei zum preis|zum preis von|zahlen",
        r"\b(?:zwei|2|drei|3) zum preis von\b|\b(?:zwei|drei|2|3) (?:\w+, )?(?:zwei|2|eine) zahlen\b",
        1.0,
    ),
    ("gewinnspiel|verlos|gewinnen", r"\bgewinnspiel\b|\bverlosen wir\b|\bwir verlosen\b|\bzu gewinnen\b", 1.0),
    ("gutschein", r"\bgutschein (?:im wert|ueber|fuer|sichern)\b", 0.4),
    ("verkauf", r"^(?:ich )?(?:verkaufe|verkaufen|verkauf)\b|\bzu verkaufen\b", 1.0),
    (
        "biete|tausche|vermiet|verschenk",
        r"^(?:ich |wir )?(?:biete|tausche|vermiete|verschenke)\b|\bzu (?:vermieten|verschenken)\b",
        1.0,
    ),
    (
        "abzugeben|selbstabholer|vb|festpreis|preis pn|abholung in",
        r"\babzugeben\b|\bselbstabholer\b|\b\d+ (?:euro )?vb\b|\bpreis pn\b|\bvhb\b|\babholung in\b",
        1.0,
    ),
    ("tel|telefon|anruf", r"\btel\b.{0,3}\d|\btelefon:? ?\d|\b0\d{2,5}[ /-]?\d{3,}", 0.6),
    (
        "neueroeffnung|tag der offenen|eroeffnung|umgezogen|ab sofort",
        r"\bneueroeffnung\b|\btag der offenen tuer\b|\bab sofort begruessen wir\b|\bwir sind umgezogen\b|\bhuepfburg\b",
        0.8,
    ),
    (
        "ihr spezialist|ihr partner|ihr fachbetrieb|ihr meisterbetrieb|seit 1",
        r"\bihr (?:\w+ )?(?:spezialist|partner|experte|ansprechpartner|fachbetrieb|meisterbetrieb|profi)\w* (?:fuer|in|rund|wenn)\b",
        1.0,
    ),
    ("onlineshop|webshop|online-shop", r"\b(?:unseren?|unserem) (?:online ?-?shop|webshop)\b", 0.6),
    ("anzeige|werbung", r"^(?:anzeige|werbung|\(anzeige\)|sponsored)\b", 1.0),
    ("newsletter", r"\bnewsletter (?:\w+ ){0,2}abonnieren\b|\bwillkommensbonus\b", 0.8),
    ("klick|schufa|kredit", r"\bhier klicken\b|\bohne schufa\b|\bklick\w* (?:hier|auf)\b", 1.0),
    (
        "wir beraten|interesse an|du liebst|du willst|sie suchen",
        r"\bwir beraten sie\b|^interesse an\b|^du (?:liebst|willst|suchst|hast lust|bist)\b",
        0.7,
    ),
    (
        "eingetroffen|wieder da|neu bei uns|kollektion|vorverkauf",
        r"\bneu (?:bei uns )?eingetroffen\b|\b(?:frisch|brandneu) (?:\w+ ){0,2}eingetroffen\b|\bim vorverkauf\b|\bab \d+.{0,12}wieder da\b",
        0.8,
    ),
    (
        "euro|nur|buchbar",
        r"\bfuer nur \d+|\bab (?:nur )?\d+(?:,\d+)? euro\b|\b\d+ euro (?:die stunde|pro stunde|vb|vhb)\b|\bbuchbar\b",
        0.7,
    ),
    (
        "entruempelung|hecke|service,",
        r"\b(?:entruempelung\w*|haushaltsaufloesung\w*|hausmeisterservice|schluesseldienst 24)\b",
        0.6,
    ),
    ("liken|teilen", r"\bliken\b.{0,20}\bteilen\b", 1.0),
    (
        "beworben|bewerbung|ausbildung|stelle",
        r"\bhat sich (?:\w+ ){0,3}beworben\b|\bauf meine bewerbung\b|\bbewerbungsgespraech\b|\b(?:bei denen|dort) (?:\w+ ){0,2}ausbildung gemacht\b|\bstelle\b.{0,30}\bbesetzt\b",
        -1.2,
    ),
    (
        "prospekt|laut|angeblich|stand in|werbung",
        r"\b(?:im prospekt|laut (?:werbung|prospekt|anzeige)|stand in der)\b",
        -1.0,
    ),
)

_BLAME = _cues(
    ("zu", r"\b(?:viel|deutlich|definitiv|eindeutig) zu (?!viel spass|gut)\w+", 0.6),
    (
        "hoeher|mehr|teurer",
        r"\b(?:hoeher|mehr|teurer) als (?:\w+ ){0,3}(?:kostenvoranschlag|angebot|angeboten|vereinbart|besprochen|vorher|angegeben|veranschlagt|ausgemacht)\b",
        1.0,
    ),
    (
        "empf",
        r"\b(?:nicht|nie|niemandem|niemals|kein\w*)\b.{0,30}\b(?:weiter)?empfehl\w*|\bempfehl\w*\b.{0,50}\b(?:nicht|niemand\w*|keinem|keine)\b",
        1.2,
    ),
    ("abraten|abzuraten|warnen", r"\b(?:nur|dringend|davon|jedem|davor) (?:\w+ )?(?:abraten|abzuraten|warnen)\b", 1.2),
    ("danke fuer|dank fuer", r"\bdanke? (?:\w+ )?fuer (?:nichts|gar nichts|nix)\b", 1.5),
    (
        "glueckwunsch|toll|super|klasse|bravo|schoen|prima|grosses kino|danke|herrlich|na ",
        r"\b(?:na toll|na super|na prima|na klasse|na bravo|na danke|ganz grosses kino|herzlichen glueckwunsch|schoenen dank auch|ja super|ja klasse|tolle wurst|echt super|bravo|super|toll|klasse|prima|herrlich)\b(?:.{0,60})\b(?:schon wieder|wieder (?:mal|kein\w*|nicht|nichts|vor|nur)|kaputt\w*|kein\w*|nicht\w*|zu spaet|vergessen|verloren|verliert man|falsch\w*|linke|abgebucht|ausgefallen)\b",
        1.3,
    ),
    (
        "schoen, dass|schoen dass|toll, dass|fein, dass",
        r"\b(?:schoen|toll|fein|super|prima),? dass (?:ihr|man|die|sie) wenigstens\b",
        1.5,
    ),
    ("glaenzt", r"\bglaenzt (?:\w+ )?durch abwesenheit\b", 1.3),
    (
        "seit",
        r"\bseit (?:\w+ ){0,4}(?:wochen|monaten|tagen|jahren|stunden|ostern|\w+woche)\b.{0,50}\b(?:wart\w*|nichts|kein\w*|ohne|vertroest\w*|niemand\w*|versuch\w*|hoer\w*)\b|\b(?:wart\w*|nichts|kein\w*)\b.{0,40}\bseit (?:\w+ ){0,3}(?:wochen|monaten|tagen|stunden)\b",
        1.2,
    ),
    (
        "wart",
        r"\b(?:warte|warten|gewartet|wartet)\b.{0,40}\b(?:immer noch|noch immer|bis heute|vergeb\w*|ewig|stunde\w*|wochen|monate\w*|umsonst)\b|\b(?:stunde\w*|wochen|monate\w*|minuten|immer noch)\b.{0,30}\b(?:warten|gewartet|warte)\b",
        1.0,
    ),
    (
        "niemand|keiner|kein mensch|kein techniker|kein schwein",
        r"\b(?:niemand|keiner|kein mensch|kein schwein)\b.{0,40}\b(?:ans telefon|ran|ab|zustaendig\w*|reagier\w*|antwort\w*|melde\w*|interessier\w*|gekommen|da|kuemmer\w*|geht|weiss|hilft|will es)\b",
        1.1,
    ),
    (
        "kein|ohne",
        r"\b(?:kein|keine|keinen|keinerlei) (?:\w+ )?(?:antwort|reaktion|rueckmeldung|rueckruf|termin bekommen|entschuldigung|loesung|einsicht|respekt|hilfe|auskunft|interesse|ahnung|plan|beratung|kulanz|techniker|ersatz|lebenszeichen|einzige antwort|ruecksicht|vertretung|verlass|vernuenftige\w*|freundlich\w*)\b",
        1.0,
    ),
    (
        "nicht",
        r"\bnicht (?:mehr )?(?:funktion\w+|erreichbar|erreichen|gekommen|erschienen|geliefert|angekommen|eingehalten|behoben|repariert|geholfen|gemeldet|zurueckgerufen|angenommen|informiert|vorhanden|dicht|sauber|freundlich|zufrieden|gut|frisch|kompetent|puenktlich|empfehlenswert|zumutbar|akzeptabel|nachvollziehbar|richtig|geklappt|bestellt|serioes|fachgerecht|im geringsten)\b",
        1.0,
    ),
    (
        "funktion|passt|klappt|geht|stimmt|haelt|reagier|antwort|gefaellt|taugt",
        r"\b(?:funktionier\w*|passt\w*|klappt\w*|stimmt\w*|haelt|reagier\w*|antworte\w*|gefaellt|gefiel|taug\w*|ueberzeug\w*|schmeckt\w*)(?: \w+){0,4} (?:nicht|nie|kein\w*|nichts|nix)\b",
        1.0,
    ),
    ("weder", r"\bweder\b.{0,60}\bnoch\b", 0.7),
    ("haette", r"\bhaette (?:ich|man|wir) (?:\w+ ){0,8}(?:nie|bloss|lieber|andere\w*|erwartet|gewusst)\b", 1.0),
    ("wuenschen", r"\bwuerde mir wuenschen, (?:ich|wir) haetten?\b", 1.2),
    (
        "fuer den preis|fuer das geld|bei dem preis|bei den preisen",
        r"\b(?:fuer|bei) (?:den|das|dem|diesen|diesem|so viel|so einen) (?:preis|geld)\b.{0,40}\b(?:erwart\w*|verlang\w*|nicht|kein\w*|zu|mehr)\b",
        1.0,
    ),
    (
        "drohen|frist|anwalt|anzeige|verbraucher|rechtliche|ruecktritt",
        r"\b(?:letzte frist|setze (?:ich )?ihnen|mit (?:dem )?anwalt|rechtliche schritte|verbraucherzentrale|trete ich vom|anzeige erstatt\w*)\b",
        1.0,
    ),
    (
        "hiermit|zurueck",
        r"\b(?:will|moechte|fordere|verlange|haette gern) (?:\w+ ){0,3}(?:geld|anzahlung) zurueck\b|\bhiermit (?:kuendige|reklamiere|beschwere|widerrufe)\b",
        1.0,
    ),
    (
        "statt|obwohl",
        r"\bobwohl\b.{0,70}\b(?:bestellt|gesagt|hingewiesen|zugesagt|vereinbart|ausgemacht|bezahlt|gueltig|versprochen|angemeldet|reserviert|gebeten)\b",
        1.0,
    ),
    (
        "erst",
        r"\berst (?:nach|beim) (?:\w+ )?(?:dritten|zweiten|vierten|mehreren|mehrmalige\w*|zigmal\w*|langem)\b",
        0.9,
    ),
    (
        "mal|mehrfach|staendig|dauernd|ten",
        r"\b(?:drei|zwei|vier|fuenf|zum \w+ten|zig|mehr|dreimal|zweimal|mehrmals|mehrfach|staendig|dauernd|andauernd)(?: ?mal)? (?:\w+ ){0,3}(?:reklamiert|nachgebessert|angerufen|gemahnt|beschwert|nachgefragt|verschoben|abgesagt|geschrieben|nachfragen|anrufen|besetzt|kaputt|verspaetet|defekt)\b",
        1.0,
    ),
    (
        "behandelt|abgefertigt|abgespeist|ausgenutzt|hingestellt|kam|komme|fuehl",
        r"\b(?:behandelt|abgefertigt|abgespeist|hingestellt) (?:wie|wird|worden)\b|\bwird (?:man|frau) (?:\w+ ){0,4}(?:behandelt|abgefertigt|abgespeist|ausgenutzt)\b|\b(?:fuehle?|fuehlt\w*|kam|komme) (?:ich )?(?:mir|mich|man sich) (?:\w+ ){0,5}(?:verarscht|veraeppelt|veralbert|betrogen|abgezockt|verladen|ausgenutzt|unwillkommen|stoerend|bittsteller\w*|vor wie)\b",
        1.2,
    ),
    ("so|geht", r"\bso (?:geht|behandelt|redet|verliert) man\b|\bgeht (?:ja )?gar nicht\b|\bso nicht\b", 1.2),
    (
        "erwartet|erwartung|versprochen|zugesagt|vereinbart|besprochen|angeblich",
        r"\b(?:versprochen|zugesagt|vereinbart|ausgemacht|abgemacht|angekuendigt) (?:war|waren|wurden?|hatte\w*)\b|\b(?:anders|weniger|nicht) als (?:versprochen|besprochen|vereinbart|angekuendigt|beschrieben|bestellt)\b",
        1.0,
    ),
    (
        "preis|teuer|rechnung|kosten",
        r"\b(?:viel |voellig |total |einfach )?zu teuer\b|\b(?:preise?|kosten|rechnung) (?:\w+ ){0,4}(?:unverschaemt\w*|ueberzogen\w*|gesalzen\w*|doppelt|hoeher|explodier\w*|angezogen|jenseits|verdoppelt)\b",
        1.0,
    ),
    (
        "wieder|immer noch|noch immer|immernoch",
        r"\b(?:tropft|wackelt|klemmt|leckt|undicht|kaputt|defekt|rostet|quietscht|piept|stinkt|ruckelt|spinnt)\b.{0,30}\b(?:wieder|immer noch|noch immer)\b|\b(?:wieder|immer noch|noch immer|schon wieder)\b.{0,30}\b(?:tropft|wackelt|klemmt|undicht|kaputt|defekt|nicht|kein\w*|vergessen|falsch\w*|zu spaet|leer|durch)\b",
        1.1,
    ),
    (
        "nach|kaum",
        r"\b(?:kaum|nach) (?:\w+ ){0,5}(?:tag\w*|woche\w*|monat\w*|jahr\w*|garantie|wartung|reparatur|inspektion|abgelaufen)\b.{0,50}\b(?:kaputt|defekt|auseinander\w*|gerissen|gebrochen|lauter|schlimmer|undicht|abgefallen|blaettert|broesel\w*|vertrocknet|rostet|tropft)\b",
        1.2,
    ),
    ("alles andere als", r"\balles andere als\b", 1.2),
    (
        "ohne ",
        r"\bohne (?:vorwarnung|rueckfrage|absprache|erklaerung|ein wort|entschuldigung|begruendung|information)\b",
        0.9,
    ),
    ("weg", r"\b(?:geld|anzahlung|kunde\w*) (?:ist |war )?(?:weg|futsch|verloren)\b", 1.0),
    (
        "musste|mussten",
        r"\b(?:musste|mussten) (?:\w+ ){0,4}(?:warten|zahlen|bezahlen|nachfragen|anrufen|nachbessern|gehen|stehen|betteln|dreimal|zweimal|selbst|hinterher\w*)\b",
        0.9,
    ),
    (
        "haar|scherbe|metall|wurm|schimmel|fliege|kakerlake",
        r"\b(?:haare?|scherben?|metall|plastik|wuerm\w*|fliegen?|kakerlaken?|maus|maeuse)\b.{0,20}\b(?:in|im)\b.{0,20}\b(?:suppe|essen|salat|brot|zimmer|bett|joghurt|kaffee|bad|dusche)\b|\bin der suppe war\b",
        1.0,
    ),
    ("wein|traue", r"\b(?:hat|haben) geweint\b|\btraue? mich nicht mehr\b", 0.7),
    ("da lob ich mir|frueher war", r"\bda lob (?:ich )?mir\b|\bfrueher (?:mal )?(?:war|waren|gab|hat)\b", 0.8),
    (
        "nicht mehr|nie wieder|nie mehr|niemals wieder|einmal und nie|das letzte mal",
        r"\b(?:nie wieder|nie mehr|niemals wieder|das letzte mal|letztmalig)\b|\bmich (?:\w+ )?nicht (?:mehr|wieder)$",
        1.1,
    ),
    (
        "schmarr|glump|gelumpe|mumpitz|bloedsinn|unsinn|laden|saustall",
        r"\b(?:schmarrn|schmarren|glump|gelumpe|mumpitz|bloedsinn|unsinn|saftladen|drecksladen|scheissladen|saustall)\b",
        1.1,
    ),
    (
        "nur|nichts",
        r"\bnur noch (?:lieblos|aerger|chaos|abzocke|enttaeusch\w*|geld)\b|\bnur aerger\b|\bnichts als aerger\b",
        1.2,
    ),
    (
        "teurer|kleiner|schlechter|weniger|schlimmer|lauter|unfreundlicher",
        r"\b(?:wird|werden) (?:\w+ ){0,2}?(?:immer|jede\w* \w+) (?:teurer|kleiner|schlechter|weniger|schlimmer|lauter|unfreundlicher)\b|\bimmer (?:teurer|kleiner|schlechter|schlimmer|weniger)\b",
        1.1,
    ),
    (
        "nichts|nix|nie",
        r"\b(?:kann|koennen|taugt|bringt|macht|tut|passiert|angekommen|gemacht|bekommen|gekommen|fertig) (?:\w+ ){0,3}(?:gar )?(?:nichts|nix)\b|\b(?:gar )?(?:nichts|nix) (?:\w+ )?(?:angekommen|gekommen|passiert|gemacht|bekommen|fertig|geliefert|gehoert|getan|funktioniert)\b|\bnie (?:\w+ ){0,3}(?:bekommen|erhalten|erreich\w*|gekommen|gesehen|geliefert|zurueckgerufen|die rede)\b|\b(?:erreich\w*|kommt|meldet|ruft) (?:\w+ ){0,4}nie\b",
        1.1,
    ),
    (
        "nicht",
        r"\b(?:ploetzlich|auf einmal|trotzdem|einfach) (?:\w+ ){0,2}nicht(?: mehr)?\b|\bhebt (?:\w+ )?nicht ab\b|\bnicht (?:ran|rangegangen|abgehoben)\b",
        0.9,
    ),
    (
        "trotzdem|dennoch",
        r"\b(?:trotzdem|dennoch) (?:weiter|wird|wurde|noch|abgebucht|berechnet|bezahlen|zahlen)\b",
        1.0,
    ),
    (
        "angezogen|geschrumpft|kleiner geworden|teurer geworden|schlechter geworden",
        r"\b(?:preise?|preisen) (?:\w+ ){0,3}angezogen\b|\bgeschrumpft\b|\b(?:kleiner|teurer|schlechter) geworden\b",
        1.0,
    ),
    ("boese|schlimm|gefaehrlich", r"\bhaette (?:\w+ ){0,3}(?:boese|schlimm|uebel) (?:enden|ausgehen)\b", 1.1),
    ("kein wunder", r"\bkein wunder\b", 0.8),
    ("verliert man|vergrault", r"\bso (?:verliert|vergrault|vertreibt) man\b", 1.4),
    ("ganz anders", r"\b(?:ganz|voellig|komplett) anders (?:aus )?als\b", 1.0),
    ("schlag ins", r"\bschlag ins (?:gesicht|kontor|wasser)\b", 1.2),
    (
        "kragen|hals|hutschnur|palme|nerven|zumut",
        r"\b(?:platzt|platzte) (?:mir|einem) der kragen\b|\b(?:haengt|steht) mir (?:\w+ )?zum hals\w*\b|\bauf die palme\b|\bzumutung\b",
        1.2,
    ),
    (
        "kalt|lauwarm",
        r"\b(?:essen|kaffee|suppe|pizza|pommes|wasser|zimmer) (?:\w+ ){0,4}(?:kalt|eiskalt|lauwarm)\b",
        0.9,
    ),
)

_PRAISE = _cues(
    (
        "meckern|klage|beanstand|auszusetzen|bemaengel",
        r"\b(?:nichts|nix|keinen grund|gibt es nichts)\b.{0,30}\b(?:meckern|klagen?|beanstanden|auszusetzen|bemaengeln|beschweren|kritisieren)\b",
        1.3,
    ),
    (
        "besser|mehr",
        r"\b(?:koennte|haette|kann|geht|koennen)\b.{0,25}\b(?:nicht|kaum|nimmer)\b.{0,12}\bbesser\b|\bbesser (?:haette|koennte|kann|geht)\b.{0,20}\b(?:nicht|kaum)\b|\bbesser gehts? nicht\b|\bmehr geht nicht\b",
        1.4,
    ),
    ("mehr", r"\bwas will man mehr\b", 1.2),
    (
        "unzufrieden|enttaeuscht|problem|aerger|stress|bereut|beanstandung|reklamation|klage|kratzer|mangel|maengel|wenn und aber",
        r"\b(?:nie|noch nie|nicht|niemals|kein\w*|ohne|null|keinerlei)\b.{0,25}\b(?:unzufrieden|enttaeuscht|probleme?n?|aerger|stress|bereut|beanstandung\w*|reklamation\w*|grund zur klage|kratzer|mangel|maengel|wenn und aber)\b",
        1.2,
    ),
    (
        "muss das|muss es|so mag",
        r"\bso (?:muss|soll|mag|stelle?|wuenscht|geht) (?:das|es|ich|man) (?:\w+ ){0,3}(?:sein|laufen|gehen|das|vor|sich)?$",
        1.0,
    ),
    (
        "wuenscht|vorstellt|ertraeumt",
        r"\bwie man (?:ihn|sie|es) sich (?:wuenscht|vorstellt|ertraeumt)\b|\bwuenscht man sich\b",
        1.1,
    ),
    ("endlich", r"\bendlich (?:mal |einmal )?(?:ein|eine|einen|den|die|das|jemand|wieder) \w+", 0.9),
    ("lanze|scheibe|zunge schnalzen", r"\blanze (?:fuer \w+.{0,20} )?brechen\b|\bscheibe (?:von )?abschneiden\b", 1.3),
    (
        "wieder",
        r"\b(?:jederzeit|bestimmt|auf jeden fall|garantiert|definitiv|gerne?) (?:gerne? )?wieder\b|\bkomm\w* (?:\w+ ){0,3}wieder\b(?! nicht)|\bfreu\w* (?:\w+ ){0,4}(?:naechste\w*|wieder)\b",
        1.0,
    ),
    (
        "stimmte|stimmt|passt",
        r"\b(?:alles|einfach alles|preis|rechnung|chemie|qualitaet) (?:\w+ ){0,4}(?:stimmte?|gestimmt|gepasst|passt\w*|geklappt|lief)\b(?! nicht)|\b(?:stimmte?|passt) (?:einfach )?(?:alles|auf den)\b",
        0.9,
    ),
    (
        "wie am schnuerchen|wie geschmiert|rund gelaufen|glatt|wie neu|reibungslos",
        r"\b(?:lief|laeuft|ging|klappte|gelaufen|faehrt|fahrt)\b.{0,30}\b(?:wie am schnuerchen|wie geschmiert|glatt|rund|reibungslos|perfekt|wie neu|super|bestens|top)\b",
        1.2,
    ),
    (
        "schwaerm|ueberrascht|begeister|beeindruck",
        r"\b(?:schwaerm\w*|begeister\w*|beeindruck\w*|positiv ueberrascht|angenehm ueberrascht)\b",
        1.1,
    ),
    (
        "sogar|extra",
        r"\b(?:hat|haben|ruft|rief|kam|kamen|wurde|nahm|nahmen) (?:\w+ ){0,3}sogar\b|\bsogar (?:noch |extra )?(?:am|die|den|durch|gratis|kostenlos|zurueck|sauber)",
        0.6,
    ),
    (
        "schneller als|frueher als|eher als|guenstiger als|besser als",
        r"\b(?:schneller|frueher|eher|guenstiger|besser) als (?:\w+ )?(?:erwartet|gedacht|versprochen|geplant|angekuendigt|vereinbart|befuerchtet)\b",
        1.2,
    ),
    (
        "innerhalb|binnen|minuten|stunde|tag|zeit|morgen",
        r"\b(?:innerhalb|binnen|in) (?:\w+ )?(?:\d+|einer|einem|zehn|fuenf|wenigen|kuerzester|zwei|drei) (?:\w+ )?(?:minuten?|stunden?|zeit|tagen?|tag)\b.{0,50}\b(?:da|gelöst|geloest|erledigt|fertig\w*|repariert|behoben|geantwortet|ersetzt|getrocknet)\b|\bam naechsten (?:tag|morgen) (?:\w+ )?(?:da|geliefert|fertig|im)\b",
        0.9,
    ),
    ("vertrau", r"\b(?:blind|voll|hundertprozentig) vertrauen\b", 1.1),
    (
        "handwerk|fach|geschaeft|ahnung",
        r"\bversteh\w* (?:ihr|sein) (?:handwerk|fach|geschaeft)\b|\b(?:haben|hat) (?:echt |wirklich )?ahnung\b",
        0.9,
    ),
    ("sterne", r"\b(?:5|fuenf|4|vier) (?:von 5 )?sterne\b|\bvolle punktzahl\b|\b10 von 10\b", 1.1),
    (
        "euch|ihr ",
        r"\bihr (?:seid|rockt)\b.{0,30}\b(?:die besten|besten|klasse|toll|super|spitze|rockt|helden|der hammer)\b|\bihr rockt\b|\blaeuft bei euch\b",
        1.2,
    ),
    (
        "danke|dank",
        r"^(?:\w+ ){0,4}?(?:danke|dankeschoen|dank)\b (?:\w+ ){0,3}(?:fuer|an|euch|ihnen|dem|der|herr|frau|jungs|maedels|leute|team)\b",
        0.8,
    ),
    ("bedanken", r"\b(?:moechte|moechten|will|wollte|wollen) (?:\w+ ){0,6}(?:bedanken|danken|danke sagen)\b", 1.1),
    (
        "herzblut|liebe zum|leidenschaft|brennt|flamme",
        r"\b(?:mit|voller|viel) (?:herzblut|leidenschaft|liebe|herz)\b|\bliebe zum detail\b|\bbrennt fuer\b|\bfeuer und flamme\b",
        1.1,
    ),
    ("3", r"<3", 1.0),
    ("vorbildlich", r"\bvorbildlich\b", 1.0),
    (
        "kein|ohne",
        r"\bkein(?:e|en)? (?:\w+ )?(?:wartezeit\w*|vergleich|schnickschnack|verkaufsdruck|sturz|haken|wuensche offen)\b|\bkeine wuensche offen\b|\bohne (?:\w+ )?(?:verkaufsdruck|wartezeit\w*|probleme|murren|umstaende|aufpreis|haken)\b",
        0.9,
    ),
    ("passt scho|gut leut|basst", r"\bpasst scho\w*\b|\bgut\w* leut\w*\b", 0.9),
    (
        "wohl|aufgehoben|willkommen|beraten|betreut|bedient|versorgt|informiert|umsorgt",
        r"\b(?:gut|bestens|wirklich|sehr|so|rundum|richtig) (?:aufgehoben|beraten|betreut|bedient|versorgt|informiert|umsorgt)\b|\bwohl ?(?:ge)?fuehl\w*\b|\bwillkommen ge(?:fuehlt|heissen)\b",
        1.1,
    ),
    (
        "geloest|behoben|repariert|erledigt|geholfen|anerkannt",
        r"\b(?:schnell|sofort|freundlich|prompt|zuegig|unkompliziert|kulant|problemlos|anstandslos|toll|super|ohne wenn und aber)\b.{0,25}\b(?:geloest|behoben|repariert|erledigt|geholfen|anerkannt|ersetzt|erstattet|umgetauscht)\b",
        1.2,
    ),
    ("wert", r"\b(?:jeden|den) (?:cent|euro|preis) wert\b", 1.2),
    ("maessig|mehr als", r"\bmehr als (?:zufrieden|fair|gluecklich|gerecht|gelungen|gut)\b", 1.2),
    ("belehrt|in luft", r"\beines besseren belehrt\b|\bin luft aufgeloest\b", 1.1),
    ("nichts davon|wider erwarten|gegen alle", r"\bgegen alle erwartung\w*\b|\baber nichts davon\b", 1.0),
    (
        "patsche|vergessen|staun|glaenz",
        r"\baus der patsche\b|\b(?:vergessen wir|vergesse ich) (?:\w+ )?nicht\b|\bstaun(?:en|ten|te)\b|\bglaenzt wieder\b",
        1.0,
    ),
    ("namen", r"\bmit namen (?:begruesst|angesprochen)\b", 1.0),
    ("verwoehnt|nachschlag|ewig", r"\b(?:verwoehnt|nachschlag genommen|ewig (?:weiter\w*|bleiben))\b", 1.0),
)

CUES = {
    Group.QUESTION: _QUESTION,
    Group.RHETORICAL: _RHETORICAL,
    Group.HELP: _HELP,
    Group.RECOMMENDATION: _RECOMMENDATION,
    Group.SUGGESTION: _SUGGESTION,
    Group.ADVERT: _ADVERT,
    Group.BLAME: _BLAME,
    Group.PRAISE: _PRAISE,
}
"""Every cue, by what it speaks for."""

ADDRESSES_US = LatePattern(
    r"\b(?:ihr|euch|eure\w*|euer|ihnen|ihre\w*|sehr geehrte\w*|bitte|melden sie|frist|erwarte|fordere|warte|warten|reklamier\w*|reklamation|hiermit)\b"
)
"""Criticism that is said to our face or waits for something."""
