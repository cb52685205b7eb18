"""Two thousand inputs from strangers, drawn the same way each time; `make fuzz` draws for hours."""

import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent / "fuzz"
INPUTS = 2000


@pytest.fixture(scope="module")
def run():
    pytest.importorskip("docx")
    pytest.importorskip("pypdf")
    sys.path.insert(0, str(HOME))
    try:
        import run

        yield run
    finally:
        sys.path.remove(str(HOME))
        for name in ("run", "laws", "generators"):
            sys.modules.pop(name, None)


def names():
    """The laws, as the file of laws has them."""
    text = (HOME / "laws.py").read_text(encoding="utf-8").partition("LAWS = {")[2]
    return [line.split('"')[1] for line in text.splitlines() if line.startswith('    "')]


@pytest.mark.parametrize("name", names())
def test_no_input_escapes(run, name):
    shares = sum(law.share for law in run.LAWS.values())
    drawn, escaped = run.hold(name, start=1, inputs=INPUTS * run.LAWS[name].share // shares)
    assert escaped == []
    assert drawn > 0
