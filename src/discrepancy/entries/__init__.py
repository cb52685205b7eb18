"""Claims that somebody typed in: a spreadsheet, a form, the rows of a database, a model's answer.

>>> claim("at least six", measurand="people killed", source="Arn Post").value.bound.value
'>='
"""

from discrepancy.entries.row import Row
from discrepancy.entries.typing_in import claim, of_row
from discrepancy.entries.values import read_value
from discrepancy.entries.written import row_of, to_csv

__all__ = ["Row", "claim", "of_row", "read_value", "row_of", "to_csv"]
