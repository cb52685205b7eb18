"""Drafts in a test suite: assert that their sources bear them out.

>>> assert_borne_out("Six people drowned.", against=["The ferry sank; six people drowned."])
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from discrepancy.finding import Citation, Report
from discrepancy.item import ALARMS, Item, Proof, Status
from discrepancy.proofs import proof
from discrepancy.reading.accounts import Account
from discrepancy.source import Source
from discrepancy.testing.assertions import assert_all_read
from discrepancy.testing.failure import side_by_side

_SHOWN = 6


def assert_borne_out(
    draft: str | Path | Source | Proof,
    against: Account | Iterable[Account] = (),
    *,
    published: date | str | None = None,
    but: Iterable[str] = (),
    allow: Iterable[Status | str] = (),
    allow_unread: Sequence[str] = (),
) -> None:
    """Assert that nothing in a draft differs from its sources or is not found in them.

    A source that was not read might tell otherwise, so it fails the assertion too.

    Args:
        draft: a file, a Source, a text, or a proof that was made already.
        against: its sources, as `dx.proof` takes them.
        published: the day of the draft, where it does not tell it.
        but: words of the draft that are known not to be borne out.
        allow: "not found", for drafts that say more than their sources.
        allow_unread: patterns of sources that may be left unread ("*.zip", "*" for all).

    Raises:
        AssertionError: with the words of the draft beside those of the nearest source.
    """
    __tracebackhide__ = True
    found = draft if isinstance(draft, Proof) else proof(draft, against, published=published)
    assert_all_read(found, allow_unread=allow_unread)
    known, allowed = tuple(but), {Status(status) for status in allow}
    alarms = [
        item
        for item in found.items
        if item.status in ALARMS
        and item.status not in allowed
        and not any(item.text in words or words in item.text for words in known)
    ]
    if alarms:
        raise AssertionError("\n".join(_told(found, alarms)))


def _told(found: Proof, alarms: list[Item]) -> Iterator[str]:
    number = f"{len(alarms)} thing{'s' if len(alarms) > 1 else ''}"
    both = Report(sources=(found.draft, *found.sources))
    yield f"wanted: a draft that its sources bear out; {number} of it they do not"
    for item in alarms[:_SHOWN]:
        yield ""
        yield from textwrap.wrap(
            f'{item.status}: "{item.text}" ({item.level}): {item.because}', subsequent_indent="  "
        )
        here = Citation(document=found.draft.id, start=item.start, end=item.end, text=item.text)
        for words in item.evidence[:1]:
            there = Citation(
                document=words.document, start=words.start, end=words.end, text=words.text
            )
            yield from side_by_side(both, here, there)
    if len(alarms) > _SHOWN:
        yield ""
        yield f"and {len(alarms) - _SHOWN} more"
