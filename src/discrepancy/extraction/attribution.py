"""Who is credited inside the text with what it says: the stretches each speaker answers for.

>>> from discrepancy.source import Layout, Source
>>> text = "Two sheds burned, fire chief Ann Hale said."
>>> whole = Span(start=0, end=len(text))
>>> source = Source(id="a", text=text, layout=Layout(paragraphs=(whole,), sentences=(whole,)))
>>> speaker(regions(source, ()), Span(start=0, end=3))
'Ann Hale'
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from discrepancy.claim import Claim, QuoteClaim
from discrepancy.extraction import headline_credit
from discrepancy.extraction.saying import Saying, sayings
from discrepancy.extraction.speakers import Speakers
from discrepancy.source import Source
from discrepancy.span import Model, Span

_NESTED = 8
"""How many credits of one sentence may hold one another."""


class Credited(Model):
    """A stretch of text and who is credited with its content."""

    span: Span
    speaker: str


def regions(source: Source, claims: tuple[Claim, ...]) -> tuple[Credited, ...]:
    """The stretches of `source` that it credits to somebody, in order, outer before inner.

    A claim is credited to the innermost stretch that holds it (`speaker`). `claims` are those
    read so far; the quotations among them are the ones that matter.
    """
    sentences = source.layout.sentences if source.layout else ()
    quotes = deque(claim for claim in claims if isinstance(claim, QuoteClaim))
    speakers = Speakers(source)
    found: list[Credited] = []
    open_quotes: list[QuoteClaim] = []
    for place, sentence in enumerate(sentences):
        while quotes and quotes[0].span.start < sentence.end:
            open_quotes.append(quotes.popleft())
        parts = [part for quote in open_quotes for part in quote.parts if part.overlaps(sentence)]
        found += _sentence(source.text, sentence, parts, speakers)
        for quote in open_quotes:
            if quote.span.end <= sentence.end:
                found += _quoted(source.text, quote, sentences[: place + 1], found, speakers)
        open_quotes = [quote for quote in open_quotes if quote.span.end > sentence.end]
    found += _headline(source, speakers)
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _headline(source: Source, speakers: Speakers) -> Iterator[Credited]:
    """The stretch that a headline credits by a colon."""
    headline = source.layout.headline if source.layout else None
    found = headline_credit.credit(source.text, headline) if headline else None
    if found and (name := speakers.credit(found[0])):
        yield Credited(span=found[1], speaker=name)


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
    for saying in sorted(read, key=_from_outside):
        if saying.kind == "citing" and len(read) > len(cited):
            continue
        name = speakers.credit(saying.subject, since=sentence.start if saying.trailing else None)
        if name is None:
            continue
        if saying.kind == "called":
            yield from (Credited(span=part, speaker=name) for part in _next(saying, parts))
            continue
        for source in cited:
            if saying.kind != "citing" and (origin := speakers.credit(source.subject)):
                name = f"{origin}, via {name}"
        for governed in saying.governs:
            near = outer[-_NESTED:]
            via = [one for one in near if one.span.holds(governed) and _differ(one.speaker, name)]
            if via and saying.kind == "meant":
                continue
            credit = f"{name}, via {via[-1].speaker}" if via else name
            outer.append(Credited(span=governed, speaker=credit))
            yield outer[-1]


def _differ(one: str, other: str) -> bool:
    """Whether two credits name two: not "blogger" and "blogger and journalist"."""
    here, there = (set(re.findall(r"\w+", name.lower())) for name in (one, other))
    return not (here <= there or there <= here)


def _from_outside(saying: Saying) -> tuple[bool, int]:
    """Orders the credits of a sentence: who frames it all last in the text, then the others."""
    return not saying.trailing, -saying.verb.start if saying.trailing else saying.verb.start


def _next(saying: Saying, parts: Sequence[Span]) -> Iterator[Span]:
    """The quotations that a verb like "described as" governs: those after it, or just before."""
    after = [part for part in parts if part.start >= saying.verb.end]
    yield from after or parts[-1:]


def _quoted(
    text: str,
    quote: QuoteClaim,
    sentences: Sequence[Span],
    found: Sequence[Credited],
    speakers: Speakers,
) -> Iterator[Credited]:
    """The stretch of a whole quotation, so that each word in it is credited to its speaker."""
    touching = [one for one in found[-12:] if one.span.overlaps(quote.span)]
    led = [one for one in touching if one.span.start < quote.span.start]
    if touching:
        yield Credited(span=quote.span, speaker=(led or touching)[-1].speaker)
    elif not quote.fragment and (name := _going_on(text, quote, sentences, found, speakers)):
        yield Credited(span=quote.span, speaker=name)


def _going_on(
    text: str,
    quote: QuoteClaim,
    sentences: Sequence[Span],
    found: Sequence[Credited],
    speakers: Speakers,
) -> str | None:
    """Who goes on speaking: whom the sentence before credits, or has for its subject."""
    own = max(n for n, one in enumerate(sentences) if one.start <= quote.span.start)
    lead = text[sentences[own].start : quote.span.start].strip(" \"'“‘`«")
    if lead:
        return speakers.subject_of(sentences[own]) if lead[-1] in ":," else None
    if own == 0:
        return None
    before = sentences[own - 1]
    credited = [one for one in found[-12:] if one.span.overlaps(before)]
    return credited[-1].speaker if credited else speakers.subject_of(before)
