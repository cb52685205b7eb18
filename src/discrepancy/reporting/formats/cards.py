"""A finding laid out for the HTML templates: everything looked up, nothing escaped yet.

The template and the notebook draw the same cards; only the report's have anchors to link to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from discrepancy.calendar.printed_dates import date_words
from discrepancy.claims import TextValue
from discrepancy.finding import Citation, Evidence, Finding, Reading, Verdict
from discrepancy.reporting.formats.links import web_address
from discrepancy.reporting.outline import (
    counted,
    credited,
    outlets,
    printed,
    told_by_reader,
    unique,
)
from discrepancy.reporting.passages import Passage, Texts, alike
from discrepancy.reporting.pictures.picture import Picture, picture
from discrepancy.reporting.pictures.toll import Toll, over_days
from discrepancy.reporting.wording import heading, letter, read_as, shorten
from discrepancy.source import named

ROOM = 360
"""Characters shown around the words of a citation."""

_HEADLINE = 72
"""Characters of a value above its sentences, where quoted words stand in full."""

TONES = {
    Verdict.CONFLICT: "conflict",
    Verdict.UPDATE: "update",
    Verdict.SCOPE: "scope",
    Verdict.COMPATIBLE: "agree",
    Verdict.ROUNDING: "agree",
    Verdict.AGREEMENT: "agree",
}
"""The colour of a verdict, and the group in which it is shown."""

POSSIBLE = "possible"
"""The tone of a finding that asks whether its two sides are one thing."""

DOUBTED = "doubted"
"""The tone of what a second reader has set aside."""


def tone(finding: Finding) -> str:
    """The colour of a finding, and the group in which it is shown."""
    if finding.set_aside:
        return DOUBTED
    return TONES[finding.verdict] if finding.sure else POSSIBLE


Pieces = tuple[tuple[bool, str], ...]


@dataclass(frozen=True)
class QuotedPassage:
    """The words of one citation in their sentence; `pieces` tells what the other side lacks."""

    before: str
    pieces: Pieces
    after: str
    places: tuple[tuple[str, str], ...]
    """Where they stand, in words, and the id of that place in the texts."""


@dataclass(frozen=True)
class Side:
    """One reading, ready to be drawn."""

    letter: str
    words: str
    outlets: tuple[str, ...]
    as_of: tuple[str, ...]
    printed: tuple[str, ...]
    """When it was printed, where no day is told on which it held."""
    credited: tuple[str, ...]
    passages: tuple[QuotedPassage, ...]


@dataclass(frozen=True)
class Rule:
    """Why two readings got their verdict."""

    between: str
    level: str
    because: str


@dataclass(frozen=True)
class Card:
    """One finding, ready to be drawn."""

    id: str
    anchor: str
    tone: str
    heading: str
    kind: str
    measurand: str
    because: str
    why: str
    """The reason alone, without who says what."""
    told_by: str
    origin: str
    second: tuple[str, ...]
    """What a second reader has to do with it, a sentence each."""
    decision: str
    note: str
    readings: tuple[Side, ...]
    picture: Picture | None
    toll: Toll | None
    """The line of its figures over the days, where they lie on one."""
    rules: tuple[Rule, ...]
    evidence: tuple[Evidence, ...]
    attributes: str = ""
    open: bool = False
    sources: tuple[str, ...] = field(default=())
    clash: tuple[int, ...] = ()
    """The positions of the two readings that gave the verdict; empty: all are shown alike."""

    @property
    def clashing(self) -> tuple[Side, ...]:
        """The readings that are shown at once."""
        return tuple(self.readings[n] for n in self.clash) if self.clash else self.readings

    @property
    def beside(self) -> tuple[Side, ...]:
        """The readings that are folded."""
        rest = enumerate(self.readings) if self.clash else ()
        return tuple(side for number, side in rest if number not in self.clash)

    @property
    def decidable(self) -> bool:
        """Whether a reader decides on it: on the page, and where there is something to decide."""
        return bool(self.attributes) and self.tone != "agree"


def finding_anchor(finding: Finding) -> str:
    """The id of a finding's element."""
    return f"f-{re.sub(r'[^A-Za-z0-9_-]', '-', finding.id)}"


def card(
    finding: Finding,
    texts: Texts,
    *,
    anchor: str = "",
    anchors: dict[tuple[str, int, int], str] | None = None,
    attributes: str = "",
    opened: bool = False,
) -> Card:
    """The card of a finding; `anchors` are the ids of claims in the texts, where these stand."""
    sources = tuple(dict.fromkeys(c.source for r in finding.readings for c in r.claims))
    return Card(
        id=finding.id,
        anchor=anchor,
        tone=tone(finding),
        heading=heading(finding),
        kind=finding.kind,
        measurand=finding.measurand,
        because=finding.because,
        why=finding.clash.why if finding.clash else "",
        told_by=counted(len(sources), "source"),
        origin=finding.origin or "",
        second=told_by_reader(finding),
        decision=finding.decision or "",
        note=finding.note or "",
        readings=tuple(
            _side(number, finding, texts, anchors or {}) for number in range(len(finding.readings))
        ),
        picture=picture(finding, texts),
        toll=over_days(finding, texts),
        rules=tuple(
            Rule(f"{letter(part.a)} / {letter(part.b)}", part.level, part.because)
            for part in finding.disagreements
        ),
        evidence=finding.evidence,
        attributes=attributes,
        open=opened,
        sources=sources,
        clash=(finding.clash.a, finding.clash.b) if finding.clash else (),
    )


def _side(
    number: int, finding: Finding, texts: Texts, anchors: dict[tuple[str, int, int], str]
) -> Side:
    reading = finding.readings[number]
    other = _opposite(number, finding)
    days = unique(date_words(day) for day in sorted({c.as_of for c in reading.claims if c.as_of}))
    return Side(
        letter=letter(number),
        words=shorten(read_as(reading), _HEADLINE),
        outlets=outlets(reading, texts),
        as_of=days,
        printed=() if days else printed(reading, texts),
        credited=credited(reading),
        passages=tuple(
            _quoted(same, other, anchors)
            for same in alike(map(texts.passage, _cited_first(number, finding)))
        ),
    )


def _cited_first(number: int, finding: Finding) -> list[Citation]:
    """The citations of a reading, the one first that was compared."""
    claims, clash = list(finding.readings[number].claims), finding.clash
    if clash and clash.cited and number in (clash.a, clash.b):
        claims.insert(0, claims.pop(clash.cited[number == clash.b]))
    return claims


def _opposite(number: int, finding: Finding) -> Reading | None:
    """The reading of words from which this one departs: by the finding's own verdict, if any."""
    met = [part for part in finding.disagreements if number in (part.a, part.b)]
    for part in sorted(met, key=lambda part: part.verdict is not finding.verdict):
        other = finding.readings[part.b if number == part.a else part.a]
        return other if isinstance(other.value, TextValue) else None
    return None


def _quoted(
    same: list[Passage], other: Reading | None, anchors: dict[tuple[str, int, int], str]
) -> QuotedPassage:
    passage = same[0].cut(ROOM)
    words = passage.words
    places = tuple(_place(part, anchors) for part in same)
    return QuotedPassage(
        before=passage.before,
        pieces=differing(words, other.claims[0].text) if other else ((False, words),),
        after=passage.after,
        places=places,
    )


def _place(part: Passage, anchors: dict[tuple[str, int, int], str]) -> tuple[str, str]:
    """What to call a place and where to follow it: into the text, or to the address typed in."""
    if part.entry:
        label = ", ".join((named(part.source), *part.entry.places))
        return label, web_address(part.address) or ""
    anchor = anchors.get(part.place)
    return f"{named(part.source)}, {part.where}", f"#{anchor}" if anchor else ""


def differing(words: str, other: str) -> Pieces:
    """The words cut into runs that the other side has, and runs that it has not.

    >>> differing("if they intend to pay", "if their intention is to pay")
    ((False, 'if '), (True, 'they intend '), (False, 'to pay'))
    """
    mine, theirs = re.findall(r"\s*\S+\s*", words)[:400], re.findall(r"\S+", other)[:400]
    told = [re.sub(r"\W+", "", word).lower() for word in mine]
    match = SequenceMatcher(None, told, [re.sub(r"\W+", "", w).lower() for w in theirs], False)
    runs = tuple(_runs(mine, match))
    rest = words[sum(len(run) for _, run in runs) :]
    return (*runs, (False, rest)) if rest else runs


def _runs(mine: list[str], match: SequenceMatcher[str]) -> Iterator[tuple[bool, str]]:
    for tag, start, end, _, _ in match.get_opcodes():
        if start < end:
            yield tag != "equal", "".join(mine[start:end])
