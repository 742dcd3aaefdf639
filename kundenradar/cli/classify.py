"""`classify`: judge texts from standard input, line by line."""

import json
import sys
from typing import Any

import click

from kundenradar.app.digest import own_classifier
from kundenradar.classify.concerns import read
from kundenradar.cli.output import json_option
from kundenradar.cli.shapes import reading_object
from kundenradar.context import Classifier
from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.errors import InputError


@click.command()
@json_option
def classify(*, as_json: bool) -> None:  # noqa: ARG001 - the answer is JSON lines either way
    """Texte beurteilen: JSON-Zeilen {"id","text"} hinein, JSON-Zeilen hinaus; Reihenfolge bleibt."""
    classifier = own_classifier()
    out = sys.stdout.buffer
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            out.write(judged_line(classifier, line, number))
            out.flush()


def _refuse(word: str) -> None:
    """NaN and Infinity are no JSON."""
    raise ValueError(word)


def judged_line(classifier: Classifier, line: bytes, number: int) -> bytes:
    """The answer to one line.

    Raises:
        InputError: The line is no JSON object with a text (``line-not-json``).
    """
    try:
        asked = json.loads(line.decode("utf-8-sig", "replace"), parse_constant=_refuse)
        text = asked["text"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("line-not-json", str(number)) from error
    if not isinstance(text, str):
        raise InputError("line-not-json", str(number))
    judged = classifier.judge(text)
    answer: dict[str, Any] = {
        "id": asked.get("id"),
        "label": judged.label.value,
        "shown": judged.shown.value,
        "score": round(judged.score, 4),
        "confidence": round(judged.confidence, 4),
        **reading_object(read(text, judged, DEFAULT_CAUSES)),
        "why": [{"start": reason.start, "end": reason.end, "weight": round(reason.weight, 4)} for reason in judged.why],
    }
    return json.dumps(answer, ensure_ascii=True).encode() + b"\n"
