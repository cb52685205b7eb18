"""The report for a terminal, at most as wide as it is; plain where colours are off.

Without colours the value is set between >> and <<, so that it is found in its sentence.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from discrepancy.finding import Finding, Report, Verdict
from discrepancy.reporting import Options, outline
from discrepancy.reporting.passages import Passage, Texts, alike, visible
from discrepancy.reporting.wording import HEADINGS, POSSIBLE, heading, shorten, value_words

_STYLES = {
    Verdict.CONFLICT: "bold red",
    Verdict.UPDATE: "bold yellow",
    Verdict.SCOPE: "bold magenta",
}
_ROOM = 210
"""Characters shown around a value: about three lines of a narrow terminal."""
_MOST = 4
"""Citations shown of one reading, unless all are asked for."""
_VALUE = 60
"""Characters of a value in that table: quoted words stand in full below it."""
_NAMED = 2
_WIDTHS = {"sources": 20, "said by": 12}
"""Sources named in the table of readings."""


def render(report: Report, options: Options) -> str:
    """One block a finding, gravest first, then what was left open, then the summary."""
    texts = Texts(report.sources)
    shown = [one for one in report.findings if not one.set_aside]
    full = [one for one in shown if one.sure or options.possible or options.verbose]
    parts = [part for finding in full for part in _block(finding, texts, options)]
    parts += _folded([one for one in shown if one not in full])
    parts += [Text(outline.ASIDE.upper(), style="bold")] if report.aside else []
    parts += [part for finding in report.aside for part in _block(finding, texts, options)]
    if options.verbose:
        parts += _corroborated(report, texts)
    parts += [Text(visible(f"Note: {note}"), style="dim") for note in report.notes]
    parts += [Text(visible(f"Not read: {one}"), style="bold yellow") for one in report.unread]
    return printed([*parts, Text(outline.summary(report, options), style="bold")], options)


def block(finding: Finding, report: Report, options: Options) -> str:
    """One finding of a report."""
    return printed(_block(finding, Texts(report.sources), options), options)


def printed(parts: Iterable[RenderableType], options: Options) -> str:
    """The parts as text for a terminal, plain where colours are off."""
    out = StringIO()
    console = Console(
        file=out,
        width=options.width,
        force_terminal=options.colour,
        force_jupyter=False,
        color_system="standard" if options.colour else None,
        no_color=not options.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _block(finding: Finding, texts: Texts, options: Options) -> Iterator[RenderableType]:
    style = _STYLES.get(finding.verdict, "bold")
    mark = f" ({finding.decision})" if finding.decision else ""
    above = Text()
    above.append(heading(finding).upper(), style=style)
    above.append(f" {finding.id}{mark}: ", style="dim")
    above.append(visible(finding.measurand), style="bold")
    yield above
    for words in outline.told_by_reader(finding):
        yield Padding(Text(visible(words), style="italic"), (0, 0, 0, 2))
    yield Padding(Text(visible(finding.because)), (0, 0, 1, 2))
    yield Padding(_readings(finding, texts), (0, 0, 1, 2))
    for reading in finding.readings:
        told = alike(texts.passage(claim) for claim in reading.claims)
        most = len(told) if options.verbose else _MOST
        for same in told[:most]:
            yield from _sentence(same, style, options)
        if len(told) > most:
            yield Padding(
                Text(f"and {len(told) - most} more of the same", style="dim"), (0, 0, 0, 2)
            )
    if finding.note:
        yield Padding(Text(visible(f"Your note: {finding.note}")), (0, 0, 0, 2))
    if options.verbose:
        yield Padding(Text(_rules(finding), style="dim"), (1, 0, 0, 2))
    yield Text()


def _folded(findings: Sequence[Finding]) -> Iterator[RenderableType]:
    """What may be one thing or two, a line each: what is measured, and the question."""
    if not findings:
        return
    yield Text(f"POSSIBLE ({len(findings)}): {POSSIBLE} (--possible)", style="bold")
    for finding in findings:
        line = Text(f"{finding.id} ", style="dim")
        line.append(visible(f"{finding.measurand}: "), style="bold")
        line.append(visible(finding.because))
        yield Padding(line, (0, 0, 0, 2))
    yield Text()


def _sentence(same: list[Passage], style: str, options: Options) -> Iterator[RenderableType]:
    places = "  ".join(part.spot for part in same)
    yield Padding(Text(visible(places), style="cyan"), (0, 0, 0, 2))
    passage = same[0].cut(_ROOM)
    words = visible(passage.words)
    sentence = Text(visible(passage.before))
    sentence.append(words if options.colour else f">>{words}<<", style=f"{style} underline")
    sentence.append(visible(passage.after))
    yield Padding(sentence, (0, 0, 0, 4))


def _rules(finding: Finding) -> str:
    """The rules and weights, without the heading that `explain` puts above them."""
    return "\n".join(visible(line) for line in finding.explain().splitlines()[3:])


def _readings(finding: Finding, texts: Texts) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=False)
    columns = [
        ("reading", [shorten(value_words(reading.value), _VALUE) for reading in finding.readings]),
        ("sources", [_few(outline.outlets(reading, texts)) for reading in finding.readings]),
        ("as of", [outline.days(reading, texts) for reading in finding.readings]),
        ("said by", [_list(outline.credited(reading)) for reading in finding.readings]),
    ]
    kept = [(title, cells) for title, cells in columns if any(cells)]
    for title, lines in kept:
        width = min(_WIDTHS.get(title, 0), max(map(len, lines)))
        style = "bold" if title == "reading" else ""
        table.add_column(title, min_width=width, overflow="fold", style=style)
    for cells in zip(*(cells for _, cells in kept), strict=True):
        table.add_row(*(Text(visible(cell)) for cell in cells))
    return table


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(words)


def _few(words: tuple[str, ...]) -> str:
    """The first few; the rest is counted."""
    rest = len(words) - _NAMED
    return _list(words) if rest <= 1 else f"{_list(words[:_NAMED])} and {rest} more"


def _corroborated(report: Report, texts: Texts) -> Iterator[RenderableType]:
    if not report.corroborated:
        return
    yield Text("On these they agree", style="bold green")
    for group in report.corroborated:
        values = "; ".join(
            f"{shorten(value_words(reading.value), _VALUE)}"
            f" ({_few(outline.outlets(reading, texts))})"
            for reading in group.readings
        )
        line = Text(f"{HEADINGS[group.verdict].lower()} ", style="green")
        line.append(visible(f"{group.measurand}: "), style="bold")
        line.append(visible(values))
        yield Padding(line, (0, 0, 0, 2))
    yield Text()
