"""Which word governs a claim: what happened to the five, what was 10 km.

>>> from discrepancy.english.acts import acts_of
>>> text = "bringing the death toll from the slide to 11"
>>> governor(acts_of(text), NounPhrase(42, 44), key="count", counted=frozenset())
('die', 'death')
"""

from collections.abc import Sequence
from typing import NamedTuple

from discrepancy.english import predicates
from discrepancy.english.acts import Word
from discrepancy.english.clauses import around
from discrepancy.english.lexicon import entry
from discrepancy.english.predicates import Counted, Predicate
from discrepancy.extraction.context import day_governors
from discrepancy.extraction.context.day_governors import Governor
from discrepancy.tables import words


class NounPhrase(NamedTuple):
    """The characters of a claim with the noun that it counts."""

    start: int
    end: int


class _View(NamedTuple):
    """A clause seen from a claim: the words before, inside and after it."""

    left: Sequence[Word]
    inside: Sequence[Word]
    right: Sequence[Word]
    key: str
    counted: Counted

    def event(self, word: Word) -> Predicate | None:
        """The class that a word stands for here, if it may govern the claim."""
        found = predicates.fitting(word.events, self.key, self.counted) if word.events else None
        if found and found.follows and self.left and word.start <= self.left[-1].start:
            return None
        return None if found and found.beside and not self.holds(found.beside) else found

    def holds(self, nouns: frozenset[str]) -> bool:
        """Whether one of these nouns stands in the clause, in the singular or plural."""
        return any(entry(word.lower).singular in nouns for word in (*self.left, *self.right))


def governor(clause: Sequence[Word], phrase: NounPhrase, *, key: str, counted: Counted) -> Governor:
    """The class and the base form of the word that governs the claim in its clause."""
    view = _View(*around(clause, phrase.start, phrase.end), key, counted)
    if key in ("date", "time"):
        return day_governors.governor(view.left, view.right, view.event, key=key)
    if not any(key in event.kinds for word in clause if word.events for event in word.events):
        return _placed(view) or (_role(view), _any_verb(view))
    return _of_figure(view)


def _of_figure(view: _View) -> Governor:
    """State beside it, then verb whose object it is, then whose subject, then what is nearest."""
    length = view.key == "length"
    beside = (_bearing, _object_of, _state_after) if length else (_state_after, _object_of)
    for find in (
        _own_noun,
        *beside,
        _placed,
        _subject_of,
        _adjoining,
        _nearest_left,
        _nearest_right,
        _own_state,
    ):
        found = find(view)
        if found:
            return _spent(view) or found
    return _role(view), _any_verb(view)


def _spent(view: _View) -> Governor | None:
    """As in "served a sentence of five months": the verb says whose time it is, not its noun."""
    if view.key != "duration":
        return None
    for word in reversed(view.left):
        if word.act == "verb":
            event = view.event(word)
            return (event.id, word.lemma) if event and not event.weak else None
    return None


def _own_noun(view: _View) -> Governor | None:
    """As in "11 deaths", "24 dead": the head of the counted noun is the event."""
    head = next((word for word in reversed(view.inside) if word.lower[0].isalpha()), None)
    event = view.event(head) if head else None
    return (event.id, head.lemma) if head and event and not event.weak else None


def _own_state(view: _View) -> Governor | None:
    """As in "200 injured people": what the counted are, where nothing is said of them."""
    for word in view.inside:
        event = view.event(word)
        if event and event.state:
            return event.id, word.lemma
    return None


def _role(view: _View) -> str | None:
    """As in "has 900 employees": what the counted noun says that its bearers do."""
    for word in reversed(view.inside):
        found = predicates.fitting(predicates.of_role(word.lower), view.key, view.counted)
        if found:
            return found.id
    return None


def _state_after(view: _View) -> Governor | None:
    """As in "14 trapped", "two were still missing", "10 km deep", "55 km (34 miles) south"."""
    for word in _past_brackets(view.right)[:8]:
        event = view.event(word)
        if event and event.state:
            return event.id, word.lemma
        if event and view.key == "length" and not event.state and word.act != "verb":
            return event.id, word.lemma
        if not _lets_through(word):
            return None
    return None


def _placed(view: _View) -> Governor | None:
    """As in "300 soldiers are already in the north": those who are somewhere."""
    right = [word for word in view.right[:8] if "adverbs" not in entry(word.lower).classes]
    if len(right) < 3 or right[0].lemma != "be":
        return None
    if right[1].lower not in ("in", "at", "inside", "on") or right[2].act:
        return None
    if not (right[2].text[0].isupper() or "determiners" in entry(right[2].lower).classes):
        return None
    found = predicates.fitting(predicates.placed(), view.key, view.counted)
    return (found.id, "be") if found else None


def _bearing(view: _View) -> Governor | None:
    """As in "sailing 150 miles west of the port": where it is, not how far it went."""
    right = _past_brackets(view.right)[:2]
    if len(right) < 2 or right[0].act != "noun" or right[1].lower != "of":
        return None
    event = view.event(right[0])
    return (event.id, right[0].lemma) if event and event.follows else None


def _lets_through(word: Word) -> bool:
    """Whether a word may stand between a figure and what is said of it."""
    return (
        word.act == "aux"
        or "between" in entry(word.lower).classes
        or (word.act == "verb" and word.lemma in words("grammar", "transparent_verbs"))
        or word.lower.endswith("ly")
    )


def _past_brackets(right: Sequence[Word]) -> Sequence[Word]:
    """The words after a bracket that follows at once: "55 km (34 miles) south"."""
    if not right or right[0].text not in "([":
        return right
    for place, word in enumerate(right[:12]):
        if word.text in ")]":
            return right[place + 1 :]
    return right[1:]


def _object_of(view: _View) -> Governor | None:
    """As in "killing at least five people", "a depth of 10 km", "raised the toll to 11"."""
    set_at = bool(view.left) and view.left[-1].lower in ("at", "to", "by")
    for word in reversed(view.left[-9:]):
        event = view.event(word)
        if event and set_at and word.act == "noun" and _is_aside(view, word):
            continue  # "put the toll of the shelling at 40"
        if event and not event.weak and word.act in ("verb", "noun", "state"):
            return event.id, word.lemma
        if word.act == "verb":
            return None
        if word.act == "" and word.lower[0].isalpha() and not _slight(word):
            return None
        if word.text in ",":
            return None
    return None


def _slight(word: Word) -> bool:
    """Whether a word before a figure is no noun: hedge, determiner, preposition, adverb."""
    return (
        "determiners" in entry(word.lower).classes
        or "prepositions" in entry(word.lower).classes
        or "between" in entry(word.lower).classes
        or word.lower.endswith(("ly", "ed"))
    )


def _subject_of(view: _View) -> Governor | None:
    """As in "Five people in the town were killed": no verb of its own before it."""
    if any(word.act == "verb" and not _transparent(word) for word in view.left):
        return None
    return _nearest_right(view)


def _adjoining(view: _View) -> Governor | None:
    """As in "sank with 412 people on board": what stands right behind them says where they are."""
    first = view.right[0] if view.right else None
    event = view.event(first) if first and first.act not in ("verb", "noun") else None
    return (event.id, first.lemma) if first and event and not event.weak else None


def _transparent(word: Word) -> bool:
    return word.lemma in words("grammar", "transparent_verbs")


def _nearest_left(view: _View) -> Governor | None:
    return _nearest(view, view.left[::-1])


def _nearest_right(view: _View) -> Governor | None:
    return _nearest(view, _past_brackets(view.right))


def _nearest(view: _View, outward: Sequence[Word]) -> Governor | None:
    reach = 5 if view.key == "length" else 18
    for word in _past_inclusion(outward)[:reach]:
        event = view.event(word)
        if event is None or event.weak or event.follows:
            continue
        if word.act == "noun" and (_is_aside(view, word) or not _counts(view, event)):
            continue
        return event.id, word.lemma
    return None


def _counts(view: _View, event: Predicate) -> bool:
    """Whether an event noun away from a figure may say why people are counted.

    "the toll ... to 11" counts the dead, "their assault ... to 600" not the assailants.
    """
    return "person" not in view.counted or event.state


def _past_inclusion(outward: Sequence[Word]) -> Sequence[Word]:
    """The words less an insertion: "nine villagers, including three children, were killed"."""
    marked = next((at for at, word in enumerate(outward) if word.lower == "including"), None)
    if marked is None:
        return outward
    closed = next((at for at in range(marked, len(outward)) if outward[at].text == ","), None)
    return [*outward[:marked], *(outward[closed:] if closed is not None else ())]


def _is_aside(view: _View, noun: Word) -> bool:
    """Whether an event noun only follows a preposition: "the toll of the shelling is 40"."""
    if view.key in ("length", "money", "percent"):
        return False
    near = around((*view.left, *view.right), noun.start, noun.end)[0][-4:]
    for word in reversed(near):
        if "prepositions" in entry(word.lower).classes:
            return word.lower != "with"  # "50 people with injuries"
        if word.act in ("verb", "aux") or word.lower[0].isdigit():
            return False
    return False


def _any_verb(view: _View) -> str | None:
    """Base form of the nearest verb, known class or not: before the claim first."""
    found = next((word for word in reversed(view.left) if word.act == "verb"), None)
    found = found or next((word for word in view.right if word.act == "verb"), None)
    return found.lemma if found else None
