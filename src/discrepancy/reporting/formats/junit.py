"""The report as JUnit XML, for the servers that count tests: a finding is a failed case."""

from xml.etree import ElementTree

from discrepancy.finding import Finding, Report, Verdict
from discrepancy.reporting import Options, outline
from discrepancy.reporting.passages import Texts, visible
from discrepancy.reporting.wording import heading
from discrepancy.source import Unread


def render(report: Report, options: Options) -> str:
    """One suite: conflicts fail, what agrees passes, the rest is skipped.

    What a second reader found is skipped too, whatever its verdict, and what is only possible;
    what it set aside fails as long as the reader is not trusted, under a class name of its own.
    """
    groups = report.findings + report.corroborated
    failing = [one for one in report.findings if _fails(one, options)]
    suite = ElementTree.Element(
        "testsuite",
        name=visible(options.title or "discrepancy"),
        tests=str(len(groups) + len(report.unread)),
        failures=str(len(failing)),
        errors="0",
        skipped=str(len(report.findings) - len(failing) + len(report.unread)),
    )
    properties = ElementTree.SubElement(suite, "properties")
    ElementTree.SubElement(properties, "property", name="generator", value="discrepancy")
    ElementTree.SubElement(properties, "property", name="summary", value=_summary(report, options))
    texts = Texts(report.sources)
    for group in groups:
        suite.append(_case(group, texts, fails=group in failing))
    suite.extend(map(skipped, report.unread))
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=False) + "\n"


def skipped(unread: Unread) -> ElementTree.Element:
    """A case for a document that was not read."""
    case = ElementTree.Element("testcase", classname="document", name=visible(unread.document))
    ElementTree.SubElement(case, "skipped", message=visible(f"not read: {unread.because}"))
    return case


def _summary(report: Report, options: Options) -> str:
    return visible(outline.summary(report, options))


def _fails(group: Finding, options: Options) -> bool:
    """Whether it is a conflict to those who do not trust a second reader, or to those who do."""
    if group.origin or not (group.sure or options.possible):
        return False
    return group.verdict_for(trusted=options.trusted) is Verdict.CONFLICT


def _case(group: Finding, texts: Texts, *, fails: bool) -> ElementTree.Element:
    kind = f"{outline.ASIDE}.{group.kind}" if group.set_aside else group.kind
    case = ElementTree.Element(
        "testcase", classname=kind, name=f"{visible(group.measurand)} ({group.id})"
    )
    second = "".join(f" ({visible(words)})" for words in outline.told_by_reader(group))
    told = {"message": f"{heading(group)}: {visible(group.because)}{second}"}
    if fails:
        failure = ElementTree.SubElement(case, "failure", told)
        failure.text = "\n".join(_places(group, texts))
    elif group.verdict.flagged:
        ElementTree.SubElement(case, "skipped", told)
    return case


def _places(group: Finding, texts: Texts) -> list[str]:
    passages = (texts.passage(claim) for reading in group.readings for claim in reading.claims)
    return [visible(f"{part.spot}: {part.before}{part.words}{part.after}") for part in passages]
