"""Warum?, the rating session and what the settings say of learning."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kundenradar.domain.learning import Learnt
from kundenradar.domain.sentiment import Label, Reason, Sentiment, Shown, human_judgement
from kundenradar.services.explaining import Why, sentence
from tests.gui.fakes import FakeWorkers, empty_world, make_world
from tests.gui.looks import clipped
from ui import theme
from ui.dialogs.rating_session import RatingSession
from ui.models.learner import Learner
from ui.tasks import Tasks
from ui.widgets.learning_card import LearningCard
from ui.widgets.why_pane import WhyPane

TEXT = "Die Monteure waren <b>super</b>, aber die Rechnung war falsch. Nie wieder."
SUPER, WRONG, NEVER = (TEXT.index(word) for word in ("super", "falsch", "Nie wieder"))
BLAME = Sentiment(
    Label.NEGATIVE,
    -0.7,
    0.8,
    "kr-linear 1",
    shown=Shown.NEGATIVE,
    why=(Reason(SUPER, SUPER + 5, 0.3), Reason(WRONG, WRONG + 6, -0.4), Reason(NEVER, NEVER + 10, -0.7)),
)


def test_why_names_the_words_that_decided_and_what_speaks_against(qtbot: QtBot) -> None:
    pane = WhyPane()
    qtbot.addWidget(pane)
    pane.resize(460, 300)
    pane.show_why(Why(TEXT, BLAME, sentence(TEXT, BLAME)))
    pane.show()
    assert (
        pane.sentence.text()
        == "Als negativ beurteilt. Ausschlaggebend: „falsch“ und „Nie wieder“. Dafür spricht „super“."
    )
    assert "&lt;b&gt;" in pane.words.text()  # foreign markup stays text
    assert pane.words.text().count("<sup>") == 3
    assert clipped(pane) == []


def test_what_did_not_count_is_grey_and_slanted_beside_the_reasons(qtbot: QtBot) -> None:
    pane = WhyPane()
    qtbot.addWidget(pane)
    other = "Das Wetter war furchtbar. "
    why = Reason(len(other), len(other) + 3, -0.7)
    pane.show_why(Why(other + TEXT, replace(BLAME, why=(why,)), "…", left_out=((0, len(other)),)))
    words = pane.words.text()
    assert f'color:{theme.current().tokens.text3}; font-style:italic">{other}</span>' in words
    assert words.count("<sup>") == 1
    assert words.count("font-style:italic") == 1


def test_a_long_text_is_shown_from_before_its_first_reason_with_what_did_not_count_in_it(qtbot: QtBot) -> None:
    pane = WhyPane()
    qtbot.addWidget(pane)
    other = "Das Wetter war furchtbar. " * 100
    why = Reason(len(other) + 4, len(other) + 12, -0.7)
    pane.show_why(Why(other + TEXT, replace(BLAME, why=(why,)), "…", left_out=((0, len(other)),)))
    words = pane.words.text()
    assert words.count("font-style:italic") == 1
    assert ">Monteure</span>" in words


def test_the_judgement_in_force_is_not_offered_again(qtbot: QtBot) -> None:
    pane = WhyPane()
    qtbot.addWidget(pane)
    pane.show_why(Why(TEXT, BLAME, "…", by_human=Label.POSITIVE))
    assert [label for label, button in pane.buttons.items() if not button.isHidden()] == [Label.NEUTRAL, Label.NEGATIVE]
    with qtbot.waitSignal(pane.label_wished) as wished:
        pane.buttons[Label.NEUTRAL].click()
    assert wished.args == [Label.NEUTRAL]


@pytest.mark.parametrize(
    ("shown", "label", "why", "words"),
    [
        (Shown.MIXED, Label.NEGATIVE, BLAME.why, "Lob und Kritik stehen nebeneinander. Dafür spricht „super“."),
        (Shown.NEUTRAL, Label.NEUTRAL, (), "Als neutral beurteilt. Kein Wort spricht deutlich dafür oder dagegen."),
        (Shown.UNSURE, Label.NEUTRAL, (), "Sicher ist das nicht (40 %)."),
    ],
)
def test_doubt_and_balance_have_their_own_words(
    shown: Shown, label: Label, why: tuple[Reason, ...], words: str
) -> None:
    assert words in sentence(TEXT, Sentiment(label, 0.0, 0.4, "kr-linear 1", shown=shown, why=why))


@pytest.fixture
def learner(workers: FakeWorkers, tasks: Tasks) -> Learner:
    return Learner(workers, tasks)


@pytest.fixture
def session(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, learner: Learner) -> Iterator[RatingSession]:
    made = RatingSession(workers, tasks, learner)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.current is not None)
    yield made
    made.close()
    qtbot.waitUntil(lambda: tasks.pending == 0)


def test_a_session_is_done_by_keyboard_alone(session: RatingSession, qtbot: QtBot, workers: FakeWorkers) -> None:
    first = session.current
    assert first is not None
    qtbot.keyClick(session, Qt.Key.Key_3)
    qtbot.keyClick(session, Qt.Key.Key_Space)
    assert session.given == [Label.NEGATIVE, None]
    qtbot.waitUntil(lambda: workers.world.mentions[first.entry.id].sentiment.by_human)
    qtbot.keyClick(session, Qt.Key.Key_Z)
    qtbot.keyClick(session, Qt.Key.Key_Z)
    assert session.current is first
    qtbot.waitUntil(lambda: not workers.world.mentions[first.entry.id].sentiment.by_human)
    assert clipped(session) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_button_gone_to_by_tab_is_pressed_not_skipped(session: RatingSession, qtbot: QtBot, key: Qt.Key) -> None:
    session.activateWindow()
    qtbot.waitUntil(lambda: session.focusWidget() is session.skip)
    session.buttons[Label.NEUTRAL].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(session, key)
    assert session.given == [Label.NEUTRAL]
    session.step_back()  # nothing is left to learn from when the session closes


@pytest.mark.parametrize(("has_any", "said"), [(False, "Noch gibt es keine"), (True, "nichts mehr")])
def test_without_anything_to_rate_it_says_why_and_offers_nothing_else(
    qtbot: QtBot, tasks: Tasks, has_any: bool, said: str
) -> None:
    workers = FakeWorkers(make_world() if has_any else empty_world())
    for key, mention in workers.world.mentions.items():
        workers.world.mentions[key] = replace(mention, sentiment=human_judgement(Label.NEUTRAL))
    made = RatingSession(workers, tasks, Learner(workers, tasks))  # type: ignore[arg-type]
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: said in made.text.text())
    assert [one.text() for one in made.findChildren(QAbstractButton) if one.isVisible()] == ["Schließen"]
    assert not made.progress.isVisible()
    qtbot.keyClick(made, Qt.Key.Key_1)
    assert clipped(made) == []
    made.close()
    workers.close()


def test_at_the_end_it_says_what_was_learnt(session: RatingSession, qtbot: QtBot) -> None:
    while session.current is not None:
        qtbot.keyClick(session, Qt.Key.Key_1)
    assert "positiv" in session.text.text()
    qtbot.waitUntil(lambda: session.guess.text().startswith("Gelernt."))


def test_what_is_taken_back_after_the_end_is_unlearnt_when_it_closes(
    session: RatingSession, qtbot: QtBot, learner: Learner
) -> None:
    while session.current is not None:
        qtbot.keyClick(session, Qt.Key.Key_1 if not session.given else Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.guess.text().startswith("Gelernt."))
    while session.given:
        qtbot.keyClick(session, Qt.Key.Key_Z)
    with qtbot.waitSignal(learner.learnt):
        session.close()


def test_the_end_counts_labels_in_the_order_of_all_lists(session: RatingSession, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_1):
        qtbot.keyClick(session, key)
    while session.current is not None:
        qtbot.keyClick(session, Qt.Key.Key_Space)
    assert session.text.text() == "Bewertet: 1 positiv, 1 neutral, 1 negativ."
    qtbot.waitUntil(lambda: session.guess.text().startswith("Gelernt."))


def test_the_settings_tell_what_was_learnt_and_forget_only_when_asked_twice(qtbot: QtBot) -> None:
    card = LearningCard("Lernen")
    qtbot.addWidget(card)
    card.resize(420, 260)
    card.show_learnt(Learnt({Label.POSITIVE: 5, Label.NEUTRAL: 20, Label.NEGATIVE: 12}, accuracy=0.712))
    card.show()
    assert card.words.text() == "Gelernt aus 37 Korrekturen: 5 positiv, 20 neutral, 12 negativ."
    assert "71\N{NO-BREAK SPACE}%" in card.accuracy.text()
    card.reset.click()
    assert clipped(card) == []
    with qtbot.waitSignal(card.reset_wished):
        card.confirm.click()
    assert card.confirm.isHidden()


def test_nothing_learnt_says_how_to_begin(qtbot: QtBot) -> None:
    card = LearningCard("Lernen")
    qtbot.addWidget(card)
    card.show_learnt(Learnt(dict.fromkeys(Label, 0)))
    assert "Bewertungsrunde" in card.words.text()
    assert not card.reset.isEnabled()
