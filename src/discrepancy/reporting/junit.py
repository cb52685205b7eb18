"""The report as JUnit XML, for the servers that count tests: a finding is a failed case."""

from xml.etree import ElementTree

from discrepancy.finding import Finding, Report, Verdict
from discrepancy.reporting import Options
from discrepancy.reporting.passages import Texts, visible
from discrepancy.reporting.wording import HEADINGS


def render(report: Report, options: Options) -> str:
    """One suite: conflicts fail, what agrees passes, the rest is skipped.

    What a second reader found is skipped too, whatever its verdict.
    """
    groups = report.findings + report.corroborated
    suite = ElementTree.Element(
        "testsuite",
        name=visible(options.title or "discrepancy"),
        tests=str(len(groups)),
        failures=str(len(report.conflicts)),
        errors="0",
        skipped=str(len(report.findings) - len(report.conflicts)),
    )
    texts = Texts(report.sources)
    for group in groups:
        suite.append(_case(group, texts))
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=False) + "\n"


def _case(group: Finding, texts: Texts) -> ElementTree.Element:
    case = ElementTree.Element(
        "testcase", classname=group.kind, name=f"{visible(group.measurand)} ({group.id})"
    )
    origin = f" ({visible(group.origin)})" if group.origin else ""
    told = {"message": f"{HEADINGS[group.verdict]}: {visible(group.because)}{origin}"}
    if group.verdict is Verdict.CONFLICT and not group.origin:
        failure = ElementTree.SubElement(case, "failure", told)
        failure.text = "\n".join(_places(group, texts))
    elif group.verdict.flagged:
        ElementTree.SubElement(case, "skipped", told)
    return case


def _places(group: Finding, texts: Texts) -> list[str]:
    passages = (texts.passage(claim) for reading in group.readings for claim in reading.claims)
    return [visible(f"{part.spot}: {part.before}{part.words}{part.after}") for part in passages]
