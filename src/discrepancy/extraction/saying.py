"""The credits of one sentence: who says, which words, read from the verb of saying outwards.

What stands in quotation marks counts as one opaque word, so that nobody inside a quotation is
taken for the one who speaks it.

>>> text = "The mill burned for an hour, fire chief Ann Hale said."
>>> [saying] = sayings(text, Span(start=0, end=len(text)), ())
>>> saying.subject.of(text), saying.governs[0].of(text)
('fire chief Ann Hale', 'The mill burned for an hour, ')
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from discrepancy.span import Model, Span
from discrepancy.tables import words

_QUOTE = "■"
_STOP = frozenset([",", ";", ":", "(", ")", "—", "–", "--", "-", ".", "?", "!", _QUOTE])
_LONGEST = 16
"""Words of the longest phrase that is still taken for a subject."""
_BE = frozenset(["is", "are", "was", "were", "been", "be", "being", "'re", "gets", "got"])
_PREPOSITIONS = frozenset(
    ["in", "on", "at", "during", "by", "after", "before", "for", "from", "with", "of"]
)

Kind = Literal["said", "reported", "called", "according", "citing"]
_LISTS: tuple[Kind, ...] = ("said", "reported", "called")


class Word(NamedTuple):
    """One word or mark of a sentence; a quotation is one word."""

    start: int
    end: int
    text: str
    lower: str


class Saying(Model):
    """One credit."""

    kind: Kind
    verb: Span
    subject: Span
    """The words that name the one who is credited."""
    governs: tuple[Span, ...]
    """The words that he or she is credited with, those before the credit and those after."""
    trailing: bool = False
    """Whether it stands after or inside what is said."""


def sayings(text: str, sentence: Span, quotes: Sequence[Span]) -> tuple[Saying, ...]:
    """Every credit of the sentence, in order."""
    line = _masked(text, sentence, quotes)
    found: list[Saying] = []
    for at, word in enumerate(line):
        kind = _kind(line, at)
        if kind is None:
            continue
        subject = _subject(line, at, kind, found)
        if subject is None or _is_nobody(line, *subject):
            continue
        first, last = subject
        trailing = kind in ("according", "citing") or _trails(line, at, first, last)
        span = Span(start=line[first].start, end=line[last].end)
        found.append(
            Saying(
                kind=kind,
                verb=Span(start=word.start, end=word.end),
                subject=span,
                governs=_around(line, at, last, span, sentence)
                if trailing
                else (_led(line, at, sentence),),
                trailing=trailing,
            )
        )
    return tuple(_parted(text, found))


def _masked(text: str, sentence: Span, quotes: Sequence[Span]) -> list[Word]:
    """The words of the sentence, each quotation as one."""
    line: list[Word] = []
    position = sentence.start
    for quote in quotes:
        if not quote.overlaps(sentence):
            continue
        start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
        line += _plain(text, position, start)
        line.append(Word(start, end, _QUOTE, _QUOTE))
        position = end
    return line + _plain(text, position, sentence.end)


def _plain(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(found.start(), found.end(), found.group(), found.group().lower())
        for found in _word().finditer(text, start, max(start, end))
    ]


def _kind(line: Sequence[Word], at: int) -> Kind | None:
    """What the word at this place is as a verb of saying, if it is one."""
    word = line[at].lower
    following = line[at + 1].lower if at + 1 < len(line) else ""
    before = line[at - 1].lower if at else ""
    if word == "according" or (word == "per" and before == "as"):
        return "according" if following == "to" or word == "per" else None
    if word in words("verbs_of_saying", "credits"):
        return "citing"
    kind = next((name for name in _LISTS if word in words("verbs_of_saying", name)), None)
    if kind is None or (at and _is_noun(line, at)) or not _goes_on(line, at):
        return None
    if at and line[_back(line, at - 1)].lower in _BE:
        return None  # "is said to be", "was quickly reported"
    if following == "as" and kind != "said":
        return "called"
    return kind


def _is_noun(line: Sequence[Word], at: int) -> bool:
    """Whether the form is a noun or an adjective here: "the claims", "no clear reports"."""
    word, before = line[at].lower, line[at - 1]
    if before.lower in words("verbs_of_saying", "before_noun") and not word.endswith("ing"):
        return True
    if word in words("verbs_of_saying", "plurals"):
        phrase = _backward(line, at - 1)
        known = phrase and line[phrase[0]].lower in words("verbs_of_saying", "definite")
        return not known and not before.text[0].isupper()
    return (
        word.endswith("ing") and word in words("verbs_of_saying", "reported") and before.text != ","
    )


def _goes_on(line: Sequence[Word], at: int) -> bool:
    """Whether what follows is what the form takes when it credits somebody."""
    word = line[at].lower
    rest = [following.lower for following in line[at + 1 : at + 12]]
    if word in words("verbs_of_saying", "placing"):
        return "at" in rest  # "put the toll at 40"
    if word in words("verbs_of_saying", "needing_that"):
        return "that" in rest[:4]
    if rest[:1] == ["to"]:
        if word in words("verbs_of_saying", "meaning"):
            return True
        return rest[1:2] != [] and (
            rest[1] in words("verbs_of_saying", "definite") or line[at + 2].text[0].isupper()
        )
    told_to = word in ("told", "tell", "tells", "asked", "asks", "warned") and "to" in rest[:4]
    return not (told_to and "that" not in rest and _QUOTE not in rest)


def _back(line: Sequence[Word], at: int) -> int:
    """The place before `at` where the adverbs between subject and verb end."""
    while at > 0:
        word = line[at].lower
        adverb = word.isdigit() or (word.endswith("ly") and word != "family")
        if adverb or word in words("verbs_of_saying", "between"):
            at -= 1
            if line[at].lower == "on":
                at -= 1
        else:
            break
    return at


def _subject(
    line: Sequence[Word], at: int, kind: Kind, found: Sequence[Saying]
) -> tuple[int, int] | None:
    """The first and last word of the phrase that names who is credited."""
    if kind == "according":
        return _forward(line, at + 2)
    if kind == "citing":
        return _forward(line, at + 1)
    tag = line[at].lower in words("verbs_of_saying", "tags")
    if at == 0:
        return _forward(line, 1, extend=True) if tag else None
    before = _back(line, at - 1)
    if line[before].lower == ")":  # Hale Mills (NYSE: HM) said
        before = max((n for n in range(before) if line[n].lower == "("), default=1) - 1
    lower = line[before].lower
    if line[at].lower.endswith("ing") or lower in ("and", "but", "then", "or"):
        return _opening(line, at, found)
    if lower in ("who", "which"):
        before -= 1
        if before >= 0 and line[before].lower == ",":
            before -= 1
        return _backward(line, before)
    if lower == _QUOTE:
        return _forward(line, at + 1, extend=True) if tag else None
    if lower == ",":
        return _beside_comma(line, at, before, tag=tag)
    return _backward(line, before)


def _is_nobody(line: Sequence[Word], first: int, last: int) -> bool:
    if first == last and line[first].lower == "one":
        return True
    return line[first].lower in words("verbs_of_saying", "nobody")


def _beside_comma(
    line: Sequence[Word], at: int, comma: int, *, tag: bool
) -> tuple[int, int] | None:
    """Tell "..., said Hale" from "Hale, the fire chief, said ..."."""
    if comma and line[comma - 1].lower == _QUOTE:
        return _forward(line, at + 1, extend=True) if tag else None
    start = comma
    best: tuple[int, int] | None = None
    alone = False
    while start > 0:
        end = start - 1
        start = end
        while start > 0 and line[start].lower not in (",", ";", _QUOTE):
            start -= 1
        first = start + 1 if line[start].lower in (",", ";", _QUOTE) else start
        phrase = line[first : end + 1]
        relative = bool(phrase) and phrase[0].lower in ("who", "which", "whose", "where")
        if not phrase or (_is_clause(phrase) and not relative):
            break
        if not relative and phrase[0].lower not in _PREPOSITIONS:
            best = (first, comma - 1)
            alone = end == comma - 1
        if line[start].lower != ",":
            break
    inverted = _forward(line, at + 1, extend=True) if tag else None
    if best is None or (alone and inverted and _ends(line, inverted[1] + 1)):
        return inverted
    return best


def _backward(line: Sequence[Word], last: int) -> tuple[int, int] | None:
    """The phrase that ends at `last`."""
    first = last + 1
    stops = words("verbs_of_saying", "stops")
    while first > 0 and last - first < _LONGEST:
        word = line[first - 1]
        if word.lower in _STOP or _finite(word) or _is_saying(word.lower):
            break
        if word.lower in stops and not (word.lower == "and" and _coordinates(line, first - 1)):
            break
        first -= 1
    if line[last].lower in words("verbs_of_saying", "pronouns"):
        return last, last  # "then on Friday he"
    if first <= last and line[first].lower in _PREPOSITIONS:
        first = _after_preposition(line, first, last)
    if first > last or line[first].lower in _PREPOSITIONS:
        return None
    return _with_name_before(line, first), last


def _with_name_before(line: Sequence[Word], first: int) -> int:
    """The start of "Ann Hale, a nurse" where its second part alone has been found."""
    if first < 2 or line[first - 1].lower != "," or line[first].text[0].isupper():
        return first
    start = first - 1
    while start > 0 and line[start - 1].text[0].isupper():
        start -= 1
    opens = start == 0 or line[start - 1].lower == _QUOTE
    return start if opens and first - 1 - start in (1, 2, 3, 4) else first


def _coordinates(line: Sequence[Word], at: int) -> bool:
    """Whether the "and" at this place joins two names or two plural nouns."""
    if at == 0 or at + 1 >= len(line):
        return False
    left, right = line[at - 1].text, line[at + 1].text
    return (left[0].isupper() and right[0].isupper()) or (
        left.endswith("s") and right.lower() not in words("verbs_of_saying", "he")
    )


def _after_preposition(line: Sequence[Word], first: int, last: int) -> int:
    """The start of the phrase after "in a statement" or "on Friday"."""
    articles = ("a", "an", "the", "this", "last")
    at = first + 1
    at += at <= last and line[at].lower in articles
    return at + 1


def _forward(line: Sequence[Word], first: int, *, extend: bool = False) -> tuple[int, int] | None:
    """The phrase that begins at `first`; "a nurse, Ann Hale" as one if it may extend."""
    while first < len(line) and line[first].lower in ("that", "as", "both"):
        first += 1
    last = first - 1
    while last + 1 < len(line) and last - first < _LONGEST:
        word = line[last + 1]
        if word.lower in _STOP or _finite(word) or _is_saying(word.lower):
            break
        if word.lower in words("verbs_of_saying", "ends") and last >= first:
            break
        last += 1
    if last < first:
        return None
    named = any(word.text[0].isupper() for word in line[first : last + 1])
    beyond = line[last + 1 : last + 3]
    if (
        extend
        and not named
        and len(beyond) > 1
        and beyond[0].text == ","
        and beyond[1].text[0].isupper()
    ):
        return first, (_forward(line, last + 2) or (0, last))[1]  # said a doctor, Ann Hale
    return first, last


def _opening(line: Sequence[Word], at: int, found: Sequence[Saying]) -> tuple[int, int] | None:
    """The subject that a second verb shares: of the last credit, else the opening phrase."""
    for saying in reversed(found):
        if saying.kind not in ("according", "citing") and saying.verb.end <= line[at].start:
            first = next(n for n, word in enumerate(line) if word.start == saying.subject.start)
            last = next(n for n, word in enumerate(line) if word.end == saying.subject.end)
            return first, last
    first = 0
    if line[0].lower in _PREPOSITIONS or line[0].lower in ("but", "and", "however", "meanwhile"):
        commas = [n for n, word in enumerate(line[:at]) if word.lower == ","]
        first = commas[0] + 1 if line[0].lower in _PREPOSITIONS and commas else 1
    last = first - 1
    while last + 1 < at and last - first < _LONGEST:
        word = line[last + 1]
        if word.lower in _STOP or _finite(word) or word.lower in words("verbs_of_saying", "ends"):
            break
        last += 1
    return (first, last) if last >= first else None


def _trails(line: Sequence[Word], at: int, first: int, last: int) -> bool:
    """Whether what is said stands before the credit."""
    inverted = first > at
    start = at if inverted else first
    if start == 0 or line[start - 1].lower not in (",", "as", _QUOTE, "—", "–", "--"):
        return False
    if start < 4 and not any(word.text == _QUOTE for word in line[:start]):
        return False
    return _ends(line, (last if inverted else at) + 1)


def _ends(line: Sequence[Word], at: int) -> bool:
    """Whether nothing but "on Tuesday", "in a statement" follows up to the next pause."""
    rest = []
    for word in line[at:]:
        if word.lower in (",", ";", ".", "?", "!", _QUOTE):
            break
        rest.append(word)
    if any(word.lower == "that" for word in rest):
        return False
    return not rest or (len(rest) <= 10 and not any(_finite(word) for word in rest))


def _around(
    line: Sequence[Word], at: int, last: int, subject: Span, sentence: Span
) -> tuple[Span, ...]:
    """What a credit governs that stands after or amid it: the sentence without the credit."""
    end = max(at, last) + 1
    while end < len(line) and line[end].lower not in (",", ";", _QUOTE):
        end += 1
    start = min(line[at].start, subject.start)
    parts = [Span(start=sentence.start, end=start)]
    if end < len(line):
        parts.append(Span(start=line[end].start, end=sentence.end))
    return tuple(part for part in parts if len(part) > 1)


def _led(line: Sequence[Word], at: int, sentence: Span) -> Span:
    """What a credit governs that stands before: itself, or its "that", to the end."""
    for place in range(at + 1, min(at + 8, len(line))):
        if line[place].lower == "that" and place > at + 2:
            return Span(start=line[place].end, end=sentence.end)  # "said on Friday that"
        if _finite(line[place]) or line[place].lower in (",", _QUOTE):
            break
    return Span(start=line[at].start, end=sentence.end)


def _parted(text: str, found: Sequence[Saying]) -> Iterator[Saying]:
    """Each credit's words cut where a "but" or "while" hands over to the next speaker."""
    for saying, following in pairwise(found):
        if saying.trailing or following.trailing:
            yield saying
            continue
        between = text[saying.verb.end : following.subject.start]
        turn = list(_turn().finditer(between))
        if turn and following.subject.start > saying.verb.end:
            end = saying.verb.end + turn[-1].start()
            start = min(saying.governs[0].start, end)
            yield saying.model_copy(update={"governs": (Span(start=start, end=end),)})
        else:
            yield saying
    if found:
        yield found[-1]


def _finite(word: Word) -> bool:
    if word.lower in words("verbs_of_saying", "finite"):
        return True
    return word.text.islower() and len(word.lower) > 4 and word.lower.endswith("ed")


def _is_clause(phrase: Sequence[Word]) -> bool:
    """Whether the phrase has a verb of its own, "customised" in "of customised parts" apart."""
    if any(word.lower in words("verbs_of_saying", "finite") for word in phrase):
        return True
    noun = words("verbs_of_saying", "before_noun")
    return any(_finite(word) and before.lower not in noun for before, word in pairwise(phrase))


def _is_saying(word: str) -> bool:
    return word in words("verbs_of_saying", "said") and not word.endswith("ing")


@cache
def _turn() -> re.Pattern[str]:
    return re.compile(r"[,;]\s+(?:but|while|whereas|although|though|and)\b|;")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(
        r"['’]\s?s\b|(?:[A-Za-z]\.){2,}|\b[A-Z]\.(?=\s[A-Z])|--"
        r"|\b(?:Mr|Mrs|Ms|Dr|Lt|Gen|Col|Capt|Sgt|Rep|Sen|Gov|St|Maj|Adm|Det|Supt|Inc|Corp|Co|Jr)\."
        r"|\w+(?:[-.,'’&](?!s\b)\w+)*|[^\w\s\"“”„«»`'’‘]"
    )
