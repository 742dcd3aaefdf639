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
        studium darunter blind blinden blinde taub tauben unfall verloren zahlreiche zahlreichen gruendung
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

ADJECTIVES: Final[dict[float, str]] = {
    1.4: """
        phaenomenal grandios meisterhaft erstklassig traumhaft famos brillant wundervoll umwerfend atemberaubend
        unuebertroffen herausragend bravouroes ueberwaeltigend paradiesisch unvergesslich unvergleichlich
        exzellent sagenhaft fulminant genial grossartig hervorragend
    """,
    1.0: """
        goldrichtig aufmerksam ausgereift behaglich behutsam beeindruckend belastbar besonnen blitzblank
        blitzsauber blitzschnell bombastisch brauchbar butterweich charmant cremig durchdacht ehrlich einfuehlsam
        einladend elegant engagiert erfreulich erholsam erfrischend erlesen fabelhaft fachgerecht fachkundig
        familiaer feinfuehlig fehlerfrei fluffig formvollendet freundlich fuersorglich gastfreundlich gekonnt
        geniesserisch gepflegt geschmackvoll gewissenhaft gluecklich goldig grosszuegig grundehrlich gruendlich
        gutmuetig harmonisch herzensgut herzlich heimelig hingebungsvoll hoeflich hochwertig hochzufrieden
        humorvoll kinderfreundlich kinderlieb knackig knusprig koestlich kompetent kundig langlebig
        leidenschaftlich lecker liebenswert liebevoll loyal makellos mustergueltig ofenfrisch ordentlich passgenau
        pfiffig picobello preiswuerdig problemlos rasant reell reibungslos reichhaltig rekordverdaechtig robust
        ruehrend rundum saftig saeuberlich schmackhaft schmerzfrei schonend sehenswert serioes solide sorgsam
        souveraen stilsicher stimmig stimmungsvoll stressfrei sueffig sympathisch taktvoll tatkraeftig tipptopp
        toll top treffsicher ueppig umsichtig unaufdringlich unbuerokratisch unkompliziert unermuedlich
        urgemuetlich verlaesslich verstaendnisvoll vertrauensvoll vertrauenswuerdig vielseitig vorausschauend
        warmherzig wohlschmeckend wohltuend wuerzig zart zauberhaft zeitnah zielsicher zufrieden zuverlaessig
        zuvorkommend spitzenmaessig geil sahnig kross baerig supernett superlecker supergut superfreundlich
        superschnell bildschoen pikobello
    """,
    -1.0: """
        abgebrannt abgebrueht abgenutzt abgewetzt abgewohnt abschreckend abstossend abwertend ahnungslos altbacken
        anmassend apathisch aufdringlich aufgesetzt ausgelutscht aergerlich barsch bedauerlich beklagenswert
        beleidigend beschaemend beschmutzt blechern bloed bodenlos boes boeswillig boesartig brockig brueskierend
        chaotisch dauerbesetzt defekt dreckig dreist dubios duester durchgelegen durchgerostet durchgesessen
        eiskalt eklig empoerend enttaeuschend erbaermlich ernuechternd erschreckend fadenscheinig fahrlaessig
        fehlerhaft fies filzig flapsig fleckig fragwuerdig frech frustrierend fuerchterlich garstig gedankenlos
        gelangweilt geldgierig gepfeffert gepfuscht gereizt geschludert gesalzen gleichgueltig grantig grausig
        grauselig griesgraemig grob grottig gruselig gummiartig haarstraeubend halbgar halbherzig hanebuechen
        hektisch herablassend herzlos heruntergewirtschaftet hochnaesig inakzeptabel indiskutabel ignorant
        inkompetent jaemmerlich kaltschnaeuzig kaputt katastrophal kleinlich klapprig klebrig klitschig knauserig
        konfus konzeptlos krumm kuemmerlich kundenfeindlich kundenunfreundlich lahm laecherlich laienhaft
        langatmig lausig lieblos lustlos mangelhaft marode maulfaul mickrig mies minderwertig miserabel miserabl
        missmutig modrig muerrisch muffelig muffig nachlaessig naessend nervtoetend nichtssagend niveaulos
        oberflaechlich oede ordinaer pampig patzig peinlich penetrant pietaetlos planlos pomadig primitiv protzig
        rabiat ranzig ratlos respektlos rostig ruecksichtslos ruppig saftlos salzlos schaebig schamlos scheusslich
        schlaefrig schlampig schlecht schleppend schlimm schlotterig schmierig schmuddelig schmutzig schnippisch
        schnoddrig schroff schwammig selbstgefaellig skandaloes spoettisch stinkig stumpf stickig streitsuechtig
        stuemperhaft stur tadelnswert taktlos teilnahmslos traurig trostlos truegerisch trist ueberarbeitet
        ueberfordert ueberheblich ueberlastet ueberteuert uebelriechend unappetitlich unaufmerksam unausgeschlafen
        unbedienbar unbefriedigend unbegreiflich unbelehrbar unbequem unbrauchbar undicht undurchsichtig unehrlich
        unerfahren unerfreulich unerhoert unerreichbar unertraeglich unfaehig unfair unfertig unflaetig
        unfreundlich ungehalten ungehobelt ungelenk ungemuetlich ungenau ungeniessbar ungenuegend ungepflegt
        ungerecht ungerechtfertigt ungeschickt ungewuerzt unhaltbar unhoeflich unhygienisch unkooperativ unlogisch
        unmoeglich unmotiviert unordentlich unorganisiert unpassend unpersoenlich unprofessionell unpuenktlich
        unsachgemaess unsauber unsensibel unserioes unsympathisch untauglich unterkuehlt unterirdisch unueberlegt
        unuebersichtlich unverantwortlich unverfroren unverschaemt unverstaendlich unverzeihlich unvollstaendig
        unwillig unwirsch unwuerdig unzulaessig unzumutbar unzureichend unzuverlaessig verbeult verbittert
        verbogen verbrannt verdreckt verdrossen verdriesslich vergammelt vergeblich verkocht verkommen verkratzt
        verlogen vermurkst vernachlaessigt verpfuscht verranzt verschlossen verschimmelt verschmiert verschmutzt
        verstaubt verstoerend verstopft versifft verwahrlost verwelkt voreingenommen waessrig welk wabbelig
        wehleidig widerspenstig wortbruechig wortkarg wurschtig wurstig zaeh zerbeult zerdrueckt zerfleddert
        zerknittert zerkratzt zerrissen zickig zottelig zwielichtig zugig schrottreif grottenschlecht saumiserabel
        hundsmiserabel unterbelichtet stinkfaul arbeitsscheu desinteressiert aufgewaermt abgestanden angegammelt
        korkig matschig schwabbelig zermatscht jenseitig nachtragend wucherisch halsabschneiderisch hinterlistig
        hinterhaeltig irrefuehrend unlauter
    """,
    -0.5: """
        karg fad gewoehnungsbeduerftig holprig hoelzern kompliziert langsam langweilig laut maessig
        mittelpraechtig muehsam nervig nuechtern schwerfaellig stockend trocken umstaendlich unbeholfen
        unfreiwillig ungewohnt unklar unruhig unterbesetzt veraltet verbesserungswuerdig verwirrend verzoegert
        wackelig winzig zaehfluessig zweifelhaft zwiespaeltig altmodisch
    """,
}
"""Adjectives by their stem: every ending is added."""
ADJECTIVE_ENDINGS: Final = ("", "e", "en", "er", "es", "em", "ere", "eren", "ste", "sten")
SUPERLATIVE_ENDINGS: Final = ("ste", "sten", "ster", "stes", "este", "esten", "ester", "estes")
"""Blame is worst in them; praise has its own words."""

EVENTS: Final[dict[float, str]] = {
    1.0: """
        guad guade guada gscheit gscheid gscheids gscheits schee sche lecka subber knorke dufte jut jute juten
        leiwand supa supi toffte goldig gluecksgriff volltreffer wohlfuehlort meisterwerk augenweide gaumenfreude
        gaumenschmaus kleinod schmuckstueck goldstueck paradies lichtblick bereicherung wohltat segen engelsgeduld
        herzenswaerme gastfreundschaft hilfsbereitschaft fingerspitzengefuehl herzblut leidenschaft sorgfalt
        hoechstform glanzleistung bestnote bestnoten hingabe lieblingsladen lieblingslokal lieblingsbaecker
        lieblingsfriseur lieblingsitaliener lieblingsgrieche stammkneipe verlaesslichkeit zuverlaessigkeit
        puenktlichkeit freundlichkeit sauberkeit ehrlichkeit herzlichkeit kompetenz professionalitaet
        wahnsinnsleistung spitzenqualitaet topqualitaet blitzlieferung schwaerme schwaermen schwaermt schwaermte
        verwoehnt verwoehnen verzaubert gezaubert geglaenzt glaenzt umsorgt geschlemmt geniessen genossen mundet
        gemundet wiederkommen wiedergekommen weiterempfohlen weitersagen baff umgehauen dankbarkeit retter
        retterin lebensretter schmeckt schmeckte geschmeckt ueberzeugte bewundere verliebt begeisterte begeistern
        sahneschnitte knueller knaller wucht spitzenteam dreamteam ehrenmann kompliment komplimente
    """,
    0.6: """
        bemueht beruhigt erleichtert erleichterung gelaechelt laecheln strahlt strahlte strahlen gelohnt bewaehrt
        vertraue vertrauen lohnenswert zupacken mitgedacht aufgeraeumt gefegt ruckzuck anstandslos aufgehoben
        wohlbehalten gratuliert kostenfrei hausgemacht hausgemachte hausgemachten selbstgemacht handgemacht
    """,
    -1.0: """
        stromschlag stromschlaege stromschlags lebensmittelvergiftung rauchvergiftung
        abgewuergt angemault angemotzt angebruellt angepampt angeherrscht blossgestellt abgekanzelt stehengelassen
        sitzengelassen haengengelassen verscheucht betuppt abserviert abgespeist ausgetrickst ausgeraubt verulkt
        veraeppelt glump graffl gfrett driss schiet schietkram unfreindlich zwida grantler grausa grausam ploerre
        schlabber plempe brueh gschlampert schlamperts zach gschissen deppert deppat dabbisch bloeds steinzeit
        achselzucken abfertigung armutszeugnis ausrede ausreden beleidigung beleidigt bauernfaengerei
        besetztzeichen blamage debakel dilettanten enttaeuschungen faulheit fehlentscheidung fehlkauf
        fehlkonstruktion fehllieferung falschlieferung flickschusterei flickwerk geldmacherei geldschneiderei
        geduldsprobe gestank gehudelt gelogen geheult halsabschneider hickhack hohn ignoranz impertinenz
        inkompetenz kaltschnaeuzigkeit kraftausdruecke laerm larifari laien lachnummer leidtragende luege luegen
        luegner lotterladen missachtung missmanagement misere mogelpackung muffel murkserei nachlaessigkeit
        nervenprobe nervenkrieg nerverei nepp planlosigkeit plunder pleite preistreiberei quaelerei rumgepfusche
        ruecksichtslosigkeit schikane schlendrian schluderei schmutz schmuddel schnapsidee schrotthaufen schwindel
        schwindler servicewueste stress stuemper stuemperei sudelei tortur trickserei tristesse unfreundlichkeit
        unfaehigkeit unhoeflichkeit unpuenktlichkeit unsauberkeit unzuverlaessigkeit unverstaendnis
        verschlimmbessert verschlimmbesserung vertrauensbruch wegelagerei wegwerfware willkuer zeitfresser
        zumutungen ramsch fusch billigware billigschrott tuersteherton abgeblitzt abgezogen angeblafft angefahren
        angefaucht angelogen angeraunzt angepflaumt angeschissen angegammelt aufgeschwatzt andrehen angedreht
        ausgebeutet ausgenommen ausgelacht ausgesessen bereue bereut bedient belogen benachteiligt bevormundet
        beschimpft bloedes demoliert drangsaliert entsorgen entsetzt erschrocken erschuettert gebettelt gefeilscht
        gefroren geknickt gegammelt geleimt gemault gemotzt gemeckert geneppt gerupft geschaedigt gescheitert
        geschludert geschmissen gestohlen gestunken getaeuscht hereingelegt reingelegt hinhalten herumgehackt
        kaputtrepariert kaputtgegangen liegengeblieben missachtet misslungen missraten nachgebessert rausgeekelt
        rausgeschmissen rausgeflogen schiefgegangen schikaniert schnauzte schnauzt schockiert uebergangen
        uebersehen ueberrumpelt unterschlagen verarschen verbaselt verdonnert vergaelt verpennt verprellt
        versaeumt verschandelt verschlafen verschmaeht verschwitzt versemmelt versiebt verunstaltet verwuestet
        verwechselt verzweifelt verzweifle vergraetzt weggeschickt weggedrueckt weggeworfen wegschmeissen
        zerdeppert zugemuellt zusammengepfuscht zusammengeflickt zusammengestaucht vermiest verhunzt ruinieren
        runtergekommen klappert quietscht wackelt scheppert leckt bruellt bruellte schimpfte krabbelt wimmelt
        verrostet broeckelt broeckeln knarzt eiert abgesplittert blaettert rausgebrochen abgebrochen
        durchgebrochen auseinandergefallen absturz stuerzt abgestuerzt haengengeblieben eingefroren gekracht
    """,
    -0.5: """
        bemaengelt befremdlich bedenklich beanstandet beschwerden bug gebuehren hoerfehler irrtuemer krach
        kuerzung kuerzungen luecke luecken lueckenhaft macke macken mehrkosten nachzahlung panne pannen
        platzmangel risse riss sorgenkind stoerend stoert stoerte umweg unannehmlichkeiten unding verteuert
        vertagt verschoben verschieben verwundert verwunderung verwirrung vorwurf vorwuerfe wermutstropfen
        zeitdruck zoff zweifel zuschlag ueberraschungskosten warteschleife endloswarteschleife warteschlange ewig
        ewiglang abgelehnt absage absagen andauernd vertan gedraengelt gehetzt
    """,
}
"""What happens and what it is called: nouns and verb forms as they stand."""

PHRASES: Final[dict[float, str]] = {
    2.0: """
        immer wieder gerne | immer wieder gern | besser geht es nicht | besser geht nicht | besser geht s nicht |
        geht nicht besser | koennte nicht besser sein | haette nicht besser sein koennen |
        haette nicht besser laufen koennen | nur zu empfehlen | kann ich nur empfehlen | kann man nur empfehlen |
        nur weiterempfehlen | jederzeit wieder | gerne wieder | gern wieder | nie wieder woanders |
        nie wieder zu einem anderen | nie wieder einen anderen | nie wieder eine andere | nie wieder aerger |
        nie wieder probleme | nicht mehr missen | nicht mehr wegzudenken | kann nicht klagen
    """,
    1.3: """
        in null komma nichts | null komma nix | auf zack | hand und fuss | auf seine kosten | auf ihre kosten |
        wissen was sie tun | weiss was er tut | weiss was sie tut | findet man nur einmal | gute seele |
        herz am rechten fleck | wie neu | wie neugeboren | hin und weg | alle achtung | allererste sahne |
        erste sahne | vom feinsten | eine wucht | eine eins | einsame spitze | einsame klasse | wie geschmiert |
        wie ein uhrwerk | wie angegossen | auf den punkt | selbst gemacht | was will man mehr | mehr geht nicht |
        stein vom herzen | gerne hier | gern hier | sehr gern | keine sekunde bereut | nie bereut | nicht bereut |
        noch nie enttaeuscht | auf verlass | ist verlass | macht laune | ein gedicht | gold wert |
        volltreffer gelandet | von herzen | guter laune | guten laune | sofort wieder | in guten haenden |
        in besten haenden | gut aufgehoben | bestens aufgehoben | finger lecken | rundum wohl | den tag gerettet |
        positiv ueberrascht | nichts zu maekeln | nichts zu kritisieren | nichts zu kritteln | ohne wenn und aber |
        macht spass | macht richtig spass | richtig spass | anstandslos behoben | dickes plus | ein traum |
        nichts auszusetzen | nichts zu meckern | nichts zu beanstanden | nichts zu bemaengeln |
        keine beanstandungen | daumen hoch | hut ab | wie am schnuerchen | sein geld wert | ihr geld wert |
        jeden cent wert | jeden euro wert | ans herz legen | vielen dank | vielen lieben dank | herzlichen dank |
        besten dank | grosses lob | grosses kompliment | ein kompliment | tausend dank | sehr zu empfehlen |
        zu empfehlen | komme wieder | kommen wieder | auf ganzer linie ueberzeugt | nicht zu toppen |
        so muss das sein | fuenf sterne | volle punktzahl | rundum zufrieden | freue mich | freu mich
    """,
    0.6: """
        kein problem | keine probleme | ohne probleme | alles gut | nicht schlecht | gar nicht schlecht |
        nicht teuer | nicht ueberteuert | keine wartezeit | ohne wartezeit | kein fehler | keine fehler |
        endlich wieder | geht wieder | laeuft wieder | wieder ganz | nicht kaputt | muss ich loben
    """,
    -0.7: """
        leider nicht | leider nur | leider kein | leider keine | aber nur | aber nicht | nur noch | nicht mal |
        nicht einmal | schon besser | zu laut | zu wenig | zu kurz | zu klein | zu hoch | zu eng | keiner kommt |
        niemand kommt | kam nicht | kommt nicht | wusste keiner | wusste niemand | weiss keiner | keiner wusste |
        keiner weiss | niemand wusste | wollte niemand | wollte keiner | wieder nicht | wieder kein | wieder keine |
        wieder nichts | wieder nur | immer noch nicht | bis heute nicht | bis heute nichts | noch immer nicht |
        tut sich nichts | passiert nichts | nichts passiert | kein wort | kein ton | kein lebenszeichen |
        kein gruss | ohne begruendung | ohne entschuldigung | ohne ankuendigung | ohne erklaerung |
        nicht eingehalten | nicht gehalten | nicht gehoert | nicht gefragt | nicht gewusst | nicht abgeholt |
        nicht zu finden | nicht zu erreichen | nicht ernst | haengen lassen | haengen gelassen | stehen lassen |
        stehen gelassen | sitzen lassen | sitzen gelassen | platzen lassen | warten musste | musste warten |
        mussten warten | vor verschlossener | vor verschlossenen | dauerte ewig | ewig warten | stundenlang |
        die haelfte fehlte | haelfte fehlt | am telefon abgewimmelt | nicht in ordnung | stimmt nicht |
        passt nicht | haelt nicht | nicht zugestaendig | nicht dicht | nicht fertig | ganz anders als |
        anders als beschrieben | schon mal besser | auch schon besser | mal besser | tut keiner | tut niemand |
        macht keiner | dauert ewig | ewig gedauert | ewigkeiten | seit wochen | seit monaten | wochen lang |
        monate lang | keine antwort | keine rueckmeldung | kein rueckruf | nicht zurueckgerufen | nicht gemeldet |
        meldet sich niemand | meldet sich keiner | niemand gemeldet | niemand erreichbar | keiner erreichbar |
        nicht erreichbar | telefonisch nicht | nicht ans telefon | niemand ans telefon | keiner ans telefon |
        geld zurueck | von wegen | schon wieder | laeuft nicht | antwortet nicht | reagiert nicht | heizt nicht |
        meldet sich nicht | springt nicht an | restlos bedient | mal wieder | nicht geliefert | nicht gekommen |
        nicht erschienen | kam niemand | kam keiner | zu spaet | zu lange | zu teuer | zu langsam | warten lassen |
        auf sich warten | auf den sack | auf die nerven | auf den keks | so lala | nicht gut | macht keinen spass |
        funktioniert nicht | geht nicht | klappt nicht | faellt aus | fallen aus | geht gar nichts | faehrt nicht |
        zum dritten mal | zum vierten mal | zum wiederholten mal | halbe stunde verspaetung | stunden verspaetung |
        minuten verspaetung | min verspaetung | ohne vorwarnung | kein strom | kein warmwasser | nicht zustaendig |
        keiner zustaendig | niemand zustaendig | keiner fuehlt sich | niemand fuehlt sich | keine heizung
    """,
    -1.4: """
        wie luft | wie dreck | wie ein bittsteller | wie eine nummer | ein scherz | satz mit x | nichts zu lachen |
        kein vergnuegen | gestohlen bleiben | hat nachgelassen | stark nachgelassen | ging daneben | ging schief |
        lief schief | in die hose | den bach runter | bach runter | unterste schublade | das letzte |
        das allerletzte | hand und fuss fehlt | ohne hand und fuss | tuten und blasen | linke haende |
        blassen schimmer | keinen schimmer | keinen plan | keine lust | kein bock | keinen bock | null bock |
        null ahnung | fass den boden | ausser spesen | spart euch | spar dir | sparen sie sich | euch sparen |
        mir sparen | man sich sparen | bogen um | haende ueber dem kopf | kragen geplatzt | platzt der kragen |
        hals raus | nerven verloren | nase voll | schnauze voll | faxen dicke | bedient bin | im stich | im regen |
        hinters licht | fuer dumm | auf den arm | ueber den loeffel | letzte mal | nicht wieder hin |
        nicht mehr hin | nicht wiedersehen | nie wieder hin | reicht mir | mir reicht | mir langt | finger weg |
        nicht noch einmal | nicht noch mal | nicht nochmal | nein danke | vielen dank fuer nichts |
        besten dank fuer nichts | nie im leben wieder | nie im leben | nie wieder | nie mehr | nie mehr wieder |
        niemals wieder | kein zweites mal | geht gar nicht | unter aller sau | unter aller kanone |
        zu wuenschen uebrig | rausgeschmissenes geld | rausgeworfenes geld | fuer die katz | ein witz |
        schlechter witz | schlechter scherz | auf keinen fall | auf gar keinen fall | danke fuer nichts |
        dank fuer nichts | na toll | na super | na klasse | na prima | na bravo | na danke | na herrlich |
        na wunderbar | na grossartig | na spitze | tolle wurst | ganz grosses kino | nicht zu gebrauchen |
        nicht zu empfehlen | nicht empfehlenswert | daumen runter | null sterne | kein stern | keinen stern |
        nichts als aerger | nur aerger | nur probleme | nichts funktioniert | macht euch weg | haende weg |
        lasst die finger | bloss nicht | kann nur warnen | kann ich nur warnen | nur abraten |
        ueber den tisch gezogen | am arsch | zum kotzen | leck mich | haben keine ahnung | hat keine ahnung |
        keine ahnung von
    """,
    0.0: """
        bei einer beschwerde | bei beschwerden | bei problemen | bei einer reklamation | bei reklamationen |
        bei stoerungen | bei einer stoerung | auf maengel | bei maengeln | bei schmerzen | im falle einer |
        im schadensfall | gegen kratzer | haette gern | haetten gern | haette gerne | gute fahrt | guten appetit |
        guter hoffnung | es gut sein | gut drei | gut zwei | gut eine | schoenen gruss | schoenen feierabend |
        schoene ferien | schoene weihnachten | frohes fest | herzlich willkommen | herzlichen glueckwunsch zum |
        alles gute | danke fuer die info | danke fuer den hinweis | danke fuer die auskunft | danke fuers teilen |
        trotzdem danke | danke trotzdem | guten tag | guten morgen | guten abend | gute nacht | schoenen tag |
        schoenen abend | schoenes wochenende | schoene gruesse | liebe gruesse | lieben gruss | lieber gruss |
        viele gruesse | freundliche gruesse | freundlichen gruessen | besten gruessen | beste gruesse |
        herzliche gruesse | dank im voraus | danke im voraus | vielen dank im voraus | vielen dank schon mal |
        vielen dank vorab | danke vorab | vielen dank fuer eure hilfe | herzlichen dank im voraus |
        danke schon mal | dank schon mal | danke fuer eure hilfe | danke fuer hilfe | dank fuer eure hilfe |
        danke fuer die hilfe | gute frage | keine ahnung | gut moeglich | so gut wie | gute besserung | viel spass |
        viel erfolg | liebes team | liebe kollegen | lieber herr | liebe frau | liebe leute | lieber kunde |
        nicht nur | nicht zuletzt | nicht unbedingt | gar nicht mal | im guten wie | problem geloest |
        fehler behoben | guten rutsch | guter rat | gut zu wissen | mehr oder weniger | lauten | laut der |
        laut dem | laut einer
    """,
}

NEGATORS: Final = word_set("""
    nicht kein keine keiner keinem keinen keines keinerlei nie niemals nichts ohne weder kaum wenig nix
    net ned niemand mitnichten keinesfalls keineswegs nich nimmer nirgends nirgendwo nit nischt koa koan koane
    null
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
DENIED_BEFORE: Final = (
    ("keine", "rede"), ("nicht", "die", "rede"), ("keine", "spur"), ("nichts", "zu", "spueren"),
    ("nichts", "zu", "merken"), ("nichts", "zu", "sehen"), ("nichts", "zu", "tun"), ("nichts", "am", "hut"),
    ("nichts", "gemein"), ("anders", "aus"), ("geht", "anders"), ("ist", "anders"), ("was", "anderes"),
    ("etwas", "anderes"), ("fehlanzeige",),
)  # fmt: skip
"""What denies the words before it (*von Abzocke kann keine Rede sein*, *pünktlich geht anders*)."""
DENIED_AFTER: Final = (
    ("alles", "andere", "als"), ("alles", "ausser"), ("entfernt", "von"), ("weit", "weg", "von"),
    ("gegenteil", "von"),
)  # fmt: skip
"""What denies the next word that tells, besides the single words in `NEGATORS`."""
DENIALS: Final = word_set("""
    rede spur spueren merken sehen tun hut gemein anders anderes fehlanzeige alles entfernt weg gegenteil
""")
"""One of these stands in every such denial."""
MODALS_LAST: Final = word_set("koennen sollen muessen duerfen")
"""*Hätte* with one of these at the end of a clause tells what was not done."""
UNMET: Final = word_set("gewuenscht erwartet erhofft")
"""*Hätte* with one of these tells what was missed."""
FITTING: Final = word_set("""
    nett schoen besser gut mindeste drin hilfreich fair angebracht noetig anstaendig hoeflich sinnvoll klueger wenigste
""")
"""*Wäre* with one of these and *gewesen* tells what was missed."""
REGRETS: Final = word_set("nur bloss doch lieber")
"""*Hätte ich nur …*: regret, or praise if one wishes it *sooner*."""
SOONER: Final = word_set("frueher eher gleich")
RELATIVES: Final = word_set("der die das den dem was")
ENDS_OF_CLAUSES: Final = word_set("""
    hat haben ist sind war waren wird wurde wurden kann koennte konnte habe haette waere geht ging hatte
""")
"""Verbs that stand last in a subordinate clause."""
BETTER: Final = word_set("""
    besser schoener netter freundlicher schneller sauberer guenstiger hoeflicher puenktlicher ordentlicher leckerer
    angenehmer zuverlaessiger kompetenter professioneller herzlicher gruendlicher einfacher hilfsbereiter liebevoller
    gemuetlicher reibungsloser unkomplizierter sorgfaeltiger perfekter
""")
"""Comparatives; denied with *hätte* they are the highest praise (*hätte nicht schöner sein können*)."""
COMPLAINTS: Final = frozenset({
    ("alles", "ausser"), ("auch", "noch"), ("nicht", "mal"), ("nicht", "einmal"), ("nur", "noch"),
    ("nichts", "mehr"), ("erst", "recht"),
})  # fmt: skip
"""After praise that stands alone they make it irony (*toll, jetzt tropft es auch noch*)."""
TASTES: Final = word_set("gern gerne mag liebt steht lust vorliebe")
"""*Wer gern friert, ist hier bestens bedient*: praise for those who like what nobody likes."""
VERBS_BEFORE_NOT: Final = word_set("""
    funktioniert klappt gefaellt gefallen empfehle lohnt stimmt mag passt hilft reicht kommt antwortet
    ueberzeugt schmeckt empfiehlt freut schmeckte ueberzeugte gefiel lohnte begeistert liebe freue
""")
"""Verbs that stand before their own *nicht* (*gefällt mir nicht*)."""
SAYING: Final = word_set("behaupten sagen bestaetigen finden feststellen")
"""*Ich kann nicht behaupten, dass …*: the negation reaches over the comma."""
BEHIND_ADJECTIVES: Final = word_set("und oder war ist wars hier da geht")
"""What follows an adjective that opens a sentence, but no preposition."""
YOU: Final = word_set("euch eure eurer euren ihnen ihre ihrer dich deine dieses diesen diese")
TRYING: Final = word_set("versucht versuchte probiert gefuehl eindruck")
"""*Niemand hat versucht, mir etwas anzudrehen*, *nie das Gefühl, …*: the negation reaches what was tried or felt."""
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
BLAMING_STARTS: Final = (
    "abzock", "pfusch", "murks", "horror", "wucher", "chaos", "katastroph", "schrott", "billig", "muell", "saustall",
    "nepp", "beschiss", "luegen", "ekel", "schimmel", "schlamper", "stuemper", "mogel",
)  # fmt: skip
PRAISING_STARTS: Final = (
    "lieblings", "traum", "spitzen", "wohlfuehl", "genuss", "gluecks", "wahnsinns", "bilderbuch", "verwoehn",
    "riesenlob", "herzens", "hammer", "mordsmaessig", "super", "mega",
)  # fmt: skip
"""What gives a compound its sense, whatever its head."""
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
