"""From groups of claims on one measurand to findings: readings, disagreements, one sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from discrepancy import units, words
from discrepancy.claims import AHEAD, Claim, DateClaim, QuantityClaim, StatusClaim
from discrepancy.comparison import Compare
from discrepancy.comparison.copies import misprinted
from discrepancy.comparison.exchange import at_rates
from discrepancy.comparison.hours import by_the_hour
from discrepancy.comparison.severity import severity
from discrepancy.comparison.titles import title, title_of_two
from discrepancy.comparison.wording import reason, sentence
from discrepancy.finding import (
    Citation,
    Comparison,
    Confidence,
    Disagreement,
    Finding,
    Reading,
    Verdict,
)
from discrepancy.group import Group, Link
from discrepancy.source import Source

GRAVEST = (Verdict.CONFLICT, Verdict.UPDATE, Verdict.SCOPE)
"""A finding bears the gravest verdict of its disagreements."""

MOST = 60
"""How many claims of a reading are compared: more say nothing new, and cost their square."""

MINORITY = 3
"""One in so many pairs of two readings that tell of a change is enough to call it one."""

Key = tuple[str, ...]


def judge(
    groups: Iterable[Group], sources: Sequence[Source], compare: Compare
) -> tuple[Finding, ...]:
    """One finding for each group of two readings or more, and for agreement of two sources.

    The sure ones come first; among these, and among the possible ones, the gravest.
    """
    by_id = {source.id: source for source in sources}
    hourly = by_the_hour(by_id, compare)
    found = [_finding(group, by_id, hourly) for group in groups]
    return in_order(filter(None, found))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The sure ones first; among these, and among the possible ones, the gravest."""
    return _told_apart(sorted(findings, key=lambda f: (not f.sure, -f.severity, f.id)))


def _told_apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Two findings of the same two figures (a part above its whole, a toll) get two ids."""
    seen: Counter[str] = Counter()
    told = []
    for finding in findings:
        seen[finding.id] += 1
        again = seen[finding.id]
        told.append(
            finding.model_copy(update={"id": f"{finding.id}-{again}"}) if again > 1 else finding
        )
    return tuple(told)


Judged = tuple[int, int, Link, Comparison, Claim, Claim]
"""Two readings by their positions, why they are of one measurand, and the verdict on two claims."""


def verdicts(group: Group, compare: Compare) -> tuple[Mapping[Key, list[Claim]], list[Judged]]:
    """The readings of a group, and what is judged of each two that are linked."""
    held: dict[Key, list[Claim]] = {}
    for claim in group.claims:
        held.setdefault(_key_in(group, claim), []).append(claim)
    at = {key: number for number, key in enumerate(held)}
    compare = at_rates(group.rates, compare)
    return held, [
        (at[one], at[other], link, compared, a, b)
        for (one, other), link in _linked(group, held).items()
        for compared, a, b in [_compared(held[one], held[other], link, compare)]
    ]


def _finding(group: Group, sources: Mapping[str, Source], compare: Compare) -> Finding | None:
    if len(group.claims) < 2:
        return None
    held, judged = verdicts(group, compare)
    keys = list(held)
    gravest = min(judged, key=lambda row: _grave(row[2], row[3]), default=None)
    confidence = _confidence(gravest[2], gravest[3]) if gravest else Confidence.SURE
    disagreements = tuple(
        Disagreement(
            a=i,
            b=j,
            verdict=compared.verdict,
            level=compared.level,
            because=sentence(a, b, compared, sources, _confidence(link, compared)),
            why=reason(a, b, compared),
            cited=_cited(held[keys[i]], held[keys[j]], a, b),
            difference=compared.difference,
            weight=link.weight,
        )
        for i, j, link, compared, a, b in judged
    )
    lead = gravest[4] if gravest else group.claims[0]
    verdict = gravest[3].verdict if gravest else Verdict.AGREEMENT
    because = (
        disagreements[judged.index(gravest)].because
        if gravest
        else f"{len({c.source for c in group.claims})} sources give the same."
    )
    return Finding(
        id=_fingerprint(group, gravest and (gravest[4], gravest[5])),
        verdict=verdict,
        confidence=confidence,
        kind=group.kind,
        measurand=title_of_two(gravest[4], gravest[5], sources)
        if gravest and verdict is Verdict.SCOPE
        else title(lead, sources[lead.source]),
        because=because,
        readings=tuple(
            Reading(value=claims[0].value, claims=tuple(map(_citation, claims)))
            for claims in held.values()
        ),
        disagreements=disagreements,
        severity=severity(group.kind, verdict, gravest and gravest[3], held.values(), sources),
        evidence=gravest[2].evidence if gravest else (),
    )


def _cited(
    one: Sequence[Claim], other: Sequence[Claim], a: Claim, b: Claim
) -> tuple[int, int] | None:
    """Where the two claims that were compared stand among those of their readings."""
    first, second = (a, b) if a in one and b in other else (b, a)
    if first not in one or second not in other:
        return None
    return one.index(first), other.index(second)


def _linked(group: Group, held: Mapping[Key, Sequence[Claim]]) -> dict[tuple[Key, Key], Link]:
    """The links between two readings; a link of two values holds for all their hedges."""
    order = {key: number for number, key in enumerate(held)}
    found: dict[tuple[Key, Key], Link] = {}
    for link in sorted(group.links, key=lambda link: -link.weight):
        left, right = (_siblings(_key_in(group, claim), held, claim) for claim in (link.a, link.b))
        for one in left:
            for other in right:
                pair = (one, other) if order[one] <= order[other] else (other, one)
                if one != other:
                    found.setdefault(pair, link)
    return found


def _siblings(own: Key, held: Mapping[Key, Sequence[Claim]], claim: Claim) -> list[Key]:
    """The readings that give the claim's value, however hedged."""
    if not isinstance(claim, QuantityClaim | DateClaim | StatusClaim):
        return [own]
    return [key for key in held if key[:-1] == own[:-1]]


def _compared(
    left: Sequence[Claim], right: Sequence[Claim], link: Link, compare: Compare
) -> tuple[Comparison, Claim, Claim]:
    """The verdict that most pairs of claims of two readings get, and a pair that got it."""
    if link.judged:
        return link.judged, link.a, link.b
    if link.scope and _same_figure(link.a, link.b):
        because = f"both give the same figure, though {link.scope}"
        agreed = Comparison(
            verdict=Verdict.COMPATIBLE, level="quantity.compatible.scope", because=because
        )
        return agreed, link.a, link.b
    if link.scope:
        scoped = Comparison(
            verdict=Verdict.SCOPE, level=f"{link.a.kind}.scope.context", because=link.scope
        )
        return scoped, *_ordered(link.a, link.b)
    left, right = _voices(left), _voices(right)
    rows = [(compare(a, b), a, b) for a in left for b in right if a is not b]
    votes = Counter(row[0].verdict for row in rows)
    most = max(votes, key=lambda verdict: (votes[verdict], verdict.flagged))
    if most is Verdict.CONFLICT and votes[Verdict.UPDATE] * MINORITY >= len(rows):
        most = Verdict.UPDATE
    linked = {id(link.a), id(link.b)}
    chosen = min(
        (row for row in rows if row[0].verdict is most),
        key=lambda row: (len(linked - {id(row[1]), id(row[2])}), row[1].source == row[2].source),
    )
    a, b = _ordered(chosen[1], chosen[2])
    found = chosen[0] if a is chosen[1] else compare(a, b)
    return _as_taken(misprinted(found, link) if linked == {id(a), id(b)} else found, link), a, b


def _voices(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims of a reading that are compared; of rows that say the same, two speak for all."""
    if claims[0].entry is None:
        return claims[:MOST]
    kept: dict[object, dict[str, Claim]] = {}
    for claim in claims:
        held = claim.context
        said = held and (held.as_of, held.attribution, held.modality, held.qualifiers)
        like = kept.setdefault(said, {})
        if len(like) < 2:
            like.setdefault(claim.source, claim)
    return [claim for like in kept.values() for claim in like.values()][:MOST]


def _as_taken(found: Comparison, link: Link) -> Comparison:
    """The comparison, saying so where two wordings were taken for one measurand."""
    taken = [one.because for one in link.evidence if one.level == "entry.taken"]
    if not taken:
        return found
    return found.model_copy(update={"because": f"{found.because}; {'; '.join(taken)}"})


def _same_figure(a: Claim, b: Claim) -> bool:
    """Whether nothing but plan and hedge tells two figures apart: no reader sees a conflict."""
    return a.kind == b.kind == "quantity" and _key(a)[:-2] == _key(b)[:-2]


def _ordered(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """The earlier of the two first, so that "more" reads forward in time."""
    days = [claim.context.as_of if claim.context else None for claim in (a, b)]
    return (b, a) if days[0] and days[1] and days[1] < days[0] else (a, b)


def _grave(link: Link, compared: Comparison) -> tuple[bool, int]:
    """Flagged before unflagged, and of these what is sure, before how grave it is."""
    if not compared.verdict.flagged:
        return True, len(GRAVEST)
    return link.confidence is Confidence.POSSIBLE, GRAVEST.index(compared.verdict)


def _confidence(link: Link, compared: Comparison) -> Confidence:
    """What is not flagged asks nothing."""
    return link.confidence if compared.verdict.flagged else Confidence.SURE


def _key_in(group: Group, claim: Claim) -> Key:
    """The same inside a group that parts claims of one value."""
    return ("parted",) * ((claim.source, claim.span) in group.parted) + _key(claim)


def _key(claim: Claim) -> Key:
    """What makes two claims one reading; the hedge comes last."""
    if isinstance(claim, QuantityClaim):
        value, unit = claim.value, claim.value.unit
        measured = units.is_physical(unit) or units.is_currency(unit) or not unit
        named, each = units.rate(unit or "")
        counted = (unit or "") if measured else "/".join((words.noun_class(named), each))
        figures = (f"{figure.normalize():f}" for figure in (value.low, value.high))
        ahead = claim.context is not None and claim.context.modality in AHEAD
        return (*figures, counted, value.trend or "", "ahead" * ahead, value.bound)
    if isinstance(claim, DateClaim):
        return claim.value.edtf or f"?{claim.text}", claim.bound
    if claim.kind == "time":
        return (claim.value.time, claim.value.until or "", claim.value.zone or "")
    if claim.kind == "status":
        return (claim.scale, str(claim.level), claim.qualifier or "")
    return (" ".join(claim.value.text.casefold().split()),)


def _citation(claim: Claim) -> Citation:
    context, stands = claim.context, bool(claim.span)
    return Citation(
        document=claim.source if stands else None,
        start=claim.span.start if stands else None,
        end=claim.span.end if stands else None,
        text=claim.text,
        source=claim.source,
        entry=claim.entry,
        attribution=context.attribution if context else None,
        as_of=context.as_of if context else None,
    )


def _fingerprint(group: Group, pair: tuple[Claim, Claim] | None) -> str:
    """What is said, not where: kind, predicate and the two values that part most gravely."""
    lead = pair or (group.claims[0],)
    said = sorted("|".join(_key(claim)[:-1] or _key(claim)) for claim in lead)
    about = sorted({(claim.context and claim.context.predicate) or "" for claim in lead})
    digest = sha256("\n".join([group.kind, *said, *about]).encode()).hexdigest()
    return f"{group.kind[0]}-{digest[:10]}"
