"""Match weights: what each comparison level tells of two readings having one measurand.

The shipped weights stand in data/match_weights.toml; benchmarks/fit_alignment.py fits those of
figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from discrepancy import tables
from discrepancy.claims import Claim
from discrepancy.finding import Confidence, Evidence
from discrepancy.group import Link


class Level(tables.Row):
    """One row of data/match_weights.toml, in the section of its kind."""

    level: str
    weight: float
    meaning: str


class Thresholds(tables.Row):
    """What the weights of one kind are held against."""

    kind: str
    prior: float
    threshold: float
    sure: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds: of any two readings of a block, added by each level, and needed for a link."""

    kind: str
    prior: float
    threshold: float
    """Below it nothing is shown."""
    levels: Mapping[str, float]
    sure: float
    """From it on the two are taken for one thing; below, the reader is asked."""

    def confidence(self, weight: float) -> Confidence:
        """Whether two readings of this weight are taken for one thing."""
        return Confidence.SURE if weight >= self.sure else Confidence.POSSIBLE

    def weigh(self, found: Mapping[str, float]) -> float:
        """Log odds that two readings with these levels have one measurand.

        To nine places: what lies beyond hangs on the order of a sum, and a report is the same
        bytes each time.
        """
        told = sum(self.levels.get(level, 0.0) * value for level, value in found.items())
        return round(self.prior + told, 9)

    def link(self, a: Claim, b: Claim, found: Mapping[str, float]) -> Link | None:
        """The link that these levels make of two claims; None below the threshold."""
        weight = self.weigh(found)
        if weight < self.threshold:
            return None
        return Link(a, b, weight, self.evidence(found), confidence=self.confidence(weight))

    def evidence(self, found: Mapping[str, float]) -> tuple[Evidence, ...]:
        """What each level contributes, heaviest first."""
        told = (
            Evidence(
                level=level,
                weight=round(self.levels[level] * value, 2),
                because=_meanings(self.kind).get(level, level),
            )
            for level, value in found.items()
            if level in self.levels
        )
        return tuple(sorted(told, key=lambda e: (-abs(e.weight), e.level)))


@cache
def shipped(kind: str = "quantity") -> Weights:
    """The weights of one kind of claim in data/match_weights.toml."""
    held = next(one for one in tables.rows("match_weights", Thresholds, "kind") if one.kind == kind)
    levels = {row.level: row.weight for row in tables.rows("match_weights", Level, kind)}
    return Weights(kind, held.prior, held.threshold, levels, held.sure)


@cache
def _meanings(kind: str) -> Mapping[str, str]:
    return {row.level: row.meaning for row in tables.rows("match_weights", Level, kind)}
