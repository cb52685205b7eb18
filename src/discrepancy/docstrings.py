"""What stands in quotes below the fields of a class: it describes them in a JSON Schema.

Pydantic can look for it too, whenever a class is made; a run makes ninety and asks for no schema.

>>> from discrepancy.source import Unread
>>> of_fields(Unread)["document"]
'Its path, and where in a file of several documents it stands.'
"""

import ast
import inspect
from functools import cache
from itertools import pairwise
from textwrap import dedent


@cache
def of_fields(cls: type) -> dict[str, str]:
    """The strings below the fields of a class and of those that it inherits from, by field."""
    found: dict[str, str] = {}
    for one in reversed(cls.__mro__):
        if "__annotations__" in vars(one):
            found |= _own(one)
    return found


def _own(cls: type) -> dict[str, str]:
    try:
        source = inspect.getsource(cls)
    except (OSError, TypeError):  # a class that was typed in at a prompt
        return {}
    body = ast.parse(dedent(source)).body[0]
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(below.value.value)
        for field, below in pairwise(body.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
