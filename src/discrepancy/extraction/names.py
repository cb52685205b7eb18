"""Who and what is named: one claim for each naming, with its role and title.

>>> from discrepancy.span import Span
>>> from discrepancy.source import Layout
>>> text = "Navy spokesman Captain Oren Hale denied it."
>>> source = Source(id="a", text=text, layout=Layout(sentences=(Span(start=0, end=len(text)),)))
>>> [(claim.value.text, claim.title, claim.role) for claim in read(source, ())]
[('Oren Hale', 'Captain', 'Navy spokesman Captain')]
"""

from collections.abc import Iterator

from discrepancy.claim import Claim, NameClaim, TextValue
from discrepancy.extraction.entities import entities
from discrepancy.source import Source


def read(source: Source, claims: tuple[Claim, ...]) -> Iterator[NameClaim]:
    """One claim for each naming in the source."""
    for entity in entities(source):
        yield NameClaim(
            source=source.id,
            span=entity.span,
            text=entity.text,
            value=TextValue(text=entity.full or entity.text),
            type=entity.type,
            role=entity.role,
            title=entity.title,
        )
