"""A figure that comes of two others by multiplying: a multiple, a share, a part, a price of all.

>>> of_share(Decimal("30"), Decimal("12"), Decimal("40"))
True
"""

from collections.abc import Iterator
from decimal import Decimal

from discrepancy import tables
from discrepancy.claims import Bound, Category, QuantityClaim
from discrepancy.measures.printed_figures import printed
from discrepancy.proofing.derived.parts import ROUGH, Part, Working, is_bare, of_one_unit
from discrepancy.proofing.figures import slips
from discrepancy.proofing.told import Told

SHARES = (Category.PERCENT, Category.RATIO)
WHOLES = (Category.COUNT, Category.MONEY, Category.MEASURE, Category.NUMBER)

EXACT = Decimal("0.012")
"""Share by which a fraction in words may miss what is worked out: "two thirds" of 41 are 27.5."""


def of(draft: Told, one: Part, other: Part) -> Iterator[Working]:
    """How a figure of the draft comes of two figures of the sources, if it does."""
    claim = draft.claim
    assert isinstance(claim, QuantityClaim)
    if claim.value.low != claim.value.high or claim.value.low <= 0:
        return
    if claim.category in SHARES and of_one_unit(one.claim, other.claim):
        if one.claim.category in WHOLES and one.value != other.value:
            grew = claim.value.trend or draft.near & tables.words("changes", "verbs")
            low, high = sorted((one, other), key=lambda part: part.value)
            yield from _share(claim, low, high, grew=bool(grew))
    elif claim.category in WHOLES:
        for share, whole in ((one, other), (other, one)):
            yield from _part(claim, share, whole)
            yield from _all(claim, share, whole)


def multiplies(claim: QuantityClaim) -> bool:
    """Whether a figure makes another of a third: a share, or a price of each."""
    marks = claim.context.qualifiers if claim.context else ()
    return claim.category in SHARES or "per" in marks


def _share(claim: QuantityClaim, low: Part, high: Part, *, grew: bool) -> Iterator[Working]:
    """12 of 40 are 30 percent; from 350 to 420 it is 20 percent more; twice is doubled."""
    told, most = _in_hundred(claim), Decimal(100)
    names = f"{low.told.claim.text} and {high.told.claim.text}"
    if claim.category is Category.RATIO and claim.value.low >= 2:
        ways = [high.value / low.value * most]
    elif grew:
        ways = [(high.value - low.value) / low.value * most]
        ways.append((high.value - low.value) / high.value * most)
    else:
        ways = [low.value / high.value * most]
    if any(_fits(claim, told, worked) for worked in ways) and not slips.points(claim):
        yield low, high, names


def _part(claim: QuantityClaim, share: Part, whole: Part) -> Iterator[Working]:
    """60 percent of 420 million are 252 million."""
    if share.claim.category not in SHARES or not _is_whole(claim, whole.claim):
        return
    worked = _in_hundred(share.claim) * whole.value / 100
    if share.value < 100 and _fits(claim, claim.value.low, worked):
        yield share, whole, f"{share.told.claim.text} of {whole.told.claim.text}"


def _all(claim: QuantityClaim, each: Part, count: Part) -> Iterator[Working]:
    """22 trams at 3.1 million each are 68.2 million."""
    marks = each.claim.context.qualifiers if each.claim.context else ()
    if "per" not in marks or count.claim.category is not Category.COUNT:
        return
    worked = each.value * count.value
    if _is_whole(claim, each.claim) and _fits(claim, claim.value.low, worked):
        yield count, each, f"{printed(count.value)} x {printed(each.value)} = {printed(worked)}"


def _is_whole(claim: QuantityClaim, whole: QuantityClaim) -> bool:
    """Whether a figure may be a part of another: one unit, or none named with the part."""
    return of_one_unit(claim, whole) or (is_bare(claim) and whole.category in WHOLES)


def _in_hundred(share: QuantityClaim) -> Decimal:
    ratio = share.category is Category.RATIO
    return share.value.low * 100 if ratio else share.value.low


def _fits(claim: QuantityClaim, told: Decimal, worked: Decimal) -> bool:
    """Whether a worked figure is the draft's: as finely as it is written, or by its hedge."""
    if claim.value.bound is not Bound.EXACT:
        return abs(worked - told) <= told * ROUGH / 2
    if claim.category is Category.RATIO:
        return abs(worked - told) <= told * EXACT
    return of_share(told, worked, Decimal(100))


def of_share(told: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Whether a part of a whole is so many in a hundred, rounded as they are written."""
    exponent = told.as_tuple().exponent
    step = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
    return abs(part * 100 / whole - told) <= step / 2
