"""A proof as workflow commands of GitHub Actions, which mark the lines of the draft."""

from discrepancy.item import Proof
from discrepancy.reporting import Options
from discrepancy.reporting.github import command, placed
from discrepancy.reporting.passages import visible
from discrepancy.reporting.proofed.marks import cited, shown, texts_of
from discrepancy.reporting.proofed.sarif import level_of
from discrepancy.reporting.sarif import file_of

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(proof: Proof, options: Options) -> str:
    """A command for each item to be mended, at its words."""
    texts = texts_of(proof)
    files = {proof.draft.id: file_of(proof.draft, options.folders)}
    return "".join(
        command(
            _COMMANDS.get(level_of(item, options), "notice"),
            visible(f"{item.text}: {item.because}"),
            **placed(cited(item, proof), texts, files),
            title=f"{str(item.status).capitalize()}, {item.kind}",
        )
        + "\n"
        for item in shown(proof, verbose=options.verbose)
    )
