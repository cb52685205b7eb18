"""The plan on Spark, on a real session of this machine: what is found is what is found locally."""

import json
import os
import shutil
import sys
import tomllib
import warnings
from pathlib import Path

import pytest

import discrepancy as dx
from discrepancy import cli

pytest.importorskip("duckdb", reason="the extra discrepancy[corpus] is not installed")
pytest.importorskip("pyspark", reason="the extra discrepancy[spark] is not installed")


HEAPED = tomllib.loads(
    (Path(__file__).parent / "cases" / "corpora.toml").read_text(encoding="utf-8")
)["document"]

with_java = pytest.mark.skipif(
    not (os.environ.get("JAVA_HOME") or shutil.which("java")), reason="Java is not installed"
)


SMALL = {
    "spark.ui.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
}
"""What saves a run on eight documents from compiling code for millions."""


@pytest.fixture
def session(monkeypatch):
    """A session of one core that runs already: the run uses it and leaves it."""
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    flags = "-XX:TieredStopAtLevel=1 -XX:CICompilerCount=1 -XX:+UseSerialGC -Xshare:auto"
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", flags)
    builder = SparkSession.builder.master("local[1]")
    for name, value in SMALL.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    yield spark
    spark.stop()


@with_java
# PySpark warns of pandas 3, of sockets that it leaves open, and of what it calls itself
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_spark_and_this_machine_find_the_same(tmp_path, session):
    export = tmp_path / "export.jsonl"
    lines = [json.dumps({"id": f"d{n}", **one}, default=str) for n, one in enumerate(HEAPED)]
    export.write_text("\n".join([*lines, lines[0], '{"title": "no text"}']) + "\n")
    here = dx.corpus(export, out=tmp_path / "here")
    there = dx.corpus(export, out=tmp_path / "there", engine="spark")
    assert session.range(1).count() == 1  # a session that is not ours is left running
    for name in ("findings", "stories"):
        assert there.table(name).equals(here.table(name))
    for name in ("documents", "claims"):
        rows = [by_number(corpus.table(name).to_pylist()) for corpus in (here, there)]
        assert rows[0] == rows[1]
    again = dx.corpus(export, out=tmp_path / "there")  # either engine goes on with the other's
    assert again.table("findings").equals(here.table("findings"))
    assert (there.documents, there.unread) == (len(HEAPED), 1)


def by_number(rows):
    return sorted(rows, key=lambda row: (row["document"], row.get("number", 0)))


def test_without_java_it_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.txt").write_text("A ferry sank.")
    command = ["corpus", str(tmp_path / "a.txt"), "--out", str(tmp_path / "kept")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert cli.main([*command, "--engine", "spark", "--master", "local[1]"]) == 2
    assert "install Java 17" in capsys.readouterr().err
