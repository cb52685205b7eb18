"""What every written report has in common: counts, the summary line, rows of a reading.

>>> from discrepancy.finding import Report
>>> summary(Report(claims=3))
'Nothing to show: no conflict, update or apparent conflict in 3 claims from 0 sources.'
"""

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from discrepancy.calendar.printed_dates import date_words
from discrepancy.finding import Citation, Finding, Reading, Report, Verdict
from discrepancy.item import Proof
from discrepancy.reporting import Options
from discrepancy.reporting.passages import Texts
from discrepancy.source import Source, Unread, named

ASIDE = "Set aside by a second reader"
"""What stands above the findings that are listed last."""

FLAGGED = (Verdict.CONFLICT, Verdict.UPDATE, Verdict.SCOPE)
"""In the order in which they are shown."""

_COUNTED = {
    Verdict.CONFLICT: ("conflict", "conflicts"),
    Verdict.UPDATE: ("update", "updates"),
    Verdict.SCOPE: ("apparent conflict", "apparent conflicts"),
}


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "source"), counted(2, "source")
    ('1 source', '2 sources')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def summary(report: Report, options: Options | None = None) -> str:
    """How much was found in how much, in one sentence; what is possible counts if asked for."""
    possible = bool(options and options.possible)
    found = tally(counting(report.findings, possible=possible))
    read = f"{counted(report.claims, 'claim')} from {documents_read(report)}"
    second = tally(report.by_reader)
    also = f" A second reader adds {second}, its words verified." if second else ""
    if report.possible and not possible:
        also = f" {asked(report)}{also}"
    also += f" A second reader sets aside {tally(report.aside)}." if report.aside else ""
    if report.unread and not found:
        return f"Nothing found in what could be read: {read}.{also}"
    if not found:
        return f"Nothing to show: no conflict, update or apparent conflict in {read}.{also}"
    agreed = len(report.corroborated)
    more = f"; {counted(agreed, 'matter')} on which they agree" if agreed else ""
    return f"{found} in {read}{more}.{also}"


_TAKEN = "taken to be "
"""What the notes on days say that no document tells of itself."""


_ALIKE = 4
"""From so many documents on, one note of theirs is told together."""
_MANY = 20
_VERY_MANY = 200
"""Documents that were not read for one reason: beyond the first number they share a line, beyond
the second the first few are named."""
_FIRST = 3
_NAMES_EACH = "--verbose names each"


def brief_notes(notes: Iterable[str]) -> tuple[str, ...]:
    """The notes, those on days that were inferred counted instead of told one by one.

    >>> brief_notes(["a.txt tells no day; taken to be printed 3 May", "b: taken to be 4 May", "c"])
    ('2 days are inferred from the other documents (--verbose says from what)', 'c')
    """
    told = tuple(notes)
    inferred = [note for note in told if _TAKEN in note]
    if len(inferred) < 2:
        return _alike(told)
    more = f"{len(inferred)} days are inferred from the other documents (--verbose says from what)"
    return (more, *_alike(note for note in told if note not in inferred))


def _alike(notes: Iterable[str]) -> tuple[str, ...]:
    """The notes; of many documents that have the like, the first stands for the others."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for note in notes:
        told = note.partition(": ")[2]
        alike = told.endswith(("not read.", "read in parts."))
        groups["".join(filter(str.isalpha, told)) if alike else note].append(note)
    lines: list[str] = []
    for group in groups.values():
        more = f"{group[0].rstrip('.')}, and so of {len(group) - 1:,} more ({_NAMES_EACH})"
        lines += group if len(group) < _ALIKE else [more]
    return tuple(lines)


def brief_unread(unread: Iterable[Unread]) -> tuple[str, ...]:
    """What was not read; many that one reason fits are told together, hundreds by the first three.

    >>> programs = [Unread(document=f"{n}.py", because="no text") for n in range(900)]
    >>> brief_unread([Unread(document="a.pdf", because="it needs a password"), *programs])
    ('a.pdf: it needs a password', '0.py, 1.py, 2.py and 897 more (--verbose names each): no text')
    >>> brief_unread([Unread(document=f"a/{n}.py", because="no text") for n in range(21)])[0][:48]
    'no text (each of these 21 in a): 0.py, 1.py, 2.p'
    """
    groups: defaultdict[str, list[Unread]] = defaultdict(list)
    for one in unread:
        groups[one.because].append(one)
    lines: list[str] = []
    for because, group in groups.items():
        if len(group) <= _MANY:
            lines += map(str, group)
            continue
        if len(group) <= _VERY_MANY:
            lines.append(_together(because, [one.document for one in group]))
            continue
        first = ", ".join(one.document for one in group[:_FIRST])
        lines.append(f"{first} and {len(group) - _FIRST:,} more ({_NAMES_EACH}): {because}")
    return tuple(lines)


def _together(because: str, names: Sequence[str]) -> str:
    """Each name behind the reason that they share, below the folder in which all of them are."""
    alike = len({os.path.isabs(name) for name in names}) == 1
    folder = os.path.commonpath([os.path.dirname(name) for name in names]) if alike else ""
    inside = f" in {folder}" if folder else ""
    told = ", ".join(os.path.relpath(name, folder) if folder else name for name in names)
    return f"{because} (each of these {len(names)}{inside}): {told}"


def documents_read(report: Report | Proof) -> str:
    """How many documents were read, and how many were not.

    >>> from discrepancy.source import Unread
    >>> documents_read(Report(unread=(Unread(document="a.pdf", because="it needs a password"),)))
    '0 of 1 documents (1 was not read)'
    """
    rows = sum(one.because.startswith("row ") for one in report.unread)
    read, unread = len(report.sources), len(report.unread) - rows
    also = f", {counted(rows, 'cell')} of tables refused" if rows else ""
    if not unread:
        return counted(read, "source") + also
    verb = "was" if unread == 1 else "were"
    return f"{read:,} of {read + unread:,} documents ({unread:,} {verb} not read){also}"


def reading_words(report: Report) -> str:
    """How much was read, and what was not, each with the reason, for formats without a list."""
    unread = "; ".join(map(str, report.unread))
    return f"{documents_read(report)}: {unread}" if unread else documents_read(report)


def counting(findings: Iterable[Finding], *, possible: bool) -> Iterator[Finding]:
    """The findings of the rules that count: the sure ones, and the possible ones if asked for."""
    ours = (one for one in findings if not one.origin and not one.set_aside)
    return (one for one in ours if possible or one.sure)


def asked(report: Report) -> str:
    """How many findings ask whether it is one thing."""
    number = len(report.possible)
    return f"{number} more {'asks' if number == 1 else 'ask'} whether it is one thing (possible)."


def tally(findings: Iterable[Finding]) -> str:
    """How many of each verdict, or nothing."""
    found = Counter(finding.verdict for finding in findings)
    words = [counted(found[verdict], *_COUNTED[verdict]) for verdict in FLAGGED if found[verdict]]
    return ", ".join(words)


def outlets(reading: Reading, texts: Texts) -> tuple[str, ...]:
    """Who gives this reading, each once, in order."""
    return unique(named(texts.source(claim.source)) for claim in reading.claims)


def as_of(reading: Reading, texts: Texts) -> tuple[str, ...]:
    """The days on which this reading held, in order; failing these, when it was printed."""
    ordered = sorted(reading.claims, key=lambda claim: _day(claim, texts))
    return unique(held(claim, texts) for claim in ordered)


def days(reading: Reading, texts: Texts) -> str:
    """The same in few words: one day, two days, or the first of several."""
    told = as_of(reading, texts)
    return ", ".join(told) if len(told) < 3 else f"{told[0]} and later"


def held(citation: Citation, texts: Texts) -> str:
    """When the claim held, in words, or when it was printed, or nothing."""
    if citation.as_of:
        return date_words(citation.as_of)
    published = texts.source(citation.source).published
    return f"printed {date_words(published.isoformat())}" if published else ""


def held_or_printed(citation: Citation, texts: Texts) -> str:
    """The day that a line of a source tells: of printing, or "as of" another one."""
    published = texts.source(citation.source).published
    day = published.isoformat() if published else None
    if citation.as_of and day and citation.as_of != day:
        return f"as of {date_words(citation.as_of)}"
    told = citation.as_of or day
    return date_words(told) if told else ""


def told_by(source: Source) -> str:
    """Where a source's day of printing is told, or from what it is inferred, or nothing."""
    return (source.published_from if source.published else source.anchored_by) or ""


def printing(source: Source) -> str:
    """When a source was printed, in words: told, or inferred, or nothing."""
    if source.published:
        told = f" {source.published_at:%H:%M %Z}".rstrip() if source.published_at else ""
        return date_words(source.published.isoformat()) + told
    return f"{date_words(source.anchor)}, inferred" if source.anchor else ""


def printed(reading: Reading, texts: Texts) -> tuple[str, ...]:
    """The days on which this reading was printed."""
    told = {texts.source(claim.source).published for claim in reading.claims}
    return tuple(date_words(day.isoformat()) for day in sorted(day for day in told if day))


def _day(citation: Citation, texts: Texts) -> str:
    published = texts.source(citation.source).published
    return citation.as_of or (published.isoformat() if published else "9999")


def credited(reading: Reading) -> tuple[str, ...]:
    """Who is credited with this reading inside the texts."""
    return unique(claim.attribution or "" for claim in reading.claims)


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, in order, without the empty ones."""
    return tuple(word for word in dict.fromkeys(words) if word)


def told_by_reader(finding: Finding) -> tuple[str, ...]:
    """What a second reader has to do with a finding: it found it, or said of it, line by line."""
    return unique((finding.origin or "", *finding.said_by_reader()))


def rule_lines(finding: Finding) -> tuple[str, ...]:
    """Which rules decided, one line each."""
    return tuple(f"{part.level}: {part.because}" for part in finding.disagreements)
