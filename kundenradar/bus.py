"""Tells those who asked what has happened. Handlers run in the caller's thread."""

import threading
from collections.abc import Callable

from kundenradar.domain.events import Event

Handler = Callable[[Event], None]


class Bus:
    """Subscribers of events, in order of subscription; safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._handlers: tuple[Handler, ...] = ()

    def subscribe(self, handler: Handler) -> Callable[[], None]:
        """Call `handler` for every event from now on; returns how to stop."""
        with self._lock:
            self._handlers = (*self._handlers, handler)

        def stop() -> None:
            with self._lock:
                self._handlers = tuple(known for known in self._handlers if known is not handler)

        return stop

    def publish(self, event: Event) -> None:
        """Tell every subscriber, in this thread."""
        for handler in self._handlers:
            handler(event)
