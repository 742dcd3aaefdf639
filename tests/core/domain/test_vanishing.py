"""The time a document covers."""

from datetime import UTC, datetime, timedelta

import pytest

from kundenradar.domain.mentions import ParsedEntry
from kundenradar.domain.vanishing import covered

NOON = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)


def document(*ages: float | None) -> list[ParsedEntry]:
    return [
        ParsedEntry(
            place,
            str(place),
            "",
            "",
            None,
            None,
            None,
            None if age is None else NOON - timedelta(hours=age),
            None,
            "",
            "",
        )
        for place, age in enumerate(ages)
    ]


@pytest.mark.parametrize(
    ("ages", "span"),
    [
        ((1, 2, 3), (3, 1)),
        ((3, 2, 1), (3, 1)),
        ((1, 1, 2), (2, 1)),
        ((900, 1, 2, 3), (3, 1)),
        ((900, 800, 1, 2), (2, 1)),
        ((1, 3, 2), None),
        ((1, None, 3), None),
        ((1,), None),
        ((), None),
    ],
)
def test_a_document_in_order_of_time_covers_what_lies_between_its_ends(
    ages: tuple[float | None, ...], span: tuple[float, float] | None
) -> None:
    told = None if span is None else (NOON - timedelta(hours=span[0]), NOON - timedelta(hours=span[1]))
    assert covered(document(*ages)) == told
