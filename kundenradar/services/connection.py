"""„Verbindung prüfen“: the way out step by step, and the one obstacle that explains what fails."""

import re
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, wait
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from kundenradar.context import Context
from kundenradar.domain.connection import Obstacle, obstacle_of
from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched
from kundenradar.domain.sources import Source, SourceId, is_fetched, is_listened_to
from kundenradar.feeds.network import has_route, uses_proxy_script
from kundenradar.feeds.wrongpage import trouble_of_page
from kundenradar.services.messages import trouble_sentence
from kundenradar.services.polls import request_for, without_secrets
from kundenradar.services.proxies import ProxyChoice

MOST_HOSTS = 3
DEADLINE_S = 12.0
_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)

OBSTACLE_WORDS: dict[Obstacle, str] = {
    Obstacle.NONE: "Die Verbindung ist in Ordnung.",
    Obstacle.NO_NETWORK: "Dieser Rechner hat gerade keine Verbindung zum Internet. Prüfen Sie Netzwerkkabel oder WLAN; "
    "Gespeichertes bleibt lesbar.",
    Obstacle.DNS: "Namen von Internetseiten lassen sich nicht auflösen. Meist hilft es, den Router neu zu starten; "
    "sonst hilft der Internetanbieter.",
    Obstacle.PROXY: "Der Proxy-Server ist nicht zu erreichen. Prüfen Sie seine Adresse unter "
    "Einstellungen › Verbindung.",
    Obstacle.PROXY_LOGIN: "Der Proxy-Server verlangt eine Anmeldung. Tragen Sie Benutzername und Passwort unter "
    "Einstellungen › Verbindung ein.",
    Obstacle.PROXY_SCRIPT: "Dieser Rechner findet seinen Proxy-Server durch ein Skript (PAC), das Kundenradar nicht "
    "ausführt. Tragen Sie die Adresse des Proxy-Servers unter Einstellungen › Verbindung von Hand ein.",
    Obstacle.INSPECTION: "Ein Virenschutz oder ein Gerät im Firmennetz prüft verschlüsselte Verbindungen mit einem "
    "Zertifikat, das dieser Rechner nicht kennt. Ihre Technik kann es im System hinterlegen.",
    Obstacle.CLOCK: "Die Uhr dieses Rechners geht falsch. Stellen Sie Datum und Uhrzeit; danach gelten auch die "
    "Zertifikate wieder.",
    Obstacle.PORTAL: "Dieses WLAN verlangt eine Anmeldung. Öffnen Sie den Browser und melden Sie sich an.",
    Obstacle.SOURCE: "Der Weg ins Internet ist frei. Die Störung liegt bei der Quelle.",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its German name, whether it is in order, and what was seen."""

    name: str
    ok: bool
    words: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What the check came to.

    Attributes:
        obstacle: The one obstacle.
        words: It in German, and what helps.
        checks: What was looked at, in order.
    """

    obstacle: Obstacle
    words: str
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing stands in the way."""
        return self.obstacle in {Obstacle.NONE, Obstacle.SOURCE}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the system knows about the way out."""

    has_route: Callable[[], bool] = has_route
    uses_script: Callable[[], bool] = uses_proxy_script


def check_connection(ctx: Context, source_id: SourceId | None = None, outlook: Outlook | None = None) -> Diagnosis:
    """Ask the owner's own sources (nobody else) and tell the obstacle if they do not answer. Waits for the network.

    Args:
        ctx: Context.
        source_id: A source to ask first; a few others tell whether it is alone.
        outlook: What the system knows, if not the real one.
    """
    look = outlook or Outlook()
    sources = _chosen(ctx, source_id)
    answers = _ask(ctx, sources)
    outcomes = [_trouble_in(answer) for answer in answers]
    skews = [answer.skew_s for answer in answers if isinstance(answer, Fetched) and answer.skew_s is not None]
    skew_s = min(skews, key=abs) if skews else None
    route, script = look.has_route(), look.uses_script()
    obstacle = obstacle_of(outcomes, has_route=route, has_script=script, skew_s=skew_s)
    reached = any(outcome is None for outcome in outcomes)
    checks = [
        Check("Netz", route or reached, "verbunden" if route or reached else "kein Weg ins Internet"),
        _proxy_check(ctx, sources, obstacle, script=script),
        Check("Uhr", obstacle is not Obstacle.CLOCK, _clock_words(skew_s, obstacle)),
    ]
    pairs = zip(sources, outcomes, strict=True)
    checks += [
        Check(source.name, trouble is None, "antwortet" if trouble is None else trouble_sentence(trouble))
        for source, trouble in pairs
    ]
    return Diagnosis(obstacle, OBSTACLE_WORDS[obstacle], tuple(checks))


def _chosen(ctx: Context, source_id: SourceId | None) -> list[Source]:
    """The source asked for first, then the ones heard last, one per host."""
    with ctx.store.read() as tx:
        wanted = [] if source_id is None else [tx.sources.get(source_id)]
        listed = [source for source in tx.sources.list() if is_listened_to(source) and is_fetched(source)]
    latest = sorted(listed, key=lambda source: source.last_success or source.added_at, reverse=True)
    by_host: dict[str | None, Source] = {}
    for source in (*wanted, *latest):
        by_host.setdefault(urlsplit(source.feed_url).hostname, source)
    return list(by_host.values())[:MOST_HOSTS]


def _ask(ctx: Context, sources: Sequence[Source]) -> list[Fetched | Trouble]:
    asked = []
    for source in sources:
        secrets = ctx.credentials.get(source.id) if source.has_login else None
        request = request_for(source, secrets, ctx.clock.now(), forced=True)
        asked.append((source, secrets, ctx.fetcher.submit(replace(request, deadline_s=DEADLINE_S))))
    wait([future for _source, _secrets, future in asked], timeout=2 * DEADLINE_S)
    answers: list[Fetched | Trouble] = []
    for source, secrets, future in asked:
        try:
            answers.append(without_secrets(future.result(0), secrets))
        except OutsideError as error:
            answers.append(error.trouble)
        except (TimeoutError, CancelledError):
            future.cancel()
            answers.append(Trouble(TroubleKind.TIMEOUT, urlsplit(source.feed_url).hostname or ""))
    return answers


def _trouble_in(answer: Fetched | Trouble) -> Trouble | None:
    """What is wrong with an answer: a page in place of a feed tells of a WLAN that wants a login."""
    if isinstance(answer, Trouble):
        return answer
    host = urlsplit(answer.url).hostname or ""
    is_page = _PAGE.match(answer.body[:4096]) is not None
    return trouble_of_page(answer, Trouble(TroubleKind.NOT_A_FEED, host)) if is_page else None


def _proxy_check(ctx: Context, sources: Sequence[Source], obstacle: Obstacle, *, script: bool) -> Check:
    url = sources[0].feed_url if sources else "https://example.org/"
    proxy = ProxyChoice(ctx.settings, ctx.credentials)(url)
    ok = obstacle not in {Obstacle.PROXY, Obstacle.PROXY_LOGIN, Obstacle.PROXY_SCRIPT}
    if proxy is None:
        return Check("Proxy", ok, "wird durch ein Skript bestimmt (PAC)" if script else "keiner")
    host = urlsplit(proxy if "://" in proxy else f"http://{proxy}").netloc.rpartition("@")[2]
    whose = "aus den Einstellungen des Systems" if ctx.settings.current.proxy == "system" else "von Hand eingetragen"
    return Check("Proxy", ok, f"{host} ({whose})")


def _clock_words(skew_s: float | None, obstacle: Obstacle) -> str:
    if skew_s is not None and obstacle is Obstacle.CLOCK:
        minutes = max(1, round(abs(skew_s) / 60))
        return f"geht {minutes} Minuten {'vor' if skew_s > 0 else 'nach'}"
    return "geht vermutlich falsch" if obstacle is Obstacle.CLOCK else "in Ordnung"
