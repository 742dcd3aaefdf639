"""Kundenradar. Without an argument the window opens, with one it is a command line.

What takes time to import is imported by what `main` calls: a Ctrl+C before it would end in a traceback.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import NoReturn

    from kundenradar.domain.reports import WeekReport


RARE_COLLECTIONS = (100_000, 20, 20)
"""When Python looks for cycles: starting makes a million objects and hardly a cycle."""
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class QtFace:
    """The painting side; Qt is imported when something is painted."""

    def open_window(self, data_dir: Path | None, arrival: str = "") -> int:
        """See `kundenradar.cli.face.Face`."""
        from kundenradar.domain.errors import InputError

        if not has_screen():
            raise InputError("no-display")
        from ui.app import run

        end_at_once()
        return run(data_dir, arrival=_absolute(arrival))

    def write_pdf(self, report: WeekReport, path: Path) -> None:
        """See `kundenradar.cli.face.Face`."""
        from ui.printing.pdf import write_pdf

        write_pdf(report, path)

    def paint_page(
        self, page: str, out: Path, *, size: tuple[int, int], scale: float, theme: str, data_dir: Path | None
    ) -> None:
        """See `kundenradar.cli.face.Face`."""
        from kundenradar.domain.errors import InputError
        from ui.app import paint_page

        try:
            paint_page(page, out, size=size, scale=scale, theme=theme, data_dir=data_dir)
        except ValueError as error:
            raise InputError("page-unknown", page) from error
        except OSError as error:
            raise InputError("file-unwritable", out.name) from error


def has_screen() -> bool:
    """Whether a window can open: on Linux somebody must have said where."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in DISPLAYS)


def with_command(arguments: list[str]) -> list[str]:
    """What the desktop hands over (a feed: link, an OPML file) opens the window: `window` is put before it."""
    from kundenradar.domain.arrivals import arrival

    before = arguments[:-1]
    is_alone = not before or before[0].startswith("--data-dir=") or (len(before) == 2 and before[0] == "--data-dir")
    if arguments and is_alone and arrival(arguments[-1]) is not None:
        return [*before, "window", arguments[-1]]
    return arguments


def _absolute(arrived: str) -> str:
    """The window that gets it may run in another folder."""
    from pathlib import Path

    from kundenradar.domain.arrivals import arrival

    found = arrival(arrived)
    return str(Path(found.opml).absolute()) if found is not None and found.opml else arrived


def prepare_streams() -> None:
    """Let the standard streams take anything.

    Those closed before the program began get a place, for files opened later would take theirs.
    """
    import contextlib
    import io
    from pathlib import Path

    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None and sys.platform != "win32":
            with contextlib.suppress(OSError):
                if (place := os.open(os.devnull, os.O_RDWR)) != number:
                    os.close(place)
            opened = Path(os.devnull).open("r" if number == 0 else "w", encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, opened)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console of Windows knows few characters


def end_like_ctrl_c() -> None:
    """Let a request to end (SIGTERM, a closed terminal) end a command as Ctrl+C does: in order, with a sentence."""
    import signal

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup wants it ignored
            signal.signal(number, _interrupt)


def end_at_once() -> None:
    """Let such a request end the program as usual: the window has its own way."""
    import signal

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is _interrupt:
            signal.signal(number, signal.SIG_DFL)


def _interrupt(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def main() -> int:
    """Run the program; returns its exit code."""
    try:
        import gc
        import multiprocessing

        multiprocessing.freeze_support()
        gc.set_threshold(*RARE_COLLECTIONS)
        end_like_ctrl_c()
        prepare_streams()
        if len(sys.argv) == 1 and has_screen():
            return QtFace().open_window(None)  # the short way: the command line's modules are not imported
        from kundenradar.cli.main import run

        return run(with_command(sys.argv[1:]), QtFace())
    except KeyboardInterrupt:  # before or after the command itself
        sys.stderr.write("\nAbgebrochen. Was schon gespeichert ist, bleibt.\n")
        return 1


def leave(code: int) -> NoReturn:
    """End the program: what is in memory goes with it, unsearched for cycles (that took 80 ms of each command)."""
    import gc

    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    leave(main())
