"""The rows of a data frame, whoever made it: pandas, polars, Arrow, DuckDB, and what exchanges so.

>>> class Frame:
...     def to_dicts(self):
...         return [{"value": "six"}]
>>> is_frame(Frame()), is_frame("six"), list(records(Frame()))
(True, False, [{'value': 'six'}])
"""

from importlib import import_module
from typing import Any

from discrepancy.extras import library

_SIGNS = (
    "to_pylist",
    "to_dicts",
    "iterrows",
    "collect_schema",
    "__arrow_c_stream__",
    "__dataframe__",
)


def is_frame(given: object) -> bool:
    """Whether it is a table of some library: it tells its rows, or exchanges itself by Arrow."""
    return not isinstance(given, type) and any(hasattr(given, name) for name in _SIGNS)


def records(frame: object) -> list[dict[str, object]]:
    """The rows as cells by column, in the types that Python has for them.

    Raises:
        MissingExtra: it exchanges itself by Arrow alone, and pyarrow is not installed.
    """
    rows: list[dict[str, object]] = _records(frame)
    return rows


def _records(frame: Any) -> Any:
    if hasattr(frame, "to_pylist"):  # Arrow tables and record batches
        return frame.to_pylist()
    if hasattr(frame, "collect") and not hasattr(frame, "to_dicts"):  # a plan of polars
        frame = frame.collect()
    if hasattr(frame, "to_dicts"):  # polars
        return frame.to_dicts()
    if hasattr(frame, "iterrows"):  # pandas
        return frame.astype(object).where(frame.notna(), None).to_dict(orient="records")
    return _exchanged(frame)


def _exchanged(frame: Any) -> Any:
    pyarrow = library("pyarrow", "tables", "to read this kind of data frame")
    from_dataframe = import_module("pyarrow.interchange").from_dataframe
    table = pyarrow.table(frame) if hasattr(frame, "__arrow_c_stream__") else from_dataframe(frame)
    return table.to_pylist()
