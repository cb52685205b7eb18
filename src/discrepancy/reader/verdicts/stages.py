"""Which of two statements tells the earlier stage of one thing, where no days tell.

>>> earlier("The ferry will be sold.", "The ferry was sold.")
0
>>> earlier("Power was back.", "Power was cut to the valley.")
1
>>> earlier("The ferry is red.", "The ferry is blue.") is None
True
"""

from collections.abc import Iterator
from functools import cache

from discrepancy import tables, words


class Stage(tables.Row):
    """Words of an earlier stage and words of a later one."""

    earlier: str
    later: str = ""
    sample: tuple[str, str]


def earlier(a: str, b: str) -> int | None:
    """0 where the first tells the earlier stage, 1 where the second does; None: neither."""
    here, there = _forms(a), _forms(b)
    found = {
        0 if first == here else 1
        for before, after in _stages()
        for first, second in ((here, there), (there, here))
        if first & before - after and not second & before and (not after or second & after)
    }
    return found.pop() if len(found) == 1 else None


def _forms(passage: str) -> frozenset[str]:
    found = [token.lower for token in words.tokens(passage)]
    return frozenset(found) | frozenset(map(words.lemma, found))


@cache
def _stages() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple(_read())


def _read() -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for row in tables.rows("stages", Stage, "stage"):
        yield frozenset(row.earlier.split()), frozenset(row.later.split())
