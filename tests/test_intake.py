"""Files as they lie on a desk, by cases: what is read of each, and what it says of itself."""

import re
import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import discrepancy as dx

pytest.importorskip("trafilatura", reason="the extra html is not installed")
pytest.importorskip("docx", reason="the extra docx is not installed")
pytest.importorskip("pypdf", reason="the extra pdf is not installed")
pytest.importorskip("fpdf", reason="fpdf2, which sets the PDF files, is not installed")

from .packing import packed

DATA = tomllib.loads((Path(__file__).parent / "cases" / "intake.toml").read_text("utf-8"))
CASES = DATA["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['title']}")
def test_case(case, tmp_path):
    path = tmp_path / case["file"]
    path.write_bytes(packed(path.name, case["text"].replace("ARTICLE", DATA["article"])))
    (source,) = dx.read(path)
    claims = dx.extract(source, published="2024-10-24")
    for want in case.get("reads", ()):
        assert any(_fits(claim, want, source.text) for claim in claims), (want, source.text)
    values = Counter(value for claim in claims for value in _values(claim))
    for unwanted in case.get("not_reads", ()):
        assert not values[unwanted], source.text
    for value, times in case.get("counts", {}).items():
        assert values[value] <= times, source.text
    for field, told in case.get("source", {}).items():
        assert str(getattr(source, field) or "") == told
    notes = " ".join(source.notes)
    assert case.get("noted", "") in notes
    assert case.get("unnoted", "without a note") not in notes


def _values(claim) -> set[str]:
    """What a claim gives: its words, its figure, its date, its name."""
    value = claim.value
    low = getattr(value, "low", None)
    told = {claim.text, *(getattr(value, name, None) for name in ("edtf", "time", "text"))}
    return {str(one) for one in told if one} | ({f"{low.normalize():f}"} if low else set())


def _fits(claim, want, text) -> bool:
    value = claim.value
    words = re.escape(want.get("words", "")).replace("\\\n", r"\s+")
    stands = not words or any(
        found.start() < claim.span.end and claim.span.start < found.end()
        for found in re.finditer(words, text)
    )
    given = {
        "low": getattr(value, "low", None),
        "high": getattr(value, "high", None),
        "edtf": getattr(value, "edtf", None),
        "text": getattr(value, "text", None),
        "bound": str(getattr(value, "bound", "")),
    }
    return stands and all(
        given[name] == (Decimal(str(told)) if name in ("low", "high") else told)
        for name, told in want.items()
        if name != "words"
    )


@pytest.mark.parametrize("kind", sorted({case["kind"] for case in CASES}))
def test_every_kind_has_five_faults_and_two_twins(kind):
    twins = [case.get("twin", False) for case in CASES if case["kind"] == kind]
    assert twins.count(False) >= 5
    assert twins.count(True) >= 2
