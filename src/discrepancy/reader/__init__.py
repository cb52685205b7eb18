"""A second reader: a language model of your own, none of whose words is taken on trust.

It is asked what two documents of a story answer differently (ask 1), what an editor would say of
each such pair (ask 2), and whether two figures are of one measurand (ask 3). Where a quote stands,
whether the answer says what the quote says, which day it was and whether figures agree is found
by our own code; what that does not bear out is refused and counted.
"""

from discrepancy.reader.asking import Ask, SecondReader
from discrepancy.reader.drafts import Proofread, proofread
from discrepancy.reader.questions import Question
from discrepancy.reader.rounds import NOTHING, Outcome, read_again

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
