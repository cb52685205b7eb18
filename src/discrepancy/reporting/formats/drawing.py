"""What every page of ours is made of: templates, their styles and scripts, digests of these."""

import base64
import hashlib
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from discrepancy.reporting.formats.marked import seen
from discrepancy.reporting.passages import visible


@cache
def environment() -> Environment:
    """The templates, everything escaped."""
    env = Environment(
        loader=PackageLoader("discrepancy.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["seen"] = seen
    env.filters["flat"] = visible
    env.filters["anchor"] = _text_anchor
    env.filters["along"] = lambda place: round(9 + place * 0.88, 2)  # right of the levels' words
    env.filters["down"] = lambda place: round(28 + place * 1.24, 2)  # below the highest label
    return env


def _text_anchor(place: float) -> str:
    """Which end of a label stands at its place, so that it stays inside the picture."""
    return "start" if place < 15 else "end" if place > 85 else "middle"


def asset(name: str) -> str:
    """A style sheet or script of the templates, as it is."""
    loader = environment().loader
    assert loader is not None
    return loader.get_source(environment(), name)[0]


def hashed(text: str) -> str:
    """The text's digest, as the page's policy names what may run."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def program_version() -> str:
    """The version that stands in the page's footer."""
    from importlib.metadata import version

    return version("discrepancy")
