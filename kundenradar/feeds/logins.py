"""What a server asks for in ``WWW-Authenticate``, and what answers it: Digest (RFC 7616) and Basic (RFC 7617); pure.

The library knows Digest too, but reads the first challenge of the first header only: behind a second header, or beside
an algorithm it does not know, the right password was refused.
"""

import base64
import contextlib
import hashlib
import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

MAX_CHALLENGE_CHARS = 4096
MAX_CHALLENGES = 20
_ALGORITHMS: Mapping[str, str] = {"sha-512-256": "sha512_256", "sha-256": "sha256", "md5": "md5"}
"""Names of RFC 7616 §6.1 and of `hashlib`, strongest first."""
_PART = re.compile(r"""([^\s,="]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)(?:"|\Z)|([^\s,"=]+)))?""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Challenge:
    """One way to log in that a server offers.

    Attributes:
        scheme: Lower case: ``basic``, ``digest`` …
        values: By name in lower case, unquoted.
    """

    scheme: str
    values: Mapping[str, str]


def challenges_of(headers: Iterable[str]) -> list[Challenge]:
    """The challenges of all ``WWW-Authenticate`` headers in order; what cannot be read is passed over."""
    found: list[Challenge] = []
    for header in itertools.islice(headers, MAX_CHALLENGES):
        values: dict[str, str] | None = None
        for part in _PART.finditer(header[:MAX_CHALLENGE_CHARS]):
            name, quoted, plain = part.groups()
            if quoted is None and plain is None:
                values = {}
                found.append(Challenge(name.lower(), values))
            elif values is not None:
                values.setdefault(name.lower(), plain if quoted is None else re.sub(r"\\(.)", r"\1", quoted))
    return found[:MAX_CHALLENGES]


def best_digest(challenges: Iterable[Challenge]) -> Challenge | None:
    """The strongest Digest challenge that can be answered, or None."""
    known = [one for one in challenges if one.scheme == "digest" and _is_known(one.values)]
    ranks = list(_ALGORITHMS)
    return min(known, key=lambda one: ranks.index(_algorithm(one.values)[0]), default=None)


def _is_known(values: Mapping[str, str]) -> bool:
    readable = bool(values.get("nonce")) and "realm" in values and _algorithm(values)[0] in _ALGORITHMS
    return readable and (not values.get("qop") or bool(_qop(values)))


def _algorithm(values: Mapping[str, str]) -> tuple[str, bool]:
    """Name in lower case without ``-sess``, and whether that was there."""
    name = values.get("algorithm", "md5").lower()
    return name.removesuffix("-sess"), name.endswith("-sess")


def _qop(values: Mapping[str, str]) -> str:
    """``auth``, else ``auth-int``, else nothing."""
    offered = {word.strip().lower() for word in values.get("qop", "").split(",")}
    return next((word for word in ("auth", "auth-int") if word in offered), "")


def digest(challenge: Challenge, user: str, password: str, target: str, cnonce: str, uses: int) -> str:
    """The value of ``Authorization`` that answers a challenge of `best_digest`, for a GET without a body.

    Args:
        challenge: What is asked for.
        user: User name; may hold any sign but those of control.
        password: The password.
        target: Path and query as sent.
        cnonce: Random, hexadecimal.
        uses: How often the challenge's nonce was used, this time included.
    """
    values = challenge.values
    algorithm, has_session = _algorithm(values)
    hashed = _hash_of(_ALGORITHMS[algorithm])
    qop, nonce, realm = _qop(values), values["nonce"], values["realm"]
    secret = hashed(f"{user}:{realm}:{password}")
    if has_session:
        secret = hashed(f"{secret}:{nonce}:{cnonce}")
    asked = hashed(f"GET:{target}:{hashed('')}" if qop == "auth-int" else f"GET:{target}")
    middle = f"{nonce}:{uses:08x}:{cnonce}:{qop}" if qop else nonce
    is_hashed = values.get("userhash", "").lower() == "true"
    fields = {
        "username": _quoted(hashed(f"{user}:{realm}") if is_hashed else user),
        "realm": _quoted(realm),
        "nonce": _quoted(nonce),
        "uri": f'"{target}"',
        "response": f'"{hashed(f"{secret}:{middle}:{asked}")}"',
    }
    optional = {
        "algorithm": values.get("algorithm", ""),
        "opaque": _quoted(values["opaque"]) if "opaque" in values else "",
        "qop": qop,
        "nc": f"{uses:08x}" if qop else "",
        "cnonce": f'"{cnonce}"' if qop or has_session else "",
        "userhash": "true" if is_hashed else "",
    }
    fields |= {name: value for name, value in optional.items() if value}
    return "Digest " + ", ".join(f"{name}={value}" for name, value in fields.items())


def _hash_of(name: str) -> Callable[[str], str]:
    def hashed(text: str) -> str:
        return hashlib.new(name, text.encode("utf-8", "surrogateescape"), usedforsecurity=False).hexdigest()

    return hashed


def _quoted(text: str) -> str:
    """A quoted string that may stand in a header: no signs of control, no lone surrogates (bytes that are no UTF-8)."""
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        text = text.encode("utf-8", "surrogateescape").decode("latin-1")
    plain = "".join(sign for sign in text if sign >= " " and sign != "\x7f")
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def basics(user: str, password: str) -> list[str]:
    """Values of ``Authorization`` for Basic: in UTF-8, then in Latin-1 if that differs."""
    pair = f"{user}:{password}"
    encoded = [pair.encode("utf-8", "replace")]
    with contextlib.suppress(UnicodeEncodeError):
        encoded.append(pair.encode("latin-1"))
    return [basic(raw) for raw in dict.fromkeys(encoded)]


def basic(pair: bytes) -> str:
    """The value of a Basic header."""
    return f"Basic {base64.b64encode(pair).decode('ascii')}"
