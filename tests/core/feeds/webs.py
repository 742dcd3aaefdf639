"""A small internet for discovery, and feeds to put into it."""

from concurrent.futures import Future
from dataclasses import dataclass, field

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest


def rss(title: str = "Blog", hours: int = 12) -> bytes:
    items = "".join(
        f"<item><title>{n}</title><guid>{n}</guid>"
        f"<pubDate>Mon, 01 Dec 2025 {n * hours % 24:02d}:00:00 GMT</pubDate></item>"
        for n in range(3)
    )
    shown = title.replace("&", "&amp;").replace("&amp;amp;", "&amp;")
    return f'<rss version="2.0"><channel><title>{shown}</title>{items}</channel></rss>'.encode()


@dataclass
class Web:
    """Bytes are answers, a trouble is raised, anything else is not there."""

    places: dict[str, bytes | TroubleKind]
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[FetchRequest] = field(default_factory=list)

    def submit(self, request: FetchRequest) -> Future[Fetched]:
        self.asked.append(request)
        future: Future[Fetched] = Future()
        url = self.moved.get(request.url, request.url)
        place = self.places.get(url, TroubleKind.NOT_FOUND)
        if isinstance(place, TroubleKind):
            future.set_exception(OutsideError(Trouble(place, "a.example")))
        else:
            future.set_result(Fetched(url, url if url != request.url else None, 200, place))
        return future

    def close(self) -> None:
        self.places.clear()

    @property
    def urls(self) -> list[str]:
        return [request.url for request in self.asked]
