"""A proof as workflow commands of GitHub Actions, which mark the lines of the draft."""

from discrepancy.item import Proof
from discrepancy.reporting import Options
from discrepancy.reporting.formats.github import command, placed
from discrepancy.reporting.formats.sarif import file_of
from discrepancy.reporting.passages import visible
from discrepancy.reporting.proofed.marks import cited, shown, texts_of
from discrepancy.reporting.proofed.sarif import level_of

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(proof: Proof, options: Options) -> str:
    """A command for each item to be mended, at its words, and for each source that was not read."""
    texts = texts_of(proof)
    files = {proof.draft.id: file_of(proof.draft, options.folders)}
    lines = [
        command(
            _COMMANDS.get(level_of(item, options), "notice"),
            visible(f"{item.text}: {item.because}"),
            **placed(cited(item, proof), texts, files),
            title=f"{str(item.status).capitalize()}, {item.kind}",
        )
        for item in shown(proof, verbose=options.verbose)
    ]
    lines += [command("warning", f"not read: {one}") for one in proof.unread]
    return "".join(f"{line}\n" for line in lines)
