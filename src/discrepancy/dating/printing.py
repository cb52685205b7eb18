"""When a document that does not tell its day can have been printed, by the dates it tells.

Told on a Tuesday of what happened "on Tuesday" means that day or one of the six after it; told
of what happened "yesterday" it means the day after. Each phrase so bounds the day of printing.

>>> sixth = date(2009, 1, 6), date(2009, 1, 6)
>>> printed_if(seen("yesterday"), sixth)
(datetime.date(2009, 1, 7), datetime.date(2009, 1, 7))
>>> printed_if(seen("Tuesday"), sixth)
(datetime.date(2009, 1, 6), datetime.date(2009, 1, 12))
>>> printed_if(seen("Wednesday"), sixth) is None
True
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from discrepancy.calendar import edtf, written_dates
from discrepancy.claims import Claim, DateClaim
from discrepancy.english import predicates, tense
from discrepancy.english.numbers.counts import in_words, worth
from discrepancy.extraction.dates import reckoning
from discrepancy.source import Layout, Source, in_newsprint
from discrepancy.words import content_words

Days = tuple[date, date]
"""A first and a last day."""

_WITHIN = timedelta(days=300)
"""How long before or after a day a text may name it without its year."""


class Told(NamedTuple):
    """A date phrase of a document and the sentence it stands in."""

    claim: DateClaim
    sentence: int
    """Its place in the document; the headline is the first."""
    words: frozenset[str]
    """The content words of the sentence, without its dates."""
    ahead: bool | None
    """Whether the words around it look ahead, back, or tell nothing."""

    @property
    def template(self) -> str:
        """XXXX-07-24, XXXX-07 or (early July) a period where it writes no year, else nothing."""
        return next((text for text in self.claim.alternatives if text.startswith("XXXX-")), "")

    @property
    def is_period(self) -> bool:
        """Whether it is written as more than one day, with its year or without."""
        told = self.claim.value.edtf or self.template
        return bool(told) and len(told) != len("XXXX-07-24")


def told(source: Source, claims: Sequence[Claim]) -> Iterator[Told]:
    """The date phrases of a laid-out source with their sentences.

    Years without newspapers ("in 1389", "in 9999") are left out: no text was printed near them.
    So are sentences that look back on an event from years after it: they tell of two days.
    """
    sentences = (source.layout or Layout()).sentences
    dates = [claim for claim in claims if isinstance(claim, DateClaim) and _may_date(claim)]
    at = 0
    for number, span in enumerate(sentences):
        here = []
        while at < len(dates) and dates[at].span.start < span.end:
            here.append(dates[at])
            at += 1
        if here and not _looks_back().search(source.text, span.start, span.end):
            content = words(span.of(source.text))
            for claim in here:
                ahead = tense.looks_ahead(
                    source.text, span.start, span.end, claim.span.start, claim.span.end
                )
                yield Told(claim, number, content, ahead)


@cache
def _looks_back() -> re.Pattern[str]:
    # on Tuesday, a decade after the ferry sank | ten years on | the fifth anniversary of the raid
    count = rf"(?:{in_words()}|\d{{1,3}})"
    return re.compile(
        rf"\b(?:{count} (?:years?|decades?|century|centuries) (?:after|on|since)\b(?! \d)"
        r"|(?:years?|th|st|nd|rd|[a-z]+th) anniversary\b)",
        re.IGNORECASE,
    )


def _may_date(claim: DateClaim) -> bool:
    """Whether a text can have been printed about the days that a phrase means."""
    told = claim.value.edtf
    if told is None or "X" in told:
        return True
    ends = (end for end in told.split("/") if end not in ("", ".."))
    return all(in_newsprint(day) for end in ends for day in edtf.interval(end))


@lru_cache(maxsize=2048)  # a lead is read for its dates and as an opening, and read again
def words(sentence: str) -> frozenset[str]:
    """The content words of a sentence but those that tell when."""
    found = content_words(sentence)
    telling = (w for w in found if len(w) > 2 and w not in _of_the_calendar())
    return frozenset(map(_event, telling))


@cache
def _event(word: str) -> str:
    """The class of a word for an event: a killing, a death and "was killed" are one."""
    rows = predicates.of_verb(word) or predicates.of_noun(word)
    return rows[0].id if rows else word


@cache
def _of_the_calendar() -> frozenset[str]:
    names = (*written_dates.numbers("weekday"), *written_dates.numbers("month"))
    return frozenset(names) | frozenset(_RELATIVE.split())


_RELATIVE = """
yesterday today tonight day night morning afternoon week fortnight month year ago last next early
late mid sometime
"""


class Seen(NamedTuple):
    """How a phrase sees a day from the day of printing."""

    kind: str
    """weekday, day (of a month), near (today, yesterday), ago (days or weeks), month or year."""
    number: int = 0
    """The weekday; how many days, months or years back it lies."""
    slack: int = 0
    """How many days nearer or farther back it may lie as well."""
    template: str = ""
    """XXXX-12-06 or XXXX-12, where the phrase writes a day or a month without its year."""

    @property
    def back(self) -> timedelta:
        """How long before the printing the day lies at most, where the phrase goes back far."""
        match self.kind:
            case "ago":
                return timedelta(days=self.number + self.slack)
            case "year":
                return timedelta(days=366 * (self.number + 1))
            case _:
                return timedelta(0)


@cache
def _phrase() -> re.Pattern[str]:
    weekdays = "|".join(day for day in written_dates.numbers("weekday") if day.endswith("day"))
    counts = in_words()
    return re.compile(
        rf"""(?:(?P<which>last|this|this[ ]past|past)[ ])?(?P<weekday>{weekdays})
        | (?P<yesterday>yesterday) | (?P<night>last[ ]night)
        | (?P<today>today|tonight|this[ ](?:morning|afternoon|evening))
        | (?P<step>last|this|next)[ ](?P<period>month|year)
        | [a-z]{{3,}}\.?[ ](?:\d\d?[ ])?(?P<of_year>this|last|next)[ ]year
        | (?P<count>an?|{counts}|\d{{1,2}})[ ](?P<unit>days?|weeks?|fortnights?|years?)[ ]ago""",
        re.VERBOSE | re.IGNORECASE,
    )


_STEPS = {"last": 1, "this": 0, "next": -1}


def seen(phrase: str, template: str = "", *, about: bool = False) -> Seen | None:
    """Read a phrase; None where it does not bound the day of printing.

    Args:
        phrase: its words, without the "about" before them.
        template: how it is written without its year, if it is.
        about: whether it is told as a rough one.

    >>> seen("Last month"), seen("two days ago"), seen("6 December", "XXXX-12-06")
    (Seen(kind='month', number=1, slack=0, template=''), \
Seen(kind='ago', number=2, slack=0, template=''), \
Seen(kind='day', number=0, slack=0, template='XXXX-12-06'))
    >>> seen("a fortnight ago", about=True)
    Seen(kind='ago', number=14, slack=4, template='')
    """
    found = _phrase().fullmatch(phrase)
    if found is None:
        kind = "day" if len(template) == len("XXXX-12-06") else "month"
        return Seen(kind, template=template) if template else None
    if found["weekday"]:
        late = found["which"] and found["which"].lower() != "this"
        number = written_dates.numbers("weekday")[found["weekday"].lower()]
        return Seen("weekday", number + (7 if late else 0))
    if found["count"]:
        count = worth(found["count"])
        back = 1 if count is None else count
        unit = found["unit"].lower().rstrip("s")
        return (
            Seen("year", back)
            if unit == "year"
            else _ago(back * written_dates.UNITS[unit], about=about)
        )
    if found["of_year"]:
        return Seen("year", _STEPS[found["of_year"].lower()])
    if found["period"]:
        return Seen(found["period"].lower(), _STEPS[found["step"].lower()])
    return Seen("near", 1 if found["yesterday"] or found["night"] else 0)


def _ago(days: int, *, about: bool) -> Seen:
    """So many days ago; weeks are rounded, and what is "about" so long is a quarter off at most."""
    slack = -(-days // 4) if about else int(days % written_dates.UNITS["week"] == 0)
    return Seen("ago", days, slack)


@lru_cache(maxsize=4096)  # the documents of a story say "Tuesday" of the same days
def printed_if(phrase: Seen, days: Days, *, ahead: bool | None = False) -> Days | None:
    """The days on which a text may be printed that calls one of `days` so.

    Args:
        phrase: how the text calls the day.
        days: the day; the first and last where it is known less well.
        ahead: whether the text looks ahead to it.

    Returns:
        The first and last such day; None: no such text can call it so.
    """
    if days[1] - days[0] > _WIDEST.get(phrase.kind, _WITHIN):
        return None
    if phrase.template:
        return _printed_near(phrase.template, days, ahead)
    match phrase.kind:
        case "weekday":
            own = _days_of(days, phrase.number % 7)
            late = phrase.number >= 7  # last Tuesday is not today
            single = own is not None and own[0] == own[1]
            return _later(own, 1 if late else 0, 7 if late else 6) if own and single else None
        case "near":
            return _later(days, phrase.number, phrase.number)
        case "ago":
            return _later(days, phrase.number - phrase.slack, phrase.number + phrase.slack)
        case "month":
            first, last = (reckoning.shifted(day, months=phrase.number) for day in days)
            return first.replace(day=1), reckoning.shifted(last.replace(day=1), months=1) - _DAY
        case _:
            return (
                date(days[0].year + phrase.number, 1, 1),
                date(days[1].year + phrase.number, 12, 31),
            )


_DAY = timedelta(days=1)
_WIDEST = {
    "weekday": 10 * _DAY,
    "near": 0 * _DAY,
    "ago": 10 * _DAY,
    "month": 30 * _DAY,
    "year": 365 * _DAY,
}
"""How well a day must be known to bear out a phrase: any year has a Tuesday."""


def _later(days: Days, least: int, most: int) -> Days:
    return days[0] + timedelta(days=least), days[1] + timedelta(days=most)


def _days_of(days: Days, weekday: int) -> Days | None:
    """The first and the last such weekday among the days."""
    first = days[0] + timedelta(days=(weekday - days[0].weekday()) % 7)
    last = days[1] - timedelta(days=(days[1].weekday() - weekday) % 7)
    return (first, last) if first <= last else None


def _printed_near(template: str, days: Days, ahead: bool | None) -> Days | None:
    """Where "6 December" is one of the days: within the year, on the side it is seen from."""
    meant = map(edtf.interval, edtf.in_years(template, range(days[0].year, days[1].year + 1)))
    own = [both for period in meant if (both := shared(period, days))]
    if not own:
        return None
    first, last = own[0][0], own[-1][1]
    return (first - _WITHIN if ahead is not False else first), (
        last + _WITHIN if ahead is not True else last
    )


def shared(a: Days | None, b: Days | None) -> Days | None:
    """The days that lie in both."""
    if a is None or b is None:
        return None
    first, last = max(a[0], b[0]), min(a[1], b[1])
    return (first, last) if first <= last else None
