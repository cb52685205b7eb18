"""A diff for sources: where several accounts of one story disagree, and in whose words.

The names below load on first use, so that `import discrepancy` costs next to nothing.
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discrepancy.claims import Claim
    from discrepancy.corpora import corpus
    from discrepancy.entries import claim, read_value
    from discrepancy.errors import DiscrepancyError
    from discrepancy.finding import Comparison, Finding, Report, Verdict
    from discrepancy.item import Item, Proof, Status
    from discrepancy.pipeline import check, compare, extract, read
    from discrepancy.proofs import proof
    from discrepancy.reading.files.choosing import Choice
    from discrepancy.reporting.frames import claims_to_frame
    from discrepancy.rules import Rules
    from discrepancy.source import Source
    from discrepancy.span import Span

_HOME = {
    "Choice": "reading.files.choosing",
    "Claim": "claims",
    "Comparison": "finding",
    "DiscrepancyError": "errors",
    "Finding": "finding",
    "Item": "item",
    "Proof": "item",
    "Report": "finding",
    "Rules": "rules",
    "Source": "source",
    "Span": "span",
    "Status": "item",
    "Verdict": "finding",
    "check": "pipeline",
    "claim": "entries",
    "claims_to_frame": "reporting.frames",
    "compare": "pipeline",
    "corpus": "corpora",
    "extract": "pipeline",
    "proof": "proofs",
    "read": "pipeline",
    "read_value": "entries",
}

__all__ = [
    "Choice",
    "Claim",
    "Comparison",
    "DiscrepancyError",
    "Finding",
    "Item",
    "Proof",
    "Report",
    "Rules",
    "Source",
    "Span",
    "Status",
    "Verdict",
    "check",
    "claim",
    "claims_to_frame",
    "compare",
    "corpus",
    "extract",
    "proof",
    "read",
    "read_value",
]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("discrepancy")
    if name not in _HOME:
        raise AttributeError(f"module 'discrepancy' has no attribute {name!r}")
    found = getattr(import_module(f"discrepancy.{_HOME[name]}"), name)
    if "discrepancy.span" in sys.modules:  # the values are there: let notebooks draw them
        import_module("discrepancy.reporting").attach()
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
