"""Figures as one prints them: with thousands marked, and words of scale from a million on.

>>> printed(Decimal("1200000")), printed(Decimal("1234567")), printed(Decimal("0.50"))
('1.2 million', '1,234,567', '0.5')
>>> printed(Decimal("7E+48"))
'7 × 10^48'
>>> printed(Decimal(1) / 3), printed(Decimal(2) / 3), printed(Decimal(1) / 17)
('a third', 'two thirds', '0.0588')
"""

from decimal import Context, Decimal
from fractions import Fraction

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))

_BEYOND = 10**18
"""From here on nobody counts the noughts: three digits and the power of ten."""
_THREE = Context(prec=3)


def printed(figure: Decimal) -> str:
    """The figure; a word of scale only where two places behind the point are all there are."""
    if abs(figure) >= _BEYOND:
        short = _THREE.create_decimal(figure)
        return f"{_plain(short.scaleb(-short.adjusted()))} × 10^{short.adjusted()}"
    for size, name in _SCALES:
        scaled = figure / size
        if abs(scaled) >= 1 and scaled == round(scaled, 2):
            return f"{_plain(scaled)} {name}"
    return _plain(figure)


_ENDLESS = -12
"""So many places behind the point nobody writes: the figure is a part that has no end in tenths."""
_PARTS = {3: "third", 6: "sixth", 7: "seventh", 9: "ninth"}
_TIMES = ("a", "two", "three", "four", "five", "six", "seven", "eight")


def _part(figure: Decimal) -> str | None:
    """A part in words where tenths do not end: "two thirds"."""
    part = Fraction(figure).limit_denominator(max(_PARTS))
    name = _PARTS.get(part.denominator)
    if name is None or not 0 < part < 1 or abs(Fraction(figure) - part) > Fraction(1, 10**9):
        return None
    return f"{_TIMES[part.numerator - 1]} {name}{'s' if part.numerator > 1 else ''}"


def _plain(figure: Decimal) -> str:
    exponent = figure.as_tuple().exponent
    if isinstance(exponent, int) and exponent <= _ENDLESS and abs(figure) < 1:
        return _part(figure) or f"{_THREE.create_decimal(figure).normalize():f}"
    whole = figure == figure.to_integral_value()
    return f"{int(figure):,}" if whole else f"{figure.normalize():,f}"
