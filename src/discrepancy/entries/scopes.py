"""The place, the period and the part that the words of a measurand narrow it to.

>>> scoped("people killed in Kursk, Q3 2024")
Scoped(core='people killed', places=('Kursk',), period='2024-35', parts=())
>>> scoped("total injured civilians").parts
('total',)
"""

from functools import lru_cache
from typing import NamedTuple

from discrepancy import words
from discrepancy.extraction import EXTRACTORS, extract
from discrepancy.extraction.names.gazetteer import places
from discrepancy.source import Layout, Source
from discrepancy.span import Span


class Scoped(NamedTuple):
    """A measurand taken apart."""

    core: str
    """What is left: the measurand of the whole, everywhere, at any time."""
    places: tuple[str, ...]
    period: str | None
    """EDTF."""
    parts: tuple[str, ...]
    """Words that make it a part or a whole: "total", "another", "children"."""


PREPOSITIONS = ("in", "at", "near", "on", "of", "from", "during", "for", "since", "by", "as")
"""What leads a place or a period in."""


@lru_cache(maxsize=50_000)
def scoped(measurand: str) -> Scoped:
    """The measurand without its scope, and the scope."""
    if not _may_narrow(measurand):
        return Scoped(measurand, (), None, _parts(measurand))
    period, rest = _period(measurand)
    named, rest = _places(rest)
    core = " ".join(rest.strip(" ,;:()").split()) or measurand
    return Scoped(core, named, period, _parts(core))


def _may_narrow(measurand: str) -> bool:
    """Whether it has a figure, or a capital letter behind its first word: else nothing narrows."""
    return any(map(str.isdigit, measurand)) or any(
        word[0].isupper() for word in measurand.split()[1:]
    )


def _period(text: str) -> tuple[str | None, str]:
    """The first dated period in the words, and the words without it and what leads it in."""
    whole = Span(start=0, end=len(text))
    source = Source(id="typed", text=text, layout=Layout(paragraphs=(whole,), sentences=(whole,)))
    for claim in extract(source, EXTRACTORS[:1]):
        if claim.kind == "date" and claim.value.edtf:
            return claim.value.edtf, _cut(text, claim.span)
    return None, text


def _places(text: str) -> tuple[tuple[str, ...], str]:
    """The places that stand behind "in", "at" or "near", in order, and the words without them."""
    found: list[str] = []
    tokens = words.tokens(text)
    at = 0
    while at < len(tokens) - 1:
        if tokens[at].lower in PREPOSITIONS[:5] and tokens[at + 1].text[0].isupper():
            last = at + 1
            while last + 1 < len(tokens) and tokens[last + 1].text[0].isupper():
                last += 1
            span = Span(start=tokens[at + 1].start, end=tokens[last].end)
            owner = text[span.end :].startswith(("'s", "’s"))  # of Ruritania's army
            if not owner and (tokens[at].lower != "of" or span.of(text) in places()):
                found.append(span.of(text))
                text = _cut(text, span)
                tokens, at = words.tokens(text), -1
        at += 1
    return tuple(found), text


def _cut(text: str, span: Span) -> str:
    """The words without those at the span, and without the preposition that leads them in."""
    before = text[: span.start].rstrip(" ,(")
    head, _, last = before.rpartition(" ")
    if last.lower() in ("the", "of", *PREPOSITIONS):
        before = head
    head, _, last = before.rpartition(" ")
    if last.lower() in PREPOSITIONS:
        before = head
    return f"{before} {text[span.end :].lstrip(' )')}".strip()


def _parts(core: str) -> tuple[str, ...]:
    told = core.lower().split()
    return tuple(sorted({word for word in told if word in _PARTS or words.subclass(word)}))


_PARTS = frozenset(["total", "overall", "another", "further", "additional", "more"])
