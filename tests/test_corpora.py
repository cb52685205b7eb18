"""A corpus: what is gathered, what is told of it, and that no kill changes either."""

import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from collections import defaultdict
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import discrepancy as dx
from discrepancy import cli
from discrepancy.errors import defect
from discrepancy.gathering import gathered
from discrepancy.gathering.chains import chained
from discrepancy.gathering.joins import CORPUS, FOLDER, HEAP, Likeness, linked, sql
from discrepancy.testing import strategies

pyarrow = pytest.importorskip("pyarrow", reason="the extra discrepancy[corpus] is not installed")
duckdb = pytest.importorskip("duckdb", reason="the extra discrepancy[corpus] is not installed")

from discrepancy.corpora import columns, flat, local, steps, store  # noqa: E402
from discrepancy.corpora import given as rows_given  # noqa: E402
from discrepancy.reporting.frames import report_rows  # noqa: E402

HEAPED = tomllib.loads(
    (Path(__file__).parent / "cases" / "corpora.toml").read_text(encoding="utf-8")
)["document"]


def exported(number):
    """A document of the cases as a record of an export."""
    told = {
        name: str(HEAPED[number][name])
        for name in ("text", "outlet", "published")
        if name in HEAPED[number]
    }
    return {"id": f"d{number}", **told}


@pytest.fixture(scope="module")
def export(tmp_path_factory):
    file = tmp_path_factory.mktemp("given") / "export.jsonl"
    lines = [json.dumps(exported(number)) for number in range(len(HEAPED))]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def whole(export, tmp_path_factory):
    return dx.corpus(export, out=tmp_path_factory.mktemp("corpus") / "whole")


def findings(corpus):
    return corpus.table("findings").to_pylist()


def members(corpus):
    found = defaultdict(set)
    for row in corpus.table("stories").to_pylist():
        found[row["story"]].add(row["name"])
    return found


def test_documents_of_one_story_and_no_others_are_gathered(whole):
    meant = defaultdict(set)
    for number, document in enumerate(HEAPED):
        meant[document["story"]].add(f"d{number}")
    assert sorted(map(sorted, members(whole).values())) == sorted(map(sorted, meant.values()))


def test_what_is_told_of_a_story_is_what_check_tells_of_its_documents(whole, export):
    sources = {source.id: source for source in dx.read(export)}
    told = defaultdict(list)
    for row in findings(whole):
        told[row.pop("story")].append(row)
    for story, names in members(whole).items():
        report = dx.check([sources[name] for name in sorted(names)], one_story=True)
        rows = report_rows(report.model_copy(update={"corroborated": ()}))
        assert by_place(told[story]) == by_place(rows)
    assert sum(map(len, told.values())) > 0


def by_place(rows):
    return sorted(
        rows, key=lambda row: (row["finding"], row["reading"], row["source"], row["start"])
    )


def test_claims_stand_on_their_words(whole):
    texts = {row["document"]: row["text"] for row in whole.table("documents").to_pylist()}
    claims = whole.table("claims").to_pylist()
    assert len(claims) == whole.claims > 0
    assert all(texts[c["document"]][c["start"] : c["end"]] == c["text"] for c in claims)


def test_the_columns_are_those_that_are_described(whole):
    for name, described in columns.TABLES.items():
        table = pyarrow.concat_tables(
            [pyarrow.parquet.read_table(p) for p in whole.folder.glob(f"{name}*/*.parquet")]
            or [pyarrow.parquet.read_table(whole.folder / f"{name}.parquet")]
        )
        assert table.schema.names == list(described)
        for field in table.schema:
            kind, meaning = described[field.name]
            assert field.type == columns.type_of(kind)
            assert field.metadata[b"meaning"].decode() == meaning
    assert json.loads((whole.folder / store.SCHEMA).read_text())["version"] == columns.VERSION


@given(strategies.claims())
@settings(max_examples=40)
def test_a_claim_comes_back_from_its_row(claim):
    row = dict.fromkeys(columns.CLAIMS) | {"document": 1, "number": 0} | flat.claim_row(claim)
    table = columns.table([row], columns.CLAIMS)
    assert flat.claim_of(table.to_pylist()[0], claim.source) == claim


def test_the_seeds_come_back_from_their_rows():
    for source in dx.read("seeds"):
        row = columns.table([flat.document_row(source)], columns.DOCUMENTS).to_pylist()[0]
        assert flat.source_of(row) == source
        claims = dx.extract(source)
        table = columns.table([flat.claim_row(claim) for claim in claims], columns.CLAIMS)
        assert tuple(flat.claim_of(row, source.id) for row in table.to_pylist()) == claims


KEYS = st.lists(
    st.tuples(
        st.integers(0, 8),
        st.sampled_from(("word", "name", "claim")),
        st.integers(0, 12),
    ),
    unique=True,
    max_size=60,
)


@given(KEYS, st.sampled_from((FOLDER, HEAP, CORPUS, Likeness(days=1, neighbours=2))))
@settings(max_examples=12)
def test_one_sql_text_says_the_same_in_sqlite_and_duckdb(keys, likeness):
    rows = [(document, document % 3 or None, kind, key) for document, kind, key in keys]
    db = duckdb.connect()
    db.execute("CREATE TABLE keys (document BIGINT, day INTEGER, kind VARCHAR, key BIGINT)")
    if rows:
        db.executemany("INSERT INTO keys VALUES (?, ?, ?, ?)", rows)
    assert db.execute(sql(likeness)).fetchall() == linked(rows, likeness)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.just(1.0)), max_size=20),
    st.integers(1, 10),
)
def test_every_document_is_in_one_story_and_none_is_too_long(links, most):
    stories = chained(range(10), links, most)
    assert sorted(number for members in stories for number in members) == list(range(10))
    assert max(map(len, stories)) <= most


def test_a_folder_that_plainly_holds_several_stories_is_checked_story_by_story(export, tmp_path):
    sources = dx.read(export)
    ferry, mill = (
        [s for s in sources if HEAPED[int(s.id[1:])]["story"] == name] for name in ("ferry", "mill")
    )
    report = dx.check([*ferry, *mill])
    apart = [*dx.check(ferry).findings, *dx.check(mill).findings]
    assert {finding.id for finding in report.findings} == {finding.id for finding in apart}
    assert any("2 stories" in note for note in report.notes)
    together = dx.check([*ferry, *mill], one_story=True)
    assert not any("stories" in note for note in together.notes)


def test_a_folder_with_a_stray_document_stays_one_story(export):
    sources = dx.read(export)
    assert gathered(sources[:4]) == (sources[:4],)


def test_what_was_read_is_not_read_again(export, tmp_path, monkeypatch):
    lines = export.read_text().splitlines(keepends=True)
    growing = tmp_path / "export.jsonl"
    growing.write_text("".join(lines[:5]))
    dx.corpus(growing, out=tmp_path / "kept")
    read = []
    real = steps.read
    monkeypatch.setattr(
        steps, "read", lambda batch, fields: read.append(batch.num_rows) or real(batch, fields)
    )
    moved = tmp_path / "tomorrow.jsonl"
    moved.write_text("".join(reversed(lines)))
    found = dx.corpus(moved, out=tmp_path / "kept")
    assert read == [len(lines) - 5]
    assert found.documents == len(lines)


def test_a_document_that_cannot_be_read_is_a_row_with_its_reason(tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "a.txt").write_text("A ferry sank off Arn. Six people died.")
    (folder / "b.txt").write_text(" ")
    (folder / "c.xyz").write_text("A ferry sank.")
    (folder / "d.jsonl").write_text('{"text": "It sank."}\n{"title": "no text"}\n{"half": \n')
    (folder / "e.parquet").write_bytes(b"PAR1 is all there is")
    found = dx.corpus(folder, out=tmp_path / "kept")
    why = {row["name"]: row["because"] for row in found.table("documents").to_pylist()}
    assert (found.documents, found.unread) == (2, 5)
    assert why.pop("a.txt") is why.pop("d.jsonl#1") is None
    assert why["b.txt"] == "the document is empty"
    assert "line 2 has no text" in why["d.jsonl#2"]
    assert "line 3 is no JSON" in why["d.jsonl#3"]
    assert "Parquet" in why["e.parquet"]
    assert ".xyz is unknown" in why["c.xyz"]


def test_only_what_was_printed_since_a_day_is_gathered(export, tmp_path):
    found = dx.corpus(export, out=tmp_path / "kept", since="2024-10-24")
    gathered_ = {name for names in members(found).values() for name in names}
    days = {f"d{number}": document.get("published") for number, document in enumerate(HEAPED)}
    assert gathered_ == {
        name for name, day in days.items() if day is None or str(day) >= "2024-10-24"
    }
    assert found.documents == len(HEAPED)


def test_parquet_and_json_lines_hold_the_same(export, whole, tmp_path):
    records = [exported(number) for number in range(len(HEAPED))]
    file = tmp_path / "export.parquet"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(records), file)
    found = dx.corpus(file, out=tmp_path / "kept")
    assert said(found) == said(whole)


def said(corpus):
    """What is told, without the numbers of documents, which tell where they stood."""
    return sorted(
        tuple(str(row[name]) for name in columns.FINDINGS if name != "story")
        for row in findings(corpus)
    )


class Killed(BaseException):
    """Stands for a kill: nothing of ours catches it."""


@pytest.mark.parametrize(
    "moment", ["first part", "claims without documents", "half a file", "checked"]
)
def test_a_run_that_was_killed_ends_with_the_same(export, whole, tmp_path, monkeypatch, moment):
    monkeypatch.setattr(local, "PART_ROWS", 1)
    monkeypatch.setattr(rows_given, "ROWS", 3)
    out = tmp_path / "kept"
    with monkeypatch.context() as killing:
        real = store.Store.put

        def put(self, place, table):
            if moment == "claims without documents" and place.parent.name == "documents":
                raise Killed
            if moment == "half a file":
                place.with_name(f".{place.name}.new").write_bytes(b"PAR1")
                raise Killed
            real(self, place, table)
            if moment == "first part" and place.parent.name == "documents":
                raise Killed
            if moment == "checked" and place.parent.name == "checked":
                raise Killed

        killing.setattr(store.Store, "put", put)
        with pytest.raises(Killed):
            dx.corpus(export, out=out)
    found = dx.corpus(export, out=out)
    assert findings(found) == findings(whole)
    assert found.table("stories").equals(whole.table("stories"))
    assert not list(out.rglob("*.new"))


def test_a_process_that_is_killed_leaves_nothing_broken_and_its_workers_end(
    export, whole, tmp_path
):
    out = tmp_path / "kept"
    command = ["corpus", str(export), "--out", str(out), "--workers", "2", "--memory", "1G"]
    start = "import sys; from discrepancy.cli import main; sys.exit(main(sys.argv[1:]))"
    running = subprocess.Popen([sys.executable, "-c", start, *command], start_new_session=True)
    # so few documents would be read by one process, were it not asked for two
    while not (out / store.SCHEMA).exists() and running.poll() is None:
        time.sleep(0.05)
    time.sleep(0.5)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert cli.main([*command[:4], "--workers", "1"]) == 0
    assert pyarrow.parquet.read_table(out / "findings.parquet").to_pylist() == findings(whole)
    for _ in range(100):
        if not alive(running.pid):
            break
        time.sleep(0.1)
    assert not alive(running.pid)


def alive(group):
    """Whether any process of the group is left."""
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def test_the_command_says_what_it_found_and_how_it_went_on(export, tmp_path, capsys):
    assert cli.main(["corpus", str(export), "--out", str(tmp_path / "kept"), "--workers", "1"]) == 0
    out, err = capsys.readouterr()
    assert "stories of 8 documents" in out
    assert "reading documents: 8 of 8" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["no/such.jsonl", "--out", "{new}"], "there is no such file or folder"),
        (["{export}", "--out", "{other}"], "this is no corpus of ours"),
        (["{export}", "--out", "{old}"], "is of version 0"),
    ],
)
def test_what_cannot_be_run_is_said_in_one_line(export, tmp_path, capsys, arguments, told):
    other, old = tmp_path / "other", tmp_path / "old"
    for folder in (other, old):
        folder.mkdir()
    (other / "thesis.txt").write_text("mine")
    (old / store.SCHEMA).write_text('{"version": 0}')
    places = {"export": export, "new": tmp_path / "new", "other": other, "old": old}
    assert cli.main(["corpus", *(one.format(**places) for one in arguments)]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1
    assert (other / "thesis.txt").read_text() == "mine"
    assert list(other.iterdir()) == [other / "thesis.txt"]


def test_two_runs_do_not_write_one_corpus(export, tmp_path):
    kept = store.Store.made(tmp_path / "kept")
    with kept.held(), pytest.raises(dx.DiscrepancyError, match="another run is writing"):
        dx.corpus(export, out=tmp_path / "kept")


def test_a_story_on_which_our_code_fails_is_named_and_the_rest_is_told(
    export, whole, tmp_path, monkeypatch
):
    real = steps.pipeline.check_read

    def fails_on_mills(sources, before):
        if any("paper mill" in source.text for source in sources):
            raise ZeroDivisionError
        return real(sources, before)

    monkeypatch.setattr(steps.pipeline, "check_read", fails_on_mills)
    found = dx.corpus(export, out=tmp_path / "kept")
    why = {row["story"]: row["unchecked"] for row in found.table("stories").to_pylist()}
    assert [one for one in why.values() if one] == [defect(ZeroDivisionError())]
    assert {row["story"] for row in findings(found)} < {row["story"] for row in findings(whole)}


DRAFT = (
    "The ferry Odeby Maid sank off Kerrin, and twelve people drowned, the coast guard of Ule said. "
    "Captain Hilda Brannock told of 140 passengers."
)


def test_a_draft_is_held_against_what_was_read_before(export, whole, monkeypatch):
    plain = dx.proof(DRAFT, against=export, published="2024-10-24")
    sources = {source.id: source for source in dx.read(export)}
    read = []
    real = steps.extraction.extract

    def counted(source, *more):
        read.append(source.id)
        return real(source, *more)

    monkeypatch.setattr("discrepancy.extraction.extract", counted)
    found = dx.proof(DRAFT, against=whole.folder, published="2024-10-24")
    assert set(read) <= {"draft", "d7"}  # the one that tells no day is read with the others
    assert {item.text: item.status for item in found.items} == {
        item.text: item.status for item in plain.items
    }
    assert {"d0", "d1", "d2"} <= {source.id for source in found.sources} <= set(sources)
    assert any("of its 8 documents" in note for note in found.notes)


def test_the_command_holds_a_draft_against_a_corpus(whole, tmp_path, capsys):
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT)
    assert cli.main(["proof", str(draft), "--against", str(whole.folder)]) == 1
    out, err = capsys.readouterr()
    assert "twelve" in out
    assert "of its 8 documents" in err


def test_a_draft_that_shares_nothing_with_a_corpus_is_said_to(whole):
    with pytest.raises(dx.DiscrepancyError, match="0 of its 8 documents"):
        dx.proof("Six goats ate hay.", against=whole.folder)


def test_a_draft_without_claims_held_against_a_corpus_has_nothing_to_check(whole, tmp_path, capsys):
    draft = tmp_path / "draft.txt"
    draft.write_text("It was mild, and nobody minded.")
    assert cli.main(["proof", str(draft), "--against", str(whole.folder)]) == 0
    out, err = capsys.readouterr()
    assert "nothing to check" in out
    assert "0 of its 8 documents" in err


def test_a_corpus_whose_run_was_killed_is_no_archive_yet(export, tmp_path):
    store.Store.made(tmp_path / "kept")
    with pytest.raises(dx.DiscrepancyError, match="has not come to its end"):
        dx.proof(DRAFT, against=tmp_path / "kept")


def test_the_pages_say_what_was_measured():
    root = Path(__file__).parent.parent
    sys.path.insert(0, str(root / "benchmarks"))
    try:
        measured = import_module("corpus")
    finally:
        sys.path.remove(str(root / "benchmarks"))
    rows = json.loads(measured.KEPT.read_text("utf-8"))
    assert measured.table(rows) in (root / "docs" / "corpus.md").read_text("utf-8")
    assert measured.short(rows) in (root / "README.md").read_text("utf-8")
