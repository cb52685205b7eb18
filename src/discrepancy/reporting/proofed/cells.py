"""A proof as a notebook shows it: the draft with its marks, and what is to be mended below it.

Marks of a cell link nowhere: several proofs of one notebook would share their anchors.
"""

from dataclasses import replace

from markupsafe import Markup

from discrepancy.item import Proof, Status
from discrepancy.reporting.formats.drawing import asset, environment
from discrepancy.reporting.formats.marked import marked_text
from discrepancy.reporting.proofed.html import TONES, grouped, in_the_draft
from discrepancy.reporting.proofed.marks import summary, texts_of

MOST = 50
"""Items of one status that a cell shows: a notebook keeps them all in its file."""

_STYLES = ("finding.css", "proof.css", "notebook.css")


def draw(proof: Proof) -> str:
    """The HTML of one cell; what is borne out shows in the draft alone."""
    unlinked = (replace(mark, target="") for mark in in_the_draft(proof))
    groups = grouped(proof, texts_of(proof))
    return (
        environment()
        .get_template("proofed.html.j2")
        .render(
            lead=summary(proof),
            draft=marked_text(proof.draft, unlinked),
            groups=[one for one in groups if one.cards and one.tone != TONES[Status.BORNE_OUT]],
            most=MOST,
            notes=proof.notes,
            style=Markup("".join(map(asset, _STYLES))),
        )
    )
