"""`discrepancy proof`: a draft of one's own, held against the sources behind it."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.commands import arguments, form, second_reader, story
from discrepancy.commands.output import put, warn
from discrepancy.reporting.proofed import FORMATS

if TYPE_CHECKING:
    from discrepancy.source import Source


FAILING = {"not-found": ("differs", "not found"), "differs": ("differs",), "never": ()}
"""Which statuses make `proof` end with 1."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put the command and its options on the command line."""
    proof = commands.add_parser("proof", help="hold a draft of your own against its sources")
    proof.add_argument("draft", metavar="DRAFT", help="a file, or - for standard input")
    proof.add_argument(
        "--against",
        nargs="+",
        type=Path,
        required=True,
        metavar="PATH",
        help="the sources: folders and files; the draft itself is left out of them",
    )
    proof.add_argument(
        "--published",
        type=arguments.day,
        metavar="DATE",
        help="the day of the draft, and of sources that do not say so (2024-10-31)",
    )
    form.add_options(proof, FORMATS)
    proof.add_argument(
        "--fail-on",
        choices=tuple(FAILING),
        default="not-found",
        help="which alarm ends with exit code 1: not-found, either of the two; differs, that "
        "alone (default: %(default)s)",
    )
    story.add_choice(proof)
    proof.add_argument("--verbose", action="store_true", help="show what is borne out too")
    proof.add_argument(
        "--strict", action="store_true", help="fail with 2 if anything could not be read"
    )
    proof.add_argument(
        "--trust-reader",
        action="store_true",
        help="let what a second reader clears and names count for --fail-on",
    )
    second_reader.add_options(proof)
    proof.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Proof the draft, write the report, and say how it ended."""
    from discrepancy import proofs
    from discrepancy.errors import UnreadableSource
    from discrepancy.reading.files.choosing import listed
    from discrepancy.reporting import proofed, waiting
    from discrepancy.reporting.proofed.marks import summary

    written = form.of(options, FORMATS)
    options.paths = [Path(options.draft), *options.against]  # as `story` knows them
    draft = _standard_input(options) if options.draft == "-" else Path(options.draft)
    with (
        second_reader.reader_of(options, warn) as reader,
        waiting.told(quiet=options.quiet) as progress,
    ):
        found = proofs.proof(
            draft,
            list(listed(options.against)),
            published=options.published,
            choice=story.choice(options),
            reader=reader,
            progress=progress,
        )
    if (written != "terminal" or not sys.stdout.isatty()) and not options.quiet:
        # else the report itself says it
        for note in found.notes:
            warn(note)
    keep = story.kept(options) if options.output else ()
    look = replace(story.look(options), title=found.draft.title or found.draft.id)
    if not put(lambda form: (proofed.render(found, form, look), ()), written, options.output, keep):
        return 2
    if options.output and not options.quiet:
        warn(f"wrote {options.output}: {summary(found)}")
    if options.strict and found.unread:
        raise UnreadableSource("--strict: not everything could be read")
    counted = (item.status_for(trusted=options.trust_reader) for item in found.items)
    return int(any(status in FAILING[options.fail_on] for status in counted))


def _standard_input(options: argparse.Namespace) -> "Source":
    from discrepancy.reading.files.formats import piped

    limits = story.choice(options).limits
    return piped(sys.stdin.buffer.read(limits.file + 1), limits)[0]
