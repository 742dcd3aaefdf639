"""Which words stand in many of some texts: what a word cloud shows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kundenradar.domain.stems import says_something
from kundenradar.domain.text import tokens

MIN_LETTERS = 3
MIN_TEXTS = 2
_CLOSED_WORDS = """
    aber alle allem allen aller alles als also am an ans andere anderen anderer anderes auch auf aus außer bei
    beim bereits bin bis bist bitte da dabei dadurch dafür dagegen daher dahin damit danach daneben dann daran
    darauf daraus darf darin darum darunter darüber das dass davon davor dazu dein deine dem demnach den denen
    denn dennoch der deren derer derselbe des deshalb dessen desto deswegen dich die dies diese diesem diesen
    dieser dieses dir doch dort du durch dürfen eben ebenfalls ebenso ein eine einem einen einer eines einfach
    einige einigen einiger einiges einmal einzig entweder er erst es etwa etwas euch euer eure falls fast für
    gar gegen gegenüber genau gerade gern gibt gegeben ging habe haben hab habt hallo hast hat hatte hatten
    hätte hätten heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem
    innerhalb ins ist ja jede jedem jeden jeder jedes jedoch jemand jener jetzt kam kann kannst kein keine
    keinem keinen keiner könnte könnten können lang lange leider letzte letzten los machen macht mag mal man
    manche mehr mein meine meinem meinen meiner meines mich mir mit muss musste müssen nach nachdem natürlich
    neben nein nicht nichts nie niemand noch nun nur ob obwohl oder oft ohne paar recht sagte schon sehr sei
    seid sein seine seinem seinen seiner seit seitdem selbst sich sie sind so sobald sogar solch solche soll
    sollen sollte sollten somit sondern sonst soweit sowie sowohl statt stets such tun trotz trotzdem über
    überhaupt um und uns unser unsere unserem unseren unserer unter usw viel viele vielen vielleicht vom von
    vor während wann war waren warum was weder weg wegen weil weiter welche welchem welchen welcher welches
    wenig weniger wenn wer werde werden wessen wie wieder will wir wird wirklich wissen wo wobei wodurch wohl
    wollen wollte womit worden worin wurde wurden würde würden zu zum zur zwar zwischen the and for you com
    www http https
"""
CLOSED_WORDS = frozenset(token.folded for token in tokens(_CLOSED_WORDS))
"""Words that say nothing about a text: articles, pronouns, prepositions, conjunctions, auxiliaries."""


@dataclass(frozen=True, slots=True)
class CloudWord:
    """A word of many texts.

    Attributes:
        word: As it is written most often.
        texts: In how many texts it stands.
    """

    word: str
    texts: int


def cloud_words(texts: Iterable[str], passed_over: frozenset[str] = frozenset(), limit: int = 60) -> list[CloudWord]:
    """The words that stand in most texts, the most frequent first; each text counts a word once.

    Args:
        texts: Any texts.
        passed_over: Folded words to leave out besides those that say nothing.
        limit: How many at most.
    """
    counts: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for text in texts:
        seen: dict[str, str] = {}
        for token in tokens(text):
            if _tells(token.folded) and token.folded not in passed_over:
                seen.setdefault(token.folded, text[token.start : token.end])
        counts.update(seen.keys())
        for folded, spelling in seen.items():
            written.setdefault(folded, Counter())[spelling] += 1
    common = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
    return [CloudWord(written[folded].most_common(1)[0][0], number) for folded, number in common if number >= MIN_TEXTS]


def telling_words(text: str, limit: int) -> list[str]:
    """The first words of one text that say something, as they are written, each once; nouns before all others."""
    found: dict[str, str] = {}
    for token in tokens(text):
        if _tells(token.folded) and len(token.folded) > MIN_LETTERS:
            found.setdefault(token.folded, text[token.start : token.end])
    return sorted(found.values(), key=lambda word: not word[0].isupper())[:limit]


def _tells(folded: str) -> bool:
    return len(folded) >= MIN_LETTERS and says_something(folded) and folded not in CLOSED_WORDS
