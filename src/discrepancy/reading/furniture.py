r"""Which lines of a page are not the article, each with the reason by which it is left out.

>>> from discrepancy.reading.lines import lines
>>> page = lines("Home\nFerry sinks off Arn\n2 min read\nA ferry sank on Monday.\nAll rights reserved.")
>>> [str(reason) for reason in own_reasons(page) if reason]
['button', 'stamp', 'notice']
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from discrepancy.reading.lines import Line
from discrepancy.tables import Row, rows, words


class Reason(StrEnum):
    """Why a line is page furniture."""

    ADDRESS = "address"  # https://example.org/a
    BUTTON = "button"  # Share
    LINKS = "links"  # Read more
    STAMP = "stamp"  # Last updated: 5 May 2013, 11:20 GMT
    CREDIT = "credit"  # Photo: Agency
    BYLINE = "byline"  # By A. Writer
    NOTICE = "notice"  # All rights reserved.
    REPEAT = "repeat"  # the same line once more
    MENU = "menu"  # a line of labels before the article
    TITLE = "title"  # the headline of another story, or a subheading


class Furniture(Row):
    """Lines of one reason: whole, by their beginning, or by words they hold."""

    reason: Reason
    lines: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


_LONGEST_NOTICE = 60
"""Words; a longer paragraph that happens to hold a notice's words is the article's."""


def own_reasons(page: Sequence[Line]) -> list[Reason | None]:
    """For each line the reason that it gives by itself, or as a repeat of an earlier one."""
    seen: set[str] = set()
    reasons = []
    for line in page:
        reasons.append(Reason.REPEAT if line.key in seen else _own_reason(line))
        seen.add(line.key)
    return reasons


def _own_reason(line: Line) -> Reason | None:
    if not line.words or _address().fullmatch(line.text):
        return Reason.ADDRESS if line.words else Reason.BUTTON
    if is_stamp(line):
        return Reason.STAMP
    if _byline().match(line.text) and line.words <= 14:
        return Reason.BYLINE
    return _listed_reason(line)


def _listed_reason(line: Line) -> Reason | None:
    key = line.key
    if listed := _whole_lines().get(key):
        return listed
    if line.words > _LONGEST_NOTICE:
        return None
    if begin := _beginnings().match(line.text.casefold().lstrip(" *•|»>-–—[")):
        return _beginning_reasons()[begin[0]]
    if _notices().search(line.text):
        return Reason.NOTICE
    return None


def is_stamp(line: Line) -> bool:
    """Whether a line is nothing but a date or time of printing, or the time it takes to read."""
    if line.words > 24 or not any(letter.isdigit() for letter in line.text):
        return False
    other = [token for token in line.tokens if not _is_stamp_word(token)]
    if not any(token[0].isalpha() or len(token) > 2 for token in line.tokens):
        return not line.ends_sentence and not other
    return len(other) <= (0 if line.ends_sentence else line.words // 5)


def _is_stamp_word(token: str) -> bool:
    bare = token.casefold()
    return bare in words("furniture", "stamp_words") or bool(_clock().fullmatch(bare))


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"[\d.,:/-]+(?:st|nd|rd|th|am|pm|a\.m|p\.m|h)?|utc\d*|gmt\d*")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|\d+(?:\.\d+){3}")


@cache
def _byline() -> re.Pattern[str]:
    # "By Ann Ode, Lark News" | "by ANN ODE and B. Arn" | "BY A. Ode Staff Writer"
    name = r"(?:[A-Z][\w.'’-]*|and|of|for|in|the|de|van|von|staff|writer|reporter|correspondent|&|[|,/-])"
    return re.compile(rf"(?:By|BY|by)[: ] ?{name}(?:[ ,]+{name}){{0,13}}\s*\.?$")


@cache
def _whole_lines() -> dict[str, Reason]:
    return {line: row.reason for row in rows("furniture", Furniture) for line in row.lines}


@cache
def _beginning_reasons() -> dict[str, Reason]:
    return {begin: row.reason for row in rows("furniture", Furniture) for begin in row.begins}


@cache
def _beginnings() -> re.Pattern[str]:
    longest_first = sorted(_beginning_reasons(), key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, longest_first)) + r")(?:\b|(?<=\W))")


@cache
def _notices() -> re.Pattern[str]:
    phrases = [phrase for row in rows("furniture", Furniture) for phrase in row.holds]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)
