"""Who and what is named: one claim for each naming, with its role and title.

>>> from discrepancy.span import Span
>>> from discrepancy.source import Layout
>>> text = "Navy spokesman Captain Oren Hale denied it."
>>> source = Source(id="a", text=text, layout=Layout(sentences=(Span(start=0, end=len(text)),)))
>>> [(claim.value.text, claim.title, claim.role) for claim in read(source, ())]
[('Oren Hale', 'Captain', 'Navy spokesman Captain')]
"""

from collections.abc import Iterator

from discrepancy.claims import Claim, NameClaim, TextValue
from discrepancy.extraction.names import gazetteer
from discrepancy.extraction.names.capitals import words
from discrepancy.extraction.names.entities import entities_of
from discrepancy.source import Source
from discrepancy.span import Span


def read(source: Source, claims: tuple[Claim, ...]) -> Iterator[NameClaim]:
    """One claim for each naming in the source, nationalities among them, in text order."""
    yield from sorted((*_named(source), *_nationalities(source)), key=lambda claim: claim.span)


def _named(source: Source) -> Iterator[NameClaim]:
    for entity in entities_of(source):
        yield NameClaim(
            source=source.id,
            span=entity.span,
            text=entity.text,
            value=TextValue(text=entity.full or entity.text),
            type=entity.type,
            role=entity.role,
            title=entity.title,
        )


def _nationalities(source: Source) -> Iterator[NameClaim]:
    """Words that name a people: "26 Indonesian sailors"."""
    named = entities_of(source)
    at = 0
    for sentence in source.layout.sentences if source.layout else ():
        for word in words(source.text, sentence.start, sentence.end):
            while at < len(named) and named[at].span.end <= word.start:
                at += 1
            free = at == len(named) or named[at].span.start >= word.end
            if free and word.large and word.text in gazetteer.demonyms():
                yield NameClaim(
                    source=source.id,
                    span=Span(start=word.start, end=word.end),
                    text=word.text,
                    value=TextValue(text=word.text),
                    type="thing",
                    role="nationality",
                )
