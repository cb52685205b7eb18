"""Every pattern of a table is found in its samples, and not in what only looks alike.

A cut gives of its sample what its row says, and none cuts into a word that another keeps apart
by spaces.
"""

import importlib
import pkgutil
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.errors import BadTable
from discrepancy.extraction import context, credit, dates, quotes, times
from discrepancy.extraction.context.shapes import SHAPES as OF_CONTEXT
from discrepancy.extraction.credit.shapes import SHAPES as OF_CREDIT
from discrepancy.extraction.dates.shapes import SHAPES as OF_DATES
from discrepancy.extraction.quotes.shapes import SHAPES as OF_QUOTES
from discrepancy.extraction.times.shapes import SHAPES as OF_TIMES
from discrepancy.tables import rows
from discrepancy.words.cuts import Cut, cut
from discrepancy.words.shapes import Shape, Shapes

TABLES = (OF_CONTEXT, OF_CREDIT, OF_DATES, OF_QUOTES, OF_TIMES)
ROOMS = (context, credit, dates, quotes, times)
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
    for room in ROOMS:
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    listed = [row.id for row in shapes.rows()]
    assert len(listed) == len(set(listed))
    assert shapes.asked == set(listed)


def test_a_part_that_is_not_there_is_named() -> None:
    with pytest.raises(BadTable, match="date_shapes: there is no part named weekday_in_full"):
        Shapes("date_shapes")("weekday")()


@pytest.mark.parametrize("row", rows("cuts", Cut), ids=lambda row: row.id)
def test_a_cut_gives_what_its_row_says(row: Cut) -> None:
    assert tuple(cut(row.id)().findall(row.text)) == row.gives


@given(st.text(alphabet="aA1.,'’- $\"", max_size=30))
def test_no_cut_joins_words_over_a_space_or_takes_a_place_twice(text: str) -> None:
    for row in rows("cuts", Cut):
        spans = [found.span() for found in cut(row.id)().finditer(text)]
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        parted = [text[start:end] for start, end in spans if " " in text[start:end]]
        assert all("'" in word or "’" in word for word in parted)  # hadn ’ t, Hale ’ s
