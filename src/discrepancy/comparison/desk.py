"""The ladder under the desk's own rules: a tolerance, a width for a hedge.

A tolerance only ever takes a conflict away; the sentence says by whose rule.

>>> from discrepancy.comparison import compare
>>> from discrepancy.entries import claim
>>> a, b = (claim(value, measurand="length", source="a") for value in ("1,230 m", "1,250 m"))
>>> by_rules(Rules(tolerance={"length": "2 %"}), compare, {})(a, b).because
'they lie 1.6 % apart, and the desk allows 2 %'
"""

from collections.abc import Mapping
from decimal import Decimal

from discrepancy import words
from discrepancy.calendar import edtf
from discrepancy.claims import Bound, Claim, DateClaim, QuantityClaim, TimeClaim
from discrepancy.comparison.figures.exchange import at_rates
from discrepancy.comparison.figures.intervals import Stated, interval
from discrepancy.comparison.figures.sides import in_unit_of, side
from discrepancy.comparison.rulings import Judge, Ruled, instead
from discrepancy.finding import Verdict
from discrepancy.measures import units
from discrepancy.measures.printed_figures import printed
from discrepancy.measures.printed_units import unit_words
from discrepancy.rules import Rules, Width
from discrepancy.source import Source

JUDGED = (Verdict.CONFLICT, Verdict.UPDATE)
"""What a tolerance may take away; what is of two measurands stays so."""


def by_rules(rules: Rules | None, compare: Judge, sources: Mapping[str, Source]) -> Judge:
    """`compare`, with the desk's rules over it."""
    if rules is None or not (rules.tolerance or rules.hedges or rules.rates):
        return compare
    kept, compare = rules, at_rates(rules.both_ways, compare, "the rate of the desk")

    def compared(a: Claim, b: Claim) -> Ruled:
        found = compare(a, b)
        if found.verdict is Verdict.SCOPE or found.verdict is Verdict.AGREEMENT:
            return found
        found = _hedged(a, b, found, kept, sources) or found
        return _tolerated(a, b, found, kept) or found

    return compared


def _tolerated(a: Claim, b: Claim, found: Ruled, rules: Rules) -> Ruled | None:
    width = _width(a, rules)
    if width is None or found.verdict not in JUDGED:
        return None
    apart = _apart(a, b, width)
    if apart is None:
        return None
    because = f"they lie {apart} apart, and the desk allows {width.words}"
    return instead(found, Verdict.ROUNDING, "desk.tolerance", because)


def _width(claim: Claim, rules: Rules) -> Width | None:
    """The tolerance for such a value, the most particular that there is."""
    if not isinstance(claim, QuantityClaim):
        return rules.widths.get(claim.kind)
    unit = claim.value.unit or ""
    keys = (unit, units.dimension(unit or None), words.noun_class(unit), claim.category.value)
    return next((rules.widths[key] for key in keys if key in rules.widths), None)


def _apart(a: Claim, b: Claim, width: Width) -> str | None:
    """How far apart two values lie, in words, where that is within the width; else None."""
    if isinstance(a, QuantityClaim) and isinstance(b, QuantityClaim):
        there = in_unit_of(side(b), side(a))
        return None if there is None else _figures_apart(a, there, width)
    if isinstance(a, DateClaim) and isinstance(b, DateClaim):
        return _days_apart(a.value.edtf, b.value.edtf, width)
    if isinstance(a, TimeClaim) and isinstance(b, TimeClaim):
        gap = Decimal(abs(a.value.minutes - b.value.minutes))
        return f"{gap} minutes" if gap <= _of(width, "minute") else None
    return None


def _figures_apart(a: QuantityClaim, there: Stated, width: Width) -> str | None:
    """By the ends of ranges, the farther of the two."""
    here = a.value
    gap = max(abs(here.low - there.low), abs(here.high - there.high))
    largest = max(map(abs, (here.low, here.high, there.low, there.high)))
    if width.share is not None:
        return f"{gap / largest:.1%}".replace("%", " %") if gap <= width.share * largest else None
    allowed = _of(width, a.value.unit)
    return unit_words(printed(gap), a.value.unit, one=gap == 1) if gap <= allowed else None


def _of(width: Width, unit: str | None) -> Decimal:
    """The width in a unit; nothing where it is no such width."""
    if width.by is None:
        return Decimal(-1)
    if width.unit is None or unit is None or width.unit == unit:
        return width.by
    changed = units.convert(width.by, width.unit, unit, change=True)
    return Decimal(-1) if changed is None else changed


def _days_apart(here: str | None, there: str | None, width: Width) -> str | None:
    if not here or not there:
        return None
    gap = edtf.days_apart(here, there)
    return f"{gap} day{'s' * (gap != 1)}" if gap <= _of(width, "day") else None


def _hedged(
    a: Claim, b: Claim, found: Ruled, rules: Rules, sources: Mapping[str, Source]
) -> Ruled | None:
    """The verdict where a hedge has a width of the desk's own."""
    if not isinstance(a, QuantityClaim) or not isinstance(b, QuantityClaim):
        return None
    widths = [_hedge_width(claim, rules, sources) for claim in (a, b)]
    there = in_unit_of(side(b), side(a))
    told = next((width for width in widths if width), None)
    if told is None or there is None or found.verdict is Verdict.UPDATE:
        return None
    (low, high), (least, most) = _reach(a.value, widths[0]), _reach(there, widths[1])
    meet = max(low, least) <= min(high, most)
    verdict = Verdict.COMPATIBLE if meet else Verdict.CONFLICT
    does = "admits both" if meet else "does not admit both"
    because = f"a hedge that the desk takes for {told.words} {does}"
    return instead(found, verdict, "desk.hedge", because)


def _hedge_width(claim: QuantityClaim, rules: Rules, sources: Mapping[str, Source]) -> Width | None:
    source = sources.get(claim.source)
    said = claim.text if claim.entry else ""
    if claim.hedge and source:
        said = claim.hedge.of(source.text)
    plain = f" {' '.join(token.lower for token in words.tokens(said))} "
    return next((w for word, w in rules.hedge_widths.items() if f" {word} " in plain), None)


def _reach(value: Stated, width: Width | None) -> tuple[Decimal, Decimal]:
    if width is None or value.bound is Bound.RANGE:
        return interval(value)
    by = width.by if width.share is None else abs(value.low) * width.share
    assert by is not None
    return value.low - by, value.high + by
