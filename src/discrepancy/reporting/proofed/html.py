"""A proof as one HTML file: the draft as a text with every item marked, and what is to be mended.

The page is of the house of the report's: its styles, its escaping, its policy, no network.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from discrepancy.item import Item, Proof, Status
from discrepancy.reporting import Options
from discrepancy.reporting.formats.drawing import asset, environment, hashed, program_version
from discrepancy.reporting.formats.links import web_address
from discrepancy.reporting.formats.marked import Marked, marked_text
from discrepancy.reporting.outline import printing
from discrepancy.reporting.passages import Texts, visible
from discrepancy.reporting.proofed.marks import MEANINGS, ORDER, SIGNS, quoted, summary, texts_of
from discrepancy.reporting.proofed.rewording import Piece, reworded
from discrepancy.source import Source, named

TONES = {
    Status.DIFFERS: "conflict",
    Status.NOT_FOUND: "update",
    Status.OPEN: "scope",
    Status.BORNE_OUT: "agree",
}
"""The tone of the house's style sheet in which a status is drawn."""

_HEADINGS = {
    Status.DIFFERS: "Differs",
    Status.NOT_FOUND: "Not found",
    Status.OPEN: "Open",
    Status.BORNE_OUT: "Borne out",
}


@dataclass(frozen=True)
class Quote:
    """Words of a source in their sentence."""

    before: str
    words: str
    after: str
    name: str
    spot: str


@dataclass(frozen=True)
class Card:
    """An item, ready to be drawn."""

    anchor: str
    place: str
    """The id of its mark in the draft."""
    status: str
    kind: str
    level: str
    text: str
    pieces: tuple[Piece, ...]
    """The words of a quotation beside its source's, where they differ."""
    because: str
    second: str
    line: int
    column: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Group:
    """The items of one status."""

    tone: str
    sign: str
    heading: str
    meaning: str
    folded: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Listed:
    """A source, as the page lists it."""

    id: str
    name: str
    printed: str
    address: str


def render(proof: Proof, options: Options) -> str:
    """The whole page."""
    texts = texts_of(proof)
    groups = tuple(grouped(proof, texts))
    style = Markup(asset("finding.css") + asset("page.css") + asset("proof.css"))
    script = Markup(asset("proof.js"))
    return (
        environment()
        .get_template("proof.html.j2")
        .render(
            title=options.title or proof.draft.title or proof.draft.id,
            summary=summary(proof),
            tiles=groups,
            any=bool(proof.items),
            draft=marked_text(proof.draft, in_the_draft(proof)),
            sources=tuple(map(_listed, proof.sources)),
            notes=proof.notes,
            style=style,
            style_hash=hashed(style),
            script=script,
            script_hash=hashed(script),
            version=program_version(),
        )
    )


def grouped(proof: Proof, texts: Texts) -> Iterator[Group]:
    """The items of each status, ready to be drawn, what is to be mended first."""
    numbered = tuple(enumerate(proof.items))
    for status in ORDER:
        yield Group(
            TONES[status],
            SIGNS[status],
            _HEADINGS[status],
            MEANINGS[status],
            status in (Status.OPEN, Status.BORNE_OUT),
            tuple(_card(n, one, proof, texts) for n, one in numbered if one.status is status),
        )


def _card(number: int, item: Item, proof: Proof, texts: Texts) -> Card:
    line, column = texts.place(proof.draft.id, item.start)
    second = f"{item.second.by}: {item.second.because}" if item.second else ""
    return Card(
        anchor=f"i{number}",
        place=f"d{number}",
        status=str(item.status),
        kind=item.kind,
        level=item.level,
        text=item.text,
        pieces=reworded(item),
        because=item.because,
        second=second,
        line=line,
        column=column,
        quotes=tuple(_quotes(item, texts)),
    )


def _quotes(item: Item, texts: Texts) -> Iterator[Quote]:
    for words in item.evidence:
        shown = texts.passage(quoted(words))
        yield Quote(shown.before, shown.words, shown.after, named(shown.source), shown.spot)


def in_the_draft(proof: Proof) -> Iterator[Marked]:
    """Every item in the draft; where two overlap the one to be mended first is seen."""
    for number, item in enumerate(proof.items):
        yield Marked(
            start=item.start,
            end=item.end,
            anchor=f"d{number}",
            grade=ORDER.index(item.status),
            style=TONES[item.status],
            target=f"i{number}",
            read=visible(f"{SIGNS[item.status]} {item.status}: {item.because}"),
        )


def _listed(source: Source) -> Listed:
    address = web_address(source.url) or ""
    return Listed(source.id, named(source), printing(source), address)
