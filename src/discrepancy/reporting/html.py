"""The report as one HTML file that opens from disk: styles and script inside, no network.

Every word of a source is escaped, and the page's own policy names the one script and the one
style sheet that may run, so that a hostile document stays text.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from discrepancy.claim import Claim
from discrepancy.finding import Finding, Report, Verdict
from discrepancy.reporting import Options
from discrepancy.reporting.cards import TONES, Card, card, finding_anchor
from discrepancy.reporting.links import web_address
from discrepancy.reporting.marked import Marked, marked_text, seen
from discrepancy.reporting.outline import summary, unique
from discrepancy.reporting.passages import Texts, named, visible
from discrepancy.reporting.wording import MEANINGS, date_words, value_words

_GROUPS = (
    ("conflict", "Conflicts", MEANINGS[Verdict.CONFLICT]),
    ("update", "Updates", MEANINGS[Verdict.UPDATE]),
    ("scope", "Apparent conflicts", MEANINGS[Verdict.SCOPE]),
    ("agree", "Agreed", "the sources bear each other out"),
)
_GRADES = {tone: grade for grade, (tone, _, _) in enumerate(_GROUPS)}
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

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.cards)


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
    address: str
    claims: int
    findings: int
    marked: Markup


def render(report: Report, options: Options) -> str:
    """The whole page."""
    texts = Texts(report.sources)
    anchors = {
        place: f"c{number}-{place[1]}-{place[2]}"
        for number, source in enumerate(report.sources)
        for place in _places(report, source.id)
    }
    said = unique(
        c.attribution or "" for f in report.findings for r in f.readings for c in r.claims
    )
    groups = tuple(_groups(report, texts, anchors, said))
    style = Markup(asset("finding.css") + asset("page.css"))
    script = Markup(asset("page.js"))
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            title=options.title or "Where the sources disagree",
            summary=summary(report),
            tiles=groups,
            groups=tuple(group for group in groups if group.cards),
            texts=tuple(_texts(report, anchors)),
            notes=report.notes,
            filters=_filters(report, said),
            style=style,
            style_hash=_hash(style),
            script=script,
            script_hash=_hash(script),
            version=_version(),
        )
    )


@cache
def environment() -> Environment:
    """The templates, everything escaped."""
    env = Environment(
        loader=PackageLoader("discrepancy.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["seen"] = seen
    env.filters["flat"] = visible
    env.filters["anchor"] = _text_anchor
    return env


def _text_anchor(place: float) -> str:
    """Which end of a label stands at its place, so that it stays inside the picture."""
    return "start" if place < 15 else "end" if place > 85 else "middle"


def asset(name: str) -> str:
    """A style sheet or script of the templates, as it is."""
    loader = environment().loader
    assert loader is not None
    return loader.get_source(environment(), name)[0]


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _version() -> str:
    from importlib.metadata import version

    return version("discrepancy")


def _groups(
    report: Report, texts: Texts, anchors: dict[Place, str], said: tuple[str, ...]
) -> Iterable[Group]:
    ranked = report.findings + report.corroborated
    for tone, heading, meaning in _GROUPS:
        found = [pair for pair in enumerate(ranked) if TONES[pair[1].verdict] == tone]
        cards = tuple(
            card(
                finding,
                texts,
                anchors=anchors,
                attributes=_attributes(finding, rank, report, said),
                opened=rank < _OPEN and finding.verdict.flagged,
            )
            for rank, finding in found
        )
        yield Group(tone, heading, meaning, cards)


def _attributes(finding: Finding, rank: int, report: Report, said: tuple[str, ...]) -> Markup:
    """What the page's script filters and orders by: numbers and words of our own alone."""
    position = {source.id: number for number, source in enumerate(report.sources)}
    claims = [claim for reading in finding.readings for claim in reading.claims]
    documents = unique(claim.document for claim in claims)
    sizes = [abs(part.difference) for part in finding.disagreements if part.difference is not None]
    first = min((position.get(claim.document, 0), claim.start) for claim in claims)
    told = unique(claim.attribution or "" for claim in claims)
    fields = {
        "tone": TONES[finding.verdict],
        "kind": finding.kind,
        "source": " ".join(str(position[name]) for name in documents if name in position),
        "said": " ".join(str(said.index(name)) for name in told if name in said),
        "rank": rank,
        "severity": finding.severity,
        "difference": max(sizes, default=0),
        "sources": len(documents),
        "place": first[0] * 10_000_000 + first[1],
    }
    return Markup(" ").join(Markup('data-{}="{}"').format(*pair) for pair in fields.items())


def _filters(report: Report, said: tuple[str, ...]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    kinds = sorted({finding.kind for finding in report.findings + report.corroborated})
    names = [(str(n), named(source)) for n, source in enumerate(report.sources)]
    credited = [(str(n), name) for n, name in enumerate(said)]
    return [
        ("kind", "Every kind", [(kind, kind) for kind in kinds]),
        ("source", "Every source", names),
        ("said", "Said by anybody", credited),
    ]


def _texts(report: Report, anchors: dict[Place, str]) -> Iterable[Text]:
    cited: dict[str, set[str]] = {source.id: set() for source in report.sources}
    for finding in report.findings:
        for reading in finding.readings:
            for claim in reading.claims:
                cited.setdefault(claim.document, set()).add(finding.id)
    marks = _marks(report, anchors)
    read = Counter(claim.source for claim in report.read)
    for number, source in enumerate(report.sources):
        marked = marks.get(source.id, {})
        yield Text(
            id=source.id,
            anchor=f"t{number}",
            name=named(source),
            title=source.title or source.id,
            untold=source.title is not None and source.title not in source.text,
            published=date_words(source.published.isoformat()) if source.published else "",
            address=web_address(source.url) or "",
            claims=read[source.id] or len(marked),
            findings=len(cited[source.id]),
            marked=marked_text(source, marked.values()),
        )


def _places(report: Report, document: str) -> Iterable[Place]:
    """Where anything was read in a document, in order of the findings, then of the claims."""
    for finding in report.findings + report.corroborated:
        for reading in finding.readings:
            for claim in reading.claims:
                if claim.document == document:
                    yield claim.document, claim.start, claim.end
    for other in report.read:
        if other.source == document:
            yield document, other.span.start, other.span.end


def _marks(report: Report, anchors: dict[Place, str]) -> dict[str, dict[Place, Marked]]:
    """All claims by document and place; the gravest finding of a place is what it links to."""
    found: dict[str, dict[Place, Marked]] = {}
    for finding in report.findings + report.corroborated:
        tone = TONES[finding.verdict]
        for reading in finding.readings:
            for claim in reading.claims:
                place = (claim.document, claim.start, claim.end)
                mark = Marked(
                    start=claim.start,
                    end=claim.end,
                    anchor=anchors[place],
                    grade=_GRADES[tone],
                    style=tone,
                    target=finding_anchor(finding),
                    read=visible(f"{value_words(reading.value)} ({finding.measurand})"),
                )
                found.setdefault(claim.document, {}).setdefault(place, mark)
    for other in report.read:
        place = (other.source, other.span.start, other.span.end)
        found.setdefault(other.source, {}).setdefault(place, _alone(other, anchors[place]))
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
