"""The patterns of data/context_shapes.toml, and the lists of words that they name.

>>> SHAPES("corrected")().search("An earlier version of this article said so")[0]
'earlier version of this article said'
"""

from discrepancy.tables import words
from discrepancy.words.shapes import Shapes


def _listed(table: str, name: str) -> str:
    return "|".join(sorted(words(table, name))).replace("_", " ")


SHAPES = Shapes(
    "context_shapes",
    before_earlier=lambda: _listed("frames", "before_earlier"),
    earlier=lambda: _listed("corrections", "earlier"),
    said=lambda: _listed("corrections", "said"),
    turns=lambda: _listed("corrections", "turns"),
    versions=lambda: _listed("corrections", "versions"),
    wrongly=lambda: _listed("corrections", "wrongly"),
)
