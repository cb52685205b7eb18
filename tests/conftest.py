"""What the whole suite shares."""

import gc
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parent.parent
STORIES = ROOT.parent / "shared" / "eval" / "stories"

# Examples come in the same order each time, so that a run can be told again; the clock of a busy
# machine is no judge of a property.
settings.register_profile(
    "suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def annotated_stories() -> Path:
    """The folder of annotated stories, which is no part of the package."""
    if not STORIES.is_dir():
        pytest.skip("the annotated stories lie beside the checkout, and are not here")
    return STORIES


Work = Callable[[], object]


@pytest.fixture(scope="session")
def growth() -> Callable[[Callable[[int], Work], int], float]:
    """Measures how much faster than the text the time grows that is spent on it.

    It is given what makes the work for a size ready, and the smaller size; the larger is eight
    times that. About 1 is what a reader takes that is linear, 8 one that is quadratic.
    """

    def spent(work: Work) -> float:
        gc.disable()  # a collection takes as long as the heap of the whole suite is large
        began = process_time()
        work()
        took = process_time() - began
        gc.enable()
        return took

    def measured(ready: Callable[[int], Work], size: int) -> float:
        ready(size // 4)()  # tables and patterns are built
        few, many = [], []
        for again in range(3):  # another size each time: texts that were read may be kept
            few.append(spent(ready(size + again)))
            many.append(spent(ready(8 * (size + again))))
        return min(many) / max(min(few), 0.002) / 8

    return measured


PATIENCE = 60
"""Seconds for one try of a fetch; a registry that stalls seldom stalls twice."""


@pytest.fixture(scope="session")
def fetch() -> Callable[[str, Path], None]:
    """Installs a package of npm below a folder, or skips with the reason."""
    return _fetched


def _fetched(package: str, home: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip(f"npm is not here to fetch {package}")
    command = [npm, "install", "--no-save", "--ignore-scripts", "--prefix", str(home), package]
    if not any(_ends_well(command) for _ in range(2)):
        pytest.skip(f"{package} could not be fetched by npm")


def _ends_well(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
