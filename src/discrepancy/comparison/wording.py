"""The one plain sentence of a finding, in the sources' words."""

from collections.abc import Mapping
from decimal import Decimal

from discrepancy.calendar import undated
from discrepancy.calendar.printed_dates import apart, clock_apart, date_words
from discrepancy.claims import Category, Claim, DateClaim, QuantityClaim, QuoteClaim, StatusClaim
from discrepancy.comparison.rulings import Ruled
from discrepancy.finding import Confidence, Verdict
from discrepancy.measures.printed_figures import printed
from discrepancy.measures.printed_units import unit_words
from discrepancy.source import Source, named

LONGEST = 90
"""Characters of a source's words that one sentence quotes."""

MANIFOLD = 10
"""From so many times the first figure on, a share in percent is no help to a reader."""


def sentence(
    a: Claim,
    b: Claim,
    compared: Ruled,
    sources: Mapping[str, Source],
    confidence: Confidence = Confidence.SURE,
) -> str:
    """Say "A says X (as of D, citing S); B says Y: Z more (+38 %), because ...", in one line.

    Where the two may be one thing and may be two, the line asks which.
    """
    told = _told_by(a, b, sources)
    because = reason(a, b, compared)
    if confidence is Confidence.POSSIBLE:
        return f"Is this one thing? {told}. If it is: {because}."
    return f"{told}: {because}."


def reason(a: Claim, b: Claim, compared: Ruled) -> str:
    """How large the difference is and what decided, without its full stop."""
    size = _size(a, b, compared)
    return f"{size}; {compared.because}" if size else compared.because


def _told_by(a: Claim, b: Claim, sources: Mapping[str, Source]) -> str:
    """Who says what; an outlet that gives both is named once."""
    (one, here), (other, there) = (
        (named(sources[claim.source]), _says(claim, sources[claim.source])) for claim in (a, b)
    )
    if a.source == b.source and a.span and b.span and a.span.holds(b.span):
        return f"{one} gives {here}"  # 31 April: what speaks against it is a part of it
    if one == other:
        return f"{one} gives both {here} and {there}"
    return f"{one} says {here}; {other} says {there}"


def _says(claim: Claim, source: Source) -> str:
    """The words of a claim, on which day it held and who is credited."""
    notes = []
    context = claim.context
    if context and context.as_of and claim.kind in ("quantity", "status"):
        notes.append(f"as of {date_words(context.as_of)}")
    if context and context.attribution:
        notes.append(f"citing {context.attribution}")
    told = f" ({', '.join(notes)})" if notes else ""
    return f"{phrase(claim, source)}{told}"


def phrase(claim: Claim, source: Source) -> str:
    """The words that carry the claim, its hedge and counted noun with it."""
    if claim.entry:
        return _quoted(claim, claim.text)
    start, end = claim.span.start, claim.span.end
    if isinstance(claim, QuantityClaim):
        start = min(start, claim.hedge.start) if claim.hedge else start
        end = max(end, claim.noun.end) if claim.noun else end
        if end - start > LONGEST:
            start, end = claim.span.start, claim.span.end
    return _quoted(claim, " ".join(source.text[start:end].split()))


def _quoted(claim: Claim, words: str) -> str:
    short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    return f'"{short}"' if isinstance(claim, QuoteClaim | StatusClaim) else short


def _size(a: Claim, b: Claim, compared: Ruled) -> str:
    share = compared.difference
    if not share or compared.verdict is Verdict.SCOPE:
        return ""
    if isinstance(a, DateClaim) and isinstance(b, DateClaim):
        here, there = undated.beside(a, b)
        return apart(here, there) if here and there else ""
    if a.kind == "time":
        return clock_apart(share)
    if isinstance(a, QuantityClaim) and isinstance(b, QuantityClaim):
        return _gap(a, b, share)
    return ""


def _gap(a: QuantityClaim, b: QuantityClaim, share: float) -> str:
    """How much more or less the second figure is, and which share that is of the first."""
    if a.category is Category.RANK:
        return ""  # the 12th is not nine less than the 21st
    counts = a.category is b.category is Category.COUNT
    more = "more" if share > 0 else "fewer" if counts else "less"
    of_first = f"{share:+.0%}" if abs(share) < MANIFOLD else ""
    if a.value.unit != b.value.unit and not counts:
        told = f"{abs(share):.0%}"
        return f"{told} {more}" if of_first and told != "0%" else ""
    gap = _told(abs(b.value.low - a.value.low))
    if a.value.unit == "percent":
        return f"{gap} point{'' if gap == '1' else 's'} {more}"  # a share of a share misleads
    if a.category in _OF_A_UNIT:
        gap = unit_words(gap, a.value.unit, one=gap == "1")
    return f"{gap} {more} ({of_first})" if of_first else f"{gap} {more}"


_OF_A_UNIT = (Category.MONEY, Category.MEASURE, Category.DURATION, Category.AGE)
"""Figures whose gap says nothing without its unit: "20 metres more", "€9 million more"."""


def _told(gap: Decimal) -> str:
    """A gap as one tells it: from a million on three figures are enough."""
    return printed(Decimal(f"{gap:.3g}") if gap >= 10**6 else gap)
