"""What a story says of the day on which one of its undated documents was printed, strongest first.

Of its dateline: "NORBY, March 13" beside another of its story that is of that week. Of one event:
the document says "Tuesday" of what another one dates. Of its lead: it begins with the weekday that
most of its story begins with. Of itself: it tells of a day that the calendar settles. Of its
months: others give the month that it names a year. Of its company: the others were all printed
within two weeks.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from discrepancy.calendar import datelines, edtf, written_dates
from discrepancy.calendar.datelines import Dateline
from discrepancy.calendar.printed_dates import date_words
from discrepancy.dating import leads, printing
from discrepancy.dating.documents import Document, Story, width
from discrepancy.dating.printing import Days, Told
from discrepancy.dating.same_event import Match
from discrepancy.dating.signs import OF_STORY, Sign
from discrepancy.source import Layout, Source
from discrepancy.words.cuts import letters

_MONTH = timedelta(days=31)
_AROUND = timedelta(days=30)
"""How far from its company a document of the same news was printed at most."""
_AGREED = 2
"""How many others must give a month the same year."""
_COMPANY = 3
"""How many others must have been printed close together: one may be a look back."""
_OPENING = 3
"""Paragraphs below the headline in which a dateline stands."""
_AFTER = timedelta(days=60)
"""How long after the day of its news a document was printed at most."""
_BEFORE = timedelta(days=180)
"""How long before a day that it looks ahead to."""


class Printed(NamedTuple):
    """When a document can have been printed, and why."""

    days: Days
    because: str


def printed(
    of: Document, story: Story, documents: Mapping[str, Document], matches: Sequence[Match]
) -> Printed | None:
    """When an undated document was printed, by all evidence there is.

    Args:
        of: the document.
        story: what it belongs to.
        documents: those of the folder, by id.
        matches: the days that it or others tell of events it tells of, likest first.
    """
    others = [documents[name] for name in story.others]
    return _narrowed(
        _by_dateline(of, others),
        _by_event(of, others, matches),
        _by_lead(of, story, others),
        _by_itself(of),
        _by_month(of, others),
        _by_company([documents[name] for name in story.close]),
    )


def _by_dateline(of: Document, others: Sequence[Document]) -> Printed | None:
    """Its dateline lacks only the year, and one of its story was printed within two weeks of it."""
    line = _dateline(of.source)
    if line is None or line.day is None or line.day.alternatives:
        return None
    known = {one.source.id: days for one in others if (days := one.printed)}
    meant: dict[date, str] = {}
    for name, days in known.items():
        if width(days) <= _MONTH:
            years = range(days[0].year - 1, days[1].year + 2)
            for day in (edtf.interval(one)[0] for one in edtf.in_years(line.day.edtf, years)):
                if days[0] - OF_STORY <= day <= days[1] + OF_STORY:
                    meant.setdefault(day, name)
    if len(meant) != 1:
        return None
    ((day, name),) = meant.items()
    written = line.day.span.of(of.source.text)
    because = f'its dateline has "{written}", and {name} is of {_named(known[name])}'
    return Printed((day, day), because)


def _dateline(source: Source) -> Dateline | None:
    """The dateline of a report, which a masthead or a summary may stand above."""
    layout = source.layout or Layout()
    body = [span for span in layout.paragraphs if span != layout.headline][:_OPENING]
    found = (datelines.find(source.text, span, opens=not n) for n, span in enumerate(body))
    return next(filter(None, found), None)


def _narrowed(*evidence: Printed | None) -> Printed | None:
    """The first evidence that there is, and where it is of more than a month, what follows."""
    found: Printed | None = None
    for other in filter(None, evidence):
        if found is None:
            found = other
        elif width(found.days) > _MONTH and (days := printing.shared(found.days, other.days)):
            found = Printed(days, other.because)
    return found


def _by_event(of: Document, others: Sequence[Document], matches: Sequence[Match]) -> Printed | None:
    """It says "Tuesday" of what it or another document dates."""
    seen = Counter(one.told for one in others if one.told)
    if not matches or not _is_borne_out(of, matches, seen):
        return None
    days = matches[0].printed
    for match in matches:
        both = printing.shared(days, match.printed)
        if both is None and (match.kind == "day" or match.pairs == matches[0].pairs):
            return None
        days = both or days  # what is less alike is of another event
    told = [match for match in matches if printing.shared(days, match.printed)]
    best = min(told, key=lambda match: width(match.printed))  # of equals, the likest
    who = "it" if best.sign.source == of.source.id else best.sign.source
    meant = _named(best.sign.days)
    return Printed(days, f'{who} dates what it tells of "{best.phrase}" to {meant}')


def _is_borne_out(of: Document, matches: Sequence[Match], seen: Mapping[Days, int]) -> bool:
    """One sentence that is much the same will do, else more: a running story repeats its words.

    As good as one more are two undated documents that tell of that day, and months of printing
    that it lies in.
    """
    best = matches[0]
    pairs = {(match.phrase_at, match.sign.source) for match in matches}
    told = seen.get(best.sign.days, 0) >= 2
    known = of.printed
    months = known is not None and width(known) <= 3 * _MONTH
    fits = months and printing.shared(known, best.printed) is not None
    return len(pairs) + told + fits >= best.pairs


def _by_lead(of: Document, story: Story, others: Sequence[Document]) -> Printed | None:
    """Its lead tells of the weekday that most leads of its story tell of, and one dates."""
    days = leads.days(story.weekday, [sign for one in (of, *others) for sign in one.signs])
    if len(days) != 1 or leads.weekday_of(of.phrases) != story.weekday:
        return None
    (day,) = days
    return Printed(
        (day, day + timedelta(days=6)),
        f"most of its story begin with that day, {_named((day, day))}",
    )


def _by_month(of: Document, others: Sequence[Document]) -> Printed | None:
    """Several of its story give the month that it tells without a year the same one."""
    signs = [sign for other in others for sign in other.signs]
    for one in of.phrases:
        month = _month_told(one, signs)
        seen = printing.seen(one.claim.text, one.template[:7])
        days = month and seen and printing.printed_if(seen, month, ahead=one.ahead)
        if month and days:
            return Printed(days, f"others of its story tell of {_named(month)}")
    return None


def _month_told(one: Told, signs: Sequence[Sign]) -> Days | None:
    """The month that a phrase without its year tells of, if all the others mean the same one."""
    month = one.template[:7]
    same = [sign for sign in signs if month and _month_without_year(sign) == month]
    years = {day.year for sign in same for day in sign.days}
    told = {sign.source for sign in same if sign.told.ahead == one.ahead}
    if len(years) != 1 or len(told) < _AGREED:
        return None
    return edtf.interval(edtf.in_year(month, years.pop()))


def _month_without_year(sign: Sign) -> str:
    """XXXX-07 where a sign is written with a month and no year, whatever dates it, else nothing."""
    written = letters(sign.told.claim.text)
    months = {day.month for day in sign.days}
    if not sign.told.claim.relative or len(months) > 1:
        return sign.told.template[:7]
    named = "year" not in written and not set(written).isdisjoint(written_dates.numbers("month"))
    return f"XXXX-{months.pop():02}" if named else ""


def _by_itself(of: Document) -> Printed | None:
    """It tells of a day that the calendar settles, and of none that is later."""
    ahead = {one.claim.span: one.ahead for one in of.phrases}
    past = [days for span, days in of.settled.items() if not ahead[span]]
    past += [(day, day) for one in of.phrases if (day := _day_of_a_stated_month(one))]
    if past:
        latest = max(past)[1]
        return Printed((latest, latest + _AFTER), f"its news is of {_named((latest, latest))}")
    to_come = [days for span, days in of.settled.items() if ahead[span]]
    if to_come:
        first, last = min(to_come)
        return Printed((first - _BEFORE, last), f"it looks ahead to {_named((first, last))}")
    return None


def _day_of_a_stated_month(one: Told) -> date | None:
    """A past day that is written without its year, where the text states that of the month."""
    period = one.claim.value.edtf
    if one.ahead is not False or not one.claim.relative or not period or len(period) != 10:
        return None
    return edtf.interval(period)[0] if one.claim.text[-1:].isdigit() else None


def _by_company(others: Sequence[Document]) -> Printed | None:
    """The others of its story were printed close together."""
    known = [days for one in others if (days := one.printed)]
    close = [days for days in known if width(days) <= _AFTER]
    if len(close) < _COMPANY:
        return None
    first, last = sorted((min(last for _, last in close), max(first for first, _ in close)))
    if max(first for first, _ in close) - min(last for _, last in close) > OF_STORY:
        return None
    because = f"the others of its story are of {_named((first, last))}"
    return Printed((first - _AROUND, last + _AROUND), because)


def _named(days: Days) -> str:
    """Days for a reader: 6 January 2009, February 2009, 6 to 12 January 2009."""
    return date_words(edtf.of_days(*days))
