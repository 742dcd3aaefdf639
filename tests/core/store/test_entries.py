"""Keys that follow time, and identities."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.keys import first_key, key_time, local_day, sorting_time, wished_key
from kundenradar.domain.mentions import HeardEntry, ParsedEntry
from tests.fakes import NOON, World, new_source

TIMES = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds
    datetime(2090, 1, 1),  # noqa: DTZ001 - as above
    timezones=st.just(UTC),
)


def heard(position: int, at: datetime | None, identity: str = "") -> HeardEntry:
    name = identity or f"id-{position}"
    return HeardEntry(
        ParsedEntry(position, name, name, "Titel", None, None, None, at, None, "Text", "", fingerprint="f")
    )


@given(TIMES, TIMES, st.integers(0, 100_000), st.integers(1, 10_000))
def test_keys_follow_time_and_fit_into_json(one: datetime, other: datetime, position: int, salt: int) -> None:
    first, second = wished_key(one, position, salt), wished_key(other, position, salt)
    assert (first < second) == (one.replace(microsecond=0) < other.replace(microsecond=0)) or first == second
    assert 0 <= first < 2**53
    assert key_time(first) == one.replace(microsecond=0)
    assert first_key(one) <= first


def test_within_a_second_the_first_of_the_document_is_the_newest() -> None:
    keys = [wished_key(NOON, position, 3) for position in range(50)]
    assert keys == sorted(keys, reverse=True)


def test_nonsense_times_fall_back_to_when_we_saw_it() -> None:
    for odd in (None, datetime(1970, 1, 1, tzinfo=UTC), NOON + timedelta(seconds=1)):
        assert sorting_time(odd, NOON) == NOON
    assert sorting_time(NOON - timedelta(days=1), NOON) == NOON - timedelta(days=1)


def test_the_local_day_is_berlins() -> None:
    assert local_day(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)).isoformat() == "2026-11-23"


def test_equal_wishes_get_different_keys(world: World) -> None:
    with world.ctx.store.write() as tx:
        sources = [tx.sources.add(new_source(f"https://{number}.example/"), NOON) for number in range(300)]
        keys = [key for source in sources for key in tx.entries.add(source.id, [heard(0, NOON)], NOON)]
    assert len(set(keys)) == 300


def test_large_documents_keep_their_order(world: World) -> None:
    with world.ctx.store.write() as tx:
        source = tx.sources.add(new_source(), NOON)
        keys = tx.entries.add(source.id, [heard(position, None) for position in range(4000)], NOON)
    assert keys == sorted(keys, reverse=True)
    assert len(set(keys)) == 4000


def test_removing_in_pieces_empties_the_index(world: World) -> None:
    with world.ctx.store.write() as tx:
        source = tx.sources.add(new_source(), NOON)
        tx.entries.add(source.id, [heard(position, NOON) for position in range(25)], NOON)
    removed = []
    while not removed or removed[-1]:
        with world.ctx.store.write() as tx:
            removed.append(tx.entries.remove_of_source(source.id, 10))
    assert removed == [10, 10, 5, 0]
    with world.ctx.store.read() as tx:
        assert tx.search.count("titel") == 0
        assert tx._connection.exec_driver_sql("SELECT count(*) FROM entry_words WHERE term = 'titel'").scalar() == 0
