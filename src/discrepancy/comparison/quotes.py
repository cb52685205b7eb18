"""Two prints of one utterance: the same words, slips of the pen, or another wording.

>>> from discrepancy.claims import TextValue
>>> from discrepancy.span import Span
>>> def quote(said: str) -> QuoteClaim:
...     span, value = Span(start=0, end=len(said)), TextValue(text=said)
...     return QuoteClaim(source="a", span=span, text=said, value=value, parts=(span,))
>>> found = compare(quote("It is a sad hour for all of us"), quote("It is a sad day for all of us"))
>>> found.verdict.value, found.because
('conflict', 'one remark in different words: "hour" / "day"')
"""

from collections.abc import Sequence

from discrepancy.claims import QuoteClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.words.utterances import Edit, Shared, by_sentence, shared

_SHOWN = 3
"""Edits that one sentence shows."""


def compare(a: QuoteClaim, b: QuoteClaim) -> Comparison | None:
    """Judge two quotations; None where they share too little to be one utterance."""
    found = shared(a.value.text, b.value.text)
    if found is None or not found.matched:
        return None
    edits = [*found.edits, *_elsewhere(a, b, found)]
    grave = [edit for edit in edits if not edit.slight]
    if grave:
        return Comparison(
            verdict=Verdict.CONFLICT,
            level="quote.conflict.reworded",
            because=f"one remark in different words: {_diff(grave, a, b)}",
        )
    if edits:
        return Comparison(
            verdict=Verdict.ROUNDING,
            level="quote.rounding.slight",
            because=f"the same words but for {_diff(edits, a, b)}",
        )
    if found.longer:
        return Comparison(
            verdict=Verdict.ROUNDING,
            level="quote.rounding.excerpt",
            because="one quotes more of the same words",
        )
    return Comparison(
        verdict=Verdict.AGREEMENT, level="quote.agreement.same", because="the same words"
    )


def _elsewhere(a: QuoteClaim, b: QuoteClaim, found: Shared) -> list[Edit]:
    """Edits in sentences that the best stretch leaves out."""
    if not found.longer or found.framed:
        return []
    pairs = by_sentence(a.value.text, b.value.text)
    return [edit for pair in pairs for edit in pair.edits if edit not in found.edits]


def _diff(edits: Sequence[Edit], a: QuoteClaim, b: QuoteClaim) -> str:
    # "cannot" / "can't" is two words, one edit
    told = list(dict.fromkeys(_shown(edit, a, b) for edit in edits))
    shown = told[:_SHOWN]
    more = len(told) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _shown(edit: Edit, a: QuoteClaim, b: QuoteClaim) -> str:
    if not edit.left or not edit.right:
        words, other = (edit.left, b) if edit.left else (edit.right, a)
        moved = " " in words and f" {words.lower()} " in f" {other.value.text.lower()} "
        return f'"{words}", which one {"has elsewhere" if moved else "leaves out"}'
    left, right = _unbroken(edit.left, a), _unbroken(edit.right, b)
    return f'"{left}" / "{right}"'


def _unbroken(part: str, quote: QuoteClaim) -> str:
    """The words with the one whose end they begin with: "they're fair", not "'re fair"."""
    before, found, _ = quote.value.text.partition(part)
    if not found or part[0] not in "'’":
        return part
    return before.rpartition(" ")[2] + part
