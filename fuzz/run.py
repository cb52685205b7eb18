"""Draw inputs and hold the laws against them, for minutes or for hours, and go on where it stopped.

    python fuzz/run.py --inputs 2000                 # what CI does
    python fuzz/run.py --inputs 100000 --state fuzz/state.json
    python fuzz/run.py --law files --inputs 500 --seed 7

With --state, how far each law has come is kept after every round, and the next run goes on from
there with inputs not drawn before. What escapes is printed as Python, and kept beside the state;
the run goes on. Exit 1: something escaped.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.reporting import with_reporter

from laws import LAWS

ROUND = 300
"""Inputs of a round over all laws."""


def hold(name: str, start: int, inputs: int) -> tuple[int, list[str]]:
    """How many inputs were drawn for a law from a seed on, and what escaped, smallest first."""
    law, drawn, escaped = LAWS[name], 0, []

    @seed(start)
    @settings(
        max_examples=inputs,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(law.inputs)
    def held(given_one: Any) -> None:
        nonlocal drawn
        drawn += 1
        try:
            law.holds(given_one)
        except Exception:
            escaped.append(repr(given_one))
            raise

    with with_reporter(lambda words: None):
        try:
            held()
        except Exception as error:
            return drawn, [f"{name}: {type(error).__name__}: {error}\n    {escaped[-1]}"]
    return drawn, []


def main() -> int:
    """Run; 1 if something escaped."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inputs", type=int, default=2000, help="how many in all (2000)")
    parser.add_argument("--law", choices=LAWS, action="append", help="only this one")
    parser.add_argument("--seed", type=int, default=0, help="where drawing begins")
    parser.add_argument("--state", type=Path, help="a file by which to go on where it stopped")
    asked = parser.parse_args()
    state: dict[str, Any] = {"round": 0, "inputs": 0, "seconds": 0.0, "escaped": []}
    if asked.state and asked.state.exists():
        state = json.loads(asked.state.read_text("utf-8"))
    names = asked.law or list(LAWS)
    shares = sum(LAWS[name].share for name in names)
    while state["inputs"] < asked.inputs:
        size = min(ROUND, asked.inputs - state["inputs"])
        began = time.process_time()
        for name in names:
            part = max(1, size * LAWS[name].share // shares)
            drawn, escaped = hold(name, asked.seed + state["round"], part)
            state["inputs"] += drawn
            state["escaped"] += escaped
            for one in escaped:
                print(one, flush=True)
        state["round"] += 1
        state["seconds"] += time.process_time() - began
        if asked.state:
            beside = asked.state.with_suffix(".new")
            beside.write_text(json.dumps(state, indent=1), "utf-8")
            beside.replace(asked.state)
    print(
        f"{state['inputs']:,} inputs in {state['seconds']:.0f} CPU seconds, "
        f"{len(state['escaped'])} escaped"
    )
    return 1 if state["escaped"] else 0


if __name__ == "__main__":
    sys.exit(main())
