"""What surrounds each claim: its clause, what happened, who says so, when it held, how surely.

>>> from discrepancy.source import Source
>>> situate(Source(id="a", text="Nothing is claimed here."), ())
()
"""

from bisect import bisect_right
from collections.abc import Iterator

from discrepancy.claim import Claim, Context
from discrepancy.extraction.acts import Word, acts
from discrepancy.extraction.clauses import clauses
from discrepancy.extraction.governors import Phrase, governor
from discrepancy.extraction.predicates import counted_by, key_of
from discrepancy.source import Source
from discrepancy.span import Span


def situate(source: Source, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of one source in text order, each with its context."""
    ordered = sorted(claims, key=lambda claim: claim.span)
    found: list[Claim] = []
    for sentence, group in _by_sentence(source, ordered):
        parts = clauses(acts(source.text, sentence.start, sentence.end))
        found += [
            claim.model_copy(update={"context": _context(claim, sentence, parts)})
            for claim in group
        ]
    return tuple(found)


def _by_sentence(source: Source, ordered: list[Claim]) -> Iterator[tuple[Span, list[Claim]]]:
    """Each sentence that holds claims, with the claims that begin in it."""
    sentences = source.layout.sentences if source.layout else ()
    starts = [sentence.start for sentence in sentences]
    groups: dict[Span, list[Claim]] = {}
    for claim in ordered:
        place = bisect_right(starts, claim.span.start) - 1
        whole = Span(start=0, end=len(source.text))
        sentence = sentences[place] if place >= 0 else whole
        if claim.span.start >= sentence.end:
            sentence = claim.span
        groups.setdefault(sentence, []).append(claim)
    yield from groups.items()


def _context(claim: Claim, sentence: Span, parts: list[list[Word]]) -> Context:
    phrase = _phrase(claim)
    clause = _holding(parts, claim.span.start)
    predicate, verb = governor(clause, phrase, key=key_of(claim), counted=counted_by(claim))
    start = min(clause[0].start, phrase.start) if clause else sentence.start
    end = max(clause[-1].end, phrase.end) if clause else sentence.end
    return Context(
        sentence=sentence, clause=Span(start=start, end=end), predicate=predicate, verb=verb
    )


def _phrase(claim: Claim) -> Phrase:
    """The claim with the noun it counts."""
    if claim.kind == "quantity" and claim.noun is not None:
        return Phrase(claim.span.start, max(claim.span.end, claim.noun.end))
    return Phrase(claim.span.start, claim.span.end)


def _holding(parts: list[list[Word]], offset: int) -> list[Word]:
    """The clause in which a claim begins."""
    for part in parts:
        if part and offset < part[-1].end:
            return part
    return parts[-1] if parts else []
