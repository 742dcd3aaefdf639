"""Choices of the preferences."""

from typing import Final

INTERVALS_MIN: Final = (10, 15, 30, 60, 2 * 60, 6 * 60, 12 * 60, 24 * 60)
FONT_PERCENTS: Final = (90, 100, 110, 120, 130, 140, 150)
