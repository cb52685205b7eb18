"""What is measured or happens: the noun that a figure is of, or the verb with its particle.

"a fee of £34m" -> fee; "a 30 percent stake" -> stake; "revenue rose to $3bn" -> revenue; "is suing
for $6m" -> sue for; "finished at 41" -> finish at.
"""

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from discrepancy.english.acts import Word
from discrepancy.extraction.context.measurand.view import View, is_common, is_verb
from discrepancy.extraction.figures import trends
from discrepancy.extraction.times.parts_of_day import words_for_parts
from discrepancy.tables import words
from discrepancy.words import singular

NEAR = 6
"""Words between a figure and the noun or verb that it is of."""

FOLLOWS = 2
"""Words after a figure among which the noun that it modifies stands: "30 percent stake"."""


def head(view: View, verb: str | None) -> str | None:
    """The head of a figure; `verb` is the base form of what governs it."""
    if view.key == "count" and view.text[view.start : view.end].lower().endswith("-time"):
        return _of_so_many_times(view) or verb
    if view.key in ("count", "age", "number"):
        return verb
    if view.key in ("date", "time"):
        return _dated(view) or verb
    return _modified(view) or _behind_of(view) or _joined(view) or _with_particle(view, verb)


def _of_so_many_times(view: View) -> str | None:
    """What somebody is so many times over: "a five-time Olympic champion"."""
    run = list(takewhile(lambda word: word.text.isalpha() and not is_verb(word), view.right))
    common = list(takewhile(is_common, dropwhile(lambda word: word.text[:1].isupper(), run)))
    return singular(common[-1].lower) if common else None


def _dated(view: View) -> str | None:
    """The noun that a day tells: "the 2012 conviction", "a film of 1998", "the deadline is"."""
    before = view.left[-1].lower if view.left else ""
    attributive = before not in words("grammar", "prepositions")
    if attributive and (noun := _modified(view)) and noun not in words_for_parts():
        return noun
    return (_behind_of(view) if before == "of" else None) or _joined(view)


def _modified(view: View) -> str | None:
    """The noun that a figure stands before: "a 30 percent stake", "the $40m bid"."""
    after = view.right[:FOLLOWS]
    run: list[Word] = []
    for word in after:
        if not is_common(word) or word.lower in trends.comparing():
            break
        run.append(word)
    if not run or (view.key == "duration" and view.text[view.start : view.end].count("-") == 0):
        return None
    return singular(run[-1].lower)


def _behind_of(view: View) -> str | None:
    """The noun before "of": "a fee of £34m", "a depth of about 10 km"."""
    left = view.left[-NEAR:]
    for place in range(len(left) - 1, 0, -1):
        word = left[place]
        if word.lower == "of":
            before = left[place - 1]
            return singular(before.lower) if is_common(before) else None
        if word.act in ("verb", "aux") or word.text in ",;:":
            return None
    return None


def _joined(view: View) -> str | None:
    """The subject of a verb that only joins or moves: "the price is", "revenue rose to"."""
    left = view.left
    place = _last_verb(left)
    if place is None:
        return None
    joining = words("grammar", "joining")
    if view.key in ("date", "time"):
        joining |= words("grammar", "happening")
    else:
        joining |= trends.moving()
    if left[place].lemma not in joining:
        return None
    saying = words("frames", "reporting")  # "the court said the hearing is on 14 March"
    said = [at for at in range(place) if is_verb(left[at]) and left[at].lemma in saying]
    return subject_noun(left[said[-1] + 1 if said else 0 : place])


def subject_noun(before: Sequence[Word]) -> str | None:
    """The head noun of the subject: the last before its first preposition."""
    found = None
    for word in before:
        if word.lower in words("grammar", "prepositions") and found:
            break
        if word.text in ",;:-–—" or word.lower in words("grammar", "conjunctions"):
            found = None
        elif is_common(word):
            found = singular(word.lower)
    return found


def _with_particle(view: View, verb: str | None) -> str | None:
    """The verb, and the preposition between it and the figure."""
    left = view.left
    place = _last_verb(left)
    if verb is None or place is None or left[place].lemma != verb:
        return verb
    hedges = words("grammar", "between") | words("grammar", "determiners")
    between = [word.lower for word in left[place + 1 :] if word.lower not in hedges]
    last = between[-1] if between else ""
    return f"{verb} {last}" if last in words("grammar", "prepositions") else verb


def _last_verb(left: Sequence[Word]) -> int | None:
    return next((at for at in range(len(left) - 1, -1, -1) if is_verb(left[at])), None)
