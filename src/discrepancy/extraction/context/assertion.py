"""Whether a text vouches for a state: is it told as so, or denied, rumoured, asked or thought of?

Only the words that bear on the state count: those before it with no other verb between, and those
that end the clause before a "that" or a "whether".

>>> from discrepancy.english.acts import acts_of
>>> for text in ("He may have been jailed", "The alleged thief was jailed", "Nobody was jailed"):
...     modality, negated = put_forward(acts_of(text), (), len(text) - 10, len(text))
...     print(modality.value, negated)
expected False
stated False
stated True
"""

from collections.abc import Sequence
from itertools import pairwise

from discrepancy.claims import Modality
from discrepancy.english.acts import Word
from discrepancy.extraction.context import modality
from discrepancy.tables import words

GOVERNING = 4
"""How many words before a "that" may say what is thought of what follows: "is no evidence"."""


def put_forward(
    clause: Sequence[Word], before: Sequence[Word], start: int, end: int, *, asked: bool = False
) -> tuple[Modality, bool]:
    """How the state at `start:end` is put forward, and whether it is negated outside its words."""
    led = _led(clause, start)
    opener = next((word.lower for word in clause if word.lower[0].isalpha()), "")
    governing = list(before[-GOVERNING:]) if opener == "that" else []
    negated = _negates(led) or _negates(governing) or _objects(clause, end)
    if asked or opener == "whether" or modality.supposes(clause) or _awaits(opener, clause):
        return Modality.EXPECTED, negated
    if _is_called_false(clause, end):
        return Modality.DENIED, False
    found = {*_cues(led, clause), *_cues(governing, governing)}
    manner = modality.gravest(found)
    return manner, negated and manner is not Modality.DENIED  # "no evidence that" negates once


def _led(clause: Sequence[Word], start: int) -> list[Word]:
    """The words before a state that may bear on it, from the last other verb on."""
    led: list[Word] = []
    for word in reversed([word for word in clause if word.end <= start]):
        led.insert(0, word)
        if (word.act == "verb" and not word.lower.endswith("ing")) or word.lower in _ASIDE:
            break  # "no suspect in the shooting has been arrested" is one verb group
    return led


_ASIDE = (";", ":", "without")
"""What bears on no words behind it: "without warning Hale was arrested"."""


def _negates(led: Sequence[Word]) -> bool:
    """Whether a "not", "nobody" or "failed" stands among the words."""
    denying = words("negations", "words") | words("negations", "averting")
    for place, word in enumerate(led):
        after = led[place + 1].lower if place + 1 < len(led) else ""
        if after not in modality.SPARED and (
            modality.negates(word.lower, denying - _OTHERWISE) or (word.lower, after) in _PAIRS
        ):
            return True
    return False


_PAIRS = (("yet", "to"), ("far", "from"), ("instead", "of"), ("rather", "than"))
"""Two words that deny what follows."""

_OTHERWISE = frozenset({"without", "deny", "denies", "denied", "denying"})
"""Negative words that bear on nothing behind them, or put it forward as denied."""


def _objects(clause: Sequence[Word], end: int) -> bool:
    """Whether what comes right behind is nobody: "has arrested no one"."""
    behind = next((word.lower for word in clause if word.start >= end), "")
    return behind in ("no", "no-one", "nobody", "none", "neither")


def _awaits(opener: str, clause: Sequence[Word]) -> bool:
    """Whether a state is only waited for: "until he is in custody", not "until he was"."""
    present = words("standing", "now")
    return opener in ("until", "till") and any(word.lower in present for word in clause)


def _is_called_false(clause: Sequence[Word], end: int) -> bool:
    """Whether the clause goes on to call it false: "reports that he was jailed were wrong"."""
    behind = [word for word in clause if word.start >= end]
    false = words("negations", "false")
    return any(a.act == "aux" and b.lower in false for a, b in pairwise(behind))


def _cues(led: Sequence[Word], clause: Sequence[Word]) -> list[Modality]:
    """What the words say of the state; an "alleged" thief was jailed none the less."""
    reach = [*led, *(word for word in clause if led and word.start >= led[-1].end)]
    found = [cue for at in range(len(led)) if (cue := modality.cue(reach, at))]
    return [cue.id for cue in found if cue.id is not Modality.ALLEGED or cue.hearsay]
