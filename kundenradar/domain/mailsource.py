"""The source of an e-mail (RFC 5322, MIME), as mail programs show it."""

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]*):([ \t]|$)")
_OF_SOURCES = frozenset(
    {"content-type", "content-transfer-encoding", "mime-version", "received", "return-path", "message-id"}
)
_SHOWN = ("From", "Subject", "Date")
_PASSED_OVER = frozenset({"head", "style", "script", "title", "blockquote"})
_BREAKS = frozenset({"br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "hr"})


def shown_mail(text: str) -> str | None:
    """Sender, subject, date and text of a mail in its source form, decoded; None for any other text."""
    lines = text.lstrip("\ufeff\r\n").splitlines()
    if not _is_source(lines):
        return None
    from email import message_from_bytes, policy  # late: only for this, and slow to load

    try:
        mail = message_from_bytes("\n".join(lines).encode("utf-8", "surrogatepass"), policy=policy.default)
        part = mail.get_body(("plain", "html"))
        words = "" if part is None else _words(part)
        shown = [f"{name}: {' '.join(str(mail[name]).split())}" for name in _SHOWN if mail[name]]
    except (LookupError, ValueError, TypeError, AttributeError):  # the library's, on odd headers
        return None
    return "\n".join([*shown, "", words]) if words.strip() and len(shown) > 1 else None


def _is_source(lines: list[str]) -> bool:
    """Whether a text begins with headers that only a source has."""
    names = set[str]()
    for number, line in enumerate(lines):
        if not line.strip():
            break
        field = _FIELD.match(line)
        if field is not None:
            names.add(field[1].lower())
        elif not number or not line[0].isspace():
            return False
    return bool(names & _OF_SOURCES)


def _words(part: "Message") -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    words = _decoded(raw, part.get_content_charset("cp1252"))
    if part.get_content_subtype() != "html":
        return words
    reader = _Html()
    try:
        reader.feed(re.sub(r"<!\[[^>]*>?", "", words))
        reader.close()
    except AssertionError:  # the library's, on odd declarations
        return words
    return re.sub(r"\n\s*\n\s*", "\n\n", "".join(reader.words)).strip()


def _decoded(raw: bytes, charset: str) -> str:
    """Text that was pasted is UTF-8 whatever its header says; what was encoded is what the header says."""
    try:
        return raw.decode("utf-8")
    except ValueError:
        pass
    try:
        return raw.decode(charset, "replace")
    except LookupError:
        return raw.decode("cp1252", "replace")


class _Html(HTMLParser):
    """Collects the words of a mail in HTML; quoted mails are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._outside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the library's
        self._outside += tag in _PASSED_OVER
        if tag in _BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._outside = max(0, self._outside - (tag in _PASSED_OVER))
        if tag in _BREAKS and tag != "br":
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._outside:
            self.words.append(re.sub(r"\s+", " ", data))
