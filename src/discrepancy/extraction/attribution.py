"""Who is credited inside the text with what it says: the stretches each speaker answers for.

>>> from discrepancy.source import Source
>>> source = Source(id="a", text="Two sheds burned, Mayor Ann Hale said.")
>>> regions(source, ())
()
"""

from discrepancy.claim import Claim
from discrepancy.source import Source
from discrepancy.span import Model, Span


class Credited(Model):
    """A stretch of text and who is credited with its content."""

    span: Span
    speaker: str


def regions(source: Source, claims: tuple[Claim, ...]) -> tuple[Credited, ...]:
    """The stretches of `source` that it credits to somebody, in order, outer before inner.

    A claim is credited to the innermost stretch that holds it (`speaker`).
    """
    return ()


def speaker(credited: tuple[Credited, ...], span: Span) -> str | None:
    """Who is credited with the words at `span`: the innermost stretch that holds them."""
    held = [region for region in credited if region.span.holds(span)]
    return min(held, key=lambda region: len(region.span)).speaker if held else None
