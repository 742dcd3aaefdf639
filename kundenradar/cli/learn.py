"""`learn`: bring in corrections from standard input, line by line, and learn from them."""

import sys

import click

from kundenradar.app.compose import opened
from kundenradar.cli.classify import asked_line
from kundenradar.cli.output import Session, emit, json_option, pass_session, say
from kundenradar.domain.errors import InputError
from kundenradar.domain.learning import MAX_LEARNT_FROM, Correction, Learnt
from kundenradar.domain.sentiment import Label
from kundenradar.services import learning


@click.command()
@json_option
@pass_session
def learn(session: Session, *, as_json: bool) -> None:
    """Korrekturen lernen: JSON-Zeilen {"id","text","label"} hinein; dieselbe id noch einmal ersetzt."""
    lines = enumerate(sys.stdin.buffer, start=1)
    corrections = [_correction(line, number) for number, line in lines if line.strip()]
    with opened(session.data_dir) as ctx:
        learnt = learning.bring_in(ctx, corrections)
    if as_json:
        counts = {label.value: number for label, number in learnt.counts.items()}
        emit({"corrections": learnt.corrections, "label_counts": counts, "accuracy": learnt.accuracy})
        return
    say(_told(learnt))


def _told(learnt: Learnt) -> str:
    """What was learnt, in German."""
    number = learnt.corrections
    told = f"{number} {'Korrektur' if number == 1 else 'Korrekturen'} gespeichert"
    told += f", aus den neuesten {MAX_LEARNT_FROM} gelernt." if number > MAX_LEARNT_FROM else " und gelernt."
    if learnt.accuracy is not None:
        told += f" Bei zurückgehaltenen Korrekturen urteilt Kundenradar in {learnt.accuracy:.0%} der Fälle wie Sie."
    return told.replace("%", "\N{NO-BREAK SPACE}%")


def _correction(line: bytes, number: int) -> Correction:
    """The correction in one line.

    Raises:
        InputError: It is none (``line-not-json``, ``line-no-correction``).
    """
    asked = asked_line(line, number)
    name, label = asked.get("id"), asked.get("label")
    if (
        isinstance(name, bool)
        or not isinstance(name, str | int)
        or not isinstance(label, str)
        or label not in set(Label)
    ):
        raise InputError("line-no-correction", str(number))
    text, outside = (part.encode("utf-8", "replace").decode() for part in (asked["text"], str(name)))
    return Correction(Label(label), text, outside=outside)
