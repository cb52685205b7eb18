"""Match weights: what each comparison level tells of two readings having one measurand.

The shipped weights stand in data/match_weights.toml; benchmarks/fit_alignment.py fits them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from discrepancy import tables
from discrepancy.finding import Confidence, Evidence


class Level(tables.Row):
    """One row of data/match_weights.toml."""

    level: str
    weight: float
    meaning: str


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds: of any two readings of a block, added by each level, and needed for a link."""

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
        """Log odds that two readings with these levels have one measurand."""
        return self.prior + sum(
            self.levels.get(level, 0.0) * value for level, value in found.items()
        )

    def evidence(self, found: Mapping[str, float]) -> tuple[Evidence, ...]:
        """What each level contributes, heaviest first."""
        told = (
            Evidence(
                level=level,
                weight=round(self.levels[level] * value, 2),
                because=_meanings().get(level, level),
            )
            for level, value in found.items()
            if level in self.levels
        )
        return tuple(sorted(told, key=lambda e: (-abs(e.weight), e.level)))


@cache
def shipped() -> Weights:
    """The weights of data/match_weights.toml."""
    return Weights(
        tables.number("match_weights", "prior"),
        tables.number("match_weights", "threshold"),
        {row.level: row.weight for row in tables.rows("match_weights", Level)},
        tables.number("match_weights", "sure"),
    )


@cache
def _meanings() -> Mapping[str, str]:
    return {row.level: row.meaning for row in tables.rows("match_weights", Level)}
