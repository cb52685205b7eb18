"""How many claims of one kind of thing are compared of each text: what keeps a long list linear.

A story tells a dozen figures of people; a text with hundreds is a list, or made to be costly, and
all pairs of two such lists would be looked at. The first of each text are compared, the fewer the
more values all texts give, and how many are not is told. Names and quotations are paired through
words that few of them share, so they need no such bound.

>>> from discrepancy.claims import DateValue
>>> from discrepancy.span import Span
>>> def date(at: int) -> DateClaim:
...     span = Span(start=at, end=at + 4)
...     return DateClaim(source="a", span=span, text="2024", value=DateValue(edtf="2024"))
>>> kept, notes = compared([date(5 * number) for number in range(100)])
>>> len(kept), notes
(40, ('of 100 dates that a tells of one thing, the first 40 are compared',))
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from discrepancy import words
from discrepancy.alignment.typed.crowds import told_value
from discrepancy.claims import Claim, DateClaim, QuantityClaim, StatusClaim, TimeClaim

MOST = 40
"""Claims of a text with one key that are compared; of a hundred real ones none has more than 14."""

VALUES = 300
"""Values that the texts of a story give of one key, among which all pairs are looked at; of the
figures of 41 stories none has more than 48. Where there are more, fewer of each are compared."""

LISTED = 3
"""Texts whose lists are cut that are named one by one."""

Key = tuple[str, str]
"""The kind of a claim, and what it is roughly of."""


def compared(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The claims that are held against each other, and a note for each list that is cut.

    Which of them does not turn on the order of the texts.
    """
    claims = tuple(claims)
    lists: dict[Key, dict[str, list[Claim]]] = {}
    for claim in claims:
        if key := _key(claim):
            lists.setdefault(key, {}).setdefault(claim.source, []).append(claim)
    most = {
        key: fewest([list(map(told_value, told)) for told in of.values()])
        for key, of in lists.items()
    }
    behind = (told[most[key] :] for key, of in lists.items() for told in of.values())
    left_out = {id(claim) for told in behind for claim in told}
    notes = (note for key, of in lists.items() for note in _notes(_NAMES[key[0]], of, most[key]))
    return tuple(claim for claim in claims if id(claim) not in left_out), tuple(notes)


def _notes(name: str, of: Mapping[str, Sequence[Claim]], most: int) -> Iterator[str]:
    """What is left out, text by text; of many texts in one sentence."""
    cut = {source: len(told) for source, told in of.items() if len(told) > most}
    if len(cut) > LISTED:
        yield (
            f"of {sum(cut.values()):,} {name} that {len(cut)} texts tell of one thing, "
            f"the first {most} of each are compared"
        )
        return
    for source, many in cut.items():
        yield f"of {many:,} {name} that {source} tells of one thing, the first {most} are compared"


def fewest(lists: Iterable[Sequence[object]], most: int = MOST) -> int:
    """How many of each list are compared: `most`, and fewer where that would be too many in all.

    >>> fewest([range(100), range(100)]), fewest([range(500), range(500, 900)], most=500)
    (40, 150)
    """
    lists, seen = list(lists), set[object]()
    for number in range(most):
        seen |= {told[number] for told in lists if number < len(told)}
        if len(seen) > VALUES:
            return max(1, number)
    return most


_NAMES = {"quantity": "figures", "date": "dates", "time": "times", "status": "states"}


def _key(claim: Claim) -> Key | None:
    """By what a claim meets others, beside its source."""
    match claim:
        case QuantityClaim():
            return claim.kind, words.noun_class(claim.value.unit or "")
        case DateClaim():
            around = claim.context
            event = around and (around.predicate or around.verb or around.head)
            return claim.kind, event or ""
        case TimeClaim():
            return claim.kind, ""
        case StatusClaim():
            return claim.kind, claim.scale
        case _:
            return None
