"""Whether an answer says what its quote says: the same words, the same figures, the same denial.

>>> from discrepancy.reading import laid_out
>>> page = laid_out(Source(id="a", text="There were no rebels in the school, he said."))
>>> borne_out("no rebels in the school", Span(start=0, end=35), page, ())
()
>>> borne_out("rebels in the school", Span(start=0, end=35), page, ())
Traceback (most recent call last):
discrepancy.reader.refusals.Refused: the answer leaves out a denial
"""

import re
from collections.abc import Iterable, Sequence
from typing import TypeGuard

from discrepancy import extraction, words
from discrepancy.claims import Claim, DateClaim, QuantityClaim, TimeClaim
from discrepancy.reader.negation import denies
from discrepancy.reader.refusals import Refused
from discrepancy.source import Layout, Source
from discrepancy.span import Span

Stated = QuantityClaim | DateClaim | TimeClaim

REACH = 3
"""How many words before an answer's first word a denial still belongs to it."""


def borne_out(
    answer: str, quote: Span, source: Source, claims: Iterable[Claim]
) -> tuple[Stated, ...]:
    """The figures and dates of the quote on which the answer rests.

    Args:
        answer: the reader's words.
        quote: where its quote stands.
        source: in which source.
        claims: what our own readers read in that source.

    Raises:
        Refused: a word, a figure or a denial of the one is not in the other.
    """
    said = quote.of(source.text)
    if any(denies(word) for word in _before(quote, source)):
        raise Refused("the quote leaves out a denial")
    inside = [claim for claim in claims if _is_figure(claim) and quote.holds(claim.span)]
    place = _place(answer, quote, source)
    if place:
        _deny_alike(answer, said)
        return tuple(claim for claim in inside if place.holds(claim.span))
    told = _figures(answer, source)
    borne = tuple(_same(figure, inside) for figure in told)
    rest = _without(answer, told)
    stray = set(re.findall(r"\d[\d.,:]*\d|\d", rest)) - set(re.findall(r"\d[\d.,:]*\d|\d", said))
    if stray:
        raise Refused("a figure of the answer is not in the quote")
    if missing(rest, said):
        raise Refused("the answer's words are not in the quote")
    if not told and not words.content_words(answer):
        raise Refused("the answer says nothing")
    _deny_alike(answer, said)
    return borne


def missing(answer: str, quote: str) -> list[str]:
    """The content words of an answer that its quote lacks, in their base forms."""
    there = set(words.content_words(quote))
    denied = any(denies(token.lower) for token in words.tokens(quote))
    return [
        word
        for word in words.content_words(answer)
        if word not in there and not (denied and denies(word))
    ]


def _figures(answer: str, source: Source) -> list[Stated]:
    """What our own readers read in the answer, on the day of its source."""
    alone = Source(id=source.id, text=answer, published=source.published, outlet=source.outlet)
    whole = (Span(start=0, end=len(answer)),)  # a few words are no article to be looked for
    laid = alone.model_copy(update={"layout": Layout(paragraphs=whole, sentences=whole)})
    return [claim for claim in extraction.extract(laid) if _is_figure(claim)]


def _before(quote: Span, source: Source) -> list[str]:
    """The last words of the sentence before the quote."""
    sentences = source.layout.sentences if source.layout else ()
    start = next((s.start for s in sentences if s.start <= quote.start < s.end), quote.start)
    found = words.tokens(source.text, start, quote.start)
    return [token.lower for token in found[-REACH:]]


def _place(answer: str, quote: Span, source: Source) -> Span | None:
    """Where the answer stands in the quote, if it stands there in one stretch and says a thing."""
    pattern = r"\s+".join(map(re.escape, answer.strip(" .").split()))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", quote.of(source.text), re.IGNORECASE)
    says = re.search(r"\d", answer) or words.content_words(answer)
    if not found or not says:
        return None
    return Span(start=quote.start + found.start(), end=quote.start + found.end())


def _is_figure(claim: Claim) -> TypeGuard[Stated]:
    return isinstance(claim, QuantityClaim | DateClaim | TimeClaim)


def _same(figure: Stated, inside: Sequence[Stated]) -> Stated:
    """The figure of the quote that the answer repeats."""
    for other in inside:
        if other.kind == figure.kind and worth(other) == worth(figure):
            return other
    raise Refused("a figure of the answer is not that of the quote")


def worth(claim: Stated) -> tuple[object, ...]:
    """What makes two figures the same figure."""
    match claim:
        case QuantityClaim():
            return claim.value.low, claim.value.high
        case DateClaim():
            return (claim.value.edtf or claim.text.casefold(),)
        case TimeClaim():
            return (claim.value.time,)


def _without(answer: str, figures: Iterable[Stated]) -> str:
    """The answer with blanks for its figures, which are compared by what they mean."""
    for figure in figures:
        blank = " " * len(figure.span)
        answer = answer[: figure.span.start] + blank + answer[figure.span.end :]
    return answer


def _deny_alike(answer: str, quote: str) -> None:
    """What is denied right before the answer's first word in the quote, the answer must deny."""
    if any(denies(token.lower) for token in words.tokens(answer)):
        return
    first = next(iter(words.content_words(answer)), None)
    before: list[str] = []
    for token in words.tokens(quote):
        if first in words.content_words(token.text):
            break
        before.append(token.lower)
    else:
        return
    if any(denies(word) for word in before[-REACH:]):
        raise Refused("the answer leaves out a denial")
