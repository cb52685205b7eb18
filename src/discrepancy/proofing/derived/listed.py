"""A small count that no source writes, and whose members a source names: "three men", by names.

"Two nurses were fined" where the source has "Mara Alder and Pia Lund were fined", or "the pair".
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from discrepancy import tables
from discrepancy.calendar.written_dates import numbers
from discrepancy.claims import Category, Claim, NameClaim, QuantityClaim
from discrepancy.item import Quoted, Status
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import Held, passage, words_of
from discrepancy.proofing.told import Told, folded
from discrepancy.source import Source
from discrepancy.words import noun_class, tokens

ALIKE = 0.1
"""How near a source must speak to the draft's sentence, with the sentences beside its own."""

NEARER = 0.2
"""How near for a thing that is no person, and for "the second": both stand in any text."""

MOST = 10
"""Names that a text lists at most."""

BETWEEN = 40
"""Characters between two names of one list: ", 31, of Kerrin, and "."""

LAST = frozenset(("and", "&"))
JOINTS = LAST | {","}

NUMBERS = {2: "two", 3: "three", 4: "four"}


def hold(draft: Told, ground: Ground) -> Held | None:
    """What the sources name one by one, if they name as many as the draft counts."""
    claim = draft.claim
    assert isinstance(claim, QuantityClaim)
    count = int(claim.value.low)
    if claim.category is not Category.COUNT or claim.value.low != claim.value.high or count < 2:
        return None
    people = noun_class(claim.value.unit or "") == "person"
    if said := _in_one_word(draft, count, people, ground):
        because = f'{_name(said, ground)} has "{said.text}".'
        return Held(Status.BORNE_OUT, "quantity.agreement.group", because, (said,))
    for source in ground.sources if count <= MOST else ():
        for names in _lists(source, ground.claims[source.id], people):
            fits = len(names) == count and (people or _are(names, claim))
            if fits and _alike(draft, source, names, ground) >= ALIKE:
                shown = tuple(passage(name, "derived") for name in names)
                because = f"{source.outlet or source.id} names as many."
                return Held(Status.BORNE_OUT, "quantity.derived.listed", because, shown)
    return None


def _in_one_word(draft: Told, count: int, people: bool, ground: Ground) -> Quoted | None:
    """Where a source has "the pair", "twin" or "the second" in a sentence near enough."""
    found: list[tuple[float, Quoted]] = []
    groups = tables.words("proofing", NUMBERS[count]) if count in NUMBERS else ()
    ranks = [word for word, rank in numbers("ordinal").items() if rank == count]
    for word in (*groups, *ranks):
        for number, span, sentence in ground.spoken(word):
            near = ground.weights.alike(draft.sentence, sentence)
            if near >= (ALIKE if people and word in groups else NEARER):
                found.append((-near, words_of(ground.sources[number], span, "agreement")))
    return min(found, key=lambda row: row[0])[1] if found else None


def _name(said: Quoted, ground: Ground) -> str:
    source = ground.by_id[said.document]
    return source.outlet or source.id


def _are(names: Sequence[NameClaim], claim: QuantityClaim) -> bool:
    """Whether two names at least say what is counted: "three hospitals", "the Alder Hospital"."""
    noun = noun_class(claim.value.unit or "")
    return sum(noun in folded(name.value.text) for name in names) > 1


def _lists(source: Source, claims: Sequence[Claim], people: bool) -> Iterator[Sequence[NameClaim]]:
    """The runs of names that commas and "and" join."""
    names = [c for c in claims if isinstance(c, NameClaim) and (c.type == "person") == people]
    run, closed = names[:1], False
    for one, other in pairwise(names):
        between = source.text[one.span.end : other.span.start]
        if closed and _joined(between):
            continue  # "the Norby, Arn and Hale hospitals, in Kerrin": where they are
        if not _joined(between):
            yield run
            run, closed = [], False
        run.append(other)
        closed = _closes(between)
    yield run


def _closes(between: str) -> bool:
    """Whether "and" leads to the last name of a list."""
    return not LAST.isdisjoint(token.lower for token in tokens(between))


def _joined(between: str) -> bool:
    """Whether nothing stands between two names but a comma or "and", an age, a place."""
    if len(between) > BETWEEN or "." in between or "\n" in between:
        return False
    told = [token.lower for token in tokens(between)]
    plain = all(word not in tables.words("proofing", "no_list") for word in told)
    return plain and not JOINTS.isdisjoint(told)


def _alike(draft: Told, source: Source, names: Sequence[NameClaim], ground: Ground) -> float:
    spans = source.layout.sentences if source.layout else ()
    at = bisect_left(spans, names[0].span.end, key=lambda span: span.end)
    around = " ".join(span.of(source.text) for span in spans[max(0, at - 1) : at + 2])
    return ground.weights.alike(draft.sentence, folded(around))
