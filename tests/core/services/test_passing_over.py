"""Items known to the letter are passed over, and nothing comes out otherwise than by reading all of a document."""

import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kundenradar.context import DigestJob
from kundenradar.domain.documents import NO_MARK
from kundenradar.domain.mentions import Entry, EntryId, MentionFilter
from kundenradar.domain.sources import Source, SourceId
from kundenradar.services import listening, review, subscriptions
from kundenradar.services import refresh as refreshing
from kundenradar.services.refresh import RefreshOutcome, refresh
from tests.fakes import FEED, NOON, Post, World, answer, make_world, new_source, rss

POSTS = [
    Post(number, f"Brandt, Teil {number}", f"Brandt war am Tag {number} da.", NOON - timedelta(hours=number))
    for number in range(1, 31)
]


@pytest.fixture
def source(world: World) -> Source:
    listening.set_firm(world.ctx, "Brandt")
    return subscriptions.add(world.ctx, new_source())


def poll(
    world: World, posts: Sequence[Post], *, forced: bool = False, place: bytes = b"/b/", **parts: object
) -> RefreshOutcome:
    """One poll; by their addresses the posts are those of a blog, at ``/t/`` of Discourse."""
    world.fetcher.answers[FEED] = answer(FEED, rss(posts).replace(b"/t/", place), **parts)
    world.clock.pass_(minutes=40)
    return refresh(world.ctx, [one.id for one in subscriptions.list_sources(world.ctx)], forced=forced)


@contextmanager
def read_by(world: World) -> Iterator[list[int]]:
    """Numbers of items in the documents that were read."""
    found: list[int] = []
    submit = world.ctx.digester.submit

    def counted(job: DigestJob) -> object:
        found.append(job.fetched.body.count(b"<item>"))
        return submit(job)

    with patch.object(world.ctx.digester, "submit", counted):
        yield found


def stored(world: World) -> list[Entry]:
    with world.ctx.store.read() as tx:
        return sorted(tx.entries.list(), key=lambda entry: entry.identity)


def test_only_what_is_new_and_the_beginning_is_read(world: World, source: Source) -> None:
    with read_by(world) as read:
        poll(world, POSTS[10:])
        outcome = poll(world, POSTS[9:29])
        assert poll(world, POSTS[9:29], etag='"neu"').new == 0
    assert read == [20, 3]
    assert (outcome.new, outcome.changed, outcome.mentions) == (1, 0, 1)
    assert outcome.results[0].record.entries == 20
    assert [entry.position for entry in sorted(stored(world), key=lambda entry: -entry.id)] == [*range(20), 19]


def test_an_entry_that_was_given_a_later_time_is_read_each_time(world: World, source: Source) -> None:
    poll(world, POSTS[2:22])
    bumped = dataclasses.replace(POSTS[20], at=NOON + timedelta(minutes=30))
    rest = [*POSTS[2:20], POSTS[21]]
    with read_by(world) as read:
        poll(world, [*rest[:4], bumped, *rest[4:]])
        poll(world, [POSTS[1], *rest[:4], bumped, *rest[4:-1]])
        poll(world, [POSTS[0], POSTS[1], *rest[:4], bumped, *rest[4:-2]])
    assert read == [4, 4, 4]
    assert not any(entry.gone_at for entry in stored(world))


def test_an_edit_below_is_read(world: World, source: Source) -> None:
    poll(world, POSTS[:20])
    edited = dataclasses.replace(POSTS[12], text="Brandt hat doch gepfuscht.")
    with read_by(world) as read:
        outcome = poll(world, [*POSTS[:12], edited, *POSTS[13:20]])
    assert (read, outcome.new, outcome.changed) == ([4], 0, 1)
    (key,) = review.keys(world.ctx, MentionFilter(expression="gepfuscht"))
    assert review.mention(world.ctx, EntryId(key)).entry.versions == 2


def test_forced_by_a_new_day_or_by_doubt_all_is_read(world: World, source: Source) -> None:
    poll(world, POSTS[10:])
    with read_by(world) as read:
        poll(world, POSTS[9:], forced=True)
        poll(world, POSTS[8:])
        world.clock.pass_(days=1, minutes=1)
        poll(world, POSTS[7:])
    assert read == [21, 3, 23]


def test_an_answer_makes_all_be_read(world: World, source: Source) -> None:
    """A "Re:" may tell the discussion of what stands below."""
    poll(world, POSTS[10:])
    reply = Post(99, f"Re: {POSTS[20].title}", "Bei mir auch.", NOON)
    with read_by(world) as read:
        poll(world, [reply, *POSTS[10:]])
        poll(world, [*POSTS[9:10], reply, *POSTS[10:]])
    assert read == [3, 21, 22]
    threads = {entry.title: entry.thread for entry in stored(world)}
    assert threads[reply.title] == threads[POSTS[20].title] == "forum.example/~brandt, teil 21"


def test_a_shared_identifier_makes_all_be_read(world: World, source: Source) -> None:
    poll(world, POSTS[10:])
    twin = Post(98, "Zwilling", "Eine andere Stimme zu Brandt.", NOON, guid="post-25")
    with read_by(world) as read:
        assert poll(world, [twin, *POSTS[10:]]).new == 1
    assert read == [3, 21]


def test_what_is_missing_is_gone_and_no_stand_in_is_ever_stored(world: World, source: Source) -> None:
    poll(world, POSTS[10:])
    poll(world, [*POSTS[10:15], *POSTS[16:]])
    assert [entry.title for entry in stored(world) if entry.gone_at is not None] == [POSTS[15].title]
    poll(world, POSTS[10:])
    assert [entry for entry in stored(world) if entry.gone_at is not None or not entry.text] == []


def test_an_entry_removed_meanwhile_is_read_again(world: World, source: Source) -> None:
    poll(world, POSTS[10:])
    with world.ctx.store.write() as tx:
        tx.entries.remove([next(entry.id for entry in tx.entries.list() if entry.title == POSTS[25].title)])
    assert poll(world, POSTS[9:]).new == 2
    assert {entry.text for entry in stored(world)} == {post.text for post in POSTS[9:]}


def test_a_document_that_tells_entries_apart_together_leaves_no_marks(world: World, source: Source) -> None:
    twins = [dataclasses.replace(post, guid="gleich") for post in POSTS[:4]]
    poll(world, [*POSTS[10:], *twins])
    with world.ctx.store.read() as tx:
        items = tx.documents.newest([source.id])[source.id].items
    assert {item.mark for item in items} == {NO_MARK}
    assert all(item.entry for item in items)


SPECIAL = [
    Post(41, "Re: Brandt, Teil 9", "Stimmt.", NOON),
    Post(42, "Brandt, Teil 9", "Noch einer unter demselben Titel.", NOON, guid=""),
    Post(43, "Zwilling", "Brandt zum Dritten.", NOON, guid="post-12"),
    Post(44, "", "Ohne Titel und Zeit, aber mit Brandt."),
    dataclasses.replace(POSTS[3], text="Brandt hat nachgebessert."),
    dataclasses.replace(POSTS[7], guid="umbenannt"),
    dataclasses.replace(POSTS[9], title="Neuer Titel"),
]


@st.composite
def documents(draw: st.DrawFn) -> list[Post]:
    """A stretch of posts, newest first, with something special in it."""
    first = draw(st.integers(0, 4))
    posts = POSTS[first : first + 12]
    for special in draw(st.lists(st.sampled_from(SPECIAL), max_size=2)):
        posts.insert(draw(st.integers(0, len(posts))), special)
    return posts


def _told(world: World, source: SourceId) -> list[tuple[object, ...]]:
    entries = [
        (one.id, one.identity, one.guid, one.title, one.link, one.text, one.position, one.versions, one.thread,
         one.published_at, one.gone_at is None, one.reply)
        for one in stored(world)
    ]  # fmt: skip
    (state,) = subscriptions.list_sources(world.ctx)
    health = (state.newest_at, state.rhythm_s, state.held, state.held_s, state.missed, state.next_due, state.mentions)
    return [*entries, health]


def test_what_comes_back_after_a_time_is_no_loss_and_hides_none() -> None:
    rows = [[SPECIAL[0], *POSTS[3:15]], POSTS[:12], [SPECIAL[3], *POSTS[3:15]]]
    missed = []
    for part_of in (refreshing.part_of, lambda *_: None):
        with TemporaryDirectory() as folder, patch.object(refreshing, "part_of", part_of):
            anew = make_world(Path(folder))
            listening.set_firm(anew.ctx, "Brandt")
            subscriptions.add(anew.ctx, new_source())
            for posts in rows:
                poll(anew, posts, place=b"/b/")
            missed += [one.missed for one in subscriptions.list_sources(anew.ctx)]
            anew.ctx.digester.close()
            anew.ctx.store.close()
    assert missed == [None, None]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents(), min_size=3, max_size=5), st.sampled_from([b"/b/", b"/t/"]))
def test_any_row_of_documents_ends_as_if_all_had_been_read(row: list[list[Post]], place: bytes) -> None:
    ends = []
    for part_of in (refreshing.part_of, lambda *_: None):
        with TemporaryDirectory() as folder, patch.object(refreshing, "part_of", part_of):
            world = make_world(Path(folder))
            listening.set_firm(world.ctx, "Brandt")
            source = subscriptions.add(world.ctx, new_source())
            told = []
            for posts in row:
                outcome = poll(world, posts, place=place)
                told.append((outcome.new, outcome.changed, outcome.mentions, outcome.results[0].record.entries))
            ends.append((told, _told(world, source.id)))
            world.ctx.digester.close()
            world.ctx.store.close()
    assert ends[0] == ends[1]
