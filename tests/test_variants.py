"""Further variants of kinds of misreading, with twins that must stay silent: one table."""

from datetime import date

import pytest

import discrepancy as dx

from .kinds import variants

GRAVEST = ("conflict", "update", "scope")


def told(case):
    """The gravest verdict that joins the words of a case, or any where it names none; else ""."""
    sources = [
        dx.Source(id=f"account {number}", text=text, published=date(2024, 10, 24))
        for number, text in enumerate(case["texts"], start=1)
    ]
    found = {
        disagreement.verdict.value
        for finding in dx.check(sources).findings
        for disagreement in finding.disagreements
        if _joins(disagreement, finding, case.get("a"), case.get("b"))
    }
    return next((verdict for verdict in GRAVEST if verdict in found), "")


def _joins(disagreement, finding, a, b):
    first, last = (
        {claim.text.lower() for claim in finding.readings[at].claims}
        for at in (disagreement.a, disagreement.b)
    )
    return any(
        _on(one, a) and (b is None or _on(other, b))
        for one, other in ((first, last), (last, first))
    )


def _on(words, wanted):
    return wanted is None or any(wanted.lower() in text or text in wanted.lower() for text in words)


@pytest.mark.parametrize("case", variants("variants"))
def test_variant(case):
    allowed = {case["told"], ""} if case.get("or_silent") else {case["told"]}
    assert told(case) in allowed
