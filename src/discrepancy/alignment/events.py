"""Dates and times belong to events: the class of the verb and the words it is said of.

Two dates speak of one thing when one kind of event is dated and who or what it happens to is
shared. Saying and reporting are no such events: a press briefing on Wednesday dates only itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from math import fsum, log
from typing import Generic, TypeVar

from discrepancy import tables, words
from discrepancy.calendar import edtf
from discrepancy.claims import AHEAD, Claim, Context, DateClaim, Modality
from discrepancy.english.heads import head_class
from discrepancy.english.lexicon import entry
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import british

C = TypeVar("C", bound=Claim)

NO_EVENTS = ("say", "announce", "confirm", "deny", "report", "expect", "know", "publish")


@dataclass(frozen=True, slots=True, eq=False)
class Dated(Generic[C]):
    """A claim with the event it is attached to."""

    claim: C
    context: Context
    document: int
    event: str
    kinds: frozenset[str]
    """All by which the event may be known again: its class, its verb and noun, their synonyms."""
    printed: str | None
    """The day on which its document was printed, or the days that come into question, as EDTF."""
    about: frozenset[str]
    """Folded content words of the clause, the verb and the claim's own words left out."""
    phrases: frozenset[tuple[str, str]]
    """Two such words that stand side by side: "defence pact"."""
    numbers: frozenset[str]
    """The other figures of the clause, as written: "earned 13 million in 2013"."""
    way: str
    """The word right behind its verb, if it says where that leads: "into", "out"; else ""."""
    subject: str
    """The first common noun of the clause, or its class: "choir"; "" where a name stands first."""
    definite: bool
    """Whether the clause speaks of "the pact" or begins with a bare noun, and of no "a pact"."""


def dated(sources: Sequence[Source], claims: Iterable[C], *, whole: bool = False) -> list[Dated[C]]:
    """The claims that an event governs, in order of source and place.

    Args:
        sources: the sources of the claims.
        claims: dates or times.
        whole: take what they are told of from the whole sentence, whatever its event.
    """
    order = {source.id: index for index, source in enumerate(sources)}
    found = []
    for claim in sorted(claims, key=lambda claim: (order[claim.source], claim.span.start)):
        context = claim.context
        if context is None or context.modality is Modality.DENIED:
            continue
        told_of = list(filter(None, (context.predicate, context.verb, context.head)))
        event = next((one for one in told_of if one not in NO_EVENTS), "")
        tells_itself = bool(told_of) and not event
        if not whole and tells_itself and not _appearing(claim, context):
            continue
        source = sources[order[claim.source]]
        own = frozenset((*words.content_words(claim.text), "not"))
        told = context.sentence if whole else context.clause
        end = _to_its_end(told, context, source.text)
        clause = source.text[told.start : end]
        tellers = words.content_words(context.attribution or "")  # "the court said the trial ..."
        about = frozenset(map(_class, words.content_words(clause))) - {*map(_class, tellers)}
        found.append(
            Dated(
                claim,
                context,
                order[claim.source],
                event or next(iter(told_of), ""),
                _kinds(context) | _appearing(claim, context),
                source.published.isoformat() if source.published else source.anchor,
                about - own - words.number_words() - {context.verb or ""},  # the two countries
                _side_by_side(clause, own),
                frozenset(_numbers(clause)) - frozenset(_numbers(claim.text)),
                _way(clause, context.verb),
                _subject(clause, own),
                _is_definite(clause),
            )
        )
    return found


def _appearing(claim: Claim, context: Context) -> set[str]:
    """What a book or a firm's results do in a year, and what is announced for a day to come.

    What was published or announced on Tuesday is the news itself.
    """
    told = claim.value.edtf if isinstance(claim, DateClaim) else None
    year = told is not None and edtf.precision(told) == "year" and context.verb == "publish"
    verb = context.verb if year or context.modality in AHEAD else None
    return {verb} if verb in NO_EVENTS else set()


def _to_its_end(clause: Span, context: Context, text: str) -> int:
    """Where what is told of one day ends: "that year he slipped" goes on "and broke a leg".

    "Opened in 1921, the school" tells of the school behind the comma.
    """
    sentence = context.sentence
    behind = words.tokens(text, clause.end, sentence.end)
    if behind and behind[0].lower == "and":
        return sentence.end
    first = next(iter(words.tokens(text, clause.start, clause.end)), None)
    opens = first is not None and clause.start == sentence.start
    if opens and first and behind and behind[0].text == "," and _is_its_verb(first.lower, context):
        subject = takewhile(lambda token: not _ends_a_subject(token.lower), behind[1:])
        return max((token.end for token in subject), default=clause.end)
    return clause.end


def _is_its_verb(word: str, context: Context) -> bool:
    return context.verb is not None and words.lemma(word) == context.verb != word


def _ends_a_subject(word: str) -> bool:
    known = entry(word)
    marks = not known.letters or "auxiliaries" in known.classes
    return marks or (known.verb and known.lower != known.lemma)


def _numbers(text: str) -> Iterator[str]:
    return (word.lower for word in words.tokens(text) if word.text[0].isdigit())


def _side_by_side(clause: str, own: frozenset[str]) -> frozenset[tuple[str, str]]:
    found = set()
    for one, other in pairwise(words.tokens(clause)):
        here, there = (words.content_words(token.text) for token in (one, other))
        if here and there and not own & {*here, *there}:
            found.add((_class(here[0]), _class(there[0])))
    return frozenset(found)


def _kinds(context: Context) -> frozenset[str]:
    told = {context.predicate, *(head_class(one.split(" ")[0]) for one in _heads(context))}
    return frozenset(kind for kind in told if kind and kind not in NO_EVENTS)


def _heads(context: Context) -> Iterator[str]:
    light = tables.words("grammar", "light_verbs") | {"be"}
    for one in (context.verb, context.head):
        if one and one.split(" ")[0] not in light:
            yield one


def _way(clause: str, verb: str | None) -> str:
    """Where the word behind the verb leads."""
    read = words.tokens(clause)
    behind = (b.lower for a, b in pairwise(read) if verb and words.lemma(a.lower) == verb)
    word = next(behind, "")
    return word if word in tables.words("movers", "ways") else ""


def other_ways(a: Dated[C], b: Dated[C]) -> bool:
    """Whether one verb leads two ways: "checked into", "checked out of"."""
    told = {f"{a.way}/{b.way}", f"{b.way}/{a.way}"}
    return not told.isdisjoint(tables.words("movers", "opposite_ways"))


def _subject(clause: str, own: frozenset[str]) -> str:
    for at, token in enumerate(words.tokens(clause)):
        ordinary = token.text.islower() or (
            not at and token.text in tables.words("ordinary", "words")
        )
        content = words.content_words(token.text)
        if content and not own & {*content}:
            return content[0] if ordinary else ""
    return ""


def two_subjects(a: Dated[C], b: Dated[C]) -> bool:
    """Whether two clauses begin with two things, which are no people: the choir, the orchestra."""
    told = {a.subject, b.subject}
    return (
        "" not in told and len({*map(head_class, told)}) > 1 and "person" not in map(_class, told)
    )


def _is_definite(clause: str) -> bool:
    read = [token.lower for token in words.tokens(clause)]
    bare = bool(read) and bool(words.content_words(read[0]))  # "bids close on 3 May"
    return (bare or "the" in read) and {"a", "an", "another"}.isdisjoint(read)


def _class(word: str) -> str:
    """A pact, a deal and a treaty are one thing; so are defence and defense."""
    return words.noun_class(british.american(word))


def rarity(items: Sequence[Dated[C]]) -> dict[str, float]:
    """Inverse document frequency of the words that stand near dates."""
    held: dict[str, set[int]] = {}
    for item in items:
        for word in item.about:
            held.setdefault(word, set()).add(item.document)
    count = len({item.document for item in items}) + 1
    rarest = log(count / 2) + 0.2  # a word of one text alone cannot be shared
    return {
        word: min(rarest, log(count / len(documents)) + 0.2) for word, documents in held.items()
    }


def shared(a: Dated[C], b: Dated[C], rare: Mapping[str, float]) -> float:
    """Share of the rarer words of the shorter clause that the other clause has too."""
    if not a.about or not b.about:
        return 0.0
    # fsum: the words of a set come in another order in each process, and plain sums tell
    both = fsum(rare.get(word, 0.0) for word in a.about & b.about)
    weight = min(fsum(rare.get(word, 0.0) for word in part) for part in (a.about, b.about))
    return both / weight if weight else 0.0


def apart(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether both clauses name somebody, and none of the names shares a word."""
    one, other = ({word for name in names for word in name.split()} for names in (a, b))
    return bool(one and other and not one & other)
