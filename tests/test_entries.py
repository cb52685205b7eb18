"""Claims without texts: how they are read, put together, refused, and held against texts."""

import json
import subprocess
import sys
import tomllib
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy.cli import main
from discrepancy.entries import row
from discrepancy.entries.measurands import LIKE, folded, likeness
from discrepancy.entries.scopes import scoped
from discrepancy.entries.tabling import tabled
from discrepancy.errors import BadColumns, BadValue, RefusedClaim, UnreadableSource
from discrepancy.finding import Verdict
from discrepancy.reporting import FORMATS, render

CASES = tomllib.loads((Path(__file__).parent / "cases" / "entries.toml").read_text())


def told(value, measurand="range", source="Arn Post", **more):
    return dx.claim(value, measurand=measurand, source=source, **more)


PACT = (
    told("summer of 2023", "pact signed", "Norby Courier"),
    told("June 2024", "pact signed", "Arn Post"),
)


def test_a_claim_is_typed_by_its_kind_and_stands_in_no_text():
    claim = told("around 1,000 km", subject="missile")
    assert (claim.kind, claim.value.low, claim.value.unit, claim.value.bound) == (
        "quantity",
        1000,
        "kilometer",
        "~",
    )
    assert not claim.span
    assert claim.model_dump(mode="json")["span"] is None


def test_a_value_may_be_words_a_number_a_day_or_a_model():
    pint = pytest.importorskip("pint")
    quantity = pint.UnitRegistry().Quantity(3, "kilometer / hour")
    assert told(3000, unit="soldier", bound=">=").value == told("at least 3,000 soldiers").value
    assert told(date(2024, 6, 1)).value.edtf == "2024-06-01"
    assert told(datetime(2024, 6, 1, 7, 11), kind="time").value.time == "07:11"
    assert told("2024", kind="date").value.edtf == "2024"
    assert told(0.1).value.low == Decimal("0.1")
    assert told(quantity).value.unit == "kilometer/hour"
    assert told(dx.read_value("7:11 am")).kind == "time"
    assert told("85", unit="million EUR").value.low == 85_000_000


def test_a_pint_quantity_in_a_unit_of_no_table_is_told_in_what_it_is_reckoned_from():
    registry = pytest.importorskip("pint").UnitRegistry()
    value = dx.read_value(registry.Quantity(2, "rod"))
    assert (value.unit, round(value.low, 3)) == ("meter", Decimal("10.058"))
    registry.define("soldier = [soldier]")
    assert dx.read_value(registry.Quantity(2, "soldier")).unit == "soldier"


@pytest.mark.parametrize("value", [True, object(), float("nan"), "", None, "1e400", "yesterday"])
def test_what_is_no_value_is_said(value):
    with pytest.raises(BadValue):
        told(value)


def test_the_pact_has_two_days_and_the_missile_two_measurands():
    report = dx.check(
        [
            *PACT,
            told("around 1,000 km", "range", subject="missile"),
            told("approximately 7,000 km", "apogee", subject="missile"),
            told(3000, "troops in Ruritania", unit="soldier", bound=">=", as_of="2024-10-24"),
        ]
    )
    assert [finding.measurand for finding in report.conflicts] == ["pact signed"]
    (apparent,) = report.apparent
    assert "two measurands of missile" in apparent.because


def test_words_and_values_are_compared_as_claims_are():
    assert dx.compare("1,000 km", "621 miles").verdict is Verdict.ROUNDING
    assert dx.compare(5, 6).verdict is Verdict.CONFLICT
    assert dx.compare(told("at least six"), "nine").verdict is Verdict.COMPATIBLE


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["title"])
def test_a_row_that_does_not_fit_is_named(case):
    good = {"source": "b", "measurand": "range", "value": "5 km"}
    table = tabled([case["cells"], good])
    assert [claim.text for claim in table.claims] == ["5 km"]
    (why,) = table.refused
    assert why.startswith(f"row 2, column {case['column']}: ")
    assert case["says"] in why


def test_all_bad_cells_are_named_at_once():
    bad = {"source": "", "measurand": "range", "value": "3 km", "published": "soon"}
    assert len(tabled([bad, bad]).refused) == 4


@pytest.mark.parametrize("case", CASES["together"], ids=lambda case: case["why"])
def test_two_wordings_of_one_measurand_are_one(case):
    same = folded(case["a"]) == folded(case["b"])
    assert same or likeness(case["a"], case["b"]) >= LIKE
    report = dx.check([told("six", case["a"], "a"), told("nine", case["b"], "b")])
    assert len(report.conflicts + report.updates) == 1
    if not same:
        assert " taken for " in report.findings[0].because
        claims = [told("six", case["a"], "a"), told("nine", case["b"], "b")]
        assert dx.check(claims, exact=True).findings == ()


@pytest.mark.parametrize("case", CASES["apart"], ids=lambda case: case["why"])
def test_two_measurands_stay_two(case):
    assert likeness(case["a"], case["b"]) < LIKE
    assert dx.check([told("six", case["a"], "a"), told("nine", case["b"], "b")]).findings == ()


@pytest.mark.parametrize("case", CASES["scope"], ids=lambda case: case["measurand"])
def test_what_narrows_a_measurand_is_its_scope(case):
    found = scoped(case["measurand"])
    assert (found.core, list(found.places), found.period) == (
        case["core"],
        case.get("places", []),
        case.get("period"),
    )


def test_two_scopes_are_an_apparent_conflict():
    report = dx.check([told(900, "troops in Kursk", "a"), told(3000, "troops in Norby", "b")])
    (finding,) = report.findings
    assert (finding.verdict, "Kursk" in finding.because) == (Verdict.SCOPE, True)


@pytest.mark.parametrize(
    ("measurand", "a", "b", "verdict"),
    [
        ("people killed", "at least 5", "22", "update"),
        ("combat status", "not engaged", "engaged", "conflict"),
        ("captain", "Capt. Jon Hale", "John Hale", "compatible"),
        ("captain", "Ann Hale", "Per Norby", "conflict"),
        ("year of the signing", "2023", "June 2024", "conflict"),
    ],
)
def test_bare_values_are_taken_for_what_the_measurand_says(measurand, a, b, verdict):
    days = ("2013-07-02", "2013-07-03")
    claims = [
        told(value, measurand, source, published=day)
        for value, source, day in zip((a, b), "ab", days, strict=True)
    ]
    report = dx.check(claims)
    (finding,) = report.findings + report.corroborated
    assert finding.verdict == verdict


def test_a_span_is_kept_where_a_text_is_at_hand():
    text = dx.Source(id="a.txt", text="The missile flew 1,000 km, police said.")
    claim = told("1,000 km", source="a.txt", span=(17, 25))
    report = dx.check([text, claim, told("1,400 km", source="b")])
    (finding,) = report.conflicts
    places = {(c.document, c.start, c.end) for r in finding.readings for c in r.claims}
    assert ("a.txt", 17, 25) in places
    assert (None, None, None) in places
    with pytest.raises(RefusedClaim):
        dx.check([claim])


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_takes_claims_without_texts(form):
    rows = [
        told(
            "six", "killed", "a", words="The fire killed six people.", url="https://example.org/a"
        ),
        told("nine", "killed", "b", url="javascript:alert(1)", page=3),
    ]
    written = render(dx.check(rows), form)
    assert "javascript:" not in written or form in ("json",)
    if form == "json":
        (claim, _) = [
            claim
            for finding in json.loads(written)["findings"]
            for reading in finding["readings"]
            for claim in reading["claims"]
        ]
        assert (claim["document"], claim["start"], claim["end"]) == (None, None, None)
        assert claim["source"] == "a"
    if form == "sarif":
        assert "region" not in written
    if form == "html":
        assert "https://example.org/a" in written


def test_a_report_is_a_frame_with_days():
    pytest.importorskip("pandas")
    frame = dx.check(PACT).to_frame()
    assert str(frame["first_day"].dtype).startswith("datetime64")
    assert frame["document"].isna().all()


ROWS = [
    {"source": "a", "measurand": "range", "value": "3 km"},
    {"source": "b", "measurand": "range", "value": 5, "unit": "km"},
    {"source": "c", "measurand": "range", "value": None},
]


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow", "rows", "exchange"])
def test_a_frame_is_a_table_of_claims(library):
    if library == "rows":
        frame = ROWS
    elif library == "exchange":
        frame = Exchanged(pytest.importorskip("pyarrow").Table.from_pylist(_of_words(ROWS)))
    else:
        module = pytest.importorskip(library)
        make = module.Table.from_pylist if library == "pyarrow" else module.DataFrame
        frame = make(_of_words(ROWS))
    report = dx.check(frame)
    assert len(report.conflicts) == 1
    assert [one.because for one in report.unread] == ["row 3, column value: it is empty"]


class Exchanged:
    """A frame that tells its rows by the Arrow interface alone."""

    def __init__(self, table):
        self._table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self._table.__arrow_c_stream__(requested_schema)


def _of_words(rows):
    cells = [{**dict.fromkeys(rows[1]), **row} for row in rows]
    return [{n: None if c is None else str(c) for n, c in row.items()} for row in cells]


def test_columns_may_have_other_names():
    rows = [{"Outlet": "a", "what": "range", "figure": n} for n in (3, 5)]
    names = {"source": "Outlet", "measurand": "what", "value": "figure"}
    assert len(dx.check(rows, columns=names).conflicts) == 1
    with pytest.raises(BadColumns, match="the column 'source' is missing"):
        dx.check(rows)
    with pytest.raises(BadColumns, match="no column 'colour'"):
        dx.check(rows, columns={"colour": "figure"})


@pytest.fixture
def table(tmp_path):
    def written(text, name="claims.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return written


HEADER = "source,measurand,value,unit\n"


def test_the_command_checks_a_table_and_its_own_template(tmp_path, capsys):
    path = tmp_path / "claims.csv"
    assert main(["template", str(path)]) == 0
    assert main(["template", str(path)]) == 2  # it is not written over
    assert main(["check", str(path)]) == 1
    assert "claims.csv row 5" in capsys.readouterr().out


def test_exit_codes_of_a_table_that_does_not_fit(table, capsys):
    good = table(f"{HEADER}a,range,3,km\nb,range,3,kq\n")
    assert main(["check", str(good)]) == 0
    assert main(["check", str(good), "--strict"]) == 2
    assert main(["check", str(table(f"{HEADER}b,range,3,kq\n"))]) == 2
    assert main(["check", str(table(HEADER))]) == 2
    assert main(["check", str(table("source,figure\na,3\n"))]) == 2
    assert "the column 'measurand' is missing" in capsys.readouterr().err


def test_another_mark_between_cells_and_a_byte_order_mark(table):
    path = table("\ufeffsource;measurand;value\na;range;3 km\nb;range;5 km\n")
    assert len(dx.check(path).conflicts) == 1
    assert len(dx.check(table("source\tmeasurand\tvalue\na\tr\t3\nb\tr\t5\n", "a.tsv")).read) == 2


def test_a_line_in_another_encoding_is_named(table):
    path = table(b"source,measurand,value\nCaf\xc3\xa9,range,3 km\nB\xe9,range,5 km\n")
    report = dx.check(path)
    assert [claim.source for claim in report.read] == ["Café"]
    assert report.unread[0].because.startswith("row 3, column source: it is not in the encoding")


def test_a_formula_is_refused_and_the_rest_is_read(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for line in (("source", "measurand", "value"), ("a", "r", "=B2"), ("b", "r", 3), ("c", "r", 5)):
        book.active.append(line)
    book.save(tmp_path / "claims.xlsx")
    report = dx.check(tmp_path / "claims.xlsx")
    assert len(report.conflicts) == 1
    assert "row 2, column value: it holds a formula" in report.unread[0].because


def test_records_are_claims_or_documents(table):
    lines = (
        '{"source": "a", "measurand": "range", "value": "3 km"}',
        '{"text": "A ferry sank off Arn, and six people died."}',
        '{"source": "b", "measurand": "range", "value": 5, "unit": "km"}',
        '{"colour": "red"}',
    )
    report = dx.check(table("\n".join(lines), "x.jsonl"))
    assert len(report.conflicts) == 1
    assert any(source.text for source in report.sources)
    assert "nor has it a measurand and a value" in report.unread[0].because


def test_articles_are_held_against_a_fact_sheet(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("The fire in Norby killed nine people.")
    (articles / "b.txt").write_text("Seven people died in the fire. It cost 3 million euros.")
    sheet = tmp_path / "facts.csv"
    sheet.write_text("subject,measurand,value\nfire,people killed,nine\n")
    report = dx.check(articles, facts=sheet)
    (finding,) = report.findings
    assert {c.source for r in finding.readings for c in r.claims} == {"facts", "a.txt", "b.txt"}
    agreed = dx.check(articles / "a.txt", facts=sheet)
    assert agreed.findings == ()
    with pytest.raises(UnreadableSource, match="no such file"):
        dx.check(articles, facts=tmp_path / "none.csv")


def test_the_schema_of_a_row_is_flat_and_describes_every_field(capsys):
    assert main(["schema", "claims"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["required"] == ["source", "measurand", "value"]
    assert set(schema["properties"]) == set(row.COLUMNS)
    assert all(field["description"] for field in schema["properties"].values())
    assert "$ref" not in json.dumps(schema)
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema)
    filled = {"source": "a", "measurand": "range", "value": "3 km", "bound": "~", "unit": None}
    jsonschema.validate(filled, schema)


def test_no_library_of_frames_is_needed_for_a_table(table):
    path = table(f"{HEADER}a,range,3,km\nb,range,5,km\n")
    asked = (
        "import sys\n"
        "sys.modules |= dict.fromkeys(('pandas', 'polars', 'pyarrow', 'openpyxl'))\n"
        f"import discrepancy\nprint(len(discrepancy.check({str(path)!r}).conflicts))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def test_a_draft_is_held_against_a_table(tmp_path):
    sheet = tmp_path / "facts.csv"
    sheet.write_text(
        "subject,measurand,value\nfire,people killed,12\nKerrin bridge,cost,€80 million\n"
    )
    draft = "The fire killed nine people. The Kerrin bridge cost 80 million euros."
    found = {item.text: str(item.status) for item in dx.proof(draft, against=sheet).items}
    assert found["nine"] == "differs"
    assert found["80 million euros"] == "borne out"
    rows = [told(12, "people killed", "desk", subject="fire")]
    assert [str(i.status) for i in dx.proof(draft, against=rows).items if i.text == "nine"] == [
        "differs"
    ]
