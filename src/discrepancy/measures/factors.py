"""What each unit of measure is of the base of its dimension: an exact fraction, and an offset.

data/units.txt says so in pint's grammar (name = factor * other unit). Worked out in fractions no
chain of units rounds, and no registry is built for the few units that a story tells.

>>> worth("mile"), worth("mile / hour"), offset("degree_Celsius")
(Fraction(201168, 125), Fraction(1397, 3125), Fraction(5463, 20))
"""

import ast
import operator
from collections.abc import Callable
from fractions import Fraction
from functools import cache

from discrepancy.tables import definitions

_OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


@cache
def offset(unit: str) -> Fraction:
    """Where the nought of a unit lies on the scale of its base unit: of temperatures alone."""
    _, stated = _defined().get(unit, ("", ""))
    return worth(stated) if stated else Fraction(0)


@cache
def worth(expression: str) -> Fraction:
    """How many of its base unit a unit, or an expression of units and numbers, comes to.

    Raises:
        KeyError: data/units.txt does not define a unit of it.
    """

    def worked(node: ast.expr) -> Fraction:
        match node:
            case ast.BinOp():
                return _OPERATORS[type(node.op)](worked(node.left), worked(node.right))
            case ast.Name():
                return worth(_defined()[node.id][0])
            case ast.Constant():
                return Fraction(ast.get_source_segment(expression, node) or "")
        return Fraction(1)  # [length]: a base unit

    return worked(ast.parse(expression, mode="eval").body)


@cache
def _defined() -> dict[str, tuple[str, str]]:
    """Each unit with what it is worth and its offset, as they are written."""
    found = {}
    for definition in definitions():
        name, _, stated = definition.partition(" = ")
        size, _, beyond = stated.partition("; offset: ")
        found[name] = size, beyond
    return found
