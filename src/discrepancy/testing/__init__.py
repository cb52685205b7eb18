"""For test suites: assert that a known conflict is found, and that there is none where none is.

`assert_borne_out` asserts that a draft's sources bear it out.

>>> from discrepancy import check
>>> from discrepancy.testing import assert_conflict, assert_no_conflict
>>> report = check(["The blast killed six people.", "The blast killed nine people."])
>>> assert_conflict(report, "six people", "nine people", about="blast")
>>> assert_no_conflict(report, "six people", "six people")

The pytest plugin collects whole files of such entries (`discrepancy.testing.known`), and
`discrepancy.testing.strategies` makes claims and stories for property tests.
"""

from discrepancy.testing.assertions import (
    assert_all_read,
    assert_conflict,
    assert_no_conflict,
    assert_verdict,
)
from discrepancy.testing.drafts import assert_borne_out
from discrepancy.testing.wanted import Place

__all__ = [
    "Place",
    "assert_all_read",
    "assert_borne_out",
    "assert_conflict",
    "assert_no_conflict",
    "assert_verdict",
]
