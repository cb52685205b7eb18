"""What an amount is called, and whose it is: rows of data/measurands.toml.

>>> row("money", "revenue").begins, summed(Context(head="dividend"))
('Revenue reported', 'amount of the dividend')
"""

from functools import cache

from discrepancy import tables, words
from discrepancy.claims import Category, Context, QuantityClaim
from discrepancy.english import prepositions
from discrepancy.english.predicates import AWAY
from discrepancy.english.telling import measured
from discrepancy.source import Source
from discrepancy.span import Span

_BESIDE = 40
"""Characters behind an age in which its bearer is named: "24-year-old striker Ann Hale"."""
_UNIT = 5
"""Letters of a name that may be a unit: GHz."""


class Amount(tables.Row):
    """What an amount of one kind is called, and "of" whom."""

    category: str
    predicate: str | None = None
    begins: str
    of: str | None = None
    part: str | None = None
    beside: str | None = None
    changed: str | None = None
    done: str | None = None


class _Spent(tables.Row):
    verb: str
    done: str


class _Stretch(tables.Row):
    period: str
    begins: str


@cache
def row(category: str, predicate: str | None) -> Amount:
    """The row of a category or dimension: of this predicate, else of any."""
    rows = [one for one in tables.rows("measurands", Amount, "amount") if one.category == category]
    fitting = [one for one in rows if one.predicate == predicate] or [
        one for one in rows if one.predicate is None
    ]
    return fitting[0] if fitting else row("measure", None)


def holder(claim: QuantityClaim, kind: str, context: Context, source: Source) -> str | None:
    """Who or what an amount is told of, by name."""
    told = (context.bearer or "", *context.names, *context.places)
    if claim.category is Category.AGE:
        told = (_beside(claim, context, source) or "", *context.names, *told)
    elif context.predicate == AWAY:
        told = (prepositions.far_from(source.text, claim.span.end) or "", *context.places)
    elif kind in ("[length]", "rank"):  # "the wheel at Norby" is not Norby
        told = tuple(
            one for one in told if not prepositions.nearest(source.text, one, claim.span.start)
        )
    return next(filter(_is_shown, told), None)


def beside(claim: QuantityClaim, amount: Amount, source: Source) -> str | None:
    """What an amount is called by the nouns beside it: "order backlog", "level of the river"."""
    context = claim.context
    if context is None:
        return None
    hedge = claim.hedge or claim.span
    figure = Span(start=min(hedge.start, claim.span.start), end=claim.span.end)
    found = measured.told(source.text, context.sentence, figure)
    if found is None or _is_somebody(found.what) is not (claim.category is Category.AGE):
        return None
    moved = found.verb in tables.words("measurands", "moving")
    named = claim.category is Category.MONEY or (claim.category is Category.PERCENT and not moved)
    last = found.what.rpartition(" ")[2]
    named = named or last in tables.words("measurands", "measures")  # "peak altitude"
    alone = amount.predicate is None or last in tables.words("measurands", "measures")
    if named and found.how == "before" and " " in found.what and alone:
        return found.what  # "order backlog", "main interest rate"
    if found.how == "of":
        return _put(amount.part, found.what)
    if found.how != "before" or (moved and amount.changed):
        return _put(amount.changed, found.what)
    return _put(amount.beside, found.what)


def _is_somebody(what: str) -> bool:
    """Whether the nouns are of people: a four-year veteran is not so long."""
    return words.noun_class(words.singular(what.rpartition(" ")[2])) == "person"


def _put(form: str | None, what: str) -> str | None:
    return form and form.format(of=what)


def summed(context: Context) -> str | None:
    """What money is called by the word that it stands with: a dividend, what is saved."""
    if context.head in tables.words("measurands", "sums"):
        return f"amount of the {context.head}"
    rows = tables.rows("measurands", _Spent, "spent")
    return next((f"sum {row.done}" for row in rows if row.verb == context.head), None)


def _is_shown(name: str) -> bool:
    """Whether a name tells whose something is: no "The", no "GHz", no heading in capitals."""
    unit = len(name) < _UNIT and not name[1:].islower()
    return " " in name or not (unit or name.isupper() or words.is_stop(name))


def lasts(context: Context) -> bool:
    """Whether the figure stands with what lasts so long: "a four-year contract"."""
    return context.head in tables.words("measurands", "lasting")


def blown(claim: QuantityClaim, source: Source) -> str | None:
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


def in_its_period(title: str, period: str | None) -> str:
    """The title of an amount with the stretch that it covers: "third-quarter revenue of ..."."""
    rows = tables.rows("measurands", _Stretch, "stretch")
    begins = next((row.begins for row in rows if row.period == period), None)
    told = title.removesuffix(" reported")  # "third-quarter revenue" says enough
    return f"{begins} {told[:1].lower()}{told[1:]}" if begins else title
