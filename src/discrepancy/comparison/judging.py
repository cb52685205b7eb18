"""From groups of claims on one measurand to findings: readings, disagreements, one sentence."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from hashlib import sha256

from discrepancy.claims import Claim, QuantityClaim
from discrepancy.comparison.copies import Print, prints, together
from discrepancy.comparison.hours import by_the_hour
from discrepancy.comparison.readings import Key, key
from discrepancy.comparison.rulings import Judge, Ruled
from discrepancy.comparison.severity import severity_of
from discrepancy.comparison.titles import title, title_of_one, title_of_two
from discrepancy.comparison.votes import Judged, verdicts
from discrepancy.comparison.wire import Copies
from discrepancy.comparison.wording import reason, sentence
from discrepancy.finding import (
    Citation,
    Confidence,
    Disagreement,
    Finding,
    Reading,
    Verdict,
)
from discrepancy.group import Group, Link
from discrepancy.measures import units
from discrepancy.source import Source

GRAVEST = (Verdict.CONFLICT, Verdict.UPDATE, Verdict.SCOPE)
"""A finding bears the gravest verdict of its disagreements."""


def judge(
    groups: Iterable[Group], sources: Sequence[Source], compare: Judge
) -> tuple[Finding, ...]:
    """One finding for each group of two readings or more, and for agreement of two sources.

    The sure ones come first; among these, and among the possible ones, the gravest.
    """
    by_id = {source.id: source for source in sources}
    hourly = by_the_hour(by_id, compare)
    copies, printed = Copies(by_id), prints(by_id)
    found = [_finding(group, by_id, hourly, copies, printed) for group in together(groups, printed)]
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


def _finding(
    group: Group,
    sources: Mapping[str, Source],
    compare: Judge,
    copies: Copies,
    printed: Print,
) -> Finding | None:
    if len(group.claims) < 2:
        return None
    held, judged = verdicts(group, compare, printed)
    if any(row[3].verdict.flagged for row in judged):
        held, judged = _told_alone(held, judged)
    held, judged = _forward(held, judged)
    gravest = min(judged, key=lambda row: _grave(row[2], row[3]), default=None)
    confidence = _confidence(gravest[2], gravest[3]) if gravest else Confidence.SURE
    keys = list(held)
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
        else title_of_one(gravest[4], gravest[5], sources)
        if gravest
        else title(lead, sources[lead.source]),
        because=because,
        readings=tuple(
            Reading(value=claims[0].value, claims=tuple(map(_citation, claims)))
            for claims in held.values()
        ),
        disagreements=disagreements,
        severity=severity_of(group.kind, verdict, gravest and gravest[3], held.values(), copies),
        evidence=gravest[2].evidence if gravest else (),
    )


def _told_alone(
    held: Mapping[Key, list[Claim]], judged: Sequence[Judged]
) -> tuple[Mapping[Key, list[Claim]], list[Judged]]:
    """What is told of a finding: a reading that no shown pair holds to it is left out.

    Where a pair is sure, what is only possible is not shown, but for what a later day has moved on
    from; what is not flagged asks nothing of the reader, and stays with the readings that do. A
    toll's figure stays on the line of its days.
    """
    sure = [_confidence(row[2], row[3]) is Confidence.SURE for row in judged]
    rows = list(zip(judged, sure, strict=True))
    firm = {at for row, is_sure in rows if is_sure and row[3].verdict.flagged for at in row[:2]}
    shown = [row for row, is_sure in rows if is_sure or _moved_on(row, firm)] if firm else judged
    paired = {at for row in shown for at in row[:2]}
    whole = len(shown) == len(judged)
    kept = list(held.items())
    told = [at for at, (_, claims) in enumerate(kept) if at in paired or (whole and _lies(claims))]
    moved = {at: number for number, at in enumerate(told)}
    return (
        dict(kept[at] for at in told),
        [(moved[one], moved[other], link, ruled, a, b) for one, other, link, ruled, a, b in shown],
    )


def _forward(
    held: Mapping[Key, list[Claim]], judged: Sequence[Judged]
) -> tuple[Mapping[Key, list[Claim]], list[Judged]]:
    """Each pair in the order of its sentence, so that "more" and "later" are said of the second.

    Of two readings alone, that is their order in the finding too.
    """
    readings = list(held.values())
    rows = [
        row if row[4] in readings[row[0]] or row[4] not in readings[row[1]] else _turned(row)
        for row in judged
    ]
    if len(readings) == 2 and rows and all(row[0] > row[1] for row in rows):
        return dict(reversed(list(held.items()))), [_turned(row) for row in rows]
    return held, rows


def _turned(row: Judged) -> Judged:
    one, other, link, ruled, a, b = row
    return other, one, link, ruled, a, b


def _moved_on(row: Judged, firm: Container[int]) -> bool:
    """Whether a later day, told in both texts, has moved on to or from what is surely told."""
    return row[3].level == "quantity.update.later" and (row[0] in firm or row[1] in firm)


def _lies(claims: Sequence[Claim]) -> bool:
    """Whether a figure counts something on a day that is told, as those of a toll do."""
    return any(
        isinstance(claim, QuantityClaim)
        and not units.is_physical(claim.value.unit)
        and claim.context is not None
        and claim.context.as_of is not None
        for claim in claims
    )


def _cited(
    one: Sequence[Claim], other: Sequence[Claim], a: Claim, b: Claim
) -> tuple[int, int] | None:
    """Where the two claims that were compared stand among those of their readings."""
    first, second = (a, b) if a in one and b in other else (b, a)
    if first not in one or second not in other:
        return None
    return one.index(first), other.index(second)


def _grave(link: Link, compared: Ruled) -> tuple[bool, int]:
    """Flagged before unflagged, and of these what is sure, before how grave it is."""
    if not compared.verdict.flagged:
        return True, len(GRAVEST)
    return link.confidence is Confidence.POSSIBLE, GRAVEST.index(compared.verdict)


def _confidence(link: Link, compared: Ruled) -> Confidence:
    """What is not flagged asks nothing."""
    return link.confidence if compared.verdict.flagged else Confidence.SURE


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
    said = sorted("|".join(key(claim)[:-1] or key(claim)) for claim in lead)
    about = sorted({(claim.context and claim.context.predicate) or "" for claim in lead})
    digest = sha256("\n".join([group.kind, *said, *about]).encode()).hexdigest()
    return f"{group.kind[0]}-{digest[:10]}"
