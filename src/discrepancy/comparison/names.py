"""Can two names of one person, place or thing both be right?

Transliterations, short forms and accents can; another consonant, another given name and
another rank cannot.
"""

from discrepancy import spelling, tables
from discrepancy.claim import NameClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.spelling import Departure


def compare(a: NameClaim, b: NameClaim) -> Comparison | None:
    """Judge two names that are taken to be of one; None where they share nothing."""
    departure = spelling.departure(a.value.text, b.value.text)
    person = "person" in (a.type, b.type)
    match departure.rung:
        case "equal" | "fuller":
            return _equal(a, b, departure)
        case "marks":
            return _may_both("marks", "only hyphens or accents differ")
        case "spacing":
            return _spaced(departure, person)
        case "order":
            return _ordered(departure, person)
        case "first":
            return _given(departure) if person else None
        case "last":
            return _form(departure)
        case "spelling":
            return _spelled(departure, person)
    return None


def _equal(a: NameClaim, b: NameClaim, departure: Departure) -> Comparison:
    if a.title and b.title and excluded(a.title, b.title):
        return _cannot("rank", f"{a.title} and {b.title} are two ranks of one person")
    if departure.rung == "fuller":
        return _may_both("fuller", "one gives more of the name")
    because = "both give the same name"
    return Comparison(verdict=Verdict.AGREEMENT, level="name.agreement.equal", because=because)


def excluded(a: str, b: str) -> bool:
    """Whether nobody can hold both ranks."""
    ranks = tables.words("titles", "ranks")
    return a in ranks and b in ranks and a != b


def _spaced(departure: Departure, person: bool) -> Comparison:
    if person:
        return _may_both("spacing", "only spaces differ")
    return _cannot("spacing", f"{departure.one} and {departure.other}: one word or two")


def _ordered(departure: Departure, person: bool) -> Comparison:
    if person or departure.one.count(" ") < 2:
        return _may_both("order", "the same words in another order")
    return _cannot("order", f"{departure.one} and {departure.other}: the words change places")


def _given(departure: Departure) -> Comparison:
    said = f"{departure.one} and {departure.other}"
    if spelling.short_forms(departure.one, departure.other):
        return _may_both("given", f"{said} are forms of one given name")
    return _cannot("given", f"{said} are two given names")


def _form(departure: Departure) -> Comparison | None:
    forms = tables.words("titles", "legal_forms")
    if departure.one in forms and departure.other in forms:
        return _cannot("form", f"{departure.one} and {departure.other} are two legal forms")
    return None


def _spelled(departure: Departure, person: bool) -> Comparison:
    said = f"{departure.one} and {departure.other}"
    if spelling.short_forms(departure.one, departure.other):
        return _may_both("given", f"{said} are forms of one given name")
    if departure.letters == "consonant" or (departure.letters == "doubled" and not person):
        return _cannot("spelling", f"{said} differ by more than a transliteration")
    return _may_both("spelling", f"{said} may be two transliterations")


def _cannot(rung: str, because: str) -> Comparison:
    return Comparison(verdict=Verdict.CONFLICT, level=f"name.conflict.{rung}", because=because)


def _may_both(rung: str, because: str) -> Comparison:
    return Comparison(verdict=Verdict.COMPATIBLE, level=f"name.compatible.{rung}", because=because)
