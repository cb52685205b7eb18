"""hypothesis strategies: values, claims, sources and small stories with planted conflicts.

>>> from hypothesis import given
>>> @given(stories(conflicts=1))
... def test_a_story_has_sources(story):
...     assert len(story.sources) >= 2 and len(story.conflicts) == 1
>>> test_a_story_has_sources()

Every claim that is drawn stands on its words: `claim.span.of(source.text) == claim.text`.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

try:
    from hypothesis import strategies as st
except ModuleNotFoundError:
    from discrepancy.errors import MissingExtra

    raise MissingExtra('to draw test data, run: pip install "discrepancy[testing]"') from None

from discrepancy.claims import (
    Bound,
    Category,
    Claim,
    Context,
    DateClaim,
    DateValue,
    NameClaim,
    QuantityClaim,
    QuantityValue,
    QuoteClaim,
    StatusClaim,
    TextValue,
    TimeClaim,
    TimeValue,
    Trend,
)
from discrepancy.source import Source
from discrepancy.span import Span
from discrepancy.testing.planted import Planted, Story, fillers, measurands

_UNITS = {
    Category.COUNT: ("person", "soldier", "container"),
    Category.MONEY: ("USD", "EUR"),
    Category.PERCENT: ("percent",),
    Category.MEASURE: ("kilometer", "meter", "mile", "kilogram"),
    Category.DURATION: ("minute", "hour", "day"),
    Category.NUMBER: (None,),
}
_KINDS = ("quantity", "date", "time", "quote", "status", "name")
_GIVEN = ("Anna", "Anne", "Peter", "Maria")
_FAMILY = ("Hollin", "Holling", "Brask", "Teverow")
_WORDS = ("we", "will", "not", "sign", "the", "treaty", "if", "they", "intend", "to", "leave")


def figures(low: int = 0, high: int = 10**9) -> st.SearchStrategy[Decimal]:
    """Exact figures as news prints them: few digits that count, then zeros or one decimal."""
    significant = st.integers(min_value=1, max_value=9999)
    return st.builds(
        lambda digits, exponent: Decimal(digits).scaleb(exponent),
        significant,
        st.integers(min_value=-1, max_value=5),
    ).filter(lambda figure: low <= figure <= high)


@st.composite
def quantities(
    draw: st.DrawFn,
    *,
    category: Category | None = None,
    bounds: Sequence[Bound] = tuple(Bound),
) -> QuantityValue:
    """Figures with a unit of the category and one of the bounds; ranges where they are asked."""
    chosen = category or draw(st.sampled_from(tuple(_UNITS)))
    low = high = draw(figures())
    bound = draw(st.sampled_from(bounds))
    if bound is Bound.RANGE:
        high = low + draw(figures())
    return QuantityValue(
        low=low,
        high=high,
        unit=draw(st.sampled_from(_UNITS[chosen])),
        bound=bound,
        trend=draw(st.sampled_from((None, None, Trend.UP, Trend.DOWN))),
    )


def days() -> st.SearchStrategy[date]:
    """Days that news writes about."""
    return st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31))


def edtf_dates() -> st.SearchStrategy[str]:
    """EDTF level 1: days, months, seasons, years, decades, intervals, about and uncertain."""
    day = days().map(date.isoformat)
    month = days().map(lambda one: one.isoformat()[:7])
    year = days().map(lambda one: one.isoformat()[:4])
    season = st.builds("{}-{}".format, year, st.integers(min_value=21, max_value=24))
    decade = year.map(lambda one: f"{one[:3]}X")
    part = st.one_of(day, month, year, season, decade)
    interval = st.tuples(days(), days()).map(lambda two: "/".join(map(str, sorted(two))))
    return st.one_of(part, st.builds("{}{}".format, part, st.sampled_from("~?")), interval)


@st.composite
def claims(draw: st.DrawFn, *, kinds: Sequence[str] = _KINDS) -> Claim:
    """A claim of one of the kinds, in a sentence of its own; source "a.txt"."""
    made: dict[str, st.SearchStrategy[Claim]] = {
        "quantity": quantity_claims(),
        "date": date_claims(),
        "time": time_claims(),
        "quote": quote_claims(),
        "status": status_claims(),
        "name": name_claims(),
    }
    return draw(made[draw(st.sampled_from(kinds))])


@st.composite
def quantity_claims(
    draw: st.DrawFn,
    *,
    category: Category | None = None,
    bounds: Sequence[Bound] = tuple(Bound),
) -> QuantityClaim:
    """A figure in a sentence of its own."""
    chosen = category or draw(st.sampled_from(tuple(_UNITS)))
    value = draw(quantities(category=chosen, bounds=bounds))
    return QuantityClaim(value=value, category=chosen, **_placed(f"{value.low} {value.unit}"))


@st.composite
def date_claims(draw: st.DrawFn) -> DateClaim:
    """A day or period in a sentence of its own."""
    edtf = draw(edtf_dates())
    bound = draw(st.sampled_from((Bound.EXACT, Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST)))
    return DateClaim(value=DateValue(edtf=edtf), bound=bound, **_placed(edtf))


@st.composite
def time_claims(draw: st.DrawFn) -> TimeClaim:
    """A clock time, with an offset or without."""
    clock = draw(st.times()).strftime(draw(st.sampled_from(("%H:%M", "%H:%M:%S"))))
    zone = draw(st.sampled_from((None, "Z", "+05:30", "-08:00")))
    return TimeClaim(value=TimeValue(time=clock, zone=zone), **_placed(clock))


@st.composite
def quote_claims(draw: st.DrawFn) -> QuoteClaim:
    """An utterance in quotation marks."""
    said = " ".join(draw(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=12)))
    placed = _placed(said)
    return QuoteClaim(value=TextValue(text=said), parts=(placed["span"],), **placed)


@st.composite
def status_claims(draw: st.DrawFn) -> StatusClaim:
    """A position on a scale."""
    level = draw(st.integers(min_value=0, max_value=3))
    text = f"stage {level}"
    return StatusClaim(value=TextValue(text=text), scale="custody", level=level, **_placed(text))


@st.composite
def name_claims(draw: st.DrawFn) -> NameClaim:
    """Somebody in a role."""
    name = f"{draw(st.sampled_from(_GIVEN))} {draw(st.sampled_from(_FAMILY))}"
    role = draw(st.sampled_from((None, "mayor", "clerk of the court")))
    return NameClaim(value=TextValue(text=name), role=role, **_placed(name))


@st.composite
def stories(
    draw: st.DrawFn,
    *,
    documents: int | None = None,
    conflicts: int | None = None,
) -> Story:
    """Two to four documents about one event that agree on all but the planted conflicts.

    Args:
        draw: given by hypothesis.
        documents: how many.
        conflicts: on how many measurands the last document departs; left out, none to two.
    """
    count = documents or draw(st.integers(min_value=2, max_value=4))
    told = draw(st.lists(st.sampled_from(measurands()), min_size=3, max_size=5, unique=True))
    departing = draw(st.integers(0, 2)) if conflicts is None else conflicts
    texts: list[list[str]] = [[] for _ in range(count)]
    planted = []
    for position, measurand in enumerate(told):
        pair = st.lists(st.sampled_from(measurand.values), min_size=2, max_size=2, unique=True)
        stated, other = draw(pair)
        given = [stated] * (count - 1) + [other if position < departing else stated]
        forms = [draw(st.integers(0, len(measurand.forms) - 1)) for _ in given]
        for text, value, form in zip(texts, given, forms, strict=True):
            wording = draw(st.integers(0, len(measurand.wordings) - 1))
            text.append(measurand.tell(value, wording=wording, form=form))
        planted.append(
            Planted(
                about=measurand.about,
                kind=measurand.kind,
                stated=measurand.spelled(given[0], forms[0]),
                changed=measurand.spelled(other, forms[-1]) if position < departing else None,
            )
        )
    sources = tuple(_document(draw, number, text) for number, text in enumerate(texts))
    return Story(sources=sources, planted=tuple(planted))


def _document(draw: st.DrawFn, number: int, sentences: list[str]) -> Source:
    between = draw(st.lists(st.sampled_from(fillers()), max_size=2, unique=True))
    return Source(
        id=f"{'abcdefgh'[number]}.txt",
        text="\n\n".join(sentences + between) + "\n",
        published=date(2021, 4, 8),
    )


def _placed(words: str) -> dict[str, Any]:
    """The place of words in the sentence "It was <words>."."""
    span = Span(start=7, end=7 + len(words))
    sentence = Span(start=0, end=span.end + 1)
    context = Context(sentence=sentence, clause=sentence)
    return {"source": "a.txt", "span": span, "text": words, "context": context}
