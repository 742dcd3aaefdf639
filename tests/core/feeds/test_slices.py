"""A document in slices: only a plain row of items is one, and marks tell of all that changes how items are read."""

import dataclasses
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.fetching import Fetched
from kundenradar.feeds.parse import parse_feed
from kundenradar.feeds.slices import LEAST_ITEMS, MARK_BYTES, Slices, sliced
from kundenradar.services.passing_over import ALWAYS_READ, tells_all

HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>Forum</title>'
TAIL = "</channel></rss>\n"


def item(number: int, text: str = "Text") -> str:
    guid = f"<guid isPermaLink='false'>g{number}</guid>"
    return f"<item>{guid}<title>T{number}</title><description>{text}</description></item>"


ITEMS = [item(number) for number in range(LEAST_ITEMS)]


def answer(body: str, **parts: object) -> Fetched:
    return Fetched("https://forum.example/rss", None, 200, body.encode(), "application/rss+xml", **parts)  # type: ignore[arg-type]


def slices(items: Sequence[str] = ITEMS, head: str = HEAD, tail: str = TAIL, **parts: object) -> Slices | None:
    return sliced(answer(head + "\n".join(items) + tail, **parts))


def test_a_row_of_items_is_told_apart_and_put_together_again() -> None:
    found = slices()
    assert found is not None
    assert [one.decode() for one in found.items] == ITEMS
    assert len(set(found.marks)) == len(ITEMS)
    assert all(len(mark) == MARK_BYTES for mark in found.marks)
    part = parse_feed(answer(found.only({4, 1}).decode()))
    assert [entry.guid for entry in part.entries] == ["g1", "g4"]
    assert (part.title, part.damaged) == ("Forum", False)


def test_entries_of_atom_are_items_too() -> None:
    entries = [f"<entry xml:lang='de'><id>e{number}</id></entry>" for number in range(LEAST_ITEMS)]
    found = slices(entries, '<feed xmlns="http://www.w3.org/2005/Atom"><updated>2026-01-01</updated>', "</feed>")
    assert found is not None
    assert len(found.items) == LEAST_ITEMS


@pytest.mark.parametrize(
    "items",
    [
        ITEMS[:-1],
        [*ITEMS[:2], "<!-- Mitte -->", *ITEMS[2:]],
        [*ITEMS[:2], "<title>dazwischen</title>", *ITEMS[2:]],
        [*ITEMS[:2], "loser Text", *ITEMS[2:]],
        [*ITEMS, "<items>keiner</items>"],
        [*ITEMS, item(9, "<![CDATA[ Ende: </item> ]]>")],
        [*ITEMS, item(9, "<![CDATA[ </item><item> ]]>")],
        [*ITEMS, "<!-- " + item(9) + " -->"],
        [*ITEMS, "<item><title>ohne Ende"],
        [],
    ],
    ids=["few", "remark", "element", "text", "other name", "end in text", "both in text", "in a remark", "cut", "none"],
)
def test_what_is_no_plain_row_is_read_whole(items: Sequence[str]) -> None:
    assert slices(items) is None


def test_what_declares_or_ends_oddly_is_read_whole() -> None:
    assert slices(head=HEAD.replace("<rss", "<!DOCTYPE rss><rss")) is None
    assert slices(head=HEAD + "<description><![CDATA[") is None
    assert slices(tail="<lastBuildDate>heute</lastBuildDate></channel></rss>") is None
    assert slices(tail="") is None
    assert slices(tail=f"{TAIL}<!-- aus dem Zwischenspeicher, 12:07 -->\n") is not None
    assert slices(truncated=True) is None
    assert sliced(answer('{"items": []}')) is None


def test_marks_tell_of_the_item_and_of_what_it_is_read_by() -> None:
    before = slices()
    assert before is not None
    moved = slices([item(9), *ITEMS])
    assert moved is not None
    assert moved.marks[1:] == before.marks
    edited = slices([*ITEMS[:-1], item(LEAST_ITEMS - 1, "anders")])
    assert edited is not None
    assert edited.marks[:-1] == before.marks[:-1]
    assert edited.marks[-1] != before.marks[-1]
    for other in (slices(head=HEAD.replace("Forum", "Umbau")), slices(content_language="de")):
        assert other is not None
        assert not set(other.marks) & set(before.marks)


def test_when_a_document_was_made_says_nothing_of_its_items() -> None:
    found = [slices(head=f"{HEAD}<lastBuildDate>{day}. Mai</lastBuildDate><pubDate>{day}</pubDate>") for day in (1, 2)]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].marks == found[1].marks


SIGNS = ["<item>", "</item>", "<![CDATA[", "]]>", "<!--", "-->", "<title>t</title>", "x", "\n", "<item", "&lt;"]
PIECES = st.lists(st.sampled_from(SIGNS), max_size=40)


@given(PIECES)
def test_any_pieces_are_refused_or_a_row_in_full(pieces: list[str]) -> None:
    body = HEAD + "".join(ITEMS) + "".join(pieces) + TAIL
    found = sliced(answer(body))
    if found is not None:
        assert found.only(range(len(found.items))).decode() == "".join(
            [body[: len(HEAD)], *[one.decode() for one in found.items], found.tail.decode()]
        )
        assert all(one.startswith(b"<item") and one.endswith(b"</item>") for one in found.items)
        assert all(one.count(b"<![CDATA[") == one.count(b"]]>") for one in found.items)


CORPUS = Path(os.environ.get("KUNDENRADAR_SHARED") or Path(__file__).resolve().parents[4] / "shared") / "feeds/corpus"


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the feed corpus of ../shared (KUNDENRADAR_SHARED)")
def test_over_the_whole_corpus_a_part_says_of_its_items_what_the_document_says() -> None:
    compared = 0
    for path in sorted(one for one in CORPUS.rglob("*") if one.is_file()):
        whole = Fetched("https://example.org/feed", None, 200, path.read_bytes())
        found = sliced(whole)
        if found is None:
            continue
        feed = parse_feed(whole)
        if not tells_all(feed, found.marks):
            continue
        places = [*range(ALWAYS_READ), len(found.items) - 1]
        part = parse_feed(dataclasses.replace(whole, body=found.only(places)))
        entries = [dataclasses.replace(one, position=at) for at, one in zip(places, part.entries, strict=True)]
        assert entries == [feed.entries[place] for place in places], path.name
        assert dataclasses.replace(part, entries=()) == dataclasses.replace(feed, entries=()), path.name
        compared += 1
    assert compared > 80
