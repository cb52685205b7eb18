"""What a finding is called: a short noun phrase for what is measured, of whom and where.

The words are the sources' own nouns, names and places, set into phrases of
data/measurands.toml; a bare unit, verb or key is never a title.

>>> from discrepancy.reading import laid_out
>>> from discrepancy.extraction import extract
>>> source = laid_out(Source(id="a", text="Nine houses were damaged in Norby."))
>>> title(next(claim for claim in extract(source) if claim.kind == "quantity"), source)
'Houses damaged in Norby'
"""

from collections.abc import Mapping
from functools import cache

from discrepancy import tables, units, words
from discrepancy.claims import (
    Category,
    Claim,
    Context,
    DateClaim,
    NameClaim,
    QuantityClaim,
    QuoteClaim,
    StatusClaim,
    TimeClaim,
)
from discrepancy.english import predicates, prepositions
from discrepancy.source import Source

LONGEST = 60
"""Characters of a title's noun phrase; a longer one gives way to its last noun."""

_BESIDE = 40
"""Characters behind an age in which its bearer is named: "24-year-old striker Ann Hale"."""


class _Done(tables.Row):
    predicate: str
    done: str
    of: str | None = None
    """The class of nouns that it can be done to; None: any."""


class _Event(tables.Row):
    predicate: str
    noun: str


class _Amount(tables.Row):
    category: str
    predicate: str | None = None
    begins: str
    of: str | None = None


class _Stretch(tables.Row):
    period: str
    begins: str


class _State(tables.Row):
    scale: str
    begins: str
    of: str | None = None


class _Naming(tables.Row):
    type: str
    begins: str


def title_of_two(a: Claim, b: Claim, sources: Mapping[str, Source]) -> str:
    """The title of two claims that are of two measurands: both, where they are named apart."""
    one, other = (_words(claim, sources[claim.source]) for claim in (a, b))
    both = one if _opened(one) == _opened(other) else f"{one}; {other}"
    return both if a.entry else _opened(both)


def title(claim: Claim, source: Source) -> str:
    """What is measured, counted, dated, said or named, in a phrase of two words or more."""
    told = _words(claim, source)
    return told if claim.entry else _opened(told)


def _opened(words: str) -> str:
    return words[:1].upper() + words[1:]


def _words(claim: Claim, source: Source) -> str:
    """The phrase as it stands within a line: with a capital only where the text has one."""
    if claim.entry:
        return ", ".join(filter(None, (claim.entry.measurand, claim.entry.subject)))
    context = claim.context or Context()
    match claim:
        case QuantityClaim():
            told = _figure(claim, context, source)
        case DateClaim() | TimeClaim():
            told = _dated(claim, context, source)
        case QuoteClaim():
            who = context.attribution or "somebody quoted"
            told = f"words of the {who}" if _plain(who) else f"words of {who}"
        case StatusClaim():
            told = _state(claim)
        case NameClaim():
            told = _named(claim)
    return " ".join(told.split())


def _plain(who: str) -> bool:
    """Whether somebody is told by a noun without its article: "statement", "court source"."""
    return who[0].islower() and not words.is_stop(who.split()[0]) and who != "somebody quoted"


def _figure(claim: QuantityClaim, context: Context, source: Source) -> str:
    """Those counted and what was done to them, or an amount and whose it is."""
    if claim.category is Category.COUNT:
        return f"{_counted(claim, context, source)}{_where(claim, context, source)}"
    if claim.noun and claim.category in (Category.PERCENT, Category.RATIO):
        return f"share of {_noun(claim, source)}{_where(claim, context, source)}"
    kind = claim.category.value
    if claim.category is Category.MEASURE:
        kind = units.dimension(claim.value.unit)
    row, event = _amount(kind, context.predicate), _event(context)
    if claim.category is Category.DURATION and row.predicate is None and event:
        return f"length of the {event}{_where(claim, context, source)}"
    if claim.category is Category.DURATION and row.predicate is None and _lasts(context):
        its = f" of {context.names[0]}" if context.names else _where(claim, context, source)
        return f"length of the {context.head}{its}"
    if kind == "[length]/[time]" and (blown := _blown(claim, source)):
        return f"speed of the {blown}{_where(claim, context, source)}"
    told = (context.bearer or "", *context.names, *context.places)
    if claim.category is Category.AGE:
        told = (_beside(claim, context, source) or "", *context.names, *told)
    whose = next((name for name in told if name and (not name.isupper() or " " in name)), None)
    title = row.of.format(of=whose) if row.of and whose else row.begins
    return _in_its_period(title, context.period)


def _lasts(context: Context) -> bool:
    """Whether the figure stands with what lasts so long: "a four-year contract"."""
    return context.head in tables.words("measurands", "lasting")


def _blown(claim: QuantityClaim, source: Source) -> str | None:
    """What blows so fast: "gusts", where the clause tells of them."""
    clause = claim.context.clause if claim.context else None
    told = words.tokens(source.text, clause.start, clause.end) if clause else ()
    blowing = tables.words("measurands", "blowing")
    return next((word.lower for word in told if word.lower in blowing), None)


def _beside(claim: QuantityClaim, context: Context, source: Source) -> str | None:
    """Who is named right before an age, "Ann Hale, 24", or right behind it."""
    before = source.text[: claim.span.start].rstrip(" ,(")
    behind = source.text[claim.span.end :][:_BESIDE]
    named = [name for name in (*context.names, context.bearer) if name]
    near = next((name for name in named if before.endswith(name.rpartition(" ")[2])), None)
    return near or next((name for name in named if name in behind), None)


def _in_its_period(title: str, period: str | None) -> str:
    """The title of an amount with the stretch that it covers: "third-quarter revenue of ..."."""
    rows = tables.rows("measurands", _Stretch, "stretch")
    begins = next((row.begins for row in rows if row.period == period), None)
    return f"{begins} {title[:1].lower()}{title[1:]}" if begins else title


def _counted(claim: QuantityClaim, context: Context, source: Source) -> str:
    """Those that are counted, in the plural, and what happened to them."""
    noun = _noun(claim, source)
    head = noun.rpartition(" ")[2]
    one = words.singular(head)
    for row in tables.rows("measurands", _Done, "count"):
        fits = row.of is None or row.of == words.noun_class(head)
        if row.predicate == context.predicate and fits and words.lemma(one) != row.predicate:
            return noun if row.done in noun else f"{noun} {row.done}"
    return f"number of {noun}"


def _noun(claim: QuantityClaim, source: Source) -> str:
    """The counted noun with its modifiers, in the plural; people for "the injured"."""
    told = " ".join((claim.noun.of(source.text) if claim.noun else "").split())
    head = told.rpartition(" ")[2] or (claim.value.unit or "person").replace("_", " ")
    if any(row.state for row in predicates.of_state(head.lower())):
        return "people"
    if not told or not head[-1:].isalpha() or len(told) > LONGEST:
        return words.plural((claim.value.unit or "person").replace("_", " "))
    many = head.endswith("s") or words.singular(head) != head.lower()
    return told if many else words.plural(told)


def _where(claim: Claim, context: Context, source: Source) -> str:
    """The place as the text puts it, "off Norby", "in the Norby Sea"; where it does, else whose."""
    for place in dict.fromkeys((*context.places, *context.where)):
        if told := _placed(source.text, place, claim.span.start):
            return f" {told}"
    return _whose(context)


def _placed(text: str, place: str, at: int) -> str | None:
    """The place with the preposition before it, from wherever that is nearest to the claim."""
    found = list(prepositions.before(text, place))
    nearest = min(found, key=lambda one: abs(one.start - at), default=None)
    return nearest.of(text) if nearest else None


def _whose(context: Context) -> str:
    """Whose figure it is, where that is somebody with a name of two words or more."""
    bearer = context.bearer or ""
    named = " " in bearer and bearer not in context.places
    return f" ({bearer})" if named else ""


def _dated(claim: DateClaim | TimeClaim, context: Context, source: Source) -> str:
    """The day or the hour of an event, and whose it was or where."""
    begins = "time" if claim.kind == "time" else "date"
    whose = f" ({context.names[0]})" if context.names else _where(claim, context, source)
    event = _event(context)
    return f"{begins} of {f'the {event}' if event else 'an event'}{whose}"


def _event(context: Context) -> str | None:
    """The noun of what happened, where a class of events tells it."""
    rows = tables.rows("measurands", _Event, "event")
    return next((row.noun for row in rows if row.predicate == context.predicate), None)


def _state(claim: StatusClaim) -> str:
    """What a scale asks, of its subject where that is told."""
    rows: tuple[_State, ...] = tables.rows("measurands", _State, "state")
    row = next((row for row in rows if row.scale == claim.scale), None)
    if row is None:
        return f"what is told of the {claim.scale}"
    return row.of.format(of=claim.subject) if row.of and claim.subject else row.begins


def _named(claim: NameClaim) -> str:
    if claim.role:
        return f"name of the {claim.role.removeprefix('the ')}"
    rows: tuple[_Naming, ...] = tables.rows("measurands", _Naming, "naming")
    return next(row.begins for row in rows if row.type == claim.type)


@cache
def _amount(category: str, predicate: str | None) -> _Amount:
    """The row of a category or dimension: of this predicate, else of any."""
    rows = [row for row in tables.rows("measurands", _Amount, "amount") if row.category == category]
    fitting = [row for row in rows if row.predicate == predicate] or [
        row for row in rows if row.predicate is None
    ]
    return fitting[0] if fitting else _amount("measure", None)
