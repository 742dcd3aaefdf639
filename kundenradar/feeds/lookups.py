"""Blocking questions to the operating system, asked in daemon threads.

A name server that does not answer blocks for half a minute and cannot be interrupted; a daemon thread neither
delays the loop nor the end of the program.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

_MAX_THREADS = 24
_MAX_KEPT = 4096


class Lookups(Generic[T]):
    """Answers of a blocking function by key: asked once at a time, kept for a while.

    Args:
        ask: The blocking function; raises OSError if there is no answer, which is not kept.
        keep_s: Seconds an answer holds.
    """

    def __init__(self, ask: Callable[[str], T], keep_s: float) -> None:
        self._ask = ask
        self._keep_s = keep_s
        self._kept: dict[str, tuple[float, T]] = {}
        self._waiting: dict[str, asyncio.Future[T | OSError]] = {}
        self._threads = asyncio.Semaphore(_MAX_THREADS)

    async def get(self, key: str, question: str) -> T:
        """The answer to `question`, shared by all who ask with the same `key`.

        Raises:
            OSError: As the function raised it.
        """
        loop = asyncio.get_running_loop()
        kept = self._kept.get(key)
        if kept is not None and kept[0] > loop.time():
            return kept[1]
        waiting = self._waiting.get(key)
        if waiting is None:
            await self._threads.acquire()
            waiting = self._waiting.get(key)
            if waiting is None:
                waiting = self._waiting[key] = loop.create_future()
                self._start(loop, key, question, waiting)
            else:
                self._threads.release()
        answer = await asyncio.shield(waiting)
        if isinstance(answer, OSError):
            raise answer.with_traceback(None)
        return answer

    def _start(
        self, loop: asyncio.AbstractEventLoop, key: str, question: str, waiting: "asyncio.Future[T | OSError]"
    ) -> None:
        def run() -> None:
            answer: T | OSError
            try:
                answer = self._ask(question)
            except OSError as error:
                answer = error
            except Exception:  # noqa: BLE001  the function is handed in; whatever it does, the waiters must go on
                answer = OSError("lookup failed")
            with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile: nobody waits any more
                loop.call_soon_threadsafe(self._finish, key, answer, waiting)

        threading.Thread(target=run, name="lookup", daemon=True).start()

    def _finish(self, key: str, answer: T | OSError, waiting: "asyncio.Future[T | OSError]") -> None:
        self._threads.release()
        self._waiting.pop(key, None)
        if not isinstance(answer, OSError):
            if len(self._kept) >= _MAX_KEPT:
                self._kept.clear()
            self._kept[key] = (asyncio.get_running_loop().time() + self._keep_s, answer)
        if not waiting.done():
            waiting.set_result(answer)
