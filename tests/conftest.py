"""What the whole suite shares."""

from pathlib import Path

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
