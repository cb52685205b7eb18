"""The one plain sentence of a finding, and the name of what it is about, in the sources' words."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from discrepancy import tables
from discrepancy.claims import Category, Claim, QuantityClaim, QuoteClaim, StatusClaim
from discrepancy.finding import Comparison, Confidence, Verdict
from discrepancy.printed_figures import printed
from discrepancy.source import Source

LONGEST = 90
"""Characters of a source's words that one sentence quotes."""

MANIFOLD = 10
"""From so many times the first figure on, a share in percent is no help to a reader."""


def sentence(
    a: Claim,
    b: Claim,
    compared: Comparison,
    sources: Mapping[str, Source],
    confidence: Confidence = Confidence.SURE,
) -> str:
    """Say "A says X (as of D, citing S); B says Y: Z more (+38 %), because ...", in one line.

    Where the two may be one thing and may be two, the line asks which.
    """
    here, there = (_says(claim, sources[claim.source]) for claim in (a, b))
    size = _size(a, b, compared)
    because = f"{size}; {compared.because}" if size else compared.because
    if confidence is Confidence.POSSIBLE:
        return f"Is this one thing? {here}; {there}. If it is: {because}."
    return f"{here}; {there}: {because}."


def _says(claim: Claim, source: Source) -> str:
    notes = []
    context = claim.context
    if context and context.as_of and claim.kind in ("quantity", "status"):
        notes.append(f"as of {context.as_of}")
    if context and context.attribution:
        notes.append(f"citing {context.attribution}")
    told = f" ({', '.join(notes)})" if notes else ""
    return f"{source.outlet or source.id} says {phrase(claim, source)}{told}"


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


def _size(a: Claim, b: Claim, compared: Comparison) -> str:
    share = compared.difference
    if not share or compared.verdict is Verdict.SCOPE:
        return ""
    if a.kind == "date":
        return f"{abs(share):.0f} days {'later' if share > 0 else 'earlier'}"
    if a.kind == "time":
        return f"{abs(share):.0f} minutes {'later' if share > 0 else 'earlier'}"
    if isinstance(a, QuantityClaim) and isinstance(b, QuantityClaim):
        return _gap(a, b, share)
    return ""


def _gap(a: QuantityClaim, b: QuantityClaim, share: float) -> str:
    """How much more or less the second figure is, and which share that is of the first."""
    more = "more" if share > 0 else "less"
    of_first = f"{share:+.0%}" if abs(share) < MANIFOLD else ""
    if a.value.unit != b.value.unit:
        return f"{abs(share):.0%} {more}" if of_first else ""
    gap = _told(abs(b.value.low - a.value.low))
    if a.value.unit == "percent":
        return f"{gap} point{'' if gap == '1' else 's'} {more}"  # a share of a share misleads
    return f"{gap} {more} ({of_first})" if of_first else f"{gap} {more}"


def _told(gap: Decimal) -> str:
    """A gap as one tells it: from a million on three figures are enough."""
    return printed(Decimal(f"{gap:.3g}") if gap >= 10**6 else gap)


def measurand(claim: Claim, source: Source) -> str:
    """What is measured, counted, dated, said or named, in a few words."""
    if claim.entry:
        return ", ".join(filter(None, (claim.entry.measurand, claim.entry.subject)))
    context = claim.context
    parts: list[str] = []
    if isinstance(claim, QuantityClaim) and claim.category is Category.AGE:
        return ", ".join(("age", *(context.names[:1] if context else ())))
    if isinstance(claim, QuantityClaim):
        unit = (claim.value.unit or claim.category).replace("_", " ")  # nautical_mile
        parts.append(claim.noun.of(source.text) if claim.noun else unit)
    if isinstance(claim, QuoteClaim) and context and context.attribution:
        parts.append(f"words of {context.attribution}")
    if isinstance(claim, StatusClaim):
        parts += [claim.scale, claim.subject or ""]
    if claim.kind == "name":
        parts.append(getattr(claim, "role", None) or "name")
    if context and claim.kind in ("quantity", "date", "time"):
        parts.append(_governing(claim, parts))
        nothing_else = len(context.names) == 1 and not any(parts[1:])
        bare = claim.kind != "quantity" or nothing_else
        parts += [*context.places[:1], *(context.names[:1] if bare else ())]
    words = ", ".join(" ".join(part.split()) for part in parts if part)
    return words or claim.kind


def _governing(claim: Claim, parts: Sequence[str]) -> str:
    """The event that governs a claim, where it says more than the noun and than "take" or "get"."""
    context = claim.context
    if context is None or context.verb in tables.words("grammar", "light_verbs"):
        return context.predicate or "" if context else ""
    told = {word for part in parts for word in part.split()}
    if context.verb in told:
        return ""  # "140 complaints": the noun is the event
    return context.predicate or context.verb or ""
