"""One remark, word for word, that two texts put into the mouths of two people."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from discrepancy import words
from discrepancy.claims import Claim, NameClaim, QuoteClaim
from discrepancy.finding import Comparison, Evidence, Verdict
from discrepancy.group import Group, Link
from discrepancy.patterns import pattern
from discrepancy.source import Source

LEAST = 5
"""Words of a remark that two people hardly make alike by chance, three of them content words."""

LONG = 8
"""Words of a remark of which two that are no small ones are enough: "not the end of the mine"."""

AROUND = 160
"""Characters before and behind a remark in which its speaker is named."""

PRINTS = 12
"""Prints of a remark in one mouth that are looked at: more say nothing new."""

_CONTENT = 3

Words = tuple[str, ...]


def groups(sources: Sequence[Source], claims: Sequence[Claim]) -> Iterator[Group]:
    """One group for each two speakers of one remark."""
    texts = {source.id: source.text for source in sources}
    people: defaultdict[str, list[NameClaim]] = defaultdict(list)
    prints: defaultdict[Words, list[QuoteClaim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim, NameClaim) and claim.type == "person":
            people[claim.source].append(claim)
        elif isinstance(claim, QuoteClaim) and (said := _said(claim)):
            prints[said].append(claim)
    for quotes in prints.values():
        spoken: defaultdict[frozenset[str], list[QuoteClaim]] = defaultdict(list)
        for quote in quotes:
            if who := _speaker(quote, texts, people[quote.source]):
                spoken[who].append(quote)
        apart = (
            (a, b)
            for one, other in combinations(spoken, 2)
            if one.isdisjoint(other)
            for a, b in product(spoken[one][:PRINTS], spoken[other][:PRINTS])
            if a.source != b.source
            and _named_near(a, one, texts)
            and _named_near(b, other, texts)
            and not _named_near(a, other, texts)
            and not _named_near(b, one, texts)
        )
        if pair := next(apart, None):
            yield _group(*pair)


def _named_near(quote: QuoteClaim, name: frozenset[str], texts: dict[str, str]) -> bool:
    """Whether somebody is named beside a remark.

    Its own speaker must be, to be surely its speaker; where the other one is too, the two speak
    together, or the one for the other: "Lena Holt of Norby Foods said".
    """
    text = texts.get(quote.source, "")
    first, last = max(0, quote.span.start - AROUND), quote.span.end + AROUND
    beside = text[first : quote.span.start] + text[quote.span.end : last]
    return not name.isdisjoint(token.text for token in words.tokens(beside))


def _said(quote: QuoteClaim) -> Words | None:
    """The words of a remark that is long enough to be one's own."""
    said = tuple(token.lower for token in words.tokens(quote.value.text) if token.text[0].isalnum())
    content = [word for word in said if not words.is_stop(word)]
    telling = _CONTENT - (len(said) >= LONG)
    return said if len(said) >= LEAST and len(content) >= telling else None


def _speaker(
    quote: QuoteClaim, texts: dict[str, str], people: Sequence[NameClaim]
) -> frozenset[str] | None:
    """The words of the name of the person who is credited; None for a body and for an office."""
    who = (quote.context.attribution if quote.context else None) or ""
    who = who.split(", via ")[0]
    for person in people:
        if person.value.text == who or person.text == who:
            return frozenset(person.value.text.split())
    behind = _behind(texts.get(quote.source, ""), quote, who)
    starts = {person.span.start: person for person in people}
    found = starts.get(behind) if behind is not None else None
    return frozenset(found.value.text.split()) if found else None


def _behind(text: str, quote: QuoteClaim, who: str) -> int | None:
    """Where a name stands in apposition: "said the mayor of Norby, Lena Holt"."""
    first, last = max(0, quote.span.start - AROUND), quote.span.end + AROUND
    place = text.find(who, first, last) if who else -1
    found = _comma().match(text, place + len(who)) if place >= 0 else None
    return found.end() if found else None


_comma = pattern(r",\s")


def _group(a: QuoteClaim, b: QuoteClaim) -> Group:
    told = Evidence(level="quote.same_words", weight=3.0, because="word for word the same")
    judged = Comparison(
        verdict=Verdict.CONFLICT,
        level="quote.conflict.speakers",
        because="one remark, word for word, in the mouths of two people",
    )
    parted = frozenset(((b.source, b.span),))
    return Group("quote", (a, b), (Link(a, b, 3.0, (told,), judged=judged),), parted=parted)
