"""Whose a paper or a survey is, told behind it: "an editorial in the daily Hale Gazette".

>>> from discrepancy.extraction.names.entities import entities_of
>>> from discrepancy.source import Layout, Source
>>> from discrepancy.span import Span
>>> text = "Two in ten left, a survey by the Hale Institute found."
>>> whole = Span(start=0, end=len(text))
>>> source = Source(id="a", text=text, layout=Layout(sentences=(whole,)))
>>> behind(text, text.index(" by"), entities_of(source))
'Hale Institute'
"""

from bisect import bisect_left
from collections.abc import Sequence

from discrepancy.extraction.credit.sentence_words import listed
from discrepancy.extraction.credit.shapes import SHAPES
from discrepancy.extraction.names.entities import Entity


def behind(text: str, end: int, named: Sequence[Entity]) -> str | None:
    """The body named right behind the phrase that ends at `end`; `named` are in text order."""
    led = _issued_by().match(text, end)
    if led is None:
        return None
    at = bisect_left(named, led.end(), key=lambda one: one.span.start)
    if at == len(named) or named[at].span.start != led.end():
        return None
    follows = text[named[at].span.end :][:20].split()[:1]
    called = bool(follows) and follows[0].strip(",.") in listed("printed")  # "in Hale daily"
    return named[at].text if called or named[at].type in ("organisation", "thing") else None


_issued_by = SHAPES("issued_by")
