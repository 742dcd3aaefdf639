"""Where Kundenradar keeps its files: everything lies under one data folder."""

import os
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT_NAME = "KUNDENRADAR_DATA_DIR"


@dataclass(frozen=True, slots=True)
class Paths:
    """The files below one data folder."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite database."""
        return self.root / "kundenradar.sqlite3"

    @property
    def copies(self) -> Path:
        """Dated copies made before the database is upgraded."""
        return self.root / "copies"

    @property
    def settings(self) -> Path:
        """The preferences."""
        return self.root / "settings.json"

    @property
    def log(self) -> Path:
        """The rotating log."""
        return self.root / "log" / "kundenradar.log"

    @property
    def reports(self) -> Path:
        """Where reports go when no place is named."""
        return self.root / "reports"


def find_paths(data_dir: Path | None = None) -> Paths:
    """The data folder: the given one, else from the environment, else the system's place for it."""
    if data_dir is not None:
        return Paths(data_dir.expanduser().absolute())
    named = os.environ.get(ENVIRONMENT_NAME)
    if named:
        return Paths(Path(named).expanduser().absolute())
    import platformdirs

    return Paths(Path(platformdirs.user_data_dir("kundenradar", appauthor=False)))
