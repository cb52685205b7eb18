"""Laws of claims without texts: order, duplicates, units, numerals, tolerances, round trips."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

import discrepancy as dx
from discrepancy.claims import Bound
from discrepancy.entries import row_of, to_csv
from discrepancy.entries.tabling import tabled
from discrepancy.finding import Verdict
from discrepancy.reading.files import tables

SIGNS = {"=": "", "~": "about ", ">=": "at least ", "<=": "at most ", ">": "more than "}
LENGTHS = {"kilometer": 1, "meter": 1000}


@st.composite
def rows(draw):
    """A row of a small world, in which rows often meet."""
    kind = draw(st.sampled_from(("length", "count", "day")))
    row = {
        "source": draw(st.sampled_from("abcd")),
        "subject": draw(st.sampled_from((None, "Kerrin bridge", "fire"))),
        "measurand": kind,
        "as_of": draw(st.sampled_from((None, "2024-10-24", "2024-10-26"))),
        "attributed_to": draw(st.sampled_from((None, "police"))),
    }
    if kind == "day":
        value = draw(st.sampled_from(("2024-06-01", "2024-06", "2023-22", "summer of 2023")))
        return {**row, "value": value}
    figure = draw(st.sampled_from((6, 9, 10, 100, 1230, 1250, 2000)))
    sign = draw(st.sampled_from(tuple(SIGNS)))
    unit = "kilometer" if kind == "length" else draw(st.sampled_from(("soldier", "person")))
    return {**row, "value": str(figure), "unit": unit, "bound": sign}


TABLES = st.lists(rows(), min_size=2, max_size=8)


def told(report):
    """What a report says, without the rows and files from which it has it."""
    return sorted(
        (f.verdict, f.measurand, f.because, sorted(map(_reading, f.readings)))
        for f in report.findings + report.corroborated
    )


def _reading(reading):
    return str(reading.value), sorted((c.source, c.text, c.as_of or "") for c in reading.claims)


@settings(max_examples=30)
@given(TABLES, st.randoms())
def test_the_order_and_duplicates_of_rows_do_not_matter(table, chance):
    again = [*table, *table[:2]]
    chance.shuffle(again)
    assert told(dx.check(table)) == told(dx.check(again))


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(tuple(SIGNS)))
def test_numeral_words_move_no_verdict(a, b, sign):
    in_words = dx.compare(f"{SIGNS[sign]}{num2words(a)} soldiers", f"{num2words(b)} soldiers")
    in_digits = dx.compare(f"{SIGNS[sign]}{a} soldiers", f"{b} soldiers")
    assert in_words.verdict is in_digits.verdict


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_another_unit_for_both_moves_no_verdict(a, b):
    there = [dx.claim(n, unit="kilometer", measurand="length", source="a") for n in (a, b)]
    here = [dx.claim(n * 1000, unit="meter", measurand="length", source="a") for n in (a, b)]
    assert dx.compare(*there).verdict is dx.compare(*here).verdict


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_change_of_units_makes_no_conflict(a, b):
    metric, other = (
        dx.claim(n, unit=unit, measurand="length", source="a")
        for n, unit in ((a * 1000, "meter"), (a, "kilometer"))
    )
    assert dx.compare(metric, other).verdict in (Verdict.AGREEMENT, Verdict.ROUNDING)
    third = dx.claim(b, unit="kilometer", measurand="length", source="a")
    if dx.compare(other, third).verdict is Verdict.CONFLICT:
        assert dx.compare(metric, third).verdict is not Verdict.AGREEMENT


@settings(max_examples=30)
@given(TABLES, st.integers(0, 30), st.integers(0, 30))
def test_a_wider_tolerance_never_adds_a_conflict(table, one, other):
    narrow, wide = sorted((one, other))
    counts = [
        sum(
            part.verdict is Verdict.CONFLICT
            for finding in dx.check(table, rules=_rules(width)).findings
            for part in finding.disagreements
        )
        for width in (narrow, wide)
    ]
    assert counts[1] <= counts[0]


def _rules(width):
    share = f"{width} %"
    return dx.Rules(tolerance={"length": share, "people": share, "date": f"{width * 10} days"})


def plain(claims):
    """The claims without the rows and files in which they stood."""
    return [_plain(claim) for claim in claims]


def _plain(claim):
    entry = claim.entry.model_copy(update={"row": None, "table": None})
    return claim.model_copy(update={"entry": entry, "text": ""})


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "parquet", "pandas", "polars", "pyarrow"])
@settings(max_examples=12)
@given(table=TABLES)
def test_a_round_trip_keeps_every_claim(form, table):
    claims = tabled(table).claims
    assert plain(_through(form, claims)) == plain(claims)


def _through(form, claims):
    records = [row_of(claim) for claim in claims]
    if form in ("csv", "tsv"):
        text = to_csv(claims)
        return tables.records(text.encode(), f"x.{form}").claims
    if form == "jsonl":
        lines = "\n".join(json.dumps(record) for record in records)
        return tables.records(lines.encode(), "x.jsonl").claims
    if form == "parquet":
        pyarrow = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        held = io.BytesIO()
        parquet.write_table(pyarrow.Table.from_pylist(records), held)
        return tables.records(held.getvalue(), "x.parquet").claims
    module = pytest.importorskip(form)
    make = module.Table.from_pylist if form == "pyarrow" else module.DataFrame
    read = dx.check(make(records)).read
    by_row = sorted(read, key=lambda claim: claim.entry.row)
    firsts = {}
    for claim in claims:  # what is said twice is one claim
        firsts.setdefault(str(_plain(claim)), claim)
    if len(by_row) == len(firsts) < len(claims):
        return [next(c for c in by_row if _plain(c) == _plain(claim)) for claim in claims]
    return by_row


TEXTS = st.lists(
    st.sampled_from(
        (
            "About 1,200 soldiers arrived on 3 June 2024.",
            "At least nine people were killed.",
            "The bridge is 1,230 metres long and cost $12 million.",
            "Ten people died on 4 June 2024.",
            "The road is 3 to 5 km long, 4 miles at most.",
        )
    ),
    min_size=2,
    max_size=2,
)


@settings(max_examples=10)
@given(TEXTS)
def test_claims_of_a_text_in_a_table_get_the_same_verdicts(texts):
    read = [c for text in texts for c in dx.extract(text) if c.kind in ("quantity", "date")]
    again = tables.records(to_csv(read).encode(), "x.csv").claims
    assert len(again) == len(read)
    for a, x in zip(read, again, strict=True):
        for b, y in zip(read, again, strict=True):
            if a.kind == b.kind and (a.value.model_dump(), b.value.model_dump()):
                assert dx.compare(a, b).verdict is dx.compare(x, y).verdict


def test_every_bound_has_its_words():
    assert set(SIGNS) < {bound.value for bound in Bound}
