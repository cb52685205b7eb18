"""The values of a finding as an Altair chart, for notebooks where Altair is installed."""

from typing import TYPE_CHECKING

from discrepancy.finding import Finding, Report
from discrepancy.reporting.frames import TableRow, report_rows
from discrepancy.reporting.outline import unique

if TYPE_CHECKING:
    import altair


def plot(report: Report, finding: Finding) -> "altair.LayerChart":
    """Each claim of the finding as a point or a stretch on one axis, one line a source.

    Raises:
        ModuleNotFoundError: altair is not installed (`pip install discrepancy[notebook]`).
        ValueError: its readings are words, or no two of them share an axis.
    """
    import altair

    rows = chart_rows(report, finding)
    if not rows:
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
    return altair.layer(stretches, points).properties(title=finding.measurand)


def chart_rows(report: Report, finding: Finding) -> list[TableRow]:
    """The rows of the finding, each with the ends of its stretch; none where they share no axis."""
    alone = Report(findings=(finding,), sources=report.sources)
    rows = []
    for row in report_rows(alone):
        ends = _ends(row)
        if ends is not None:
            name = row["outlet"] or row["document"]
            rows.append({**row, "source": name, "first": ends[0], "last": ends[1]})
    shared = len(rows) > 1 and len({row["unit"] for row in rows}) == 1
    return rows if shared else []


def _ends(row: TableRow) -> tuple[str | float, str | float] | None:
    from discrepancy.edtf import interval

    match row["edtf"], row["low"], row["high"], row["time"]:
        case str(edtf), _, _, _:
            first, last = interval(edtf)
            return first.isoformat(), last.isoformat()
        case _, float(low), float(high), _:
            return low, high
        case _, _, _, str(time):
            hours, minutes, *_rest = time.split(":")
            hour = int(hours) + int(minutes) / 60
            return hour, hour
        case _:
            return None
