"""Every part of an answer is found again in the text by our own code, or refused."""

import tomllib

import pytest

from discrepancy import extraction
from discrepancy.reader.checks.answers import Told
from discrepancy.reader.checks.statements import Checker
from discrepancy.reading import laid_out
from discrepancy.source import Source

from .conftest import ROOT

TABLE = tomllib.loads((ROOT / "tests/cases/reader.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def story():
    page = laid_out(Source(id="ferry.md", text=TABLE["document"].lstrip("\n")))
    return page, extraction.extract(page)


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["title"])
def test_an_answer_is_borne_out_or_refused(story, case):
    page, claims = story
    checker = Checker({"D1": page}, claims)
    told = Told(
        document=case.get("document", "D1"),
        answer=case["answer"],
        quote=case["quote"] * case.get("repeat", 1),
        said_by=case.get("said_by"),
        day=case.get("day"),
    )
    statement = checker.statement(told)
    if "refused" in case:
        assert statement is None
        assert dict(checker.refused) == {case["refused"]: 1}
        return
    assert statement is not None, checker.refused
    assert statement.words.split() == case["words"].split()
    assert statement.exact is not case.get("near", False)
    assert statement.as_of == case.get("as_of")
    assert not checker.refused
    assert bool(checker.left_out) == (
        case.get("credited") is False or bool(case.get("day")) is not bool(case.get("as_of"))
    )
    assert [why for why, number in checker.mended.items() if number] == case.get("mended", [])
    assert statement.attribution == (case.get("said_by") if case.get("credited", True) else None)
