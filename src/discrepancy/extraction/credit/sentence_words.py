"""The words of one sentence, each quotation as one opaque word, and which of them are verbs.

>>> text = 'The mill "is lost" to us, she said.'
>>> [word.text for word in read(text, Span(start=0, end=len(text)), [Span(start=10, end=17)])]
['The', 'mill', '□', 'to', 'us', ',', 'she', 'said', '.']
"""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import NamedTuple

from discrepancy.extraction.credit.shapes import SHAPES
from discrepancy.span import Span
from discrepancy.tables import words
from discrepancy.words import is_adverb
from discrepancy.words.cuts import cut

QUOTE, PHRASE = "■", "□"
"""A quotation that is a remark or closes one; a few quoted words amid the reporter's own."""
PAUSES = frozenset([",", ";", ".", "?", "!", QUOTE])
"""What ends a phrase and a clause."""
STOPS = PAUSES | frozenset([":", "(", ")", "—", "–", "--", "-"])
"""What ends a phrase."""


class LineWord(NamedTuple):
    """One word or mark of a sentence; a quotation is one word."""

    start: int
    end: int
    text: str
    lower: str
    finite: bool = False
    """Whether it is, as far as its form and neighbours tell, a verb with a subject."""

    @property
    def large(self) -> bool:
        """Whether it is written as names are."""
        return self.text[0].isupper()


@cache
def listed(name: str) -> frozenset[str]:
    """A list of data/verbs_of_saying.toml."""
    return words("verbs_of_saying", name)


def read(text: str, sentence: Span, quotes: Sequence[Span]) -> list[LineWord]:
    """The words of the sentence in order; `quotes` are the parts of quotations in it."""
    line: list[LineWord] = []
    position = sentence.start
    for quote in quotes:
        if not quote.overlaps(sentence):
            continue
        start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
        line += _plain(text, position, start)
        comma = _comma_after(text, end)
        opens = comma is not None and not _word().search(text, sentence.start, start)
        sign = QUOTE if opens else _sign(text, start, end)
        line.append(LineWord(start, end, sign, sign))
        # the comma belongs to the quotation, also behind the mark: "We will go", she said
        position = comma if opens and comma else end + text.startswith(",", end)
    line += _plain(text, position, sentence.end)
    return [
        word._replace(finite=True) if _is_finite(line, at) else word for at, word in enumerate(line)
    ]


def _sign(text: str, start: int, end: int) -> str:
    """Whether the quotation ends with a pause or is long, or is a word of the sentence."""
    if text.count(" ", start, end) > 4 or text[end - 1] in ".?!…,":
        return QUOTE
    return QUOTE if text[end : end + 1] in (",", ".", "?", "!", "") else PHRASE


def _comma_after(text: str, end: int) -> int | None:
    """Where the comma right behind a closing mark ends."""
    found = _closed().match(text, end)
    return found.end() if found else None


def is_clause(phrase: Sequence[LineWord]) -> bool:
    """Whether the phrase has a verb of its own."""
    return any(word.finite for word in phrase)


def adverbs_start(line: Sequence[LineWord], at: int) -> int:
    """The place before `at` where the adverbs between subject and verb end."""
    while at > 0:
        word = line[at].lower
        if word in listed("spans_of_time") and line[at - 1].lower in ("last", "this", "next"):
            at = max(0, at - 2)  # "Hale, a nurse, last month said"
            continue
        if word == "ago":
            at = max(0, at - 3)  # "Hale two days ago said"
            continue
        manner = is_adverb(line[at].text) and word not in ("family", "only")
        adverb = word.isdigit() or manner
        if not adverb and word not in listed("between"):
            break
        at -= 1
        if line[at].lower in ("on", "in") and at:
            at -= 1
    return at


def _plain(text: str, start: int, end: int) -> list[LineWord]:
    return [
        _line_word((*found.span(), (word := found.group()), word.lower(), False))
        for found in _word().finditer(text, start, max(start, end))
    ]


_line_word: Callable[[tuple[int, int, str, str, bool]], LineWord] = partial(tuple.__new__, LineWord)
"""A word of its five fields: a text has so many that making them by name takes a while."""


def _is_finite(line: Sequence[LineWord], at: int) -> bool:
    """Verbs by list; forms in -ed unless they stand before a noun or before "by"."""
    word = line[at]
    if not word.text.endswith("ed") or word.lower in listed("finite"):
        return word.lower in listed("finite")
    if not word.text.islower() or len(word.text) < 5:
        return False
    before = line[at - 1].lower if at else ""
    after = line[at + 1].lower if at + 1 < len(line) else ""
    named = word.lower in ("called", "named") and at + 1 < len(line) and line[at + 1].large
    return before not in listed("before_noun") and after != "by" and not named


_closed = SHAPES("closed")


_word = cut("credits")
