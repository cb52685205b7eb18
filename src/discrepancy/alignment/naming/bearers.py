"""Whether two ways of writing a name are of one bearer, by all that is said beside their letters.

One role, the same words about it, one bearer in each source speak for it; lists of names and
words that know both, and a source that writes both, speak against it.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from itertools import product

from discrepancy import tables, words
from discrepancy.alignment.company import shared
from discrepancy.alignment.naming.known import inflected, is_known, one_known, places
from discrepancy.alignment.naming.name_readings import NameReading
from discrepancy.claims import NameClaim
from discrepancy.english.people.sexes import one_sex
from discrepancy.patterns import pattern
from discrepancy.source import Source
from discrepancy.words import spelling
from discrepancy.words.spelling import Departure

LISTED = 6
"""Characters between two names of one list: ", and "."""

LONG = 8
"""Letters of a word that no list knows, and that no two bearers share all but one of."""

SHARED = 2
"""How many content words two sentences must share to speak of one bearer."""


def families(readings: Iterable[NameReading]) -> frozenset[str]:
    """Surnames that one source gives to two people."""
    named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for reading in readings:
        if reading.type == "person" and len(reading.words) > 1:
            given = reading.words[1 if reading.in_syllables else 0]
            for source in reading.sources:
                named[source, reading.surname].add(given.casefold())
    return frozenset(surname for (_, surname), given in named.items() if len(given) > 1)


def one_bearer(
    one: NameReading,
    other: NameReading,
    departure: Departure,
    sources: Mapping[str, Source],
    crowded: Container[str],
) -> bool:
    """Whether two ways of writing that depart so are taken to name one bearer.

    Args:
        one: The first way of writing.
        other: The second.
        departure: How the two depart.
        sources: The story's sources by id, for the words about the names.
        crowded: The surnames of `families`.
    """
    if _hyphened(one.text, other.text) or _side_by_side(one, other, sources):
        return False
    if one.in_syllables and other.in_syllables:
        near = departure.rung in ("first", "spelling") and one.surname == other.surname
        return near and one.surname not in crowded and _one_office(one, other, sources)
    if departure.rung == "first" and "person" not in (one.type, other.type):
        return _one_house(one, other, departure, sources)
    if departure.rung == "first" or (departure.rung == "spelling" and _are_given(one, other)):
        least = SHARED + 1 if departure.rung == "first" else 1  # a letter more or less is a slip
        return one.surname not in crowded and _one_person(one, other, sources, least)
    match departure.rung:
        case "spacing" | "order":
            return True  # hyphens, dots and accents alone ("marks") are not worth a line
        case "last":
            forms = tables.words("titles", "legal_forms")
            if departure.one in forms and departure.other in forms:
                return True
            near = spelling.near(departure.one, departure.other)
            return near and _one_person(one, other, sources, SHARED + 1)
        case "spelling":
            return _one_word(one, other, departure, sources)
    return False


def _one_word(
    one: NameReading, other: NameReading, departure: Departure, sources: Mapping[str, Source]
) -> bool:
    if _held_together(one, other):
        return False
    if inflected(departure.one, departure.other):
        return _a_letter_more(one, other, departure, sources)
    if any(character.isdigit() for character in departure.one + departure.other):
        return False  # two models of one make
    if departure.both:  # both words of a name are written otherwise
        return (
            not one.sources & other.sources and shared(one.claims, other.claims, sources) >= SHARED
        )
    if _two_craft(one, other) or _two_roles(one, other) or _place_and_person(one, other):
        return False
    if is_known(departure.one) and is_known(departure.other) and not one_known(one, other):
        return _one_road(one, other, sources)
    if len(one.words) == len(other.words) > 1:
        return True
    # a word that lists know is hardly the slip of another: more must speak for it
    known = is_known(departure.one) + is_known(departure.other)
    long = min(map(len, (departure.one, departure.other))) >= LONG
    wanted = SHARED + known - (long and not known)
    return shared(one.claims, other.claims, sources) >= wanted


def _a_letter_more(
    one: NameReading, other: NameReading, departure: Departure, sources: Mapping[str, Source]
) -> bool:
    """Whether a word of a longer name gained a letter, and the same is told of both: "Stations".

    An adjective of a name is none of its slips: "Korea", "Korean".
    """
    short, long = sorted((departure.one.lower(), departure.other.lower()), key=len)
    slipped = long in (f"{short}s", f"{short}d")
    return slipped and _told_alike(one, other, sources, SHARED)


def _one_house(
    one: NameReading, other: NameReading, departure: Departure, sources: Mapping[str, Source]
) -> bool:
    """Whether two firms or places of almost one name are one: "Hennessey", "Hennesy Lines"."""
    told = departure.one, departure.other
    if any("-" in word or is_known(word) for word in told):
        return False
    return spelling.near(*told) and _told_alike(one, other, sources, SHARED + 1)


def _told_alike(
    one: NameReading, other: NameReading, sources: Mapping[str, Source], least: int
) -> bool:
    """Whether two texts tell much the same of two longer names, in so many words."""
    longer = len(one.words) == len(other.words) > 1
    apart = not one.sources & other.sources
    return longer and apart and shared(one.claims, other.claims, sources) >= least


def _one_person(
    one: NameReading, other: NameReading, sources: Mapping[str, Source], least: int
) -> bool:
    """Whether two people are one: by role or age, or by so many words told of both."""
    if one.sources & other.sources or not one.type == other.type == "person":
        return False
    if not one_sex(one.text, other.text) or _named_as_two(one, other, sources):
        return False  # a couple, a brother and a sister
    company = shared(one.claims, other.claims, sources)
    alike = bool(one.roles & other.roles) or one_age(one, other, sources)
    return (company > 0 and alike) or company >= least


def _named_as_two(one: NameReading, other: NameReading, sources: Mapping[str, Source]) -> bool:
    """Whether a text names both with one surname: "Tern and Mara Hale"."""
    first, second = one.words[0], other.words[0]
    both = [f"{first} and {other.text}", f"{second} and {one.text}"]
    return any(pair in source.text for source in sources.values() for pair in both)


def _one_office(one: NameReading, other: NameReading, sources: Mapping[str, Source]) -> bool:
    """Whether both have one age or nothing but one office, and the same is told of them.

    Many share such a surname and a syllable: without an office or an age they stay two.
    """
    if one.sources & other.sources or not one.type == other.type == "person":
        return False
    offices = {_office(claim) for claim in (*one.claims, *other.claims)} - {frozenset()}
    held = [any(map(_office, reading.claims)) for reading in (one, other)]
    alike = (all(held) and len(offices) == 1) or one_age(one, other, sources)
    return alike and shared(one.claims, other.claims, sources) >= SHARED


def _office(claim: NameClaim) -> frozenset[str]:
    """The words of the office that a claim tells."""
    return frozenset(words.content_words(claim.role or claim.title or ""))


def one_age(one: NameReading, other: NameReading, sources: Mapping[str, Source]) -> bool:
    """Whether an age is told of both, and it is one."""
    here, there = (
        {_age(claim, sources[claim.source]) for claim in reading.claims} - {None}
        for reading in (one, other)
    )
    return bool(here) and here == there


def _age(claim: NameClaim, source: Source) -> str | None:
    """The age behind a name: "Mara Tollen, 43,"."""
    found = _aged().match(source.text, claim.span.end)
    return found[1] if found else None


_aged = pattern(r"(?:,| \()\s?(\d{1,3})\b(?!,\d)")


def _are_given(one: NameReading, other: NameReading) -> bool:
    """Whether both begin with a common given name, not the same, before a surname."""
    given = tables.words("given_names", "names")
    first = {one.words[0], other.words[0]}
    longer = min(len(one.words), len(other.words)) > 1
    return longer and len(first) > 1 and first <= given and "person" in (one.type, other.type)


def _one_road(one: NameReading, other: NameReading, sources: Mapping[str, Source]) -> bool:
    """Whether two texts set the same on roads of almost one name: "Harbor", "Harper Street"."""
    kinds = {reading.words[-1].lower() for reading in (one, other)}
    if len(kinds) > 1 or not kinds <= tables.words("labels", "roads"):
        return False
    return not one.sources & other.sources and shared(one.claims, other.claims, sources) >= SHARED


def _hyphened(one: str, other: str) -> bool:
    """Whether a hyphen only ties a letter to the name: "Hale-a harbour master", "R-Norby".

    So it does where two letters are tied to one name: "R-Norby", "D-Norby".
    """
    one, other = one.removeprefix("The "), other.removeprefix("The ")
    if one[1:2] == other[1:2] == "-" and one[1:] == other[1:]:
        return True
    if any(name[1:2] == "-" and is_known(name[2:]) for name in (one, other)):
        return True  # a member's party and state: "R-Ruritania"
    short, long = sorted((one, other), key=len)
    if long.startswith(f"{short}-") and long[len(short) + 1].islower():
        return True  # a dash set close: "Norby-in Alder"
    rest = long.removeprefix(short).removesuffix(short).strip()
    return short in long and len(rest) < 4 and "-" in (rest[:1], rest[-1:])


def _held_together(one: NameReading, other: NameReading) -> bool:
    """Whether one source writes both, and not just once as a slip: then they are two."""
    rare, common = sorted((one, other), key=lambda reading: len(reading.claims))
    return any(_twice(rare, source) and _twice(common, source) for source in rare.sources)


def _side_by_side(one: NameReading, other: NameReading, sources: Mapping[str, Source]) -> bool:
    """Whether a source lists both, "Alda and Elda", or tells of both at once: then it means two.

    Of a name of several words a sentence may hold both by a slip.
    """
    single = len(one.words) == len(other.words) == 1
    joining = tables.words("grammar", "conjunctions") | {","}
    for source in one.sources & other.sources:
        text = sources[source].text
        for a, b in product(one.by_source[source], other.by_source[source]):
            first, last = sorted((a.span, b.span))
            apart = last.start - first.end
            if 0 < apart <= LISTED and _words_of(text[first.end : last.start]) <= joining:
                return True
            if single and _in_one_sentence(a, b):
                return True
    return False


def _in_one_sentence(a: NameClaim, b: NameClaim) -> bool:
    here, there = (one.context and one.context.sentence for one in (a, b))
    return here is not None and here == there


def _words_of(text: str) -> set[str]:
    return {token.lower for token in words.tokens(text)}


def _place_and_person(one: NameReading, other: NameReading) -> bool:
    """Whether one is a place that lists know, and the other somebody with a given name."""
    place, person = sorted((one, other), key=lambda reading: reading.type, reverse=True)
    if (place.type, person.type) != ("place", "person"):
        return False
    return len(person.words) > 1 and any(place.text in listed for listed in places())


def _two_craft(one: NameReading, other: NameReading) -> bool:
    """Whether one source tells of two craft: the ferry Alda, and its sister ship Elda."""
    craft = tables.words("titles", "craft")
    both = one.lead.role in craft and other.lead.role in craft
    return both and bool(one.sources & other.sources)


def _two_roles(one: NameReading, other: NameReading) -> bool:
    """Whether two people, each with a role, have no word of it in common."""
    if not one.type == other.type == "person":
        return False
    here, there = one.roles, other.roles
    return bool(here and there) and here.isdisjoint(there)


def _twice(reading: NameReading, source: str) -> bool:
    return len(reading.by_source.get(source, ())) > 1
