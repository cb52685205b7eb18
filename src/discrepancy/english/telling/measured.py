"""What an amount is an amount of, in the nouns that stand beside it.

>>> text = "The order backlog stood at 8.9 billion euros."
>>> told(text, Span(start=0, end=len(text)), Span(start=27, end=44))
Measured(what='order backlog', how='before', verb='stand')
>>> text = "A store held some 20 tonnes of black powder."
>>> told(text, Span(start=0, end=len(text)), Span(start=18, end=27))
Measured(what='black powder', how='of', verb=None)
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from discrepancy.english.acts import Word, acts_of
from discrepancy.english.lexicon import entry
from discrepancy.span import Span
from discrepancy.tables import words
from discrepancy.words import is_stop, number_words

How = Literal["of", "than", "before", "by"]
"""Where the nouns stand: "20 tonnes of powder", "9 percent higher rents", "rents of 900 euros",
"raised rents by 9 percent"."""


class Measured(NamedTuple):
    """The nouns, where they stand, and the verb between them and the figure."""

    what: str
    how: How
    verb: str | None


_MOST = 6
"""Words of what is measured; more are no title."""


def told(text: str, sentence: Span, figure: Span) -> Measured | None:
    """What the figure measures; None where its sentence does not tell it shortly.

    Args:
        text: The whole text.
        sentence: The sentence of the figure.
        figure: The figure with its hedge: "up to nine metres".
    """
    line = acts_of(text, sentence.start, sentence.end)
    held = [n for n, word in enumerate(line) if figure.start <= word.start < figure.end]
    if not held:
        return None
    behind = held[-1] + 1
    if "-" in figure.of(text):
        return _narrowed(line, behind)
    return _behind(line, behind) or _before(line, _signed(line, held[0]))


def is_nominal(word: Word) -> bool:
    """Whether a word may be part of a noun phrase: "of" joins two."""
    if word.act in ("verb", "aux", "state") or not (word.text[0].isalnum() or word.text[0] in "'’"):
        return False
    known = entry(word.lower).classes
    joins = "conjunctions" in known or ("prepositions" in known and word.lower != "of")
    return not joins and not word.lower.endswith("ly")


def _behind(line: Sequence[Word], at: int) -> Measured | None:
    """The nouns behind the figure: "of black powder", "higher risk of heart disease"."""
    first = line[at].lower if at < len(line) else ""
    how: How = "of" if first == "of" else "than"
    if first != "of" and first not in words("measurands", "comparing"):
        return None
    end = at + 1
    while end < len(line) and _goes_on(line, end, at + 1):
        end += 1
    what = _phrase(line[at + 1 : end])
    return Measured(what, how, None) if what else None


def _narrowed(line: Sequence[Word], at: int) -> Measured | None:
    """The noun that the figure narrows: "the 640-metre bridge"."""
    end = at
    while end < len(line) and _is_within(line[end]) and line[end].lower != "of":
        end += 1
    what = _phrase(line[at:end])
    return Measured(what, "before", None) if what else None


def _goes_on(line: Sequence[Word], end: int, start: int) -> bool:
    """Whether a word goes on with the nouns: an article does not, "of cod | a year"."""
    if end > start and "determiners" in entry(line[end].lower).classes:
        return line[end - 1].lower == "of"
    return _is_within(line[end]) or line[end].act == "state"


def _is_within(word: Word) -> bool:
    """Whether a word may stand within the nouns: no small word but "of" and an article."""
    small = is_stop(word.lower) and word.lower != "of"
    return is_nominal(word) and (not small or "determiners" in entry(word.lower).classes)


def _signed(line: Sequence[Word], at: int) -> int:
    """Where the figure begins with the signs before it: "of | $", "by | -"."""
    while at and not line[at - 1].text[0].isalnum() and line[at - 1].text not in ",;:()—–":
        at -= 1
    return at


def _before(line: Sequence[Word], at: int) -> Measured | None:
    """The nouns before the figure: "waves of", "put the damage at", "the backlog stood at"."""
    if not at:
        return None
    joint = line[at - 1]
    if joint.lower == "of":
        return _standing(line, at - 1, None, "before")
    how: How = "by" if joint.lower == "by" else "before"
    placed = joint.lower == "at"  # "lost pressure at 9,000 metres", but "put the damage at"
    joined = joint.lower in words("measurands", "joining")
    end = at - 1 if joined else at
    if not end:
        return None
    if line[end - 1].act in ("verb", "aux"):
        verb = line[end - 1].lemma
        if not (joined or verb in words("measurands", "measuring")):
            return None
        while end and (line[end - 1].act in ("verb", "aux") or line[end - 1].lower.endswith("ly")):
            end -= 1
        return _standing(line, end, verb, how)
    return _standing(line, end, None, how, led=placed) if joined else None


def _standing(
    line: Sequence[Word], end: int, verb: str | None, how: How, led: bool = False
) -> Measured | None:
    """The nouns that end there, behind an article where they must be led by one."""
    start = end
    while start and _is_within(line[start - 1]):
        start -= 1
    if start and line[start - 1].text[0] in "-–":  # 11-inch models
        start += 1
    leads = any(map(_is_led, line[max(0, start - 1) : start + 1]))  # "the damage", "its rate"
    what = _phrase(line[start:end]) if leads or not led else None
    return Measured(what, how, verb) if what else None


def _phrase(nouns: Sequence[Word]) -> str | None:
    """The nouns without their article; None for a pronoun, a name alone, a figure or a day."""
    while nouns and _is_led(nouns[0]):
        nouns = nouns[1:]
    if not 0 < len(nouns) <= _MOST or "of" in (nouns[0].lower, nouns[-1].lower):
        return None
    if any(word.text[0].isdigit() or word.text in words("titles", "calendar") for word in nouns):
        return None
    last, alone = nouns[-1].lower, len(nouns) == 1
    if not entry(last).letters or (alone and last in words("measurands", "no_measure")):
        return None
    opens, *others = nouns
    if others and opens.text[0].isupper() and nouns[-1].text[0].isupper():
        return None
    if _is_a_name(opens, others):
        return None
    small = opens.lower in words("ordinary", "words") or len(nouns) == 1
    first = opens.lower if small and not opens.text.isupper() else opens.text
    return " ".join((first, *(word.text for word in others))).replace(" '", "'").replace(" ’", "’")


def _is_led(word: Word) -> bool:
    """Whether it only leads a noun phrase: an article, a pronoun of whose it is, a number."""
    known = entry(word.lower).classes
    whose = words("verbs_of_saying", "pronouns") | number_words()
    return "determiners" in known or word.lower in whose


def _is_a_name(opens: Word, others: Sequence[Word]) -> bool:
    """Whether a phrase is but a word with a capital that no list of ordinary words knows."""
    return not others and opens.text[0].isupper() and opens.lower not in words("ordinary", "words")
