"""Whatever page surrounds an article, no claim is read from its buttons, menus or addresses."""

import re
from pathlib import Path

import pytest

import discrepancy as dx

STORIES = Path(__file__).resolve().parents[2] / "shared" / "eval" / "stories"

pytestmark = pytest.mark.skipif(
    not STORIES.is_dir(), reason="the annotated stories do not stand beside the checkout"
)

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
BUTTON = re.compile(
    r"""\W*(?:(?:\d+\ )?(?:shares?|comments?|views?|likes?|tweets?)|share\ this\ \w+|tweet|print
    |e-?mail|follow\ us|sign\ in|log\ in|subscribe|menu|home|search|advertisement|read\ more
    |related\ \w+|copyright\b.*|©.*|all\ rights\ reserved.*|most\ read|also\ read.*|click\ here.*
    |\d+\ min(?:ute)?s?\ read|read\ time.*
    |(?:updated|published|posted|last\ modified):?\ .*\d{4}.*)\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def _line(text: str, start: int, end: int) -> str:
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : len(text) if last < 0 else last]


def test_no_claim_from_buttons_menus_and_addresses():
    stray = []
    for path in sorted(STORIES.glob("*/docs/*.txt")):
        text = path.read_text(encoding="utf-8")
        addresses = [found.span() for found in ADDRESS.finditer(text)]
        for claim in dx.extract(text):
            start, end = claim.span.start, claim.span.end
            inside = any(first < end and start < last for first, last in addresses)
            if inside or BUTTON.fullmatch(_line(text, start, end)):
                stray.append((path.parent.parent.name, path.name, claim.kind, claim.text))
    assert stray == []


def test_the_patterns_know_buttons_from_sentences():
    for button in ("25 shares", "4 Min Read", "© 2024 Arn Media", "Updated: 3 May 2024, 10:12"):
        assert BUTTON.fullmatch(button), button
    assert not BUTTON.fullmatch("Also on Saturday, 25 shares were sold.")
