"""Which names may be of one person, place or thing though they are written differently.

Candidates share all words but one, or are close in spelling; they are kept where the rest of
what is said makes them one: the same role, the same neighbours in the sentence, one bearer in
each source.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from discrepancy import spelling, tables, words
from discrepancy.claim import Claim, NameClaim
from discrepancy.finding import Evidence
from discrepancy.group import Group, Link
from discrepancy.source import Source
from discrepancy.spelling import Departure

SHARED = 2
"""How many content words two sentences must share to speak of one bearer."""


@dataclass(frozen=True)
class Reading:
    """All claims of a story that write one name in one way."""

    text: str
    claims: tuple[NameClaim, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.text.split())

    @property
    def sources(self) -> frozenset[str]:
        """Which sources write it so."""
        return frozenset(claim.source for claim in self.claims)

    @property
    def type(self) -> str:
        """The type that most of its claims have."""
        types = [claim.type for claim in self.claims]
        return max(sorted(set(types)), key=types.count)


def align(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each two ways of writing that are taken to name one bearer."""
    by_id = {source.id: source for source in sources}
    found = []
    for one, other, why in _same(_readings(claims), by_id):
        a, b = _nearest(one, other)
        link = Link(a, b, weight=1.0, evidence=(Evidence(level=why, weight=1.0, because=why),))
        found.append(Group("name", one.claims + other.claims, (link,)))
    return tuple(found)


def pairs(claims_by_source: Mapping[Source, Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """One claim of each two ways of writing that are taken to name one bearer."""
    claims = [claim for read in claims_by_source.values() for claim in read]
    for group in align(tuple(claims_by_source), claims):
        yield group.links[0].a, group.links[0].b


def _readings(claims: Iterable[Claim]) -> list[Reading]:
    held: defaultdict[str, list[NameClaim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim, NameClaim):
            held[claim.value.text.casefold()].append(claim)
    return [Reading(found[0].value.text, tuple(found)) for _, found in sorted(held.items())]


def _same(
    readings: Sequence[Reading], sources: Mapping[str, Source]
) -> Iterator[tuple[Reading, Reading, str]]:
    """Candidates that something beside their letters makes one."""
    for one, other in _candidates(readings):
        departure = spelling.departure(one.text, other.text)
        if departure.rung != "apart" and _one_bearer(one, other, departure, sources):
            yield one, other, departure.rung


def _candidates(readings: Sequence[Reading]) -> list[tuple[Reading, Reading]]:
    """Pairs that share a key, each once: all words but one, the letters, a near spelling."""
    held: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, reading in enumerate(readings):
        for key in _keys(reading):
            held[key].append(at)
    met = {pair for found in held.values() for pair in combinations(sorted(set(found)), 2)}
    return [(readings[a], readings[b]) for a, b in sorted(met)]


def _keys(reading: Reading) -> Iterator[tuple[str, ...]]:
    said = [spelling.folded(word) for word in reading.words]
    yield ("letters", spelling.folded(reading.text))
    if len(said) > 2:
        yield ("order", *sorted(said))
    if len(said) > 1:
        for at in range(len(said)):
            yield ("masked", *said[:at], "*", *said[at + 1 :])
    for word in said:
        yield from (("near", left) for left in _shortened(word))


def _shortened(word: str) -> set[str]:
    """The word with a letter left out, or two of a long one: near words share one of these."""
    once = {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}
    if len(word) < 8:
        return once if len(word) > 4 else set()
    return once | {left[:at] + left[at + 1 :] for left in once for at in range(len(left))}


def _one_bearer(
    one: Reading, other: Reading, departure: Departure, sources: Mapping[str, Source]
) -> bool:
    match departure.rung:
        case "marks" | "spacing" | "order":
            return True
        case "last":
            forms = tables.words("titles", "legal_forms")
            return departure.one in forms and departure.other in forms
        case "first":
            return _one_person(one, other)
        case "spelling":
            if _are_given(departure) and len(one.words) > 1:
                return _one_person(one, other)
            return _one_word(one, other, departure, sources)
    return False


def _one_word(
    one: Reading, other: Reading, departure: Departure, sources: Mapping[str, Source]
) -> bool:
    if _inflected(departure.one, departure.other) or _held_together(one, other):
        return False
    if _known(departure.one) and _known(departure.other) and not _one_known(one, other):
        return False
    same_length = len(one.words) == len(other.words) > 1
    return same_length or _shared(one, other, sources) >= SHARED


def _one_person(one: Reading, other: Reading) -> bool:
    return not one.sources & other.sources and _one_role(one, other)


def _are_given(departure: Departure) -> bool:
    given = tables.words("given_names", "names")
    return departure.one in given and departure.other in given


def _known(word: str) -> bool:
    """Whether lists of names or words hold it, so that it is hardly a slip."""
    listed = (
        tables.words("ordinary", "words"),
        tables.words("given_names", "names"),
        tables.words("demonyms", "words"),
        *_places(),
    )
    return any(form in words for form in (word, word.lower()) for words in listed)


def _one_known(one: Reading, other: Reading) -> bool:
    """Whether one of two longer names stands in the lists of places, and the other does not."""
    names = (reading.text.replace(" ", "_") for reading in (one, other))
    known = [any(name in listed for listed in _places()) for name in names]
    return known[0] != known[1] and len(one.words) > 1


def _places() -> tuple[frozenset[str], ...]:
    return tuple(
        tables.words("places", name) for name in ("countries", "states", "cities", "regions")
    )


def _inflected(one: str, other: str) -> bool:
    short, long = sorted((one.lower(), other.lower()), key=len)
    return any(long == short + end for end in ("s", "n", "an", "ian", "i", "ese", "es", "d", "ed"))


def _held_together(one: Reading, other: Reading) -> bool:
    """Whether one source writes both, and not just once as a slip: then they are two."""
    rare, common = sorted((one, other), key=lambda reading: len(reading.claims))
    return any(_twice(rare, source) and _twice(common, source) for source in rare.sources)


def _twice(reading: Reading, source: str) -> bool:
    return sum(claim.source == source for claim in reading.claims) > 1


def _one_role(one: Reading, other: Reading) -> bool:
    return bool(_roles(one) & _roles(other))


def _roles(reading: Reading) -> frozenset[str]:
    said = (claim.role or claim.title or "" for claim in reading.claims)
    return frozenset(word for role in said for word in words.content_words(role))


def _shared(one: Reading, other: Reading, sources: Mapping[str, Source]) -> int:
    """The most content words that a sentence of the one shares with one of the other."""
    left, right = ([_around(claim, sources) for claim in r.claims[:8]] for r in (one, other))
    return max(len(a & b) for a in left for b in right)


def _around(claim: NameClaim, sources: Mapping[str, Source]) -> frozenset[str]:
    source = sources[claim.source]
    spans = source.layout.sentences if source.layout else ()
    sentence = next((span for span in spans if span.holds(claim.span)), claim.span)
    return _content(sentence.of(source.text)) - set(words.content_words(claim.value.text))


@cache
def _content(sentence: str) -> frozenset[str]:
    return frozenset(words.content_words(sentence))


def _nearest(one: Reading, other: Reading) -> tuple[NameClaim, NameClaim]:
    """The first claims of two different sources, where there are such."""
    for a in one.claims:
        for b in other.claims:
            if a.source != b.source:
                return a, b
    return one.claims[0], other.claims[0]
