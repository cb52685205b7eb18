"""How many claims of one kind of thing are compared of each text: what keeps a long list linear.

A story tells a dozen figures of people; a text with hundreds is a list, or made to be costly, and
all pairs of two such lists would be looked at. The first of each text are compared, and how many
are not is told. Names and quotations are paired through words that few of them share, so they
need no such bound.

>>> from discrepancy.claims import DateValue
>>> from discrepancy.span import Span
>>> def date(at: int) -> DateClaim:
...     span = Span(start=at, end=at + 4)
...     return DateClaim(source="a", span=span, text="2024", value=DateValue(edtf="2024"))
>>> kept, notes = compared([date(5 * number) for number in range(100)])
>>> len(kept), notes
(40, ('of 100 dates that a tells of one thing, the first 40 are compared',))
"""

from collections import Counter
from collections.abc import Iterable

from discrepancy import words
from discrepancy.claims import Claim, DateClaim, QuantityClaim, StatusClaim, TimeClaim

MOST = 40
"""Claims of a text with one key that are compared; of a hundred real ones none has more than 14."""

Key = tuple[str, str, str]


def compared(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The claims that are held against each other, and a note for each list that is cut."""
    seen: Counter[Key] = Counter()
    kept: list[Claim] = []
    for claim in claims:
        key = _key(claim)
        if key is not None:
            seen[key] += 1
        if key is None or seen[key] <= MOST:
            kept.append(claim)
    notes = (
        f"of {count:,} {_NAMES[kind]} that {source} tells of one "
        f"thing, the first {MOST} are compared"
        for (source, kind, _), count in seen.items()
        if count > MOST
    )
    return tuple(kept), tuple(notes)


_NAMES = {"quantity": "figures", "date": "dates", "time": "times", "status": "states"}


def _key(claim: Claim) -> Key | None:
    """By what a claim meets others: its source, its kind, and what it is roughly of."""
    match claim:
        case QuantityClaim():
            return claim.source, claim.kind, words.noun_class(claim.value.unit or "")
        case DateClaim():
            around = claim.context
            event = around and (around.predicate or around.verb or around.head)
            return claim.source, claim.kind, event or ""
        case TimeClaim():
            return claim.source, claim.kind, ""
        case StatusClaim():
            return claim.source, claim.kind, claim.scale
        case _:
            return None
