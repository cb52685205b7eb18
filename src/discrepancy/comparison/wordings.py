"""Can two wordings typed in for one measurand both be right, where no ladder knows the words?

>>> from discrepancy.entries import claim
>>> one, other = (claim(name, measurand="master of the ship", source="a")
...               for name in ("Ann Hale", "Per Norby"))
>>> compare(one, other).verdict.value
'conflict'
"""

from discrepancy import tables, words
from discrepancy.claims import Claim
from discrepancy.entries.measurands import folded
from discrepancy.finding import Comparison, Verdict


def compare(a: Claim, b: Claim) -> Comparison | None:
    """Judge two texts that were typed in as values of one thing; None for claims of texts."""
    if not a.entry or not b.entry or a.kind != b.kind:
        return None
    here, there = folded(a.text), folded(b.text)
    if denied(a, b):
        because = "one denies what the other says"
        return _told(a, Verdict.CONFLICT, "conflict.denied", because)
    if here == there:
        return _told(a, Verdict.AGREEMENT, "agreement.equal", "both give the same words")
    if set(here.split()) <= set(there.split()) or set(there.split()) <= set(here.split()):
        return _told(a, Verdict.COMPATIBLE, "compatible.fuller", "one says more than the other")
    because = "two values are typed in for one measurand, and the words differ"
    return _told(a, Verdict.CONFLICT, "conflict.typed", because)


def denied(a: Claim, b: Claim) -> bool:
    """Whether two typed-in texts differ by a word that denies: "engaged", "not engaged"."""
    if not a.entry or not b.entry:
        return False
    no = tables.words("negations", "words")
    told = [{token.lower for token in words.tokens(claim.text)} for claim in (a, b)]
    return bool(told[0] & no) != bool(told[1] & no) and told[0] - no == told[1] - no


def _told(claim: Claim, verdict: Verdict, level: str, because: str) -> Comparison:
    return Comparison(verdict=verdict, level=f"{claim.kind}.{level}", because=because)
