from datetime import date, datetime

import pytest

from kundenradar.domain.mentions import MentionStatus
from kundenradar.domain.reports import IsoWeek
from kundenradar.domain.sentiment import Label
from kundenradar.services import report_words as words
from tests import sample_reports as samples

SILENT = ((0, 0, 0),) * 7


@pytest.mark.parametrize(
    ("week", "text"),
    [
        (IsoWeek(2026, 47), "16.–22.11.2026"),
        (IsoWeek(2026, 49), "30.11.–06.12.2026"),
        (IsoWeek(2026, 53), "28.12.2026–03.01.2027"),
    ],
)
def test_the_days_of_a_week_are_as_short_as_they_can_be(week: IsoWeek, text: str) -> None:
    assert words.period(week) == text


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        (87, 99, "−12 zur Vorwoche"),
        (9, 5, "+4 zur Vorwoche"),
        (3, 3, "wie in der Vorwoche"),
        (2000, 0, "+2.000 zur Vorwoche"),
    ],
)
def test_change_against_the_week_before(now: int, before: int, text: str) -> None:
    assert words.change(now, before) == text


@pytest.mark.parametrize(
    ("counts", "before", "mood"),
    [
        # mean scores of the samples: 0.5·(P−N)/(P+N+neutral)
        ((80, 10, 10), (20, 10, 17), "positiv und deutlich besser als in der Vorwoche."),
        ((41, 33, 17), (41, 30, 17), "leicht positiv und etwa so wie in der Vorwoche."),
        ((30, 10, 30), (30, 10, 20), "ausgeglichen, aber etwas schlechter als in der Vorwoche."),
        ((5, 5, 80), (5, 5, 60), "negativ und etwa so wie in der Vorwoche."),
        ((5, 5, 20), (0, 0, 40), "leicht negativ, aber deutlich besser als in der Vorwoche."),
        ((10, 0, 0), (0, 0, 0), "positiv. In der Vorwoche gab es keine."),
    ],
)
def test_the_mood_follows_from_the_counts(
    counts: tuple[int, int, int], before: tuple[int, int, int], mood: str
) -> None:
    assert words.summary(samples.report((counts,), (before,))).startswith(f"Die Stimmung ist {mood}")


@pytest.mark.parametrize(
    ("mean", "word"),
    [
        (-1.0, "deutlich negativ"),
        (-0.6, "deutlich negativ"),
        (-0.35, "negativ"),
        (-0.05, "leicht negativ"),
        (0.049, "ausgeglichen"),
        (0.0, "ausgeglichen"),
        (0.05, "leicht positiv"),
        (0.349, "leicht positiv"),
        (0.6, "deutlich positiv"),
    ],
)
def test_a_mean_score_in_words(mean: float, word: str) -> None:
    assert words.mood_word(mean) == word


@pytest.mark.parametrize(
    ("counts", "before", "text"),
    [
        ((2, 1, 1), 1, "vier Erwähnungen, davon zwei positiv, eine neutral und eine negativ. In der Vorwoche"),
        ((0, 0, 1), 0, "eine Erwähnung, sie ist negativ. In der Vorwoche gab es keine."),
        ((0, 2, 0), 3, "zwei Erwähnungen, davon zwei neutral. In der Vorwoche gab es drei Erwähnungen."),
    ],
)
def test_few_mentions_are_counted_instead_of_called_a_mood(
    counts: tuple[int, int, int], before: int, text: str
) -> None:
    said = words.summary(samples.report((counts,), ((before, 0, 0),)))
    assert said.startswith(f"In dieser Woche gab es {text}")


@pytest.mark.parametrize(
    ("waiting", "negative", "text"),
    [
        (2, 6, "Zwei negative Beiträge sind noch unbeantwortet."),
        (1, 6, "Ein negativer Beitrag ist noch unbeantwortet."),
        (17, 20, "17 negative Beiträge sind noch unbeantwortet."),
        (12, 20, "Zwölf negative Beiträge sind noch unbeantwortet."),
        (0, 3, "Alle negativen Beiträge sind bearbeitet."),
        (0, 1, "Der negative Beitrag ist bearbeitet."),
    ],
)
def test_what_is_left_to_do_ends_the_summary(waiting: int, negative: int, text: str) -> None:
    assert words.summary(samples.report(((20, 1, negative),), open_negative=waiting)).endswith(text)


def test_a_week_without_negative_mentions_speaks_of_none() -> None:
    assert "negativ" not in words.summary(samples.report(((20, 1, 0),), open_negative=0))


def test_a_silent_week_names_the_firm_only_if_there_is_one() -> None:
    named = words.summary(samples.silent_week())
    assert named == (
        "In dieser Woche hat Kundenradar keine Beiträge über Brandt Haustechnik GmbH gefunden. "
        "Auch die Vorwoche war still."
    )
    nameless = words.summary(samples.report(SILENT, ((1, 0, 0),), firm="", open_negative=0))
    assert nameless == (
        "In dieser Woche hat Kundenradar keine Beiträge gefunden. In der Vorwoche gab es eine Erwähnung."
    )


@pytest.mark.parametrize(
    ("day", "hour", "start"),
    [
        (22, 18, "Die Woche läuft noch, gezählt ist bis Sonntag, 18:00 Uhr."),
        (17, 9, "Die Woche läuft noch, gezählt ist bis Dienstag, 09:00 Uhr; verglichen wird mit denselben Tagen"),
        (23, 0, "Die Stimmung ist"),
        (10, 9, "Die Woche hat noch nicht begonnen."),
    ],
)
def test_a_running_week_says_how_far_it_was_counted(day: int, hour: int, start: str) -> None:
    moment = datetime(2026, 11, day, hour, tzinfo=samples.BERLIN)
    assert words.summary(samples.report(created_at=moment)).startswith(start)


@pytest.mark.parametrize(
    ("days", "note"),
    [(None, "alles bearbeitet"), (0, "ältester: von heute"), (1, "ältester: 1 Tag"), (6, "ältester: 6 Tage")],
)
def test_the_age_of_the_oldest_open_mention(days: int | None, note: str) -> None:
    assert words.cards(samples.report(oldest_open_days=days))[3].note == note


@pytest.mark.parametrize(
    ("status", "answered", "text"),
    [
        (MentionStatus.NEW, None, "Neutral · offen"),
        (MentionStatus.IN_PROGRESS, None, "Neutral · in Arbeit"),
        (MentionStatus.ANSWERED, date(2026, 11, 19), "Neutral · beantwortet am 19.11."),
        (MentionStatus.ANSWERED, None, "Neutral · beantwortet"),
        (MentionStatus.DONE, date(2026, 11, 19), "Neutral · erledigt"),
        (MentionStatus.IGNORED, None, "Neutral · ignoriert"),
    ],
)
def test_state_of_a_mention(status: MentionStatus, answered: date | None, text: str) -> None:
    mention = samples.quoted(label=Label.NEUTRAL, status=status, answered_on=answered)
    assert words.status_line(mention) == text


def test_a_mention_without_a_title_is_named_by_its_author() -> None:
    assert words.title_of(samples.quoted(title=" \n")) == "Beitrag von M. Çelik"
    assert words.title_of(samples.quoted(title="", author=" ")) == "Beitrag ohne Titel"


def test_control_characters_never_reach_the_page() -> None:
    assert words.one_line("a\x00b\n\tc\u202ed  e") == "a b c d e"
