"""What must stand in a text before a regular expression can match there: pieces of words, found by reading it.

Looking a piece up costs a small part of searching with an expression that begins with a choice.
"""

import re

START, END = "<", ">"
"""Stand for the start and the end of a word in pieces; see `marked`."""
Choice = tuple[str, ...]
"""Pieces of words of which one must stand in the text."""
MOST_CHOICES = 2
MOST_PIECES = 40

_PART = re.compile(
    r"[^\\|()\[.^$?*+{]+|\(\?(?:<?[=!]|:)|[()|.^$]|\[(?:\\.|[^\]\\])+\]|\\.|[?*+]\??|\{[^}]*\}\??", re.DOTALL
)
_MAY_BE_MISSING = ("?", "*", "{0", "{,")
_COUNTS = ("?", "*", "+", "{")
_EDGE = "\0"
_WORD = re.compile(r"[a-z0-9]+")


def marked(word: str) -> str:
    """A folded word with its start and end marked; an at sign parts words here, as it does for regular expressions."""
    return f"{START}{word}{END}".replace("@", END + START)


def alternatives(source: str) -> list[str]:
    """The choices of an expression that is one, as expressions of their own."""
    found, depth = [""], 0
    for part in _PART.findall(source):
        depth += (part[0] == "(") - (part == ")")
        if part == "|" and not depth:
            found.append("")
        else:
            found[-1] += part
    return found


def required(source: str) -> tuple[Choice, ...]:
    """Choices that every folded text with a match of `source` meets, the rarest first; empty if nothing can be told.

    Args:
        source: A regular expression without flags; sets, counted repeats and looking around ask for nothing.
    """
    choices, _ = _alternatives(_PART.findall(source), 0, "", "")
    return tuple(sorted(dict.fromkeys(choices), key=_rarity)[:MOST_CHOICES])


def _rarity(choice: Choice) -> tuple[int, int]:
    """Lower for a choice that fewer texts meet."""
    return -min(map(len, choice)), len(choice)


def _alternatives(parts: list[str], at: int, before: str, after: str) -> tuple[list[Choice], int]:
    """Choices of what stands from `at` to the end of its group, and where that ends.

    Args:
        parts: The expression.
        at: First part.
        before: An edge if a word must start here.
        after: An edge if a word must end where the group does.
    """
    branches: list[list[Choice]] = []
    while True:
        choices, at = _branch(parts, at, before, after)
        branches.append(choices)
        if at == len(parts) or parts[at] == ")":
            break
        at += 1
    if len(branches) == 1:
        return branches[0], at
    if not all(branches):
        return [], at
    together = tuple(dict.fromkeys(one for choices in branches for one in min(choices, key=_rarity)))
    return ([together] if len(together) <= MOST_PIECES else []), at


def _branch(parts: list[str], at: int, before: str, after: str) -> tuple[list[Choice], int]:
    found: list[Choice] = []
    run = before
    while at < len(parts) and parts[at] not in {"|", ")"}:
        part = parts[at]
        if part[0] == "(":
            end = _group_end(parts, at)
            inner, _ = _alternatives(parts, at + 1, _edge_at_end(run), _edge_behind(parts, end))
            _note(found, run)
            run = ""
            if part in {"(", "(?:"} and not _follows(parts, end, _MAY_BE_MISSING):
                found += inner
            at = end
        elif part in {r"\b", "^", "$"}:
            run += _EDGE
        elif part[0] in "[.?*+{" or (part[0] == "\\" and part[1].isalnum()):
            _note(found, run)
            run = ""
        else:
            told = part[1:] if part[0] == "\\" else part
            if _follows(parts, at, _COUNTS):
                last = "" if _follows(parts, at, _MAY_BE_MISSING) else told[-1]
                _note(found, run + told[:-1] + last)
                run = ""
            else:
                run += told
        at += 1
    _note(found, run + after)
    return found, at


def _group_end(parts: list[str], at: int) -> int:
    """Where the group that begins at `at` is closed."""
    depth = 0
    for end in range(at, len(parts)):
        depth += (parts[end][0] == "(") - (parts[end] == ")")
        if depth == 0:
            return end
    raise ValueError(parts)


def _edge_at_end(run: str) -> str:
    return _EDGE if run and not run[-1].isalnum() else ""


def _edge_behind(parts: list[str], at: int) -> str:
    """An edge if a word must end before the part after `at`."""
    following = parts[at + 1] if at + 1 < len(parts) else ""
    is_edge = following in {r"\b", "$"} or (following[:1] == " " and not _follows(parts, at + 1, _COUNTS))
    return _EDGE if is_edge else ""


def _follows(parts: list[str], at: int, signs: tuple[str, ...]) -> bool:
    return at + 1 < len(parts) and parts[at + 1].startswith(signs)


def _note(found: list[Choice], run: str) -> None:
    """Note the most telling word of a finished run, if it says anything."""
    pieces = [
        (START if word.start() and run[word.start() - 1] != "@" else "")
        + word.group()
        + (END if word.end() < len(run) and run[word.end()] != "@" else "")
        for word in _WORD.finditer(run)
    ]
    best = max(pieces, key=len, default="")
    if len(best) > 1:
        found.append((best,))
