"""Whether an answer says what its quote says: the same words, the same figures, the same denial.

>>> from discrepancy.reading import laid_out
>>> page = laid_out(Source(id="a", text="There were no rebels in the school, he said."))
>>> borne_out("no rebels in the school", Span(start=0, end=35), page, ()).place
Span(start=11, end=34)
>>> borne_out("rebels in the school", Span(start=0, end=35), page, ())
Traceback (most recent call last):
discrepancy.reader.refusals.Refused: the answer leaves out a denial
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeGuard

from discrepancy import extraction, words
from discrepancy.claims import Claim, DateClaim, QuantityClaim, TimeClaim
from discrepancy.patterns import pattern
from discrepancy.reader.checks.negation import reaches
from discrepancy.reader.refusals import Refused
from discrepancy.source import Layout, Source
from discrepancy.span import Span

Stated = QuantityClaim | DateClaim | TimeClaim


class Borne(NamedTuple):
    """What of a quote bears an answer out."""

    figures: tuple[Stated, ...]
    """The figures, dates and times on which the answer rests."""
    place: Span | None
    """Where the answer stands, if it stands there in one stretch."""


def borne_out(answer: str, quote: Span, source: Source, claims: Iterable[Claim]) -> Borne:
    """What of the quote bears the answer out.

    Args:
        answer: the reader's words.
        quote: where its quote stands.
        source: in which source.
        claims: what our own readers read in that source.

    Raises:
        Refused: a word, a figure or a denial of the one is not in the other.
    """
    said = quote.of(source.text)
    if reaches(_before(quote, source)):
        raise Refused("the quote leaves out a denial")
    inside: list[Stated] = [
        claim for claim in claims if is_figure(claim) and quote.holds(claim.span)
    ]
    place = _place(answer, quote, source)
    if place:
        _deny_alike(answer, said)
        held: list[Stated] = [figure for figure in inside if place.holds(figure.span)]
        return Borne(tuple(held), place)
    told = figures_in(answer, source)
    repeated = [_same(figure, inside, quote, source) for figure in told]
    rest = _without(answer, told)
    stray = set(re.findall(r"\d[\d.,:]*\d|\d", rest)) - set(re.findall(r"\d[\d.,:]*\d|\d", said))
    if stray:
        raise Refused("a figure of the answer is not in the quote")
    if missing(rest, said):
        raise Refused("the answer's words are not in the quote")
    if not told and not words.content_words(answer):
        raise Refused("the answer says nothing")
    _deny_alike(answer, said)
    return Borne(tuple(figure for figure in repeated if figure), None)


def missing(answer: str, quote: str) -> list[str]:
    """The content words of an answer that its quote lacks, in their base forms."""
    answer, there = _apart(answer), set(words.content_words(_apart(quote)))
    denied = any(words.denies(token.lower) for token in words.tokens(quote))
    return [
        word
        for word in words.content_words(answer)
        if word not in there and not (denied and words.denies(word))
    ]


def _apart(text: str) -> str:
    """The parts of hyphened words as words: of "three-story" the figure is compared by itself."""
    return text.replace("-", " ")


def figures_in(words_told: str, source: Source) -> list[Stated]:
    """What our own readers read in a reader's few words, on the day of their source."""
    whole = (Span(start=0, end=len(words_told)),)  # a few words are no article to be looked for
    layout = Layout(paragraphs=whole, sentences=whole)
    alone = {"text": words_told, "layout": layout, "elsewhere": ()}
    return [
        claim for claim in extraction.extract(source.model_copy(update=alone)) if is_figure(claim)
    ]


def _before(quote: Span, source: Source) -> list[words.Token]:
    """The words of the sentence before the quote."""
    sentences = source.layout.sentences if source.layout else ()
    start = next((s.start for s in sentences if s.start <= quote.start < s.end), quote.start)
    return words.tokens(source.text, start, quote.start)


def _place(answer: str, quote: Span, source: Source) -> Span | None:
    """Where the answer stands in the quote, if it stands there in one stretch and says a thing."""
    found = _stretch(answer, quote, source)
    says = re.search(r"\d", answer) or words.content_words(answer)
    return found if says else None


def _stretch(told: str, quote: Span, source: Source) -> Span | None:
    """Where words stand in a quote in one stretch."""
    pattern = r"\s+".join(map(re.escape, told.strip(" .").split()))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", quote.of(source.text), re.IGNORECASE)
    if not found:
        return None
    return Span(start=quote.start + found.start(), end=quote.start + found.end())


def is_figure(claim: Claim) -> TypeGuard[Stated]:
    """Whether a claim is a figure, date or time; the score of a match (45-1) is none."""
    if isinstance(claim, QuantityClaim) and _score().fullmatch(claim.text):
        return claim.value.unit is not None and claim.value.high > claim.value.low
    return isinstance(claim, QuantityClaim | DateClaim | TimeClaim)


_score = pattern(r"\d{1,3}\s?[-–]\s?\d{1,3}")  # 45-1; a range has its noun: "2-3 people"


def _same(figure: Stated, inside: Sequence[Stated], quote: Span, source: Source) -> Stated | None:
    """The figure of the quote that the answer repeats; None where the words of the quote do."""
    for other in inside:
        if other.kind == figure.kind and worth(other) == worth(figure):
            return other
    place = _stretch(figure.text, quote, source)
    if place:  # "the House on Thursday": read alone, a weekday may be another one
        return next((o for o in inside if o.kind == figure.kind and place.overlaps(o.span)), None)
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
    if any(words.denies(token.lower) for token in words.tokens(answer)):
        return
    first = next(iter(words.content_words(answer)), None)
    before: list[words.Token] = []
    for token in words.tokens(quote):
        if first in words.content_words(token.text):
            break
        before.append(token)
    else:
        return
    if reaches(before, answer):
        raise Refused("the answer leaves out a denial")
