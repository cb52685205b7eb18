"""Who is credited inside the text with what it says: the stretches each speaker answers for.

>>> from discrepancy.source import Layout, Source
>>> text = "Two sheds burned, fire chief Ann Hale said."
>>> whole = Span(start=0, end=len(text))
>>> source = Source(id="a", text=text, layout=Layout(paragraphs=(whole,), sentences=(whole,)))
>>> speaker(regions(source, ()), Span(start=0, end=3))
'Ann Hale'
"""

from collections.abc import Iterator, Sequence

from discrepancy.claim import Claim, QuoteClaim
from discrepancy.extraction.saying import Saying, sayings
from discrepancy.extraction.speakers import Speakers
from discrepancy.source import Source
from discrepancy.span import Model, Span


class Credited(Model):
    """A stretch of text and who is credited with its content."""

    span: Span
    speaker: str


def regions(source: Source, claims: tuple[Claim, ...]) -> tuple[Credited, ...]:
    """The stretches of `source` that it credits to somebody, in order, outer before inner.

    A claim is credited to the innermost stretch that holds it (`speaker`). `claims` are those
    read so far; the quotations among them are the ones that matter.
    """
    quotes = [claim for claim in claims if isinstance(claim, QuoteClaim)]
    speakers = Speakers(source)
    found: list[Credited] = []
    waiting = list(quotes)
    for sentence in source.layout.sentences if source.layout else ():
        parts = [part for quote in quotes for part in quote.parts if part.overlaps(sentence)]
        here = list(_sentence(source.text, sentence, parts, speakers))
        found += here
        while waiting and waiting[0].span.end <= sentence.end:
            found += _quoted(source, waiting.pop(0), found, speakers)
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def speaker(credited: tuple[Credited, ...], span: Span) -> str | None:
    """Who is credited with the words at `span`: the innermost stretch that holds them."""
    held = [region for region in credited if region.span.holds(span)]
    return min(held, key=lambda region: len(region.span)).speaker if held else None


def _sentence(
    text: str, sentence: Span, parts: Sequence[Span], speakers: Speakers
) -> Iterator[Credited]:
    """The stretches that the credits of one sentence govern."""
    read = sayings(text, sentence, parts)
    cited = [one for one in read if one.kind == "citing"]
    outer: list[Credited] = []
    for saying in read:
        if saying.kind == "citing" and len(read) > len(cited):
            continue
        name = speakers.credit(saying.subject)
        if name is None:
            continue
        for source in cited:
            if saying.kind != "citing" and (origin := speakers.credit(source.subject)):
                name = f"{origin}, via {name}"
        if saying.kind == "called":
            yield from (Credited(span=part, speaker=name) for part in _next(saying, parts))
            continue
        via = [one for one in outer if one.span.holds(saying.governs) and one.speaker != name]
        if via and not saying.trailing:
            name = f"{name}, via {via[-1].speaker}"
        region = Credited(span=saying.governs, speaker=name)
        outer.append(region)
        yield region
        yield from (
            Credited(span=part, speaker=name)
            for part in parts
            if saying.governs.overlaps(part) and not saying.governs.holds(part)
        )


def _next(saying: Saying, parts: Sequence[Span]) -> Iterator[Span]:
    """The quotations that a verb like "described as" governs: those after it, or just before."""
    after = [part for part in parts if part.start >= saying.verb.end]
    yield from after or parts[-1:]


def _quoted(
    source: Source, quote: QuoteClaim, found: Sequence[Credited], speakers: Speakers
) -> Iterator[Credited]:
    """The stretch of a whole quotation, so that each word in it is credited to its speaker."""
    touching = [one for one in found if one.span.overlaps(quote.span)]
    if touching:
        yield Credited(span=quote.span, speaker=touching[-1].speaker)
        return
    if quote.fragment:
        return
    before = [one for one in found if one.span.end <= quote.span.start]
    if before:
        last = max(before, key=lambda one: one.span.end)
        gap = source.text[last.span.end : quote.span.start]
        if not any(sign.isalnum() for sign in gap):
            yield Credited(span=quote.span, speaker=last.speaker)
