"""Values travel between processes whole."""

import pickle
from datetime import UTC, datetime

from kundenradar.domain.mentions import HeardEntry, ParsedEntry
from kundenradar.domain.queries import QueryId
from kundenradar.domain.sentiment import Label, Reason, Sentiment, Shown


def test_a_heard_entry_arrives_as_it_was_sent() -> None:
    at = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
    entry = ParsedEntry(0, None, "g1", "Titel", None, "Käthe", None, at, None, "Text", "", replies=3)
    judged = Sentiment(Label.POSITIVE, 0.5, 0.9, "m", shown=Shown.MIXED, why=(Reason(0, 4, 0.2),))
    heard = HeardEntry(entry, (QueryId(1),), judged, own=True, index=("titel", "text", "", "", "kaethe"))
    assert pickle.loads(pickle.dumps(heard, 5)) == heard
