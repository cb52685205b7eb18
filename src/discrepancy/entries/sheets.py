"""A table as a text of its own, a line a row, for those who hold a draft against it.

>>> from discrepancy.entries.typing_in import claim
>>> row = claim("nine", measurand="people killed", subject="fire", source="facts")
>>> [(sheet.id, sheet.text) for sheet in as_texts([row])]
[('facts', 'Fire: people killed nine.')]
"""

from collections.abc import Iterable

from discrepancy.claims import Claim
from discrepancy.source import Source


def as_texts(claims: Iterable[Claim]) -> tuple[Source, ...]:
    """One source for each teller of typed-in claims, its rows as sentences, one a line."""
    lines: dict[str, list[str]] = {}
    for claim in claims:
        if claim.entry:
            of = f"{claim.entry.subject}: " if claim.entry.subject else ""
            line = f"{of}{claim.entry.measurand} {claim.text}."
            lines.setdefault(claim.source, []).append(line[0].upper() + line[1:])
    return tuple(Source(id=name, text="\n".join(told)) for name, told in lines.items())
