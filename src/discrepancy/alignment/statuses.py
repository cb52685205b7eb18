"""Which statements on a scale speak of the same thing: one scale, one subject, no source with both.

A text that says both speaks of two things, or tells how the one became the other: of the stages
of a process it stands at the furthest that it tells.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from discrepancy import tables
from discrepancy.alignment.company import nearest, one_story
from discrepancy.alignment.components import groups
from discrepancy.alignment.weights import shipped
from discrepancy.claims import Claim, Modality, StatusClaim
from discrepancy.group import Group, Link
from discrepancy.source import Source
from discrepancy.words import content_words, scales

SHARED = 1
"""How many content words two sentences must share to speak of one thing."""

MAINLY = 3
"""How many times as many texts must name the one of whom a story is as any other."""

StateReading = list[StatusClaim]


def align(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each scale of each subject, linked where levels part between sources."""
    by_id = {source.id: source for source in sources}
    found: tuple[Group, ...] = ()
    for subject in _subjects(claims):
        found += tuple(_inside(subject, by_id))
        levels = _levels(subject)
        for group in groups("status", _links(levels, by_id)):
            told = {claim.source for claim in group.claims}
            ends = {id(claim) for claim in group.claims}
            linked = [level for level in levels if any(id(claim) in ends for claim in level)]
            near = sorted(
                (said for level in linked for said in level if _tells(said.source, told, by_id)),
                key=_place,
            )
            found += (Group("status", tuple(near), group.links),)
    return found


def _tells(source: str, told: Iterable[str], sources: Mapping[str, Source]) -> bool:
    """Whether the source tells of the same story as all those whose states are linked."""
    return all(one_story(sources[source], sources[other]) for other in told)


def pairs(claims_by_source: Mapping[Source, Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """One statement of each two levels that are taken to be of one thing."""
    claims = [claim for read in claims_by_source.values() for claim in read]
    for group in align(tuple(claims_by_source), claims):
        yield from ((link.a, link.b) for link in group.links)


def _subjects(claims: Iterable[Claim]) -> list[list[StatusClaim]]:
    """The statements on each scale, apart by whom they are of.

    A statement that names nobody is of the bearer that its text names, or else the story.
    """
    held: defaultdict[str, list[StatusClaim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim, StatusClaim) and _is_asserted(claim):
            held[claim.scale].append(claim)
    found: list[list[StatusClaim]] = []
    for scale, said in sorted(held.items()):
        bearers = _apart(said, named=scales.scale(scale).named)
        found += [sorted(bearers[bearer], key=_place) for bearer in sorted(bearers)]
    return found


def _apart(said: Iterable[StatusClaim], *, named: bool) -> dict[str, list[StatusClaim]]:
    """The statements of each bearer; those that name none stand by themselves, or are left out."""
    bearers: defaultdict[str, list[StatusClaim]] = defaultdict(list)
    for claim in said:
        bearers[_bearer(claim)].append(claim)
    nameless = bearers.pop("", [])
    if not named:
        documents = {bearer: _sources(level) for bearer, level in bearers.items()}
        for claim in nameless:
            whose = "" if claim.subject else _whose(claim.source, documents)
            bearers[whose].append(claim)
    return bearers


def _whose(source: str, documents: Mapping[str, frozenset[str]]) -> str:
    """Whom a text means that says no name: the only one it names, or whom the others name."""
    own = [bearer for bearer, told in documents.items() if source in told]
    if len(own) == 1:
        return own[0]
    if own or not documents:
        return ""
    first, *others = sorted(documents, key=lambda bearer: (-len(documents[bearer]), bearer))
    beside = max((len(documents[other]) for other in others), default=0)
    return first if len(documents[first]) >= MAINLY * beside else ""


def _is_asserted(claim: StatusClaim) -> bool:
    """Whether the text tells the state as so, and of the story's own time."""
    around = claim.context
    if around is None:
        return True
    return not (around.frame or around.negated) and around.modality is Modality.STATED


def _bearer(claim: StatusClaim) -> str:
    """The last word of the name; of a body of which there are several, the whole of it.

    None of those who are told by no name of their own: "eleven officers".
    """
    if _nameless(claim) and not scales.scale(claim.scale).named:
        return ""
    name = (claim.subject or "").casefold()
    last = name.split(" ")[-1]
    return name if last in tables.words("titles", "many_bodies") else last


def _levels(statements: StateReading) -> list[StateReading]:
    """The statements by their level; on an ordered scale, each source's furthest alone."""
    furthest: dict[str, int] = {}
    scale = scales.scale(statements[0].scale)
    if scale.ordered and not scale.mixed:
        for said in statements:
            furthest[said.source] = max(furthest.get(said.source, 0), said.level)
    held: defaultdict[int, list[StatusClaim]] = defaultdict(list)
    for said in statements:
        if said.level == furthest.get(said.source, said.level):
            held[said.level].append(said)
    return [found for _, found in sorted(held.items())]


def _links(levels: Sequence[StateReading], sources: Mapping[str, Source]) -> Iterator[Link]:
    for one, other in combinations(levels, 2):
        company, a, b = nearest(one, other, sources, one_story)
        if company < SHARED or _sources(one) & _sources(other) or _of_two_things(a, b):
            continue
        told = {
            "shared_words": float(min(company, 4)),
            "named": float(bool(a.subject and b.subject) and not (_nameless(a) or _nameless(b))),
            "in_order": float(_in_order(a, b)),
        }
        if link := shipped("status").link(a, b, told):
            yield link


def _in_order(a: StatusClaim, b: StatusClaim) -> bool:
    """Whether the two are stages, and the later account tells the later one."""
    days = [claim.context.as_of if claim.context else None for claim in (a, b)]
    if not scales.scale(a.scale).ordered or not all(days) or days[0] == days[1]:
        return False
    return (a.level < b.level) == ((days[0] or "") < (days[1] or ""))


def _of_two_things(a: StatusClaim, b: StatusClaim) -> bool:
    """Whether the words of both go on to a name, and the names differ: "in talks with Hale"."""
    opposed = scales.scale(a.scale).opposed
    if opposed and (opposed == tuple(sorted((a.level, b.level))) or _nameless(a) or _nameless(b)):
        return _of_two_reports(a, b)
    here, there = (_named(claim.text) for claim in (a, b))
    same = (one <= other or other <= one for one in here for other in there)
    return bool(here and there) and not any(same)


def _of_two_reports(a: StatusClaim, b: StatusClaim) -> bool:
    """Whether what is confirmed is another thing than what is denied, as their words tell.

    A body that bears no name of its own ("the ministry") may be another one: there they must agree.
    """
    here, there = (
        set(content_words(claim.text)) - tables.words("titles", "confirming") for claim in (a, b)
    )
    return not here & there and (_nameless(a) or _nameless(b) or bool(here and there))


def _nameless(claim: StatusClaim) -> bool:
    return (claim.subject or "").islower()


def _named(text: str) -> list[set[str]]:
    """The words of each name in a claim's words; a headline in capitals tells none."""
    return [] if text.istitle() else [set(run.split()) for run in _NAMES.findall(text)]


_NAMES = re.compile(r"(?<= )[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")


def _inside(statements: StateReading, sources: Mapping[str, Source]) -> Iterator[Group]:
    """One text that lets a speaker deny now what another speaker tells as done.

    "Officials say fighting has begun. The ministry says it has not yet begun."
    """
    for said, other in combinations(statements, 2):
        lower, higher = sorted((said, other), key=lambda claim: claim.level)
        if said.source != other.source or said.level == other.level:
            continue
        if _still(lower, sources[lower.source]) and _two_speakers(lower, higher):
            if link := shipped("status").link(lower, higher, {"one_text": 1.0}):
                yield Group("status", (lower, higher), (link,))
            return


def _still(claim: StatusClaim, source: Source) -> bool:
    """Whether the state is told as of now: "have not yet", not "had not yet"."""
    before = source.text[: claim.span.start].split()[-2:]
    now = {"has", "have", "is", "are", "hasn't", "haven't"}
    words = {word.lower() for word in (*before, *claim.text.split())}
    return "yet" in words and bool(words & now)


def _two_speakers(a: StatusClaim, b: StatusClaim) -> bool:
    said = [claim.context.attribution if claim.context else None for claim in (a, b)]
    return all(said) and said[0] != said[1]


def _sources(level: StateReading) -> frozenset[str]:
    return frozenset(claim.source for claim in level)


def _place(claim: StatusClaim) -> tuple[str, int]:
    return claim.source, claim.span.start
