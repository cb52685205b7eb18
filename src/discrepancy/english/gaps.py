"""Clauses that leave their verb out, as the clause before tells it: "and the zoo 3.4 million".

The verb that is understood is put where it would stand, with no width of its own, so that such a
clause is read as any other.

>>> from discrepancy.english.acts import acts_of
>>> words = acts_of("The gallery drew 2.1 million visitors and the zoo 3.4 million.")
>>> [word.text for word in filled(words) if word.act]
['drew', 'drew']
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from discrepancy.english.acts import Word
from discrepancy.english.figure_places import counts, places
from discrepancy.english.lexicon import entry
from discrepancy.english.numbers.number_words import numbers
from discrepancy.tables import words

LONGEST = 7
"""Words that who or what such a clause is of may have."""

BEHIND = 4
"""Words behind its figure within which such a clause ends, or goes on with where or when."""

_OPENERS = ("and", "but", "while", "whereas", ",", ";")
_SIGNS = ("$", "£", "€", "¥")
_HEDGES = frozenset({"about", "around", "over", "under", "between"})
"""Prepositions that bound a figure, and then lead to nothing."""


class Gap(NamedTuple):
    """One such clause, by places in its sentence."""

    opener: int
    figure: int
    """The first word of its figure."""
    earlier: int
    """The first word of the figure of the clause before."""
    verb: int
    """The verb of the clause before."""


def filled(sentence: list[Word]) -> list[Word]:
    """The words of a sentence, the verbs that are understood among them."""
    found = list(verbless(sentence))
    if not found:
        return sentence
    whole = list(sentence)
    for gap in reversed(found):
        at = _behind_subject(sentence, gap.earlier, gap.figure)
        place = sentence[at - 1].end
        whole.insert(at, sentence[gap.verb]._replace(start=place, end=place))
    return whole


def _behind_subject(sentence: Sequence[Word], earlier: int, figure: int) -> int:
    """Where the verb would stand: before a preposition that leads to both figures.

    "ran it in 41 minutes and Alder in 44"
    """
    here, there = sentence[figure - 1].lower, sentence[earlier - 1].lower if earlier else ""
    return figure - (here == there and "prepositions" in entry(here).classes)


def subjects(sentence: Sequence[Word], gap: Gap) -> tuple[Sequence[Word], Sequence[Word]]:
    """Who or what the two figures are of: before the verb of the one, before the other figure."""
    start = gap.verb
    while start and sentence[start - 1].lower not in _OPENERS:
        start -= 1
    end = _behind_subject(sentence, gap.earlier, gap.figure)
    first, other = sentence[start : gap.verb], sentence[gap.opener + 1 : end]
    if other[:1] and (
        other[0].lower in ("those", "that") or (other[1:2] and other[1].lower == "one")
    ):
        return _behind_preposition(first), _behind_preposition(other)
    return first, other


def _behind_preposition(phrase: Sequence[Word]) -> Sequence[Word]:
    """What tells "shares in Norby" from "those in Alder"."""
    led = (at for at, word in enumerate(phrase) if "prepositions" in entry(word.lower).classes)
    return phrase[next(led, 0) :]


def verbless(sentence: Sequence[Word]) -> Iterator[Gap]:
    """The clauses of a sentence that leave their verb out before a figure."""
    figures = places(sentence)
    verb: int | None = None
    paired_at = -1
    for earlier, figure in pairwise(figures):
        if _is_elsewhere(sentence, earlier, figure):
            place = _last_verb(sentence, figure)
            if place is not None:
                yield Gap(figure - 1, figure, earlier, place)
            continue
        opener = _opener(sentence, earlier + 1, figure)
        if opener is None or any(_acts(word) for word in sentence[earlier:opener]):
            verb = None
            continue
        if verb is None:
            verb = _last_verb(sentence, earlier)
        if verb is None or not _ends(sentence, figure):
            continue
        phrase = sentence[opener + 1 : _behind_subject(sentence, earlier, figure)]
        lends = earlier == paired_at or counts(sentence, earlier)
        paired = lends and _is_name(phrase) and _is_name(_subject_end(sentence, verb))
        paired_at = figure if paired else -1
        listed = paired or _is_listed(sentence, phrase, earlier, figure)
        if sentence[opener].text == "," and not listed:
            continue
        if paired or _is_noun_phrase(phrase, _is_evident(sentence, figure)):
            yield Gap(opener, figure, earlier, verb)


def _subject_end(sentence: Sequence[Word], verb: int) -> Sequence[Word]:
    """The word before a verb and its auxiliaries."""
    while verb and sentence[verb - 1].act == "aux":
        verb -= 1
    return sentence[max(0, verb - 1) : verb]


def _is_name(phrase: Sequence[Word]) -> bool:
    """Whether it is a name alone, so that the number behind it may be whose it is.

    "Alder has 14 museums and Kerrin nine", "the Greens won 41 seats and the Union 37".
    """
    phrase = phrase[phrase[:1] != [] and phrase[0].lower == "the" :]
    return 0 < len(phrase) < _LONGEST_NAME and all(word.text.istitle() for word in phrase)


_LONGEST_NAME = 4


def _is_listed(sentence: Sequence[Word], phrase: Sequence[Word], earlier: int, figure: int) -> bool:
    """Whether behind a mere comma a noun with its article, or the same unit, tells such a clause.

    "drew 3.4 million, the museum 2.1 million", "averages 15.5 points, Norby 14.9 points"; not the
    ports of "has an SD reader, USB 3.0".
    """
    if any("prepositions" in entry(word.lower).classes for word in phrase):
        return False
    if phrase[:1] and phrase[0].lower == "the":
        return True
    here, there = (sentence[at + 1 : at + 2] for at in (earlier, figure))
    return bool(here and there) and here[0].lower == there[0].lower and here[0].text.isalpha()


def _opener(sentence: Sequence[Word], start: int, end: int) -> int | None:
    """The last word of a stretch that may open such a clause."""
    found = (at for at in range(end - 1, start - 1, -1) if sentence[at].lower in _OPENERS)
    return next(found, None)


def _last_verb(sentence: Sequence[Word], before: int) -> int | None:
    """The verb that governs the figure of the clause before: nothing parts the two."""
    for at in range(before - 1, -1, -1):
        if sentence[at].act == "verb" or sentence[at].lemma in ("be", "have"):
            return at
        if sentence[at].text in (";", ":", '"', "“", "”") or sentence[at].act == "state":
            return None
    return None


def _is_noun_phrase(phrase: Sequence[Word], evident: bool) -> bool:
    """Whether words name who or what the figure is of: "the zoo", "those in Norby", "Brook".

    A bare name before a bare number may be one name: "Apollo 11", "the Class 66".
    """
    phrase = _without_hedge(phrase)
    if not 0 < len(phrase) <= LONGEST or any(_happens(word) for word in phrase):
        return False
    first, last = phrase[0], phrase[-1]
    if not all(word.text[0].isalpha() or word.lower in ("'s", "’s", "&", "-") for word in phrase):
        return False
    small = entry(first.lower).classes
    if "prepositions" in small or "modals" in small or "conjunctions" in small:
        return False
    ends = entry(last.lower).classes
    led = any("prepositions" in entry(word.lower).classes for word in phrase)
    named = last.text[0].isupper()
    opened = "determiners" in small or first.lower == "those"
    if ends & _SMALL or ((named or not opened) and not (evident or led)):
        return False
    return opened or first.text[0].isupper()


_SMALL = frozenset({"prepositions", "determiners", "conjunctions", "modals", "adverbs", "between"})


def _without_hedge(phrase: Sequence[Word]) -> Sequence[Word]:
    """The words before what bounds or signs the figure: "about", "just", "$"."""
    end = len(phrase)
    while end and (
        phrase[end - 1].text in _SIGNS
        or phrase[end - 1].lower in _HEDGES
        or "adverbs" in entry(phrase[end - 1].lower).classes
    ):
        end -= 1
    return phrase[:end]


def _is_evident(sentence: Sequence[Word], figure: int) -> bool:
    """Whether a numeral shows that it counts or measures: by its sign, scale, point or unit."""
    word, behind = sentence[figure], sentence[figure + 1 : figure + 2]
    if sentence[figure - 1].text in _SIGNS or not word.text.isdigit():
        return word.text[0].isdigit() or word.text.islower()
    return bool(behind) and (
        behind[0].lower in numbers("scale") or behind[0].lower in ("percent", "per", "%", "points")
    )


def _ends(sentence: Sequence[Word], figure: int) -> bool:
    """Whether the clause ends behind its figure, or goes on with where or when, and no verb."""
    for at, word in enumerate(sentence[figure + 1 : figure + 2 + BEHIND]):
        if _happens(word):
            return False
        if word.text in ",.;:)":
            return True
        if word.lower in _OPENERS or "prepositions" in entry(word.lower).classes:
            return not _goes_on_with_a_verb(sentence, figure + 1 + at)
    return figure + 2 + BEHIND > len(sentence)


def _goes_on_with_a_verb(sentence: Sequence[Word], at: int) -> bool:
    """Whether a verb follows in the same clause: "and the zoo in Norby 30 of which died"."""
    for word in sentence[at + 1 :]:
        if word.text in ",.;:":
            return False
        if _happens(word):
            return True
    return False


def _is_elsewhere(sentence: Sequence[Word], earlier: int, figure: int) -> bool:
    """Whether a figure of one place follows that of another: "fell in Norby and 96 at Alder"."""
    if sentence[figure - 1].lower not in ("and", "but", ","):
        return False
    if not any(_placed(sentence, at) for at in (figure + 1, figure + 2)):
        return False
    between = range(earlier + 1, figure - 1)
    return any(_placed(sentence, at) for at in between) and not any(
        sentence[at].lower in _OPENERS for at in between
    )


def _placed(sentence: Sequence[Word], at: int) -> bool:
    """Whether a name of a place stands behind a preposition here."""
    if len(sentence) <= at + 1 or sentence[at].lower not in ("in", "at"):
        return False
    name = sentence[at + 1]
    return name.text[0].isupper() and name.lower not in words("labels", "months")


def is_understood(word: Word) -> bool:
    """Whether a verb stands in the text only as the clause before tells it."""
    return word.start == word.end


def parallels(sentence: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Figures that leave out what the clause before counts with the same verb, each with that one.

    "the north tower has 62 floors; the south tower has 58"
    """
    figures = places(sentence)
    for earlier, figure in pairwise(figures):
        here, there = (sentence[at - 1] if at else None for at in (earlier, figure))
        if here is None or there is None or here.lemma != there.lemma:
            continue
        verbs = all(word.act == "verb" or word.lemma in ("be", "have") for word in (here, there))
        told = sentence[max(0, figure - 2)].lower not in _OPENERS  # "has three sons and has 40"
        if verbs and told and counts(sentence, earlier) and _ends(sentence, figure):
            yield figure, earlier


def _acts(word: Word) -> bool:
    return word.act in ("verb", "aux") and _happens(word)  # "40 metres high" goes on


def _happens(word: Word) -> bool:
    if "prepositions" in entry(word.lower).classes:
        return False  # "40 kilometres from the coast"
    return word.act in ("verb", "aux", "state") and word.lower != "last"  # farmers last year
