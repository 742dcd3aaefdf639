"""What is asked of a server and what came back, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """One conditional GET.

    Attributes:
        url: http(s) address without user information.
        etag: Validator of the last answer, byte for byte, or None.
        last_modified: Validator of the last answer, byte for byte, or None.
        user: User name for this origin only, or None.
        password: Password for this origin only, or None; never logged.
        header: Name and value of a header for this origin only, or an empty name; never logged.
        cookie: Value of a ``Cookie`` header for this origin only, or empty; never logged.
        max_bytes: Limit of the decoded body.
        deadline_s: Total time allowed, headers and redirects included; waiting for our turn is not counted.
        named_by: Page or document that named the address, None if the owner typed it. What the Internet names
            must not lead into the home network.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    user: str | None = None
    password: str | None = None
    max_bytes: int = 15 * 1024 * 1024
    deadline_s: float = 60.0
    named_by: str | None = None
    header: tuple[str, str] = ("", "")
    cookie: str = ""

    @property
    def is_locked(self) -> bool:
        """Whether something secret goes along that must not leave its origin."""
        return bool(self.user or self.header[0] or self.cookie)

    def __repr__(self) -> str:
        return "FetchRequest(…)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer.

    Attributes:
        url: Where the body came from, after redirects.
        moved_to: Final address if the whole chain of redirects was permanent, else None.
        status: HTTP status, 200 or 304.
        body: Decoded bytes (content encoding undone); empty for 304.
        content_type: As delivered, or empty.
        etag: New validator (at most 1 kB), or None.
        last_modified: New validator (at most 1 kB), or None.
        max_age_s: Seconds the answer may be kept by Cache-Control or Expires; 0 if not said.
        content_location: As delivered, or empty.
        truncated: The body ended early; what came is kept.
        date: The server's own clock (``Date``) as delivered, or empty.
        skew_s: Our clock minus the server's (``Date``), in seconds; None if it does not tell.
    """

    url: str
    moved_to: str | None
    status: int
    body: bytes
    content_type: str = ""
    etag: str | None = None
    last_modified: str | None = None
    max_age_s: int = 0
    content_language: str = ""
    truncated: bool = False
    date: str = ""
    skew_s: float | None = None
