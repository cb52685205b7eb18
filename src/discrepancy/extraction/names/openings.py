"""Which large words are large for their place alone: openings, headlines, leads in capitals.

>>> from discrepancy.extraction.names.capitals import runs, words
>>> text = "Yesterday Hale left."
>>> only = line(text, words(text, 0, len(text)))
>>> [[word.text for word in part] for part in kept(runs(text, only.words)[0], known([only]), only)]
[['Hale']]
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from discrepancy import tables
from discrepancy.extraction.names import gazetteer, persons
from discrepancy.extraction.names.capitals import NameWord, is_headline
from discrepancy.words import is_stop, singular, spelling


class Spellings(NamedTuple):
    """What this document writes large where nothing but a name would be, and what small."""

    large: frozenset[str]
    alone: frozenset[str]
    """Large, with a small word before it."""
    small: frozenset[str]

    def is_common(self, word: str) -> bool:
        """Whether the word is no name: a function word, an adverb, or small elsewhere."""
        lower = word.lower()
        adverb = lower.endswith("ly") and not spelling.is_english(word)  # Sadly, and not Milly
        opener = is_stop(lower) or adverb or lower in gazetteer.listed("openers")
        return opener or lower in self.small


class Line(NamedTuple):
    """One sentence or headline, and which of its words are large for their place."""

    words: Sequence[NameWord]
    headline: bool
    loud: frozenset[NameWord]
    """The words of a lead in capitals: "AN EARTHQUAKE killed six"."""
    aged: bool
    """Whether an age stands behind the first word: "Brown, 34, said"."""


def line(text: str, words: Sequence[NameWord]) -> Line:
    """The words of a sentence, looked at as a line of print."""
    aged = bool(words) and persons.is_aged(text, words[0].end)
    return Line(words, is_headline(text, words), _shouted(words), aged)


def known(lines: Sequence[Line]) -> Spellings:
    """What the document writes large, and small, outside headlines and leads in capitals."""
    inner = [
        (before, word)
        for one in lines
        if not one.headline
        for before, word in pairwise(one.words)
        if not word.initial and word not in one.loud
    ]
    return Spellings(
        large=frozenset(word.text for _, word in inner if word.large),
        alone=frozenset(word.text for before, word in inner if word.large and not before.large),
        small=frozenset(word.text for _, word in inner if not word.large),
    )


def kept(run: list[NameWord], about: Spellings, one: Line) -> list[list[NameWord]]:
    """The parts of a run without ordinary words that are large for their place alone.

    Args:
        run: large words, one after another.
        about: what the document writes large and small.
        one: the sentence in which they stand.
    """
    if one.headline or one.loud:
        doubtful = frozenset(run) if one.headline else one.loud
        parts = _parts(run, lambda word: word in doubtful and _is_plain(word, about))
        return [part for part in parts if len(part) < 5 or not one.headline]
    return [run[1:]] if _opens_only(run, about) and not _is_somebody(run, about, one) else [run]


def _opens_only(run: Sequence[NameWord], about: Spellings) -> bool:
    """Whether the first word is large only because it opens the sentence."""
    first, *rest = run
    if not first.initial or first.text in about.large or first.text in _keeps():
        return False
    if rest and rest[0].text == "of":
        return False  # "Head of Communications Ann Hale"
    if about.is_common(first.text):
        return f"{first.text} {rest[0].text}" not in gazetteer.places() if rest else True
    given = len(rest) > 1 and rest[0].text in gazetteer.given_names()  # "Young Mara Hale"
    if not given and rest and rest[0].large and rest[0].text not in about.alone:
        return False  # "Tern Hale", where no other sentence has Hale without Tern
    return gazetteer.is_ordinary(first.text)


def _is_somebody(run: Sequence[NameWord], about: Spellings, one: Line) -> bool:
    """Whether a word of everyday English does what only one person does: "Brown earns 40,000".

    A noun that can be counted does not open a clause bare, and one that cannot is not jailed.
    """
    (first, *rest), lower = run, run[0].text.lower()
    if rest or first is not one.words[0]:
        return False
    common = about.is_common(first.text) or singular(lower) != lower or _is_office(lower)
    said = [word.text.lower() for word in one.words[1:4]]
    return one.aged or (not common and persons.does_as_one_does(said))


def _is_office(lower: str) -> bool:
    """Whether the word itself calls a person or a body something: "Police said"."""
    called = gazetteer.listed("roles") | gazetteer.listed("sole_bodies")
    called |= tables.words("verbs_of_saying", "groups")
    return lower in called or lower.capitalize() in gazetteer.listed("bodies")


def _is_plain(word: NameWord, about: Spellings) -> bool:
    return word.text not in about.large and gazetteer.is_ordinary(word.text)


def _parts(run: Sequence[NameWord], dropped: Callable[[NameWord], bool]) -> list[list[NameWord]]:
    """The run cut at the words that are dropped, and at links that hang loose then."""
    parts: list[list[NameWord]] = [[]]
    for word in run:
        if dropped(word) or (not word.large and not parts[-1]):
            parts.append([])
        else:
            parts[-1].append(word)
    return [_unlinked(part) for part in parts if any(word.large for word in part)]


def _unlinked(part: list[NameWord]) -> list[NameWord]:
    end = len(part)
    while end and not part[end - 1].large:
        end -= 1
    return part[:end]


def _shouted(sentence: Sequence[NameWord]) -> frozenset[NameWord]:
    lead = list(takewhile(lambda word: word.text.isupper(), sentence))
    return frozenset(lead) if len(lead) > 1 else frozenset()


@cache
def _keeps() -> frozenset[str]:
    return gazetteer.listed("titles") | gazetteer.listed("of_heads") | gazetteer.given_names()
