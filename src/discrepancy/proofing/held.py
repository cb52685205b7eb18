"""What the look-up makes of one claim of the draft, and how it is written down as an item."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from discrepancy.claims import Claim
from discrepancy.comparison.wording import sentence
from discrepancy.finding import Comparison
from discrepancy.item import Item, Quoted, Status
from discrepancy.proofing.ground import Match
from discrepancy.proofing.told import Told
from discrepancy.source import Source
from discrepancy.span import Span

SHOWN = 8
"""Passages of the sources that an item shows at most."""


@dataclass(frozen=True, slots=True)
class Held:
    """The status of a claim, the rule that decided, and the words of the sources that did."""

    status: Status
    level: str
    because: str
    evidence: tuple[Quoted, ...] = ()
    span: Span | None = None
    """What of the draft is meant, where it is not the claim's own span."""


def item(draft: Source, kind: str, span: Span, held: Held) -> Item:
    """The item of one span of the draft."""
    at = held.span or span
    return Item.model_validate(
        {
            "kind": kind,
            "start": at.start,
            "end": at.end,
            "text": at.of(draft.text),
            "status": held.status,
            "level": held.level,
            "because": held.because,
            "evidence": held.evidence,
        }
    )


def quoted(matches: Iterable[Match], verdict: str | None = None) -> tuple[Quoted, ...]:
    """The words of the nearest matches, one each place."""
    found: dict[tuple[str, int], Quoted] = {}
    for match in matches:
        key = match.claim.source, match.claim.span.start
        if key not in found and len(found) < SHOWN:
            found[key] = passage(match.claim, verdict or match.compared.verdict)
    return tuple(found.values())


def passage(claim: Claim, verdict: str) -> Quoted:
    """The words of one claim of a source."""
    return Quoted(
        document=claim.source,
        start=claim.span.start,
        end=claim.span.end,
        text=claim.text,
        verdict=verdict,
    )


def words_of(source: Source, span: Span, verdict: str) -> Quoted:
    """The words of a span of a source."""
    text = span.of(source.text)
    return Quoted(document=source.id, start=span.start, end=span.end, text=text, verdict=verdict)


def told_against(
    draft: Told, other: Told, compared: Comparison, sources: Mapping[str, Source]
) -> str:
    """The sentence that sets a claim of the draft beside one of a source."""
    known = {
        other.source.id: sources[other.source.id],
        draft.source.id: draft.source.model_copy(update={"outlet": "the draft"}),
    }
    return capital(sentence(draft.claim, other.claim, compared, known))


def capital(told: str) -> str:
    """The sentence with a capital at its start."""
    return told[:1].upper() + told[1:]
