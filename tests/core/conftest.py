"""A context over a temporary folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.fakes import World, make_world

settings.register_profile("house", deadline=None)  # nothing is timed: other work may share the computer
settings.load_profile("house")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = make_world(tmp_path)
    yield made
    made.ctx.digester.close()
    made.ctx.store.close()
