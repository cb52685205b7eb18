"""Variants of kinds of misreading, in a table, as parameters of a test."""

import tomllib
from pathlib import Path

import pytest


def variants(table):
    """The cases of tests/cases/TABLE.toml; a test fails where an open one no longer does."""
    path = Path(__file__).parent / "cases" / f"{table}.toml"
    return [
        pytest.param(
            case,
            id=f"{case['kind']} {number}",
            marks=pytest.mark.xfail(strict=True) if case.get("open") else (),
        )
        for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], start=1)
    ]
