"""A log of ids, counts, durations and error classes. Never people, never contents."""

import logging
import logging.handlers
import sys
from pathlib import Path

LOGGER_NAME = "kundenradar"
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_MAX_BYTES = 1_000_000


class _QuietHandler(logging.handlers.RotatingFileHandler):
    """Writes the log; where that cannot be done (full disk, foreign file) nothing is said: work goes before the log."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        pass


def start_log(path: Path, level: int = logging.INFO) -> logging.Handler | None:
    """Write the log to `path`, rotating at 1 MB, three files kept.

    Returns:
        The handler, to be closed by the caller; None if the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _QuietHandler(path, maxBytes=_MAX_BYTES, backupCount=2, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger = logging.getLogger(LOGGER_NAME)
    logger.setLevel(level)
    logger.addHandler(handler)
    logger.propagate = False
    return handler


def stop_log(handler: logging.Handler | None) -> None:
    """Close what `start_log` opened."""
    if handler is not None:
        logging.getLogger(LOGGER_NAME).removeHandler(handler)
        handler.close()


def error_name(error: BaseException) -> str:
    """Class of an error and where in our code it arose; no message, which may hold contents."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith(("kundenradar", "ui")):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}" if place else type(error).__name__


def log_to_stderr(level: int = logging.WARNING) -> None:
    """Also say warnings on stderr, for the command line with --verbose."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    handler.setLevel(level)
    logging.getLogger(LOGGER_NAME).addHandler(handler)
