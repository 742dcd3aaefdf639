"""Forum documents of the shared corpus give what their golden files say."""

import pytest

from tests.core.feeds.goldens import CORPUS, GOLDEN, documents, golden_path, rendered

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the feed corpus of ../shared (KUNDENRADAR_SHARED)"),
]


def test_forum_documents_give_what_their_golden_files_say() -> None:
    seen = set()
    for name, feed in documents():
        path = golden_path(name)
        seen.add(path)
        assert path.is_file(), f"{name}: write it with python -m tests.core.feeds.goldens"
        assert rendered(name, feed) == path.read_text(encoding="utf-8"), name
    assert seen == set(GOLDEN.glob("*.json"))
