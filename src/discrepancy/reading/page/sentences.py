"""Where sentences begin and end, by punctuation, abbreviations and balance of quotation marks.

>>> text = "Mr. Ode of Lark Corp. left at 5 p.m. Tuesday. ``No. 5 sank, ''he said. It is gone."
>>> [span.of(text)[:14] for span in sentences_of(text, Span(start=0, end=len(text)))]
['Mr. Ode of Lar', '``No. 5 sank, ', 'It is gone.']
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from discrepancy.calendar import zones
from discrepancy.patterns import pattern
from discrepancy.span import Span
from discrepancy.tables import words

_LOOK_BACK = 24
"""The longest word that is looked at before a stop."""

LONGEST = 1000
"""Characters of a sentence, of which none in 12,510 real ones has more than 553.

What is read in a sentence is held against the rest of it, which costs the square of its length.
"""

MOST = 40
"""Runs of digits of a sentence."""

_LONGEST_QUOTE = 2000
"""How far back quotation marks are counted."""


# 'over.' | 'over."' | 'over. ''' at the end of a line or before a space | 'gone...'
_stops = pattern(r"(?:[.!?]{1,6}|…)[)\]”’»\"']{0,3}(?=\s|$|[A-Z“‘\"'`])")


_word_before = pattern(r"(?:[^\W_]|[.&'’])+$")


def sentences_of(text: str, paragraph: Span) -> tuple[Span, ...]:
    """The sentences of one paragraph, without the space around them, too long ones in parts."""
    found = uncut(text, paragraph)
    return tuple(part for span in found for part in parts(text, span))


def uncut(text: str, paragraph: Span) -> tuple[Span, ...]:
    """The sentences of one paragraph, however long."""
    found = []
    start = paragraph.start
    for stop in _stops().finditer(text, paragraph.start, paragraph.end):
        end = _after_quote(text, _without_opener(text, stop, paragraph), paragraph)
        if stop.start() >= start and _is_end(text, stop, end, Span(start=start, end=paragraph.end)):
            found.append(trimmed(text, start, end))
            start = end
    found.append(trimmed(text, start, paragraph.end))
    return tuple(span for span in found if len(span))


def parts(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or its parts where it goes on and on: all that is read in one is held together.

    It is cut at its last space within reach, or else at the last mark between two words.
    """
    start = sentence.start
    while start + len(reach := _within_reach(text, start, sentence.end)) < sentence.end:
        cuts = [at.start() for at in _breaks().finditer(reach)]
        cuts = cuts or [at.end() for at in _joints().finditer(reach)]
        cut = start + max(cuts, default=len(reach))
        if part := trimmed(text, start, cut):
            yield part
        start = cut
    if part := trimmed(text, start, sentence.end):
        yield part


def _within_reach(text: str, start: int, end: int) -> str:
    """What of a sentence is read together: so many characters, so many figures."""
    reach = text[start : min(end, start + LONGEST)]
    further = next(islice(_figures().finditer(reach), MOST, None), None)
    return reach[: further.start()] if further else reach


_figures = pattern(r"\d+")


_breaks = pattern(r"(?<=\S)\s+")


# 5%|5%|5%, but not within 1,000 or 1.5
_joints = pattern(r"[^\w.,](?=\w)|[^\W\d_][.,](?=\w)")


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)


def _without_opener(text: str, stop: re.Match[str], paragraph: Span) -> int:
    """The end of a stop and its closing marks; a mark glued to what follows may open it."""
    end = stop.end()
    if end < paragraph.end and text[end - 1] == '"' and text[end].isalnum():
        start = max(paragraph.start, end - _LONGEST_QUOTE)
        return end if _is_open(text, '"', start, end - 1) else end - 1
    return end


def _after_quote(text: str, end: int, paragraph: Span) -> int:
    """Take in closing marks set off by a space, as re-tokenised texts have them ("gone. ''")."""
    mark = _closing().match(text, end, paragraph.end)
    if not mark:
        return end
    if mark.end() == paragraph.end or text[mark.end()].isspace():
        return mark.end()
    start = max(paragraph.start, mark.start() - _LONGEST_QUOTE)
    closes = mark[1][0] in "”’" or _is_open(text, mark[1], start, mark.start())
    return mark.end() if closes else end


_closing = pattern(r" ?(\"|”|’{1,2}|'{1,3}\"?)")


def _is_open(text: str, mark: str, start: int, end: int) -> bool:
    """Whether a straight mark stands open at `end`, by parity since `start`."""
    if mark == "''" and text.rfind("``", start, end) >= 0:
        return text.rfind("``", start, end) > text.rfind("''", start, end)
    counted = text.count(mark, start, end) + (text.count('"', start, end) if mark != '"' else 0)
    return mark != "'" and counted % 2 == 1


def _is_end(text: str, stop: re.Match[str], end: int, rest: Span) -> bool:
    """Whether the sentence that began at `rest.start` ends at `end`."""
    following = _following().match(text, end, rest.end)
    word = following[1] if following else ""
    if not word:
        return True
    if word[0].isdigit() and text[max(0, stop.start() - 1)] in " (":  # "a record of 56-26 (. 683)"
        return False
    glued = end < rest.end and not text[end].isspace()
    bare = word.rstrip(".!?\"”’')")
    if glued and not _starts(bare):
        return False
    if not _may_start(word):
        return False
    if stop[0] != ".":
        return True
    return not _is_abbreviation(text, stop.start(), rest.start, word)


_following = pattern(r"\s*[\"“‘'`(\[«]*\s?([^\s,;:]{0,40})")


def _may_start(word: str) -> bool:
    first = word[0]
    return not first.islower() or (len(word) > 1 and word[1].isupper())  # "iPhones sold ..."


def _starts(word: str) -> bool:
    return word.replace("’", "'") in words("abbreviations", "starters")


def _is_abbreviation(text: str, stop: int, start: int, following: str) -> bool:
    before = _word_before().search(text[max(start, stop - _LOOK_BACK) : stop])
    if not before:
        return False
    word, bare = before[0], following.rstrip(".!?\"”’')")
    if word in words("abbreviations", "before_name"):
        return True
    if following[:1].isdigit() and word in words("abbreviations", "before_digit"):
        return True
    if word.lower() in ("a.m", "p.m"):
        return _continues_clock(bare) or _names_a_zone(text, stop + 1)
    if word.isdigit():  # "1. The first point"
        return stop - start < 5 and not text[start : stop - len(word)].strip()
    letters = "." in word and not word[-1].isdigit()  # "U.S", not "$3.75"
    dotted = letters or (len(word) == 1 and word.isalpha() and word != "I")
    if dotted and _initial().fullmatch(following):  # "L. A. Times"
        return True
    if dotted or word in words("abbreviations", "within_name"):
        return not _starts(bare)
    return False


_initial = pattern(r"(?:[A-Z]\.)+")


def _names_a_zone(text: str, at: int) -> bool:
    """Whether a zone or a city and "time" stand there: at 7 p.m. Tokyo time, London time."""
    return _zone().match(text, at) is not None


@cache
def _zone() -> re.Pattern[str]:
    named = "|".join(sorted(zones.in_words(), key=len, reverse=True))
    return re.compile(rf"\s+(?:{named}|(?-i:[A-Z][a-z]+)) time\b", re.IGNORECASE)


def _continues_clock(following: str) -> bool:
    zone = following.isupper() and len(following) > 1
    return zone or following in words("abbreviations", "after_clock")
