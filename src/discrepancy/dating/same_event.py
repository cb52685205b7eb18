"""Which of the days that a story tells is that of an event told with "Tuesday" elsewhere.

Two sentences are taken to tell of one event when they share enough of the shorter one's words,
the rarer ones weighing more, and the phrase can mean the day at all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import fsum, log
from typing import NamedTuple

from discrepancy.claims import Bound
from discrepancy.dating import leads, printing
from discrepancy.dating.printing import Days, Seen, Told
from discrepancy.dating.signs import Sign

_LEAST_WORDS = 3

_ENOUGH = {
    # How much of the shorter sentence two must share: where nothing else bears it out, where a
    # second pair of sentences does, and where more do. What is more seldom so by chance needs
    # less: a weekday is right by chance once in seven times, a day of a month once in 365,
    # "yesterday" always.
    "day": (0.35, 0.2, 0.15),
    "weekday": (0.5, 0.3, 0.2),
    "month": (0.6, 0.4, 0.3),
    "ago": (0.5, 0.3, 0.2),
    "near": (0.75, 0.6, 0.6),
    "year": (0.75, 0.6, 0.6),
}


_OF_OLD = ("month", "year")
"""Phrases for what lies back so far that it is recalled."""
_MOST_PAIRS = 3
"""Sentences that share less than the least of these are not told of one event by any number."""
_VERIFIED = ("day", "weekday")
"""Phrases that tell which of the days of a sentence they can mean."""


class Match(NamedTuple):
    """A phrase of an undated document and the day that is told of the same event."""

    phrase: str
    phrase_at: int
    sign: Sign
    alike: float
    printed: Days
    """The days on which the document can have been printed if it is the same event."""
    pairs: int
    """How many such pairs of sentences must there be, for it to be the same event."""
    kind: str
    """How the phrase sees the day (`printing.Seen`)."""


class Weights:
    """How much each word of a story's documents tells: the fewer have it, the more."""

    def __init__(self, documents: Sequence[frozenset[str]]) -> None:
        """Counted once, from the words of each document."""
        counted = Counter(word for words in documents for word in words)
        self._of = {word: log(1 + len(documents) / count) for word, count in counted.items()}
        self._known: dict[frozenset[str], float] = {}

    def __call__(self, words: frozenset[str]) -> float:
        """The summed weight of some words."""
        known = self._known.get(words)
        if known is None:
            known = self._known[words] = fsum(map(self._of.__getitem__, words))
        return known


def matches(
    source: str,
    phrases: Sequence[Told],
    opening: Sequence[frozenset[str]],
    signs: Sequence[Sign],
    weigh: Weights,
) -> list[Match]:
    """Where a document says "Tuesday" of what it or another one dates, the likest first.

    Args:
        source: the document.
        phrases: what it tells.
        opening: the words of its first sentences.
        signs: the days that it or others tell.
        weigh: how much each word tells.
    """
    found: list[Match] = []
    written: set[tuple[int, Sign]] = set()
    for one in sorted(phrases, key=lambda one: not one.template):  # what is written out comes first
        if one.claim.value.edtf is None and (seen := _seen(one)):
            others = (s for s in signs if s.source != source or not _is_beside(one, s.told))
            told = _of(one, seen, others, weigh)
            before = opening[: one.sentence] if seen.kind in _OF_OLD else ()
            its = [match for match in told if not _opens(match, before, weigh)]
            # "the Nov. 30 escape of Lind, caught last month": two phrases are not of one day
            found += (match for match in its if (one.sentence, match.sign) not in written)
            written.update((one.sentence, match.sign) for match in its if one.template)
    return sorted(found, key=lambda match: (-match.alike, match.sign.days, match.phrase_at))


def _opens(match: Match, opening: Sequence[frozenset[str]], weigh: Weights) -> bool:
    """Whether what is dated is rather the news that the document opens with than what it recalls.

    A text that opens with the raid and recalls "last month" another one tells of two days.
    """
    return any(alikeness(words, match.sign.told.words, weigh) >= match.alike for words in opening)


def _seen(one: Told) -> Seen | None:
    return printing.seen(one.claim.text, one.template, about=one.claim.bound is Bound.ABOUT)


def _of(one: Told, seen: Seen, signs: Iterable[Sign], weigh: Weights) -> Iterator[Match]:
    """The day told in words like those around a phrase, by each document that tells it so."""
    ranked = _ranked(one, seen, signs, weigh)
    if ranked and _is_clear(ranked):
        first = ranked[0].printed
        yield from (m for m in ranked if _is_enough(m) and printing.shared(m.printed, first))


def _ranked(one: Told, seen: Seen, signs: Iterable[Sign], weigh: Weights) -> list[Match]:
    """What each document tells likest of each day, the likest first."""
    best: dict[tuple[Days, str], Match] = {}
    for sign in signs:
        if not _may_tell_of(one, seen, sign):
            continue
        printed = printing.printed_if(seen, sign.days, ahead=one.ahead)
        if printed is None:
            continue
        alike = alikeness(one.words, sign.told.words, weigh)
        enough = _enough(one, seen, sign)
        key = (sign.days, sign.source)
        if alike >= _rivalry(seen, sign, enough) and (key not in best or alike > best[key].alike):
            at = one.claim.span.start
            pairs = _pairs(alike, enough)
            best[key] = Match(one.claim.text, at, sign, alike, printed, pairs, seen.kind)
    return sorted(best.values(), key=lambda match: (-match.alike, match.sign.days))


def _is_enough(match: Match) -> bool:
    """Whether two sentences can be told of one event, if others bear it out."""
    if match.kind == "weekday" and match.sign.told.is_period:
        return False  # a raid "between 5 and 11 March" is of no one weekday
    if match.kind == "near":
        return match.alike >= _ENOUGH["weekday"][-1]
    return match.pairs <= _MOST_PAIRS


def _is_clear(ranked: Sequence[Match]) -> bool:
    """Whether no other week tells half as much of the like.

    A text that many print on its day and one the day after is of the day that the many tell.
    """
    first = ranked[0]
    against: dict[Days, float] = {}
    for one in ranked:
        if printing.shared(one.printed, first.printed) is None:
            against[one.sign.days] = against.get(one.sign.days, 0.0) + one.alike
    rival = max(against.values(), default=0.0)
    agreed = sum(one.alike for one in ranked if one.sign.days == first.sign.days)
    return rival * 2 <= agreed


def _pairs(alike: float, enough: Sequence[float]) -> int:
    """How many pairs of sentences that are so much alike it takes."""
    return 1 + sum(alike < least for least in enough)


def _is_any_week(seen: Seen, sign: Sign) -> bool:
    """Whether it is a weekday of a period: any week has such a day."""
    return seen.kind == "weekday" and sign.days[0] != sign.days[1]


def _rivalry(seen: Seen, sign: Sign, enough: Sequence[float]) -> float:
    """What two sentences must share for another week to come into question."""
    return enough[-1] if _is_any_week(seen, sign) else enough[-1] / 2


def _enough(one: Told, seen: Seen, sign: Sign) -> Sequence[float]:
    """What two sentences must share; what both documents begin with is their news."""
    kind = "near" if _is_any_week(seen, sign) else seen.kind
    both_news = kind == "near" and leads.is_in_lead(one) and leads.is_in_lead(sign.told)
    return _ENOUGH["weekday" if both_news else kind]


def _is_beside(one: Told, other: Told) -> bool:
    """Whether two phrases of a document stand in one sentence, apart from "Tuesday (6 January)"."""
    gap = other.claim.span.start - one.claim.span.end
    return one.sentence == other.sentence and not 0 <= gap <= 3


def _may_tell_of(one: Told, seen: Seen, sign: Sign) -> bool:
    """Only what is past dates a text by its weekday; a day of a month may lie ahead in both."""
    if not sign.plain and seen.kind not in _VERIFIED:
        return False
    if seen.template:
        return None in (one.ahead, sign.told.ahead) or one.ahead == sign.told.ahead
    if one.ahead or sign.told.ahead:
        return bool(one.ahead and sign.told.ahead) and seen.kind == "month"
    return sign.is_recent(seen.back)


def alikeness(a: frozenset[str], b: frozenset[str], weigh: Weights) -> float:
    """The share of the shorter one's weight that two sentences have in common, 0 to 1."""
    both = a & b
    return weigh(both) / min(weigh(a), weigh(b)) if len(both) >= _LEAST_WORDS else 0.0


def weekday_of(one: Told, phrases: Iterable[Told], weigh: Weights) -> int | None:
    """The weekday that a story gives the day "July 24": of the likest sentences, if they agree."""
    votes: dict[int, list[float]] = {}
    for other in phrases:
        seen = printing.seen(other.claim.text)
        if seen is None or seen.kind != "weekday" or other.ahead or one.ahead:
            continue
        alike = alikeness(one.words, other.words, weigh)
        if alike >= _ENOUGH["weekday"][1]:
            votes.setdefault(seen.number % 7, []).append(alike)
    if len(votes) != 1:
        return None
    ((weekday, alikes),) = votes.items()
    return weekday if len(alikes) > 1 or alikes[0] >= _ENOUGH["weekday"][0] else None
