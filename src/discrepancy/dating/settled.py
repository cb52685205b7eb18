"""What the notes of a run say of days that a document does not tell, and from where they come.

>>> listed(["a.txt", "b.txt", "c.txt", "d.txt"])
'a.txt, b.txt, c.txt and 1 more'
"""

from collections.abc import Iterable, Mapping, Sequence

from discrepancy.calendar import edtf
from discrepancy.calendar.printed_dates import date_words
from discrepancy.claims import Claim
from discrepancy.source import Source


def inferred_days(sources: Iterable[Source], claims: Iterable[Claim]) -> list[str]:
    """A note for the documents whose dates are reckoned from days that they do not tell."""
    dated = {c.source for c in claims if c.kind == "date" and c.relative and c.value.edtf}
    alike: dict[tuple[str, str], list[str]] = {}
    for source in sources:
        if source.anchor and source.published is None and source.id in dated:
            alike.setdefault((source.anchor, source.anchored_by or ""), []).append(source.id)
    return [
        f"{listed(names)} {'tells' if len(names) == 1 else 'tell'} no day of printing; taken to be "
        f"of {date_words(days)}, because {because}."
        for (days, because), names in alike.items()
    ]


def left_open(sources: Iterable[Source], claims: Iterable[Claim]) -> list[str]:
    """A note for the dates that nothing settles, and what would."""
    open_dates: dict[str, list[str]] = {}
    for claim in claims:
        if claim.kind == "date" and not claim.value.edtf:
            open_dates.setdefault(claim.source, []).append(f'"{" ".join(claim.text.split())}"')
    undated = {one.id for one in sources if not (one.published or _is_day(one.anchor))}
    unread = {name: told for name, told in open_dates.items() if name in undated}
    others = {name: told for name, told in open_dates.items() if name not in undated}
    notes = []
    if unread:
        tells = f"{listed([*unread])} {'tells' if len(unread) == 1 else 'tell'} no day of printing"
        phrases = _each_once(unread)
        notes.append(f"{tells}, so {phrases} cannot be compared: --published DAY gives one.")
    if others:
        told_by, phrases = listed([*others]), _each_once(others)
        notes.append(f"{told_by}: nothing tells from which day {phrases} is reckoned.")
    return notes


def _each_once(phrases: Mapping[str, Sequence[str]]) -> str:
    """The phrases of the documents, one that several have once."""
    return listed([*dict.fromkeys(one for told in phrases.values() for one in told)])


def _is_day(anchor: str | None) -> bool:
    return anchor is not None and edtf.precision(anchor) == "day"


def told_elsewhere(sources: Iterable[Source], claims: Iterable[Claim]) -> list[str]:
    """A note for the dates that another document of the story settles."""
    told = {(source.id, one.span): one for source in sources for one in source.elsewhere}
    alike: dict[tuple[str, str, str], list[str]] = {}
    for claim in claims:
        if claim.kind == "date" and (one := told.get((claim.source, claim.span))):
            alike.setdefault((claim.text, one.edtf, one.source), []).append(claim.source)
    return [
        f'{listed(names)}: "{phrase}" is taken to be {date_words(days)}, as {by} tells it of the '
        "same event."
        for (phrase, days, by), names in alike.items()
    ]


def listed(names: Sequence[str], most: int = 3) -> str:
    """The first of several names, and how many more there are."""
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"
