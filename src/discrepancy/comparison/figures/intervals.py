"""What a stated figure leaves open: the interval in which its author would call it right.

>>> from discrepancy.claims import Bound, QuantityValue
>>> about = QuantityValue(low=11000, high=11000, unit="soldier", bound=Bound.ABOUT)
>>> [int(end) for end in interval(about)]
[10500, 11500]
"""

from decimal import Decimal
from functools import cache

from discrepancy import tables
from discrepancy.claims import Bound, QuantityValue

OPEN = Decimal("Infinity")

COUNTED_ONE_BY_ONE = 100
"""Below this an exact whole figure is a count to the last one: 40 dead are not 43."""


_EXACT = Bound.EXACT  # a member of an enumeration is looked up at some cost


class Ends:
    """The stated figures of a value, in whatever unit, and their bound: what a rung looks at.

    What they leave open is worked out when it is first asked for, and once.
    """

    __slots__ = ("_admitted", "_step", "bound", "exact", "high", "low", "near")

    def __init__(self, low: Decimal, high: Decimal, bound: Bound) -> None:
        self.low, self.high, self.bound = low, high, bound
        self.exact = bound is _EXACT
        self.near = float(low)
        """The lower end as the machine's own number, for a first look at how far two lie apart."""
        self._admitted: tuple[Decimal, Decimal] | None = None
        self._step: Decimal | None = None

    @property
    def admitted(self) -> tuple[Decimal, Decimal]:
        """Lowest and highest true value, as `interval` has them."""
        if self._admitted is None:
            self._admitted = interval(self)
        return self._admitted

    @property
    def step(self) -> Decimal:
        """The precision of its lower end."""
        if self._step is None:
            self._step = precision(self.low)
        return self._step


Stated = QuantityValue | Ends


class Width(tables.Row):
    """One row of data/widths.toml; None in a share: no cap, None in units: the share rules."""

    bound: Bound
    below: Decimal | None = None
    above: Decimal | None = None
    below_share: Decimal | None = None
    above_share: Decimal | None = None
    above_open: bool = False


@cache
def widest() -> Decimal:
    """The largest share of a figure that digits left out of it can make."""
    shares = (_widths()[bound].above_share for bound in (Bound.EXACT, Bound.ABOUT))
    return max(share for share in shares if share is not None)


@cache
def _widths() -> dict[Bound, Width]:
    return {row.bound: row for row in tables.rows("widths", Width)}


def precision(value: Decimal) -> Decimal:
    """The unit of the last digit that was stated: 0.1 for 6.1, 1000 for 11,000.

    >>> precision(Decimal("6.10")), precision(Decimal("11000")), precision(Decimal("1.2E+6"))
    (Decimal('0.01'), Decimal('1E+3'), Decimal('1E+5'))
    """
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent >= 0 and value:
        exponent = value.normalize().as_tuple().exponent
        assert isinstance(exponent, int)
    return _one_at(exponent)


@cache
def _one_at(exponent: int) -> Decimal:
    return Decimal(1).scaleb(exponent)


def interval(value: Stated) -> tuple[Decimal, Decimal]:
    """Lowest and highest true value that the words admit; the ends count as inside."""
    width = _widths()[value.bound]
    low, high = value.low, value.high
    below = _reach(low, width.below, width.below_share, value.bound)
    above = _reach(high, width.above, width.above_share, value.bound)
    return low - below, OPEN if width.above_open else high + above


def _reach(figure: Decimal, units: Decimal | None, share: Decimal | None, bound: Bound) -> Decimal:
    step = precision(figure)
    whole = figure == figure.to_integral_value()
    if bound is Bound.EXACT and whole and abs(figure) < COUNTED_ONE_BY_ONE:
        step = Decimal(1) if step >= 1 else step
    by_share = OPEN if share is None else abs(figure) * share
    by_units = OPEN if units is None else step * units
    return min(by_units, by_share)
