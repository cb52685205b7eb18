"""Documents into stories: those together that share rare names, words, places and claims.

A folder that a person has put together is one story unless it plainly holds several.

>>> ferry = "The ferry Arn Maid sank off Ule with pilgrims from Odeby, Brannock and Kerrin aboard."
>>> mill = "The Norby mill will close and lay off weavers of Alder, Hale and Esk, its owner said."
>>> texts = [ferry, ferry + " It was old.", "So: " + ferry, mill, mill + " Sad.", "So: " + mill]
>>> sources = [Source(id=str(number), text=text) for number, text in enumerate(texts)]
>>> [[source.id for source in story] for story in gathered(sources)]
[['0', '1', '2'], ['3', '4', '5']]
"""

from collections.abc import Sequence

from discrepancy.gathering.chains import chained
from discrepancy.gathering.joins import FOLDER, HEAP, linked
from discrepancy.gathering.keys import keys_of
from discrepancy.source import Source

__all__ = ["gathered"]

STORY = 3
"""Documents of one gathering from which it counts as a story among several: a lone text beside a
story may well be a part of it that is told in other words."""

MANY = 60
"""Documents that nobody reads as one story unless they hang together."""


def gathered(sources: Sequence[Source]) -> tuple[tuple[Source, ...], ...]:
    """The sources of a folder, story by story, each in the order given; all, if they are one."""
    if len(sources) < 2 * STORY:
        return (tuple(sources),)
    rows = [
        (number, None, key.kind, key.key)
        for number, source in enumerate(sources)
        for key in keys_of(source)
    ]
    likeness = FOLDER if len(sources) <= MANY else HEAP
    found = chained(range(len(sources)), linked(rows, likeness), most=len(sources))
    several = sum(len(members) >= STORY for members in found) > 1
    if not several and len(sources) <= MANY:
        return (tuple(sources),)
    return tuple(tuple(sources[number] for number in members) for members in found)
