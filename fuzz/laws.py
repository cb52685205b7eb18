"""What must hold for every input, each law a function of one drawn value.

An input escapes where a law raises: an error that is none of ours, or an assertion that fails.
"""

import csv
import json
import os
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

from hypothesis import strategies as st

import discrepancy as dx
from discrepancy.commands import settings
from discrepancy.errors import DiscrepancyError
from discrepancy.finding import Report
from discrepancy.reading.files import tables
from discrepancy.reading.files.formats import documents
from discrepancy.reading.files.limits import Limits
from discrepancy.reporting import FORMATS, Options, proofed, render
from discrepancy.reporting.deciding import decisions
from discrepancy.reporting.passages import steering
from generators import CELLS, answers, folders, sound, spoilt, texts, tomls

SMALL = Limits(text=20_000)


@dataclass(frozen=True)
class Law:
    """What is drawn, what must hold of it, and how often it is asked beside the others."""

    inputs: st.SearchStrategy[Any]
    holds: Callable[[Any], None]
    share: int


def claims_stand_on_their_words(text: str) -> None:
    """Every claim is in the text, in order, and read again it is the same."""
    source = dx.Source(id="a", text=text)  # halves of characters are made sound
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a defect of ours is fenced, and told by a warning
        claims = dx.extract(source)
    assert [claim.span.of(source.text) for claim in claims] == [claim.text for claim in claims]
    assert [claim.span for claim in claims] == sorted(claim.span for claim in claims)
    assert all(a.end <= b.start for a, b in pairwise(layout_of(source)))


def layout_of(source: dx.Source) -> tuple[Any, ...]:
    """The sentences of a source."""
    from discrepancy.reading import laid_out

    layout = laid_out(source).layout
    return layout.sentences if layout else ()


def _checked(accounts: Iterable[tuple[str, str]]) -> Report | None:
    try:
        report = dx.check([dx.Source(id=name, text=text) for name, text in accounts])
    except DiscrepancyError:
        return None
    assert not any("defect" in one.because for one in report.unread), report.unread
    return report


def every_report_is_written(given: tuple[tuple[str, ...], str]) -> None:
    """A report comes out in every format, sound, and steers nothing."""
    accounts, form = given
    if report := _checked(zip("ab", accounts, strict=True)):
        written = render(report, form)
        written.encode()
        assert not steering().search(written), form
        if form in ("json", "sarif", "claimreview", "annotations"):
            json.loads(written)


def order_and_run_change_nothing(given: tuple[str, str]) -> None:
    """The documents in another order tell the same, byte for byte, as does a second run."""
    accounts = tuple(zip("ab", given, strict=True))
    there, again, back = (_checked(one) for one in (accounts, accounts, accounts[::-1]))
    if there and again and back and not there.unread:
        assert render(there, "json") == render(again, "json") == render(back, "json")


def every_file_is_read_or_named(given: tuple[str, bytes]) -> None:
    """A file gives documents or one sentence; whatever is read can be checked for claims."""
    suffix, data = given
    name = f"a{suffix}"
    try:
        if tables.is_table(Path(name)):
            tables.records(data, name, limits=SMALL)
            return
        found = documents(Path(name), data, name, limits=SMALL)
    except DiscrepancyError:
        return
    for one in found:
        if isinstance(one, dx.Source):
            one.text.encode()


def every_folder_is_told(given: dict[bytes, bytes]) -> None:
    """A real folder, whatever its files are called and call themselves, in every format."""
    with TemporaryDirectory() as folder:
        for name, data in given.items():
            with suppress(OSError):  # no name for a file of this system
                Path(folder, os.fsdecode(name)).write_bytes(data)
        look = Options(title=os.fsdecode(min(given)), folders=(folder,), possible=True)
        draft = next(iter(sorted(Path(folder).iterdir())), Path(folder))
        try:
            report = dx.check(Path(folder))
        except DiscrepancyError as why:
            str(why).encode()
            return
        assert not any("defect" in one.because for one in report.unread), report.unread
        for form in FORMATS:
            _is_sound(render(report, form, look), form)
        try:
            proof = dx.proof(draft, Path(folder))
        except DiscrepancyError as why:
            str(why).encode()
            return
        assert not any("defect" in one.because for one in proof.unread), proof.unread
        for form in proofed.FORMATS:
            _is_sound(proofed.render(proof, form, look), form)


def _is_sound(written: str, form: str) -> None:
    """It is text, steers nothing, and is of its form."""
    written.encode()
    assert not steering().search(written), form
    match form:
        case "json" | "sarif" | "claimreview" | "annotations":
            json.loads(written)
        case "junit":
            ElementTree.fromstring(written)
        case "html":
            assert "<img src=x>" not in written
        case "csv":
            rows = csv.reader(StringIO(written))
            assert not any(cell.startswith(("=", "@")) for row in rows for cell in row)
        case "github":
            assert all(
                line.startswith("::") for line in written.splitlines() if "::error::" in line
            )
        case _:
            pass


def every_draft_is_proofed(given: tuple[str, str, str]) -> None:
    """A draft is held against a source, and the proof written."""
    draft, source, form = given
    try:
        proof = dx.proof(dx.Source(id="draft", text=draft), [dx.Source(id="a", text=source)])
    except DiscrepancyError:
        return
    assert all(item.text == proof.draft.text[item.start : item.end] for item in proof.items)
    written = proofed.render(proof, form)
    written.encode()
    assert not steering().search(written), form


def every_table_is_read_or_refused(rows: list[list[str]]) -> None:
    """Rows of whatever cells are claims, or refused."""
    head = "source,measurand,value,unit,bound,as_of\n"
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    data = (head + "\n".join(lines)).encode("utf-8", "surrogatepass")
    try:
        held = tables.records(data, "claims.csv", limits=SMALL)
    except DiscrepancyError:
        return
    if held.claims:
        render(dx.check(list(held.claims)), "json")


def every_toml_is_read_or_named(text: str) -> None:
    """Decisions and settings are read, or refused with one sentence that names the file."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "discrepancy.toml")
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        for read in (decisions.load, settings.read):
            if (why := _refused(read, path)) is not None:
                assert "discrepancy.toml" in why


def _refused(read: Callable[[Path], object], path: Path) -> str | None:
    try:
        read(path)
    except DiscrepancyError as why:
        return str(why)
    return None


def no_answer_moves_the_rules(answer: str) -> None:
    """Whatever a model says, the report comes out, and the rules' findings are in it."""
    told = ["The blast killed six people.", "The blast killed nine people."]
    report = dx.check(told, reader=lambda question: answer)
    assert [one.verdict for one in report.findings if not one.origin] == ["conflict"]
    render(report, "json").encode()


FORMS = st.sampled_from(FORMATS)
LAWS = {
    "extract": Law(texts(), claims_stand_on_their_words, 15),
    "reports": Law(st.tuples(st.tuples(texts(), texts()), FORMS), every_report_is_written, 3),
    "order": Law(st.tuples(texts(12), texts(12)), order_and_run_change_nothing, 1),
    "files": Law(spoilt(), every_file_is_read_or_named, 5),
    "folders": Law(folders(), every_folder_is_told, 1),
    "proofs": Law(
        st.tuples(texts(12), texts(12), st.sampled_from(proofed.FORMATS)), every_draft_is_proofed, 1
    ),
    "tables": Law(
        st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=4),
        every_table_is_read_or_refused,
        2,
    ),
    "toml": Law(tomls(), every_toml_is_read_or_named, 2),
    "answers": Law(answers(), no_answer_moves_the_rules, 1),
}
"""Each law by its name; `share` is of 31 inputs."""

assert sound()
