"""A second reader: a language model of your own, none of whose words is taken on trust.

It is asked what two documents of a story answer differently (ask 1), what an editor would say of
each such pair (ask 2), and whether two figures are of one measurand (ask 3). Where a quote stands,
whether the answer says what the quote says, which day it was and whether figures agree is found
by our own code; what that does not bear out is refused and counted.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from discrepancy.reader.outcome import NOTHING, Outcome

if TYPE_CHECKING:
    from discrepancy.reader.asking import Ask, SecondReader
    from discrepancy.reader.drafts import Proofread, proofread
    from discrepancy.reader.questions import Question
    from discrepancy.reader.rounds import read_again

_HOME = {
    "Ask": "asking",
    "Proofread": "drafts",
    "Question": "questions",
    "SecondReader": "asking",
    "proofread": "drafts",
    "read_again": "rounds",
}
"""Loaded on first use: most runs ask nobody."""

__all__ = [
    "NOTHING",
    "Ask",
    "Outcome",
    "Proofread",
    "Question",
    "SecondReader",
    "proofread",
    "read_again",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'discrepancy.reader' has no attribute {name!r}")
    return getattr(import_module(f"discrepancy.reader.{_HOME[name]}"), name)
