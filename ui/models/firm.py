"""Questions about the firm: the words for them, shared by Einstellungen and first run."""

from typing import Final

STATES: Final = (
    ("", "keine Angabe"),
    ("BW", "Baden-Württemberg"),
    ("BY", "Bayern"),
    ("BE", "Berlin"),
    ("BB", "Brandenburg"),
    ("HB", "Bremen"),
    ("HH", "Hamburg"),
    ("HE", "Hessen"),
    ("MV", "Mecklenburg-Vorpommern"),
    ("NI", "Niedersachsen"),
    ("NW", "Nordrhein-Westfalen"),
    ("RP", "Rheinland-Pfalz"),
    ("SL", "Saarland"),
    ("SN", "Sachsen"),
    ("ST", "Sachsen-Anhalt"),
    ("SH", "Schleswig-Holstein"),
    ("TH", "Thüringen"),
)
"""Two letters (ISO 3166-2:DE) and name of each Bundesland."""

INTERVALS_MIN: Final = (10, 15, 30, 60, 2 * 60, 6 * 60, 12 * 60, 24 * 60)
FONT_PERCENTS: Final = (90, 100, 110, 120, 130, 140, 150)
