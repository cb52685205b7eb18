"""What every format of a proof has in common: names and signs of the statuses, counts, places."""

from collections.abc import Iterator

from discrepancy.finding import Citation
from discrepancy.item import ALARMS, Item, Proof, Quoted, Status
from discrepancy.reporting.outline import counted, documents_read
from discrepancy.reporting.passages import Texts

ORDER = (Status.DIFFERS, Status.NOT_FOUND, Status.OPEN, Status.BORNE_OUT)
"""What is to be mended first."""

SIGNS = {Status.DIFFERS: "≠", Status.NOT_FOUND: "?", Status.OPEN: "…", Status.BORNE_OUT: "✓"}
"""One sign for each status, so that colour never stands alone."""

MEANINGS = {
    Status.DIFFERS: "sources speak of this, and none says so",
    Status.NOT_FOUND: "no source has it",
    Status.OPEN: "it cannot be decided",
    Status.BORNE_OUT: "a source says so",
}


def cited(item: Item, proof: Proof) -> Citation:
    """The words of an item in the draft."""
    return Citation(document=proof.draft.id, start=item.start, end=item.end, text=item.text)


def quoted(words: Quoted) -> Citation:
    """The words of a source."""
    return Citation(document=words.document, start=words.start, end=words.end, text=words.text)


def texts_of(proof: Proof) -> Texts:
    """The draft and its sources, to look up where words stand."""
    return Texts((proof.draft, *proof.sources))


def shown(proof: Proof, *, verbose: bool) -> Iterator[Item]:
    """What is to be mended, in the order of the draft; with `verbose` everything else too.

    What a second reader cleared is shown as well.
    """
    yield from (item for item in proof.items if verbose or item.status in ALARMS or item.second)


def summary(proof: Proof) -> str:
    """How many of what, in one line."""
    told = ", ".join(
        f"{len(proof.of(status))} {'differ' if status is Status.DIFFERS else status}"
        for status in ORDER
        if proof.of(status)
    )
    against = f"held against {documents_read(proof)}"
    return f"{counted(len(proof.items), 'item')} {against}: {told or 'nothing to check'}."
