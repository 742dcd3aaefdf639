"""How fast incoming entries meet Suchprofile when nothing hits: the usual case, thousands of times a day.

Run: ``python -m bench.matching``. Prints microseconds of processor time per entry, the best of five rounds.
"""

import random
import time

from kundenradar.domain.matching import hits, matcher, searchable
from kundenradar.domain.queries import parse_query

ENTRIES, WORDS, ROUNDS = 10_000, 58, 5
QUERIES = (
    '"Brandt Haustechnik" OR "Brandt Heizung" OR Brandthaustechnik',
    "Wärmepumpe* NOT Stellenanzeige",
    "Heizungsbauer~ Brandt",
    "(Notdienst OR Kundendienst) NEAR/5 Brandt",
    '="Brandt" OR "Sanitär Brandt" -Willy',
)


def _texts() -> list[tuple[str, str]]:
    chance = random.Random(1)
    letters = "abcdefghiklmnoprstuwzäöü"
    known = ["".join(chance.choices(letters, k=chance.randint(3, 11))) for _ in range(4_000)]
    return [
        (" ".join(chance.choices(known, k=6)).capitalize(), " ".join(chance.choices(known, k=WORDS)) + ".")
        for _ in range(ENTRIES)
    ]


def main() -> None:
    """Print what making ready and meeting cost."""
    matchers = {number: matcher(parse_query(expression)) for number, expression in enumerate(QUERIES)}
    texts = _texts()
    ready_s, met_s, met = [], [], 0
    for _ in range(ROUNDS):
        start = time.process_time()
        ready = [searchable(*fields) for fields in texts]
        for text in ready:
            text.fields  # noqa: B018 - the index needs them anyway
        ready_s.append(time.process_time() - start)
        start = time.process_time()
        met = sum(bool(hits(matchers, text)) for text in ready)
        met_s.append(time.process_time() - start)
    print(f"{ENTRIES} entries of {WORDS} words, {len(QUERIES)} Suchprofile, {met} hits")
    print(f"folding {min(ready_s) / ENTRIES * 1e6:6.1f} µs per entry")
    print(f"meeting {min(met_s) / ENTRIES * 1e6:6.1f} µs per entry")


if __name__ == "__main__":
    main()
