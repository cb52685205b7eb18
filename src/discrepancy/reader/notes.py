"""What a second reading came to, in sentences: found, refused and why, mended, left open.

>>> told("m", Tally(found=1, judged=3, refused=Counter({"the quote is not in the text": 2})))
('second reader m: 1 finding of 3 answers judged', \
'second reader: 2 refused (the quote is not in the text: 2)')
"""

from collections import Counter
from dataclasses import dataclass, field

from discrepancy.reporting.outline import counted


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How much of what a reader said became what."""

    found: int = 0
    """Its findings."""
    judged: int = 0
    """The pairs on which it gave an answer."""
    heard: int = 0
    """Findings of the rules on which it gave an answer."""
    confirmed: int = 0
    moved: int = 0
    aside: int = 0
    known: int = 0
    """Pairs that the rules, or another of its questions, tell already."""
    admitted: int = 0
    """Pairs that it calls a disagreement, and of which the ladder finds that both can be right."""
    withheld: int = 0
    """Sentences that were not sent."""
    over_budget: int = 0
    left: int = 0
    """Questions without an answer."""
    refused: Counter[str] = field(default_factory=Counter)
    """What our checks did not bear out, by reason."""
    mended: Counter[str] = field(default_factory=Counter)
    """Answers that were taken though they are not letter by letter what the text has."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Parts of answers that were not taken over."""


def told(name: str, tally: Tally) -> tuple[str, ...]:
    """One sentence for each thing that happened."""
    heard = (
        f"of {counted(tally.heard, 'finding')} of the rules {tally.confirmed} confirmed, "
        f"{tally.moved} moved, {tally.aside} set aside"
    )
    admitted = f"{counted(tally.admitted, 'pair')} of figures that can both be right"
    tail = {
        heard: tally.heard,
        f"{counted(tally.known, 'pair')} told already": tally.known,
        admitted: tally.admitted,
        by_reason("refused", tally.refused): tally.refused.total(),
        by_reason("mended", tally.mended): tally.mended.total(),
        by_reason("left out of answers", tally.left_out): tally.left_out.total(),
        f"{counted(tally.withheld, 'sentence')} not sent: spoken to a machine": tally.withheld,
        f"{counted(tally.over_budget, 'question')} not asked: the budget is used up": (
            tally.over_budget
        ),
        f"{counted(tally.left, 'question')} without an answer yet": tally.left,
    }
    found, judged = counted(tally.found, "finding"), counted(tally.judged, "answer")
    head = f"second reader {name}: {found} of {judged} judged"
    return head, *(f"second reader: {words}" for words, number in tail.items() if number)


def by_reason(what: str, reasons: Counter[str]) -> str:
    """How many there are, and how many of each reason."""
    listed = "; ".join(f"{why}: {number}" for why, number in reasons.most_common() if number)
    return f"{reasons.total()} {what} ({listed})"
