"""The credits of one sentence: who says, and which words he or she answers for.

>>> text = "The mill burned for an hour, fire chief Ann Hale said."
>>> [saying] = sayings(text, Span(start=0, end=len(text)), ())
>>> saying.subject.of(text), saying.governs[0].of(text)
('fire chief Ann Hale', 'The mill burned for an hour, ')
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from discrepancy.extraction.credit import saying_nouns, sentence_words
from discrepancy.extraction.credit.apposition import Extent
from discrepancy.extraction.credit.saying_verbs import Kind, kind, may_credit
from discrepancy.extraction.credit.sentence_words import QUOTE, LineWord, listed
from discrepancy.extraction.credit.shapes import SHAPES
from discrepancy.extraction.credit.subjects import ends, subject
from discrepancy.span import Span
from discrepancy.words import tokens


class Saying(NamedTuple):
    """One credit."""

    kind: Kind
    verb: Span
    subject: Span
    """The words that name the one who is credited."""
    governs: tuple[Span, ...]
    """The words that he or she is credited with, those before the credit and those after."""
    trailing: bool = False
    """Whether it stands after or amid what is said."""


def sayings(text: str, sentence: Span, quotes: Sequence[Span]) -> tuple[Saying, ...]:
    """Every credit of the sentence, in order; `quotes` are the parts of quotations in it."""
    plain = tokens(text, sentence.start, sentence.end)
    if not quotes and not any(may_credit(word.lower) for word in plain):
        return ()
    line = sentence_words.read(text, sentence, quotes)
    found: list[Saying] = []
    subjects: list[Extent] = []
    for at in range(len(line)):
        credit = kind(line, at)
        phrase = subject(line, at, credit, subjects) if credit else None
        if credit is None or phrase is None or not _can_speak(line, at, credit, phrase):
            continue
        saying = _as_quoted(line, at, _saying(line, at, credit, phrase, sentence), found)
        if saying.governs:
            found.append(saying)
        if credit not in ("according", "by", "citing", "noun"):
            subjects.append(phrase)
    return tuple(_parted(text, _framed(found)))


def _can_speak(line: Sequence[LineWord], at: int, credit: Kind, phrase: Extent) -> bool:
    """Whether the phrase can be somebody who reports or calls: not "a feature called ..."."""
    if credit not in ("reported", "called"):
        return True
    follows = line[at + 1].lower if at + 1 < len(line) else ""
    if credit == "called" and line[at - 1].text == "," and follows not in listed("definite"):
        return False  # "the climber, described as ...", but "the mayor, called the plan ..."
    first, last = phrase
    if any(word.large for word in line[first + 1 : last + 1]) or line[first].lower[0] == "□":
        return True
    known = (listed(name) for name in ("pronouns", "people", "agents", "papers", "groups"))
    nouns = frozenset().union(*known)
    if any(word.lower in nouns for word in line[first : last + 1]) or line[last].text[-1] == "s":
        return True
    return credit == "reported" and (line[first].large or line[first].lower in listed("definite"))


def _saying(
    line: Sequence[LineWord], at: int, credit: Kind, phrase: Extent, sentence: Span
) -> Saying:
    first, last = phrase
    if credit == "noun":
        return _noun(line, at, phrase)
    trailing = credit in ("according", "citing") or (
        credit != "by" and _trails(line, at, first, last)
    )
    named = Span(start=line[first].start, end=line[last].end)
    if trailing:
        governs = _around(line, at, last, named, sentence, tight=credit == "according")
    else:
        said = any(word.text not in sentence_words.STOPS for word in line[at + 1 :])
        leads = QUOTE in _texts(line, at) or line[-1].text == ":"  # the remark may follow on a line
        governs = (_led(line, at, sentence),) if said or leads else ()
        if governs and (fronted := _fronted(line, first, sentence)):
            governs = (fronted, *governs)
    return Saying(
        kind=credit,
        verb=Span(start=line[at].start, end=line[at].end),
        subject=named,
        governs=governs,
        trailing=trailing,
    )


def _as_quoted(
    line: Sequence[LineWord], at: int, saying: Saying, found: Sequence[Saying]
) -> Saying:
    """With the words before it, where nothing follows: "...", the paper quoted Hale as saying."""
    outer = found[-1] if found else None
    if saying.governs or outer is None or line[at].lower != "saying" or not outer.trailing:
        return saying
    if saying.subject.start - outer.verb.end > 2:
        return saying
    return saying._replace(verb=outer.verb, governs=outer.governs, trailing=True)


def _noun(line: Sequence[LineWord], at: int, phrase: Extent) -> Saying:
    """The credit of a noun: "the claim by Hale that two sheds burned"."""
    that = saying_nouns.clause(line, at) or at
    return Saying(
        kind="noun",
        verb=Span(start=line[at].start, end=line[at].end),
        subject=Span(start=line[phrase[0]].start, end=line[phrase[1]].end),
        governs=(Span(start=line[that].end, end=saying_nouns.end(line, that)),),
    )


def _texts(line: Sequence[LineWord], at: int) -> list[str]:
    return [word.text for word in line[at + 1 :]]


def _trails(line: Sequence[LineWord], at: int, first: int, last: int) -> bool:
    """Whether what is said stands before the credit."""
    inverted = first > at
    start = at if inverted else first
    if start == 0 or line[start - 1].lower not in (",", "as", QUOTE, "—", "–", "--"):
        return False
    if start < 4 and not any(word.text == QUOTE for word in line[:start]):
        after = line[(last if inverted else at) + 1 :][:1]
        return start > 1 and [word.text for word in after] == [","]  # "But, he said, ..."
    return line[start - 1].text == QUOTE or ends(line, (last if inverted else at) + 1)


def _around(
    line: Sequence[LineWord], at: int, last: int, named: Span, sentence: Span, *, tight: bool
) -> tuple[Span, ...]:
    """What a credit governs that stands before and after it: the sentence without the credit."""
    end = max(at, last) + 1
    while not tight and end < len(line) and line[end].text not in (",", ";", QUOTE):
        end += 1
    start = min(line[at].start, named.start)
    parts = [Span(start=sentence.start, end=start)]
    if end < len(line):
        parts.append(Span(start=line[end].start, end=sentence.end))
    return tuple(part for part in parts if len(part) > 1)


def _led(line: Sequence[LineWord], at: int, sentence: Span) -> Span:
    """What a credit governs that stands before: itself, or its "that", to the end."""
    for place in range(at + 1, min(at + 8, len(line))):
        if line[place].lower == "that" and place > at + 2:
            return Span(start=line[place].end, end=sentence.end)  # "said on Friday that"
        if line[place].finite or line[place].text in (",", QUOTE) or kind(line, place):
            break
    return Span(start=line[at].start, end=sentence.end)


def _fronted(line: Sequence[LineWord], first: int, sentence: Span) -> Span | None:
    """What is said before the credit: "When the roof fell at noon, Hale said ten were inside"."""
    opening = line[0].lower in listed("fronting") and line[first - 1].text == ","
    if not opening or first < 3 or line[first].lower in listed("pronouns"):
        return None  # "When Hale spoke on Tuesday, he said ..."
    own = line[1 : first - 1]
    asked = any(word.lower in listed("ordering") or word.lower == "contacted" for word in own)
    if asked or any(word.text in sentence_words.STOPS for word in own):
        return None
    return Span(start=sentence.start, end=line[first - 1].end)


def _framed(found: Sequence[Saying]) -> list[Saying]:
    """Each credit's words cut where a later one frames it: "Police say two died, Hale reports"."""
    frames = [one.governs[0] for one in found if one.trailing and len(one.governs) == 1]
    cut = []
    for saying in found:
        for frame in frames:
            if saying.trailing or not frame.holds(saying.verb):
                continue
            within = (_within(one, frame) for one in saying.governs)
            saying = saying._replace(governs=tuple(one for one in within if one))
        cut.append(saying)
    return cut


def _within(part: Span, frame: Span) -> Span | None:
    start, end = max(part.start, frame.start), min(part.end, frame.end)
    return Span(start=start, end=end) if start < end else None


def _parted(text: str, found: Sequence[Saying]) -> Iterator[Saying]:
    """Each credit's words cut where a "but" or "while" hands over to the next speaker."""
    for saying, following in pairwise(found):
        start = saying.verb.end
        turn = (
            _turn().search(text, start, max(start, following.subject.start))
            if not (saying.trailing or following.trailing)
            else None
        )
        if turn is None:
            yield saying
            continue
        first = min(saying.governs[0].start, turn.start())
        yield saying._replace(governs=(Span(start=first, end=turn.start()),))
    if found:
        yield found[-1]


# the hand-over stands right before the next subject, a name or two words between at most
_turn = SHAPES("turn")
