"""The words that tell what somebody wants: families in the pattern language of `kundenradar.classify.causes`.

Written by hand for this program. A mild word needs company to make praise or criticism.
"""

PRAISE = """
super, supergut*, toll, tolle*, großartig*, hervorragend*, ausgezeichnet*, exzellent*, fantastisch*, phantastisch*,
wunderbar*, wunderschön*, wundervoll*, perfekt*, spitze, spitzen*, klasse, prima, top, tiptop, tipptopp, bestens,
genial*, hammer*, mega, mega*, traumhaft*, himmlisch*, köstlich*, lecker, lecker*, delikat*, vorzüglich*,
erstklassig*, vorbildlich*, tadellos*, einwandfrei*, makellos*, astrein*, sensationell*, grandios*, phänomenal*,
unschlagbar*, brillant*, begeister*, zufrieden*, hochzufrieden*, glücklich*, dankbar*, angenehm*, freundlich*,
freundlichst*, nett, nette*, liebevoll*, lieb, herzlich*, zuvorkommend*, hilfsbereit*, aufmerksam*, kompetent*,
fachkundig*, professionell*, engagiert*, pünktlich*, zuverlässig*, verlässlich*, flott*, zügig*, prompt*,
reibungslos*, problemlos*, unkompliziert*, anstandslos*, kulant*, fair, faire*, preiswert*, günstig*, sauber,
saubere*, gepflegt*, gemütlich*, wohlgefühlt, wohlfühl*, lobenswert*, sorgfältig*, gewissenhaft*, umsichtig*,
geduldig*, einfühlsam*, ehrlich*, vertrauenswürdig*, gelungen*, schön, schöne*, schönst*, hübsch*, gut, gute*, bester,
beste, besten, bestes, bestem, besser, lob, kompliment*, respekt, chapeau, bravo, danke*, dankeschön*, schwärm*,
überzeug*, geschmeckt, geklappt, klappt, gefällt, gefallen, gefiel, verwöhnt, vorbehaltlos*, lohnenswert*, wertig*,
hochwertig*, ordentlich*, gründlich*, flink*, fix, aufgehoben, unglaublich gut, einsame klasse, geil*, nice, cool,
krass gut, wow, bombe, bomben*, cremig*, saftig*, hut ab, daumen hoch, weiter so, kein vergleich, ein traum, ein
gedicht, eine freude, ein genuss, rundum*, jederzeit wieder, immer wieder gern*, gerne wieder, gern wieder, komme
wieder, kommen wieder, wie neu, jeden cent, wie am schnürchen, wie geschmiert, sehr gut*, richtig gut*, voll und ganz,
ans herz gewachsen, ernst genommen, viel mühe, liebe zum detail, mit herz*, herzblut, dank, beeindruck*, vielen dank,
herzlichen dank, besten dank, tausend dank, geholfen, gerettet, top*, einzigartig*, sympathisch*, nie enttäuscht, noch
nie unzufrieden, alles bestens, alles gut, alles perfekt, eins a, 1a, volle punktzahl, fünf sterne, durchdacht*,
charmant*, reichhaltig*, großzügig*, vielfältig*, komfortabel*, idyllisch*, frisch, frische*, knusprig*,
fachmännisch*, meisterhaft*, überragend*, unvergesslich*, vertrauensvoll*, gastfreundlich*, bemüht, treffsicher*,
blitzsauber*, blitzschnell*, superschnell*, supernett*, jut, schnell, schnelle*, wohl, überrascht, zuvorkommenheit,
gelöst, gelobt, loben, freude, gefreut, freuen uns
"""

MILD_PRAISE = """
gut, gute*, besser, schön, schöne*, schnell, schnelle*, sauber, saubere*, ordentlich*, günstig*, fix, freude, wohl,
geklappt, klappt, gefällt, gefallen, geholfen, dank, danke, danke*, überrascht, bemüht, gelöst, freundlich, ehrlich*,
lieb, cool, frisch, frische*, pünktlich, fair, faire*, nett, nette*, glücklich*, respekt, angenehm*, zufrieden*,
besten, freuen uns, gefreut, gelobt, wunder*, kompetent
"""

BLAME = """
trocken, gequietscht, kalt, kaltes, zersprungen, schlecht*, mies, miese*, miserabel*, miserabl*, blöd, blöde*,
mangelhaft*, furchtbar*, fürchterlich*, schrecklich*, grauenhaft*, grausig*, grottig*, grottenschlecht*, katastroph*,
desaströs*, desaster*, unterirdisch*, unmöglich*, unverschämt*, unfreundlich*, unhöflich*, patzig*, pampig*,
arrogant*, frech, freche*, frechheit*, dreist*, respektlos*, herablassend*, schnippisch*, mürrisch*, lieblos*,
gleichgültig*, inkompeten*, unfähig*, ahnungslos*, planlos*, überfordert*, unprofessionell*, unorganisiert*,
chaotisch*, chaos, schlampig*, schlamperei*, pfusch*, murks*, stümper*, laienhaft*, dilettant*, unseriös*,
unzuverlässig*, unpünktlich*, verspät*, verspätung*, kaputt*, defekt*, undicht*, zerbrochen*, zerkratzt*, beschädigt*,
fehlerhaft*, verbogen*, schief, verzogen*, verschimmelt*, verdorben*, ungenießbar*, versalzen*, lauwarm*, zäh, fade,
geschmacklos*, altbacken*, steinhart*, verkocht*, verbrannt*, labbrig*, schmutzig*, dreckig*, verdreckt*, eklig*,
ekelhaft*, ekelerregend*, widerlich*, unhygienisch*, stinkt*, gestank*, muffig*, versifft*, enttäusch*, unzufrieden*,
verärger*, ärger*, ärgert*, ärgerlich*, sauer, wütend*, genervt, nervt*, nervig*, frust*, entsetzt*, empört*,
empörend*, bodenlos*, peinlich*, lächerlich*, skandal*, zumutung*, unding, sauerei*, schweinerei*, saftladen*,
abzock*, wucher*, betrug*, betrogen*, betrüg*, beschiss*, verarsch*, veräppelt*, verschaukelt*, überteuert*,
übertrieben*, maßlos*, unangemessen*, reinfall*, fehlkauf*, reklam*, beschwer*, beschwerde*, mangel, mängel*, mängeln,
schrott*, müll, mist, scheiß*, beschissen*, mau, flop, albtraum*, alptraum*, horror*, leider, bedauerlich*, trotz
mehrfach*, vergeblich*, umsonst, erfolglos*, vergessen*, ignoriert*, abgewimmelt*, vertröst*, hingehalten*,
verschlafen, verbockt*, vermurkst*, verpfuscht*, versaut*, vermasselt*, verschnitten*, verwechselt*, verloren,
verschlampt*, verschwunden*, abgesagt*, verschoben*, ausgefallen*, weggedrückt*, aufgelegt, angeschnauzt*,
angeschrien*, angepöbelt*, angemeckert*, abgefertigt*, ausgenutzt*, zu spät, zu teuer, viel zu, zu lange, zu laut, zu
klein*, zu wenig, zu hoch*, teurer, teuer*, überhöht*, abgelehnt*, verweigert*, mahnung*, frist, anwalt, finger weg,
nie wieder, nie mehr, kann man vergessen, könnt ihr vergessen, weit weg bleiben, warne, warnen, gewarnt, abraten,
abzuraten, rate ab, unter aller sau, unter aller kanone, unter aller würde, hinten und vorne nicht, vorne und hinten
nicht, für die katz, in den sand gesetzt, nicht zu empfehlen, nicht erreichbar, niemand erreichbar, keiner erreichbar,
geht niemand ran, geht keiner ran, hebt niemand ab, hebt keiner ab, funktioniert nicht*, geht nicht, ging nicht, passt
nicht, passte nicht, stimmt nicht, stimmte nicht, klappt nicht, klappte nicht, hält nicht, reagiert nicht, keine
antwort, keine reaktion, keine rückmeldung, keine entschuldigung, keine lösung, keine spur von, kein ansprechpartner,
kein wort, kein lebenszeichen, nicht erschienen, nicht gekommen, nicht aufgetaucht, nicht angekommen, nicht geliefert,
nicht eingehalten, nicht behoben, nicht erledigt, nicht zurückgerufen, im stich gelassen, hängen lassen, hängen
gelassen, warten lassen, stehen lassen, stehen gelassen, über den tisch gezogen, am langen arm, für dumm verkauft,
schon wieder, immer noch nicht, bis heute nicht, bis heute kein*, seit wochen, seit monaten, seit tagen, wochenlang*,
monatelang*, ewigkeit*, stundenlang*, *warteschleife*, nur noch lieblos*, nachgelassen*, verschlechtert*,
rückschritt*, minuspunkt*, kritik, bemängel*, nachteil*, schwachstelle*, ausrede*, hinhalte*, geldgier*, lustlos*,
mangels, tropft*, wackelt*, klemmt*, rostet*, bröckelt*, bröselt*, bröseln, blättert*, hakt, quietscht*, gerissen*,
geplatzt*, abgebrochen*, gesprungen*, durchgelegen*, hellhörig*, doppelt so hoch*, zu viel berechnet*, zu viel
abgebucht*, falsch, falsche*, falschlieferung*, fehlt*, fehlte*, fehlen, ausverkauft*, verschlossen*, geschlossen*,
sinnlos*, nutzlos*, wertlos*, taugt nichts, taugt nix, nichts taugt, bringt nichts, nichts passiert, passiert nichts,
passiert nix, gar nichts, nichts gemacht, nichts als, außer spesen, gleich null, keinen cent wert, geldverschwendung*,
unbrauchbar*, unzumutbar*, unakzeptabel*, inakzeptabel*, unfassbar*, unglaublich*, ungepflegt*, unsauber*, ungerecht*,
unfair*, unhaltbar*, unsensibel*, ungehobelt*, rüde*, grob, schroff*, ruppig*, barsch*, rausgeworfen*, abkassier*,
abgezockt*, ausgetrickst*, gelogen, lüge*, leere versprech*, versprochen, angeblich*, von wegen, bin bedient, schnauze
voll, faxen dicke, faxe dicke, nase voll, kragen
"""

MILD_BLAME = """
trocken, gequietscht, kalt, kaltes, zersprungen, leider, falsch, falsche*, fehlt*, fehlte*, fehlen, teuer*, teurer,
verloren, vergessen*, verschwunden*, geschlossen*, verschlossen*, umsonst, kaputt*, defekt*, frist, anwalt, schief,
sauer, müll, mist, tropft*, wackelt*, klemmt*, hakt, quietscht*, rostet*, gerissen*, geplatzt*, abgebrochen*,
ausgefallen*, undicht*, versprochen, angeblich*, kritik, unfassbar*, unglaublich*, geht nicht, ging nicht, gar nichts,
passt nicht, viel zu, zu klein*, zu hoch*, zu wenig, grob, kragen, verschoben*, abgesagt*, stimmt nicht, ausverkauft*,
seit tagen, seit wochen, seit monaten, schon wieder, übertrieben*, warnen, nachteil*, ärger*, aufgelegt, reklam*,
beschwer*, mängel*, mangel, nichts als, zäh, fade, kein wort, überfordert*, zu lange, von wegen, nie mehr, zu spät, zu
laut, geht niemand ran, funktioniert nicht*, hellhörig*, frech, schade
"""
