r"""Which lines of a page are not the article, each with the reason by which it is left out.

>>> from discrepancy.reading.page.lines import lines_of
>>> page = lines_of("Home\nFerry sinks\n2 min read\nA ferry sank on Monday.\nAll rights reserved.")
>>> [str(reason) for reason in own_reasons(page) if reason]
['button', 'stamp', 'notice']
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from discrepancy.patterns import pattern
from discrepancy.reading.page.lines import Line
from discrepancy.span import Span
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
    MENU = "menu"  # News » World » Europe
    COMMENTS = "comments"  # what readers wrote below the article
    TITLE = "title"  # the headline of another story, or a subheading


class Furniture(Row):
    """Lines of one reason: whole, by their beginning, or by words they hold."""

    reason: Reason
    lines: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    sentences: bool = False
    """Whether a full sentence that begins so is furniture as well."""


_LONGEST_NOTICE = 60
"""Words; a longer paragraph that happens to hold a notice's words is the article's."""


def own_reasons(page: Sequence[Line]) -> list[Reason | None]:
    """For each line the reason that it gives by itself, or as a repeat of an earlier one."""
    seen: set[str] = set()
    reasons = []
    for line in page:
        again = line.key in seen and not line.ends_sentence
        reasons.append(Reason.REPEAT if again else own_reason(line))
        seen.add(line.key)
    return reasons


def own_reason(line: Line) -> Reason | None:
    """The reason that a line gives by itself."""
    if not line.words or _counter().fullmatch(line.text):
        return Reason.BUTTON
    if _address().fullmatch(line.text):
        return Reason.ADDRESS
    if is_stamp(line):
        return Reason.STAMP
    if line.words <= 14 and _byline().match(line.text):
        return Reason.BYLINE
    if is_trail(line) or _is_menu_on_one_line(line):
        return Reason.MENU
    return _listed_reason(line)


def is_over_links(text: str) -> bool:
    """Whether a line is a heading over links to other stories.

    >>> is_over_links("More from Arn"), is_over_links("More boats sank off Arn.")
    (True, False)
    """
    text = text.strip()
    return _listed_reason(Line(Span(start=0, end=len(text)), text, 0)) is Reason.LINKS


def _listed_reason(line: Line) -> Reason | None:
    if listed := _whole_lines().get(line.key):
        return listed
    if line.words > _LONGEST_NOTICE:
        return None
    text = line.text.casefold()
    start = text.lstrip(" *•|»>-–—[")
    full = line.ends_sentence and line.words >= 7 and line.function_words >= 2
    found: tuple[Furniture, ...] = rows("furniture", Furniture)
    for row in found:
        begins = (row.sentences or not full) and start.startswith(row.begins)
        if begins or _holds(row, text):
            return row.reason
    return None


def _holds(row: Furniture, text: str) -> bool:
    """Whether one of the row's phrases stands in a folded text as whole words."""
    return any(phrase in text for phrase in row.holds) and bool(_held(row).search(text))


def is_trail(line: Line) -> bool:
    """Whether a line is a path through the site, or menu entries that lost their breaks."""
    if re.search(r"[»›>].*[»›>]|^(?:Home|News) *[»›>/|]", line.text):
        return not line.ends_sentence
    # "Cup finalRain fury: photos of flooded streetsWeddings of the year"
    glued = len(set(_glued().findall(line.text))) if line.words >= 20 else 0
    return not line.ends_sentence and glued >= max(3, line.words // 20)


def _is_menu_on_one_line(line: Line) -> bool:
    """Whether a line is menu entries side by side, as a browser prints them: "Home World Sport"."""
    entries = line.text.casefold().split()
    told = len(entries) >= 3 or entries[:1] == ["home"]
    return told and len(entries) > 1 and all(entry in _whole_lines() for entry in entries)


def is_stamp(line: Line) -> bool:
    """Whether a line is nothing but a date or time of printing, or the time it takes to read."""
    if line.words > 24 or not (_digit().search(line.text) and _moment().search(line.text)):
        return False
    other = [token for token in line.tokens if not _is_stamp_word(token)]
    if line.ends_sentence:
        return not other or bool(_posted().search(line.text))
    if not all(token[0].isupper() for token in other):
        return len(other) <= line.words // 5
    most = 8 if _label().search(line.text) else 3  # "Lund Desk | Arn | Updated: May 6, 2013"
    return len(other) <= min(most, line.words // 2)


def _is_stamp_word(token: str) -> bool:
    bare = token.casefold()
    return bare in words("furniture", "stamp_words") or bool(_clock().fullmatch(bare))


_label = pattern(r"\b(?:updated|published|posted|modified)\b", re.IGNORECASE)


# "On behalf of Ode & Lind posted in Accidents on Friday, May 6, 2013."
_posted = pattern(r"\bposted (?:in|by) .{0,80}\bon \w{3,9},? \w{3,9} \d{1,2}, \d{4}\.?$")


_digit = pattern(r"\d")


@cache
def _moment() -> re.Pattern[str]:
    # 11:20 | 4pm | 02.29.12 | 2013-05-06 | May 5 | 5th May | 2 min
    month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    return re.compile(
        r"\d[:.]\d\d\b|\d (?:hour|day|hr|week)s? ago|\d ?[ap]\.?m\b|\d[- ]?min"
        r"|\d[/.-]\d{1,2} ?[/.-] ?\d"
        rf"|{month},? ?\d|\d(?:st|nd|rd|th)? {month}",
        re.IGNORECASE,
    )


@cache
def _counter() -> re.Pattern[str]:
    # "1.2k shares" | "12 Comments" | "Comments (45)" | "Share this story: 431 shares" | "1 of 5"
    things = "shares?|comments?|views?|likes?|repl(?:y|ies)|retweets?|followers?|photos?|images?"
    count = rf"(?:share [\w ]+: ?)?[\d.,]+[km]? (?:{things})|(?:{things}) ?\(?[\d.,]+[km]?\)?"
    return re.compile(rf"{count}|\d{{1,2}} ?(?:of|/) ?\d{{1,3}}", re.IGNORECASE)


_glued = pattern(r"[a-z)]{3}[A-Z][a-z]+(?=\s|$)|[a-z]{3}[A-Z](?=\s)")


_clock = pattern(r"[\d.,:/-]+(?:st|nd|rd|th|am|pm|a\.m|p\.m|a|p|h)?|utc\d*|gmt\d*")


_address = pattern(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|\d+(?:\.\d+){3}")


@cache
def _byline() -> re.Pattern[str]:
    # "By Ann Ode, Lark News" | "by ANN ODE and B. Arn" | "BY A. Ode Staff Writer"
    joint = "and|of|for|in|the|de|van|von|staff|writer|reporter|correspondent|&|[|,/-]"
    name = rf"(?:[A-Z][\w.'’-]*|{joint})"
    return re.compile(rf"(?:By|BY|by)[: ] ?{name}(?:[ ,]+{name}){{0,13}}\s*\.?$")


@cache
def _whole_lines() -> dict[str, Reason]:
    found: tuple[Furniture, ...] = rows("furniture", Furniture)
    return {line: row.reason for row in found for line in row.lines}


@cache
def comments() -> re.Pattern[str]:
    """The heading over readers' comments; `after` or `before` it their number, where given."""
    found: tuple[Furniture, ...] = rows("furniture", Furniture)
    listed = [line for row in found if row.reason is Reason.COMMENTS for line in row.lines]
    headings = "|".join(map(re.escape, listed))
    return re.compile(rf"(?:{headings})(?P<after> ?[(:]?\d+)?|(?P<before>\d+) (?:{headings})")


@cache
def _held(row: Furniture) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, row.holds)) + r")\b")
