"""The notebooks of the documentation run from their first cell to their last."""

import subprocess
import sys
from pathlib import Path

import pytest

BOOKS = Path(__file__).parents[1] / "docs" / "notebooks"


@pytest.mark.parametrize("name", ["story.ipynb", "tolerances.ipynb"])
def test_a_notebook_runs(name, tmp_path):
    for module in ("nbclient", "ipykernel", "pandas", "pyarrow", "altair"):
        pytest.importorskip(module, reason=f"{module} is not installed")
    ended = subprocess.run(
        [
            sys.executable,
            "-c",
            "from nbclient.cli import main; main()",
            str(BOOKS / name),
            f"--output={tmp_path / name}",
        ],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
