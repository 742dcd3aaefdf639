"""What must stand in a text before a regular expression can match there: plain stretches, found by reading it.

Looking a stretch up costs a small part of searching with an expression that begins with a choice.
"""

import re

Choice = tuple[str, ...]
"""Stretches of which one must stand in the text."""
MOST_CHOICES = 2
MOST_STRETCHES = 40

_PART = re.compile(
    r"[^\\|()\[.^$?*+{]+|\(\?(?:<?[=!]|:)|[()|.^$]|\[(?:\\.|[^\]\\])+\]|\\.|[?*+]\??|\{[^}]*\}\??", re.DOTALL
)
_MAY_BE_MISSING = ("?", "*", "{0", "{,")
_COUNTS = ("?", "*", "+", "{")


def required(source: str) -> tuple[Choice, ...]:
    """Choices that every text with a match of `source` meets, the rarest first; empty if nothing can be told.

    Args:
        source: A regular expression without flags; sets, counted repeats and looking around ask for nothing.
    """
    choices, _ = _alternatives(_PART.findall(source), 0)
    return tuple(sorted(dict.fromkeys(choices), key=_rarity)[:MOST_CHOICES])


def _rarity(choice: Choice) -> tuple[int, int]:
    """Lower for a choice that fewer texts meet."""
    return -min(map(len, choice)), len(choice)


def _alternatives(parts: list[str], at: int) -> tuple[list[Choice], int]:
    """Choices of what stands from `at` to the end of its group, and where that ends."""
    branches: list[list[Choice]] = []
    while True:
        choices, at = _branch(parts, at)
        branches.append(choices)
        if at == len(parts) or parts[at] == ")":
            break
        at += 1
    if len(branches) == 1:
        return branches[0], at
    if not all(branches):
        return [], at
    together = tuple(dict.fromkeys(one for choices in branches for one in min(choices, key=_rarity)))
    return ([together] if len(together) <= MOST_STRETCHES else []), at


def _branch(parts: list[str], at: int) -> tuple[list[Choice], int]:
    found: list[Choice] = []
    run = ""
    while at < len(parts) and parts[at] not in {"|", ")"}:
        part = parts[at]
        if part[0] == "(":
            inner, at = _alternatives(parts, at + 1)
            stays = not _follows(parts, at, _MAY_BE_MISSING)
            run = _noted(found, run)
            found += inner if stays and part in {"(", "(?:"} else ()
        elif part[0] in "[.^$?*+{" or (part[0] == "\\" and part[1].isalnum()):
            run = _noted(found, run)
        else:
            told = part[1:] if part[0] == "\\" else part
            if _follows(parts, at, _COUNTS):
                last = "" if _follows(parts, at, _MAY_BE_MISSING) else told[-1]
                run = _noted(found, run + told[:-1] + last)
            else:
                run += told
        at += 1
    _noted(found, run)
    return found, at


def _follows(parts: list[str], at: int, signs: tuple[str, ...]) -> bool:
    return at + 1 < len(parts) and parts[at + 1].startswith(signs)


def _noted(found: list[Choice], run: str) -> str:
    """Note a finished run; an empty one follows."""
    if run.strip():
        found.append((run,))
    return ""
