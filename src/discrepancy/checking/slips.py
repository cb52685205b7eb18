"""A figure that two sources give with the same digits: in another scale, unit or order.

"$5.4 million" beside "$5.4 billion", "150 feet" beside "150 metres", "23,417" beside "24,317":
sizes that nothing else would take for one measurand, digits so equal that chance would hardly
make them. Told where the words around both are largely the same, and neither text gives both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise, product

from discrepancy.alignment.measurands.figures import Measured, figure_readings
from discrepancy.alignment.measurands.readings import compatible
from discrepancy.alignment.weights import shipped
from discrepancy.claims import Category, Claim, QuantityClaim
from discrepancy.english.numbers.number_words import numbers
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group
from discrepancy.measures import units
from discrepancy.source import Source

FEW = 2
"""Content words that both sentences must hold where two digits or more are the same: in thirty
stories no such pair was of two measurands."""

MANY, ALIKE = 4, 0.7
"""Content words of both clauses, and share of the shorter clause, where one digit is the same or
the scale differs by ten only: chance makes such pairs."""

LIKENED = 0.6
"""The same share where one word of scale stands for another, a thousand times as much."""

MOST = 5
"""Words that two clauses share beyond which more tell nothing more."""

TWO = 2
"""Digits of figures that chance turns round all the time: 12 and 21."""

TURNED = 5
"""Digits beyond which more tell nothing more."""

FACTORS = (10, 100, 1000, 10**6)
"""What a lost digit, or one word of scale for another, makes of a figure."""

APART = Decimal("1.5")
"""Times that one unit must be the other for a swap: a mile and a nautical mile are near enough."""

SLIPPED = (Category.MONEY, Category.MEASURE, Category.COUNT, Category.DURATION)

CHANGES = frozenset(("percent", "percentage_point", "point"))
"""Units in which the size of a change is told, and mistaken: from 20, 5 points lead to 25."""

Stated = tuple[Decimal, str]
"""A figure and its unit as stated; of counts the class of noun: troops are soldiers."""

Held = dict[int, set[Stated]]
"""The figures of each document, as stated."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each pair of figures of which one has slipped."""
    read = [claim for claim in claims if isinstance(claim, QuantityClaim) and _can_slip(claim)]
    ready = figure_readings(sources, read)
    held: Held = defaultdict(set)
    for figure in ready:
        held[figure.document].add(_stated(figure))
    alike: dict[frozenset[Stated], list[tuple[Measured, Measured]]] = defaultdict(list)
    pairs = [*_same_digits(ready), *_turned(ready)]
    lists = _price_lists(pairs)
    for a, b in pairs:
        if _alike(a, b, held) and _market(a, b) not in lists:
            alike[frozenset((_stated(a), _stated(b)))].append((a, b))
    return tuple(group for pairs in alike.values() if (group := _group(pairs)))


def _group(pairs: Sequence[tuple[Measured, Measured]]) -> Group | None:
    """All who give either value, linked by the two whose clauses share most."""
    a, b = max(pairs, key=lambda pair: len(pair[0].clause & pair[1].clause))
    judged = _judge(_stated(a), _stated(b))
    if judged is None:
        return None
    claims = dict.fromkeys(figure for pair in ((a, b), *pairs) for figure in pair)
    told = {
        "shared_clause": float(min(MOST, len(a.clause & b.clause))),
        "same_predicate": float(bool(a.context.predicate) and _one_event(a, b)),
        "turned_digits": float(min(TURNED, _turned_digits(_stated(a), _stated(b)))),
    }
    link = shipped("slip").link(a.claim, b.claim, told)
    if link is None:
        return None
    link = replace(link, judged=judged)
    return Group("quantity", tuple(figure.claim for figure in claims), (link,))


def _one_event(a: Measured, b: Measured) -> bool:
    return a.context.predicate == b.context.predicate


def _can_slip(claim: QuantityClaim) -> bool:
    stated = claim.value
    if claim.category is Category.PERCENT or _is_change(claim):
        return _is_change(claim) and stated.low == stated.high > 0
    return claim.category in SLIPPED and stated.low == stated.high and stated.low > 1


def _is_change(claim: QuantityClaim) -> bool:
    """Whether it is the size of a change, in percent or in points."""
    return claim.value.unit in CHANGES and claim.value.trend is not None


def _digits(figure: Decimal) -> tuple[int, ...]:
    return figure.normalize().as_tuple().digits


def _stated(figure: Measured) -> Stated:
    unit = figure.claim.value.unit or ""
    counted = figure.claim.category is Category.COUNT and not _is_change(figure.claim)
    return figure.claim.value.low.normalize(), figure.block if counted else unit


def _same_digits(ready: Iterable[Measured]) -> Iterator[tuple[Measured, Measured]]:
    """Pairs in two documents, so few that they may be looked at one by one."""
    found: dict[tuple[object, ...], list[Measured]] = defaultdict(list)
    for figure in ready:
        claim = figure.claim
        sort = Category.PERCENT if _is_change(claim) else claim.category
        found[sort, _digits(claim.value.low), claim.value.trend].append(figure)
    for alike in found.values():
        told: dict[Stated, list[tuple[int, Measured]]] = defaultdict(list)
        for place, figure in enumerate(alike):
            told[_stated(figure)].append((place, figure))
        for one, other in combinations(told, 2):
            if _may_slip(one, other):
                yield from _across(told[one], told[other])


def _turned(ready: Iterable[Measured]) -> Iterator[tuple[Measured, Measured]]:
    """Pairs in two documents of which one has two digits the other way round."""
    found: dict[Category, dict[Stated, list[tuple[int, Measured]]]] = defaultdict(dict)
    for place, figure in enumerate(ready):
        if not _is_change(figure.claim):
            told = found[figure.claim.category]
            told.setdefault(_stated(figure), []).append((place, figure))
    for told in found.values():
        order = {stated: at for at, stated in enumerate(told)}
        for one, at in order.items():
            for other in _with_two_turned(one):
                if order.get(other, -1) > at:
                    yield from _across(told[one], told[other])


def _with_two_turned(stated: Stated) -> Iterator[Stated]:
    """The figures that are this one with two neighbouring digits the other way round."""
    value, unit = stated
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    for n, (first, second) in enumerate(pairwise(digits)):
        turned = (*digits[:n], second, first, *digits[n + 2 :])
        if first != second and turned[0] and turned[-1]:  # of one size, and as precise
            yield Decimal((sign, turned, exponent)), unit


def _turned_digits(one: Stated, other: Stated) -> int:
    """The digits of two figures of one size that differ in the order of two neighbours; else 0."""
    (here, unit), (there, another) = one, other
    first, second = here.as_tuple(), there.as_tuple()
    if unit != another or first.exponent != second.exponent:
        return 0
    a, b = first.digits, second.digits
    apart = [n for n in range(len(a)) if len(a) == len(b) and a[n] != b[n]]
    turned = len(apart) == 2 and apart[1] == apart[0] + 1
    crossed = turned and (a[apart[0]], a[apart[1]]) == (b[apart[1]], b[apart[0]])
    return len(a) if crossed else 0


def _across(
    here: Iterable[tuple[int, Measured]], there: Iterable[tuple[int, Measured]]
) -> Iterator[tuple[Measured, Measured]]:
    """Two figures of two documents each, the one that is told first in front."""
    for (_, a), (_, b) in map(sorted, product(here, there)):
        if a.document != b.document:
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
    """Whether two figures are told so alike that one may have slipped: cheap questions first."""
    changes = _is_change(a.claim)
    if (changes and a.claim.value.unit == b.claim.value.unit) or not _one_noun(a, b):
        return False
    return _worded_alike(a, b, held, changes=changes) and compatible(a, b)


def _worded_alike(a: Measured, b: Measured, held: Held, *, changes: bool) -> bool:
    (here, unit), (there, other) = one_stated, other_stated = _stated(a), _stated(b)
    by_ten = unit == other and max(here, there) == 10 * min(here, there)
    both = other_stated in held[a.document] or one_stated in held[b.document]
    if (digits := _turned_digits(one_stated, other_stated)) > TWO:
        event = a.context.predicate is not None and _one_event(a, b)
        least = FEW if digits == TWO + 1 else 0 if event or digits >= TURNED else 1
        return not both and len(a.wide & b.wide) >= least
    if both and unit != other:
        return False  # "£499 in Britain and $499 in America": a text that gives both means two
    if len(_digits(here)) > 1 and not by_ten and not changes and not digits:
        return len(a.wide & b.wide) >= FEW
    if both:
        return False
    one, another = (figure.clause - numbers("scale").keys() for figure in (a, b))
    common = one & another
    by_scale = unit == other and max(here, there) >= 1000 * min(here, there)
    share = LIKENED if by_scale else ALIKE
    least = FEW if changes else MANY
    return len(common) >= least and len(common) >= share * min(len(one), len(another))


def _one_noun(a: Measured, b: Measured) -> bool:
    """Whether two counts are of one noun, or of people to whom one thing happened.

    Fifteen reporters are not fifteen thousand refugees.
    """
    one, other = (figure.claim.value.unit or "" for figure in (a, b))
    if a.claim.category is not Category.COUNT or one == other or _is_change(a.claim):
        return True
    event = a.context.predicate
    return event is not None and event == b.context.predicate


def _may_slip(one: Stated, other: Stated) -> bool:
    """Whether two figures are a power of ten apart, or equal in two units that may be swapped."""
    return _judge(one, other) is not None


def _judge(a: Stated, b: Stated) -> Comparison | None:
    (here, unit), (there, other) = a, b
    if _turned_digits(a, b):
        told = "two digits stand the other way round"
        return _slip("turned_digits", told, float(there / here) - 1)
    if unit == other:
        factor = max(here, there) / min(here, there)
        if factor not in FACTORS:
            return None
        told = f"the same digits, {factor:,.0f} times as much"
        return _slip("factor_of_ten", told, float(there / here) - 1)
    if here == there and _swapped(unit, other):
        named = " and ".join(name.replace("_", " ") for name in (unit, other))
        return _slip("swapped_unit", f"the same figure in another unit: {named}", None)
    return None


def _swapped(unit: str, other: str) -> bool:
    if units.is_currency(unit) and units.is_currency(other):
        return True
    if {unit, other} <= CHANGES:
        return "percent" in (unit, other)
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
