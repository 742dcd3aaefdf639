"""Which words of an entry are judged."""

import re

_REPLY = re.compile(
    r"""\s*(?:
      (?:\[[^\]]{1,40}\]\s*)?(?:re|aw|antw|antwort|wg|fw|fwd)\s*(?:\[\d+\])?\s*:
    | (?:reply\ to|antwort\ (?:auf|zu))\s*:                                         # bbPress
    | (?:reply\ to|antwort\ (?:auf|zu))\ .+\ (?:on|am)\ \w{2,10},?\ .{10,60}$     # NodeBB
    | /?u/[\w-]{1,40}\ on\ .                                                      # Reddit
    | (?:answer|comment)\ by\ .+\ (?:for|on)\ .                                   # Stack Exchange
    | (?:comment\ on|kommentar\ zu)\ .+\ (?:by|von)\ .                            # WordPress
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_MARKS = re.compile(r"^(?:\s*(?:re|aw|antw|antwort|wg|fw|fwd)\s*(?:\[\d+\])?\s*:)+", re.IGNORECASE)
_BOARD = " • "
_TITLE_SEPARATOR = "\n"


def is_reply_title(title: str) -> bool:
    """Whether a title only repeats that of the post it answers (``Re:``, ``AW:``, "Kommentar zu … von …")."""
    return _REPLY.match(title) is not None or "• re:" in title.lower()


def text_to_judge(title: str, text: str) -> str:
    """Title and text as one, the title left out where it says nothing of its own.

    A reply's title are someone else's words, a board's name before it is nobody's; a title that opens the text says
    it twice.
    """
    title, text = title.strip(), text.strip()
    if not is_reply_title(title):
        title = title.rpartition(_BOARD)[2].strip()  # phpBB puts the board before the topic
    if not text:
        return title
    if not title or is_reply_title(title) or text.startswith(title.rstrip(".… ")):
        return text
    return title + _TITLE_SEPARATOR + text


def subject(title: str) -> str:
    """What a discussion is about: its title without the board before it and the marks of a reply."""
    return _MARKS.sub("", title.rpartition(_BOARD)[2]).strip() or title.strip()
