"""Infer the days of a story's documents in rounds: what has been dated dates others in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from discrepancy.calendar import edtf
from discrepancy.dating import calendar_years, leads, printing, same_event
from discrepancy.dating.documents import Document, Story, read, story_of, width
from discrepancy.dating.evidence import Printed, printed
from discrepancy.dating.printing import Told
from discrepancy.dating.signs import signs_of
from discrepancy.source import Source

_ROUNDS = 8


def anchored(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources; those that tell no day with the days on which they can have been printed."""
    undated = sorted(source.id for source in sources if not (source.published or source.anchor))
    if not undated or (len(sources) == 1 and not calendar_years.names_a_weekday(sources[0].text)):
        return tuple(sources)  # nothing else could date one that stands alone
    documents = {source.id: read(source) for source in sorted(sources, key=lambda one: one.id)}
    stories = {name: story_of(documents[name], documents) for name in undated}
    documents |= {name: _settled(documents[name], stories[name], documents) for name in undated}
    _date(documents, stories)
    return tuple(documents[source.id].source for source in sources)


def _date(documents: dict[str, Document], stories: Mapping[str, Story]) -> None:
    """Date the undated documents; one is asked again only where something is new to it."""
    asked_by: dict[str, set[str]] = {name: {name} for name in stories}
    for name, story in stories.items():
        for other in story.others:
            asked_by.setdefault(other, set()).add(name)
    open_still = set(stories)
    for _ in range(_ROUNDS):
        for name, story in stories.items():
            if name not in open_still:
                continue
            open_still.remove(name)
            dated = _dated(documents[name], story, documents)
            if dated is not documents[name]:
                documents[name] = dated
                open_still |= asked_by[name]
        if not open_still:
            break


def _settled(of: Document, story: Story, documents: Mapping[str, Document]) -> Document:
    """An undated document with what the calendar says of the days that it tells."""
    told = [of.phrases, *(documents[name].phrases for name in story.others)]
    every = [one for phrases in told for one in phrases]

    def weekday(one: Told) -> int | None:
        beside = calendar_years.weekday_beside(of.source.text, one)
        if beside is not None:
            return beside
        alike = same_event.weekday_of(one, every, story.weigh)
        return story.weekday if alike is None and leads.is_first(one) else alike

    settled = calendar_years.settle_years(
        of.phrases, weekday, calendar_years.bounds(every), calendar_years.neighbourhood(told)
    )
    return replace(of, settled=settled, signs=tuple(signs_of(of.source, of.phrases, settled)))


def _dated(of: Document, story: Story, documents: Mapping[str, Document]) -> Document:
    """An undated document with what its story says of its day; itself where that is no news."""
    if of.printed and not width(of.printed):
        return of
    others = [documents[name] for name in story.others]
    told = [*of.signs, *(sign for one in others for sign in one.signs)]
    matches = same_event.matches(of.source.id, of.phrases, of.opening, told, story.weigh)
    found = printed(of, story, documents, matches)
    source = of.source.model_copy(update=_told_of(of, found)) if found else of.source
    day = matches[0].sign.days if matches else None
    if source == of.source:
        return of if day == of.told else replace(of, told=day)
    return replace(
        of, source=source, told=day, signs=tuple(signs_of(source, of.phrases, of.settled))
    )


def _told_of(of: Document, found: Printed) -> dict[str, str]:
    """The anchor: of the days that it had before and not before the latest that it tells as past.

    Nothing new is told where these leave no day.
    """
    before = of.printed
    first, last = (before and printing.shared(before, found.days)) or found.days
    latest = calendar_years.bounds(of.phrases).past
    if (first, last) == before or (latest is not None and latest > last):
        return {}
    days = edtf.of_days(max(first, latest or first), last)
    return {"anchor": days, "anchored_by": found.because}
