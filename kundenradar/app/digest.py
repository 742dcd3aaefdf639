"""The pure part of hearing: bytes to matched and judged entries, in worker processes.

Reading a feed with feedparser and judging texts is all Python: in threads it makes the
window stutter (ARCHITECTURE §3), so it runs in processes that are started by spawn.
"""

import functools
import gc
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kundenradar.context import Classifier, Digest, DigestJob
from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.learning import Correction, Lesson
from kundenradar.domain.sentiment import Sentiment
from kundenradar.domain.understanding import Cause, Reading
from kundenradar.log import error_name

log = logging.getLogger("kundenradar.digest")

MAX_PROCESSES = 2
NICENESS = 10
ENDING_S = 1.0
"""How long it is waited for processes that were told to end."""
RARE_COLLECTIONS = (100_000, 20, 20)
"""When Python looks for cycles: a document is ten thousand values and no cycle."""
if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

T = TypeVar("T")
A = TypeVar("A")


class _Current:
    """The classifier in force for one data folder: made again when a lesson was learnt, here or elsewhere."""

    def __init__(self, database: Path | None) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._number = 0
        self._classifier: Classifier | None = None

    def classifier(self, newest: int | None = None) -> Classifier:
        """The one in force; what it learnt is looked up unless its number is known to be the newest."""
        with self._lock:
            if self._classifier is not None and newest == self._number:
                return self._classifier
            news = None if self._database is None else self._look(self._database)
            if news is not None:
                self._number, learnt = news
                self._classifier = _classifier(learnt)
            elif self._classifier is None:
                self._classifier = _classifier(None)
            return self._classifier

    def _look(self, database: Path) -> tuple[int, bytes | None] | None:
        from kundenradar.store.lessons import newest_lesson

        return newest_lesson(database, self._number)


@functools.lru_cache(maxsize=2)
def _classifier(learnt: bytes | None) -> Classifier:
    """One that judges so; the same for all data folders that were taught the same, as a rule nothing."""
    from kundenradar.classify.judging import LinearClassifier

    return LinearClassifier(learnt)


@functools.lru_cache(maxsize=8)
def _current(database: Path | None) -> _Current:
    return _Current(database)


def own_classifier(database: Path | None = None, newest: int | None = None) -> Classifier:
    """The classifier of this process by what was learnt in a database, or as it ships; made when first needed.

    Args:
        database: The file, None to judge as shipped.
        newest: Number of the lesson in force if it is known; then nothing is looked up that is at hand.
    """
    return _current(database).classifier(newest)


def digest(job: DigestJob, database: Path | None = None) -> Digest:
    """Read, match and judge one body.

    Raises:
        OutsideError: The body is no feed.
    """
    from kundenradar.app.hearing import heard  # late: most commands hear nothing

    return heard(job, own_classifier(database, job.lesson).verdict)


COMMON_WORDS = "Leider war der Monteur gestern nicht pünktlich. Können Sie das bitte prüfen? Sonst aber alles sehr gut!"


def make_ready(database: Path | None) -> None:
    """Import what hearing needs and hear one text: expressions and weights are made ready when first needed."""
    import kundenradar.app.hearing  # noqa: F401 - imported to have it
    from kundenradar.domain.causes import DEFAULT_CAUSES

    judged = own_classifier(database).verdict(COMMON_WORDS, None)
    read_texts([(COMMON_WORDS, judged)], DEFAULT_CAUSES)


Told = tuple[str, float | None]
"""A text and the stars that came with it."""


def judge_texts(told: Sequence[Told], database: Path | None = None) -> list[Sentiment]:
    """Judgements of texts without their reasons, order kept."""
    judge = own_classifier(database).verdict
    return [judge(text, rating) for text, rating in told]


def explain_text(told: Told, database: Path | None = None) -> Sentiment:
    """The judgement of one text, with the words that decided."""
    return own_classifier(database).judge(*told)


def _told(texts: Sequence[str], ratings: Sequence[float | None]) -> list[Told]:
    return list(zip(texts, ratings or [None] * len(texts), strict=True))


def learn_from(corrections: Sequence[Correction]) -> Lesson:
    """What corrections teach."""
    from kundenradar.classify.learning import lesson

    return lesson([one.text for one in corrections], [one.label for one in corrections])


def read_texts(judged: Sequence[tuple[str, Sentiment]], causes: tuple[Cause, ...]) -> list[Reading]:
    """What is understood of judged texts, order kept."""
    from kundenradar.classify.concerns import read

    return [read(text, sentiment, causes) for text, sentiment in judged]


def _begin(niceness: int) -> None:
    """Let everything that a person waits for go first, and never outlive the program that asked."""
    if hasattr(os, "nice"):
        os.nice(niceness)
    gc.set_threshold(*RARE_COLLECTIONS)
    threading.Thread(target=_end_with_parent, name="parent-watch", daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when its parent is gone, however it went: its queue would never tell."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _processes() -> "BaseContext":
    """How processes are started: on Linux by one that has all ready and forks them, elsewhere each anew.

    That one has no threads, so that forking it is safe; a program packed into one folder starts each anew too.
    """
    import multiprocessing

    if sys.platform != "linux" or getattr(sys, "frozen", False):
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["kundenradar.app.readiness"])
    former = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parents[2]), *([former] if former else [])])
    try:
        forkserver.ensure_running()  # it looks for what it preloads where this program was found
    finally:
        if former is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = former
    return context


class LocalDigester:
    """Works in one thread of this process: for a few feeds, where starting processes costs more."""

    def __init__(self, database: Path | None = None) -> None:
        self._database = database
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="digest")

    def submit(self, job: DigestJob) -> Future[Digest]:
        """See `kundenradar.context.Digester`."""
        return self._thread.submit(digest, job, self._database)

    def judge(self, texts: Sequence[str], ratings: Sequence[float | None] = ()) -> Future[list[Sentiment]]:
        """See `kundenradar.context.Digester`."""
        return self._thread.submit(judge_texts, _told(texts, ratings), self._database)

    def explain(self, text: str, rating: float | None = None) -> Future[Sentiment]:
        """See `kundenradar.context.Digester`."""
        return self._thread.submit(explain_text, (text, rating), self._database)

    def read(self, judged: Sequence[tuple[str, Sentiment]], causes: tuple[Cause, ...]) -> Future[list[Reading]]:
        """See `kundenradar.context.Digester`."""
        return self._thread.submit(read_texts, list(judged), causes)

    def compute(self, work: Callable[[A], T], argument: A) -> Future[T]:
        """See `kundenradar.context.Digester`."""
        return self._thread.submit(work, argument)

    def learn(self, corrections: Sequence[Correction]) -> Future[Lesson]:
        """See `kundenradar.context.Digester`."""
        return self._thread.submit(learn_from, list(corrections))

    def close(self) -> None:
        """See `kundenradar.context.Digester`."""
        self._thread.shutdown(wait=True, cancel_futures=True)


class ProcessDigester:
    """Works in processes of their own, started with the first job and let go by `rest`.

    Args:
        processes: At most so many, and not more than the computer has cores.
        niceness: How far they stand back behind what a person waits for; 0 if it is these they wait for.
        database: Where lessons are kept; None judges as shipped.
    """

    def __init__(self, processes: int = MAX_PROCESSES, niceness: int = NICENESS, database: Path | None = None) -> None:
        self._database = database
        self._processes = max(1, min(processes, os.cpu_count() or 1))
        self._niceness = niceness
        self._lock = threading.Lock()
        self._pool: Executor | None = None
        self._feeder = ThreadPoolExecutor(1, thread_name_prefix="digest-feeder")
        self._busy = 0
        self._closed = False

    def submit(self, job: DigestJob) -> Future[Digest]:
        """See `kundenradar.context.Digester`."""
        return self._run(functools.partial(digest, database=self._database), job)

    def judge(self, texts: Sequence[str], ratings: Sequence[float | None] = ()) -> Future[list[Sentiment]]:
        """See `kundenradar.context.Digester`."""
        return self._run(functools.partial(judge_texts, database=self._database), _told(texts, ratings))

    def explain(self, text: str, rating: float | None = None) -> Future[Sentiment]:
        """See `kundenradar.context.Digester`."""
        return self._run(functools.partial(explain_text, database=self._database), (text, rating))

    def read(self, judged: Sequence[tuple[str, Sentiment]], causes: tuple[Cause, ...]) -> Future[list[Reading]]:
        """See `kundenradar.context.Digester`."""
        return self._run(functools.partial(read_texts, causes=causes), list(judged))

    def start(self) -> None:
        """Start the first process now: work is about to come. The others follow with it, not to be in the way."""
        self._run(make_ready, self._database)

    def compute(self, work: Callable[[A], T], argument: A) -> Future[T]:
        """See `kundenradar.context.Digester`."""
        return self._run(work, argument)

    def learn(self, corrections: Sequence[Correction]) -> Future[Lesson]:
        """See `kundenradar.context.Digester`."""
        return self._run(learn_from, list(corrections))

    def rest(self) -> None:
        """Let the processes go if none is busy; the next job starts them again."""
        with self._lock:
            if self._busy == 0:
                self._drop()

    def close(self) -> None:
        """See `kundenradar.context.Digester`."""
        with self._lock:
            self._closed = True
            manager = self._drop()
        self._feeder.shutdown(wait=False)  # what waits is told that it was cancelled
        if manager is not None and manager is not threading.current_thread():
            manager.join(ENDING_S)

    def _drop(self) -> threading.Thread | None:
        """Let the processes go; the thread that sees them off, if there is one.

        Python 3.11 writes to that thread's pipe when the program ends, even if the thread closes it at that moment.
        """
        if self._pool is None:
            return None
        manager: threading.Thread | None = getattr(self._pool, "_executor_manager_thread", None)
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None
        return manager

    def _started(self) -> Executor:
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor

            self._pool = ProcessPoolExecutor(
                self._processes, mp_context=_processes(), initializer=_begin, initargs=(self._niceness,)
            )
        return self._pool

    def _run(self, work: Callable[..., T], argument: object, tries: int = 2) -> Future[T]:
        """Submit; a job whose process died is tried once more in fresh processes."""
        outer: Future[T] = Future()
        with self._lock:
            if self._closed:
                outer.set_exception(OutsideError(Trouble(TroubleKind.CANCELLED)))
                return outer
            self._busy += 1
            self._feeder.submit(self._attempt, work, argument, tries, outer)  # starting a process takes its time
        return outer

    def _attempt(self, work: Callable[..., T], argument: object, tries: int, outer: Future[T]) -> None:
        """Hand a job on; in the thread of the feeder, which may wait for a process to be there."""
        pool: Executor | None = None
        inner: Future[T] = Future()
        try:
            with self._lock:
                pool = None if self._closed else self._started()
            if pool is None:
                inner.cancel()
            else:
                inner = pool.submit(work, argument)
        except (BrokenExecutor, OSError, EOFError) as error:  # a process is lost, or none can be started
            inner.set_exception(BrokenExecutor(error_name(error)))
        except RuntimeError:  # closed meanwhile
            inner.cancel()

        def finished(done: Future[T]) -> None:
            if not done.cancelled() and isinstance(done.exception(), BrokenExecutor) and tries > 1:
                log.warning("digest.worker-lost tries=%d", tries - 1)
                with self._lock:
                    if self._pool is pool:
                        self._pool = None
                    if not self._closed:
                        self._feeder.submit(self._attempt, work, argument, tries - 1, outer)
                        return
            with self._lock:
                self._busy -= 1
            _pass_on(done, outer)

        inner.add_done_callback(finished)


def _pass_on(done: Future[T], outer: Future[T]) -> None:
    if not outer.set_running_or_notify_cancel():
        return
    if done.cancelled():
        outer.set_exception(OutsideError(Trouble(TroubleKind.CANCELLED)))
        return
    error = done.exception()
    if isinstance(error, BrokenExecutor):
        outer.set_exception(OutsideError(Trouble(TroubleKind.INTERNAL, detail="worker-lost")))
    elif error is not None:
        outer.set_exception(error)
    else:
        outer.set_result(done.result())
