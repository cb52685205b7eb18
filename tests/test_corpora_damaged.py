"""The folder of a corpus that somebody else has made: damaged, or led out of."""

import json
import shutil

import pytest

import discrepancy as dx
from discrepancy.errors import DiscrepancyError

pytest.importorskip("duckdb", reason="the extra discrepancy[corpus] is not installed")
pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

from discrepancy.corpora.joining import connected  # noqa: E402

DRAFT = "Nine people died when the ferry Arn Maid sank off Ule, Odeby police said."


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    home = tmp_path_factory.mktemp("made")
    for name, many in (("a", "Six"), ("b", "Nine")):
        text = f"{many} people died when the ferry Arn Maid sank off Ule, Odeby police said."
        (home / f"{name}.txt").write_text(text)
    dx.corpus(home, out=home / "archive")
    return home / "archive"


@pytest.fixture
def archive(made, tmp_path):
    return shutil.copytree(made, tmp_path / "archive")


def test_a_sound_one_is_looked_up_in(archive):
    proof = dx.proof(DRAFT.replace("Nine", "Eight"), archive)
    assert "differs" in {str(item.status) for item in proof.items}


def changed(path, name, make):
    """Put another column in the place of one of a table."""
    table = parquet.read_table(path)
    column = pa.array(make(table[name].to_pylist()))
    at = table.column_names.index(name)
    parquet.write_table(table.set_column(at, name, column), path)


def part_out(archive):
    secret = archive.parent / "secret.parquet"
    shutil.copy(next((archive / "documents").glob("*.parquet")), secret)
    changed(archive / "places.parquet", "part", lambda parts: ["../secret.parquet" for _ in parts])


def part_by_a_link(archive):
    part = next((archive / "documents").glob("*.parquet"))
    secret = shutil.move(part, archive.parent / "secret.parquet")
    part.symlink_to(secret)


def cut_off(archive):
    part = next((archive / "claims").glob("*.parquet"))
    part.write_bytes(part.read_bytes()[:60])


def spans_beyond_the_text(archive):
    part = next((archive / "claims").glob("*.parquet"))
    changed(part, "start", lambda starts: [10**6 for _ in starts])


def a_kind_that_is_none(archive):
    part = next((archive / "claims").glob("*.parquet"))
    changed(part, "kind", lambda kinds: ["sum" for _ in kinds])


def no_numbers(archive):
    changed(archive / "places.parquet", "first", lambda rows: [-7 for _ in rows])


def other_columns(archive):
    parquet.write_table(pa.table({"a": [1]}), archive / "index.parquet")


def no_table(archive):
    (archive / "places.parquet").write_bytes(b"PAR1")


def brackets(archive):
    (archive / "discrepancy-corpus.json").write_text("[" * 200_000)


def another_version(archive):
    (archive / "discrepancy-corpus.json").write_text(json.dumps({"version": "x" * 9000}))


@pytest.mark.parametrize(
    "spoil",
    [
        *(part_out, part_by_a_link, cut_off, spans_beyond_the_text, a_kind_that_is_none),
        *(no_numbers, other_columns, no_table, brackets, another_version),
    ],
)
def test_a_damaged_one_is_refused_in_a_sentence_that_names_it(archive, spoil):
    spoil(archive)
    with pytest.raises(DiscrepancyError) as refused:
        dx.proof(DRAFT, archive)
    assert str(archive) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_nothing_is_fetched():
    with connected("to look") as db:
        told = db.execute(
            "SELECT name, value FROM duckdb_settings() WHERE name LIKE 'auto%extensions' "
            "OR name = 'allow_community_extensions'"
        ).fetchall()
    assert len(told) == 3
    assert {value for _, value in told} == {"false"}
