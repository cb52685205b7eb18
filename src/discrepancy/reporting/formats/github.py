r"""The findings as workflow commands of GitHub Actions, which mark the lines of a change.

GitHub shows the first ten errors, warnings and notices of a step each; the summary, a line that is
no command, stands in the log.

>>> command("error", "two figures, one\nriver", file="a,b.txt", line="3")
'::error file=a%2Cb.txt,line=3::two figures, one%0Ariver'
"""

from discrepancy.finding import Citation, Finding, Report
from discrepancy.reporting import Options, outline
from discrepancy.reporting.formats.sarif import Files, clash_first, file_of, level_of
from discrepancy.reporting.passages import Texts, spelt, steering, visible
from discrepancy.reporting.wording import heading

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
"""What GitHub calls a level of SARIF."""


def render(report: Report, options: Options) -> str:
    """A command for each finding, at the place that clashes, and for what was not read."""
    texts = Texts(report.sources)
    files = {source.id: file_of(source, options.folders) for source in report.sources}
    lines = [_annotation(finding, texts, files, options) for finding in report.findings]
    lines += [command("warning", f"not read: {one}") for one in report.unread]
    return "\n".join([*lines, visible(outline.summary(report, options))]) + "\n"


def command(name: str, message: str, **properties: str) -> str:
    """One workflow command, what would end it or a property of it escaped."""
    told = ",".join(f"{key}={_property(words)}" for key, words in properties.items())
    return f"::{name}{' ' if told else ''}{told}::{_message(message)}"


def _annotation(finding: Finding, texts: Texts, files: Files, options: Options) -> str:
    claim, _ = clash_first(finding)[0]
    title = f"{heading(finding)}: {visible(finding.measurand)}"
    second = "".join(f" ({words})" for words in outline.told_by_reader(finding))
    return command(
        _COMMANDS.get(level_of(finding, options), "notice"),
        f"{visible(finding.because)}{visible(second)} [{finding.id}]",
        **placed(claim, texts, files),
        title=title,
    )


def placed(claim: Citation, texts: Texts, files: Files) -> dict[str, str]:
    """The file of a citation and, where its lines are those of the text, the place in it."""
    if claim.document is None:
        return {}
    file, same_lines = files[claim.document]
    if not same_lines:
        return {"file": file.as_posix()}
    line, column = texts.place(claim.document, claim.place.start)
    end_line, end_column = texts.place(claim.document, claim.place.end)
    told = {"file": file.as_posix(), "line": str(line), "endLine": str(end_line)}
    if line == end_line:  # columns are told within one line alone
        told |= {"col": str(column), "endColumn": str(end_column)}
    return told


def _message(words: str) -> str:
    escaped = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return steering().sub(spelt, escaped)


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")
