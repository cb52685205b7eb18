"""Where a sentence falls into clauses: each has a happening of its own.

>>> from discrepancy.extraction.acts import acts
>>> text = "Five people died and seven were injured when the roof fell."
>>> [text[part[0].start : part[-1].end] for part in clauses(acts(text))]
['Five people died', 'and seven were injured', 'when the roof fell.']
"""

from discrepancy.extraction.acts import Word
from discrepancy.tables import words

_HARD = frozenset(';:—–()[]"“”')


def clauses(sentence: list[Word]) -> list[list[Word]]:
    """The clauses of a sentence in order; together they are the whole sentence.

    A mark or word that may open a clause does so only where a verb (or a state such as "dead")
    stands on both of its sides: "five men and two women" is one noun phrase.
    """
    segments = _segments(sentence)
    joined: list[list[Word]] = []
    waiting: list[Word] = []
    for place, (segment, hard) in enumerate(segments):
        later = segments[place + 1 :]
        if joined and _is_first_subject(segment, later):
            waiting = waiting + segment
        elif joined and not hard and not _parts(joined[-1], waiting + segment, later):
            joined[-1] = joined[-1] + waiting + segment
            waiting = []
        else:
            joined.append(waiting + segment)
            waiting = []
    return joined


def _segments(sentence: list[Word]) -> list[tuple[list[Word], bool]]:
    """The smallest pieces, each with whether it certainly opens a clause."""
    pieces: list[tuple[list[Word], bool]] = []
    current: list[Word] = []
    hard = False
    for place, word in enumerate(sentence):
        opening = _opening(sentence, place)
        if opening and current:
            pieces.append((current, hard))
            current, hard = [], opening == "hard"
        current.append(word)
    if current:
        pieces.append((current, hard))
    return pieces


def _opening(sentence: list[Word], place: int) -> str:
    """How surely a clause opens at this word: "hard", "soft" or "" (not at all)."""
    word = sentence[place]
    if word.text in _HARD:
        return "hard" if word.text == ";" else "soft"
    if word.text == "-" and _spaced(sentence, place):
        return "soft"
    if word.text == ",":
        return "soft"
    if word.lower in words("grammar", "conjunctions"):
        after_comma = place > 0 and sentence[place - 1].text == ","
        so_far = place + 1 < len(sentence) and sentence[place + 1].lower == "far"
        return "" if after_comma or so_far else "soft"
    return ""


def _spaced(sentence: list[Word], place: int) -> bool:
    """Whether a hyphen stands free, as a dash does."""
    if place == 0 or place + 1 >= len(sentence):
        return False
    return sentence[place - 1].end < sentence[place].start < sentence[place + 1].start - 1


def _parts(left: list[Word], right: list[Word], later: list[tuple[list[Word], bool]]) -> bool:
    """Whether both sides of an opening have a happening of their own."""
    if not _happens(left):
        return False
    if _happens(right):
        return True
    # "and two women, both nurses, were hurt": the verb follows an insertion
    opener = next((word.lower for word in right if word.text != ","), "")
    subject = opener in words("grammar", "relatives") or opener == "and"
    return subject and len(later) > 1 and right[0].text == "," and _happens(later[1][0])


def _is_first_subject(segment: list[Word], later: list[tuple[list[Word], bool]]) -> bool:
    """Whether a segment is the first of two subjects: "and ten barns | and sheds burned".

    Not where the second begins with a figure of its own: "and two women | and seven were hurt".
    """
    if segment[0].lower != "and" or _happens(segment) or not later:
        return False
    following, hard = later[0]
    if hard or following[0].lower != "and" or len(following) < 3 or not _happens(following):
        return False
    subject = following[1]
    return subject.act in ("", "noun") and subject.lower[0].isalpha() and not _starts_fresh(subject)


def _starts_fresh(subject: Word) -> bool:
    """Whether a word opens a subject of its own: a determiner, pronoun or hedge."""
    small = ("determiners", "modals", "between", "prepositions")
    return any(subject.lower in words("grammar", name) for name in small)


def _happens(segment: list[Word]) -> bool:
    return any(
        word.act in ("verb", "aux")
        or (word.act == "state" and any(e.state and "count" in e.kinds for e in word.events))
        for word in segment
    )
