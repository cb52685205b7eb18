"""The lists of known words and names, ready to be looked up.

>>> "North Korea" in places(), "Indonesian" in demonyms(), "spokesman" in listed("roles")
(True, True, True)
"""

from functools import cache, lru_cache

from discrepancy import tables
from discrepancy.words import lemma, singular


@cache
def listed(name: str) -> frozenset[str]:
    """A list of data/titles.toml, as it stands there."""
    return tables.words("titles", name)


def is_role(word: str) -> bool:
    """Whether a noun ends an office or role, "chief", or the last of its parts does.

    >>> is_role("Vice-Chancellor"), is_role("harbour-wall"), is_role("dock")
    (True, False, False)
    """
    return word.lower().rpartition("-")[2] in listed("roles") or word.lower() in listed("roles")


@cache
def places() -> frozenset[str]:
    """Countries, states, large cities and regions, by their English names."""
    lists = ("countries", "states", "cities", "regions")
    return frozenset().union(*(_spaced("places", name) for name in lists))


@cache
def demonyms() -> frozenset[str]:
    """Words such as "Indonesian", "North Korean", "Muslim", singular and plural."""
    words = _spaced("demonyms", "words")
    return words | {word + "s" for word in words if not word.endswith(("s", "sh", "ch", "ese"))}


@cache
def ordinary() -> frozenset[str]:
    """Words of English that are no names though a sentence or headline writes them large."""
    return tables.words("ordinary", "words")


@cache
def given_names() -> frozenset[str]:
    """Common first names, written large."""
    return tables.words("given_names", "names")


@cache
def calendar() -> frozenset[str]:
    """Months, weekdays and holidays, which are dates and not names."""
    return tables.words("titles", "calendar")


@lru_cache(maxsize=50_000)
def is_ordinary(word: str) -> bool:
    """Whether the word, however it is written here, is one of everyday English."""
    return all(_is_listed(part) for part in word.lower().split("-"))


def _is_listed(word: str) -> bool:
    single = singular(word)
    agent = single.endswith("er") and not ordinary().isdisjoint((single[:-2], single[:-1]))
    return agent or word in ordinary() or single in ordinary() or lemma(word) in ordinary()


@cache
def _spaced(table: str, name: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in tables.words(table, name))
