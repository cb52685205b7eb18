"""Every pattern of a table is found in its samples, and not in what only looks alike."""

import importlib
import pkgutil

import pytest

from discrepancy.errors import BadTable
from discrepancy.extraction import dates, times
from discrepancy.extraction.dates.shapes import SHAPES as OF_DATES
from discrepancy.extraction.times.shapes import SHAPES as OF_TIMES
from discrepancy.words.shapes import Shape, Shapes

TABLES = (OF_DATES, OF_TIMES)
ALL = [(shapes, row) for shapes in TABLES for row in shapes.rows()]


def _name(one: object) -> str | None:
    return one.id if isinstance(one, Shape) else None


@pytest.mark.parametrize(("shapes", "row"), ALL, ids=_name)
def test_a_pattern_is_found_in_its_samples_and_in_nothing_else(shapes: Shapes, row: Shape) -> None:
    pattern = shapes(row.id)()
    assert row.sample, "say what it is found in"
    assert [text for text in row.sample if not pattern.search(text)] == []
    assert [text for text in row.but_not if pattern.search(text)] == []


@pytest.mark.parametrize("shapes", TABLES, ids=lambda shapes: shapes.table)
def test_every_pattern_stands_once_and_is_asked_for(shapes: Shapes) -> None:
    for room in (dates, times):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    listed = [row.id for row in shapes.rows()]
    assert len(listed) == len(set(listed))
    assert shapes.asked == set(listed)


def test_a_part_that_is_not_there_is_named() -> None:
    with pytest.raises(BadTable, match="date_shapes: there is no part named weekday_in_full"):
        Shapes("date_shapes")("weekday")()
