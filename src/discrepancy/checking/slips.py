"""A figure that two sources give with the same digits, in another scale or another unit.

"$5.4 million" beside "$5.4 billion", "150 feet" beside "150 metres": sizes so far apart that
nothing else would take them for one measurand, digits so equal that chance would hardly make
them. Told where the words around both are largely the same, and neither text gives both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from discrepancy import units
from discrepancy.alignment.figures import Measured, figures
from discrepancy.claims import Category, Claim, QuantityClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.source import Source

FEW = 2
"""Content words that both sentences must hold where two digits or more are the same: in thirty
stories no such pair was of two measurands."""

MANY, ALIKE = 4, 0.7
"""Content words of both clauses, and share of the shorter clause, where one digit is the same or
the scale differs by ten only: chance makes such pairs."""

FACTORS = (10, 100, 1000, 10**6)
"""What a lost digit, or one word of scale for another, makes of a figure."""

APART = Decimal("1.5")
"""Times that one unit must be the other for a swap: a mile and a nautical mile are near enough."""

SLIPPED = (Category.MONEY, Category.MEASURE, Category.COUNT, Category.DURATION)

Stated = tuple[Decimal, str]
"""A figure and its unit as stated; of counts the class of noun: troops are soldiers."""

Held = dict[int, set[Stated]]
"""The figures of each document, as stated."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each pair of figures of which one has slipped."""
    read = [claim for claim in claims if isinstance(claim, QuantityClaim) and _can_slip(claim)]
    ready = figures(sources, read)
    held: Held = defaultdict(set)
    for figure in ready:
        held[figure.document].add(_stated(figure))
    alike: dict[frozenset[Stated], list[tuple[Measured, Measured]]] = defaultdict(list)
    pairs = list(_same_digits(ready))
    lists = _price_lists(pairs)
    for a, b in pairs:
        if _alike(a, b, held) and _market(a, b) not in lists:
            alike[frozenset((_stated(a), _stated(b)))].append((a, b))
    return tuple(group for pairs in alike.values() if (group := _group(pairs)))


def _group(pairs: Sequence[tuple[Measured, Measured]]) -> Group | None:
    """All who give either value, linked by the two whose clauses share most."""
    a, b = max(pairs, key=lambda pair: len(pair[0].clause & pair[1].clause))
    judged = _judge(a, b)
    if judged is None:
        return None
    claims = dict.fromkeys(figure for pair in ((a, b), *pairs) for figure in pair)
    link = Link(a.claim, b.claim, 0.0, judged=judged)
    return Group("quantity", tuple(figure.claim for figure in claims), (link,))


def _can_slip(claim: QuantityClaim) -> bool:
    stated = claim.value
    return claim.category in SLIPPED and stated.low == stated.high and stated.low > 1


def _digits(figure: Decimal) -> tuple[int, ...]:
    return figure.normalize().as_tuple().digits


def _stated(figure: Measured) -> Stated:
    unit = figure.claim.value.unit or ""
    counted = figure.claim.category is Category.COUNT
    return figure.claim.value.low.normalize(), figure.block if counted else unit


def _same_digits(ready: Iterable[Measured]) -> Iterator[tuple[Measured, Measured]]:
    """Pairs in two documents, so few that they may be looked at one by one."""
    found: dict[tuple[object, ...], list[Measured]] = defaultdict(list)
    for figure in ready:
        key = (figure.claim.category, _digits(figure.claim.value.low), figure.claim.value.trend)
        found[key].append(figure)
    for alike in found.values():
        for a, b in combinations(alike, 2):
            if a.document != b.document and _stated(a) != _stated(b):
                yield a, b


Market = frozenset[tuple[int, str]]
"""Two documents and the currency of each."""


def _market(a: Measured, b: Measured) -> Market | None:
    """The two currencies in which two documents give one sum."""
    (here, unit), (there, other) = _stated(a), _stated(b)
    if here != there or not (units.is_currency(unit) and units.is_currency(other)):
        return None
    return frozenset(((a.document, unit), (b.document, other)))


def _price_lists(pairs: Iterable[tuple[Measured, Measured]]) -> set[Market]:
    """Where two sums or more recur in another currency: the prices of another country."""
    sums: dict[Market, set[Decimal]] = defaultdict(set)
    for a, b in pairs:
        if market := _market(a, b):
            sums[market].add(_stated(a)[0])
    return {market for market, found in sums.items() if len(found) > 1}


def _alike(a: Measured, b: Measured, held: Held) -> bool:
    (here, unit), (there, other) = _stated(a), _stated(b)
    by_ten = unit == other and max(here, there) == 10 * min(here, there)
    if len(_digits(here)) > 1 and not by_ten:
        return len(a.wide & b.wide) >= FEW
    if _stated(b) in held[a.document] or _stated(a) in held[b.document]:
        return False  # a text that gives both means two things
    common = a.clause & b.clause
    return len(common) >= MANY and len(common) >= ALIKE * min(len(a.clause), len(b.clause))


def _judge(a: Measured, b: Measured) -> Comparison | None:
    (here, unit), (there, other) = _stated(a), _stated(b)
    if unit == other:
        factor = max(here, there) / min(here, there)
        if factor not in FACTORS:
            return None
        told = f"the same digits, {factor:,.0f} times as much"
        return _slip("factor_of_ten", told, float(there / here) - 1)
    if here == there and _swapped(unit, other):
        return _slip("swapped_unit", f"the same figure in another unit: {unit} and {other}", None)
    return None


def _swapped(unit: str, other: str) -> bool:
    if units.is_currency(unit) and units.is_currency(other):
        return True
    if not (units.is_physical(unit) and units.is_physical(other)):
        return False
    factor = units.convert(Decimal(1), unit, other)
    return factor is not None and not 1 / APART < factor < APART


def _slip(what: str, because: str, difference: float | None) -> Comparison:
    return Comparison(
        verdict=Verdict.CONFLICT,
        level=f"quantity.conflict.{what}",
        difference=difference,
        because=because,
    )
