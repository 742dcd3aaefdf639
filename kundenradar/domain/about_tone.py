"""Does a sentence praise or complain? Only as far as needed to see that two sentences speak of different things.

"Das Konzert war ein Traum. Leider hat Brandt uns versetzt": who praises before the firm is named and then complains
of it (or the other way round) has most likely changed the subject. The judge says what a text is worth; it learns, and
what counts must not change with that, so plain words do here.
"""

from collections.abc import Sequence
from typing import Final

_ENDINGS: Final = ("", "e", "er", "es", "en", "em")


def _inflected(stems: str) -> frozenset[str]:
    return frozenset(stem + ending for stem in stems.split() for ending in _ENDINGS)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


GOOD: Final = _inflected("""
    toll super klasse prima perfekt wunderbar wunderschoen schoen herrlich traumhaft grossartig fantastisch
    phantastisch hervorragend ausgezeichnet genial freundlich nett herzlich lieb liebevoll hilfsbereit kulant
    zuverlaessig puenktlich gemuetlich lecker koestlich bezaubernd malerisch entspannt gelungen spitze bestens
    begeistert zufrieden gluecklich angenehm liebenswert aufmerksam kompetent schnell flott geduldig hoeflich
    charmant witzig lustig spannend interessant beeindruckend atemberaubend romantisch gepflegt modern knusprig
    frisch saftig aromatisch zart wohlschmeckend ruhig leise bequem praktisch guenstig preiswert grosszuegig
    vorzueglich exzellent erstklassig tadellos makellos einwandfrei problemlos unkompliziert sorgfaeltig ordentlich
    gut stolz dankbar froh zauberhaft himmlisch stimmungsvoll gelassen erfreulich sympathisch wunderbar legendaer
    stark cool geil anstandslos umwerfend harmonisch paradiesisch ueberwaeltigend uebergluecklich bemueht glasklar
    grandios mega einmalig unvergesslich idyllisch sonnig erholsam ruehrend fabelhaft top fair ehrlich sauber
    gruendlich
""") | _set("""
    danke dankeschoen volltreffer sternstunde augenweide gaumenschmaus punktlandung gold wert schatz engel helden held
    gefreut geniessen genossen gelacht gelobt gelungen lohnt lohnte gelohnt schwaerme schwaermen geliebt liebe bravo
    chapeau respekt sieg aufstieg rekord bestes besten beste bester
    traum genuss gedicht hammer gluecksgriff juwel goldstueck freude spass strahlt strahlten strahlte geklappt hut
    gerettet paradies lob loben weltklasse erlebnis gewonnen vorbildlich vorbildliche reibungslos
""")
BAD: Final = _inflected("""
    schlecht furchtbar schrecklich grauenhaft grauenvoll katastrophal mies schlimm unfreundlich unverschaemt frech
    patzig pampig dreckig schmutzig kaputt defekt teuer ueberteuert langweilig todlangweilig enttaeuschend
    enttaeuscht nervig grottenschlecht unfassbar unterirdisch chaotisch laut stickig ueberfuellt gesperrt kalt
    lauwarm versalzen verdorben schlampig schief krumm undicht unzuverlaessig unpuenktlich lieblos arrogant falsch
    ungeniessbar muffig genervt lustlos gelangweilt schroff ruppig ueberheblich herablassend unhoeflich inkompetent
    ahnungslos unprofessionell hektisch langsam zaeh trocken fad labbrig matschig welk schlapp stumpf hart steinhart
    roh angebrannt verkocht eklig ekelhaft widerlich schimmlig verschimmelt staubig fleckig durchgelegen abgewohnt
    heruntergekommen baufaellig rostig wackelig locker undicht nass durchgeweicht gefaehrlich traurig aergerlich
    sauer wuetend stinksauer fassungslos sprachlos verrueckt idiotisch daemlich dumm bloed doof hanebuechen
    miserabel mangelhaft ungenuegend unmoeglich unertraeglich unzumutbar ueberlastet ueberfordert verspaetet
    vergeblich umsonst gesalzen verbrannt zerbrochen geplatzt gerissen gebrochen haesslich scheusslich oede peinlich
    verwelkt vertrocknet zerkratzt
""") | _set("""
    verkratzt vertauscht verwechselt verrechnet verbockt vermasselt vergeigt verschoben vertroestet abgespeist ignoriert
    ausgelacht angeschnauzt angeschrien angeblafft angemeckert beschimpft rausgeschmissen weggeschickt abgezockt
    uebervorteilt ausgenommen aufgeschwatzt angedreht geprellt reklamiert beschwert mahnung mahnbescheid anwalt
    wackelt klemmt quietscht leckt rostet broeckelt schleift spinnt streikt bruellt motzt meckert nervt knallt gammelt
    haar haare fliege maeuse kakerlaken gestank laerm krach zeitverschwendung geldverschwendung blamiert durchgefallen
    gescheitert verpasst verschwunden untergetaucht tauchstation gewartet wartete warteten nirgends keiner irrtum
    fehler mangel maengel schaden schaeden pleite flop ausrede ausreden luege luegen witz ohrfeige unverstaendnis
    katastrophe frechheit zumutung reinfall horror desaster mist schrott muell pfusch gepfuscht abzocke wucher aerger
    drama albtraum alptraum verspaetung stau ausgefallen abgesagt vergessen versetzt gelogen angelogen belogen betrogen
    abkassiert verloren zerdrueckt zerbeult verweigert abgewimmelt weigert weigerte gezickt verschlampt taugt stinkt
    stank ruiniert verdorben blamage chaos niemand tropft haengen haengenlassen schimmel
""")
_OPENS_BAD: Final = _set("leider nur bloss schade dummerweise wermutstropfen getruebt bedauerlicherweise ausgerechnet")
_OPENS_GOOD: Final = _set("immerhin wenigstens lichtblick gottseidank trotzdem umso rettung glueck dafuer")
HARMS: Final = _set("""
    nicht kein keine keinen nie seit erst berechnet behaelt verkehrt warten wartet warte nochmal zweimal dreimal viermal
    doppelt angeblich spaet zweite dritte weigert verlangt abgezogen vergebens
""")
HELPS: Final = _set(
    "sofort gleich umgehend kostenlos gratis sogar extra nachts geduldig selben sanft anstandslos unkompliziert"
)
"""What tells of harm or help where the others were praised or blamed."""
_TURNS_BAD: Final = _OPENS_BAD | HARMS
_TURNS_GOOD: Final = _OPENS_GOOD | HELPS
_NOT: Final = _set("nicht kein keine keinen keiner keinem nie niemals ohne wenig weder")
WORDS_BEFORE, WORDS_BEHIND = 8, 25
"""Words around the firm's name that may stand in its sentence."""
WORDS_OF_TURN = 3
"""Words at the opening among which one turns the tone."""


def is_toned(row: Sequence[str]) -> bool:
    """Whether words praise or complain at all."""
    return not (GOOD.isdisjoint(row) and BAD.isdisjoint(row))


def may_clash(row: Sequence[str], at: int) -> bool:
    """Whether praise stands before the firm, which is the `at`-th word, and a complaint around it, or the reverse."""
    before, around = row[:at], row[max(0, at - WORDS_BEFORE) : at + WORDS_BEHIND]
    return not (GOOD.isdisjoint(before) or (BAD.isdisjoint(around) and _TURNS_BAD.isdisjoint(around))) or not (
        BAD.isdisjoint(before) or (GOOD.isdisjoint(around) and _TURNS_GOOD.isdisjoint(around))
    )


def tone(row: Sequence[str]) -> int:
    """1 for praise, -1 for complaint, 0 for neither or both."""
    if GOOD.isdisjoint(row) and BAD.isdisjoint(row):
        return 0
    total = 0
    for at, word in enumerate(row):
        sign = (word in GOOD) - (word in BAD)
        if sign:
            total += -sign if not _NOT.isdisjoint(row[max(0, at - 3) : at]) else sign
    return (total > 0) - (total < 0)


def turned(row: Sequence[str]) -> int:
    """The same for a sentence that may open by setting itself against what stood before."""
    opening = row[:WORDS_OF_TURN]
    if not _OPENS_BAD.isdisjoint(opening):
        return -1
    return tone(row) or int(not _OPENS_GOOD.isdisjoint(opening))
