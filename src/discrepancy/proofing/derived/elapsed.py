"""Time that has gone by: from one end to the other, from a year to the news, from birth to it.

"Three and a half years" from April 2019 and late 2022, "for more than 60 years" from 1957, an age
from a day of birth.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from discrepancy import tables
from discrepancy.calendar import edtf
from discrepancy.claims import Bound, Category, DateClaim, QuantityClaim
from discrepancy.comparison.figures.intervals import Ends
from discrepancy.english.numbers.numerals import numeral
from discrepancy.english.tokens import Tokens
from discrepancy.extraction.figures.figure import Figure
from discrepancy.extraction.figures.hedges import read_hedge
from discrepancy.measures import units
from discrepancy.proofing.derived.parts import (
    ROUGH,
    Part,
    Working,
    clock_times,
    fits,
    in_pairs,
    worked_out,
)
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import Held
from discrepancy.proofing.told import Told
from discrepancy.words import noun_class, singular, tokens_before
from discrepancy.words import tokens as tokens_of

ALIKE = 0.12
"""How near the sentences of the two parts must speak to that of the draft."""

TO_THE_UNIT = Decimal("0.05")
"""Share by which a length told without a hedge may miss: "14 hours" for 14 hours and 8 minutes."""

DATED = frozenset(("day", "month", "year"))
"""The precisions of a date from which time is reckoned."""

DAY = 24 * 60
YEAR = Decimal("365.25")

VAGUE = Decimal("0.2")
"""Share of a length by which two dates that are no days may leave it open."""

ROUGHLY = Decimal("0.7")
"""Months or weeks by which "seven months ago" may miss the day."""

REACH = 20
"""Characters behind "94-year-old" in which stands what is so old."""

ROUND = ((10, 9), (5, 4))
"""Of a round number of years "more than 60" leaves out less than to the next; of another, one."""


def spell(claim: QuantityClaim, draft: Told, ground: Ground) -> Iterator[Working]:
    """A duration from two clock times, or from two dates."""
    minutes = _in_minutes(claim) if claim.category is Category.DURATION else None
    if minutes is None or "-" in claim.text:
        return  # "a three-year contract" has its length of its own
    step = units.convert(Decimal(1), claim.value.unit or "", "minute") or Decimal(1)
    times = list(clock_times(ground))
    near = [part for part in times if _is_told_near(draft, part, ground)]
    for one, other in (*in_pairs(times), *_of_two_sources(near)):
        gap = abs(one.value - other.value)
        for apart in (gap, DAY - gap):
            if apart and _lasts(minutes, apart, step):
                yield one, other, _both(one, other)
    for one, other in in_pairs(_dates(ground)):
        fit = one.value != other.value and _spans(minutes, one, other, step)
        if fit and (not _open(one) + _open(other) or _told_of(draft, one, other, ground)):
            yield one, other, _both(one, other)


def _in_minutes(claim: QuantityClaim) -> Ends | None:
    """A duration in whole minutes; None where it has no unit of time."""
    ends = [
        units.convert(end, claim.value.unit, "minute") if claim.value.unit else None
        for end in (claim.value.low, claim.value.high)
    ]
    low, high = ends
    if low is None or high is None:
        return None
    return Ends(low.to_integral_value(), high.to_integral_value(), claim.value.bound)


def _dates(ground: Ground) -> Iterator[Part]:
    """The dates that the sources tell, each by the middle of it."""
    for told in ground.told("date"):
        then = told.claim.value.edtf if isinstance(told.claim, DateClaim) else None
        if then and not then.startswith("XXXX"):
            first, last = edtf.interval(then)
            yield Part(told, Decimal(first.toordinal() + last.toordinal()) / 2)


def begun(claim: QuantityClaim, draft: Told, ground: Ground) -> Iterator[Working]:
    """The weeks or months since a day: "out of order since August 20" by mid-September."""
    minutes = _in_minutes(claim) if claim.category is Category.DURATION else None
    step = units.convert(Decimal(1), claim.value.unit or "", "minute")
    if minutes is None or step is None or step < DAY or "-" in claim.text:
        return
    for one in _dates(ground):
        source, start = one.told.source, one.told.claim.span.start
        began = tokens_before(source.text, max(0, start - REACH), start, 1)
        lasts = bool(began) and began[0].lower == "since"
        for last in {source.published, draft.source.published} if lasts and not _open(one) else ():
            if last and _lasts(minutes, (last.toordinal() - one.value) * DAY, step):
                yield one, one, f"{one.told.claim.text}, and printed {last.isoformat()}"


def _is_told_near(draft: Told, part: Part, ground: Ground) -> bool:
    return ground.weights.near(draft, part.told) >= ALIKE / 2


def _of_two_sources(parts: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Two moments of one day that two sources tell."""
    for one, other in combinations(parts, 2):
        a, b = (part.told.claim.context for part in (one, other))
        if one.told.source.id != other.told.source.id and a and b and a.as_of == b.as_of:
            yield one, other


def _lasts(minutes: Ends, apart: Decimal, step: Decimal) -> bool:
    """Whether a length is told of what lasts so long: to its unit, and as its hedge says.

    Args:
        minutes: the length told.
        apart: the minutes from one end to the other.
        step: the minutes of one of its units.
    """
    low, high = minutes.low, minutes.high
    match minutes.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return low <= apart < low + max(step, low * ROUGH)
        case Bound.LESS_THAN | Bound.AT_MOST:
            return high - max(step, high * ROUGH) < apart <= high
        case Bound.EXACT:
            slack = min(step / 2, high * TO_THE_UNIT)
            return low - slack <= apart <= high + slack
        case _:
            return fits(minutes, apart)


def _spans(minutes: Ends, one: Part, other: Part, step: Decimal) -> bool:
    """Whether a length is that from one date to another, each as finely as it is told."""
    apart = abs(one.value - other.value) * DAY
    open_for = Decimal((_open(one) + _open(other)) * DAY)
    if not open_for:
        return _lasts(minutes, apart, step)
    if open_for > 2 * YEAR * DAY or open_for > minutes.low * VAGUE * 2:
        return False
    return abs(apart - minutes.low) <= max(open_for / 2, minutes.low * VAGUE / 4)


def _told_of(draft: Told, one: Part, other: Part, ground: Ground) -> bool:
    """Whether each of two dates is told of the draft's thing."""
    return min(ground.weights.near(draft, part.told) for part in (one, other)) >= ALIKE


def _open(part: Part) -> int:
    """The days that a date leaves open."""
    then = part.told.claim.value.edtf if isinstance(part.told.claim, DateClaim) else None
    first, last = edtf.interval(then or "")
    return (last - first).days


def _both(one: Part, other: Part) -> str:
    """The two ends as their source writes them; the sentence sets its own full stop."""
    return f"{one.told.claim.text} and {other.told.claim.text.removesuffix('.')}"


def since(claim: QuantityClaim, draft: Told, ground: Ground) -> Iterator[Working]:
    """The years from a year that a source tells to the day of the news."""
    aged = claim.category is Category.AGE
    lasting = claim.category is Category.DURATION or aged
    thing = _is_old(claim, draft.source.text)
    if not lasting or claim.value.low != claim.value.high:
        return
    years = units.convert(claim.value.low, claim.value.unit or "", "year")
    if years is None or years < 2:
        return
    began = tables.words("proofing", "began")
    for one, words in _ago(draft, ground):
        if aged and not thing and began.isdisjoint(one.told.sentence):
            continue  # somebody's age
        if _reckoned(one.value, years, claim.value.bound):
            yield one, one, words


def _is_old(claim: QuantityClaim, text: str) -> bool:
    """Whether it is how old a thing is: "its 94-year-old bakery"."""
    behind = tokens_of(text, claim.span.end, claim.span.end + REACH)
    named = behind[0].lower if behind else ""
    thing = named.isalpha() and noun_class(named) != "person"
    return claim.category is Category.AGE and "-" in claim.text and thing


def ago(draft: Told, ground: Ground) -> Held | None:
    """What bears "more than 50 years ago" out: a year that a source tells of the same thing."""
    told = _time_ago(draft)
    for one, words in _ago(draft, ground) if told else ():
        near = ground.weights.near(draft, one.told) >= ALIKE
        if told and near and _is_so_long(draft, one, *told):
            return worked_out(one, one, words, "date.derived.since")
    return None


def _is_so_long(draft: Told, one: Part, length: Decimal, unit: str, bound: Bound) -> bool:
    """Whether what a source dates is so many years, months or weeks ago."""
    years = units.convert(length, unit, "year")
    if years and years >= 2:
        return _reckoned(one.value, years, bound)
    last = draft.source.published or one.told.source.published
    days = units.convert(Decimal(1), unit, "day")
    if _open(one) or not last or not days:
        return False
    then = one.told.claim.value.edtf if isinstance(one.told.claim, DateClaim) else None
    apart = (last - edtf.interval(then or "")[0]).days / days
    return abs(apart - length) <= max(ROUGHLY, length * VAGUE)


def _time_ago(draft: Told) -> tuple[Decimal, str, Bound] | None:
    """The years, months or weeks of "more than 50 years ago", and their hedge."""
    claim, text = draft.claim, draft.source.text
    assert claim.context is not None
    tokens = Tokens(text, claim.context.sentence.start, claim.span.end)
    found = numeral(tokens, tokens.starts.index(claim.span.start))
    if found is None or tokens.word(len(tokens) - 1) != "ago":
        return None
    figure = Figure.of(found)
    read_hedge(tokens, figure)
    unit = singular(tokens.word(len(tokens) - 2))
    return figure.low, unit, figure.bound


def _ago(draft: Told, ground: Ground) -> Iterator[tuple[Part, str]]:
    """What the sources date, with the whole years from then to the day of the news."""
    for one in ground.told("date"):
        then = one.claim.value.edtf if isinstance(one.claim, DateClaim) else None
        last = draft.source.published or one.source.published
        if not then or not last or edtf.precision(then) not in DATED:
            continue
        worked = Decimal(last.year - edtf.interval(then)[0].year)
        if worked >= 0:
            yield Part(one, worked), f"{one.claim.text}, and printed {last.isoformat()}"


def _reckoned(worked: Decimal, years: Decimal, bound: Bound) -> bool:
    """Whether so many years, a year more or less, are what a hedge says of a round number."""
    slack = next((Decimal(most) for step, most in ROUND if not years % step), Decimal(1))
    match bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return years <= worked <= years + slack
        case Bound.LESS_THAN | Bound.AT_MOST:
            return years - slack <= worked <= years
        case Bound.EXACT:
            return abs(worked - years) <= 1
        case _:
            return abs(worked - years) <= max(Decimal(1), min(slack / 2, years * VAGUE))


def age(claim: QuantityClaim, draft: Told, ground: Ground) -> Iterator[Working]:
    """An age from the day of birth and the day of the news."""
    if claim.category is not Category.AGE:
        return
    for one in ground.told("date"):
        born, last = one.claim, one.source.published
        if not isinstance(born, DateClaim) or "bear" not in one.sentence or not last:
            continue
        if draft.bearer and not draft.bearer & one.sentence:
            continue
        told = born.value.edtf
        if told and edtf.precision(told) in DATED:
            years = Decimal(_aged(edtf.interval(told)[0], last))
            if fits(claim.value, years):
                part = Part(one, years)
                yield part, part, f"born {born.text}, printed {last.isoformat()}"


def _aged(born: date, last: date) -> int:
    return last.year - born.year - ((last.month, last.day) < (born.month, born.day))
