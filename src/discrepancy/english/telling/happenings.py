"""What happened on a day or at an hour, in the words of its text: "the pool opened".

>>> text = "The pool, which opened in 1971, is to close."
>>> whole, clause, year = (Span(start=a, end=b) for a, b in ((0, 44), (0, 30), (26, 30)))
>>> told(text, Happening(whole, clause, year, "open"))
'the pool opened'
"""

from collections.abc import Sequence
from typing import NamedTuple

from discrepancy.english.acts import Word, acts_of
from discrepancy.english.lexicon import entry
from discrepancy.english.prepositions import PLACING
from discrepancy.english.telling.measured import is_nominal
from discrepancy.span import Span
from discrepancy.tables import words
from discrepancy.words import irregular_pasts


class Happening(NamedTuple):
    """Where what is dated is told."""

    sentence: Span
    clause: Span
    at: Span
    """The day or the hour."""
    verb: str | None
    """The base form of the verb."""
    bearer: str | None = None
    """Who does it, where a pronoun stands for them."""
    names: tuple[str, ...] = ()
    """Who is named beside it."""
    figured: bool = False
    """Whether a figure at that place is what it is done to: "has offered five percent"."""


_MOST = 5
"""Words of a subject, and of an object; more are no title."""
_LED_MOST = 7
"""Words of a subject with its place: "the park in Norby"."""
_LONGEST = 54
"""Characters of the whole."""


def told(text: str, of: Happening) -> str | None:
    """Subject, verb and object of what is dated; None where the text does not tell them shortly."""
    line = acts_of(text, of.sentence.start, of.sentence.end)
    verb = _verb(line, of)
    if verb is None:
        return None
    first = _first(line, verb)
    subject = _subject(line, first, of)
    to = "" if of.figured else _object(line, verb, of)
    after = line[verb + 1].lower if verb + 1 < len(line) else ""
    if of.figured and (verb + 1 == len(line) or line[verb + 1].start != of.at.start):
        return None
    if subject is None or after == "to" or not _is_finite(line, first, verb, to, of.figured):
        return None
    does = " ".join(word.text for word in line[first : verb + 1])
    phrase = " ".join(filter(None, (subject, does, to)))
    return phrase.replace(" '", "'").replace(" ’", "’") if len(phrase) <= _LONGEST else None


def _verb(line: Sequence[Word], of: Happening) -> int | None:
    """Where the verb of the clause stands, nearest to the day."""
    held = [
        n
        for n, word in enumerate(line)
        if word.act == "verb"
        and word.lemma == of.verb
        and of.clause.start <= word.start < of.clause.end
    ]
    return min(held, key=lambda n: abs(line[n].start - of.at.start), default=None)


def _first(line: Sequence[Word], verb: int) -> int:
    """Where its auxiliaries begin: "has" of "has since been built"."""
    first = verb
    for n in range(verb - 1, max(verb - 4, -1), -1):
        if line[n].act == "aux":
            first = n
        elif not line[n].lower.endswith("ly"):
            break
    return first


def _is_finite(line: Sequence[Word], first: int, verb: int, to: str, figured: bool = False) -> bool:
    """Whether the verb makes a sentence: no "be closed", no "the region devastated in May".

    Without an auxiliary or an object only what happens by itself does: "the pool opened".
    """
    if first < verb:
        bare = ("be", "been", "being")
        return line[first].lower not in bare and not line[verb].lower.endswith("ing")
    word = line[verb]
    if word.lemma in words("measurands", "naming"):
        return False  # "a pool called Marlin"
    if word.lower.endswith("ing") or (first and line[first - 1].lower in ("to", "of")):
        return False
    if word.lower == word.lemma and word.lower not in irregular_pasts():
        return False
    return (
        bool(to)
        or figured
        or (word.lemma in words("measurands", "by_itself") and not _goes_on(line, verb))
    )


def _goes_on(line: Sequence[Word], verb: int) -> bool:
    """Whether another verb follows in the clause: "the bridge opened in May fell"."""
    for word in line[verb + 1 :]:
        if word.text in (",", ";", ".") or "conjunctions" in entry(word.lower).classes:
            return False
        if word.act in ("verb", "aux"):
            return True
    return False


def _subject(line: Sequence[Word], first: int, of: Happening) -> str | None:
    """Who or what does it: the noun phrase before the verb, or the bearer for a pronoun."""
    end = _before_the_day(line, _antecedent(line, first), of)
    start = _run(line, end)
    if start > 1 and line[start - 1].lower == "and" and line[first].lower in _PLURAL:
        start = _run(line, start - 1)  # "Ann Hale and Jon Norby were"
    if start < end and start > 1 and line[start - 1].lower in _PLACING:
        start = _run(line, start - 1)  # "the park | in Norby will open": it is not Norby that opens
        if start == end or line[start].lower in _PLACING:
            return None
    phrase = line[start:end]
    if len(phrase) == 1 and phrase[0].lower in _pronouns():
        return None if (of.bearer or "").lower() in _pronouns() else of.bearer
    figured = any(word.text[0].isdigit() for word in phrase)
    placed = any(word.lower in _PLACING for word in phrase)
    if placed and (figured or len(phrase) > _LED_MOST or not _is_led(phrase)):
        return None
    most = _LED_MOST if placed else _MOST
    if not phrase or len(phrase) > most or figured or not _is_led(phrase):
        phrase = phrase[_name_at_the_end(phrase) :]
    if not phrase or "of" in (phrase[0].lower, phrase[-1].lower) or not _is_led(phrase):
        return None
    if any(map(_tells_when, phrase)):
        return None
    return _as_within(phrase, of)


def _antecedent(line: Sequence[Word], end: int) -> int:
    """Where a subject ends before its relative: "the pool | , which opened"."""
    if end and line[end - 1].lower in ("which", "that", "who"):
        end -= 1
        end -= bool(end) and line[end - 1].text == ","
    return end


def _before_the_day(line: Sequence[Word], end: int, of: Happening) -> int:
    """Where a subject ends behind which the day stands: "voters | in 2009 backed"."""
    if not end or not of.at.start <= line[end - 1].start < of.at.end:
        return end
    end = next(n for n in range(end) if line[n].start >= of.at.start)
    return end - (end > 0 and line[end - 1].lower in _PLACING)


_PLURAL = ("were", "are", "have")
_PLACING = frozenset(PLACING.split("|"))


def _run(line: Sequence[Word], end: int) -> int:
    """Where the nouns begin that end there."""
    start = end
    while start and end - start <= _MOST and is_nominal(line[start - 1]):
        start -= 1
    return start


def _is_led(phrase: Sequence[Word]) -> bool:
    """Whether a phrase begins as one does: with a name or an article."""
    opens = phrase[0]
    return opens.text[0].isupper() or "determiners" in entry(opens.lower).classes


def _tells_when(word: Word) -> bool:
    """Whether a word is of the time of what happens, not of who does it: "yesterday", "also"."""
    known = entry(word.lower).classes
    calendar = word.text in words("titles", "calendar")
    return calendar or not known.isdisjoint(("between", "reckoned_after", "reckoned_before"))


def _name_at_the_end(phrase: Sequence[Word]) -> int:
    """Where the capitals begin that a phrase ends in: "Norby's 55-year-old | Quayside Pool"."""
    start = len(phrase)
    while start and phrase[start - 1].text[0].isupper():
        start -= 1
    return start


def _as_within(phrase: Sequence[Word], of: Happening) -> str:
    """The words of a phrase, without the capital that only begins a sentence."""
    first, *others = phrase
    names = " ".join((*of.names, of.bearer or "")).split()
    named = first.text in names or first.start > of.sentence.start
    named = named or any(word.text[0].isupper() for word in others)
    article = "determiners" in entry(first.lower).classes
    small = article or (first.lower in words("ordinary", "words") and not named)
    return " ".join((first.lower if small else first.text, *(word.text for word in others)))


def _object(line: Sequence[Word], verb: int, of: Happening) -> str:
    """What it is done to, where that follows at once and is short."""
    end = verb + 1
    ends = of.at.start if of.at.start > line[verb].start else of.clause.end
    while end < len(line) and is_nominal(line[end]) and line[end].end <= ends:
        end += 1
    phrase = line[verb + 1 : end]
    if not 0 < len(phrase) <= _MOST or any(word.text[0].isdigit() for word in phrase):
        return ""
    open_end = "determiners" in entry(phrase[-1].lower).classes  # "a | $3 million bond"
    if open_end or phrase[-1].lower in ("of", "to", *_pronouns()) or any(map(_tells_when, phrase)):
        return ""
    return " ".join(word.text for word in phrase)


def _pronouns() -> frozenset[str]:
    return words("verbs_of_saying", "pronouns") | {"it", "this", "that", "there", "these", "those"}
