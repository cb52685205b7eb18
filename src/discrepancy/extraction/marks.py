"""Quotation marks in a text: where they stand, and whether each can open or close.

Typesetters agree on little: straight and curly marks, guillemets, doubled back-ticks and
apostrophes, and the loose spacing of texts that went through a tokeniser. A mark is therefore
described by what its surroundings allow; `extraction.quotes` pairs them.

>>> [(mark.can_open, mark.can_close) for mark in marks('He said "no" twice', Span(start=0, end=18))]
[(True, False), (False, True)]
"""

import re
from collections.abc import Iterator
from functools import cache

from discrepancy.span import Model, Span
from discrepancy.tables import words

_OPENING = "“„«``"
_CLOSING = "”»"
_PAUSE = ",.?!;…"


class Mark(Model):
    """One double mark of a line and what it can be."""

    span: Span
    line: int = 0
    """Position of its line in the article."""
    can_open: bool
    can_close: bool
    starts_line: bool
    sure: bool
    """Whether the shape leaves no doubt, so that pairing need not count."""


def marks(text: str, line: Span, number: int = 0) -> Iterator[Mark]:
    """Each double mark on this line of `text`, in order."""
    for found in _double().finditer(text, line.start, line.end):
        yield _described(text, line, number, found)


def _described(text: str, line: Span, number: int, found: re.Match[str]) -> Mark:
    sign = found.group()
    span = Span(start=found.start(), end=found.end())
    before = text[line.start : span.start]
    after = text[span.end : line.end]
    starts = not before.strip(" \t-–—*•>")
    ends = not after.strip()
    if starts and not ends:
        opens, closes = True, False
    elif ends and not starts:
        opens, closes = False, True
    elif sign in _OPENING:
        # ``We lost it all,`` said one: a back-tick after a pause may close
        opens, closes = True, sign == "``" and before.rstrip()[-1:] in _PAUSE
    elif sign in _CLOSING or sign == "''":
        opens, closes = False, True
    else:
        opens, closes = _straight(before, after)
    return Mark(
        span=span,
        line=number,
        can_open=opens,
        can_close=closes,
        starts_line=starts,
        sure=opens != closes,
    )


def _straight(before: str, after: str) -> tuple[bool, bool]:
    """What a straight mark inside a line can be, by the characters on its two sides."""
    spaced_before, spaced_after = before[-1:].isspace(), after[:1].isspace()
    paused = before.rstrip()[-1:] in _PAUSE
    if spaced_before and not spaced_after:
        # tokenised texts close with a space before: 'quite fast, "he said'
        return True, paused
    if spaced_after and not spaced_before:
        return False, True
    if not spaced_before and after[:1] in ",.;:!?)]":
        return False, True
    if before[-1:] in "([{—–-/":
        return True, False
    return True, True


def single_quotes(text: str, line: Span) -> Iterator[Span]:
    """What stands between single marks on this line, apostrophes told apart, marks left out."""
    position = line.start
    while opening := _single_open().search(text, position, line.end):
        position = opening.end()
        if _elided(text, position):
            continue
        end = _single_end(text, opening.end(), min(line.end, opening.end() + 400))
        if end is not None:
            yield Span(start=opening.end(), end=end)
            position = end + 1


def _elided(text: str, start: int) -> bool:
    """Whether the mark stands for letters left out: 'em, '90s."""
    word = _word().match(text, start)
    if word is None:
        return False
    found = word.group()
    if re.fullmatch(r"\d\ds?", found):
        return True
    return found.lower() in words("verbs_of_saying", "elisions")


def _single_end(text: str, start: int, stop: int) -> int | None:
    """Where the closing mark stands; a plural possessive only if nothing better follows."""
    doubtful = None
    for closing in _single_close().finditer(text, start, stop):
        end = closing.start()
        possessive = text[end - 1] in "sz" and re.match(r" [a-z]", text[end + 1 : end + 3])
        if end > start and not possessive:
            return end
        doubtful = doubtful or end
    return doubtful


@cache
def _double() -> re.Pattern[str]:
    return re.compile(r"``|''|[\"“”„«»]")


@cache
def _single_open() -> re.Pattern[str]:
    # 'Very good', ‘very good’; not the apostrophe of "pirates'" or of "''"
    return re.compile(r"(?<![\w'’.,!?])['‘](?!')(?=\s?[\w\[(…$£€])")


@cache
def _single_close() -> re.Pattern[str]:
    # not the tokenised apostrophe of "Hale ’ s"
    return re.compile(r"(?<!')['’](?!['\w])(?!\s(?:s|t|re|ve|ll|d|m)\b)")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")
