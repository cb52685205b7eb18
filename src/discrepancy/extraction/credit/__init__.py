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
from itertools import pairwise
from typing import NamedTuple

from discrepancy.claims import Claim, QuoteClaim
from discrepancy.extraction.credit import headline_credit
from discrepancy.extraction.credit.saying import Saying, sayings
from discrepancy.extraction.credit.sentence_words import listed
from discrepancy.extraction.credit.shapes import SHAPES
from discrepancy.extraction.credit.speakers import Speakers
from discrepancy.extraction.names import gazetteer
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import tokens

_NESTED = 8
"""How many credits of one sentence may hold one another."""
_PHRASE = 4
"""How many quoted words of a sentence are somebody's; fewer may be a name or a saying."""
_TOUCHING = 4
"""How many letters may part a speaker from the "citing" that belongs to him."""
_BESIDE = 24
"""How many letters may part a verb of saying from the "citing" that belongs to it."""
_OPENING = 30
"""How many letters the first words of a sentence take."""
_NEARBY = 3
"""How many sentences back a remark without a credit may have its speaker."""


class Credited(NamedTuple):
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
    found += _between(source.text, sentences, found)
    found += _headline(source, speakers)
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _between(text: str, sentences: Sequence[Span], found: Sequence[Credited]) -> Iterator[Credited]:
    """The sentences without a credit that stand between two of one speaker: the report runs on."""
    credits = _by_sentence(sentences, found)
    for before, own in pairwise(credits):
        if before[1] and not own[1] and _goes_on_with(text, own[0]):
            told = before[1][-1]
            if _reports(told.speaker) and told.span.end >= before[0].end - _TOUCHING:
                yield Credited(span=own[0], speaker=told.speaker)
    for before, own, after in zip(credits, credits[1:], credits[2:], strict=False):
        if own[1] or not before[1] or not after[1]:
            continue
        name = before[1][-1].speaker
        harks_back = text[own[0].start : own[0].end].split()[0].lower() in ("last", "earlier")
        if _reports(name) and not _differ(name, after[1][0].speaker) and not harks_back:
            yield Credited(span=own[0], speaker=name)


def _reports(name: str) -> bool:
    """Whether they are among those who tell what happened as it came to them."""
    return not listed("authorities").isdisjoint(name.lower().split())


def _goes_on_with(text: str, sentence: Span) -> bool:
    """Whether the sentence adds to the one before it: "They also seized two boats"."""
    near = min(sentence.end, sentence.start + _OPENING)
    opening = [word.lower for word in tokens(text, sentence.start, near)[:3]]
    return bool(opening) and opening[0] in listed("pronouns") and "also" in opening[1:]


def _by_sentence(
    sentences: Sequence[Span], found: Sequence[Credited]
) -> list[tuple[Span, list[Credited]]]:
    """Each sentence with the credits that touch it."""
    ordered = deque(sorted(found, key=lambda one: one.span.start))
    open_: list[Credited] = []
    held = []
    for sentence in sentences:
        while ordered and ordered[0].span.start < sentence.end:
            open_.append(ordered.popleft())
        open_ = [one for one in open_ if one.span.end > sentence.start]
        held.append((sentence, list(open_)))
    return held


def _headline(source: Source, speakers: Speakers) -> Iterator[Credited]:
    """The stretch that a headline credits by a colon."""
    headline = source.layout.headline if source.layout else None
    found = headline_credit.credit(source.text, headline) if headline else None
    if found and (name := speakers.credit(found[0])):
        yield Credited(span=found[1], speaker=name)


def speaker(credited: tuple[Credited, ...], span: Span) -> str | None:
    """Who is credited with the words at `span`: the innermost stretch that holds them."""
    held = [region for region in credited if region.span.holds(span)]
    # of two that are equally long the later one is the inner one
    return min(reversed(held), key=lambda region: len(region.span)).speaker if held else None


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
            hosts = saying.kind != "citing" and _host(source, read) is saying
            if hosts and (origin := speakers.credit(source.subject)):
                name = f"{origin}, via {name}"
        for governed in saying.governs:
            near = outer[-_NESTED:]
            via = [one for one in near if one.span.holds(governed) and _differ(one.speaker, name)]
            if via and saying.kind == "meant":
                continue
            credit = f"{name}, via {via[-1].speaker}" if via else name
            outer.append(Credited(span=governed, speaker=credit))
            yield outer[-1]


def _host(citing: Saying, read: Sequence[Saying]) -> Saying | None:
    """Whose source a "citing" names: of the subject or verb before it, else of the next verb.

    "Hale, citing police, said ..."; "Hale reported on Friday, citing police, that ...".
    """
    others = [one for one in read if one.kind != "citing"]
    for one in others:
        if 0 <= citing.verb.start - one.subject.end < _TOUCHING:
            return one
    before = [one for one in others if one.verb.end <= citing.verb.start]
    if before and citing.verb.start - before[-1].verb.end < _BESIDE:
        return before[-1]
    after = [one for one in others if one.verb.start > citing.verb.start]
    return after[0] if after else next(reversed(before), None)


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
    elif name := _going_on(text, quote, sentences, found, speakers):
        start = max(one.start for one in sentences if one.start <= quote.span.start)
        led_in = _leads_in(text[start : quote.span.start])
        yield Credited(
            span=Span(start=start, end=quote.span.end) if led_in else quote.span, speaker=name
        )


def _going_on(
    text: str,
    quote: QuoteClaim,
    sentences: Sequence[Span],
    found: Sequence[Credited],
    speakers: Speakers,
) -> str | None:
    """Who goes on speaking: whom a sentence shortly before credits, or has for its subject."""
    own = max(n for n, one in enumerate(sentences) if one.start <= quote.span.start)
    lead = text[sentences[own].start : quote.span.start].strip(" \"'“‘`«")
    if _named_before().fullmatch(lead) and _can_speak(lead[:-1]):
        start = sentences[own].start
        return speakers.credit(Span(start=start, end=start + len(lead) - 1))  # Hale: "We go."
    tail = text[quote.span.end : sentences[-1].end].lower().split()
    if not listed("said").isdisjoint(word.strip(".,") for word in tail):
        return None  # "they said", and the text does not tell who
    subject = speakers.subject_of(sentences[own]) if lead else None
    if quote.fragment or (lead and lead[-1] not in ":,"):
        few = len(quote.text.split()) < _PHRASE or text.startswith(",", quote.span.end)
        led = own and _in_one_paragraph(text, sentences[own - 1], sentences[own])
        told = _told(sentences[own - 1], found) if led and not few else None
        return told if subject in (None, told) else None
    if lead and (subject or not _leads_in(lead)):
        return subject if lead[-1] in ":," else None
    for before in reversed(sentences[max(0, own - _NEARBY) : own]):
        beside = before == sentences[own - 1]  # a remark may go on in the next paragraph
        if not beside and not _in_one_paragraph(text, before, sentences[own]):
            return None  # from farther off nobody is carried over
        if name := _told(before, found):
            return name
        if name := speakers.subject_of(before):
            return name if beside else None
    return None


def _in_one_paragraph(text: str, before: Span, after: Span) -> bool:
    return "\n" not in text[before.end : after.start]


def _can_speak(name: str) -> bool:
    """Whether the words before a colon are somebody, not "Verdict" or "Read more"."""
    last = name.split()[-1]
    speaks = listed("people") | listed("agents") | listed("groups")
    return last.lower() in speaks or not gazetteer.is_ordinary(last)


_named_before = SHAPES("named_before")


def _leads_in(lead: str) -> bool:
    """Whether the words before a remark only say when or where, as in: Later, "we left"."""
    opens = lead.split()[:1]
    return bool(opens) and opens[0].lower() in listed("lead_ins") and "," in lead[-4:]


def _told(sentence: Span, found: Sequence[Credited]) -> str | None:
    """Who is credited last in the sentence."""
    credited = [one for one in found[-12:] if one.span.overlaps(sentence)]
    return credited[-1].speaker if credited else None
