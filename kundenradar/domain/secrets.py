"""What opens a locked source, and how it is kept out of everything that is stored or shown."""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit, urlunsplit

MARK = "***"
"""Stands in a stored address where its secret part belongs."""
MAX_SECRET_CHARS = 8192
MIN_TOKEN_CHARS = 6
_NAMES = frozenset({"pass", "pwd", "pw", "jwt", "sig"})
_ENDINGS = ("token", "apikey", "secret", "password", "passwd", "signature")  # of names: access_token, X-Amz-Signature
_SHAPES = {
    "at": re.compile(r"\d+-[0-9a-fA-F]{16,}"),  # WoltLab: user id and token
    "feed": re.compile(r"[0-9a-fA-F]{24,}"),  # Reddit: personal feeds
}
_RANDOM = re.compile(r"(?=[^0-9]*[0-9])(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9_\-]{24,}")
_RANDOM_NAMES = frozenset({"k", "sk", "code"})
_RANDOM_ENDINGS = ("key", "auth", "hash", "access", "session", "sessionid", "sessid", "sid", "credentials")
_JWT = re.compile(r"eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")  # Lemmy: /feeds/inbox/TOKEN.xml
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}\Z")
_NEVER_SET = frozenset(
    {
        *("host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect", "range"),
        *("accept-encoding", "cookie", "if-none-match", "if-modified-since", "proxy-authorization"),
    }
)


class LoginKind(StrEnum):
    """How a source is opened."""

    PASSWORD = "password"  # noqa: S105 - the word, no password
    HEADER = "header"
    COOKIE = "cookie"
    TOKEN = "token"  # noqa: S105 - as above; inside the address


@dataclass(frozen=True, slots=True)
class Secrets:
    """What opens a source. Lives in the keyring and in memory only; never printed.

    Attributes:
        user: User name; empty without password.
        password: Password, for Basic or Digest.
        header: Name and value of a header, or an empty name.
        cookie: Value of the ``Cookie`` header, or empty.
        tokens: Secret parts of the address, in their order (`split_tokens`).
    """

    user: str = ""
    password: str = ""
    header: tuple[str, str] = ("", "")
    cookie: str = ""
    tokens: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "Secrets(…)"

    @property
    def kinds(self) -> tuple[LoginKind, ...]:
        """What there is, in a fixed order; empty if nothing."""
        there = (
            (LoginKind.PASSWORD, bool(self.user)),
            (LoginKind.HEADER, bool(self.header[0])),
            (LoginKind.COOKIE, bool(self.cookie)),
            (LoginKind.TOKEN, bool(self.tokens)),
        )
        return tuple(kind for kind, is_there in there if is_there)

    def without_login(self) -> "Secrets":
        """Only what belongs into the address."""
        return Secrets(tokens=self.tokens)

    def to_json(self) -> str:
        """The form that lies in the keyring."""
        return json.dumps(
            {
                "user": self.user,
                "password": self.password,
                "header": list(self.header),
                "cookie": self.cookie,
                "tokens": list(self.tokens),
            }
        )


def read_secrets(text: str | None) -> Secrets | None:
    """What `Secrets.to_json` (or the first version: a list of user and password) wrote; None for anything else."""
    try:
        found = json.loads(text or "null")
    except ValueError:
        return None
    if isinstance(found, list) and len(found) == 2 and all(isinstance(part, str) for part in found):
        return Secrets(found[0], found[1])
    if not isinstance(found, dict):
        return None
    header, tokens = found.get("header"), found.get("tokens")
    words = [found.get(name) for name in ("user", "password", "cookie")]
    lists = [header, tokens]
    if not all(isinstance(word, str) for word in words) or not all(
        isinstance(one, list) and all(isinstance(part, str) for part in one) for one in lists
    ):
        return None
    if not isinstance(header, list) or len(header) != 2 or not isinstance(tokens, list):
        return None
    return Secrets(str(words[0]), str(words[1]), (header[0], header[1]), str(words[2]), tuple(tokens))


def header_of(line: str) -> tuple[str, str] | None:
    """Name and value of a header line (``X-Api-Key: abc``); None if it is none that may be sent."""
    name, colon, value = (part.strip() for part in line.partition(":"))
    if not colon or not value or not _HEADER_NAME.match(name) or name.lower() in _NEVER_SET:
        return None
    return (name, value) if is_sendable(value) else None


def is_sendable(value: str) -> bool:
    """Whether a text may stand in a header: printable, in Latin-1, not too long."""
    return value.isprintable() and len(value) <= MAX_SECRET_CHARS and all(ord(sign) < 256 for sign in value)


def split_tokens(address: str) -> tuple[str, tuple[str, ...]]:
    """An address without its secret parts (`MARK` in their place), and these in order.

    Known are the private feeds of WoltLab (``at=``), Reddit (``feed=``), NodeBB and Lemmy, parameters named like
    a secret, and long random values of parameters named like a key.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address, ()
    tokens: list[str] = []

    def hide(found: re.Match[str]) -> str:
        tokens.append(found[0])
        return MARK

    def without(query: str) -> str:
        pairs = []
        for pair in re.split("([&;])", query):
            name, equals, value = pair.partition("=")
            if equals and value != MARK and _is_secret(name, value):
                tokens.append(value)
                value = MARK
            pairs.append(f"{name}{equals}{value}")
        return "".join(pairs)

    path, query, fragment = _JWT.sub(hide, parts.path), without(parts.query), without(parts.fragment)
    if not tokens:
        return address, ()
    return urlunsplit(parts._replace(path=path, query=query, fragment=fragment)), tuple(tokens)


def _is_secret(name: str, value: str) -> bool:
    plain = re.sub(r"[^a-z]", "", unquote(name).lower())
    if not value:
        return False
    if plain in _NAMES or plain.endswith(_ENDINGS):
        return True
    if plain in _SHAPES:
        return _SHAPES[plain].fullmatch(value) is not None
    return (plain in _RANDOM_NAMES or plain.endswith(_RANDOM_ENDINGS)) and _RANDOM.fullmatch(value) is not None


def with_tokens(address: str, tokens: tuple[str, ...]) -> str:
    """An address with its secret parts put back in."""
    for token in tokens:
        address = address.replace(MARK, token, 1)
    return address


def needs_tokens(address: str) -> bool:
    """Whether secret parts are missing in an address."""
    return MARK in address


def hidden(text: str, secrets: Secrets | None) -> str:
    """A text without the secret parts of an address, wherever they stand in it."""
    for token in secrets.tokens if secrets is not None else ():
        if len(token) >= MIN_TOKEN_CHARS:
            text = text.replace(token, MARK)
    return split_tokens(text)[0] if "://" in text[:10] else text


def hidden_bytes(body: bytes, secrets: Secrets | None) -> bytes:
    """A document without the secret parts of its address: servers like to repeat them in their links."""
    for token in secrets.tokens if secrets is not None else ():
        if len(token) >= MIN_TOKEN_CHARS:
            body = body.replace(token.encode(), MARK.encode())
    return body


def is_at_home(old_address: str, new_address: str) -> bool:
    """Whether a new address belongs to whom the old one did: the same origin, or its host over TLS."""
    old, new = _origin(old_address), _origin(new_address)
    return old == new or (old[1] == new[1] and old[0::2] == ("http", 80) and new[0::2] == ("https", 443))


def kept_for(old_address: str, new_address: str, secrets: Secrets) -> Secrets:
    """What may be kept when a source gets another address: nothing for another origin."""
    return secrets if is_at_home(old_address, new_address) else Secrets()


def _origin(address: str) -> tuple[str, str, int | None]:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "", "", None
    return parts.scheme, parts.hostname or "", port or {"http": 80, "https": 443}.get(parts.scheme)
