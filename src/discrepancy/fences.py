"""A defect of ours costs the part on which it shows, is told as one, and the rest comes out.

>>> def work(parts):
...     return [1 / part for part in parts]
>>> done, lost = sound(work, [1, 0, 2], lambda part: f"part {part}")
>>> done, [str(one).partition(",")[0] for one in lost]
([1.0, 0.5], ['part 0: it ended in ZeroDivisionError'])
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from discrepancy.errors import DiscrepancyError, defect
from discrepancy.source import Unread

P = TypeVar("P")
R = TypeVar("R")


def sound(
    work: Callable[[Sequence[P]], R], parts: Sequence[P], named: Callable[[P], str]
) -> tuple[R, tuple[Unread, ...]]:
    """What comes of all parts, or of those on which the work does not fail, and what is lost.

    Args:
        work: what is done with parts of a whole; of none something comes, too.
        parts: the parts.
        named: what a part is called where it is told as lost.

    Raises:
        DiscrepancyError: the input is at fault.
    """
    found = _tried(work, parts)
    if not isinstance(found, Unread):
        return found[0], ()
    tried = [found] if len(parts) == 1 else [_tried(work, [part]) for part in parts]
    alone = list(zip(parts, tried, strict=True))
    kept = [part for part, one in alone if not isinstance(one, Unread)]
    lost = [
        one.model_copy(update={"document": named(part)})
        for part, one in alone
        if isinstance(one, Unread)
    ]
    rest = _tried(work, kept)
    if isinstance(rest, Unread):  # each by itself does no harm
        return work([]), (rest,)
    return rest[0], tuple(lost)


def _tried(work: Callable[[Sequence[P]], R], parts: Sequence[P]) -> tuple[R] | Unread:
    try:
        return (work(parts),)
    except DiscrepancyError:
        raise
    except Exception as error:
        return Unread(document="the comparison", because=defect(error))
