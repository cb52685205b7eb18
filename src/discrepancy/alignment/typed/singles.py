"""Claims that were typed in, each once and in an order of its own, and those who tell them.

>>> from discrepancy.entries import claim
>>> told = [claim(n, measurand="people killed", source="Arn Post") for n in (9, 6, 9)]
>>> claims, tellers = settled(told, ())
>>> [claim.text for claim in claims], [source.id for source in tellers]
(['6', '9'], ['Arn Post'])
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter

from discrepancy.claims import Claim
from discrepancy.errors import RefusedClaim
from discrepancy.source import Layout, Source


def settled(
    claims: Iterable[Claim], sources: Sequence[Source]
) -> tuple[tuple[Claim, ...], tuple[Source, ...]]:
    """The claims in an order of their own, each once, and a source for each teller without a text.

    Raises:
        RefusedClaim: a claim has a span, and its words do not stand there.
    """
    spelled: dict[int, str] = {}
    held = tuple(claims)  # so that no id is given anew
    kept = sorted({_said(claim, spelled): claim for claim in held}.items(), key=itemgetter(0))
    texts = {source.id: source for source in sources}
    days: dict[str, set[date | None]] = {}
    for _, claim in kept:
        if claim.span:
            _stands(claim, texts)
        if claim.source not in texts and claim.entry:
            days.setdefault(claim.source, set()).add(claim.entry.published)
    tellers = (
        Source(id=name, text="", layout=Layout(), published=days[name].pop())
        if len(days[name]) == 1
        else Source(id=name, text="", layout=Layout())
        for name in sorted(days)
    )
    return tuple(claim for _, claim in kept), tuple(tellers)


def _said(claim: Claim, spelled: dict[int, str]) -> tuple[str, ...]:
    """All that a claim says, but for the row in which it stands: the same twice is said once.

    Rows that give one value share it, so that it is spelled out once.
    """
    assert claim.entry is not None
    entry, context, at = claim.entry, claim.context, id(claim.value)
    if at not in spelled:
        spelled[at] = repr(claim.value)
    told = (entry.subject, entry.words, entry.url, entry.page, entry.published)
    held = (context.as_of, context.attribution) if context else ()
    own = (claim.source, entry.measurand, claim.kind, claim.text, spelled[at])
    return (*own, *(str(part or "") for part in (*told, *held)))


def _stands(claim: Claim, texts: Mapping[str, Source]) -> None:
    source = texts.get(claim.source)
    if source is None or claim.span.end > len(source.text):
        raise RefusedClaim(f"{claim.source}: a claim stands in it, and its text is not given")
