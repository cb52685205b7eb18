"""Quotation marks in a text: where they stand, and whether each can open or close.

Typesetters agree on little: straight and curly marks, guillemets, doubled back-ticks and
apostrophes, and the loose spacing of texts that went through a tokeniser. A mark is therefore
described by what its surroundings allow; `extraction.quotes` pairs them.

>>> line = Span(start=0, end=18)
>>> [(mark.can_open, mark.can_close) for mark in marks_in('He said "no" twice', line)]
[(True, False), (False, True)]
"""

from collections.abc import Iterator
from typing import NamedTuple

from discrepancy.extraction.quotes.shapes import SHAPES
from discrepancy.patterns import pattern
from discrepancy.span import Span
from discrepancy.tables import words

_OPENING = "“„«``"
_CLOSING = "”»"
_PAUSE = ",.?!;…"
_NEAR = 8
"""Characters on either side that tell which way a mark faces."""


class Mark(NamedTuple):
    """One double mark of a line and what it can be."""

    span: Span
    line: int
    """Position of its line in the article."""
    can_open: bool
    can_close: bool
    starts_line: bool
    sure: bool
    """Whether the shape leaves no doubt, so that pairing need not count."""


def marks_in(text: str, line: Span, number: int = 0) -> Iterator[Mark]:
    """Each double mark on this line of `text`, in order."""
    if _double().search(text, line.start, line.end) is None:
        return
    first = _lead().match(text, line.start, line.end)
    begins = first.end() if first else line.start
    last = line.start + len(line.of(text).rstrip())
    low = False  # whether a German „ waits for the “ that closes it
    for found in _double().finditer(text, line.start, line.end):
        span = Span(start=found.start(), end=found.end())
        starts, ends = span.start <= begins, span.end >= last
        before = text[max(line.start, span.start - _NEAR) : span.start]
        after = text[span.end : min(line.end, span.end + _NEAR)]
        opens, closes = _direction(found.group(), before, after, starts=starts, ends=ends)
        if low and found.group() in "“”":
            opens, closes, low = False, True, False
        low = low or found.group() == "„"
        yield Mark(
            span=span,
            line=number,
            can_open=opens,
            can_close=closes,
            starts_line=starts,
            sure=opens != closes,
        )


def _direction(
    sign: str, before: str, after: str, *, starts: bool, ends: bool
) -> tuple[bool, bool]:
    """Whether a mark between these characters can open, and whether it can close."""
    if starts and not ends:
        return True, False
    if ends and not starts:
        return False, True
    if sign in _OPENING:
        # ``We lost it all,`` said one: a back-tick after a pause may close
        return True, sign == "``" and before.rstrip()[-1:] in _PAUSE
    if sign in _CLOSING or sign == "''":
        return False, True
    return _straight(before, after)


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


def left_open_single(text: str, line: Span, since: int) -> int | None:
    """Where a single quotation begins at the start of the line or after a colon, and goes on."""
    opening = _single_start().search(text, max(line.start, since), line.end)
    if opening is None or _elided(text, opening.end()):
        return None
    return opening.end()


def ends_single(text: str, line: Span) -> int | None:
    """Where a quotation in single marks ends with the line."""
    closing = _single_finish().search(text, max(line.start, line.end - _NEAR), line.end)
    return closing.start(1) if closing else None


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
    if _tens().fullmatch(found):
        return True
    return found.lower() in words("verbs_of_saying", "elisions")


def _single_end(text: str, start: int, stop: int) -> int | None:
    """Where the closing mark stands; a plural possessive only if nothing better follows."""
    doubtful = None
    for closing in _single_close().finditer(text, start, stop):
        end = closing.start()
        possessive = text[end - 1] in "sz" and _small_behind().match(text[end + 1 : end + 3])
        if end > start and not possessive:
            return end
        doubtful = doubtful or end
    return doubtful


# what may stand before the first word of a line: a list sign, a dash
_lead = SHAPES("lead")


_double = SHAPES("double")


# 'Very good', ‘very good’; not the apostrophe of "pirates'" or of "''"
_single_open = SHAPES("single_open")


_single_start = SHAPES("single_start")


_single_finish = SHAPES("single_finish")


# not the tokenised apostrophe of "Hale ’ s"; but: 'We lost it, 'she said
_single_close = SHAPES("single_close")


_word = pattern(r"\w+")


_tens = SHAPES("tens")
_small_behind = SHAPES("small_behind")
