"""Where the data lies, for those who need to know before the core is awake (no heavy import)."""

from pathlib import Path

from kundenradar.paths import find_paths


def data_folder(data_dir: Path | None = None) -> Path:
    """The folder `open_workers` would use for the same argument; not created here."""
    return find_paths(data_dir).root
