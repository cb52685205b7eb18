"""What lists of names and words know: such a word is hardly the slip of another.

>>> is_known("Norway"), is_known("Norrway"), inflected("Korea", "Korean")
(True, False, True)
"""

from discrepancy import tables
from discrepancy.alignment.naming.name_readings import NameReading


def is_known(word: str) -> bool:
    """Whether lists of names or words hold it, so that it is hardly a slip."""
    listed = (
        tables.words("ordinary", "words"),
        tables.words("given_names", "names"),
        tables.words("demonyms", "words"),
        *places(),
    )
    return any(form in words for form in (word, word.lower()) for words in listed)


def one_known(one: NameReading, other: NameReading) -> bool:
    """Whether one of two longer names stands in the lists of places, and the other does not."""
    names = (reading.text.replace(" ", "_") for reading in (one, other))
    known = [any(name in listed for listed in places()) for name in names]
    return known[0] != known[1] and len(one.words) > 1


def places() -> tuple[frozenset[str], ...]:
    """The lists of countries, states, cities and regions."""
    return tuple(
        tables.words("places", name) for name in ("countries", "states", "cities", "regions")
    )


_ENDS = ("s", "n", "an", "ian", "i", "ese", "es", "d", "ed")


def inflected(one: str, other: str) -> bool:
    """Whether one is a plural or an adjective of the other, or both are of a known name."""
    plain = (word.lower().replace("-", "") for word in (one, other))  # Pre-Order, Preorders
    short, long = sorted(plain, key=len)
    if any(long == short + end for end in _ENDS):
        return True
    return any(is_known(stem) for stem in _stems(one) & _stems(other))  # "Koreas", "Korean"


def _stems(word: str) -> set[str]:
    return {word.removesuffix(end) for end in _ENDS if word.endswith(end)}
