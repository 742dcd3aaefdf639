"""What a Suchprofil looks for, as people say it."""

import re
from collections.abc import Sequence

from kundenradar.domain.query_form import read_form

_SPOKEN = {"AND": "UND", "OR": "ODER", "NOT": "NICHT", "NEAR": "NAHE"}
_PARTS = re.compile(r'"[^"]*"|\b(?:AND|OR|NOT|NEAR)\b')


def in_german(expression: str) -> str:
    """The same expression with its operators in German; what stands in quotation marks stays."""
    return _PARTS.sub(lambda part: _SPOKEN.get(part.group(), part.group()), expression)


def searched_words(expression: str) -> str:
    """``„Brandt“ oder „Brandt Haustechnik“, aber nicht „Willy“``.

    An expression that says more than the form can stays one, with its operators in German.
    """
    form = read_form(expression)
    if form is None:
        return in_german(expression)
    wanted = [*map(_quoted, (*form.every, *form.exactly)), *([_listed(form.any_of, "oder")] if form.any_of else [])]
    words = " und ".join(wanted)
    if form.related and words:
        words += " in allen Formen"
    return f"{words}, aber nicht {_listed(form.none_of, 'oder')}" if form.none_of else words


def _listed(words: Sequence[str], last: str) -> str:
    quoted = [_quoted(word) for word in words]
    return f" {last} ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def _quoted(word: str) -> str:
    return "„" + word.strip('"') + "“"
