"""What the command line asks of the window's side. Passed in: the core knows no window."""

from pathlib import Path
from typing import Protocol

from kundenradar.domain.reports import WeekReport


class Face(Protocol):
    """The parts of the program that paint."""

    def open_window(self, data_dir: Path | None, arrival: str = "") -> int:
        """Open the window; returns its exit code when it is closed.

        Args:
            data_dir: Data folder, None for the usual place.
            arrival: Address, feed: link or OPML file to take in; a window that is open already gets it.
        """
        ...

    def write_pdf(self, report: WeekReport, path: Path) -> None:
        """Write the weekly report as PDF.

        Raises:
            InputError: The file cannot be written (``file-unwritable``).
        """
        ...

    def paint_page(
        self, page: str, out: Path, *, size: tuple[int, int], scale: float, theme: str, data_dir: Path | None
    ) -> None:
        """Paint one page of the window into a PNG, without a screen.

        Raises:
            InputError: There is no such page (``page-unknown``) or the file cannot be written.
        """
        ...
