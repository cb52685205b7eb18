"""What a second reading came to, in sentences: found, refused and why, left open.

>>> told("m", found=1, judged=3, refused=Counter({"the quote is not in the text": 2}), left=0)
('second reader m: 1 finding of 3 pairs judged', \
'second reader: 2 refused (the quote is not in the text: 2)')
"""

from collections import Counter

from discrepancy.reporting.outline import counted


def told(
    name: str,
    *,
    found: int,
    judged: int,
    refused: Counter[str],
    left: int,
    known: int = 0,
    withheld: int = 0,
    over_budget: int = 0,
) -> tuple[str, ...]:
    """One sentence for each thing that happened.

    Args:
        name: the reader's.
        found: its findings.
        judged: the pairs on which it gave an answer.
        refused: what our checks did not bear out, by reason.
        left: questions without an answer.
        known: pairs that the rules tell already.
        withheld: sentences that were not sent.
        over_budget: questions that were not sent.
    """
    reasons = "; ".join(f"{why}: {number}" for why, number in refused.most_common() if number)
    tail = {
        f"{counted(known, 'pair')} told by the rules already": known,
        f"{refused.total()} refused ({reasons})": refused.total(),
        f"{counted(withheld, 'sentence')} not sent: spoken to a machine": withheld,
        f"{counted(over_budget, 'question')} not asked: the budget is used up": over_budget,
        f"{counted(left, 'question')} without an answer yet": left,
    }
    head = f"second reader {name}: {counted(found, 'finding')} of {counted(judged, 'pair')} judged"
    return head, *(f"second reader: {words}" for words, number in tail.items() if number)
