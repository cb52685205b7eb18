"""Further variants of kinds of misreading, read off one text each: one table."""

import re
from datetime import date
from decimal import Decimal

import pytest

import discrepancy as dx

from .kinds import variants


def missed(case):
    """What of a case does not come out as its table says."""
    text = case["text"]
    claims = dx.extract(dx.Source(id="text", text=text, published=date(2024, 10, 24)))
    unread = [
        want for want in case.get("reads", ()) if not any(_fits(one, want, text) for one in claims)
    ]
    return unread + [
        unwanted
        for unwanted in case.get("not_reads", ())
        if any(
            _fits(one, unwanted, text) if isinstance(unwanted, dict) else unwanted in _values(one)
            for one in claims
        )
    ]


def _fits(claim, want, text):
    given = {
        "edtf": getattr(claim.value, "edtf", None) or "",
        "time": getattr(claim.value, "time", None) or "",
        "unit": getattr(claim.value, "unit", None) or "",
        "bound": str(getattr(claim, "bound", None) or getattr(claim.value, "bound", "")),
    }
    low, high = (getattr(claim.value, end, None) for end in ("low", "high"))
    who = (claim.context and claim.context.attribution) or ""
    sized = "low" not in want or (low, high) == tuple(
        Decimal(str(want.get(end, want["low"]))) for end in ("low", "high")
    )
    on = "words" not in want or _stand_on(claim, want["words"], text)
    return (
        claim.kind == want["kind"]
        and on
        and sized
        and want.get("credited", "").lower() in who.lower()
        and all(given[key] == want[key] for key in given.keys() & want.keys())
    )


def _stand_on(claim, words, text):
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    return any(
        claim.span.start < found.end() and found.start() < claim.span.end
        for found in re.finditer(pattern, text)
    )


def _values(claim):
    value = claim.value
    figures = [getattr(value, end, None) for end in ("low", "high")]
    told = [getattr(value, key, None) for key in ("edtf", "time", "text")]
    return {format(figure.normalize(), "f") for figure in figures if figure is not None} | {*told}


@pytest.mark.parametrize("case", variants("read_variants"))
def test_variant(case):
    assert not missed(case)
