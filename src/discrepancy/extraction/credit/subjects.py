"""The phrase that names who is credited, found from the verb of saying outwards.

>>> from discrepancy.extraction.credit import sentence_words
>>> from discrepancy.span import Span
>>> text = "Ann Hale, a nurse at the mill, said it burned."
>>> line = sentence_words.read(text, Span(start=0, end=len(text)), ())
>>> first, last = subject(line, 8, "said", ())
>>> text[line[first].start : line[last].end]
'Ann Hale, a nurse at the mill'
"""

from collections.abc import Sequence

from discrepancy.extraction.credit import saying_nouns
from discrepancy.extraction.credit.apposition import (
    Extent,
    apposed,
    is_adverbial,
)
from discrepancy.extraction.credit.noun_phrases import (
    ARTICLES,
    LONGEST,
    backward,
    forward,
    relative_before,
)
from discrepancy.extraction.credit.saying_verbs import Kind, is_turned, tells
from discrepancy.extraction.credit.sentence_words import (
    PAUSES,
    QUOTE,
    STOPS,
    LineWord,
    adverbs_start,
    is_clause,
    listed,
)
from discrepancy.extraction.credit.verb_forms import (
    closes_turned,
    going_on,
    is_going_on,
    with_subject,
)

_DASHES = frozenset(["—", "–", "--", "-"])


def subject(
    line: Sequence[LineWord], at: int, kind: Kind, earlier: Sequence[Extent]
) -> Extent | None:
    """Who the verb at this place credits; `earlier` are the subjects of the verbs before it."""
    if kind in ("according", "by"):
        return _known(line, _source(line, at + 2 if line[at].lower != "per" else at + 1))
    if kind == "noun":
        return _known(line, saying_nouns.owner(line, at))
    if kind == "citing":
        return _known(line, forward(line, at + 1))
    return _known(line, _of_verb(line, at, earlier))


def ends(line: Sequence[LineWord], at: int) -> bool:
    """Whether nothing but "on Tuesday", "in a statement" follows up to the next pause."""
    stop = next((n for n in range(at, len(line)) if line[n].text in PAUSES), len(line))
    rest = line[at:stop]
    if any(word.lower == "that" for word in rest):
        return False
    return not rest or (len(rest) <= 10 and not is_clause(rest))


def _known(line: Sequence[LineWord], phrase: Extent | None) -> Extent | None:
    """The phrase without adverbs at its ends, if it can be somebody."""
    if phrase is None:
        return None
    first, last = phrase
    while first < last and line[first].lower in listed("between") | listed("openers"):
        first += 1
    while first < last and line[last].lower in listed("openers"):
        last -= 1
    opens = line[first].lower
    if opens in listed("nobody") | listed("prepositions") or opens == "according":
        return None
    if first == last and opens in listed("moments"):
        return None  # "was told by noon"
    return None if first == last and opens in listed("no_name") else (first, last)


def _of_verb(line: Sequence[LineWord], at: int, earlier: Sequence[Extent]) -> Extent | None:
    tag = line[at].lower in listed("tags") and line[at].lower not in ("told", "tell")
    tag = tag or is_turned(line, at) or tells(line, at) or closes_turned(line, at)
    if at == 0:
        return forward(line, 1, extend=True) if line[0].lower in ("said", "says") else None
    if begins := going_on(line, at):  # "she went on to say", "would not tell, except to say"
        except_for = line[begins].lower == "except"
        return _opening(line, at) if except_for else _of_verb(line, begins, earlier)
    running = is_going_on(line, at)
    if running:  # officials are saying that
        return backward(line, adverbs_start(line, running - 1))
    before = _outside(line, adverbs_start(line, at - 1))
    lower = line[before].lower
    if line[at].lower.endswith("ing") and (own := with_subject(line, at)):
        return own
    if lower == "as" and (quoted := _quoted(line, before)):
        return quoted
    if line[at].lower.endswith("ing") or lower in ("and", "but", "then", "or"):
        return _shared(line, at, before, earlier)
    if lower in ("who", "which"):
        return _of_relative(line, before)
    if lower == QUOTE:
        return forward(line, at + 1, extend=True) if tag else None
    if lower == ",":
        return _beside_comma(line, at, before, tag=tag)
    return backward(line, before)


def _shared(
    line: Sequence[LineWord], at: int, before: int, earlier: Sequence[Extent]
) -> Extent | None:
    """Whose a verb after "and" is, or one in -ing: the subject of the verb that it goes on from."""
    joined = line[before].lower in ("and", "but", "then", "or")
    if joined and line[at].lower in listed("base_forms"):
        return None  # "to plan and maintain"
    if line[before].lower == "and" and (relative := relative_before(line, before)):
        return _of_relative(line, relative)  # "a guard who had run out and shouted"
    return earlier[-1] if earlier else _opening(line, at)


def _quoted(line: Sequence[LineWord], end: int) -> Extent | None:
    """Whom "quoted an envoy as saying" and "an envoy was quoted as saying" credit."""
    verbs = ("quoted", "quotes", "quoting", "cited", "cites", "citing")
    at = next((n for n in range(end - 1, max(0, end - 10), -1) if line[n].lower in verbs), None)
    if at is None:
        return None
    if at + 1 < end and line[at + 1].lower not in ("by", "in"):
        return at + 1, end - 1
    before = adverbs_start(line, at - 1)
    passive = line[before].lower in ("is", "was", "were", "are", "been")
    return backward(line, adverbs_start(line, before - 1)) if passive and before else None


def _outside(line: Sequence[LineWord], at: int) -> int:
    """The place before brackets or dashes that part subject and verb."""
    if line[at].text == ")":  # Hale Mills (NYSE: HM) said
        return max((n for n in range(at) if line[n].text == "("), default=1) - 1
    if line[at].text in _DASHES:  # Ann Hale — who owns the mill — said
        return max((n for n in range(1, at) if line[n].text in _DASHES), default=1) - 1
    return at


def _of_relative(line: Sequence[LineWord], at: int) -> Extent | None:
    """Whom "who" or "which" takes up: the noun phrase next before it."""
    last = at - 2 if line[at - 1].text == "," else at - 1
    phrase = backward(line, last) if last >= 0 else None
    if phrase is None:
        return None
    first = phrase[0]
    if line[at].lower == "which" and not any(
        word.large or word.lower in listed("papers") | listed("agents")
        for word in line[first : last + 1]
    ):
        return None  # "two holes, which confirmed the theft"
    for place in range(first, last):
        article = line[place + 1].lower in ARTICLES
        if line[place].lower == "by" or (line[place].lower in listed("prepositions") and article):
            first = place + 1
    return first, last


def _beside_comma(line: Sequence[LineWord], at: int, comma: int, *, tag: bool) -> Extent | None:
    """Tell "..., said Hale" from "Hale, the fire chief, said ..."."""
    inverted = forward(line, at + 1, extend=True) if tag else None
    if comma and line[comma - 1].text == QUOTE:
        return inverted
    if inverted and any(word.finite for word in line[inverted[1] + 1 : inverted[1] + 2]):
        inverted = None  # "..., said the shed was lost"
    described, alone = apposed(line, comma)
    if described is None:
        return inverted
    opens = line[described[0]]
    doubtful = alone or not (opens.large or opens.lower in listed("definite"))
    return inverted if doubtful and inverted and ends(line, inverted[1] + 1) else described


def _source(line: Sequence[LineWord], first: int) -> Extent | None:
    """The phrase after "according to", cut where the clause begins without a comma."""
    phrase = forward(line, first)
    if phrase is None:
        return None
    for at in range(first + 1, phrase[1] + 1):
        opens = line[at].lower in ("a", "an", "the", "he", "she", "it", "they", "there")
        if opens and line[at - 1].lower not in listed("prepositions") | {"and"}:
            return first, at - 1  # "According to Hale police an officer came"
        named = at - first >= 2 and line[at - 1].large and line[at - 2].large
        joins = listed("prepositions") | listed("people") | {"and"}
        if named and line[at].text.islower() and line[at].lower not in joins:
            return first, at - 1  # "According to Ann Hale early results point to ..."
    return phrase


def _opening(line: Sequence[LineWord], at: int) -> Extent | None:
    """The opening phrase of the sentence, as the subject of the verb at this place."""
    first = 0
    if is_adverbial(line[0]) or line[0].lower in listed("lead_ins"):
        first = next((n + 1 for n in range(at) if line[n].text == ","), 1)
    elif line[0].lower in ("but", "and", "however", "meanwhile"):
        first = 1
    last = first - 1
    while last + 1 < at and last - first < LONGEST:
        word = line[last + 1]
        if word.text in STOPS or word.finite or word.lower in listed("ends"):
            break
        last += 1
    return (first, last) if last >= first else None
