"""A proof as Markdown: a copy of the draft with a footnote at each thing to be mended.

It is made for a content system: the draft's own words stay as they are, and each note says what
the sources have. Marks that Markdown would read are kept as the draft has them.
"""

from collections.abc import Iterator

from discrepancy.item import Item, Proof
from discrepancy.reporting import Options
from discrepancy.reporting.formats.markdown import plain
from discrepancy.reporting.passages import Texts, spelt, steering
from discrepancy.reporting.proofed.marks import SIGNS, quoted, shown, summary, texts_of
from discrepancy.source import named

_ROOM = 300


def render(proof: Proof, options: Options) -> str:
    """The draft with footnote marks, the notes, and the counts."""
    texts = texts_of(proof)
    items = sorted(shown(proof, verbose=options.verbose), key=lambda item: (item.end, item.start))
    out, at = [], 0
    for number, item in enumerate(items, start=1):
        out += [proof.draft.text[at : item.end], f"[^{number}]"]
        at = item.end
    copy = "".join((*out, proof.draft.text[at:])).rstrip()
    lines = [steering().sub(spelt, copy), ""]
    for number, item in enumerate(items, start=1):
        lines += _note(number, item, texts)
    lines += ["---", "", plain(summary(proof))]
    lines += [f"\n- {plain(note)}" for note in proof.notes]
    return "\n".join(lines).rstrip() + "\n"


def _note(number: int, item: Item, texts: Texts) -> Iterator[str]:
    head = f"[^{number}]: {SIGNS[item.status]} **{item.status}**, {item.kind}"
    yield f"{head} “{plain(item.text)}”: {plain(item.because)}"
    yield ""
    for words in item.evidence[:2]:
        passage = texts.passage(quoted(words)).cut(_ROOM)
        said = f"{plain(passage.before)}**{plain(passage.words.strip())}**{plain(passage.after)}"
        yield f"    > {said}"
        yield "    >"
        yield f"    > — {plain(named(passage.source))}, {plain(passage.spot)}"
        yield ""
