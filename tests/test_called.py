"""What findings are called, by cases: a short noun phrase, never a bare unit, verb or key."""

import tomllib
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.comparison.titles import title_of_two

CASES = tomllib.loads((Path(__file__).parent / "cases" / "called.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["called"])
def test_case(case):
    report = dx.check([case["a"], case["b"]], published="2024-10-22")
    assert case["called"] in [finding.measurand for finding in report.findings]


def test_every_scale_has_a_title_of_its_own():
    named = {row["scale"] for row in tables_of("measurands")["state"]}
    assert named >= {row["id"] for row in tables_of("scales")["scale"]}


def tables_of(name):
    path = Path(dx.__file__).parent / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("second", "called"),
    [
        (
            "At least 40 Alder Valley workers were killed in Arn.",
            "Alder Valley workers killed in Arn",
        ),
        ("At least 40 workers were killed in Arn.", "workers killed in Arn"),
    ],
)
def test_within_the_title_of_two_a_name_alone_has_a_capital(second, called):
    texts = ("Nine boats were damaged in Arn.", second)
    sources = dx.read(*(dx.Source(id=str(place), text=text) for place, text in enumerate(texts)))
    first, other = (
        next(claim for claim in dx.extract(source) if claim.kind == "quantity")
        for source in sources
    )
    told = title_of_two(first, other, {source.id: source for source in sources})
    assert told == f"Boats damaged in Arn; {called}"
