"""The values of a finding as an Altair chart, for notebooks where Altair is installed."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from discrepancy.calendar.edtf import interval
from discrepancy.extras import library
from discrepancy.finding import Finding, Report
from discrepancy.reporting.frames import TableRow, report_rows
from discrepancy.reporting.outline import unique
from discrepancy.reporting.pictures.picture import minutes, on_one_axis

if TYPE_CHECKING:
    import altair


def plot(report: Report, finding: Finding) -> "altair.LayerChart":
    """Each claim of the finding as a point or a stretch on one axis, one line a source.

    Raises:
        MissingExtra: altair is not installed.
        ValueError: its readings are words, or no two of them share an axis.
    """
    library("altair", "notebook", "to draw a chart")
    import altair

    rows = chart_rows(report, finding)
    if len(rows) < 2:
        raise ValueError(f"{finding.id}: its readings share no axis to be drawn on")
    dated = finding.kind == "date"
    title = "day" if dated else ", ".join(unique(str(row["unit"] or "") for row in rows))
    axis = altair.X("first:T" if dated else "first:Q", title=title).scale(zero=False)
    lines = altair.Chart(altair.Data(values=rows)).encode(
        y=altair.Y("source:N", title=None, sort=None),
        color=altair.Color("value:N", title="reading", sort=None),
        tooltip=["value:N", "source:N", "text:N", "as_of:N", "attribution:N"],
    )
    stretches = lines.mark_rule(strokeWidth=4).encode(x=axis, x2="last")
    points = lines.mark_point(filled=True, size=70).encode(x=axis)
    return _offline()(layer=[stretches, points]).properties(title=finding.measurand)


@cache
def _offline() -> "type[altair.LayerChart]":
    """A chart that saves what draws it along with it, so that the page needs no network."""
    import altair

    class OfflineChart(altair.LayerChart):  # type: ignore[misc]
        def save(self, fp: object, *given: object, **named: object) -> None:
            library("vl_convert", "notebook", "to save a chart that needs no network")
            page = str(named.get("format") or fp).endswith("html")
            super().save(fp, *given, **({"inline": True} | named if page else named))

    return OfflineChart


def chart_rows(report: Report, finding: Finding) -> list[TableRow]:
    """The rows of the finding, each with the ends of its stretch; none where they share no axis."""
    values = on_one_axis([reading.value for reading in finding.readings])
    if not values:
        return []
    drawn = finding.model_copy(
        update={
            "readings": tuple(
                reading.model_copy(update={"value": value})
                for reading, value in zip(finding.readings, values, strict=True)
            )
        }
    )
    rows = report_rows(Report(findings=(drawn,), sources=report.sources))
    placed = [(row, _ends(row)) for row in rows]
    return [
        {**_plain(row), "source": row["outlet"] or row["source"], "first": ends[0], "last": ends[1]}
        for row, ends in placed
        if ends is not None
    ]


def _plain(row: TableRow) -> TableRow:
    """The cells with days in words of JSON, which knows none."""
    return {name: c.isoformat() if isinstance(c, date) else c for name, c in row.items()}


def _ends(row: TableRow) -> tuple[str | float, str | float] | None:
    match row["edtf"], row["low"], row["high"], row["time"]:
        case str(edtf), _, _, _:
            first, last = interval(edtf)
            return first.isoformat(), last.isoformat()
        case _, float(low), float(high), _:
            return low, high
        case _, _, _, str(time):
            hour = minutes(time) / 60
            return hour, hour
        case _:
            return None
