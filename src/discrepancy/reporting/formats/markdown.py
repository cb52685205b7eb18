"""The report as Markdown, for an issue, a wiki or a content system; sources stay text."""

import re
from collections.abc import Iterator, Sequence

from discrepancy.finding import Finding, Report
from discrepancy.reporting import Options, outline
from discrepancy.reporting.passages import Texts, visible
from discrepancy.reporting.wording import HEADINGS, POSSIBLE, read_as
from discrepancy.source import named

_ROOM = 400

MARK = "<!-- discrepancy -->"
"""The last line, by which a report is told from the sources that it lies among."""


def render(report: Report, options: Options) -> str:
    """A heading for each finding, its readings as a table, the words of each side quoted."""
    texts = Texts(report.sources)
    lines = [f"# {plain(options.title or 'Where the sources disagree')}", ""]
    lines += [outline.summary(report, options), ""]
    shown = [one for one in report.findings if not one.set_aside]
    full = [one for one in shown if one.sure or one.confirmed_by or options.possible]
    for verdict in outline.FLAGGED:
        found = [finding for finding in full if finding.verdict is verdict]
        if found:
            lines += [f"## {HEADINGS[verdict]}s", ""]
        for finding in found:
            lines += _section(finding, texts)
    lines += _folded([one for one in shown if one not in full])
    if report.aside:
        lines += [f"## {outline.ASIDE}", ""]
        lines += [line for finding in report.aside for line in _section(finding, texts)]
    if options.verbose and report.corroborated:
        lines += ["## On these they agree", ""]
        lines += [f"- {_group(group, texts)}" for group in report.corroborated]
        lines += [""]
    if report.unread:
        lines += ["## Not read", "", *(f"- {plain(str(one))}" for one in report.unread), ""]
    if report.notes:
        lines += ["## Notes", "", *(f"- {plain(note)}" for note in report.notes), ""]
    lines += ["## Sources", ""]
    lines += [f"- {_source(texts, source.id)}" for source in report.sources]
    return "\n".join([*lines, "", MARK]) + "\n"


def plain(text: str) -> str:
    r"""The text with every character that Markdown or HTML would read as markup escaped.

    >>> plain("<b> *bold* [link](javascript:x)")
    '&lt;b&gt; \\*bold\\* \\[link\\](javascript:x)'
    """
    escaped = re.sub(r"([\\`*_\[\]#|~!])", r"\\\1", visible(text))
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _section(finding: Finding, texts: Texts) -> Iterator[str]:
    yield f"### {plain(finding.measurand)}"
    yield ""
    mark = f" ({finding.decision})" if finding.decision else ""
    doubt = "" if finding.sure else "*Possible.* "
    yield f"{doubt}{plain(finding.because)} `{finding.id}`{mark}"
    yield ""
    for words in outline.told_by_reader(finding):
        yield f"*{plain(words)}*"
        yield ""
    yield "| reading | sources | as of | said by |"
    yield "| --- | --- | --- | --- |"
    for reading in finding.readings:
        cells = (
            (read_as(reading),),
            outline.outlets(reading, texts),
            outline.as_of(reading, texts),
            outline.credited(reading),
        )
        yield "| " + " | ".join(plain(", ".join(cell)) for cell in cells) + " |"
    yield ""
    for reading in finding.readings:
        for claim in reading.claims:
            passage = texts.passage(claim).cut(_ROOM)
            words = f"**{plain(passage.words.strip())}**"
            yield f"> {plain(passage.before)}{words}{plain(passage.after)}"
            yield ">"
            yield f"> — {plain(named(passage.source))}, `{visible(passage.spot).replace('`', '')}`"
            yield ""
    if finding.note:
        yield f"Note: {plain(finding.note)}"
        yield ""


def _folded(findings: Sequence[Finding]) -> list[str]:
    """What may be one thing or two, a line each."""
    if not findings:
        return []
    lines = [f"- {plain(f'{one.measurand}: {one.because}')} `{one.id}`" for one in findings]
    return ["## Possible", "", f"{POSSIBLE}.".capitalize(), "", *lines, ""]


def _group(group: Finding, texts: Texts) -> str:
    values = "; ".join(
        f"{read_as(reading)} ({', '.join(outline.outlets(reading, texts))})"
        for reading in group.readings
    )
    return plain(f"{group.measurand}: {values}")


def _source(texts: Texts, document: str) -> str:
    source = texts.source(document)
    day = " by ".join(filter(None, (outline.printing(source), outline.told_by(source))))
    parts = [named(source), source.title or "", day or "undated", source.file or document]
    return plain(", ".join(dict.fromkeys(part for part in parts if part)))
