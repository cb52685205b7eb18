"""The plan that both engines follow: read, gather, check, and what is known of it beforehand.

>>> stories_of([1, 2, 3], [(1, 2, 1.5)])
{'s-1d160f8f597fbfd3': (1, 2), 's-4f128c82d36cc700': (3,)}
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from discrepancy.corpora.given import Piece
from discrepancy.gathering.chains import chained
from discrepancy.gathering.joins import Link
from discrepancy.gathering.keys import hashed
from discrepancy.reading.files.choosing import EVERYTHING, Choice

Stories = Mapping[str, tuple[int, ...]]
"""The documents of each story, by the fingerprint of the story."""

Told = Callable[[str, int, int], None]
"""Called with the stage, how much of it is done, and how much there is."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """What a run is given."""

    pieces: tuple[Piece, ...]
    workers: int = 1
    memory: int = 2048
    """MiB."""
    since: date | None = None
    choice: Choice = EVERYTHING
    master: str | None = None
    """Of Spark."""


def stories_of(documents: Iterable[int], links: Iterable[Link]) -> Stories:
    """The stories that links make, by fingerprints that tell of their documents only."""
    return {fingerprint(members): members for members in chained(documents, links)}


def fingerprint(documents: Iterable[int]) -> str:
    """The same for the same documents, whatever else is in the corpus."""
    return f"s-{hashed(' '.join(map(str, sorted(documents)))):016x}"
