"""An age that the dates of birth and death beside it do not give: born 1948, died 2021 aged 83."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from discrepancy import tables, words
from discrepancy.calendar import edtf
from discrepancy.calendar.printed_dates import date_words
from discrepancy.claims import Bound, Category, Claim, DateClaim, DateValue, QuantityClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.group import Group, Link
from discrepancy.source import Source

BORN, DIED = "born", "die"
"""The predicates of the two days."""

AGED = ("age", "die", "pass", "bear", None)
"""Verbs of an age at death; none where it stands between commas behind a name."""

SHORTEST = 5
"""Years of a life below which the first date is hardly one of birth."""


def check(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """One group for each age at death that does not fit its two days."""
    texts = {source.id: source.text for source in sources}
    told: dict[str, list[Claim]] = {source.id: [] for source in sources}
    for claim in claims:
        if claim.source in told:
            told[claim.source].append(claim)
    at_death = (
        Group("quantity", (age, died), (Link(age, died, 0.0, judged=judged),))
        for source in sources
        for born, died, age in _lives(told[source.id], texts)
        if (judged := _judge(born, died, age))
    )
    in_print = (
        Group("quantity", (age, born), (Link(age, born, 0.0, judged=judged),))
        for source in sources
        if source.published
        for born, age in _living(told[source.id], source.text)
        if (judged := _judge_in_print(born, age, source.published))
    )
    return (*at_death, *in_print)


def _living(claims: Sequence[Claim], text: str) -> Iterator[tuple[DateClaim, QuantityClaim]]:
    """Birth and age in print of one person: "Lena Holt, 45, was born on 3 March 1979"."""
    for born in claims:
        if not isinstance(born, DateClaim) or _event(born) != BORN or not born.value.edtf:
            continue
        if born.bound is not Bound.EXACT or born.relative or _of_kin(born, text):
            continue
        for age in claims:
            if not isinstance(age, QuantityClaim) or age.category is not Category.AGE:
                continue
            if not _one_sentence(born, age) or _verb(age) != "bear":
                continue
            apposed = text[age.span.start - 2 : age.span.start] == ", "
            if apposed and text[age.span.end :][:1] == "," and _at_death(age, born):
                yield born, age


def _judge_in_print(born: DateClaim, age: QuantityClaim, printed: date) -> Comparison | None:
    first, last = edtf.interval(born.value.edtf or "")
    least, most = _years(last, printed), _years(first, printed)
    if most < SHORTEST or first == date.min or least <= age.value.low <= most:
        return None
    told = f"{least}" if least == most else f"{least} or {most}"
    day = date_words(printed.isoformat())
    because = f"who was born {born.text} was {told} on the day of printing, {day}"
    return Comparison(verdict=Verdict.CONFLICT, level="quantity.conflict.age", because=because)


def _lives(
    claims: Sequence[Claim], texts: Mapping[str, str]
) -> Iterator[tuple[DateClaim, DateClaim, QuantityClaim]]:
    """Birth, death and age of one person, where a text tells one life alone, or in one sentence."""
    days = [claim for claim in claims if isinstance(claim, DateClaim) and claim.value.edtf]
    born = [day for day in days if _event(day) == BORN and day.bound is Bound.EXACT]
    died = [day for day in days if _event(day) == DIED and day.bound is Bound.EXACT]
    ages = [c for c in claims if isinstance(c, QuantityClaim) and c.category is Category.AGE]
    lone = len(died) == 1
    born = [day for day in born if not _of_kin(day, texts[day.source])]
    for end in died:
        for age in ages:
            told = _one_sentence(end, age) or (lone and _of_that_death(age, end, texts))
            if not told or not _at_death(age, end):
                continue
            starts = [day for day in born if _one_sentence(day, end)] or born
            if len(starts) == 1 and _one_life(starts[0], end, age):
                yield starts[0], end, age
    for day in days:
        for age in ages:
            if (
                _one_sentence(day, age)
                and _at_death(age, day)
                and (life := _in_brackets(day, texts))
            ):
                yield *life, age


def _of_that_death(age: QuantityClaim, died: DateClaim, texts: Mapping[str, str]) -> bool:
    """Whether an age in another sentence is told of the death: "She was 80", "has died aged 70"."""
    if _event(age) == DIED:
        return True
    text, context = texts[age.source], age.context
    if context is None or died.context is None:
        return False
    lead = text[context.sentence.start : age.span.start]
    if lead in ("He was ", "She was "):
        between = text[died.context.sentence.end : context.sentence.start]
        return died.span.end <= age.span.start and not between.strip()
    said = words.tokens(context.clause.of(text))
    return context.verb == "age" and any(words.lemma(token.lower) == DIED for token in said)


def _of_kin(born: DateClaim, text: str) -> bool:
    """Whether another's birth is told by whose kin it is: "Her son was born in 1970"."""
    first = born.context.sentence.start if born.context else born.span.start
    said = words.tokens(text[first : born.span.start])
    return not tables.words("grammar", "whose_kin").isdisjoint(one.text.lower() for one in said)


def _one_life(born: DateClaim, died: DateClaim, age: QuantityClaim) -> bool:
    """Whether all three are of one person: "Holt died aged 60. She was born on 4 May 1930"."""
    if not _one_bearer(died, age):
        # "Holt was born on 4 May 1930 and died on 6 May 2000. She was 70."
        return _one_sentence(born, died) and _one_bearer(born, age)
    by_the_death = _one_sentence(died, age) and bool(_named(born) & _named(died))
    return by_the_death or _one_bearer(born, age)


def _in_brackets(day: DateClaim, texts: Mapping[str, str]) -> tuple[DateClaim, DateClaim] | None:
    """Birth and death of "Lena Holt (1932-2010)", "(3 March 1932 - 8 May 2010)"."""
    first, slash, last = (day.value.edtf or "").partition("/")
    text = texts.get(day.source, "")
    around = text[day.span.start - 1 : day.span.start] + text[day.span.end : day.span.end + 1]
    known = all(end[:4].isdecimal() and "X" not in end for end in (first, last))
    if not slash or around != "()" or not known:
        return None
    born, died = (
        day.model_copy(update={"text": date_words(end), "value": DateValue(edtf=end)})
        for end in (first, last)
    )
    return born, died


def _event(claim: Claim) -> str | None:
    return claim.context.predicate if claim.context else None


def _verb(claim: Claim) -> str | None:
    return claim.context.verb if claim.context else None


def _one_sentence(a: Claim, b: Claim) -> bool:
    return bool(a.context and b.context and a.context.sentence == b.context.sentence)


def _at_death(age: QuantityClaim, died: DateClaim) -> bool:
    """Whether it is the age at that death: behind it, and of no other verb."""
    context = age.context
    if context is None or age.value.bound is not Bound.EXACT or age.value.low != age.value.high:
        return False
    return context.verb in AGED or context.predicate == DIED


def _one_bearer(a: Claim, b: Claim) -> bool:
    """Whether both name one, or neither names anybody; in one sentence one may be silent."""
    one, other = _named(a), _named(b)
    if one and other:
        return bool(one & other)
    return (not one and not other) or _one_sentence(a, b)


def _named(claim: Claim) -> set[str]:
    """The words of the names beside a claim; where there are none, of who bears it."""
    context = claim.context
    told = (context.names or (context.bearer or "",)) if context else ()
    return {token.text for name in told for token in words.tokens(name)}


def _judge(born: DateClaim, died: DateClaim, age: QuantityClaim) -> Comparison | None:
    (first, last), (earliest, latest) = (
        edtf.interval(day.value.edtf or "") for day in (born, died)
    )
    least, most = _years(last, earliest), _years(first, latest)
    if most < SHORTEST or date.min in (first, earliest) or date.max in (last, latest):
        return None
    if least <= age.value.low <= most:
        return None
    told = f"{least}" if least == most else f"{least} or {most}"
    return Comparison(
        verdict=Verdict.CONFLICT,
        level="quantity.conflict.age",
        because=f"who was born {born.text} was {told} on the day of death, {died.text}",
    )


def _years(born: date, day: date) -> int:
    """Whole years from one day to another."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
