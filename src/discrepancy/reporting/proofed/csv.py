"""A proof as comma-separated values, one row an item, for spreadsheets."""

import csv
from collections.abc import Iterator
from io import StringIO

from discrepancy.item import Proof
from discrepancy.reporting import Options
from discrepancy.reporting.formats.csv import harmless
from discrepancy.reporting.proofed.marks import cited, quoted, shown, texts_of

COLUMNS = (
    "line",
    "column",
    "start",
    "end",
    "kind",
    "text",
    "status",
    "level",
    "because",
    "documents",
    "words",
    "context",
)


def render(proof: Proof, options: Options) -> str:
    """A header, a row for each item to be mended, with verbose for all; then what was not read."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in _rows(proof, options):
        writer.writerow({name: harmless(cell) for name, cell in row.items()})
    for one in proof.unread:
        row = {"status": "not read", "documents": one.document, "because": one.because}
        writer.writerow({name: harmless(cell) for name, cell in row.items()})
    return out.getvalue()


def _rows(proof: Proof, options: Options) -> Iterator[dict[str, str]]:
    texts = texts_of(proof)
    for item in shown(proof, verbose=options.verbose):
        line, column = texts.place(proof.draft.id, item.start)
        around = texts.passage(cited(item, proof))
        told = [texts.passage(quoted(words)) for words in item.evidence]
        yield {
            "line": str(line),
            "column": str(column),
            "start": str(item.start),
            "end": str(item.end),
            "kind": item.kind,
            "text": item.text,
            "status": item.status,
            "level": item.level,
            "because": item.because,
            "documents": "; ".join(f"{w.document}:{w.start}-{w.end}" for w in item.evidence),
            "words": " | ".join(
                " ".join(f"{one.before}{one.words}{one.after}".split()) for one in told
            ),
            "context": " ".join(f"{around.before}{around.words}{around.after}".split()),
        }
