"""One axis for a picture: values to places in per cent, and round marks to read them by.

>>> axis = Axis.over([5, 22])
>>> axis.place(5) < axis.place(22), [mark for mark in axis.marks()]
(True, [5, 10, 15, 20])
>>> Axis.over([17, 18]).marks(), Axis.over([17, 18.5]).marks()
([17.0, 18.0], [17.0, 17.5, 18.0, 18.5])
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LEFT, RIGHT = 3.0, 97.0
"""Where the least and the greatest value stand, in per cent of the width."""
_FAR = 60
"""From this ratio of the greatest to the least value on, the axis is logarithmic."""


@dataclass(frozen=True)
class Axis:
    """A stretch of values, drawn over the width of a picture."""

    low: float
    high: float
    logarithmic: bool = False
    whole: bool = False
    """Whether all its values are whole: no mark then stands at 17.25 sailors."""

    @classmethod
    def over(cls, values: Iterable[float], *, logarithms: bool = True) -> "Axis":
        """An axis that holds all the values; a single one stands in its middle."""
        kept = sorted(values)
        low, high = kept[0], kept[-1]
        whole = all(value == int(value) for value in kept if math.isfinite(value))
        if low == high:
            around = abs(low) / 4 or 1
            return cls(low - around, high + around)
        return cls(low, high, logarithms and low > 0 and high / low >= _FAR, whole)

    def place(self, value: float) -> float:
        """Where a value stands, in per cent; values beyond the ends stand at the ends."""
        low, high, at = (self._bent(number) for number in (self.low, self.high, value))
        share = min(max((at - low) / (high - low), 0.0), 1.0)
        return round(LEFT + share * (RIGHT - LEFT), 2)

    def _bent(self, value: float) -> float:
        return math.log10(max(value, self.low)) if self.logarithmic else value

    def marks(self) -> list[float]:
        """Round values on the axis, three to six of them; powers of ten on a logarithmic one."""
        if self.logarithmic:
            first, last = math.ceil(math.log10(self.low)), math.floor(math.log10(self.high))
            step = max(1, -(-(last - first) // 4))
            return [float(10**power) for power in range(first, last + 1, step)]
        size = (self.high - self.low) / 4
        tenth = 10 ** math.floor(math.log10(size))
        steps = [n * tenth for n in (1, 2, 2.5, 5, 10) if n * tenth >= size * 0.999]
        step_size = next((n for n in steps if n == int(n)), 1.0) if self.whole else steps[0]
        first = math.ceil(self.low / step_size - 1e-9)
        last = math.floor(self.high / step_size + 1e-9)
        return [round(number * step_size, 10) for number in range(first, last + 1)]


def day_marks(first: date, last: date) -> list[tuple[date, str]]:
    """Days to mark on an axis of time, with what to print: years, months or days.

    >>> [words for _, words in day_marks(date(2023, 6, 1), date(2024, 6, 30))]
    ['Jul 2023', 'Oct 2023', 'Jan 2024', 'Apr 2024']
    """
    days = (last - first).days
    if days > 1500:
        step = max(1, days // 365 // 5)
        years = range(first.year + 1, last.year + 1, step)
        return [(date(year, 1, 1), str(year)) for year in years]
    if days > 45:
        step = next(n for n in (1, 2, 3, 6, 12) if days / 30 / n <= 5 or n == 12)
        months = range(0, (last.year - first.year + 1) * 12, step)
        starts = [date(first.year + n // 12, n % 12 + 1, 1) for n in months]
        return [(day, f"{day:%b %Y}") for day in starts if first <= day <= last]
    step = max(1, -(-days // 5))
    shown = [first + timedelta(days=n) for n in range(0, days + 1, step)]
    return [(day, f"{day.day} {day:%b}") for day in shown]
