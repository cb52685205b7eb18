"""What a figure or deed is of, and where: the words and names behind prepositions, the object."""

from discrepancy.english.acts import Word
from discrepancy.english.predicates import AWAY
from discrepancy.extraction.context.measurand.view import View, full, is_noun
from discrepancy.extraction.context.qualifiers import tells_a_part
from discrepancy.tables import words
from discrepancy.words import singular

MOST = 8
"""Words that are kept of what a claim is of."""

REACH = 4
"""Words between a distance and the preposition before its end: "to the north of"."""

ARTICLE = 6
"""Characters between that preposition and the name of its end: "of the Hale"."""

PLACING = ("in", "at", "near", "off", "from", "to", "outside", "around", "across", "inside")
"""Prepositions that lead to a place; of a length also to its ends."""


def of(view: View, head: str | None) -> tuple[str, ...]:
    """The common nouns and the names of the clause that are no place and not the head."""
    found: dict[str, None] = {}
    taken = set((head or "").split())
    for word in (*view.left, *view.right):
        if is_noun(view, word) and word.act != "state" and singular(word.lower) not in taken:
            found[singular(word.lower)] = None
    places = set(where(view))
    for one in view.named_in(view.clause[0].start, view.clause[-1].end) if view.clause else ():
        if full(one) not in places:
            found[full(one)] = None
    return tuple(found)[-MOST:]


def where(view: View, bearer: str | None = None) -> tuple[str, ...]:
    """The names behind a preposition of place in the clause, or opening the sentence with one."""
    if not view.clause:
        return ()
    if reckoned := _end(view):
        return (reckoned,)
    found: dict[str, None] = {}
    stretches = [(view.clause[0].start, view.clause[-1].end)]
    opening = view.sentence[0] if view.sentence else None
    if opening and opening.lower in PLACING:
        stop = next((word.start for word in view.sentence if word.text == ","), opening.end)
        stretches.append((opening.start, stop))
    for start, end in stretches:
        chained = False
        for one in view.named_in(start, end):
            lead = _lead(view, one.span.start)
            chained = lead in PLACING or (chained and lead in (",", "and"))
            owns = view.text[one.span.end : one.span.end + 2] in ("'s", "’s")  # in Hale's death
            placed = chained and one.type in ("place", "thing") and not owns
            if placed and not _is_of_a_part(view, one.span.start):
                found[full(one)] = None
    return tuple(name for name in found if name != bearer)


def _is_of_a_part(view: View, start: int) -> bool:
    """Whether a part that is told behind the figure is there: "40 shops, 12 of them in Hale"."""
    between = [w.lower for w in view.sentence if view.end <= w.start and w.end <= start]
    return tells_a_part(between)


def _end(view: View) -> str | None:
    """The place that a distance is reckoned from, right behind it: "13 miles east of Norby"."""
    if view.key != "length" or not view.right:
        return None
    run = view.right[:REACH]
    last = next((at for at, word in enumerate(run) if word.lower in words("grammar", "ends")), None)
    if last is None or not all(map(_points, run[:last])) or (not last and run[0].lower == "of"):
        return None
    named = view.named_in(run[last].end, run[last].end + ARTICLE)
    return full(named[0]) if named else None


def _points(word: Word) -> bool:
    """Whether a word only tells which way: "east", "away", "to the north"."""
    return word.lower in words("grammar", "which_way") or any(e.id == AWAY for e in word.events)


def _lead(view: View, start: int) -> str:
    word: Word | None = view.before(start)
    passed = words("grammar", "determiners") | {"downtown", "central"}
    while word is not None and word.lower in passed:
        word = view.before(word.start)
    return word.lower if word else ""
