"""A name of the draft: does a source know it, letter by letter or in another form?

Surnames alone, initials, agencies and their short forms stand for who is named in full. Each
word of a name that no source has is an item of its own, so that what is right of it stays right.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import zip_longest

from discrepancy import comparison, tables
from discrepancy.claims import NameClaim
from discrepancy.finding import Verdict
from discrepancy.item import Quoted, Status
from discrepancy.proofing import appellations
from discrepancy.proofing.ground import Ground
from discrepancy.proofing.held import SHOWN, Held, passage, words_of
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import Token, number_words, spelling, tokens


class Names:
    """The names of the sources, ready to be looked up."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is read until the first name asks."""
        self._ground = ground
        self._printed: dict[str, tuple[Quoted, ...]] = {}

    def printed(self, name: str) -> tuple[Quoted, ...]:
        """Where the sources print a whole name; looked up once."""
        if name not in self._printed:
            self._printed[name] = _printed(name, self._ground)
        return self._printed[name]

    @cached_property
    def claims(self) -> tuple[NameClaim, ...]:
        """Every naming of every source, peoples left out."""
        return tuple(
            claim
            for source in self._ground.sources
            for claim in self._ground.claims[source.id]
            if isinstance(claim, NameClaim) and claim.role != "nationality"
        )

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[NameClaim]]:
        """The namings that hold a word, by its letters."""
        found: defaultdict[str, list[NameClaim]] = defaultdict(list)
        for claim in self.claims:
            for word in dict.fromkeys(map(spelling.folded, claim.value.text.split())):
                found[word].append(claim)
        return found

    @cached_property
    def initials(self) -> Mapping[str, NameClaim]:
        """The namings of several words by their initials: FBI."""
        return {
            letters: claim
            for claim in reversed(self.claims)
            if " " in claim.text and len(letters := spelling.initials(claim.text)) > 1
        }

    def has(self, word: str) -> bool:
        """Whether any source has a word, or a form or another name of it."""
        return self.place(word) is not None

    def place(self, word: str) -> Quoted | None:
        """Where the sources have a word or a form of it."""
        for form in appellations.forms(word):
            large = (one for one in self._ground.places.get(form, ()) if one.text[0].isupper())
            for found in large:
                source = self._ground.sources[found.source]
                return words_of(source, Span(start=found.start, end=found.end), "agreement")
        return None


def hold(claim: NameClaim, draft: Source, names: Names, ground: Ground) -> Iterator[Held]:
    """What the sources make of a name: one for what they know, one for each word they do not."""
    said = [token for token in tokens(claim.text) if token.text[0].isalnum()]
    if evidence := names.printed(claim.text):
        yield Held(Status.BORNE_OUT, "name.agreement.equal", "The sources have the name.", evidence)
        return
    if short := _in_short(claim.text, names, ground):
        because = f'"{short.text}" in the sources is the same in another form.'
        yield Held(Status.BORNE_OUT, "name.agreement.short", because, (short,))
        return
    if len(said) == 1 and _opens(claim, draft) and _is_noun(said[0], ground):
        return  # "Gang" at the head of a headline: no name
    known = [token for token in said if token.text[0].isupper() and names.has(token.text)]
    missing = [
        token for token in said if token not in known and not _is_common(token, claim, known)
    ]
    if known or not missing:
        yield from _known(claim, known or said, names, missing)
    for token in missing:
        span = Span(start=claim.span.start + token.start, end=claim.span.start + token.end)
        yield _missing(claim, token, known, span if known else claim.span, names)
        if not known:
            return


def _opens(claim: NameClaim, draft: Source) -> bool:
    """Whether it stands at the head of its sentence, where every word is large."""
    start = claim.context.sentence.start if claim.context else 0
    before = draft.text[start : claim.span.start]
    return claim.type == "thing" and not any(character.isalnum() for character in before)


def _is_noun(token: Token, ground: Ground) -> bool:
    """Whether it is an ordinary word, in a list of them or as the sources write it."""
    if token.lower in tables.words("ordinary", "words"):
        return True
    return any(word.text.islower() for word in ground.places.get(spelling.folded(token.text), ()))


def _printed(name: str, ground: Ground) -> tuple[Quoted, ...]:
    """Where the sources print the whole name, first one place of each of them."""
    found: dict[int, list[Quoted]] = {}
    for place in ground.spoken(name):
        if _is_large(place, ground):
            number, span, _ = place
            found.setdefault(number, []).append(words_of(ground.sources[number], span, "agreement"))
    rounds = zip_longest(*found.values())
    return tuple(quoted for each in rounds for quoted in each if quoted)[:SHOWN]


def _is_large(place: tuple[int, Span, frozenset[str]], ground: Ground) -> bool:
    """Whether the words stand in a source as a name does: "US", not "us"."""
    number, span, _ = place
    return any(word[:1].isupper() for word in span.of(ground.sources[number].text).split())


def _known(
    claim: NameClaim, known: Sequence[Token], names: Names, missing: Sequence[Token]
) -> Iterator[Held]:
    if not missing and (other := _another_given(claim, known, names)):
        token, held = other
        start = claim.span.start
        because = f'The sources have "{held.value.text}".'
        yield Held(
            Status.DIFFERS,
            "name.differs.given",
            because,
            (passage(held, "conflict"),),
            Span(start=start + token.start, end=start + token.end),
        )
        known = [one for one in known if one is not token]
    start, end = claim.span.start + known[0].start, claim.span.start + known[-1].end
    inside = {token.start for token in missing}
    if any(known[0].start < at < known[-1].end for at in inside):
        end = claim.span.start + known[0].end
    evidence = tuple(filter(None, (names.place(token.text) for token in known)))
    because = "The sources have the name." if not missing else "The sources have this of the name."
    yield Held(
        Status.BORNE_OUT, "name.agreement.part", because, evidence, Span(start=start, end=end)
    )


def _another_given(
    claim: NameClaim, known: Sequence[Token], names: Names
) -> tuple[Token, NameClaim] | None:
    """The person of this surname whom the sources give another given name, where all do so."""
    if claim.type != "person" or len(known) != 2:
        return None
    held = names.by_word.get(spelling.folded(known[0].text), ())
    if not held or any(" " not in other.value.text for other in held):
        return None  # the given name stands alone: it may be anybody's
    return known[0], held[0]


def _missing(
    claim: NameClaim, token: Token, known: Sequence[Token], span: Span, names: Names
) -> Held:
    """A word of a name that no source has: a slip for one that they have, or nothing of theirs."""
    for other in known:
        for held in names.by_word.get(spelling.folded(other.text), ()):
            if beside := _instead(token.text, held, [one.text for one in known]):
                if spelling.short_forms(token.text, beside):
                    because = f'"{beside}" in the sources is another form of the name.'
                    shown = (passage(held, "compatible"),)
                    return Held(Status.BORNE_OUT, "name.compatible.given", because, shown, span)
                because = f'The sources have "{held.value.text}".'
                shown = (passage(held, "conflict"),)
                return Held(Status.DIFFERS, "name.differs.word", because, shown, span)
    near = _near(claim, token, names)
    if near is not None:
        compared = comparison.compare(claim, near)
        if compared.verdict is Verdict.COMPATIBLE and not _transposed(token, near):
            because = f'"{near.text}" in the sources: {compared.because}.'
            shown = (passage(near, "compatible"),)
            return Held(Status.BORNE_OUT, compared.level, because, shown, span)
        because = f'The sources write "{near.value.text}".'
        return Held(
            Status.DIFFERS, "name.differs.spelling", because, (passage(near, "conflict"),), span
        )
    because = f'No source has "{token.text if known else claim.text}".'
    return Held(Status.NOT_FOUND, "name.not_found", because, (), span)


def _transposed(token: Token, near: NameClaim) -> bool:
    """Whether letters changed places: "Nobry" is no other way of writing "Norby"."""
    said = spelling.folded(token.text)
    return any(
        sorted(said) == sorted(word) and said != word
        for word in (spelling.folded(one.text) for one in tokens(near.value.text))
    )


def _instead(word: str, held: NameClaim, known: Sequence[str]) -> str | None:
    """The word that a source's name has in the place of a word of the draft's."""
    said = held.value.text.split()
    left = [one for one in said if spelling.folded(one) not in map(spelling.folded, known)]
    if len(left) != 1 or len(said) != len(known) + 1:
        return None
    return left[0] if left[0][:1].isupper() else None


def _near(claim: NameClaim, token: Token, names: Names) -> NameClaim | None:
    wanted = spelling.folded(token.text)
    for word, held in names.by_word.items():
        near = abs(len(word) - len(wanted)) <= 2 and word[:1] == wanted[:1]
        if near and spelling.close(word, wanted):
            return held[0]
    return None


def _in_short(text: str, names: Names, ground: Ground) -> Quoted | None:
    """Another form of the whole name: its initials, what they stand for, or a known alias."""
    if text.isupper() and len(text) > 1 and text in names.initials:
        return passage(names.initials[text], "agreement")
    others = appellations.aliases().get(spelling.folded(text), ())
    for alias in (*others, *appellations.peoples_of(text)):
        for place in ground.spoken(alias):
            if _is_large(place, ground):
                return words_of(ground.sources[place[0]], place[1], "agreement")
    return None


def _is_common(token: Token, claim: NameClaim, known: Sequence[Token]) -> bool:
    """Whether a word of a longer name is an ordinary one, which another form may leave out."""
    if not token.text[0].isupper():
        return True
    if token.text.isdigit() or (token.lower in number_words() and not token.start):
        return True  # "Two Alder boats"; "League Two" is another league than "League One"
    return claim.type != "person" and bool(known) and token.lower in appellations.generic()
