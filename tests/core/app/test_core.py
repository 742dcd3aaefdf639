"""The running core: executors, rounds, processes, and a quiet end."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from kundenradar.app.core import Workers, open_workers
from kundenradar.app.digest import LocalDigester, ProcessDigester
from kundenradar.app.rounds import Wish
from kundenradar.context import Context, DigestJob
from kundenradar.domain.errors import DataError, OutsideError
from kundenradar.domain.events import Event, MentionsAdded, RefreshProgress
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.mentions import MentionFilter
from kundenradar.domain.queries import Query, QueryId
from kundenradar.services import listening, preferences, review, subscriptions
from tests.fakes import FEED, NOON, FakeFetcher, Post, answer, new_source, rss


@pytest.fixture
def fetcher() -> FakeFetcher:
    return FakeFetcher()


@pytest.fixture
def workers(tmp_path: Path, fetcher: FakeFetcher) -> Iterator[Workers]:
    made = open_workers(tmp_path, processes=1, fetcher=fetcher)
    yield made
    made.close()


def job(body: bytes) -> DigestJob:
    fetched = Fetched(FEED, None, 200, body, "application/rss+xml")
    return DigestJob(fetched, (Query(QueryId(1), "F", "brandt"),), False, (), {})


def test_a_round_in_worker_processes_ends_in_mentions(workers: Workers, fetcher: FakeFetcher) -> None:
    events: list[Event] = []
    workers.subscribe(events.append)
    fetcher.answers[FEED] = answer(FEED, rss([Post(1, "Brandt", "Brandt ist super", NOON)]))
    workers.write(subscriptions.add, new_source(all_entries=True)).result(20)
    round_ = workers.refresh()
    assert round_ is not None
    assert workers.refresh() is None
    assert workers.refreshing
    assert round_.result(110).new == 1
    assert workers.read(review.count, MentionFilter()).result(20) == 1
    assert [type(event) for event in events if isinstance(event, MentionsAdded)] == [MentionsAdded]
    assert events[-1] == RefreshProgress(1, 1, 1, finished=True)
    workers.rest()
    assert not workers.refreshing
    due = workers.refresh_due()
    assert due is not None
    assert due.result(20).results == ()


def test_what_the_user_does_runs_in_order(workers: Workers) -> None:
    done: list[int] = []

    def note(_ctx: Context, number: int) -> None:
        time.sleep(0.02 if number == 0 else 0)
        done.append(number)

    for future in [workers.write(note, number) for number in range(5)]:
        future.result(20)
    assert done == [0, 1, 2, 3, 4]


def test_a_round_is_cancelled_in_the_middle(workers: Workers, fetcher: FakeFetcher) -> None:
    asked = threading.Event()

    class Stuck(FakeFetcher):
        def submit(self, request: FetchRequest) -> Future[Fetched]:
            asked.set()
            return Future()

    ctx = workers.opened.result(20)
    object.__setattr__(ctx, "fetcher", Stuck())
    workers.write(subscriptions.add, new_source()).result(20)
    round_ = workers.refresh()
    assert round_ is not None
    assert asked.wait(20)
    workers.cancel_refresh()
    assert round_.result(20).cancelled


def test_closing_ends_a_stuck_round_within_seconds(tmp_path: Path) -> None:
    class Stuck(FakeFetcher):
        def submit(self, request: FetchRequest) -> Future[Fetched]:
            return Future()

    made = open_workers(tmp_path, fetcher=Stuck())
    made.write(subscriptions.add, new_source()).result(20)
    made.refresh()
    began = time.monotonic()
    made.close()
    assert time.monotonic() - began < 8
    assert made.refresh() is None


def test_data_that_cannot_be_used_is_told_to_everybody(tmp_path: Path) -> None:
    (tmp_path / "kundenradar.sqlite3").write_bytes(b"kein SQLite")
    made = open_workers(tmp_path)
    with pytest.raises(DataError):
        made.opened.result(20)
    with pytest.raises(DataError):
        made.read(review.facets).result(20)
    made.close()


def test_the_samples_come_in_without_network(workers: Workers, fetcher: FakeFetcher, tmp_path: Path) -> None:
    made = open_workers(tmp_path / "samples", processes=1)
    assert made.outside(preferences.add_samples).result(110) == 3
    assert made.outside(preferences.add_samples).result(110) == 0
    round_ = made.refresh()
    assert round_ is not None
    first = round_.result(110)
    assert first.mentions > 100
    again = made.refresh()
    assert again is not None
    assert again.result(110).new == 0
    assert made.settings.firm_name == "Brandt Haustechnik GmbH"
    made.close()
    assert fetcher.asked == []


def test_the_samples_leave_without_a_trace(tmp_path: Path) -> None:
    made = open_workers(tmp_path / "samples", processes=1)
    made.outside(preferences.add_samples).result(110)
    made.write(preferences.save, replace(made.settings, first_run_done=True)).result(20)
    sources = made.read(subscriptions.list_sources).result(20)
    assert [preferences.is_sample(source) for source in sources] == [True] * 3
    assert made.outside(preferences.remove_samples).result(110) is True
    assert made.read(subscriptions.list_sources).result(20) == ()
    assert made.read(listening.list_queries).result(20) == ()
    assert (made.settings.firm_name, made.settings.terms, made.settings.person) == ("", (), "")
    assert not made.settings.first_run_done
    made.close()


def test_samples_do_not_mix_with_an_own_firm(tmp_path: Path) -> None:
    made = open_workers(tmp_path / "samples", processes=1)
    made.outside(preferences.add_samples).result(110)
    made.outside(listening.set_firm, "Sanitär Krause").result(110)
    assert made.outside(preferences.remove_samples).result(110) is False
    assert made.settings.firm_name == "Sanitär Krause"
    assert made.outside(preferences.add_samples).result(110) == 0
    assert made.read(subscriptions.list_sources).result(20) == ()
    made.close()


def test_preferences_are_in_force_at_once(workers: Workers) -> None:
    import dataclasses

    workers.write(preferences.save, dataclasses.replace(workers.settings, theme="dark")).result(20)
    assert workers.settings.theme == "dark"
    assert workers.read(preferences.current).result(20).theme == "dark"
    assert not workers.settings_were_set_aside


def test_a_killed_worker_process_costs_one_try(tmp_path: Path) -> None:
    digester = ProcessDigester(1)
    assert len(digester.submit(job(rss([Post(1, "Brandt")]))).result(110).entries) == 1
    killed = digester._run(os._exit, 1, tries=1)
    with pytest.raises(OutsideError) as caught:
        killed.result(110)
    assert caught.value.trouble.detail == "worker-lost"
    assert len(digester.submit(job(rss([Post(1, "Brandt")]))).result(110).entries) == 1
    digester.rest()
    assert digester.judge(["Alles super!"]).result(110)[0].score > 0
    digester.close()
    with pytest.raises(OutsideError):
        digester.submit(job(b"")).result(5)


def test_a_process_that_cannot_be_started_is_told_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: object, *_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    digester = ProcessDigester(1)
    with monkeypatch.context() as patched:
        patched.setattr(ProcessPoolExecutor, "submit", refused)
        with pytest.raises(OutsideError) as caught:
            digester.judge(["gut"]).result(20)
    assert caught.value.trouble.detail == "worker-lost"
    assert digester.judge(["Alles super!"]).result(110)[0].score > 0
    digester.close()


def test_errors_cross_the_border_between_processes() -> None:
    digester = ProcessDigester(1)
    with pytest.raises(OutsideError) as caught:
        digester.submit(job(b"<html><body>keine Quelle</body></html>")).result(110)
    digester.close()
    assert caught.value.trouble.kind.value == "not-a-feed"


def test_known_wordings_are_passed_over() -> None:
    digester = LocalDigester()
    first = digester.submit(job(rss([Post(1, "Brandt")]))).result(110).entries[0]
    assert first.hits == (1,)
    known = DigestJob(
        Fetched(FEED, None, 200, rss([Post(1, "Brandt")]), ""), (Query(QueryId(1), "F", "brandt"),), False, (),
        {first.entry.identity: first.entry.fingerprint},
    )  # fmt: skip
    second = digester.submit(known).result(110).entries[0]
    assert (second.hits, second.sentiment) == ((), None)
    digester.close()


def sampled(tmp_path: Path) -> Workers:
    made = open_workers(tmp_path / "samples", processes=1)
    made.outside(preferences.add_samples).result(110)
    return made


def test_what_happens_in_the_polling_process_is_told_here(tmp_path: Path) -> None:
    made = sampled(tmp_path)
    events: list[Event] = []
    made.subscribe(events.append)
    round_ = made.refresh()
    assert round_ is not None
    mentions = round_.result(110).mentions
    added = [key for event in events if isinstance(event, MentionsAdded) for key in event.ids]
    assert len(added) == len(set(added)) == mentions
    assert events[-1] == RefreshProgress(3, 3, mentions, finished=True)
    made.close()
    assert "refresh.done sources=3" in made.paths.log.read_text(encoding="utf-8")


def test_a_lost_polling_process_costs_one_round(tmp_path: Path) -> None:
    made = sampled(tmp_path)
    first = made.refresh()
    assert first is not None
    stored = first.result(110).mentions
    away = made._away
    assert away is not None
    assert away._child is not None
    away._child.process.kill()
    away._child.process.join(20)
    second = made.refresh()
    assert second is not None
    with pytest.raises(OutsideError) as caught:
        second.result(110)
    assert caught.value.trouble.detail == "worker-lost"
    third = made.refresh()
    assert third is not None
    assert third.result(110).new == 0
    assert made.read(review.count, MentionFilter()).result(20) == stored
    made.close()


def test_a_round_in_its_process_is_cancelled_and_the_process_let_go(tmp_path: Path) -> None:
    made = sampled(tmp_path)
    made._cancel.set()
    away = made._away
    assert away is not None
    cancel = threading.Event()
    cancel.set()
    assert away.run(Wish.ALL, made.settings, cancel).cancelled
    assert away._child is not None
    process = away._child.process
    away.rest()
    assert not process.is_alive()
    made.close()


def test_the_polling_process_asks_its_parent_for_logins(tmp_path: Path) -> None:
    made = sampled(tmp_path)
    asked: list[int] = []
    away = made._away
    assert away is not None

    def login(source_id: int) -> None:
        asked.append(source_id)

    away._login = login
    source = made.read(subscriptions.list_sources).result(20)[0]
    ctx = made.opened.result(20)
    with ctx.store.write() as tx:
        tx.sources.change(source.id, {"has_login": True})
    away.run(Wish.ALL, made.settings, threading.Event())
    assert asked == [source.id]
    made.close()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at processes through /proc")
def test_workers_do_not_outlive_a_killed_program(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(
        "import os, signal\n"
        "from kundenradar.app.digest import ProcessDigester\n"
        "if __name__ == '__main__':\n"
        "    digester = ProcessDigester(1)\n"
        "    digester.judge(['gut']).result()\n"
        "    print(*digester._pool._processes, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(root)}
    ) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
    assert_gone(worker)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at processes through /proc")
def test_the_polling_process_does_not_outlive_a_killed_program(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(
        "import os, signal, sys, threading\n"
        "from pathlib import Path\n"
        "from kundenradar.app.core import open_workers\n"
        "from kundenradar.services import preferences\n"
        "if __name__ == '__main__':\n"
        "    made = open_workers(Path(sys.argv[1]), processes=1)\n"
        "    made.outside(preferences.add_samples).result()\n"
        "    made.refresh().result()\n"
        "    print(made._away._child.process.pid, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "data")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    ) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
    assert_gone(child)


def assert_gone(process_id: int) -> None:
    end = time.monotonic() + 20
    while Path(f"/proc/{process_id}").exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert not Path(f"/proc/{process_id}").exists()
