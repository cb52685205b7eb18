"""Where a quote stands: found by us, once, in the article; never by offsets that are told.

>>> from discrepancy.reading import laid_out
>>> page = laid_out(Source(id="a", text="The ferry sank off Arn. Nobody drowned."))
>>> found = Places(page).anchored("Nobody drowned")
>>> found.span.of(page.text), found.exact
('Nobody drowned', True)
>>> Places(page).anchored("Everybody drowned")
Traceback (most recent call last):
discrepancy.reader.refusals.Refused: the quote is not in the text
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from discrepancy.reader.checks.negation import negations
from discrepancy.reader.refusals import Refused
from discrepancy.source import Source
from discrepancy.span import Span

NEAR = 90.0
"""Similarity from which a near-quote is taken for the words that stand in the text."""

CLEAR = 3.0
"""By how much the best place must be better than the next."""

SHORTEST, LONGEST = 3, 600
"""Characters of a quote."""

TRIES = 100
"""How many quotes of one document are looked for by likeness."""


class Anchored(NamedTuple):
    """Where a quote stands, and whether the text has it letter by letter."""

    span: Span
    exact: bool
    mended: str | None = None
    """What of the quote is not so in the text, and does not matter."""


class Places:
    """The article of one source, to look quotes up in."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._paragraphs = source.layout.paragraphs if source.layout else ()
        self._tries = TRIES

    def anchored(self, quote: str) -> Anchored:
        """The one place of a quote.

        Raises:
            Refused: it has none, or several, or stands in page furniture.
        """
        words = quote.strip().strip("…").strip()
        if not SHORTEST <= len(words) <= LONGEST:
            raise Refused("the quote is too short or too long")
        pattern = r"\s+".join(map(re.escape, words.split()))
        if exact := self._only(pattern):
            return Anchored(exact, exact=True)
        if (around := self._only(_around(words))) and not _denied_more(words, around, self._text):
            return Anchored(around, exact=False, mended="a parenthesis was left out of the quote")
        return Anchored(self._near(words), exact=False, mended="the quote was found by likeness")

    def _only(self, pattern: str) -> Span | None:
        """The one place of a pattern in the article, at the bounds of words.

        Raises:
            Refused: it stands there twice, or in page furniture alone.
        """
        matches = re.finditer(rf"(?<!\w){pattern}(?!\w)", self._text)
        found = [Span(start=match.start(), end=match.end()) for match in matches]
        inside = [span for span in found if self._is_article(span)]
        if len(inside) > 1:
            raise Refused("the quote stands more than once in the text")
        if found and not inside:
            raise Refused("the quote is page furniture")
        return inside[0] if inside else None

    def _is_article(self, span: Span) -> bool:
        """Whether a stretch lies in paragraphs; it may cross the break between two of them."""
        met = [paragraph for paragraph in self._paragraphs if paragraph.overlaps(span)]
        at = span.start
        for paragraph in met:
            if self._text[at : paragraph.start].strip():
                return False
            at = max(at, paragraph.end)
        return bool(met) and not self._text[at : span.end].strip()

    def _near(self, words: str) -> Span:
        if self._tries <= 0:
            raise Refused("the quote is not in the text")
        self._tries -= 1
        quote = _folded(words)
        ranked = sorted(self._likest(quote), key=lambda pair: -pair[0])
        if not ranked:
            raise Refused("the quote is not in the text")
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR:
            raise Refused("the quote stands more than once in the text")
        span = ranked[0][1]
        if _differs(quote, _folded(span.of(self._text))):
            raise Refused("the quote is not in the text")
        return span

    def _likest(self, quote: str) -> Iterator[tuple[float, Span]]:
        """The likest words of each paragraph, where they are like enough."""
        for paragraph in self._paragraphs:
            text = _folded(paragraph.of(self._text))
            if len(text) < len(quote) * NEAR / 100:
                continue
            found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=NEAR)
            if found and found.score:
                start, end = _whole_words(text, found.dest_start, found.dest_end)
                yield (
                    found.score,
                    Span(start=paragraph.start + start, end=paragraph.start + end),
                )


def _around(words: str) -> str:
    """A pattern for words between which a parenthesis may stand: "the ferry (of 1990) sank"."""
    aside = r"(?:\s*(?:\([^()]{1,120}\)|\[[^\[\]]{1,120}\]|[–—][^–—]{1,120}[–—]))?"
    *first, last = words.split()
    parts = []
    for word in first:
        stem = word.rstrip(",;:.")
        parts.append(f"{re.escape(stem)}{aside}{re.escape(word[len(stem) :])}")
    return r"\s+".join([*parts, re.escape(last)])


def _denied_more(quote: str, found: Span, text: str) -> bool:
    return negations(quote) != negations(found.of(text))


def _folded(text: str) -> str:
    """Marks and blanks alike, character by character, so that offsets hold."""
    return text.translate(_MARKS)


_MARKS = str.maketrans("‘’“”–—\u00a0\u2009\u202f\n\t\r", "''\"\"--      ")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _differs(quote: str, found: str) -> bool:
    """Whether what parts the two is more than form: a figure, or a denial."""
    return _figures(quote) != _figures(found) or negations(quote) != negations(found)


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)
