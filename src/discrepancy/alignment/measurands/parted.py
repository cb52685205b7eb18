"""Two figures whose bearers, places, ends of a distance, events or periods are told and differ.

They are not one thing, however alike the words. Where one of the two is silent, nothing is said.
"""

from functools import lru_cache

from discrepancy import tables
from discrepancy.alignment.measurands.figures import Measured
from discrepancy.calendar import edtf
from discrepancy.claims import Category, Context
from discrepancy.english.predicates import AWAY
from discrepancy.extraction.context.measurand.periods import IN_MONTH

BORNE = (
    Category.MONEY,
    Category.PERCENT,
    Category.MEASURE,
    Category.DURATION,
    Category.RATIO,
    Category.RANK,
)
"""Categories whose bearer parts them; whose dead are counted is told by places and events."""

HELD = ("employ", "aboard")
"""Predicates by which people are somebody's own: the workers of a firm, those a ferry carried."""

EARLIER = "earlier"
"""The event of what a text only recalls."""

ONE_EVENT = 3
"""Days within which two texts may date one event otherwise."""


def are_parted(a: Measured, b: Measured) -> bool:
    """Whether what both tell of their measurands makes them two."""
    one, other = a.context, b.context
    return (
        (_is_borne(a) and other_bearers(one, other))
        or (a.claim.category is Category.AGE and name_others(a.names, b.names))
        or _ends(a, b)
        or _events(one, other)
        or _periods(one, other)
        or _at_others(one, other)
        or _offsets(a, b)
    )


def _is_borne(figure: Measured) -> bool:
    """Whether it is somebody's figure: his points, her games; people are counted by places."""
    told = figure.context.predicate
    events = tables.words("movers", "growing") | tables.words("movers", "falling")
    counted = figure.claim.category is Category.COUNT and told not in events
    return figure.claim.category in BORNE or (
        counted and (not figure.block.startswith("count:person") or told in HELD)
    )


def other_bearers(a: Context, b: Context) -> bool:
    """Whether two bearers are told, of whom neither is named beside the other or shares a word.

    "Norby bought Hale Foods for", "Hale Foods went to Norby for": one sale, told from two sides.
    """
    one, other = a.bearer, b.bearer
    if not one or not other or one in (*b.of, *b.where) or other in (*a.of, *a.where):
        return False
    apart = name_others(frozenset((one,)), frozenset((other,)))
    return apart and not set(one.split()) & set(other.split())


def _ends(a: Measured, b: Measured) -> bool:
    """Two distances from or to two places."""
    if a.claim.category is not Category.MEASURE or not a.context.where or not b.context.where:
        return False
    heads = {(context.head or "").split(" ")[-1] for context in (a.context, b.context)}
    far = heads <= {"from", "to"} or AWAY in (a.context.predicate, b.context.predicate)
    return far and not set(a.context.where) & set(b.context.where)


def _events(a: Context, b: Context) -> bool:
    one, other = a.event, b.event
    if EARLIER in (one, other):
        return one != other
    if not one or not other:
        return False
    years = edtf.precision(one) == edtf.precision(other) == "year"  # 2021 ends where 2022 begins
    return (years and one != other) or edtf.days_apart(one, other) > ONE_EVENT


def _periods(a: Context, b: Context) -> bool:
    """Two stretches; two hours of a day are points at which one thing is told."""
    one, other = a.period, b.period
    if not one or not other or (is_hour(one) and is_hour(other)):
        return False
    # "in March from February" and "from a year earlier" may both be told of March
    months = [period.startswith(IN_MONTH) for period in (one, other)]
    return one != other and months[0] is months[1]


def _at_others(a: Context, b: Context) -> bool:
    """Whether two are sued or fined: neither is named beside the other."""
    if a.verb != b.verb or a.verb not in tables.words("grammar", "at_somebody"):
        return False
    one, other = (
        frozenset(name for name in (*context.of, context.bearer or "") if name[:1].isupper())
        for context in (a, b)
    )
    return name_others(one, other)


def _offsets(a: Measured, b: Measured) -> bool:
    """A length of time and a place on the way, or one before and one after something."""
    sides = [figure.offset and figure.offset.side for figure in (a, b)]
    return sides[0] != sides[1]


def is_hour(period: str | None) -> bool:
    """Whether a period is a point of the day."""
    return period is not None and ":" in period


def name_others(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both name, and no name of the one is one of the other or a part of one."""
    if not a or not b or a & b:
        return False
    return not any(_part_of(one, other) or _part_of(other, one) for one in a for other in b)


@lru_cache(maxsize=20_000)
def _part_of(name: str, whole: str) -> bool:
    """Tollen of Mara Tollen; the US Survey of the U.S. Survey; NHO of the Norby Health Office."""
    if name.replace(".", "") == "".join(word[0] for word in whole.split() if word[0].isupper()):
        return True
    return set(name.replace(".", "").split()) <= set(whole.replace(".", "").split())
