"""Two spellings of English: a word as American English writes it.

>>> american("recognised"), american("colour"), american("Wise")
('recognized', 'color', 'Wise')
"""

import re
from functools import cache, lru_cache

from discrepancy import tables


class British(tables.Row):
    """A British spelling, as a pattern, and what American English writes for it."""

    british: str
    american: str
    sample: str


@lru_cache(maxsize=20_000)
def american(word: str) -> str:
    """An ordinary word as American English spells it; any other as it is."""
    american = word
    for british, instead in _british():
        american = british.sub(instead, american)
    return american if american in tables.words("ordinary", "words") else word


@cache
def _british() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = tables.rows("british", British)
    return tuple((re.compile(row.british), row.american) for row in rows)
