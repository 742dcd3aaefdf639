"""What reached us by telephone, letter or in person: entered by hand, judged and counted like all else."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from kundenradar.domain.mailsource import shown_mail

MOST_CHARACTERS = 20_000
TITLE_CHARACTERS = 90
LOCAL_ZONE = ZoneInfo("Europe/Berlin")


class Channel(StrEnum):
    """How feedback reached us."""

    PHONE = "telefon"
    LETTER = "brief"
    COUNTER = "tresen"
    EMAIL = "email"
    IN_PERSON = "persoenlich"


CHANNEL_WORDS = {
    Channel.PHONE: "Telefon",
    Channel.LETTER: "Brief",
    Channel.COUNTER: "Tresen",
    Channel.EMAIL: "E-Mail",
    Channel.IN_PERSON: "Persönlich",
}
"""German words, as they stand in the window and on the slip."""


@dataclass(frozen=True, slots=True)
class Note:
    """Feedback as it is entered.

    Attributes:
        text: What was said, at most 20,000 characters.
        at: When, aware.
        author: Name of the customer, None if it is not kept.
        title: Subject of a letter or e-mail, or empty.
        rating: 1 to 5 stars, or None.
    """

    text: str
    channel: Channel
    at: datetime
    author: str | None = None
    title: str = ""
    rating: float | None = None


@dataclass(frozen=True, slots=True)
class PastedMail:
    """An e-mail as it was pasted, without what its writer did not write.

    Attributes:
        is_mail: Whether anything looked like an e-mail; if not, `text` is what was given.
        at: Time of its header, aware, or None.
    """

    text: str
    subject: str = ""
    at: datetime | None = None
    is_mail: bool = False


_HEADER = re.compile(
    r"^(?P<name>Von|From|An|To|Cc|Kopie|Bcc|Betreff|Subject|Datum|Date|Gesendet|Sent|Antwort an|Reply-To)\s*:[ \t]*"
    r"(?P<value>.*)$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^\s*[-_]{3,}\s*(?:Weitergeleitete (?:Nachricht|Mail)|Forwarded message|Original(?:nachricht| Message)"
    r"|Ursprüngliche (?:Nachricht|Mail))\s*[-_]{3,}\s*$"
    r"|^\s*(?:Anfang der weitergeleiteten Nachricht|Begin forwarded message):?\s*$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"betreff|subject", re.IGNORECASE)
_WHEN = re.compile(r"datum|date|gesendet|sent", re.IGNORECASE)
_BEFORE = re.compile(
    r"^\s*(?:[-_]{3,}\s*)?(?:Ursprüngliche (?:Nachricht|Mail)|Original(?:nachricht| Message)|Weitergeleitete Nachricht"
    r"|Forwarded [Mm]essage|Anfang der weitergeleiteten Nachricht)\b.*$"
    r"|^\s*(?:Am|On)\s.{4,120}(?:schrieb|wrote).{0,120}:?\s*$"
    r"|^_{10,}\s*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"^-- ?$"
    r"|^\s*(?:Mit\s+(?:freundlichen?|besten|herzlichen|lieben)\s+Gr(?:ü|ue)(?:ß|ss)(?:en)?"
    r"|(?:Freundliche|Viele|Beste|Liebe|Herzliche|Schöne)\s+Gr(?:ü|ue)(?:ß|ss)e|Gru(?:ß|ss)|MfG|LG|VG"
    r"|Hochachtungsvoll|Best regards|Kind regards)\b.{0,60}$"
    r"|^\s*(?:Gesendet von|Von meinem .{1,30} gesendet|Sent from)\b.*$",
    re.IGNORECASE,
)
_GERMAN_TIME = re.compile(
    r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2}|[A-Za-zäö]+)\.?\s?(?P<y>\d{4})(?:\D{1,12}(?P<h>\d{1,2}):(?P<i>\d{2}))?"
)
_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")


def title_of(note: Note) -> str:
    """What a list shows of a note: its subject, else its first sentence, shortened."""
    if note.title.strip():
        return " ".join(note.title.split())[:TITLE_CHARACTERS]
    line = " ".join(note.text.split())
    end = re.search(r"[.!?](?=\s|$)", line)
    sentence = line[: end.end()] if end else line
    if len(sentence) <= TITLE_CHARACTERS:
        return sentence.rstrip(".")
    return sentence[:TITLE_CHARACTERS].rsplit(" ", 1)[0] + " …"


def pasted_mail(text: str) -> PastedMail:
    """An e-mail without headers, quoted mails and signature; other texts stay as they are.

    The source of a mail (with its MIME headers) is read as mail programs show it. What was only passed on stands for
    itself: there the words of the customer are below the line that elsewhere begins a quoted mail.
    """
    source = shown_mail(text)
    lines = (text if source is None else source).replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    lines = _passed_on(lines)
    headers, body = _headers(lines)
    if headers and (inner := _passed_on(body)) is not body:  # a mail of ours whose only content is the customer's
        headers, body = _headers(inner)
    kept: list[str] = []
    has_quote = False
    for number, line in enumerate(body):
        if _BEFORE.match(line) or (kept and _starts_headers(body[number:])):
            has_quote = True
            break
        if line.lstrip().startswith(">"):
            has_quote = True
        else:
            kept.append(line)
    is_mail = bool(headers) or has_quote or source is not None
    if not is_mail:
        return PastedMail(text)
    words = re.sub(r"\n{3,}", "\n\n", "\n".join(_without_signature(kept))).strip()
    subject = next((value for name, value in headers if _SUBJECT.fullmatch(name)), "")
    at = next((_time(value) for name, value in headers if _WHEN.fullmatch(name)), None)
    return PastedMail(words or "\n".join(kept).strip(), subject.strip(), at, is_mail=True)


def _passed_on(lines: list[str]) -> list[str]:
    """What a mail passes on if nothing stands before it, else the same lines."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not _FORWARDED.match(lines[first] if lines else ""):
        return lines
    inner = "\n".join(lines[first + 1 :]).strip("\n").split("\n")
    return inner if _starts_headers(inner) else lines


def _headers(lines: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The header lines at the start, and what follows; at least two, for „Von: hier“ may begin a sentence."""
    if not _starts_headers(lines):
        return [], lines
    found: list[tuple[str, str]] = []
    for number, line in enumerate(lines):
        header = _HEADER.match(line)
        if header is not None:
            found.append((header["name"], header["value"]))
        elif (line.strip() and not line[0].isspace()) or (not line.strip() and found):
            return found, lines[number:]
    return found, []


def _starts_headers(lines: list[str]) -> bool:
    return sum(_HEADER.match(line) is not None for line in lines[:4]) > 1 and _HEADER.match(lines[0]) is not None


def _without_signature(lines: list[str]) -> list[str]:
    """Everything before the greeting at the end; a greeting with much after it is none."""
    for number, line in enumerate(lines):
        after = [later for later in lines[number + 1 :] if later.strip()]
        if number and _SIGNATURE.match(line) and (line.rstrip() == "--" or len(after) <= 12):
            return lines[:number]
    return lines


def _time(value: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(value)
    except ValueError:
        return _german_time(value)
    return found if found.tzinfo is not None else found.replace(tzinfo=LOCAL_ZONE)


def _german_time(value: str) -> datetime | None:
    found = _GERMAN_TIME.search(value)
    if found is None:
        return None
    named = found["m"][:3].casefold()
    month = int(found["m"]) if found["m"].isdecimal() else _MONTHS.index(named) + 1 if named in _MONTHS else 0
    try:
        return datetime(
            int(found["y"]), month, int(found["d"]), int(found["h"] or 12), int(found["i"] or 0), tzinfo=LOCAL_ZONE
        )
    except ValueError:
        return None
