"""A figure that several speakers gave over several days: a line for each, and the clash on it.

Readings that held long before the two that clash, or over a long time, tell of the background and
stand apart.

>>> from datetime import date
>>> said = [Told(date(2024, 11, 14), "ministry", "12", "A"),
...         Told(date(2024, 11, 14), "ministry", "14", "B")]
>>> clash_words(*said)
'On 14 November the ministry is quoted with 12 and with 14.'
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from discrepancy.calendar.edtf import interval
from discrepancy.calendar.printed_dates import date_words
from discrepancy.claims import QuantityValue
from discrepancy.finding import Citation, Finding, Verdict
from discrepancy.measures import units
from discrepancy.reporting.passages import Texts
from discrepancy.reporting.wording import figures, letter
from discrepancy.source import named

_LONG = timedelta(days=45)
"""A figure that is told for longer than that is of a season or a year, and lies on no line."""
_BEFORE = timedelta(days=180)
"""So long before the clash another event is spoken of."""


@dataclass(frozen=True)
class Told:
    """One figure as one speaker gave it for one day."""

    day: date
    speaker: str
    """Who is credited; empty where the text credits nobody."""
    words: str
    """The figure without what it counts: "at least 12"."""
    letter: str
    outlet: str = ""
    height: float = 0.0
    """How high it stands: the figure, the upper end of a range."""


@dataclass(frozen=True)
class Voice:
    """What one speaker gave, day by day."""

    speaker: str
    told: tuple[Told, ...]

    def on(self, day: date) -> str:
        """The figures of one day, in words."""
        return ", ".join(dict.fromkeys(one.words for one in self.told if one.day == day))


@dataclass(frozen=True)
class Toll:
    """The line: its days, its voices in the order in which they begin, and what lies beside it."""

    days: tuple[date, ...]
    voices: tuple[Voice, ...]
    apart: tuple[str, ...]
    """The readings of the background, in words: "36 (2009)"."""
    clash: str
    """What clashes on it, in one sentence."""

    @property
    def told(self) -> int:
        """How many figures lie on it; two alone need no table."""
        return sum(len(voice.told) for voice in self.voices)


def over_days(finding: Finding, texts: Texts) -> Toll | None:
    """The line of a count that is given for two days or more; None for any other finding."""
    clash = finding.clash
    if clash is None or finding.verdict is Verdict.SCOPE or not _counts(finding):
        return None
    said = [
        (number, claim, day)
        for number, reading in enumerate(finding.readings)
        for claim in reading.claims
        for day in [_day(claim, texts)]
    ]
    pair = {clash.a, clash.b}
    since = min((day for number, _, day in said if day and number in pair), default=None)
    if since is None:
        return None
    on_line, apart = [], []
    for number, claim, day in said:
        near = day is not None and (number in pair or day >= since - _BEFORE)
        if day is not None and near:
            on_line.append(_told(finding, number, claim, day, texts))
        elif claim.as_of:
            apart.append(f"{_figures(finding, number)} ({date_words(claim.as_of)})")
    days = tuple(sorted({one.day for one in on_line}))
    if len(days) < 2 or not {letter(number) for number in pair} <= {one.letter for one in on_line}:
        return None
    return Toll(
        days=days,
        voices=tuple(_voices(on_line)),
        apart=tuple(dict.fromkeys(apart)),
        clash=_clash(finding, texts),
    )


def clash_words(one: Told, other: Told) -> str:
    """Who gave what, and when, of two figures that clash."""
    far = one.day.year != other.day.year
    days = [f"on {told.day.day} {told.day:%B %Y}"[: None if far else -5] for told in (one, other)]
    (who, verb), (whom, verb_too) = _subject(one), _subject(other)
    again = "with " if verb.endswith("with") else ""
    begin = f"O{days[0][1:]} " if days[0] == days[1] else ""
    on, on_other = ("", "") if begin else (f" {day}" for day in days)
    first = f"{begin}{who} {verb} {one.words}{on}"
    if (one.speaker or who).casefold() == (other.speaker or whom).casefold():
        return _opened(f"{first} and {again}{other.words}{on_other}.", one)
    both_quoted = verb.endswith("with") and verb_too.endswith("with")
    rest = "with" if both_quoted else verb_too
    return _opened(f"{first}, {whom} {rest} {other.words}{on_other}.", one)


def _opened(words: str, first: Told) -> str:
    """With a capital; an outlet keeps its own spelling."""
    return words[0].upper() + words[1:] if first.speaker else words


def _subject(told: Told) -> tuple[str, str]:
    """Who gives the figure and the verb that fits, as in "the ministry", "is quoted with"."""
    if not told.speaker:
        return told.outlet, "gives"
    many = told.speaker.islower() and (told.speaker.endswith("s") or told.speaker == "police")
    who = f"the {told.speaker}" if told.speaker.islower() and not many else told.speaker
    return who, "are quoted with" if many else "is quoted with"


def _counts(finding: Finding) -> bool:
    """Whether every reading counts something: what is measured does not rise with the days."""
    values = [reading.value for reading in finding.readings]
    return all(
        isinstance(value, QuantityValue)
        and not units.is_physical(value.unit)
        and (finding.verdict is Verdict.UPDATE or not units.is_currency(value.unit))
        for value in values
    )


def _told(finding: Finding, number: int, claim: Citation, day: date, texts: Texts) -> Told:
    value = finding.readings[number].value
    return Told(
        day=day,
        speaker=claim.attribution or "",
        words=_figures(finding, number),
        letter=letter(number),
        outlet=named(texts.source(claim.source)),
        height=float(value.high) if isinstance(value, QuantityValue) else 0.0,
    )


def _figures(finding: Finding, number: int) -> str:
    value = finding.readings[number].value
    return figures(value) if isinstance(value, QuantityValue) else ""


def _clash(finding: Finding, texts: Texts) -> str:
    """The two figures that gave the verdict; as compared, or else the first of each reading."""
    clash = finding.clash
    assert clash is not None
    sides = []
    for number, place in zip((clash.a, clash.b), clash.cited or (0, 0), strict=True):
        claim = finding.readings[number].claims[place]
        if (day := _day(claim, texts)) is None:
            return ""
        sides.append(_told(finding, number, claim, day, texts))
    return clash_words(*sorted(sides, key=lambda told: told.day))


def _voices(told: Iterable[Told]) -> Iterable[Voice]:
    """One for each speaker, the one that nobody is named for last."""

    def speaker(one: Told) -> str:
        return one.speaker.casefold()

    ordered = sorted(told, key=lambda one: (speaker(one), one.day, one.height))
    voices = [_voice(list(said)) for _, said in groupby(ordered, speaker)]
    return sorted(voices, key=lambda voice: (not voice.speaker, voice.told[0].day))


def _voice(said: Sequence[Told]) -> Voice:
    """What one speaker gave; a figure that several print for one day stands once."""
    once = {(one.day, one.words): one for one in reversed(said)}
    return Voice(
        said[0].speaker, tuple(sorted(once.values(), key=lambda one: (one.day, one.height)))
    )


def _day(claim: Citation, texts: Texts) -> date | None:
    """The day for which a figure is told, the last of a few; the day of printing if none is."""
    if not claim.as_of:
        return texts.source(claim.source).published
    try:
        first, last = interval(claim.as_of)
    except ValueError:
        return None
    if last == date.max:
        return first
    return last if first == date.min or last - first <= _LONG else None
