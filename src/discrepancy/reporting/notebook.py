"""What a notebook shows for a report, a finding, a proof, a claim or a source.

`reporting.attach` lets every model call `shown`, so that notebooks need only the object.
"""

from dataclasses import dataclass

from markupsafe import Markup

from discrepancy.calendar.printed_dates import date_words
from discrepancy.claims import (
    Claim,
    DateClaim,
    NameClaim,
    QuantityClaim,
    QuoteClaim,
    StatusClaim,
    TimeClaim,
)
from discrepancy.finding import Finding, Report
from discrepancy.item import Proof
from discrepancy.reporting.formats.cards import card
from discrepancy.reporting.formats.drawing import asset, environment
from discrepancy.reporting.frames import claim_rows
from discrepancy.reporting.outline import summary
from discrepancy.reporting.passages import Texts
from discrepancy.reporting.proofed import cells
from discrepancy.source import Source, named

_MOST = 100
"""Findings shown of one report: a notebook keeps them all in its file."""


@dataclass(frozen=True, repr=False)
class Shown:
    """A finding together with the report whose sources hold its sentences."""

    finding: Finding
    report: Report

    def __repr__(self) -> str:
        return self.finding.explain()

    def _repr_html_(self) -> str:
        return finding_html(self.finding, self.report)


def shown(thing: object) -> str | None:
    """The HTML for it; None for what is best shown plainly."""
    match thing:
        case Report():
            return report_html(thing)
        case Proof():
            return cells.draw(thing)
        case Finding():
            return finding_html(thing)
        case Source():
            return source_html(thing)
        case (
            QuantityClaim() | DateClaim() | TimeClaim() | QuoteClaim() | StatusClaim() | NameClaim()
        ):
            return claim_html(thing)
        case _:
            return None


def report_html(report: Report) -> str:
    """The summary, and one card for each finding."""
    texts = Texts(report.sources)
    found = report.findings[:_MOST]
    return _page(
        lead=summary(report),
        cards=[card(finding, texts, opened=rank == 0) for rank, finding in enumerate(found)],
        more=len(report.findings) - len(found),
        notes=report.notes,
        unread=report.unread,
    )


def finding_html(finding: Finding, report: Report | None = None) -> str:
    """One card; the sentences stand around the words where the report is given."""
    texts = Texts(report.sources if report else ())
    return _page(cards=[card(finding, texts, opened=True)])


def source_html(source: Source) -> str:
    """What is known of the source, and its text."""
    published = date_words(source.published.isoformat()) if source.published else "day unknown"
    facts = [named(source), source.title or "", published, f"{len(source.text):,} characters"]
    return _page(lead=", ".join(fact for fact in facts if fact), text=source.text)


def claim_html(claim: Claim) -> str:
    """The claim as a table of what it holds."""
    (row,) = claim_rows([claim])
    facts = [(name, str(cell)) for name, cell in row.items() if cell is not None and name != "text"]
    return _page(words=claim.text, facts=facts)


def _page(**parts: object) -> str:
    empty = {"lead": "", "cards": [], "more": 0, "notes": (), "unread": ()}
    empty |= {"text": "", "words": "", "facts": []}
    style = Markup(asset("finding.css") + asset("notebook.css"))
    template = environment().get_template("notebook.html.j2")
    return template.render({**empty, **parts, "style": style})
