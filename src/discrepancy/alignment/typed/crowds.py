"""How many values that were typed in of one thing are compared: of a long table the first.

All pairs of values are looked at, so that each thousandth row would cost a thousand looks. A value
that was given before is none more.

>>> from discrepancy.entries import claim
>>> told = [claim(n, measurand="people killed", source=f"s{n}") for n in range(300)]
>>> kept, notes = compared([*told, *told[:5]])
>>> len(kept), notes
(205, ("of 300 values typed in as 'people killed', the first 200 are compared",))
"""

from collections.abc import Hashable, Iterable

from discrepancy.claims import Claim, DateClaim
from discrepancy.entries.measurands import folded, meaning
from discrepancy.entries.scopes import scoped

MOST = 200
"""Values of one thing that are held against each other."""


def compared(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The typed-in claims that are compared, and a note for each list that is cut."""
    seen: dict[Hashable, dict[object, int]] = {}
    called: dict[Hashable, str] = {}
    kept: list[Claim] = []
    for claim in claims:
        key, words = _key(claim)
        values = seen.setdefault(key, {})
        called.setdefault(key, words)
        at = values.setdefault(told_value(claim), len(values))
        if at < MOST:
            kept.append(claim)
    notes = (
        f"of {len(values):,} values typed in as '{called[key]}', the first {MOST} are compared"
        for key, values in seen.items()
        if len(values) > MOST
    )
    return tuple(kept), tuple(notes)


def told_value(claim: Claim) -> object:
    """What of two claims about one thing is to differ, for them to be two values."""
    bound = claim.bound if isinstance(claim, DateClaim) else None
    return claim.value, bound, claim.context.modality if claim.context else None


def _key(claim: Claim) -> tuple[Hashable, str]:
    """What a claim is of, by its meaning where that is known, and in its own words."""
    assert claim.entry is not None
    core, subject = scoped(claim.entry.measurand).core, claim.entry.subject or ""
    named = meaning(core, subject) or folded(core)
    return (folded(subject), named, claim.kind, scope_of(claim)), core


Scope = tuple[tuple[str, ...], str | None, tuple[str, ...]]
"""Places, period and parts that narrow what a claim is of."""


def scope_of(claim: Claim) -> Scope:
    """What narrows a typed-in claim, in whatever order its places are named."""
    assert claim.entry is not None
    told = scoped(claim.entry.measurand)
    return tuple(sorted(map(folded, told.places))), told.period, told.parts
