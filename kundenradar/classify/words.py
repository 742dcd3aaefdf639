"""Own words of the judge: what customers of small firms write and the lexicon of textblob-de lacks.

Written for this product. All words are folded (ae, oe, ue, ss; lower case). A table maps a weight to words; the
unit is a clear adjective such as *gut* (+1) or *schlecht* (-1).
"""

from typing import Final


def word_set(words: str) -> frozenset[str]:
    """The words of a block."""
    return frozenset(words.split())


SINGLE: Final[dict[float, str]] = {
    1.4: """
        tadellos tadellose tadelloser tadelloses grossartig hervorragend exzellent spitzenmaessig
        erstklassig begeistert sensationell fantastisch traumhaft weiterempfehlen weiterzuempfehlen
        weiterempfehlung empfehlenswert lob megageil mega vorbildlich topp top bestens genial
        ueberragend weltklasse perfekt perfekte perfekter perfektes
    """,
    1.0: """
        super toll tolle tollen toller tolles prima klasse spitze dankbar gut gute guten guter gutes
        beste bester bestes besten gelobt lobenswert freundlich zufrieden zufriedenstellend zuverlaessig
        kompetent hilfsbereit nett nette netten netter nettes lecker leckere leckeres sauber saubere
        sauberes freut freue freuen gefaellt gefallen liebe lieb liebevoll schoen schoene schoenen
        schoener schoenes fachmaennisch gewissenhaft sorgfaeltig reibungslos unkompliziert puenktlich
        fair faire faires preiswert lohnt gelungen geholfen herzlich sympathisch kulant kulanz
        aufmerksam zuvorkommend geduldig vertrauenswuerdig empfehle empfehlen empfohlen empfehlung
        professionell professionelle professioneller wunderbar herrlich yeah juhu hurra bravo
        glueckwunsch gratuliere gratulation geil geile geiler cool coole cooler
        koestlich koestliche koestlicher koestliches koestlichen vorzueglich vorzuegliche vorzueglicher
        vorzueglichen ausgezeichnet ausgezeichnete ausgezeichneter ausgezeichnetes ausgezeichneten urig
        urige urigen uriges pudelwohl geschmackvoll raffiniert raffinierte knusprig knusprige knuspriges
        saftig saftige saftiges schmackhaft schmackhafte aromatisch delikat himmlisch himmlische
        einladend charmant bezahlbar unschlagbar unschlagbare unbezahlbar genuss geheimtipp gluecksfall
        glueckstreffer beachtlich ueberzeugt ueberzeugend ueberzeugte stilvoll stilvolle stilvolles
        aufmerksame aufmerksamer aufmerksames zuvorkommende zuvorkommender freundliche freundlicher
        freundliches freundlichen freundlichste gemuetliche gemuetlicher gemuetliches gepflegt gepflegte
        gepflegtes flink flinke spitzenklasse bequem bequeme wohlfuehlen wohlgefuehlt kreativ kreative
        einzigartig einmalig einmalige angenehme angenehmer angenehmes authentisch authentische lobend
        fachkundig fachkundige hilfsbereite hilfsbereiter kompetente kompetenter kompetenten
        zuverlaessige zuverlaessiger reibungslose serviceorientiert kundenfreundlich kundenorientiert
        termingerecht
    """,
    0.6: """
        schnell schnelle schneller schnelles zuegig zuegige prompt prompte funktioniert klappt geklappt
        einwandfrei flott guenstig guenstige hilfreich besser angenehm interessant lachen happy froh
        gluecklich ordentlich ordentliche stolz hilft entspannt gemuetlich loesung geloest lustig haha
        hihi hehe yay wow nice love thx merci respekt
    """,
    0.7: """
        danke dankeschoen traum held helden heldin gerettet
    """,
    0.3: """
        sofort gern gerne ok okay stimmt spass repariert
    """,
    0.0: """
        einfach wohl echt hoch direkt wirklich bleiben wagen richtig richtige richtigen gross grosse
        grossen grosser grosses natuerlich helfen klar klare recht rechte rechten links linke linken
        stark starke starken nutzen frei freie freien genug trotz normal normale normalen raum wichtig
        wichtige wichtigen sorgen gesucht nahe schwarz schwarze schwarzen bestimmt bestimmte bestimmten
        geboren erhalten lieber ernst fest allein alleine rein dicht weise reich anders sucht sicherheit
        studium blind blinden blinde taub tauben unfall verloren zahlreiche zahlreichen gruendung
        glauben glaube hoffen tief fertig sozial sozialen zusaetzlich wahrheit eng aktiv kraft kaufen
        angeboten angebot angebote bewegen verlassen ruf leer gewinnen unterstuetzen gebildet gespielt
        besetzung bewegung tat grau dunkel gelassen abhaengig high kalt sanierung gewinn offen offene
        offenen offener rat heissen eintritt lauter hell ziehen bedarf gesetzt feiern praktisch
        praktische erhoeht energie feuer rufen real bezahlen einfache einfachen direkte bedingt hart
        geringe geringen unabhaengig unbekannte blau anzeigen moegen update gefragt reifen link
        behindert behinderte behinderten behinderung kostenlos mauer sicherung sichern erhoehung antrieb
        gaben geschickt wachsen maximal absolut dick dicke modernisierung entfernen besonderes nichts
        sicher reparatur linker rechter bitteren dauern informiert interessiert schwarzer termin auftrag
        kosten gebraucht
    """,
    -0.5: """
        fehler fehlerhaft storniert stornieren bauchschmerzen unfassbar leider wartezeit wartezeiten
        gewartet umstaendlich muehsam naja teurer fehlt fehlte fehlen schade unklar mau nachteil
        nachteile zaeh maessig durchwachsen ueberteuert traurig muede nervig kompliziert laut laermig
        schwierig vergessen vergeblich angeblich komisch seltsam kratzer flecken undicht tropft ruckelt
        beschaedigt verspaetet verspaetung verspaetungen langsam langsame hoffnungslos stoerung
        stoerungen ausgefallen ausfall ausfaelle verzoegerung verzoegerungen krank doof bloed bloede
        bloeder hmpf kritik abgesagt versetzt ersatzlos unbeantwortet wochenlang problem probleme
    """,
    -1.0: """
        fassungslos veralbert verschaukelt schaemen fehlanzeige schlecht schlechte schlechter schlechtes
        schlechten schlechteste kaputt kaputte kaputter kaputtes defekt defekte defekter defektes aerger
        aergern aergerlich aergert geaergert sauer wuetend wut stinksauer genervt nervt nerven teuer
        teure teuren zumutung falsch falsche falschen enttaeuscht enttaeuschend enttaeuschung
        enttaeuschte unfreundlich unverschaemt unverschaemte frech freche mangelhaft mangelhafte mangel
        maengel pfusch gepfuscht pfuscher murks vermurkst schlampig schlampige schlamperei mies miese
        mieser mieses miesen reklamation reklamiert beschwerde beschweren beschwert unzuverlaessig
        unpuenktlich inkompetent unfaehig unfaehige ueberfordert chaos chaotisch chaotische
        desinteressiert arrogant dreist dreiste wucher abraten abgeraten rate ungenuegend unzumutbar
        unbrauchbar untragbar unmoeglich unmoegliche unprofessionell reinfall rausgeworfen monatelang
        peinlich ignoriert abgewimmelt vertroestet hingehalten geweigert verweigert mist bloedsinn
        quatsch muell dreck dreckig dreckige schmutzig eklig ekelhaft widerlich schlimm schlimmer
        schlimmste furchtbar furchtbare schrecklich schreckliche grauenhaft grauenvoll unterirdisch
        unterirdische nutzlos wertlos sinnlos lachhaft laecherlich armselig erbaermlich katastrophal
        katastrophale desastroes stinkt stinken ruiniert zerstoert verdorben verschimmelt geplatzt
        verpasst versagt versagen verarscht abgezockt schwachsinn idiotisch idiot idioten hasse hass
        hasst scheiss scheisse scheissen kacke kotzt kotzen verdammt verdammte streik streiken bestreikt
        miserabel miserable miserabler miserables miserablen grottig stinksauer
        verspaetungschaos unverstaendlich kuendigen gekuendigt mahnung inkasso anwalt wtf fail
        versalzen versalzene fade faden geschmacklos geschmacklose lauwarm lauwarme lauwarmes matschig
        matschige pappig pappige labbrig labbrige fettig fettige verkocht verkochte angebrannt
        angebrannte verbrannt ungeniessbar ungeniessbare lieblos lieblose liebloses abgestanden
        abgestandenes ranzig ranzige ungemuetlich ungemuetliche stickig stickige klebrig klebte klebten
        schmuddelig verdreckt verdreckte muffig muffige abgewohnt abgewohnte heruntergekommen ueberzogen
        ueberzogene massenabfertigung touristenfalle abgefertigt mikrowelle herablassend patzig patzige
        pampig pampige ruppig hochnaesig lustlos unaufmerksam ueberheblich unhoeflich unhoefliche
        unfreundliche unfreundlicher unfreundliches unfreundlichen hellhoerig schimmelig schimmel
        bettwanzen renovierungsbeduerftig ungepflegt ungepflegte grantig durchgelegen dilettantisch
        stuempfer stuemperhaft undichtes undichte schief schiefe krumm abkassiert ueberbewertet
        nachgelassen mondpreise wucherpreise unverschaemter ueberteuerte ueberteuerter ueberteuertes
        loswerden nachbessern nachbesserung gemecker gemotzt angeschnauzt angepoebelt vergrault
        geschlampt verschlampt verbockt vermasselt
    """,
    -1.5: """
        katastrophe katastrophen abzocke abzocker zumutungen betrug betrueger betrogen betruegerisch
        sauerei frechheit unverschaemtheit horror albtraum alptraum desaster sauladen saftladen
        drecksladen saustall schrott frechheiten skandal skandaloes schande kriminell kriminelle
        geldverschwendung verarsche verarschung zeitverschwendung armutszeugnis grottenschlecht
        unertraeglich trauerspiel
    """,
}

PHRASES: Final[dict[float, str]] = {
    2.0: """
        immer wieder gerne | immer wieder gern | besser geht es nicht | besser geht nicht | besser geht
        s nicht | geht nicht besser | koennte nicht besser sein | haette nicht besser sein koennen |
        haette nicht besser laufen koennen | nur zu empfehlen | kann ich nur empfehlen | kann man nur
        empfehlen | nur weiterempfehlen | jederzeit wieder | gerne wieder | gern wieder | nie wieder
        woanders | nie wieder zu einem anderen | nie wieder einen anderen | nie wieder eine andere | nie
        wieder aerger | nie wieder probleme | nicht mehr missen | nicht mehr wegzudenken | kann nicht
        klagen
    """,
    1.3: """
        positiv ueberrascht | nichts zu maekeln | nichts zu kritisieren | nichts zu kritteln |
        ohne wenn und aber | macht spass | macht richtig spass | richtig spass | anstandslos behoben | dickes
        plus | ein traum | nichts auszusetzen | nichts zu meckern | nichts
        zu beanstanden | nichts zu bemaengeln | keine beanstandungen | daumen hoch | hut ab | wie am
        schnuerchen | sein geld wert | ihr geld wert | jeden cent wert | jeden euro wert | ans herz
        legen | vielen dank | vielen lieben dank | herzlichen dank | besten dank | grosses lob | grosses
        kompliment | ein kompliment | tausend dank | sehr zu empfehlen | zu empfehlen | komme wieder |
        kommen wieder | auf ganzer linie ueberzeugt | nicht zu toppen | so muss das sein | fuenf sterne
        | volle punktzahl | rundum zufrieden | freue mich | freu mich
    """,
    0.6: """
        kein problem | keine probleme | ohne probleme | alles gut | nicht schlecht | gar nicht schlecht
        | nicht teuer | nicht ueberteuert | keine wartezeit | ohne wartezeit | kein fehler | keine
        fehler | endlich wieder | geht wieder | laeuft wieder | wieder ganz | nicht kaputt | muss ich
        loben
    """,
    -0.7: """
        schon mal besser | auch schon besser | mal besser | tut keiner | tut niemand | macht keiner |
        dauert ewig | ewig gedauert | ewigkeiten | seit wochen | seit monaten | wochen lang | monate
        lang | keine antwort | keine rueckmeldung | kein rueckruf | nicht zurueckgerufen | nicht
        gemeldet | meldet sich niemand | meldet sich keiner | niemand gemeldet | niemand erreichbar |
        keiner erreichbar | nicht erreichbar | telefonisch nicht | nicht ans telefon | niemand ans
        telefon | keiner ans telefon | geld zurueck | von wegen | schon wieder | laeuft nicht |
        antwortet nicht | reagiert nicht | heizt nicht | meldet sich nicht | springt nicht an | restlos
        bedient | mal wieder | nicht geliefert | nicht gekommen | nicht erschienen | kam niemand | kam
        keiner | zu spaet | zu lange | zu teuer | zu langsam | warten lassen | auf sich warten | auf den
        sack | auf die nerven | auf den keks | so lala | nicht gut | macht keinen spass | funktioniert
        nicht | geht nicht | klappt nicht | faellt aus | fallen aus | geht gar nichts | faehrt nicht |
        zum dritten mal | zum vierten mal | zum wiederholten mal | halbe stunde verspaetung | stunden
        verspaetung | minuten verspaetung | min verspaetung | ohne vorwarnung | kein strom | kein
        warmwasser | nicht zustaendig | keiner zustaendig | niemand zustaendig | keiner fuehlt sich |
        niemand fuehlt sich | keine heizung
    """,
    -1.4: """
        finger weg | nicht noch einmal | nicht noch mal | nicht nochmal | nein danke | vielen dank fuer nichts |
        besten dank fuer nichts | nie im leben wieder | nie im
        leben | nie wieder | nie mehr | nie mehr wieder | niemals wieder | kein zweites mal | geht gar
        nicht | unter aller sau | unter aller kanone | zu wuenschen uebrig | rausgeschmissenes geld |
        rausgeworfenes geld | fuer die katz | ein witz | schlechter witz | schlechter scherz | auf
        keinen fall | auf gar keinen fall | danke fuer nichts | dank fuer nichts | na toll | na super |
        na klasse | na prima | na bravo | na danke | na herrlich | na wunderbar | na grossartig | na
        spitze | tolle wurst | ganz grosses kino | nicht zu gebrauchen | nicht zu empfehlen | nicht
        empfehlenswert | daumen runter | null sterne | kein stern | keinen stern | nichts als aerger |
        nur aerger | nur probleme | nichts funktioniert | macht euch weg | haende weg | lasst die finger
        | bloss nicht | kann nur warnen | kann ich nur warnen | nur abraten | ueber den tisch gezogen |
        am arsch | zum kotzen | leck mich | haben keine ahnung | hat keine ahnung | keine ahnung von
    """,
    0.0: """
        guten tag | guten morgen | guten abend | gute nacht | schoenen tag | schoenen abend | schoenes
        wochenende | schoene gruesse | liebe gruesse | lieben gruss | lieber gruss | viele gruesse |
        freundliche gruesse | freundlichen gruessen | besten gruessen | beste gruesse | herzliche
        gruesse | dank im voraus | danke im voraus | vielen dank im voraus | vielen dank schon mal |
        vielen dank vorab | danke vorab | vielen dank fuer eure hilfe | herzlichen dank im voraus |
        danke schon mal | dank schon mal | danke fuer eure hilfe | danke fuer hilfe | dank fuer eure
        hilfe | danke fuer die hilfe | gute frage | keine ahnung | gut moeglich | so gut wie | gute
        besserung | viel spass | viel erfolg | liebes team | liebe kollegen | lieber herr | liebe frau |
        liebe leute | lieber kunde | nicht nur | nicht zuletzt | nicht unbedingt | gar nicht mal | im
        guten wie | problem geloest | fehler behoben | guten rutsch | guter rat | gut zu wissen | mehr
        oder weniger | lauten | laut der | laut dem | laut einer
    """,
}

NEGATORS: Final = word_set("""
    nicht kein keine keiner keinem keinen keines keinerlei nie niemals nichts ohne weder kaum wenig nix
    net ned niemand mitnichten keinesfalls keineswegs
""")
INTENSIFIERS: Final = word_set("""
    sehr extrem total absolut wirklich richtig echt mega voll ueberaus aeusserst hoechst besonders
    ausgesprochen so dermassen unglaublich komplett voellig ganz wahnsinnig unfassbar furchtbar zutiefst
    super rundum sowas viel zu
""")
DAMPERS: Final = word_set("etwas bisschen relativ halbwegs einigermassen eher teilweise")
ADVERSATIVES: Final = word_set("aber allerdings jedoch sondern dafuer")
"""They open a part of their own, comma or not."""
TURNS: Final = word_set("aber jedoch allerdings trotzdem")
"""What comes after them is what is meant."""
WISHES: Final = word_set("""
    haette haetten waere waeren koennte koennten sollte sollten muesste muessten haettet waert wuenschte
""")
WISHED: Final = word_set("""
    besser bessere besseres schoen schoener gut netter freundlicher schneller sauberer guenstiger
    hilfreich toll hoeflicher puenktlicher ordentlicher wuenschenswert prima super angebracht
""")
SURPRISE: Final = word_set("gedacht erwartet geglaubt vorgestellt vermutet")
VERBS_BEFORE_NOT: Final = word_set("""
    funktioniert klappt gefaellt gefallen empfehle lohnt stimmt mag passt hilft reicht kommt antwortet
    ueberzeugt schmeckt empfiehlt freut
""")
"""Verbs that stand before their own *nicht* (*gefällt mir nicht*)."""
SAYING: Final = word_set("behaupten sagen bestaetigen finden feststellen")
"""*Ich kann nicht behaupten, dass …*: the negation reaches over the comma."""
LOYAL: Final = word_set("anderen anderer andere anderes anders anderem woanders anderswo ohne")
"""*Nie wieder* beside one of these is praise (*nie wieder lasse ich jemand anderen ran*)."""
SPOILT: Final = word_set("""
    ohne umsonst vergeblich vergeudet vergeudete vergeudeten kalt kalte kalten verdorben verdorbene verdorbenen
    verloren verlorene verlorenen verpasst verpasste verpassten warten wartezeit nichts
""")
"""Thanks for such things are irony (*danke für zwei kalte Wochen*)."""
IRONIC: Final = word_set("""
    super toll klasse prima danke bravo grossartig wunderbar herrlich spitze schoen glueckwunsch perfekt
    genial dank fantastisch
""")
AGAIN: Final = frozenset({("schon", "wieder"), ("mal", "wieder"), ("wieder", "mal"), ("wieder", "einmal")})
COMPOUND_ENDS: Final = (
    "verspaetung", "verspaetungen", "chaos", "katastrophe", "abzocke", "frechheit", "aerger", "betrug", "ausfall",
    "ausfaelle", "stoerung", "stoerungen", "schaden", "schaeden", "mangel", "maengel", "fehler", "pfusch", "wucher",
    "schrott", "horror",
)  # fmt: skip
"""Heads of compounds that keep their sense (*Zugverspätung*, *Wasserschaden*)."""
COMPOUND_WEIGHT: Final = -0.6

EMOJI: Final[dict[float, str]] = {
    0.9: "😊😀😃😄😁🙂😍🥰😘🤩👍👏🙌❤💚💙💛🧡💜♥🎉🥳😎🤗🌟⭐✨💪👌😇🏆💯☺🙏😋",
    0.3: "😉😂🤣😅😜🍀",
    -0.9: "😡🤬😠👎😤😢😭😞😟😣😖😩😫🤮🤢💩🙁☹😒😔💔😾🖕😰😱🤦",
    -0.4: "🙄😕🤨😐😑🤔😬",
}
EMOTICONS: Final[dict[float, str]] = {
    0.8: r"[:=;]'?-?[)\]D]+(?!\w)|\^_*\^|<3+|\b[xX]D+\b|(?<!\w)\(-?[:;](?!\w)|:-?\*+(?!\w)|\\o/|\*[_-]+\*",
    -0.8: r"[:=;]'?-?[(\[]+(?!\w)|>:\(|:-?[/|](?![/\w])|(?<!\w)-[._]-(?!\w)|>_*<",
}
