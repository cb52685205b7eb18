"""Whose state a sentence tells: the subject of its verb, not the name that stands nearest.

>>> from discrepancy.extraction.names.entities import entities_of
>>> from discrepancy.reading import laid_out
>>> text = "Mara Hale, a nurse from Alder, was charged. A woman from Norby was freed."
>>> source, case = laid_out(Source(id="a", text=text)), scales.scale("case")
>>> for one in source.layout.sentences:
...     phrase = Span(start=text.index(" was", one.start) + 1, end=one.end)
...     print(bearer(text, case, one, phrase, entities_of(source)))
Mara Hale
None
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import takewhile

from discrepancy import tables
from discrepancy.english.lexicon import entry
from discrepancy.extraction.credit import sentence_words, subjects
from discrepancy.extraction.credit.apposition import Extent
from discrepancy.extraction.credit.noun_phrases import ARTICLES
from discrepancy.extraction.credit.sentence_words import LineWord
from discrepancy.extraction.names import gazetteer
from discrepancy.extraction.names.entities import Entity
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.words import is_adverb, scales

__all__ = ["Source", "bearer", "named_of"]

BACK = 20
"""How many names before a phrase are looked at for its subject."""

REACH = 400
"""Characters to either side of it in which the sentence of a phrase is read."""

Line = Sequence[LineWord]


def bearer(
    text: str, scale: scales.Scale, sentence: Span, phrase: Span, named: Sequence[Entity]
) -> str | None:
    """The name in full of whom a phrase of the scale is said, None where none is told.

    Of more than one, and of whoever is told only by somebody else, the words in lower case.
    """
    at = bisect_right(named, phrase.start, key=lambda entity: entity.span.end)
    near = _near(text, sentence, phrase)
    before = [one for one in named[max(0, at - BACK) : at] if one.span.start >= near.start]
    if scale.named:
        return _of_body(text, scale, sentence, phrase, before)
    if not scale.subject:
        return None
    fitting = [one for one in before if _fits(one, scale.subject)]
    line = sentence_words.read(text, near, ())
    place = _at(line, phrase.start)
    found = _owner(line, place, fitting[-1]) if fitting else None
    verb = _verb(line, place, _at(line, fitting[0].span.end) if fitting else 0)
    if verb is None:
        found = found or (_beside(line, place, fitting[-1]) if fitting else None)
        return named_of(found, scale) if found else None
    found = found or _of_verb(line, verb, fitting)
    return named_of(found, scale) if found else _others(text, line, verb, fitting)


def _near(text: str, sentence: Span, phrase: Span) -> Span:
    """The part of a sentence round a phrase in which its subject is looked for."""
    start, end = max(sentence.start, phrase.start - REACH), min(sentence.end, phrase.end + REACH)
    if start > sentence.start:
        start = max(start, text.find(" ", start, phrase.start) + 1)
    return Span(start=start, end=end)


def named_of(entity: Entity, scale: scales.Scale) -> str:
    """The name in full; of an official who speaks for a body, that body."""
    return (scale.named and _body(entity)) or entity.full or entity.text


def _at(line: Line, offset: int) -> int:
    return bisect_left(line, offset, key=lambda word: word.start)


def _owner(line: Line, place: int, last: Entity) -> Entity | None:
    """Whose noun a phrase begins with, or who is expected to: "Hale's | trial", "him to be"."""
    between = line[_at(line, last.span.end) : place]
    genitive = len(between) == 1 and between[0].text[0] in "'’"
    raised = between and between[0].lower == "to" and all(map(_is_auxiliary, between[1:]))
    return last if genitive or (raised and _is_bare(line, last)) else None


def _verb(line: Line, place: int, since: int) -> int | None:
    """Where the verb begins that a phrase is part of or hangs on: "was taken | into custody".

    An infinitive and a gerund hang on the verb before: "agreed to | plead", "fined after | being".
    """
    begins, at = place, place - 1
    while at >= since and (_is_auxiliary(line[at]) or _is_between(line[at])):
        begins = at if _is_auxiliary(line[at]) else begins
        at -= 1
    ahead = line[begins - 1].lower if begins else ""
    own = line[begins].finite and not _is_auxiliary(line[begins]) and ahead != ","
    hangs = ahead == "to" or line[begins].lower in ("being", "having")
    if (own or _is_auxiliary(line[begins])) and not hangs:
        return begins
    before = range(begins - 1, since - 1, -1)
    found = next((n for n in before if line[n].finite or _is_auxiliary(line[n])), None)
    return None if found is None else _verb(line, found, since)


def _is_between(word: LineWord) -> bool:
    return is_adverb(word.text) or word.lower in _BETWEEN


_BETWEEN = ("not", "also", "never")
"""Small words within a verb of several words."""


def _is_auxiliary(word: LineWord) -> bool:
    return "auxiliaries" in entry(word.lower).classes and word.text[0].isalnum()


def _of_verb(line: Line, verb: int, fitting: Sequence[Entity]) -> Entity | None:
    """The name in the subject of the verb that begins at a place."""
    if not fitting:
        return None
    if found := _bracketed(line, verb, fitting):
        return found
    if line[verb - 1].lower in tables.words("grammar", "describing"):
        return _described(line, verb - 1, fitting)
    extent = subjects.subject(line, verb, "said", _earlier(line, verb, fitting))
    if extent is None:
        return None
    if extent[0] == extent[1] and line[extent[0]].lower in ("he", "she"):
        behind = [one for one in fitting if _at(line, one.span.start) < extent[0]]
        return next((one for one in reversed(behind) if _is_bare(line, one)), None)
    found = _within(line, extent, fitting) or _apposed(line, extent, fitting)
    return found or _opener(line, verb, fitting[0])


def _earlier(line: Line, verb: int, fitting: Sequence[Entity]) -> Sequence[Extent]:
    """The subject of the verb before, which one behind "and" shares."""
    if line[verb - 1].lower != "and" or verb < 2:
        return ()
    before = _verb(line, verb - 2, _at(line, fitting[0].span.end) if fitting else 0)
    found = subjects.subject(line, before, "said", ()) if before is not None else None
    return () if found is None else (found,)


def _bracketed(line: Line, verb: int, fitting: Sequence[Entity]) -> Entity | None:
    """As in "Mara Hale, known to all as the broker who lent them the money, was charged"."""
    if line[verb - 1].text != ",":
        return None
    for one in fitting:
        first, behind = _at(line, one.span.start), _at(line, one.span.end)
        opens = first == 0 or line[first - 1].text == ","
        if opens and behind < verb - 1 and line[behind].text == ",":
            return one
    return None


def _described(line: Line, relative: int, fitting: Sequence[Entity]) -> Entity | None:
    """The name right before "who": "trust in Hale, who was charged"."""
    end = relative - 1 if line[relative - 1].text == "," else relative
    return next((one for one in fitting if _at(line, one.span.end) == end), None)


def _within(line: Line, extent: Extent, fitting: Sequence[Entity]) -> Entity | None:
    start, end = line[extent[0]].start, line[extent[1]].end
    inside = (one for one in fitting if start <= one.span.start < end)
    return next((one for one in inside if _is_bare(line, one)), None)


def _apposed(line: Line, extent: Extent, fitting: Sequence[Entity]) -> Entity | None:
    """The name beside a description: "the third victim, Mara Hale, was"; "Hale, a nurse, was"."""
    first, last = extent
    for one in fitting:
        begins, ends = _at(line, one.span.start), _at(line, one.span.end)
        before = ends == first - 1 and line[ends].text == "," and _is_bare(line, one)
        behind = begins == last + 2 and line[last + 1].text == ","
        if before or behind:
            return one
    return None


def _opener(line: Line, verb: int, first: Entity) -> Entity | None:
    """The name that opens a sentence of one verb: "Mara Hale, 23, of Mill Lane, Alder was"."""
    begins, ends = _at(line, first.span.start), _at(line, first.span.end)
    alone = not any(word.finite or _is_auxiliary(word) for word in line[:verb])
    return first if begins < 2 and alone and line[ends].text == "," else None


def _others(text: str, line: Line, verb: int, fitting: Sequence[Entity]) -> str | None:
    """The subject that is no single bearer: "eleven officers", "Hale's brother"."""
    extent = subjects.subject(line, verb, "said", _earlier(line, verb, fitting)) if verb else None
    if extent is None:
        return None
    phrase = line[extent[0] : extent[1] + 1]
    led = tables.words("grammar", "prepositions") | tables.words("grammar", "describing")
    bare = list(takewhile(lambda word: word.text != "," and word.lower not in led, phrase))
    owned = any(word.text[0] in "'’" for word in bare)
    if not bare or not (owned or entry(bare[-1].lower).singular != bare[-1].lower):
        return None
    return text[bare[0].start : bare[-1].end].lower()


def _beside(line: Line, place: int, last: Entity) -> Entity | None:
    """The name that a participle describes: "a hearing for Mara Hale, 23, charged with murder"."""
    between = line[_at(line, last.span.end) : place]
    near = all(word.text == "," or word.text.isdigit() for word in between)
    return last if near or _is_bare(line, last) else None


def _is_bare(line: Line, one: Entity) -> bool:
    """Whether a name is its bearer's: not "Norby's mayor", "a Norby man", "a man of Norby"."""
    first, behind = _at(line, one.span.start), _at(line, one.span.end)
    while first and line[first - 1].lower in ARTICLES:
        first -= 1
        if line[first].lower != "the":
            return False
    led = first and line[first - 1].lower in tables.words("grammar", "prepositions") | {"to", "as"}
    return not led and not (behind < len(line) and _narrowed(line[behind], one))


def _narrowed(word: LineWord, one: Entity) -> bool:
    """Whether the word right behind a name is a noun that it only narrows, or a genitive."""
    if word.text[:1] in ("'", "’"):
        return True
    common = word.text.isalpha() and word.text.islower() and word.start == one.span.end + 1
    known = entry(word.lower)
    return common and not (word.finite or known.classes or known.verb or is_adverb(word.text))


def _of_body(
    text: str, scale: scales.Scale, sentence: Span, phrase: Span, before: Sequence[Entity]
) -> str | None:
    """Who speaks, or is what one does to another: the last that is named before, or a body."""
    for one in reversed(before):
        ahead = text[sentence.start : one.span.start]
        between = text[one.span.end : phrase.start]
        if _fits(one, scale.subject) or _acts(one, ahead, between):
            return named_of(one, scale)
    return _nameless(text[sentence.start : phrase.start]) if scale.opposed else None


def _nameless(before: str) -> str | None:
    """The body without a name that the words before a phrase end in: "the defence ministry"."""
    said = [word.lower() for word in before.split() if not word.endswith("ly")]
    if said[-1:] == ["police"]:
        return "police"
    if "the" not in said[-3:-1]:
        return None
    body = said[len(said) - said[::-1].index("the") :]
    known = "sole_bodies" if len(body) == 1 else "many_bodies"
    return " ".join(body) if body[-1] in tables.words("titles", known) else None


def _acts(entity: Entity, before: str, between: str) -> bool:
    """Whether a country does what follows: "Norland has so far" denied it, not "police in Hale"."""
    if entity.type != "place" or before.endswith(_WHERE):
        return False
    return len(between.split()) < 2 and "," not in between


_WHERE = tuple(f" {word} " for word in ("in", "at", "near", "from", "to", "off", "on", "around"))


def _body(entity: Entity) -> str | None:
    """The body in the words about somebody: "NATO" in "NATO Secretary-General"."""
    if entity.type != "person" or not entity.role:
        return None
    offices = gazetteer.listed("roles") | gazetteer.listed("titles")
    held = list(
        takewhile(
            lambda word: (
                word[:1].isupper() and offices.isdisjoint({word, word.lower().rsplit("-", 1)[-1]})
            ),
            entity.role.split(),
        )
    )
    return " ".join(held) or None


def _fits(entity: Entity, wanted: str) -> bool:
    """Whether it is of the type, or may be: a name of unknown type may be a person's."""
    if wanted == "named":
        return entity.type != "place"
    return entity.type == wanted or (wanted == "person" and not entity.sure and " " in entity.text)
