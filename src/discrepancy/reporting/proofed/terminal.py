"""A proof for a terminal: what is to be mended, with line and column, then one line of counts.

Without colours the words are set between >> and <<, so that they are found in their sentence.
"""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from discrepancy.item import Item, Proof, Status
from discrepancy.reporting import Options
from discrepancy.reporting.formats.terminal import printed
from discrepancy.reporting.passages import Passage, Texts, alike, visible
from discrepancy.reporting.proofed.marks import cited, quoted, shown, summary, texts_of

_STYLES = {
    Status.DIFFERS: "bold red",
    Status.NOT_FOUND: "bold yellow",
    Status.OPEN: "bold magenta",
    Status.BORNE_OUT: "bold green",
}
_ROOM = 210
"""Characters shown around words: about three lines of a narrow terminal."""
_MOST = 2
"""Passages of the sources shown for one item, unless all are asked for."""


def render(proof: Proof, options: Options) -> str:
    """One block an item, in the order of the draft, then the notes and the counts."""
    texts = texts_of(proof)
    parts: list[RenderableType] = []
    for item in shown(proof, verbose=options.verbose):
        parts += _block(item, proof, texts, options)
    parts += [Text(visible(f"Note: {note}"), style="dim") for note in proof.notes]
    return printed([*parts, Text(summary(proof), style="bold")], options)


def _block(item: Item, proof: Proof, texts: Texts, options: Options) -> Iterator[RenderableType]:
    style = _STYLES[item.status]
    passage = texts.passage(cited(item, proof))
    heading = Text()
    heading.append(item.status.upper(), style=style)
    heading.append(visible(f" {proof.draft.id}:{passage.line}:{passage.column}"), style="cyan")
    heading.append(f" {item.kind}" + f", {item.level}" * options.verbose, style="dim")
    yield heading
    yield Padding(_sentence(passage, style, options), (0, 0, 0, 2))
    yield Padding(Text(visible(item.because)), (0, 0, 0, 2))
    told = alike(texts.passage(quoted(words)) for words in item.evidence)
    for same in told if options.verbose else told[:_MOST]:
        places = "  ".join(f"{one.source.id}:{one.line}:{one.column}" for one in same)
        yield Padding(Text(visible(places), style="cyan"), (0, 0, 0, 4))
        yield Padding(_sentence(same[0], "underline", options), (0, 0, 0, 6))
    yield Text()


def _sentence(passage: Passage, style: str, options: Options) -> Text:
    cut = passage.cut(_ROOM)
    sentence = Text(visible(cut.before))
    words = visible(cut.words)
    sentence.append(words if options.colour else f">>{words}<<", style=style)
    sentence.append(visible(cut.after))
    return sentence
