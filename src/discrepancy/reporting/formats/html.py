"""The report as one HTML file that opens from disk: styles and script inside, no network.

Every word of a source is escaped, and the page's own policy names the one script and the one
style sheet that may run, so that a hostile document stays text.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from discrepancy.claims import Claim
from discrepancy.finding import Citation, Finding, Reading, Report, Verdict
from discrepancy.reporting import Options, wording
from discrepancy.reporting.formats.cards import (
    DOUBTED,
    POSSIBLE,
    TONES,
    Card,
    card,
    finding_anchor,
    tone,
)
from discrepancy.reporting.formats.drawing import asset, environment, hashed, program_version
from discrepancy.reporting.formats.links import web_address
from discrepancy.reporting.formats.marked import Marked, marked_text, seen
from discrepancy.reporting.outline import printing, summary, told_by, unique
from discrepancy.reporting.passages import Texts, visible
from discrepancy.reporting.wording import MEANINGS, read_as, value_words
from discrepancy.source import named

_GROUPS = (
    ("conflict", "Conflicts", MEANINGS[Verdict.CONFLICT]),
    ("update", "Updates", MEANINGS[Verdict.UPDATE]),
    ("scope", "Apparent conflicts", MEANINGS[Verdict.SCOPE]),
    (POSSIBLE, "Possible", wording.POSSIBLE),
    ("agree", "Agreed", "the sources bear each other out"),
    (DOUBTED, "Set aside", "a second reader takes these for no disagreement"),
)
_GRADES = {name: grade for grade, (name, _, _) in enumerate(_GROUPS)}
_OPEN = 3
"""How many findings are open when the page is."""

Place = tuple[str, int, int]


@dataclass(frozen=True)
class Group:
    """The findings of one tone under their heading."""

    tone: str
    heading: str
    meaning: str
    cards: tuple[Card, ...]
    folded: bool = False

    @property
    def count(self) -> int:
        """How many of them the rules found."""
        return len(self.cards) - self.second

    @property
    def called(self) -> str:
        """What stands beside the number: "1 Update", "2 Updates"."""
        return self.heading[:-1] if self.count == 1 and self.heading[-1] == "s" else self.heading

    @property
    def second(self) -> int:
        """How many of them a second reader found."""
        return sum(bool(card.origin) for card in self.cards)


@dataclass(frozen=True)
class Text:
    """A source, ready to be drawn."""

    id: str
    anchor: str
    name: str
    title: str
    untold: bool
    """The title does not stand in the text itself."""
    published: str
    told_by: str
    """Where that day is told, or why it is taken to have been printed then."""
    address: str
    claims: int
    findings: int
    marked: Markup


def render(report: Report, options: Options) -> str:
    """The whole page."""
    texts = Texts(report.sources)
    index = _index(report)
    groups = tuple(_groups(report, texts, index, opened=options.possible))
    style = Markup(asset("finding.css") + asset("page.css"))
    script = Markup(asset("page.js") + asset("decide.js"))
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            title=options.title or "Where the sources disagree",
            summary=summary(report, options),
            tiles=tuple(one for one in groups if one.cards or one.tone not in (POSSIBLE, DOUBTED)),
            groups=tuple(group for group in groups if group.cards),
            texts=tuple(_texts(report, index)),
            notes=report.notes,
            unread=report.unread,
            filters=_filters(report, index),
            style=style,
            style_hash=hashed(style),
            story=_story(report),
            script=script,
            script_hash=hashed(script),
            version=program_version(),
            served=options.served,
        )
    )


def _story(report: Report) -> str:
    """By which name a browser keeps what is decided about this story: its documents'."""
    names = "\n".join(sorted(source.id for source in report.sources))
    return hashlib.sha256(names.encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True)
class Index:
    """What findings and texts are numbered by, so that they can point at each other."""

    position: dict[str, int]
    """Sources in their order."""
    said: dict[str, int]
    """Who is credited anywhere."""
    anchors: dict[Place, str]
    """The id of each place at which something was read."""
    findings: tuple[str, ...]
    """The id of each finding's card; two findings with one fingerprint are numbered."""


def _index(report: Report) -> Index:
    position = {source.id: number for number, source in enumerate(report.sources)}
    places = [(c.source, c.place.start, c.place.end) for _, _, c in _citations(report) if c.place]
    places += [(o.source, o.span.start, o.span.end) for o in report.read if o.span]
    told = unique(claim.attribution or "" for _, _, claim in _citations(report))
    return Index(
        position=position,
        said={name: number for number, name in enumerate(told)},
        anchors={p: f"c{position[p[0]]}-{p[1]}-{p[2]}" for p in places if p[0] in position},
        findings=tuple(_finding_anchors(report.findings + report.corroborated)),
    )


def _finding_anchors(findings: tuple[Finding, ...]) -> Iterator[str]:
    given: Counter[str] = Counter()
    for finding in findings:
        name = finding_anchor(finding)
        given[name] += 1
        yield name if given[name] == 1 else f"{name}.{given[name]}"


def _citations(report: Report) -> Iterator[tuple[int, Reading, Citation]]:
    """All citations with the rank of their finding."""
    for rank, finding in enumerate(report.findings + report.corroborated):
        for reading in finding.readings:
            for claim in reading.claims:
                yield rank, reading, claim


def _groups(report: Report, texts: Texts, index: Index, *, opened: bool) -> Iterator[Group]:
    """The findings by tone; the possible ones are folded unless they are to be open."""
    ranked = report.findings + report.corroborated
    for name, heading, meaning in _GROUPS:
        found = [pair for pair in enumerate(ranked) if tone(pair[1]) == name]
        cards = tuple(
            card(
                finding,
                texts,
                anchor=index.findings[rank],
                anchors=index.anchors,
                attributes=_attributes(finding, rank, index),
                opened=rank < _OPEN and TONES.get(finding.verdict) == name != "agree",
            )
            for rank, finding in found
        )
        yield Group(name, heading, meaning, cards, folded=name == POSSIBLE and not opened)


def _attributes(finding: Finding, rank: int, index: Index) -> Markup:
    """What the page's script filters and orders by: numbers and words of our own alone."""
    claims = [claim for reading in finding.readings for claim in reading.claims]
    documents = unique(claim.source for claim in claims)
    sizes = [abs(part.difference) for part in finding.disagreements if part.difference is not None]
    first = min((index.position.get(claim.source, 0), claim.place.start) for claim in claims)
    told = unique(claim.attribution or "" for claim in claims)
    fields = {
        "tone": tone(finding),
        "kind": finding.kind,
        "source": " ".join(str(index.position.get(name, "")) for name in documents),
        "said": " ".join(str(index.said[name]) for name in told),
        "rank": rank,
        "severity": finding.severity,
        "difference": max(sizes, default=0),
        "sources": len(documents),
        "place": first[0] * 10_000_000 + first[1],
    }
    return Markup(" ").join(Markup('data-{}="{}"').format(*pair) for pair in fields.items())


def _filters(report: Report, index: Index) -> list[tuple[str, str, list[tuple[str, str]]]]:
    kinds = sorted({finding.kind for finding in report.findings + report.corroborated})
    names = [(str(n), named(source)) for n, source in enumerate(report.sources)]
    credited = [(str(n), name) for name, n in index.said.items()]
    return [
        ("kind", "Every kind", [(kind, kind) for kind in kinds]),
        ("source", "Every source", names),
        ("said", "Said by anybody", credited),
    ]


def _texts(report: Report, index: Index) -> Iterator[Text]:
    cited: dict[str, set[int]] = {}
    for rank, _, claim in _citations(report):
        if rank < len(report.findings):
            cited.setdefault(claim.source, set()).add(rank)
    marks, typed = _marks(report, index), _typed(report)
    read = Counter(claim.source for claim in report.read)
    for number, source in enumerate(report.sources):
        marked = marks.get(source.id, {})
        yield Text(
            id=source.id,
            anchor=f"t{number}",
            name=named(source),
            title=source.title or source.id,
            untold=source.title is not None and source.title not in source.text,
            published=printing(source),
            told_by=told_by(source),
            address=web_address(source.url) or "",
            claims=read[source.id] or len(marked),
            findings=len(cited.get(source.id, ())),
            marked=marked_text(source, marked.values()) if source.text else typed[source.id],
        )


def _typed(report: Report) -> dict[str, Markup]:
    """What was typed in of each source, a line a claim, for those without a text."""
    found: dict[str, Markup] = {source.id: Markup() for source in report.sources}
    for claim in report.read:
        if claim.entry:
            of = f" ({claim.entry.subject})" if claim.entry.subject else ""
            line = seen(f"{claim.entry.measurand}{of}: {claim.text}")
            found[claim.source] += line + Markup("<br>")
    return found


def _marks(report: Report, index: Index) -> dict[str, dict[Place, Marked]]:
    """All claims by document and place; the gravest finding of a place is what it links to."""
    found: dict[str, dict[Place, Marked]] = {}
    ranked = report.findings + report.corroborated
    for rank, reading, claim in _citations(report):
        place = (claim.source, claim.place.start, claim.place.end)
        if place in index.anchors:
            finding = ranked[rank]
            name = tone(finding)
            mark = Marked(
                start=claim.place.start,
                end=claim.place.end,
                anchor=index.anchors[place],
                grade=_GRADES[name],
                style=name,
                target=index.findings[rank],
                read=visible(f"{read_as(reading)} ({finding.measurand})"),
            )
            found.setdefault(claim.source, {}).setdefault(place, mark)
    for other in report.read:
        place = (other.source, other.span.start, other.span.end)
        if place in index.anchors:
            alone = _alone(other, index.anchors[place])
            found.setdefault(other.source, {}).setdefault(place, alone)
    return found


def _alone(claim: Claim, anchor: str) -> Marked:
    return Marked(
        start=claim.span.start,
        end=claim.span.end,
        anchor=anchor,
        grade=len(_GRADES),
        style="alone",
        read=visible(f"{claim.kind}: {value_words(claim.value)}"),
    )
