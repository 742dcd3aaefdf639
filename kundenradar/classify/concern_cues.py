"""How Germans ask, plead, recommend, propose and advertise: cues in the folded spelling (ae, oe, ue, ss, lower case).

A cue is a gate, a pattern and a weight. The gate is one or more plain stretches of text, parted by ``|``; the pattern is
tried only where one of them stands and what it cannot do without (`required`), which keeps a text of 58 words far under a
millisecond. Without a gate of its own the second is enough. A concern holds from
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
        gates: Stretches of which one must stand in the text; none if what the pattern needs says enough.
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
    return tuple(Cue(tuple(gate.split("|")) if gate else (), pattern, weight) for gate, pattern, weight in lines)


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
        "",
        r"\b(?:mir|uns) ist (?:\w+ )?(?:unklar|nicht klar|nicht ganz klar),? (?:welche\w*|ob|wie|was|wann|wo|wer|warum)\b",
        0.5,
    ),
    (
        "",
        r"\b(?:ich|wir) (?:frage|fragen) (?:mich|uns)(?: gerade| nun| jetzt| schon laenger)?,? (?:ob|welche\w*|wie viel|wann)\b",
        0.5,
    ),
    (
        "was|wie|wo|wann|wer",
        r", (?:und |aber )?(?:was|wie|wo|wann|wer|welche\w*|wieviel) (?:kostet|kosten|ist|sind|kann|koennte|muss|soll|geht|gilt|macht|brauche|braucht|nehmt|nimmt|weiss|hat|bekommt|finde|finden|zahlt)\b(?! \w+t$)",
        0.8,
    ),
    (
        "braeucht|brauche|hausnummer",
        r"\b(?:braeuchte|brauche|haette gern\w*) (?:ich )?(?:mal |noch |nur )*(?:eine? )?(?:hausnummer|info|auskunft|angabe|rueckmeldung|preisangabe)\b",
        1.0,
    ),
    (
        "zu erfahren|in erfahrung",
        r"\b(?:zu erfahren|in erfahrung bringen)\b",
        0.8,
    ),
    (
        "gerne wissen|gern wissen|nur wissen|mal wissen",
        r"\b(?:gerne?|nur|mal|bloss) wissen\b",
        0.8,
    ),
    (
        "wuesst",
        r"\bwuesste\w* (?:ich |wir )?(?:\w+ )?gerne?\b",
        1.0,
    ),
    (
        "weis ",
        r"\bweis (?:jemand|wer|einer|man|zufaellig)\b",
        1.0,
    ),
    (
        "an deiner stelle|an eurer stelle",
        r"\ban (?:deiner|eurer|ihrer) stelle\b",
        -1.0,
    ),
    (
        "bitte",
        r"\bbitte (?:teilen|sagen|schreiben|geben) sie mir\b.{0,40}\b(?:mit|bescheid|ob|wann|wie|was|welche\w*)\b|\bbitte um (?:kurze )?(?:info|nachricht|antwort|mitteilung|auskunft)\b",
        1.0,
    ),
    (
        "neugierig|gespannt",
        r"\b(?:bin|waere) (?:\w+ )?neugierig,? (?:ob|wie|was|wann)\b",
        0.8,
    ),
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
        "unklar|klar|sicher",
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
    r"|(?:gibt|ist|war|geht|gilt|lohnt|stimmt|reicht) (?:es|das|sich|die|der|dann|da|hier)\b"
    r"|(?:hat|haben|macht|nimmt|kostet|liefert|bietet|oeffnet) (?:der|die|das|euer|eure)\b(?!.*\bge\w+(?:t|en)$))"
)
"""A sentence that begins like a question."""
ASKED_INSIDE = re.compile(rf"[,:] (?:und |oder |aber |also )?(?:{_WH}\b|{_VERB} {_YOU}\b|ob )")
TOLD_BEGINS = LatePattern(
    r"^(?:wie gesagt|was (?:n|ne|ein|eine|einen)\b|wer haette\b|wer [^,?]{3,60}, unbedingt\b|wo [^,?]{3,80}, (?:ist|sind|gibt|wird|da|hilft|kann)\b|(?:waere|waeren|haette|haetten|koennte) [^,?]{3,80}, (?:haette|waere|wuerde|koennte|dann|so)\w*\b|(?:muss|kann|sollte|darf) man\b|wie (?:oben|unten|gestern|eben|frueher|sonst|jedes|angekuendigt|erwartet|vereinbart|vermutet|bekannt|befuerchtet|ueblich|in|im|bei|beim|jeder|ich|wir)\b|wie (?:besprochen|immer|versprochen|schon|bereits|gewohnt|neu|am|man|mein|unser|du|der|die|das)\b|was (?:soll|will|fuer ein|die|das|der|mich|mir|ich|uns|fehlt)\b|wer (?:\w+ ){1,8}(?:ist|sucht|will|braucht|moechte|sollte|weiss)\b|wer [^,?]{3,80}, (?:hat|ist|wird|kann|muss|soll|sollte|braucht|darf|verdient|bekommt|kommt|findet|geht|war|macht|lernt|weiss|kriegt|zahlt|nimmt)\b|wo (?:andere|sonst)|wenn)"
)
"""Begins with a question word, but without a mark it tells."""

_RHETORICAL = _cues(
    (
        "nennt|nennen|schimpft",
        r"\b(?:das|so ?was|dies|so etwas) (?:nennt|nennen|schimpft) (?:ihr|sie|man|sich)\b",
        1.0,
    ),
    (
        "sieht so",
        r"^(?:so )?sieht (?:so|das)\b|^so sieht\b",
        1.0,
    ),
    (
        "ueberhaupt",
        r"\b(?:hat|habt|haben|weiss|wissen|kann|liest|arbeitet|denkt)\b.{0,20}\b(?:ueberhaupt|jemals)\b.{0,20}\b(?:jemand|einer|wer|ihr|die|noch|schon)\b|\b(?:jemand|einer|ihr|die)\b.{0,10}\b(?:ueberhaupt|jemals)\b",
        1.0,
    ),
    (
        "wofuer|wozu",
        r"^(?:\w+ )?(?:wofuer|wozu)\b.{0,30}\b(?:zahl|bezahl|mach|hab|buch|reservier|miet|haben wir|brauch)\w*",
        1.0,
    ),
    (
        "betteln|anwalt|schreien|dreimal",
        r"^(?:\w+ ){0,2}muss (?:man|ich)\b.{0,60}\b(?:betteln|anwalt|schreien|brüllen|dreimal|zehnmal)\b",
        1.0,
    ),
    (
        "euro",
        r"^(?!wie|was|wo|wer|wann|welche|ist|kann|gibt|gilt|nehm|koennt)\b.{0,40}\b\d+ euro fuer (?:ein|eine|einen|zwei|drei|\d+)\b",
        1.0,
    ),
    (
        "sagt doch|sagt wohl|spricht doch",
        r"\bsagt (?:doch|wohl|ja|eigentlich) (?:schon )?alles\b|\bspricht (?:doch )?fuer sich\b",
        1.0,
    ),
    (
        "so gut|so lecker|so schoen|so nett",
        r"^wie kann man (?:nur |bloss |denn )?so (?:gut|lecker|schoen|nett)\w*",
        1.0,
    ),
    (
        "wie lange|wie oft",
        r"\bwie (?:lange|oft|viele?) (?:soll|muss|darf|will|wollt|wollen|sollen) .{0,30}\b(?:noch|hinhalten|warten)\b",
        0.7,
    ),
    (
        "dumm|bloed|doof|naiv|verbrochen",
        r"\bfuer wie (?:dumm|bloed|doof|naiv)\b|\bwer hat (?:denn )?das verbrochen\b",
        1.0,
    ),
    (
        "arm nehmen|gedacht",
        r"\bauf den arm nehmen\b|\bwas habt ihr euch\b",
        1.0,
    ),
    ("mehr", r"\bwas (?:will|braucht|wuenscht|moechte) (?:man|frau|du|ich)(?: \w+)? mehr\b", 1.0),
    ("gedacht|geglaubt", r"\bwer haette (?:das |es )?(?:gedacht|geglaubt)\b", 1.0),
    ("sagen", r"\bwas soll (?:man|ich) (?:\w+ ){0,3}sagen\b|\bmuss ich (?:noch )?mehr sagen\b", 1.0),
    ("witz|scherz|ernst|wahr", r"\b(?:witz|scherz)\b|\b(?:euer|ihr|dein) ernst\b|\bwahr sein\b", 1.0),
    (
        "",
        r"^(?:ernsthaft|im ernst|echt jetzt|echt|wirklich|bitte|hallo|geht.?s noch|wie bitte|was|nicht wahr|oder)$",
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
    ("", r"^(?:das|dies|so etwas|sowas)(?: \w+)? soll\b|^(?:und )?das nennt\b|^soll (?:das|so)\b", 1.0),
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
    (
        "",
        r"^bitte (?:ganz )?schnell\b",
        0.8,
    ),
    (
        "",
        r"\bnoch (?:zu )?retten\b",
        0.5,
    ),
    (
        "",
        r"\bnicht,? an wen (?:ich|wir) (?:mich|uns) (?:\w+ ){0,2}wenden\b",
        1.0,
    ),
    (
        "",
        r"\b(?:blockiert|verklemmt|eingefroren|verriegelt)\b",
        0.5,
    ),
    (
        "krieg",
        r"\bich kriege? das nicht hin\b|\bwir kriegen das nicht hin\b",
        0.7,
    ),
    (
        "",
        r"\b(?:holt|hol|holen sie|rettet|befreit) (?:mich|uns|ihn|sie hier)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:muss|muessen) (?:\w+ ){0,3}(?:sofort|dringend|umgehend|schnellstens) (?:\w+ ){0,3}(?:behoben|repariert|gemacht|abgedichtet|ersetzt|kommen|weg|geloest)\b",
        1.0,
    ),
    (
        "",
        r"\bkann (?:mich|uns|mir|ihn) (?:bitte |mal |heute |noch )*(?:jemand|wer|einer)\b.{0,60}\b(?:abholen|mitnehmen|fahren|bringen|retten|abschleppen|holen|rauslassen|reinlassen)\b",
        1.0,
    ),
    (
        "",
        r"\bbitte (?:kommen sie|kommt|komm|schicken sie|schickt) (?:\w+ ){0,2}(?:schnell|sofort|gleich|rasch|bald|vorbei|jemanden?)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:strom|wasser|heizung|internet|licht|gas|telefon|warmwasser) (?:ist|sind|war) (?:\w+ ){0,3}(?:weg|ausgefallen|tot|abgestellt)\b",
        0.6,
    ),
    (
        "",
        r"\bverzweifle\w*\b|\bverzweiflung\b",
        1.0,
    ),
    (
        "",
        r"\b(?:kann|koennte)\b.{0,90}\b(?:jemand|wer|einer)\b.{0,60}\bhelfen\b",
        1.0,
    ),
    (
        "",
        r"\b(?:jetzt|heute|so spaet|am wochenende|nachts|sonntags?) (?:abend )?noch (?:offen|auf|geoeffnet|erreichbar|notdienst|dienst)\b",
        0.7,
    ),
    (
        "",
        r"\b(?:gefressen|verschluckt|eingeschlossen|abgestuerzt|bewusstlos)\b",
        0.5,
    ),
    (
        "wo ",
        r"\bwo (?:bekomm|krieg|find)\w* (?:ich|wir|man) (?:\w+ ){0,2}(?:jetzt|so schnell|heute|auf die schnelle|noch|am wochenende)\b",
        1.0,
    ),
    (
        "help|geist aufgegeben|steht still|lahmgelegt",
        r"\bhelp\b|\bden geist aufgegeben\b|\bsteht still\b|\bunter wasser\b",
        0.6,
    ),
    (
        "ich bekomm|ich krieg|ich schaff|wir bekomm|wir krieg",
        r"\b(?:ich|wir) (?:bekomm|krieg|schaff|bring)\w* (?:\w+ ){0,6}(?:nicht|nimmer)\b",
        0.6,
    ),
    (
        "",
        r"\bwer (?:kann|koennte|repariert|macht|bringt|leiht) (?:mir |uns |das |mal |bitte |dabei |da |noch |am wochenende |heute )*(?:zeigen|helfen|machen|abnehmen|einrichten|bringen|leihen|reparieren|wochenende|heute|sonntag)?\b",
        0.7,
    ),
    (
        "haenderingend|verzweifelt|dringendst",
        r"\b(?:haenderingend|verzweifelt|dringendst)\b",
        1.0,
    ),
    (
        "koennten sie|koenntet ihr|wuerden sie",
        r"\b(?:koennten sie|koenntet ihr|wuerden sie|wuerdet ihr) (?:mir|uns|meine\w*|bitte)\b.{0,60}\b(?:bringen|helfen|abholen|holen|begleiten|durchfuehren|unterstuetzen|aufmachen|beistehen)\b",
        1.0,
    ),
    (
        "niemand|keiner",
        r"\b(?:niemand|keiner) (?:kann|konnte|koennte) (?:mir|uns)\b",
        0.6,
    ),
    (
        "",
        r"\bwer (?:kommt|holt|rettet|hilft|rueckt)\b",
        0.8,
    ),
    (
        "",
        r"\b(?:raus|vorbei|los)?schick\w* (?:\w+ ){0,3}(?:jemand\w*|einen|wen|techniker|monteur)\b|\bjemanden (?:raus|vorbei|los)?schicken\b",
        1.0,
    ),
    (
        "schnellstens|schleunigst|so schnell wie|so bald wie|noch heute|heute noch",
        r"\b(?:schnellstens|schleunigst|so schnell wie moeglich|so bald wie moeglich|noch heute|heute noch)\b",
        0.6,
    ),
    (
        "bitte um hilfe|um hilfe|hilfe",
        r"\bum (?:\w+ )?hilfe\b|^hilfe+\b",
        1.0,
    ),
    (
        "dringend|notfall|eilt|eilig|sos|achtung",
        r"^(?:\w+ ){0,2}(?:dringend|notfall|eilt|sehr eilig|sos)(?:$| ?[:,!-])",
        1.0,
    ),
    (
        "was jetzt|was nun",
        r"\bwas (?:jetzt|nun|tun)$",
        0.8,
    ),
    (
        "gehackt|eingebrochen|geklaut|gestohlen|ausgeraubt|abgesoffen|ueberflutet",
        r"\b(?:gehackt|eingebrochen|geklaut|gestohlen|ausgeraubt|abgesoffen|ueberflutet|vollgelaufen)\b",
        0.6,
    ),
    (
        "wer kann|wer koennte|kann jemand|kann mir|kann uns|kann mich",
        r"\b(?:wer|jemand|einer|bitte) ?(?:kann|koennte)?\b.{0,60}\b(?:einspringen|vorbeikommen|abschleppen|mitanpacken|anpacken|aushelfen|weiterhelfen|abdichten|auspumpen|aufmachen|aufschliessen|starthilfe|ausrücken|rauskommen|zur hand)\b",
        1.0,
    ),
    (
        "wer kann|wer koennte",
        r"^(?:\w+[ ,]+){0,3}wer (?:kann|koennte) (?:mir |uns |bitte |hier |jetzt )*(?:heute|jetzt|sofort|schnell|kurzfristig|noch heute|morgen frueh)\b(?!.{0,60}\b(?:sagen|empfehlen|erklaeren|nennen|verraten)\b)",
        1.0,
    ),
    (
        "notfallnummer|notdienst|notnummer|notruf",
        r"\b(?:wer|jemand|habt ihr|haben sie|gibt es|brauche)\b.{0,40}\b(?:notfallnummer|notdienst|notnummer|notrufnummer)\b",
        1.0,
    ),
    (
        "brauch",
        r"\b(?:ich|wir) brauch\w* (?:\w+ ){0,3}(?:heute|jetzt|sofort|morgen|schleunigst)\b|^brauch\w* (?:\w+ ){0,3}(?:heute|jetzt|sofort|morgen|schleunigst)\b",
        0.9,
    ),
    (
        "bekomm|krieg|schaff|komm",
        r"^(?:bekomm|krieg|schaff|komm)\w* (?:\w+ ){0,5}(?:nicht|nimmer)\b",
        0.6,
    ),
    (
        "laesst sich|laesst sich nicht",
        r"\blaesst sich (?:\w+ ){0,2}(?:nicht|nimmer)\b",
        0.5,
    ),
    (
        "komm",
        r"\bkomm\w* (?:mit )?(?:\w+ ){0,10}nicht (?:mehr )?(?:zurecht|klar|weiter)\b",
        1.0,
    ),
    (
        "keinen rat|latein|nerven|weiter",
        r"\bkeinen rat mehr\b|\bam ende mit (?:\w+ )?(?:latein|nerven)\b|\bnicht mehr weiter\b",
        1.0,
    ),
    (
        "",
        r"\b(?:jemand\w*|wer|einer?)\b.{0,40}\b(?:der|die|das)? ?(?:mir|uns)\b.{0,30}\b(?:zeigt|zeigen kann|erklaert|durchfuehrt|beibringt)\b",
        0.8,
    ),
    (
        "schulter schauen|drueberschauen|zur seite stehen|unter die arme",
        r"\b(?:ueber die schulter (?:schau|guck)\w*|drueberschauen|drueber schauen|zur seite stehen|unter die arme greifen)\b",
        1.0,
    ),
    (
        "trau|allein",
        r"\b(?:trau|schaff|pack)\w* (?:\w+ ){0,4}(?:allein\w*|nicht ran|nicht rann|nicht zu)\b",
        0.6,
    ),
    (
        "person|kind|oma|opa|mutter|vater|frau|mann|baby",
        r"\b(?:steckt|sitzt|haengt|liegt)\b.{0,40}\b(?:fest|person|kind|drin)\b",
        0.6,
    ),
    (
        "wer kann|wer hat|wer weiss",
        r"\bwer (?:kann|hat|weiss)\b.{0,30}\b(?:hilfe|rat|abhilfe|loesung|ersatz)\b",
        0.8,
    ),
    (
        "helfen",
        r"\bnicht (?:mehr )?zu helfen\b",
        -1.5,
    ),
    (
        "zum glueck|gluecklicherweise",
        r"\bzum glueck\b|\bgluecklicherweise\b",
        -0.8,
    ),
    (
        "sagen|verraten|erklaeren|nennen|empfehlen",
        r"\b(?:wer|koennen sie|koennt ihr|kann mir jemand)\b.{0,50}\b(?:sagen|verraten|nennen|empfehlen)\b",
        -0.6,
    ),
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
        r"\b(?:brauch\w*|benoetig\w*|bitte\w*|such\w*|ruf\w*|meld\w*|komm\w*|schick\w*|helf\w*)\b.{0,60}\b(?:dringend\w*|eilig|eilt|umgehend|(?<!ab )sofort|schnellstmoeglich|schnellstens|asap)\b",
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
        "baby|saeugling|kleinkind|kinder|sauerstoff|pflegebeduerftig",
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
    ("nix wie|nichts wie", r"\bn(?:ix|ichts) wie hin\b", 1.0),
    (
        "",
        r"\bgibt es (?:fuer mich |nur |eigentlich nur )+(?:eine|einen|ein) (?:adresse|namen|betrieb|laden|wahl)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:meldet euch|melde dich|wendet euch|wende dich|wenden sie sich) (?:\w+ )?(?:bei|an)\b(?! uns| mir| mich)",
        1.0,
    ),
    (
        "",
        r"^(?:ein |mein |kleiner |noch ein )?tipp (?:fuer|an) (?:alle|jeden|euch|dich|die|eltern|freunde)\b",
        1.0,
    ),
    (
        "",
        r"\bund (?:geht|geh|fahrt|fahr|kommt) (?:\w+ )?(?:zu|zum|zur|nach|ins?) \w+",
        1.0,
    ),
    (
        "",
        r"\b(?:solltet|sollten|solltest) (?:ihr|sie|du) (?:euch|sich|dir) (?:\w+ ){0,3}(?:goennen|merken|ansehen|anschauen|anhoeren|entgehen lassen)\b",
        1.2,
    ),
    (
        "",
        r"\bich kann (?:euch|dir|ihnen|jedem|allen|das)?.{0,20}\b(?:nur|bloss) raten\b",
        1.1,
    ),
    (
        "",
        r"\bwuerde (?:ich |wir )?(?:immer|jederzeit|nur|stets|sofort)(?: wieder)? (?:\w+ ){1,4}(?:nehmen|gehen|waehlen|beauftragen|buchen|holen)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:klare|echte|dicke|volle|eine) empfehlung wert\b",
        1.0,
    ),
    (
        "",
        r"\brate (?:ich )?(?:euch|dir|ihnen|jedem|allen) (?:das|dazu|auch|nur|wirklich)\b",
        1.1,
    ),
    (
        "",
        r"^wenn (?:es|man|ihr|du)\b.{3,50}: ?\w+",
        1.0,
    ),
    (
        "",
        r"\b(?:top|erste|gute|beste|tolle|super) (?:adresse|anlaufstelle|wahl) (?:fuer|bei|wenn)\b",
        1.0,
    ),
    (
        "wuerde",
        r"\b(?:wuerde|taet) (?:\w+ ){0,4}(?:zu|zum|zur|bei|beim) \w+(?: \w+){0,3} (?:gehen|fahren|kaufen|bestellen|machen lassen|anrufen)\b",
        1.0,
    ),
    (
        "lass",
        r"\blass(?:t)? (?:dich|euch|dir|sie sich)\b.{0,40}\b(?:beraten|machen|zeigen|behandeln|verwoehnen|einen termin)\b",
        1.0,
    ),
    (
        "schau|guck|geh|fahr|frag",
        r"^(?:\w+[ ,:!]+){0,2}(?:schaut?|guckt?|geht?|fahrt?|fragt?) (?:\w+ ){0,3}(?:beim?|bei der|im|in der|vorm?) \w+",
        0.9,
    ),
    (
        "vorbei|herum|drum|weg",
        r"\b(?:kommt|kommst|komme|kann) (?:\w+ ){0,6}(?:nicht|keiner|niemand) (?:vorbei|herum|drum)\b|\bfuehrt kein weg\b",
        1.0,
    ),
    (
        "bereuen|enttaeuscht|begeistert sein",
        r"\b(?:ihr|du|sie) (?:werdet|wirst|werden)\b.{0,30}\b(?:nicht bereuen|nicht enttaeuscht|begeistert sein|lieben|staunen)\b",
        0.8,
    ),
    (
        "bestell|goenn|hol|kauf|merk",
        r"\b(?:bestellt|goennt|holt|kauft|merkt) euch\b|\b(?:bestell|goenn|hol|kauf|merk) dir\b",
        1.0,
    ),
    (
        "unbedingt",
        r"\bunbedingt (?:\w+ ){0,4}(?:mitnehmen|bestellen|probieren|nehmen|kosten|essen|trinken|ansehen|anschauen|hingehen|besuchen|reservieren|testen|einplanen|machen)\b",
        1.0,
    ),
    (
        "stimme fuer",
        r"\b(?:meine|unsere) stimme (?:fuer|geht|hat)\b",
        1.0,
    ),
    (
        "verkehrt|falsch",
        r"\b(?:nix|nichts|nie) (?:\w+ )?(?:verkehrt|falsch)\b",
        0.8,
    ),
    (
        "solltest du|solltet ihr|sollten sie|falls du|falls ihr|wenn du mal|wenn ihr mal",
        r"\b(?:solltest du|solltet ihr|sollten sie|falls du|falls ihr|wenn du|wenn ihr) (?:mal |einmal )?(?:\w+ ){0,5}(?:sein|seid|bist|kommst|kommt|vorbeikomm\w*|such\w*|brauch\w*)\b",
        0.8,
    ),
    (
        "besuch|hol|nimm|bestell|frag|buch|probier|kauf",
        r"(?:^|[,:.!] )(?:dann |also )?(?:besuch|besucht|hol dir|holt euch|nimm|bestell|bestellt|goenn dir|goennt euch|sichert euch|kauf dir|merk dir|merkt euch)\b(?! mir| uns| sie)",
        1.0,
    ),
    (
        "fahr|geh|komm|schau|guck",
        r"\b(?:ich|wir|er|sie) (?:fahr|geh|komm|schau|guck)\w*\b|\b(?:fahre|gehe|komme|schaue) (?:ich|wir)\b",
        -0.8,
    ),
    (
        "meiden|umgehen|hin|dorthin|dahin",
        r"\b(?:meiden|umgehen|vermeiden)\b|\b(?:nicht|nie|nimmer) (?:mehr |wieder )?(?:hin|dorthin|dahin)\b",
        -1.5,
    ),
    (
        "erste adresse|goldrichtig|genau richtig|bestens aufgehoben",
        r"\b(?:erste|beste|richtige|gute)r? (?:adresse|anlaufstelle|ansprechpartner\w*)\b|\b(?:gold|genau )richtig\b",
        1.0,
    ),
    (
        "jedem|allen|jeder",
        r"\b(?:jedem|allen|jeder)\b.{0,30}\b(?:ans herz|raten|nahelegen|weitersagen|weiterempfehl\w*)\b",
        1.0,
    ),
    (
        "gegessen|probiert|erlebt|gesehen",
        r"\bmuss man (?:einfach )?(?:mal |unbedingt )?(?:gegessen|probiert|erlebt|gesehen|gehoert)(?: haben)?\b",
        1.0,
    ),
    (
        "fuer ",
        r"^(?:also )?fuer \w+(?: \w+){0,3} (?:immer |nur |stets |gleich )*(?:zu|zum|zur) \w+(?: \w+){0,3}$",
        1.0,
    ),
    (
        "empfehlung",
        r"\b(?:waermste|absolute|dicke|fette|herzliche|hundertprozentige|100%ige|top) (?:weiter|kauf)?empfehlung\b|\bempfehlung (?:fuer|an) (?:dies\w+|alle|jeden|den|die|das)\b",
        1.0,
    ),
    (
        "raten",
        r"\bkann (?:ich|man) (?:\w+ ){0,3}(?:nur |bloss )?(?:dazu )?raten\b|\bwuerde (?:ich )?(?:dir|euch|ihnen|jedem)\b.{0,40}\braten\b",
        1.0,
    ),
    (
        "versuch|probier",
        r"(?:^|[,:.!] )(?:versuch|probier).?s? (?:\w+ ){0,3}(?:bei|mit|beim|in)\b",
        1.0,
    ),
    (
        "stelle wuerde|eurer stelle|deiner stelle|ihrer stelle",
        r"\ban (?:deiner|eurer|ihrer) stelle\b.{0,40}\b(?:fragen|nehmen|gehen|fahren|anrufen|kaufen|buchen|beauftragen|wenden)\b",
        1.1,
    ),
    (
        "ueberzeug",
        r"\bueberzeugt? (?:euch|dich) (?:\w+ )?selbst\b",
        1.0,
    ),
    (
        "halt",
        r"\bhalt(?:et)? (?:euch|dich) an\b",
        1.0,
    ),
    (
        "adresse|stelle|ort",
        r"\b(?:richtigen|besten|guten|ersten) (?:adresse|anlaufstelle)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:kannst du|kann man|koennt ihr|koennen sie|macht ihr|machst du) (?:\w+ ){0,3}(?:nichts|nix|keinen fehler|gar nichts)\b(?: \w+){0,2}(?: falsch| verkehrt)?",
        0.8,
    ),
    (
        "fehler",
        r"\b(?:macht|machst) (?:ihr|du) (?:\w+ ){0,3}keinen fehler\b|\bkein fehler, (?:dort|da|bei)\b",
        1.0,
    ),
    (
        "bekannte|freunde|kollegin|kollegen|familie",
        r"\bschicke? (?:\w+ ){0,3}(?:bekannte\w*|freunde\w*|kolleg\w*|familie|leute)\b.{0,20}\b(?:hin|dorthin|dahin|zu)\b",
        1.0,
    ),
    (
        "pflicht",
        r"\b(?:pflichttermin|pflichtprogramm|pflichtbesuch) (?:fuer|bei)\b",
        1.0,
    ),
    (
        "ab zu|ab zum|ab zur|auf zu|nix wie|nichts wie",
        r"^(?:also )?(?:ab|auf) (?:zu|zum|zur|nach|in)\b",
        1.0,
    ),
    (
        "wenn schon|wenn ",
        r"^(?:also )?wenn (?:schon )?\w+, dann \w+(?: \w+){0,2}$",
        1.0,
    ),
    (
        "nimm|nehmt|nehmen sie",
        r"^(?:\w+[ ,:]+){0,2}(?:nimm|nehmt|nehmen sie) (?:den|die|das|lieber|unbedingt|doch (?:den|die))\b",
        0.9,
    ),
    (
        "",
        r"\b(?:geh|fahr|komm|schau|guck)\w* (?:\w+ ){0,4}(?:hin|vorbei|rein)\b(?!.{0,30}\b(?:nicht|nie|nimmer)\b)",
        0.5,
    ),
    (
        "einkehren|hingehen|hinfahren|vorbeischauen|anschauen|ansehen",
        r"\b(?:sollte|sollten|solltet|muss|muessen|muesst)\b.{0,40}\b(?:einkehren|hingehen|hinfahren|vorbeischauen|anschauen|ansehen|reinschauen|zugreifen)\b",
        1.0,
    ),
    (
        "was|aus|ahnung|ordentlich|das|weiter",
        r"\b(?:der|die) (?:versteht|kennt|hat|macht|kann|hilft)\b.{0,30}\b(?:was|aus|ahnung|ordentlich|das|weiter)\b",
        0.4,
    ),
    (
        "nie wieder|woanders|umweg|bogen|warn|abraten",
        r"\b(?:grossen|weiten|riesigen)? ?bogen um\b|\babraten\b|\bwarnen\b",
        -1.0,
    ),
    (
        "",
        r"\bwer (?:\w+ ){1,8}(?:sucht|braucht|will|moechte|legt|mag|liebt|baut|isst)\b.{0,4}\b(?:sollte|ist|findet|muss|kann|der|dem|wird)\b",
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
        r"^(?:(?:also|dann|ja|nein|leute|einfach|bitte|lieber|hallo|hey|maedels|jungs|freunde|und|aber|gleich|am besten|@\w+)[ ,:!]+){0,3}(?:geht?|fahrt?|kommt) (?:\w+ ){0,4}(?:zu|zum|zur|nach|da|dort|hin|mal|in|ins)\b|\b(?:geht?|fahrt?) (?:lieber|da|dort|einfach|unbedingt|mal) (?:\w+ ){0,3}(?:zu|zum|zur|hin|nach|vorbei)\b|\bhin da\b",
        1.0,
    ),
    (
        "ruf|frag|wend|meld|versuch|probier|schau|guck|teste|hol|lass|nehm|nimm|kauf|buch|bestell",
        r"(?:^|[,:.] ?)(?:(?:also|dann|leute|einfach|bitte|ja|lieber|@\w+) ){0,2}?(?:ruft?|fragt?|frag|versucht?|versuchs|probiert?|probiers|schaut?|guckt?|testet|hol|holt|lass|nehmt|nimm|wende dich|wendet euch|melde dich|bestell|bestellt|kauft|buch|bucht) (?!mich|mir |uns |bitte)(?:\w+ ){0,4}?(?:mal |doch |einfach |gleich |ruhig |lieber |unbedingt )*(?:bei|an|aus|zu|zum|zur|vorbei|dort|da|die|den|das|dir|euch|es)\b",
        1.0,
    ),
    (
        "probier|schau|guck|versuch|frag|ruf",
        r"\b(?:probiert?|schaut?|guckt?|versuch\w*|fragt?|ruft?)\b.{0,40}\b(?:aus|vorbei|an|nach|dort|bei)\b",
        0.3,
    ),
    (
        "",
        r"\b(?:unbedingt|solltet ihr|sollte man|muss man|muesst ihr|solltest du|auch mal|einfach) (?:\w+ ){0,4}(?:ausprobieren|probieren|vorbeischauen|hingehen|hinfahren|besuchen|anschauen|ansehen|testen|gesehen haben)\b",
        1.1,
    ),
    ("hingehen|zugreifen|ausprobieren", r"(?:^|[,!] )(?:unbedingt )?(?:hingehen|ausprobieren|hinfahren)$", 0.9),
    (
        "besuch|weg|ausflug|abstecher|anruf|kauf|fahrt|lohnt",
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
        "",
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
    ("", r"\bmuss man (?:einfach )?(?:mal )?(?:gegessen|probiert|erlebt|gesehen) haben\b", 1.0),
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
        "",
        r"\bkoennte (?:ich )?mir (?:\w+ ){0,2}.{0,60}\b(?:bei euch|bei ihnen|hier|dort|als) .{0,30}vorstellen\b|\bkoennte (?:ich )?mir (?:gut )?vorstellen, dass\b",
        1.0,
    ),
    (
        "",
        r"\bwenn (?:ihr|sie) (?:\w+ ){0,6}(?:haettet|haetten|wuerdet|wuerden|waert|waeren),? (?:wuerden?|waere|kaemen|koennte)\w*\b",
        1.0,
    ),
    (
        "",
        r"\b(?:ein|mein|unser|kleiner|grosser) wunsch\b.{0,25}:",
        1.0,
    ),
    (
        "",
        r"\b(?:ihr|sie) duerfte(?:t|n) (?:\w+ )?(?:ruhig|gern|gerne|auch|mal)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:solltet|sollten|solltest) (?:ihr|sie|du) (?:euch|sich|dir) (?:\w+ ){0,3}(?:goennen|merken|ansehen|anschauen|anhoeren|entgehen lassen)\b",
        -1.3,
    ),
    (
        "nehmt|nehmen sie",
        r"\bnehmt (?:doch |lieber |einfach )?(?:den|die|das) (?!\w+ (?:wieder|raus|mit|ins?)\b)",
        -1.0,
    ),
    (
        "",
        r"^(?:bitte )?(?:nehmt|backt|stellt|schreibt|fuehrt|macht|baut|bringt|gebt|haengt|bietet|schafft|sorgt|erweitert|verlaengert|aendert|ueberarbeitet|lasst|setzt|druckt|legt|informiert|oeffnet|dreht|raeumt|streicht|verwendet|benutzt|spielt|kocht|schneidet|verpackt|reduziert|senkt|ersetzt|markiert|beschriftet|kennzeichnet|beleuchtet|veroeffentlicht|schickt|achtet|plant|bedenkt|denkt|haltet) (?:\w+ ){1,6}?(?:doch|bitte|mal|endlich|lieber|wieder|kuenftig)\b",
        1.0,
    ),
    (
        "",
        r"^(?:ein|eine|mehr|auch ein|auch eine)\b.{3,60}\bfehlt(?: noch| leider| mir| uns| einfach)*$",
        1.0,
    ),
    (
        "",
        r"\b(?:wuerde|wuerden)\b.{0,20}\b(?:begruessen|schaetzen|befuerworten|gut finden),? wenn\b",
        1.1,
    ),
    (
        "",
        r"\b(?:ihr|sie|man) koennte(?:t|n)? (?!mir\b|uns\b|bitte\b|sich\b|meinen\b|denken\b|sagen\b|ruhig\b)(?:\w+ ){1,8}\w+(?:ern|eln)$",
        1.0,
    ),
    (
        "",
        r"^(?:auch |noch )?(?:ein|eine|einen|mehr) .{3,60}\bfaende? ich\b",
        1.0,
    ),
    (
        "",
        r"\bwuerden? sich\b.{0,40}\blohnen\b",
        1.0,
    ),
    (
        "",
        r"\b(?:habt ihr|haben sie) (?:schon |schon mal |mal |schon einmal )+.{0,50}\b(?:nachgedacht|ueberlegt|gedacht)\b",
        1.2,
    ),
    (
        "",
        r"^vielleicht (?:noch |auch )?(?:ein|eine|einen|mehr|weniger|ein paar)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:mir|uns) fehlt (?:\w+ ){0,2}(?:ein|eine|der|die|das|etwas|mehr)\b",
        1.0,
    ),
    (
        "",
        r"^(?:wieso|warum|weshalb) gibt (?:es|s)\b.{0,40}\bkein\w*\b",
        1.1,
    ),
    (
        "schaden|lohn|gefallen|helfen|freuen|tun|reichen",
        r"\b(?:wuerden?|koennten?)\b.{0,30}\b(?:nicht schaden|sich (?:sicher |bestimmt )?lohnen)\b|^(?:ein|eine|einen|mehr|weniger|ein paar)\b.{3,60}\bwuerden? (?:mir|uns|vielen|allen|sicher|euch)?.{0,20}(?:gefallen|helfen|freuen|guttun|reichen|gut tun)$",
        1.0,
    ),
    (
        "darueber nach|nachdenken",
        r"\bdenk(?:t|en sie)? (?:\w+ ){0,2}darueber nach\b|\b(?:solltet|koenntet|sollten|vielleicht)\b.{0,60}\bnachdenken\b",
        1.0,
    ),
    (
        "freuen, wenn|freuen wenn|wuerde mich freuen|wuerde uns freuen|wuerden uns freuen",
        r"\bfreuen,? wenn\b.{0,50}\b(?:gaebe|wieder|auch|mehr|anbiet\w*|haettet|oefter|laenger|einfuehr\w*|waere)\b",
        1.0,
    ),
    (
        "tipp",
        r"^(?:ein |kleiner |noch ein )?tipp: (?!geh|fahr|probier)",
        1.0,
    ),
    (
        "vielleicht koennt|vielleicht koennen",
        r"^vielleicht (?:koennt|koennen|koenntet|koennten|solltet|wollt|macht|gibt) (?:ihr|sie|man|es)\b",
        1.0,
    ),
    (
        "warum|wieso|weshalb",
        r"^(?:und )?(?:warum|wieso|weshalb) (?:bietet|macht|habt|gibt|nehmt|stellt|verkauft|fuehrt|oeffnet|akzeptiert|liefert) (?:ihr|es|sie|man|das) (?:\w+ ){0,4}(?:kein\w*|nicht)\b",
        1.0,
    ),
    (
        "statt",
        r"\b(?:mehrweg|papier|glas|bar|lieber|besser)\w* (?:\w+ ){0,2}statt\b",
        0.6,
    ),
    (
        "anregung|verbesserung|vorschlag|wunsch|idee",
        r"^(?:als |zur |nur |mal )?(?:anregung|idee|verbesserung\w*|vorschlag|wunsch)\b",
        1.0,
    ),
    (
        "hinweis",
        r"^(?:ein |kleiner |noch ein )?hinweis\b.{0,120}\b(?:waere|koennte|sollte|besser|gut)\b",
        1.0,
    ),
    (
        "gewuenscht|wuensch",
        r"\bwuenschen? (?:wir |ich )?(?:uns|mir)\b",
        0.8,
    ),
    (
        "waer",
        r"^(?:ein|eine|einen|mehr|weniger|ein paar|laengere|kuerzere|groessere|kleinere|noch) .{3,70}\bwaeren? (?!gewesen|ja|mir|nicht|schon gewesen)(?:\w+ ){0,2}\w+$",
        1.0,
    ),
    (
        "wie waer",
        r"\bwie waer\w*(?: es|.?s)?(?: denn| mal| wohl| vielleicht)*,? (?:mit|wenn)\b",
        1.3,
    ),
    (
        "vorschlagen|vorschlag",
        r"\b(?:wuerde|moechte|darf|koennte|wollte) (?:ich |wir )?(?:\w+ ){0,3}vorschlagen\b|\bmein vorschlag\b|\bich schlage\b",
        1.2,
    ),
    (
        "naechsten mal|naechstes mal|kuenftig|in zukunft",
        r"\b(?:bitte|gerne?) (?:\w+ ){0,2}(?:beim naechsten mal|naechstes mal|kuenftig|in zukunft)\b|\b(?:beim naechsten mal|naechstes mal|kuenftig|in zukunft) (?:bitte|gerne?|vielleicht)\b",
        1.0,
    ),
    (
        "ihr nicht|sie nicht|man nicht",
        r"^(?:warum|wieso|weshalb|koennt|koenntet|koennen|wollt) (?:\w+ ){0,2}(?:ihr|sie|man) (?:\w+ ){0,3}nicht (?:einfach |mal |auch |vielleicht )",
        1.0,
    ),
    (
        "gehoert|muss|fehlt",
        r"\b(?:da|hier|dort|dahin) (?:gehoert|muss|fehlt|koennte) (?:endlich |dringend |unbedingt |noch |mal )*(?:ein|eine|einen|mehr)\b",
        1.0,
    ),
    (
        "wuenschenswert|ausbaufaehig|ueberlegenswert|zeitgemaess",
        r"\b(?:wuenschenswert|ueberlegenswert|begruessenswert)\b",
        1.0,
    ),
    (
        "gewesen",
        r"\bgewesen\b",
        -0.6,
    ),
    (
        "faend",
        r"\b(?:schoen|toll|super|gut|besser|klasse|cool|prima|sinnvoll|hilfreich|nett|praktisch) faend\w*\b|\bfaend\w* (?:ich |wir )?(?:es )?(?:\w+ ){0,3}(?:schoen|toll|super|gut|klasse|besser|cool|prima|sinnvoll|hilfreich|nett|praktisch)\w*\b",
        1.0,
    ),
    (
        "denkbar|ueberleg|option|alternative|moeglichkeit|was fuer",
        r"\b(?:denkbar|zu ueberlegen|eine option|eine alternative|eine moeglichkeit|eine ueberlegung wert) (?:waere|waer)\b|\b(?:waere|waer) (?:\w+ ){0,3}(?:denkbar|zu ueberlegen|eine option|eine alternative|eine moeglichkeit|eine ueberlegung|was fuer euch|was fuer sie)\b",
        1.0,
    ),
    (
        "anbieten",
        r"\bwuerden? sich\b.{0,50}\banbieten\b|\bboete\w* sich\b.{0,30}\ban\b",
        1.0,
    ),
    (
        "lust|interesse|schon mal",
        r"\b(?:haettet ihr|haetten sie|habt ihr) (?:nicht )?(?:\w+ )?(?:lust|interesse)\b|\b(?:habt ihr|haben sie) (?:schon mal|mal) (?:daran gedacht|ueberlegt|darueber nachgedacht)\b",
        1.2,
    ),
    (
        "doch|bitte",
        r"(?:^|[,.:–] )(?:bitte )?(?!ist\b|hat\b|wird\b|geht\b|stimmt\b|kommt\b|steht\b|sagt\b|gilt\b|gibt\b|haelt\b|schaut\b|guckt\b|probiert\b|versucht\b|ruft\b|fragt\b|fahrt\b|reicht\b|passt\b|meldet\b|helft\b|nicht\b|selbst\b|jetzt\b|sonst\b|erst\b|macht das\b|bleibt\b|meint\b|seit\b|mit\b|oft\b)\w+t (?:doch|doch bitte|bitte doch|doch mal|doch wenigstens)(?: \w+){2,12}$",
        1.0,
    ),
    (
        "warum|wieso",
        r"^(?:und )?(?:warum|wieso) (?:nicht|eigentlich nicht|keine?n?) (?:mal |auch |einfach )*(?:\w+)",
        0.8,
    ),
    (
        "schaden|spiegel|rampe|schild|gehoert",
        r"\bkoennte nicht schaden\b|\bwenn (?:ihr|sie) mich fragt?\b|\bgehoert (?:da|dort|hier) (?:\w+ ){0,2}(?:hin|her|rein)\b",
        1.0,
    ),
    (
        "einfallen|ueberlegen",
        r"\b(?:lasst|lassen sie) (?:euch|sich) (?:\w+ ){0,4}einfallen\b",
        1.0,
    ),
    (
        "wuensch|wunsch",
        r"\b(?:wuensche|wuenschte) (?:ich )?(?:mir|uns)\b|\bmein(?:e)? wuensche? (?:an|fuer)\b|\bwunschliste\b",
        1.0,
    ),
    (
        "was waere|wie waer|wie steht",
        r"\bwas (?:waere|waer) (?:mit|wenn)\b|\bwie (?:waer|waere).{0,3}s? mit\b|\bwie steht es mit\b",
        1.2,
    ),
    (
        "anreg|vorschlag|tipp|idee|verbesser",
        r"^(?:kleine |kleiner |eine |ein |noch eine )?(?:anregung|vorschlag|idee|verbesserungs\w+|tipp fuer euch|bitte an)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:besser|lieber|schoener|praktischer|sinnvoller|angenehmer) (?:faend|waer|haett)\w*\b",
        1.0,
    ),
    (
        "darf|erlaube",
        r"\b(?:darf|erlaube mir|moechte) (?:\w+ ){0,3}(?:anregen|vorschlagen|vorzuschlagen|anzuregen)\b",
        1.2,
    ),
    (
        "muesste|sollte|gehoert",
        r"\b(?:da|hier|dort) (?:muesste|sollte|gehoert|koennte) (?:mal |dringend |unbedingt |vielleicht )*(?:\w+ ){0,2}(?:ran|was gemacht|nachgebessert|ueberarbeitet|etwas getan|aufgeraeumt)\b",
        1.0,
    ),
    (
        "bitte",
        r"\bbitte (?:\w+ ){0,3}(?:wieder|auch|oefter|laenger|frueher|kuenftig)\b(?: \w+){0,8}$",
        0.8,
    ),
    (
        "",
        r"^(?:bitte )?(?:nehmt|bietet|oeffnet|macht|schreibt|stellt|haengt|fuehrt|baut|sorgt|verlaengert) (?:bitte |doch |auch |mal )+",
        1.0,
    ),
    (
        "helfen",
        r"\b(?:schranke|schild|ampel|app|automat|\w+)\b wuerde helfen\b",
        0.6,
    ),
    (
        "zurueck",
        r"\bwuensche? (?:ich )?mir\b.{0,40}\bzurueck\b",
        0.6,
    ),
    (
        "vielleicht",
        r"^vielleicht (?:\w+ ){1,8}\w+en$",
        0.8,
    ),
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
        "",
        r"\b(?:dann |und es |und das )(?:waere|waer) (?:\w+ )?(?:perfekt|verstaendlicher|besser|runder)\b|\bwaere (?:\w+ )?(?:viel )?\w+er$",
        0.8,
    ),
    (
        "",
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
        "",
        r"\b(?:wuerden?|taete\w*|taeten)\b.{0,40}\b(?:gut ?tun|nicht schaden|helfen|gut)\b",
        1.0,
    ),
    (
        "",
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
        "",
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
    (
        "",
        r"^(?:jetzt |ab sofort |ganz )?neu: ?\w+|\bbestellen sie (?:jetzt |gleich |bequem |telefonisch |online )",
        1.0,
    ),
    ("", r"^(?:brand)?neu: |\bkollektion ist (?:jetzt |endlich )?da\b", 1.0),
    ("", r"\bwir machen das(?: fuer (?:sie|euch))?\b|\bwir uebernehmen das\b", 1.0),
    (
        "",
        r"\binteresse an (?:einem|einer) (?:\w+ )?(?:praktikum|ausbildung\w*|stelle|job|minijob|mitarbeit|lehre|aushilfsstelle)\b",
        1.1,
    ),
    (
        "",
        r"\b(?:sichert|goennt|schenkt|holt|reserviert) euch (?:jetzt|gleich|noch|einen?|den|die|euren?|ihren?|schnell)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:goennen|schenken|bescheren|verwoehnen) sie (?:ihr\w*|sich|unser\w*)\b",
        1.0,
    ),
    (
        "",
        r"\bin (?:unserem|unserer|unseren) (?:\w+ )?(?:onlineshop|online-shop|webshop|laden|filiale|filialen|markt|ausstellung)\b",
        0.6,
    ),
    (
        "",
        r"\bgibt es jetzt\b|\bjetzt auch\b.{0,30}\bbei uns\b|\bjetzt erhaeltlich\b",
        0.5,
    ),
    ("jeden", r"\bjeden \w+tag ab \d+\b", 1.0),
    ("gebacken", r"\bfrisch gebacken\w*\b.{0,40}\bab \d+", 1.0),
    ("uhr", r"\bvon \d+ bis \d+ uhr\b.{0,40}\b(?:eintritt|anmeldung|fuer sie|willkommen)\b", 1.0),
    (
        "",
        r"\bsind (?:jetzt )?online\b|\bwillkommen:|\bquereinsteiger\w*\b.{0,20}\bwillkommen\b",
        0.5,
    ),
    (
        "",
        r"\bsucht (?:zum|ab|zur|per|fuer (?:unser|das|die)|noch|dringend|laufend) (?!die |das |den )\w+",
        1.0,
    ),
    (
        "",
        r"^(?!bitte)\w+en sie (?:jetzt|noch heute|gleich) (?:unser|ihr|die|den|das|einen?|bei|mit|von)\w*\b",
        1.0,
    ),
    (
        "app|punkt",
        r"\b(?:unsere|unser|die neue) (?:neue )?app\b.{0,40}\b(?:laden|herunter\w*|gibt|da)\b|\btreuepunkte?\b|\bpunkte sammeln\b",
        0.8,
    ),
    (
        "",
        r"\b(?:bis zu|um) \d+ ?(?:%|prozent) (?:reduziert|guenstiger|billiger|rabatt)\b",
        1.0,
    ),
    (
        "",
        r"^(?!hilfe|rat|tipp|unterst|empfehl|jemand|helfer|dringend)[\w-]+(?: \w+){0,2} gesucht(?:,|:|!|$)",
        1.0,
    ),
    (
        "",
        r"\binteresse an (?:einer|unser\w*|dem|der) (?:\w+ )?(?:mitarbeit|stelle|job|ausbildung|probe\w*|angebot|kurs|termin)\b|\bmelden sie sich (?:bei uns|jetzt|gerne|unter)\b",
        0.9,
    ),
    (
        "",
        r"\b(?:neu|frisch|soeben|gerade|\w*kollektion|\w*ware|\w*lieferung) (?:\w+ )?eingetroffen\b",
        1.0,
    ),
    (
        "",
        r"\bsuch(?:t|e) (?:\w+ ){0,3}(?:arbeit|job|stelle|beschaeftigung|auftraege|taetigkeit)\b",
        1.1,
    ),
    (
        "",
        r"\bwir (?:machen|bringen|reparieren|renovieren|pflegen|liefern|verschoenern|planen|bauen|reinigen|kaufen|holen) (?:ihr|ihre|ihren|euer|eure|euren|dein|deine)\b",
        0.8,
    ),
    (
        "",
        r"\bwir zahlen\b|\buebertariflich\w*\b|\bmitzuarbeiten\b",
        0.8,
    ),
    (
        "",
        r"\bkomplett(?:check|angebot|preis|paket)\b|\bpaketpreis\b|\bprobetraining\b|\bschnupper(?:kurs|stunde|tag|abo)\w*\b",
        0.7,
    ),
    (
        "",
        r"\bstarten? (?:am|ab|im) \w+.{0,40}\banmeld\w*\b|\bjetzt anmelden\b",
        1.0,
    ),
    (
        "",
        r"\b(?:anbei|uebersende ich|sende ich|erhalten sie) (?:\w+ ){0,3}(?:bewerbung\w*|unterlagen|lebenslauf)\b",
        1.1,
    ),
    (
        "verstaerkung|komm zu uns|kommen sie zu uns",
        r"\b(?:braucht|sucht|suchen) (?:\w+ )?verstaerkung\b|\bkomm(?:t|en sie)? zu uns\b",
        1.0,
    ),
    (
        "eroeffn",
        r"\b\w*eroeffnung(?:sfeier|sfest|sangebot|sfeier|sparty|stag)?\b.{0,60}\b(?:am|ab|mit|zur|um)\b|\beroeffnen wir\b|\bwir eroeffnen\b",
        1.0,
    ),
    (
        "",
        r"\b(?:jede[rsn]?|alle|heute|taeglich)\b.{0,30}\bnur \d+(?:,\d+)? ?(?:euro)?\b",
        0.8,
    ),
    (
        "bietet|biete|anbieten",
        r"^\w+(?:meister|betrieb|service|dienst|team|studio|firma)? (?:bietet|bieten) \w+",
        0.6,
    ),
    (
        "",
        r"^(?:buchen|bestellen|reservieren|vereinbaren|sichern|fordern|testen|entdecken|informieren|probieren|geniessen|erleben|schenken|goennen) sie (?:jetzt|noch heute|gleich|sich|ihren?|unser\w*|uns)\b",
        1.0,
    ),
    (
        "wir haben|bei uns|ab sofort",
        r"\bab sofort (?:gibt es|bei uns|erhaeltlich|im|fuehren wir|bieten wir|auch)\b|\bgibt es (?:jetzt |nun |ab sofort )?bei uns\b|\bsortiment erweitert\b|\bwir haben (?:unser|neu|wieder|fuer sie)\b",
        0.9,
    ),
    (
        "stellen wir|wir stellen",
        r"\bstellen wir\b.{0,60}\bein\b|\bwir stellen\b.{0,60}\bein\b",
        1.1,
    ),
    (
        "ueberzeugen sie|ueberzeugt euch",
        r"\bueberzeugen sie sich\b|\bunsere kund\w+ (?:lieben|schaetzen|vertrauen)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:als|um) (?:\w+ )?praktikant\w*\b|\bmich\b.{0,40}\b(?:einzustellen|einstellen)\b|\bmeine unterlagen\b",
        1.0,
    ),
    (
        "fuer sie da|fuer euch da|sind wir",
        r"\b(?:sind wir|wir sind)\b.{0,40}\b(?:fuer (?:sie|euch) da|zu finden|erreichbar|geoeffnet)\b",
        0.8,
    ),
    (
        "bauplaetze|bauplatz|immobilie|grundstueck|eigentumswohnung|provisionsfrei",
        r"\b(?:bauplaetze|bauplatz|grundstueck\w*|eigentumswohnung\w*|immobilie\w*)\b.{0,40}\b(?:lage|provision\w*|euro|qm|verkauf\w*)\b|\bprovisionsfrei\b",
        1.0,
    ),
    (
        "%|prozent|minus",
        r"\b\d+ ?(?:%|prozent)\b.{0,20}\b(?:auf|rabatt|reduziert|guenstiger|nachlass|fuer alle)\b|\bminus \d+ ?(?:%|prozent)\b|\balle\b.{0,40}\b(?:minus|um) \d+ ?(?:%|prozent)\b",
        1.0,
    ),
    (
        "aller art|tel|kostenlos",
        r"\b\w+ aller art\b|\bkostenlose\w* (?:kostenvoranschlag|beratung|angebot|probe\w*|besichtigung)\b",
        0.8,
    ),
    (
        "privat|abzugeben|gefahren|getragen",
        r"^privat\b|\bkaum (?:gefahren|getragen|benutzt|gebraucht)\b|\babzugeben\b",
        0.6,
    ),
    (
        "",
        r"\bihr(?:e)? (?:\w+ )?(?:partner|spezialist\w*|fachgeschaeft|fachbetrieb|werkstatt|dachdecker|maler|profi|experte\w*|adresse)\b.{0,20}\b(?:fuer|rund|in|seit|wenn)\b|\brund ums?\b|\bberaet sie\b",
        1.0,
    ),
    (
        "plaetze|praktikumsplatz|tochter|sohn",
        r"\bsuche (?:fuer (?:meine|meinen|unsere|unseren) (?:tochter|sohn|enkel\w*|nichte|neffen))\b",
        1.0,
    ),
    (
        "freue mich auf|einladung",
        r"\bfreue (?:ich )?mich (?:auf|ueber) (?:\w+ ){0,3}(?:einladung|gespraech|rueckmeldung|vorstellungsgespraech)\b",
        0.8,
    ),
    (
        "euro",
        r"\b\d+(?:,\d+)? ?euro\b",
        0.35,
    ),
    (
        "",
        r"\b(?:je|pro) (?:raummeter|kilo|stueck|quadratmeter|person|nacht|stunde|tag|monat|woche)\b|\bpreis (?:auf|nach) (?:anfrage|vereinbarung)\b|\bab sofort\b",
        0.5,
    ),
    (
        "anmeldung|anmelden|plaetze|kurse|kursstart|buchbar",
        r"\banmeldung(?:en)?\b.{0,30}\b(?:ab|unter|bis|moeglich|erforderlich|noch|im|bei)\b|\b(?:noch |wenige )(?:freie )?plaetze\b|\bneue (?:kurse|termine)\b|\bkurs(?:start|beginn)\b",
        0.8,
    ),
    (
        "inklusive|inkl|aktion",
        r"\b(?:rabatt|sonder|oster|weihnachts|fruehjahrs|sommer|herbst|winter|preis|spar|jubilaeums|eroeffnungs|verkaufs|gutschein|tausch)aktion\b|\baktion:|\b(?:inklusive|inkl)\b.{0,40}\b(?:fuer|nur|ab) \d+",
        1.0,
    ),
    (
        "wir ",
        r"\bwir (?:bieten|fertigen|verlegen|montieren|renovieren|eroeffnen|feiern|erweitern|praesentieren|haben fuer sie|sind fuer sie|beraten sie|reparieren|liefern (?:ihnen|frei)|bilden aus|vermieten|verkaufen|kaufen)\b",
        0.7,
    ),
    (
        "kennen sie schon|kennt ihr schon|lust auf|hunger auf|haben sie schon",
        r"^(?:kennen sie schon|kennt ihr schon|lust auf|hunger auf|appetit auf|haben sie schon (?:unser|mal unser)\w*|sie (?:suchen|planen|wollen|moechten|traeumen|bauen|brauchen))\b",
        0.8,
    ),
    (
        "taeglich|jeden",
        r"\btaeglich (?:wechselnd\w*|frisch\w*|ab|von|geoeffnet)\b|\bjeden (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag) (?:ab|von|gibt)\b",
        0.6,
    ),
    (
        "suchen wir|suchen zum|suchen ab",
        r"\bsuchen wir (?:zum|ab|eine?n?|zur|noch|dich|sie|fuer)\b|\bwir suchen (?:zum|ab|zur|eine?n? (?:nette|freundliche|engagierte|zuverlaessige|erfahrene|motivierte|neue)\w*)\b",
        1.1,
    ),
    (
        "suche",
        r"\bsuche (?!hilfe|rat|unterstuetzung)(?:\w+ ){0,6}\w*(?:job|stelle|ausbildungsplatz|lehrstelle|praktikum|arbeit|anstellung|taetigkeit|einsatz)\b",
        1.1,
    ),
    (
        "gebe |unterricht|nachhilfe",
        r"\b(?:gebe|erteile|biete) (?:\w+ ){0,3}\w*(?:unterricht|nachhilfe|kurse|stunden|hilfe im)\b",
        1.1,
    ),
    (
        "",
        r"\b(?:feiern sie|feiert|feier) mit\b|\b(?:seien sie|seid|sei) dabei\b|\bjubilaeums(?:angebot|rabatt|woche|feier|aktion)\w*\b|\bhuepfburg\b|\bjahre \w+\b.{0,30}\bfeiern\b",
        1.0,
    ),
    (
        "bewerbe|bewerbung",
        r"\bbewerbe (?:ich )?mich\b|\bmeine bewerbung\b|\bals \w+ bewerben\b",
        1.1,
    ),
    (
        "abzugeben|frei haus|anlieferung|ofenfertig",
        r"\b(?:abzugeben|frei haus|anlieferung moeglich|ofenfertig|kaminfertig)\b",
        0.8,
    ),
    (
        "ausbildungspl|lehrstell|praktikumspl|stelle frei|platz frei",
        r"\b(?:ausbildungspl\w+|lehrstell\w+|praktikumspl\w+)\b|\b(?:stelle|platz|zimmer|termine?) (?:noch )?frei\b.{0,20}\b(?:ab|zum|bei)\b",
        0.8,
    ),
    (
        "werden",
        r"\b(?:wuerde|moechte|will) (?:so |sehr |unheimlich )?gerne? (?:\w+(?:in|er|ist|ant|ent)) werden\b",
        0.8,
    ),
    (
        "ferienjob|nebenjob|minijob|aushilfsjob|schuelerpraktikum|probearbeiten|quereinstieg",
        r"\b(?:ferienjob|nebenjob|aushilfsjob|studentenjob|schuelerpraktikum|probearbeiten|quereinstieg|dienstwagen|weihnachtsgeld|tarifvertrag|arbeitszeitmodell\w*)\b",
        0.8,
    ),
    (
        "",
        r"\b(?:zu verkaufen|zu vermieten|zu verpachten|zu verschenken|provisionsfrei|kaution|erstbezug)\b",
        1.0,
    ),
    (
        "schon gewusst|wussten sie|ueberzeug",
        r"^wussten sie(?: schon)?\b|\b(?:lassen sie|lasst) (?:sich|euch) (?:\w+ )?(?:ueberraschen|verwoehnen|beraten|inspirieren|verzaubern)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:online|jetzt|bequem|einfach) (?:\w+ ){0,2}(?:termin (?:buchen|vereinbaren)|buchen|reservieren|anmelden|bestellen)(?: und|$| unter| auf)",
        0.8,
    ),
    (
        "",
        r"\b(?:ich|wir) (?:war|waren|habe|haben|hatte|hatten|wurde|wurden|bin|sind|warte|warten)\b(?!.{0,40}\b(?:gelernt|gearbeitet|erfahrung|jahre alt|ausgebildet|geoeffnet|umgezogen|fuer sie|fuer euch|freie))",
        -0.6,
    ),
    (
        "neu ",
        r"\bneu (?:bei uns|im sortiment|im programm|im angebot|im laden|auf der karte)\b",
        1.0,
    ),
    (
        "jetzt|gleich",
        r"\bjetzt (?:\w+ ){0,4}(?:anrufen|folgen|liken|termin sichern|termin buchen|vorbeikommen|mitmachen|sparen|gewinnen|ausprobieren|kennenlernen)\b",
        1.0,
    ),
    (
        "gesucht",
        r"\b(?:aushilfe\w*|praktikant\w*|minijobber\w*|nachmieter\w*|reinigungs\w+|fachverkaeufer\w*|geselle\w*|lehrling\w*|kollege\w*|kollegin\w*|servicekr\w+|spuelhilfe\w*|putzfrau|putzhilfe|kuechenhilfe\w*|bewerber\w*)\b.{0,40}\bgesucht\b",
        1.0,
    ),
    (
        "interesse|infos",
        r"\bbei interesse (?:bitte )?(?:pn|mail|melden|anrufen|einfach|per|nachricht)\b|\b(?:infos?|naeheres) (?:per|unter|auf|im|via)\b",
        0.8,
    ),
    (
        "praktikum",
        r"\b(?:wuerde|moechte|wollte|koennte)\b.{0,60}\b\w*praktikum\b|\b\w*praktikum (?:machen|absolvieren|zu absolvieren)\b",
        1.0,
    ),
    (
        "",
        r"\bsuch(?:t|e) (?:\w+ ){0,3}(?:herausforderung|neuen job|neue stelle|anstellung|wirkungskreis|festanstellung|beschaeftigung|lehrstell\w*|lehre|putzstelle|arbeitsstelle|ausbildungsstelle|ausbildung|lehrstell)\b|\bsuach\w* (?:\w+ ){0,2}(?:lehrstell\w*|arbeit|stelle)\b",
        1.2,
    ),
    (
        "",
        r"\b\w*(?:ausverkauf|sonderverkauf|schlussverkauf)\b(?! ist| war)|\b(?:zum|zu) (?:halben|sonder)\w* ?preis\w*\b|\baktions(?:tag|woche|preis)\w*\b|\brabattaktion\b|\bsale\b",
        1.0,
    ),
    (
        "verdien",
        r"\bverdien(?:en sie|t|e) (?:\w+ ){0,4}(?:euro|geld|zu hause|zuhause|nebenbei|online)\b",
        1.2,
    ),
    (
        "code|gutscheincode",
        r"\b(?:mit (?:dem )?)?(?:gutschein|rabatt)?code:? \w+",
        0.7,
    ),
    (
        "spar",
        r"\b(?:spar(?:st|t|en) (?:du|ihr|sie)|\d+ (?:euro|%|prozent) spar\w+|spar(?:en|e)? (?:sie )?\d+)\b",
        0.8,
    ),
    (
        "kaufe|ankauf",
        r"^(?:ich )?kaufe?n? (?:alte|gebrauchte|ihr|dein|jede|saemtliche|alles|wir)\w*\b|^ankauf\b|\bzahle (?:bar|sofort|hoechstpreise)\b",
        1.0,
    ),
    (
        "unser",
        r"\b(?:mit|entdecken sie|probieren sie|probiert|kennen sie|testen sie|ab sofort) unser\w* (?:neue\w*|hausgemacht\w*|beliebte\w*)\b|^unser\w* (?:neue|neuer|neues|sommer|winter|herbst|fruehlings|oster|advents|weihnachts)\w*\b",
        0.7,
    ),
    (
        "folgt uns|folgen sie uns|folge uns|abonnier|liked|like ",
        r"\bfolg(?:t|e|en sie) uns\b|\babonnier\w* (?:\w+ ){0,2}(?:unser\w*|uns|kanal)\b|\b(?:liked?|liket|teilt) (?:\w+ ){0,2}(?:diesen|unsere|unseren) (?:beitrag|seite|post)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:wuerde|moechte|will|wollte|darf) (?:ich )?mich (?:\w+ ){0,6}(?:bewerben|vorstellen)\b|\bvorstellungsgespraech\b|\bbewerbungs(?:mappe|schreiben|unterlagen|foto)\b|\binitiativbewerb\w*\b|\bbewirb dich\b|\bfreuen uns auf (?:\w+ ){0,3}bewerbung\b",
        1.1,
    ),
    (
        "besuch|freuen uns auf",
        r"\bfreuen uns auf (?:sie|euch|dich|ihren|euren|deinen|viele|ihr kommen|euer kommen|zahlreiche)\b",
        0.8,
    ),
    (
        "liebe kund|sehr geehrte kund|liebe gaeste|werte kund",
        r"^(?:liebe|werte|sehr geehrte|geschaetzte) (?:kund\w*|gaeste|patient\w*|nachbar\w*|freunde des)\b",
        0.7,
    ),
    (
        "",
        r"\bfinde(?:n sie|t ihr) uns\b|\b(?:an unserem|besuchen sie unseren|besucht unseren) (?:\w+ )?(?:stand|laden|markt)\b|\bbesuch(?:en sie|t) (?:unser\w*|uns)\b",
        0.8,
    ),
    (
        "gelernte|ausgebildete|berufserfahrung|erfahrene",
        r"\bich bin (?:\w+ )?(?:gelernte\w*|ausgebildete\w*|examinierte\w*)\b|\bjahren? berufserfahrung\b|^erfahrene[rn]? \w+ sucht\b",
        0.8,
    ),
    (
        "anfangen|beginnen|starten|verfuegbar",
        r"\b(?:anfangen|beginnen|starten) koennte ich\b|\bab sofort (?:verfuegbar|einsetzbar|frei)\b|\bkoennte (?:ich )?(?:ab )?sofort (?:anfangen|beginnen)\b",
        0.8,
    ),
    (
        "gelesen|gesehen|stelle",
        r"\b(?:gelesen|gesehen|erfahren), dass sie (?:\w+ ){1,6}suchen\b|\bauf (?:ihre|die) (?:stellenanzeige|anzeige|ausschreibung)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:staplerschein|fuehrerschein (?:klasse )?(?:b|c|ce|be)|referenzen vorhanden|zeugnisse)\b",
        0.5,
    ),
    (
        "einstell|stellen ein|team",
        r"\bwir stellen ein\b|\bkomm in unser team\b|\bwerde teil\b|\bwir erweitern unser\w* team\b|\bverstaerke unser\w*\b",
        1.0,
    ),
    (
        "menue|reservier|buffet",
        r"\b(?:menue|buffet|brunch|brotzeit)\b.{0,60}\b(?:fuer|ab) \d+(?:,\d+)? euro\b|\breservieren sie (?:\w+ ){0,3}(?:rechtzeitig|jetzt|gleich|heute)\b",
        1.0,
    ),
    (
        "uebernimmt|uebernehme|biete",
        r"\b(?:uebernimmt|uebernehme|uebernehmen wir|biete[nt]?) (?:\w+ ){0,5}(?:winterdienst|gartenpflege|umzuege|entruempel\w*|nachhilfe|reparaturen|putz\w*|kinderbetreuung|montagen|malerarbeiten)\b",
        1.0,
    ),
    (
        "testen|teste|probe",
        r"\b(?:testen sie|teste|testet) (?:\w+ ){0,3}(?:kostenlos|gratis|unverbindlich|wochen|tage)\b",
        1.0,
    ),
    (
        "leasen|finanzier|rate",
        r"\b(?:leasen|finanzieren|mieten) ab \d+|\bab \d+ euro (?:im monat|monatlich|pro)\b",
        0.8,
    ),
    (
        "frei|vermiet|zkb|qm|kaltmiete",
        r"\b(?:wohnung|zimmer|laden\w*|buero|garage|stellplatz|halle|gewerberaeume)\b.{0,50}\b(?:frei|zu vermieten|zkb|qm|kalt|warm)\b.{0,40}\b(?:\d{2,}|qm|kalt|provision\w*|kaution)\b",
        1.0,
    ),
    (
        "zustand|profil|vb|verhandlung|abholung|festpreis",
        r"\b(?:guter|sehr guter|neuwertiger|top) zustand\b|\bverhandlungsbasis\b|\bnur abholung\b|\bprivatverkauf\b|\bneuwertig\b.{0,30}\b\d+",
        0.8,
    ),
    (
        "tag der offenen|einladung|laden ein|herzlich eingeladen|eintritt",
        r"\b(?:wir laden|laden wir) (?:\w+ ){0,4}ein\b|\bherzlich (?:ein)?geladen\b|\beintritt (?:ist )?frei\b|\bfuer (?:speis|essen) und (?:trank|trinken)\b",
        0.8,
    ),
    (
        "frisch|direkt vom|taeglich",
        r"^frische? \w+ (?:direkt|vom|aus|ab|taeglich|jeden)\b|\btaeglich ab \d+ uhr\b",
        0.8,
    ),
    (
        "haettet|gehoert|aufmerksam",
        r"\b(?:ihr|sie) (?:sucht|suchen|stellt|stellen) (?:\w+ ){0,3}(?:ein|leute|personal|azubis?)\b",
        0.6,
    ),
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
        "",
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
        "",
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
        r"\b(?:angebot der woche|unser (?:\w+)?angebot|sonderangebot\w*|\w+angebote?:|eroeffnungsangebot\w*|black (?:week|friday)|aktionspreis\w*|schnaeppchen|(?:sommer|winter)?schlussverkauf|raeumungsverkauf|alles muss raus|lagerverkauf|flohmarkt|zum festpreis)\b",
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
    ("", r"\btel\b.{0,3}\d|\btelefon:? ?\d|\b0\d{2,5}[ /-]?\d{3,}", 0.6),
    (
        "",
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
        "",
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
        r"\bfuer nur \d+|\bab (?:nur )?\d+(?:,\d+)? euro\b|\b\d+ euro (?:pro stunde|vb|vhb)\b|\bbuchbar\b",
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
    (
        "",
        r"\b(?:hat|haben) sich\b.{0,40}\b(?:geloest|abgeloest|verzogen|verbogen|verfaerbt|aufgeloest|gelockert|abgerieben)\b",
        1.4,
    ),
    (
        "",
        r"\b(?:mehr|eher|nur) (?:geschadet|wehgetan|gestoert|verschlimmert)\b.{0,20}\bals\b",
        1.5,
    ),
    (
        "",
        r"\bohne (?:zu (?:fragen|gruessen|klopfen|klingeln|warnen|zoegern zu)|anzuklopfen|vorher|bescheid|nachzufragen|anzurufen|abzusagen|sich zu (?:entschuldigen|melden))\b",
        1.0,
    ),
    (
        "",
        r"\b(?:will|wollen|wollten|wollte|verlang\w*|kost\w*|zahlt man|nehmen)\b.{0,30}\bein vermoegen\b|\bein vermoegen\b.{0,20}\b(?:verlang\w*|kost\w*|wollen|hinlegen)\b",
        1.1,
    ),
    (
        "",
        r"\beinfach (?:\w+ )?(?:beendet|aufgelegt|abgebrochen|storniert|gesperrt|geloescht|weitergegangen|weggeschickt|hingeknallt|abgestellt|liegen\w*|stehen\w*|ignoriert|unterbrochen|weggelassen)\b",
        1.1,
    ),
    (
        "",
        r"\bvon oben herab\b|\bwie (?:der letzte|den letzten) dreck\b",
        1.3,
    ),
    (
        "",
        r"\b(?:vom|beim|von der|an das|auf das) (?:\w*amt|behoerde|gericht|stadt|gemeinde|versicherung)\b",
        -0.6,
    ),
    (
        "",
        r"\b(?:tolle[rs]?|super|schoene[rs]?|klasse|prima|grossartige[rs]?|feine[rs]?) \w+, (?:der|die|das|bei de\w|in de\w) (?:\w+ ){0,3}(?:nie|niemand|keiner|nicht|kein\w*|nur)\b",
        1.6,
    ),
    (
        "",
        r"\bjeder (?:cent|euro) (?:ist )?zu viel\b|\bjeder (?:cent|euro) verschwendet\b",
        1.3,
    ),
    (
        "",
        r"\bgespart (?:wird|wurde)\b|\ban allen ecken\b",
        0.9,
    ),
    (
        "",
        r"\b(?:hatte|hat|haben|hatten|mit|war voller|waren voller) (?:einen? |mehrere |viele |lauter |zwei |ueberall )?(?:\w+ )?(?:loch|loecher|riss|risse|delle|dellen|kratzer|flecken?|sprung|beulen?|macken?|defekt|maengel|druckstellen)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:dort|da|hier|bei (?:euch|ihnen|denen)|ich werde) (?:\w+ ){0,3}(?:nichts|nie|nicht|nix) (?:mehr|wieder) (?:kaufen|bestellen|hingehen|essen|buchen|hin)\b",
        1.2,
    ),
    (
        "",
        r"\b(?:niemand|keiner|kein mensch)\b.{0,30}\b(?:geantwortet|gemeldet|zurueckgerufen|gekommen|erschienen|gekuemmert|reagiert|abgehoben|rangegangen|zugehoert|verantwortlich)\b",
        1.1,
    ),
    (
        "",
        r"\b(?:hat|haben) (?:mir|uns) (?:gar |ueberhaupt |einfach )?nicht (?:zugehoert|geantwortet|geglaubt|geholfen|geoeffnet|aufgemacht)\b",
        1.2,
    ),
    (
        "",
        r"\bfielen?\b.{0,20}\b(?:maengel|fehler|schaeden) auf\b|\b(?:zahlreiche|viele|mehrere|lauter|zwoelf|zehn|etliche) (?:maengel|fehler|schaeden|macken)\b",
        1.1,
    ),
    (
        "geschlossen",
        r"\bbleib(?:t|en)\b.{0,60}\bgeschlossen\b|\b(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|mittags|feiertag\w*|ruhetag|in den ferien|bis ende)\b.{0,30}\bgeschlossen\b|\bgeschlossen\b.{0,30}\b(?:montags|sonntags|feiertag\w*|ruhetag)\b",
        -1.0,
    ),
    (
        "verschoben|verlegt|vertagt",
        r"\b(?:wurde|wird|ist) (?:\w+ ){0,2}(?:auf|um) (?:\w+ ){1,4}(?:verschoben|verlegt|vertagt)\b(?!.{0,30}\bwieder\b)",
        -0.8,
    ),
    (
        "laut |bericht|studie|umfrage|verband|behoerde",
        r"^laut (?:\w+ )?\w+\b",
        -0.8,
    ),
    (
        "",
        r"\b(?:spart euch|spar dir|sparen sie sich)\b|\bhaende weg\b|\bbogen um\b|\b(?:meiden|meidet|umgehen sie)\b|\bnicht hingehen\b",
        1.2,
    ),
    (
        "statt",
        r"\bstatt (?:einer? |eines |der |des |dem |zu |\w+ )?\w+\b.{0,40}\b(?:bekam\w*|bekommen|gab|gibt|wurde\w*|kam\w*|geliefert|habe ich|erhielt\w*|hatten|nur)\b",
        0.9,
    ),
    (
        "erst",
        r"\berst (?:beim|nach) (?:\w+ )?(?:anlauf|versuch|mal|drohung|anwalt|beschwerde|mahnung)\b|\berst,? wenn\b",
        0.9,
    ),
    (
        "mehr",
        r"\b(?:war|waren|ist|sind) (?:mehr|lieber|staendig|dauernd|nur) (?:am|mit|auf) (?:handy|telefon|sich selbst|quatschen|ratschen|rauchen)\b",
        1.1,
    ),
    (
        "",
        r"\b(?:wusste|kannte|hatte|konnte) (?:\w+ ){0,3}(?:keiner|niemand|kein mensch)\b|\b(?:keiner|niemand|kein mensch) (?:\w+ ){0,4}(?:gesagt|gewusst|informiert|gefragt|geholfen|angeboten|reagiert|bemerkt|entschuldigt)\b",
        1.1,
    ),
    (
        "ploetzlich|auf einmal|nachtraeglich",
        r"\b(?:ploetzlich|auf einmal|nachtraeglich|hinterher) (?:\w+ ){0,5}(?:euro|mehr|doppelt|teurer|geaendert|nichts|nicht|kein\w*|weg)\b",
        0.9,
    ),
    (
        "bezweif|wunder",
        r"\b(?:bezweifle|bezweifeln|moechte ich bezweifeln|wage ich zu bezweifeln)\b",
        1.1,
    ),
    (
        "ich zahle|zahle ich|zahl ich|bezahle",
        r"\b(?:zahle?|bezahle?) (?:ich )?(?:doch |ja )?(?:kein\w*|nicht|doch nicht|nie)\b",
        1.0,
    ),
    (
        "kostet nichts|kostet nix|haette nichts gekostet",
        r"\b(?:gruessen|laecheln|hoeflichkeit|freundlichkeit|nachfragen|anrufen) (?:kostet|haette) (?:doch )?nichts\b",
        1.3,
    ),
    (
        "na |dank auch",
        r"^na (?:danke|toll|super|bravo|prima|klasse|servus|schoenen dank|herrlich|wunderbar|grossartig)\b|\bdank auch\b",
        1.3,
    ),
    (
        "nur noch|kommt nur|geht nur",
        r"\b(?:kommt|geht|laeuft|gibt es|gibts|bleibt) (?:jetzt |da )?nur noch\b",
        0.9,
    ),
    (
        "im regen|in der kaelte|vor der tuer|draussen",
        r"\b(?:stand|standen|warteten|wartete|sassen|sass)\b.{0,50}\b(?:im regen|in der kaelte|vor der tuer|draussen|im dunkeln|im kalten)\b",
        1.1,
    ),
    (
        "hoerer|aufgelegt|ins wort|angeschrien|angebruellt",
        r"\b(?:hoerer|einfach) (?:\w+ )?(?:aufgelegt|aufgeknallt|hingeknallt)\b|\bins wort (?:gefallen|geredet)\b",
        1.2,
    ),
    (
        "",
        r"\b(?:war|waren|ist|sind|hat) (?:\w+ ){0,3}(?:gesperrt|ausser betrieb|dicht|leer)\b",
        0.7,
    ),
    (
        "ging|riss|brach|fiel|loeste",
        r"\b(?:ging|riss|brach|fiel|loeste|platzte|flog) (?:\w+ ){0,6}(?:ab|auf|kaputt|auseinander|durch|heraus|raus|weg)$|\b(?:ging|riss|brach|fiel|loeste|platzte) (?:schon|gleich|sofort|bereits)\b",
        1.0,
    ),
    (
        "wieder raus|wieder kaputt|wieder ab|wieder weg|wieder zu",
        r"\bwar\w* (?:\w+ ){0,4}wieder (?:raus|kaputt|ab|weg|zu|undicht|leer|hin)\b",
        1.1,
    ),
    (
        "gluecklich|warm|schlau|freude",
        r"\bnicht (?:\w+ )?(?:gluecklich|warm|schlau|froh|freude) (?:geworden|gemacht|damit)\b",
        1.1,
    ),
    (
        "besser geschmeckt|mal besser|schon besser",
        r"\b(?:schon|auch schon|schon mal) (?:mal )?besser\b",
        1.2,
    ),
    (
        "",
        r"\bwie (?:ein |einen |eine )?(?:bittsteller|luft|dreck|schwerverbrecher|stoerenfried|idiot\w*|kleines kind|nummer|bettler|aussaetzige\w*|bestellt und nicht abgeholt)\b",
        1.3,
    ),
    (
        "verlangt|wollte|wollten|kassier",
        r"\b(?:wollte|wollten|verlangt|verlangte|kassiert|kassierte|berechnet)\b.{0,40}\b(?:noch mal|nochmal|extra|\d+ euro|doppelt|das dreifache|das doppelte)\b",
        0.8,
    ),
    (
        "lassen|liess|laesst|gelassen",
        r"\b(?:platzen|sausen|sitzen|stehen|warten|haengen|liegen|auflaufen|abblitzen|schmoren|zappeln) (?:ge)?lassen\b|\b(?:liess|liessen|laesst|lassen|lasst)\b.{0,50}\b(?:platzen|sitzen|stehen|haengen|warten|liegen|im regen|auflaufen|schmoren|zappeln)\b",
        1.2,
    ),
    (
        "zum ",
        r"\bzum (?:zweiten|dritten|vierten|fuenften|sechsten|x-ten|xten|wiederholten|zigsten|zehnten) mal\b",
        0.5,
    ),
    (
        "",
        r"\bobwohl\b.{0,60}\b(?:gebucht|gezahlt|angezahlt|ueberwiesen|geoeffnet|abgesprochen|verabredet|markiert|dabeistand)\b|\btrotz (?:\w+ )?(?:reservierung|termin|zusage|vorbestellung|bestaetigung|buchung|garantie|absprache|vorkasse|anzahlung)\b",
        1.1,
    ),
    (
        "gegangen|verlassen",
        r"\b(?:dann|daraufhin|schliesslich|also|wir) sind wir (?:wieder )?gegangen\b|\bsind wir (?:wieder|einfach|enttaeuscht|frustriert|ohne \w+|hungrig) (?:\w+ )?gegangen\b|\bbin ich (?:wieder|dann|gleich|einfach) gegangen\b|\b(?:laden|lokal|restaurant) (?:wieder )?verlassen\b",
        0.9,
    ),
    (
        "",
        r"\b(?:vereinbart|ausgemacht|abgemacht|besprochen|angekuendigt|versprochen|zugesagt) (?:war|waren|wurde|wurden)\b|\bin rechnung (?:stellen|gestellt)\b|\bauf der rechnung (?:steht|stehen|standen|stand)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:ich|wir) (?:erwarte|erwarten|fordere|fordern|verlange|verlangen) (?:\w+ ){0,5}(?:korrektur|erklaerung|erstattung|stellungnahme|nachbesserung|entschaedigung|entschuldigung|gutschrift|ersatz|rueckzahlung)\b|\bbis (?:monatsende|ende der woche|ende des monats)\b",
        1.1,
    ),
    (
        "verwunder|befremd|erstaunen|entsetzen|bedauern",
        r"\bmit (?:\w+ )?(?:verwunderung|befremden|erstaunen|entsetzen|bedauern)\b",
        1.1,
    ),
    (
        "als waer|als ob|als sei",
        r"\btu(?:t|n|e) (?:\w+ )?so, als\b",
        1.0,
    ),
    (
        "nicht mal|nicht einmal",
        r"\bnicht (?:ein)?mal (?:mein\w*|gegruesst|hallo|entschuldig\w*|guten|angerufen|gefragt|richtig|ein|den|die|eine|zurueck\w*|bescheid)\b",
        1.0,
    ),
    (
        "schuld",
        r"\bsel(?:ber|bst) schuld\b",
        1.2,
    ),
    (
        "wieder nur|nur der anrufbeantworter|mailbox|besetzt",
        r"\bwieder (?:mal )?nur\b|\bnur (?:der|die|den) (?:anrufbeantworter|mailbox|ab)\b|\b(?:immer|staendig|dauernd|nur|dauer) ?besetzt\b",
        1.1,
    ),
    (
        "gestiegen|erhoeht|verteuert",
        r"\bpreise?\b.{0,50}\b(?:gestiegen|erhoeht|hochgegangen|verteuert|raufgesetzt)\b",
        0.9,
    ),
    (
        "haare",
        r"\bfremde haare\b|\bhaare (?:im|vom|in|auf)\b|\b(?:im|in der|auf) (?:\w+ ){1,2}(?:lagen|lag|waren|schwamm|krabbelte\w*|klebte\w*)\b.{0,20}\b(?:haare?|fliege|kaefer|dreck|staub|flecken)\b",
        1.0,
    ),
    (
        "neu gemacht|von vorn|nachgebessert|nacharbeit",
        r"\bmuss\w*\b.{0,40}\b(?:neu gemacht|nachgebessert|neu gestrichen|wieder raus|neu lackiert|nacharbeiten|von vorne?)\b",
        1.1,
    ),
    (
        "hiess",
        r"\bhiess es\b.{0,120}\bhiess es\b|\bhiess es (?:nur|bloss|lapidar|ploetzlich|dann)\b",
        1.0,
    ),
    (
        "niemand|keiner|keine sau",
        r"\b(?:niemand|keiner|keine sau|kein schwein) (?:hat|hatte|war|ist|wollte|fuehlt|konnte|nimmt|kommt|kam|reagiert|kennt|weiss|meldet|interessiert|geht|ruft)\b(?!.{0,40}\b(?:gemeckert|gedraengt|gemurrt|besser|so gut|aufgeschwatzt|versucht|boese)\b)",
        0.9,
    ),
    (
        "verstehe|unbegreiflich|schleierhaft|raetsel|unerklaerlich",
        r"\b(?:ich|wir) versteh\w* (?:\w+ )?nicht, (?:wieso|warum|weshalb|wie|was)\b|\b(?:unbegreiflich|schleierhaft|unerklaerlich|ein raetsel)\b",
        1.2,
    ),
    (
        "linke haende|klappe|ahnung|blassen|schimmer|plan",
        r"\b(?:zwei )?linke haende\b|\bgrosse klappe\b|\bkeinen (?:blassen )?schimmer\b|\bvon tuten und blasen\b",
        1.2,
    ),
    (
        "",
        r"\bvon einer \w+ zur (?:naechsten|anderen)\b|\bvon pontius\b|\b(?:wird|werde|wurde) (?:\w+ ){0,4}(?:weiterverbunden|weitergereicht|abgewuergt|vertroestet|hingehalten)\b",
        1.2,
    ),
    (
        "ordnung|akzeptabel|hinnehmbar",
        r"\bnicht (?:in ordnung|ok|okay|hinnehmbar|tragbar|tolerierbar|zu entschuldigen|nachzuvollziehen)\b",
        1.1,
    ),
    (
        "",
        r"\b(?:\d+|zwei|drei|vier|fuenf|sechs|sieben|acht|neun|zehn|zwanzig|dreissig|vierzig|fuenfzig|sechzig|anderthalb|eine|geschlagene|mehrere) (?:min|minuten|stunden?|wochen|tage|monate)\b.{0,30}\b(?:wart\w*|gewartet|anstehen|angestanden|warteschleife|hotline|ohne (?:wasser|strom|heizung|kueche|auto)|vor leeren|verspaetung|zu spaet|rumgesessen|gesessen|in der schlange)\b",
        1.1,
    ),
    (
        "wartezeit",
        r"\bwartezeit\w*\b.{0,30}\b\w*(?:stunden?|minuten|wochen|monate|ewig)\b",
        1.0,
    ),
    (
        "noch lange kein",
        r"\bnoch lange (?:kein|nicht)\w*\b",
        1.1,
    ),
    (
        "schimpft|nennt sich",
        r"\b(?:schimpft|nennt) sich\b",
        1.2,
    ),
    (
        "null |sterne|stern|punkte",
        r"\b(?:null|0|keine) (?:punkte|sterne)\b|\b(?:kein|ein|1|einen) stern\b(?! mehr)",
        1.2,
    ),
    (
        "stuerzt|haengt sich",
        r"\bstuerzt\b.{0,40}\bab\b|\bhaengt sich\b.{0,20}\bauf\b",
        1.0,
    ),
    (
        "hauptsache",
        r"^hauptsache\b",
        1.1,
    ),
    (
        "klapper|quietsch|schleif|ruckel|wackel|knarz|schepper|brummt|pfeift|eiert|broeckel|blaettert|rostet|leckt|stottert",
        r"\b(?:seit|nach|schon|wieder|immer noch|jetzt|staendig|dauernd)\b.{0,60}\b(?:klapper\w*|quietsch\w*|schleif\w*|ruckel\w*|wackel\w*|knarz\w*|scheppert?|brummt|pfeift|eiert|broeckel\w*|blaettert|rostet|leckt|stottert)\b|\b(?:klappert|quietscht|ruckelt|wackelt|scheppert|eiert|leckt) (?:es|der|die|das|jetzt|seit)\b",
        1.1,
    ),
    (
        "schon|bereits",
        r"\b(?:ist|sind|war|waren|geht|ging|hat) (?:\w+ ){0,4}(?:schon |bereits |jetzt |wieder )+(?:ab|kaputt|hin|durch|hinueber|abgefallen|gebrochen|gerissen|verblasst|stumpf|undicht)\b",
        1.1,
    ),
    (
        "",
        r"\bauf (?:\w+ )?(?:nachfrage|beschwerde|rueckfrage|bitte)\b.{0,40}\b(?:nur|kam|hiess|zuckte|keine|nichts|wurde)\b",
        1.0,
    ),
    (
        "hoeren|interessier|kuemmer",
        r"\b(?:interessiert|kuemmert|juckt|schert) (?:das |es |sich |dort |hier |da )*(?:niemand\w*|keinen|keiner|nicht|kein\w*)\b",
        1.1,
    ),
    (
        "frueher|besser|einst",
        r"\bfrueher\b.{0,40}\b(?:besser|freundlicher|billiger|guenstiger|groesser|mal)\b|\bauch schon (?:mal )?besser\b|\bnicht mehr (?:das|so|wie)\b.{0,30}\b(?:frueher|einst)\b",
        1.0,
    ),
    (
        "verlor|abgezogen|berechnet|abgebucht",
        r"\b(?:doppelt|zu viel|zweimal|faelschlich\w*|ungefragt|trotzdem) (?:\w+ )?(?:berechnet|abgebucht|kassiert|verrechnet|abgezogen|in rechnung)\b",
        1.2,
    ),
    (
        "schade",
        r"^(?:sehr |echt |wirklich )?schade\b|\bschade (?:um|eigentlich|dass)\b",
        0.8,
    ),
    (
        "",
        r"\bleistung flop\b|\bmehr schein\b|\baussen hui\b|\bviel versprochen\b|\bleere worte\b|\bausreden? ueber\b",
        1.2,
    ),
    (
        "hin|dorthin|dahin|rein|bestell|kauf|buch|betret|schwelle|euch|geh|fahr|komm",
        r"\b(?:nie|nicht|nimmer|keinen fuss) (?:mehr|wieder|nochmal|noch mal) (?:hin|dorthin|dahin|rein|bestell\w*|kauf\w*|buch\w*|betret\w*|ueber die schwelle|zu euch|bei euch)\b|\b(?:gehe?|gehst\w*|fahre?|komme?)\b.{0,20}\b(?:nur einmal|nie wieder|nicht mehr|nimmer)\b",
        1.2,
    ),
    (
        "sagen|bestaetigen|beurteilen|helfen",
        r"\b(?:kann|koennte|moechte|will) (?:ich|man|dir|dazu|da|so)\b.{0,20}\b(?:nichts|nicht) (?:\w+ )?(?:sagen|bestaetigen|beurteilen|helfen)$",
        -1.3,
    ),
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
        "",
        r"\b(?:funktionier\w*|passt\w*|klappt\w*|stimmt\w*|haelt|reagier\w*|antworte\w*|gefaellt|gefiel|taug\w*|ueberzeug\w*|schmeckt\w*)(?: \w+){0,4} (?:nicht|nie|kein\w*|nichts|nix)\b",
        1.0,
    ),
    ("weder", r"\bweder\b.{0,60}\bnoch\b", 0.7),
    (
        "haette",
        r"\bhaette (?:ich|man|wir) (?!nie gedacht|nie geglaubt|nicht gedacht|nicht erwartet)(?:\w+ ){0,8}(?:nie|bloss|lieber|andere\w*|erwartet|gewusst)\b",
        1.0,
    ),
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
        "",
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
        "",
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
        "",
        r"\bsogar (?:noch )?(?:am|an) (?:heiligabend|sonntag\w*|feiertag\w*|wochenende|samstag\w*|silvester|abend|neujahr)\b",
        0.6,
    ),
    (
        "",
        r"\berwartung\w*\b.{0,25}\b(?:uebertroffen|mehr als erfuellt|voll erfuellt)\b",
        1.3,
    ),
    (
        "",
        r"\bgenau (?:verstanden|getroffen|so|das|wie)\b.{0,30}\b(?:wollte\w*|gewuenscht|vorgestellt|gehofft|brauchte\w*|gesucht)\b",
        1.1,
    ),
    (
        "schlaf|durch|ruhig|tief|schmerz|lachen|laufen|gehen",
        r"\bschlafe? (?:ich )?(?:endlich )?wieder\b|\bwieder (?:durch\w*|ruhig|tief|schmerzfrei|ohne schmerzen|lachen|laufen|gehen koennen)\b",
        0.9,
    ),
    (
        "",
        r"\bdank (?:der|dem|ihrer|eurer|ihrem|eurem|ihnen|euch) (?:neuen |tollen |guten |schnellen )?\w+\b",
        0.6,
    ),
    (
        "",
        r"\bhaette (?:ich |man |wir )?(?:nie|nicht|niemals|kaum) (?:\w+ )?(?:gedacht|geglaubt|erwartet|fuer moeglich)\b(?!.{0,60}\b(?:un\w+|schlecht|mies|schlimm|kalt|lange|teuer)\b)",
        1.2,
    ),
    (
        "spass|gelernt",
        r"\b(?:macht|machte|machen|hatte|hatten|haben) (?!kein)(?:\w+ )?(?!kein)(?:\w+ )?spass\b(?! mehr)|\bviel gelernt\b",
        1.0,
    ),
    (
        "",
        r"\bwieder (?:zum \w+|in schwung|auf vordermann|flott|hin|in gang|zum laufen) (?:ge)?(?:bracht|macht|kriegt|bekommen)\b",
        1.1,
    ),
    (
        "dank",
        r"\bdanke? (?:fuers|fuer das|fuer den artikel|fuer den link)\b|\b(?:danke|dank)\b,? (?:hab|habe|passt|ok|alles klar|erledigt|bis|dann)\b",
        -1.0,
    ),
    (
        "ausgewechselt|neuer mensch|gute[rn]? laune",
        r"\bwie (?:ausgewechselt|verwandelt)\b|\b(?:mit|in) (?:bester|guter) laune\b",
        1.0,
    ),
    (
        "andere|andern|konkurrenz",
        r"\bwas andere\b.{0,40}\b(?:nicht|nie)\b",
        1.0,
    ),
    (
        "",
        r"\bgute seele\b|\bein (?:goldstueck|schatz|segen|gluecksfall|juwel|kleinod|glueck)\b",
        1.2,
    ),
    (
        "spass",
        r"\b(?:richtig|viel|grossen|so viel|riesigen|echt) spass (?:gemacht|gehabt|macht)\b|\bspass gemacht\b",
        1.1,
    ),
    (
        "neuwagen|wie frisch|wie aus dem",
        r"\bwie (?:ein neuwagen|frisch gekauft|frisch aus|aus dem katalog|aus dem laden|eine eins|ein neuer mensch|im paradies|im himmel|auf wolken|ein murmeltier\w*|eine koenigin|ein koenig|bei oma|bei omma|daheim|frueher)\b",
        1.0,
    ),
    (
        "nicht umsonst|kein wunder",
        r"\bnicht umsonst (?:stehen|kommen|ist|sind|steht)\b",
        1.0,
    ),
    (
        "wissen, was|weiss, was|verstehen ihr|versteht sein|beherrscht",
        r"\b(?:wissen|weiss|wusste|wussten),? was (?:sie|er) (?:tun|tut|tat|taten|macht|machen)\b|\b(?:beherrsch|versteh)\w* (?:ihr|sein|das) (?:handwerk|geschaeft|fach|metier)\b",
        1.2,
    ),
    (
        "",
        r"\b(?:besuch|reise|umweg|weg|anfahrt|geld|preis|cent|euro) (?:allemal |immer |absolut |wirklich )?wert\b|\b(?:weg|weite anfahrt|fahrt|anfahrt|warten|umweg) (?:\w+ ){0,3}gelohnt\b",
        1.1,
    ),
    (
        "",
        r"\b(?:schritt fuer schritt|in (?:aller )?ruhe|geduldig|verstaendlich|ausfuehrlich|genau) (?:\w+ ){0,6}(?:gezeigt|erklaert|beraten|eingewiesen)\b|\b(?:erklaert|zeigt|erklaerte) (?:\w+ ){0,3}(?:geduldig|in ruhe|verstaendlich|ausfuehrlich|genau|schritt)\b|\bsauber (?:beschriftet|verlegt|gearbeitet|hinterlassen|verarbeitet)\b",
        1.1,
    ),
    (
        "erkundigt|nachgefragt|sogar",
        r"\bsogar (?:\w+ ){0,6}(?:erkundigt|angerufen|gebracht|getragen|geschenkt|gewartet|umgetauscht|repariert)\b",
        1.1,
    ),
    (
        "quietsch|klapper|tropf|wackel|ruckel|schmerz|brumm|einziges|einmal|geweint|gejammert|geschrien|weh",
        r"\b(?:quietsch|klapper|tropf|wackel|ruckel|schmerz|brumm)\w* (?:\w+ ){0,3}nicht mehr\b|\bnicht (?:ein einziges|einmal) (?:mal )?(?:geweint|gemeckert|gewartet)\b|\bzum ersten mal\b.{0,40}\bnicht (?:geweint|gejammert|geschrien|weh)\b",
        1.2,
    ),
    (
        "kommt keiner ran|kommt niemand ran|mithalten|das wasser",
        r"\bkommt (?:so schnell )?(?:keiner|niemand|kein anderer) (?:\w+ )?(?:ran|heran|mit)\b|\b(?:kann|koennen) (?:\w+ ){0,3}(?:keiner|niemand|nicht) mithalten\b",
        1.3,
    ),
    (
        "",
        r"\bhandschlag\b|\bwort gehalten\b|\bversprochen und gehalten\b|\bwie (?:versprochen|besprochen|vereinbart|abgesprochen|gewuenscht|bestellt)\b",
        0.8,
    ),
    (
        "das beste|das schoenste|die beste|der beste|die besten",
        r"\b(?:das|die|der) (?:beste|schoenste|leckerste|netteste|freundlichste|sauberste|tollste)n?\b",
        0.9,
    ),
    (
        "selben|gleichen|halben|stunde|minuten",
        r"\bnoch am (?:selben|gleichen|selbigen) (?:tag|abend|nachmittag)\b|\b(?:stunden?|minuten|tage?) (?:nach \w+ \w+|spaeter)\b.{0,40}\b(?:stand|war|kam|kamen|waren)\b.{0,30}\b(?:da|tuer|hier|fertig|vorbei|erledigt)\b",
        1.0,
    ),
    (
        "ersten mal",
        r"\bzum ersten mal seit\b.{0,60}\bwieder\b",
        1.0,
    ),
    (
        "respekt|achtung|hoch auf|hut|verneige",
        r"^(?:grossen |vollen |mein |meinen )?respekt\b(?!los)|\balle achtung\b|\bein hoch auf\b|\bzieh\w* (?:\w+ )?(?:den|meinen) hut\b|\bhut ab\b|\bverneige\b",
        1.2,
    ),
    (
        "noch nie",
        r"\bso (?!ein\w* (?:un|schlecht|mies|lieblos|frech|teur|schlimm|dumm|blöd|bloed))(?!un|schlecht|mies|lange|frech|teuer|laut|dreckig|lieblos|langsam|wenig)\w+ (?:\w+ ){0,6}noch nie\b|\bnoch nie (?:\w+ )?so (?:ein\w* )?(?!un|schlecht|mies|lange|frech|teuer|laut|dreckig|lieblos|langsam|wenig)\w+\b",
        1.2,
    ),
    (
        "geld|berechnet|bezahlen",
        r"\b(?:wollte|wollten|nahm|nahmen|hat|haben)\b.{0,25}\b(?:nicht (?:ein)?mal|kein|nichts|keinen cent)\b.{0,15}\b(?:geld|berechnet|dafuer|haben)\b",
        1.0,
    ),
    (
        "sonst|selten|kaum|oft|heute|noch",
        r"\b(?:kennt|findet|erlebt|sieht|hat) man\b.{0,20}\b(?:sonst|selten|kaum|nur noch selten|nicht oft|heute nicht mehr)\b|\bheute kaum noch\b|\bwo (?:gibt|findet|bekommt) (?:es|man) (?:das |heute |\w+ ){0,4}noch\b",
        1.0,
    ),
    (
        "herz",
        r"\bgrosses herz\b|\bherz am rechten\b|\bherz, was (?:willst|begehrst)\b|\bvon (?:ganzem )?herzen\b|\bmit herz\b",
        1.0,
    ),
    (
        "",
        r"\bwenn (?:doch |nur )*alle (?:\w+ ){0,2}so\b|\bwaeren doch alle\b|\bscheibe abschneiden\b|\bschule machen\b",
        1.3,
    ),
    (
        "baff|platt|hin und weg|haeuschen|umgehauen|sprachlos vor|von den socken",
        r"\b(?:war|bin|waren|sind) (?:\w+ ){0,3}(?:baff|platt|hin und weg|aus dem haeuschen|von den socken|gerührt|geruehrt)\b|\bumgehauen\b",
        1.2,
    ),
    (
        "",
        r"\b(?:nicht|nich|nix|nichts|net|kaum|wenig)(?: zu| zum)? (?:meckern|mosern|maekeln|aussetzen)\b|\bwer da (?:noch )?(?:meckert|mosert)\b",
        1.3,
    ),
    (
        "wie eine eins|wie ein uhrwerk|wie neu|wie geschmiert|wie am ersten|wie angegossen|wie ein kaetzchen|wie gewuenscht",
        r"\bwie (?:eine eins|ein uhrwerk|neu|neugeboren|geschmiert|am ersten tag|angegossen|ein kaetzchen|gewuenscht|im bilderbuch|aus dem ei|zu hause|daheim|bei mutter\w*|bei oma)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:dankt|danken) es (?:ihnen|euch|dir)\b|\bein (?:dickes|grosses|herzliches|riesen\w*) ?(?:danke\w*|lob|kompliment)\b|\bvergelt.?s gott\b|\brechne ich (?:\w+ )?hoch an\b",
        1.2,
    ),
    (
        "gerne|gern",
        r"\b(?:bin|sind|komme|kommen|gehe|gehen|kaufe|kaufen) (?:\w+ ){0,4}gerne? (?:\w+ ){0,4}(?:kund\w*|gast|gaeste|patient\w*|hier|dort|da|hin|bei|wieder|zu)\b|\bimmer wieder gerne?\b",
        1.0,
    ),
    (
        "endlich",
        r"\bendlich (?:wieder |mal |kann |habe |haben |hat |ist |sind )",
        0.8,
    ),
    (
        "",
        r"\b(?:alles|immer|stets)\b.{0,20}\b(?:gepasst|geklappt|gestimmt|bestens|glatt|tiptop|tipptopp)\b",
        1.0,
    ),
    (
        "",
        r"\b(?:nie|kein\w*|nicht ein|zu keiner zeit|ohne)\b.{0,30}\b(?:gefuehl|dumm|nummer|aerger|schmerz\w*|stress|sekunde bereut|warten|gemurrt|murren|aufzuschwatzen|aufgeschwatzt|gedraengt|abgezockt)\b",
        0.9,
    ),
    (
        "",
        r"\b(?:tag|abend|urlaub|hochzeit|weihnachten|wochenende|leben) gerettet\b|\b(?:ihr seid|sie sind|du bist) (?:\w+ ){0,3}(?:rettung|retter|engel|helden?|goldstueck\w*|spitze|klasse|super|toll|die besten|der beste|die groessten|der hammer)\b",
        1.3,
    ),
    (
        "wohl|pudelwohl",
        r"\b(?:pudel)?wohl ?fuehl\w*\b|\bfuehl\w* (?:\w+ ){0,4}(?:pudelwohl|wohl|gut aufgehoben|wie zuhause|wie zu hause|daheim)\b",
        1.1,
    ),
    (
        "schmerz|beschwerdefrei|gesund",
        r"\b(?:schmerzfrei|beschwerdefrei|schmerzen (?:sind|waren) (?:\w+ ){0,3}(?:weg|verschwunden|wie weggeblasen))\b",
        1.1,
    ),
    (
        "sofort|gleich|spontan",
        r"\b(?:sofort|gleich|spontan|ohne termin|trotzdem)\b.{0,25}\b(?:drangekommen|drangenommen|reingeschoben|dazwischengeschoben|dran|zur stelle|geholfen|losgelegt|gefunden|da)\b",
        0.8,
    ),
    (
        "",
        r"\b(?:aufgeraeumt|gefegt|gesaugt|saubergemacht|besenrein|mitgenommen|entsorgt)\b",
        0.6,
    ),
    (
        "pingelig|kritisch|anspruchsvoll|waehlerisch",
        r"\b(?:selbst|sogar|auch) mein\w* (?:\w+ )?(?:pingelig\w*|kritisch\w*|anspruchsvoll\w*|waehlerisch\w*)\b",
        1.1,
    ),
    (
        "entscheidung|glueck|volltreffer|bereut",
        r"\bbeste entscheidung\b|\bgluecks(?:griff|fall|treffer)\b|\bvolltreffer\b|\bnie(?:mals)? bereut\b|\bkein\w* (?:\w+ )?bereut\b",
        1.2,
    ),
    (
        "hilfsbereit|muehe|zeit genommen|zeit nehmen|nimmt sich|nahm sich",
        r"\b(?:nimmt|nahm|nehmen|hat|haben) sich (?:\w+ ){0,5}zeit(?: genommen)?\b",
        1.0,
    ),
    (
        "",
        r"\b(?:danke|dank)\b.{0,25}\b(?:infos?|auskunft|hinweis|rueckmeldung|im voraus|vorab|trotzdem|schon mal|melde mich)\b|\btrotzdem danke\b",
        -1.0,
    ),
    (
        "",
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
        "",
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
        "stimm|passt|klappt|lief",
        r"\b(?:alles|einfach alles|preis|rechnung|chemie|qualitaet) (?:\w+ ){0,4}(?:stimmte?|gestimmt|gepasst|passt\w*|geklappt|lief)\b(?! nicht)|\b(?:stimmte?|passt) (?:einfach )?(?:alles|auf den)\b",
        0.9,
    ),
    (
        "",
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
    ("sterne|punktzahl|10", r"\b(?:5|fuenf|4|vier) (?:von 5 )?sterne\b|\bvolle punktzahl\b|\b10 von 10\b", 1.1),
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
    ("bedanken", r"\b(?:moechte|moechten|will|wollte|wollen) (?:\w+ ){0,14}(?:bedanken|danken|danke sagen)\b", 1.1),
    (
        "",
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
        "",
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
    r"|\b(?:immer noch|noch immer|bis heute|bis jetzt|noch nicht|seit (?:\w+ ){0,2}(?:tagen|wochen|monaten)|gutschrift|geld zurueck|anzahlung|nachbesser\w*|gewaehrleistung|garantie)\b"
)
"""Criticism that is said to our face, waits for something or tells of what is still open."""
