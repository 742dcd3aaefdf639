"""What is handed to the program from outside: a web address, a feed: link, an OPML file."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

MOST_CHARACTERS = 2_000
_ENDINGS = (".opml", ".xml")


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing handed over; exactly one of the two is set.

    Attributes:
        address: http(s) address to look for feeds at, or empty.
        opml: Path of a file, or empty.
    """

    address: str = ""
    opml: str = ""


def arrival(text: str) -> Arrival | None:
    """What a dropped text, a link or an argument of the command line means; None if nothing we know.

    ``feed://forum.example/rss`` and ``feed:https://forum.example/rss`` are addresses; ``file:`` and plain paths count
    only with the ending of an OPML file.
    """
    text = text.strip()
    if not text or len(text) > MOST_CHARACTERS or any(ord(sign) < 32 for sign in text):
        return None
    address = _address(text)
    if address:
        return Arrival(address=address)
    path = _path(text)
    return Arrival(opml=path) if path.lower().endswith(_ENDINGS) else None


def _address(text: str) -> str:
    """The http(s) address in a link, or empty."""
    if text[:5].lower() == "feed:":
        rest = text[5:]
        text = rest if rest[:4].lower() == "http" else f"http://{rest.lstrip('/')}"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return ""
    return text if parts.scheme.lower() in {"http", "https"} and host and " " not in text else ""


def _path(text: str) -> str:
    """The local file a text names, or empty; links to other computers are none."""
    if text[:5].lower() == "file:":
        try:
            parts = urlsplit(text)
        except ValueError:
            return ""
        from urllib.request import url2pathname  # late: brings a whole HTTP client

        return "" if parts.netloc not in {"", "localhost"} else url2pathname(unquote(parts.path))
    return "" if "://" in text else text
