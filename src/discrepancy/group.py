"""What alignment and checks find: claims that speak of one measurand, and the links that say so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from discrepancy.claims import Claim
from discrepancy.finding import Comparison, Confidence, Evidence
from discrepancy.span import Span


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims of different value that are taken to be of one measurand."""

    a: Claim
    b: Claim
    weight: float
    """Summed match weight of the evidence, in log odds."""
    evidence: tuple[Evidence, ...] = ()
    judged: Comparison | None = None
    """The verdict, where a check has found it already (a part larger than its whole)."""
    scope: str | None = None
    """Why the two are of two measurands after all (a part, another place): told, not judged."""
    confidence: Confidence = Confidence.SURE
    """Whether the weight suffices to take the two for one thing, or to ask whether they are."""


@dataclass(frozen=True, slots=True)
class Group:
    """All claims about one measurand; claims of equal value are not linked one by one."""

    kind: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    rates: Mapping[tuple[str, str], Decimal] = field(default_factory=dict)
    """How many of the second currency one of the first is, where a text of the story tells."""
    parted: frozenset[tuple[str, Span]] = frozenset()
    """Where claims stand that are another reading though their value is that of others: a loss
    beside a profit, a speaker beside another one."""
