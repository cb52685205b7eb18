"""Rules about the tables of data/: each says where it came from, loads, and holds nothing twice."""

import tomllib
from collections import Counter
from importlib.resources import files
from itertools import takewhile
from pathlib import Path

import pytest

from discrepancy import tables
from discrepancy.errors import BadTable

DATA = Path(str(files("discrepancy") / "data"))
TABLES = sorted(DATA.glob("*.toml"))


def _load(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_there_are_tables():
    assert len(TABLES) > 10


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_the_first_comment_says_what_it_is_and_where_it_came_from(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    comment = " ".join(takewhile(lambda line: line.startswith("# "), lines))
    what, _, origin = comment.partition("Origin:")
    assert len(what.split()) > 3, "say what the table is"
    assert len(origin.split()) > 1, "say where it came from, after 'Origin:'"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_row_stands_twice(path):
    for section, rows in _load(path).items():
        if isinstance(rows, list):
            counted = Counter(
                repr(sorted(row.items())) if isinstance(row, dict) else row for row in rows
            )
            assert [row for row, times in counted.items() if times > 1] == [], section


A_NAME_A_LINE = ("names_of_software", "vague_titles")


def _lists(value, name=""):
    """Every list of words in a table, with its name: arrays, and strings of many words."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("pattern", "gives"):  # an expression over several lines, a cut
                yield from _lists(inner, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        if all(isinstance(one, str) for one in value):
            yield name, value
        for number, inner in enumerate(value, start=1):
            yield from _lists(inner, f"{name} {number}")
    elif isinstance(value, str) and "\n" in value:
        yield name, value.splitlines() if name in A_NAME_A_LINE else value.split()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_word_stands_twice_in_one_list(path):
    twice = {
        name: repeated
        for name, listed in _lists(_load(path))
        if (repeated := [word for word, times in Counter(listed).items() if times > 1])
    }
    assert twice == {}


def test_rows_are_read_once_and_are_equal():
    class Named(tables.Row):
        n: int
        word: str

    assert tables.rows("planted", Named, "numeral") is tables.rows("planted", Named, "numeral")
    assert tables.rows("planted", Named, "numeral")[0].word == "two"


def test_a_row_that_does_not_fit_is_named_by_table_section_and_field():
    class Wrong(tables.Row):
        n: bool
        word: str

    with pytest.raises(BadTable, match=r"^planted:numeral 1: n: "):
        tables.rows("planted", Wrong, "numeral")


def test_a_missing_table_and_a_missing_list_are_named():
    with pytest.raises(BadTable, match=r"^no-such-table: "):
        tables.words("no-such-table", "anything")
    with pytest.raises(BadTable, match=r"^planted: there is no list of words named nothing"):
        tables.words("planted", "nothing")
