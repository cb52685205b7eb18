"""The role in which a draft names somebody, held against the roles that the sources give.

A role is told in many words: what counts is whether the words of the draft's stand near the name
in any source. Where its noun does not, nor what narrows it, and the sources give another one,
it differs.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from discrepancy import tables
from discrepancy.claims import NameClaim
from discrepancy.item import Quoted, Status
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import Held, words_of
from discrepancy.proofing.role_words import Office, folded_role, kin, place_of
from discrepancy.proofing.told import Words
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import is_stop, spelling, tokens

BESIDE = 90
"""Characters to either side of a name in which a source's role of it is looked for."""


SPECIFIC = 2
"""Words from which on a role is told in full: "the minister" may be short for a deputy."""


@dataclass(frozen=True)
class Named:
    """What the sources say where they name somebody."""

    words: Words
    """All words of the sentences that name them."""
    beside: Words
    """Those of them that stand next to the name."""
    given: tuple[Quoted, ...]
    """The offices that the sources give them."""
    kin: tuple[Quoted, ...] = ()
    """Whose kin the sources call them: "her father"."""
    sentences: tuple[tuple[Source, Span], ...] = ()
    """Those sentences."""

    @property
    def shown(self) -> Quoted | None:
        """An office that a source gives them."""
        return next(iter(self.given), None)


class Roles:
    """Looks up what the sources say of the people they name."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is read until the first role asks."""
        self._ground = ground
        self._known: dict[str, Named] = {}

    def of(self, name: str) -> Named:
        """What stands round a name in all sources."""
        if name not in self._known:
            self._known[name] = self._named(name)
        return self._known[name]

    def holders(self, office: str) -> Iterator[tuple[str, Quoted]]:
        """Those to whom the sources give an office or a degree of kin, each with their words."""
        for told in self._given.values():
            yield from (row for row in told if office in folded_role(row[1].text))

    def is_person(self, claim: NameClaim) -> bool:
        """Whether the draft names a person, or the sources have one of that name."""
        if claim.type != "thing":
            return claim.type == "person"
        said = (spelling.folded(token.text) for token in tokens(claim.value.text))
        return self._ground.people.issuperset(said)

    def _named(self, name: str) -> Named:
        key = spelling.folded(name.split()[-1])
        said: set[str] = set()
        near: set[str] = set()
        sentences: dict[tuple[Source, Span], None] = {}
        for word in self._ground.places.get(key, ()):
            if not word.text[0].isupper():
                continue
            source = self._ground.sources[word.source]
            text = source.text
            sentence = self._ground.sentence(word.source, word.start)
            sentences[source, sentence] = None
            start = max(sentence.start, word.start - BESIDE)
            end = min(sentence.end, word.end + BESIDE)
            said |= folded_role(sentence.of(text))
            near |= folded_role(text[start:end])
        told = [row for row in self._given.get(key, ()) if _one_person(name, row[0])]
        return Named(
            frozenset(said),
            frozenset(near),
            tuple(quoted for _, quoted in told if self._tells_office(quoted.text)),
            tuple(quoted for _, quoted in told if folded_role(quoted.text) & kin()),
            tuple(sentences),
        )

    @cached_property
    def _given(self) -> Mapping[str, list[tuple[str, Quoted]]]:
        """The roles that the sources give people, by surname, each with the name."""
        found: defaultdict[str, list[tuple[str, Quoted]]] = defaultdict(list)
        for source in self._ground.sources:
            for claim in self._ground.claims[source.id]:
                span = place_of(claim, source) if isinstance(claim, NameClaim) else None
                told = span.of(source.text) if span else ""
                if span is None or not (self._tells_office(told) or folded_role(told) & kin()):
                    continue
                assert isinstance(claim, NameClaim)
                name = claim.value.text
                key = spelling.folded(name.split()[-1])
                found[key].append((name, words_of(source, span, "conflict")))
        return found

    def _tells_office(self, role: str) -> bool:
        """Whether a word of it is a noun of office, or ends in one: "co-founder"."""
        said = folded_role(role)
        return not self.offices.isdisjoint(said | {word.rpartition("-")[2] for word in said})

    @cached_property
    def offices(self) -> Words:
        """Those of them of which one person hardly has two: no worker, resident, father."""
        return self.nouns - folded_role(" ".join(tables.words("proofing", "loose")))

    @cached_property
    def nouns(self) -> Words:
        """The nouns of office, as roles are folded."""
        listed = tables.words("titles", "roles") | tables.words("proofing", "roles")
        offices = {row.names.split()[0] for row in tables.rows("proofing", Office, "office")}
        return frozenset(word for noun in listed | offices for word in folded_role(noun))


def hold(claim: NameClaim, draft: Source, roles: Roles) -> Iterator[Held]:
    """What the sources make of the role that the draft gives somebody, where it gives one."""
    span = place_of(claim, draft)
    if span is None or not roles.is_person(claim) or draft.text[span.start].isdigit():
        return  # "two years into President Alder's term"
    named = roles.of(claim.value.text)
    if not named.words:
        return  # the name itself is the alarm
    said = folded_role(span.of(draft.text)) - folded_role(claim.value.text)
    nouns = said & roles.offices
    missing = (said - named.words) | (nouns - named.beside)
    other = _other_kin(said, named)
    if not missing:
        other = other or _lower(said, named) or _crossed(nouns, claim, named, roles)
    if other:
        yield _differs(other, span)
    elif not missing:
        because = "The sources give this role with the name."
        given = named.given or named.kin
        same = tuple(one.model_copy(update={"verdict": "agreement"}) for one in given[:1])
        yield Held(Status.BORNE_OUT, "name.agreement.role", because, same, span)
    elif _telling(missing, nouns) and (shown := named.shown or _narrowed(said, nouns, named)):
        yield _differs(shown, span)
    elif lost := missing & (nouns | kin()):
        yield from _of_another(lost, said, claim, roles, span)


def _of_another(
    lost: Words, said: Words, claim: NameClaim, roles: Roles, span: Span
) -> Iterator[Held]:
    """A role that the sources give another, and of which they say nothing where they name this one.

    An office alone does not tell: many are "managers", and a source need not call each one so.
    """
    name = claim.value.text
    for holder, shown in (row for word in sorted(lost) for row in roles.holders(word)):
        alike = len(said & folded_role(shown.text)) >= SPECIFIC or bool(lost & kin())
        if alike and not (name.endswith(_surname(holder)) and _one_person(name, holder)):
            because = f'The sources have "{_in_line(shown)}" of {holder}.'
            yield Held(Status.DIFFERS, "name.differs.role", because, (shown,), span)
            return


def _differs(shown: Quoted, span: Span) -> Held:
    because = f'The sources have "{_in_line(shown)}".'
    return Held(Status.DIFFERS, "name.differs.role", because, (shown,), span)


def _in_line(shown: Quoted) -> str:
    return " ".join(shown.text.split())


def _other_kin(said: Words, named: Named) -> Quoted | None:
    """What else of kin the sources call them: "her brother", and they have "her father"."""
    own = said & kin()
    if not own or any(folded_role(quoted.text) & own for quoted in named.kin):
        return None
    return next(iter(named.kin), None)


def _lower(said: Words, named: Named) -> Quoted | None:
    """The lower office that all sources give them: "interior minister" for its deputy."""
    lower = frozenset(w for word in tables.words("proofing", "lower") for w in folded_role(word))
    if len(said) < SPECIFIC or said & lower:
        return None
    given = [folded_role(quoted.text) for quoted in named.given]
    less = all(words & lower and words & said for words in given)
    return named.shown if less else None


def _crossed(nouns: Words, claim: NameClaim, named: Named, roles: Roles) -> Quoted | None:
    """The office that the sources give them, where that of the draft is only ever another's.

    Both may stand in one sentence: "Mayor Jon Hale was met by the judge, Mara Alder".
    """
    own, name = (
        frozenset[str]().union(*(folded_role(one.text) for one in named.given)),
        claim.value.text,
    )
    if not named.given or not nouns or nouns & own:
        return None
    holders = [holder for office in nouns for holder, _ in roles.holders(office)]
    others = not any(name.endswith(_surname(holder)) for holder in holders)
    return named.shown if holders and others else None


def _narrowed(said: Words, nouns: Words, named: Named) -> Quoted | None:
    """The office of one noun that a sentence about them narrows by another word.

    "Managing director", and a source has "where he had been finance director since 2009".
    """
    for source, sentence in named.sentences:
        read = tokens(source.text, sentence.start, sentence.end)
        for before, noun in pairwise(read):
            other = folded_role(before.lower) - said
            narrows = before.text.islower() and other and not is_stop(before.lower)
            if narrows and folded_role(noun.lower) & nouns:
                return words_of(source, Span(start=before.start, end=noun.end), "conflict")
    return None


def _telling(missing: Words, nouns: Words) -> bool:
    """Whether the words that no source has near the name make it another office.

    Args:
        missing: those words.
        nouns: the nouns of office of the draft's role.
    """
    if missing & nouns or any(word[0].isdigit() for word in missing):
        return True
    narrowing = frozenset(
        w for word in tables.words("proofing", "portfolios") for w in folded_role(word)
    )
    return bool(missing & narrowing)


def _surname(name: str) -> str:
    return name.rpartition(" ")[2]


def _one_person(name: str, other: str) -> bool:
    """Whether two names of one surname may be of one person."""
    one, two = name.split()[:-1], other.split()[:-1]
    return not one or not two or one[0] == two[0] or spelling.short_forms(one[0], two[0])
