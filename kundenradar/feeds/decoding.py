"""Undoes content encodings piece by piece, with a limit on what comes out."""

import zlib
from collections.abc import Iterator

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind

ACCEPTED_ENCODINGS = "gzip, deflate"
GZIP_MAGIC = b"\x1f\x8b"
_PIECE = 1 << 20
_MAX_MEMBERS = 1000
_MAX_CODINGS = 3


def too_large(host: str = "") -> OutsideError:
    """The error for a body beyond its limit."""
    return OutsideError(Trouble(TroubleKind.TOO_LARGE, host=host))


def undecodable(detail: str = "encoding") -> OutsideError:
    """The error for a body that is not encoded as its header says."""
    return OutsideError(Trouble(TroubleKind.MALFORMED, detail=detail))


class Body:
    """Collects the decoded bytes of an answer.

    Args:
        content_encoding: The header as delivered.
        limit: Most decoded (and most delivered) bytes.
    """

    __slots__ = ("_arrived", "_limit", "_parts", "_size", "_stages", "broken")

    def __init__(self, content_encoding: str, limit: int) -> None:
        """Raises OutsideError (MALFORMED) for an encoding we did not ask for."""
        self._stages = tuple(_Inflate(coding) for coding in reversed(_codings(content_encoding)))
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0
        self._arrived = 0
        self.broken = False  # the encoding broke off in the middle; what came before is good

    @property
    def size(self) -> int:
        """Decoded bytes so far."""
        return self._size

    def feed(self, data: bytes) -> None:
        """Take delivered bytes.

        Raises:
            OutsideError: TOO_LARGE beyond the limit; MALFORMED if nothing at all can be decoded.
        """
        self._arrived += len(data)
        if not self.broken:
            self._unpack(data)
        if self._arrived > self._limit:
            raise too_large()

    def _unpack(self, data: bytes) -> None:
        try:
            for piece in _through(self._stages, data):
                self._parts.append(piece)
                self._size += len(piece)
                if self._size > self._limit:
                    raise too_large()
        except zlib.error:
            if not self._size:
                raise undecodable() from None
            self.broken = True

    def so_far(self) -> bytes:
        """What was decoded until now, as it is."""
        return b"".join(self._parts)

    def finish(self) -> tuple[bytes, bool]:
        """The body, and whether it is whole.

        Raises:
            OutsideError: MALFORMED if it is still packed, TOO_LARGE if unpacking it goes beyond the limit.
        """
        whole = not self.broken and all(stage.is_whole for stage in self._stages)
        data = b"".join(self._parts)
        if not data.startswith(GZIP_MAGIC):
            return data, whole
        if self._stages:
            raise undecodable("packed-twice")
        packed_file = Body("gzip", self._limit)  # feed.xml.gz, served as it lies on the disk
        packed_file.feed(data)
        body, inner_whole = packed_file.finish()
        return body, whole and inner_whole


def _codings(header: str) -> list[str]:
    codings = [coding for part in header.lower().split(",") if (coding := part.strip()) not in ("", "identity")]
    known = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}
    if len(codings) > _MAX_CODINGS or any(coding not in known for coding in codings):
        raise undecodable("unknown-encoding")
    return [known[coding] for coding in codings]


def _through(stages: tuple["_Inflate", ...], data: bytes) -> Iterator[bytes]:
    if not stages:
        yield data
        return
    for piece in stages[0].feed(data):
        yield from _through(stages[1:], piece)


class _Inflate:
    """One gzip or deflate layer; never gives more than a mebibyte at a time."""

    __slots__ = ("_coding", "_ended", "_head", "_inflater", "_members")

    def __init__(self, coding: str) -> None:
        self._coding = coding
        self._inflater: zlib._Decompress | None = None
        self._head = b""
        self._members = 0
        self._ended = False  # what follows the last member is padding

    @property
    def is_whole(self) -> bool:
        """Whether the stream came to its own end."""
        return self._inflater is None and (self._members > 0 or not self._head)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Decoded pieces; raises zlib.error."""
        more = True
        while (data or more) and not self._ended:
            if self._inflater is None:
                self._head += data
                if len(self._head) < 2:
                    return
                self._begin()
                if self._inflater is None:
                    return
                data, self._head = self._head, b""
            piece = self._inflater.decompress(data, _PIECE)
            if piece:
                yield piece
            if self._inflater.eof:
                data = self._inflater.unused_data
                self._inflater = None
                self._members += 1
                more = False
            else:
                data = self._inflater.unconsumed_tail
                more = len(piece) == _PIECE

    def _begin(self) -> None:
        if self._coding == "gzip":
            if self._members and (self._head[:2] != GZIP_MAGIC or self._members >= _MAX_MEMBERS):
                self._ended = True
                return
            self._inflater = zlib.decompressobj(31)
        elif self._members:
            self._ended = True
        else:
            wrapped = self._head[0] & 15 == 8 and int.from_bytes(self._head[:2]) % 31 == 0
            self._inflater = zlib.decompressobj(15 if wrapped else -15)  # old IIS sends bare deflate
