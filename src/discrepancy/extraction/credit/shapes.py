"""The patterns of data/credit_shapes.toml.

>>> SHAPES("issued_by")().match(" by the Hale Institute")[0]
' by the '
"""

from discrepancy.words.shapes import Shapes

SHAPES = Shapes("credit_shapes")
