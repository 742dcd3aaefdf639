from html.parser import HTMLParser

import pytest

from kundenradar.services.report_html import render_html
from tests import sample_reports as samples


class _Reader(HTMLParser):
    """Collects tags and the text people see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(document: str) -> _Reader:
    reader = _Reader()
    reader.feed(document)
    return reader


def test_the_figures_and_quotes_of_the_week_stand_in_the_document() -> None:
    text = _read(render_html(samples.report())).text
    for part in (
        "Woche 47 · 16.–22.11.2026",
        "91",
        "−8 zur Vorwoche",
        "ältester: 2 Tage",
        "Lokalzeitung Köln",
    ):
        assert part in text
    assert "Am Sonntag angerufen, zwei Stunden später war jemand da." in text
    assert "Negativ · beantwortet am 19.11." in text


@pytest.mark.parametrize("week", [samples.report(), samples.silent_week(), samples.straining_week()])
def test_the_document_loads_nothing_and_runs_nothing(week: object) -> None:
    reader = _read(render_html(week))  # type: ignore[arg-type]  # a WeekReport
    assert not {tag for tag, _ in reader.tags} & {"script", "img", "link", "iframe", "object", "base", "form"}
    assert not [name for _, attrs in reader.tags for name in attrs if name == "src" or name.startswith("on")]
    assert "url(" not in render_html(week)  # type: ignore[arg-type]  # a WeekReport


def test_foreign_markup_stays_text() -> None:
    evil = samples.quoted(title='<script>alert("1")</script>', quote='"><img src=x onerror=1>', author="<b>")
    document = render_html(samples.report(firm="<i>Firma</i> & Söhne", mentions=(evil,)))
    reader = _read(document)
    assert not {tag for tag, _ in reader.tags} & {"script", "img", "b", "i"}
    assert '<script>alert("1")</script>' in reader.text
    assert "<i>Firma</i> & Söhne" in reader.text


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", None])
def test_only_web_addresses_become_links(link: str | None) -> None:
    document = render_html(samples.report(mentions=(samples.quoted(link=link),)))
    assert not [attrs for tag, attrs in _read(document).tags if tag == "a"]


def test_a_web_address_becomes_a_link_that_tells_nobody_where_it_was_clicked() -> None:
    link = 'https://forum.example/t/1?a=1&b="2"'
    document = render_html(samples.report(mentions=(samples.quoted(link=link),)))
    (attrs,) = [attrs for tag, attrs in _read(document).tags if tag == "a"]
    assert attrs == {"href": link, "rel": "noopener noreferrer"}


def test_a_silent_week_says_so_without_an_empty_chart_or_table() -> None:
    reader = _read(render_html(samples.silent_week()))
    assert "Keine Erwähnungen in dieser Woche." in reader.text
    assert not {tag for tag, _ in reader.tags} & {"svg", "table", "article"}


def test_every_opened_element_is_closed() -> None:
    class Balance(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag != "meta":
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    balance = Balance()
    balance.feed(render_html(samples.straining_week()))
    assert balance.open == []
