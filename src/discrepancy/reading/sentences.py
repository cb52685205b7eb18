"""Where sentences begin and end, by punctuation, abbreviations and balance of quotation marks.

>>> text = "Mr. Ode of Lark Corp. left at 5 p.m. Tuesday. ``No. 5 sank, ''he said. It is gone."
>>> [span.of(text)[:14] for span in sentences(text, Span(start=0, end=len(text)))]
['Mr. Ode of Lar', '``No. 5 sank, ', 'It is gone.']
"""

import re
from functools import cache

from discrepancy.span import Span
from discrepancy.tables import words

_LOOK_BACK = 24
"""The longest word that is looked at before a stop."""


@cache
def _stops() -> re.Pattern[str]:
    # 'over.' | 'over."' | 'over. ''' at the end of a line or before a space | 'gone...'
    return re.compile(r"(?:[.!?]{1,6}|…)[)\]”’»\"']{0,3}(?=\s|$|[A-Z“‘\"'`])")


@cache
def _word_before() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W_]|[.&'’])+$")


def sentences(text: str, paragraph: Span) -> tuple[Span, ...]:
    """The sentences of one paragraph, without the white space around them."""
    found = []
    start = paragraph.start
    for stop in _stops().finditer(text, paragraph.start, paragraph.end):
        end = _after_quote(text, stop.end(), paragraph)
        if stop.start() >= start and _is_end(text, stop, end, Span(start=start, end=paragraph.end)):
            found.append(trimmed(text, start, end))
            start = end
    found.append(trimmed(text, start, paragraph.end))
    return tuple(span for span in found if len(span))


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)


def _after_quote(text: str, end: int, paragraph: Span) -> int:
    """Take in a closing mark set off by a space, as re-tokenised texts have it ('gone. '' ')."""
    mark = re.compile(r" ?(''|\"|”|’’)").match(text, end, paragraph.end)
    if not mark:
        return end
    after = text[mark.end() : mark.end() + 1]
    if after and mark.end() < paragraph.end and not after.isspace():
        closes = mark[1] in "”’’" or _is_open(text, mark[1], paragraph.start, mark.start())
        return mark.end() if closes else end
    return mark.end()


def _is_open(text: str, mark: str, start: int, end: int) -> bool:
    """Whether a straight mark stands open at `end`, by parity since the paragraph's start."""
    if mark == "''" and text.rfind("``", start, end) >= 0:
        return text.rfind("``", start, end) > text.rfind("''", start, end)
    return text.count(mark, start, end) % 2 == 1


def _is_end(text: str, stop: re.Match[str], end: int, rest: Span) -> bool:
    """Whether the sentence that began at `rest.start` ends at `end`."""
    following = re.compile(r"\s*[\"“‘'`(\[«]*\s?([^\s,;:]*)").match(text, end, rest.end)
    word = following[1] if following else ""
    if not word:
        return True
    glued = end < rest.end and not text[end].isspace()
    bare = word.rstrip(".!?\"”’')")
    if glued and not _starts(bare):
        return False
    if not _may_start(word):
        return False
    if stop[0] != ".":
        return True
    return not _is_abbreviation(text, stop.start(), rest.start, bare)


def _may_start(word: str) -> bool:
    first = word[0]
    return not first.islower() or (len(word) > 1 and word[1].isupper())  # "iPhones sold ..."


def _starts(word: str) -> bool:
    return word.replace("’", "'") in words("abbreviations", "starters")


def _is_abbreviation(text: str, stop: int, start: int, following: str) -> bool:
    before = _word_before().search(text[max(start, stop - _LOOK_BACK) : stop])
    if not before:
        return False
    word = before[0]
    if word in words("abbreviations", "before_name"):
        return True
    if following[:1].isdigit() and word in words("abbreviations", "before_digit"):
        return True
    if word.lower() in ("a.m", "p.m", "am", "pm"):
        return "." in word and _continues_clock(following)
    if word.isdigit():  # "1. The first point"
        return not text[start : stop - len(word)].strip()
    dotted = "." in word or (len(word) == 1 and word.isalpha() and word != "I")
    if dotted or word in words("abbreviations", "within_name"):
        return not _starts(following)
    return False


def _continues_clock(following: str) -> bool:
    zone = following.isupper() and len(following) > 1
    return zone or following in words("abbreviations", "after_clock")
