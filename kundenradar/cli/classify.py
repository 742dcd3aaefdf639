"""`classify`: judge texts from standard input, line by line."""

import codecs
import json
import math
import sys
from typing import Any

import click

from kundenradar.app.digest import own_classifier
from kundenradar.classify.concerns import read
from kundenradar.cli.output import Session, json_option, pass_session
from kundenradar.cli.shapes import reading_object
from kundenradar.context import Classifier
from kundenradar.domain.errors import InputError
from kundenradar.domain.understanding import Cause
from kundenradar.paths import find_paths
from kundenradar.store.glance import causes_in


@click.command()
@json_option
@pass_session
def classify(session: Session, *, as_json: bool) -> None:  # noqa: ARG001 - the answer is JSON lines either way
    """Texte beurteilen: JSON-Zeilen {"id","text"} hinein, JSON-Zeilen hinaus; Reihenfolge bleibt."""
    database = find_paths(session.data_dir).database
    classifier, causes = own_classifier(database), causes_in(database)
    out = sys.stdout.buffer
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            out.write(judged_line(classifier, causes, line, number))
            out.flush()


def _refuse(word: str) -> None:
    """NaN and Infinity are no JSON."""
    raise ValueError(word)


def _finite(digits: str) -> float:
    """1e999 reads as infinity, which no JSON can say."""
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(digits)
    return value


def asked_line(line: bytes, number: int) -> dict[str, Any]:
    """What one line asks: an object with a text.

    Raises:
        InputError: It is none (``line-not-json``), or two bytes make a letter (``input-unreadable``).
    """
    if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError("input-unreadable")
    try:
        asked = json.loads(line.decode("utf-8-sig", "replace"), parse_constant=_refuse, parse_float=_finite)
        if isinstance(asked["text"], str):
            return dict(asked)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("line-not-json", str(number)) from error
    raise InputError("line-not-json", str(number))


def _stars(rating: object) -> float | None:
    """One to five stars, if that is what was given with the text."""
    if isinstance(rating, bool):
        return None  # true is 1 to Python
    return float(rating) if isinstance(rating, int | float) and 1 <= rating <= 5 else None


def judged_line(classifier: Classifier, causes: tuple[Cause, ...], line: bytes, number: int) -> bytes:
    """The answer to one line.

    Raises:
        InputError: The line is no JSON object with a text (``line-not-json``).
    """
    asked = asked_line(line, number)
    text = asked["text"]
    judged = classifier.judge(text, _stars(asked.get("rating")))
    answer: dict[str, Any] = {
        "id": asked.get("id"),
        "label": judged.label.value,
        "shown": judged.shown.value,
        "score": round(judged.score, 4),
        "confidence": round(judged.confidence, 4),
        **reading_object(read(text, judged, causes)),
        "why": [{"start": reason.start, "end": reason.end, "weight": round(reason.weight, 4)} for reason in judged.why],
    }
    return json.dumps(answer, ensure_ascii=True).encode() + b"\n"
