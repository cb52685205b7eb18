"""A corpus run that is killed at its worst moments ends with the findings of one that was not.

    corpus_kills.py DIR [--documents 10000] [--workers 2]

The run is a process group of its own and gets a real SIGKILL: when a third of the documents are
read, when two thirds are read, when stories are being checked, and between the tables it ends
with. After each it is started again; the last start runs through. What it found is then compared,
row for row, with what a run found that nobody touched.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow.parquet as parquet

from corpus import COMMAND
from corpus_news import write


def read_to(share: float, documents: int) -> Callable[[Path], bool]:
    """Whether at least this share of the documents is kept, and the run goes on reading."""
    return lambda out: sum(map(_rows, out.glob("documents/*.parquet"))) >= share * documents


def _rows(part: Path) -> int:
    rows: int = parquet.read_metadata(part).num_rows
    return rows


def checking(out: Path) -> bool:
    """Whether some stories are checked."""
    return any(out.glob("checked/*.parquet"))


def writing(out: Path) -> bool:
    """Whether the first of the tables that a run ends with stands there."""
    return (out / "stories.parquet").exists()


def killed(command: Sequence[str], out: Path, moment: Callable[[Path], bool]) -> bool:
    """Start the run, kill it at the moment; False where it ended before that."""
    run = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *command],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while run.poll() is None:
        if moment(out):
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            return True
        time.sleep(0.002)
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    news, whole, broken = (asked.folder / name for name in ("news.jsonl", "whole", "broken"))
    write(asked.documents, news)
    for out in (whole, broken):
        shutil.rmtree(out, ignore_errors=True)
    given = ["corpus", str(news), "--workers", str(asked.workers), "--out"]
    subprocess.run([sys.executable, "-c", COMMAND, *given, str(whole)], check=True)
    moments = {
        "a third read": read_to(1 / 3, asked.documents),
        "two thirds read": read_to(2 / 3, asked.documents),
        "checking": checking,
        "writing": writing,
    }
    for name, moment in moments.items():
        took = killed([*given, str(broken)], broken, moment)
        print(f"{name}: {'killed' if took else 'NOT killed, it had ended'}", flush=True)
    subprocess.run([sys.executable, "-c", COMMAND, *given, str(broken)], check=True)
    same = True
    for table in ("findings", "stories"):
        one, other = (parquet.read_table(out / f"{table}.parquet") for out in (whole, broken))
        same &= one.equals(other)
        print(f"{table}: {one.num_rows} rows, {'equal' if one.equals(other) else 'NOT equal'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
