"""German sentences written for this product, to learn from: templates in ``bench/phrases`` and what is made of them.

A line ``@name: a | b`` is a slot; ``+``, ``-``, ``=`` open a positive, negative or neutral template. In a template
``{name}`` is one of the slot's words, ``{name!}`` with its first letter turned (small or capital), ``{name:dat}`` and
``{name:akk}`` in that case, ``{name:ohne}`` without its article, ``{name:er}`` compared. The draw is always the same.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "phrases"
LABELS = {"+": "positive", "-": "negative", "=": "neutral"}
EACH = 10
"""Sentences made of one template, at most."""
DOCUMENTS = 900
"""Longer texts made of the sentences of one file and label."""
_SLOT = re.compile(r"\{(\w+)(?::(\w+)|(!))?\}")
_CASES = {
    "dat": (("die ", "der "), ("der ", "dem "), ("das ", "dem ")),
    "akk": (("der ", "den "),),
}
_HAPPY = tuple("😊 👍 😍 ❤️ :) :-) 🙏 🎉 👏".split())  # noqa: SIM905 - easier to read than ten quotes
_ANGRY = tuple("😡 👎 😤 🙄 :( :-( 🤬 😞 🤦".split())  # noqa: SIM905 - easier to read than ten quotes


@dataclass(frozen=True)
class Book:
    """One file of templates."""

    slots: dict[str, list[str]]
    templates: list[tuple[str, str]]


def read_book(path: Path) -> Book:
    slots: dict[str, list[str]] = {}
    templates: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            name, _, choices = line[1:].partition(":")
            slots[name.strip()] = [choice.strip() for choice in choices.split("|")]
        elif line[:2] in {"+ ", "- ", "= "}:
            templates.append((LABELS[line[0]], line[2:].strip()))
    return Book(slots, templates)


def filled(template: str, slots: dict[str, list[str]], draw: random.Random) -> str:
    def choice(match: re.Match[str]) -> str:
        name, form, turned = match.groups()
        word = draw.choice(slots[name])
        if turned:
            return (word[0].lower() if word[0].isupper() else word[0].upper()) + word[1:]
        if form == "ohne":
            return word.partition(" ")[2] or word
        if form == "er":
            return {"gut": "besser", "teuer": "teurer"}.get(word, word.rstrip("e") + "er")
        for before, after in _CASES.get(form or "", ()):
            if word.lower().startswith(before):
                return after + word[len(before) :]
        return word

    return _SLOT.sub(choice, template)


def roughened(text: str, label: str, draw: random.Random) -> str:
    """`text` as people type it: now and then in capitals, with a slip, an emoji, no full stop."""
    if draw.random() < 0.05:
        text = text.upper()
    elif draw.random() < 0.12:
        text = text.lower()
    if draw.random() < 0.12:
        text = _slip(text, draw)
    if draw.random() < 0.3:
        text = text.rstrip(".")
    elif draw.random() < 0.12 and label != "neutral":
        text = text.rstrip(".") + draw.choice(["!", "!!", "!!!"])
    if draw.random() < 0.1 and label != "neutral":
        text += " " + draw.choice(_HAPPY if label == "positive" else _ANGRY)
    return text


def _slip(text: str, draw: random.Random) -> str:
    """`text` with one letter of a longer word lost, doubled or swapped."""
    places = list(re.finditer(r"\w{6,}", text))
    if not places:
        return text
    found = draw.choice(places)
    at = draw.randrange(found.start() + 1, found.end() - 1)
    return draw.choice(
        [
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :],
        ]
    )


def sentences(book: Book, draw: random.Random) -> list[tuple[str, str]]:
    made: dict[str, str] = {}
    for label, template in book.templates:
        for _ in range(EACH if "{" in template else 3):
            made.setdefault(filled(template, book.slots, draw), label)
    return [(label, text) for text, label in made.items()]


def documents(found: list[tuple[str, str]], draw: random.Random) -> Iterator[tuple[str, str]]:
    """Texts of two to six sentences: of one polarity, with plain ones between."""
    by_label = {label: [text for one, text in found if one == label] for label in LABELS.values()}
    for label in LABELS.values():
        for _ in range(DOCUMENTS // 3):
            parts = draw.sample(by_label[label], draw.randint(2, 5))
            if label != "neutral" and draw.random() < 0.5:
                parts.insert(draw.randrange(len(parts)), draw.choice(by_label["neutral"]))
            yield label, " ".join(parts)


def phrases(seed: int = 2026) -> dict[str, list[tuple[str, str]]]:
    """Pairs of label and text by the name of their file; the same for the same seed."""
    made: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        draw = random.Random(f"{seed} {path.stem}")
        found = sentences(read_book(path), draw)
        texts = [*found, *documents(found, draw)]
        made[path.stem] = [(label, roughened(text, label, draw)) for label, text in texts]
    return made
