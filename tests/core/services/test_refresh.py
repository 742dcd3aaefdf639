"""The straight line: what a poll stores, and what it never loses."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta

import pytest

from kundenradar.context import Digest, DigestJob
from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.events import FeedChecked, MentionsAdded, MentionsChanged, RefreshProgress
from kundenradar.domain.fetching import Fetched
from kundenradar.domain.health import FetchOutcome
from kundenradar.domain.mentions import EntryId, MentionFilter, MentionStatus
from kundenradar.domain.secrets import Secrets, with_tokens
from kundenradar.domain.sentiment import Label, Sentiment
from kundenradar.domain.sources import NewSource, Source, SourceState, interval_of, state_of
from kundenradar.services import health, listening, review, subscriptions
from kundenradar.services.refresh import RefreshOutcome, refresh
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss

PRAISE = Post(1, "Brandt war super", "Die Firma Brandt hat toll gearbeitet, sehr zufrieden.", NOON - timedelta(hours=3))
COMPLAINT = Post(2, "Ärger", "Brandt kam nicht, eine Katastrophe. Nie wieder.", NOON - timedelta(hours=2))
OTHER = Post(3, "Rosen schneiden", "Wann schneidet man Rosen?", NOON - timedelta(hours=1))


@pytest.fixture
def source(world: World) -> Source:
    listening.set_firm(world.ctx, "Brandt")
    return subscriptions.add(world.ctx, new_source())


def poll(world: World, *posts: Post, **parts: object) -> RefreshOutcome:
    world.fetcher.answers[FEED] = answer(FEED, rss(posts), **parts)
    world.clock.pass_(hours=1)
    return refresh(world.ctx, [source.id for source in subscriptions.list_sources(world.ctx)])


def keys(world: World, **parts: object) -> list[int]:
    return list(review.keys(world.ctx, MentionFilter(**parts)))  # type: ignore[arg-type]


def test_every_entry_is_stored_and_hits_become_mentions(world: World, source: Source) -> None:
    outcome = poll(world, COMPLAINT, PRAISE, OTHER)
    assert (outcome.new, outcome.mentions) == (3, 2)
    mentions = review.full(world.ctx, [EntryId(key) for key in keys(world)])
    assert [mention.entry.title for mention in mentions] == ["Ärger", "Brandt war super"]
    assert [mention.sentiment.label for mention in mentions] == [Label.NEGATIVE, Label.POSITIVE]
    assert all(mention.sentiment.model.startswith("kr-linear") for mention in mentions)


def test_a_repeated_entry_is_counted_once(world: World, source: Source) -> None:
    poll(world, PRAISE)
    outcome = poll(world, COMPLAINT, PRAISE)
    assert (outcome.new, outcome.changed) == (1, 0)
    assert len(keys(world)) == 2


def test_an_edited_entry_keeps_the_work_of_the_user(world: World, source: Source) -> None:
    poll(world, PRAISE)
    key = EntryId(keys(world)[0])
    review.set_status(world.ctx, [key], MentionStatus.IN_PROGRESS)
    review.set_sentiment(world.ctx, [key], Label.NEUTRAL)
    edited = Post(1, "Brandt war super", "Nachtrag: Brandt hat doch gepfuscht, alles kaputt.", PRAISE.at)
    assert poll(world, edited).changed == 1
    mention = review.mention(world.ctx, key)
    assert mention.entry.versions == 2
    assert mention.status is MentionStatus.IN_PROGRESS
    assert (mention.sentiment.label, mention.sentiment.by_human) == (Label.NEUTRAL, True)
    assert [version.text for version in review.versions(world.ctx, key)] == [PRAISE.text]
    assert keys(world, expression="gepfuscht") == [key]
    assert keys(world, expression="zufrieden") == []


def test_a_view_counter_is_no_edit(world: World, source: Source) -> None:
    poll(world, Post(1, "Brandt", "Brandt ist gut. Zugriffe 17", NOON))
    assert poll(world, Post(1, "Brandt", "Brandt ist gut. Zugriffe 4711", NOON)).changed == 0
    (key,) = keys(world)
    mention = review.mention(world.ctx, EntryId(key))
    assert (mention.entry.text, mention.entry.versions) == ("Brandt ist gut. Zugriffe 4711", 1)
    assert keys(world, expression="4711") == [key]
    assert keys(world, expression="17") == []


def test_an_edit_may_make_a_mention(world: World, source: Source) -> None:
    poll(world, OTHER)
    assert keys(world) == []
    poll(world, Post(3, "Rosen schneiden", "Das macht Brandt auch, großartig.", OTHER.at))
    assert len(keys(world)) == 1
    assert review.facets(world.ctx).total == 1


def test_a_vanished_entry_stays(world: World, source: Source) -> None:
    poll(world, PRAISE, COMPLAINT)
    poll(world, COMPLAINT)
    assert len(keys(world)) == 2


HOURS = [
    Post(number, f"Brandt {word}", f"Brandt hat {word} gearbeitet.", NOON - timedelta(hours=number))
    for number, word in enumerate(("gut", "schlecht", "langsam", "teuer", "sauber", "laut"), start=1)
]


def gone(world: World) -> list[str]:
    with world.ctx.store.read() as tx:
        return sorted(entry.title for entry in tx.entries.list() if entry.gone_at is not None)


def test_an_entry_missing_from_the_time_a_document_covers_is_marked_until_it_is_back(
    world: World, source: Source
) -> None:
    poll(world, *HOURS[:4])
    assert gone(world) == []
    poll(world, HOURS[0], HOURS[2], HOURS[3])
    assert gone(world) == ["Brandt schlecht"]
    assert len(keys(world)) == 4
    poll(world, *HOURS[:4])
    assert gone(world) == []


def test_an_entry_that_left_by_age_is_not_gone(world: World, source: Source) -> None:
    poll(world, *HOURS[2:])
    poll(world, *HOURS[:4])
    assert gone(world) == []


def test_what_stays_on_top_for_ever_does_not_widen_the_time_a_document_covers(world: World, source: Source) -> None:
    poll(world, HOURS[5], *HOURS[2:5])
    poll(world, HOURS[5], *HOURS[:3])
    assert gone(world) == []


def test_a_cut_document_says_nothing_of_what_is_missing(world: World, source: Source) -> None:
    poll(world, *HOURS[:4])
    poll(world, HOURS[0], HOURS[3], truncated=True)
    assert gone(world) == []


def test_an_edited_or_renumbered_entry_is_not_gone(world: World, source: Source) -> None:
    poll(world, *HOURS[:4])
    edited = Post(2, HOURS[1].title, "Brandt hat nachgebessert.", HOURS[1].at)
    renumbered = Post(3, HOURS[2].title, HOURS[2].text, HOURS[2].at, guid="neu-3")
    poll(world, HOURS[0], edited, renumbered, HOURS[3])
    assert gone(world) == []


def test_a_changed_identifier_is_no_second_mention(world: World, source: Source) -> None:
    poll(world, PRAISE)
    renumbered = Post(1, PRAISE.title, PRAISE.text, PRAISE.at, guid="https-post-1")
    outcome = poll(world, renumbered)
    assert (outcome.new, len(keys(world))) == (0, 1)


def test_an_entry_from_the_future_counts_for_the_day_we_saw_it(world: World, source: Source) -> None:
    poll(world, Post(9, "Brandt", "Brandt kommt", NOON + timedelta(days=4000)))
    mention = review.mention(world.ctx, EntryId(keys(world)[0]))
    assert mention.entry.local_day == world.clock.at.date()


def test_validators_are_sent_and_unchanged_bodies_are_not_read(world: World, source: Source) -> None:
    poll(world, PRAISE, etag='"a"', last_modified="Tue, 17 Nov 2026 10:00:00 GMT")
    world.fetcher.answers[FEED] = lambda request: Fetched(FEED, None, 304, b"", etag=request.etag)
    again = refresh(world.ctx, [source.id])
    assert world.fetcher.asked[-1].etag == '"a"'
    assert world.fetcher.asked[-1].last_modified == "Tue, 17 Nov 2026 10:00:00 GMT"
    assert again.results[0].record.outcome is FetchOutcome.UNCHANGED
    same_body = poll(world, PRAISE)
    assert same_body.results[0].record.outcome is FetchOutcome.UNCHANGED


def test_once_a_day_the_whole_document_is_asked_for(world: World, source: Source) -> None:
    poll(world, PRAISE, etag='"a"')
    world.clock.pass_(days=2)
    refresh(world.ctx, [source.id])
    assert world.fetcher.asked[-1].etag is None
    world.clock.pass_(hours=2)  # it was the same: from now on it may be answered with a 304 again
    refresh(world.ctx, [source.id])
    assert world.fetcher.asked[-1].etag == '"a"'


def test_a_cut_document_is_asked_for_again(world: World, source: Source) -> None:
    poll(world, PRAISE, etag='"a"', truncated=True)
    refresh(world.ctx, [source.id])
    assert world.fetcher.asked[-1].etag is None


def test_failures_back_off_and_are_shown_after_three(world: World, source: Source) -> None:
    world.fetcher.answers[FEED] = OutsideError(Trouble(TroubleKind.SERVER, "forum.example", 503))
    waits = []
    for _ in range(3):
        refresh(world.ctx, [source.id])
        state = subscriptions.list_sources(world.ctx)[0]
        assert state.next_due is not None
        waits.append(state.next_due - world.clock.at)
    assert waits == [timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2)]
    assert state_of(subscriptions.list_sources(world.ctx)[0]) is SourceState.BROKEN
    assert poll(world, PRAISE).new == 1
    assert state_of(subscriptions.list_sources(world.ctx)[0]) is SourceState.OK


def test_being_offline_is_nobodys_fault(world: World, source: Source) -> None:
    world.fetcher.answers[FEED] = OutsideError(Trouble(TroubleKind.OFFLINE, "forum.example"))
    refresh(world.ctx, [source.id])
    assert subscriptions.list_sources(world.ctx)[0].failures == 0


def test_a_wished_pause_is_kept(world: World, source: Source) -> None:
    trouble = Trouble(TroubleKind.RATE_LIMITED, "forum.example", 429, retry_after_s=7200)
    world.fetcher.answers[FEED] = OutsideError(trouble)
    refresh(world.ctx, [source.id])
    due = subscriptions.list_sources(world.ctx)[0].next_due
    assert due == world.clock.at + timedelta(hours=2)
    assert refresh(world.ctx, None).results == ()


def test_gone_feeds_are_not_asked_again(world: World, source: Source) -> None:
    world.fetcher.answers[FEED] = OutsideError(Trouble(TroubleKind.GONE, "forum.example", 410))
    refresh(world.ctx, [source.id])
    world.clock.pass_(days=60)
    assert refresh(world.ctx, None).results == ()
    assert state_of(subscriptions.list_sources(world.ctx)[0]) is SourceState.GONE


def test_a_permanent_move_is_followed_once_it_parsed(world: World, source: Source) -> None:
    moved = Fetched("https://neu.example/feed", "https://neu.example/feed", 200, rss([PRAISE]), "application/rss+xml")
    world.fetcher.answers[FEED] = moved
    outcome = refresh(world.ctx, [source.id])
    assert outcome.results[0].moved
    assert subscriptions.list_sources(world.ctx)[0].feed_url == "https://neu.example/feed"


def test_a_move_to_a_web_page_is_not_followed(world: World, source: Source) -> None:
    page = Fetched(
        "https://hotel.example/", "https://hotel.example/", 200, b"<html><body>WLAN</body></html>", "text/html"
    )
    world.fetcher.answers[FEED] = page
    outcome = refresh(world.ctx, [source.id])
    assert outcome.results[0].record.outcome is FetchOutcome.FAILED
    assert subscriptions.list_sources(world.ctx)[0].feed_url == FEED


def test_own_posts_are_listed_but_not_counted(world: World) -> None:
    listening.set_firm(world.ctx, "Brandt", own_names=["Brandt_Service"])
    subscriptions.add(world.ctx, new_source())
    poll(world, PRAISE, Post(7, "Re: Brandt", "Danke, Ihr Team Brandt", NOON, author="brandt_service"))
    assert review.facets(world.ctx).open == 1
    with world.ctx.store.read() as tx:
        counted = tx.days.between(NOON.date(), NOON.date())
    assert sum(count.total for count in counted) == 1


def test_events_come_after_the_commit(world: World, source: Source) -> None:
    seen: list[int] = []
    world.ctx.bus.subscribe(lambda event: seen.append(len(keys(world))) if isinstance(event, MentionsAdded) else None)
    poll(world, PRAISE, COMPLAINT)
    assert seen == [2]
    assert world.told(FeedChecked)
    last = world.told(RefreshProgress)[-1]
    assert last == RefreshProgress(1, 1, 2, finished=True)


def test_a_cancelled_round_stops_and_keeps_what_is_stored(world: World, source: Source) -> None:
    poll(world, PRAISE)
    cancel = threading.Event()
    cancel.set()
    outcome = refresh(world.ctx, [source.id], cancel)
    assert outcome.cancelled
    assert len(keys(world)) == 1


def test_a_source_removed_during_a_round_is_passed_over(world: World, source: Source) -> None:
    def removing(_request: object) -> Fetched:
        subscriptions.remove(world.ctx, source.id)
        return answer(FEED, rss([PRAISE]))

    world.fetcher.answers[FEED] = removing
    outcome = refresh(world.ctx, [source.id])
    assert outcome.new == 0
    assert keys(world) == []


def test_a_suchprofil_saved_during_a_round_is_not_missed(world: World, source: Source) -> None:
    def saving(_request: object) -> Fetched:
        if not any(query.name == "Rosen" for query in listening.list_queries(world.ctx)):
            listening.save_query(world.ctx, "Rosen", "rosen")
        return answer(FEED, rss([OTHER]))

    world.fetcher.answers[FEED] = saving
    refresh(world.ctx, [source.id])
    assert len(keys(world)) == 1


def test_our_answer_in_the_discussion_answers_the_mention_and_is_told(world: World) -> None:
    listening.set_firm(world.ctx, "Brandt", own_names=["@Brandt_Service"])
    subscriptions.add(world.ctx, new_source())
    asked = Post(1, "Heizung", "Brandt meldet sich nicht.", NOON - timedelta(hours=3))
    ours = Post(2, "Re: Heizung", "Wir rufen Sie heute an.", NOON - timedelta(hours=1), "u/Brandt_Service")
    world.fetcher.answers[FEED] = answer(FEED, rss([asked]))
    refresh(world.ctx)
    (key,) = review.keys(world.ctx, MentionFilter())
    world.clock.pass_(hours=1)
    world.events.clear()
    world.fetcher.answers[FEED] = answer(FEED, rss([ours, asked]).replace(b"/t/2", b"/t/1#p2"))
    refresh(world.ctx)
    mention = review.mention(world.ctx, EntryId(key))
    assert (mention.status, mention.answered_at) == (MentionStatus.ANSWERED, NOON - timedelta(hours=1))
    assert world.told(MentionsChanged) == [MentionsChanged((EntryId(key),))]


def test_own_places_make_every_entry_a_mention(world: World) -> None:
    subscriptions.add(world.ctx, new_source(all_entries=True))
    assert poll(world, OTHER).mentions == 1


def test_a_login_is_only_sent_where_it_belongs(world: World) -> None:
    source = subscriptions.add(world.ctx, new_source(), "karl", "geheim")
    poll(world, PRAISE)
    assert (world.fetcher.asked[-1].user, world.fetcher.asked[-1].password) == ("karl", "geheim")
    assert "geheim" not in repr(world.fetcher.asked[-1])
    assert source.feed_url == FEED


@pytest.mark.parametrize(
    ("feed_url", "is_there"),
    [
        ("https://forum.example/feed", True),
        ("http://forum.example/feed", True),
        ("https://feeds.example/forum", False),
        ("https://forum.example:8443/feed", False),
    ],
)
def test_what_opens_a_page_does_not_open_a_feed_elsewhere(world: World, feed_url: str, is_there: bool) -> None:
    new = NewSource("Forum", "forum.example", feed_url)
    kept = subscriptions.add(world.ctx, new, secrets=Secrets("karl", "geheim", cookie="sid=1"))
    assert kept.has_login is is_there
    assert (world.ctx.credentials.get(kept.id) is not None) is is_there
    other = replace(new, address="https://karl:geheim@forum.example/", feed_url=f"{feed_url}?page=2")
    assert subscriptions.add(world.ctx, other).has_login is is_there


def test_feeds_of_one_host_that_tell_no_title_are_told_apart(world: World) -> None:
    addresses = [f"https://forum.example/{path}" for path in ("feed", "bad/feed", "heizung/feed")]
    names = [subscriptions.add(world.ctx, NewSource("forum.example", one, one)).name for one in addresses]
    assert names == ["forum.example", "forum.example/bad/feed", "forum.example/heizung/feed"]


def test_a_login_inside_an_address_is_moved_to_the_keyring(world: World) -> None:
    source = subscriptions.add(world.ctx, new_source("https://karl:ge%40heim@forum.example:8443/feed.xml"))
    assert source.feed_url == "https://forum.example:8443/feed.xml"
    assert world.ctx.credentials.get(source.id) == Secrets("karl", "ge@heim")
    subscriptions.set_login(world.ctx, source.id, None, None)
    assert not subscriptions.list_sources(world.ctx)[0].has_login


def test_every_poll_of_a_round_learns_of_a_changed_suchprofil(world: World) -> None:
    """Bodies read with the old Suchprofile are read again, whichever poll notices first."""
    listening.set_firm(world.ctx, "Rechnung")
    feeds = [f"https://f{number}.example/feed" for number in range(4)]
    for feed in feeds:
        subscriptions.add(world.ctx, new_source(feed))
        world.fetcher.answers[feed] = answer(feed, rss([Post(1, "Heizung", "Heizung kaputt, Rechnung falsch", NOON)]))
    real = world.ctx.digester.submit

    class Changing:
        """Changes the Suchprofile when the first body was read."""

        done = 0

        def submit(self, job: DigestJob) -> Future[Digest]:
            future = real(job)
            future.result()
            self.done += 1
            if self.done == 4:
                listening.save_query(world.ctx, "Heizung", "heizung")
                listening.set_firm(world.ctx, "Rechnung", excludes=["Heizung"])
            return future

        def judge(self, texts: Sequence[str], ratings: Sequence[float | None] = ()) -> Future[list[Sentiment]]:
            return world.ctx_digester.judge(texts)

        def close(self) -> None:
            """Nothing of its own."""

    world.ctx_digester = world.ctx.digester
    object.__setattr__(world.ctx, "digester", Changing())
    refresh(world.ctx, None)
    object.__setattr__(world.ctx, "digester", world.ctx_digester)
    found = {query.name: query.mentions for query in listening.list_queries(world.ctx)}
    assert found == {"Unsere Firma": 0, "Heizung": 4}


def test_a_round_ends_however_little_may_wait_to_be_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kundenradar.services.refresh.MAX_READING_BYTES", 1)
    monkeypatch.setattr("kundenradar.services.refresh.MAX_RUNNING", 2)
    feeds = [f"https://f{number}.example/feed" for number in range(7)]
    for feed in feeds:
        subscriptions.add(world.ctx, new_source(feed))
        world.fetcher.answers[feed] = answer(feed, b"<p>kein Feed</p>" if feed == feeds[3] else rss([PRAISE]))
    outcome = refresh(world.ctx)
    assert [one.record.outcome for one in outcome.results].count(FetchOutcome.OK) == 6


def test_an_entry_that_stands_twice_to_the_letter_is_one(world: World, source: Source) -> None:
    outcome = poll(world, PRAISE, PRAISE, COMPLAINT)
    assert (outcome.new, len(keys(world))) == (2, 2)
    assert poll(world, PRAISE, COMPLAINT, PRAISE, OTHER).new == 1


def test_what_a_night_away_cost_is_estimated_and_taken_note_of(world: World, source: Source) -> None:
    first = [Post(number, f"n{number}", at=NOON - timedelta(minutes=36 * number)) for number in range(15)]
    poll(world, *first)
    assert subscriptions.list_sources(world.ctx)[0].missed == 0
    world.clock.pass_(hours=13)  # `poll` adds another one
    at = world.clock.at + timedelta(hours=1)
    later = [Post(100 + number, f"n{100 + number}", at=at - timedelta(minutes=36 * number)) for number in range(15)]
    poll(world, *later)
    missing = subscriptions.list_sources(world.ctx)[0]
    assert (missing.missed, missing.missed_gap_s, missing.held_s) == (9, 14 * 3600, 9 * 3600)
    poll(world, *later[1:])
    assert subscriptions.list_sources(world.ctx)[0].missed == 9  # until somebody has taken note
    health.understood(world.ctx, source.id)
    assert subscriptions.list_sources(world.ctx)[0].missed == 0


def test_a_feed_of_one_entry_is_asked_by_what_came_from_one_to_the_next(world: World, source: Source) -> None:
    for number in range(3):
        poll(world, Post(number, f"n{number}", at=NOON + timedelta(minutes=30 * number)))
    found = subscriptions.list_sources(world.ctx)[0]
    assert (found.held, found.rhythm_s) == (1, 30 * 60)
    assert interval_of(found, 1800).seconds == 15 * 60


def test_a_feed_that_moved_for_good_is_heard_there_and_its_old_address_is_kept(world: World, source: Source) -> None:
    new_home = "https://neu.example/feed.xml"
    world.fetcher.answers[FEED] = Fetched(new_home, new_home, 200, rss([PRAISE]), "application/rss+xml")
    refresh(world.ctx, [source.id])
    moved = subscriptions.list_sources(world.ctx)[0]
    assert (moved.feed_url, state_of(moved)) == (new_home, SourceState.MOVED)
    assert [url for url, _until in subscriptions.former_addresses(world.ctx, source.id)] == [FEED]
    health.understood(world.ctx, source.id)
    assert state_of(subscriptions.list_sources(world.ctx)[0]) is SourceState.OK


@pytest.mark.parametrize(
    ("address", "new_home", "is_kept"),
    [
        (FEED, "https://forum.example/f?token=Kanarie1", False),
        ("https://forum.example/f?token=Kanarie1", "https://forum.example/g?key=1&token=Kanarie1", True),
        ("https://forum.example/f?token=Kanarie1", "https://forum.example/g", True),
        ("https://forum.example/f?token=Kanarie1", "https://forum.example/g?token=Kanarie2", False),
        ("https://forum.example/f?token=Kanarie1", "https://forum.example/g?token=Kanarie1&sig=Kanarie2", False),
    ],
)
def test_a_move_to_an_address_with_another_secret_is_not_kept(
    world: World, address: str, new_home: str, is_kept: bool
) -> None:
    source = subscriptions.add(world.ctx, new_source(address))
    for _ in range(2):
        world.fetcher.answers[address] = Fetched(new_home, new_home, 200, rss([PRAISE]), "application/rss+xml")
        world.fetcher.answers[new_home] = Fetched(new_home, None, 200, rss([PRAISE]), "application/rss+xml")
        assert refresh(world.ctx, [source.id]).results[0].record.trouble is None
    stored = subscriptions.list_sources(world.ctx)[0].feed_url
    assert "Kanarie" not in stored
    assert with_tokens(stored, ("Kanarie1",)) == (new_home if is_kept else address)


def test_a_repeat_and_a_cut_line_make_no_second_entry(world: World, source: Source) -> None:
    poll(world, PRAISE, COMPLAINT, PRAISE)
    whole = rss([COMPLAINT, PRAISE])
    cut = whole[: whole.rindex(b"<description>") + 30]
    world.fetcher.answers[FEED] = answer(FEED, cut, truncated=True)
    assert refresh(world.ctx, [source.id]).results[0].record.entries == 1
    poll(world, COMPLAINT, PRAISE)
    with world.ctx.store.read() as tx:
        stored = list(tx.entries.list(source.id))
    assert sorted(entry.title for entry in stored) == ["Brandt war super", "Ärger"]
    assert {entry.versions for entry in stored} == {1}


def test_a_clock_that_was_years_ahead_silences_no_source(world: World, source: Source) -> None:
    world.clock.pass_(days=3_650)
    poll(world, PRAISE)
    assert not refresh(world.ctx).results
    world.clock.pass_(days=-3_650)
    assert [one.source.id for one in refresh(world.ctx).results] == [source.id]
    assert not refresh(world.ctx).results
