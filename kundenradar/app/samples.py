"""Serves the bundled sample feeds in place of their servers, which do not exist."""

from concurrent.futures import Future
from urllib.parse import urlsplit

from kundenradar.context import Clock, Fetcher
from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest

SAMPLE_TOP_DOMAIN = ".example"
_ETAG = '"beispiel-1"'


class SampleAwareFetcher:
    """Answers for the sample feeds from the program itself and hands everything else on.

    The sample feeds live under ``.example`` (RFC 2606): no server can ever be there.
    """

    def __init__(self, real: Fetcher, clock: Clock) -> None:
        self._real = real
        self._clock = clock

    def submit(self, request: FetchRequest) -> Future[Fetched]:
        """See `kundenradar.context.Fetcher`."""
        host = urlsplit(request.url).hostname or ""
        if not host.endswith(SAMPLE_TOP_DOMAIN):
            return self._real.submit(request)
        answer: Future[Fetched] = Future()
        found = None if request.etag == _ETAG else self._find(request.url)
        if request.etag == _ETAG:
            answer.set_result(Fetched(request.url, None, 304, b"", etag=_ETAG))
        elif found is not None:
            answer.set_result(found)
        else:
            answer.set_exception(OutsideError(Trouble(TroubleKind.OFFLINE, host)))
        return answer

    def _find(self, url: str) -> Fetched | None:
        from kundenradar.services.samples import sample_documents

        for document in sample_documents(self._clock.now()):
            if document.source.feed_url == url:
                return Fetched(url, None, 200, document.body, document.content_type, etag=_ETAG)
        return None

    def close(self) -> None:
        """See `kundenradar.context.Fetcher`."""
        self._real.close()
