"""Kundenradar's core: listens, judges, stores and answers. Knows nothing of the window."""

__version__ = "0.1.0"
