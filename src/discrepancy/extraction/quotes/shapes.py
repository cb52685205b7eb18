"""The patterns of data/quote_shapes.toml.

>>> SHAPES("double")().findall('He said "no" and “yes”.')
['"', '"', '“', '”']
"""

from discrepancy.words.shapes import Shapes

SHAPES = Shapes("quote_shapes")
