"""Whether what is published works: build, check, install in clean environments, run the main job.

    python benchmarks/wheel.py [PYTHON...]

Builds the source distribution, and from it the wheel, as a user would get them; twine looks at
both. For each Python (default: those of 3.11, 3.12, 3.13 that are at hand) the wheel is installed
with what it needs and nothing else, and the documents of seeds/ are checked away from the
checkout. Exit 1: something did not work.
"""

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("python3.11", "python3.12", "python3.13")


def run(*command: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it says."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)


def built(folder: Path) -> list[Path]:
    """The source distribution and the wheel, built in a clean environment and checked."""
    venv.create(folder / "tools", with_pip=True)
    python = folder / "tools" / "bin" / "python"
    for step in (
        (python, "-m", "pip", "install", "-q", "build", "twine"),
        (python, "-m", "build", "--outdir", folder / "dist", ROOT),
    ):
        if (done := run(*step)).returncode:
            sys.exit(done.stdout + done.stderr)
    made = sorted((folder / "dist").iterdir())
    checked = run(python, "-m", "twine", "check", "--strict", *made)
    print(checked.stdout.strip())
    if checked.returncode:
        sys.exit(checked.stderr)
    return made


def works(python: str, wheel: Path, folder: Path) -> bool:
    """Whether the wheel installs and finds what disagrees in seeds/."""
    home = folder / Path(python).name
    if (made := run(python, "-m", "venv", home)).returncode:
        print(f"{python}: not at hand: {made.stderr.strip()[:80]}")
        return True
    installed = run(home / "bin" / "python", "-m", "pip", "install", "-q", wheel)
    if installed.returncode:
        print(f"{python}: {installed.stderr[-300:]}")
        return False
    story = folder / "story"
    shutil.copytree(ROOT / "seeds", story, dirs_exist_ok=True)
    checked = run(home / "bin" / "discrepancy", "check", story, "--format", "json", cwd=folder)
    found = json.loads(checked.stdout)["findings"] if checked.returncode < 2 else []
    version = run(home / "bin" / "discrepancy", "--version").stdout.strip()
    print(f"{python}: {version}, {len(found)} findings in seeds/ {checked.stderr[-200:]}".strip())
    return bool(found)


def main() -> int:
    """Build, check, install, run; 1 if something did not work."""
    asked = sys.argv[1:] or [one for one in PYTHONS if shutil.which(one)]
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = built(folder)
        wheel = next(one for one in made if one.suffix == ".whl")
        failed = sum(not works(python, wheel, folder) for python in asked)
        return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
