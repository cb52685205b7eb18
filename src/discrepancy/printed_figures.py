"""Figures as one prints them: with thousands marked, and words of scale from a million on.

>>> printed(Decimal("1200000")), printed(Decimal("1234567")), printed(Decimal("0.50"))
('1.2 million', '1,234,567', '0.5')
>>> printed(Decimal("7E+48"))
'7 × 10^48'
"""

from decimal import Context, Decimal

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


def _plain(figure: Decimal) -> str:
    whole = figure == figure.to_integral_value()
    return f"{int(figure):,}" if whole else f"{figure.normalize():,f}"
