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

from discrepancy import tables, words
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
from discrepancy.comparison.titles import amounts
from discrepancy.english import predicates, prepositions
from discrepancy.english.telling import happenings
from discrepancy.measures import units
from discrepancy.source import Source
from discrepancy.span import Span

LONGEST = 60
"""Characters of a title's noun phrase; a longer one gives way to its last noun."""

_STEM = 5
"""Letters that a noun and a verb share where they are of one stem: employees, employed."""


class _Done(tables.Row):
    predicate: str
    done: str
    of: str | None = None
    """The class of nouns that it can be done to; None: any."""


class _Event(tables.Row):
    predicate: str
    noun: str


class _State(tables.Row):
    scale: str
    begins: str
    of: str | None = None


def title_of_two(a: Claim, b: Claim, sources: Mapping[str, Source]) -> str:
    """The title of two claims that are of two measurands: both, where they are named apart."""
    one, other = (_words(claim, sources[claim.source]) for claim in (a, b))
    both = one if _opened(one) == _opened(other) else f"{one}; {other}"
    return both if a.entry else _opened(both)


def title_of_one(a: Claim, b: Claim, sources: Mapping[str, Source]) -> str:
    """The title of two claims on one measurand: by the second where the first tells too little."""
    first = title(a, sources[a.source])
    return title(b, sources[b.source]) if _is_vague(first) else first


def _is_vague(title: str) -> bool:
    return title.lower().startswith(tables.lines("measurands", "vague_titles"))


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
        case QuantityClaim(category=Category.RANK, noun=Span() as noun):
            last = words.tokens(source.text, noun.start, noun.end)[-1].text
            told = f"which {last} it was"  # the 12th missile, or the 21st
        case QuantityClaim():
            told = _figure(claim, context, source)
        case DateClaim() | TimeClaim():
            told = _dated(claim, context, source)
        case QuoteClaim():
            told = _said_by(context.attribution)
        case StatusClaim():
            told = _state(claim)
        case NameClaim():
            told = _named(claim, source)
    return " ".join(told.split())


def _said_by(who: str | None) -> str:
    """Whose words they are: of "the mayor", where one is told by an office without its article."""
    if not who:
        return "wording of a quotation"
    *names, last = (token.text for token in words.tokens(who))
    office = last.lower() in tables.words("titles", "roles")
    body = not names and last.lower() in tables.words("titles", "sole_bodies")
    if last[0].isupper() and (office or body):
        who = " ".join((*names, last.lower()))  # "Norby Governor", "Police"
    elif not who[0].islower():
        return f"words of {who}"
    return f"words of {who}" if words.is_stop(who.partition(" ")[0]) else f"words of the {who}"


def _figure(claim: QuantityClaim, context: Context, source: Source) -> str:
    """Those counted and what was done to them, or an amount and whose it is."""
    if claim.category is Category.COUNT:
        return f"{_counted(claim, context, source)}{_where(claim, context, source)}"
    if claim.noun and claim.category in (Category.PERCENT, Category.RATIO):
        return f"share of {_noun(claim, source)}{_where(claim, context, source)}"
    kind = claim.category.value
    if claim.category is Category.MEASURE:
        kind = units.dimension(claim.value.unit)
    row, event = amounts.row(kind, context.predicate), _event(context)
    if claim.category is Category.MONEY and (sum_ := amounts.summed(context)):
        return amounts.in_its_period(sum_, context.period)
    if claim.category is Category.DURATION and row.predicate is None and event:
        return f"length of the {event}{_where(claim, context, source)}"
    if claim.category is Category.DURATION and row.predicate is None and amounts.lasts(context):
        its = f" of {context.names[0]}" if context.names else _where(claim, context, source)
        return f"length of the {context.head}{its}"
    if kind == "[length]/[time]" and (blown := amounts.blown(claim, source)):
        return f"speed of the {blown}{_where(claim, context, source)}"
    whose = amounts.holder(claim, kind, context, source)
    if named := amounts.beside(claim, row, source):
        shown = whose and whose not in named and claim.category is not Category.AGE
        its = f" ({whose})" if shown else ""
        return amounts.in_its_period(f"{named[:1].lower()}{named[1:]}{its}", context.period)
    if row.done and (happened := _happened(claim, context, source, figured=True)):
        return row.done.format(of=happened)
    title = row.of.format(of=whose) if row.of and whose else row.begins
    return amounts.in_its_period(title[:1].lower() + title[1:], context.period)


def _counted(claim: QuantityClaim, context: Context, source: Source) -> str:
    """Those that are counted, in the plural, and what happened to them."""
    noun = _noun(claim, source)
    head = noun.rpartition(" ")[2]
    one = words.singular(head)
    if context.negated:
        return f"number of {noun}"
    for row in tables.rows("measurands", _Done, "count"):
        fits = row.of is None or row.of == words.noun_class(head)
        if row.predicate == context.predicate and fits and words.lemma(one) != row.predicate:
            again = head[:_STEM].lower() == row.done[:_STEM]  # no "employees employed"
            if row.done in noun or again:
                return noun if " " in noun else f"number of {noun}"
            people = one in tables.words("measurands", "the_dead") and context.predicate == "die"
            return f"{'people' if people else noun} {_done(row.done, context)}"
    return f"number of {noun}"


def _done(told: str, context: Context) -> str:
    """What was done, by the text's own verb where a row gives more than one: "found or seized"."""
    each = (token.text for token in words.tokens(told))
    verb = next((one for one in each if words.lemma(one) == context.verb), told)
    return verb if " or " in told else told


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
        if told := prepositions.nearest(source.text, place, claim.span.start):
            return f" {told}"
    crowd = context.predicate == "attend"  # who scored before them is not whose they are
    return "" if crowd else _whose(context)


def _whose(context: Context) -> str:
    """Whose figure it is, where that is somebody with a name of two words or more."""
    bearer = context.bearer or ""
    named = " " in bearer and bearer not in context.places
    return f" ({bearer})" if named else ""


def _dated(claim: DateClaim | TimeClaim, context: Context, source: Source) -> str:
    """The day or the hour of an event, and whose it was or where."""
    if happened := _happened(claim, context, source):
        return f"when {happened}"
    begins = "time" if claim.kind == "time" else "date"
    whose = f" ({context.names[0]})" if context.names else _where(claim, context, source)
    event = _event(context)
    return f"{begins} of {f'the {event}' if event else 'an event'}{whose}"


def _happened(
    claim: DateClaim | TimeClaim | QuantityClaim,
    context: Context,
    source: Source,
    figured: bool = False,
) -> str | None:
    """What happened then, or was done to so much, as the text says it: "the pool opened"."""
    if not context.sentence or context.negated:
        return None
    names = (*context.names, *context.places)
    hedged = claim.hedge if isinstance(claim, QuantityClaim) and figured else None
    start = min(claim.span.start, (hedged or claim.span).start)  # "travelled | around 1,000 km"
    where = (context.sentence, context.clause, Span(start=start, end=claim.span.end))
    of = happenings.Happening(*where, context.verb, context.bearer, names, figured)
    return happenings.told(source.text, of)


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
    told = row.of.format(of=claim.subject) if row.of and claim.subject else row.begins
    return told[:1].lower() + told[1:]


def _named(claim: NameClaim, source: Source) -> str:
    """The office that is filled, else how the name is spelled."""
    role = _as_within(claim, source)
    if role == "nationality":
        return "nationality given"
    if not role or words.is_stop(role.partition(" ")[0]):
        return f"spelling of {claim.value.text}"
    whose = role[0].isupper() and ("'s " in role or "’s " in role)  # "Hale's grandson"
    return f"name of {role}" if whose else f"name of the {role}"


def _as_within(claim: NameClaim, source: Source) -> str:
    """The office without its article, and without the capital that only begins a sentence."""
    role = (claim.role or "").removeprefix("the ")
    first, _, rest = role.partition(" ")
    before = source.text[
        : max(0, source.text.rfind(claim.role or "", 0, claim.span.start))
    ].rstrip()
    opens = not before or before[-1] in '.!?\n"”“' or source.text[len(before) :][:1] == "\n"
    small = first.lower() in tables.words("ordinary", "words") and rest == rest.lower()
    standing = first.lower() in tables.words("titles", "not_now")
    return f"{first.lower()} {rest}".strip() if (opens and small) or standing else role
