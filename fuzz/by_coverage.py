"""The same laws, led by coverage: atheris changes bytes until they reach lines not seen before.

    pip install atheris
    python fuzz/by_coverage.py files [-runs=10000 -max_len=2000 CORPUS_FOLDER ...]

Its bytes are what hypothesis draws from, so that every input has the form of one. What it finds is
kept by libFuzzer in the folder (crash-...), and drawn again when the folder is given.
"""

import sys
from typing import Any

import atheris

with atheris.instrument_imports(include=["discrepancy"]):
    from laws import LAWS

from hypothesis import HealthCheck, given, settings


def main() -> None:
    """Let libFuzzer draw for one law; the other arguments are its own."""
    name, *others = sys.argv[1:] or [""]
    if name not in LAWS:
        sys.exit(f"which law? one of {', '.join(LAWS)}")
    law = LAWS[name]

    @settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(law.inputs)
    def held(given_one: Any) -> None:
        law.holds(given_one)

    atheris.Setup([sys.argv[0], *others], held.hypothesis.fuzz_one_input)  # type: ignore[attr-defined]
    atheris.Fuzz()


if __name__ == "__main__":
    main()
