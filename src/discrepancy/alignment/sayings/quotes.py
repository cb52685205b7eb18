"""Which quotations are prints of one utterance.

>>> from discrepancy.claims import TextValue
>>> from discrepancy.span import Span
>>> def quote(source: str, said: str) -> QuoteClaim:
...     span, value = Span(start=0, end=len(said)), TextValue(text=said)
...     return QuoteClaim(source=source, span=span, text=said, value=value, parts=(span,))
>>> here = quote("a", "It is a sad hour for the whole town")
>>> there = quote("b", "It is a sad day for the whole town")
>>> same_utterance(here, there) > 0.8, same_utterance(here, quote("b", "We are all well")) > 0
(True, False)
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from discrepancy import words
from discrepancy.alignment import crowds
from discrepancy.alignment.components import groups
from discrepancy.alignment.sayings import translations
from discrepancy.alignment.weights import shipped
from discrepancy.claims import Claim, Modality, QuoteClaim
from discrepancy.group import Group, Link
from discrepancy.patterns import pattern
from discrepancy.source import Source
from discrepancy.words.spoken import spoken_words
from discrepancy.words.utterances import LIKE, Shared, shared

FEWEST = 0.6
"""Share of a short remark that must match where a "not" is all that differs."""

CROWD = 40
"""Quotations of a text that one word leads to; fewer where the texts together have too many."""

PRINTS = 12
"""Prints of one wording that are paired with others: more say nothing new."""

TELLING = 4
"""Content words that two remarks must share to be one whoever speaks them."""

_LIKE_IF_DOUBTFUL = 0.8
"""Least share of matching words in one document that quotes twice, or of two speakers whom
nobody names: condolences are alike whoever speaks them."""


def align(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for the prints of one utterance."""
    read = (claim for claim in claims if isinstance(claim, QuoteClaim))
    quotes = [quote for quote in read if not _denied(quote)]
    texts = {source.id: source.text for source in sources}
    return groups("quote", _nearest(_links(texts, quotes)))


def same_utterance(a: QuoteClaim, b: QuoteClaim) -> float:
    """How sure the two are prints of one utterance: 0 where they are taken for two."""
    if speak_apart(a, b):
        return 0.0
    found = shared(a.value.text, b.value.text)
    if found is None:
        return 0.0
    if found.framed and found.likeness < LIKE:
        kept = _speaks_alike(a, b) and a.source != b.source and found.content >= 2
        return found.likeness if kept and not (a.fragment or b.fragment) else 0.0
    enough = _fragments_fit if a.fragment or b.fragment else _utterances_fit
    doubtful = a.source == b.source or not (_speakers(a) or _speakers(b))
    least = _LIKE_IF_DOUBTFUL if doubtful else LIKE
    fits = enough(found, named=_speaks_alike(a, b)) or (_credited_alike(a, b) and _denies(found))
    if found.likeness < least or not fits:
        return 0.0
    return min(1.0, found.likeness * (0.5 + found.coverage / 2))


def _links(texts: Mapping[str, str], quotes: Sequence[QuoteClaim]) -> Iterator[Link]:
    told: defaultdict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        told[quote.value.text].add(quote.source)
    for a, b in candidates(quotes):
        crossed = b.source in told[a.value.text] or a.source in told[b.value.text]
        if a.value.text != b.value.text and a.source != b.source and crossed:
            continue  # one text prints both wordings: two remarks
        if alike := same_utterance(a, b):
            found = {"alike": alike, "one_speaker": float(_speaks_alike(a, b))}
            found["one_text"] = float(a.source == b.source)
            found["brief"] = float(_is_brief(a, b))
            if link := shipped("quote").link(a, b, found):
                yield replace(link, judged=translations.judged(texts, a, b))


def _nearest(links: Iterable[Link]) -> list[Link]:
    """The links without those of a quotation that has a nearer one in the other's text.

    Two remarks of one occasion share phrases; each print of the one is nearest to the other print.
    """
    found = list(links)
    best: dict[tuple[str, int, str], float] = {}
    for link in found:
        for key in _ends(link):
            best[key] = max(best.get(key, link.weight), link.weight)
    return [
        link
        for link in found
        if link.a.source == link.b.source or all(link.weight == best[key] for key in _ends(link))
    ]


def _ends(link: Link) -> tuple[tuple[str, int, str], tuple[str, int, str]]:
    """Each of the two quotations, and the text in which it has the other."""
    one, other = link.a, link.b
    return (
        (one.source, one.span.start, other.source),
        (other.source, other.span.start, one.source),
    )


def candidates(quotes: Sequence[QuoteClaim]) -> Iterator[tuple[QuoteClaim, QuoteClaim]]:
    """Pairs that share two content words at least, or all of theirs.

    A word leads to the first quotations of each text that have it: one that more have says little.
    Of one wording in many texts the first prints are paired with others.
    """
    keyed = [content(quote) for quote in quotes]
    first, met = _first_prints(quotes)
    for of in _by_word(quotes, keyed, first):
        most = crowds.fewest(of.values(), CROWD)
        met |= set(combinations(sorted(at for told in of.values() for at in told[:most]), 2))
    for one, other in sorted(met):
        if len(keyed[one] & keyed[other]) >= min(2, len(keyed[one]), len(keyed[other])):
            yield quotes[one], quotes[other]


def left_unpaired(claims: Iterable[Claim]) -> Iterator[str]:
    """A note for each text of whose quotations a word leads to the first alone.

    Told of the word that most of them have; of many texts in one sentence.
    """
    quotes = [claim for claim in claims if isinstance(claim, QuoteClaim)]
    most_of_one = max(Counter(quote.source for quote in quotes).values(), default=0)
    if most_of_one <= CROWD and len(quotes) <= crowds.VALUES:
        return  # as in every real story: no need to look at the words
    worst: dict[str, tuple[int, int]] = {}
    for of in _by_word(quotes, list(map(content, quotes)), _first_prints(quotes)[0]):
        most = crowds.fewest(of.values(), CROWD)
        cut = {source: (len(told), most) for source, told in of.items() if len(told) > most}
        worst |= {source: max(lost, worst.get(source, lost)) for source, lost in cut.items()}
    if len(worst) > crowds.LISTED:
        many = sum(told for told, _ in worst.values())
        yield (
            f"of {many:,} quotations with one word that {len(worst)} texts hold, "
            "the first of each are compared by it"
        )
        return
    for source, (told, most) in worst.items():
        yield (
            f"of {told:,} quotations with one word that {source} holds, "
            f"the first {most} are compared by it"
        )


def _by_word(
    quotes: Sequence[QuoteClaim], keyed: Sequence[frozenset[str]], chosen: Iterable[int]
) -> Iterable[Mapping[str, Sequence[int]]]:
    """For each content word, the quotations that have it, by their texts."""
    held: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at in chosen:
        for key in keyed[at]:
            held[key][quotes[at].source].append(at)
    return held.values()


def _first_prints(quotes: Sequence[QuoteClaim]) -> tuple[list[int], set[tuple[int, int]]]:
    """The first prints of each wording, and pairs that join each later one to the very first."""
    prints: defaultdict[str, list[int]] = defaultdict(list)
    for at, quote in enumerate(quotes):
        prints[quote.value.text].append(at)
    first = sorted(at for alike in prints.values() for at in alike[:PRINTS])
    return first, {(alike[0], at) for alike in prints.values() for at in alike[PRINTS:]}


def _is_brief(a: QuoteClaim, b: QuoteClaim) -> bool:
    """Whether two remarks share hardly more than anybody says: "I don't like that language"."""
    return not _speaks_alike(a, b) and len(content(a) & content(b)) < TELLING


def content(quote: QuoteClaim) -> frozenset[str]:
    """The content words of what is quoted, in their base forms; what denies is none."""
    said = quote.value.text
    told = (
        one for one in spoken_words(said) if not words.denies(said[one.start : one.end].lower())
    )
    return frozenset(one.key for one in told if not words.is_stop(one.key))


def _utterances_fit(found: Shared, *, named: bool) -> bool:
    least = 0.5 if named else 0.6
    return found.matched >= 5 and found.content >= 2 and found.coverage >= least


def _fragments_fit(found: Shared, *, named: bool) -> bool:
    if found.coverage == 1.0:
        return found.content >= 2 and (found.matched >= 3 or named)
    return named and found.content >= 3 and found.coverage >= 0.6


def _denies(found: Shared) -> bool:
    """Whether two short remarks are one but for a "not": "It is over", "It is not over"."""
    grave = [edit for edit in found.edits if not edit.slight]
    whole = found.matched > 1 or found.coverage == 1  # "viable", "not viable"
    said = [token.lower for edit in grave[:1] for side in edit[:2] for token in words.tokens(side)]
    swapped = said in (["a", "no"], ["no", "a"], ["an", "no"], ["no", "an"])  # "no disgrace"
    if len(grave) != 1 or not (whole or swapped) or not found.content:
        return False
    enough = found.coverage >= FEWEST or swapped
    return enough and len(said) < 3 and any(map(words.denies, said))


def _denied(quote: QuoteClaim) -> bool:
    """Whether the text denies that it was said, so that nobody says it there."""
    return quote.context is not None and quote.context.modality is Modality.DENIED


def _speakers(quote: QuoteClaim) -> frozenset[str]:
    """The names in the attribution; none for "he", "a spokesman", "police"."""
    who = quote.context.attribution if quote.context else None
    return frozenset(_name().findall((who or "").split(", via ")[0]))


def speak_apart(a: QuoteClaim, b: QuoteClaim) -> bool:
    """Whether the two are credited to two people by name."""
    one, other = _speakers(a), _speakers(b)
    return bool(one) and bool(other) and not _speaks_alike(a, b)


def _speaks_alike(a: QuoteClaim, b: QuoteClaim) -> bool:
    return bool(_speakers(a) & _speakers(b))


def _credited_alike(a: QuoteClaim, b: QuoteClaim) -> bool:
    """Whether the two are credited to one person by name, or to one office: "the judge"."""
    here, there = (one.context and one.context.attribution for one in (a, b))
    return _speaks_alike(a, b) or (here is not None and here == there and a.source != b.source)


_name = pattern(r"\b[A-Z]\w+")
