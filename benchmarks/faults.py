"""What stands in our files after kills, on a full disk, without rights, and in a race.

    python benchmarks/faults.py [--kills 200] [--only kills|disk|rights|race]

kills: a process that writes a report, a page, decisions, a cached answer or known conflicts over
and over is killed (SIGKILL) at a moment drawn by chance; each file must then be one that was
written whole. disk: a small tmpfs is filled, then all is written again; what stood there must
still stand. rights: another user writes where it may not. race: two processes decide 60 findings
each in one file; 120 decisions must be there. What cannot be done here is skipped with its
reason. Exit 1: something was lost.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from discrepancy import files
from discrepancy.finding import Report
from discrepancy.reader.cache import Kept
from discrepancy.reporting.deciding import decisions
from discrepancy.testing import known

WRITERS = ("report.html", "report.json", "decisions.toml", "cache", "story.conflicts.toml")
"""What is written in turn; each version of a file tells its number at its start and its end."""

WRITING = """
import sys
from pathlib import Path
sys.path.insert(0, {here!r})
from faults import write
number = 0
while True:
    number += 1
    write({what!r}, Path({folder!r}), number)
    if number == 1:
        print("ready", flush=True)
"""


def write(what: str, folder: Path, number: int) -> None:
    """Write a version of a file by the writer that the product has for it."""
    if what == "decisions.toml":
        one = decisions.Decision(finding=f"f{number % 50}", verdict="confirmed", note=str(number))
        decisions.change(folder / what, {one.finding: one})
    elif what == "cache":
        keep = Kept(lambda question: "", folder, "", "")._keep
        keep(folder / what, f'{{"questions": [], "because": "{"x" * 50_000}"}}')
    elif what.endswith(".conflicts.toml"):
        known.update(folder, Report())
    else:
        files.put(folder / what, f"<{number}>" + "x" * 200_000 + f"<{number}>")


def is_whole(what: str, folder: Path) -> bool:
    """Whether a file is one that was written whole."""
    if what == "decisions.toml":
        return len(decisions.load(folder / what)) > 0
    if what.endswith(".conflicts.toml"):
        path = folder / f"{folder.name}.conflicts.toml"
        return path.read_text(encoding="utf-8").endswith("keep the rest.\n")
    text = (folder / what).read_text(encoding="utf-8")
    if what == "cache":
        return text.startswith("{") and text.endswith("}")
    begins, ends = text.partition(">")[0], text.rpartition("<")[2]
    return begins == f"<{ends.rstrip('>')}" and len(text) > 200_000


def kills(asked: argparse.Namespace) -> list[str]:
    """Kill a writer again and again, and look at what it leaves."""
    chance, lost = random.Random(asked.seed), []
    for number in range(asked.kills):
        what = WRITERS[number % len(WRITERS)]
        with TemporaryDirectory() as name:
            folder = Path(name)
            here = str(Path(__file__).parent)
            code = WRITING.format(here=here, what=what, folder=name)
            writer = subprocess.Popen(
                [sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True
            )
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(chance.random() * 0.05)
            os.kill(writer.pid, signal.SIGKILL)
            writer.wait()
            writer.stdout.close()
            try:
                whole = is_whole(what, folder)
            except Exception as error:
                whole, what = False, f"{what}: {error}"
            if not whole:
                lost.append(what)
    print(f"kills: {asked.kills} over {len(WRITERS)} writers, {len(lost)} losses")
    return lost


def disk(asked: argparse.Namespace) -> list[str]:
    """Fill a small file system, and write again what stands on it."""
    with TemporaryDirectory() as name:
        mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", name]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            print("disk: skipped, no file system can be mounted here")
            return []
        try:
            folder = Path(name, "story")
            folder.mkdir()
            for what in WRITERS:
                write(what, folder, 1)
            before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
            with Path(name, "filler").open("wb", buffering=0) as filler:
                try:
                    while True:
                        filler.write(b"x" * 4096)
                except OSError:
                    pass
            refused = sum(_refused(what, folder) for what in WRITERS)
            lost = [str(path) for path, data in before.items() if path.read_bytes() != data]
            left = [str(path) for path in folder.iterdir() if path.suffix == ".new"]
            print(f"disk: full, {refused} of {len(WRITERS)} writers said so, {len(lost)} losses")
            return lost + left
        finally:
            subprocess.run(["umount", name], check=False)


def _refused(what: str, folder: Path) -> bool:
    try:
        write(what, folder, 2)
    except Exception:
        return True
    return what == "cache"  # a cache that cannot be written is none, without a word


def rights(asked: argparse.Namespace) -> list[str]:
    """Write as a user who may not."""
    if os.getuid() != 0:
        print("rights: skipped, this process cannot become another user")
        return []
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for what in WRITERS:
            write(what, folder, 1)
        before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        child = os.fork()
        if child == 0:
            os.setgid(65534)
            os.setuid(65534)
            os._exit(sum(not _refused(what, folder) for what in WRITERS))
        wrote = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        lost = [str(path) for path, data in before.items() if path.read_bytes() != data]
        print(f"rights: {wrote} of {len(WRITERS)} writers wrote, {len(lost)} losses")
        return lost + ["rights: a file was written"] * wrote


def race(asked: argparse.Namespace) -> list[str]:
    """Two processes decide at once."""
    code = (
        "import sys; from pathlib import Path\n"
        "from discrepancy.reporting.deciding import decisions as d\n"
        "for n in range(60):\n"
        "    one = d.Decision(finding=f'{sys.argv[1]}{n}', verdict='confirmed')\n"
        "    d.change(Path(sys.argv[2]), {one.finding: one})\n"
    )
    with TemporaryDirectory() as name:
        path = Path(name, "decisions.toml")
        two = [subprocess.Popen([sys.executable, "-c", code, letter, str(path)]) for letter in "ab"]
        ended = [one.wait() for one in two]
        held = len(decisions.load(path))
    print(f"race: 2 writers, {held} of 120 decisions kept")
    return [] if held == 120 and ended == [0, 0] else [f"race: {120 - held} decisions lost"]


FAULTS: dict[str, Callable[[argparse.Namespace], list[str]]] = {
    "kills": kills,
    "disk": disk,
    "rights": rights,
    "race": race,
}


def main() -> int:
    """Bring about each fault; 1 if something was lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=FAULTS)
    asked = parser.parse_args()
    lost = [one for name in ([asked.only] if asked.only else FAULTS) for one in FAULTS[name](asked)]
    for one in lost:
        print(f"lost: {one}")
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main())
