"""A short soak: a server that fails at random costs no entry and doubles none (the long one: bench/soak.py)."""

from pathlib import Path

import pytest

from bench.soak import FAULTS, GOOD, Script, soak


@pytest.mark.timeout(120)
def test_random_faults_lose_and_double_nothing(tmp_path: Path) -> None:
    found = soak(tmp_path, polls=60, feeds=15, seed=7)
    assert (found.polls, found.lost, found.doubled, found.strange) == (60, 0, 0, 0)
    assert {"ok", "protocol", "not-a-feed"} <= found.outcomes.keys()
    assert "internal" not in found.outcomes
    assert found.growth <= 0.25


def test_the_script_of_the_server_is_the_same_every_time_and_never_all_faults() -> None:
    script = Script(3)
    acts = [[script.act(feed, number) for number in range(50)] for feed in range(20)]
    assert acts == [[Script(3).act(feed, number) for number in range(50)] for feed in range(20)]
    assert {act for row in acts for act in row} == {*GOOD, *FAULTS}
    for row in acts:
        assert all(set(row[place : place + 5]) & set(GOOD) for place in range(45))
