"""The report for a terminal, at most as wide as it is; plain where colours are off.

Without colours the value is set between >> and <<, so that it is found in its sentence.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from discrepancy.finding import Citation, Finding, Reading, Report, Verdict
from discrepancy.reporting import Options, outline
from discrepancy.reporting.outline import counted
from discrepancy.reporting.passages import Passage, Texts, alike, visible
from discrepancy.reporting.pictures.steps import NOBODY
from discrepancy.reporting.pictures.toll import Toll, over_days
from discrepancy.reporting.wording import HEADINGS, POSSIBLE, heading, read_as, shorten
from discrepancy.source import named

_STYLES = {
    Verdict.CONFLICT: "bold red",
    Verdict.UPDATE: "bold yellow",
    Verdict.SCOPE: "bold magenta",
}
_ROOM = 210
"""Characters shown around a value: about three lines of a narrow terminal."""
_VALUE = 60
"""Characters of a value in that table: quoted words stand in full below it."""
_LEAST = 24
"""Characters that a value has at least: beside it, who gives it and of which day is told whole."""
_AROUND = 6
"""Characters of the sentence that stand around the longest value."""
_NAMED = 2
_WIDTHS = {"sources": 20, "said by": 12}
"""Sources named in the table of readings."""


def render(report: Report, options: Options) -> str:
    """One block a finding, gravest first, then what was left open, then the summary.

    A block has at most eight lines: what is measured, the two readings that clash, why, and how
    many more there are; with `verbose` it holds every reading, every sentence and the rules.
    """
    texts = Texts(report.sources)
    shown = [one for one in report.findings if not one.set_aside]
    wide = options.possible or options.verbose
    full = [one for one in shown if one.sure or one.confirmed_by or wide]
    draw = _block if options.verbose else _brief
    parts = [part for finding in full for part in draw(finding, texts, options)]
    if options.quiet:
        return printed(parts, options)
    parts += _folded(f"POSSIBLE: {POSSIBLE} (--possible)", [f for f in shown if f not in full])
    parts += _folded(outline.ASIDE.upper(), report.aside)
    if options.verbose:
        parts += _corroborated(report, texts)
        parts += _sources(report)
    notes = report.notes if options.verbose else outline.brief_notes(report.notes)
    parts += [Text(visible(f"Note: {note}"), style="dim") for note in notes]
    unread = map(str, report.unread) if options.verbose else outline.brief_unread(report.unread)
    parts += [Text(visible(f"Not read: {one}"), style="bold yellow") for one in unread]
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


def _above(finding: Finding) -> Text:
    """The verdict, the id, and what is measured."""
    mark = f" ({finding.decision})" if finding.decision else ""
    above = Text()
    above.append(heading(finding).upper(), style=_style(finding))
    above.append(f" {finding.id}{mark}: ", style="dim")
    above.append(visible(finding.measurand), style="bold")
    return above


def _style(finding: Finding) -> str:
    return _STYLES.get(finding.verdict, "bold")


def _brief(finding: Finding, texts: Texts, options: Options) -> Iterator[RenderableType]:
    """At most eight lines: the two readings that clash most, and why."""
    clash = finding.clash
    if clash is None:
        yield from _block(finding, texts, options)
        return
    yield _line(_above(finding), options, 0)
    cited = clash.cited or (0, 0)
    both = (finding.readings[clash.a], finding.readings[clash.b])
    sides = list(zip(both, cited, strict=True))
    first, second = (reading.claims[position] for reading, position in sides)
    if first.document == second.document and first.document and first.place.holds(second.place):
        sides = sides[:1]  # 31 April, and the April in it
    for reading, position in sides:
        claim = reading.claims[position]
        if claim.attribution and claim.attribution in finding.measurand:  # words of whom
            claim = claim.model_copy(update={"attribution": None})
        yield from _side(reading, claim, texts, options, _style(finding))
    more = [words for words in (*outline.told_by_reader(finding), _also(finding)) if words]
    note = [f"Your note: {finding.note}"] if finding.note else []
    why = shorten(f"{clash.why or finding.because.rstrip('.')}.", 2 * (options.width - 2) - 12)
    yield Padding(Text(visible(why)), (0, 0, 0, 2))
    for words in (*more, *note)[-1:]:
        yield _line(Text(visible(words), style="dim"), options, 2)
    yield Text()


def _side(
    reading: Reading, claim: Citation, texts: Texts, options: Options, style: str
) -> Iterator[RenderableType]:
    """Two lines of one reading: its value and who gives it, and the words where they stand."""
    source = texts.source(claim.source)
    told = [named(source), outline.held_or_printed(claim, texts)]
    room = max(options.width - len(", ".join(filter(None, told))) - 8, _LEAST)
    told += [f"citing {claim.attribution}"] if claim.attribution else []
    others = len(outline.outlets(reading, texts)) - 1
    told += [f"and {counted(others, 'more source')}"] if others > 0 else []
    line = Text(visible(shorten(read_as(reading), min(_VALUE, room))), style="bold")
    line.append(f"  {visible(', '.join(filter(None, told)))}", style="not bold")
    yield _line(line, options, 2)
    passage = texts.passage(claim)
    spot = visible(passage.spot)
    where = Text(f"{spot}  ", style="cyan")
    room = max(options.width - len(spot) - 10, _LEAST)
    words = shorten(passage.words, room - _AROUND)
    cut = passage.cut(room - len(words))
    where.append_text(_marked(replace(cut, words=words), style, options))
    yield _line(where, options, 4)


def _marked(passage: Passage, style: str, options: Options) -> Text:
    """The words in their sentence, set off by colour or between >> and <<."""
    words = visible(passage.words)
    sentence = Text(visible(passage.before), style="not bold")
    sentence.append(words if options.colour else f">>{words}<<", style=f"{style} underline")
    sentence.append(visible(passage.after))
    return sentence


def _also(finding: Finding) -> str:
    """How many readings there are beside the two that clash."""
    rest = len(finding.readings) - 2
    return (
        f"{counted(rest, 'more reading')} (--verbose shows {'it' if rest == 1 else 'them'})"
        if rest > 0
        else ""
    )


def _line(text: Text, options: Options, indent: int) -> RenderableType:
    """One line, cut at the width."""
    text.truncate(options.width - indent, overflow="ellipsis")
    return Padding(text, (0, 0, 0, indent))


def _block(finding: Finding, texts: Texts, options: Options) -> Iterator[RenderableType]:
    style = _style(finding)
    yield _above(finding)
    for words in outline.told_by_reader(finding):
        yield Padding(Text(visible(words), style="italic"), (0, 0, 0, 2))
    yield Padding(Text(visible(finding.because)), (0, 0, 1, 2))
    yield Padding(_readings(finding, texts), (0, 0, 1, 2))
    yield from _line_of(over_days(finding, texts))
    for reading in finding.readings:
        for same in alike(texts.passage(claim) for claim in reading.claims):
            yield from _sentence(same, style, options)
    if finding.note:
        yield Padding(Text(visible(f"Your note: {finding.note}")), (0, 0, 0, 2))
    if options.verbose:
        yield Padding(Text(_rules(finding), style="dim"), (1, 0, 0, 2))
    yield Text()


def _folded(heading: str, findings: Sequence[Finding]) -> Iterator[RenderableType]:
    """Findings that are not counted, a line each: what is measured, and the two readings."""
    if not findings:
        return
    yield Text(heading, style="bold")
    for finding in findings:
        clash = finding.clash
        sides = (clash.a, clash.b) if clash else range(len(finding.readings))[:2]
        values = " / ".join(read_as(finding.readings[side]) for side in sides)
        line = Text(f"{finding.id} ", style="dim", no_wrap=True, overflow="ellipsis")
        line.append(visible(f"{finding.measurand}: "), style="bold")
        line.append(visible(values), style="not bold")
        yield Padding(line, (0, 0, 0, 2))
        for words in finding.said_by_reader() if finding.set_aside else ():
            yield Padding(Text(visible(words), style="dim"), (0, 0, 0, 4))
    yield Text()


def _sentence(same: list[Passage], style: str, options: Options) -> Iterator[RenderableType]:
    places = "  ".join(part.spot for part in same)
    yield Padding(Text(visible(places), style="cyan"), (0, 0, 0, 2))
    yield Padding(_marked(same[0].cut(_ROOM), style, options), (0, 0, 0, 4))


def _rules(finding: Finding) -> str:
    """The rules and weights, without the heading that `explain` puts above them."""
    return "\n".join(visible(line) for line in finding.explain().splitlines()[3:])


def _readings(finding: Finding, texts: Texts) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=False)
    columns = [
        ("reading", [shorten(read_as(reading), _VALUE) for reading in finding.readings]),
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


def _line_of(toll: Toll | None) -> Iterator[RenderableType]:
    """The figures over the days, a row for each speaker, and what clashes among them."""
    if toll is None:
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=False)
    table.add_column("said by", overflow="fold")
    for day in toll.days:
        table.add_column(f"{day.day} {day:%b}", overflow="fold")
    for voice in toll.voices:
        row = (voice.speaker or NOBODY, *map(voice.on, toll.days))
        table.add_row(*(Text(visible(cell)) for cell in row))
    yield Padding(table, (0, 0, 1, 2))
    apart = f"Apart from it: {'; '.join(toll.apart)}." if toll.apart else ""
    for words in filter(None, (toll.clash, apart)):
        yield Padding(Text(visible(words)), (0, 0, 1, 2))


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(words)


def _few(words: tuple[str, ...]) -> str:
    """The first few; the rest is counted."""
    rest = len(words) - _NAMED
    return _list(words) if rest <= 1 else f"{_list(words[:_NAMED])} and {rest} more"


def _sources(report: Report) -> Iterator[RenderableType]:
    """What was read, and where each day of printing is told."""
    yield Text("Read", style="bold")
    for source in report.sources:
        name = source.file or source.id
        outlet = [named(source)] if named(source) != name else []
        told = [outline.printing(source) or "day unknown", outline.told_by(source)]
        yield Padding(Text(visible(", ".join(filter(None, [name, *outlet, *told])))), (0, 0, 0, 2))
    yield Text()


def _corroborated(report: Report, texts: Texts) -> Iterator[RenderableType]:
    if not report.corroborated:
        return
    yield Text("On these they agree", style="bold green")
    for group in report.corroborated:
        values = "; ".join(
            f"{shorten(read_as(reading), _VALUE)} ({_few(outline.outlets(reading, texts))})"
            for reading in group.readings
        )
        line = Text(f"{HEADINGS[group.verdict].lower()} ", style="green")
        line.append(visible(f"{group.measurand}: "), style="bold")
        line.append(visible(values))
        yield Padding(line, (0, 0, 0, 2))
    yield Text()
