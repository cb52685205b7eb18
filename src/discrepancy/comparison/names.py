"""Can two names of one person, place or thing both be right?

Transliterations, short forms and accents can; another consonant, another given name and
another rank cannot.
"""

from discrepancy import tables
from discrepancy.claims import NameClaim
from discrepancy.finding import Comparison, Verdict
from discrepancy.words import ranks, spelling
from discrepancy.words.spelling import Departure


def compare(a: NameClaim, b: NameClaim) -> Comparison | None:
    """Judge two names that are taken to be of one; None where they share nothing."""
    departure = spelling.departure(_bare(a), _bare(b))
    person = "person" in (a.type, b.type)
    match departure.rung:
        case "equal" | "fuller":
            return _equal(a, b, departure)
        case "marks":
            return _may_both("marks", "only hyphens or accents differ")
        case "spacing":
            return _spaced(person)
        case "order":
            return _ordered(departure, person)
        case "first":
            return _given(departure) if person else _sounds_alike(departure)
        case "last":
            return _form(departure) or (_surname(departure) if person else None)
        case "spelling":
            one_spelling = _of_craft(a, b, departure) or _one_spelling(a, b, departure)
            return _spelled(departure, person, one_spelling)
    return None


def _bare(claim: NameClaim) -> str:
    """The name without the rank that its value may begin with."""
    return claim.value.text.removeprefix(f"{claim.title} ") if claim.title else claim.value.text


def _equal(a: NameClaim, b: NameClaim, departure: Departure) -> Comparison:
    if ranks.excluded(a.title, b.title):
        return _cannot("rank", "two ranks, of which one person has one")
    if departure.rung == "fuller":
        return _may_both("fuller", "one gives more of the name")
    because = "both give the same name"
    return Comparison(verdict=Verdict.AGREEMENT, level="name.agreement.equal", because=because)


def _spaced(person: bool) -> Comparison:
    if person:
        return _may_both("spacing", "only spaces differ")
    return _cannot("spacing", "one writes one word, the other two")


def _ordered(departure: Departure, person: bool) -> Comparison:
    if person or departure.one.count(" ") < 2:
        return _may_both("order", "the same words in another order")
    return _cannot("order", "the words change places")


def _given(departure: Departure) -> Comparison:
    if spelling.short_forms(departure.one, departure.other):
        return _may_both("given", "two forms of one given name")
    return _cannot("given", "one surname with two given names")


def _sounds_alike(departure: Departure) -> Comparison | None:
    names = departure.one, departure.other
    if not spelling.near(*names):
        return None
    if spelling.one_romanised(*names):
        return _may_both("spelling", "it may be one name in two transliterations")
    return _cannot("spelling", "other letters than two transliterations have")


def _surname(departure: Departure) -> Comparison | None:
    names = departure.one, departure.other
    if spelling.short_forms(*names) or spelling.one_romanised(*names):
        return _may_both("spelling", "it may be one name in two transliterations")
    if not spelling.near(departure.one, departure.other):
        return None
    return _cannot("surname", "one given name with two surnames that sound alike")


def _form(departure: Departure) -> Comparison | None:
    forms = tables.words("titles", "legal_forms")
    full = dict(pair.split("=") for pair in tables.words("titles", "forms_in_full"))
    if full.get(departure.one, departure.one) == full.get(departure.other, departure.other):
        return _may_both("form", "one legal form, cut short or in full")
    if departure.one in forms and departure.other in forms:
        return _cannot("form", "two legal forms of one company")
    return None


def _spelled(departure: Departure, person: bool, one_spelling: bool) -> Comparison:
    if spelling.short_forms(departure.one, departure.other):
        return _may_both("given", "two forms of one given name")
    if person and spelling.is_english(departure.one) and spelling.is_english(departure.other):
        return _cannot("given", "one surname with two given names")
    if person and not one_spelling and spelling.one_romanised(departure.one, departure.other):
        return _may_both("spelling", "it may be one name in two transliterations")
    consonant = departure.letters == "consonant"
    if consonant or one_spelling or (departure.letters == "doubled" and not person):
        return _cannot("spelling", "other letters than two transliterations have")
    return _may_both("spelling", "it may be one name in two transliterations")


def _one_spelling(a: NameClaim, b: NameClaim, departure: Departure) -> bool:
    """Whether the name is written in one way only, so that its vowels count too."""
    one, other = _bare(a), _bare(b)
    if _misspelt(one, other) or " & " in one:
        return True
    if departure.both:
        given = {name.split()[0] for name in (one, other)}
        return not spelling.one_romanised(one, other) or any(map(spelling.is_english, given))
    return departure.letters == "vowel" and _in_english(one, other)


def _of_craft(a: NameClaim, b: NameClaim, departure: Departure) -> bool:
    """Whether two craft of one kind differ as no transliterations do: ferries Alda and Elda."""
    if a.role not in tables.words("titles", "craft") or a.role != b.role:
        return False
    one, other = map(spelling.as_transliterated, (departure.one, departure.other))
    return one != other


def _in_english(one: str, other: str) -> bool:
    """Whether both begin with one English given name, and differ as no transliterations do."""
    given = one.split()[0]
    if given != other.split()[0] or not spelling.is_english(given):
        return False
    return spelling.as_transliterated(one) != spelling.as_transliterated(other)


def _misspelt(one: str, other: str) -> bool:
    """Whether one is a well-known English name of a place and the other is none."""
    known = [_well_known(name.replace(" ", "_")) for name in (one, other)]
    return known[0] != known[1]


def _well_known(name: str) -> bool:
    lists = ("countries", "states", "regions")
    return any(name in tables.words("places", listed) for listed in lists)


def _cannot(rung: str, because: str) -> Comparison:
    return Comparison(verdict=Verdict.CONFLICT, level=f"name.conflict.{rung}", because=because)


def _may_both(rung: str, because: str) -> Comparison:
    return Comparison(verdict=Verdict.COMPATIBLE, level=f"name.compatible.{rung}", because=because)
